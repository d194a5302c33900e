"""TIMEX3 values read back: the calendar unit that a value names, the inverse of `timeline.grammar.timex`."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.calendar.almanac import DAY_SECONDS, PARTS, Grain, Period, day_number, first_week, iso_week, month_length
from timeline.calendar.conventions import Conventions

_YEAR = r"(BC)?(\d{4})"


def read_period(value: str, conventions: Conventions) -> Period | None:
    """The calendar unit that a TIMEX3 value names, None for what names none (a length, a set, a reference, "XXXX-09").

    Values follow TimeML 1.2.1.  A part of the day is that of its code: TimeML writes dawn and the small hours as mornings.

    >>> from timeline.grammar.timex import period_value
    >>> period_value(read_period("2023-Q3", Conventions()), Conventions()), read_period("P3W", Conventions())
    ('2023-Q3', None)
    """
    for pattern, made in _SHAPES:
        match = re.fullmatch(pattern, value, re.ASCII)
        if match is not None:
            return made(match, conventions)
    return None


def _year(match: re.Match[str]) -> int:
    return 1 - int(match[2]) if match[1] else int(match[2])


def _unit(grain: Grain) -> Callable[[re.Match[str], Conventions], Period]:
    """Decades, centuries and millennia, which before Christ are counted from 0 downwards."""
    return lambda match, _: Period(grain, -int(match[2]) - 1 if match[1] else int(match[2]))


def _numbered(grain: Grain, share: int) -> Callable[[re.Match[str], Conventions], Period | None]:
    def made(match: re.Match[str], _: Conventions) -> Period | None:
        number = int(match[3])
        return Period(grain, _year(match) * share + number - 1) if 1 <= number <= share else None

    return made


def _season(match: re.Match[str], conventions: Conventions) -> Period:
    return Period(Grain.SEASON, _year(match) * 4 + conventions.season_names.index(match[3]))


def _week(match: re.Match[str], _: Conventions) -> Period | None:
    week = first_week(_year(match)) + int(match[3]) - 1
    if int(match[3]) < 1 or iso_week(week)[0] != _year(match):
        return None
    return Period(Grain.WEEKEND if match[4] else Grain.WEEK, week)


def _day(match: re.Match[str]) -> int | None:
    year, month, day = _year(match), int(match[3]), int(match[4])
    return day_number(year, month, day) if 1 <= month <= 12 and 1 <= day <= month_length(year, month) else None


def _date(match: re.Match[str], _: Conventions) -> Period | None:
    day = _day(match)
    return None if day is None else Period.of_day(day)


def _part(match: re.Match[str], _: Conventions) -> Period | None:
    day = _day(match)
    return None if day is None else Period(Grain.PART, day * len(PARTS) + PARTS.index(match[5]))


def _clock(match: re.Match[str], _: Conventions) -> Period | None:
    day, hour, minute, second = _day(match), int(match[5]), int(match[6]), int(match[7] or 0)
    if day is None or minute > 59 or second > 59 or (hour, minute, second) > (24, 0, 0):
        return None
    wall = day * DAY_SECONDS + hour * 3_600 + minute * 60 + second
    return Period.of_second(wall, Grain.SECOND if match[7] else Grain.MINUTE)


_DATE = _YEAR + r"-(\d\d)-(\d\d)"
_SHAPES: tuple[tuple[str, Callable[[re.Match[str], Conventions], Period | None]], ...] = (
    (r"(BC)?(\d)", _unit(Grain.MILLENNIUM)),
    (r"(BC)?(\d\d)", _unit(Grain.CENTURY)),
    (r"(BC)?(\d{3})", _unit(Grain.DECADE)),
    (_YEAR, lambda match, _: Period(Grain.YEAR, _year(match))),
    (_YEAR + r"-H([12])", _numbered(Grain.HALF, 2)),
    (_YEAR + r"-Q([1-4])", _numbered(Grain.QUARTER, 4)),
    (_YEAR + r"-(SP|SU|FA|WI)", _season),
    (_YEAR + r"-(\d\d)", _numbered(Grain.MONTH, 12)),
    (_YEAR + r"-W(\d\d)(-WE)?", _week),
    (_DATE, _date),
    (_DATE + rf"T({'|'.join(PARTS)})", _part),
    (_DATE + r"T(\d\d):(\d\d)(?::(\d\d))?", _clock),
)
