"""Rules for ranges ("Monday to Thursday") and recurrences ("every Monday", "twice a week")."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from timeline.almanac import SEASONS, Grain
from timeline.durations import ISO_UNITS, Duration
from timeline.grammar import Rule
from timeline.languages.en.words import RULE_DAYS
from timeline.meanings import Clock, Date, Length, Meaning, Number, Range, Repeat, Unit, Within
from timeline.values import Recurrence

Builder = Callable[..., "Meaning | None"]
FREQUENCIES = {
    Grain.HOUR: "HOURLY",
    Grain.DAY: "DAILY",
    Grain.WEEK: "WEEKLY",
    Grain.MONTH: "MONTHLY",
    Grain.YEAR: "YEARLY",
}


def _range(first: Meaning, last: Meaning) -> Range | None:
    """From one time to another of the same sort."""
    if (
        isinstance(first, Date)
        and isinstance(last, Date)
        and last.day is None
        and first.day is not None
        and last.weekday is None
    ):
        return None
    return Range(first, last)


def _days_of_month(first: int, last: int, month: int, year: int | None = None) -> Range | None:
    if first >= last:
        return None
    return Range(Date(day=first, month=month, year=year), Date(day=last, month=month, year=year))


def _years(first: int, short: int) -> Range | None:
    """1914-18 and 2011-12 run from one year to another."""
    last = first // 100 * 100 + short
    return Range(Date(year=first), Date(year=last)) if first < last else None


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


def _on_day(range: Range, day: Meaning) -> Range | None:
    if not isinstance(range.first, Clock):
        return None
    return Range(Within(range.first, day), Within(range.last, day))


def _every(unit: tuple[Grain, int], count: Number | None = None) -> Repeat | None:
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


def _every_weekday(weekday: Any, other: bool | None = None) -> Repeat:
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
    rule = f"FREQ=MONTHLY;BYDAY={count}{RULE_DAYS[weekday]}"
    return (
        Repeat(Recurrence(value="P1M", quant="EVERY", rule=rule))
        if count <= 5 and repeat.recurrence.rule == "FREQ=MONTHLY"
        else None
    )


def _times_a_unit(count: Number, unit: tuple[Grain, int]) -> Repeat | None:
    if count.amount is None or unit[0] < Grain.HOUR:
        return None
    prefix = "PT" if unit[0] == Grain.HOUR else "P"
    return Repeat(Recurrence(value=f"{prefix}{unit[1]}{ISO_UNITS[unit[0]]}", freq=f"{count.amount}X"))


def _frequency(grain: Grain, interval: int = 1) -> Builder:
    def means() -> Repeat:
        return _every((grain, interval)) or Repeat(Recurrence(value="P1D"))

    return means


def _repeat_at(repeat: Repeat, clock: Meaning) -> Repeat | None:
    return Repeat(repeat.recurrence, clock) if isinstance(clock, Clock) else None


DATE = (
    "DAY|WEEKDAY|MONTH|YEAR|HOLIDAY|SHIFT_DAY|SELECT_DAY|SHIFT|SELECT|SEASON|QUARTER|DECADE|CENTURY|MODIFIED|DATED_CLOCK|"
    "DATED_PART|PERIOD"
)

# These compete with the bare atoms, and win where they are longer.
COMPACT = (
    Rule(
        name="days of one month, day first",
        pattern=(
            "first:DAYNUM|ORDDAY -|–|to|and|through|until|till last:DAYNUM|ORDDAY of? month:MONTHNAME ( ,? "
            "year:YEARNUM )?"
        ),
        means=_days_of_month,
        examples={"9-13 March 2012": "2012-03-09/2012-03-13", "between [3 and 9 April 2024]": "2024-04-03/2024-04-09"},
        never=("9 and 3 April",),
    ),
    Rule(
        name="days of one month, month first",
        pattern="month:MONTHNAME first:DAYNUM|ORDDAY -|–|to|through|until|till last:DAYNUM|ORDDAY ( ,? year:YEARNUM )?",
        means=_days_of_month,
        examples={"March 9-13, 2012": "2012-03-09/2012-03-13", "September 25 to 28": "2023-09-25/2023-09-28"},
    ),
    Rule(
        name="years, the second short",
        pattern="<!-|/|$> first:YEARNUM -|–|/ short:YY <!-|/|CODE>",
        means=_years,
        examples={"1914-18": "1914/1918", "2011-12": "2011/2012"},
    ),
    Rule(
        name="years",
        pattern="<!-|/|$> first:YEARNUM -|– last:YEARNUM <!-|/|CODE>",
        means=_whole_years,
        examples={"1914-1918": "1914/1918", "1939–1945": "1939/1945"},
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
        name="hours after between or from",
        pattern="<between|from> first:HOURNUM|HOURWORD and|to|until|till last:HOURNUM|HOURWORD <on>",
        means=_open_hours,
        examples={"between [9 and 11 on Tuesday]": "2023-09-19T09:00/2023-09-19T11:00"},
    ),
)

RANGES = (
    Rule(
        name="from to",
        pattern=f"<from> first:{DATE}|CLOCK to|until|till|through|into last:{DATE}|CLOCK",
        means=_range,
        examples={
            "from [Monday to Thursday]": "2023-09-18/2023-09-21",
            "from [late June into August]": "2023-06/2023-08",
        },
    ),
    Rule(
        name="between and",
        pattern=f"<between> first:{DATE}|CLOCK and last:{DATE}|CLOCK",
        means=_range,
        examples={"between [May and July]": "2023-05/2023-07", "between [1991 and 1994]": "1991/1994"},
    ),
    Rule(
        name="to",
        pattern="first:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK to|through|–|until|till last:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK",
        means=_range,
        examples={
            "Monday through Thursday": "2023-09-18/2023-09-21",
            "August 9 to September 2": "2023-08-09/2023-09-02",
        },
    ),
    Rule(
        name="hyphen",
        pattern="first:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK - last:DAY|WEEKDAY|MONTH|CLOCK|DATED_CLOCK",
        means=_range,
        examples={"10:30-11:30": "2023-09-18T10:30/2023-09-18T11:30", "Monday-Friday": "2023-09-18/2023-09-22"},
    ),
)

FREQUENT = (
    Rule(
        name="weekday names",
        pattern="<!NAME> weekday:WEEKDAYS",
        means=_every_weekday,
        examples={"on [Mondays]": "XXXX-WXX-1", "[Wednesdays at 10 am]": "XXXX-WXX-3T10:00"},
    ),
    Rule(
        name="every unit",
        pattern="every|each unit:ONEUNIT",
        means=_every,
        examples={"every day": "P1D", "each week": "P1W", "every year": "P1Y"},
    ),
    Rule(
        name="so often a unit",
        pattern="count:NUM times a|an|per|each|every unit:ONEUNIT",
        means=_times_a_unit,
        examples={"three times a year": "P1Y"},
    ),
    Rule(
        name="twice a unit",
        pattern="twice a|an|per|each|every unit:ONEUNIT",
        means=lambda unit: _times_a_unit(Number(Fraction(2)), unit),
        examples={"twice a week": "P1W"},
    ),
    Rule(
        name="once a unit",
        pattern="once a|an|per|each|every unit:ONEUNIT",
        means=lambda unit: _times_a_unit(Number(Fraction(1)), unit),
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
            ("monthly", Grain.MONTH, 1, "P1M"),
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
        pattern="the count:ORD weekday:WEEKDAY of|in repeat:REPEAT",
        means=lambda count, weekday, repeat: _monthly(count, weekday.weekday, repeat),
        examples={"the first Sunday of every month": "P1M"},
    ),
    Rule(
        name="last weekday of every month",
        pattern="the last weekday:WEEKDAY of|in repeat:REPEAT",
        means=lambda weekday, repeat: _monthly(-1, weekday.weekday, repeat),
        examples={"the last Friday of each month": "P1M"},
    ),
    Rule(
        name="every weekday name",
        pattern="every|each weekday:WEEKDAY",
        means=lambda weekday: _every_weekday(weekday),
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
        pattern="<on> weekdays",
        means=lambda: Repeat(Recurrence(value="XXXX-WXX", rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        examples={"on [weekdays]": "XXXX-WXX"},
    ),
    Rule(
        name="every month or season by name",
        pattern="every|each inner:MONTH|SEASON",
        means=lambda inner: _every_named(inner),
        examples={"each July": "XXXX-07", "every summer": "XXXX-SU"},
    ),
    Rule(
        name="every other weekday name",
        pattern="every other|second weekday:WEEKDAY",
        means=lambda weekday: _every_weekday(weekday, other=True),
        examples={"every other Friday": "XXXX-WXX-5"},
    ),
    Rule(
        name="every so many units",
        pattern="every length:LENGTH",
        means=lambda length: _every_length(length),
        examples={"every two weeks": "P2W"},
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
        name="recurrence at a time",
        pattern="repeat:REPEAT ,? at? clock:CLOCK",
        means=_repeat_at,
        examples={"every Monday at 9 a.m.": "XXXX-WXX-1T09:00"},
    ),
)


def _every_named(inner: Meaning) -> Repeat | None:
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
    return None if amount is None or amount.denominator != 1 else _every((grain, int(amount)))
