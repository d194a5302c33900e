"""Rules for ranges: "Monday to Thursday", "9-13 March", "2-4 p.m. on Friday"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from timeline.calendar.almanac import SEASONS, Grain
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, Holiday, Meaning, Modified, Onward, Range, Unit, Within
from timeline.languages.en.dates import COUNTED

Builder = Callable[..., "Meaning | None"]


def _range(first: Meaning, last: Meaning) -> Range | None:
    """From one time to another of the same sort."""
    if (
        isinstance(first, Date)
        and isinstance(last, Date)
        and last.day is None
        and last.weekday is None
        and (first.day is not None or first.weekday is not None)
    ):
        return None  # "a revision Friday to December's figures" is no range
    return Range(first, last)


def _days_of_month(first: int, last: int, month: int, year: int | None = None) -> Range | None:
    if first >= last:
        return None
    return Range(Date(day=first, month=month, year=year), Date(day=last, month=month, year=year))


def _two_days(first: int, last: int, month: int, year: int | None = None) -> Range | None:
    """Two days of which one follows the other: what is said of both fills them."""
    return _days_of_month(first, last, month, year) if last == first + 1 else None


def _years(first: int, short: int) -> Range | None:
    """1914-18 and 2011-12 run from one year to another."""
    last = first // 100 * 100 + short
    return Range(Date(year=first), Date(year=last)) if first < last else None


def _iso_interval(first: tuple[int, int, int], last: tuple[int, int, int]) -> Range | None:
    start, end = (Date(year=year, month=month, day=day) for year, month, day in (first, last))
    return Range(start, end) if first < last else None


def _whole_years(first: int, last: int) -> Range | None:
    return Range(Date(year=first), Date(year=last)) if first < last else None


def _hours(half: str) -> Builder:
    """9 to 11 a.m.: the half of the day holds for both, unless the first would then be the later."""

    def means(first: Any, last: Any, zone: str | None = None) -> Range | None:
        (hour, minute), (end, end_minute) = ((v, None) if isinstance(v, int) else v[:2] for v in (first, last))
        if not (0 < hour <= 12 and 0 < end <= 12):
            return None
        base = 12 * (half == "pm")
        start_base = (
            base if hour % 12 < end % 12 or (hour % 12 == end % 12 and (minute or 0) < (end_minute or 0)) else 12 - base
        )
        return Range(
            Clock(hour=hour % 12 + start_base, minute=minute, zone=zone),
            Clock(hour=end % 12 + base, minute=end_minute, zone=zone),
        )

    return means


def _open_hours(first: Any, last: Any) -> Range | None:
    (hour, minute), (end, end_minute) = ((v, None) if isinstance(v, int) else v[:2] for v in (first, last))
    if not (0 < hour <= 12 and 0 < end <= 12):
        return None
    return Range(Clock(hour=hour, minute=minute, half="open"), Clock(hour=end, minute=end_minute, half="open"))


def _shortly_after(inner: Meaning) -> Modified:
    """Shortly after six; what is after the midnight of a day is at its beginning."""
    clock = inner.inner if isinstance(inner, Within) else inner
    if isinstance(clock, Clock) and clock.hour == 24:
        clock = evolve(clock, hour=0, minute=0)
        inner = Within(clock, inner.outer) if isinstance(inner, Within) else clock
    return Modified(inner, "AFTER")


def _on_day(range: Range, day: Meaning) -> Range | None:
    if not isinstance(range.first, Clock):
        return None
    return Range(Within(range.first, day), Within(range.last, day))


def _seasons(first: str, last: str, year: int | None = None) -> Range | None:
    """The spring and summer of 1943; a winter that comes first is that of the year before."""
    start, end = SEASONS.index(first), SEASONS.index(last)
    if start == end:
        return None
    before = year if year is None or start < end else year - 1
    return Range(
        Unit(grain=Grain.SEASON, number=start, year=before), Unit(grain=Grain.SEASON, number=end, year=year)
    )


def _months(first: int, last: int, year: int | None = None) -> Range | None:
    """Two months of which one follows the other: what is said of both fills them."""
    if last != first % 12 + 1:
        return None
    before = year if year is None or last > 1 else year - 1
    return Range(Date(month=first, year=before), Date(month=last, year=year))


def _winter(season: str, first: int, last: int) -> Unit | None:
    """The one season that two years share: the winter that begins in the first of them."""
    if season != "WI" or last % 100 != (first + 1) % 100:
        return None
    return Unit(grain=Grain.SEASON, number=SEASONS.index("WI"), year=first)


def _months_joined(first: int, last: int, year: int | None = None) -> Range | None:
    """Two months with a dash between them; where the second has a year, that is the first one's too, or the one before it."""
    if first == last:
        return None
    before = year if year is None or first < last else year - 1
    return Range(Date(month=first, year=before), Date(month=last, year=year))


