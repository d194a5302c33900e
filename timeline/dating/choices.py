"""Which instance of a time that comes round is meant: by tense, by the kind of text, else the nearest; and which quarter."""

from __future__ import annotations

import math
from typing import TypeAlias

from attrs import frozen

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
    story = _is_told_in_order(cycle, context)
    base = base_day(Base.FOCUS if story else Base.ANCHOR, context)
    if base is None:
        return unresolved(meaning, NO_ANCHOR)
    day, name = base
    around = Around(cycle, context, day, name, past=cycle.latest(day), future=cycle.earliest(day))
    chosen, reason = (
        _by_focus(around, story)
        or _by_kind_of_time(meaning, around)
        or _by_direction(around)
        or _by_kind_of_text(around)
    )
    if chosen is None:
        return unresolved(meaning, "there is no such day near " + around.name)
    others = (name_of(p, context) for p in (around.past, around.future) if p is not None and p != chosen)
    return dated(chosen, context, reason, (cycle.grain.label,), tuple(dict.fromkeys(others)))


@frozen
class Around:
    """A time that comes round and the day around which its instances lie, with how that day is called in a reason, the latest
    instance up to the day, and the earliest from it on."""

    cycle: Cycle
    context: Context
    day: int
    name: str
    past: Period | None
    future: Period | None

    @property
    def nearest(self) -> Period | None:
        """The instance that is least away."""
        return self.cycle.nearest(self.day)


Choice: TypeAlias = "tuple[Period | None, str]"  # an instance, and why it is that one


def _is_told_in_order(cycle: Cycle, context: Context) -> bool:
    """Whether the times of a story follow each other, so that the focus counts and not the anchor."""
    long = cycle.grain in (Grain.MONTH, Grain.YEAR)
    return context.conventions.domain == "narrative" or (long and context.story and context.direction != FUTURE)


def _by_focus(around: Around, story: bool) -> Choice | None:
    """The next of a story from where that has come to, and the next day of a month that was told just before."""
    context, cycle = around.context, around.cycle
    if story and context.focus is not None:
        start, end = context.conventions.span(context.focus)
        narrated = cycle.narrated(start // DAY_SECONDS, (end - 1) // DAY_SECONDS)
        return narrated, f"the next in the story from {around.name}"
    told = _of_month_told(cycle, context)
    return None if told is None else (told, f"the next of the month of the focus {context.focus_text}")


def _by_kind_of_time(meaning: Meaning, around: Around) -> Choice | None:
    """What a time shows by itself: a weekday beside a day, a quarter that is reported, a day of the year that is near."""
    context, name = around.context, around.name
    if isinstance(meaning, Date) and meaning.weekday is not None and meaning.day is not None:
        return around.nearest, f"the nearest to {name} that falls on that weekday"
    quarterly = isinstance(meaning, Unit) and meaning.grain in (Grain.QUARTER, Grain.HALF)
    reported = context.direction is None or (context.direction == FUTURE and context.covers)
    if quarterly and reported and context.conventions.domain == "news":
        # a report that is to come speaks of a quarter that is over: "expects a profit for the third quarter"
        return around.nearest, f"the nearest to {name}"
    if around.cycle.grain == Grain.YEAR and _much_nearer(around) and context.looks_ahead:
        tense = f", whatever the tense of {context.shown_by}" if context.shown_by else ""
        return around.future, f"the next from {name}: far nearer than the last{tense}"
    return None


def _by_direction(around: Around) -> Choice | None:
    """The last or the next, as the tense shows."""
    context, name = around.context, around.name
    if context.direction == PAST:
        return around.past, f"the latest up to {name}: past, shown by {context.shown_by}"
    if context.direction == FUTURE and _just_over(around) and context.tell().anew is not None:
        return around.past, f"the latest up to {name}: far nearer than the next"  # "was moved from 3 to 10 May", in June
    if context.direction == FUTURE:
        return around.future, f"the next from {name}: future, shown by {context.shown_by}"
    return None


def _by_kind_of_text(around: Around) -> Choice:
    """What is meant where nothing shows a tense: reports look back, notices and weekdays ahead."""
    domain, name = around.context.conventions.domain, around.name
    weekly = around.cycle.grain == Grain.WEEK
    if weekly and around.context.report and domain == "news":
        return around.past, f"the latest up to {name}: a report, and nothing shows a future"
    if weekly or domain == "notice":
        return around.future, f"the next from {name}: nothing shows a past"
    return around.nearest, f"the nearest to {name}: nothing shows a tense"


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


def _much_nearer(around: Around) -> bool:
    """Whether the next instance is near and the last one far back ("payable 15 December")."""
    back, ahead = _distances(around)
    return ahead < NEAR_AHEAD and back > FAR_BACK


def _just_over(around: Around) -> bool:
    """Whether the last instance of the year is near and the next one far ahead."""
    back, ahead = _distances(around)
    return around.cycle.grain == Grain.YEAR and back < NEAR_AHEAD and ahead > FAR_BACK


def _distances(around: Around) -> tuple[float, float]:
    """The days since the last instance and up to the next, none of which is near or far where one of them is not there."""
    past, future = around.past, around.future
    if past is None or future is None:
        return math.nan, math.nan
    return around.day - around.cycle.days(past)[1], around.cycle.days(future)[0] - around.day


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
    if told is Base.FOCUS and meaning.count < 0 and cycle.grain == Grain.WEEK:
        day, name = _last_told(day, name, context)
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


def _last_told(day: int, name: str, context: Context) -> tuple[int, str]:
    """What "the previous Friday" counts from where a month or a year was told last: the day told last, else the anchor."""
    if context.focus is None or context.focus.grain <= Grain.DAY:
        return day, name
    if context.focus_day is not None and (context.anchor is None or context.conventions.domain == "narrative"):
        return context.focus_day.index, f"the day told last, {name_of(context.focus_day, context)}"
    return (day, name) if context.anchor is None else base_day(Base.ANCHOR, context) or (day, name)


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
