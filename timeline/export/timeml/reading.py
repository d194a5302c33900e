"""TimeML read from XML, which anybody may have written: no entities, no document types, nothing from elsewhere, bounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, evolve, field

from timeline.errors import FormatError, TextError
from timeline.export.timeml.document import PLACELESS, TEXT, Section, Tag, TimemlDocument
from timeline.export.timeml.writing import PLACES, ROOT

LONGEST = 1 << 26  # characters or bytes of a document
DEEPEST = 64  # tags inside of each other
MOST_TAGS = 1 << 20


def read_timeml(xml: str | bytes) -> TimemlDocument:
    """The TimeML document of an XML text, or of the bytes of a file, whose encoding is that of its XML declaration.

    Read are both forms that `write_timeml` writes, the layout of TempEval (DOCID, DCT, TITLE, TEXT, then the links) and
    that of TimeBank, where all stands in the text.  Namespaces, comments and processing instructions are not kept.  No
    entity but the five of XML, no document type and no address is ever followed.

    Raises `FormatError` for what is no TimeML or too large, `TextError` for what is neither text nor bytes.

    >>> document = read_timeml('<TimeML><TEXT>They <EVENT eid="e1">met</EVENT>.</TEXT></TimeML>')
    >>> document.text, document.tags[0].start
    ('They met.', 5)
    >>> read_timeml('<!DOCTYPE TimeML SYSTEM "http://example.org/x.dtd"><TimeML/>')
    Traceback (most recent call last):
    ...
    timeline.errors.FormatError: cannot read the TimeML: it has a document type (DOCTYPE), which is never read: take it out
    """
    if not isinstance(xml, (str, bytes)):
        raise TextError(f"expected TimeML as str or bytes, got {type(xml).__name__}")
    if not xml.strip():
        raise FormatError("cannot read the TimeML: it is empty")
    if len(xml) > LONGEST:
        raise FormatError(f"cannot read the TimeML: it is longer than {LONGEST} characters")
    return _document(_built(xml))


def _built(xml: str | bytes) -> _Builder:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden
    from defusedxml.ElementTree import DefusedXMLParser

    builder = _Builder()
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    try:
        parser.feed(xml)
        parser.close()
    except FormatError:
        raise
    except DTDForbidden:
        raise FormatError(
            "cannot read the TimeML: it has a document type (DOCTYPE), which is never read: take it out"
        ) from None
    except (EntitiesForbidden, ExternalReferenceForbidden):
        raise FormatError("cannot read the TimeML: it declares entities, which are never read: take them out") from None
    except (ParseError, ValueError, LookupError) as error:  # not well-formed, not to be decoded, an unknown encoding
        raise FormatError(f"cannot read the TimeML: {error}") from None
    return builder


@define
class _Element:
    """An element as it comes: how deep it stands, and which characters of the whole document it spans."""

    name: str
    attributes: Mapping[str, str]
    depth: int
    start: int
    end: int = -1
    inner: int = 0  # the number of elements that had begun by its end


@define
class _Builder:
    """What the parser tells: all elements in order, and all characters."""

    elements: list[_Element] = field(factory=list)
    open: list[_Element] = field(factory=list)
    pieces: list[str] = field(factory=list)
    length: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self.open) == DEEPEST:
            raise FormatError(f"cannot read the TimeML: its tags are more than {DEEPEST} deep")
        if len(self.elements) == MOST_TAGS:
            raise FormatError(f"cannot read the TimeML: it has more than {MOST_TAGS} tags")
        plain = {key: value for key, value in attributes.items() if key[0] != "{"}
        element = _Element(name.rpartition("}")[2], plain, len(self.open), self.length)
        self.elements.append(element)
        self.open.append(element)

    def end(self, _: str) -> None:
        element = self.open.pop()
        element.end, element.inner = self.length, len(self.elements)

    def data(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def close(self) -> None:
        """Nothing is left to do at the end."""


def _document(builder: _Builder) -> TimemlDocument:
    text, root = "".join(builder.pieces), builder.elements[0]
    if root.name != ROOT:
        raise FormatError(f"cannot read the TimeML: expected <{ROOT}>, got <{root.name:.40}>")
    if not any(element.depth == 1 and element.name == TEXT for element in builder.elements):
        section, links = _read_section(evolve(root, name=TEXT, attributes={}), builder.elements[1:], text)
        return TimemlDocument((section,), links, root.attributes)
    sections: list[Section] = []
    links = []
    placed: list[Tag] = []
    at = root.start
    for number, element in enumerate(builder.elements):
        if element.depth != 1:
            continue
        _refuse_loose(text[at : element.start])
        at = element.end
        inside = builder.elements[number + 1 : element.inner]
        tag = Tag(element.name, element.attributes)
        empty = not inside and not text[element.start : element.end].strip()
        if element.name != TEXT and empty and (_has_place(tag) or element.name in PLACELESS):
            (placed if _has_place(tag) else links).append(tag)
        else:
            section, found = _read_section(element, inside, text)
            sections.append(section)
            links += found
    _refuse_loose(text[at : root.end])
    return TimemlDocument(_standing_off(sections, placed), links, root.attributes)


def _refuse_loose(text: str) -> None:
    if text.strip():
        loose = " ".join(text.split())
        raise FormatError(f"cannot read the TimeML: {loose!r:.60} stands beside <{TEXT}>, in no part of the document")


def _read_section(element: _Element, inside: list[_Element], text: str) -> tuple[Section, list[Tag]]:
    """A part with text, and the tags in it that say nothing of a place."""
    tags, links = [], []
    for inner in inside:
        if inner.start == inner.end and inner.name in PLACELESS:
            links.append(Tag(inner.name, inner.attributes))
        else:
            tags.append(Tag(inner.name, inner.attributes, inner.start - element.start, inner.end - element.start))
    return Section(element.name, text[element.start : element.end], tags, element.attributes), links


def _has_place(tag: Tag) -> bool:
    return all(tag.get(name).isascii() and tag.get(name).isdigit() and len(tag.get(name)) < 12 for name in PLACES)


def _standing_off(sections: list[Section], placed: list[Tag]) -> Iterator[Section]:
    """The parts, with the tags that stand behind the text put in their places."""
    for section in sections:
        tags = [_moved(tag, section) for tag in placed] if section.name == TEXT else []
        yield evolve(section, tags=(*section.tags, *tags))


def _moved(tag: Tag, section: Section) -> Tag:
    start, end = (int(tag.get(name)) for name in PLACES)
    if not start <= end <= len(section.text):
        raise FormatError(
            f"cannot read the TimeML: <{tag.name:.40}> stands from {start} to {end}, the text has {len(section.text)}"
        )
    return Tag(tag.name, {key: value for key, value in tag.attributes.items() if key not in PLACES}, start, end)