DATE = (
    "DAY|WEEKDAY|MONTH|YEAR|HOLIDAY|SHIFT_DAY|SELECT_DAY|SHIFT|SELECT|SEASON|QUARTER|DECADE|CENTURY|MODIFIED|DATED_CLOCK|"
    "DATED_PART|PERIOD"
)

# These compete with the bare atoms, and win where they are longer.
COMPACT = (
    Rule(
        name="days of one month, day first",
        pattern=(
            "the? first:DAYNUM|ORDDAY -|–|to|through|thru|until|till the? last:DAYNUM|ORDDAY of? "
            "month:MONTHNAME ( ,? year:YEARNUM )?"
        ),
        means=_days_of_month,
        examples={"9-13 March 2012": "2012-03-09/2012-03-13"},
    ),
    Rule(
        name="between two days of one month",
        pattern="<between> the? first:DAYNUM|ORDDAY and the? last:DAYNUM|ORDDAY of? month:MONTHNAME ( ,? year:YEARNUM )?",
        means=_days_of_month,
        examples={
            "between [3 and 9 April 2024]": "2024-04-03/2024-04-09",
            "between [1 and 20 May 2024]": "2024-05-01/2024-05-20",
            "between [5 and 12 October]": "2023-10-05/2023-10-12",
            "between [10 and 12 June 2022]": "2022-06-10/2022-06-12",
            "between [2 and 4 January 2024]": "2024-01-02/2024-01-04",
            "between [7 and 21 February 2024]": "2024-02-07/2024-02-21",
            "between [the 3rd and the 9th of April 2024]": "2024-04-03/2024-04-09",
        },
        never=("between 9 and 3 April",),
    ),
    Rule(
        name="two days of one month, side by side, day first",
        pattern="<!between> the? first:DAYNUM|ORDDAY and|& the? last:DAYNUM|ORDDAY of? month:MONTHNAME ( ,? year:YEARNUM )?",
        means=_two_days,
        examples={
            "on [24 and 25 April]": "2023-04-24/2023-04-25",
            "on [10 & 11 July]": "2023-07-10/2023-07-11",
            "on [1 and 2 May 2022]": "2022-05-01/2022-05-02",
            "on [29 and 30 October 2022]": "2022-10-29/2022-10-30",
            "on [14 and 15 July 2024]": "2024-07-14/2024-07-15",
        },
        never=("9 and 3 April", "9 and 13 April"),
    ),
    Rule(
        name="days of one month, each with its weekday",
        pattern=(
            "WEEKDAYNAME|WEEKDAYABBR ,? first:DAYNUM|ORDDAY -|–|to|through|until|till WEEKDAYNAME|WEEKDAYABBR ,? "
            "last:DAYNUM|ORDDAY of? month:MONTHNAME ( ,? year:YEARNUM )?"
        ),
        means=_days_of_month,
        examples={"from [Monday 2 to Friday 6 October]": "2023-10-02/2023-10-06"},
    ),
    Rule(
        name="two days of one month, each with its weekday",
        pattern=(
            "WEEKDAYNAME|WEEKDAYABBR ,? first:DAYNUM|ORDDAY and WEEKDAYNAME|WEEKDAYABBR ,? last:DAYNUM|ORDDAY of? "
            "month:MONTHNAME ( ,? year:YEARNUM )?"
        ),
        means=_two_days,
        examples={
            "on [Saturday 7 and Sunday 8 October]": "2023-10-07/2023-10-08",
            "on [Friday 6 and Saturday 7 October]": "2023-10-06/2023-10-07",
        },
        never=("on Saturday 7 and Friday 13 October",),
    ),
    Rule(
        name="days of one month, month first",
        pattern="month:MONTHNAME first:DAYNUM|ORDDAY -|–|to|through|thru|until|till last:DAYNUM|ORDDAY ( ,? year:YEARNUM )?",
        means=_days_of_month,
        examples={"March 9-13, 2012": "2012-03-09/2012-03-13", "September 25 to 28": "2023-09-25/2023-09-28"},
    ),
    Rule(
        name="two days of one month, with a slash",
        pattern="days:DAYPAIR month:MONTHNAME year:YEARNUM?",
        means=lambda days, month, year: _days_of_month(days[0], days[1], month, year),
        examples={"on [1/2 March]": "2024-03-01/2024-03-02", "30/31 July 2024": "2024-07-30/2024-07-31"},
        never=("1/3 March",),
    ),
    Rule(
        name="two days of one month, side by side",
        pattern="month:MONTHNAME first:DAYNUM|ORDDAY and|& last:DAYNUM|ORDDAY ( ,? year:YEARNUM )? <!WORD|UNITNAME|%>",
        means=_two_days,
        examples={"on [April 24 and 25]": "2023-04-24/2023-04-25"},
        never=("on April 24 and 25 voters came",),
    ),
    Rule(
        name="years, the second short",
        pattern=f"<!-|/|$> first:YEARNUM -|–|/ short:YY <!-|/|CODE|{COUNTED}>",
        means=_years,
        examples={"1914-18": "1914/1918", "2011-12": "2011/2012"},
        never=("in 2019 - 20 people died",),
    ),
    Rule(
        name="years",
        pattern="<!-|/|$> first:YEARNUM -|– last:YEARNUM <!-|/|CODE>",
        means=_whole_years,
        examples={"1914-1918": "1914/1918", "1939–1945": "1939/1945"},
    ),
    Rule(
        name="years, named so",
        pattern=f"the? years first:YEARNUM -|–|to|through|until|and last:YEARNUM <!-|/|CODE|{COUNTED}>",
        means=_whole_years,
        examples={"in [the years 2010 to 2012]": "2010/2012", "between [the years 1914 and 1918]": "1914/1918"},
        never=("the years 1914 and 1914",),
    ),
    Rule(
        name="ISO interval",
        pattern="<!-|/> first:ISODATE / last:ISODATE <!-|/>",
        means=_iso_interval,
        examples={"2023-12-28/2024-01-04": "2023-12-28/2024-01-04"},
        never=("2024-01-04/2023-12-28",),
    ),
    Rule(
        name="winter of two years",
        pattern="the? season:SEASONNAME of|,? first:YEARNUM -|–|/ last:YY|YEARNUM <!-|/|CODE>",
        means=_winter,
        examples={"the winter of 1951-52": "1951-WI"},
        never=("the summer of 1951-52", "the winter of 1951-60"),
    ),
    Rule(
        name="years AD",
        pattern="ERAWORD|a.d. first:INT -|–|to|until|and|through last:INT <!WORD|NAME|UNITNAME|CODE|bc|b.c.>",
        means=_whole_years,
        examples={"from [AD 98 to 117]": "0098/0117"},
        never=("AD 117 to 98", "They ran the ad 30 to 60."),
    ),
    Rule(
        name="years AD, written small",
        pattern="<from|in|between|of|during> ad first:INT -|–|to|until|and|through last:INT <!WORD|NAME|UNITNAME|CODE|bc>",
        means=_whole_years,
        examples={"from [ad 98 to 117]": "0098/0117"},
        never=("an ad 30 to 60",),
    ),
    Rule(
        name="years BC",
        pattern="first:INT -|–|to|until|and|through last:INT bc|b.c.|bce|b.c.e.",
        means=lambda first, last: Range(Date(year=1 - first), Date(year=1 - last)) if first > last else None,
        examples={"from [322 to 281 BC]": "BC0322/BC0281"},
    ),
    Rule(
        name="hours of one morning",
        pattern=(
            "first:HOURNUM|HOURWORD|CLOCKNUM|DOTCLOCK -|–|to|and|until|till last:HOURNUM|HOURWORD|CLOCKNUM|DOTCLOCK AM "
            "zone:ZONE?"
        ),
        means=_hours("am"),
        examples={"9 to 11 a.m.": "2023-09-18T09:00/2023-09-18T11:00"},
    ),
    Rule(
        name="hours of one afternoon",
        pattern=(
            "first:HOURNUM|HOURWORD|CLOCKNUM|DOTCLOCK -|–|to|and|until|till last:HOURNUM|HOURWORD|CLOCKNUM|DOTCLOCK PM "
            "zone:ZONE?"
        ),
        means=_hours("pm"),
        examples={
            "2-4 p.m.": "2023-09-18T14:00/2023-09-18T16:00",
            "11:30 to 1 pm": "2023-09-18T11:30/2023-09-18T13:00",
        },
    ),
    Rule(
        name="winter of two years with a slash",
        pattern="the? season:SEASONNAME of|,? years:YEARSPAN",
        means=lambda season, years: _winter(season, *years),
        examples={"winter 2022/23": "2022-WI"},
        never=("the summer of 2022/23",),
    ),
    Rule(
        name="clock times after from",
        pattern=(
            "<from|,|:|OPEN|–|WEEKDAYNAME|WEEKDAYABBR|MONTHNAME|YEARNUM> first:CLOCKNUM to|until|till last:CLOCKNUM zone:ZONE?"
        ),
        means=lambda first, last, zone: Range(
            Clock(hour=first[0], minute=first[1], zone=zone), Clock(hour=last[0], minute=last[1], zone=zone)
        ),
        examples={
            "from [14:00 to 16:00]": "2023-09-18T14:00/2023-09-18T16:00",
            "Doors: [19:30 to 22:00]": "2023-09-18T19:30/2023-09-18T22:00",
        },
        never=("a ratio of 10:30 to 11:34",),
    ),
    Rule(
        name="seasons",
        pattern="the? first:SEASONNAME and|or|to|-|– the? last:SEASONNAME <!WORD|of>",
        means=_seasons,
        examples={"throughout [the spring and summer]": "2023-SP/2023-SU"},
        never=("spring and fall fashions", "summer and summer"),
    ),
    Rule(
        name="seasons of a year",
        pattern="the? first:SEASONNAME and|or|to|-|– the? last:SEASONNAME of|,? year:YEARNUM <!UNITNAME|NUM|-|/>",
        means=_seasons,
        examples={
            "the spring and summer of 1943": "1943-SP/1943-SU",
            "in [summer and autumn 1918]": "1918-SU/1918-FA",
            "he spent [the spring and summer of 1919] there": "1919-SP/1919-SU",
        },
        never=("summer and summer of 1919",),
    ),
    Rule(
        name="seasons that were spent",
        pattern="<spent|spend|spends|spending> the first:SEASONNAME and the? last:SEASONNAME <!of>",
        means=_seasons,
        examples={"he spent [the spring and summer] abroad": "2023-SP/2023-SU"},
        never=("the spring and summer fashions",),
    ),
    Rule(
        name="short weekdays",
        pattern="first:WEEKDAYABBR -|–|to|through|thru last:WEEKDAYABBR",
        means=lambda first, last: Range(Date(weekday=first), Date(weekday=last)) if first != last else None,
        examples={"Mon-Fri": "2023-09-18/2023-09-22", "Sat to Sun": "2023-09-23/2023-09-24"},
        never=("Sun-Sun", "Mon Fri"),
    ),
    Rule(
        name="two short weekdays, one after the other",
        pattern="<!/> first:WEEKDAYABBR / last:WEEKDAYABBR <!/>",
        means=lambda first, last: (
            Range(Date(weekday=first), Date(weekday=last)) if last == (first + 1) % 7 else None
        ),
        examples={"Sat/Sun": "2023-09-23/2023-09-24"},
        never=("Tue/Thu",),
    ),
    Rule(
        name="short weekdays in small letters",
        pattern="<!WORD|NAME|-> first:SURESHORTDAY|WEEKDAYABBR -|–|to|thru last:SURESHORTDAY|WEEKDAYABBR <!WORD|NAME|->",
        means=lambda first, last: Range(Date(weekday=first), Date(weekday=last)) if first != last else None,
        examples={"mon-fri": "2023-09-18/2023-09-22", "[tue to thu], please": "2023-09-19/2023-09-21"},
        never=("fri-fri", "mon-ami"),
    ),
    Rule(
        name="Christmas and the new year",
        pattern=(
            "<between|over|for|from|during> first:christmas|xmas day? and|to|until|till|through|& last:the|new new? year "
            "<!'s>"
        ),
        means=lambda first, last: Range(Holiday("christmas"), Holiday("new year")),
        examples={"between [Christmas and New Year]": "2023-12-25/2024-01-01"},
        never=("between Christmas and New Year's Eve",),
    ),
    Rule(
        name="year to the present",
        pattern="<!-|/|$|#> first:YEARNUM -|–|to|until|till the? last:present|today|now|date <!-|WORD|NAME>",
        means=lambda first, last: Onward(Date(year=first)),
        examples={"2011–present": "2011/..", "from [2011 to the present]": "2011/.."},
        never=("2011 present values",),
    ),
    Rule(
        name="year and onward",
        pattern="<!-|/|$|#|NUM> first:YEARNUM – <:|,|)>",
        means=lambda first: Onward(Date(year=first)),
        examples={"[2016–]: Trustee": "2016/.."},
    ),
    Rule(
        name="two months side by side",
        pattern="first:MONTHNAME and|/ last:MONTHNAME ( of? year:YEARNUM )? <!DAYNUM|ORDDAY|NUM|/>",
        means=_months,
        examples={
            "[May and June] were wet": "2023-05/2023-06",
            "in [March and April 2020]": "2020-03/2020-04",
            "Jan/Feb 2024": "2024-01/2024-02",
        },
        never=("in May and August", "in April and May 5"),
    ),
    Rule(
        name="months joined by a dash",
        pattern=(
            "<!DAYNUM|ORDDAY|-|–> first:MONTHNAME -|–|/|to|through|thru last:MONTHNAME ( of|,? year:YEARNUM )? "
            "<!DAYNUM|ORDDAY|-|–>"
        ),
        means=_months_joined,
        examples={
            "the siege ([August-October 1950])": "1950-08/1950-10",
            "the [November–February] season": "2023-11/2024-02",
            "in [December–January 2020]": "2019-12/2020-01",
            "May to July": "2023-05/2023-07",
        },
        never=("3 May-9 June", "May-June 9"),
    ),
    Rule(
        name="hours after between or from",
        pattern="<between|from> first:HOURNUM|HOURWORD and|to|until|till last:HOURNUM|HOURWORD <on>",
        means=_open_hours,
        examples={"between [9 and 11 on Tuesday]": "2023-09-19T09:00/2023-09-19T11:00"},
    ),
)

