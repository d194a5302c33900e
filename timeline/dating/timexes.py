"""When a TIMEX3 is, from its value and modifier alone."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS
from timeline.calendar.timex3 import read_period
from timeline.calendar.values import Moment
from timeline.dating.edges import modified
from timeline.dating.reading import Context, Reading, dated
from timeline.grammar.meanings import Date, Modified

EDGES = ("START", "MID", "END", "APPROX")


def read_timex(value: str, mod: str | None, context: Context, reason: str) -> Reading:
    """The reading of a calendar unit with its modifier; one that is not resolved where the value names none.

    >>> from timeline.calendar.conventions import Conventions
    >>> context = Context(anchor=None, conventions=Conventions())
    >>> reading = read_timex("2023-09", "START", context, "annotated")
    >>> print(Moment(reading.start), Moment(reading.end))
    2023-09-01 2023-09-11
    >>> read_timex("P3W", None, context, "annotated").reason
    "the value 'P3W' says no time"
    """
    read = read_period(value, context.conventions)
    if read is None:
        told = "leaves open when it is" if "X" in value else "says no time"
        return Reading(value=value, reason=f"the value {value!r:.40} {told}", resolved=False)
    period, offset = read
    reading = evolve(dated(period, context, reason), offset=offset)
    return modified(Modified(Date(), mod), reading, context) if mod in EDGES else _limited(reading, mod, context.anchor)


def _limited(reading: Reading, mod: str | None, anchor: Moment | None) -> Reading:
    """A date that is only a limit: before 1998, 1998 or later; more or less than so long ago, or ahead, of the anchor."""
    start, end = reading.start, reading.end
    assert start is not None and end is not None
    ahead = anchor is not None and start > anchor.wall
    match mod:
        case "BEFORE":
            return evolve(reading, end=start, open="start")
        case "AFTER":
            return evolve(reading, start=end, open="end")
        case "ON_OR_BEFORE":
            return evolve(reading, open="start")
        case "ON_OR_AFTER":
            return evolve(reading, open="end")
        case "MORE_THAN" | "EQUAL_OR_MORE" if anchor is not None:
            return evolve(reading, open="end" if ahead else "start")
        case "LESS_THAN" | "EQUAL_OR_LESS" if anchor is not None:
            today = anchor.day * DAY_SECONDS
            return evolve(reading, start=min(start, today), end=max(end, today + (0 if ahead else DAY_SECONDS)), window=True)
    return reading
