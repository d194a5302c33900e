"""Rules for repetitions with several hours or within a time: "every day at 9:15 and 17:45", "every Tuesday in October"."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from timeline.calendar.almanac import Grain
from timeline.calendar.timex3 import part_value
from timeline.calendar.values import Recurrence
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, Holiday, Meaning, Number, Range, Repeat, Select, Shift, Unit, Within
from timeline.languages.en.clocks import of_half
from timeline.languages.en.dates import COUNTED
from timeline.languages.en.repeats import (
    EVERY_MONTH,
    every_date,
    every_holiday,
    every_named,
    every_unit,
    every_weekday,
    from_to,
    month_day,
    on_weekdays,
    opening,
    repeat_at,
    repeat_through,
    times_a_unit,
    times_in,
)
from timeline.languages.en.words import RULE_DAYS

ENDS = f"<!WORD|NAME|UNITNAME|NUM|%|-|/|:|CODE|AM|PM|o'clock|{COUNTED}>"
_LONG = "MONTH|YEAR|SEASON|SHIFT|SELECT|QUARTER|HALF|DECADE|PERIOD|MODIFIED"


def at_both(
    repeat: Repeat, first: Meaning, second: Meaning, third: Meaning | None = None, fourth: Meaning | None = None
) -> Repeat | None:
    """Every day at 9:15, 12:30 and 17:45."""
    said = [clock for clock in (first, second, third, fourth) if clock is not None]
    clocks = [clock for clock in said if isinstance(clock, Clock)]
    if repeat.clock is not None or len(clocks) < len(said):
        return None
    return evolve(repeat, clock=clocks[0], also=tuple(clocks[1:]))


def _within(repeat: Repeat, during: Meaning, first: Meaning | None = None, last: Meaning | None = None) -> Repeat | None:
    """Every Tuesday in October at 3 p.m.; the hour stands on either side."""
    clock = first or last
    timed = repeat if clock is None else repeat_at(repeat, clock)
    if timed is None or (first is not None and last is not None) or isinstance(during, Holiday):
        return None
    yearly = _each_year(timed, during)
    if yearly is not None:
        return evolve(yearly, clock=timed.clock)
    if repeat.recurrence.rule == "FREQ=YEARLY" and not isinstance(during, Range | Shift | Select):
        return None
    if isinstance(during, Range) and (during.either or isinstance(during.first, Clock)):
        return None
    return evolve(timed, during=during) if repeat.during is None and repeat.recurrence.freq is None else None


def _each_year(repeat: Repeat, during: Meaning) -> Repeat | None:
    """Every year in May is every May."""
    if repeat.recurrence.rule != "FREQ=YEARLY":
        return None
    named = isinstance(during, Date) and during.month is not None and during.day is None
    return every_named(during) if named or isinstance(during, Unit) else None


def _on_day(repeat: Repeat, day: Meaning) -> Repeat | None:
    """Every year on 5 May, annually at Christmas, every month on the 15th."""
    if repeat.recurrence.rule != "FREQ=YEARLY":
        named = isinstance(day, Date) and day.month is None and day.weekday is None
        return month_day(day.day, repeat) if named and isinstance(day, Date) and day.day is not None else None
    return every_holiday(day) if isinstance(day, Holiday) else every_date(day)


def _two_of_month(first: int, second: int, weekday: Meaning | int, repeat: Repeat | None = None) -> Repeat | None:
    """The first and third Tuesday of each month."""
    day = weekday.weekday if isinstance(weekday, Date) else weekday
    monthly = repeat is None or repeat.recurrence.rule == "FREQ=MONTHLY"
    if not isinstance(day, int) or day < 0 or not monthly or not 0 < first < second <= 5:
        return None
    days = ",".join(f"{count}{RULE_DAYS[day]}" for count in (first, second))
    return Repeat(Recurrence(value="P1M", quant="EVERY", rule=f"FREQ=MONTHLY;BYDAY={days}"))


def _weekday_part(part: str) -> Repeat:
    """Every weekday morning."""
    rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    return Repeat(Recurrence(value=f"XXXX-WXXT{part_value(part)}", quant="EVERY", rule=rule))


def _nightly_at(hour: int) -> Repeat | None:
    """Every night at ten."""
    nightly = every_unit((Grain.DAY, 1))
    return repeat_at(nightly, of_half(Clock(hour=hour), "NI")) if nightly is not None and 0 < hour <= 12 else None


def _weekly_on(repeat: Repeat, weekday: Meaning | int) -> Repeat | None:
    """Weekly on Thursday."""
    day = _day_of(weekday)
    if repeat.recurrence.rule != "FREQ=WEEKLY" or not (isinstance(day, Date) or (isinstance(day, int) and day >= 0)):
        return None
    return every_weekday(day)


def _weekly_at(repeat: Repeat, weekday: Meaning | int) -> Repeat | None:
    """Weekly on Thursday at 9 a.m."""
    if isinstance(weekday, Within):
        weekly = _weekly_on(repeat, weekday.outer)
        return None if weekly is None else repeat_at(weekly, weekday.inner)
    return _weekly_on(repeat, weekday)


def _bare_hours(repeat: Repeat, first: int | Meaning, last: int | Meaning) -> Repeat | None:
    """Daily from 9 to 5."""
    start, end = (said.hour if isinstance(said, Clock) and said.half == "open" else said for said in (first, last))
    hours = from_to(start, end)
    return None if hours is None else repeat_through(repeat, hours)


def _times_by_x(count: int, unit: tuple[Grain, int]) -> Repeat | None:
    return times_a_unit(Number(Fraction(count)), unit) if count > 0 else None


def _two_days_of_month(first: Meaning | int, last: int, repeat: Repeat) -> Repeat | None:
    """The 1st and 15th of each month."""
    day = first.day if isinstance(first, Date) else first
    monthly = month_day(day, repeat) if isinstance(day, int) else None
    if monthly is None or not isinstance(day, int) or day >= last:
        return None
    if monthly.recurrence.rule != f"FREQ=MONTHLY;BYMONTHDAY={day}":
        return None
    return evolve(monthly, recurrence=evolve(monthly.recurrence, rule=f"FREQ=MONTHLY;BYMONTHDAY={day},{last}"))


# These compete with lengths: a week.
ATOMS = (
    Rule(
        name="three short weekdays",
        pattern="first:WEEKDAYABBR /|,|& second:WEEKDAYABBR /|,|&|and last:WEEKDAYABBR",
        means=lambda first, second, last: on_weekdays(*(Date(weekday=day) for day in (first, second, last))),
        examples={"Mon/Wed/Fri": "P1W", "[Tue, Thu & Sat], all year": "P1W"},
        never=("Mon/Mon/Mon",),
    ),
    Rule(
        name="two short weekdays with a slash",
        pattern="<!/> first:WEEKDAYABBR / last:WEEKDAYABBR <!/>",
        means=lambda first, last: None if last == (first + 1) % 7 else on_weekdays(*(Date(weekday=d) for d in (first, last))),
        examples={"Tue/Thu": "P1W"},
        never=("Sat/Sun",),
    ),
    Rule(
        name="every short weekday and another",
        pattern="every|each first:SHORTDAY and|& last:SHORTDAY <!WORD|NAME|->",
        means=lambda first, last: on_weekdays(*(Date(weekday=day) for day in (first, last))),
        examples={"[every sat and sun]": "P1W"},
        never=("every sat and sunk",),
    ),
    Rule(
        name="every weekday's part",
        pattern="every|each weekday part:PARTNAME",
        means=_weekday_part,
        examples={"every weekday morning": "XXXX-WXXTMO"},
        never=("every weekday's morning",),
    ),
    Rule(
        name="every night at an hour",
        pattern=f"every|each night at hour:HOURNUM|HOURWORD {ENDS}",
        means=_nightly_at,
        examples={"every night at 10": "P1DT22:00"},
        never=("every night at 10 people came",),
    ),
    Rule(
        name="so many times a unit, by a cross",
        pattern="<!$|-|/|XWORD> count:STUCK|INT XWORD a|an|per|each|every|/ unit:ONEUNIT",
        means=_times_by_x,
        examples={"[3x a week]": "P1W", "run [2x/day]": "P1D"},
        never=("0x a week",),
    ),
    Rule(
        name="some times a unit",
        pattern="a? SOME times a|an|per|each|every unit:ONEUNIT",
        means=lambda unit: every_unit(unit),
        examples={"[a few times a week]": "P1W", "[several times a year]": "P1Y"},
        never=("a few times a weekly paper",),
    ),
)

# These compete with "every Friday" and "the last Friday of every month".
SETS = (
    Rule(
        name="so many times every so often, by a cross",
        pattern="<!$|-|/|XWORD> count:STUCK|INT XWORD repeat:REPEAT",
        means=lambda count, repeat: times_in(count, repeat) if count > 0 else None,
        examples={"take it [2x daily]": "P1D"},
        never=("0x daily",),
    ),
    Rule(
        name="every day of the month",
        pattern="every day:ORDDAY of the month <!WORD|NAME|-|'s>",
        means=lambda day: month_day(day, Repeat(EVERY_MONTH)),
        examples={"[every 15th of the month]": "P1M"},
        never=("every second of the month-long trial",),
    ),
    Rule(
        name="two days of every month",
        pattern="the? first:ORDDAY|DAY and|& the? last:ORDDAY of|in repeat:REPEAT",
        means=_two_days_of_month,
        examples={"on [the 1st and 15th of each month]": "P1M"},
        never=("the 15th and 1st of each month",),
    ),
    Rule(
        name="every small month",
        pattern="every|each month:LATENTMONTH <!WORD|NAME|-|'s>",
        means=lambda month: every_named(Date(month=month)),
        examples={"they meet [every march]": "XXXX-03"},
        never=("every march song",),
    ),
    Rule(
        name="weekdays with hours",
        pattern="<!NUM|SOME|working|the> weekdays <from|at|HOURNUM|CLOCK|RANGE>",
        means=lambda: Repeat(Recurrence(value="XXXX-WXX", rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        examples={"Open [weekdays from 10 to 4].": "XXXX-WXXT10:00"},
        never=("five weekdays at home",),
    ),
    Rule(
        name="weekends with hours",
        pattern="<!NUM|SOME|the> weekends <from|at|HOURNUM|CLOCK|RANGE>",
        means=lambda: Repeat(Recurrence(value="XXXX-WXX-WE", quant="EVERY", rule="FREQ=WEEKLY;BYDAY=SA,SU")),
        examples={"Open [weekends 10am-4pm].": "XXXX-WXX-WET10:00"},
        never=("two weekends at home",),
    ),
    Rule(
        name="weekends by themselves",
        pattern="weekends",
        means=lambda: Repeat(Recurrence(value="XXXX-WXX-WE", quant="EVERY", rule="FREQ=WEEKLY;BYDAY=SA,SU")),
        examples={"[weekends]": "XXXX-WXX-WE"},
        never=("weekends",),
        latent=True,
    ),
    Rule(
        name="two weekdays of every month",
        pattern="the first:ORD and|or the? second:ORD weekday:WEEKDAY|WEEKDAYS|REPEAT of|in repeat:REPEAT",
        means=lambda first, second, weekday, repeat: _two_of_month(first, second, _day_of(weekday), repeat),
        examples={"the first and third Tuesday of each month": "P1M"},
        never=("the first and third Tuesday of each week",),
    ),
    Rule(
        name="two weekdays of the month",
        pattern="the first:ORD and|or the? second:ORD weekday:WEEKDAYS|REPEAT of|in the month",
        means=lambda first, second, weekday: _two_of_month(first, second, _day_of(weekday)),
        examples={"the first and third Mondays of the month": "P1M"},
        never=("the third and first Mondays of the month",),
    ),
    Rule(
        name="alternate weekdays",
        pattern="alternate weekday:WEEKDAYS|REPEAT",
        means=lambda weekday: _alternate(_day_of(weekday)),
        examples={"on [alternate Fridays]": "XXXX-WXX-5"},
        never=("alternate dailies",),
    ),
    Rule(
        name="alternate units",
        pattern="alternate units:UNITS",
        means=lambda units: _alternate_units(units),
        examples={"on [alternate days]": "P2D", "in [alternate weeks]": "P2W"},
        never=("alternate seconds",),
    ),
)


def _day_of(weekday: Meaning | int) -> Meaning | int:
    """The weekday of its name, of its plural, or of a repetition on it."""
    if not isinstance(weekday, Repeat):
        return weekday
    days = (weekday.recurrence.rule or "").partition("BYDAY=")[2]
    return RULE_DAYS.index(days) if days in RULE_DAYS else -1


def _alternate(day: Meaning | int) -> Repeat | None:
    return every_weekday(day, other=True) if isinstance(day, Date) or (isinstance(day, int) and day >= 0) else None


def _alternate_units(unit: tuple[Grain, int]) -> Repeat | None:
    return every_unit(unit, Number(Fraction(2))) if unit[0] >= Grain.DAY else None


RULES = (
    Rule(
        name="weekly on a weekday",
        pattern="repeat:REPEAT on weekday:WEEKDAY|WEEKDAYS|REPEAT|DATED_CLOCK",
        means=_weekly_at,
        examples={"weekly on Thursdays": "XXXX-WXX-4", "[weekly on Thursday at 9am]": "XXXX-WXX-4T09:00"},
        never=("daily on Thursdays",),
    ),
    Rule(
        name="recurrence at a bare hour",
        pattern=f"repeat:REPEAT ,? at hour:HOURNUM|HOURWORD {ENDS}",
        means=lambda repeat, hour: repeat_at(repeat, Clock(hour=hour, half="open")) if 0 < hour <= 12 else None,
        examples={"It opens [daily at 10].": "P1DT10:00"},
        never=("daily at 10 sites", "every day at 10.5"),
    ),
    Rule(
        name="recurrence at bare hours",
        pattern=f"repeat:REPEAT ,? from first:HOURNUM|CLOCK to|until|till|-|– last:HOURNUM|CLOCK {ENDS}",
        means=_bare_hours,
        examples={"daily from 9 to 5": "P1DT09:00"},
        never=("daily from 9 to 5 people came",),
    ),
    Rule(
        name="recurrence at joined hours",
        pattern=f"repeat:REPEAT ,? first:HOURNUM -|– last:HOURNUM {ENDS}",
        means=_bare_hours,
        examples={"weekdays 9-5": "XXXX-WXXT09:00"},
        never=("weekly 9-5 wins",),
    ),
    Rule(
        name="recurrence at several times",
        pattern=(
            "repeat:REPEAT ,? at? first:CLOCK and|, at? second:CLOCK ( ,|and and? at? third:CLOCK )? "
            "( ,|and and? fourth:CLOCK )?"
        ),
        means=at_both,
        examples={
            "every day at 9:15 and 17:45": "P1DT09:15",
            "[daily at 9:15, 12:30 and 17:45]": "P1DT09:15",
            "every Sunday at 8 a.m. and 10 a.m.": "XXXX-WXX-7T08:00",
        },
        never=("every day at 9:15 and on Friday",),
    ),
    Rule(
        name="hours of weekdays, the hours first",
        pattern="hours:RANGE ,? on? days:RANGE",
        means=lambda hours, days: opening(days, hours),
        examples={"[9am-5pm Mon-Fri], call us": "P1WT09:00"},
        never=("9am-5pm 3-5 May",),
    ),
    Rule(
        name="recurrence within a time",
        pattern=(
            f"repeat:REPEAT ( ,? at first:CLOCK )? ,? in|during|throughout|through|over|of? during:{_LONG}|RANGE "
            "( ,? at last:CLOCK )?"
        ),
        means=_within,
        examples={
            "every Tuesday in October at 3 pm": "XXXX-WXX-2T15:00",
            "Sundays in July and August": "XXXX-WXX-7",
            "every Friday at noon in March 2024": "XXXX-WXX-5T12:00",
            "every day next week": "P1D",
            "every year in May": "XXXX-05",
        },
        never=("twice a week in May",),
    ),
    Rule(
        name="recurrence from one day to another",
        pattern="repeat:REPEAT ( ,? at first:CLOCK )? ,? from|between during:RANGE",
        means=_within,
        examples={
            "every Monday from 4 March until 20 April": "XXXX-WXX-1",
            "daily from 1 June to 30 September": "P1D",
            "every Monday from 1 to 5 June": "XXXX-WXX-1",
            "every weekday at 8:30 from May to July": "XXXX-WXXT08:30",
        },
        never=("every Monday from 9 to 5 people",),
    ),
    Rule(
        name="recurrence on a day",
        pattern="repeat:REPEAT ,? on|at|around? day:DAY|HOLIDAY",
        means=_on_day,
        examples={
            "every year on 5 May": "XXXX-05-05",
            "each year at Christmas": "XXXX-12-25",
            "every month on the 15th": "P1M",
        },
        never=("every week on 5 May", "every week on the 15th"),
    ),
)
