"""Rules for what is counted inside a larger time: the third week of 2014, the penultimate Friday of March, the first six
months of 2014, the last working day of the month."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import SEASONS, Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Base, Date, Length, Meaning, Nth, Select, Shift, Span, Stretch, Unit


def _last_weekday_of(selected: Select, outer: Meaning) -> Nth | None:
    """The last Friday of next year: "last" belongs to what it is the last of."""
    day = selected.inner
    if selected.count != -1 or selected.base is not Base.ANCHOR or not isinstance(day, Date) or day.weekday is None:
        return None
    return nth_weekday(day, outer)


def nth_weekday(inner: Date, outer: Meaning, count: int = -1) -> Nth | None:
    """The second Tuesday of October, from its end when negative; no month has six."""
    return Nth(count=count, grain=Grain.DAY, weekday=inner.weekday, outer=outer) if count <= 5 else None


def _back_from_end(inner: Date, outer: Meaning) -> Nth | None:
    """The penultimate Friday of March."""
    return nth_weekday(inner, outer, -2)


def _nth_day(count: int, outer: Meaning) -> Nth | None:
    return Nth(count=count, grain=Grain.DAY, outer=outer) if 1 < count <= 366 else None


def _nth_week(count: int, outer: Meaning) -> Nth | None:
    whole = not isinstance(outer, Shift) or outer.grain >= Grain.MONTH
    return Nth(count=count, grain=Grain.WEEK, outer=outer) if whole and count <= 53 else None


def _working_day(count: int, outer: Meaning) -> Nth | None:
    fits = not isinstance(outer, Shift) or outer.grain >= Grain.WEEK
    return Nth(count=count, grain=Grain.DAY, outer=outer, working=True) if fits and count <= 31 else None


def _day_of_season(count: int, season: str) -> Nth:
    return Nth(count=count, grain=Grain.DAY, outer=Unit(grain=Grain.SEASON, number=SEASONS.index(season)))


def _leading(length: Length, outer: Meaning) -> Span | None:
    """The first six months of 2014: as long as was said, from its start on."""
    span = span_of(length.duration, outer) if length.leading else None
    return None if span is None else evolve(span, leading=True)


def _ending(stretch: Stretch, outer: Meaning) -> Span | None:
    """The last ten days of May: as long as was said, up to its end."""
    return span_of(stretch.duration, outer) if stretch.sign < 0 and stretch.base is Base.ANCHOR else None


def span_of(duration: Duration, outer: Meaning) -> Span | None:
    """A length that ends with a time: months of a year, days of a month."""
    whole = not isinstance(outer, Shift) or (outer.grain > Grain.DAY and outer.of is None)
    return Span(Length(duration), outer) if whole and not duration.vague and duration.grain >= Grain.DAY else None


UNITS = (
    Rule(
        name="nth weekday of",
        pattern="the? count:ORD inner:WEEKDAY in|of outer:MONTH|SHIFT",
        means=nth_weekday,
        examples={"the second Tuesday in October": "2023-10-10", "first Monday of May 2014": "2014-05-05"},
        never=("the sixth Monday of May",),
    ),
    Rule(
        name="last weekday of",
        pattern="the last|final inner:WEEKDAY in|of outer:MONTH|SHIFT",
        means=nth_weekday,
        examples={"the last Friday in May": "2023-05-26"},
    ),
    Rule(
        name="nth week of",
        pattern="the? count:ORD week of|in outer:MONTH|SHIFT",
        means=lambda count, outer: Nth(count=count, grain=Grain.WEEK, outer=outer) if count <= 5 else None,
        examples={"the first week of October": "2023-W40"},
    ),
    Rule(
        name="last week of",
        pattern="the? last week of|in outer:MONTH|SHIFT",
        means=lambda outer: Nth(count=-1, grain=Grain.WEEK, outer=outer),
        examples={"the last week of June": "2023-W26"},
    ),
    Rule(
        name="nth weekend of",
        pattern="the? count:ORD WEEKEND of|in outer:MONTH",
        means=lambda count, outer: Nth(count=count, grain=Grain.WEEKEND, outer=outer) if count <= 5 else None,
        examples={"the first weekend in May": "2023-W18-WE", "the second weekend of October": "2023-W41-WE"},
    ),
    Rule(
        name="last weekend of",
        pattern="the? last|final WEEKEND of|in outer:MONTH",
        means=lambda outer: Nth(count=-1, grain=Grain.WEEKEND, outer=outer),
        examples={"the last weekend of June": "2023-W25-WE"},
    ),
    Rule(
        name="first day of",
        pattern="the? first day of outer:MONTH|YEAR|SHIFT|SEASON",
        means=lambda outer: Nth(count=1, grain=Grain.DAY, outer=outer),
        examples={"the first day of 2021": "2021-01-01", "the first day of May 2012": "2012-05-01"},
        never=("the first day of the trial",),
    ),
    Rule(
        name="last day of",
        pattern="the? last|final day of outer:MONTH|YEAR|SHIFT|SEASON",
        means=lambda outer: Nth(count=-1, grain=Grain.DAY, outer=outer),
        examples={"the last day of 1950": "1950-12-31", "the final day of February 2024": "2024-02-29"},
        never=("the last day of the trial",),
    ),
    Rule(
        name="penultimate weekday of",
        pattern="the? penultimate inner:WEEKDAY in|of outer:MONTH|YEAR",
        means=_back_from_end,
        examples={"the penultimate Friday of May": "2023-05-19"},
        never=("the penultimate Friday of the season",),
    ),
    Rule(
        name="second to last weekday of",
        pattern="the? second|next -? to -? last inner:WEEKDAY in|of outer:MONTH|YEAR",
        means=_back_from_end,
        examples={"the second-to-last Friday of May": "2023-05-19", "the next to last Monday in June 2020": "2020-06-22"},
        never=("the second to last Friday was dull",),
    ),
    Rule(
        name="nth week of a year",
        pattern="the? count:ORD week of|in outer:YEAR",
        means=_nth_week,
        examples={"the 3rd week of 2014": "2014-W03"},
        never=("the 60th week of 2014",),
    ),
    Rule(
        name="nth day of a time",
        pattern="the? count:ORD day of outer:MONTH|YEAR",
        means=_nth_day,
        examples={"the 100th day of 2014": "2014-04-10", "the third day of May": "2023-05-03"},
        never=("the third day of the trial", "the 400th day of 2014"),
    ),
    Rule(
        name="first day of a season",
        pattern="the? first day of season:SEASONNAME <!WORD|NAME|-|of>",
        means=lambda season: _day_of_season(1, season),
        examples={"the first day of spring": "2023-03-01"},
        never=("the first day of spring training",),
    ),
    Rule(
        name="last day of a season",
        pattern="the? last|final day of season:SEASONNAME <!WORD|NAME|-|of>",
        means=lambda season: _day_of_season(-1, season),
        examples={"the last day of summer": "2023-08-31"},
        never=("the last day of summer school",),
    ),
    Rule(
        name="nth working day of",
        pattern="the? count:ORD working|business|trading day of|in outer:MONTH|YEAR|QUARTER",
        means=_working_day,
        examples={"the first business day of October": "2023-10-02", "the third working day of May 2024": "2024-05-03"},
        never=("the first working day of the strike",),
    ),
    Rule(
        name="last working day of",
        pattern="the? last|final working|business|trading day of|in outer:MONTH|YEAR|QUARTER",
        means=lambda outer: _working_day(-1, outer),
        examples={"the last working day of September": "2023-09-29"},
        never=("the last working day of the strike",),
    ),
)

# What is counted in a unit that is itself counted, once that has been read.
COUNTED_IN = (
    Rule(
        name="nth weekday of a counted unit",
        pattern="the? count:ORD inner:WEEKDAY in|of outer:SHIFT|YEAR",
        means=nth_weekday,
        examples={"the second Tuesday of next month": "2023-10-10", "the first Monday of 2024": "2024-01-01"},
    ),
    Rule(
        name="last weekday of a counted unit",
        pattern="the? selected:SELECT_DAY in|of outer:SHIFT|YEAR|MONTH",
        means=_last_weekday_of,
        examples={"the last Friday of next year": "2024-12-27", "last Friday of May": "2023-05-26"},
        never=("this Friday of next month",),
    ),
    Rule(
        name="nth weekend of a counted unit",
        pattern="the count:ORD WEEKEND in|of outer:SHIFT",
        means=lambda count, outer: Nth(count=count, grain=Grain.WEEKEND, outer=outer) if count <= 5 else None,
        examples={"the first weekend of next month": "2023-W40-WE"},
    ),
    Rule(
        name="nth week of a counted unit",
        pattern="the? count:ORD week of|in outer:SHIFT",
        means=_nth_week,
        examples={"the first week of next month": "2023-W40", "the second week of next year": "2024-W02"},
        never=("the first week of last week",),
    ),
    Rule(
        name="last week of a counted unit",
        pattern="the? last|final week of|in outer:SHIFT",
        means=lambda outer: _nth_week(-1, outer),
        examples={"the last week of next month": "2023-W43"},
        never=("the last week of next week",),
    ),
    Rule(
        name="nth working day of a counted unit",
        pattern="the? count:ORD working|business|trading day of|in outer:SHIFT",
        means=_working_day,
        examples={"the first working day of next month": "2023-10-02"},
        never=("the 40th working day of next month",),
    ),
    Rule(
        name="last working day of a counted unit",
        pattern="the? last|final working|business|trading day of|in outer:SHIFT",
        means=lambda outer: _working_day(-1, outer),
        examples={"the last working day of this month": "2023-09-29"},
        never=("the last working day of today",),
    ),
    Rule(
        name="nth week of the unit",
        pattern="the count:ORD week of|in the unit:ONEUNIT <!WORD|NAME|->",
        means=lambda count, unit: _nth_week(count, Shift(unit[0], 0)) if unit[0] >= Grain.MONTH and unit[1] == 1 else None,
        examples={"the first week of the year": "2023-W01", "in [the second week of the month]": "2023-W37"},
        never=("the first week of the month-long trial", "the first week of the day"),
    ),
    Rule(
        name="last week of the unit",
        pattern="the last week of|in the unit:ONEUNIT <!WORD|NAME|->",
        means=lambda unit: _nth_week(-1, Shift(unit[0], 0)) if unit[0] >= Grain.MONTH and unit[1] == 1 else None,
        examples={"in [the last week of the month]": "2023-W39"},
        never=("the last week of the month-long trial",),
    ),
    Rule(
        name="nth working day of the unit",
        pattern="the count:ORD working|business|trading day of the unit:ONEUNIT <!WORD|NAME|->",
        means=lambda count, unit: _working_day(count, Shift(unit[0], 0)) if unit[0] >= Grain.WEEK and unit[1] == 1 else None,
        examples={"the first working day of the month": "2023-09-01"},
        never=("the first working day of the month-long strike",),
    ),
    Rule(
        name="last working day of the unit",
        pattern="the last|final working|business|trading day of the unit:ONEUNIT <!WORD|NAME|->",
        means=lambda unit: _working_day(-1, Shift(unit[0], 0)) if unit[0] >= Grain.WEEK and unit[1] == 1 else None,
        examples={"by [the last working day of the month]": "2023-09-29"},
        never=("the last working day of the month-long strike",),
    ),
    Rule(
        name="first so many units of a time",
        pattern="length:LENGTH of|in outer:MONTH|YEAR|SHIFT|QUARTER|DECADE|SEASON|SELECT",
        means=_leading,
        examples={"the first six months of 2014": "P6M/2014", "the first two weeks of last March": "P2W/2023-03"},
        never=("six months of 2014", "the first two weeks of talks"),
    ),
    Rule(
        name="last so many units of a time",
        pattern="stretch:STRETCH of|in outer:MONTH|YEAR|SHIFT|QUARTER|DECADE|SEASON|SELECT",
        means=_ending,
        examples={"the last ten days of May 2012": "P10D/2012-05"},
        never=("the last three months of the trial", "the next three weeks of May"),
    ),
)
