"""An index over uncertain times: which rows may, and which must, stand to a period as a query asks.

Each query is at most two comparisons (`timeline.calendar.bounds.QUESTIONS`).  The rows are sorted by the bound that the
first one looks at, so that it is answered by a prefix; over the bounds of the second one stands a tree of maxima, through
which only blocks that hold an answer are entered.  Rows with an open end cost nothing more (prefix maxima would collapse with
the first of them).  This is the interval tree of Cormen et al. (chapter 14.3), laid out in flat arrays.

Rows without a zone and rows with one are kept apart, so that comparing is comparing whole numbers, shifted by what a zone can
be where the one knows its zone and the other does not.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from timeline.calendar.bounds import QUESTIONS, Comparison, Edges, edges, length_limits, room
from timeline.calendar.values import NAIVE_EAST, NAIVE_WEST, Moment, When

LOW, HIGH = -(1 << 62), 1 << 62
UNKNOWN = (LOW, HIGH, LOW, HIGH)  # what an unknown bound counts as: anything may be, nothing must
BLOCK = 8
NAIVE, ZONED, MIXED = range(3)


def count(moment: Moment | None, bound: int) -> int:
    """A bound as a whole number: seconds of UTC, of wall time where no zone is known."""
    return UNKNOWN[bound] if moment is None else max(LOW, min(moment.wall - (moment.offset or 0), HIGH))


def kind(bounds: Edges) -> int:
    """Whether the known bounds of a row lack a zone, have one, or differ in that."""
    kinds = {moment.offset is not None for moment in bounds if moment is not None}
    return MIXED if len(kinds) > 1 else ZONED if True in kinds else NAIVE


class Tree:
    """Rows sorted by a key, with the maxima of their values over blocks, over blocks of blocks, and so on.

    Rows whose value is beyond all limits, such as those without an end, stand in a list of their own.
    """

    def __init__(self, rows: Sequence[int], keys: Sequence[int], values: Sequence[int]) -> None:
        order = sorted(range(len(rows)), key=keys.__getitem__)
        bounded = [n for n in order if values[n] < HIGH]
        self._open = _sorted_rows([n for n in order if values[n] >= HIGH], rows, keys)
        self._rows, self._keys = _sorted_rows(bounded, rows, keys)
        levels = [array("q", (values[n] for n in bounded))]
        while len(levels[-1]) > BLOCK:
            below = levels[-1]
            levels.append(array("q", (max(below[n : n + BLOCK]) for n in range(0, len(below), BLOCK))))
        self._levels = levels

    def find(self, most: int, least: int) -> list[int]:
        """The rows whose key is at most, and whose value is at least, some number."""
        open_rows, open_keys = self._open
        return [*self._bounded(bisect_right(self._keys, most), least), *open_rows[: bisect_right(open_keys, most)]]

    def _bounded(self, stop: int, least: int) -> Sequence[int]:
        """The answers among the first so many rows."""
        if least <= LOW:
            return self._rows[:stop]
        places: Iterable[int] = range(len(self._levels[-1]))
        for level in range(len(self._levels) - 1, 0, -1):
            maxima, width = self._levels[level], BLOCK**level
            below = len(self._levels[level - 1])
            places = [
                child
                for place in places
                if place * width < stop and maxima[place] >= least
                for child in range(place * BLOCK, min((place + 1) * BLOCK, below))
            ]
        values, rows = self._levels[0], self._rows
        return [rows[place] for place in places if place < stop and values[place] >= least]


def _sorted_rows(order: Sequence[int], rows: Sequence[int], keys: Sequence[int]) -> tuple[array[int], array[int]]:
    return array("I", (rows[n] for n in order)), array("q", (keys[n] for n in order))


class Index:
    """The rows of a timeline by their bounds; a tree is made when a query first needs it."""

    def __init__(self, whens: Iterable[When]) -> None:
        """Reads the times of all rows, in order; those without any bound never answer."""
        self._columns = tuple(array("q") for _ in range(4))
        groups: tuple[array[int], ...] = tuple(array("I") for _ in range(3))
        odd: list[When] = []
        self._least = array("q")  # the least length of each row
        for row, when in enumerate(whens):
            known = edges(when)
            for bound, column in enumerate(self._columns):
                column.append(count(known[bound], bound))
            self._least.append(min(length_limits(when)[0], HIGH))
            if when.known:
                of = kind(known)
                groups[of].append(row)
                if of == MIXED:
                    odd.append(when)
        self._groups = groups
        self._odd = tuple(odd)
        self._trees: dict[tuple[int, Comparison, Comparison | None], Tree] = {}

    def find(self, name: str, asked: When, *, certain: bool) -> list[int]:
        """The numbers of the rows that may (or must) answer a question, ascending."""
        question = QUESTIONS[name]
        comparisons = question.must if certain else question.may
        theirs = edges(asked)
        found: list[int] = []
        for group in (NAIVE, ZONED):
            if self._groups[group]:
                limits = [_limit(comparison, theirs, group, certain) for comparison in comparisons]
                second = comparisons[1] if len(comparisons) > 1 else None
                tree = self._tree(group, comparisons[0], second)
                found += tree.find(limits[0], -limits[1] if second is not None else LOW)
        # a row with a zone at one end only is asked by itself; hardly any text has one
        odd = zip(self._groups[MIXED], self._odd, strict=True)
        found += [row for row, when in odd if question.holds(when, asked, certain=certain)]
        found.sort()
        if certain and kind(theirs) == MIXED:  # as `Question.holds` has it: what must hold may hold
            possible = set(self.find(name, asked, certain=False))
            found = [row for row in found if row in possible]
        longest = room(asked) if name == "within" else None
        return found if longest is None else [row for row in found if self._least[row] <= longest]

    def _tree(self, group: int, first: Comparison, second: Comparison | None) -> Tree:
        # "x >= t" is "-x <= -t": one tree serves both directions
        key = (group, first, second)
        if key not in self._trees:
            rows = self._groups[group]
            keys = self._signed(rows, first)
            values = keys if second is None else array("q", (-value for value in self._signed(rows, second)))
            self._trees[key] = Tree(rows, keys, values)
        return self._trees[key]

    def _signed(self, rows: Sequence[int], comparison: Comparison) -> array[int]:
        column = self._columns[comparison.mine]
        return array("q", (column[row] if comparison.below else -column[row] for row in rows))


def _limit(comparison: Comparison, theirs: Edges, group: int, certain: bool) -> int:
    """The number that a row's bound, signed by the direction of the comparison, must not exceed."""
    moment = theirs[comparison.theirs]
    limit = count(moment, comparison.theirs)
    if moment is not None and (moment.offset is None) != (group == NAIVE):
        # what the zone that is not known can make of it, to the advantage of what may and against what must hold
        room = NAIVE_EAST if (group == NAIVE) == comparison.below else -NAIVE_WEST
        if certain:
            room = NAIVE_WEST if (group == NAIVE) == comparison.below else -NAIVE_EAST
        limit += room if comparison.below else -room
    return (limit if comparison.below else -limit) - comparison.strict
