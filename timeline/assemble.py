"""From dated mentions to the rows of a timeline: one for each event, and one for each time that no event claims."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from timeline import bounds
from timeline.attach import leads_line
from timeline.compose import bounded, compose
from timeline.conventions import Conventions
from timeline.dating import Dated, State
from timeline.entry import Entry
from timeline.infer import inferred
from timeline.labels import Teller, Telling
from timeline.languages.pack import Pack
from timeline.meanings import Length, Refers, Repeat, Stretch
from timeline.mentions import ReadSentence
from timeline.records import Event, Link, Relation
from timeline.text import Document
from timeline.values import Moment, When


def entries(
    document: Document,
    state: State,
    pack: Pack,
    conventions: Conventions,
    source: str | None,
    infer: bool = False,
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The rows that carry a time, in listing order, and the hidden ones: undated events and references.

    With ``infer`` the undated events are dated by their tense, and shown.
    """
    rows = []
    for row, anchor in _rows(document, state, pack, conventions, source):
        undated = infer and anchor is not None and row.event is not None and not row.times
        rows.append(inferred(row, anchor) if undated and anchor is not None else row)
    rows.sort(key=lambda entry: entry.order)
    shown = tuple(entry for entry in rows if is_shown(entry))
    return shown, tuple(entry for entry in rows if not is_shown(entry))


def is_shown(entry: Entry) -> bool:
    """Whether a row is listed: it carries a time, or a date was inferred for it."""
    return entry.inferred or bool(entry.times and not entry.is_reference)


def _rows(
    document: Document, state: State, pack: Pack, conventions: Conventions, source: str | None
) -> Iterator[tuple[Entry, Moment | None]]:
    """The rows in the order of the text, each with what its sentence counts from."""
    by_event: dict[tuple[int, int], list[Link]] = {}
    for link in state.links:
        by_event.setdefault((link.event.start, link.event.end), []).append(link)
    linked = {link.time.start for link in state.links}
    above: Dated | None = None  # the stamp of a log, alone on its line and without an event below
    for number, (read, placed, anchor) in enumerate(zip(state.sentences, state.placed, state.anchors, strict=True)):
        here = [dated for dated in state.times if dated.sentence == number]
        teller = pack.teller(read.syntax, _said(read, here, pack.signals.possessives))
        quote = quoted(document, read)
        carriers = {p.event.governor for p in placed if p.event.governor is not None}
        for p in placed:
            span = (p.event.start, p.event.end)
            links = tuple(by_event.get(span, ()))
            if p.event.auxiliary or (span in carriers and not links):
                continue
            links, apart = parted(links)
            telling = _line_telling(read, p.event, here, teller) or teller.tell(p.event, p.place)
            yield _event_entry(p.event, links, telling, anchor, conventions, quote, source), anchor
            for dated in here:
                if any(link.time is dated.time for link in apart):
                    label = teller.line(_after_last(dated, here, p.place), dated.attachment.mention.first)
                    yield _time_entry(dated, label or telling.label, teller.stance(), anchor, quote, source), anchor
        for dated in (*([] if above is None else [above]), *filter(_is_row, here)):
            label = teller.line(0, len(read.tokens))
            yield _time_entry(dated, label, teller.stance(), anchor, quote, source), anchor
        above = next((dated for dated in here if dated.opens and dated.time.start not in linked), None)


def parted(links: tuple[Link, ...]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links of an event that can hold together, and those whose time lies apart from the first one's."""
    windows = [link for link in links if link.relation is Relation.WITHIN and link.time.when is not None]
    apart = tuple(
        link for link in windows[1:] if not bounds.overlapping(link.time.when or When(), windows[0].time.when or When())
    )
    return tuple(link for link in links if link not in apart), apart


def _after_last(dated: Dated, here: list[Dated], place: int) -> int:
    """The token after whatever stands before a time: its event, or an earlier time."""
    ends = [d.attachment.mention.last for d in here if d.attachment.mention.last < dated.attachment.mention.first]
    before = [end for end in (*ends, place) if end < dated.attachment.mention.first]
    return max(before, default=-1) + 1


def quoted(document: Document, read: ReadSentence) -> str:
    """A sentence as it is quoted: its own words, on one line."""
    start, end = document.span(read.sentence.start, read.sentence.end)
    return " ".join(document.source[start:end].split())


def _said(read: ReadSentence, here: list[Dated], possessives: frozenset[str]) -> frozenset[int]:
    """The tokens of a sentence that tell times, with their signals."""
    places: set[int] = set()
    for dated in here:
        first, last = dated.attachment.mention.first, dated.attachment.mention.last
        if dated.attachment.signal is not None:
            first = dated.attachment.signal[0]
        if possessives.intersection(read.words[last + 1 : last + 2]):
            last += 1
        places.update(range(first, last + 1))
    return frozenset(places)


def _line_telling(read: ReadSentence, event: Event, here: list[Dated], teller: Teller) -> Telling | None:
    """A line that a time leads is labelled with the rest of the line, not with the clause of its event."""
    leading = next((d for d in here if d.attachment.event is event and leads_line(read, d.attachment.mention)), None)
    if leading is None:
        return None
    told = teller.tell(event, 0)
    label = teller.line(leading.attachment.mention.last + 1, len(read.tokens))
    return evolve(told, label=label or told.label)


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
        cancelled=telling.cancelled,
        reason=composed.reason,
    )


def _is_row(dated: Dated) -> bool:
    """Whether a time without an event is a row of its own: bare lengths, references and adjectives ("daily") are none."""
    mention = dated.attachment.mention
    if dated.attachment.event is not None or dated.attachment.compared or dated.note or dated.heading:
        return False
    single_set = isinstance(mention.meaning, Repeat) and mention.first == mention.last
    return not single_set and not isinstance(mention.meaning, Length | Refers | Stretch)


def _time_entry(
    dated: Dated, label: str, factuality: str, anchor: Moment | None, quote: str, source: str | None
) -> Entry:
    """The row of a time that no event claims."""
    time, relation = dated.time, dated.attachment.relation
    when = When() if time.when is None else bounded(relation, time, None, anchor)[0]
    return Entry(
        label=label or " ".join(time.text.split()),
        when=when,
        recurrence=time.recurrence if relation is Relation.REPEATS else None,
        time=time,
        sentence=quote,
        source=source,
        factuality=factuality,
        reason="no event claims this time; the row is the words around it",
    )
