"""Units of the calendar, clock times and lengths in English words, and in the form of HTML's ``datetime``."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period, civil, time_of_day
from timeline.calendar.durations import Duration
from timeline.calendar.edtf import clock_text, offset_text, period_text, year_text
from timeline.calendar.values import Moment

MONTHS = tuple("January February March April May June July August September October November December".split())
ORDINALS = ("first", "second", "third", "fourth")
MODIFIERS = {
    "APPROX": "about ",
    "MORE_THAN": "more than ",
    "LESS_THAN": "less than ",
    "EQUAL_OR_MORE": "at least ",
    "EQUAL_OR_LESS": "at most ",
}
PLURALS = {Grain.CENTURY: "centuries", Grain.MILLENNIUM: "millennia", Grain.HALF: "half-years", Grain.PART: "parts of a day"}
LAST_BARE_YEAR = 999  # up to it a year needs AD, or it reads like a number


@frozen
class Piece:
    """Some words, and the date that they say in the form of HTML's ``datetime``, if it can hold it."""

    text: str
    datetime: str | None = None


Pieces = tuple[Piece, ...]


# -- two ends ----------------------------------------------------------------------------------------------------------


def pair(start: Moment, end: Moment, joint: str, start_about: bool = False, end_about: bool = False) -> Iterator[Piece]:
    """Two ends; what both share is said once."""
    first, last = _units_of(start, end)
    text = _shortened(first, last, same_month=not start_about and not end_about)
    whole = start.wall % DAY_SECONDS == end.wall % DAY_SECONDS == 0
    yield Piece("about " if start_about else "")
    yield Piece(text, unit_machine(first)) if whole else clock_piece(start)
    yield Piece(joint + ("about " if end_about else ""))
    yield unit_piece(last) if whole else clock_piece(end)


def _units_of(start: Moment, end: Moment) -> tuple[Period, Period]:
    """The largest units that two ends begin and close: years, months or days."""
    for grain in (Grain.YEAR, Grain.MONTH):
        first, last = (Period.of_day(day).to(grain) for day in (start.day, end.last_day))
        if (first.first_day, last.shift(1).first_day) == (start.day, end.last_day + 1):
            return first, last
    return Period.of_day(start.day), Period.of_day(end.last_day)


def _shortened(first: Period, last: Period, *, same_month: bool) -> str:
    """The first of two units without the year, and if wished the month, that the second says again."""
    if first.grain == Grain.DAY:
        (year, month, day), other = civil(first.index), civil(last.index)
        if first == last or year != other[0]:
            return unit_words(first)
        return str(day) if month == other[1] and same_month else f"{day} {MONTHS[month - 1]}"
    if first.grain == Grain.MONTH and first != last and first.year == last.year:
        return MONTHS[first.index % 12]
    return unit_words(first)


# -- single units ------------------------------------------------------------------------------------------------------


def unit_piece(unit: Period) -> Piece:
    """A calendar unit in words, with its date."""
    return Piece(unit_words(unit), unit_machine(unit))


def unit_words(unit: Period) -> str:
    """A calendar unit in words.

    >>> [unit_words(Period.of_day(738781).to(grain)) for grain in (Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.DECADE)]
    ['18 September 2023', 'September 2023', 'the third quarter of 2023', 'the 2020s']
    """
    index = unit.index
    match unit.grain:
        case Grain.MILLENNIUM | Grain.CENTURY if index >= 0:
            return f"the {_ordinal(index + 1)} {unit.grain.label}"
        case Grain.DECADE if index > 0:
            return f"the {'AD ' if index * 10 <= LAST_BARE_YEAR else ''}{index * 10}s"
        case Grain.YEAR:
            return year_words(index)
        case Grain.HALF:
            return f"the {ORDINALS[index % 2]} half of {year_words(index // 2)}"
        case Grain.QUARTER:
            return f"the {ORDINALS[index % 4]} quarter of {year_words(index // 4)}"
        case Grain.SEASON:
            # the name of a season depends on the hemisphere, its months do not
            return "".join(piece.text for piece in pair(*bounds_of(unit), " to "))
        case Grain.MONTH:
            return f"{MONTHS[index % 12]} {year_words(index // 12)}"
        case Grain.DAY:
            year, month, day = civil(index)
            return f"{day} {MONTHS[month - 1]} {year_words(year)}"
    return "".join(piece.text for piece in pair(*bounds_of(unit), " to "))


