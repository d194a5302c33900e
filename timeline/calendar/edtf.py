"""EDTF (ISO 8601-2) strings for stretches of wall time, written and read.

The functions work on plain seconds (see `timeline.calendar.almanac`) so that every value can print itself.  Written
are the whole calendar units of EDTF level 0 to 2, ``~`` at an approximate end, ``..`` at an open one; a clock
time makes an ISO 8601 date and time.  Read are the same, and ISO weeks (``2023-W37``) and weekends.
"""

from __future__ import annotations

import re

from attrs import frozen

from timeline.calendar.almanac import (
    DAY_SECONDS,
    MAX_YEAR,
    SECONDS_IN,
    Grain,
    Period,
    civil,
    day_number,
    first_week,
    iso_week,
    month_length,
    time_of_day,
)
from timeline.calendar.conventions import Conventions
from timeline.errors import PeriodError

NORTH = Conventions()  # only for the units whose bounds no convention changes, and the code numbers of EDTF seasons


@frozen
class Stretch:
    """What an EDTF string says: start and end second (exclusive), None where open."""

    start: int | None
    end: int | None
    grain: Grain
    start_approximate: bool = False
    end_approximate: bool = False
    offset: int | None = None


def year_text(year: int) -> str:
    """A year as ISO 8601 and EDTF write it.

    >>> year_text(2023), year_text(-43), year_text(12000)
    ('2023', '-0043', 'Y12000')
    """
    return f"{'-' if year < 0 else ''}{abs(year):04}" if abs(year) <= 9999 else f"Y{year}"


def day_text(day: int) -> str:
    """A day number as a date.

    >>> day_text(738781)
    '2023-09-18'
    """
    year, month, of_month = civil(day)
    return f"{year_text(year)}-{month:02}-{of_month:02}"


