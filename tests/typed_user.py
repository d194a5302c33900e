"""What a user writes, for type checkers: every call is typed, and its result is what the documentation says."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import timeline
from timeline import Conventions, Entry, Event, Timeline, TimemlDocument, When


def read(text: str, day: datetime.date) -> Timeline:
    extractor = timeline.Extractor(language="en-GB", tz="Europe/London", conventions=Conventions(domain="notice"))
    return extractor.extract(text, anchor=day, source="https://example.org/1") | timeline.extract(text, anchor=None)


def days(tl: Timeline) -> dict[str, tuple[datetime.date | None, datetime.date | None]]:
    return {entry.label: (entry.when.first_day, entry.when.last_day) for entry in tl}


def heads(entries: Sequence[Entry]) -> list[str]:
    events: list[Event] = [entry.event for entry in entries if entry.event is not None]
    return [event.lemma for event in events]


def asked(tl: Timeline) -> Timeline:
    first: Entry = tl[0]
    some: Timeline = tl["2023-09":"2023-10"]
    when: When = first.when
    also: Timeline = tl.overlapping(when).before("2024", certain=True).about("Lund").where(lambda entry: entry.dated)
    print(tl.why(first), tl.holds("before", first, "2024"), tl.relation(0, "2023-09"), [str(group) for group in tl.order])
    return some | also


def written(tl: Timeline) -> bytes:
    text: str = timeline.to_json(tl)
    rows: list[dict[str, object]] = timeline.to_records(timeline.from_json(text))
    try:
        return timeline.to_ical(tl, include="windows")
    except timeline.ExportError as error:
        return str((error, rows)).encode()


def shown(tl: Timeline, text: str) -> list[str]:
    page: str = timeline.to_html(tl, text, fragment=True, title="Talks")
    drawing: str = timeline.to_svg(tl)
    return [page, drawing, timeline.to_timelinejs(tl, indent=1), timeline.to_csv(tl, guard=False), timeline.to_markdown(tl)]


def annotated(tl: Timeline, text: str) -> Timeline:
    document: TimemlDocument = timeline.read_timeml(timeline.to_timeml(tl, text, inline=False))
    return timeline.from_timeml(document)


def tables(tl: Timeline) -> bytes:
    columns: list[str] = [*timeline.to_pandas(tl).columns, *timeline.to_polars(tl).columns]
    return timeline.to_parquet(tl) if columns else b""


def phrases() -> list[str]:
    time = timeline.resolve("next Friday", anchor="2023-09-18")
    return [time.value, time.reason, *time.alternatives, *(mention.text for mention in timeline.times("today", anchor=None))]
