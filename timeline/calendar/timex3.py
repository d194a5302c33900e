"""TIMEX3 values, written and read: calendar units with their clock time; lengths and repetitions, which are only read here.

TimeML 1.2 takes ISO 8601 and adds to it: parts of the day (``2023-09-18TMO``), weekends (``2023-W37-WE``), seasons,
quarters and halves (``2023-SU``, ``2023-Q3``, ``2023-H1``), decades and centuries by their first digits (``199``,
``19``), years before Christ (``BC0044``), and X for what is not known.  Read are these and the forms of older corpora
(``199X``, ``P2E``, ``P1C``).
"""

from __future__ import annotations

import re
from fractions import Fraction
from types import MappingProxyType

from timeline.calendar.almanac import (
    DAY_SECONDS,
    MAX_YEAR,
    PARTS,
    SECONDS_IN,
    Grain,
    Period,
    civil,
    day_number,
    first_week,
    iso_week,
    month_length,
    part_of_day,
    time_of_day,
)
from timeline.calendar.conventions import Conventions
from timeline.calendar.durations import Duration
from timeline.calendar.values import Moment, Recurrence

_CALENDAR = re.compile(
    r"(?P<year>(?:BC)?\d{4}|\d{5,6})"
    r"(?:-(?:W(?P<week>\d\d?)(?:-(?P<weekday>[1-7])|-(?P<weekend>WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T(?:(?P<part>DW|MO|MI|AF|EV|NI|DT)|(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?))?",
    re.ASCII,
)
_LONG = re.compile(r"(?P<bc>BC)?(?:(?P<decade>\d{3})X?|(?P<century>\d{2})(?:XX)?|(?P<millennium>\d)(?:XXX)?)", re.ASCII)
_NUMBER = r"(?:\d+(?:\.\d+)?|X+)"
_LENGTH = re.compile(
    rf"P(?P<date>(?:{_NUMBER}(?:ML|L|CE?|DE|E|Y|H|S|Q|M|WE?|D|PD))*)(?:T(?P<clock>(?:{_NUMBER}[HMS])+))?", re.ASCII
)
_AMOUNT = re.compile(rf"({_NUMBER})([A-WYZ]+)", re.ASCII)
_LONGEST = 32  # characters of a length; no longer one says anything

# Each unit of a length by its letters; "E" and "L" are those of TIMEX2, which older annotations kept.
DATE_UNITS = MappingProxyType(
    {
        "ML": Grain.MILLENNIUM,
        "L": Grain.MILLENNIUM,
        "C": Grain.CENTURY,
        "CE": Grain.CENTURY,
        "DE": Grain.DECADE,
        "E": Grain.DECADE,
        "Y": Grain.YEAR,
        "H": Grain.HALF,
        "S": Grain.SEASON,
        "Q": Grain.QUARTER,
        "M": Grain.MONTH,
        "W": Grain.WEEK,
        "WE": Grain.WEEKEND,
        "D": Grain.DAY,
        "PD": Grain.PART,
    }
)
CLOCK_UNITS = MappingProxyType({"H": Grain.HOUR, "M": Grain.MINUTE, "S": Grain.SECOND})


# -- written -----------------------------------------------------------------------------------------------------------


def year_value(year: int) -> str:
    """A year; years before Christ are counted as BC.

    >>> year_value(2023), year_value(-43)
    ('2023', 'BC0044')
    """
    return f"BC{1 - year:04}" if year <= 0 else f"{year:04}"


