"""Rules for times that lean on others: last week, three days ago, two years later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.calendar.almanac import SEASONS, Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import (
    Antecedent,
    Base,
    Date,
    DayPart,
    Meaning,
    Modified,
    Offset,
    Select,
    Shift,
    Stretch,
    Unit,
    Within,
)

GrainAndCount = tuple[Grain, int]  # a grain and how many of it make the unit: a fortnight is two weeks
Builder = Callable[..., "Meaning | None"]  # of the captures of a pattern, what it means


def _unit(unit: GrainAndCount, count: int, base: Base) -> Meaning:
    grain, factor = unit
    ten_years = grain == Grain.DECADE and base is not Base.FOCUS and count != 0  # "the past decade" ends today
    if grain < Grain.DAY or factor > 1 or ten_years:
        return Stretch(length_of(unit), 1 if count > 0 else -1, base)
    return Shift(grain, count, base)


def length_of(unit: GrainAndCount) -> Duration:
    """One of a unit, as a duration; decades are counted in years."""
    grain, factor = unit
    return Duration.of(10 * factor, Grain.YEAR) if grain == Grain.DECADE else Duration.of(factor, grain)


# what follows "the Friday after" that counts from the time told last, not from what is said next
BY_ITSELF = (
    "<!WORD|NAME|the|a|an|that|this|next|last|LAST|NEXT|NUM|DAY|WEEKDAY|MONTH|YEAR|HOLIDAY|SHIFT|SHIFT_DAY|"
    "his|her|its|their|they|it|he|she|we>"
)


def _named(count: int, base: Base, soonest: bool = False) -> Builder:
    """Selects the last, this or next of a month, weekday, season or holiday."""

    def means(inner: Any = None, season: str | Unit | None = None, month: int | None = None) -> Meaning | None:
        if isinstance(season, Unit):
            inner = season
        elif season is not None:
            inner = Unit(grain=Grain.SEASON, number=SEASONS.index(season))
        if month is not None:
            inner = Date(month=month)
        if isinstance(inner, Date) and (inner.year is not None or inner.day is not None):
            return None
        if isinstance(inner, Unit) and inner.year is not None:
            return None
        return Select(inner, count, base, soonest)

    return means


def _stretch(sign: int) -> Builder:
    def means(units: GrainAndCount) -> Stretch:
        return Stretch(Duration.of(None, units[0]), sign)

    return means


def edge_of(unit: GrainAndCount, mod: str) -> Modified | None:
    """The start or end of the unit that holds the anchor, in a story the time told last."""
    base = Base.TENSE if mod in ("EARLIER", "LATER") else Base.ANCHOR
    return None if unit[0] < Grain.DAY or unit[1] > 1 else Modified(Shift(unit[0], 0, base), mod)


FIXED = (
    Rule(
        name="today and its neighbours",
        pattern="count:DAYWORD",
        means=lambda count: Shift(Grain.DAY, count),
        examples={"today": "2023-09-18", "yesterday": "2023-09-17", "tomorrow": "2023-09-19"},
    ),
    Rule(
        name="the day before yesterday",
        pattern="the? day before yesterday",
        means=lambda: Shift(Grain.DAY, -2),
        examples={"the day before yesterday": "2023-09-16"},
    ),
    Rule(
        name="the day after tomorrow",
        pattern="the? day after tomorrow",
        means=lambda: Shift(Grain.DAY, 2),
        examples={"the day after tomorrow": "2023-09-20", "day after tomorrow": "2023-09-20"},
    ),
    Rule(
        name="tonight",
        pattern="tonight|tonite",
        means=lambda: Within(DayPart("NI"), Shift(Grain.DAY, 0)),
        examples={"tonight": "2023-09-18TNI", "out [tonite]": "2023-09-18TNI"},
    ),
    Rule(
        name="until then",
        pattern="<until|till|by|before|after> then <!WORD|->",
        means=lambda: Antecedent(),
        examples={"until [then]": None},
        never=("then they left", "until then prime minister Blair"),
    ),
    Rule(
        name="since then",
        pattern="<since> then <!WORD|->",
        means=lambda: Antecedent(over=True),
        examples={"since [then]": None},
        never=("since then prime minister Blair",),
    ),
    Rule(
        name="during this time",
        pattern=(
            "<during|by|from|until|since|throughout> this|that time|period "
            "<!of|when|WORD|NAME|LAST|NEXT|last|next|DAYWORD|SHIFT_DAY>"
        ),
        means=lambda: Antecedent(),
        examples={"during [this time]": None, "throughout [that period]": None},
        never=("by this time next year", "during this time of war"),
    ),
    Rule(
        name="during this period",
        pattern="<during|throughout> this|that period <WORD|NAME>",
        means=lambda: Antecedent(),
        examples={"during [this period] costs rose": None, "throughout [that period] Mary wrote": None},
        never=("during this period of unrest",),
    ),
    Rule(
        name="at that time",
        pattern="<at> the|that time <!of|when|WORD|NAME>",
        means=lambda: Antecedent(),
        examples={"at [that time]": None, "at [the time]": None},
        never=("at the time of the crash", "at the same time"),
    ),
)

UNITS = (
    Rule(
        name="last unit",
        pattern="<!the> LAST unit:ONEUNIT",
        means=lambda unit: _unit(unit, -1, Base.ANCHOR),
        examples={"last week": "2023-W37", "last month": "2023-08", "last year": "2022"},
    ),
    Rule(
        name="the last unit",
        pattern="the LAST unit:ONEUNIT <!of|before>",
        means=lambda unit: _unit(unit, -1, Base.ANCHOR),
        examples={"in [the past month]": "2023-08"},
        never=("the last day of term", "the last year of his life"),
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
        means=lambda unit: _unit(unit, 1, Base.FOCUS if unit[0] == Grain.DAY else Base.TENSE),
        examples={"the next day": "2023-09-19", "the next year": "2024"},
    ),
    Rule(
        name="coming unit",
        pattern="the|this? COMING unit:ONEUNIT <!'s|->",
        means=lambda unit: _unit(unit, 1, Base.ANCHOR),
        examples={"the coming week": "2023-W39", "this upcoming week": "2023-W39"},
    ),
    Rule(
        name="this unit",
        pattern="this current? unit:ONEUNIT",
        means=lambda unit: (
            None if unit[0] < Grain.DAY else _unit(unit, 0, Base.FOCUS if unit[0] == Grain.DAY else Base.ANCHOR)
        ),
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
        name="year to date",
        pattern="the? year to date",
        means=lambda: Modified(Shift(Grain.YEAR, 0), "EARLIER"),
        examples={"the year to date": "2023"},
        never=("a year to date people",),
    ),
    Rule(
        name="early in the unit",
        pattern="early in the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "START"),
        examples={"early in the year": "2023"},
    ),
    Rule(
        name="late in the unit",
        pattern="late in the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "END"),
        examples={"late in the week": "2023-W38"},
    ),
    Rule(
        name="earlier in the unit",
        pattern="earlier in the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "EARLIER"),
        examples={"earlier in the year": "2023"},
    ),
    Rule(
        name="later in the unit",
        pattern="later in the unit:ONEUNIT",
        means=lambda unit: edge_of(unit, "LATER"),
        examples={"later in the week": "2023-W38"},
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
        pattern="the? comparable? year - ago|earlier period? <!ORD|LENGTH|quarter|half>",
        means=lambda: Offset(Duration.of(1, Grain.YEAR), -1),
        examples={"the year-earlier period": "2022", "[year-ago] sales": "2022"},
    ),
    Rule(
        name="year-earlier quarter",
        pattern="the? comparable? year - ago|earlier quarter",
        means=lambda: Offset(Duration.of(1, Grain.YEAR), -1, of=Shift(Grain.QUARTER, 0, Base.FOCUS)),
        examples={"the year-earlier quarter": "2022-Q2"},
    ),
    Rule(
        name="the same quarter last year",
        pattern="the same quarter|period last year",
        means=lambda: Offset(Duration.of(1, Grain.YEAR), -1, of=Shift(Grain.QUARTER, 0, Base.FOCUS)),
        examples={"in [the same quarter last year]": "2022-Q2"},
    ),
    Rule(
        name="the same quarter a year ago",
        pattern="the same quarter|period a year ago|earlier",
        means=lambda: Offset(Duration.of(1, Grain.YEAR), -1, of=Shift(Grain.QUARTER, 0, Base.FOCUS)),
        examples={"in [the same period a year earlier]": "2022-Q2"},
    ),
    Rule(
        name="prior-year quarter",
        pattern="the prior|previous - year quarter|period",
        means=lambda: Offset(Duration.of(1, Grain.YEAR), -1, of=Shift(Grain.QUARTER, 0, Base.FOCUS)),
        examples={"[the prior-year quarter]": "2022-Q2"},
    ),
    Rule(
        name="year-earlier length",
        pattern="the? comparable? year - ago|earlier length:LENGTH",
        means=lambda length: length,
        examples={"the year-earlier nine months": "P9M"},
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
        name="coming day by its date",
        pattern="this COMING inner:DAY",
        means=lambda inner: inner if getattr(inner, "weekday", None) is not None else None,
        examples={"[this coming Sunday, September 24], they meet": "2023-09-24"},
        never=("this coming September 24",),
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
        name="named day after, by itself",
        pattern=f"the inner:WEEKDAY|WEEKEND after {BY_ITSELF}",
        means=_named(1, Base.FOCUS),
        examples={"the Friday after": "2023-09-22"},
        never=("the Friday after the vote", "the Friday after Easter", "the Friday after he left", "the Friday after we met"),
    ),
    Rule(
        name="named day before, by itself",
        pattern=f"the inner:WEEKDAY|WEEKEND before {BY_ITSELF}",
        means=_named(-1, Base.FOCUS),
        examples={"the Friday before": "2023-09-15"},
        never=("the Friday before the vote", "the Friday before last"),
    ),
    *(
        Rule(
            name=f"named season {side}, by itself",
            pattern=f"the? season:SEASON|SEASONNAME {side} {BY_ITSELF}",
            means=_named(count, Base.FOCUS),
            examples={example: value},
            never=(f"the summer {side} the war", f"the spring {side} he left"),
        )
        for side, count, example, value in (
            ("before", -1, "the summer before", "2023-SU"),
            ("after", 1, "the winter after", "2023-WI"),
        )
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
        name="ambiguous season, the next",
        pattern="the NEXT season:SEASONNAME",
        means=_named(1, Base.FOCUS),
        examples={"the next spring": "2024-SP"},
    ),
    Rule(
        name="ambiguous season, that",
        pattern="that same? season:SEASONNAME <!WORD>",
        means=_named(0, Base.FOCUS),
        examples={"that same spring": "2023-SP", "that summer": "2023-SU"},
        never=("that spring water",),
    ),
    Rule(
        name="that month by its name",
        pattern="that same? inner:MONTH <!WORD|NAME|'s|'>",
        means=_named(0, Base.FOCUS),
        examples={"that November": "2023-11", "that same June": "2023-06"},
        never=("they knew that June 5 was fixed", "he said that November sales fell"),
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
        name="the past so many units",
        pattern="the LAST|previous length:LENGTH",
        means=lambda length: Stretch(length.duration, -1),
        examples={"the past three weeks": "P3W", "compared to [the last two years]": "P2Y"},
    ),
    Rule(
        name="past so many units",
        pattern="<!to|MODALWORD> LAST|previous length:LENGTH",
        means=lambda length: Stretch(length.duration, -1),  # behind "to", a modal or "not" it is the verb
        examples={"last 20 minutes": "PT20M", "his [last three years]": "P3Y"},
        never=("expected to last three weeks", "the talks will last two days", "the truce did not last two hours"),
    ),
    Rule(
        name="past units",
        pattern="the LAST units:UNITS <!of>",
        means=_stretch(-1),
        examples={"the past weeks": "PXW"},
    ),
    Rule(
        name="next so many units",
        pattern="the? NEXT|COMING length:LENGTH",
        means=lambda length: Stretch(length.duration, 1, Base.TENSE),
        examples={"the next two months": "P2M"},
    ),
    Rule(
        name="coming units",
        pattern="the NEXT|COMING units:UNITS",
        means=_stretch(1),
        examples={"the coming weeks": "PXW"},
    ),
)
