"""Rules for times that lean on others: last week, three days ago, two years later, early May, Monday night."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.almanac import SEASONS, Grain
from timeline.durations import Duration
from timeline.grammar import Rule
from timeline.meanings import (
    Base,
    Clock,
    Date,
    DayPart,
    Length,
    Meaning,
    Modified,
    Nth,
    Offset,
    Refers,
    Select,
    Shift,
    Stretch,
    Unit,
    Within,
)

GrainAndCount = tuple[Grain, int]
Builder = Callable[..., "Meaning | None"]


def _unit(unit: GrainAndCount, count: int, base: Base) -> Meaning:
    grain, factor = unit
    if grain < Grain.DAY or factor > 1:
        return Stretch(length_of(unit), 1 if count > 0 else -1, base)
    return Shift(grain, count, base)


def length_of(unit: GrainAndCount) -> Duration:
    """One of a unit, as a duration."""
    return Duration.of(unit[1], unit[0])


def _named(count: int, base: Base, soonest: bool = False) -> Builder:
    """Selects the last, this or next of a month, weekday, season or holiday."""

    def means(inner: Any = None, season: str | None = None, month: int | None = None) -> Meaning | None:
        if season is not None:
            inner = Unit(grain=Grain.SEASON, number=SEASONS.index(season))
        if month is not None:
            inner = Date(month=month)
        if isinstance(inner, Date) and (inner.year is not None or inner.day is not None):
            return None
        if isinstance(inner, Unit) and inner.year is not None:
            return None
        return Select(inner, count, base, soonest)

    return means


def _modified(mod: str) -> Builder:
    def means(inner: Meaning) -> Meaning:
        return Modified(inner, mod)

    return means


def _end_of(mod: str) -> Builder:
    def means(unit: GrainAndCount) -> Meaning | None:
        return None if unit[0] < Grain.DAY or unit[1] > 1 else Modified(Shift(unit[0], 0), mod)

    return means


def _ago(length: Length) -> Offset:
    return Offset(length.duration, -1)


def _offset(sign: int, base: Base) -> Builder:
    def means(length: Length, of: Meaning | None = None) -> Offset:
        return Offset(length.duration, sign, base, of)

    return means


def _vague_offset(sign: int, base: Base) -> Builder:
    def means(units: GrainAndCount) -> Offset:
        return Offset(Duration.of(None, units[0]), sign, base)

    return means


def _stretch(sign: int) -> Builder:
    def means(units: GrainAndCount) -> Stretch:
        return Stretch(Duration.of(None, units[0]), sign)

    return means


FIXED = (
    Rule(
        name="today and its neighbours",
        pattern="count:DAYWORD",
        means=lambda count: Shift(Grain.DAY, count),
        examples={"today": "2023-09-18", "yesterday": "2023-09-17", "tomorrow": "2023-09-19"},
    ),
    Rule(
        name="the day before yesterday",
        pattern="the day before yesterday",
        means=lambda: Shift(Grain.DAY, -2),
        examples={"the day before yesterday": "2023-09-16"},
    ),
    Rule(
        name="the day after tomorrow",
        pattern="the day after tomorrow",
        means=lambda: Shift(Grain.DAY, 2),
        examples={"the day after tomorrow": "2023-09-20"},
    ),
    Rule(
        name="tonight",
        pattern="tonight",
        means=lambda: Within(DayPart("NI"), Shift(Grain.DAY, 0)),
        examples={"tonight": "2023-09-18TNI"},
    ),
    Rule(
        name="now",
        pattern="<!from> PRESENTWORD <!that>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"now": "PRESENT_REF", "is [currently] working": "PRESENT_REF"},
    ),
    Rule(
        name="at present",
        pattern="<at> present|the? moment?",
        means=lambda: Refers("PRESENT_REF"),
        examples={"at [present]": "PRESENT_REF"},
        latent=True,
    ),
    Rule(
        name="recently",
        pattern="PASTWORD",
        means=lambda: Refers("PAST_REF"),
        examples={"recently": "PAST_REF"},
    ),
    Rule(
        name="soon",
        pattern="FUTUREWORD <!WORD|after|before>",
        means=lambda: Refers("FUTURE_REF"),
        examples={"soon": "FUTURE_REF"},
        never=("shortly after noon",),
    ),
    Rule(
        name="current",
        pattern="current <WORD|NAME>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"the [current] situation": "PRESENT_REF"},
    ),
    Rule(
        name="recent",
        pattern="recent <WORD|NAME>",
        means=lambda: Refers("PAST_REF"),
        examples={"a [recent] sale": "PAST_REF"},
    ),
    Rule(
        name="the past",
        pattern="<in|of|from> the past <!WORD|NUM|UNITNAME|SOME|SEASONNAME>",
        means=lambda: Refers("PAST_REF"),
        examples={"in [the past]": "PAST_REF"},
    ),
    Rule(
        name="the future",
        pattern="<in|into|for> the near|foreseeable? future",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [the future]": "FUTURE_REF", "in [the near future]": "FUTURE_REF"},
    ),
    Rule(
        name="the term",
        pattern="<in|over|for> the near|short|long -? term",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [the near term]": "FUTURE_REF"},
    ),
    Rule(
        name="coming units, bare",
        pattern="<in|over|for|during> COMING|future UNITS",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [coming months]": "FUTURE_REF"},
    ),
    Rule(
        name="right now",
        pattern="right now",
        means=lambda: Refers("PRESENT_REF"),
        examples={"right now": "PRESENT_REF"},
    ),
    Rule(
        name="recent years",
        pattern="recent UNITS",
        means=lambda: Refers("PAST_REF"),
        examples={"in [recent years]": "PAST_REF"},
    ),
)

UNITS = (
    Rule(
        name="last unit",
        pattern="the? LAST unit:ONEUNIT",
        means=lambda unit: _unit(unit, -1, Base.ANCHOR),
        examples={"last week": "2023-W37", "last month": "2023-08", "last year": "2022"},
    ),
    Rule(
        name="next unit",
        pattern="NEXT unit:ONEUNIT",
        means=lambda unit: _unit(unit, 1, Base.ANCHOR),
        examples={"next week": "2023-W39", "next year": "2024"},
    ),
    Rule(
        name="the next unit",
        pattern="the NEXT unit:ONEUNIT",
        means=lambda unit: _unit(unit, 1, Base.FOCUS if unit[0] == Grain.DAY else Base.ANCHOR),
        examples={"the next day": "2023-09-19", "the next year": "2024"},
    ),
    Rule(
        name="coming unit",
        pattern="the|this COMING unit:ONEUNIT",
        means=lambda unit: _unit(unit, 1, Base.ANCHOR),
        examples={"the coming week": "2023-W39"},
    ),
    Rule(
        name="this unit",
        pattern="this current? unit:ONEUNIT",
        means=lambda unit: _unit(unit, 0, Base.ANCHOR) if unit[0] >= Grain.DAY else None,
        examples={"this week": "2023-W38", "this year": "2023", "this month": "2023-09", "this quarter": "2023-Q3"},
    ),
    Rule(
        name="previous unit",
        pattern="the PRECEDING unit:ONEUNIT",
        means=lambda unit: _unit(unit, -1, Base.FOCUS),
        examples={"the previous year": "2022"},
    ),
    Rule(
        name="following unit",
        pattern="the FOLLOWING unit:ONEUNIT",
        means=lambda unit: _unit(unit, 1, Base.FOCUS),
        examples={"the following month": "2023-10"},
    ),
    Rule(
        name="that unit",
        pattern="that same? unit:ONEUNIT",
        means=lambda unit: _unit(unit, 0, Base.FOCUS) if unit[0] >= Grain.DAY else None,
        examples={"that day": "2023-09-18"},
    ),
    Rule(
        name="the same unit",
        pattern="the same unit:ONEUNIT",
        means=lambda unit: _unit(unit, 0, Base.FOCUS) if unit[0] >= Grain.DAY else None,
        examples={"the same month": "2023-09"},
    ),
    Rule(
        name="nth weekday of",
        pattern="the count:ORD inner:WEEKDAY in|of outer:MONTH|SHIFT",
        means=lambda count, inner, outer: (
            Nth(count=count, grain=Grain.DAY, weekday=inner.weekday, outer=outer) if count <= 5 else None
        ),
        examples={"the second Tuesday in October": "2023-10-10"},
    ),
    Rule(
        name="last weekday of",
        pattern="the last inner:WEEKDAY in|of outer:MONTH|SHIFT",
        means=lambda inner, outer: Nth(count=-1, grain=Grain.DAY, weekday=inner.weekday, outer=outer),
        examples={"the last Friday in May": "2023-05-26"},
    ),
    Rule(
        name="last named time",
        pattern="LAST inner:WEEKDAY|MONTH|SEASON|HOLIDAY|WEEKEND",
        means=_named(-1, Base.ANCHOR),
        examples={
            "last Friday": "2023-09-15",
            "last weekend": "2023-W37-WE",
            "last June": "2023-06",
            "last summer": "2023-SU",
        },
        never=("last June 2021",),
    ),
    Rule(
        name="this past named time",
        pattern="this past inner:WEEKDAY|MONTH|SEASON|HOLIDAY|WEEKEND",
        means=_named(-1, Base.ANCHOR),
        examples={"this past Friday": "2023-09-15", "this past weekend": "2023-W37-WE"},
    ),
    Rule(
        name="this past season",
        pattern="this past season:SEASONNAME",
        means=_named(-1, Base.ANCHOR),
        examples={"this past spring": "2023-SP"},
    ),
    Rule(
        name="this past unit",
        pattern="this past unit:ONEUNIT",
        means=lambda unit: _unit(unit, -1, Base.ANCHOR),
        examples={"this past week": "2023-W37"},
    ),
    Rule(
        name="the current unit",
        pattern="the current unit:ONEUNIT",
        means=lambda unit: _unit(unit, 0, Base.ANCHOR) if unit[0] >= Grain.DAY else None,
        examples={"the current year": "2023"},
    ),
    Rule(
        name="the full year",
        pattern="the full|whole|entire year",
        means=lambda: Shift(Grain.YEAR, 0),
        examples={"for [the full year]": "2023"},
    ),
    Rule(
        name="the fiscal year",
        pattern="the|this current|latest|last|next? fiscal year",
        means=lambda: Unit(grain=Grain.YEAR, number=-1, fiscal=True),
        examples={"in [the current fiscal year]": None},
    ),
    Rule(
        name="the quarter",
        pattern="<for|in|during|of|throughout|ended|through|over> the latest|full|recent? quarter",
        means=lambda: Shift(Grain.QUARTER, 0, Base.FOCUS),
        examples={"in [the quarter]": "2023-Q2", "for [the latest quarter]": "2023-Q2"},
    ),
    Rule(
        name="the latest quarter",
        pattern="the latest quarter|period",
        means=lambda: Shift(Grain.QUARTER, 0, Base.FOCUS),
        examples={"[the latest period] includes gains": "2023-Q2"},
    ),
    Rule(
        name="the year told of",
        pattern="<for|in|during|throughout> the year <!UNITNAME|NUM|YEARNUM|after|before|-|to|of|when|that|in>",
        means=lambda: Shift(Grain.YEAR, 0, Base.FOCUS),
        examples={"for [the year]": "2023"},
    ),
    Rule(
        name="year-earlier",
        pattern="the? comparable? year - ago|earlier quarter|period?",
        means=lambda: Offset(Duration.of(1, Grain.YEAR), -1, Base.FOCUS),
        examples={"the year-earlier quarter": "2022", "[year-ago] sales": "2022"},
    ),
    Rule(
        name="next named time",
        pattern="NEXT inner:WEEKDAY|MONTH|SEASON|HOLIDAY|WEEKEND",
        means=_named(1, Base.ANCHOR),
        examples={
            "next Friday": "2023-09-29",
            "next weekend": "2023-W39-WE",
            "next March": "2024-03",
            "next winter": "2023-WI",
        },
    ),
    Rule(
        name="coming named time",
        pattern="the|this? COMING inner:WEEKDAY|MONTH|SEASON|HOLIDAY|WEEKEND",
        means=_named(1, Base.ANCHOR, soonest=True),
        examples={"this coming Friday": "2023-09-22", "the coming weekend": "2023-W38-WE"},
    ),
    Rule(
        name="this named time",
        pattern="this inner:WEEKDAY|MONTH|SEASON|HOLIDAY|WEEKEND",
        means=_named(0, Base.ANCHOR),
        examples={"this Friday": "2023-09-22", "this June": "2023-06", "this winter": "2023-WI"},
    ),
    Rule(
        name="following named time",
        pattern="the FOLLOWING inner:WEEKDAY|MONTH|SEASON|HOLIDAY|WEEKEND",
        means=_named(1, Base.FOCUS),
        examples={"the following Tuesday": "2023-09-19"},
    ),
    Rule(
        name="previous named time",
        pattern="the PRECEDING inner:WEEKDAY|MONTH|SEASON|HOLIDAY|WEEKEND",
        means=_named(-1, Base.FOCUS),
        examples={"the previous Tuesday": "2023-09-12"},
    ),
    Rule(
        name="ambiguous season, last",
        pattern="LAST season:SEASONNAME",
        means=_named(-1, Base.ANCHOR),
        examples={"last fall": "2022-FA", "last spring": "2023-SP"},
    ),
    Rule(
        name="ambiguous season, next",
        pattern="NEXT season:SEASONNAME",
        means=_named(1, Base.ANCHOR),
        examples={"next spring": "2024-SP"},
    ),
    Rule(
        name="ambiguous season, this",
        pattern="this season:SEASONNAME",
        means=_named(0, Base.ANCHOR),
        examples={"this fall": "2023-FA"},
    ),
    Rule(
        name="ambiguous season, following",
        pattern="the FOLLOWING season:SEASONNAME",
        means=_named(1, Base.FOCUS),
        examples={"the following spring": "2024-SP"},
    ),
    Rule(
        name="past so many units",
        pattern="the? LAST|previous length:LENGTH",
        means=lambda length: Stretch(length.duration, -1),
        examples={"the past three weeks": "P3W", "the last two years": "P2Y", "last 20 minutes": "PT20M"},
    ),
    Rule(
        name="past units",
        pattern="the LAST units:UNITS",
        means=_stretch(-1),
        examples={"the past weeks": "PXW"},
    ),
    Rule(
        name="next so many units",
        pattern="the? NEXT|COMING length:LENGTH",
        means=lambda length: Stretch(length.duration, 1),
        examples={"the next two months": "P2M"},
    ),
    Rule(
        name="coming units",
        pattern="the NEXT|COMING units:UNITS",
        means=_stretch(1),
        examples={"the coming weeks": "PXW"},
    ),
    Rule(
        name="ago",
        pattern="length:LENGTH ago",
        means=_ago,
        examples={"three days ago": "2023-09-15", "ten years ago": "2013", "two weeks ago": "2023-09-04"},
    ),
    Rule(
        name="one unit ago",
        pattern="a|an|one unit:ONEUNIT ago",
        means=lambda unit: Offset(length_of(unit), -1),
        examples={"a week ago": "2023-09-11", "a year ago": "2022"},
    ),
    Rule(
        name="units ago",
        pattern="units:UNITS ago",
        means=_vague_offset(-1, Base.ANCHOR),
        examples={"years ago": "PAST_REF"},
    ),
    Rule(
        name="from now",
        pattern="length:LENGTH from now",
        means=_offset(1, Base.ANCHOR),
        examples={"three weeks from now": "2023-10-09"},
    ),
    Rule(
        name="one unit from now",
        pattern="a|an|one unit:ONEUNIT from now",
        means=lambda unit: Offset(length_of(unit), 1),
        examples={"a week from now": "2023-09-25"},
    ),
    Rule(
        name="later",
        pattern="length:LENGTH later|afterwards|afterward",
        means=_offset(1, Base.FOCUS),
        examples={"two days later": "2023-09-20"},
    ),
    Rule(
        name="one unit later",
        pattern="a|an|one unit:ONEUNIT later|afterwards",
        means=lambda unit: Offset(length_of(unit), 1, Base.FOCUS),
        examples={"a month later": "2023-10"},
    ),
    Rule(
        name="earlier",
        pattern="length:LENGTH earlier|beforehand <!this|last|in|that>",
        means=_offset(-1, Base.FOCUS),
        examples={"two years earlier": "2021"},
    ),
    Rule(
        name="before, by itself",
        pattern="length:LENGTH before <!WORD|the|a|an|NUM|DAY|WEEKDAY|MONTH|YEAR|SHIFT|his|her|its|their|they|it|he|she>",
        means=_offset(-1, Base.FOCUS),
        examples={"two years before": "2021"},
        never=("two years before the war",),
    ),
    Rule(
        name="one unit before, by itself",
        pattern=(
            "the|a|an|one unit:ONEUNIT before "
            "<!WORD|the|a|an|NUM|DAY|WEEKDAY|MONTH|YEAR|SHIFT|yesterday|his|her|its|their|they|it>"
        ),
        means=lambda unit: Offset(length_of(unit), -1, Base.FOCUS),
        examples={"the day before": "2023-09-17"},
    ),
    Rule(
        name="one unit earlier",
        pattern="a|an|one unit:ONEUNIT earlier <!this|last|in|that>",
        means=lambda unit: Offset(length_of(unit), -1, Base.FOCUS),
        examples={"a day earlier": "2023-09-17"},
    ),
)

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
        pattern="the? start|beginning of inner:MONTH|YEAR|DECADE|CENTURY|SHIFT|SEASON|SELECT",
        means=_modified("START"),
        examples={"the start of May": "2023-05", "the beginning of 1998": "1998", "the start of next week": "2023-W39"},
    ),
    Rule(
        name="middle of",
        pattern="the? middle of inner:MONTH|YEAR|DECADE|CENTURY|SHIFT|SEASON|SELECT",
        means=_modified("MID"),
        examples={"the middle of May": "2023-05"},
    ),
    Rule(
        name="end of",
        pattern="the? end of inner:MONTH|YEAR|DECADE|CENTURY|SHIFT|SEASON|SELECT",
        means=_modified("END"),
        examples={"the end of June": "2023-06", "the end of next year": "2024"},
    ),
    Rule(
        name="start of the unit",
        pattern="the start|beginning of the unit:ONEUNIT",
        means=_end_of("START"),
        examples={"the beginning of the year": "2023"},
    ),
    Rule(
        name="end of the unit",
        pattern="the? end of the unit:ONEUNIT",
        means=_end_of("END"),
        examples={"by [the end of the month]": "2023-09"},
    ),
    Rule(
        name="around a time",
        pattern="around|about|approximately|circa|roughly inner:DAY|CLOCK|DATED_CLOCK|YEAR",
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
        means=lambda count, inner: Nth(count=count, grain=Grain.QUARTER, outer=inner) if count <= 4 else None,
        examples={"the third quarter of 2022": "2022-Q3"},
    ),
    Rule(
        name="fiscal quarter",
        pattern="the? fiscal count:ORD -? quarter",
        means=lambda count: Unit(grain=Grain.QUARTER, number=count - 1, fiscal=True) if count <= 4 else None,
        examples={"the fiscal third quarter": None},
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
        means=lambda count, inner: Nth(count=count, grain=Grain.HALF, outer=inner) if count <= 2 else None,
        examples={"the first half of 2022": "2022-H1"},
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
        name="numbered quarter",
        pattern="the? count:ORD quarter",
        means=lambda count: Unit(grain=Grain.QUARTER, number=count - 1) if count <= 4 else None,
        examples={"the third quarter": "2023-Q3"},
    ),
    Rule(
        name="weekday of a week",
        pattern="inner:WEEKDAY of? outer:SHIFT",
        means=lambda inner, outer: Within(inner, outer) if outer.grain == Grain.WEEK else None,
        examples={"Monday of last week": "2023-09-11", "Thursday next week": "2023-09-28"},
    ),
    Rule(
        name="month of a year",
        pattern="inner:MONTH|SEASON|DAY ,? of? outer:SHIFT",
        means=lambda inner, outer: (
            Within(inner, outer) if outer.grain == Grain.YEAR and getattr(inner, "year", 0) is None else None
        ),
        examples={"March last year": "2022-03", "May 5 next year": "2024-05-05"},
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
        name="part of a named day",
        pattern="part:PART of|on day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY",
        means=lambda part, day: Within(part, day),
        examples={"the morning of 5 May 2012": "2012-05-05TMO", "the evening of September 20": "2023-09-20TEV"},
    ),
    Rule(
        name="this part",
        pattern="this part:PART",
        means=lambda part: Within(part, Shift(Grain.DAY, 0)),
        examples={"this morning": "2023-09-18TMO"},
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
        means=lambda clock, day: Within(clock, day),
        examples={
            "3 p.m. on Friday": "2023-09-22T15:00",
            "9:30 a.m. yesterday": "2023-09-17T09:30",
            "8 p.m. GMT Friday": "2023-09-22T20:00",
        },
    ),
    Rule(
        name="day and clock",
        pattern="day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY|DATED_PART ,? at? clock:CLOCK",
        means=lambda day, clock: _clock_on(day, clock),
        examples={
            "Tuesday 3pm": "2023-09-19T15:00",
            "Friday at noon": "2023-09-22T12:00",
            "tomorrow at 10": "2023-09-19T10:00",
        },
    ),
    Rule(
        name="clock in a part of the day",
        pattern="clock:CLOCK in part:PART",
        means=lambda clock, part: _of_half(clock, part),
        examples={"nine o'clock in the evening": "2023-09-18T21:00"},
    ),
)


def _of_half(clock: Clock, part: DayPart) -> Clock | None:
    """Nine in the evening is 21:00."""
    if clock.half != "open":
        return None
    late = part.code in ("AF", "EV") or (part.code == "NI" and clock.hour >= 6)
    return Clock(hour=clock.hour % 12 + 12 * late, minute=clock.minute, second=clock.second, zone=clock.zone)


def _clock_on(day: Meaning, clock: Clock) -> Meaning | None:
    """A clock time on a day, or in the part of a day that tells its half."""
    if isinstance(day, Within) and isinstance(day.inner, DayPart):
        told = _of_half(clock, day.inner) or (clock if clock.half != "open" else None)
        return None if told is None else Within(told, day.outer)
    return Within(clock, day)
