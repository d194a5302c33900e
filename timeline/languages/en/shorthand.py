"""Rules for dates in shorthand, as lists and tables write them: 5/10, week 12, c. 1968–70, 03/2012 – 08/2014, Q1 FY24."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import Grain
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Date, Meaning, Modified, NumericDate, Onward, Range, Unit, Within
from timeline.languages.en.fiscal import in_full

MonthYear = tuple[int, int]
UP_TO = "-|–|to|until|till|through"
NAMES_OF_DAYS = frozenset(((9, 11), (7, 7), (7, 11)))  # an attack, another, a chain of shops
MOST_SHARES = 10  # 1/3 and 3/10 are rather parts of something


def _short_date(date: tuple[int, int], weekday: int | None = None) -> NumericDate | None:
    return None if date in NAMES_OF_DAYS else NumericDate(first=date[0], second=date[1], weekday=weekday)


def _no_share(date: tuple[int, int]) -> NumericDate | None:
    """A day behind "by" or alone, where a small fraction is as likely meant."""
    first, second = date
    return _short_date(date) if first > second or second > MOST_SHARES else None


def _month(date: MonthYear) -> Date:
    return Date(month=date[0], year=date[1])


def _months(first: MonthYear, last: MonthYear) -> Range | None:
    return Range(_month(first), _month(last)) if first[::-1] < last[::-1] else None


def _about_years(first: int, last: int) -> Range | None:
    """C. 1968–70: about holds for both."""
    end = last if last > 99 else first // 100 * 100 + last
    return Range(Modified(Date(year=first), "APPROX"), Modified(Date(year=end), "APPROX")) if first < end else None


def _life(first: Meaning, last: Meaning) -> Range | None:
    """From birth to death: both with their years."""
    return Range(first, last) if _year_of(first) is not None and _year_of(last) is not None else None


def _year_of(meaning: Meaning) -> int | None:
    inner = meaning.inner if isinstance(meaning, Modified) else meaning
    return inner.year if isinstance(inner, Date) else None


def _fiscal(unit: Meaning, year: Meaning) -> Unit | None:
    """A quarter or half of a fiscal year."""
    if not isinstance(unit, Unit) or not isinstance(year, Unit) or not year.fiscal or unit.year is not None:
        return None
    return evolve(unit, year=year.number, fiscal=True) if year.grain == Grain.YEAR and year.number > 0 else None


def _fiscal_quarter(year: Meaning, number: int) -> Unit | None:
    return _fiscal(Unit(grain=Grain.QUARTER, number=number - 1), year) if 1 <= number <= 4 else None


def _quarters(first: int, last: int, year: int) -> Range | None:
    """Q1-Q3 2014: from the one to the other."""
    if not 1 <= first < last <= 4:
        return None
    start, end = (Unit(grain=Grain.QUARTER, number=number - 1, year=year) for number in (first, last))
    return Range(start, end)


def _half(number: int, year: int) -> Unit | None:
    return Unit(grain=Grain.HALF, number=number - 1, year=in_full(year)) if 1 <= number <= 2 and year < 100 else None


def _week(number: int, year: int | None = None) -> Unit | None:
    return Unit(grain=Grain.WEEK, number=number, year=year) if 1 <= number <= 53 else None


# These compete with the bare atoms, and win where they are longer.
COMPACT = (
    Rule(
        name="about some years",
        pattern="circa|ca.|ca|c .? first:YEARNUM -|– last:YY|YEARNUM <!-|/|CODE>",
        means=_about_years,
        examples={"c. 1968–70": "1968/1970", "built [ca. 1450-1480]": "1450/1480"},
        never=("c. 1970-68",),
    ),
    Rule(
        name="months with a slash",
        pattern=f"<!WORD|NAME|CODE|-|/|#|:|$> first:MONTHYEAR {UP_TO} last:MONTHYEAR <!-|/|CODE|%>",
        means=_months,
        examples={"03/2012 - 08/2014": "2012-03/2014-08", "from [9/2019 to 4/2021]": "2019-09/2021-04"},
        never=("08/2014 - 03/2012",),
    ),
    Rule(
        name="month with a slash to the present",
        pattern=f"<!WORD|NAME|CODE|-|/|#|:|$> first:MONTHYEAR {UP_TO} the? present|today|now|date <!-|WORD|NAME>",
        means=lambda first: Onward(_month(first)),
        examples={"03/2019 – present": "2019-03/..", "from [11/2020 to date]": "2020-11/.."},
        never=("03/2019 present values",),
    ),
    Rule(
        name="day and month in figures, after a preposition",
        pattern="<on|until|till|since|due|before|after|dated> date:SHORTDATE <!UNITNAME|WORD|NAME|NUM|%|-|/|CODE|of|a|the|$>",
        means=_short_date,
        examples={"on [25/12]": "2023-12-25", "since [9/18]": "2023-09-18", "due [5/10].": None},
        never=("since 9/11", "before 3/4 of them left", "after 2/3 the vote"),
    ),
    Rule(
        name="day and month in figures, before a clock time",
        pattern="<!WORD|NAME|CODE|NUM|-|/|#|$> date:SHORTDATE <CLOCKNUM|at|@|from|by>",
        means=_no_share,
        examples={"[25/12 at noon]": "2023-12-25T12:00"},
        never=("scored 25/12 at noon", "1/3 from here"),
    ),
    Rule(
        name="quarters of a year, joined",
        pattern="<!WORD|NAME|CODE|/|$> q first:CODE -|–|to|through q last:CODE of|,? year:YEARNUM",
        means=_quarters,
        examples={"in [Q1-Q3 2014]": "2014-Q1/2014-Q3", "Q2 to Q3 of 2024": "2024-Q2/2024-Q3"},
        never=("Q3-Q1 2014", "Q1-Q7 2014"),
    ),
    Rule(
        name="two quarters of a year",
        pattern="<!WORD|NAME|CODE|/|$> q first:CODE and|& q last:CODE of|,? year:YEARNUM",
        means=lambda first, last, year: _quarters(first, last, year) if last == first + 1 else None,
        examples={"Q3 and Q4 2023": "2023-Q3/2023-Q4"},
        never=("Q1 and Q3 2014",),
    ),
    Rule(
        name="two numbered quarters of a year",
        pattern="the? first:ORD and last:ORD quarters of|in year:YEARNUM",
        means=lambda first, last, year: _quarters(first, last, year) if last == first + 1 else None,
        examples={"the third and fourth quarters of 2023": "2023-Q3/2023-Q4"},
        never=("the first and third quarters of 2023",),
    ),
    Rule(
        name="calendar week",
        pattern="the? calendar week number:INT ( of|,? year:YEARNUM )?",
        means=_week,
        examples={"calendar week 12": "2023-W12", "calendar week 12 of 2024": "2024-W12"},
        never=("calendar week 61",),
    ),
    Rule(
        name="numbered week of a year",
        pattern="week|wk number:INT of|,? year:YEARNUM <!-|/|CODE|WORD>",
        means=_week,
        examples={"week 12 of 2024": "2024-W12", "Week 40, 2023": "2023-W40"},
        never=("week 61 of 2024",),
    ),
    Rule(
        name="half in figures and a capital, short year",
        pattern="<!WORD|NAME|CODE|-|/|$> number:INT HALFLETTER year:CODE <!CODE|-|/>",
        means=_half,
        examples={"in [1H22]": "2022-H1", "2H24": "2024-H2"},
        never=("3H22", "it took 1h22"),
    ),
    Rule(
        name="half in figures, short year",
        pattern="<!WORD|NAME|CODE|-|/|$> h number:CODE ' year:CODE|YY <!CODE|-|/>",
        means=_half,
        examples={"H1 '24": "2024-H1"},
        never=("H3 '24",),
    ),
)

FISCAL = (
    Rule(
        name="quarter of a fiscal year",
        pattern="unit:QUARTER|HALF of|,|-? the? year:YEAR",
        means=_fiscal,
        examples={"Q1 FY24": None, "Q1 of fiscal 2024": None},
        never=("Q1 of 2024",),
    ),
    Rule(
        name="fiscal year and quarter",
        pattern="year:YEAR -|,? q number:CODE",
        means=_fiscal_quarter,
        examples={"FY24 Q1": None},
        never=("FY24 Q7",),
    ),
)

# What is read in the same layer as "to", of times that are read.
SPANS = (
    Rule(
        name="life in brackets",
        pattern=(
            "<OPEN> b|b.|born? .? first:DAY|MONTH|YEAR -|–|to ,? d|d.|died? .? last:DAY|MONTH|YEAR <CLOSE>"
        ),
        means=_life,
        examples={
            "Anna Lee ([12 March 1861 – about 1938]), a painter": "1861-03-12/1938",
            "Anna Lee ([c. 1861 – 5 May 1938])": "1861/1938-05-05",
        },
        never=("the fair (12 March – May)",),
    ),
)

NIGHTS = (
    Rule(
        name="night from one day to the next",
        pattern="part:PART of|from|between days:RANGE",
        means=lambda part, days: (
            Within(part, days.first) if part.code == "NI" and isinstance(days.first, Date) and not days.either else None
        ),
        examples={"the night of 4 to 5 May": "2023-05-04TNI", "on [the night of 21-22 September]": "2023-09-21TNI"},
        never=("the morning of 4 to 5 May",),
    ),
)

LATENT = (
    Rule(
        name="day and month in figures",
        pattern="date:SHORTDATE",
        means=_short_date,
        examples={"[25/12]": "2023-12-25", "they scored [18/9]": "2023-09-18"},
        never=("they scored 18/9", "9/11"),
        latent=True,
    ),
    Rule(
        name="numbered week",
        pattern="week|wk number:INT",
        means=_week,
        examples={"in [week 12]": "2023-W12"},
        never=("in week 12",),
        latent=True,
    ),
)
