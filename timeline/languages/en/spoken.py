"""Rules for dates and hours as they are spoken: the twenty-first of March, nine at night, nineteen ninety-one."""

from __future__ import annotations

from timeline.calendar.almanac import SEASONS, Grain, month_length
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, Modified, Number, Unit, Within
from timeline.languages.en.clocks import minutes_to, of_half
from timeline.languages.en.dates import COUNTED


def _spoken_day(tens: int, ones: int, month: int, weekday: int | None = None, year: int | None = None) -> Date | None:
    """The twenty-first of March."""
    day = tens + ones
    fits = ones < 10 and day <= month_length(2000 if year is None else year, month)
    return Date(day=day, month=month, weekday=weekday, year=year) if fits else None


def _hour_at(hour: int, part: str) -> Clock | None:
    return of_half(Clock(hour=hour), part) if 0 < hour <= 12 else None


def _hour_in(hour: int, part: Within) -> Within | None:
    """Seven tonight, nine tomorrow morning."""
    code = getattr(part.inner, "code", None)
    return Within(of_half(Clock(hour=hour), code), part.outer) if code is not None and 0 < hour <= 12 else None


def _decade(century: int, decade: int) -> Unit | None:
    return Unit(grain=Grain.DECADE, number=century * 10 + decade) if 10 <= century <= 20 else None


def _part_of_season(part: str, season: str, year: int | None) -> Modified:
    return Modified(Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=year), part)


def _spoken_year(century: int, rest: Number) -> Date | None:
    """Nineteen ninety-one."""
    if not 15 <= century <= 20 or rest.amount is None or not 10 <= rest.amount <= 99:
        return None
    return Date(year=century * 100 + int(rest.amount))


def _spoken_season(season: str, century: int, rest: Number) -> Unit | None:
    year = _spoken_year(century, rest)
    return None if year is None else Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=year.year)


def _in_spoken_year(month: int, century: int, rest: Number) -> Date | None:
    year = _spoken_year(century, rest)
    return None if year is None else Date(year=year.year, month=month)


YEARS = (
    Rule(
        name="spoken season",
        pattern=f"the? season:SEASONNAME of century:CARDINAL rest:NUM <!UNITNAME|WORD|ORD|%|{COUNTED}>",
        means=_spoken_season,
        examples={"the winter of nineteen ninety-four": "1994-WI"},
    ),
    Rule(
        name="spoken month and year",
        pattern=f"month:MONTHNAME of|,? century:CARDINAL rest:NUM <!UNITNAME|WORD|ORD|%|{COUNTED}>",
        means=lambda month, century, rest: _in_spoken_year(month, century, rest),
        examples={"June nineteen ninety-four": "1994-06"},
    ),
    Rule(
        name="spoken year after a preposition",
        pattern="<in|since|until|by|during|after|before> century:CARDINAL rest:NUM <NAME|,|.|it|he|she|they|we|the|a|an>",
        means=_spoken_year,
        examples={"in [nineteen ninety-one] Anna Lee was chosen": "1991"},
    ),
    Rule(
        name="spoken year",
        pattern=f"century:CARDINAL rest:NUM <!UNITNAME|WORD|ORD|%|{COUNTED}>",
        means=_spoken_year,
        examples={"in [nineteen ninety-one]": "1991"},
        never=("eighteen ninety men",),
    ),
)

