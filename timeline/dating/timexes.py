"""When a TIMEX3 is, from its attributes alone: what was written comes back as the same interval, as far as they carry it."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import Grain
from timeline.calendar.conventions import Conventions
from timeline.calendar.timex3 import read_period
from timeline.calendar.values import When
from timeline.dating.edges import modified
from timeline.dating.mention_times import own_when
from timeline.dating.reading import Context, Reading, dated
from timeline.grammar.meanings import Antecedent, Modified

THIRDS = frozenset(("START", "MID", "END", "APPROX"))


def when_of_timex(value: str, mod: str | None = None, conventions: Conventions = Conventions()) -> When | None:
    """The interval that the ``value`` and ``mod`` of a TIMEX3 say, None where they name no calendar unit.

    An ISO interval ("2023-09-18/2023-09-21") fills both its ends.  A value carries no limit on one side only.

    >>> print(when_of_timex("2023-W37"), when_of_timex("2023-09", "START"), when_of_timex("P3W"))
    2023-09-11/2023-09-17 2023-09-01/2023-09-10~ None
    """
    context = Context(anchor=None, conventions=conventions)
    first, slash, last = value.partition("/")
    start = _read(first, mod, context)
    if start is None or not slash:
        return None if start is None else own_when(start, conventions.southern)
    end = _read(last, None, context)
    begun, ended = own_when(start), None if end is None else own_when(end)
    if begun is None or ended is None or begun.start is None or ended.end is None:
        return None
    grain = min(begun.grain, ended.grain)
    stop = ended.start if grain < Grain.PART else ended.end
    return None if stop is None or stop.wall <= begun.start.wall else When.filling(begun.start, stop, grain=grain)


def _read(value: str, mod: str | None, context: Context) -> Reading | None:
    found = read_period(value, context.conventions)
    if found is None:
        return None
    reading = evolve(dated(found[0], context, "read from its TIMEX3 value"), offset=found[1])
    return modified(Modified(Antecedent(), mod), reading, context) if mod in THIRDS else reading
