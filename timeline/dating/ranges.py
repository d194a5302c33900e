"""Ranges resolved jointly: both ends share what only one of them says, and the start is never after the end."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period, civil
from timeline.calendar.rrules import until
from timeline.calendar.values import date_of
from timeline.dating.reading import FUTURE, PAST, SOONER, Context, Reading, Telling, dated, unresolved
from timeline.dating.resolve import resolve
from timeline.grammar.cycles import cycle_of
from timeline.grammar.meanings import (
    Clock,
    Date,
    Meaning,
    Modified,
    Offset,
    Range,
    Repeat,
    Shift,
    Span,
    Unit,
    Within,
    bare_weekday,
)


def resolve_range(meaning: Range, context: Context) -> tuple[Reading, Reading]:
    """The readings of both ends of a range; of what is brought forward the second is the earlier one.

    >>> from timeline.calendar.conventions import Conventions
    >>> from timeline.calendar.values import Moment
    >>> anchored = Context(anchor=Moment.of(2023, 9, 18), conventions=Conventions())
    >>> [end.value for end in resolve_range(Range(Date(weekday=4), Date(weekday=1)), anchored)]
    ['2023-09-22', '2023-09-26']
    """
    if isinstance(meaning, Span):
        return _span(meaning, context)
    if _is_counted(meaning.first) or _is_counted(meaning.last):
        return resolve(meaning.first, context), resolve(meaning.last, context)
    first_said, last_said = _shared(meaning.first, meaning.last)
    if isinstance(last_said, Date) and isinstance(first_said, Date) and context.tell().anew == SOONER:
        first = resolve(first_said, context)
        return first, _chosen_before(last_said, first, context)  # the new date is the earlier one
    if context.direction == PAST and cycle_of(first_said, context.conventions) is not None:
        last = resolve(last_said, context)
        first = _chosen_before(first_said, last, context)
    else:
        first = resolve(first_said, context)
        last = _running(last_said, first, context) or _chosen_after(last_said, first, context)
        if last.start is not None and first.start is not None and last.start < first.start:
            first = _chosen_before(first_said, last, context)
    if first.start is not None and last.end is not None and first.start >= last.end:
        reason = f"the range would end before it starts: {first.value} to {last.value}"
        return unresolved(first_said, reason), unresolved(last_said, reason)
    return first, last


def resolve_repeat(meaning: Repeat, context: Context) -> Reading:
    """The reading of a repetition with the time during which it goes on: its rule ends there.

    >>> from timeline.calendar.conventions import Conventions
    >>> from timeline.calendar.values import Moment, Recurrence
    >>> anchored = Context(anchor=Moment.of(2023, 9, 18), conventions=Conventions())
    >>> mondays = Recurrence(value="XXXX-WXX-1", rule="FREQ=WEEKLY;BYDAY=MO")
    >>> resolve_repeat(Repeat(mondays, during=Date(year=2024, month=3)), anchored).recurrence.rule
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20240331'
    """
    repeated = resolve(evolve(meaning, during=None), context)
    if meaning.during is None:
        return repeated
    during = meaning.during
    first, last = resolve_range(during, context) if isinstance(during, Range) else (resolve(during, context),) * 2
    if first.start is None or last.end is None or repeated.recurrence is None:
        return evolve(repeated, reason=f"{repeated.reason}; {first.reason}")
    rule, ends = repeated.recurrence.rule, date_of((last.end - 1) // DAY_SECONDS)
    ended = rule if rule is None or ends is None else until(rule, ends)
    return evolve(
        repeated,
        start=first.start,
        end=last.end,
        period=first.period,
        recurrence=evolve(repeated.recurrence, rule=ended),
        reason=f"{repeated.reason}; from {first.value} to {last.value}: {first.reason}",
        assumed=tuple(dict.fromkeys((*first.assumed, *last.assumed))),
    )


def _running(meaning: Meaning, first: Reading, context: Context) -> Reading | None:
    """The end of a range of days or months of the year that has begun already and is told as ahead: "has been moved from 3 to
    10 May", "will run from 3 to 10 May", told on the 5th."""
    yearly = "year" in first.assumed and context.direction == FUTURE
    cycle = cycle_of(meaning, context.conventions) if yearly else None
    if cycle is None or cycle.grain != Grain.YEAR or first.start is None:
        return None
    last = resolve(meaning, context)
    return last if last.start is not None and last.start < first.start else None


def _is_counted(meaning: Meaning) -> bool:
    """Whether one end of a range is told by its distance from the other: "for five years from 1 March"."""
    return isinstance(meaning, Offset | Shift) and meaning.of is not None


