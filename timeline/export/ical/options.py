"""What a caller can ask of a calendar."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any, Literal, get_args

from attrs import Attribute, field, frozen

from timeline.calendar.zones import zone
from timeline.entries.entry import FACTUALITIES, Factuality
from timeline.errors import OptionError

SHOWN = frozenset(("asserted", "reported", "planned"))
MAX_SPAN = datetime.timedelta(days=366)
# What an entry can be: how the text tells it, that its date follows from others, that its day is not known within a week.
Kind = Factuality | Literal["inferred", "windows"]
KINDS: tuple[Kind, ...] = (*FACTUALITIES, "inferred", "windows")
# How a repetition is written: as a rule with an end, as one without where the text tells none, or not at all.
Repeats = Literal["bounded", "endless", "none"]
REPEATS: tuple[Repeats, ...] = get_args(Repeats)


def _names(value: str | Collection[str]) -> Any:
    """Names as a set; what holds no names stays as it is, for the check."""
    return frozenset((value,) if isinstance(value, str) else value) if isinstance(value, Collection) else value


def _kinds(_: object, option: Attribute[frozenset[str]], value: object) -> None:
    if not isinstance(value, frozenset):
        raise OptionError(f"{option.name} is {value!r}, expected a name or several of {', '.join(KINDS)}")
    for name in sorted(value, key=str):
        if name not in KINDS:
            raise OptionError(f"{option.name} has {name!r}, expected some of {', '.join(KINDS)}")


def _apart(options: CalendarOptions, _: object, value: frozenset[str]) -> None:
    for name in sorted(value & options.include):
        raise OptionError(f"{name!r} is both in include and in exclude")


def _zone(_: object, __: object, value: str | None) -> None:
    if value is not None:
        zone(value)  # an unknown name is an error even where no clock time asks for it


def _a_day_or_more(_: object, __: object, value: object) -> None:
    if not isinstance(value, datetime.timedelta) or value < datetime.timedelta(days=1):
        raise OptionError(f"max_span is {value!r}, expected a timedelta of a day or more")


def _one_of_repeats(_: object, __: object, value: object) -> None:
    if value not in REPEATS:
        raise OptionError(f"recurrence is {value!r}, expected one of {', '.join(REPEATS)}")


def _whole_number(_: object, __: object, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise OptionError(f"sequence is {value!r}, expected a whole number from 0")


def _zoned(_: object, __: object, value: Any) -> None:
    if value is not None and (not isinstance(value, datetime.datetime) or value.utcoffset() is None):
        raise OptionError(f"stamp is {value!r}, expected a datetime with a time zone")


@frozen(kw_only=True)
class CalendarOptions:
    """The options of `to_ical`, which describes them.

    Raises `OptionError` or `ZoneError` for a value that an option cannot have.

    >>> sorted(CalendarOptions(include="windows").include)
    ['windows']
    """

    tz: str | None = field(default=None, validator=_zone)
    max_span: datetime.timedelta = field(default=MAX_SPAN, validator=_a_day_or_more)
    include: frozenset[str] = field(default=frozenset(), converter=_names, validator=_kinds)
    exclude: frozenset[str] = field(default=frozenset(), converter=_names, validator=[_kinds, _apart])
    recurrence: str = field(default="bounded", validator=_one_of_repeats)
    sequence: int = field(default=0, validator=_whole_number)
    quotes: bool = True
    stamp: datetime.datetime | None = field(default=None, validator=_zoned)
    empty: bool = False