RANGES = (
    Rule(
        name="from to",
        pattern=f"<from> first:{DATE}|CLOCK to|until|till|through|thru|into last:{DATE}|CLOCK",
        means=_range,
        examples={
            "from [Monday to Thursday]": "2023-09-18/2023-09-21",
            "from [late June into August]": "2023-06/2023-08",
        },
    ),
    Rule(
        name="from a part of a day into the next day",
        pattern="first:DATED_PART into last:WEEKDAY|DAY|SHIFT_DAY|DATED_PART",
        means=_range,
        examples={"[Friday night into Saturday]": "2023-09-22TNI/2023-09-23"},
        never=("Friday night into the Saturday crowd",),
    ),
    Rule(
        name="between and",
        pattern=f"<between> first:{DATE}|CLOCK and last:{DATE}|CLOCK",
        means=_range,
        examples={"between [May and July]": "2023-05/2023-07", "between [1991 and 1994]": "1991/1994"},
    ),
    Rule(
        name="to",
        pattern="first:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK|DATED_PART to|through|thru|–|until|till "
        "last:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK|DATED_PART",
        means=_range,
        examples={
            "Monday through Thursday": "2023-09-18/2023-09-21",
            "Monday thru Friday": "2023-09-18/2023-09-22",
            "August 9 to September 2": "2023-08-09/2023-09-02",
        },
    ),
    Rule(
        name="to the present",
        pattern="first:MONTH|DAY|SEASON -|–|to|until|till the? last:present|date <!-|WORD|NAME>",
        means=lambda first, last: Onward(first),
        examples={"from [May 2011 to date]": "2011-05/..", "June 2019–present": "2019-06/.."},
        never=("the present of May",),
    ),
    Rule(
        name="hyphen",
        pattern="first:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK - last:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK",
        means=_range,
        examples={"10:30-11:30": "2023-09-18T10:30/2023-09-18T11:30", "Monday-Friday": "2023-09-18/2023-09-22"},
    ),
)

