"""What may and what must hold between two uncertain times.

A question is one or two comparisons between a bound of the one and a bound of the other; `QUESTIONS` is the one table of
them, which the index reads too.  A bound without a zone can be anywhere on Earth, so it is compared with a zoned one as
uncertain; two bounds without a zone share their place and are compared as they stand.  Bounds are first tightened by
the least and the greatest length.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from timeline.calendar.values import Moment, When

ES, LS, EE, LE = range(4)  # the bounds of a time: earliest start, latest start, earliest end, latest end
Edges = tuple[Moment | None, Moment | None, Moment | None, Moment | None]


@frozen
class Comparison:
    """A bound of the one time against a bound of the other: ``mine`` <= ``theirs`` if ``below``, else >=; less one if
    ``strict``."""

    mine: int
    theirs: int
    below: bool
    strict: bool = False

    def holds(self, a: Edges, b: Edges, *, certain: bool) -> bool:
        """Whether it may (or must) hold between two times."""
        low, high = (a[self.mine], b[self.theirs]) if self.below else (b[self.theirs], a[self.mine])
        if not not_after(low, high, certain=certain):
            return False
        return not self.strict or low is None or high is None or not not_after(high, low, certain=not certain)


@frozen
class Question:
    """What is asked of two times: the comparisons that must all come out for a yes that may hold, and for one that must."""

    may: tuple[Comparison, ...]
    must: tuple[Comparison, ...]

    def holds(self, a: When, b: When, *, certain: bool) -> bool:
        """Whether it may (or must) hold between two times."""
        mine, theirs = edges(a), edges(b)
        # where a time has zones at some bounds only, a must can come out of what cannot be at all
        may = all(c.holds(mine, theirs, certain=False) for c in self.may)
        return may and (not certain or all(c.holds(mine, theirs, certain=True) for c in self.must))


def _below(mine: int, theirs: int, *, strict: bool = False) -> Comparison:
    return Comparison(mine, theirs, True, strict)


def _above(mine: int, theirs: int, *, strict: bool = False) -> Comparison:
    return Comparison(mine, theirs, False, strict)


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "before": Question((_below(EE, LS),), (_below(LE, ES),)),
        "after": Question((_above(LS, EE),), (_above(ES, LE),)),
        "overlapping": Question(
            (_below(ES, LE, strict=True), _above(LE, ES, strict=True)),
            (_below(LS, EE, strict=True), _above(EE, LS, strict=True)),
        ),
        "within": Question((_above(LS, ES), _below(EE, LE)), (_above(ES, LS), _below(LE, EE))),
        "starting": Question((_below(ES, LE, strict=True), _above(LS, ES)), (_below(LS, EE, strict=True), _above(ES, LS))),
        "ending": Question((_below(EE, LE), _above(LE, ES, strict=True)), (_below(LE, EE), _above(EE, LS, strict=True))),
    }
)


def not_after(a: Moment | None, b: Moment | None, *, certain: bool) -> bool:
    """Whether a <= b may hold, or must; an unknown bound may lie anywhere and must lie nowhere.

    >>> noon, noon_utc = Moment.of(2023, 9, 18, 12), Moment.of(2023, 9, 18, 12, offset=0)
    >>> not_after(noon, noon_utc, certain=False), not_after(noon, noon_utc, certain=True)
    (True, False)
    """
    if a is None or b is None:
        return not certain
    if (a.offset is None) == (b.offset is None):
        return a.earliest_utc <= b.earliest_utc
    return a.latest_utc <= b.earliest_utc if certain else a.earliest_utc <= b.latest_utc


def edges(when: When) -> Edges:
    """The four bounds of a time, tightened by its least and greatest length.

    What began on a day did not end before it; a length that contradicts the bounds leaves them as they are.

    >>> [str(edge) for edge in edges(When(earliest_start=Moment.of(2023, 9, 18)))]
    ['2023-09-18', 'None', '2023-09-18T00:00:01', 'None']
    """
    least, most = length_limits(when)
    es, ls, ee, le = when.earliest_start, when.latest_start, when.earliest_end, when.latest_end
    tight = (
        es if most is None else _later(es, _moved(ee, -most)),
        _earlier(ls, _moved(le, -least)),
        _later(ee, _moved(es, least)),
        le if most is None else _earlier(le, _moved(ls, most)),
    )
    crossed = any(low and high and low.wall > high.wall for low, high in (tight[:2], tight[2:]))
    return (es, ls, ee, le) if crossed else tight


def length_limits(when: When) -> tuple[int, int | None]:
    """The least and the greatest length in whole seconds; nothing is shorter than a second."""
    least = 1 if when.min_duration is None else max(1, when.min_duration // SECOND)
    return least, None if when.max_duration is None else -(-when.max_duration // SECOND)


SECOND = datetime.timedelta(seconds=1)


def _moved(moment: Moment | None, seconds: int) -> Moment | None:
    return None if moment is None else Moment(moment.wall + seconds, moment.offset)


def _later(a: Moment | None, b: Moment | None) -> Moment | None:
    """The later of two bounds; bounds with and without a zone are not compared, the first stays."""
    if a is None or b is None:
        return b if a is None else a
    return b if (a.offset is None) == (b.offset is None) and b.earliest_utc > a.earliest_utc else a


def _earlier(a: Moment | None, b: Moment | None) -> Moment | None:
    if a is None or b is None:
        return b if a is None else a
    return b if (a.offset is None) == (b.offset is None) and b.earliest_utc < a.earliest_utc else a


def before(a: When, b: When, *, certain: bool = False) -> bool:
    """Whether a may (or must) have ended by the time b started.

    >>> monday, tuesday = When.read("2023-09-18"), When.read("2023-09-19")
    >>> before(monday, tuesday, certain=True), before(tuesday, monday)
    (True, False)
    """
    return QUESTIONS["before"].holds(a, b, certain=certain)


def overlapping(a: When, b: When, *, certain: bool = False) -> bool:
    """Whether a and b may (or must) have had some time in common.

    >>> overlapping(When.read("2023-09"), When.read("2023-09-18"), certain=True)
    True
    """
    return QUESTIONS["overlapping"].holds(a, b, certain=certain)


def within(a: When, b: When, *, certain: bool = False) -> bool:
    """Whether a may (or must) have begun and ended inside b.

    >>> within(When.read("2023-09-18"), When.read("2023-09"), certain=True)
    True
    """
    return fits(a, b) and QUESTIONS["within"].holds(a, b, certain=certain)


def fits(a: When, b: When) -> bool:
    """Whether the least length of a is no more than the greatest that b can have."""
    longest = room(b)
    return longest is None or length_limits(a)[0] <= longest


def room(when: When) -> int | None:
    """The greatest length that a time can have, in seconds; None where nothing limits it."""
    longest = length_limits(when)[1]
    start, end = edges(when)[ES], edges(when)[LE]
    if start is None or end is None:
        return longest
    whole = end.latest_utc - start.earliest_utc if start.offset != end.offset else end.wall - start.wall
    return whole if longest is None else min(longest, whole)