def bounds_of(unit: Period) -> tuple[Moment, Moment]:
    """The first moment of a calendar unit, and the first one after it."""
    return Moment(unit.first_day * DAY_SECONDS), Moment(unit.shift(1).first_day * DAY_SECONDS)


def unit_machine(unit: Period) -> str | None:
    """A year, month or day as HTML writes it in ``datetime``; None for what it cannot say.

    >>> unit_machine(Period.of_month(2023, 9)), unit_machine(Period(Grain.YEAR, -43))
    ('2023-09', None)
    """
    if unit.grain not in (Grain.YEAR, Grain.MONTH, Grain.DAY) or not 1 <= unit.year <= 9999:
        return None
    return period_text(unit)


def year_words(year: int) -> str:
    """A year as people count them.

    >>> year_words(2023), year_words(79), year_words(0), year_words(-43), year_words(12000)
    ('2023', 'AD 79', '1 BC', '44 BC', '12,000')
    """
    if year <= 0:
        return f"{1 - year:,} BC" if year <= -9999 else f"{1 - year} BC"
    return f"AD {year}" if year <= LAST_BARE_YEAR else year_text(year) if year <= 9999 else f"{year:,}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


# -- days and clock times ----------------------------------------------------------------------------------------------


def edge_piece(moment: Moment, *, end: bool = False) -> Piece:
    """One end as a day, or with its clock time where it has one; an end names the last day before it."""
    if moment.wall % DAY_SECONDS:
        return clock_piece(moment)
    return unit_piece(Period.of_day(moment.last_day if end else moment.day))


def day_piece(moment: Moment) -> Piece:
    """The day of a moment in words, with its date."""
    return unit_piece(Period.of_day(moment.day))


def clock_piece(moment: Moment, *, about: bool = False) -> Piece:
    """A moment in words, down to its clock time and zone."""
    day = day_piece(moment)
    machine = clock_text(moment.wall, moment.offset) if day.datetime is not None else None
    return Piece(f"{day.text}, {'about ' if about else ''}{hours(moment)}{zone_words(moment)}", machine)


def hours(moment: Moment, *, end: bool = False) -> str:
    """The clock time of a moment; an end at the end of a day is midnight."""
    return "midnight" if end and moment.wall % DAY_SECONDS == 0 else time_of_day(moment.wall)


def zone_words(moment: Moment) -> str:
    """How far the clock of a moment is from UTC, nothing where that is not known."""
    if moment.offset is None:
        return ""
    return " UTC" if moment.offset == 0 else f" UTC{offset_text(moment.offset).replace('-', '−')}"


# -- lengths -----------------------------------------------------------------------------------------------------------


def duration_words(duration: Duration) -> str:
    """A length in words.

    >>> duration_words(Duration.of(3, Grain.WEEK, "APPROX")), duration_words(Duration.of(None, Grain.DAY))
    ('about 3 weeks', 'some days')
    """
    units = [_amount(grain, amount) for grain, amount in duration.amounts]
    return MODIFIERS.get(duration.mod or "", "") + " and ".join([", ".join(units[:-1]), units[-1]][len(units) == 1 :])


def _amount(grain: Grain, amount: Fraction | None) -> str:
    name = "half-year" if grain == Grain.HALF else grain.label
    if amount == 1:
        return f"1 {name}"
    number = "some" if amount is None else f"{float(amount):g}"
    return f"{number} {PLURALS.get(grain, name + 's')}"


def day_words(day: int) -> str:
    """The day of a number in words.

    >>> day_words(738781)
    '18 September 2023'
    """
    return unit_words(Period.of_day(day))
