"""A `When` in the words of the annotators of event times (Reimers et al. 2018): single or multi, begin and end.

They write a day as ``{"exact": day}``, a stretch in which the day lies as ``{"after": first, "before": last}`` with both
days included, and an open stretch by the day that it does not reach: "before the article date" names the article's
day, and so does "after the article date".  A month ends on the 28th, whatever its length.  What is unknown is ``{}``.
"""

from __future__ import annotations

import datetime
from typing import TypedDict

from timeline import Moment, When
from timeline.calendar.almanac import DAY_SECONDS, civil, day_number, month_length
from timeline.calendar.edtf import day_text

Point = dict[str, str]
ONE_DAY = datetime.timedelta(days=1)


class EventTime(TypedDict):
    """The three fields of an annotated event time."""

    kind: str
    begin: Point
    end_point: Point


def event_time(when: When, article: int | None) -> EventTime:
    """A time in the annotators' form; ``article`` is the number of the article's day.

    >>> monday = Moment.of(2023, 9, 18)
    >>> event_time(When.inside(None, monday), monday.day)["begin"]
    {'before': '2023-09-18'}
    >>> event_time(When.inside(Moment.of(2023, 8, 1), Moment.of(2023, 9, 1)), monday.day)["begin"]
    {'after': '2023-08-01', 'before': '2023-08-28'}
    """
    if not when.known:
        return {"kind": "none", "begin": {}, "end_point": {}}
    if _single(when):
        day = _point(when.earliest_start, when.latest_end, article, ends=True)
        return {"kind": "single", "begin": day, "end_point": day}
    begin = _point(when.earliest_start, when.latest_start, article, ends=False)
    return {"kind": "multi", "begin": begin, "end_point": _end_point(when, article)}


def _single(when: When) -> bool:
    """Whether the event is told as that of one day: what lies somewhere in a window is taken for short."""
    if when.min_duration is not None and when.min_duration > ONE_DAY:
        return False
    if when.window or (when.max_duration is not None and when.max_duration <= ONE_DAY):
        return True
    start, end = when.earliest_start, when.latest_end
    return start is not None and end is not None and start.day == end.last_day


def _point(low: Moment | None, high: Moment | None, article: int | None, *, ends: bool) -> Point:
    """The day between two bounds; ``ends`` tells that the later one is exclusive."""
    if low is not None and high is not None:
        return _closed(low.day, high.last_day if ends else high.day, article)
    if low is not None:
        return _after(low.last_day, article)
    if high is not None:
        # a latest start is the last second that is possible, so one more second leaves the stretch
        return _before(high.day if ends else (high.wall + 1) // DAY_SECONDS, article)
    return {}


def _end_point(when: When, article: int | None) -> Point:
    low, high = when.earliest_end, when.latest_end
    if low is not None and high is not None:
        return _closed(low.last_day, high.last_day, article)
    if low is not None:
        return _after(low.last_day, article)
    return {} if high is None else _before(high.day, article)


def _closed(first: int, last: int, article: int | None) -> Point:
    if first >= last:
        return {"exact": day_text(first)}
    year, month, day = civil(first)
    if day == 1 and civil(last) == (year, month, month_length(year, month)):
        return {"after": day_text(first), "before": day_text(day_number(year, month, 28))}
    if article is not None and last == article - 1:
        last = article
    elif article is not None and first == article + 1:
        first = article
    return {"after": day_text(first), "before": day_text(last)}


def _after(day: int, article: int | None) -> Point:
    """A lone lower bound; what may begin on the article's day too is written as what begins after it."""
    return {"after": day_text(day + 1 if article is not None and day == article - 1 else day)}


def _before(day: int, article: int | None) -> Point:
    """A lone upper bound, likewise."""
    return {"before": day_text(day - 1 if article is not None and day == article + 1 else day)}
