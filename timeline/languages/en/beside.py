"""Rules for times told by one beside them: the day after Christmas, the Friday before Easter, the week beginning 2 October."""

from __future__ import annotations

from timeline.calendar.almanac import Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Base, Date, Meaning, Nth, Offset, Select, Shift, Within
from timeline.languages.en.relative import GrainAndCount

_ANCHORED = "DAY|HOLIDAY|SHIFT_DAY|SELECT_DAY"
_ENDS = "<!WORD|NAME|'s|->"
DAY = Duration.of(1, Grain.DAY)


def _next(unit: GrainAndCount, of: Meaning, sign: int) -> Offset | Nth | None:
    """The day or week beside a day; the week before it is the one before that which holds it."""
    if not _has_a_day(of) or unit[1] != 1 or unit[0] < Grain.DAY or unit[0] is Grain.WEEKEND:
        return None
    return Offset(DAY, sign, of=of) if unit[0] == Grain.DAY else Nth(count=2 * sign, grain=unit[0], outer=of)


def _weekday(inner: Meaning, of: Meaning, sign: int) -> Select | None:
    """The Friday before Easter."""
    plain = isinstance(inner, Date) and inner.day is None and inner.weekday is not None
    return Select(inner, sign, of=of) if plain and _has_a_day(of) else None


def _of_the_month(count: int, inner: Date) -> Nth | None:
    """The first Monday of the month that holds the anchor, in a story the time told last."""
    return Nth(count=count, grain=Grain.DAY, weekday=inner.weekday, outer=Shift(Grain.MONTH, 0)) if count <= 5 else None


def _last_of_the_month(selected: Select) -> Nth | None:
    """The last Friday of the month: "last" belongs to what it is the last of."""
    plain = selected.count == -1 and selected.base is Base.ANCHOR and selected.of is None
    return _of_the_month(-1, selected.inner) if plain and isinstance(selected.inner, Date) else None


def _has_a_day(meaning: Meaning) -> bool:
    return not isinstance(meaning, Date) or meaning.month is not None


def _of_a_year(month: int, outer: Shift) -> Within | None:
    return Within(Date(month=month), outer) if outer.grain == Grain.YEAR else None


RULES = (
    *(
        Rule(
            name=f"the day or week {side} a day",
            pattern=f"the? unit:ONEUNIT {side} of:{_ANCHORED} {_ENDS}",
            means=lambda unit, of, sign=sign: _next(unit, of, sign),
            examples={
                f"the day {side} Christmas": christmas,
                f"the day {side} 9 March 2012": march,
                f"the week {side} Easter": week,
            },
            never=(f"the day {side} Christmas shopping began",),
        )
        for side, sign, christmas, march, week in (
            ("before", -1, "2023-12-24", "2012-03-08", "2023-W13"),
            ("after", 1, "2023-12-26", "2012-03-10", "2023-W15"),
        )
    ),
    *(
        Rule(
            name=f"the weekday {side} another day",
            pattern=f"the inner:WEEKDAY {side} of:{_ANCHORED} {_ENDS}",
            means=lambda inner, of, sign=sign: _weekday(inner, of, sign),
            examples={f"the Friday {side} Christmas": christmas, f"the Monday {side} Easter 2020": easter},
            never=(f"the Friday {side} Christmas shopping began",),
        )
        for side, sign, christmas, easter in (
            ("before", -1, "2023-12-22", "2020-04-06"),
            ("after", 1, "2023-12-29", "2020-04-13"),
        )
    ),
    Rule(
        name="nth weekday of the month",
        pattern="the? count:ORD inner:WEEKDAY of|in the month",
        means=lambda count, inner: _of_the_month(count, inner),
        examples={"the first Monday of the month": "2023-09-04", "first Saturday of the month": "2023-09-02"},
        never=("the ninth Monday of the month",),
    ),
    Rule(
        name="last weekday of the month",
        pattern="the? selected:SELECT_DAY of|in the month",
        means=lambda selected: _last_of_the_month(selected),
        examples={"the last Friday of the month": "2023-09-29"},
        never=("the last Friday of the monthly sale",),
    ),
    Rule(
        name="week that begins on a day",
        pattern="the? week beginning|commencing|starting on? inner:DAY|WEEKDAY",
        means=lambda inner: Nth(count=1, grain=Grain.WEEK, outer=inner),
        examples={"the week beginning 2 October": "2023-W40", "week commencing Monday 2 October": "2023-W40"},
        never=("the week beginning well",),
    ),
    Rule(
        name="week that begins on a day, shortened",
        pattern="<!WORD|NAME|NUM> w / c inner:DAY",
        means=lambda inner: Nth(count=1, grain=Grain.WEEK, outer=inner),
        examples={"w/c 2 October": "2023-W40"},
        never=("the w/c is out",),
    ),
    Rule(
        name="short month of a told year",
        pattern="month:MONTHNAME of outer:SHIFT",
        means=_of_a_year,
        examples={"Sept. of last year": "2022-09", "March of next year": "2024-03"},
        never=("March of last week",),
    ),
    Rule(
        name="the unit after, by itself",
        pattern=(
            "the unit:ONEUNIT after <!WORD|NAME|the|a|an|that|this|next|last|LAST|NEXT|NUM|DAY|WEEKDAY|MONTH|YEAR|HOLIDAY|"
            "SHIFT|SHIFT_DAY|his|her|its|their|they|it|he|she|we>"
        ),
        means=lambda unit: Shift(unit[0], 1, Base.FOCUS) if unit[1] == 1 and unit[0] >= Grain.DAY else None,
        examples={"the week after": "2023-W39", "the day after": "2023-09-19"},
        never=("the week after the vote", "the day after they met"),
    ),
)