def period_value(period: Period, conventions: Conventions) -> str:
    """The value of a calendar unit.

    >>> period_value(Period.of_month(2023, 9), Conventions()), period_value(Period(Grain.DECADE, 199), Conventions())
    ('2023-09', '199')
    """
    grain, index = period.grain, period.index
    match grain:
        case Grain.MILLENNIUM:
            return f"{index}" if index >= 0 else f"BC{-index - 1}"
        case Grain.CENTURY:
            return f"{index:02}" if index >= 0 else f"BC{-index - 1:02}"
        case Grain.DECADE:
            return f"{index:03}" if index >= 0 else f"BC{-index - 1:03}"
        case Grain.YEAR:
            return year_value(index)
        case Grain.HALF:
            return f"{year_value(index // 2)}-H{index % 2 + 1}"
        case Grain.QUARTER:
            return f"{year_value(index // 4)}-Q{index % 4 + 1}"
        case Grain.SEASON:
            return f"{year_value(index // 4)}-{conventions.season_names[index % 4]}"
        case Grain.MONTH:
            return f"{year_value(index // 12)}-{index % 12 + 1:02}"
        case Grain.WEEK | Grain.WEEKEND:
            year, week = iso_week(index)
            return f"{year_value(year)}-W{week:02}{'-WE' if grain == Grain.WEEKEND else ''}"
        case Grain.PART:
            day, part = divmod(index, len(PARTS))
            return f"{day_value(day)}T{part_value(PARTS[part])}"
        case Grain.DAY:
            return day_value(index)
    start, _ = conventions.span(period)
    return f"{day_value(start // DAY_SECONDS)}T{time_of_day(start, seconds=grain == Grain.SECOND)}"


def part_value(part: str) -> str:
    """The code of a part of the day; TimeML has none for dawn and the small hours.

    >>> part_value("DW"), part_value("EV")
    ('MO', 'EV')
    """
    return "MO" if part in ("DW", "SM") else part


def day_value(day: int) -> str:
    """The value of a day number.

    >>> day_value(738781)
    '2023-09-18'
    """
    year, month, of_month = civil(day)
    return f"{year_value(year)}-{month:02}-{of_month:02}"


def interval_value(first: str, last: str) -> str:
    """The value of a range, as an ISO 8601 interval.

    >>> interval_value("2023-09-18", "2023-09-21")
    '2023-09-18/2023-09-21'
    """
    return f"{first}/{last}"


def moment_value(moment: Moment) -> str:
    """The TIMEX3 value of a moment: a day, or a clock time with its offset from UTC where it is known.

    >>> moment_value(Moment.of(2023, 9, 18)), moment_value(Moment.of(-43, 3, 15))
    ('2023-09-18', 'BC0044-03-15')
    """
    _, _, clock = str(moment).partition("T")
    return day_value(moment.day) + (f"T{clock}" if clock else "")


# -- read --------------------------------------------------------------------------------------------------------------


def read_period(value: str, conventions: Conventions = Conventions()) -> tuple[Period, int | None] | None:
    """The calendar unit of a value with its offset from UTC in seconds, or None where the value names none.

    >>> read_period("2023-09"), read_period("2023-XX")
    ((Period(grain=<Grain.MONTH: 7>, index=24284), None), None)
    >>> read_period("2023-09-18T15:00+01:00")[1], read_period("2023-09-31")
    (3600, None)
    """
    if match := _LONG.fullmatch(value):
        return _long(match), None
    match = _CALENDAR.fullmatch(value)
    if match is None:
        return None
    period = _date(match, conventions)
    if period is None or (match["part"] is None and match["hour"] is None):
        return None if period is None else (period, None)
    if period.grain != Grain.DAY:
        return None
    if match["part"] is not None:
        return part_of_day(period.index, match["part"]), None
    return _clock(match, period.index)


def _long(match: re.Match[str]) -> Period:
    """A decade, century or millennium; those before Christ are numbered backwards, the last one 00."""
    name, grain = next(
        (name, grain)
        for name, grain in (("decade", Grain.DECADE), ("century", Grain.CENTURY), ("millennium", Grain.MILLENNIUM))
        if match[name] is not None
    )
    number = int(match[name])
    return Period(grain, -number - 1 if match["bc"] else number)


