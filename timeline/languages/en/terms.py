"""Rules for terms and for times counted from another: five years from 1 March, three days before Christmas, the second Sunday
after Easter, the 25th of last month."""

from __future__ import annotations

from timeline.calendar.almanac import Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Base, Date, Length, Meaning, Nth, Offset, Range, Select, Shift, Within
from timeline.languages.en.counted import NO_LENGTH
from timeline.languages.en.relative import GrainAndCount

NAMED_DAY = "DAY|HOLIDAY|SHIFT_DAY|SELECT_DAY"
ALONE = "<!'s|'|-|CODE>"  # "the week before Monday's vote" counts from the vote
LASTING = "for|of|lasts|lasted|last|lasting|takes|took|valid|runs|ran"  # before a length that fills its time


def _sign(side: str) -> int:
    return 1 if side == "after" else -1


def _so_long_beside(side: str) -> object:
    """Three days before Christmas."""

    def means(length: Length, day: Meaning) -> Offset | None:
        known = not length.duration.vague and length.duration.grain == Grain.DAY  # weeks and months are told less exactly
        return Offset(length.duration, _sign(side), of=day) if known else None

    return means


def _year_beside(side: str) -> object:
    return lambda year: Shift(Grain.YEAR, _sign(side), of=year) if isinstance(year, Date) else None


def _part_beside(side: str) -> object:
    """The night before Christmas."""
    return lambda part, day: Within(part, Shift(Grain.DAY, _sign(side), of=day))


def _named_beside(side: str) -> object:
    """The Friday before Easter, the second Sunday after it."""

    def means(inner: Meaning, day: Meaning, count: int = 1) -> Select | None:
        return Select(inner, _sign(side) * count, of=day) if count <= 5 else None

    return means


def _last_before(selected: Select, day: Meaning) -> Select | None:
    """The last Sunday before Advent: "last" belongs to what it is the last before."""
    plain = selected.count == -1 and selected.base is Base.ANCHOR and selected.of is None
    return Select(selected.inner, -1, of=day) if plain else None


def _day_of(day: int, outer: Meaning) -> Within | None:
    """The 25th of last month."""
    return Within(Date(day=day), outer) if isinstance(outer, Shift) and outer.grain == Grain.MONTH else None


def _term(length: Length, day: Meaning) -> Range | None:
    """For five years from 1 March 2025: up to the day before, five years on."""
    if length.duration.vague or length.duration.grain < Grain.DAY:
        return None
    return Range(day, Shift(Grain.DAY, -1, of=Offset(length.duration, 1, of=day)))


def _within(length: Length, day: Meaning) -> Range | None:
    """Within 30 days of 1 March 2025: somewhere from that day on."""
    if length.duration.vague or length.duration.grain < Grain.DAY:
        return None
    return Range(day, Offset(length.duration, 1, of=day), either=True)


def _edge_day(count: int) -> object:
    """The first or last day of the month that holds the anchor, in a story the time told last."""

    def means(unit: GrainAndCount) -> Nth | None:
        whole = unit[1] == 1 and unit[0] > Grain.DAY
        return Nth(count=count, grain=Grain.DAY, outer=Shift(unit[0], 0, Base.TENSE)) if whole else None

    return means


def _last_unit_of(unit: GrainAndCount, outer: Meaning) -> Nth | None:
    """The last month of 1944."""
    return Nth(count=-1, grain=unit[0], outer=outer) if unit[1] == 1 and unit[0] > Grain.DAY else None


def _same_last_year(unit: GrainAndCount) -> Offset | None:
    """The same quarter last year: a year before the one told of."""
    return Offset(Duration.of(1, Grain.YEAR), -1, of=Shift(unit[0], 0, Base.FOCUS)) if unit[0] >= Grain.DAY else None


def _rules_of(side: str, examples: dict[str, dict[str, str]]) -> tuple[Rule, ...]:
    """The rules of one side of a time, before or after it."""
    return (
        Rule(
            name=f"so long {side} a named day",
            pattern=f"{NO_LENGTH} length:LENGTH {side} day:{NAMED_DAY} {ALONE}",
            means=_so_long_beside(side),  # type: ignore[arg-type]
            examples=examples["so long"],
            never=(f"for three days {side} Christmas", f"it took two weeks {side} 5 May", f"two hours {side} 5 May"),
        ),
        Rule(
            name=f"year {side} another",
            pattern=f"the year {side} year:YEAR {ALONE}",
            means=_year_beside(side),  # type: ignore[arg-type]
            examples=examples["year"],
        ),
        Rule(
            name=f"part of the day {side} a named day",
            pattern=f"part:PART {side} day:{NAMED_DAY} {ALONE}",
            means=_part_beside(side),  # type: ignore[arg-type]
            examples=examples["part"],
        ),
        Rule(
            name=f"weekend {side} a named day",
            pattern=f"the? inner:WEEKEND {side} day:{NAMED_DAY} {ALONE}",
            means=_named_beside(side),  # type: ignore[arg-type]
            examples=examples["named"],
            never=(f"the weekend {side} the vote",),
        ),
        Rule(
            name=f"nth named time {side} a named day",
            pattern=f"the? count:ORD inner:WEEKDAY|WEEKEND {side} day:{NAMED_DAY} {ALONE}",
            means=_named_beside(side),  # type: ignore[arg-type]
            examples=examples["nth"],
            never=(f"the sixth Sunday {side} Easter",),
        ),
    )


