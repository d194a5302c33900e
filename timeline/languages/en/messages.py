"""Rules for times as messages and notices write them: EOD Friday, 7ish, first thing tomorrow, 0930 tomorrow, from now until
Easter."""

from __future__ import annotations

from timeline.calendar.almanac import Grain
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import (
    Antecedent,
    Base,
    Clock,
    Date,
    DayPart,
    Meaning,
    Modified,
    Range,
    Repeat,
    Shift,
    Within,
)
from timeline.languages.en.ranges import DATE
from timeline.languages.en.repeats import repeat_at
from timeline.languages.en.schedules import at_both

Reading = tuple[int, int, "int | None"]
ON_DAY = "DAY|WEEKDAY|SHIFT_DAY|SELECT_DAY|HOLIDAY"
AT = "at|around|about|by|from|until|till|before|after|since"
WEDNESDAY, SATURDAY = 2, 5


def _four_figures(time: Reading) -> Clock:
    return Clock(hour=time[0], minute=time[1])


def _about_hour(hour: int) -> Modified | None:
    return Modified(Clock(hour=hour, half="open"), "APPROX") if 1 <= hour <= 12 else None


def _about_clock(time: Reading) -> Modified | None:
    return Modified(Clock(hour=time[0], minute=time[1], half="open"), "APPROX") if 1 <= time[0] <= 12 else None


def _weekend(first: int, last: int) -> Range | None:
    """Two days, one right after the other."""
    return Range(Date(weekday=first), Date(weekday=last)) if last == (first + 1) % 7 else None


def _clocks_on(first: Meaning, last: Meaning, repeat: Repeat, second: Meaning | None = None) -> Repeat | None:
    return at_both(repeat, first, last) if second is None else at_both(repeat, first, second, last)


# These compete with bare hours and weekdays.
ATOMS = (
    Rule(
        name="about an hour, by its ending",
        pattern="<!NUM|NAME|$|-|/> hour:HOURNUM -? ish <!WORD>",
        means=_about_hour,
        examples={"at [7ish]": "2023-09-18T07:00", "[5ish on Friday]": "2023-09-22T17:00", "at [8-ish]": "2023-09-18T08:00"},
        never=("at 37ish",),
    ),
    Rule(
        name="about a clock time, by its ending",
        pattern="time:CLOCKNUM|DOTCLOCK -? ish",
        means=_about_clock,
        examples={"at [7.30ish]": "2023-09-18T07:30", "[5:15ish on Friday]": "2023-09-22T17:15"},
    ),
    Rule(
        name="about noon or midnight, by its ending",
        pattern="noonish|middayish",
        means=lambda: Modified(Clock(hour=12), "APPROX"),
        examples={"at [noonish]": "2023-09-18T12:00"},
    ),
    Rule(
        name="four figures of a clock",
        pattern=f"<{AT}> time:ZEROHHMM <!WORD|UNITNAME|NUM|%|-|/|CODE|$>",
        means=_four_figures,
        examples={"at [0930]": "2023-09-18T09:30", "by [0715 tomorrow]": "2023-09-19T07:15"},
        never=("at 0930 bananas", "call 0930"),
    ),
    Rule(
        name="four figures to four figures",
        pattern="<from|between|,|:|OPEN> first:HHMM until|till|to|-|– last:ZEROHHMM <!WORD|UNITNAME|NUM|%|/|CODE|$>",
        means=lambda first, last: Range(_four_figures(first), _four_figures(last)),
        examples={"from [2331 until 0250]": "2023-09-18T23:31/2023-09-19T02:50"},
        never=("from 2331 to 2350",),
    ),
    Rule(
        name="four figures of a clock before a day",
        pattern="<!WORD|NAME|NUM|-|/|$|#> time:ZEROHHMM <DAYWORD|on|WEEKDAYNAME>",
        means=_four_figures,
        examples={"0930 tomorrow": "2023-09-19T09:30", "0815 on Friday": "2023-09-22T08:15"},
        never=("room 0930 tomorrow",),
    ),
    Rule(
        name="four figures of a clock before a named day",
        pattern="<at|by|until|till|from> time:HHMM <DAYWORD|WEEKDAYNAME>",
        means=_four_figures,
        examples={"at [1630 tomorrow]": "2023-09-19T16:30", "by [1745 Friday]": "2023-09-22T17:45"},
        never=("at 1990 prices",),
    ),
    Rule(
        name="end of the month, in capitals",
        pattern="<by|before|until|till> eom <!WORD>",
        means=lambda: Modified(Shift(Grain.MONTH, 0), "END"),
        examples={"by [EOM]": "2023-09"},
    ),
    Rule(
        name="end of the week, in capitals",
        pattern="<by|before|until|till> eow <!WORD>",
        means=lambda: Modified(Shift(Grain.WEEK, 0), "END"),
        examples={"by [EOW]": "2023-W38"},
    ),
    Rule(
        name="end of the year, in capitals",
        pattern="<by|before|until|till> eoy <!WORD>",
        means=lambda: Modified(Shift(Grain.YEAR, 0), "END"),
        examples={"by [EOY]": "2023"},
    ),
    Rule(
        name="end of today",
        pattern="<by|before|until|till> eod|cob|eob <!WORD|DAYWORD|WEEKDAYNAME|WEEKDAYABBR|on|NUM|MONTHNAME|NEXT|this>",
        means=lambda: Modified(Shift(Grain.DAY, 0), "END"),
        examples={"by [EOD]": "2023-09-18"},
        never=("by EOD tomorrow", "until cob nuts fall"),
    ),
    Rule(
        name="weekday, shortened, at the end",
        pattern=(
            "<on> weekday:SHORTDAY <!WORD|NAME|,|-|'s|MARK|is|was|in|on|at|down|with|by|up|for|and|or|to|the|a|GOESON|NUM>"
        ),
        means=lambda weekday: Date(weekday=weekday) if weekday in (WEDNESDAY, SATURDAY) else None,
        examples={"see you on [sat]": "2023-09-23", "it is on [wed]": "2023-09-20"},
        never=("the chair he was on sat down", "it feeds on sun"),
    ),
    Rule(
        name="two short weekdays",
        pattern="first:WEEKDAYABBR &|and|+ last:WEEKDAYABBR",
        means=_weekend,
        examples={"[Sat & Sun]": "2023-09-23/2023-09-24", "Thu and Fri": "2023-09-21/2023-09-22"},
        never=("Mon & Thu",),
    ),
)

