"""Rules for what comes again and again: "every Monday", "twice a week", "the first Sunday of each month"."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import evolve

from timeline.calendar.almanac import SEASONS, Grain
from timeline.calendar.durations import ISO_UNITS, Duration, grain_seconds
from timeline.calendar.timex3 import part_value
from timeline.calendar.values import Recurrence
from timeline.grammar.cycles import FIXED_HOLIDAYS, WEEKDAY_HOLIDAYS
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, DayPart, Holiday, Length, Meaning, Number, Range, Repeat, Unit
from timeline.languages.en.relative import Builder
from timeline.languages.en.words import RULE_DAYS

FREQUENCIES = {
    Grain.HOUR: "HOURLY",
    Grain.DAY: "DAILY",
    Grain.WEEK: "WEEKLY",
    Grain.MONTH: "MONTHLY",
    Grain.YEAR: "YEARLY",
}


def every_unit(unit: tuple[Grain, int], count: Number | None = None) -> Repeat | None:
    """Every unit, or every so many of it."""
    grain, factor = unit
    if (count is not None and count.amount is None) or (count is None and grain == Grain.SECOND):
        return None  # "every second house"
    amount = factor if count is None else int(count.amount or 1) * factor
    if amount < 1:
        return None
    rule = None
    if grain in FREQUENCIES and amount <= 1_000:
        rule = f"FREQ={FREQUENCIES[grain]}" + (f";INTERVAL={amount}" if amount > 1 else "")
    return Repeat(Recurrence(value=str(Duration.of(amount, grain)), quant="EVERY", rule=rule))


def every_weekday(weekday: Any, other: bool | None = None) -> Repeat:
    """Every Friday, or every other one."""
    number: int = weekday.weekday if isinstance(weekday, Date) else weekday  # type: ignore[assignment]
    interval = ";INTERVAL=2" if other else ""
    return Repeat(
        Recurrence(
            value=f"XXXX-WXX-{number + 1}",
            quant="EVERY OTHER" if other else "EVERY",
            rule=f"FREQ=WEEKLY{interval};BYDAY={RULE_DAYS[number]}",
        )
    )


def _monthly(count: int, weekday: int, repeat: Repeat) -> Repeat | None:
    """The first Sunday of every month; there is no sixth."""
    frequency = _counted_in(repeat, count)
    if count > 5 or frequency is None:
        return None
    rule = f"{frequency};BYDAY={count}{RULE_DAYS[weekday]}"
    return Repeat(Recurrence(value=repeat.recurrence.value, quant="EVERY", rule=rule))


def _counted_in(repeat: Repeat, count: int) -> str | None:
    """The beginning of a rule for a day that is counted in every month or quarter, from its end when negative."""
    recurrence = repeat.recurrence
    if recurrence.value == "P1Q" and recurrence.freq is None:
        return f"FREQ=YEARLY;BYMONTH={'1,4,7,10' if count > 0 else '3,6,9,12'}"
    return recurrence.rule if recurrence.rule == "FREQ=MONTHLY" else None


def times_a_unit(count: Number, unit: tuple[Grain, int]) -> Repeat | None:
    """So many times a day, a week or longer."""
    if count.amount is None or unit[0] < Grain.HOUR:
        return None
    prefix = "PT" if unit[0] == Grain.HOUR else "P"
    return Repeat(Recurrence(value=f"{prefix}{unit[1]}{ISO_UNITS[unit[0]]}", freq=f"{count.amount}X"))


def _frequency(grain: Grain, interval: int = 1) -> Builder:
    def means() -> Repeat:
        return every_unit((grain, interval)) or Repeat(Recurrence(value="P1D"))

    return means


EVERY_MONTH = Recurrence(value="P1M", quant="EVERY", rule="FREQ=MONTHLY")


def _weekends() -> Repeat:
    return Repeat(Recurrence(value="XXXX-WXX-WE", quant="EVERY", rule="FREQ=WEEKLY;BYDAY=SA,SU"))


def repeat_at(repeat: Repeat, clock: Meaning) -> Repeat | None:
    """A repetition at a clock time; any other it had gives way."""
    return Repeat(repeat.recurrence, clock) if isinstance(clock, Clock) else None


def _every_nth(count: int, unit: tuple[Grain, int]) -> Repeat | None:
    """Every third day; "every second" is nobody's ordinal for seconds."""
    return every_unit(unit, Number(Fraction(count))) if count > 1 and unit[0] > Grain.SECOND else None