# These compete with "last month", and win where they are longer.
UNITS = (
    Rule(
        name="last unit of a time",
        pattern="the? last|final unit:ONEUNIT of outer:MONTH|YEAR",
        means=_last_unit_of,
        examples={"the last month of 1944": "1944-12", "the final week of October 2024": "2024-W44"},
        never=("the last week of the trial", "the last fortnight of May"),
    ),
    Rule(
        name="same unit a year before",
        pattern="the same|corresponding|comparable|equivalent unit:ONEUNIT ( of|in? LAST|PRECEDING year )",
        means=_same_last_year,
        examples={"the same month last year": "2022-09", "the corresponding month of last year": "2022-09"},
        never=("the same quarter next year",),
    ),
)

RULES = (
    *_rules_of(
        "after",
        {
            "so long": {"two days after 5 May 2025": "2025-05-07"},
            "year": {"the year after 1066": "1067"},
            "part": {"the morning after Burns Night": "2024-01-26TMO"},
            "named": {"the weekend after 5 May 2024": "2024-W19-WE"},
            "nth": {"first Tuesday after Easter 2024": "2024-04-02", "the second Sunday after 5 May 2024": "2024-05-19"},
        },
    ),
    *_rules_of(
        "before",
        {
            "so long": {"three days before Christmas": "2023-12-22"},
            "year": {"in [the year before 1066]": "1065"},
            "part": {"the night before Christmas": "2023-12-24TNI"},
            "named": {"the weekend before Christmas": "2023-W51-WE"},
            "nth": {"the fourth Sunday before Christmas 2023": "2023-12-03"},
        },
    ),
    Rule(
        name="term from a day",
        pattern=f"<{LASTING}> length:LENGTH from|starting|beginning|commencing on|with? day:{NAMED_DAY} {ALONE}",
        means=_term,
        examples={
            "runs for [five years from 1 March 2025]": "2025-03-01/2030-02-28",
            "a term of [six months beginning on 1 April 2025]": "2025-04-01/2025-09-30",
            "it lasts [two weeks from 5 May 2025]": "2025-05-05/2025-05-18",
        },
        never=("for some weeks from 1 March", "two weeks from Friday"),
    ),
    Rule(
        name="within so long of a day",
        pattern=f"<within> length:LENGTH of|from|after day:{NAMED_DAY} {ALONE}",
        means=_within,
        examples={"within [30 days of 1 March 2025]": "2025-03-01/2025-03-31"},
        never=("within days of 1 March", "within two weeks of talks"),
    ),
    Rule(
        name="last named time before a named day",
        pattern=f"the selected:SELECT|SELECT_DAY before day:{NAMED_DAY} {ALONE}",
        means=_last_before,
        examples={"the last Friday before Christmas": "2023-12-22", "the last weekend before 5 May 2024": "2024-W17-WE"},
        never=("the next Friday before Christmas",),
    ),
    Rule(
        name="day of a counted month",
        pattern="the? day:ORDDAY of outer:SHIFT <!'s>",
        means=_day_of,
        examples={"the 25th of last month": "2023-08-25", "the first of next month": "2023-10-01"},
        never=("the 25th of last year", "the first of this week"),
    ),
    Rule(
        name="day of the month, said of which",
        pattern="<on|by|until|till|from|to|since|for|before|after|every> the day:ORDDAY of the month <!WORD|NAME>",
        means=lambda day: Date(day=day),
        examples={"on [the first of the month]": "2023-10-01", "by [the 25th of the month]": "2023-09-25"},
        never=("for the first of the month-long talks",),
    ),
    Rule(
        name="first day of the unit",
        pattern="the first day of the unit:ONEUNIT <!WORD|NAME|->",
        means=_edge_day(1),  # type: ignore[arg-type]
        examples={"on [the first day of the month]": "2023-09-01"},
        never=("on the first day of the month-long strike",),
    ),
    Rule(
        name="last day of the unit",
        pattern="the last|final day of the unit:ONEUNIT <!WORD|NAME|->",
        means=_edge_day(-1),  # type: ignore[arg-type]
        examples={"by [the last day of the month]": "2023-09-30", "on [the final day of the year]": "2023-12-31"},
        never=("the last day of the week-long talks",),
    ),
)
