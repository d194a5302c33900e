"""Rules for the calendar of business: quarters and halves in figures, fiscal years, spans named by the day they end on."""

from __future__ import annotations

from timeline.calendar.almanac import Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Date, Length, Meaning, Modified, Shift, Span, Unit
from timeline.languages.en.durations import length as counted
from timeline.languages.en.relative import GrainAndCount

PIVOT = 70  # the quarters and fiscal years of business that two figures name are of 1970 to 2069


def _quarter(number: int, year: int | None = None) -> Unit | None:
    return Unit(grain=Grain.QUARTER, number=number - 1, year=year) if 1 <= number <= 4 else None


def _half(number: int, year: int) -> Unit | None:
    return Unit(grain=Grain.HALF, number=number - 1, year=year) if 1 <= number <= 2 else None


def in_full(short: int) -> int:
    """A year by its last two figures."""
    return short if short > 99 else short + (2000 if short < PIVOT else 1900)


QUARTERS = (
    Rule(
        name="quarter in figures and year",
        pattern="q number:CODE of? year:YEARNUM",
        means=_quarter,
        examples={"Q3 2023": "2023-Q3"},
    ),
    Rule(
        name="quarter in figures",
        pattern="<!WORD|NAME|the|a|an|CODE|-|/|NUM|'s|'> q number:CODE <!WORD|NAME|CODE|-|/|.>",
        means=_quarter,
        examples={"in [Q3]": "2023-Q3"},
        never=("the Q4 car",),
    ),
    Rule(
        name="quarter in figures of its figures",
        pattern="<!NAME|CODE|-|/> q number:CODE <FIGUREWORD>",
        means=_quarter,
        examples={"the [Q3] results": "2023-Q3"},
        never=("the Q4 car",),
    ),
    Rule(
        name="year and quarter in figures",
        pattern="year:YEARNUM -? q number:CODE",
        means=_quarter,
        examples={"2022 Q3": "2022-Q3", "2022-Q3": "2022-Q3"},
    ),
    Rule(
        name="quarter in figures, number first",
        pattern="number:INT q year:YEARNUM",
        means=_quarter,
        examples={"3Q 2022": "2022-Q3"},
        never=("7Q 2022",),
    ),
    Rule(
        name="half in figures",
        pattern="h number:CODE of? year:YEARNUM",
        means=_half,
        examples={"H1 2023": "2023-H1"},
    ),
    Rule(
        name="period of a year",
        pattern="the year:YEARNUM -? quarter|period",
        means=lambda year: Unit(grain=Grain.QUARTER, number=-1, year=year) if 1900 <= year <= 2050 else None,
        examples={"in [the 1988 period]": "1988"},
    ),
    Rule(
        name="year and quarter",
        pattern="the? year:YEARNUM -? count:ORD -? quarter",
        means=lambda year, count: Unit(grain=Grain.QUARTER, number=count - 1, year=year) if count <= 4 else None,
        examples={"the 1988 third quarter": "1988-Q3"},
    ),
    Rule(
        name="quarter and year",
        pattern="the? count:ORD -? quarter ,? year:YEARNUM",
        means=lambda count, year: _quarter(count, year),
        examples={"third-quarter 2023": "2023-Q3", "the third quarter, 2022": "2022-Q3"},
        never=("the fifth quarter 2023",),
    ),
    Rule(
        name="fiscal year",
        pattern="FISCALWORD year? year:YEARNUM",
        means=lambda year: Unit(grain=Grain.YEAR, number=year, fiscal=True),
        examples={"fiscal 1989": None, "financial year 2023": None},
    ),
    Rule(
        name="fiscal year, shortened",
        pattern="fy year:CODE",
        means=lambda year: Unit(grain=Grain.YEAR, number=in_full(year), fiscal=True),
        examples={"FY2024": None},
    ),
    Rule(
        name="quarter in figures, number first, short year",
        pattern="<!WORD|NAME|CODE|-|/|$> number:INT q '? year:CODE|YY <!CODE|-|/>",
        means=lambda number, year: _quarter(number, in_full(year)),
        examples={"in [3Q22]": "2022-Q3", "[4Q 98]": "1998-Q4"},
        never=("7Q22",),
    ),
    Rule(
        name="quarter in figures, short year",
        pattern="<!WORD|NAME|CODE|-|/|NUM> q number:CODE ' year:CODE|YY <!CODE|-|/>",
        means=lambda number, year: _quarter(number, in_full(year)),
        examples={"in [Q3 '22]": "2022-Q3"},
        never=("Q7 '22",),
    ),
    Rule(
        name="half in figures, number first",
        pattern="<!WORD|NAME|CODE|-|/|$> number:INT h year:YEARNUM|CODE <!CODE|-|/>",
        means=lambda number, year: _half(number, year) if year > 99 else None,  # "1h22" is 82 minutes
        examples={"in [1H2022]": "2022-H1", "[2H 2023]": "2023-H2"},
        never=("3H2022", "1h22"),
    ),
    Rule(
        name="year, fiscal",
        pattern="the? year:YEARNUM FISCALWORD year",
        means=lambda year: Unit(grain=Grain.YEAR, number=year, fiscal=True),
        examples={"the 2023 financial year": None, "in [the 2023 fiscal year]": None},
    ),
    Rule(
        name="fiscal year of two years",
        pattern="the? FISCALWORD year? years:YEARSPAN",
        means=lambda years: Unit(grain=Grain.YEAR, number=years[1], fiscal=True) if years[1] == years[0] + 1 else None,
        examples={"financial year 2023/24": None},
        never=("financial year 2019/24",),
    ),
    Rule(
        name="two years, fiscal",
        pattern="the? years:YEARSPAN FISCALWORD year",
        means=lambda years: Unit(grain=Grain.YEAR, number=years[1], fiscal=True) if years[1] == years[0] + 1 else None,
        examples={"the 2023/24 financial year": None},
    ),
)


