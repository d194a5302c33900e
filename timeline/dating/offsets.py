"""Times told by their distance from another: "three weeks ago", "two days later", "the past month"."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, MONTHS_IN, Grain, Period, civil
from timeline.calendar.durations import Duration
from timeline.calendar.timex3 import read_period
from timeline.dating.reading import NO_ANCHOR, Context, Reading, base_day, dated, name_of, told_base, unresolved
from timeline.grammar.meanings import Base, Date, Meaning, Offset, Shift, Stretch


def shifted(meaning: Shift, inner: Reading | None, context: Context) -> Reading:
    """A unit counted from the one that holds the anchor, the focus, or another time (``inner`` is its reading)."""
    if inner is not None:
        return _shifted_from(meaning, inner, context)
    told = meaning.base if meaning.grain == Grain.DAY else told_base(meaning.base, context)
    base = base_day(told, context)
    if base is None:
        return unresolved(meaning, NO_ANCHOR)
    day, name = base
    if told is Base.FOCUS and meaning.grain == Grain.YEAR and meaning.count == 0 and context.year_mentioned is not None:
        return dated(context.year_mentioned, context, f"the year told last, {name_of(context.year_mentioned, context)}")
    last = context.focus_day if told is Base.FOCUS and meaning.grain == Grain.DAY else None
    if last is not None and context.focus is not None and context.focus.grain > Grain.DAY:
        day, name = last.index, f"the day told last, {name_of(last, context)}"  # a year told since has no next morning
    elif told is Base.FOCUS and context.focus is not None and meaning.count > 0:
        day = (context.conventions.span(context.focus)[1] - 1) // DAY_SECONDS
    period = Period.of_day(day).to(meaning.grain).shift(meaning.count)
    where = _steps(meaning) if meaning.count else "that of"
    return dated(period, context, f"{where} {name}")


def _shifted_from(meaning: Shift, inner: Reading, context: Context) -> Reading:
    """The day after Thanksgiving, the week before Christmas: counted from its last day, or back from its first."""
    if inner.period is None:
        return unresolved(meaning, inner.reason)
    start, end = context.conventions.span(inner.period)
    day = (end - 1 if meaning.count > 0 else start) // DAY_SECONDS
    period = Period.of_day(day).to(meaning.grain).shift(meaning.count)
    return dated(period, context, f"{_steps(meaning)} {inner.value}; {inner.reason}", inner.assumed)


def _steps(shift: Shift) -> str:
    """How far a shift goes, in words: "2 days before"."""
    count = abs(shift.count)
    return f"{count} {shift.grain.label}{'s' * (count > 1)} {'after' if shift.count > 0 else 'before'}"


def offset(meaning: Offset, inner: Reading | None, context: Context) -> Reading:
    """A length before or after the anchor, the focus, or another time (``inner`` is its reading)."""
    length = meaning.duration
    if length.vague:
        return _vague_offset(meaning, context)
    if meaning.of is None and length.grain < Grain.PART:
        return _clock_offset(meaning, context)
    start = _start(meaning, inner, context)
    if start is None:
        return unresolved(meaning, NO_ANCHOR if inner is None else inner.reason)
    second, name, grain = start
    moved = length.added_to(second, meaning.sign, context.conventions.weekend_days)
    assert moved is not None
    period = Period.of_day(moved // DAY_SECONDS).to(grain)
    said = f"{length} of working days" if length.working else str(length)
    assumed = WORKING if length.working else ()
    reading = dated(period, context, f"{said} {'after' if meaning.sign > 0 else 'before'} {name}", assumed)
    counted_from = context.focus if meaning.of is None and meaning.base is Base.FOCUS and grain != Grain.QUARTER else None
    if counted_from is not None and counted_from.grain > max(grain, Grain.WEEK):
        return _no_finer(meaning, counted_from, reading, context)
    if inner is not None:
        reading = evolve(reading, assumed=inner.assumed, alternatives=_moved_alike(meaning, inner, grain, context))
    if length.mod in FURTHER or length.mod in NEARER:
        return _beyond(reading, meaning, second)
    if length.grain == Grain.WEEK and length.mod is None and meaning.of is None:
        return evolve(reading, start_slack=3 * DAY_SECONDS, end_slack=3 * DAY_SECONDS)  # half a week, in whole days
    return _approximated(reading, length, context)


def _moved_alike(meaning: Offset, inner: Reading, grain: Grain, context: Context) -> tuple[str, ...]:
    """What an offset from another time could also be, where that could be another one: "the Friday after next"."""
    others = [read_period(value, context.conventions) for value in inner.alternatives]
    starts = [context.conventions.span(other[0])[0] for other in others if other is not None]
    moved = [meaning.duration.added_to(start, meaning.sign) for start in starts]
    return tuple(name_of(Period.of_day(to // DAY_SECONDS).to(grain), context) for to in moved if to is not None)


def _start(meaning: Offset, inner: Reading | None, context: Context) -> tuple[int, str, Grain] | None:
    """The second that an offset counts from, what it is called, and the grain that the result is told in."""
    if meaning.of is not None:
        if inner is None or inner.period is None:
            return None
        start = context.conventions.span(inner.period)[0]
        if inner.period.grain == Grain.WEEK:
            start += 3 * DAY_SECONDS  # its Thursday, which tells the week of another year
        return start, inner.value, max(inner.period.grain, Grain.DAY)
    if meaning.duration == Duration.of(1, Grain.YEAR) and meaning.sign < 0 and context.quarter is not None:
        # what is compared with "a year ago" is the same quarter
        if context.months:  # ... or the same nine months, of which only the year is told
            year = context.quarter.to(Grain.YEAR)
            return context.conventions.span(year)[0], f"the year {name_of(year, context)}", Grain.YEAR
        quarter = name_of(context.quarter, context)
        return context.conventions.span(context.quarter)[0], f"the quarter {quarter}", Grain.QUARTER
    base = base_day(meaning.base, context)
    return None if base is None else (base[0] * DAY_SECONDS, base[1], _told_in(meaning.duration))


def _told_in(length: Duration) -> Grain:
    """The grain of a time told by such a length: days by days and weeks, months by months, years by anything longer."""
    if any(amount is not None and amount.denominator > 1 for _, amount in length.amounts):
        return Grain.MONTH if length.grain >= Grain.YEAR else Grain.DAY
    if length.grain in MONTHS_IN:
        return min(length.grain, Grain.YEAR)
    return Grain.DAY


WORKING = ("no public holiday between",)  # working days leave out weekends, and no holidays
FURTHER, NEARER = frozenset(("MORE_THAN", "EQUAL_OR_MORE")), frozenset(("LESS_THAN", "EQUAL_OR_LESS"))


def _beyond(reading: Reading, meaning: Offset, second: int) -> Reading:
    """More than a decade ago lies before the time ten years back, less than a decade ago between it and the anchor."""
    mod = meaning.duration.mod
    if mod in FURTHER:
        return evolve(reading, mod=mod, open="start" if meaning.sign < 0 else "end")
    if meaning.sign < 0:
        return evolve(reading, mod=mod, end=max(second + DAY_SECONDS, reading.end or 0), window=True)
    return evolve(reading, mod=mod, start=min(second, reading.start or second), window=True)


def _no_finer(meaning: Offset, focus: Period, reading: Reading, context: Context) -> Reading:
    """What is counted from a month or year is no finer than it: "two days later" than 1920 is in 1920, or soon after."""
    length, sign = meaning.duration, meaning.sign
    edges = [length.added_to(edge, sign) for edge in context.conventions.span(focus)]
    if edges[0] is None or edges[1] is None:
        return reading
    middle = Period.of_day((edges[0] + edges[1]) // 2 // DAY_SECONDS).to(focus.grain)
    moved = dated(middle, context, reading.reason)
    few = 10 * abs(edges[0] - context.conventions.span(focus)[0]) < edges[1] - edges[0]
    return moved if few else evolve(moved, start=edges[0], end=edges[1], window=True)


def _approximated(reading: Reading, length: Duration, context: Context) -> Reading:
    """An offset of about so long is uncertain by the slack of "about"."""
    if length.mod is None:
        return reading
    low, high = length.limits(context.conventions)
    slack = (high - low) // 2 if low is not None and high is not None else 0
    return evolve(reading, mod=length.mod, start_slack=slack, end_slack=slack)


def _vague_offset(meaning: Offset, context: Context) -> Reading:
    if meaning.base is Base.ANCHOR:
        value = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
        return Reading(value=value, reason="some time before or after the anchor, never a date")
    return Reading(type="DURATION", value=str(meaning.duration), reason="of unknown length", resolved=False)


def _clock_offset(meaning: Offset, context: Context) -> Reading:
    """Hours and minutes count from a clock time; a bare day has none."""
    start: int | None = None
    if meaning.base is Base.FOCUS and context.focus_clock is not None:
        start, name = context.focus_clock, f"the focus {context.focus_text}"
    elif meaning.base is Base.ANCHOR and context.recall().stamped and context.focus_clock is not None:
        start, name = context.focus_clock, f"the time of the line, {context.focus_text}"  # a live blog's "ten minutes ago"
    elif meaning.base is Base.ANCHOR and context.anchor is not None and context.anchor.wall % DAY_SECONDS:
        start, name = context.anchor.wall, f"the anchor {context.anchor}"
    if start is None:
        whole = _whole_days(meaning, context) or _after_part(meaning, context)
        return whole or evolve(unresolved(meaning, "needs: a clock time to count from"), type="TIME")
    moved = meaning.duration.added_to(start, meaning.sign)
    assert moved is not None
    period = Period.of_second(moved, Grain.MINUTE)
    reading = dated(period, context, f"{meaning.duration} {'after' if meaning.sign > 0 else 'before'} {name}")
    return _approximated(reading, meaning.duration, context)


def _after_part(meaning: Offset, context: Context) -> Reading | None:
    """Hours from a part of a day lead somewhere into as long a time: two hours after the early hours of Saturday."""
    part = context.focus if meaning.base is Base.FOCUS else None
    if part is None or part.grain != Grain.PART:
        return None
    edges = [meaning.duration.added_to(edge, meaning.sign) for edge in context.conventions.span(part)]
    if edges[0] is None or edges[1] is None:
        return None
    where = f"{meaning.duration} {'after' if meaning.sign > 0 else 'before'} the focus {context.focus_text}"
    reading = dated(Period.of_day(edges[0] // DAY_SECONDS), context, where)
    return evolve(reading, start=edges[0], end=edges[1], window=True)


def _whole_days(meaning: Offset, context: Context) -> Reading | None:
    """Hours that make whole days lead from a day to a day: "in 48 hours"."""
    hours = meaning.duration.seconds
    base = base_day(meaning.base, context)
    if hours is None or hours < DAY_SECONDS or hours % DAY_SECONDS or base is None:
        return None
    if meaning.base is Base.FOCUS and context.focus is not None and context.focus.grain > Grain.DAY:
        return None
    day = Period.of_day(base[0] + meaning.sign * hours // DAY_SECONDS)
    reading = dated(day, context, f"{meaning.duration} {'after' if meaning.sign > 0 else 'before'} {base[1]}")
    return _approximated(reading, meaning.duration, context)


def _last_edge(edge: int, meaning: Stretch, context: Context) -> int:
    """Where a length behind the focus may begin at the latest: within a month of some day of August ends in September."""
    focus = context.focus if meaning.base is Base.FOCUS and meaning.sign > 0 else None
    if focus is None or focus.grain <= Grain.DAY:
        return edge
    return context.conventions.span(focus)[1]


def day_of_year(inner: Meaning, context: Context) -> Meaning:
    """What "on this day" names in another year: its month and day; anything else stays as it is."""
    base = base_day(inner.base, context) if isinstance(inner, Shift) and inner.grain == Grain.DAY else None
    if base is None or not isinstance(inner, Shift):
        return inner
    _, month, day = civil(base[0] + inner.count)
    return Date(month=month, day=day)


def _last_worked(edge: int, length: Duration, context: Context) -> int | None:
    """The end of so many working days, of which the first begins at an edge or behind the weekend there."""
    worked = length.added_to(edge - DAY_SECONDS, 1, context.conventions.weekend_days)
    return None if worked is None else worked + DAY_SECONDS


def stretch(meaning: Stretch, context: Context) -> Reading:
    """A length of time that ends or begins at the base."""
    if meaning.base is Base.TENSE:  # "in 1874 she went abroad, where she spent the next eleven years"
        meaning = evolve(meaning, base=told_base(meaning.base, context))
    base = base_day(meaning.base, context)
    reading = Reading(
        type="DURATION", value=str(meaning.duration), mod=meaning.duration.mod, duration=meaning.duration, reason=""
    )
    if base is None:
        return evolve(reading, reason=NO_ANCHOR, resolved=False)
    day, name = base
    edge = (day + 1) * DAY_SECONDS if meaning.sign < 0 else day * DAY_SECONDS
    if meaning.duration.grain < Grain.PART and meaning.base is Base.FOCUS and context.focus_clock is not None:
        edge = context.focus_clock
    elif meaning.duration.grain < Grain.PART and context.anchor is not None and context.anchor.wall % DAY_SECONDS:
        edge = context.anchor.wall
    if meaning.duration.working and meaning.sign > 0:
        reading, moved = evolve(reading, assumed=WORKING), _last_worked(edge, meaning.duration, context)
    else:
        moved = meaning.duration.added_to(_last_edge(edge, meaning, context), meaning.sign)
    if moved is None:
        return evolve(reading, reason=f"of unknown length, {'up to' if meaning.sign < 0 else 'from'} {name}")
    vague = meaning.base is Base.FOCUS and context.focus is not None and context.focus.grain > Grain.DAY
    term = meaning.term and not vague and edge % DAY_SECONDS == moved % DAY_SECONDS == 0 and not meaning.duration.working
    start, end = sorted((edge, moved + meaning.sign * DAY_SECONDS * term))  # within ten days of the 8th is by the 18th
    return evolve(
        reading, start=start, end=end, reason=f"{meaning.duration} {'up to' if meaning.sign < 0 else 'from'} {name}"
    )
