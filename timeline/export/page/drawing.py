"""The drawn timeline as SVG: strokes on an axis with their labels; without labels where those find no room; columns that
count entries where even strokes find none.

Layout is done in units of a nominal width.  In a page the places across are percentages, so that the drawing grows with the
page while its letters do not; in a file by itself they are units of its view box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from timeline.asking.table import columns as columns_of
from timeline.asking.table import shortened
from timeline.calendar.almanac import DAY_SECONDS, Grain, civil, time_of_day
from timeline.calendar.durations import Duration
from timeline.calendar.values import Moment
from timeline.entries.entry import Entry
from timeline.export.page.layout import Axis, Tick, axis_of, columns, lanes, ticks
from timeline.export.page.strokes import Stroke, stroke
from timeline.export.page.units import MONTHS, duration_words, year_words
from timeline.export.page.words import entry_words

WIDTH = 760.0  # nominal, of the whole timeline at once
ZOOMS = (1, 6, 36)
LABEL_COLUMNS = 46
LETTER_WIDTH = 7.0  # generous, since nobody knows the reader's font
LABELLED_LANES, BARE_LANES = 24, 30  # at the most
ENOUGH = 0.5  # of the entries: a closer look may count the others
LABELLED_HEIGHT, BARE_HEIGHT = 27.0, 10.0
BAR_HEIGHT = 6.0
POINT = 9.0  # what is shorter is a point, whatever it is
OPEN_END = 34.0  # how far an open bar goes on
COLUMN_WIDTH, COLUMN_HEIGHT, MORE_HEIGHT = 12.0, 110.0, 48.0  # the last below lanes
TOP, AXIS_HEIGHT, TICKS_APART = 22.0, 40.0, 76.0
TICKS_SEEN = 8  # in a window, at the least
EDGE = 40.0  # so near to an end of the drawing a label does not stand across its tick
GAP = 6.0  # between two things of a lane
LEGEND = {
    "firm": "as long as the time told",
    "point": "too short to be drawn to scale",
    "fade": "begins or ends about then",
    "window": "some time in between",
    "arrow": "goes on",
    "planned": "planned or only possible",
    "cancelled": "crossed out: called off",
    "column": "so many begin then, at the earliest",
    "gap": "shortened: nothing begins or ends",
}
NOT_YET = frozenset({"planned", "possible", "conditional"})


@frozen(kw_only=True)
class Shape:
    """One part of a bar: where it is, how wide, and what.

    Kinds are firm, fade-in, fade-out, window, doubt, arrow-left, arrow-right, point and cut.
    """

    kind: str
    x: str
    width: str = ""
    end: str = ""


@frozen(kw_only=True)
class Bar:
    """One drawn entry; ``manner`` is its factuality, or "cancelled"."""

    number: int
    title: str
    manner: str
    y: float
    shapes: tuple[Shape, ...]
    label: str = ""
    label_x: str = ""
    label_end: bool = False


@frozen(kw_only=True)
class Gathered:
    """A drawn column: how many entries begin in it, and the number of the first."""

    first: int
    count: int
    title: str
    x: str
    width: str
    middle: str
    height: float


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
    bars: tuple[Bar, ...]
    gathered: tuple[Gathered, ...]
    ticks: tuple[Line, ...]
    gaps: tuple[Line, ...]
    anchor: str | None
    columns: float

    @property
    def complete(self) -> bool:
        """Whether every entry is shown with its label, so that a closer look would show no more."""
        return not self.gathered and all(bar.label for bar in self.bars)


Place = Callable[[float], str]


def levels(entries: Sequence[Entry], anchor: Moment | None, *, percent: bool, zooms: Sequence[int] = ZOOMS) -> list[Level]:
    """The drawing of some entries at one zoom after the other, up to the first that shows every entry with its label."""
    strokes = [found for number, entry in enumerate(entries) if (found := stroke(number, entry)) is not None]
    made: list[Level] = []
    for zoom in zooms if strokes else ():
        made.append(_level(entries, strokes, anchor, zoom, percent))
        if made[-1].complete:
            break
    return made


def _level(entries: Sequence[Entry], strokes: Sequence[Stroke], anchor: Moment | None, zoom: int, percent: bool) -> Level:
    width = WIDTH * zoom
    published = _published(strokes, anchor)
    edges = [edge for each in strokes for edge in each.edges] + ([] if published is None else [published])
    axis = axis_of(edges, min(max(1, each.high - each.low) for each in strokes), width)

    def place(x: float) -> str:
        return f"{100 * x / width:.5g}%" if percent else f"{x:.1f}".removesuffix(".0")

    spans = [(each, *_span(each, axis, width)) for each in strokes]
    rows, left_over = _placed(entries, spans, zoom)
    high = (MORE_HEIGHT if rows else COLUMN_HEIGHT) if left_over else 0.0
    base = TOP + max((row.bottom for row in rows), default=0.0) + high + GAP
    return Level(
        zoom=zoom,
        width=width,
        height=base + AXIS_HEIGHT,
        base=base,
        bars=tuple(_bar(entries[row.stroke.number], row, axis, place) for row in rows),
        gathered=tuple(_gathered(entries, left_over, width, high - GAP, place)),
        ticks=tuple(_tick_lines(ticks(axis, TICKS_APART), width, place)),
        gaps=tuple(_gap_lines(axis, place)),
        anchor=None if published is None else place(axis.at(published)),
        columns=high,
    )


Span = tuple[Stroke, float, float]


def _placed(entries: Sequence[Entry], spans: Sequence[Span], zoom: int) -> tuple[list[_Row], list[Span]]:
    """The strokes in lanes, with their labels if possible, and those that are only counted."""
    # what is wider than the window would fill the lanes of a closer look, and is better seen in the whole
    narrow = spans if zoom == 1 else [span for span in spans if span[2] - span[1] <= WIDTH]
    for place in (_labelled, _bare):
        rows = place(entries, narrow, WIDTH * zoom)
        if len(rows) == len(spans) or (zoom > 1 and len(rows) >= ENOUGH * len(spans)):
            shown = {row.stroke.number for row in rows}
            return rows, [span for span in spans if span[0].number not in shown]
    return [], list(spans)


@frozen(kw_only=True)
class _Row:
    """A stroke with its place in a lane, and with the place of its label if it has one."""

    stroke: Stroke
    left: float
    right: float
    top: float
    bottom: float
    label: str = ""
    label_x: float = 0.0
    label_end: bool = False


def _labelled(entries: Sequence[Entry], spans: Sequence[Span], width: float) -> list[_Row]:
    """The strokes that find a lane, each below its label."""
    labels = [_short(entries[each.number].label) for each, _, _ in spans]
    boxes = [_box(left, right, label, width) for (_, left, right), label in zip(spans, labels, strict=True)]
    found = lanes([(left, right) for left, right, _, _ in boxes], LABELLED_LANES)
    return [
        _Row(
            stroke=each,
            left=left,
            right=right,
            top=TOP + (lane + 1) * LABELLED_HEIGHT - BAR_HEIGHT - 4,
            bottom=(lane + 1) * LABELLED_HEIGHT,
            label=label,
            label_x=box[2],
            label_end=box[3],
        )
        for (each, left, right), label, box, lane in zip(spans, labels, boxes, found, strict=True)
        if lane is not None
    ]


def _bare(entries: Sequence[Entry], spans: Sequence[Span], width: float) -> list[_Row]:
    """The strokes that find a lane without their labels."""
    found = lanes([(left, right + GAP / 2) for _, left, right in spans], BARE_LANES)
    return [
        _Row(stroke=each, left=left, right=right, top=TOP + lane * BARE_HEIGHT + 2, bottom=(lane + 1) * BARE_HEIGHT)
        for (each, left, right), lane in zip(spans, found, strict=True)
        if lane is not None
    ]


def _bar(entry: Entry, row: _Row, axis: Axis, place: Place) -> Bar:
    return Bar(
        number=row.stroke.number,
        title=title_of(entry),
        manner="cancelled" if entry.cancelled else entry.factuality,
        y=row.top,
        shapes=tuple(_shapes(row, axis, place)),
        label=row.label,
        label_x=place(row.label_x),
        label_end=row.label_end,
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
    return left, max(right, left + POINT)


def _short(label: str) -> str:
    """A label cut to the width of the drawing, behind a word if one ends near."""
    text = shortened(label, LABEL_COLUMNS)
    if text == label:
        return text
    head, _, tail = text.removesuffix("…").rpartition(" ")
    return f"{head}…" if head and len(tail) < LABEL_COLUMNS // 3 else text


def _box(left: float, right: float, label: str, width: float) -> tuple[float, float, float, bool]:
    """The room that a stroke and the label above it take, where the label stands, and whether it ends there."""
    length = columns_of(label) * LETTER_WIDTH
    if left + length <= width:
        return left, max(right, left + length) + GAP, left, False
    stands = min(width, max(right, length))
    return min(left, stands - length), max(right, stands) + GAP, stands, True


def _shapes(row: _Row, axis: Axis, place: Place) -> Iterator[Shape]:
    each, left, right = row.stroke, row.left, row.right
    if right - left <= POINT:
        yield Shape(kind="point", x=place(left + POINT / 2))
        return

    def part(kind: str, low: float, high: float) -> Shape:
        return Shape(kind=kind, x=place(low), width=place(high - low), end=place(high))

    firm_left, firm_right = axis.at(each.firm_start), axis.at(each.firm_end)
    if each.open_start:
        yield Shape(kind="arrow-left", x=place(left))
    if firm_left > left:
        yield part("doubt" if each.window else "fade-in", left, firm_left)
    if firm_right > firm_left:
        yield part("window" if each.window else "firm", firm_left, firm_right)
    if right > firm_right:
        yield part("doubt" if each.window else "fade-out", firm_right, right)
    if each.open_end:
        yield Shape(kind="arrow-right", x=place(right))
    for piece in axis.pieces:
        if piece.short and left <= piece.left and piece.right <= right:
            yield Shape(kind="cut", x=place((piece.left + piece.right) / 2))


def title_of(entry: Entry) -> str:
    """An entry in one line: what, when, and how far it is asserted."""
    told = " (called off)" if entry.cancelled else "" if entry.factuality == "asserted" else f" ({entry.factuality})"
    return f"{entry.label}{told}: {entry_words(entry)}"


def _gathered(
    entries: Sequence[Entry], spans: Sequence[Span], width: float, height: float, place: Place
) -> Iterator[Gathered]:
    """Strokes counted by the column that they begin in; the highest column takes all the height there is."""
    found = columns([(each.number, left) for each, left, _ in spans], width, COLUMN_WIDTH)
    most = max((len(column.members) for column in found), default=1)
    for column in found:
        count, first, last = len(column.members), entries[column.members[0]], entries[column.members[-1]]
        yield Gathered(
            first=column.members[0],
            count=count,
            title=f"{count} begin here, from {entry_words(first)} to {entry_words(last)}" if count > 1 else title_of(first),
            x=place(column.left + 1),
            width=place(column.right - column.left - 2),
            middle=place((column.left + column.right) / 2),
            height=max(3.0, round(height * count / most, 1)),
        )


def _tick_lines(found: Sequence[Tick], width: float, place: Place) -> Iterator[Line]:
    before = ""
    for number, tick in enumerate(found):
        label, context = tick_words(tick)
        if number % TICKS_SEEN == 0:
            before = ""  # a drawing that is larger than the window shows somewhere what year it is
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
        clock = time_of_day(tick.second, seconds=tick.step == Grain.SECOND)
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


def legend(drawn: Sequence[Level]) -> list[tuple[str, str]]:
    """What the shapes of a drawing mean: those that occur, in words."""
    found = {shape.kind.partition("-")[0] for level in drawn for bar in level.bars for shape in bar.shapes}
    found |= {"fade"} if "doubt" in found else set()
    found |= {"gap" for level in drawn if level.gaps} | {"column" for level in drawn if level.gathered}
    manners = {bar.manner for level in drawn for bar in level.bars}
    found |= {"planned"} if manners & NOT_YET else set()
    found |= manners & {"cancelled"}
    return [(kind, words) for kind, words in LEGEND.items() if kind in found]