def offset_text(offset: int | None) -> str:
    """An offset from UTC in seconds, nothing when unknown.

    >>> offset_text(0), offset_text(-16200), offset_text(None)
    ('Z', '-04:30', '')
    """
    if offset is None:
        return ""
    if offset == 0:
        return "Z"
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 3600:02}:{abs(offset) // 60 % 60:02}"


def clock_text(wall: int, offset: int | None) -> str:
    """A second of wall time as date and clock time.

    >>> clock_text(738781 * 86400 + 54000, None)
    '2023-09-18T15:00:00'
    """
    return f"{day_text(wall // DAY_SECONDS)}T{time_of_day(wall, seconds=True)}{offset_text(offset)}"


def period_text(period: Period) -> str:
    """One calendar unit.

    >>> period_text(Period.of_month(2023, 9)), period_text(Period(Grain.DECADE, 199))
    ('2023-09', '199X')
    """
    index = period.index
    match period.grain:
        case Grain.CENTURY if 0 <= index <= 99:
            return f"{index:02}XX"
        case Grain.DECADE if 0 <= index <= 999:
            return f"{index:03}X"
        case Grain.YEAR:
            return year_text(index)
        case Grain.HALF:
            return f"{year_text(index // 2)}-{40 + index % 2}"
        case Grain.QUARTER:
            return f"{year_text(index // 4)}-{33 + index % 4}"
        case Grain.SEASON:
            return f"{year_text(index // 4)}-{21 + index % 4}"
        case Grain.MONTH:
            return f"{year_text(index // 12)}-{index % 12 + 1:02}"
        case Grain.WEEK:
            year, week = iso_week(index)
            return f"{year_text(year)}-W{week:02}"
        case Grain.DAY:
            return day_text(index)
    start, end = NORTH.span(period)
    return write(Stretch(start, end, Grain.DAY if start % DAY_SECONDS == 0 else Grain.SECOND))


_UNITS = (Grain.CENTURY, Grain.DECADE, Grain.YEAR, Grain.HALF, Grain.QUARTER, Grain.SEASON, Grain.MONTH, Grain.DAY)


def write(stretch: Stretch) -> str:
    """An interval, or the one calendar unit that it fills.

    >>> write(Stretch(738781 * 86400, 738785 * 86400, Grain.DAY))
    '2023-09-18/2023-09-21'
    """
    start, end = stretch.start, stretch.end
    first = "~" if stretch.start_approximate else ""
    last = "~" if stretch.end_approximate else ""
    if start is not None and end is not None:
        unit = whole_unit(start, end, stretch.grain)
        if unit is not None and first == last:
            return period_text(unit) + first
        if stretch.grain < Grain.DAY and end - start == SECONDS_IN.get(stretch.grain):
            return clock_text(start, stretch.offset) + first
    return f"{_edge(start, 0, stretch)}{first}/{_edge(end, 1, stretch)}{last}"


def whole_unit(start: int, end: int, grain: Grain) -> Period | None:
    """The calendar unit that a stretch fills, None where it fills none.

    A quarter, a season or the like is named only where ``grain`` says that it was said; a year, a month or a day goes without
    saying.

    >>> whole_unit(738764 * 86400, 738794 * 86400, Grain.DAY) == Period.of_month(2023, 9)
    True
    """
    for named in _UNITS:
        unit = Period.of_date(*civil(start // DAY_SECONDS)).to(named)
        if (named in (Grain.YEAR, Grain.MONTH, Grain.DAY) or named == grain) and NORTH.span(unit) == (start, end):
            return unit
    return None


def _edge(wall: int | None, exclusive: int, stretch: Stretch) -> str:
    if wall is None:
        return ".."
    whole = all(w is None or w % DAY_SECONDS == 0 for w in (stretch.start, stretch.end))
    return day_text((wall - exclusive) // DAY_SECONDS) if whole else clock_text(wall, stretch.offset)


_DATE = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,6})"
    r"(?:-(?:W(?P<week>\d\d)(?:-(?P<weekday>[1-7])|-?(?P<weekend>WE))?|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?)?"
    r"(?P<approximate>[~?%]?)",
    re.ASCII,
)
_DECADE = re.compile(r"(?P<digits>\d{3}X|\d{2}XX)(?P<approximate>[~?%]?)", re.ASCII)


def read(text: str) -> Stretch:
    """The stretch that an EDTF string says; both ends are included to the grain written.

    Raises `PeriodError` for anything else.

    >>> read("2023-09").end == read("2023-10").start
    True
    """
    if not isinstance(text, str):
        raise PeriodError(f"expected an EDTF string, got {text!r}")
    first, slash, last = text.strip().partition("/")
    start = _read_edge(first, text)
    if not slash:
        if start is None:
            raise PeriodError(f"{text!r} is open at both ends")
        return start
    end = _read_edge(last, text)
    if start is None and end is None:
        raise PeriodError(f"{text!r} is open at both ends")
    whole = Stretch(
        start.start if start else None,
        end.end if end else None,
        min(edge.grain for edge in (start, end) if edge),
        bool(start and start.start_approximate),
        bool(end and end.end_approximate),
        (start or end).offset,  # type: ignore[union-attr]  # one of them is there, see above
    )
    if whole.start is not None and whole.end is not None and whole.start >= whole.end:
        raise PeriodError(f"{text!r} ends before it starts")
    return whole


def half_unit(grain: Grain) -> int:
    """Half of a calendar unit in seconds, in whole days where the unit has them: what "~" leaves open on either side.

    >>> half_unit(Grain.YEAR) // 86400, half_unit(Grain.DAY) // 86400, half_unit(Grain.MINUTE)
    (183, 1, 30)
    """
    start, end = NORTH.span(Period.of_day(day_number(2000, 1, 1)).to(grain)) if grain >= Grain.DAY else (0, SECONDS_IN[grain])
    half = (end - start) // 2
    return half if grain < Grain.DAY else max(DAY_SECONDS, half // DAY_SECONDS * DAY_SECONDS)


def _read_edge(text: str, whole: str) -> Stretch | None:
    if text in ("..", ""):
        return None
    if match := _DECADE.fullmatch(text):
        digits = match["digits"].rstrip("X")
        period = Period(Grain.DECADE if len(digits) == 3 else Grain.CENTURY, int(digits))
        return Stretch(*NORTH.span(period), period.grain, *[bool(match["approximate"])] * 2)
    match = _DATE.fullmatch(text)
    if match is None:
        raise PeriodError(
            f'cannot read {whole!r}: expected EDTF such as "2023-09-18", "2023-09", "2023-W37", "2023-09/.."'
        )
    approximate = bool(match["approximate"])
    period = _read_period(match, whole)
    if match["hour"] is None:
        return Stretch(*NORTH.span(period), period.grain, approximate, approximate)
    clock = [int(match[name] or 0) for name in ("hour", "minute", "second")]
    if period.grain != Grain.DAY or clock[0] > 23 or clock[1] > 59 or clock[2] > 59:
        raise PeriodError(f"there is no clock time {text!r}")
    start = period.index * DAY_SECONDS + clock[0] * 3600 + clock[1] * 60 + clock[2]
    grain = Grain.SECOND if match["second"] else Grain.MINUTE
    return Stretch(start, start + SECONDS_IN[grain], grain, approximate, approximate, _read_offset(match["zone"]))


def _read_period(match: re.Match[str], whole: str) -> Period:
    year = int(match["year"].lstrip("Y"))
    if abs(year) > MAX_YEAR:
        raise PeriodError(f"{whole!r} lies outside the years -{MAX_YEAR} to {MAX_YEAR}")
    if match["week"]:
        week = first_week(year) + int(match["week"]) - 1
        if not 1 <= int(match["week"]) or iso_week(week)[0] != year:
            raise PeriodError(f"{year_text(year)} has no week {match['week']}")
        if match["weekday"]:
            return Period.of_day(week * 7 + int(match["weekday"]))
        return Period(Grain.WEEKEND if match["weekend"] else Grain.WEEK, week)
    if match["month"] is None:
        return Period(Grain.YEAR, year)
    month = int(match["month"])
    if match["day"] is None and 21 <= month <= 41:
        return _read_part_of_year(year, month, whole)
    if not 1 <= month <= 12:
        raise PeriodError(f"there is no month {month:02} in {whole!r}")
    if match["day"] is None:
        return Period.of_month(year, month)
    if not 1 <= int(match["day"]) <= month_length(year, month):
        raise PeriodError(f"there is no day {match['day']} in {year_text(year)}-{month:02}")
    return Period.of_day(day_number(year, month, int(match["day"])))


def _read_part_of_year(year: int, code: int, whole: str) -> Period:
    """Seasons are 21 to 24, quarters 33 to 36, halves 40 and 41."""
    for grain, first, count in ((Grain.SEASON, 21, 4), (Grain.QUARTER, 33, 4), (Grain.HALF, 40, 2)):
        if first <= code < first + count:
            return Period(grain, year * count + code - first)
    raise PeriodError(
        f"cannot read {whole!r}: the code {code} is not one of seasons 21-24, quarters 33-36, halves 40-41"
    )


def _read_offset(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone == "Z":
        return 0
    sign = -1 if zone[0] == "-" else 1
    return sign * (int(zone[1:3]) * 3600 + int(zone[4:6]) * 60)