def _span(length: Length, last: Meaning) -> Span | None:
    """The six months to 30 June, to the end of June: as long as was said, up to the end of a day or month."""
    if isinstance(last, Modified):
        if last.mod != "END":
            return None
        last = last.inner
    vague = length.age or length.duration.vague or length.duration.grain < Grain.DAY
    return None if vague or (isinstance(last, Date) and last.month is None) else Span(length, last)


def _unit_to(unit: GrainAndCount, last: Meaning) -> Span | None:
    whole = counted(None, unit) if unit[0] >= Grain.WEEK else None
    return None if whole is None else _span(whole, last)


def _quarter_to(quarter: Meaning, last: Meaning) -> Span | None:
    """The fourth quarter ended 26 August: the three months up to it, whatever the calendar calls a quarter."""
    told = isinstance(quarter, Shift) and quarter.grain == Grain.QUARTER and quarter.count == 0
    named = isinstance(quarter, Unit) and quarter.grain in (Grain.QUARTER, Grain.HALF)
    if not told and not named or (isinstance(last, Date) and last.month is None):
        return None
    return Span(Length(Duration.of(6 if quarter.kind == "HALF" else 3, Grain.MONTH)), last, named=quarter)


SPANS = (
    Rule(
        name="length ended",
        pattern="the? length:LENGTH ,? ended|ending last:DAY|MONTH|MODIFIED",
        means=_span,
        examples={"the 12 months ended 30 June 2023": "P12M/2023-06-30", "[the six months ending 31 March]": "P6M/2023-03-31"},
        never=("the two years ended badly",),
    ),
    Rule(
        name="length up to a day",
        pattern="<in|for|over|during|of> length:LENGTH to|through last:DAY|MONTH|MODIFIED",
        means=_span,
        examples={
            "in [the six months to the end of June]": "P6M/2023-06",
            "in [the six months to 30 June]": "P6M/2023-06-30",
            "for [nine months to September]": "P9M/2023-09",
        },
        never=("in two weeks to Friday",),
    ),
    Rule(
        name="the length up to a day",
        pattern="the length:LENGTH to|through last:DAY|MONTH|MODIFIED",
        means=_span,
        examples={"the three months to June 2023": "P3M/2023-06"},
        never=("the two days to come",),
    ),
    Rule(
        name="unit up to a day",
        pattern="the FISCALWORD? unit:ONEUNIT ,? to|ended|ending|through last:DAY|MONTH|MODIFIED",
        means=_unit_to,
        examples={"the year to January": "P1Y/2023-01", "the month to 15 June": "P1M/2023-06-15"},
        never=("the day to May", "the year to come"),
    ),
    Rule(
        name="quarter ended",
        pattern="quarter:QUARTER|HALF|SHIFT ,? ended|ending|to last:DAY|MONTH",
        means=_quarter_to,
        examples={
            "the fourth quarter ended Aug. 26": "2023-Q4/2023-08-26",
            "for [the quarter ended 30 June]": "2023-Q2/2023-06-30",
        },
        never=("the fourth quarter to come",),
    ),
)
