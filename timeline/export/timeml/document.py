"""A TimeML document as it stands: the text, its tags with all their attributes, and the links behind it.

Nothing here knows what a tag means, so nothing is lost of what a timeline has no place for: links between events,
subordination, comments, tags of other schemes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from timeline.errors import FormatError
from timeline.fixed import FixedMapping

TEXT = "TEXT"
CREATION = ("CREATION_TIME", "PUBLICATION_TIME")
# What says nothing of a place in the text, wherever it stands: MAKEINSTANCE, the links, and a TIMEX3 that no words tell.
PLACELESS = frozenset(("MAKEINSTANCE", "TLINK", "SLINK", "ALINK", "CONFIDENCE", "TIMEX3"))


def _fixed(attributes: Mapping[str, str]) -> Mapping[str, str]:
    return FixedMapping(attributes)


@frozen
class Tag:
    """A tag with its attributes, and the code points that it spans where it stands in a text.

    >>> Tag("EVENT", {"eid": "e1", "class": "OCCURRENCE"}, 4, 9).get("eid")
    'e1'
    """

    name: str
    attributes: Mapping[str, str] = field(default={}, converter=_fixed, hash=False)
    start: int | None = None
    end: int | None = None

    def get(self, name: str) -> str:
        """An attribute, empty where the tag has none of that name."""
        return self.attributes.get(name, "")


def _in_order(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """Tags by place, the outer before the inner one; of equals the first stays first."""
    return tuple(sorted(tags, key=lambda tag: (tag.start or 0, -(tag.end or 0))))


@frozen
class Section:
    """A part of a document with text: TEXT itself, TITLE, DCT and the like, with the tags in it."""

    name: str
    text: str = ""
    tags: tuple[Tag, ...] = field(default=(), converter=_in_order)
    attributes: Mapping[str, str] = field(default={}, converter=_fixed, hash=False)


def _sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(sections)


def _tags(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    return tuple(tags)


def _with_one_text(_: object, __: object, sections: tuple[Section, ...]) -> None:
    count = sum(section.name == TEXT for section in sections)
    if count != 1:
        raise FormatError(f"a document has one <{TEXT}>, this has {count}")


@frozen
class TimemlDocument:
    """A TimeML document: its parts with text in order, and the tags without a place in them (MAKEINSTANCE, TLINK ..).

    Two documents are equal when all their texts, tags, places and attributes are; the order of attributes, white space
    between the parts, comments and processing instructions do not count.

    Raises `FormatError` for none or several parts named TEXT.

    >>> document = TimemlDocument([Section("DOCID", "x1"), Section("TEXT", "They met.", [Tag("EVENT", {"eid": "e1"}, 5, 8)])])
    >>> document.ident, document.text[document.tags[0].start : document.tags[0].end]
    ('x1', 'met')
    """

    sections: tuple[Section, ...] = field(converter=_sections, validator=_with_one_text)
    links: tuple[Tag, ...] = field(default=(), converter=_tags)
    attributes: Mapping[str, str] = field(default={}, converter=_fixed, hash=False)

    @property
    def main(self) -> Section:
        """The part that is the text."""
        return next(section for section in self.sections if section.name == TEXT)

    @property
    def text(self) -> str:
        """The text itself; the places of the tags are offsets into it."""
        return self.main.text

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The tags in the text, by place."""
        return self.main.tags

    @property
    def created(self) -> Tag | None:
        """The TIMEX3 of the document creation time, wherever it stands."""
        tags = (tag for section in self.sections for tag in section.tags)
        found = [tag for tag in (*tags, *self.links) if tag.name == "TIMEX3"]
        return next((tag for tag in found if tag.get("functionInDocument") in CREATION), None)

    @property
    def ident(self) -> str | None:
        """What stands in DOCID."""
        texts = (section.text.strip() for section in self.sections if section.name == "DOCID")
        return next(texts, None) or None