def _every_nth_weekday(count: int, weekday: Date) -> Repeat | None:
    assert weekday.weekday is not None
    if count == 2:
        return every_weekday(weekday, other=True)
    rule = f"FREQ=WEEKLY;INTERVAL={count};BYDAY={RULE_DAYS[weekday.weekday]}"
    value = f"XXXX-WXX-{weekday.weekday + 1}"
    return Repeat(Recurrence(value=value, quant=f"EVERY {count}", rule=rule)) if 2 < count < 53 else None


def _every_part(part: DayPart, weekday: Date | int | None = None) -> Repeat | None:
    """Every morning, every Sunday evening, Saturday nights."""
    code = part_value(part.code)
    if weekday is None:
        return Repeat(Recurrence(value=f"XXXX-XX-XXT{code}", quant="EVERY", rule="FREQ=DAILY"))
    number = weekday if isinstance(weekday, int) else weekday.weekday
    if number is None:
        return None
    rule = f"FREQ=WEEKLY;BYDAY={RULE_DAYS[number]}"
    return Repeat(Recurrence(value=f"XXXX-WXX-{number + 1}T{code}", quant="EVERY", rule=rule))


def on_weekdays(*days: Meaning | int | None) -> Repeat | None:
    """Every Monday and Wednesday: so many times a week."""
    said = [day.weekday if isinstance(day, Date) else _weekday_of(day) for day in days if day is not None]
    if None in said or len(set(said)) < len(said):
        return None
    rule = "FREQ=WEEKLY;BYDAY=" + ",".join(RULE_DAYS[number] for number in said if isinstance(number, int))
    return Repeat(Recurrence(value="P1W", quant="EVERY", freq=f"{len(said)}X", rule=rule))


def _weekday_of(day: Meaning | int) -> int | None:
    """The one weekday of "Mondays", None for any other repetition."""
    if not isinstance(day, Repeat):
        return None
    rule = (day.recurrence.rule or "").removeprefix("FREQ=WEEKLY;BYDAY=")
    return RULE_DAYS.index(rule) if rule in RULE_DAYS and day.clock is None else None


def _weekday_through(first: Meaning, last: Meaning) -> Repeat | None:
    """Mondays through Fridays."""
    start, end = _weekday_of(first), _weekday_of(last)
    return None if start is None or end is None or start >= end else on_weekdays(*map(_a_weekday, range(start, end + 1)))


def _a_weekday(number: int) -> Date:
    return Date(weekday=number)


def every_date(date: Meaning) -> Repeat | None:
    """Every 5 May."""
    if not isinstance(date, Date) or date.year is not None or date.month is None or date.day is None:
        return None
    rule = f"FREQ=YEARLY;BYMONTH={date.month};BYMONTHDAY={date.day}"
    return Repeat(Recurrence(value=f"XXXX-{date.month:02}-{date.day:02}", quant="EVERY", rule=rule))


def every_holiday(holiday: Holiday) -> Repeat | None:
    """Every Christmas; of a moving feast such as Easter no rule tells the days."""
    if holiday.year is not None:
        return None
    if holiday.name in FIXED_HOLIDAYS:
        month, day = FIXED_HOLIDAYS[holiday.name]
        return every_date(Date(month=month, day=day))
    rule = None
    if holiday.name in WEEKDAY_HOLIDAYS:
        month, weekday, count = WEEKDAY_HOLIDAYS[holiday.name]
        rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY={count}{RULE_DAYS[weekday]}"
    return Repeat(Recurrence(value="P1Y", quant="EVERY", rule=rule))


