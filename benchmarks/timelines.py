"""What happened to one entity, in order, out of the predictions for several documents (SemEval-2015 Task 4)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict

from prediction import ARTICLE_DATE, EventLine, Prediction

from timeline import Entry, Timeline

NO_DATE = "XXXX-XX-XX"
Document = Mapping[str, Any]


class Mention(TypedDict):
    """An event mention by its place."""

    doc: str
    start: int
    end: int


class Row(TypedDict):
    """One row of an entity timeline: rows of one order are simultaneous, those of order 0 have no place in it."""

    order: int
    date: str
    mentions: list[Mention]


class EntityTimeline(TypedDict):
    """The timeline of one entity over the documents of its set."""

    set: str
    entity: str
    entries: list[Row]


def entity_timelines(
    targets: Iterable[Document], documents: Iterable[Document], predictions: Iterable[Prediction]
) -> list[EntityTimeline]:
    """The timeline of each target: a set, an entity and the docs of the set."""
    by_id = {document["id"]: document for document in documents}
    found = {line["id"]: line for line in predictions}
    return [entity_timeline(target, by_id, found) for target in targets]


def entity_timeline(
    target: Document, documents: Mapping[str, Document], predictions: Mapping[str, Prediction]
) -> EntityTimeline:
    """The events of the sentences that name the entity, by date."""
    dated: list[tuple[str, Mention]] = []
    for ident in target["docs"]:
        document, found = documents[ident], predictions[ident]
        spans = list(naming(target["entity"], document))
        for event in found["events"]:
            if any(start <= event["start"] < end for start, end in spans):
                date = event_date(event, found, document.get("dct"))
                dated.append((date, {"doc": ident, "start": event["start"], "end": event["end"]}))
    return {"set": target["set"], "entity": target["entity"], "entries": in_order(dated)}


def asked_timeline(target: Document, timelines: Mapping[str, Timeline]) -> EntityTimeline:
    """The same as the library answers it: `Timeline.timeline_of` over the merged timelines of the documents."""
    merged = Timeline.merge(timelines[ident] for ident in target["docs"])
    dated: list[tuple[str, Mention]] = []
    for entry in merged.timeline_of(target["entity"]):
        if entry.event is not None and entry.source is not None:
            mention = Mention(doc=entry.source, start=entry.event.start, end=entry.event.end)
            dated.append((entry_date(entry), mention))
    return {"set": target["set"], "entity": target["entity"], "entries": in_order(dated)}


def entry_date(entry: Entry) -> str:
    """The day, month or year of an entry; where only its end is known, that."""
    first, last = entry.when.first_day, entry.when.last_day
    if first is None:
        return NO_DATE if last is None else last.isoformat()
    return date_text(first.isoformat(), None if last is None else (last + datetime.timedelta(days=1)).isoformat())


def in_order(dated: list[tuple[str, Mention]]) -> list[Row]:
    """Dated mentions as rows: one order for each date, 0 for none."""
    dates = sorted({date for date, _ in dated if date != NO_DATE})
    order = {date: number for number, date in enumerate(dates, 1)}
    rows = [Row(order=order.get(date, 0), date=date, mentions=[mention]) for date, mention in dated]
    return sorted(rows, key=lambda row: (row["order"], row["mentions"][0]["doc"], row["mentions"][0]["start"]))


def event_date(event: EventLine, found: Prediction, article: str | None) -> str:
    """The day, month or year of an event: its own interval, else the time that it hangs on, else none."""
    start, end = event["interval"] or (None, None)
    if start is not None:
        return date_text(start, end)
    span = event["start"], event["end"]
    hangs_on = next((link["timex"] for link in found["links"] if link["event"] == span), None)
    if hangs_on == ARTICLE_DATE and article:
        return article[:10]
    for timex in found["timexes"]:
        if (timex["start"], timex["end"]) == hangs_on and timex["interval"] is not None:
            return date_text(*timex["interval"])
    return NO_DATE


def date_text(start: str, end: str | None) -> str:
    """The day, month or year that holds an interval, else its first day.

    >>> date_text("2008-01-09", "2008-01-10"), date_text("2008-01-01", "2008-02-01"), date_text("2008-01-01", None)
    ('2008-01-09', '2008-01', '2008-01-01')
    """
    first, last = start[:10], start[:10] if end is None else _last_day(end)
    for length in (10, 7, 4):
        if first[:length] == last[:length]:
            return first[:length]
    return first


def _last_day(end: str) -> str:
    try:
        moment = datetime.datetime.fromisoformat(end)
    except ValueError:  # a year that the standard library cannot hold
        return end[:10]
    return (moment - datetime.timedelta(seconds=1)).date().isoformat()


def naming(entity: str, document: Document) -> Iterator[tuple[int, int]]:
    """The sentences that name an entity, or the last word of a person's name, or its acronym."""
    text = document["text"]
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in _forms(entity, text)))
    for start, end in document.get("sentences") or _lines(text):
        if pattern.search(text, start, end):
            yield start, end


def _forms(entity: str, text: str) -> list[str]:
    words = entity.split()
    forms = [entity, entity.lower(), entity.capitalize()]
    if len(words) > 1 and entity.istitle():
        forms.append("".join(word[0] for word in words))
        forms += words[-1:] if len(words) == 2 else []
    bracketed = re.search(rf"{re.escape(entity)} \( ?([A-Z]{{2,}}) ?\)", text)
    return forms if bracketed is None else [*forms, bracketed[1]]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in re.finditer(r"[^\n]+", text))
