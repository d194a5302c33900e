"""Offsets of mentions in the units of other languages: JavaScript, Java and C# count the code units of UTF-16."""

from __future__ import annotations

import bisect
import types
from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from timeline.entries.records import Event, Signal, Time
from timeline.errors import OptionError, TextError
from timeline.model import Timeline
from timeline.texts.document import hash_of

Offsets = Literal["codepoints", "utf16"]
CODE_POINTS: Literal["codepoints"] = "codepoints"
UTF16: Literal["utf16"] = "utf16"
LAST_NARROW = 0xFFFF  # the last character that is one unit of UTF-16
SPANS: Mapping[type, tuple[str, ...]] = types.MappingProxyType(
    {
        Time: ("start", "end"),
        Signal: ("start", "end"),
        Event: ("start", "end", "group_start", "group_end", "governor"),
    }
)


@frozen
class Utf16:
    """Offsets in code points told in units of UTF-16, and back: ``wide`` are the places of the characters that take two.

    >>> units = Utf16.of("a\U0001f600b")
    >>> units.wide, [units.told(place) for place in range(4)], units.read(3)
    ((1,), [0, 1, 3, 4], 2)
    """

    wide: tuple[int, ...] = ()
    _units: tuple[int, ...] = field(init=False, repr=False)  # where those characters begin, in units

    @_units.default
    def _counted(self) -> tuple[int, ...]:
        return tuple(place + number for number, place in enumerate(self.wide))

    @classmethod
    def of(cls, text: str) -> Utf16:
        """The units of a text."""
        return cls(tuple(place for place, char in enumerate(text) if ord(char) > LAST_NARROW))

    def told(self, place: int) -> int:
        """An offset in code points, in units."""
        return place + bisect.bisect_left(self.wide, place)

    def read(self, unit: int) -> int:
        """An offset in units, in code points; one in the middle of a character is that of the character."""
        return unit - bisect.bisect_left(self._units, unit)


def moved(cls: type, name: str, value: Any, units: Utf16 | None, *, back: bool = False) -> Any:
    """The value of a field, with its offsets in other units where it holds some."""
    if units is None or name not in SPANS.get(cls, ()) or value is None:
        return value
    move = units.read if back else units.told
    return move(value) if isinstance(value, int) else type(value)(map(move, value))


def units_of(offsets: str, text: str | None, tl: Timeline) -> Utf16 | None:
    """The units that are asked for, None for code points, in which all offsets are counted.

    Raises `OptionError` for others, without the text that the timeline was made from, and for merged timelines, whose
    offsets are those of several texts.
    """
    if offsets == CODE_POINTS:
        return None
    if offsets != UTF16:
        raise OptionError(f"offsets is {offsets!r}, expected {CODE_POINTS!r} or {UTF16!r}")
    if tl.articles:
        raise OptionError("offsets of several texts: write each of tl.by_source with its own")
    if not isinstance(text, str):
        raise OptionError("offsets='utf16' needs text=, since a timeline does not keep it")
    check_text(text, tl.text_hash)
    return Utf16.of(text)


def check_text(text: str, text_hash: str) -> None:
    """Raises `OptionError` for another text than the one with that hash, of which a timeline made by hand knows none.

    Raises `TextError` for what is no text at all.
    """
    if not isinstance(text, str):
        raise TextError(f"text is {type(text).__name__}, expected the str that the timeline was made from")
    if text_hash and hash_of(text) != text_hash:
        raise OptionError("this is not the text that the timeline was made from: offsets would point elsewhere")
