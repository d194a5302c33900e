"""Times in English words, as vague as they are: "about 28 August 2023", "some time between 1 and 17 September 2023".

Words come in pieces, so that a page can say in ``<time datetime>`` which day a piece means.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period
from timeline.calendar.edtf import whole_unit
from timeline.calendar.values import Moment, When
from timeline.entries.entry import Entry
from timeline.export.page.units import (
    Piece,
    Pieces,
    bounds_of,
    clock_piece,
    day_piece,
    duration_words,
    edge_piece,
    hours,
    pair,
    unit_piece,
    zone_words,
)
from timeline.texts.markup import visible


def entry_words(entry: Entry) -> str:
    """When an entry was, in words.

    >>> entry_words(Entry(label="talks", when=When.read("2023-09-16/2023-09-17")))
    '16 to 17 September 2023'
    >>> entry_words(Entry(label="the nineties", when=When.read("1990-01-01/1999-12-31"))), entry_words(Entry(label="talks"))
    ('1990 to 1999', 'no date')
    """
    return "".join(piece.text for piece in entry_pieces(entry))


def entry_pieces(entry: Entry) -> Pieces:
    """When an entry was, in pieces of words; a length, a repetition or the lack of a date where it has none."""
    if entry.dated:
        return when_pieces(entry.when)
    if entry.recurrence is not None:
        said = visible(entry.time.text) if entry.time is not None else ""
        return (Piece(f"again and again: {said}" if said else "again and again"),)
    if entry.duration is not None:
        return (Piece(f"for {duration_words(entry.duration)}, not told when"),)
    return (Piece("date not resolved" if entry.times and not entry.is_reference else "no date"),)


def when_pieces(when: When) -> Pieces:
    """A time in pieces of words.

    >>> [piece.text for piece in when_pieces(When.inside(Moment.of(2023, 1, 1), Moment.of(2023, 9, 18)))]
    ['some time between ', '', '1 January', ' and ', '17 September 2023']
    """
    if not when.known:
        return (Piece("no date"),)
    if when.window:
        return tuple(_window(when))
    return tuple(_extent(when))


# -- windows: some time inside -----------------------------------------------------------------------------------------


def _window(when: When) -> Iterator[Piece]:
    start, end = when.start, when.end
    if start is None or end is None:
        yield from _one_sided(when)
        return
    about = when.start_slack > 0 or when.end_slack > 0
    unit = whole_unit(start.wall, end.wall, when.grain)
    if unit is not None and (when.start_slack > 0) == (when.end_slack > 0):
        yield from _some_time_in(unit, about)
    elif _is_moment(when):
        yield clock_piece(start, about=about)
    elif when.grain == Grain.WEEKEND and start.day + 1 == end.last_day:
        yield Piece("some time over the weekend of ")
        yield from pair(start, end, " and ")
    elif _within_a_day(start, end):
        yield day_piece(start)
        yield Piece(f", between {hours(start)} and {hours(end, end=True)}{zone_words(start)}")
    elif when.grain == Grain.PART and end.wall - start.wall < DAY_SECONDS:  # a night
        yield day_piece(start)
        yield Piece(f", between {hours(start)} and {hours(end)} of the next day{zone_words(start)}")
    else:
        yield Piece("some time between ")
        yield from pair(start, end, " and ", when.start_slack > 0, when.end_slack > 0)


def _some_time_in(unit: Period, about: bool) -> Iterator[Piece]:
    if unit.grain == Grain.SEASON and not about:
        yield Piece("some time between ")
        yield from pair(*bounds_of(unit), " and ")
        return
    yield Piece("about " if about else "" if unit.grain <= Grain.DAY else "some time in ")
    yield unit_piece(unit)


def _one_sided(when: When) -> Iterator[Piece]:
    if when.earliest_start is not None:
        yield from _after(when.earliest_start)
    elif when.latest_end is not None:
        yield from _before(when.latest_end)
    else:  # only the inner bounds are known
        inner = when.latest_start or when.earliest_end
        assert inner is not None  # some bound is known
        late = when.latest_start is not None
        yield Piece("from " if late else "until ")
        yield edge_piece(inner, end=not late)
        yield Piece(" at the latest" if late else " at the earliest")


def _after(moment: Moment) -> Iterator[Piece]:
    yield Piece("after ")
    yield edge_piece(moment, end=True)


def _before(moment: Moment) -> Iterator[Piece]:
    yield Piece("before ")
    yield edge_piece(moment)


# -- extents: from one day to another ----------------------------------------------------------------------------------


def _extent(when: When) -> Iterator[Piece]:
    begins = None in (when.earliest_start, when.latest_start) and when.earliest_start != when.latest_start
    if begins and when.latest_end is not None and not when.approximate:
        yield Piece("until ")  # it had begun by the anchor, or will begin behind it
        yield edge_piece(when.latest_end, end=True)
        return
    if when.ongoing and when.start is not None:
        yield Piece("since ")
        yield from _start(when)
        return
    if when.end is None:
        if when.earliest_start is not None and when.latest_start is None:
            yield from _after(when.earliest_start)
        else:
            yield from _open_end(when)
    elif when.start is None:
        if when.earliest_end is not None:
            yield Piece("until ")
            yield edge_piece(when.end, end=True)
        else:
            yield from _before(when.end)
    else:
        yield from _closed(when, when.start, when.end)


def _open_end(when: When) -> Iterator[Piece]:
    if when.earliest_start is None:
        yield from _one_sided(when)
        return
    yield Piece("from ")
    yield from _start(when)
    yield Piece(" on")


def _closed(when: When, start: Moment, end: Moment) -> Iterator[Piece]:
    crisp = when.earliest_start == when.latest_start and when.earliest_end == when.latest_end
    vague = when.approximate and not crisp
    if not crisp and not vague:
        yield Piece("from ")
        yield from _start(when)
        yield Piece(" to ")
        yield from _end(when)
        return
    unit = whole_unit(start.wall, end.wall, when.grain)
    if unit is not None:
        yield Piece("about " if vague else "")
        yield unit_piece(unit)
    elif _is_moment(when):
        yield clock_piece(start, about=vague)
    elif when.grain == Grain.WEEKEND and start.day + 1 == end.last_day:
        yield Piece("the weekend of ")
        yield from pair(start, end, " and ")
    elif _within_a_day(start, end):
        yield day_piece(start)
        yield Piece(f", {hours(start)} to {hours(end, end=True)}{zone_words(start)}")
    else:
        edges = (vague and when.earliest_start != when.latest_start, vague and when.earliest_end != when.latest_end)
        yield from pair(start, end, " to ", *edges)


def _start(when: When) -> Iterator[Piece]:
    """The start of an extent, which may itself lie in a stretch."""
    low, high = when.earliest_start, when.latest_start
    if low is None or high is None or low == high or when.approximate:
        likely = when.start or high
        assert likely is not None  # the caller saw that there is a start
        yield Piece("about " if when.approximate and low != high else "")
        yield edge_piece(likely)
    else:
        yield from _inside(low, Moment(high.wall + 1, high.offset), when.grain)


def _end(when: When) -> Iterator[Piece]:
    low, high = when.earliest_end, when.latest_end
    if low is None or high is None or low == high:
        likely = when.end
        assert likely is not None  # the caller saw that there is an end
        yield edge_piece(likely, end=True)
    else:
        first = low.wall - low.wall % DAY_SECONDS if low.wall % DAY_SECONDS == 1 else low.wall
        yield from _inside(Moment(first, low.offset), high, when.grain)


def _inside(low: Moment, high: Moment, grain: Grain) -> Iterator[Piece]:
    unit = whole_unit(low.wall, high.wall, grain)
    if unit is not None:
        yield unit_piece(unit)
    else:
        yield Piece("some time between ")
        yield from pair(low, high, " and ")


def _within_a_day(start: Moment, end: Moment) -> bool:
    whole = start.wall % DAY_SECONDS == end.wall % DAY_SECONDS == 0
    return start.day == end.last_day and not whole


def _is_moment(when: When) -> bool:
    """Whether a time is one clock time, told to the hour, minute or second."""
    start, end = when.start, when.end
    return start is not None and end is not None and when.grain < Grain.PART and end.wall - start.wall <= 60
