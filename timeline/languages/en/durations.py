"""Rules for lengths of time: "three weeks", "a two-and-a-half-year", "more than a decade"."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from attrs import evolve

from timeline.calendar.almanac import Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Length, Meaning, Number

Unit = tuple[Grain, int]
AMBIGUOUS_UNITS = (
    Grain.SECOND,
    Grain.MINUTE,
    Grain.QUARTER,
)  # "a second order", "a minute trace", "a quarter of voters"


def length(count: Number | None, unit: Unit) -> Length | None:
    """So many of a unit; one of it where no number was said.  Decades are counted in years, as TimeML does."""
    grain, factor = unit
    if grain == Grain.DECADE:
        grain, factor = Grain.YEAR, 10 * factor
    if count is None:
        return Length(Duration.of(factor, grain))
    if count.amount is not None and count.amount > 1_000_000_000:
        return None
    return Length(Duration.of(None if count.amount is None else count.amount * factor, grain, count.mod))


def _leading(count: Number, unit: Unit) -> Length | None:
    """The first so many units of something."""
    counted = length(count, unit)
    return None if counted is None else evolve(counted, leading=True)


def _working(count: Number, unit: Unit) -> Length | None:
    """So many working days, which leave weekends out; a working week is a week."""
    counted = length(count, unit)
    if counted is None or unit != (Grain.DAY, 1):
        return counted
    return evolve(counted, duration=evolve(counted.duration, working=True))


def _hours_minutes(hours: int, minutes: int) -> Length | None:
    """2h 30m."""
    parts = ((Grain.HOUR, Fraction(hours)), (Grain.MINUTE, Fraction(minutes)))
    return Length(Duration(parts)) if minutes < 60 else None


def _age(count: Number, unit: Unit) -> Length | None:
    counted = length(count, unit)
    return None if counted is None else evolve(counted, age=True)


def _part(unit: Unit, share: Fraction) -> Duration:
    """A part of a unit, in the finer one that it is a whole number of."""
    finer = {Grain.HOUR: (60, Grain.MINUTE), Grain.YEAR: (12, Grain.MONTH), Grain.CENTURY: (100, Grain.YEAR)}
    count, grain = finer[unit[0]]
    return Duration.of(share * count * unit[1], grain)


def _half(unit: Unit) -> Length | None:
    halves = {
        Grain.YEAR: (6, Grain.MONTH),
        Grain.HOUR: (30, Grain.MINUTE),
        Grain.DAY: (12, Grain.HOUR),
        Grain.DECADE: (5, Grain.YEAR),
        Grain.CENTURY: (50, Grain.YEAR),
    }
    if unit[0] in halves:
        return Length(Duration.of(*halves[unit[0]]))
    return Length(Duration.of(Fraction(unit[1], 2), unit[0]))


def _joined(first: Length, second: Length) -> Length | None:
    """Two years and three months: the second unit is finer and its amount known."""
    if first.duration.vague or second.duration.vague or second.duration.grain >= first.duration.grain:
        return None
    return Length(Duration(first.duration.amounts + second.duration.amounts, first.duration.mod))


def _and_half_more(length: Length) -> Length | None:
    """Two hours and a half."""
    (grain, amount), *more = length.duration.amounts
    whole = amount is not None and amount.denominator == 1 and not more and grain >= Grain.HOUR
    return Length(Duration.of(amount + Fraction(1, 2), grain)) if whole and amount is not None else None


def _between(least: Number, most: Number, unit: Unit) -> Length | None:
    """Somewhere between two numbers of units, the smaller said first."""
    rising = least.amount is None or most.amount is None or least.amount < most.amount
    return length(Number(None), unit) if rising else None


def _some(units: Unit, least: Grain = Grain.MINUTE) -> Length | None:
    """Some hours, weeks or years; seconds are too often an ordinal."""
    return length(Number(None), units) if units[0] >= least else None


def _under(mod: str) -> Callable[..., Meaning | None]:
    def means(length: Length) -> Meaning | None:
        return (
            None
            if length.duration.mod not in (None, "APPROX")
            else evolve(length, duration=length.duration.with_mod(mod))
        )

    return means


# What would else be a clock time.
JOINED = (
    Rule(
        name="hours and minutes, joined, of what lasts",
        pattern=(
            "<took|takes|take|lasted|lasts|last|for|spent|runs|only|just> hours:INT h minutes:CODE "
            "<!WORD|NAME|-|/|MINUTEWORD>"
        ),
        means=_hours_minutes,
        examples={"it took [2h30]": "PT2H30M"},
        never=("at 2h30",),
    ),
)

COUNTED = (
    Rule(
        name="hours and minutes, shortened",
        pattern="hours:INT h minutes:STUCK|INT|CODE MINUTEWORD|min|mins <!WORD|NAME|->",
        means=_hours_minutes,
        examples={"2h 30m": "PT2H30M", "it took [1h 5min]": "PT1H5M", "[2h30m]": "PT2H30M"},
        never=("2h 75m",),
    ),
    Rule(
        name="counted unit",
        pattern="count:NUM unit:UNITNAME <!old|->",
        means=length,
        examples={
            "three weeks": "P3W",
            "1,500 years": "P1500Y",
            "2.5 hours": "PT2.5H",
            "a few days": "PXD",
            "ten minutes": "PT10M",
        },
        never=("3 week-old chicks ran", "seconds out"),
    ),
    Rule(
        name="hours and minutes with hr",
        pattern="hours:INT hr|hrs minutes:CODE|STUCK|INT MINUTEWORD|min|mins? <!WORD|NAME|-|/>",
        means=_hours_minutes,
        examples={"it took [2hr30]": "PT2H30M", "[1hr 45min]": "PT1H45M"},
        never=("2hr75",),
    ),
    Rule(
        name="between two numbers of units, both said",
        pattern="<between> least:NUM and most:NUM unit:UNITS <!old|->",
        means=_between,
        examples={"between [two and four hours]": "PTXH"},
        never=("between 1995 and 15 years ago",),
    ),
    Rule(
        name="so many odd units",
        pattern="count:NUM -? ODDWORD unit:UNITS",
        means=lambda count, unit: None if (told := length(count, unit)) is None else _under("APPROX")(told),
        examples={"[20-odd years]": "P20Y", "for [thirty odd days]": "P30D"},
        never=("20-odd people",),
    ),
    Rule(
        name="a score of units",
        pattern="a SCOREWORD of unit:UNITS",
        means=lambda unit: length(Number(Fraction(20)), unit),
        examples={"for [a score of years]": "P20Y"},
    ),
    Rule(
        name="counted unit with its article",
        pattern="<for|in|during|over|of|through|within|after|,> the count:NUM unit:UNITS <!old|->",
        means=length,
        examples={"for [the nine months]": "P9M", "during [the six weeks]": "P6W"},
    ),
    Rule(
        name="first so many units",
        pattern="the? first count:NUM unit:UNITS <!old|->",
        means=_leading,
        examples={"in [the first nine months]": "P9M", "for [the first two weeks]": "P2W"},
    ),
    Rule(
        name="between two numbers of units",
        pattern="least:NUM to|or|-|– most:NUM unit:UNITS <!old|->",
        means=_between,
        examples={"12 to 18 months": "PXM", "two or three days": "PXD"},
        never=("he was sentenced in 1995 to 15 years",),
    ),
    Rule(
        name="the year ended",
        pattern="the fiscal? year <ended|ending>",
        means=lambda: Length(Duration.of(1, Grain.YEAR)),
        examples={"[the fiscal year] ended": "P1Y"},
    ),
    Rule(
        name="so many units in a row",
        pattern="the? count:NUM consecutive|straight|successive|full|whole|calendar|long unit:UNITS",
        means=length,
        examples={"for [three consecutive years]": "P3Y", "[five calendar days]": "P5D"},
    ),
    Rule(
        name="so many working days",
        pattern="the? count:NUM clear? working|business|trading unit:UNITNAME",
        means=_working,
        examples={"[10 working days]": "P10D", "for [three business days]": "P3D", "[two working weeks]": "P2W"},
    ),
    Rule(
        name="a working day",
        pattern="<for|in|within> a working|business|trading unit:ONEUNIT",
        means=lambda unit: _working(Number(Fraction(1)), unit),
        examples={"for [a working day]": "P1D"},
    ),
    Rule(
        name="a unit or two",
        pattern="a|an unit:ONEUNIT or two",
        means=lambda unit: length(Number(None), unit),
        examples={"[a day or two]": "PXD"},
    ),
    Rule(
        name="quarter of a century",
        pattern="a? quarter -|of? a? -? century",
        means=lambda: Length(Duration.of(25, Grain.YEAR)),
        examples={"[a quarter of a century]": "P25Y"},
    ),
    Rule(
        name="units long or old",
        pattern="units:UNITS - old|long",
        means=lambda units: length(Number(None), units),
        examples={"a [decades-long] war": "PXY", "[months-long] talks": "PXM"},
    ),
    Rule(
        name="several units, hyphenated",
        pattern="several|multi - unit:ONEUNIT",
        means=lambda unit: length(Number(None), unit),
        examples={"a [several-year] tenure": "PXY"},
    ),
    Rule(
        name="more units",
        pattern="count:NUM more unit:UNITNAME",
        means=length,
        examples={"[20 more years]": "P20Y", "one more day": "P1D"},
    ),
    Rule(
        name="another unit",
        pattern="another unit:ONEUNIT",
        means=lambda unit: length(None, unit),
        examples={"for [another week]": "P1W"},
    ),
    Rule(
        name="additional unit",
        pattern="an additional|extra unit:ONEUNIT",
        means=lambda unit: length(None, unit),
        examples={"for [an additional year]": "P1Y"},
    ),
    Rule(
        name="years of age",
        pattern="count:NUM unit:UNITNAME of age",
        means=_age,
        examples={"26 years of age": "P26Y"},
    ),
    Rule(
        name="counted unit, of age",
        pattern="count:NUM unit:UNITNAME old",
        means=_age,
        examples={"45 years old": "P45Y"},
    ),
    Rule(
        name="hyphenated unit",
        pattern="count:NUM - unit:ONEUNIT",
        means=length,
        examples={"a [three-week] strike": "P3W", "a [16-hour] day": "PT16H"},
        never=("a three-day-old paper",),
    ),
    Rule(
        name="hyphenated age",
        pattern="count:NUM - unit:ONEUNIT - old",
        means=_age,
        examples={"a [45-year-old] man": "P45Y"},
    ),
    Rule(
        name="hyphenated length",
        pattern="count:NUM - unit:ONEUNIT - long",
        means=length,
        examples={"a [two-week-long] strike": "P2W"},
    ),
    Rule(
        name="unit long",
        pattern="<!-> unit:ONEUNIT - long",
        means=lambda unit: length(None, unit),
        examples={"a [week-long] strike": "P1W", "their third [day-long] meeting": "P1D"},
        never=("a two-week-long-standing dispute",),
    ),
    Rule(
        name="one unit, after its verb",
        pattern=(
            "<took|takes|take|lasted|lasts|last|spent|spends|spend|waited|wait|served|stayed|nearly|almost|"
            "barely|only|just|roughly|him|them>  "
            "a|an|one unit:ONEUNIT <!-|'s|ago|later|earlier|from|old>"
        ),
        means=lambda unit: length(None, unit) if unit[0] not in AMBIGUOUS_UNITS else None,
        examples={"it lasted [a month]": "P1M", "it took [a week]": "P1W", "he gave them [a month] to appeal": "P1M"},
    ),
    Rule(
        name="one unit",
        pattern="<!NUM|SCALE|WORD|NAME|UNITS|%|percent> a|an|one unit:ONEUNIT <!-|'s|ago|later|earlier|from|old>",
        means=lambda unit: length(None, unit) if unit[0] not in AMBIGUOUS_UNITS else None,
        examples={"for [an hour]": "PT1H"},
        never=("three times a week", "$2 million a year", "four flights a week", "they are open 24 hours a day"),
    ),
    Rule(
        name="one unit before or after",
        pattern="<!NUM|SCALE|UNITS|%|percent> a|an|one unit:ONEUNIT <after|before|into>",
        means=lambda unit: length(None, unit) if unit[0] not in AMBIGUOUS_UNITS else None,
        examples={"it came [a week] after the vote": "P1W", "they met [a day] before it closed": "P1D"},
    ),
    Rule(
        name="unit and a half",
        pattern="a|an|one unit:ONEUNIT and a half",
        means=lambda unit: Length(
            _part(unit, Fraction(3, 2)) if unit[0] == Grain.CENTURY else Duration.of(Fraction(3, 2) * unit[1], unit[0])
        ),
        examples={"a year and a half": "P1.5Y", "a century and a half": "P150Y"},
    ),
    Rule(
        name="a minute",
        pattern="<!NUM|SCALE|WORD|NAME|%> a|one unit:ONEUNIT <!WORD|NAME|-|'s|of|to|past|ago|later|earlier|from>",
        means=lambda unit: length(None, unit) if unit[0] == Grain.MINUTE else None,
        examples={"for [a minute]": "PT1M"},
        never=("a minute trace",),
    ),
    Rule(
        name="three quarters of a unit",
        pattern="three -? quarters of a|an unit:ONEUNIT",
        means=lambda unit: Length(_part(unit, Fraction(3, 4))) if unit[0] in (Grain.HOUR, Grain.YEAR, Grain.CENTURY) else None,
        examples={"three quarters of an hour": "PT45M", "three-quarters of a century": "P75Y"},
    ),
    Rule(
        name="a quarter of a unit",
        pattern="a? quarter of an|a unit:ONEUNIT",
        means=lambda unit: Length(_part(unit, Fraction(1, 4))) if unit[0] in (Grain.HOUR, Grain.YEAR) else None,
        examples={"a quarter of an hour": "PT15M"},
        never=("a quarter of a second",),
    ),
    Rule(
        name="a whole unit",
        pattern="the whole|entire unit:ONEUNIT <!->",
        means=lambda unit: length(None, unit) if unit[0] not in (*AMBIGUOUS_UNITS, Grain.YEAR) else None,
        examples={"for [the whole week]": "P1W", "[the entire month]": "P1M"},
    ),
    Rule(
        name="counted unit, long",
        pattern="count:NUM unit:ONEUNIT long <WORD>",
        means=lambda count, unit: length(count, unit) if count.amount != 1 else None,
        examples={"a [3 year long] siege": "P3Y"},
        never=("one day long ago",),
    ),
    Rule(
        name="a full unit",
        pattern="a full|whole|entire|solid|single unit:ONEUNIT",
        means=lambda unit: length(None, unit) if unit[0] not in AMBIGUOUS_UNITS else None,
        examples={"for [a full year]": "P1Y", "[a whole day]": "P1D"},
    ),
    Rule(
        name="all of a unit",
        pattern="<!at|of|in|an|a> all unit:ONEUNIT long|round? <!->",
        means=lambda unit: length(None, unit) if unit[0] in (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR) else None,
        examples={"all day": "P1D", "rained [all week]": "P1W", "all year long": "P1Y"},
        never=("an all-day breakfast", "of all day trips"),
        latent=True,  # more often how much than how long: "he said it all day"
    ),
    Rule(
        name="another so many units",
        pattern="another|additional|further count:NUM unit:UNITS",
        means=length,
        examples={"for [another two years]": "P2Y"},
    ),
    Rule(
        name="a further so many units",
        pattern="an additional|extra count:NUM unit:UNITS",
        means=length,
        examples={"for [an additional three months]": "P3M"},
    ),
    Rule(
        name="a further unit",
        pattern="a further count:NUM? unit:UNITS",
        means=lambda unit, count: None if count is None else length(count, unit),
        examples={"for [a further six months]": "P6M"},
    ),
    Rule(
        name="half a unit",
        pattern="half -? a|an? -? unit:ONEUNIT",
        means=_half,
        examples={"[half an hour]": "PT30M", "[half a year]": "P6M"},
    ),
    Rule(
        name="a half unit",
        pattern="a half -? unit:ONEUNIT <!WORD|NAME|->",
        means=_half,
        examples={"for [a half hour]": "PT30M"},
        never=("a half-day course",),
    ),
    Rule(
        name="some of many units",
        pattern=(
            "<for|over|in|within|took|takes|take|taken|taking|spent|spends|spend|spending|lasted|lasts|last|waited|wait|"
            "follows|followed|follow|despite|ended|ending|end|weathered|endured|after> units:UNITS"
        ),
        means=_some,
        examples={"for [years]": "PXY", "over [weeks]": "PXW", "within [days]": "PXD", "it took [months]": "PXM"},
        never=("the weeks passed",),
    ),
    Rule(
        name="some of many units, before or after",
        pattern="<!NUM|ORD|LAST|NEXT|'s|-> units:UNITS <before|after|later|earlier>",
        means=lambda units: _some(units, Grain.MINUTE),
        examples={"it came [days] after the vote": "PXD", "[hours] before it closed": "PTXH"},
    ),
    Rule(
        name="some of many units, of something",
        pattern="<!NUM|ORD|LAST|NEXT|'s|-|the|these|those|light> units:UNITS <of>",
        means=lambda units: _some(units, Grain.HOUR),
        examples={"it capped [months] of talks": "PXM", "[decades] of war": "PXY"},
        never=("the days of sail",),
    ),
    Rule(
        name="units or units",
        pattern="UNITS or|and units:UNITS",
        means=_some,
        examples={"within [days or weeks]": "PXW", "it may take [months or years]": "PXY"},
    ),
    Rule(
        name="unit long, in one word",
        pattern="unit:UNITLONG",
        means=lambda unit: length(None, unit),
        examples={"a [weeklong] strike": "P1W", "the [yearlong] talks": "P1Y"},
    ),
)

COMPOUND = (
    Rule(
        name="length and a half",
        pattern="length:LENGTH and a half <!WORD|NAME|->",
        means=_and_half_more,
        examples={"two hours and a half": "PT2.5H"},
        never=("two hours and a half-day",),
    ),
    Rule(
        name="three units",
        pattern="first:LENGTH ,|and? second:LENGTH ,? and? third:LENGTH",
        means=lambda first, second, third: None if (two := _joined(first, second)) is None else _joined(two, third),
        examples={"3 years, 2 months and 5 days": "P3Y2M5D"},
        never=("two days, three days and a week",),
    ),
    Rule(
        name="two units",
        pattern="first:LENGTH ,|and? second:LENGTH",
        means=_joined,
        examples={"two years and three months": "P2Y3M", "1 hour 30 minutes": "PT1H30M"},
    ),
)

MODIFIED = (
    Rule(
        name="about",
        pattern="ABOUT length:LENGTH",
        means=_under("APPROX"),
        examples={"about three weeks": "P3W", "roughly two years": "P2Y"},
    ),
    Rule(
        name="close to",
        pattern="close to length:LENGTH",
        means=_under("APPROX"),
        examples={"close to two years": "P2Y"},
    ),
    Rule(
        name="no less than",
        pattern="no less|fewer than length:LENGTH",
        means=_under("EQUAL_OR_MORE"),
        examples={"no less than two weeks": "P2W", "no fewer than ten days": "P10D"},
    ),
    Rule(
        name="a little over",
        pattern="a? slightly|little over length:LENGTH",
        means=_under("MORE_THAN"),
        examples={"a little over two years": "P2Y", "slightly over three hours": "PT3H"},
    ),
    Rule(
        name="a little under",
        pattern="a? slightly|little under length:LENGTH",
        means=_under("LESS_THAN"),
        examples={"a little under two years": "P2Y"},
    ),
    Rule(
        name="in excess of",
        pattern="in excess of length:LENGTH",
        means=_under("MORE_THAN"),
        examples={"in excess of ten years": "P10Y"},
    ),
    Rule(
        name="not more than",
        pattern="not more|longer than length:LENGTH",
        means=_under("EQUAL_OR_LESS"),
        examples={"not more than ten days": "P10D"},
    ),
    Rule(
        name="not less than",
        pattern="not less|fewer than length:LENGTH",
        means=_under("EQUAL_OR_MORE"),
        examples={"not less than ten days": "P10D"},
    ),
    Rule(
        name="upwards of",
        pattern="upwards of length:LENGTH",
        means=_under("MORE_THAN"),
        examples={"upwards of ten years": "P10Y"},
    ),
    Rule(
        name="or less",
        pattern="length:LENGTH or less|fewer",
        means=_under("EQUAL_OR_LESS"),
        examples={"two weeks or less": "P2W"},
    ),
    Rule(
        name="no more than",
        pattern="no more|longer than length:LENGTH",
        means=_under("EQUAL_OR_LESS"),
        examples={"no more than sixty days": "P60D"},
    ),
    Rule(
        name="or so",
        pattern="length:LENGTH or so",
        means=_under("APPROX"),
        examples={"a week or so": "P1W"},
    ),
    Rule(
        name="or more",
        pattern="length:LENGTH or more|longer",
        means=_under("EQUAL_OR_MORE"),
        examples={"two years or more": "P2Y"},
    ),
    Rule(
        name="more than",
        pattern="little|slightly|well|much? more|longer than length:LENGTH",
        means=_under("MORE_THAN"),
        examples={"more than two years": "P2Y"},
    ),
    Rule(
        name="over",
        pattern="<for|took|lasted|last|lasts|take|takes|after|of|was|is|in> over length:LENGTH",
        means=_under("MORE_THAN"),
        examples={"for [over two years]": "P2Y"},
    ),
    Rule(
        name="just over",
        pattern="just|well over length:LENGTH",
        means=_under("MORE_THAN"),
        examples={"just over two years": "P2Y", "well over a year": "P1Y"},
    ),
    Rule(
        name="just under",
        pattern="just|well under length:LENGTH",
        means=_under("LESS_THAN"),
        examples={"just under two years": "P2Y"},
    ),
    Rule(
        name="under",
        pattern="<for|took|lasted|last|lasts|take|takes|after|of|was|is|in> under length:LENGTH",
        means=_under("LESS_THAN"),
        examples={"in [under two hours]": "PT2H"},
    ),
    Rule(
        name="less than",
        pattern="slightly|little? less|fewer|shorter than length:LENGTH",
        means=_under("LESS_THAN"),
        examples={"less than a week": "P1W"},
    ),
    Rule(
        name="at least",
        pattern="at least length:LENGTH",
        means=_under("EQUAL_OR_MORE"),
        examples={"at least 20 minutes": "PT20M"},
    ),
    Rule(
        name="at most",
        pattern="at most length:LENGTH",
        means=_under("EQUAL_OR_LESS"),
        examples={"at most two days": "P2D"},
    ),
    Rule(
        name="up to",
        pattern="up to length:LENGTH",
        means=_under("EQUAL_OR_LESS"),
        examples={"up to four hours": "PT4H"},
    ),
)
