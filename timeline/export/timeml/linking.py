"""Links between an event and a time: what our relations are in TimeML, and TLINKs as our links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from timeline.entries.records import Event, Link, Relation, Signal, Time
from timeline.export.timeml.document import Tag, TimemlDocument
from timeline.export.timeml.mentions import ANNOTATED, PERSISTING, AnnotatedTime, instances, signals_of
from timeline.languages.pack import Signals

# What each of our relations is in TimeML 1.2; a distance ("two days before the vote") stands between two events and has none.
WRITTEN: Mapping[Relation, str] = MappingProxyType(
    {
        Relation.WITHIN: "IS_INCLUDED",
        Relation.EXTENT: "SIMULTANEOUS",
        Relation.SINCE: "BEGUN_BY",
        Relation.FROM: "BEGUN_BY",
        Relation.UNTIL: "ENDED_BY",
        Relation.BEFORE: "BEFORE",
        Relation.AFTER: "AFTER",
        Relation.BY: "BEFORE",
        Relation.LASTS: "DURING",
        Relation.REPEATS: "IS_INCLUDED",
    }
)
# What a TLINK says of an event, by its relation to a time.  INCLUDES and DURING_INV say that the time lies in the event, which
# is neither its extent nor a bound of it, so they make no link of ours.
READ: Mapping[str, Relation] = MappingProxyType(
    {
        "BEFORE": Relation.BEFORE,
        "IBEFORE": Relation.BEFORE,
        "AFTER": Relation.AFTER,
        "IAFTER": Relation.AFTER,
        "IS_INCLUDED": Relation.WITHIN,
        "BEGINS": Relation.WITHIN,
        "ENDS": Relation.WITHIN,
        "DURING": Relation.WITHIN,  # of a day or a year; of a length it is how long the event lasts
        "SIMULTANEOUS": Relation.EXTENT,
        "IDENTITY": Relation.EXTENT,
        "BEGUN_BY": Relation.FROM,
        "ENDED_BY": Relation.UNTIL,
    }
)
INVERSE: Mapping[str, str] = MappingProxyType(
    {
        "AFTER": "BEFORE",
        "BEFORE": "AFTER",
        "BEGINS": "BEGUN_BY",
        "BEGUN_BY": "BEGINS",
        "DURING_INV": "DURING",
        "ENDED_BY": "ENDS",
        "ENDS": "ENDED_BY",
        "IAFTER": "IBEFORE",
        "IBEFORE": "IAFTER",
        "IDENTITY": "IDENTITY",
        "INCLUDES": "IS_INCLUDED",
        "SIMULTANEOUS": "SIMULTANEOUS",
    }
)


def links_of(
    document: TimemlDocument, times: Sequence[AnnotatedTime], events: Mapping[str, Event], words: Signals
) -> tuple[Link, ...]:
    """The links between an event and a time of the text, in order; of two between the same the first."""
    by_time: dict[str, Time] = {}
    for told in times:
        by_time.update({ident: time for ident, time in told.ids.items() if ident not in by_time})
    by_event = {ident: events[eid] for ident, eid in instances(document).items() if eid in events}
    signals = signals_of(document)
    found: dict[tuple[int, int, int, int, str], Link] = {}
    for tag in document.links:
        pair = _pair(tag, by_event, by_time) if tag.name == "TLINK" else None
        if pair is None:
            continue
        event, time, name = pair
        relation = _relation(name, event, time, signals.get(tag.get("signalID")), words)
        if relation is not None:
            key = (event.start, event.end, time.start, time.end, time.value)
            link = Link(time=time, event=event, relation=relation, signal=signals.get(tag.get("signalID")), by=ANNOTATED)
            found.setdefault(key, link)
    return tuple(found.values())


def _pair(tag: Tag, events: Mapping[str, Event], times: Mapping[str, Time]) -> tuple[Event, Time, str] | None:
    """The event and the time of a link, and how the event stands to the time; None for a link between two of a kind."""
    source = events.get(tag.get("eventInstanceID") or tag.get("eventID"))
    target = times.get(tag.get("relatedToTime"))
    if source is not None and target is not None:
        return source, target, tag.get("relType")
    target_event = events.get(tag.get("relatedToEventInstance") or tag.get("relatedToEvent"))
    source_time = times.get(tag.get("timeID"))
    if target_event is not None and source_time is not None:
        return target_event, source_time, INVERSE.get(tag.get("relType"), "")
    return None


def _relation(name: str, event: Event, time: Time, signal: Signal | None, words: Signals) -> Relation | None:
    """Our relation; where TimeML has one for two of ours, the signal tells which."""
    relation = READ.get(name)
    said = () if signal is None else tuple(signal.text.lower().split())
    shown = words.relations.get(said)
    if relation is None:
        return None
    if time.recurrence is not None and relation in (Relation.WITHIN, Relation.EXTENT):
        return Relation.REPEATS
    if time.duration is not None and time.when is None and name in PERSISTING:
        return Relation.LASTS
    if relation is Relation.BEFORE and shown is Relation.BY:
        return Relation.BY
    if relation is Relation.FROM:
        return _begun(event, time, said, words)
    return relation


def _begun(event: Event, time: Time, said: tuple[str, ...], words: Signals) -> Relation:
    """Whether what begins in a time goes on up to now: "since 2019", "2011 to the present", has begun without a signal."""
    if time.mod == "ON_OR_AFTER":
        return Relation.SINCE
    if words.origins.intersection(said[:1]):
        return Relation.FROM
    goes_on = words.relations.get(said) is Relation.SINCE if said else event.perfect
    return Relation.SINCE if goes_on else Relation.FROM
