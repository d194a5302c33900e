"""TIMEX3 values (ISO 8601 with the TimeML extensions) of calendar units and of what stayed unresolved."""

from __future__ import annotations

from timeline.calendar.almanac import DAY_SECONDS, PARTS, Grain, Period, civil, iso_week
from timeline.calendar.conventions import Conventions
from timeline.grammar.meanings import (
    BankHoliday,
    Clock,
    Date,
    DayPart,
    Holiday,
    Length,
    Meaning,
    Modified,
    Nth,
    Number,
    NumericDate,
    Offset,
    Onward,
    Range,
    Repeat,
    Select,
    Shift,
    Turn,
    Unit,
    Weekend,
    Within,
)


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
            return f"{index:01}"
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
    clock = start % DAY_SECONDS
    seconds = f":{clock % 60:02}" if grain == Grain.SECOND else ""
    return f"{day_value(start // DAY_SECONDS)}T{clock // 3600:02}:{clock // 60 % 60:02}{seconds}"


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


def open_value(meaning: Meaning) -> str:
    """The value of what stayed unresolved: X for what is not known.

    >>> open_value(Date(month=9)), open_value(Date(weekday=4)), open_value(Shift(Grain.WEEK, -1))
    ('XXXX-09', 'XXXX-WXX-5', 'XXXX-WXX')
    """
    match meaning:
        case Date(year=None, month=None, day=None, weekday=int(weekday)):
            return f"XXXX-WXX-{weekday + 1}"
        case Date():
            year = (
                "XXXX"
                if meaning.year is None
                else f"XX{meaning.year:02}" if meaning.short else year_value(meaning.year)
            )
            month = "XX" if meaning.month is None else f"{meaning.month:02}"
            if meaning.day is not None:
                return f"{year}-{month}-{meaning.day:02}"
            return year if meaning.month is None else f"{year}-{month}"
        case Unit():
            return (
                f"XXXX-{period_value(Period(meaning.grain, 4000 + meaning.number), Conventions())[5:]}"
                if meaning.grain in (Grain.QUARTER, Grain.SEASON, Grain.HALF)
                else f"XX{meaning.number % 10}"
            )
        case Clock():
            return f"XXXX-XX-XXT{meaning.hour:02}:{meaning.minute or 0:02}"
        case DayPart():
            return f"XXXX-XX-XXT{part_value(meaning.code)}"
        case Within(inner=Clock() | DayPart() as inner, outer=outer):
            date = open_value(outer)
            return f"{date if 'T' not in date else 'XXXX-XX-XX'}T{open_value(inner).partition('T')[2]}"
        case Within() | Modified() | Select():
            return open_value(meaning.inner)
        case Weekend():
            return "XXXX-WXX-WE"
        case Shift():
            return _OPEN_UNITS.get(meaning.grain, "XXXX-XX-XX")
        case Nth() | Offset() | Holiday() | BankHoliday() | Turn():
            return "XXXX-XX-XX"
    return "XXXX-XX-XX"


_OPEN_UNITS = {
    Grain.WEEK: "XXXX-WXX",
    Grain.MONTH: "XXXX-XX",
    Grain.QUARTER: "XXXX-QX",
    Grain.YEAR: "XXXX",
    Grain.DECADE: "XXX",
    Grain.CENTURY: "XX",
}


def interval_value(first: str, last: str) -> str:
    """The value of a range, as an ISO 8601 interval.

    >>> interval_value("2023-09-18", "2023-09-21")
    '2023-09-18/2023-09-21'
    """
    return f"{first}/{last}"


def stated(meaning: Meaning) -> bool:
    """Whether a meaning says all that its value needs, so that it is no temporal function in the sense of TimeML.

    >>> stated(Date(year=2023, month=9)), stated(Date(month=9)), stated(Shift(Grain.WEEK, -1))
    (True, False, False)
    """
    match meaning:
        case Number() | Length() | Repeat():
            return True
        case Date() | NumericDate() | Holiday():
            return meaning.year is not None
        case Unit(grain=Grain.DECADE):
            return meaning.number >= 10  # "the 1990s", but not "the nineties"
        case Unit():
            return meaning.year is not None or meaning.grain >= Grain.CENTURY
        case Within() | Nth():
            return stated(meaning.outer)
        case Modified():
            return stated(meaning.inner)
        case Onward():
            return stated(meaning.start)
        case Range():
            return stated(meaning.first) and stated(meaning.last)
    return False
