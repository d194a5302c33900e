"""A TimeML document as XML, with its tags around the words or behind the text."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping

from timeline.errors import ExportError
from timeline.export.timeml.document import TEXT, Section, Tag, TimemlDocument

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
ROOT = "TimeML"
NAME = re.compile(r"[^\W\d][\w.-]*")
# The characters that XML 1.0 has no way to write, not even as a reference.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TEXT_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
ATTRIBUTE_ESCAPES = {**TEXT_ESCAPES, **str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})}
PLACES = ("start", "end")


def write_timeml(document: TimemlDocument, *, inline: bool = True) -> str:
    """A TimeML document as XML.

    With ``inline`` the tags of the text stand around its words, so what is left without the tags is the text, of which only
    ``&``, ``<``, ``>`` and carriage returns are written as references.  Else the text stands alone, and each of its tags
    follows as an empty element whose ``start`` and ``end`` count code points of the text.

    Raises `ExportError` for a character that XML cannot hold, for a place outside the text, and for inline tags that cross.

    >>> from timeline.export.timeml.document import Section, Tag, TimemlDocument
    >>> document = TimemlDocument([Section("TEXT", "They met.", [Tag("EVENT", {"eid": "e1"}, 5, 8)])])
    >>> print(write_timeml(document))
    <?xml version="1.0" encoding="UTF-8"?>
    <TimeML>
    <TEXT>They <EVENT eid="e1">met</EVENT>.</TEXT>
    </TimeML>
    <BLANKLINE>
    >>> write_timeml(document, inline=False).splitlines()[2:4]
    ['<TEXT>They met.</TEXT>', '<EVENT eid="e1" start="5" end="8"/>']
    """
    lines = [DECLARATION, f"<{ROOT}{_attributes(document.attributes)}>"]
    lines += [_section(section, inline or section.name != TEXT) for section in document.sections]
    if not inline:
        lines += [_placed(tag, document.main) for tag in document.tags]
    lines += [_empty(tag) for tag in document.links]
    return "\n".join([*lines, f"</{ROOT}>", ""])


def _section(section: Section, inline: bool) -> str:
    whole = _escaped(section.text)  # a character that XML cannot hold is told with the words before it
    content = "".join(_inline(section)) if inline else whole
    return f"<{_name(section.name)}{_attributes(section.attributes)}>{content}</{section.name}>"


def _inline(section: Section) -> Iterator[str]:
    """The pieces of a text with its tags around them."""
    text, at = section.text, 0
    opened: list[Tag] = []
    for tag in section.tags:
        start, end = _place(tag, section)
        while opened and _place(opened[-1], section)[1] <= start:
            at = yield from _closed(text, at, opened.pop(), section)
        if opened and end > _place(opened[-1], section)[1]:
            pair = f"<{opened[-1].name}> and <{tag.name}>"
            raise ExportError(f"the tags {pair} cross at {start}: XML cannot nest them, inline=False can tell both")
        yield _escaped(text[at:start])
        yield f"<{_name(tag.name)}{_attributes(tag.attributes)}>"
        at = start
        opened.append(tag)
    while opened:
        at = yield from _closed(text, at, opened.pop(), section)
    yield _escaped(text[at:])


def _closed(text: str, at: int, tag: Tag, section: Section) -> Generator[str, None, int]:
    """The text up to the end of a tag, and its end."""
    end = _place(tag, section)[1]
    yield _escaped(text[at:end])
    yield f"</{tag.name}>"
    return end


def _place(tag: Tag, section: Section) -> tuple[int, int]:
    if tag.start is None or tag.end is None or not 0 <= tag.start <= tag.end <= len(section.text):
        raise ExportError(f"<{tag.name}> stands from {tag.start} to {tag.end}, the text has {len(section.text)} characters")
    return tag.start, tag.end


def _placed(tag: Tag, section: Section) -> str:
    """A tag behind the text, with its place."""
    if any(name in tag.attributes for name in PLACES):
        raise ExportError(f"<{tag.name}> has an attribute named start or end, which is what tells its place: write it inline")
    start, end = _place(tag, section)
    return _empty(Tag(tag.name, {**tag.attributes, "start": str(start), "end": str(end)}), placed=True)


def _empty(tag: Tag, *, placed: bool = False) -> str:
    if not placed and all(name in tag.attributes for name in PLACES):
        raise ExportError(f"<{tag.name}> has the attributes start and end, but no place in the text")
    return f"<{_name(tag.name)}{_attributes(tag.attributes)}/>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {_name(name)}="{_held(value).translate(ATTRIBUTE_ESCAPES)}"' for name, value in attributes.items())


def _name(name: str) -> str:
    if NAME.fullmatch(name) is None:
        raise ExportError(f"{name!r} is no name of a tag or an attribute")
    return name


def _escaped(text: str) -> str:
    return _held(text).translate(TEXT_ESCAPES)


def _held(text: str) -> str:
    """The text, which XML can hold."""
    found = FORBIDDEN.search(text)
    if found is not None:
        near = text[max(0, found.start() - 20) : found.start()]
        told = f"the character U+{ord(found[0]):04X}, here after {near!r}"
        raise ExportError(f"XML cannot hold {told}: take it out of the text first")
    return text
