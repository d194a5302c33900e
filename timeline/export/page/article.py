"""The article with its times and events marked: the text cut at every edge of a mark, so that marks may nest and overlap."""

from __future__ import annotations

import bisect
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from timeline.entries.entry import Entry
from timeline.texts.markup import read_html

BLANK_LINES = re.compile(r"[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+")
LINE = re.compile(r"\r\n?|\n")
KINDS = ("event", "time", "undated")  # of several on the same words the first decides how they look


@frozen(order=True)
class Mark:
    """Words of the text that belong to an entry: from one offset to another, as what, and the entry's number.

    ``main`` marks the place in the text that stands for the whole entry: its event, else its time.
    """

    start: int
    end: int
    kind: str
    number: int
    main: bool = False


@frozen
class Segment:
    """A piece of text under the same marks; ``begins`` are the entries that stand here."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """How it looks."""
        return min((mark.kind for mark in self.marks), key=KINDS.index, default="")

    @property
    def numbers(self) -> tuple[int, ...]:
        """The entries that it belongs to, each once, the one that it leads to first."""
        return tuple(dict.fromkeys(mark.number for mark in self.marks))


Paragraph = tuple[Segment, ...]


def marks_of(numbered: Iterable[tuple[int, Entry]]) -> Iterator[Mark]:
    """The marks of some entries with their numbers: the head of each event, and the words of each time that dates it."""
    for number, entry in numbered:
        for time in entry.times:
            yield Mark(time.start, time.end, "time", number, entry.event is None and time is entry.times[0])
        if entry.event is not None:
            yield Mark(entry.event.start, entry.event.end, "event" if entry.times or entry.dated else "undated", number, True)


def seen(text: str, marks: Iterable[Mark]) -> tuple[str, list[Mark]]:
    """What a reader sees of an HTML text, with the marks where they stand in it.

    >>> seen("<b>3&nbsp;May</b>", [Mark(3, 13, "time", 0)])
    ('3\\xa0May', [Mark(start=0, end=5, kind='time', number=0, main=False)])
    """
    view, offsets = read_html(text)

    def place(offset: int) -> int:
        return bisect.bisect_left(offsets, offset)

    return view, [evolve(mark, start=place(mark.start), end=place(mark.end)) for mark in marks]


def paragraphs(text: str, marks: Iterable[Mark]) -> list[Paragraph]:
    """The paragraphs of a text in segments; without blank lines in the text every line is one.

    >>> [[segment.text for segment in paragraph] for paragraph in paragraphs("It met on Monday.", [Mark(3, 6, "event", 0)])]
    [['It ', 'met', ' on Monday.']]
    """
    known = sorted(mark for mark in marks if 0 <= mark.start < mark.end <= len(text))
    starts = [mark.start for mark in known]
    between = BLANK_LINES if BLANK_LINES.search(text.strip()) else LINE
    found: list[Paragraph] = []
    passed = 0
    for start, end in _blocks(text, between):
        while passed < len(known) and known[passed].end <= start:
            passed += 1
        inside = [mark for mark in known[passed : bisect.bisect_left(starts, end)] if mark.end > start]
        if text[start:end].strip():
            found.append(tuple(_segments(text, start, end, inside)))
    return found


def _blocks(text: str, between: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in between.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _segments(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    cuts = sorted({start, end, *(min(end, max(start, edge)) for mark in marks for edge in (mark.start, mark.end))})
    coming = deque(marks)
    open_here: list[Mark] = []
    for low, high in zip(cuts, cuts[1:], strict=False):
        while coming and coming[0].start <= low:
            open_here.append(coming.popleft())
        open_here = [mark for mark in open_here if mark.end > low]
        # the shortest mark leads: it says most precisely what the words belong to
        over = sorted(open_here, key=lambda mark: (mark.end - mark.start, mark))
        begins = tuple(dict.fromkeys(m.number for m in over if m.main and max(start, m.start) == low))
        yield Segment(text[low:high], tuple(over), begins)
