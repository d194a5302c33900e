"""Where things stand in a drawn timeline: pure functions from stretches of time to places on a line and lanes below it.

Places are in units of a nominal width, which the drawing scales.  Where nothing begins or ends for long the axis is
shortened: such a gap is a piece that is not to scale, and the drawing shows it as one.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period, day_number

WORTH = 2.5  # how many times larger a shortened gap must make the rest
MOST_GAPS = 3
GAP_WIDTH = 130.0  # of a shortened gap, at the least
WIDEST_UNIT = 80.0  # of the shortest stretch, so that two single days do not fill the page
MARGIN = 26.0  # left and right of the outermost edges


@frozen
class Piece:
    """A part of the axis: seconds from ``low`` to ``high`` between two places; to scale unless it is ``short``."""

    low: float
    high: float
    left: float
    right: float
    short: bool = False


@frozen
class Axis:
    """Where every second stands: pieces from left to right, each beginning where the one before ends."""

    pieces: tuple[Piece, ...]

    def at(self, second: float) -> float:
        """The place of a second; outside the axis that of its nearer end.

        >>> axis_of([0, 100], 100, 124.0).at(50)
        62.0
        """
        number = bisect.bisect_right(self.pieces, second, key=lambda piece: piece.low) - 1
        piece = self.pieces[max(0, number)]
        if piece.high == piece.low:
            return piece.left
        part = min(1.0, max(0.0, (second - piece.low) / (piece.high - piece.low)))
        return piece.left + part * (piece.right - piece.left)


def axis_of(edges: Iterable[int], shortest: int, width: float) -> Axis:
    """The axis on which some edges (seconds) stand, when the shortest stretch between edges of one thing is so long.

    >>> [piece.short for piece in axis_of([0, 10, 10_000, 10_010], 10, 800).pieces]
    [False, True, False]
    """
    points = sorted(set(edges))
    first, last = points[0], points[-1]
    room = width - 2 * MARGIN
    missing = max(1, shortest) * room / WIDEST_UNIT - (last - first)
    if missing > 0:  # few things: some empty time on both sides, or a single day would be as wide as the page
        return Axis((Piece(first - missing / 2, last + missing / 2, MARGIN, width - MARGIN),))
    gaps, scale = _long_gaps(points, shortest, room)
    if not gaps:
        return Axis((Piece(first, last, MARGIN, width - MARGIN),))
    rest = (last - first) - sum(high - low for low, high in gaps)
    return Axis(tuple(_pieces(first, last, gaps, scale, (room - scale * rest) / len(gaps))))


def _long_gaps(points: Sequence[int], shortest: int, room: float) -> tuple[list[tuple[int, int]], float]:
    """The gaps to be shortened, from left to right, and the scale of the rest: as few as possible, each worth it."""
    rest = points[-1] - points[0]
    longest = sorted(zip(points, points[1:], strict=False), key=lambda gap: gap[0] - gap[1])[:MOST_GAPS]
    best, scale = 0, room / rest
    gain = scale
    for count, (low, high) in enumerate(longest, start=1):
        rest -= high - low
        larger = min((room - GAP_WIDTH * count) / max(1, rest), WIDEST_UNIT / max(1, shortest))
        if larger / WORTH**count > gain:
            best, scale, gain = count, larger, larger / WORTH**count
    return sorted(longest[:best]), scale


def _pieces(first: int, last: int, gaps: Sequence[tuple[int, int]], scale: float, gap_width: float) -> Iterator[Piece]:
    place, second = MARGIN, first
    for low, high in [*gaps, (last, last)]:
        right = place + (low - second) * scale
        if low > second:
            yield Piece(second, low, place, right)
        place = right
        if high > low:
            yield Piece(low, high, place, place + gap_width, short=True)
            place += gap_width
        second = high


# -- lanes -------------------------------------------------------------------------------------------------------------


def lanes(boxes: Sequence[tuple[float, float]], most: int | None = None) -> list[int | None]:
    """A lane for each box (left, right), the first in which it touches none before it; None where there is no room.

    >>> lanes([(0, 10), (5, 15), (11, 20), (12, 13)], most=2)
    [0, 1, 0, None]
    """
    ends: list[float] = []
    found: list[int | None] = []
    for left, right in boxes:
        lane = next((number for number, end in enumerate(ends) if end < left), len(ends))
        if most is not None and lane >= most:
            found.append(None)
            continue
        if lane == len(ends):
            ends.append(right)
        ends[lane] = right
        found.append(lane)
    return found


@frozen
class Column:
    """A column of the page, and the numbers of the things that begin in it."""

    left: float
    right: float
    members: tuple[int, ...]


def columns(places: Sequence[tuple[int, float]], width: float, column: float) -> list[Column]:
    """Numbered places gathered by columns of a width, from left to right; empty columns are left out.

    >>> [(found.left, found.members) for found in columns([(0, 5.0), (1, 31.0), (2, 8.0)], 100, 30)]
    [(0, (0, 2)), (30, (1,))]
    """
    by: dict[int, list[int]] = {}
    most = max(0, int((width - column) // column))
    for number, place in places:
        by.setdefault(min(most, max(0, int(place // column))), []).append(number)
    return [Column(count * column, (count + 1) * column, tuple(by[count])) for count in sorted(by)]


# -- ticks -------------------------------------------------------------------------------------------------------------


@frozen
class Tick:
    """A mark on the axis where a unit of the calendar begins; ``step`` is the unit that its label tells."""

    place: float
    second: int
    step: Grain


def ticks(axis: Axis, apart: float) -> list[Tick]:
    """The ticks of an axis: units of the calendar at least so far apart; one at the start of a piece that has none.

    >>> [tick.second for tick in ticks(axis_of([0, 1000], 100, 800), 100)]
    [0, 300, 600, 900]
    """
    found: list[Tick] = []
    for piece in axis.pieces:
        own = [] if piece.short or piece.high == piece.low else list(_in_piece(piece, apart))
        if not own and not piece.short:
            own = [Tick(piece.left, round(piece.low), _edge_grain(round(piece.low)))]
        found += [tick for tick in own if not found or tick.place - found[-1].place >= apart]
    lone = axis.pieces[0]
    if lone.short:  # what stands before the first gap is a single edge, and needs its date most
        edge = Tick(lone.left, round(lone.low), _edge_grain(round(lone.low)))
        found = [edge, *(tick for tick in found if tick.place - edge.place >= apart)]
    return found


def _edge_grain(second: int) -> Grain:
    return Grain.DAY if second % DAY_SECONDS == 0 else Grain.MINUTE


def _in_piece(piece: Piece, apart: float) -> Iterator[Tick]:
    least = apart * (piece.high - piece.low) / (piece.right - piece.left)  # seconds between two ticks
    scale = (piece.right - piece.left) / (piece.high - piece.low)
    for second, step in _units(piece.low, piece.high, least):
        yield Tick(piece.left + (second - piece.low) * scale, second, step)


# Steps within a day and of days, in seconds, with the unit that a tick tells; weeks begin on the Monday of day 1, longer
# steps are months and years.
STEPS = (
    *((count, Grain.SECOND) for count in (1, 5, 15, 30)),
    *((count * 60, Grain.MINUTE) for count in (1, 5, 15, 30, 60, 180, 360, 720)),
    (DAY_SECONDS, Grain.DAY),
)
WEEK_STEPS = (7 * DAY_SECONDS, 14 * DAY_SECONDS)
MONTH_STEPS = ((1, Grain.MONTH), (3, Grain.MONTH), (6, Grain.MONTH))
SHORTEST_MONTH = 28 * DAY_SECONDS


def _units(low: float, high: float, least: float) -> Iterator[tuple[int, Grain]]:
    """The beginnings of calendar units in a stretch, of the finest kind that lie at least so many seconds apart."""
    for step, grain in STEPS:
        if step >= least:
            return ((second, grain) for second in _multiples(low, high, step, 0))
    for step in WEEK_STEPS:
        if step >= least:
            return ((second, Grain.DAY) for second in _multiples(low, high, step, DAY_SECONDS))
    return _months(low, high, least)


def _multiples(low: float, high: float, step: int, origin: int) -> Iterator[int]:
    second = origin + math.ceil((low - origin) / step) * step
    while second <= high:
        yield second
        second += step


def _months(low: float, high: float, least: float) -> Iterator[tuple[int, Grain]]:
    step, grain = next(found for found in _month_steps() if found[0] * SHORTEST_MONTH >= least)
    number = Period.of_day(math.floor(low / DAY_SECONDS)).to(Grain.MONTH).index // step * step
    while (second := day_number(number // 12, number % 12 + 1, 1) * DAY_SECONDS) <= high:
        if second >= low:
            yield second, grain
        number += step


def _month_steps() -> Iterator[tuple[int, Grain]]:
    yield from MONTH_STEPS
    for power in itertools.count():
        yield from ((12 * years * 10**power, Grain.YEAR) for years in (1, 2, 5))
