"""Difference constraints between points of time: x - y <= w, kept consistent, with the tightest bounds and the reasons.

A network has an origin and any number of points.  Each constraint says that a point lies at most so far after another one;
the shortest path from the origin to a point is the latest that the point can be, the shortest path back the earliest, and
the constraints on that path are why.  A constraint that would close a cycle of negative length contradicts what is known: it
is refused, with the constraints that it contradicts, and changes nothing (simple temporal problems: Dechter, Meiri and Pearl
1991; paths are mended from the new constraint on, as by Ausiello et al. 1991).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from typing import Generic, TypeVar

from attrs import frozen

ORIGIN = 0
FAR = 1 << 60  # further than any two moments lie apart: not bounded at all

Reason = TypeVar("Reason")


@frozen
class Constraint(Generic[Reason]):
    """``later`` lies at most ``most`` after ``earlier`` (which is negative where it lies before it)."""

    later: int
    earlier: int
    most: int
    reason: Reason


class Network(Generic[Reason]):
    """Points of time by number, the origin being 0, with what holds between them.

    >>> network = Network[str]()
    >>> start, end = network.point(), network.point()
    >>> network.add(Constraint(start, end, 0, "it ends after it starts"))
    >>> network.add(Constraint(end, ORIGIN, 7, "it was over by the seventh"))
    >>> network.latest(start), network.earliest(start), [step.reason for step in network.why_latest(start)]
    (7, None, ['it was over by the seventh', 'it ends after it starts'])
    """

    def __init__(self) -> None:
        self._ahead = _Paths[Reason](back=False)
        self._back = _Paths[Reason](back=True)
        self.point()  # the origin

    def point(self) -> int:
        """The number of a new point, of which nothing is known."""
        self._back.point()
        return self._ahead.point()

    def add(self, *constraints: Constraint[Reason]) -> tuple[Constraint[Reason], ...] | None:
        """Add some constraints, all or none: None if they hold from now on, else what they contradict."""
        added: list[_Paths[Reason]] = []
        for constraint in constraints:
            for paths in (self._ahead, self._back):
                cycle = paths.add(constraint)
                if cycle is not None:
                    for other in reversed(added):
                        other.take_back()
                    return tuple(step for step in cycle if step not in constraints)
                added.append(paths)
        return None

    def latest(self, point: int) -> int | None:
        """The latest that a point can be after the origin, None where nothing bounds it."""
        return self._ahead.length(point)

    def earliest(self, point: int) -> int | None:
        """The earliest that a point can be after the origin, None where nothing bounds it."""
        length = self._back.length(point)
        return None if length is None else -length

    def why_latest(self, point: int) -> list[Constraint[Reason]]:
        """The constraints that say how late a point can be, from the origin on."""
        return self._ahead.path(point)[::-1]

    def why_earliest(self, point: int) -> list[Constraint[Reason]]:
        """The constraints that say how early a point can be, from the origin on."""
        return self._back.path(point)[::-1]


class _Paths(Generic[Reason]):
    """The shortest paths from the origin along some constraints, or, turned back, along the same ones the other way.

    Every point is reached from the origin by a step of `FAR`, so that the lengths of the paths are a potential: a
    cycle of negative length shows, wherever it is, when mending the paths comes back to where it began.
    """

    def __init__(self, *, back: bool) -> None:
        self._back = back
        self._lengths: list[int] = []
        self._last: list[Constraint[Reason] | None] = []  # the last step of the path to a point
        self._out: list[list[Constraint[Reason]]] = []  # the steps from a point
        # the steps that were added, each with the points that it brought nearer, and their lengths and last steps before
        self._added: list[tuple[Constraint[Reason], list[tuple[int, int, Constraint[Reason] | None]]]] = []

    def point(self) -> int:
        self._lengths.append(FAR if self._lengths else 0)
        self._last.append(None)
        self._out.append([])
        return len(self._lengths) - 1

    def length(self, point: int) -> int | None:
        length = self._lengths[point]
        return length if length < FAR // 2 else None

    def path(self, point: int) -> list[Constraint[Reason]]:
        """The steps of the path to a point, the last one first."""
        steps: list[Constraint[Reason]] = []
        while point != ORIGIN and (step := self._last[point]) is not None:
            steps.append(step)
            point = self._start(step)
        return steps

    def _start(self, step: Constraint[Reason]) -> int:
        return step.later if self._back else step.earlier

    def _end(self, step: Constraint[Reason]) -> int:
        return step.earlier if self._back else step.later

    def add(self, step: Constraint[Reason]) -> tuple[Constraint[Reason], ...] | None:
        """Add a step and mend the paths behind it; where that would close a negative cycle, the steps of the cycle."""
        start, end = self._start(step), self._end(step)
        if start != end and self._lengths[start] + step.most >= self._lengths[end]:  # most steps bring nothing nearer
            self._out[start].append(step)
            self._added.append((step, []))
            return None
        shorter = self._shortened(step)
        if start in shorter or (start == end and step.most < 0):
            return tuple(self._cycle(shorter, step))
        self._added.append((step, [(point, self._lengths[point], self._last[point]) for point in shorter]))
        for point, (length, last) in shorter.items():
            self._lengths[point], self._last[point] = length, last
        self._out[start].append(step)
        return None

    def take_back(self) -> None:
        """Undo the last step that was added."""
        step, before = self._added.pop()
        self._out[self._start(step)].pop()
        for point, length, last in before:
            self._lengths[point], self._last[point] = length, last

    def _shortened(self, added: Constraint[Reason]) -> dict[int, tuple[int, Constraint[Reason]]]:
        """The points that a new step brings nearer, those that gain most first (Dijkstra on the potential), up to a cycle."""
        lengths, start = self._lengths, self._start(added)
        gain = lengths[start] + added.most - lengths[self._end(added)]
        waiting = [(gain, 0, added)] if gain < 0 else []
        shorter: dict[int, tuple[int, Constraint[Reason]]] = {}
        count = 0
        while waiting and start not in shorter:
            gain, _, step = heapq.heappop(waiting)
            point = self._end(step)
            if point in shorter:
                continue
            shorter[point] = lengths[point] + gain, step
            for further in self._out[point]:
                better = shorter[point][0] + further.most - lengths[self._end(further)]
                if better < 0 and self._end(further) not in shorter:
                    count += 1
                    heapq.heappush(waiting, (better, count, further))
        return shorter

    def _cycle(
        self, shorter: dict[int, tuple[int, Constraint[Reason]]], added: Constraint[Reason]
    ) -> Iterator[Constraint[Reason]]:
        """The steps of a cycle, from where a new one begins back to it."""
        yield added
        point = self._start(added)
        while point in shorter and (step := shorter[point][1]) is not added:
            yield step
            point = self._start(step)
