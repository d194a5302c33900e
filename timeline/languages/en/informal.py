"""Rules for times in few words, as chats, tables and notes write them: 2moro, 2h ago, end of week, YTD, midweek, 14MAR25."""

from __future__ import annotations

from fractions import Fraction

from timeline.calendar.almanac import Grain, month_length
from timeline.calendar.durations import Duration
from timeline.calendar.timex3 import part_value
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import (
    Base,
    Clock,
    Date,
    DayPart,
    Length,
    Meaning,
    Modified,
    Offset,
    Refers,
    Shift,
    Stretch,
    Within,
)
from timeline.languages.en.relative import BY_ITSELF, Builder, GrainAndCount, edge_of

Figures = tuple[int, int, "str | None"]  # hour, minute, half of the day
LIMITS = "by|before|until|till|at|around|near|towards|toward|through"
ALONE = "<!WORD|NAME|-|'s|of>"
MONTHS = tuple(enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1))


def _at_two(meaning: Meaning) -> Builder:
    """What a figure 2 is the sound of "to" in: 2moro, 2nite."""
    return lambda two: meaning if two == 2 else None


def _glued(month: int) -> Builder:
    """14MAR25, 14MAR2025, 14MAR25 1010."""

    def means(day: int, year: int, time: Figures | None = None) -> Meaning | None:
        short = year < 100
        if not 1 <= day <= month_length(2000 if short else year, month) or not (short or 1000 <= year <= 2199):
            return None
        date = Date(day=day, month=month, year=year, short=short)
        return date if time is None else Within(Clock(hour=time[0], minute=time[1]), date)

    return means


def _short_ago(count: int, unit: Grain) -> Offset | None:
    return Offset(Duration(((unit, Fraction(count)),)), -1) if count > 0 else None


def _to_date(unit: GrainAndCount) -> Modified | None:
    return edge_of(unit, "EARLIER") if unit[0] > Grain.DAY else None


def _some_weekday(inner: Meaning, part: Meaning | None = None) -> Refers | None:
    """One Sunday, one Friday night: nobody knows which."""
    if not isinstance(inner, Date) or inner.weekday is None or inner.day is not None:
        return None
    hours = f"T{part_value(part.code)}" if isinstance(part, DayPart) else ""
    return Refers(f"XXXX-WXX-{inner.weekday + 1}{hours}")


def _last_of(unit: GrainAndCount) -> Meaning | None:
    return edge_of(unit, "END")


def _and_a_half(unit: GrainAndCount) -> Stretch | None:
    return Stretch(Duration.of(Fraction(3, 2) * unit[1], unit[0]), -1) if unit[0] >= Grain.HOUR else None