TIMED = (
    Rule(
        name="hours on a day",
        pattern="range:RANGE ,? on? day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY",
        means=_on_day,
        examples={"2-4 p.m. on Friday": "2023-09-22T14:00/2023-09-22T16:00"},
    ),
    Rule(
        name="day and hours",
        pattern="day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY ,? from? range:RANGE",
        means=lambda day, range: _on_day(range, day),
        examples={"Friday 2-4 p.m.": "2023-09-22T14:00/2023-09-22T16:00"},
    ),
    Rule(
        name="until at least",
        pattern=(
            "<until|till> at least "
            "inner:CLOCK|DATED_CLOCK|DAY|WEEKDAY|MONTH|YEAR|SHIFT|SHIFT_DAY|SELECT|SELECT_DAY|SEASON|DATED_PART"
        ),
        means=lambda inner: Modified(inner, "ON_OR_AFTER"),
        examples={"until [at least 9pm]": "2023-09-18T21:00", "until [at least next Friday]": "2023-09-29"},
        never=("at least 9pm is late",),
    ),
    Rule(
        name="since at least",
        pattern="<since|from> at least inner:DAY|MONTH|YEAR|SHIFT|SEASON|DECADE|CENTURY|SELECT|QUARTER",
        means=lambda inner: Modified(inner, "ON_OR_BEFORE"),
        examples={"since [at least 2010]": "2010"},
        never=("at least 2010",),
    ),
    Rule(
        name="shortly before",
        pattern="shortly|just|soon|moments before inner:CLOCK|DATED_CLOCK|DAY|HOLIDAY <!WORD|NAME|'s|->",
        means=lambda inner: Modified(inner, "BEFORE"),
        examples={"[shortly before 6am on Tuesday]": "2023-09-19T06:00", "it was [just before noon]": "2023-09-18T12:00"},
        never=("just before the Monday talks", "soon before long"),
    ),
    Rule(
        name="shortly after",
        pattern="shortly|just|soon|moments after inner:CLOCK|DATED_CLOCK|DAY|HOLIDAY <!WORD|NAME|'s|->",
        means=_shortly_after,
        examples={
            "[shortly after 9 p.m.]": "2023-09-18T21:00",
            "[soon after Christmas]": "2023-12-25",
            "[just after midnight on Friday]": "2023-09-22T00:00",
        },
        never=("shortly after Christmas shopping began",),
    ),
)
