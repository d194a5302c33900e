"""Laws of the layout: nothing overlaps, order is kept, everything is there once."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Entry, Moment, Timeline, When
from timeline.export.page.drawing import Level, levels
from timeline.export.page.layout import MARGIN, axis_of, columns, lanes, ticks

from . import samples

WIDTH = 760.0
boxes = st.lists(
    st.tuples(st.floats(0, 1000), st.floats(0, 200)).map(lambda box: (box[0], box[0] + box[1])), max_size=40
)
edges = st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=30)


@given(boxes, st.none() | st.integers(1, 5))
def test_boxes_of_a_lane_do_not_touch(found: list[tuple[float, float]], most: int | None) -> None:
    """Whatever stands in one lane stands side by side, in the order given."""
    by_lane: dict[int, list[tuple[float, float]]] = {}
    for box, lane in zip(found, lanes(found, most), strict=True):
        if lane is not None:
            assert most is None or lane < most
            by_lane.setdefault(lane, []).append(box)
    for members in by_lane.values():
        assert all(one[1] < other[0] for one, other in itertools.pairwise(members))


@given(boxes)
def test_boxes_in_order_need_no_more_lanes_than_overlap(found: list[tuple[float, float]]) -> None:
    """First fit in order of the left edge is the best there is: at some place all lanes are in use."""
    found.sort()
    used = [lane for lane in lanes(found) if lane is not None]
    deepest = max((sum(left <= box[0] <= right for left, right in found) for box in found), default=0)
    assert len(set(used)) == deepest


@given(edges, st.integers(1, 10**9))
def test_the_axis_keeps_order(found: list[int], shortest: int) -> None:
    """Later is further right, and everything lies inside the margins."""
    axis = axis_of(found, shortest, WIDTH)
    places = [axis.at(edge) for edge in sorted(found)]
    assert places == sorted(places)
    assert all(MARGIN - 1e-6 <= place <= WIDTH - MARGIN + 1e-6 for place in places)


@given(edges, st.integers(1, 10**9))
def test_the_pieces_of_the_axis_join(found: list[int], shortest: int) -> None:
    """No second and no place is left out between two pieces."""
    for one, other in itertools.pairwise(axis_of(found, shortest, WIDTH).pieces):
        assert one.high == other.low
        assert one.right == pytest.approx(other.left)


@given(edges, st.integers(1, 10**9))
def test_a_shortened_gap_holds_no_edge(found: list[int], shortest: int) -> None:
    """Where something begins or ends the axis is to scale."""
    for piece in axis_of(found, shortest, WIDTH).pieces:
        assert not piece.short or not any(piece.low < edge < piece.high for edge in found)


@given(edges, st.integers(1, 10**9))
def test_ticks_stand_apart(found: list[int], shortest: int) -> None:
    """Labels have room, stand where their second stands, and there is at least one."""
    axis = axis_of(found, shortest, WIDTH)
    made = ticks(axis, 76)
    assert made
    assert all(other.place - one.place >= 76 - 1e-6 for one, other in itertools.pairwise(made))
    assert all(tick.place == pytest.approx(axis.at(tick.second), abs=0.5) for tick in made)


def test_a_long_empty_stretch_is_shortened() -> None:
    """Days in September stay readable beside a day in January of another century."""
    day = 86_400
    axis = axis_of([0, day, 40_000 * day, 40_003 * day], day, WIDTH)
    assert [piece.short for piece in axis.pieces] == [False, True, False]
    assert axis.at(40_003 * day) - axis.at(40_000 * day) > 100


def test_an_even_spread_is_to_scale() -> None:
    """Nothing is shortened where that would win little."""
    assert not any(piece.short for piece in axis_of(range(0, 1000, 50), 10, WIDTH).pieces)


@given(st.lists(st.floats(0, 760), max_size=60))
def test_columns_hold_everything_once(places: list[float]) -> None:
    """Columns go from left to right, lie inside the width, and lose nothing."""
    found = columns(list(enumerate(places)), WIDTH, 12)
    assert sorted(number for column in found for number in column.members) == list(range(len(places)))
    assert all(one.right <= other.left for one, other in itertools.pairwise(found))
    assert all(0 <= column.left < column.right <= WIDTH for column in found)


def drawn(level: Level) -> int:
    """How many entries a level shows or counts."""
    return len(level.bars) + sum(cluster.count for cluster in level.gathered)


@given(st.lists(samples.entries(), max_size=6))
def test_every_dated_entry_is_drawn_or_counted(entries: list[Entry]) -> None:
    """At every zoom each entry with a date is there once."""
    tl = Timeline(entries=tuple(entries))
    for level in levels(tl.entries, None, percent=True):
        assert drawn(level) == sum(entry.dated for entry in entries)


def crowd(count: int) -> list[Entry]:
    """Entries of a day each, all in one year."""
    first, step = Moment.of(2023, 1, 1).wall, 365 * 86_400 // count
    days = (Moment(first + number * step) for number in range(count))
    return [Entry(label=f"entry {n}", when=When.filling(day, Moment(day.wall + 86_400))) for n, day in enumerate(days)]


def test_a_crowd_is_counted_and_comes_apart_when_zoomed() -> None:
    """Three thousand entries in a year: the whole counts them in columns, the closest look names every one."""
    found = levels(crowd(3_000), None, percent=True)
    assert [drawn(level) for level in found] == [3_000] * len(found)
    assert len(found[0].gathered) < 80 and not found[0].bars
    assert len(found[-1].bars) == 3_000


def test_the_first_stands_highest() -> None:
    """Where every entry has a lane of its own, they stand in order from top to bottom, wherever their labels stand."""
    days = [Moment.of(2023, 9, day) for day in (15, 16, 16, 17)]
    label = "a label that takes nearly half of the drawing"
    year = Entry(label=label, when=When.read("2023-01/2023-10"))
    entries = [year, *(Entry(label=label, when=When.filling(day, Moment(day.wall + 86_400))) for day in days)]
    heights = [bar.y for bar in levels(entries, None, percent=True)[0].bars]
    assert heights == sorted(set(heights))


def test_a_few_need_no_zoom() -> None:
    """What is shown with all its labels at once is not drawn again."""
    assert [level.complete for level in levels(crowd(20), None, percent=True)] == [True]


@pytest.mark.parametrize("count", [3, 300, 3_000])
def test_a_drawing_fits_a_screen(count: int) -> None:
    """The whole is never higher than a window."""
    assert levels(crowd(count), None, percent=True)[0].height < 800
