"""Rules for times told by their distance from another: three days ago, a week from now, two years later, the day before."""

from __future__ import annotations

from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Base, Length, Meaning, Offset
from timeline.languages.en.relative import Builder, GrainAndCount, length_of


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


# what "two years before" counts from where that is said
FOLLOWED = (
    "WORD|the|a|an|NUM|DAY|WEEKDAY|MONTH|YEAR|SEASON|QUARTER|HOLIDAY|SHIFT|SHIFT_DAY|SELECT|SELECT_DAY|this|last|next|LAST|"
    "NEXT|his|her|its|their|they|it"
)

RULES = (
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
        name="about one unit ago",
        pattern="ABOUT a|an|one unit:ONEUNIT ago",
        means=lambda unit: Offset(length_of(unit).with_mod("APPROX"), -1),
        examples={"about a year ago": "2022", "nearly a week ago": "2023-09-11"},
    ),
    Rule(
        name="more than one unit ago",
        pattern="( just|well? over )? ( little|slightly|well|much? more than )? a|an|one unit:ONEUNIT ago",
        means=lambda unit: Offset(length_of(unit).with_mod("MORE_THAN"), -1),
        examples={"more than a year ago": "2022", "just over a week ago": "2023-09-11"},
    ),
    Rule(
        name="less than one unit ago",
        pattern="( just|well? under )? ( little|slightly? less than )? a|an|one unit:ONEUNIT ago",
        means=lambda unit: Offset(length_of(unit).with_mod("LESS_THAN"), -1),
        examples={"less than a year ago": "2022", "just under a month ago": "2023-08"},
    ),
    Rule(
        name="so long back",
        pattern="length:LENGTH back <!WORD|NAME|to|in|from|into|at|on|and|-|then|for|with>",
        means=_ago,
        examples={"he died [five years back]": "2018", "three days back": "2023-09-15"},
        never=("it took two days back home", "for two weeks back in May"),
    ),
    Rule(
        name="so long hence",
        pattern="length:LENGTH hence",
        means=_offset(1, Base.ANCHOR),
        examples={"ten days hence": "2023-09-28"},
        never=("ten days, hence the delay",),
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
        name="in so much time",
        pattern="length:LENGTH ' time",
        means=_offset(1, Base.ANCHOR),
        examples={"in [three days' time]": "2023-09-21"},
    ),
    Rule(
        name="in one unit's time",
        pattern="a|an|one unit:ONEUNIT 's time",
        means=lambda unit: Offset(length_of(unit), 1),
        examples={"in [a week's time]": "2023-09-25"},
    ),
    Rule(
        name="one unit from now",
        pattern="a|an|one unit:ONEUNIT from now",
        means=lambda unit: Offset(length_of(unit), 1),
        examples={"a week from now": "2023-09-25"},
    ),
    Rule(
        name="later",
        pattern="length:LENGTH later|afterwards|afterward <!than>",
        means=_offset(1, Base.FOCUS),
        examples={"two days later": "2023-09-20"},
        never=("two days later than planned",),
    ),
    Rule(
        name="one unit later",
        pattern="a|an|one unit:ONEUNIT later|afterwards <!than>",
        means=lambda unit: Offset(length_of(unit), 1, Base.FOCUS),
        examples={"a month later": "2023-10"},
    ),
    Rule(
        name="about one unit later",
        pattern="ABOUT a|an|one unit:ONEUNIT later|afterwards|afterward <!than>",
        means=lambda unit: Offset(length_of(unit).with_mod("APPROX"), 1, Base.FOCUS),
        examples={"almost a year later": "2024"},
    ),
    Rule(
        name="more than one unit later",
        pattern="( just|well? over )? ( little|slightly|well|much? more than )? a|an|one unit:ONEUNIT later <!than>",
        means=lambda unit: Offset(length_of(unit).with_mod("MORE_THAN"), 1, Base.FOCUS),
        examples={"more than a year later": "2024"},
    ),
    Rule(
        name="less than one unit later",
        pattern="( just|well? under )? ( little|slightly? less than )? a|an|one unit:ONEUNIT later <!than>",
        means=lambda unit: Offset(length_of(unit).with_mod("LESS_THAN"), 1, Base.FOCUS),
        examples={"less than a year later": "2024"},
    ),
    Rule(
        name="earlier",
        pattern="length:LENGTH earlier|beforehand <!this|last|in|that|than>",
        means=_offset(-1, Base.FOCUS),
        examples={"two years earlier": "2021"},
    ),
    Rule(
        name="before, by itself",
        pattern=f"length:LENGTH before <!{FOLLOWED}|he|she|that>",
        means=_offset(-1, Base.FOCUS),
        examples={"two years before": "2021"},
        never=("two years before the war", "three days before Christmas"),
    ),
    *(
        Rule(
            name=f"{side} that",
            pattern=f"length:LENGTH {side} that <!WORD|NAME|NUM|the|a|an|his|her|its|their|they|it|he|she|we|i|there>",
            means=_offset(sign, Base.FOCUS),
            examples={f"two days {side} that": day},
            never=(f"two days {side} that vote", f"two days {side} that they left"),
        )
        for side, sign, day in (("before", -1, "2023-09-16"), ("after", 1, "2023-09-20"))
    ),
    Rule(
        name="one unit before, by itself",
        pattern=f"the|a|an|one unit:ONEUNIT before <!{FOLLOWED}|yesterday>",
        means=lambda unit: Offset(length_of(unit), -1, Base.FOCUS),
        examples={"the day before": "2023-09-17"},
        never=("the week before Christmas", "the day before next Friday"),
    ),
    Rule(
        name="one unit earlier",
        pattern="a|an|one unit:ONEUNIT earlier <!this|last|in|that|than>",
        means=lambda unit: Offset(length_of(unit), -1, Base.FOCUS),
        examples={"a day earlier": "2023-09-17"},
    ),
)
