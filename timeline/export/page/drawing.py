"""The drawn timeline as SVG: strokes on an axis, labelled while there is room, gathered into clusters where there is none.

Layout is done in units of a nominal width.  In a page the places across are percentages, so that the drawing grows with the
page while its letters do not; in a file by itself they are units of its view box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from timeline.asking.table import columns, shortened
from timeline.calendar.almanac import DAY_SECONDS, Grain, civil
from timeline.calendar.durations import Duration
from timeline.calendar.values import Moment
from timeline.entries.entry import Entry
from timeline.export.page.layout import Axis, Tick, axis_of, clusters, lanes, ticks
from timeline.export.page.strokes import Stroke, stroke
from timeline.export.page.units import MONTHS, day_words, duration_words, year_words
from timeline.export.page.words import entry_words

WIDTH = 760.0  # nominal, of the whole timeline at once
ZOOMS = (1, 6, 36)
LABEL_COLUMNS = 46
COLUMN_WIDTH = 7.0  # of a letter; generous, since nobody knows the reader's font
LABELLED_LANES, BARE_LANES = 24, 14
LABELLED_HEIGHT, BARE_HEIGHT = 32.0, 10.0
BAR_HEIGHT = 8.0
LEAST_BAR, OPEN_END = 5.0, 34.0  # the width of the shortest bar; how far an open one goes on
CLUSTER_WIDTH, CLUSTER_HEIGHT = 38.0, 26.0
TOP, AXIS_HEIGHT, TICKS_APART = 22.0, 44.0, 76.0
EDGE = 40.0  # so near to an end of the drawing a label does not stand across its tick
GAP = 6.0  # between two things of a lane


@frozen(kw_only=True)
class Shape:
    """One part of a bar: what it is (firm, fade-in, fade-out, window, arrow-left, arrow-right, cut), where, how wide."""

    kind: str
    x: str
    width: str = ""
    end: str = ""


@frozen(kw_only=True)
class Mark:
    """One drawn entry."""

    number: int
    title: str
    factuality: str
    y: float
    shapes: tuple[Shape, ...]
    label: str = ""
    label_x: str = ""
    label_end: bool = False


@frozen(kw_only=True)
class Gathered:
    """A drawn cluster: how many entries begin here that found no room, and what the first of them is."""

    first: int
    count: int
    title: str
    x: str
    width: str
    middle: str


@frozen(kw_only=True)
class Line:
    """A line across the drawing, or a shortened piece of the axis, with its words in one or two rows."""

    x: str
    label: str
    below: str = ""
    anchor: str = "middle"


@frozen(kw_only=True)
class Level:
    """The drawing at one zoom, with all places as SVG writes them."""

    zoom: int
    width: float
    height: float
    base: float
    marks: tuple[Mark, ...]
    gathered: tuple[Gathered, ...]
    ticks: tuple[Line, ...]
    gaps: tuple[Line, ...]
    anchor: Line | None
    labelled: bool


Place = Callable[[float], str]


def levels(entries: Sequence[Entry], anchor: Moment | None, *, percent: bool, zooms: Sequence[int] = ZOOMS) -> list[Level]:
    """The drawing of some entries at one zoom after the other, up to the first that shows every entry with its label."""
    strokes = [found for number, entry in enumerate(entries) if (found := stroke(number, entry)) is not None]
    made: list[Level] = []
    for zoom in zooms if strokes else ():
        made.append(_level(entries, strokes, anchor, zoom, percent))
        if made[-1].labelled:
            break
    return made


def _level(entries: Sequence[Entry], strokes: Sequence[Stroke], anchor: Moment | None, zoom: int, percent: bool) -> Level:
    width = WIDTH * zoom
    published = _published(strokes, anchor)
    edges = [edge for each in strokes for edge in each.edges] + ([] if published is None else [published])
    axis = axis_of(edges, min(max(1, each.high - each.low) for each in strokes), width)

    def place(x: float) -> str:
        return f"{100 * x / width:.4g}%" if percent else f"{x:.1f}".removesuffix(".0")

    spans = [_span(each, axis, width) for each in strokes]
    labels = [shortened(entries[each.number].label, LABEL_COLUMNS) for each in strokes]
    boxes = [_labelled_box(span, label, width) for span, label in zip(spans, labels, strict=True)]
    found = lanes([(left, right) for left, right, _, _ in boxes], LABELLED_LANES)
    labelled = None not in found
    height = LABELLED_HEIGHT if labelled else BARE_HEIGHT
    if not labelled:
        found = lanes([(left, right + GAP / 2) for left, right in spans], BARE_LANES)
    base = TOP + height * (1 + max((lane for lane in found if lane is not None), default=0)) + GAP
    rows = zip(strokes, spans, labels, boxes, found, strict=True)
    marks = tuple(
        Mark(
            number=each.number,
            title=title_of(entries[each.number]),
            factuality=entries[each.number].factuality,
            y=TOP + lane * height + (height - BAR_HEIGHT - GAP if labelled else 1),
            shapes=tuple(_shapes(each, axis, span, place)),
            label=label if labelled else "",
            label_x=place(box[2]),
            label_end=box[3],
        )
        for each, span, label, box, lane in rows
        if lane is not None
    )
    left_over = [(each.number, span[0]) for each, span, lane in zip(strokes, spans, found, strict=True) if lane is None]
    gathered = tuple(_gathered(entries, left_over, width, place))
    base += CLUSTER_HEIGHT if gathered else 0
    return Level(
        zoom=zoom,
        width=width,
        height=base + AXIS_HEIGHT,
        base=base,
        marks=marks,
        gathered=gathered,
        ticks=tuple(_tick_lines(ticks(axis, TICKS_APART), width, place)),
        gaps=tuple(_gap_lines(axis, place)),
        anchor=None if published is None or anchor is None else Line(x=place(axis.at(published)), label=day_words(anchor.day)),
        labelled=labelled,
    )


def _published(strokes: Sequence[Stroke], anchor: Moment | None) -> int | None:
    """The second of the anchor, where it lies in the drawing or near it."""
    if anchor is None:
        return None
    low, high = min(each.low for each in strokes), max(each.high for each in strokes)
    near = max(2 * DAY_SECONDS, (high - low) // 5)
    return anchor.wall if low - near <= anchor.wall <= high + near else None


def _span(each: Stroke, axis: Axis, width: float) -> tuple[float, float]:
    left, right = axis.at(each.low), axis.at(each.high)
    if each.open_start:
        left = max(0.0, left - OPEN_END)
    if each.open_end:
        right = min(width, right + OPEN_END)
    return left, max(right, left + LEAST_BAR)


def _labelled_box(span: tuple[float, float], label: str, width: float) -> tuple[float, float, float, bool]:
    """The room that a bar and the label above it take, where the label stands, and whether it ends there."""
    left, right = span
    length = columns(label) * COLUMN_WIDTH
    if left + length <= width:
        return left, max(right, left + length) + GAP, left, False
    stands = min(width, max(right, length))
    return min(left, stands - length), max(right, stands) + GAP, stands, True


def _shapes(each: Stroke, axis: Axis, span: tuple[float, float], place: Place) -> Iterator[Shape]:
    left, right = span
    firm_left, firm_right = axis.at(each.firm_start), axis.at(each.firm_end)
    if right - left <= LEAST_BAR:
        firm_left, firm_right = left, right
    if each.open_start:
        yield Shape(kind="arrow-left", x=place(left))
    if firm_left > left:
        yield Shape(kind="fade-in", x=place(left), width=place(firm_left - left), end=place(firm_left))
    if firm_right > firm_left:
        kind = "window" if each.window else "firm"
        yield Shape(kind=kind, x=place(firm_left), width=place(firm_right - firm_left), end=place(firm_right))
    if right > firm_right:
        yield Shape(kind="fade-out", x=place(firm_right), width=place(right - firm_right), end=place(right))
    if each.open_end:
        yield Shape(kind="arrow-right", x=place(right))
    for piece in axis.pieces:
        if piece.short and left <= piece.left and piece.right <= right:
            yield Shape(kind="cut", x=place((piece.left + piece.right) / 2))


def title_of(entry: Entry) -> str:
    """An entry in one line: what, when, and how far it is asserted."""
    told = "" if entry.factuality == "asserted" else f" ({entry.factuality})"
    return f"{entry.label}{told}: {entry_words(entry)}"


def _gathered(entries: Sequence[Entry], places: Sequence[tuple[int, float]], width: float, place: Place) -> Iterator[Gathered]:
    for found in clusters(places, width, CLUSTER_WIDTH):
        first, last = entries[found.members[0]], entries[found.members[-1]]
        yield Gathered(
            first=found.members[0],
            count=len(found.members),
            title=f"{len(found.members)} more, from {entry_words(first)} to {entry_words(last)}",
            x=place(found.left + 1),
            width=place(found.right - found.left - 2),
            middle=place((found.left + found.right) / 2),
        )


def _tick_lines(found: Sequence[Tick], width: float, place: Place) -> Iterator[Line]:
    before = ""
    for tick in found:
        label, context = tick_words(tick)
        anchor = "start" if tick.place < EDGE else "end" if tick.place > width - EDGE else "middle"
        yield Line(x=place(tick.place), label=label, below=context if context != before else "", anchor=anchor)
        before = context


def tick_words(tick: Tick) -> tuple[str, str]:
    """What a tick says: its own unit, and below it the larger one.

    >>> tick_words(Tick(0.0, 738781 * 86400, Grain.DAY))
    ('18 Sep', '2023')
    """
    year, month, day = civil(tick.second // DAY_SECONDS)
    if tick.step < Grain.DAY:
        minutes, second = divmod(tick.second % DAY_SECONDS, 60)
        clock = f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if tick.step == Grain.SECOND else "")
        return clock, f"{day} {MONTHS[month - 1][:3]} {year_words(year)}"
    if tick.step == Grain.DAY:
        return f"{day} {MONTHS[month - 1][:3]}", year_words(year)
    return (MONTHS[month - 1][:3], year_words(year)) if tick.step == Grain.MONTH else (year_words(year), "")


def _gap_lines(axis: Axis, place: Place) -> Iterator[Line]:
    for piece in axis.pieces:
        if piece.short:
            middle = (piece.left + piece.right) / 2
            yield Line(x=place(middle), label=_length_words(piece.high - piece.low))


def _length_words(seconds: float) -> str:
    """A length in the largest unit that it holds twice.

    >>> _length_words(236 * 86400)
    '7 months'
    """
    for grain in (Grain.CENTURY, Grain.YEAR, Grain.MONTH, Grain.WEEK, Grain.DAY, Grain.HOUR, Grain.MINUTE):
        length = Duration.of(1, grain).seconds
        if length is not None and seconds >= 2 * length:
            return duration_words(Duration.of(int(seconds // length), grain))
    return duration_words(Duration.of(int(seconds), Grain.SECOND))


LEGEND = {
    "firm": "as long as the time told",
    "fade": "begins or ends about then",
    "window": "some time in between",
    "arrow": "goes on",
    "planned": "planned or only possible",
    "gap": "shortened: nothing begins or ends",
}
NOT_YET = ("planned", "possible", "conditional")


def legend(drawn: Sequence[Level]) -> list[tuple[str, str]]:
    """What the shapes of a drawing mean: those that occur, in words."""
    found = {shape.kind.partition("-")[0] for level in drawn for mark in level.marks for shape in mark.shapes}
    found |= {"gap" for level in drawn if level.gaps}
    found |= {"planned" for level in drawn for mark in level.marks if mark.factuality in NOT_YET}
    return [(kind, words) for kind, words in LEGEND.items() if kind in found]