# These compete with the bare atoms.
ATOMS = (
    Rule(
        name="tomorrow with a figure",
        pattern="two:STUCK moro|morrow|mrw|mro <!WORD>",
        means=_at_two(Shift(Grain.DAY, 1)),
        examples={"see you [2moro]": "2023-09-19", "2morrow": "2023-09-19"},
        never=("3moro",),
    ),
    Rule(
        name="tonight with a figure",
        pattern="two:STUCK nite|night",
        means=_at_two(Within(DayPart("NI"), Shift(Grain.DAY, 0))),
        examples={"out [2nite]": "2023-09-18TNI"},
        never=("3nite",),
    ),
    *(
        Rule(
            name=f"day, month and year in one word: {month}",
            pattern=f"<!CODE|-|/> day:STUCK {month} year:YEARCODE <!CODE|->",
            means=_glued(number),
            examples={f"14{month.upper()}25": f"2025-{number:02}-14", f"[02{month}2012]": f"2012-{number:02}-02"},
            never=(f"32{month.upper()}25", f"14{month.upper()}0 was sold", f"14{month.upper()}1e5"),
        )
        for number, month in MONTHS
    ),
    *(
        Rule(
            name=f"day, month and year in one word, and four figures: {month}",
            pattern=f"<!CODE|-|/> day:STUCK {month} year:YEARCODE at? time:HHMM <!WORD|UNITNAME|NUM|%|-|/|CODE|$>",
            means=_glued(number),
            examples={
                f"14{month.upper()}25 1010": f"2025-{number:02}-14T10:10",
                f"[02{month}25 at 0815]": f"2025-{number:02}-02T08:15",
            },
            never=(f"14{month.upper()}25 2575",),
        )
        for number, month in MONTHS
    ),
    Rule(
        name="so long ago, by letters",
        pattern="<!$|-|/> count:INT|STUCK unit:UNITLETTER ago",
        means=_short_ago,
        examples={"3d ago": "2023-09-15", "2w ago": "2023-09-04", "5y ago": "2018"},
        never=("0d ago",),
    ),
    Rule(
        name="mid part of a day",
        pattern="mid -? part:PARTNAME",
        means=lambda part: DayPart(part) if part in ("MO", "AF", "EV") else None,
        examples={"by [mid-afternoon]": "2023-09-18TAF"},
        never=("mid-night",),
        part=True,
    ),
    Rule(
        name="middle of the night",
        pattern="the middle of the night",
        means=lambda: DayPart("NI"),
        examples={"in [the middle of the night]": "2023-09-18TNI"},
        part=True,
    ),
    Rule(
        name="early or late in a part",
        pattern="the? early|late -? part:PARTNAME <!WORD|NAME|-|of|on|UNITNAME|that>",
        means=lambda part: DayPart(part),
        examples={"by [late afternoon]": "2023-09-18TAF", "late evening": "2023-09-18TEV"},
        never=("in late night shows", "out late the night before"),
    ),
    Rule(
        name="midweek",
        pattern=f"<!the|a|an|'s|-> midweek {ALONE}",
        means=lambda: Modified(Shift(Grain.WEEK, 0), "MID"),
        examples={"they meet [midweek]": "2023-W38"},
        never=("a midweek fixture", "midweek matches"),
    ),
    Rule(
        name="year to date, in capitals",
        pattern="ytd <!:>",
        means=lambda: Modified(Shift(Grain.YEAR, 0), "EARLIER"),
        examples={"sales [YTD] rose": "2023"},
        never=("YTD: 12",),
    ),
    Rule(
        name="month to date, in capitals",
        pattern="mtd <!:>",
        means=lambda: Modified(Shift(Grain.MONTH, 0), "EARLIER"),
        examples={"sales [MTD] rose": "2023-09"},
        never=("MTD: 12",),
    ),
)

# These compete with capitalised weekdays, which come first.
SHORT_DAYS = (
    Rule(
        name="small weekday before an hour",
        pattern="<!NAME|-|'|the|a> weekday:SURESHORTDAY <CLOCKNUM|HOURNUM|PARTNAME|CLOCKWORD|@>",
        means=lambda weekday: Date(weekday=weekday),
        examples={"thurs 8pm": "2023-09-21T20:00", "see you [fri night]": "2023-09-22TNI"},
        never=("the mon 5 tablets",),
    ),
    Rule(
        name="small weekday, also a word, before the part of a day",
        pattern="<!WORD|NAME|the|a|-|'|i|he|she|they|we|it|and> weekday:SHORTDAY <PARTNAME>",
        means=lambda weekday: Date(weekday=weekday),
        examples={"sat morning": "2023-09-23TMO", "[wed evening]": "2023-09-20TEV"},
        never=(
            "he sat nights out",
            "the sun morning and evening",
            "I sat night after night at his bed",
            "The dog sat morning and evening",
        ),
    ),
)