def month_day(day: int, repeat: Repeat) -> Repeat | None:
    """The 15th of each month, the last day of every month."""
    frequency = _counted_in(repeat, day)
    if frequency is None or (repeat.recurrence.value == "P1Q" and abs(day) > 1):
        return None
    return Repeat(Recurrence(value=repeat.recurrence.value, quant="EVERY", rule=f"{frequency};BYMONTHDAY={day}"))


def times_in(count: int, repeat: Repeat) -> Repeat | None:
    """Once every two weeks, twice daily."""
    recurrence = repeat.recurrence
    if recurrence.freq is not None or repeat.clock is not None or not recurrence.value.startswith("P"):
        return None
    return Repeat(evolve(recurrence, quant=None, freq=f"{count}X", rule=recurrence.rule if count == 1 else None))


def long_in(length: Length, unit: tuple[Grain, int]) -> Repeat | None:
    """Four days a week, two hours a day; round the clock is no repetition."""
    (grain, amount), *others = length.duration.amounts
    whole = amount is not None and amount.denominator == 1 and not others and length.duration.mod is None
    if not whole or amount is None or grain >= unit[0] or grain not in ISO_UNITS:
        return None
    if amount * grain_seconds(grain) >= grain_seconds(unit[0]):
        return None
    return Repeat(Recurrence(value=str(Duration.of(unit[1], unit[0])), freq=f"{amount}{ISO_UNITS[grain]}"))


def every_named(inner: Meaning) -> Repeat | None:
    """Each July, every summer."""
    if isinstance(inner, Date) and inner.month is not None and inner.year is None:
        return Repeat(
            Recurrence(value=f"XXXX-{inner.month:02}", quant="EVERY", rule=f"FREQ=YEARLY;BYMONTH={inner.month}")
        )
    if isinstance(inner, Unit) and inner.year is None:
        return Repeat(Recurrence(value=f"XXXX-{SEASONS[inner.number]}", quant="EVERY"))
    return None


def _every_length(length: Length) -> Repeat | None:
    if len(length.duration.amounts) != 1:
        return None
    grain, amount = length.duration.amounts[0]
    if amount is None:
        return Repeat(Recurrence(value=str(length.duration), quant="EVERY"))
    return None if amount.denominator != 1 else every_unit((grain, int(amount)))


def _except_month(repeat: Repeat, month: Meaning) -> Repeat | None:
    """Every month except December: the rule names the months that are left."""
    rule = repeat.recurrence.rule
    if rule is None or "BYMONTH=" in rule or not isinstance(month, Date) or month.year is not None:
        return None
    left = ",".join(str(number) for number in range(1, 13) if number != month.month)
    return evolve(repeat, recurrence=evolve(repeat.recurrence, rule=f"{rule};BYMONTH={left}"))


def _except_weekday(repeat: Repeat, day: Meaning | int) -> Repeat | None:
    """Daily except Mondays: the rule names the weekdays that are left."""
    closed = day.weekday if isinstance(day, Date) else _weekday_of(day)
    if repeat.recurrence.rule != "FREQ=DAILY" or closed is None:
        return None
    left = ",".join(name for number, name in enumerate(RULE_DAYS) if number != closed)
    return evolve(repeat, recurrence=evolve(repeat.recurrence, rule=f"FREQ=WEEKLY;BYDAY={left}"))


def repeat_through(repeat: Repeat, hours: Range) -> Repeat | None:
    """Thursdays from 7 to 9 p.m.: a repetition at its first hour, up to its last."""
    first, last = hours.first, hours.last
    if repeat.clock is not None or not isinstance(first, Clock) or not isinstance(last, Clock):
        return None
    return evolve(repeat, clock=first, until=last)


def _weekdays_between(days: Range) -> Repeat | None:
    """Monday to Friday, where hours follow: every week."""
    first, last = days.first, days.last
    if not isinstance(first, Date) or not isinstance(last, Date) or first != Date(weekday=first.weekday):
        return None
    if first.weekday is None or last.weekday is None or last != Date(weekday=last.weekday):
        return None
    count = (last.weekday - first.weekday) % 7 + 1
    return on_weekdays(*(_a_weekday((first.weekday + step) % 7) for step in range(count)))


