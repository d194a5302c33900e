"""What may and what must hold between two uncertain times.

A question is answered on the instants of UTC: a bound without a zone can be anywhere on Earth, so it is compared
with a zoned one as uncertain; two bounds without a zone share their place and are compared as they stand.
"""

from __future__ import annotations

from timeline.values import Moment, When


def not_after(a: Moment | None, b: Moment | None, *, certain: bool) -> bool:
    """Whether a <= b may hold, or must; an unknown bound may lie anywhere and must lie nowhere.

    >>> noon, noon_utc = Moment.of(2023, 9, 18, 12), Moment.of(2023, 9, 18, 12, offset=0)
    >>> not_after(noon, noon_utc, certain=False), not_after(noon, noon_utc, certain=True)
    (True, False)
    """
    if a is None or b is None:
        return not certain
    if (a.offset is None) == (b.offset is None):
        return a.earliest_utc <= b.earliest_utc
    return a.latest_utc <= b.earliest_utc if certain else a.earliest_utc <= b.latest_utc


def _before(a: Moment | None, b: Moment | None, certain: bool) -> bool:
    return not_after(a, b, certain=certain) and (a is None or b is None or not not_after(b, a, certain=not certain))


def before(a: When, b: When, *, certain: bool = False) -> bool:
    """Whether a may (or must) have ended by the time b started.

    >>> monday, tuesday = When.read("2023-09-18"), When.read("2023-09-19")
    >>> before(monday, tuesday, certain=True), before(tuesday, monday)
    (True, False)
    """
    if certain:
        return not_after(a.latest_end, b.earliest_start, certain=True)
    return not_after(a.earliest_end, b.latest_start, certain=False)


def overlapping(a: When, b: When, *, certain: bool = False) -> bool:
    """Whether a and b may (or must) have had some time in common.

    >>> overlapping(When.read("2023-09"), When.read("2023-09-18"), certain=True)
    True
    """
    if certain:
        return _before(a.latest_start, b.earliest_end, True) and _before(b.latest_start, a.earliest_end, True)
    return _before(a.earliest_start, b.latest_end, False) and _before(b.earliest_start, a.latest_end, False)


def within(a: When, b: When, *, certain: bool = False) -> bool:
    """Whether a may (or must) have begun and ended inside b.

    >>> within(When.read("2023-09-18"), When.read("2023-09"), certain=True)
    True
    """
    if certain:
        return not_after(b.latest_start, a.earliest_start, certain=True) and not_after(
            a.latest_end, b.earliest_end, certain=True
        )
    return not_after(b.earliest_start, a.latest_start, certain=False) and not_after(
        a.earliest_end, b.latest_end, certain=False
    )
