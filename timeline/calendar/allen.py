"""The thirteen relations of two intervals (Allen 1983), and which of them are still possible between uncertain times.

A relation is nothing but an order of four end points; converse and composition follow from that order.  Which relations two
uncertain times still allow is asked of a small network of differences between end points (Dechter, Meiri and Pearl
1991): bounds, lengths and the order that a relation demands can hold together, or they close a negative cycle.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from functools import lru_cache

from timeline.calendar import bounds
from timeline.calendar.values import NAIVE_EAST, NAIVE_WEST, Moment, When

Interval = tuple[int, int]


class AllenRelation(enum.Enum):
    """One of the thirteen ways in which two intervals can stand; what begins when the other ends *meets* it.

    The value is the standard name.  Intervals are half-open, so a Monday meets the Tuesday after it.

    >>> AllenRelation.DURING.converse
    <AllenRelation.CONTAINS: 'contains'>
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"

    @property
    def converse(self) -> AllenRelation:
        """The relation with the two intervals exchanged."""
        (a_start, a_end, b_start, b_end) = EXAMPLES[self]
        return relation_of((b_start, b_end), (a_start, a_end))


# One pair of intervals for each relation: the start and end of the one, then of the other.
EXAMPLES = {
    AllenRelation.BEFORE: (0, 1, 2, 3),
    AllenRelation.MEETS: (0, 1, 1, 2),
    AllenRelation.OVERLAPS: (0, 2, 1, 3),
    AllenRelation.STARTS: (0, 1, 0, 2),
    AllenRelation.DURING: (1, 2, 0, 3),
    AllenRelation.FINISHES: (1, 2, 0, 2),
    AllenRelation.EQUALS: (0, 1, 0, 1),
    AllenRelation.FINISHED_BY: (0, 2, 1, 2),
    AllenRelation.CONTAINS: (0, 3, 1, 2),
    AllenRelation.STARTED_BY: (0, 2, 0, 1),
    AllenRelation.OVERLAPPED_BY: (1, 3, 0, 2),
    AllenRelation.MET_BY: (1, 2, 0, 1),
    AllenRelation.AFTER: (2, 3, 0, 1),
}


def _signs(a: Interval, b: Interval) -> tuple[int, ...]:
    """Which of two end points comes first, for each end of the one against each end of the other: -1, 0 or 1."""
    return tuple((x > y) - (x < y) for x in a for y in b)


SIGNS = {relation: _signs(points[:2], points[2:]) for relation, points in EXAMPLES.items()}
BY_SIGNS = {signs: relation for relation, signs in SIGNS.items()}


def relation_of(a: Interval, b: Interval) -> AllenRelation:
    """The relation of two crisp intervals, each a start and an end after it.

    >>> relation_of((1, 3), (3, 5)).value
    'meets'
    """
    return BY_SIGNS[_signs(a, b)]


# -- a network of differences ------------------------------------------------------------------------------------------

Edge = tuple[int, int, int]  # (x, y, most): x - y <= most


def consistent(nodes: int, differences: Iterable[Edge]) -> bool:
    """Whether whole numbers exist for the nodes such that every difference x - y is at most its limit.

    >>> consistent(2, [(0, 1, -1), (1, 0, 5)]), consistent(2, [(0, 1, -1), (1, 0, 0)])
    (True, False)
    """
    edges = list(differences)
    reach = [0] * nodes
    for _ in range(nodes):
        changed = False
        for x, y, most in edges:
            if reach[y] + most < reach[x]:
                reach[x] = reach[y] + most
                changed = True
        if not changed:
            return True
    return False


def _ordered(a: tuple[int, int], b: tuple[int, int], signs: tuple[int, ...]) -> Iterator[Edge]:
    """The differences that an order of end points demands between the nodes of two intervals."""
    for (x, y), sign in zip(((x, y) for x in a for y in b), signs, strict=True):
        if sign <= 0:
            yield x, y, -1 if sign < 0 else 0
        if sign >= 0:
            yield y, x, -1 if sign > 0 else 0


@lru_cache(maxsize=256)
def compose(first: AllenRelation, second: AllenRelation) -> frozenset[AllenRelation]:
    """The relations that a can have to c when a stands to b in the first relation and b to c in the second.

    >>> [r.value for r in compose(AllenRelation.DURING, AllenRelation.BEFORE)]
    ['before']
    """
    a, b, c = (0, 1), (2, 3), (4, 5)
    proper = [(start, end, -1) for start, end in (a, b, c)]
    given = [*proper, *_ordered(a, b, SIGNS[first]), *_ordered(b, c, SIGNS[second])]
    return frozenset(r for r in AllenRelation if consistent(6, [*given, *_ordered(a, c, SIGNS[r])]))


ORIGIN, PLACE = 0, 1  # the instant that zoned bounds count from, and the one of the place that naive bounds share


def possible(a: When, b: When) -> frozenset[AllenRelation]:
    """The relations that two times may still have: one for crisp pairs, all thirteen where nothing is known.

    Bounds, least and greatest lengths are honored together; a naive and a zoned time can be off by any zone on Earth.

    >>> [r.value for r in possible(When.read("2023-09-18"), When.read("2023-09-19"))]
    ['meets']
    >>> monday = When.inside(Moment.of(2023, 9, 18), Moment.of(2023, 9, 19))
    >>> len(possible(monday, monday))
    13
    """
    mine, theirs = (2, 3), (4, 5)
    known = [(PLACE, ORIGIN, -NAIVE_WEST), (ORIGIN, PLACE, NAIVE_EAST), *_limits(a, mine), *_limits(b, theirs)]
    if not consistent(6, known):  # a length that contradicts its own bounds: the bounds alone count
        known = [*known[:2], *_limits(a, mine, lengths=False), *_limits(b, theirs, lengths=False)]
    return frozenset(r for r in AllenRelation if consistent(6, [*known, *_ordered(mine, theirs, SIGNS[r])]))


def _limits(when: When, nodes: tuple[int, int], *, lengths: bool = True) -> Iterator[Edge]:
    """What a time says about its start and end, as differences."""
    start, end = nodes
    least, most = bounds.length_limits(when) if lengths else (1, None)
    yield start, end, -least
    if most is not None:
        yield end, start, most
    for node, earliest, latest in (
        (start, when.earliest_start, when.latest_start),
        (end, when.earliest_end, when.latest_end),
    ):
        if earliest is not None:
            yield (PLACE if earliest.offset is None else ORIGIN), node, -_count(earliest)
        if latest is not None:
            yield node, (PLACE if latest.offset is None else ORIGIN), _count(latest)


def _count(moment: Moment) -> int:
    return moment.wall - (moment.offset or 0)