def opening(days: Range, hours: Range) -> Repeat | None:
    """Mon-Fri 9am-5pm: the hours of each of the days."""
    repeat = _weekdays_between(days)
    return None if repeat is None else repeat_through(repeat, hours)


def _opening_between(first: Date, last: Date, hours: Range) -> Repeat | None:
    return opening(Range(first, last), hours)


def from_to(start: Meaning | int, end: Meaning | int) -> Range | None:
    """9am to noon, and 10-5: of bare hours the first from seven on is of the morning, and the last is behind it."""
    if isinstance(start, Clock) and isinstance(end, Clock):
        return Range(start, end)
    if not isinstance(start, int) or not isinstance(end, int) or not (1 <= start <= 12 and 1 <= end <= 12):
        return None
    opens = start if start >= 7 else start + 12
    return Range(Clock(hour=opens), Clock(hour=end if end > opens else end + 12))


def _opening_from(days: Range, start: Meaning | int, end: Meaning | int) -> Repeat | None:
    hours = from_to(start, end)
    return None if hours is None else opening(days, hours)


def _opening_days(first: Date, last: Date, start: Meaning | int, end: Meaning | int) -> Repeat | None:
    return _opening_from(Range(first, last), start, end)


FREQUENT = (
    Rule(
        name="weekday names",
        pattern="<!NAME> weekday:WEEKDAYS",
        means=every_weekday,
        examples={"on [Mondays]": "XXXX-WXX-1", "[Wednesdays at 10 am]": "XXXX-WXX-3T10:00"},
    ),
    Rule(
        name="every weekend",
        pattern="every|each weekend",
        means=_weekends,
        examples={"every weekend": "XXXX-WXX-WE"},
    ),
    Rule(
        name="every unit",
        pattern="every|each single? unit:ONEUNIT",
        means=every_unit,
        examples={"every day": "P1D", "each week": "P1W", "every single day": "P1D", "every year": "P1Y"},
    ),
    Rule(
        name="so often a unit",
        pattern="count:NUM times a|an|per|each|every unit:ONEUNIT",
        means=times_a_unit,
        examples={"three times a year": "P1Y"},
    ),
    Rule(
        name="per annum",
        pattern="per annum",
        means=_frequency(Grain.YEAR),
        examples={"per annum": "P1Y"},
    ),
    Rule(
        name="twice a unit",
        pattern="twice a|an|per|each|every unit:ONEUNIT",
        means=lambda unit: times_a_unit(Number(Fraction(2)), unit),
        examples={"twice a week": "P1W"},
    ),
    Rule(
        name="once a unit",
        pattern="once a|an|per|each|every unit:ONEUNIT",
        means=lambda unit: times_a_unit(Number(Fraction(1)), unit),
        examples={"once a month": "P1M"},
    ),
    *(
        Rule(
            name=word,
            pattern=word,
            means=_frequency(grain, interval),
            examples={f"a [{word}] check": value},
            latent=word in ("annual", "quarterly"),  # mostly part of a name: the annual meeting, a quarterly dividend
        )
        for word, grain, interval, value in (
            ("hourly", Grain.HOUR, 1, "PT1H"),
            ("daily", Grain.DAY, 1, "P1D"),
            ("weekly", Grain.WEEK, 1, "P1W"),
            ("biweekly", Grain.WEEK, 2, "P2W"),
            ("fortnightly", Grain.WEEK, 2, "P2W"),
            ("nightly", Grain.DAY, 1, "P1D"),
            ("monthly", Grain.MONTH, 1, "P1M"),
            ("bimonthly", Grain.MONTH, 2, "P2M"),
            ("semiannually", Grain.MONTH, 6, "P6M"),
            ("biannually", Grain.MONTH, 6, "P6M"),
            ("biennially", Grain.YEAR, 2, "P2Y"),
            ("quarterly", Grain.MONTH, 3, "P3M"),
            ("yearly", Grain.YEAR, 1, "P1Y"),
            ("annual", Grain.YEAR, 1, "P1Y"),
            ("annually", Grain.YEAR, 1, "P1Y"),
        )
    ),
)

