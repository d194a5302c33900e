"""Dating a timeline again, under another anchor or other conventions, from what was read the first time."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from timeline.anchoring import Anchored, Settings, anchored
from timeline.assemble import is_shown
from timeline.calendar.values import Moment
from timeline.draft import Draft, reread
from timeline.entries.entry import Entry
from timeline.languages import load

Spans = frozenset[tuple[str, int, int]]


@frozen(kw_only=True)
class Redated:
    """What dating again gives: all of the text, and the rows that the timeline had."""

    whole: Anchored
    entries: tuple[Entry, ...]
    hidden: tuple[Entry, ...]


def redated(
    draft: Draft,
    settings: Settings,
    anchor: Moment | None,
    source: str | None,
    shown: Iterable[Entry],
    hidden: Iterable[Entry],
) -> Redated:
    """The rows of a timeline under another anchor: all of them for a whole timeline, for a selection those selected."""
    pack = load(settings.language)
    document, passages = reread(draft, pack)
    whole = anchored(document, passages, pack, settings, anchor, source)
    listed = tuple(shown)
    kept = spans((*listed, *hidden))
    asked_for = spans(entry for entry in listed if not is_shown(entry))  # `tl.undated` shows what is not shown by itself
    rows = [e for e in (*whole.entries, *whole.hidden) if spans((e,)) & kept]
    return Redated(
        whole=whole,
        entries=tuple(e for e in rows if is_shown(e) or spans((e,)) & asked_for),
        hidden=tuple(e for e in rows if not is_shown(e) and not spans((e,)) & asked_for),
    )


def spans(entries: Iterable[Entry]) -> Spans:
    """The places of the events and times of some rows, by which a row is known again."""
    places = set()
    for entry in entries:
        if entry.event is not None:
            places.add(("event", entry.event.start, entry.event.end))
        # a time that an inferred date comes from belongs to other rows
        times = [link.time for link in entry.links] if entry.event is not None else entry.times
        places.update(("time", time.start, time.end) for time in times)
    return frozenset(places)
