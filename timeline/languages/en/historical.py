"""Rules for the dates of old letters and books: double years, Old Style, inst. and ult., either of two days."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import Grain, month_length
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Date, Meaning, Modified, Range, Shift, Unit, Within

LAST_DOUBLE_YEAR = 1800  # later ones run from one year to the next: the 1992/93 season


def _double(years: tuple[int, int], day: int, month: int) -> Date | None:
    """11 February 1731/2: 1731 for those whose year begins in March, 1732 for us."""
    first, last = years
    if last != first + 1 or first > LAST_DOUBLE_YEAR or month > 3 or day > month_length(last, month):
        return None
    return Date(day=day, month=month, year=last, style=f"double year {first}/{last % 100}")


def _years(years: tuple[int, int]) -> Range:
    return Range(Date(year=years[0]), Date(year=years[1]))


def _styled(style: str) -> object:
    def means(date: Meaning) -> Date | None:
        if not isinstance(date, Date) or date.day is None:
            return None
        return evolve(date, style=style if date.style is None else f"{date.style}, {style}")

    return means


def _in_month(count: int) -> object:
    """The 10th inst., ult. or prox.: of this, the last or the next month."""
    return lambda day: Within(Date(day=day), Shift(Grain.MONTH, count))


def _either(first: int, last: int, month: int, year: int | None = None) -> Range | None:
    """5 or 6 May: one of the two, not known which."""
    if not first < last <= month_length(2000 if year is None else year, month):
        return None
    return Range(Date(day=first, month=month, year=year), Date(day=last, month=month, year=year), either=True)


def _centuries(first: int, last: int, bc: bool | None = None) -> Range | None:
    """The 17th and 18th centuries; before Christ they count down."""
    if not (last < first if bc else first < last) or max(first, last) > 99:
        return None
    start, end = (-first, -last) if bc else (first - 1, last - 1)
    return Range(Unit(grain=Grain.CENTURY, number=start), Unit(grain=Grain.CENTURY, number=end))


# These compete with the plain dates, and win where they are longer.
RULES = (
    Rule(
        name="day month double year",
        pattern="the? day:DAYNUM|ORDDAY of? month:MONTHNAME ,? years:YEARSPAN",
        means=_double,
        examples={"11 February 1731/2": "1732-02-11"},
        never=("11 February 1992/93", "11 July 1731/2"),
    ),
    Rule(
        name="month day double year",
        pattern="month:MONTHNAME the? day:DAYNUM|ORDDAY ,? years:YEARSPAN",
        means=_double,
        examples={"March 3, 1688/89": "1689-03-03"},
    ),
    Rule(
        name="years with a slash",
        pattern="years:YEARSPAN",
        means=_years,
        examples={"the [1992/93] season": "1992/1993", "in [1914/18]": "1914/1918"},
        never=("3/4/2023", "1992/91"),
    ),
    Rule(
        name="day or day, month",
        pattern="the? first:DAYNUM|ORDDAY or the? last:DAYNUM|ORDDAY of? month:MONTHNAME ( ,? year:YEARNUM )?",
        means=_either,
        examples={"on [5 or 6 May]": "2023-05-05/2023-05-06", "[4 or 5 June 2010]": "2010-06-04/2010-06-05"},
        never=("6 or 5 May", "30 or 31 June"),
    ),
    Rule(
        name="month, day or day",
        pattern="month:MONTHNAME first:DAYNUM|ORDDAY or last:DAYNUM|ORDDAY ( ,? year:YEARNUM )? <!UNITNAME|WORD>",
        means=_either,
        examples={"[May 5 or 6]": "2023-05-05/2023-05-06", "[June 4 or 5, 2010]": "2010-06-04/2010-06-05"},
        never=("May 5 or 6 hours",),
    ),
    Rule(
        name="centuries",
        pattern="the? first:ORD and|to|or|through|-|– last:ORD centuries ( bc:bc|b.c.|bce|b.c.e. )?",
        means=_centuries,
        examples={"the 17th and 18th centuries": "16/17", "the fifth and fourth centuries BC": "BC04/BC03"},
        never=("the 18th and 17th centuries",),
    ),
    Rule(
        name="from one century to another",
        pattern="<from|between> the? first:ORD to|until|and the? last:ORD century|centuries ( bc:bc|b.c.|bce|b.c.e. )?",
        means=_centuries,
        examples={"from [the 4th to the 2nd century BC]": "BC03/BC01", "from [the 12th to the 14th century]": "11/13"},
        never=("from the 14th to the 12th century",),
    ),
    Rule(
        name="year in brackets",
        pattern="<OPEN> year:YEARNUM <CLOSE>",
        means=lambda year: Date(year=year) if 1400 <= year <= 2100 else None,
        examples={"the Assembly ([1789])": "1789", "his Orfeo ([1607]) and its like": "1607"},
        never=("the crew (1200)", "a score (1480 points)"),
    ),
    Rule(
        name="year of our Lord",
        pattern="the? year of our LORDWORD year:NUM",
        means=lambda year: Date(year=int(year.amount)) if year.amount and 100 <= year.amount <= 9999 else None,
        examples={"in [the year of our Lord 1492]": "1492"},
        never=("the year of our Lord Mayor",),
    ),
    Rule(
        name="about a year, shortened",
        pattern="c|ca|ca. .? year:YEARNUM|CODE <!UNITNAME|%|NUM|CODE|/|WORD>",
        means=lambda year: Modified(Date(year=year), "APPROX") if year >= 100 else None,
        examples={"built [c. 1450]": "1450", "written [c.1450]": "1450", "([c1450])": "1450"},
        never=("vitamin c 1000 mg", "c. 50"),
    ),
    *(
        Rule(
            name=f"day {word.split('|')[0]}",
            pattern=f"the? day:ORDDAY {word} <!WORD|NAME>",
            means=_in_month(count),  # type: ignore[arg-type]
            examples={f"the 10th {said}": value for said in word.split("|")},
            never=(f"the 10th {word.split('|')[-1]} meal",),
        )
        for word, count, value in (
            ("instant|inst.", 0, "2023-09-10"),
            ("ultimo|ult.", -1, "2023-08-10"),
            ("proximo|prox.", 1, "2023-10-10"),
        )
    ),
)

STYLES = tuple(
    Rule(
        name=f"date in {style}, said as {said}",
        pattern=f"date:DAY ,|OPEN? {said.lower()} CLOSE?",
        means=_styled(style),  # type: ignore[arg-type]
        examples={f"5 November 1688 {said}": "1688-11-05", f"5 November 1688 ({said})": "1688-11-05"},
        never=(f"5 May of {said.lower()}",),
    )
    for style, said in (
        ("Old Style", "O.S."),
        ("Old Style", "Old Style"),
        ("New Style", "N.S."),
        ("New Style", "New Style"),
    )
)