SETS = (
    Rule(
        name="nth weekday of every month",
        pattern="the? count:ORD weekday:WEEKDAY of|in repeat:REPEAT",
        means=lambda count, weekday, repeat: _monthly(count, weekday.weekday, repeat),
        examples={"first Sunday of every month": "P1M", "the first Monday of every quarter": "P1Q"},
        never=("the sixth Sunday of every month",),
    ),
    Rule(
        name="last weekday of every month",
        pattern="the? last weekday:WEEKDAY of|in repeat:REPEAT",
        means=lambda weekday, repeat: _monthly(-1, weekday.weekday, repeat),
        examples={"the last Friday of each month": "P1M"},
    ),
    Rule(
        name="every weekday name",
        pattern="every|each weekday:WEEKDAY",
        means=lambda weekday: every_weekday(weekday),
        examples={"every Monday": "XXXX-WXX-1"},
    ),
    Rule(
        name="every weekday",
        pattern="every|each weekday",
        means=lambda: Repeat(Recurrence(value="XXXX-WXX", quant="EVERY", rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        examples={"every weekday": "XXXX-WXX"},
    ),
    Rule(
        name="on weekdays",
        pattern="<!NUM|SOME|WORD|NAME|working> weekdays",
        means=lambda: Repeat(Recurrence(value="XXXX-WXX", rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        examples={"on [weekdays]": "XXXX-WXX", "weekdays": "XXXX-WXX"},
        never=("three weekdays",),
    ),
    Rule(
        name="every month or season by name",
        pattern="every|each inner:MONTH|SEASON",
        means=lambda inner: every_named(inner),
        examples={"each July": "XXXX-07", "every summer": "XXXX-SU"},
    ),
    Rule(
        name="every other weekday name",
        pattern="every other|second weekday:WEEKDAY",
        means=lambda weekday: every_weekday(weekday, other=True),
        examples={"every other Friday": "XXXX-WXX-5"},
    ),
    Rule(
        name="every so many units",
        pattern="every length:LENGTH",
        means=lambda length: _every_length(length),
        examples={"every two weeks": "P2W", "every few weeks": "PXW"},
    ),
    Rule(
        name="every other unit",
        pattern="every other unit:ONEUNIT",
        means=lambda unit: _every_nth(2, unit),
        examples={"every other week": "P2W", "every other day": "P2D"},
    ),
    Rule(
        name="every nth unit",
        pattern="every count:ORD unit:ONEUNIT",
        means=_every_nth,
        examples={"every third day": "P3D", "every second week": "P2W"},
        never=("every second house",),
    ),
    Rule(
        name="every nth weekday",
        pattern="every count:ORD weekday:WEEKDAY",
        means=_every_nth_weekday,
        examples={"every third Thursday": "XXXX-WXX-4", "every 2nd Tuesday": "XXXX-WXX-2"},
    ),
    Rule(
        name="every season, also a word",
        pattern="every|each season:SEASONNAME",
        means=lambda season: Repeat(Recurrence(value=f"XXXX-{season}", quant="EVERY")),
        examples={"each spring": "XXXX-SP", "every fall": "XXXX-FA"},
    ),
    Rule(
        name="every part of the day",
        pattern="every|each part:PART",
        means=_every_part,
        examples={"every morning": "XXXX-XX-XXTMO", "each evening": "XXXX-XX-XXTEV"},
    ),
    Rule(
        name="every part of a weekday",
        pattern="every|each weekday:WEEKDAY part:PART",
        means=_every_part,
        examples={"every Sunday evening": "XXXX-WXX-7TEV"},
    ),
    Rule(
        name="parts of a weekday",
        pattern="weekday:WEEKDAY part:PARTNAMES",
        means=lambda weekday, part: _every_part(DayPart(part), weekday),
        examples={"Saturday nights": "XXXX-WXX-6TNI", "on [Sunday mornings]": "XXXX-WXX-7TMO"},
    ),
    Rule(
        name="every two weekdays",
        pattern="every|each first:WEEKDAY and|or second:WEEKDAY",
        means=lambda first, second: on_weekdays(first, second),
        examples={"every Monday and Wednesday": "P1W"},
        never=("every Monday and Monday",),
    ),
    Rule(
        name="every three weekdays",
        pattern="every|each first:WEEKDAY , second:WEEKDAY ,? and|or third:WEEKDAY",
        means=lambda first, second, third: on_weekdays(first, second, third),
        examples={"every Monday, Wednesday and Friday": "P1W"},
    ),
    Rule(
        name="two weekday names",
        pattern="first:REPEAT and|or second:REPEAT",
        means=lambda first, second: on_weekdays(first, second),
        examples={"on [Mondays and Wednesdays]": "P1W"},
        never=("daily and weekly",),
    ),
    Rule(
        name="three weekday names",
        pattern="first:REPEAT , second:REPEAT ,? and|or third:REPEAT",
        means=lambda first, second, third: on_weekdays(first, second, third),
        examples={"Mondays, Wednesdays and Fridays": "P1W"},
    ),
    Rule(
        name="weekday names through others",
        pattern="first:REPEAT through|to|-|– last:REPEAT",
        means=_weekday_through,
        examples={"Mondays through Fridays": "P1W", "Mondays to Thursdays": "P1W"},
    ),
    Rule(
        name="weekends",
        pattern="<on|at|during|over|and|the> weekends",
        means=_weekends,
        examples={"on [weekends]": "XXXX-WXX-WE"},
        never=("two weekends",),
    ),
    Rule(
        name="every holiday",
        pattern="every|each holiday:HOLIDAY",
        means=every_holiday,
        examples={"every Christmas": "XXXX-12-25", "each Easter": "P1Y", "every Thanksgiving": "P1Y"},
    ),
    Rule(
        name="every date of the year",
        pattern="every|each date:DAY",
        means=every_date,
        examples={"every 5 May": "XXXX-05-05", "each December 12": "XXXX-12-12"},
        never=("each 5 May 2012",),
    ),
    Rule(
        name="day of every month",
        pattern="the day:ORDDAY of|in repeat:REPEAT",
        means=month_day,
        examples={"the 15th of each month": "P1M"},
        never=("the 15th of each year",),
    ),
    Rule(
        name="last day of every month",
        pattern="the last day of|in repeat:REPEAT",
        means=lambda repeat: month_day(-1, repeat),
        examples={"the last day of every month": "P1M", "the last day of every quarter": "P1Q"},
    ),
    Rule(
        name="nth weekday of the month, every time",
        pattern="every count:ORD weekday:WEEKDAY of|in the month",
        means=lambda count, weekday: _monthly(count, weekday.weekday, Repeat(EVERY_MONTH)),
        examples={"every first Sunday of the month": "P1M"},
    ),
)

OFTEN = (
    Rule(
        name="so long a unit",
        pattern="length:LENGTH a|an|per|each|every unit:ONEUNIT <!WORD|NAME|later|earlier|before|after|ago>",
        means=lambda length, unit: long_in(length, unit),
        examples={"open [four days a week]": "P1W", "[two hours per day]": "P1D"},
        never=("24 hours a day", "two days a year later"),
    ),
    Rule(
        name="once every so often",
        pattern="once repeat:REPEAT",
        means=lambda repeat: times_in(1, repeat),
        examples={"once every two weeks": "P2W", "once daily": "P1D"},
    ),
    Rule(
        name="twice every so often",
        pattern="twice -? repeat:REPEAT",
        means=lambda repeat: times_in(2, repeat),
        examples={"twice daily": "P1D"},
    ),
    Rule(
        name="so many times every so often",
        pattern="count:NUM times repeat:REPEAT",
        means=lambda count, repeat: None if count.amount is None else times_in(int(count.amount), repeat),
        examples={"three times daily": "P1D"},
    ),
)

NOT_COUNTED = "<!UNITNAME|NUM|%|-|/|MONTHNAME|CODE|:>"

# These compete with "Friday, 10am", and win where they are longer.
OPENING = (
    Rule(
        name="weekdays and hours",
        pattern=(
            "first:WEEKDAY -|–|to|through last:WEEKDAY ,|:|(? from|between? start:CLOCK -|–|to|and|until|till end:CLOCK"
        ),
        means=_opening_days,
        examples={"Monday to Friday, 10am to 6pm": "P1WT10:00", "[Tuesday-Sunday 9.30am-5pm]": "P1WT09:30"},
        never=("Monday to Friday 10am", "Monday 10am to Friday 6pm"),
    ),
    Rule(
        name="weekdays and hours of one half",
        pattern="first:WEEKDAY -|–|to|through last:WEEKDAY ,|:|(? from|between? hours:RANGE",
        means=_opening_between,
        examples={"Monday to Friday, 2-5pm": "P1WT14:00"},
        never=("Monday to Friday, 9-13 March",),
    ),
    Rule(
        name="weekdays and bare hours",
        pattern=f"first:WEEKDAY -|–|to|through last:WEEKDAY ,|:|(? from? start:HOURNUM -|–|to end:HOURNUM {NOT_COUNTED}",
        means=_opening_days,
        examples={"Monday to Friday 9 to 5": "P1WT09:00"},
        never=("Monday to Friday 9 to 5 May", "Monday to Friday 10 to 15%"),
    ),
    Rule(
        name="short weekdays and hours",
        pattern="days:RANGE ,|:|(? from|between? start:CLOCK -|–|to|and|until|till end:CLOCK",
        means=_opening_from,
        examples={"Mon-Fri 9am-5pm": "P1WT09:00", "[Tue-Sun 10:00-17:00]": "P1WT10:00"},
    ),
    Rule(
        name="short weekdays and hours of one half",
        pattern="days:RANGE ,|:|(? from|between? hours:RANGE",
        means=opening,
        examples={"Mon-Thu 2-5pm": "P1WT14:00"},
        never=("Mon-Thu, 9-13 March",),
    ),
    Rule(
        name="short weekdays and bare hours",
        pattern=f"days:RANGE ,|:|(? from? start:HOURNUM -|–|to end:HOURNUM {NOT_COUNTED}",
        means=_opening_from,
        examples={"Open [Tue-Sun 10-5]": "P1WT10:00"},
        never=("Tue-Sun 10-15 May", "9-13 March 10-5"),
    ),
)

TIMED = (
    Rule(
        name="recurrence at a time",
        pattern="repeat:REPEAT ,? at? clock:CLOCK",
        means=repeat_at,
        examples={"every Monday at 9 a.m.": "XXXX-WXX-1T09:00"},
    ),
    Rule(
        name="recurrence at hours",
        pattern="repeat:REPEAT ,? from|between? hours:RANGE",
        means=repeat_through,
        examples={
            "every Monday from 9 a.m. to noon": "XXXX-WXX-1T09:00",
            "[Thursdays, 7-9pm]": "XXXX-WXX-4T19:00",
            "daily from 10am to 6pm": "P1DT10:00",
        },
        never=("every Monday from 1 to 5 June",),  # a repetition within a time
    ),
    Rule(
        name="hours of a recurrence",
        pattern="hours:RANGE ,? on? repeat:REPEAT",
        means=repeat_through,
        examples={"9am-5pm daily": "P1DT09:00", "2-4 pm on Sundays": "XXXX-WXX-7T14:00"},
    ),
    Rule(
        name="recurrence except a month",
        pattern="repeat:REPEAT except|excluding|bar for|in? month:MONTH",
        means=_except_month,
        examples={"every month except December": "P1M", "the last Wednesday of every month except June": "P1M"},
        never=("every month except December 2023",),
    ),
    Rule(
        name="recurrence except a weekday",
        pattern="repeat:REPEAT except|excluding|bar for|on? day:WEEKDAY|WEEKDAYS|REPEAT",
        means=_except_weekday,
        examples={"daily except Mondays": "P1D", "every day except Sunday": "P1D"},
        never=("every week except Monday",),
    ),
)
