"""Rules for repetitions with several hours or within a time: "every day at 9:15 and 17:45", "every Tuesday in October"."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import Grain
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, Holiday, Meaning, Range, Repeat, Select, Shift, Unit
from timeline.languages.en.repeats import every_date, every_holiday, every_named, month_day, repeat_at

_LONG = "MONTH|YEAR|SEASON|SHIFT|SELECT|QUARTER|HALF|DECADE|PERIOD|MODIFIED"
_EVERY = {Grain.DAY: ("FREQ=DAILY", "FREQ=WEEKLY"), Grain.MONTH: ("FREQ=MONTHLY",)}


def _at_both(
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


RULES = (
    Rule(
        name="recurrence at several times",
        pattern=(
            "repeat:REPEAT ,? at? first:CLOCK and|, at? second:CLOCK ( ,|and and? at? third:CLOCK )? "
            "( ,|and and? fourth:CLOCK )?"
        ),
        means=_at_both,
        examples={
            "every day at 9:15 and 17:45": "P1DT09:15",
            "[daily at 9:15, 12:30 and 17:45]": "P1DT09:15",
            "every Sunday at 8 a.m. and 10 a.m.": "XXXX-WXX-7T08:00",
        },
        never=("every day at 9:15 and on Friday",),
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
