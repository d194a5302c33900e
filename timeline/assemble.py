"""From dated mentions to the rows of a timeline: one for each event, and one for each time that no event claims."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.attach import leads_line
from timeline.compose import compose
from timeline.conventions import Conventions
from timeline.dating import Dated, State
from timeline.entry import Entry
from timeline.labels import Telling
from timeline.languages.pack import Pack
from timeline.meanings import Length, Refers, Repeat, Stretch
from timeline.mentions import ReadSentence
from timeline.records import Event, Link, Relation
from timeline.text import Document
from timeline.values import Moment, When


def entries(
    document: Document, state: State, pack: Pack, anchor: Moment | None, conventions: Conventions, source: str | None
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The rows that carry a time, in listing order, and the hidden ones: undated events and references."""
    rows = sorted(_rows(document, state, pack, anchor, conventions, source), key=lambda entry: entry.order)
    shown = tuple(entry for entry in rows if entry.times and not entry.is_reference)
    hidden = tuple(entry for entry in rows if not entry.times or entry.is_reference)
    return shown, hidden


def _rows(
    document: Document, state: State, pack: Pack, anchor: Moment | None, conventions: Conventions, source: str | None
) -> Iterator[Entry]:
    by_event: dict[tuple[int, int], list[Link]] = {}
    for link in state.links:
        by_event.setdefault((link.event.start, link.event.end), []).append(link)
    for number, (read, placed) in enumerate(zip(state.sentences, state.placed, strict=True)):
        here = [dated for dated in state.times if dated.sentence == number]
        said = _said(read, here)
        quote = quoted(document, read)
        carriers = {p.event.governor for p in placed if p.event.governor is not None}
        for p in placed:
            span = (p.event.start, p.event.end)
            links = tuple(by_event.get(span, ()))
            if p.event.auxiliary or (span in carriers and not links):
                continue
            telling = _line_telling(read, p.event, here, said, pack) or pack.tell(p.event, p.place, read.tokens, said)
            yield _event_entry(p.event, links, telling, anchor, conventions, quote, source)
        for dated in here:
            if dated.attachment.event is None and not dated.note and not dated.heading:
                entry = _time_entry(dated, read, said, pack, anchor, conventions, quote, source)
                if entry is not None:
                    yield entry


def quoted(document: Document, read: ReadSentence) -> str:
    """A sentence as it is quoted: its own words, on one line."""
    start, end = document.span(read.sentence.start, read.sentence.end)
    return " ".join(document.source[start:end].split())


def _said(read: ReadSentence, here: list[Dated]) -> frozenset[int]:
    """The tokens of a sentence that tell times, with their signals."""
    places: set[int] = set()
    for dated in here:
        first, last = dated.attachment.mention.first, dated.attachment.mention.last
        if dated.attachment.signal is not None:
            first = dated.attachment.signal[0]
        if read.words[last + 1 : last + 2] == ("'s",):
            last += 1
        places.update(range(first, last + 1))
    return frozenset(places)


def _line_telling(read: ReadSentence, event: Event, here: list[Dated], said: frozenset[int], pack: Pack) -> Telling | None:
    """A line that a time leads is labelled with the rest of the line, not with the clause of its event."""
    leading = next((d for d in here if d.attachment.event is event and leads_line(read, d.attachment.mention)), None)
    if leading is None:
        return None
    told = pack.tell(event, 0, read.tokens, said)
    label = pack.tell_line(leading.attachment.mention.last + 1, len(read.tokens), read.tokens, said)
    return Telling(label=label or told.label, factuality="asserted", participants=told.participants)


def _event_entry(
    event: Event,
    links: tuple[Link, ...],
    telling: Telling,
    anchor: Moment | None,
    conventions: Conventions,
    quote: str,
    source: str | None,
) -> Entry:
    composed = compose(event, links, anchor, conventions)
    return Entry(
        label=telling.label,
        when=composed.when,
        duration=composed.duration,
        recurrence=composed.recurrence,
        event=event,
        time=composed.time,
        links=links,
        sentence=quote,
        source=source,
        attribution=telling.attribution,
        factuality=telling.factuality,
        participants=telling.participants,
        reason=composed.reason,
    )


def _time_entry(
    dated: Dated,
    read: ReadSentence,
    said: frozenset[int],
    pack: Pack,
    anchor: Moment | None,
    conventions: Conventions,
    quote: str,
    source: str | None,
) -> Entry | None:
    """The row of a time that no event claims; bare lengths and references are no rows of their own."""
    mention, time = dated.attachment.mention, dated.time
    if isinstance(mention.meaning, Length | Refers | Stretch) or (isinstance(mention.meaning, Repeat) and mention.first == mention.last):
        return None
    label = pack.tell_line(0, len(read.tokens), read.tokens, said)
    relation = dated.attachment.relation
    when = When()
    if time.when is not None:
        link = Link(time=time, event=Event(start=0, end=0, text="", lemma="", group_start=0, group_end=0), relation=relation, by="")
        when = compose(None, (link,), anchor, conventions).when
    return Entry(
        label=label or " ".join(time.text.split()),
        when=when,
        recurrence=time.recurrence if relation is Relation.REPEATS else None,
        time=time,
        sentence=quote,
        source=source,
        reason="no event claims this time; the row is the rest of its line",
    )
