"""Rules for days counted from another that is said: a week on Thursday, a year ago today, the week before last."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import SEASONS, Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Base, Date, Length, Meaning, Number, Offset, Select, Shift, Unit, Weekend, Within
from timeline.languages.en.relative import GrainAndCount, length_of

NAMED_DAY = "DAY|WEEKDAY|SHIFT_DAY|SELECT_DAY|HOLIDAY"
NO_LENGTH = "<!for|lasted|lasts|last|took|takes|within|in|after|of|over>"  # before it, "a week" is a length by itself
NOT_NAMED = "<!WORD|NAME|UNITNAME|WEEKDAY|MONTH|SEASON|HOLIDAY>"  # "the week before last Christmas" counts from it
WEEK, FORTNIGHT = Duration.of(1, Grain.WEEK), Duration.of(2, Grain.WEEK)


def _soonest(day: Meaning) -> Meaning:
    """The coming one of a weekday or holiday; what is told apart already stays."""
    comes_round = day.kind in ("WEEKDAY", "HOLIDAY") or (isinstance(day, Date) and day.year is None)
    return Select(day, 1, soonest=True) if comes_round else day


def _ahead(day: Meaning, length: Length | None = None, unit: GrainAndCount | None = None) -> Offset | None:
    """Three weeks from Friday, a week on Thursday, a month from today."""
    duration = length.duration if length is not None else length_of(unit) if unit is not None else WEEK
    return None if duration.vague or duration.grain < Grain.DAY else Offset(duration, 1, of=_soonest(day))


def _weeks_ahead(day: Meaning, length: Length) -> Offset | None:
    return _ahead(day, length) if length.duration.grain == Grain.WEEK else None


def _fortnight_ahead(day: Meaning) -> Offset:
    return Offset(FORTNIGHT, 1, of=_soonest(day))


def _back(offset: Offset, day: Meaning) -> Offset | None:
    """A year ago today, two years ago this month: so long before the day or month that is named."""
    here = not isinstance(day, Shift) or day.count == 0 or day.grain == Grain.DAY
    plain = offset.sign < 0 and offset.of is None and offset.base is Base.ANCHOR and not offset.duration.vague
    return evolve(offset, of=day) if plain and here and offset.duration.grain >= Grain.DAY else None


def _before_last(length: Length, day: Select) -> Offset | None:
    """A week last Tuesday: a week before it."""
    weeks = length.duration.grain == Grain.WEEK and not length.duration.vague
    return Offset(length.duration, -1, of=day) if weeks and day.count == -1 else None


def _weekday_back(length: Length, inner: Date) -> Offset | None:
    """Two weeks ago Sunday: so many weeks before the last one."""
    return None if length.duration.vague else Offset(length.duration, -1, of=Select(inner, -1))


def _in_week_back(length: Length, inner: Date) -> Within | None:
    """Two weeks ago on Sunday: that of the week two weeks ago."""
    (grain, amount), *more = length.duration.amounts
    whole = grain is Grain.WEEK and amount is not None and amount.denominator == 1 and not more
    return Within(inner, Shift(Grain.WEEK, -int(amount))) if whole and amount is not None else None


def _so_many(count: Number, inner: Meaning, turn: Duration, sign: int = -1) -> Meaning | None:
    """Three Fridays ago: the last one, and two turns before it; two Fridays from now: the coming one, and a turn after it."""
    if count.amount is None or count.amount.denominator > 1 or not 1 <= count.amount <= 1_000:
        return None
    first = Select(inner, sign, soonest=sign > 0)
    return first if count.amount == 1 else Offset(Duration.of(count.amount - 1, turn.grain), sign, of=first)


def _skipping(count: int, unit: GrainAndCount) -> Shift | None:
    """The week before last, the year after next; a fortnight or an hour is no unit that is skipped."""
    return Shift(unit[0], count) if unit[0] > Grain.DAY and unit[1] == 1 else None


def _one_before_last(inner: Meaning) -> Offset:
    return Offset(_turn_of(inner), -1, of=Select(inner, -1))


def _one_after_next(inner: Meaning) -> Offset:
    return Offset(_turn_of(inner), 1, of=Select(inner, 1))


def _turn_of(inner: Meaning) -> Duration:
    """How long it takes a named time to come round."""
    return WEEK if isinstance(inner, Weekend) or inner.kind == "WEEKDAY" else Duration.of(1, Grain.YEAR)


# These compete with "Fridays".
AGO = (
    Rule(
        name="a bare unit ago",
        pattern="<!WORD|NAME|NUM|SOME|a|an|one|per|-|+|'s|LAST|NEXT> unit:ONEUNIT ago",
        means=lambda unit: Offset(length_of(unit), -1),
        examples={"fortnight ago": "2023-09-04", "[week ago] we met": "2023-09-11"},
        never=("half a year ago", "more than a week ago"),
    ),
    Rule(
        name="half or quarter of an hour ago",
        pattern="ABOUT? a? part:FRACTION of? an? -? hour ago",
        means=lambda part: Offset(Duration.of(int(part * 60), Grain.MINUTE), -1) if part < 1 else None,
        examples={"a quarter of an hour ago": None, "half an hour ago": None},
        never=("a quarter of a year ago",),
    ),
    Rule(
        name="so many weekdays ago",
        pattern="count:NUM weekday:WEEKDAYS ago",
        means=lambda count, weekday: _so_many(count, Date(weekday=weekday), WEEK),
        examples={"three Fridays ago": "2023-09-01", "two Mondays ago": "2023-09-04"},
        never=("three Fridays a month ago",),
    ),
    Rule(
        name="so many weekends ago",
        pattern="count:NUM weekends ago",
        means=lambda count: _so_many(count, Weekend(), WEEK),
        examples={"two weekends ago": "2023-W36-WE"},
        never=("two weekends a month ago",),
    ),
    Rule(
        name="so many weekdays from now",
        pattern="count:NUM weekday:WEEKDAYS from now",
        means=lambda count, weekday: _so_many(count, Date(weekday=weekday), WEEK, 1),
        examples={"two Fridays from now": "2023-09-29"},
        never=("two Fridays from noon",),
    ),
    Rule(
        name="so many weekends from now",
        pattern="count:NUM weekends from now",
        means=lambda count: _so_many(count, Weekend(), WEEK, 1),
        examples={"three weekends from now": "2023-W40-WE"},
        never=("two weekends from noon",),
    ),
    Rule(
        name="so many seasons ago",
        pattern="count:NUM season:SEASONNAMES ago",
        means=lambda count, season: _so_many(
            count, Unit(grain=Grain.SEASON, number=SEASONS.index(season)), Duration.of(1, Grain.YEAR)
        ),
        examples={"two summers ago": "2022-SU", "three winters ago": "2020-WI"},
        never=("two summers after",),
    ),
)

# These compete with "the week before" and "a week ago", and win where they are longer.
SKIPPED = (
    Rule(
        name="this day in another year",
        pattern="this day|date in outer:YEAR",
        means=lambda outer: Within(Shift(Grain.DAY, 0), outer),
        examples={"on [this day in 1912]": "1912-09-18", "on [this date in 1805]": "1805-09-18"},
        never=("on that day in 1912",),
    ),
    Rule(
        name="this day so long ago",
        pattern="this day|date ,? length:LENGTH ago",
        means=lambda length: _back(Offset(length.duration, -1), Shift(Grain.DAY, 0)),
        examples={"on [this day 50 years ago]": "1973-09-18"},
    ),
    Rule(
        name="this time last unit",
        pattern="this time LAST unit:ONEUNIT",
        means=lambda unit: Offset(length_of(unit), -1) if unit[0] > Grain.DAY else None,
        examples={"this time last year": "2022", "this time last week": "2023-09-11"},
    ),
    Rule(
        name="this time next unit",
        pattern="this time NEXT unit:ONEUNIT",
        means=lambda unit: Offset(length_of(unit), 1) if unit[0] > Grain.DAY else None,
        examples={"this time next year": "2024"},
    ),
    Rule(
        name="this time on another day",
        pattern="this|same time day:SHIFT_DAY",
        means=lambda day: day,
        examples={"this time tomorrow": "2023-09-19", "the [same time yesterday]": "2023-09-17"},
        never=("this time the tomorrow people won",),
    ),
    Rule(
        name="this day next unit",
        pattern="this day NEXT unit:ONEUNIT",
        means=lambda unit: Offset(length_of(unit), 1, of=Shift(Grain.DAY, 0)) if unit[0] > Grain.DAY else None,
        examples={"this day next week": "2023-09-25"},
    ),
    Rule(
        name="this day last year",
        pattern="this day LAST unit:ONEUNIT",
        means=lambda unit: Offset(length_of(unit), -1, of=Shift(Grain.DAY, 0)) if unit[0] > Grain.DAY else None,
        examples={"this day last year": "2022-09-18"},
    ),
    Rule(
        name="the unit before last",
        pattern=f"the? unit:ONEUNIT before last {NOT_NAMED}",
        means=lambda unit: _skipping(-2, unit),
        examples={"the week before last": "2023-W36", "the year before last": "2021"},
        never=("the week before last Christmas", "the year before last year's vote"),
    ),
    Rule(
        name="the unit after next",
        pattern=f"the? unit:ONEUNIT after next {NOT_NAMED}",
        means=lambda unit: _skipping(2, unit),
        examples={"the week after next": "2023-W40", "the year after next": "2025"},
        never=("the year after next year's vote",),
    ),
    Rule(
        name="the part of a day before last",
        pattern=f"part:PART before last {NOT_NAMED}",
        means=lambda part: Within(part, Shift(Grain.DAY, -2)),
        examples={"the night before last": "2023-09-16TNI"},
    ),
    Rule(
        name="the named time before last",
        pattern=f"the? inner:WEEKDAY|WEEKEND|SEASON|MONTH|HOLIDAY before last {NOT_NAMED}",
        means=_one_before_last,
        examples={"the weekend before last": "2023-W36-WE", "the Friday before last": "2023-09-08"},
    ),
    Rule(
        name="the named time after next",
        pattern=f"the? inner:WEEKDAY|WEEKEND|SEASON|MONTH|HOLIDAY after next {NOT_NAMED}",
        means=_one_after_next,
        examples={"the Friday after next": "2023-10-06", "the weekend after next": "2023-W40-WE"},
    ),
    Rule(
        name="so long ago on a weekday",
        pattern="length:LENGTH ago|before last? inner:WEEKDAY",
        means=_weekday_back,
        examples={"two weeks ago Sunday": "2023-09-03"},
    ),
    Rule(
        name="on a weekday of the week so long ago",
        pattern="length:LENGTH ago on inner:WEEKDAY",
        means=_in_week_back,
        examples={"two weeks ago on Sunday": "2023-09-10"},
        never=("two days ago on Sunday",),
    ),
    Rule(
        name="on a weekday of a week ago",
        pattern="a week ago on inner:WEEKDAY",
        means=lambda inner: Within(inner, Shift(Grain.WEEK, -1)),
        examples={"a week ago on Thursday": "2023-09-14"},
    ),
    Rule(
        name="a week ago on a weekday",
        pattern="a week ago inner:WEEKDAY",
        means=lambda inner: Offset(WEEK, -1, of=Select(inner, -1)),
        examples={"a week ago Sunday": "2023-09-10"},
    ),
    Rule(
        name="weekday week",
        pattern="day:WEEKDAY|SHIFT_DAY week <!->",
        means=_ahead,
        examples={"Thursday week": "2023-09-28", "today week": "2023-09-25"},
        never=("the Thursday week-end",),
    ),
    Rule(
        name="weekday fortnight",
        pattern="day:WEEKDAY|SHIFT_DAY fortnight",
        means=_fortnight_ahead,
        examples={"Tuesday fortnight": "2023-10-03"},
    ),
)

RULES = (
    Rule(
        name="a week on a day",
        pattern=f"{NO_LENGTH} a|one? unit:ONEUNIT on? day:WEEKDAY|SHIFT_DAY",
        means=lambda unit, day: _ahead(day, unit=unit) if unit[0] == Grain.WEEK else None,
        examples={"she returns [a week on Thursday]": "2023-09-28", "I will pay [a fortnight today]": "2023-10-02"},
        never=("closed for a week on Thursday", "last week on Thursday", "every week on Monday"),
    ),
    Rule(
        name="so long ago, on a day",
        pattern="offset:OFFSET day:SHIFT_DAY|SHIFT|SELECT_DAY|WEEKDAY <!'s>",
        means=_back,
        examples={
            "a year ago today": "2022-09-18",
            "two years ago this month": "2021-09",
            "three weeks ago yesterday": "2023-08-27",
        },
        never=("two years ago last year's winner",),
    ),
    Rule(
        name="so many weeks on or before a day",
        pattern=f"{NO_LENGTH} length:LENGTH on? day:WEEKDAY|SHIFT_DAY|SELECT_DAY",
        means=lambda length, day: _before_last(length, day) if _is_last(day) else _weeks_ahead(day, length),
        examples={
            "a week on Thursday": "2023-09-28",
            "a week today": "2023-09-25",
            "a fortnight tomorrow": "2023-10-03",
            "a week last Tuesday": "2023-09-05",
        },
        never=("closed for a week on Thursday",),
    ),
    Rule(
        name="so long from a day",
        pattern=f"<!for|of|lasts|lasted|last|lasting|takes|took|valid|runs|ran|within> length:LENGTH from day:{NAMED_DAY}",
        means=_ahead,
        examples={"three weeks from today": "2023-10-09", "two weeks from Friday": "2023-10-06"},
        never=("two hours from Friday",),
    ),
    Rule(
        name="one unit from a day",
        pattern=f"a|an|one unit:ONEUNIT from day:{NAMED_DAY}",
        means=_ahead,
        examples={"a month from today": "2023-10-18", "a week from next Tuesday": "2023-10-03"},
        never=("an hour from Friday",),
    ),
)


def _is_last(day: Meaning) -> bool:
    return isinstance(day, Select) and day.count < 0
