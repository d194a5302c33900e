"""Rules for parts of times and times made of two: early May, Monday night, 9 a.m. on Friday, the third quarter."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import SEASONS, Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import (
    Base,
    Clock,
    Date,
    DayPart,
    Length,
    Meaning,
    Modified,
    Nth,
    Offset,
    Range,
    Shift,
    Span,
    Turn,
    Unit,
    Within,
)
from timeline.languages.en.clocks import of_half
from timeline.languages.en.ordinals import span_of
from timeline.languages.en.relative import Builder, GrainAndCount, edge_of


def _modified(mod: str) -> Builder:
    def means(inner: Meaning) -> Meaning:
        return Modified(inner, mod)

    return means


def _of_half(clock: Clock, part: DayPart) -> Clock | None:
    """Nine in the evening is 21:00."""
    return of_half(clock, part.code) if clock.half == "open" else None


def _clock_on(day: Meaning, clock: Clock | Modified) -> Meaning | None:
    """A clock time on a day, or in the part of a day that tells its half; "about" holds for the whole."""
    if isinstance(clock, Modified):
        assert isinstance(clock.inner, Clock)
        whole = _clock_on(day, clock.inner)
        return None if whole is None else Modified(whole, clock.mod)
    if isinstance(day, Within) and isinstance(day.inner, DayPart):
        told = _of_half(clock, day.inner) or (clock if clock.half != "open" else None)
        if told is clock and clock.half is None and clock.hour <= 12 and day.inner.code in ("AF", "EV", "NI"):
            told = of_half(clock, day.inner.code)  # "tonight at 8:30"
        return None if told is None else Within(told, day.outer)
    return Within(clock, day)


def _edge(part: str, units: object, inner: Meaning) -> Modified | Span | None:
    """The closing weeks of 2022; of the closing three weeks it is known how long they are."""
    if not isinstance(units, Length) or units.duration.vague:
        return Modified(inner, part)
    span = None if part == "MID" else span_of(units.duration, inner)
    return None if span is None else evolve(span, leading=part == "START")


def _weekend_of(inner: Meaning, day: Meaning) -> Within | None:
    """The weekend of 7 October, of 7-8 October: the one that is not over on the first day."""
    first = day.first if isinstance(day, Range) else day
    return Within(inner, first) if first.kind == "DAY" else None


def _decade_of(count: int, inner: Meaning) -> Unit | None:
    """The second decade of the 18th century: the 1710s."""
    whole = isinstance(inner, Unit) and inner.number >= 0 and count <= 10
    return Unit(grain=Grain.DECADE, number=inner.number * 10 + count - 1) if isinstance(inner, Unit) and whole else None


def _share(count: int, grain: Grain, year: Meaning) -> Meaning:
    """A quarter or half of a year, which may be a fiscal one."""
    if isinstance(year, Unit) and year.fiscal and year.number > 0:
        return Unit(grain=grain, number=count - 1, year=year.number, fiscal=True)
    return Nth(count=count, grain=grain, outer=year)


def _fiscal_quarter(count: int, year: Meaning) -> Unit | None:
    number = year.number if isinstance(year, Unit) and year.fiscal else year.year if isinstance(year, Date) else None
    return Unit(grain=Grain.QUARTER, number=count - 1, year=number, fiscal=True) if count <= 4 and number else None


def _half_of_unit(half: str, unit: GrainAndCount) -> Meaning | None:
    """The first half of the year, of the week."""
    if unit == (Grain.YEAR, 1):
        return Nth(count=1 if half == "FIRST_HALF" else 2, grain=Grain.HALF, outer=Shift(Grain.YEAR, 0))
    return edge_of(unit, half)


def _year_before(of: Unit) -> Offset:
    return Offset(Duration.of(1, Grain.YEAR), -1, of=of)


PARTS = (
    Rule(
        name="early",
        pattern="the? early -? inner:MONTH|YEAR|DECADE|CENTURY|SEASON|SHIFT|WEEKDAY|SELECT|QUARTER|SHIFT_DAY|DAY",
        means=_modified("START"),
        examples={
            "early September": "2023-09",
            "early 1998": "1998",
            "the early 1990s": "199",
            "early next year": "2024",
        },
    ),
    Rule(
        name="early on a day",
        pattern="<!LENGTH|UNITNAME> early on inner:WEEKDAY|SHIFT_DAY|DAY|SELECT_DAY",
        means=_modified("START"),
        examples={"early on Tuesday": "2023-09-19", "early on 5 May": "2023-05-05"},
        never=("early on they left", "three weeks early on 4 January"),
    ),
    Rule(
        name="late on a day",
        pattern="<!LENGTH|UNITNAME> late on inner:WEEKDAY|SHIFT_DAY|DAY|SELECT_DAY",
        means=_modified("END"),
        examples={"late on Friday": "2023-09-22"},
        never=("late on the way", "three hours late on Friday"),
    ),
    Rule(
        name="some day of a longer time",
        pattern="one|a|some inner:WEEKDAY ( PART )? in outer:MONTH|YEAR|SEASON|DECADE",
        means=lambda inner, outer: outer if inner.kind == "WEEKDAY" else None,
        examples={"[one Sunday in June]": "2023-06", "[a Friday in 2010]": "2010"},
        never=("the Sunday in June",),
    ),
    Rule(
        name="mid",
        pattern="the? mid|middle -? inner:MONTH|YEAR|DECADE|CENTURY|SEASON|SHIFT|SELECT|DAY",
        means=_modified("MID"),
        examples={"mid-July": "2023-07", "the mid-1990s": "199", "mid-September": "2023-09"},
    ),
    Rule(
        name="late",
        pattern="the? late -? inner:MONTH|YEAR|DECADE|CENTURY|SEASON|SHIFT|SELECT|WEEKDAY|QUARTER|SHIFT_DAY|DAY",
        means=_modified("END"),
        examples={"late June": "2023-06", "the late 1980s": "198", "late last year": "2022"},
    ),
    Rule(
        name="start of",
        pattern="the? start|beginning of inner:MONTH|YEAR|DECADE|CENTURY|SHIFT|SEASON|SELECT|QUARTER|HALF",
        means=_modified("START"),
        examples={"the start of May": "2023-05", "the beginning of 1998": "1998", "the start of next week": "2023-W39"},
    ),
    Rule(
        name="middle of",
        pattern="the? middle of inner:MONTH|YEAR|DECADE|CENTURY|SHIFT|SEASON|SELECT|QUARTER|HALF",
        means=_modified("MID"),
        examples={"the middle of May": "2023-05"},
    ),
    Rule(
        name="end of",
        pattern="the? end of inner:MONTH|YEAR|DECADE|CENTURY|SHIFT|SEASON|SELECT|QUARTER|HALF",
        means=_modified("END"),
        examples={"the end of June": "2023-06", "the end of next year": "2024", "end of Q3 2024": "2024-Q3"},
    ),
    Rule(
        name="half of a time",
        pattern="the? half:FIRSTHALF half of inner:MONTH|DECADE|CENTURY|SEASON|SELECT",
        means=lambda half, inner: Modified(inner, half),
        examples={"the first half of May": "2023-05", "the latter half of the 19th century": "18"},
        never=("the first half of the match in May",),
    ),
    Rule(
        name="part of a time",
        pattern=(
            "the? part:EDGEWORD units:part|stages|years|months|weeks|days|hours|LENGTH of "
            "inner:MONTH|YEAR|DECADE|CENTURY|SEASON|SHIFT|SELECT|DAY"
        ),
        means=_edge,
        examples={
            "the early part of 1942": "1942",
            "the closing weeks of 2022": "2022",
            "the first days of June": "2023-06",
            "the middle years of the 1980s": "198",
            "the closing three months of last year": "P3M/2022",
        },
        never=("the final days of the trial",),
    ),
    Rule(
        name="part of a century",
        pattern="the? count:ORD quarter|third of inner:CENTURY",
        means=lambda count, inner: Modified(inner, "START" if count == 1 else "MID"),
        examples={"the first quarter of the 19th century": "18"},
    ),
    Rule(
        name="decade of a century",
        pattern="the? count:ORD decade of inner:CENTURY",
        means=_decade_of,
        examples={"the second decade of the 18th century": "171"},
        never=("the second decade of the war",),
    ),
    Rule(
        name="last decade of a century",
        pattern="the? LAST|final decade of inner:CENTURY",
        means=lambda inner: _decade_of(10, inner),
        examples={"the last decade of the 19th century": "189"},
        never=("the last decade of the war",),
    ),
    Rule(
        name="last part of a century",
        pattern="the? LAST|final quarter|third of inner:CENTURY",
        means=_modified("END"),
        examples={"the last quarter of the 18th century": "17"},
    ),
    Rule(
        name="so far",
        pattern="<far> inner:SHIFT",
        means=lambda inner: Modified(inner, "EARLIER") if inner.count == 0 else None,
        examples={"so far [this year]": "2023"},
    ),
    Rule(
        name="part of the unit",
        pattern="the part:EDGEWORD part|stages|LENGTH of the unit:ONEUNIT",
        means=lambda part, unit: edge_of(unit, part),
        examples={"the latter part of the year": "2023", "the early part of the month": "2023-09"},
    ),
    Rule(
        name="middle of the unit",
        pattern="the middle of the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "MID"),
        examples={"the middle of the week": "2023-W38"},
    ),
    Rule(
        name="part of a season",
        pattern="the part:MIDDLEWORD of season:SEASONNAME",
        means=lambda part, season: Modified(Unit(grain=Grain.SEASON, number=SEASONS.index(season)), part),
        examples={"the middle of summer": "2023-SU", "the height of winter": "2023-WI"},
    ),
    Rule(
        name="turn of the unit",
        pattern="the? turn of the unit:ONEUNIT",
        means=lambda unit: Turn(unit[0]) if unit[0] >= Grain.YEAR else None,
        examples={"the turn of the century": "2000", "the turn of the year": "2024-01-01"},
        never=("the turn of the month",),
    ),
    Rule(
        name="turn of a century",
        pattern="the? turn of inner:CENTURY|DECADE",
        means=lambda inner: Turn(inner.grain, inner) if isinstance(inner, Unit) else None,
        examples={"the turn of the 20th century": "1900"},
    ),
    Rule(
        name="start of the unit",
        pattern="the start|beginning of the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "START"),
        examples={"the beginning of the year": "2023"},
    ),
    Rule(
        name="end of the unit",
        pattern="the? end of the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "END"),
        examples={"by [the end of the month]": "2023-09"},
    ),
    Rule(
        name="early or late in a time",
        pattern="early in inner:MONTH|YEAR|DECADE|CENTURY|SEASON|SHIFT",
        means=_modified("START"),
        examples={"early in 1914": "1914", "early in the 1990s": "199"},
    ),
    Rule(
        name="late in a time",
        pattern="late|later in inner:MONTH|YEAR|DECADE|CENTURY|SEASON|SHIFT",
        means=_modified("END"),
        examples={"late in 1914": "1914", "later in May": "2023-05"},
    ),
    Rule(
        name="year end",
        pattern="<at|by|before|until|around|about|near|of|the> year -? end",
        means=lambda: Modified(Shift(Grain.YEAR, 0), "END"),
        examples={"by [year-end]": "2023"},
    ),
    Rule(
        name="end of the unit, possessive",
        pattern="<at|by|before|until|around|near> unit:ONEUNIT 's end",
        means=lambda unit: edge_of(unit, "END"),
        examples={"by [year's end]": "2023", "at [month's end]": "2023-09"},
        never=("by minute's end",),
    ),
    Rule(
        name="rest of a time",
        pattern="the? rest|remainder of inner:YEAR|MONTH|SHIFT|DECADE|SEASON|SHIFT_DAY",
        means=_modified("LATER"),
        examples={"[the rest of 2023]": "2023", "for [the remainder of this week]": "2023-W38"},
        never=("the rest of the world",),
    ),
    Rule(
        name="rest of the unit",
        pattern="the? rest|remainder of the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "LATER"),
        examples={"for [the rest of the year]": "2023", "[the remainder of the month]": "2023-09"},
        never=("the rest of the hour",),
    ),
    Rule(
        name="year and later",
        pattern="inner:YEAR and|or beyond|later|thereafter <!WORD|NAME|GOESON>",
        means=lambda inner: Modified(inner, "ON_OR_AFTER"),
        examples={"growth in [2024 and beyond]": "2024", "until [2024 or later]": "2024"},
        never=("in 2024 and later they left",),
    ),
    Rule(
        name="week of a day",
        pattern="the? week of inner:DAY",
        means=lambda inner: Nth(count=1, grain=Grain.WEEK, outer=inner),
        examples={"the week of October 5": "2023-W40", "week of 12 May 2025": "2025-W20"},
    ),
    Rule(
        name="weekend of a day",
        pattern="the? inner:WEEKEND of day:DAY|RANGE <!'s>",
        means=_weekend_of,
        examples={"the weekend of October 7": "2023-W40-WE", "the weekend of 7-8 October": "2023-W40-WE"},
        never=("a weekend of 7 October's music",),
    ),
    Rule(
        name="around a time",
        pattern="around|about|approximately|circa|ca.|ca|roughly inner:DAY|CLOCK|DATED_CLOCK|YEAR|MONTH|DECADE",
        means=_modified("APPROX"),
        examples={"around Nov. 1": "2023-11-01", "about 7:15 p.m.": "2023-09-18T19:15", "around 1850": "1850"},
    ),
    Rule(
        name="earlier in",
        pattern="earlier inner:SHIFT|SHIFT_DAY|SELECT|WEEKDAY|DATED_PART",
        means=_modified("EARLIER"),
        examples={"earlier this year": "2023", "earlier this month": "2023-09"},
    ),
    Rule(
        name="later in",
        pattern="later inner:SHIFT|SHIFT_DAY|SELECT|WEEKDAY|DATED_PART",
        means=_modified("LATER"),
        examples={"later this year": "2023", "later this week": "2023-W38"},
    ),
    Rule(
        name="quarter of a year",
        pattern="the? count:ORD -? quarter of inner:YEAR|SHIFT",
        means=lambda count, inner: _share(count, Grain.QUARTER, inner) if count <= 4 else None,
        examples={"the third quarter of 2022": "2022-Q3", "the first quarter of fiscal 2024": None},
    ),
    Rule(
        name="fiscal quarter",
        pattern="the? fiscal count:ORD -? quarter",
        means=lambda count: Unit(grain=Grain.QUARTER, number=count - 1, fiscal=True) if count <= 4 else None,
        examples={"the fiscal third quarter": None},
    ),
    Rule(
        name="quarter, fiscal, of a year",
        pattern="the? count:ORD fiscal -? quarter of year:YEAR",
        means=_fiscal_quarter,
        examples={"the second fiscal quarter of 2014": None},
        never=("the fifth fiscal quarter of 2014",),
    ),
    Rule(
        name="quarter, fiscal",
        pattern="the? count:ORD fiscal -? quarter",
        means=lambda count: Unit(grain=Grain.QUARTER, number=count - 1, fiscal=True) if count <= 4 else None,
        examples={"the second fiscal quarter": None},
    ),
    Rule(
        name="quarter of a told year",
        pattern="outer:SHIFT 's count:ORD -? quarter",
        means=lambda outer, count: Nth(count=count, grain=Grain.QUARTER, outer=outer) if count <= 4 else None,
        examples={"this year's third quarter": "2023-Q3"},
    ),
    Rule(
        name="half of a year",
        pattern="the? count:ORD -? half of inner:YEAR|SHIFT",
        means=lambda count, inner: _share(count, Grain.HALF, inner) if count <= 2 else None,
        examples={"the first half of 2022": "2022-H1"},
    ),
    Rule(
        name="half of the unit",
        pattern="the? half:FIRSTHALF half of the unit:ONEUNIT",
        means=_half_of_unit,
        examples={"the second half of the year": "2023-H2", "in [the first half of the month]": "2023-09"},
        never=("the first half of the hour",),
    ),
    Rule(
        name="last half of a year",
        pattern="the? last half of inner:YEAR|SHIFT",
        means=lambda inner: Nth(count=2, grain=Grain.HALF, outer=inner),
        examples={"the last half of 1989": "1989-H2"},
    ),
    Rule(
        name="numbered half",
        pattern="<in|for|during|of|through|over|the> count:ORD -? half <!of>",
        means=lambda count: Unit(grain=Grain.HALF, number=count - 1) if count <= 2 else None,
        examples={"in the [first half]": "2023-H1"},
    ),
    Rule(
        name="first-half, attributive",
        pattern="count:ORD - half <WORD>",
        means=lambda count: Unit(grain=Grain.HALF, number=count - 1) if count <= 2 else None,
        examples={"[first-half] profit": "2023-H1"},
    ),
    Rule(
        name="numbered quarter, attributive",
        pattern="fiscal? count:ORD - quarter",
        means=lambda count: Unit(grain=Grain.QUARTER, number=count - 1) if count <= 4 else None,
        examples={"the [third-quarter] results": "2023-Q3"},
    ),
    Rule(
        name="year-earlier numbered quarter",
        pattern="the? comparable? year - ago|earlier count:ORD -? quarter",
        means=lambda count: _year_before(Unit(grain=Grain.QUARTER, number=count - 1)) if count <= 4 else None,
        examples={"the year-earlier third quarter": "2022-Q3"},
    ),
    Rule(
        name="year-earlier half",
        pattern="the? comparable? year - ago|earlier count:ORD -? half",
        means=lambda count: _year_before(Unit(grain=Grain.HALF, number=count - 1)) if count <= 2 else None,
        examples={"the year-earlier first half": "2022-H1"},
    ),
    Rule(
        name="numbered quarter",
        pattern="the? count:ORD quarter",
        means=lambda count: Unit(grain=Grain.QUARTER, number=count - 1) if count <= 4 else None,
        examples={"the third quarter": "2023-Q3"},
    ),
    Rule(
        name="weekday of a week",
        pattern="inner:WEEKDAY|WEEKEND of? outer:SHIFT",
        means=lambda inner, outer: Within(inner, outer) if outer.grain == Grain.WEEK else None,
        examples={"Monday of last week": "2023-09-11", "Thursday next week": "2023-09-28", "weekend next week": "2023-W39-WE"},
    ),
    Rule(
        name="week and its weekday",
        pattern="outer:SHIFT 's|on? inner:WEEKDAY <!'s|-|WORD|NAME>",
        means=lambda outer, inner: Within(inner, outer) if outer.grain == Grain.WEEK and outer.count != 0 else None,
        examples={"next week Thursday": "2023-09-28", "we met [last week on Monday].": "2023-09-11"},
        never=("last week Monday papers said", "this week Thursday"),
    ),
    Rule(
        name="year and its day",
        pattern="outer:SHIFT on inner:DAY",
        means=lambda outer, inner: (
            Within(inner, outer) if outer.grain == Grain.YEAR and getattr(inner, "year", 0) is None else None
        ),
        examples={"[next year on 3 March]": "2024-03-03"},
        never=("next week on 3 March",),
    ),
    Rule(
        name="month of a year",
        pattern="inner:MONTH|SEASON|DAY|HOLIDAY ,? of? outer:SHIFT",
        means=lambda inner, outer: (
            Within(inner, outer) if outer.grain == Grain.YEAR and getattr(inner, "year", 0) is None else None
        ),
        examples={"March last year": "2022-03", "May 5 next year": "2024-05-05", "Christmas next year": "2024-12-25"},
    ),
    Rule(
        name="season of a year told",
        pattern="the? season:SEASONNAME of outer:SHIFT",
        means=lambda season, outer: (
            Within(Unit(grain=Grain.SEASON, number=SEASONS.index(season)), outer) if outer.grain == Grain.YEAR else None
        ),
        examples={"in [the spring of next year]": "2024-SP", "the fall of last year": "2022-FA"},
        never=("the spring of next week",),
    ),
)

DAY_PARTS = (
    Rule(
        name="day and part",
        pattern="early|late? day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY ,? part:PART",
        means=lambda day, part: Within(part, day),
        examples={
            "Monday night": "2023-09-18TNI",
            "yesterday evening": "2023-09-17TEV",
            "Friday morning": "2023-09-22TMO",
        },
    ),
    Rule(
        name="early part of a named day",
        pattern="the? early|late part:PART hours|LENGTH? of|on day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY",
        means=lambda part, day: Within(part, day),
        examples={"the early morning hours of 30 April": "2023-04-30TMO", "late evening on Friday": "2023-09-22TEV"},
    ),
    Rule(
        name="early or late in the part of a named day",
        pattern="early|late in the? part:PART of|on day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY",
        means=lambda part, day: Within(part, day),
        examples={"early in the morning of 30 April": "2023-04-30TMO"},
    ),
    Rule(
        name="part of a named day",
        pattern="<!WORD|NAME|'s|'> all? part:PART of|on day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY",
        means=lambda part, day: Within(part, day),
        examples={"the morning of 5 May 2012": "2012-05-05TMO", "the evening of September 20": "2023-09-20TEV"},
        never=("the quiz night on 5 May", "a parents' evening on Friday"),
    ),
    Rule(
        name="part of a day of the month",
        pattern="part:PART of the day:ORDDAY <!WORD|NAME|UNITNAME|PARTNAME|-|century|of|MONTHNAME|DAY>",
        means=lambda part, day: Within(part, Date(day=day)),
        examples={"the afternoon of the 20th": "2023-09-20TAF"},
        never=("the morning of the third day", "the night of the 2nd century"),
    ),
    Rule(
        name="in a part of the day",
        pattern="<in|during|throughout> part:PART <!WORD|NAME|-|of|on>",
        means=lambda part: part,
        examples={"in [the morning]": "2023-09-18TMO"},
    ),
    Rule(
        name="at a part of the day",
        pattern="<at|by|before|after|until> part:PART <!WORD|NAME>",
        means=lambda part: part,
        examples={"at [dawn]": "2023-09-18TMO", "at [night]": "2023-09-18TNI"},
        never=("at night school",),
    ),
    Rule(
        name="this part",
        pattern="this part:PART",
        means=lambda part: Within(part, Shift(Grain.DAY, 0)),
        examples={"this morning": "2023-09-18TMO"},
    ),
    Rule(
        name="later this part",
        pattern="later this part:PART",
        means=lambda part: Modified(Within(part, Shift(Grain.DAY, 0)), "LATER"),
        examples={"later this afternoon": "2023-09-18TAF"},
    ),
    Rule(
        name="earlier this part",
        pattern="earlier this part:PART",
        means=lambda part: Modified(Within(part, Shift(Grain.DAY, 0)), "EARLIER"),
        examples={"earlier this evening": "2023-09-18TEV"},
    ),
    Rule(
        name="last night",
        pattern="LAST part:PART",
        means=lambda part: Within(part, Shift(Grain.DAY, -1)),
        examples={"last night": "2023-09-17TNI"},
    ),
    Rule(
        name="that part",
        pattern="that same? part:PART",
        means=lambda part: Within(part, Shift(Grain.DAY, 0, Base.FOCUS)),
        examples={"that evening": "2023-09-18TEV"},
    ),
    Rule(
        name="the next part",
        pattern="the FOLLOWING|NEXT part:PART",
        means=lambda part: Within(part, Shift(Grain.DAY, 1, Base.FOCUS)),
        examples={"the next morning": "2023-09-19TMO"},
    ),
)

COMBINED = (
    Rule(
        name="clock and day",
        pattern="clock:CLOCK ,? on|,? day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY",
        means=lambda clock, day: _clock_on(day, clock),
        examples={
            "3 p.m. on Friday": "2023-09-22T15:00",
            "around noon on Friday": "2023-09-22T12:00",
            "9:30 a.m. yesterday": "2023-09-17T09:30",
            "8 p.m. GMT Friday": "2023-09-22T20:00",
        },
    ),
    Rule(
        name="day and clock",
        pattern="day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY|DATED_PART ,? at|@? clock:CLOCK",
        means=lambda day, clock: _clock_on(day, clock),
        examples={
            "Tuesday 3pm": "2023-09-19T15:00",
            "Tuesday at about 3pm": "2023-09-19T15:00",
            "Tuesday evening around 9 p.m.": "2023-09-19T21:00",
            "tonight at 8:30": "2023-09-18T20:30",
            "Friday at noon": "2023-09-22T12:00",
            "tomorrow at 10": "2023-09-19T10:00",
            "tomorrow @ 5pm": "2023-09-19T17:00",
        },
    ),
    Rule(
        name="day at an hour",
        pattern=(
            "day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY|DATED_PART ,? at|@ hour:HOURNUM|HOURWORD "
            "<!WORD|UNITNAME|NUM|%|-|/|MONTHNAME|CODE|$|:|of|percent>"
        ),
        means=lambda day, hour: _clock_on(day, Clock(hour=hour, half="open")) if 0 < hour <= 12 else None,
        examples={
            "let's talk on [Friday at 10].": "2023-09-22T10:00",
            "[Friday at two].": "2023-09-22T14:00",
            "[tomorrow @ 5]!": "2023-09-19T17:00",
        },
        never=("it closed Friday at 10 percent", "on Friday at 10 sites", "on Friday at 13."),
    ),
    Rule(
        name="clock and part of a day",
        pattern="clock:CLOCK ,? part:DATED_PART",
        means=lambda clock, part: _clock_on(part, clock),
        examples={"half past six tonight": "2023-09-18T18:30"},
    ),
    Rule(
        name="clock in a part of the day",
        pattern="clock:CLOCK in part:PART",
        means=lambda clock, part: _of_half(clock, part) if isinstance(clock, Clock) else None,
        examples={"nine o'clock in the evening": "2023-09-18T21:00"},
    ),
)