def _date(match: re.Match[str], conventions: Conventions) -> Period | None:
    digits = match["year"]
    year = 1 - int(digits[2:]) if digits.startswith("BC") else int(digits)
    if year > MAX_YEAR or digits == "BC0000":
        return None
    if match["week"]:
        week = first_week(year) + int(match["week"]) - 1
        if iso_week(week)[0] != year:
            return None
        if match["weekday"]:
            return Period.of_day(week * 7 + int(match["weekday"]))
        return Period(Grain.WEEKEND if match["weekend"] else Grain.WEEK, week)
    if match["quarter"]:
        return Period(Grain.QUARTER, year * 4 + int(match["quarter"]) - 1)
    if match["half"]:
        return Period(Grain.HALF, year * 2 + int(match["half"]) - 1)
    if match["season"]:
        return Period(Grain.SEASON, year * 4 + conventions.season_names.index(match["season"]))
    if match["month"] is None:
        return Period(Grain.YEAR, year)
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["day"] is None:
        return Period.of_month(year, month)
    day = int(match["day"])
    return Period.of_day(day_number(year, month, day)) if 1 <= day <= month_length(year, month) else None


def _clock(match: re.Match[str], day: int) -> tuple[Period, int | None] | None:
    """A clock time on a day; a bare hour is printed with its minutes, so it is read as the minute that it names."""
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        return None
    grain = Grain.SECOND if match["second"] else Grain.MINUTE
    wall = ((day * 24 + hour) * 60 + minute) * 60 + second
    return Period(grain, wall // SECONDS_IN[grain]), _offset(match["zone"])


def _offset(zone: str | None) -> int | None:
    if zone is None or zone == "Z":
        return None if zone is None else 0
    minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
    return -minutes * 60 if zone[0] == "-" else minutes * 60


def read_duration(value: str, mod: str | None = None) -> Duration | None:
    """The length that a value says, or None where it says none.

    >>> print(read_duration("P3W"), read_duration("PT1H30M"), read_duration("PXD"), read_duration("P2E"), read_duration("P"))
    P3W PT1H30M PXD P2DE None
    """
    match = _LENGTH.fullmatch(value) if len(value) <= _LONGEST else None
    if match is None:
        return None
    amounts = []
    for text, units in ((match["date"], DATE_UNITS), (match["clock"] or "", CLOCK_UNITS)):
        for amount, unit in _AMOUNT.findall(text):
            amounts.append((units[unit], None if "X" in amount else Fraction(amount)))
    return Duration(tuple(amounts), mod) if amounts else None


DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<day>[1-7]|WE)", re.ASCII)
_YEARLY = re.compile(r"XXXX-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?", re.ASCII)


def read_recurrence(value: str, quant: str | None = None, freq: str | None = None) -> Recurrence:
    """The repetition of a SET, with a rule only where the value itself says on which days.

    >>> read_recurrence("XXXX-WXX-1", "EVERY").rule, read_recurrence("P1W", freq="2X").rule
    ('FREQ=WEEKLY;BYDAY=MO', None)
    """
    said = (quant or "EVERY").upper() in ("EVERY", "EACH") and freq is None
    return Recurrence(value=value, quant=quant, freq=freq, rule=_rule(value) if said else None)


def _rule(value: str) -> str | None:
    if value in ("P1D", "XXXX-XX-XX"):
        return "FREQ=DAILY"
    if match := _WEEKDAY.fullmatch(value):
        return "FREQ=WEEKLY;BYDAY=" + ("SA,SU" if match["day"] == "WE" else DAYS[int(match["day"]) - 1])
    match = _YEARLY.fullmatch(value)
    if match is None or not 1 <= int(match["day"] or 1) <= month_length(2000, int(match["month"])):
        return None
    day = f";BYMONTHDAY={int(match['day'])}" if match["day"] else ""
    return f"FREQ=YEARLY;BYMONTH={int(match['month'])}{day}"