# These compete with the bare atoms, and win where they are longer.
RULES = (
    Rule(
        name="spoken day and month",
        pattern=(
            "( weekday:WEEKDAYNAME|WEEKDAYABBR ,? )? the? tens:TENS -? ones:ORDDAY of? month:MONTHNAME ( ,? year:YEARNUM )?"
        ),
        means=_spoken_day,
        examples={"the twenty-first of March": "2023-03-21", "twenty-second of May 2020": "2020-05-22"},
        never=("the thirty-first of June",),
    ),
    Rule(
        name="hour at night",
        pattern="<!WORD|NAME|NUM|UNITNAME|the|-|$|/|:|%> hour:HOURNUM|HOURWORD o'clock? at night",
        means=lambda hour: _hour_at(hour, "NI"),
        examples={"it was [nine at night]": "2023-09-18T21:00", "2 at night": "2023-09-18T02:00"},
        never=("13 at night", "he shot nine at night"),
    ),
    Rule(
        name="season and short year",
        pattern="the? season:SEASONNAME of? ' short:YY <!UNITNAME|NUM|'s>",
        means=lambda season, short: _season_of(season, short),
        examples={"the summer of '69": "1969-SU", "in [winter '98]": "1998-WI"},
        never=("the fall of '9",),
    ),
    Rule(
        name="decade of a spoken century",
        pattern="the century:CARDINAL -? decade:DECADENAME",
        means=_decade,
        examples={"the eighteen-nineties": "189", "the nineteen sixties": "196"},
        never=("the three nineties", "the two sixties hits"),
    ),
    Rule(
        name="spoken century",
        pattern="the? tens:TENS -? ones:ORD -? century ( ad|a.d.|ce|c.e. )?",
        means=lambda tens, ones: Unit(grain=Grain.CENTURY, number=tens + ones - 1) if ones < 10 else None,
        examples={"the twenty-first century": "20"},
        never=("the twenty tenth century",),
    ),
    Rule(
        name="the roaring twenties",
        pattern="the roaring decade:DECADENAME",
        means=lambda decade: Unit(grain=Grain.DECADE, number=192) if decade == 2 else None,
        examples={"the Roaring Twenties": "192"},
        never=("the roaring sixties",),
    ),
    Rule(
        name="millennium",
        pattern="the? count:ORD -? millennium ( ad|a.d.|ce|c.e. )?",
        means=lambda count: Unit(grain=Grain.MILLENNIUM, number=count - 1) if count < 10 else None,
        examples={"the third millennium": "2"},
        never=("the 12th millennium",),
    ),
    *(
        Rule(
            name=f"{said} in a season, also a word",
            pattern=f"the? {said} -? season:SEASONNAME ( of|,? year:YEARNUM )? <!WORD|NAME|of|-|from|,>",
            means=lambda season, year, part=part: _part_of_season(part, season, year),
            examples={f"in [{said} spring]": "2023-SP", f"{said} fall": "2023-FA", f"{said} summer 2014": "2014-SU"},
            never=(f"a {said} spring storm", f"{said} fall of the dollar"),
        )
        for said, part in (("early", "START"), ("mid", "MID"), ("late", "END"))
    ),
)


def _season_of(season: str, short: int) -> Unit | None:
    """The summer of '69: before this century, unless it has come that far."""
    return Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=short + (1900 if short > 40 else 2000))


# Of parts of days that are read.
COMBINED = (
    Rule(
        name="hour before the part of a day",
        pattern="<!WORD|NAME|NUM|UNITNAME|ORD|the|-|$|/|:|%> hour:HOURNUM|HOURWORD part:DATED_PART",
        means=_hour_in,
        examples={"9 tomorrow morning": "2023-09-19T09:00", "8 this evening": "2023-09-18T20:00"},
        never=("he shot seven this morning", "the seven tonight"),
    ),
    Rule(
        name="early or late in the part of a day",
        pattern="early|late part:DATED_PART",
        means=lambda part: part,
        examples={"early this morning": "2023-09-18TMO", "late last night": "2023-09-17TNI"},
        never=("they were late. Last night they ran",),
    ),
)

LATENT = (
    Rule(
        name="part of a day by itself",
        pattern="part:PART",
        means=lambda part: part,
        examples={"[midday]": "2023-09-18TMI", "[afternoon]": "2023-09-18TAF"},
        never=("morning",),
        latent=True,
    ),
    Rule(
        name="hour and minutes with a full stop",
        pattern="time:DOTCLOCK",
        means=lambda time: Clock(hour=time[0], minute=time[1]),
        examples={"[15.00]": "2023-09-18T15:00"},
        never=("15.00",),
        latent=True,
    ),
    Rule(
        name="minutes to, by themselves",
        pattern="minutes:NUM to hour:HOURNUM|HOURWORD",
        means=lambda minutes, hour: minutes_to(minutes, hour) if _of_an_hour(minutes) else None,
        examples={"[ten to five]": "2023-09-18T16:50", "[twenty-five to six]": "2023-09-18T17:35"},
        never=("they won ten to five", "3 to 5"),
        latent=True,
    ),
)


def _of_an_hour(minutes: Number) -> bool:
    """Whether a number is one of the minutes that are counted to an hour without the word."""
    return minutes.amount in (5, 10, 20, 25)
