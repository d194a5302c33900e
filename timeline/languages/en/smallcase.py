"""Rules for months written small where they are also a word: the 1st of march, mar 3rd, first monday in may, late march.

What stands beside the month must tell that it is one: "you may 5 times", "they march 3 miles".
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.calendar.almanac import month_length
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Date, Meaning, Modified, Nth, Range
from timeline.languages.en.dates import COUNTED
from timeline.languages.en.ordinals import nth_weekday

Builder = Callable[[int], Modified]
ENDS = f"<!WORD|NAME|UNITNAME|NUM|-|'s|%|not|{COUNTED}>"
# What stands before a march that is walked, and before "may" that is a verb.
OTHERWISE = (
    "WORD|NAME|DAYNUM|ORDDAY|to|'s|i|he|she|it|they|we|the|a|an|another|my|your|our|his|her|its|their|this|that|these|those|"
    "one|long|people|men|women|soldiers|troops|veterans|mothers"
)
WEEKDAY = "weekday:WEEKDAYNAME|SHORTDAY ,?"
IDES = {3: 15, 5: 15, 7: 15, 10: 15}  # of all other months they are the 13th


def _date(day: int, month: int, year: int | None = None, weekday: int | None = None) -> Date | None:
    if day > month_length(2000 if year is None else year, month):
        return None
    return Date(day=day, month=month, year=year, weekday=weekday)


def _ides(month: int, year: int | None = None) -> Date:
    return Date(day=IDES.get(month, 13), month=month, year=year)


def _up_to(first: Meaning, month: int, day: int) -> Range | None:
    last = _date(day, month)
    return None if last is None or not isinstance(first, Date) or first.month is None else Range(first, last)


def _nth(inner: Date, month: int, count: int = -1) -> Nth | None:
    return nth_weekday(inner, Date(month=month), count)


def _part(mod: str) -> Builder:
    return lambda month: Modified(Date(month=month), mod)


RULES = (
    Rule(
        name="day of a small month",
        pattern=f"( {WEEKDAY} )? the? day:ORDDAY of month:LATENTMONTH ( ,? year:YEARNUM )?",
        means=_date,
        examples={"the 1st of march": "2024-03-01", "on [the first of may 2020]": "2020-05-01"},
        never=("the first may be best", "the 31st of feb"),
    ),
    Rule(
        name="day, small month and year",
        pattern=f"( {WEEKDAY} )? the? day:DAYNUM|ORDDAY month:LATENTMONTH ,? year:YEARNUM",
        means=_date,
        examples={"8 may 2014": "2014-05-08", "3rd march, 2015": "2015-03-03"},
        never=("8 may leave", "31 apr 2015"),
    ),
    Rule(
        name="small month, day and year",
        pattern=f"( {WEEKDAY} )? month:LATENTMONTH the? day:DAYNUM|ORDDAY ,? year:YEARNUM",
        means=_date,
        examples={"march 3 2015": "2015-03-03", "may 8th, 2014": "2014-05-08"},
        never=("they march 3 miles",),
    ),
    Rule(
        name="small month and day in figures",
        pattern=f"<!WORD|NAME|to> month:LATENTMONTH the? day:FIGUREDAY {ENDS}",
        means=_date,
        examples={"march 3rd": "2024-03-03", "[mar 5th] or later": "2024-03-05"},
        never=("they may 5th graders", "you may 3rd time lucky"),
    ),
    Rule(
        name="small month and day behind a preposition",
        pattern=f"<on|by|until|till|since|from|before|after|through> month:LATENTMONTH the? day:DAYNUM|ORDDAY {ENDS}",
        means=_date,
        examples={"on [march 3]": "2024-03-03", "by [may 5]": "2023-05-05", "since [mar 12]": "2023-03-12"},
        never=("they had to march 3 miles", "by may 5 people", "They had to march 20, then rest.", "to march 4 May"),
    ),
    Rule(
        name="day and small month",
        pattern=f"<!WORD|NAME|the|a|an|his|her|its|their|this|that> day:FIGUREDAY month:LATENTMONTH {ENDS}",
        means=_date,
        examples={"3rd march": "2024-03-03", "[1st may], we hope": "2023-05-01"},
        never=("the 3rd march", "3rd may be enough"),
    ),
    Rule(
        name="day and small month behind a preposition",
        pattern=f"<on|by|until|till|since|from|before|after|to> day:DAYNUM|FIGUREDAY month:LATENTMONTH {ENDS}",
        means=_date,
        examples={"on [3 march]": "2024-03-03", "by [5 may]": "2023-05-05"},
        never=("on 3 march routes", "by 5 may be"),
    ),
    Rule(
        name="weekday, small month and day",
        pattern=f"{WEEKDAY} month:LATENTMONTH the? day:DAYNUM|ORDDAY {ENDS}",
        means=_date,
        examples={"friday march 15": "2024-03-15", "fri mar 15th": "2024-03-15"},
        never=("on friday may 5%", "On friday may 5 people come?"),
    ),
    Rule(
        name="weekday, day and small month",
        pattern=f"{WEEKDAY} the? day:DAYNUM|ORDDAY month:LATENTMONTH {ENDS}",
        means=_date,
        examples={"friday 15 march": "2024-03-15", "wed 1st may": "2024-05-01"},
        never=("on friday 31 feb", "Friday the 13th may be unlucky", "On Monday the 3rd may not be ready"),
    ),
    Rule(
        name="day with hyphens or stuck to its short month",
        pattern="<!CODE|-|/> day:DAYNUM -|/|. month:LATENTMONTH -|/|. year:YEARNUM <!CODE|->",
        means=_date,
        examples={"3-mar-2015": "2015-03-03", "3/mar/2015": "2015-03-03"},
        never=("31-apr-2015",),
    ),
    Rule(
        name="small month and spoken day",
        pattern=f"<!WORD|NAME|to> month:LATENTMONTH the? day:ORDDAY {ENDS}",
        means=_date,
        examples={"[march third]": "2024-03-03", "may the fifth": "2023-05-05"},
        never=("march third",),
        latent=True,
    ),
    Rule(
        name="small month and day by themselves",
        pattern="month:LATENTMONTH day:DAYNUM",
        means=_date,
        examples={"[mar 3]": "2024-03-03"},
        never=("mar 3",),
        latent=True,
    ),
    Rule(
        name="day and small month by themselves",
        pattern="day:DAYNUM month:LATENTMONTH",
        means=_date,
        examples={"[3 mar]": "2024-03-03"},
        never=("3 mar",),
        latent=True,
    ),
    Rule(
        name="small month and year",
        pattern=f"<!{OTHERWISE}> month:LATENTMONTH ,? year:YEARNUM <!UNITNAME|NUM|%|{COUNTED}>",
        means=lambda month, year: Date(month=month, year=year) if 1900 <= year <= 2100 else None,
        examples={"in [may 2020]": "2020-05", "march 2012": "2012-03"},
        never=(
            "they may 2020 people feed",
            "5 may 2020 dollars",
            "A women's march 2017 drew crowds",
            "The protest march 2019",
            "the long march 1934",
            "He may 2020 be ready",
        ),
    ),
    Rule(
        name="small month after its word",
        pattern="<in|since|until|till|during|throughout> month:LATENTMONTH <!WORD|NAME|-|'s|UNITNAME|%>",
        means=lambda month: Date(month=month),
        examples={"in [march]": "2024-03", "since [may]": "2023-05"},
        never=("in march formation", "in august company"),
    ),
    Rule(
        name="ides of a month",
        pattern="the? ides of month:MONTHNAME|LATENTMONTH ( ,? year:YEARNUM )?",
        means=_ides,
        examples={"the Ides of March": "2024-03-15", "the ides of April 2020": "2020-04-13"},
        never=("the ides of marching",),
    ),
    Rule(
        name="ides of a month BC",
        pattern="the? ides of month:MONTHNAME|LATENTMONTH ,? year:INT bc|b.c.|bce|b.c.e.",
        means=lambda month, year: _ides(month, 1 - year),
        examples={"the Ides of March 44 BC": "BC0044-03-15"},
    ),
)

# Of days that are read, for "to" alone does not tell a month from a march.
UP_TO = (
    Rule(
        name="day to a small month and day",
        pattern=f"first:DAY to month:LATENTMONTH the? day:DAYNUM|ORDDAY {ENDS}",
        means=_up_to,
        examples={"from [march 3 to march 20]": "2024-03-03/2024-03-20", "3 April to may 5": "2023-04-03/2023-05-05"},
        never=("on 3 April to march 20 miles", "They had to march 20, then rest."),
    ),
)

# Of weekdays that are read; a month with a capital is read by then.
COUNTED_IN = (
    Rule(
        name="nth weekday of a small month",
        pattern="the? count:ORD inner:WEEKDAY of|in month:LATENTMONTH",
        means=_nth,
        examples={"the first monday of may": "2023-05-01", "third tuesday of march": "2024-03-19"},
        never=("the sixth monday of may",),
    ),
    Rule(
        name="last weekday of a small month",
        pattern="the? last inner:WEEKDAY of|in month:LATENTMONTH",
        means=_nth,
        examples={"the last friday of march": "2024-03-29", "last monday of may": "2023-05-29"},
        never=("the last friday of marching",),
    ),
)

PARTS = (
    *(
        Rule(
            name=f"{word} of a small month",
            pattern=f"the? {word} of month:LATENTMONTH <!WORD|NAME|-|'s>",
            means=_part(mod),
            examples={f"the {word} of march": "2024-03", f"{word} of may": "2023-05"},
            never=(f"the {word} of march music",),
        )
        for word, mod in (("beginning", "START"), ("start", "START"), ("middle", "MID"), ("end", "END"))
    ),
)
