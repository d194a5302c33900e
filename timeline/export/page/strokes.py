"""How the time of an entry is drawn: a stroke between two seconds, firm where it certainly is, fading where it may be."""

from __future__ import annotations

from attrs import frozen

from timeline.calendar.values import When
from timeline.entries.entry import Entry


@frozen(kw_only=True)
class Stroke:
    """A drawn time, in seconds: it may be anywhere from ``low`` to ``high``, and is firm from ``firm_start`` to ``firm_end``.

    A ``window`` holds its event somewhere inside; an open start or end goes on beyond the drawing.
    """

    number: int
    low: int
    firm_start: int
    firm_end: int
    high: int
    window: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def edges(self) -> tuple[int, ...]:
        """The seconds at which something of it begins or ends."""
        return self.low, self.firm_start, self.firm_end, self.high


def stroke(number: int, entry: Entry) -> Stroke | None:
    """The stroke of an entry, None for one without a date.

    >>> stroke(0, Entry(label="talks", when=When.read("2023-09-18/.."))).open_end
    True
    """
    when = entry.when
    known = [b.wall for b in (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end) if b is not None]
    if not known:
        return None
    low, high = min(known), max(known)
    if when.window:
        return _window(number, when, low, high)
    firm_start = low if when.latest_start is None else when.latest_start.wall
    firm_end = high if when.earliest_end is None else when.earliest_end.wall
    if firm_start >= firm_end:  # no time at which it certainly was: only fading
        firm_start = firm_end = (low + high) // 2 if when.start is None or when.end is None else _likely(when, low, high)
    return Stroke(
        number=number,
        low=low,
        firm_start=firm_start,
        firm_end=firm_end,
        high=high,
        open_start=when.earliest_start is None,
        open_end=when.latest_end is None,
    )


def _likely(when: When, low: int, high: int) -> int:
    start, end = when.start, when.end
    middle = (low if start is None else start.wall) + (high if end is None else end.wall)
    return min(high, max(low, middle // 2))


def _window(number: int, when: When, low: int, high: int) -> Stroke:
    firm_start, firm_end = low + max(0, when.start_slack), high - max(0, when.end_slack)
    crossed = firm_start > firm_end
    return Stroke(
        number=number,
        low=low,
        firm_start=low if crossed else firm_start,
        firm_end=high if crossed else firm_end,
        high=high,
        window=when.days != 1,
        open_start=when.earliest_start is None,
        open_end=when.latest_end is None,
    )