# Of units and lengths that are read.
UNITS = (
    Rule(
        name="month or quarter to date",
        pattern="the? unit:ONEUNIT to date <!WORD|NAME|->",
        means=_to_date,
        examples={"sales for [the month to date]": "2023-09", "quarter to date": "2023-Q3"},
        never=("a day to date people", "the week to date-stamp"),
    ),
    Rule(
        name="trailing units",
        pattern="the? TRAILINGWORD length:LENGTH",
        means=lambda length: Stretch(length.duration, -1),
        examples={"sales of [the trailing twelve months]": "P12M"},
        never=("trailing by two goals",),
    ),
    Rule(
        name="the past unit and a half",
        pattern="the? LAST unit:ONEUNIT and a half",
        means=_and_a_half,
        examples={"over [the past year and a half]": "P1.5Y"},
        never=("the last second and a half",),
    ),
    Rule(
        name="in so much time, without its mark",
        pattern="<in> length:LENGTH time <!WORD|NAME|->",
        means=lambda length: Offset(length.duration, 1),
        examples={"in [two weeks time]": "2023-10-02"},
        never=("in two weeks time stood still", "in five days time-share"),
    ),
    Rule(
        name="within the unit",
        pattern="<within> the unit:ONEUNIT <!of|WORD|NAME|-|'s>",
        means=lambda unit: Length(Duration.of(unit[1], unit[0])) if unit[0] >= Grain.HOUR else None,
        examples={"within [the hour]": "PT1H", "within [the month]": "P1M"},
        never=("within the week of talks", "within the hour's limit"),
        latent=True,  # the unit that holds the time told, or as long from then on
    ),
    Rule(
        name="end of a unit, in short",
        pattern=f"<{LIMITS}> end of unit:ONEUNIT <!WORD|NAME|-|'s|of|,|on|WEEKDAY|DAY|SHIFT_DAY>",
        means=_last_of,
        examples={"by [end of week]": "2023-W38", "before [end of month]": "2023-09", "by [end of day]": "2023-09-18"},
        never=("at end of day trips", "by the end of day one"),
    ),
    Rule(
        name="end of a unit, by itself",
        pattern="end of unit:ONEUNIT",
        means=_last_of,
        examples={"[end of month]": "2023-09"},
        never=("end of month",),
        latent=True,
    ),
    Rule(
        name="end of a unit, joined",
        pattern=f"<{LIMITS}> unit:ONEUNIT -? end {ALONE}",
        means=lambda unit: _last_of(unit) if unit[0] in (Grain.MONTH, Grain.QUARTER) else None,
        examples={"by [month-end]": "2023-09", "at [quarter end]": "2023-Q3"},
        never=("by week end", "at month-end sales"),
    ),
    Rule(
        name="end of a unit, joined, by itself",
        pattern="unit:ONEUNIT -? end",
        means=lambda unit: _last_of(unit) if unit[0] in (Grain.MONTH, Grain.QUARTER, Grain.YEAR) else None,
        examples={"[year-end]": "2023"},
        never=("year-end",),
        latent=True,
    ),
    *(
        Rule(
            name=f"{word}, by itself",
            pattern=word,
            means=lambda grain=grain: Modified(Shift(grain, 0), "END"),
            examples={f"[{word.upper()}]": value},
            never=(word,),
            latent=True,
        )
        for word, grain, value in (
            ("eod", Grain.DAY, "2023-09-18"),
            ("eow", Grain.WEEK, "2023-W38"),
            ("eom", Grain.MONTH, "2023-09"),
            ("eoy", Grain.YEAR, "2023"),
        )
    ),
)

# Of parts of days that are read.
PARTS = (
    Rule(
        name="one weekday, not told which",
        pattern="one inner:WEEKDAY <!in|of|last|next|LAST|NEXT|-|'s|this|NUM|CLOCK|PART|SELECT|SHIFT|WORD|NAME>",
        means=_some_weekday,
        examples={"[one Sunday], he left": "XXXX-WXX-7"},
        never=("one Sunday in June", "one Sunday last May", "one Sunday paper"),
    ),
    Rule(
        name="part of one weekday, not told which",
        pattern="one inner:WEEKDAY part:PART <!in|of|last|next|LAST|NEXT|-|'s|this|NUM|CLOCK|SELECT|SHIFT>",
        means=_some_weekday,
        examples={"he left [one Friday night]": "XXXX-WXX-5TNI"},
        never=("one Friday night in May",),
    ),
    *(
        Rule(
            name=f"part of a day {side}, by itself",
            pattern=f"part:PART {side} {BY_ITSELF[:-1]}|PART|PARTNAME>",
            means=lambda part, count=count: Within(part, Shift(Grain.DAY, count, Base.FOCUS)),
            examples={f"He wrote [{phrase}].": value},
            never=(f"{phrase} the vote", f"{phrase} he left", f"night {side} night they sat"),
        )
        for side, count, phrase, value in (
            ("before", -1, "the night before", "2023-09-17TNI"),
            ("after", 1, "the morning after", "2023-09-19TMO"),
        )
    ),
)
