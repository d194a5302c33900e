"""A timeline as one line of the prediction format that the scorers read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypedDict

from event_time import Point, event_time

from timeline import Entry, Event, Link, Time, Timeline, When
from timeline.grammar.meanings import Length

Span = tuple[int, int]
Interval = tuple[str | None, str | None]
ARTICLE_DATE: Literal["DCT"] = "DCT"

# What stands in for a value that stayed empty: every timex has one.
UNKNOWN = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "PXX"}


class TimexLine(TypedDict):
    """A time expression; ``type`` to ``freq`` are TIMEX3."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None
    quant: str | None
    freq: str | None
    interval: tuple[str, str] | None
    duration: str | None
    rrule: str | None
    events: list[Span]


# "class" is a keyword, which only this form of TypedDict takes
EventLine = TypedDict(
    "EventLine",
    {
        "start": int,
        "end": int,
        "class": str,
        "tense": str,
        "aspect": str,
        "polarity": str,
        "modality": str | None,
        "pos": str,
        "interval": Interval | None,
        "kind": str,
        "begin": Point,
        "end_point": Point,
    },
)


class LinkLine(TypedDict):
    """A time, or "DCT" for the article date, and the event that hangs on it."""

    timex: Span | Literal["DCT"]
    event: Span
    relation: str


class Prediction(TypedDict):
    """What was found in one document."""

    id: str
    timexes: list[TimexLine]
    events: list[EventLine]
    links: list[LinkLine]


def prediction(ident: str, tl: Timeline, *, infer: bool = False, ages: bool = True) -> Prediction:
    """A timeline as one prediction; with ``infer`` every event hangs on a time, without ``ages`` those are left out."""
    times = separate(part for time in tl.times for part in parts(time) if ages or not is_age(time))
    kept = {_span(time) for time in times}
    links = [line for line in _links(tl, infer) if line["timex"] == ARTICLE_DATE or line["timex"] in kept]
    entries = _by_event((*tl.entries, *tl.hidden))
    article = None if tl.anchor is None else tl.anchor.day
    return {
        "id": ident,
        "timexes": [_timex(time, links) for time in times],
        "events": [_event(event, entries.get(_span(event)), article) for event in tl.events],
        "links": links,
    }


def parts(time: Time) -> Iterator[Time]:
    """The times that an expression names: the ends of a range, else the time itself."""
    if not time.parts:
        yield time
    for part in time.parts:
        yield from parts(part)


def is_age(time: Time) -> bool:
    """Whether a time is how old somebody or something is; the corpora in TimeML annotate none ("a 45-year-old man")."""
    return isinstance(time.meaning, Length) and time.meaning.age


def separate(times: Iterable[Time]) -> list[Time]:
    """The times in text order, without those that overlap an earlier or, starting together, a longer one."""
    kept: list[Time] = []
    for time in sorted(times, key=lambda time: (time.start, -time.end)):
        if not kept or kept[-1].end <= time.start:
            kept.append(time)
    return kept


def _span(mention: Time | Event) -> Span:
    return mention.start, mention.end


def _timex(time: Time, links: list[LinkLine]) -> TimexLine:
    return {
        "start": time.start,
        "end": time.end,
        "type": time.type,
        "value": time.value or UNKNOWN[time.type],
        "mod": time.mod,
        "quant": time.quant,
        "freq": time.freq,
        "interval": _closed(time.when),
        "duration": None if time.duration is None else str(time.duration),
        "rrule": None if time.recurrence is None else time.recurrence.rule,
        "events": [link["event"] for link in links if link["timex"] == _span(time)],
    }


def _closed(when: When | None) -> tuple[str, str] | None:
    """The calendar interval of a time, end exclusive; none where a side is open."""
    if when is None or when.start is None or when.end is None:
        return None
    return str(when.start), str(when.end)


def _event(event: Event, entry: Entry | None, article: int | None) -> EventLine:
    when = When() if entry is None else entry.when
    labels = event_time(when, article)
    start, end = (None if bound is None else str(bound) for bound in (when.start, when.end))
    return {
        "start": event.start,
        "end": event.end,
        "class": event.class_,
        "tense": event.tense,
        "aspect": event.aspect,
        "polarity": event.polarity,
        "modality": event.modality,
        "pos": event.pos,
        "interval": (start, end) if when.known else None,
        "kind": labels["kind"],
        "begin": labels["begin"],
        "end_point": labels["end_point"],
    }


def _by_event(entries: Iterable[Entry]) -> dict[Span, Entry]:
    """The entry of each event; the verb that carries a noun ("held talks") happens when the noun does."""
    carried: dict[Span, Entry] = {}
    own: dict[Span, Entry] = {}
    for entry in entries:
        if entry.event is not None:
            own.setdefault(_span(entry.event), entry)
            if entry.event.governor is not None:
                carried.setdefault(entry.event.governor, entry)
    return carried | own


def _links(tl: Timeline, infer: bool) -> list[LinkLine]:
    """The direct links in order of trust; with ``infer``, a reference for each event that none places, before mere lengths."""
    if not infer:
        return [line for link in tl.links for line in _to_parts(link)]
    placing = [link for link in tl.links if link.time.duration is None or link.time.when is not None]
    lengths = [link for link in tl.links if link not in placing]
    lines = [line for link in placing for line in _to_parts(link)]
    linked = {line["event"] for line in lines}
    entries = _by_event((*tl.entries, *tl.hidden))
    for event in tl.events:
        if _span(event) not in linked:
            lines += _reference(event, entries.get(_span(event)), tl.anchor is not None)
    return lines + [line for link in lengths for line in _to_parts(link)]


def _to_parts(link: Link) -> Iterator[LinkLine]:
    for part in parts(link.time):
        yield {"timex": _span(part), "event": _span(link.event), "relation": link.relation.value}


def _reference(event: Event, entry: Entry | None, dated: bool) -> list[LinkLine]:
    """The time that an unlinked event hangs on: the one its entry took over from elsewhere, else the article date."""
    if entry is not None and entry.time is not None and entry.time.duration is None:
        first = next(parts(entry.time))
        return [{"timex": _span(first), "event": _span(event), "relation": "reference"}]
    return [{"timex": ARTICLE_DATE, "event": _span(event), "relation": "reference"}] if dated else []
