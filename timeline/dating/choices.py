"""Which instance of a time that comes round is meant: by tense, by the kind of text, else the nearest; and which quarter."""

from __future__ import annotations

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period
from timeline.dating.reading import (
    FUTURE,
    NO_ANCHOR,
    PAST,
    Context,
    Reading,
    base_day,
    dated,
    name_of,
    told_base,
    unresolved,
)
from timeline.grammar.cycles import Cycle, cycle_of
from timeline.grammar.meanings import Base, Date, Meaning, Select, Shift, Unit


def choose(meaning: Meaning, cycle: Cycle, context: Context) -> Reading:
    """Which instance of a time that comes round is meant: by tense, else by the domain, else the nearest."""
    narrative = context.conventions.domain == "narrative"
    story = narrative or (cycle.grain in (Grain.MONTH, Grain.YEAR) and context.story and context.direction != FUTURE)
    base = base_day(Base.FOCUS if story else Base.ANCHOR, context)
    if base is None:
        return unresolved(meaning, NO_ANCHOR)
    day, name = base
    past, future, nearest = cycle.latest(day), cycle.earliest(day), cycle.nearest(day)
    weekly = cycle.grain == Grain.WEEK
    quarterly = isinstance(meaning, Unit) and meaning.grain in (Grain.QUARTER, Grain.HALF)
    if story and context.focus is not None:
        start, end = context.conventions.span(context.focus)
        chosen, reason = (
            cycle.narrated(start // DAY_SECONDS, (end - 1) // DAY_SECONDS),
            f"the next in the story from {name}",
        )
    elif (told := _of_month_told(cycle, context)) is not None:
        chosen, reason = told, f"the next of the month of the focus {context.focus_text}"
    elif isinstance(meaning, Date) and meaning.weekday is not None and meaning.day is not None:
        chosen, reason = nearest, f"the nearest to {name} that falls on that weekday"
    elif (
        quarterly
        and (context.direction is None or (context.direction == FUTURE and context.covers))
        and context.conventions.domain == "news"
    ):
        # a report that is to come speaks of a quarter that is over: "expects a profit for the third quarter"
        chosen, reason = nearest, f"the nearest to {name}"
    elif cycle.grain == Grain.YEAR and _much_nearer(cycle, future, past, day) and context.looks_ahead:
        tense = f", whatever the tense of {context.shown_by}" if context.shown_by else ""
        chosen, reason = future, f"the next from {name}: far nearer than the last{tense}"
    elif context.direction == PAST:
        chosen, reason = past, f"the latest up to {name}: past, shown by {context.shown_by}"
    elif context.direction == FUTURE:
        chosen, reason = future, f"the next from {name}: future, shown by {context.shown_by}"
    elif weekly and context.report and context.conventions.domain == "news":
        chosen, reason = past, f"the latest up to {name}: a report, and nothing shows a future"
    elif weekly or context.conventions.domain == "notice":
        chosen, reason = future, f"the next from {name}: nothing shows a past"
    else:
        chosen, reason = nearest, f"the nearest to {name}: nothing shows a tense"
    if chosen is None:
        return unresolved(meaning, "there is no such day near " + name)
    others = tuple(dict.fromkeys(name_of(p, context) for p in (past, future) if p is not None and p != chosen))
    return dated(chosen, context, reason, (cycle.grain.label,), others)


def _of_month_told(cycle: Cycle, context: Context) -> Period | None:
    """A bare day of the month that goes on from a day or month just told: "arrested on 3 March and charged on the 12th"."""
    focus = context.focus if cycle.grain == Grain.MONTH else None
    if focus is None or focus.grain not in (Grain.DAY, Grain.MONTH) or context.anchor is None:
        return None
    told = cycle.earliest(focus.first_day)
    if told is None or told.to(Grain.MONTH) != focus.to(Grain.MONTH):
        return None
    ahead = told.first_day - context.anchor.day
    against = (context.direction == PAST and ahead > 0) or (context.direction == FUTURE and ahead < 0)
    return None if against else told


NEAR_AHEAD, FAR_BACK = 75, 270  # days: in ten weeks, and nine months ago


def _much_nearer(cycle: Cycle, future: Period | None, past: Period | None, day: int) -> bool:
    """Whether the next instance is near and the last one far back ("payable 15 December")."""
    if future is None or past is None:
        return False
    return cycle.days(future)[0] - day < NEAR_AHEAD and day - cycle.days(past)[1] > FAR_BACK


def selected(meaning: Select, beside: Reading | None, context: Context) -> Reading:
    """The last, this or next of a time that comes round, from the anchor or the focus, or from a time that is told of."""
    cycle = cycle_of(meaning.inner, context.conventions)
    if beside is not None:
        return _beside(cycle, beside, meaning, context)
    told = told_base(meaning.base, context)
    base = base_day(told, context)
    if cycle is None or base is None:
        return unresolved(meaning, NO_ANCHOR if base is None else "says no date that comes round")
    day, name = base
    if told is Base.FOCUS and _too_long(cycle, context):
        return unresolved(meaning, f"counts from {name}, which is too long to tell which one follows")
    alternative: Period | None = None
    if meaning.count < 0:
        chosen, reason = cycle.latest(day, ended=True), f"the last before {name}"
    elif meaning.count == 0:
        chosen, reason = this_one(cycle, day, context.direction), f"the one of the same {cycle.grain.label} as {name}"
    elif told is Base.FOCUS or meaning.soonest or cycle.grain != Grain.WEEK:
        after = context.focus if told is Base.FOCUS else None
        last = day if after is None else (context.conventions.span(after)[1] - 1) // DAY_SECONDS
        chosen, reason = cycle.earliest(last, ahead=True), f"the first after {name}"
    else:
        chosen, reason = cycle.next_unit(day), f"that of the week after {name}"
        alternative = cycle.earliest(day, ahead=True)
    if chosen is None:
        return unresolved(meaning, f"there is no such day near {name}")
    others = () if alternative in (None, chosen) else (name_of(alternative, context),)
    return dated(chosen, context, reason, alternatives=others)


def _beside(cycle: Cycle | None, beside: Reading, meaning: Select, context: Context) -> Reading:
    """The Friday before Easter: the last that is over before a time, or the first that begins after it."""
    if cycle is None or beside.start is None or beside.end is None:
        return unresolved(meaning, beside.reason)
    first, last = beside.start // DAY_SECONDS, (beside.end - 1) // DAY_SECONDS
    chosen: Period | None = None
    for _ in range(abs(meaning.count)):
        chosen = cycle.latest(first, ended=True) if meaning.count < 0 else cycle.earliest(last, ahead=True)
        if chosen is None:
            break
        first, last = cycle.days(chosen)
    if chosen is None:
        return unresolved(meaning, f"there is no such day near {beside.value}")
    nearest, side = ("last", "before") if meaning.count < 0 else ("first", "after")
    nth = nearest if abs(meaning.count) == 1 else f"number {abs(meaning.count)}"
    return dated(chosen, context, f"the {nth} {side} {beside.value}: {beside.reason}", beside.assumed)


def _too_long(cycle: Cycle, context: Context) -> bool:
    """Whether the focus is a time in which one comes round more than once: "the following summer" after "the early 1980s"."""
    return context.focus is not None and context.focus.grain >= Grain.DECADE and cycle.grain <= Grain.YEAR


def this_one(cycle: Cycle, day: int, direction: str | None) -> Period | None:
    """The instance of this week or year; of one that is over in a sentence about the future, the next."""
    period = cycle.same(day)
    if period is not None and direction == FUTURE and cycle.days(period)[1] < day:
        return cycle.earliest(day)
    return period


def the_quarter(context: Context) -> Reading:
    """The quarter a report is about: the last one told, else the last that had ended by the anchor."""
    if context.quarter is not None:
        return dated(context.quarter, context, f"the quarter told before, {name_of(context.quarter, context)}")
    base = base_day(Base.ANCHOR, context)
    if base is None:
        return unresolved(Shift(Grain.QUARTER, 0), NO_ANCHOR)
    return dated(
        Period.of_day(base[0]).to(Grain.QUARTER).shift(-1), context, f"the last quarter that had ended by {base[1]}"
    )
