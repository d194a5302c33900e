"""The annotations of a document as the timeline that a perfect reader would return.

Feeding them through the writer of predictions checks everything between the library and a figure: the scorers must
then say 100.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from event_time import Point

from timeline import Entry, Event, Link, Moment, PeriodError, Relation, Time, Timeline, When
from timeline.calendar.almanac import DAY_SECONDS

Document = Mapping[str, Any]
Pairs = Iterable[tuple[Document | None, Document]]
Bounds = tuple[Moment | None, Moment | None]


def gold_timeline(document: Document, pairs: Pairs, happened: Sequence[Document] = ()) -> Timeline:
    """A timeline of the annotated mentions.

    ``pairs`` are a time (None for the article date) and the event that hangs on it; ``happened`` the annotated event
    times.
    """
    times = {timex["tid"]: _time(timex) for timex in document.get("timexes", ())}
    events = {event["eid"]: _event(event) for event in document["events"]}
    article = datetime.date.fromisoformat(document["dct"][:10]).toordinal() if document.get("dct") else None
    labelled = [_event(event) for event in happened]
    whens = [_readable(event) for event in happened]
    return Timeline(
        entries=tuple(Entry(label=event.text, event=event, when=when) for event, when in zip(labelled, whens)),
        times=tuple(times.values()),
        events=tuple(events.values()),
        links=tuple(
            Link(time=times[timex["tid"]], event=events[event["eid"]], relation=Relation.WITHIN, by="gold")
            for timex, event in pairs
            if timex is not None
        ),
        anchor=None if article is None else Moment(article * DAY_SECONDS),
    )


def _time(timex: Document) -> Time:
    return Time(
        start=timex["start"],
        end=timex["end"],
        text=timex["text"],
        type=timex.get("type") or "DATE",
        value=timex.get("value") or "",
        mod=timex.get("mod"),
        quant=timex.get("quant"),
        freq=timex.get("freq"),
        reason="annotated",
    )


def _event(event: Document) -> Event:
    return Event(
        start=event["start"],
        end=event["end"],
        text=event["text"],
        lemma=event["text"],
        class_=event.get("class") or "OCCURRENCE",
        pos=event.get("pos") or "UNKNOWN",
        tense=event.get("tense") or "NONE",
        aspect=event.get("aspect") or "NONE",
        polarity=event.get("polarity") or "POS",
        modality=event.get("modality"),
        group_start=event["start"],
        group_end=event["end"],
    )


def _readable(event: Document) -> When:
    """The time of an event, unknown where the annotators contradict themselves (an end before the start)."""
    try:
        return gold_when(event["kind"], event["begin"] or {}, event["end_point"] or {})
    except PeriodError:
        return When()


def gold_when(kind: str, begin: Point, end: Point) -> When:
    """The four bounds that an annotated event time says, the inverse of `event_time.event_time`."""
    if kind not in ("single", "multi"):
        return When()
    (earliest_start, latest_start), (earliest_end, latest_end) = _starts(begin), _ends(end)
    if kind == "single":
        return When(
            earliest_start=earliest_start,
            latest_end=_ends(begin)[1],
            max_duration=datetime.timedelta(days=1),
            window="exact" not in begin,
        )
    return When(
        earliest_start=earliest_start,
        latest_start=latest_start,
        earliest_end=earliest_end,
        latest_end=latest_end,
        min_duration=datetime.timedelta(days=1, seconds=1),
    )


def _starts(point: Point) -> Bounds:
    """The bounds of a start: a lone "after" names the last day before it, a lone "before" the first day past it."""
    if "exact" in point or len(point) == 2:
        first, last = _days(point)
        return _moment(first), _moment(last)
    after, before = _number(point.get("after")), _number(point.get("before"))
    return _moment(after, DAY_SECONDS), _moment(before, -1)


def _ends(point: Point) -> Bounds:
    """The bounds of an exclusive end, likewise."""
    if "exact" in point or len(point) == 2:
        first, last = _days(point)
        return _moment(first, DAY_SECONDS), _moment(last, DAY_SECONDS)
    after, before = _number(point.get("after")), _number(point.get("before"))
    return _moment(after, DAY_SECONDS), _moment(before)


def _days(point: Point) -> tuple[int | None, int | None]:
    """The first and the last day that a point may be, both included."""
    if "exact" in point:
        return _number(point["exact"]), _number(point["exact"])
    first, last = _number(point["after"]), _number(point["before"])
    return first, _month_end(first, last)


def _month_end(first: int | None, last: int | None) -> int | None:
    """The real end of a month, which the annotators close on the 28th."""
    if first is None or last is None:
        return last
    start, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    if start.day == 1 and end == start.replace(day=28):
        return (start.replace(day=28) + datetime.timedelta(days=4)).replace(day=1).toordinal() - 1
    return last


def _number(day: str | None) -> int | None:
    return None if day is None else datetime.date.fromisoformat(day).toordinal()


def _moment(day: int | None, seconds: int = 0) -> Moment | None:
    return None if day is None else Moment(day * DAY_SECONDS + seconds)
