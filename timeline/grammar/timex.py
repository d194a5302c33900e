"""TIMEX3 values of what stayed unresolved, and which meanings say all that their value needs."""

from __future__ import annotations

from timeline.calendar.almanac import Grain, Period
from timeline.calendar.conventions import Conventions
from timeline.calendar.timex3 import part_value, period_value, year_value
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
