"""Clock times and parts of the day: on which day they are, and on a day that is known, with the zone they are told in."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar import zones
from timeline.calendar.almanac import DAY_SECONDS, Grain, Period, part_of_day
from timeline.calendar.timex3 import period_value
from timeline.calendar.values import Moment
from timeline.dating.reading import (
    FUTURE,
    NO_ANCHOR,
    PAST,
    Context,
    Reading,
    base_day,
    dated,
    focus_is_day,
    name_of,
    unresolved,
)
from timeline.grammar.meanings import Base, Clock, DayPart


def clock(meaning: Clock, context: Context) -> Reading:
    """A clock time without its day: on that of the focus, else on the anchor's."""
    base = base_day(Base.FOCUS if focus_is_day(context) else Base.ANCHOR, context)
    told = context.focus_day if not focus_is_day(context) and context.direction == PAST else None
    if told is not None and (context.anchor is None or told.first_day <= context.anchor.day):
        base = told.first_day, f"the day told last, {name_of(told, context)}"  # a month told since has no clock
    if base is None:
        return unresolved(meaning, NO_ANCHOR)
    # what "expired at midnight" did so before the day of the anchor, not at its end
    over = meaning.hour == 24 and context.direction == PAST and (not focus_is_day(context) or context.recall().stamped)
    later = _goes_on_after_midnight(meaning, context)
    reading = on_day(meaning, base[0] - over + later, context)
    where = "at the start of" if over else "in the night after" if later else "on"
    return evolve(reading, reason=f"{reading.reason} {where} {base[1]}", assumed=(*reading.assumed, "day"))


def part(meaning: DayPart, context: Context) -> Reading:
    """A part of the day without its day."""
    # a report's "overnight" is the night before it, whatever day it told of last
    over = meaning.over and context.conventions.domain != "narrative"
    base = base_day(Base.FOCUS if focus_is_day(context) and not over else Base.ANCHOR, context)
    if base is None:
        return unresolved(meaning, NO_ANCHOR)
    if context.conventions.domain == "narrative" and context.focus is not None and not focus_is_day(context):
        return unresolved(meaning, "needs: a day told before")
    # "overnight" in a report is the night that led into its day
    later = _goes_on_after_midnight(meaning, context)
    day = base[0] - (meaning.over and context.direction != FUTURE) + later
    reading = on_day(meaning, day, context)
    where = "in the night after" if later else "of"
    return evolve(reading, reason=f"{reading.reason} {where} {base[1]}", assumed=("day",))


def on_day(meaning: Clock | DayPart, day: int, context: Context) -> Reading:
    """A clock time or part of a day on a day that is known."""
    if isinstance(meaning, DayPart):
        return dated(part_of_day(day, meaning.code), context, "part")
    hour = meaning.hour
    assumed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    if meaning.half == "open":
        # an office hour: from seven on it is the morning, before that the afternoon
        hour, assumed = (hour if 7 <= hour <= 12 else hour + 12), ("half of the day",)
        if hour % 12:
            half_day = Period.of_second(day * DAY_SECONDS + (hour + 12) % 24 * 3600 + (meaning.minute or 0) * 60, Grain.MINUTE)
            others = (period_value(half_day, context.conventions),)
    wall = day * DAY_SECONDS + hour * 3600 + (meaning.minute or 0) * 60 + (meaning.second or 0)
    period = Period.of_second(wall, Grain.MINUTE if meaning.second is None else Grain.SECOND)
    reading = dated(period, context, "clock time", assumed, others)
    if hour == 24:
        reading = evolve(reading, value=f"{period_value(Period.of_day(day), context.conventions)}T24:00")
    return _zoned(reading, meaning, context)


EVENING, DAWN = 17, 5  # hours between which a night is told as one


def _goes_on_after_midnight(meaning: Clock | DayPart, context: Context) -> bool:
    """Whether a time of the small hours follows an evening that was told before: "at 10pm on Friday .. in the early hours"."""
    small = meaning.code == "SM" if isinstance(meaning, DayPart) else meaning.hour < DAWN and meaning.half != "open"
    focus = context.recall() if small else None
    if focus is None or focus.period is None or focus.stamped or focus.period.grain > Grain.DAY:
        return False
    told = context.conventions.span(focus.period)[0] if focus.clock is None else focus.clock
    over = context.anchor is None or context.direction == FUTURE or told // DAY_SECONDS < context.anchor.day
    return over and told % DAY_SECONDS >= EVENING * 3600


def _zoned(reading: Reading, clock: Clock, context: Context) -> Reading:
    """The reading with its offset from UTC, where the text or the caller names the zone."""
    assert reading.start is not None
    moment = Moment(reading.start)
    said = clock.zone or context.zone
    zone = said.lower() if said else None
    ahead = zones.offset_of(zone) if zone else None
    if ahead is not None:
        return evolve(reading, offset=ahead)
    if zone in zones.AMBIGUOUS:
        candidates = tuple(str(Moment(moment.wall, offset)) for offset in zones.AMBIGUOUS[zone])
        return evolve(reading, reason=f"{reading.reason}, ambiguous: zone {said}", alternatives=candidates)
    name = context.tz if zone is None else zones.REGIONS.get(zone) or zones.CITIES.get(zone) or context.tz
    if name is None:
        return reading
    odd = zones.oddity(moment, name)
    told = f"{reading.reason}, local time of {name}" + (f", {odd} there" if odd else "")
    return evolve(reading, offset=zones.lift(moment, name).offset, reason=told)