def _span(meaning: Span, context: Context) -> tuple[Reading, Reading]:
    """As long as was said up to the end of a time; a quarter that is named so is one of the year it ends in."""
    reported = Telling(direction=PAST, shown_by="a span that is reported")
    over = context if meaning.leading else evolve(context, tell=lambda: reported, show=None)
    if context.direction == FUTURE and context.covers:  # "will report results for the three months to December"
        context = evolve(context, tell=Telling, show=None)
        over = context
    last = resolve(meaning.last, context if context.direction is not None else over)
    length = resolve(meaning.first, context)
    if last.end is None or last.period is None:
        return length, last
    start = None if length.duration is None else length.duration.added_to(last.end, -1)
    if meaning.named is None or start is None:
        return length, last
    if isinstance(meaning.named, Unit):
        named = resolve(evolve(meaning.named, year=meaning.named.year or last.period.year), context)
    else:  # "the quarter ended 30 September"
        named = dated(Period.of_day((start + last.end) // 2 // DAY_SECONDS).to(Grain.QUARTER), context, "")
    return evolve(named, start=start, end=last.end, reason=f"named by its end, {last.value}"), last


def _shared(first: Meaning, last: Meaning) -> tuple[Meaning, Meaning]:
    """The year, month or day that only one end states holds for both."""
    if isinstance(first, Date) and isinstance(last, Date):
        if first.year is None and last.year is not None and first.month is not None:
            later = last.month is not None and (first.month, first.day or 0) > (last.month, last.day or 31)
            first = evolve(first, year=last.year - later, short=last.short)
        if first.month is None and first.day is not None and last.day is not None and last.month is not None:
            first = evolve(first, month=last.month, year=last.year, short=last.short)  # "the 13th to the 19th of May"
        if last.month is None and last.day is not None and first.month is not None:
            last = evolve(last, month=first.month, year=first.year)
    if isinstance(first, Clock) and first.hour == 24 and isinstance(_inner(last), Clock):
        first = evolve(first, hour=0, minute=0)  # "between midnight and noon" begins with its day
    first, last = _zoned(first, _zone_of(last)), _zoned(last, _zone_of(first))
    if _same_week(first, last) and isinstance(last, Within):
        first = Within(first, last.outer)  # "Thursday to Friday next week"
    whole = last.inner if isinstance(last, Modified) else last
    if isinstance(first, Clock) and isinstance(whole, Within):
        first = Within(first, whole.outer)
    return first, last


def _same_week(first: Meaning, last: Meaning) -> bool:
    """Whether a weekday comes before one whose week is told: "Thursday to Friday next week", not "Saturday to Monday"."""
    weekday = bare_weekday(first)
    if weekday is None:
        return False
    week = isinstance(last, Within) and isinstance(last.outer, Shift) and last.outer.grain == Grain.WEEK
    day = last.inner if week and isinstance(last, Within) else None
    return isinstance(day, Date) and day.weekday is not None and weekday < day.weekday


def _zone_of(meaning: Meaning) -> str | None:
    clock = _inner(meaning)
    return clock.zone if isinstance(clock, Clock) else None


def _zoned(meaning: Meaning, zone: str | None) -> Meaning:
    """A clock time with the zone that only the other end states: "9 a.m. to 11 a.m. ET"."""
    if zone is None or _zone_of(meaning) is not None:
        return meaning
    if isinstance(meaning, Clock):
        return evolve(meaning, zone=zone)
    if isinstance(meaning, Within) and isinstance(meaning.inner, Clock):
        return evolve(meaning, inner=evolve(meaning.inner, zone=zone))
    return meaning


def _inner(meaning: Meaning) -> Meaning:
    return meaning.inner if isinstance(meaning, Within) else meaning


def _chosen_after(meaning: Meaning, first: Reading, context: Context) -> Reading:
    """The end of a range: the earliest that is not before its start."""
    cycle = cycle_of(meaning, context.conventions)
    if first.start is None:
        return resolve(meaning, context)
    if isinstance(meaning, Clock):
        return _clock_after(meaning, first, context)
    if isinstance(meaning, Within) and isinstance(meaning.inner, Clock):
        return _rolled(_on_day_after(meaning, first, context), first, context)
    if cycle is None:
        return resolve(meaning, context)
    day = first.start // DAY_SECONDS
    chosen = cycle.earliest(day)
    if chosen is not None and chosen == first.period:
        return dated(chosen, context, f"the same as the start of the range, {first.value}", first.assumed)
    if chosen is not None and cycle.days(chosen)[0] < day and first.period is not None:
        chosen = cycle.earliest(day, ahead=True) if chosen.grain <= first.period.grain else chosen
    if chosen is None:
        return unresolved(meaning, f"there is no such day after {first.value}")
    return dated(chosen, context, f"the first from the start of the range, {first.value}", first.assumed)


def _on_day_after(meaning: Within, first: Reading, context: Context) -> Reading:
    """A clock time on a day that comes round, at the end of a range: "until 2am on Saturday" is the Saturday ahead."""
    assert first.start is not None
    reading, cycle = resolve(meaning, context), cycle_of(meaning.outer, context.conventions)
    if cycle is None or reading.start is None or reading.start >= first.start:
        return reading
    day = cycle.earliest(first.start // DAY_SECONDS)
    if day is None or day.grain != Grain.DAY:
        return reading
    year, month, number = civil(day.index)
    stated = resolve(Within(meaning.inner, Date(year=year, month=month, day=number)), context)
    return evolve(stated, reason=f"the first from the start of the range, {first.value}")


def _clock_after(clock: Clock, first: Reading, context: Context) -> Reading:
    assert first.start is not None
    focus = Period.of_day(first.start // DAY_SECONDS)
    return _rolled(resolve(clock, context.focused(focus, first.value)), first, context)


def _rolled(reading: Reading, first: Reading, context: Context) -> Reading:
    """A range of clock times that would run backwards ends on the next day."""
    if reading.period is None or first.start is None or reading.start is None or reading.start >= first.start:
        return reading
    seconds = DAY_SECONDS // (context.conventions.span(reading.period)[1] - context.conventions.span(reading.period)[0])
    later = dated(
        reading.period.shift(seconds), context, f"{reading.reason}, on the next day", (*reading.assumed, "next day")
    )
    return evolve(later, offset=reading.offset)


def _chosen_before(meaning: Meaning, last: Reading, context: Context) -> Reading:
    """The start of a range in the past: the latest that is not after its end."""
    cycle = cycle_of(meaning, context.conventions)
    if cycle is None or last.start is None:
        return resolve(meaning, context)
    chosen = cycle.latest(last.start // DAY_SECONDS)
    if chosen is None:
        return unresolved(meaning, f"there is no such day before {last.value}")
    return dated(chosen, context, f"the last up to the end of the range, {last.value}", last.assumed)