# Once days are read.
ON_A_DAY = (
    Rule(
        name="end of a day of work",
        pattern=f"eod|cob|eob ,? on? day:{ON_DAY}",
        means=lambda day: Modified(day, "END"),
        examples={"EOD tomorrow": "2023-09-19", "by [COB Friday]": "2023-09-22"},
    ),
    Rule(
        name="close of business on a day",
        pattern=f"<!the> close|end of business|play|trading|day ,? on? day:{ON_DAY}",
        means=lambda day: Modified(day, "END"),
        examples={"by [close of business on 3 June]": "2023-06-03", "by [end of day Friday]": "2023-09-22"},
        never=("by the close of business Friday", "the end of the day on Friday street"),
    ),
    Rule(
        name="first thing on a day",
        pattern=f"first thing on? day:{ON_DAY} <!'s>",
        means=lambda day: Within(DayPart("MO"), day),
        examples={"first thing tomorrow": "2023-09-19TMO", "first thing on Monday": "2023-09-18TMO"},
        never=("the first thing he said",),
    ),
    Rule(
        name="last thing on a day",
        pattern=f"last thing on? day:{ON_DAY} <!'s>",
        means=lambda day: Within(DayPart("NI"), day),
        examples={"last thing on Monday": "2023-09-18TNI"},
    ),
    Rule(
        name="previous part of a day",
        pattern="the PRECEDING part:PART",
        means=lambda part: Within(part, Shift(Grain.DAY, -1, Base.FOCUS)),
        examples={"the previous evening": "2023-09-17TEV"},
    ),
)

# In the layer of "to".
FROM_NOW = (
    Rule(
        name="from now to another time",
        pattern=f"<from> first:now until|till|to|through last:{DATE}|CLOCK",
        means=lambda first, last: Range(Shift(Grain.DAY, 0), last),
        examples={"closed from [now until Christmas]": "2023-09-18/2023-12-25"},
    ),
    Rule(
        name="from then to another time",
        pattern="<from> first:then until|till|to|through last:YEAR|MONTH|DAY|HOLIDAY",
        means=lambda first, last: Range(Antecedent(), last),
        examples={"from [then until 2030]": None},
    ),
)

REPEATED = (
    Rule(
        name="several times of a recurrence",
        pattern="first:CLOCK ( , second:CLOCK )? ,? and|& last:CLOCK ,? on? repeat:REPEAT",
        means=_clocks_on,
        examples={"at [11am, 1pm and 3pm on weekdays]": "XXXX-WXXT11:00", "[9 a.m. and noon on Sundays]": "XXXX-WXX-7T09:00"},
        never=("at 11am and on weekdays",),
    ),
    Rule(
        name="end of a recurrence",
        pattern="<until|till> clock:CLOCK on repeat:REPEAT",
        means=lambda clock, repeat: repeat,
        examples={"late opening until [8pm on the first Friday of every month]": "P1M"},
    ),
    Rule(
        name="time of a recurrence",
        pattern="<!until|till> clock:CLOCK ,? on repeat:REPEAT",
        means=lambda clock, repeat: repeat_at(repeat, clock),
        examples={"at [3pm on weekdays]": "XXXX-WXXT15:00"},
    ),
)
