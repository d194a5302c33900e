"""Rules for calendar dates: written out, in numbers, in parts, and by name."""

from __future__ import annotations

from timeline.calendar.almanac import SEASONS, Grain, civil, day_number, first_week, month_length
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Date, Modified, NumericDate, Unit, Weekend


def _date(
    day: int | None = None,
    month: int | None = None,
    year: int | None = None,
    weekday: int | None = None,
    short: int | None = None,
) -> Date | None:
    """A date, unless the calendar has no such day."""
    if day is not None and month is not None and day > month_length(2000 if year is None else year, month):
        return None
    if short is not None:
        return Date(day=day, month=month, year=short, weekday=weekday, short=True)
    return Date(day=day, month=month, year=year, weekday=weekday)


def _short(short: int, day: int | None = None, month: int | None = None, weekday: int | None = None) -> Date | None:
    return _date(day, month, None, weekday, short)


def _bc(year: int) -> Date:
    return Date(year=1 - year)


def _decade(decade: int) -> Unit:
    """The 1990s are decade 199, the 1600s a century; the '90s are decade 9 of a century left open."""
    if 1000 <= decade < 2000 and decade % 100 == 0:
        return Unit(grain=Grain.CENTURY, number=decade // 100)
    return Unit(grain=Grain.DECADE, number=decade // 10)


def _hundreds(hundreds: int) -> Unit | None:
    return Unit(grain=Grain.CENTURY, number=hundreds // 100) if hundreds % 100 == 0 else None


def _year_month(year: int, month: int) -> Date | None:
    """2023-09 is a month, but 2011-12 runs from one year to the next."""
    return None if month == year % 100 + 1 else Date(year=year, month=month)


def _numeric(date: tuple[int, int, int, bool]) -> NumericDate | Date | None:
    first, second, year, short = date
    if first > 12 or second > 12:
        day, month = max(first, second), min(first, second)
        return _date(day, month, year if not short else None, short=year if short else None)
    if first == second:
        return _date(first, second, year if not short else None, short=year if short else None)
    return NumericDate(first=first, second=second, year=year, short=short)


def _week_day(year: int, number: int, day: int) -> Date | None:
    """A day of an ISO week by its number."""
    if not (1 <= number <= 53 and 1 <= day <= 7):
        return None
    of_year, month, of_month = civil(first_week(year) * 7 + (number - 1) * 7 + day)
    return Date(year=of_year, month=month, day=of_month)


def _year_day(year: int, number: int) -> Date | None:
    """A day of a year by its number."""
    of_year, month, day = civil(day_number(year, 1, 1) + number - 1)
    return Date(year=year, month=month, day=day) if of_year == year else None


WEEKDAY = "weekday:WEEKDAYNAME|WEEKDAYABBR ,?"

# Words of rules that an ordinal may number as well: "for the third consecutive year" is no third of the month.
NUMBERED = (
    "additional|annual|black|blue|business|calendar|comparable|consecutive|daily|entire|extra|final|fiscal|full|further|good|"
    "holy|international|last|latest|light|little|long|lunar|men|monthly|near|new|nightly|old|other|people|period|public|"
    "quarterly|recent|same|short|single|small|soldiers|solid|stages|start|straight|style|successive|term|times|trading|troops|"
    "turn|votes|weekly|whole|women|working|yearly"
)

WRITTEN = (
    Rule(
        name="day month year",
        pattern=f"( {WEEKDAY} )? the? day:DAYNUM|ORDDAY of? month:MONTHNAME ,? year:YEARNUM",
        means=_date,
        examples={
            "18 September 2023": "2023-09-18",
            "Friday, 15 September 2023": "2023-09-15",
            "the 5th of May, 2012": "2012-05-05",
        },
        never=("30 February 2023",),
    ),
    Rule(
        name="month day year",
        pattern=f"( {WEEKDAY} )? month:MONTHNAME the? day:DAYNUM|ORDDAY ,? year:YEARNUM",
        means=_date,
        examples={
            "September 18, 2023": "2023-09-18",
            "Sept. 18, 2023": "2023-09-18",
            "Thursday, Feb. 26, 1998": "1998-02-26",
        },
        never=("February 30, 2023",),
    ),
    Rule(
        name="day month, short year",
        pattern=f"( {WEEKDAY} )? day:DAYNUM|ORDDAY month:MONTHNAME ' short:YY",
        means=_short,
        examples={"18 Sept. '23": "2023-09-18"},
    ),
    Rule(
        name="month day, short year",
        pattern=f"( {WEEKDAY} )? month:MONTHNAME day:DAYNUM|ORDDAY , ' short:YY",
        means=_short,
        examples={"Sept. 18, '23": "2023-09-18"},
    ),
    Rule(
        name="day month",
        pattern=f"( {WEEKDAY} )? the? day:DAYNUM|ORDDAY of? month:MONTHNAME",
        means=_date,
        examples={"5 May": "2023-05-05", "the 12th of October": "2023-10-12", "[18 September], he said": "2023-09-18"},
        never=("31 June",),
    ),
    Rule(
        name="month day of a year",
        pattern=f"( {WEEKDAY} )? month:MONTHNAME the? day:DAYNUM|ORDDAY of|in year:YEARNUM",
        means=_date,
        examples={"June 20 of 1792": "1792-06-20"},
        never=("June 31 of 1792",),
    ),
    Rule(
        name="month day",
        pattern=f"( {WEEKDAY} )? month:MONTHNAME the? day:DAYNUM|ORDDAY <!%>",
        means=_date,
        examples={"September 5": "2023-09-05", "Friday, Sept. 22": "2023-09-22", "May 5th": "2023-05-05"},
        never=("June 31", "May 17:30"),
    ),
    Rule(
        name="month and spoken day",
        pattern=f"( {WEEKDAY} )? month:MONTHNAME the? tens:TENS -? ones:ORDDAY ( ,? year:YEARNUM )?",
        means=lambda weekday, month, tens, ones, year: _date(tens + ones, month, year, weekday) if ones < 10 else None,
        examples={"January twenty-first": "2024-01-21"},
        never=("June thirty-first",),
    ),
    Rule(
        name="month year",
        pattern="<!DAYNUM|ORDDAY> month:MONTHNAME of|,? year:YEARNUM",
        means=_date,
        examples={"September 2023": "2023-09", "Sept. 1998": "1998-09", "June of 1914": "1914-06"},
        never=("March 15, 2020 was", "30 February 2023"),
    ),
    Rule(
        name="month, short year",
        pattern="month:MONTHNAME ' short:YY",
        means=_short,
        examples={"June '98": "1998-06"},
    ),
    Rule(
        name="weekday",
        pattern="weekday:WEEKDAYNAME",
        means=_date,
        examples={"Friday": "2023-09-22"},
    ),
    Rule(
        name="weekday, shortened",
        pattern="weekday:WEEKDAYABBR <CLOCKNUM|DOTCLOCK|HOURNUM|PARTNAME|CLOCKWORD>",
        means=_date,
        examples={"Tue 3pm": "2023-09-19T15:00"},
        never=("the Sun sets", "he Sat down"),
    ),
    Rule(
        name="weekday, shortened, after its word",
        pattern=(
            "<this|next|nxt|last|every|each|coming> weekday:SHORTDAY "
            "<!WORD|NAME|is|was|in|on|at|down|with|by|up|for|next|-|'s>"
        ),
        means=_date,
        examples={"this Sat": "2023-09-23", "next fri": "2023-09-29", "every mon": "XXXX-WXX-1", "this sun": "2023-09-24"},
        never=("this sun is hot", "she next sat down", "every Sun reader"),
    ),
    Rule(
        name="weekday, surely shortened, after this",
        pattern="<this|next|nxt|last|every> weekday:SURESHORTDAY <!NAME|-|'s>",
        means=_date,
        examples={"lunch [this Tue] with everybody": "2023-09-19", "let's run [next fri] together": "2023-09-29"},
        never=("this Fri Tang", "every mon-calamari"),
    ),
    Rule(
        name="weekday, shortened and capitalised, after this",
        pattern="<this|next|last> weekday:WEEKDAYABBR <at|in|,|.|!|from|@|:|OPEN>",
        means=_date,
        examples={"come to the fair [this Sat] at the park": "2023-09-23"},
        never=("this Sat down badly",),
    ),
    Rule(
        name="weekday, surely shortened",
        pattern=(
            "<on|by|until|till|til|since|before|after|from|and|or|to> weekday:SURESHORTDAY "
            "<!WORD|NAME|-|'s>"
        ),
        means=_date,
        examples={"see you on [fri]": "2023-09-22", "since [Thurs]": "2023-09-14"},
        never=("on mon ami", "by Fri Tang"),
    ),
    Rule(
        name="weekday and day",
        pattern="weekday:WEEKDAYNAME|WEEKDAYABBR ,? the? day:ORDDAY <!of|WORD|NAME|UNITNAME|-|PARTNAME|SEASONNAME>",
        means=lambda weekday, day: Date(day=day, weekday=weekday),
        examples={"Friday the 13th": "2023-10-13", "on [Friday 22nd]": "2023-09-22"},
        never=("Friday the 13th movie", "Friday the 13th of October"),
    ),
    Rule(
        name="the month of",
        pattern="the month of month:MONTHNAME ( ,? year:YEARNUM )?",
        means=_date,
        examples={"the month of April": "2023-04", "in [the month of May 2020]": "2020-05"},
        never=("the month of Mayhem",),
    ),
    Rule(
        name="month",
        pattern="<!DAYNUM|ORDDAY> month:SUREMONTH",
        means=_date,
        examples={"October": "2023-10", "in [June]": "2023-06"},
    ),
    Rule(
        name="month, shortened or also a word",
        pattern=(
            "<in|into|since|until|till|by|from|to|and|of|during|before|after|last|next|this|early|mid|late|-|–|"
            "between|through|"
            "previous|following|beginning|end|every|each|throughout|around> month:MONTHNAME <!WORD>"
        ),
        means=_date,
        examples={"in [May]": "2023-05"},
        never=("you may go", "they march on", "in March formation", "in august company"),
    ),
    Rule(
        name="month, also a word, before what goes on",
        pattern="<in|since|until|till|by|during|before|after> month:MONTHNAME <BEHINDTIME|GOESON>",
        means=_date,
        examples={"to 50 in [March] against 44": "2024-03", "sales in [May] were weak": "2023-05"},
        never=("in march against the wind", "by Will may as well"),
    ),
    Rule(
        name="month before its noun",
        pattern="<the|this|that|a|an|its|his|her|their|'s> month:MONTHNAME <WORD>",
        means=_date,
        examples={"the [March] accession": "2024-03", "its [Aug.] report": "2023-08"},
        never=("the march of time", "the may tree"),
    ),
    Rule(
        name="month of what is named in it",
        pattern="<in|since|until|till|by|during|through|throughout|early|mid|late> month:MONTHNAME <WORD>",
        means=_date,
        examples={"they won in [May] elections": "2023-05", "he took it in [March] leaving it in ruins": "2023-03"},
        never=("in may elections", "to march formations"),
    ),
    Rule(
        name="month before last or next",
        pattern="month:MONTHNAME <LAST|NEXT>",
        means=_date,
        examples={"[May last year]": "2022-05"},
    ),
    Rule(
        name="day of the month",
        pattern=(
            "<on|until|by|from|to|since|for|before|after> the day:ORDDAY "
            "<!WORD|UNITNAME|ORD|NUM|PARTNAME|MONTHNAME|WEEKDAYNAME|of|time|-|SEASONNAME|half|"
            f"{NUMBERED}>"
        ),
        means=lambda day: Date(day=day),
        examples={"on [the 20th]": "2023-09-20", "from [the 20th] onwards": "2023-09-20"},
        never=(
            "the second",
            "the first of many",
            "for the first half-time",
            "for the third consecutive year",
            "on the second full day",
        ),
    ),
    Rule(
        name="day of the month in its clause",
        pattern="<on|until|by|from|to|since|for|of|before|after> the day:ORDDAY <GOESON>",
        means=lambda day: Date(day=day),
        examples={"the talks on [the 20th] were off": "2023-08-20", "of [the 4th] was adjourned": "2023-09-04"},
        never=("of the 4th grade", "on the second lap"),
    ),
    Rule(
        name="weekend",
        pattern="the? weekend|wkend|wknd",
        means=lambda: Weekend(),
        examples={"over [the weekend]": "2023-W38-WE"},
    ),
)

NUMERIC = (
    Rule(
        name="ISO date",
        pattern="date:ISODATE",
        means=lambda date: Date(year=date[0], month=date[1], day=date[2]),
        examples={"2023-09-18": "2023-09-18", "2023/9/5": "2023-09-05"},
        never=("2023-13-45",),
    ),
    Rule(
        name="numeric date",
        pattern="<!WORD|NAME|CODE> date:NUMDATE",
        means=_numeric,
        examples={"18/9/2023": "2023-09-18", "9/18/2023": "2023-09-18", "3/4/2023": None, "18.9.23": "2023-09-18"},
        never=("45/45/2023",),
    ),
    Rule(
        name="weekday and full numeric date",
        pattern="weekday:WEEKDAYNAME|WEEKDAYABBR ,? date:NUMDATE <!-|/|CODE>",
        means=lambda weekday, date: NumericDate(first=date[0], second=date[1], year=date[2], short=date[3], weekday=weekday),
        examples={"Mon 10/06/2024": "2024-06-10", "Thursday, 10/6/2022": "2022-10-06"},
        never=("Mon 45/45/2023",),
    ),
    Rule(
        name="full numeric date behind a word",
        pattern="<WORD|NAME> date:NUMDATE <!-|/|CODE>",
        means=lambda date: None if date[3] else _numeric(date),
        examples={"Workshop [19/02/2013], bring a pen": "2013-02-19"},
        never=("Workshop 19/02/13", "build 45.45.2013"),
    ),
    Rule(
        name="weekday and numeric day",
        pattern="weekday:WEEKDAYNAME|WEEKDAYABBR ,? date:SHORTDATE <!/|-|CODE|UNITNAME>",
        means=lambda weekday, date: NumericDate(first=date[0], second=date[1], weekday=weekday),
        examples={"Sat 16/9": "2023-09-16", "Monday, 9/18": "2023-09-18"},
        never=("Sat 31/31",),
    ),
    Rule(
        name="ISO date without hyphens",
        pattern="<!WORD|NAME|CODE|-|/|#|:|$> date:COMPACTISODATE <!-|/|CODE|:|UNITNAME>",
        means=lambda date: Date(year=date[0], month=date[1], day=date[2]),
        examples={"on [20230918]": "2023-09-18"},
        never=("order 20230918", "20231345"),
    ),
    Rule(
        name="day, month and year with hyphens",
        pattern="day:DAYNUM -|/|. month:MONTHNAME -|/|. year:YEARNUM",
        means=_date,
        examples={"18-Sep-2023": "2023-09-18", "18/Sep/2023": "2023-09-18"},
        never=("30-Feb-2023",),
    ),
    Rule(
        name="day, month and short year with hyphens",
        pattern="day:DAYNUM - month:MONTHNAME - short:YY",
        means=_short,
        examples={"18-SEP-23": "2023-09-18"},
    ),
    Rule(
        name="month and year with a slash",
        pattern="<!WORD|NAME|CODE|-|/|#|:|$> date:MONTHYEAR <!-|/|CODE|%|UNITNAME>",
        means=lambda date: Date(month=date[0], year=date[1]),
        examples={"09/2023": "2023-09", "since [9/2021]": "2021-09"},
        never=("page 9/2021", "13/2023"),
    ),
    Rule(
        name="ISO month",
        pattern="<!-|/> year:YEARNUM - month:MONTHNUM <!-|/|WORD>",
        means=_year_month,
        examples={"2023-09": "2023-09"},
        never=("2011-12",),
    ),
    Rule(
        name="ISO week date",
        pattern="<!-|/> year:YEARNUM - w number:CODE - day:INT <!-|/|CODE>",
        means=_week_day,
        examples={"2023-W37-5": "2023-09-15"},
        never=("2023-W37-8",),
    ),
    Rule(
        name="ISO ordinal date",
        pattern="<!WORD|NAME|CODE|-|/|#|.> year:YEARNUM - number:YEARDAY <!-|/|CODE|UNITNAME|.>",
        means=_year_day,
        examples={"on [2023-261]": "2023-09-18"},
        never=("case 2023-261", "2023-367", "on 2023-366"),
    ),
    Rule(
        name="ISO week",
        pattern="<!-|/> year:YEARNUM - w number:CODE",
        means=lambda year, number: Unit(grain=Grain.WEEK, number=number, year=year) if 1 <= number <= 53 else None,
        examples={"2023-W37": "2023-W37"},
    ),
)

# What is counted by the thousand: a number before it is no year.
COUNTED = (
    "percent|people|men|women|troops|soldiers|dollars|euros|pounds|miles|meters|metres|feet|tons|tonnes|points|votes|seats|"
    "jobs|shares"
)

YEARS = (
    Rule(
        name="year after a preposition",
        pattern=(
            "<in|since|until|till|by|from|to|of|during|before|after|between|and|through|throughout|circa|for|"
            "year|around|about|early|"
            "mid|late|like|spring|summer|autumn|fall|winter|back|the> year:YEARNUM <!UNITNAME|%|NUM|CODE|/|-|"
            f"{COUNTED}>"
        ),
        means=lambda year: Date(year=year),
        examples={"in [1998]": "1998", "since [2011]": "2011"},
        never=("of 1500 people", "for 2010 miles"),
    ),
    Rule(
        name="year as late or early as which",
        pattern=f"<as> year:YEARNUM <!WORD|NAME|UNITNAME|%|NUM|CODE|/|-|$|{COUNTED}>",
        means=lambda year: Date(year=year) if 1000 <= year <= 2100 else None,
        examples={"as late as [1781], they held out": "1781"},
        never=("as many as 1800 people", "known as 1984-B"),
    ),
    Rule(
        name="year of a named event",
        pattern=f"<YEARLY> year:YEARNUM <!UNITNAME|%|NUM|CODE|/|-|{COUNTED}>",
        means=lambda year: Date(year=year) if 1900 <= year <= 2100 else None,
        examples={"the World Cup [2014]": "2014", "Photo Exhibition [2015]": "2015"},
        never=("the show 1500 people saw",),
    ),
    Rule(
        name="year of a work or a firm",
        pattern=f"<DATEDWORD> year:YEARNUM <!UNITNAME|WORD|NAME|%|NUM|CODE|/|-|{COUNTED}>",
        means=lambda year: Date(year=year) if 1500 <= year <= 2100 else None,
        examples={"first published [2011]": "2011", "second edition [1998]": "1998"},
        never=("they published 2011 books", "it completed 1900 miles"),
    ),
    Rule(
        name="year before a count",
        pattern="<in|since|by> year:YEARNUM <CARDINAL>",
        means=lambda year: Date(year=year),
        examples={"in [2003] two papers were lost": "2003"},
        never=("in 1500 hundred-year-old flats",),
    ),
    Rule(
        name="short year",
        pattern="<in|since|until|by|of|from|to|and|for> ' year:YY <!'s|UNITNAME|NUM>",
        means=lambda year: Date(year=year, short=True),
        examples={"in ['68]": "1968"},
    ),
    Rule(
        name="year before its noun",
        pattern="<its|his|her|their|our|my|the|a|an|this|'s|both|due|than|or|fiscal> year:YEARNUM <WORD|NAME|and|or>",
        means=lambda year: Date(year=year) if 1900 <= year <= 2050 else None,
        examples={"its [1990] invasion": "1990", "a [1971] convention": "1971"},
        never=("the 1500 seats",),
    ),
    Rule(
        name="year between words",
        pattern="<WORD> year:YEARNUM <WORD|NAME>",
        means=lambda year: Date(year=year) if 1900 <= year <= 2050 and year % 50 else None,
        examples={"his failed [1996] campaign": "1996", "among heavy [1987] losses": "1987"},
        never=("roughly 2000 civilians", "on page 1945 we read", "on flight BA 2012 they ate", "it weighs 1930 kg in all"),
    ),
    Rule(
        name="year by itself",
        pattern="<!WORD|NUM|CODE|$|#|-|/|:|UNITNAME|MONTHNAME|'s> year:YEARNUM <!WORD|NUM|CODE|UNITNAME|%|-|/|'|"
        + COUNTED
        + ">",
        means=lambda year: Date(year=year) if 1800 <= year <= 2100 else None,
        examples={"1998": "1998", "[1998]: the firm closes": "1998"},
        never=("page 2010", "room 1830", "Boeing 1990", "1990 dollars"),
    ),
    Rule(
        name="the year",
        pattern="the year year:NUM",
        means=lambda year: Date(year=int(year.amount)) if year.amount and 100 <= year.amount <= 9999 else None,
        examples={"the year 1066": "1066", "the year two thousand": "2000"},
        never=("the pupils of year 6",),
    ),
    Rule(
        name="the year, of one or two figures",
        pattern="the year year:NUM <!WORD|NAME>",
        means=lambda year: Date(year=int(year.amount)) if year.amount and 1 <= year.amount < 100 else None,
        examples={"in [the year 79]": "0079"},
        never=("the Year 6 trip", "Year 6 went to the museum"),
    ),
    Rule(
        name="middle of a year, hyphenated",
        pattern="mid - year:YEARNUM",
        means=lambda year: Modified(Date(year=year), "MID"),
        examples={"mid-1996": "1996"},
    ),
    Rule(
        name="year BC",
        pattern="year:INT bc|b.c.|bce|b.c.e.",
        means=_bc,
        examples={"44 BC": "BC0044", "480 B.C.": "BC0480"},
    ),
    Rule(
        name="month and year BC",
        pattern="month:MONTHNAME year:INT bc|b.c.|bce|b.c.e.",
        means=lambda month, year: Date(year=1 - year, month=month),
        examples={"August 480 BC": "BC0480-08"},
    ),
    Rule(
        name="day and year BC",
        pattern="the? day:DAYNUM|ORDDAY of? month:MONTHNAME ,? year:INT bc|b.c.|bce|b.c.e.",
        means=lambda day, month, year: _date(day, month, 1 - year),
        examples={"15 March 44 BC": "BC0044-03-15"},
        never=("31 June 44 BC",),
    ),
    Rule(
        name="day and year BC, month first",
        pattern="month:MONTHNAME the? day:DAYNUM|ORDDAY ,? year:INT bc|b.c.|bce|b.c.e.",
        means=lambda month, day, year: _date(day, month, 1 - year),
        examples={"March 15, 44 B.C.": "BC0044-03-15"},
    ),
    Rule(
        name="season and year BC",
        pattern="the? season:SEASONNAME of|,? year:INT bc|b.c.|bce|b.c.e.",
        means=lambda season, year: Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=1 - year),
        examples={"the autumn of 481 BC": "BC0481-FA"},
    ),
    Rule(
        name="year AD",
        pattern="year:INT ad|a.d.|ce|c.e. <!WORD>",
        means=lambda year: Date(year=year),
        examples={"79 AD": "0079"},
    ),
    Rule(
        name="year after AD",
        pattern="<!WORD|the|an|this|that> ad|a.d. year:INT <!WORD>",
        means=lambda year: Date(year=year),
        examples={"A.D. 79": "0079"},
        never=("the ad 30 to 60",),
    ),
    Rule(
        name="year that something is said of",
        pattern="<!WORD|NAME|NUM|CODE|$|#|-|/|:|UNITNAME|MONTHNAME|'s|of|by|ABOUT|than|over> year:YEARNUM <YEARVERB>",
        means=lambda year: Date(year=year) if 1800 <= year <= 2100 else None,
        examples={"so [1987] saw little change": "1987", "[1945] brought peace": "1945"},
        never=("room 1987 saw", "some 1900 brought gifts"),
    ),
    Rule(
        name="decade BC",
        pattern="the? decade:DECADENUM|HUNDREDS bc|b.c.|bce|b.c.e.",
        means=lambda decade: Unit(grain=Grain.DECADE, number=-(decade // 10) - 1) if decade % 10 == 0 else None,
        examples={"the 460s BC": "BC046"},
        never=("the 465s BC",),
    ),
    Rule(
        name="hundreds of early years",
        pattern="<in|of|from|since|until|by|during> the hundreds:HUNDREDS ad|a.d.|ce|c.e.",
        means=_hundreds,
        examples={"in [the 700s AD]": "07"},
        never=("in the 450s AD",),
    ),
    Rule(
        name="hundreds of early years by themselves",
        pattern="the hundreds:HUNDREDS",
        means=_hundreds,
        examples={"[the 700s]": "07"},
        never=("Shares were trading in the 300s", "House prices in the 400s", "the 700s sold out"),
        latent=True,
    ),
    Rule(
        name="decade",
        pattern="<!his|her|their|my|your|its> the? '? decade:DECADENUM",
        means=_decade,
        examples={"the 1990s": "199", "the '90s": "199", "1980s": "198", "the 1600s": "16"},
        never=("a man in his 40s",),
    ),
    Rule(
        name="decade in words",
        pattern="the nineteen? -? decade:DECADENAME",
        means=lambda decade: Unit(grain=Grain.DECADE, number=decade),
        examples={"the nineties": "199", "the sixties": "196"},
    ),
    Rule(
        name="part of a decade in words",
        pattern="<!his|her|their|my|your|our> the? part:EDGEWORD -? decade:DECADENAME",
        means=lambda part, decade: Modified(Unit(grain=Grain.DECADE, number=decade), part),
        examples={"the mid-eighties": "198", "in [early nineties]": "199"},
        never=("a man in his late fifties",),
    ),
    Rule(
        name="century",
        pattern="the? count:ORD -? century ( ad|a.d.|ce|c.e. )?",
        means=lambda count: Unit(grain=Grain.CENTURY, number=count - 1) if count <= 99 else None,
        examples={"the 18th century": "17", "the nineteenth century": "18", "the 1st century AD": "00"},
    ),
    Rule(
        name="century BC",
        pattern="the? count:ORD -? century bc|b.c.|bce|b.c.e.",
        means=lambda count: Unit(grain=Grain.CENTURY, number=-count) if count <= 99 else None,
        examples={"the 2nd century BC": "BC01"},
    ),
    Rule(
        name="year and season",
        pattern="year:YEARNUM season:SURESEASON <!WORD|NAME|of>",
        means=lambda season, year: Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=year),
        examples={"in [1982 summer]": "1982-SU"},
        never=("the 1982 summer games",),
    ),
    Rule(
        name="year, season",
        pattern="year:YEARNUM , season:SEASONNAME <–|-|:|,|.>",
        means=lambda season, year: Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=year),
        examples={"[1847, spring] – stakes are set": "1847-SP"},
        never=("in 1847, spring water was sold",),
    ),
    Rule(
        name="year, month",
        pattern="year:YEARNUM , month:MONTHNAME <–|-|:|,|.>",
        means=lambda year, month: Date(year=year, month=month),
        examples={"[1847, May] – stakes are set": "1847-05"},
        never=("in 1847, May was cold",),
    ),
    Rule(
        name="season and year",
        pattern="the? season:SEASONNAME of|,? year:YEARNUM",
        means=lambda season, year: Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=year),
        examples={"summer 2022": "2022-SU", "the fall of 1989": "1989-FA"},
    ),
    Rule(
        name="season",
        pattern="the season:SURESEASON <!WORD|of>",
        means=lambda season: Unit(grain=Grain.SEASON, number=SEASONS.index(season)),
        examples={"in [the summer]": "2023-SU"},
        never=("pictures for summer visitors", "the summer visitors"),
    ),
    Rule(
        name="season after a preposition",
        pattern=(
            "<in|during|since|until|till|by|last|next|this|early|late|mid|every|each|-|LAST|NEXT|COMING> "
            "season:SURESEASON <!WORD>"
        ),
        means=lambda season: Unit(grain=Grain.SEASON, number=SEASONS.index(season)),
        examples={"in [summer]": "2023-SU"},
    ),
    Rule(
        name="the spring or the fall",
        pattern=(
            "<in|since|by|during|until|till|through|over|throughout|for> the season:SEASONNAME "
            "<!WORD|NAME|of|from|in|-|to>"
        ),
        means=lambda season: Unit(grain=Grain.SEASON, number=SEASONS.index(season)),
        examples={"in [the fall]": "2023-FA", "by [the spring]": "2023-SP"},
        never=("in the spring water", "in the fall of the dollar"),
    ),
    Rule(
        name="spring or fall after a preposition",
        pattern="<in|since|until|till|by> season:SEASONNAME <!WORD|of|from|to|in|on|behind|between|off|down>",
        means=lambda season: Unit(grain=Grain.SEASON, number=SEASONS.index(season)),
        examples={"in [spring]": "2023-SP"},
        never=("in spring water", "a rise in fall accidents"),
    ),
)
