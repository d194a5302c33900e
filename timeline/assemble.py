"""From dated mentions to the rows of a timeline: one for each event, and one for each time that no event claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from timeline.calendar import bounds
from timeline.calendar.almanac import Grain
from timeline.calendar.conventions import Conventions
from timeline.calendar.values import Moment, When
from timeline.dating.compose import bounded, compose, is_hour, limited
from timeline.dating.passages import Passage
from timeline.dating.sequence import Dated, State
from timeline.deferred import Deferred
from timeline.entries.entry import Entry, listed
from timeline.entries.labels import Teller, Telling
from timeline.entries.records import Event, Link, Relation
from timeline.grammar.meanings import Length, Refers, Repeat, Stretch
from timeline.inference.coreference import Conflict
from timeline.inference.undated import Inferred, inferred
from timeline.languages.pack import Pack
from timeline.linking.attach import BESIDE, UNLIKE
from timeline.linking.clauses import stands_free
from timeline.linking.mentions import ReadSentence
from timeline.linking.relations import leads_line
from timeline.linking.scenes import FINITE, Placed
from timeline.texts.document import Document
from timeline.texts.markup import visible


@frozen(kw_only=True)
class Rows:
    """The rows that carry a time, in listing order, the hidden ones (undated events, references), and refused evidence."""

    shown: tuple[Entry, ...]
    hidden: Sequence[Entry]
    refused: tuple[Conflict, ...]


def entries(
    document: Document,
    state: State,
    pack: Pack,
    conventions: Conventions,
    source: str | None,
    infer: bool = False,
) -> Rows:
    """The rows of a text; with ``infer`` the events without a date are dated by what is told around them, and shown.

    Without it those events are looked for only when somebody asks for them.
    """
    rows = tuple(_rows(document, state, pack, conventions, source, linked=None if infer else True))
    made = inferred(tuple(_headed(rows)), state, pack, conventions) if infer else Inferred(rows=rows)
    others = tuple(entry for entry in made.rows if not is_shown(entry))
    if infer:
        hidden: Sequence[Entry] = listed(others)
    else:
        hidden = Deferred(lambda: listed((*others, *_rows(document, state, pack, conventions, source, linked=False))))
    return Rows(shown=listed(filter(is_shown, made.rows)), hidden=hidden, refused=made.refused)


def _headed(rows: Sequence[Entry]) -> Iterator[Entry]:
    """The rows, each without a time of its own marked whose label another row of its sentence has, perhaps without its time.

    The row with a time heads them, else that of the first finite verb: "talks | resume", "the bank | declined | to comment".
    """
    by_sentence: dict[str, list[Entry]] = {}
    for row in sorted((row for row in rows if row.event is not None), key=_precedence):
        by_sentence.setdefault(row.sentence, []).append(row)
    for row in rows:
        alike = (other for other in by_sentence.get(row.sentence, ()) if _tells(other, row))
        head = None if row.times or row.event is None else next(alike, None)
        apart = head is not None and head is not row and head.event is not None
        yield evolve(row, headed_by=(head.event.start, head.event.end)) if apart else row  # type: ignore[union-attr]


def _tells(row: Entry, other: Entry) -> bool:
    """Whether a row says what another one does: "talks resume", with its time apart, and "talks resume on Tuesday"."""
    return row.label == other.label or (bool(row.times) and other.label.startswith(f"{row.label} "))


def _precedence(row: Entry) -> tuple[bool, bool, int]:
    finite = row.event is not None and row.event.pos == "VERB" and row.event.tense in FINITE
    return not row.times, not finite, row.place


def is_shown(entry: Entry) -> bool:
    """Whether a row is listed: it carries a time, or a date was inferred for it and no other row tells its clause."""
    return entry.headed_by is None and (entry.inferred or bool(entry.times and not entry.is_reference))


@frozen(kw_only=True)
class Scene:
    """A sentence whose rows are made: its times, what tells it, its own words, and what it counts from."""

    read: ReadSentence
    here: tuple[Dated, ...]
    teller: Teller
    quote: str
    possessives: frozenset[str]
    anchor: Moment | None

    def tokens(self, *times: Dated) -> frozenset[int]:
        """The tokens that tell some times, with their signals."""
        return _said(self.read, times, self.possessives)


def _rows(
    document: Document, state: State, pack: Pack, conventions: Conventions, source: str | None, *, linked: bool | None
) -> Iterator[Entry]:
    """The rows in the order of the text: those of times and events with a time, those of the other events, or all."""
    by_event: dict[tuple[int, int], list[Link]] = {}
    for link in state.links:
        by_event.setdefault((link.event.start, link.event.end), []).append(link)
    dating = {link.time.start for link in state.links}
    above: Dated | None = None  # the stamp of a log, alone on its line and without an event below
    times: dict[int, list[Dated]] = {}
    for dated in state.times:
        times.setdefault(dated.sentence, []).append(dated)
    below = {dated.sentence + 1 for dated in state.times if dated.opens}
    for number, (passage, anchor) in enumerate(zip(state.passages, state.anchors, strict=True)):
        here = tuple(times.get(number, ()))
        if not here and above is None and number not in below and (linked or not passage.placed):
            continue
        read, placed = passage.analysed, passage.placed
        scene = Scene(
            read=read,
            here=here,
            teller=passage.teller,
            quote=quoted(document, read),
            possessives=pack.signals.possessives,
            anchor=anchor,
        )
        carriers = {p.event.governor for p in placed if p.event.governor is not None}
        for p in placed:
            span = (p.event.start, p.event.end)
            links = tuple(by_event.get(span, ()))
            if linked in (None, bool(links)) and (links or not (p.event.auxiliary or span in carriers)):
                yield from _event_rows(p, links, scene, conventions, source)
        for dated in (*([] if above is None else [above]), *filter(_is_row, here)) if linked is not False else ():
            phrase = dated.attachment.phrase or range(len(read.tokens))
            said = scene.tokens(*filter(_is_dating, here))
            label = scene.teller.line(phrase.start, phrase.stop, said, scene.tokens(dated))
            label = label or _title(number, state.passages)
            stance = scene.teller.stance() if dated.attachment.phrase is None else _stance_beside(dated, placed, scene)
            entry = _time_entry(dated, label, stance, anchor, scene.quote, source)
            yield _during(entry, dated, here, anchor)
        above = next((dated for dated in here if dated.opens and dated.time.start not in dating), None)


def _title(number: int, passages: Sequence[Passage]) -> str:
    """What a sentence that tells nothing but its time belongs to: the one right before it, where that tells no time."""
    before = passages[number - 1] if number else None
    if before is None or before.read.mentions or before.read.sentence.block != passages[number].read.sentence.block:
        return ""
    return before.teller.line(0, len(before.read.tokens), frozenset())


def _event_rows(
    p: Placed, links: tuple[Link, ...], scene: Scene, conventions: Conventions, source: str | None
) -> Iterator[Entry]:
    """The row of an event, and one for each of its times that lies apart from the first."""
    own = [dated for dated in scene.here if dated.attachment.event is p.event]
    links, apart = parted(links)
    first = [dated for dated in own if not any(link.time is dated.time for link in apart)]
    free = [dated for dated in own if stands_free(scene.read, dated.attachment.mention)]
    telling = _line_telling(p, scene) or _beside_telling(p, first, scene) or scene.teller.tell(
        p.event, p.place, scene.tokens(*first, *free), scene.tokens(*first)
    )
    yield _event_entry(p.event, links, telling, scene.anchor, conventions, scene.quote, source)
    for dated in own:
        if any(link.time is dated.time for link in apart):
            told = scene.teller.tell(p.event, p.place, scene.tokens(dated, *free), scene.tokens(dated))
            own_part = told.label != telling.label  # "Alice joined in 2019, | Bob in 2021"
            label = told.label if own_part else _between(dated, p.place, scene) or told.label
            yield _time_entry(dated, label, told.factuality, scene.anchor, scene.quote, source)


def parted(links: tuple[Link, ...]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links of an event that can hold together, and those whose time lies apart from the first one's."""
    windows = [link for link in links if link.relation is Relation.WITHIN and link.time.when is not None]
    apart = tuple(
        link for link in windows[1:] if not bounds.overlapping(link.time.when or When(), windows[0].time.when or When())
    )
    repeats = [link for link in links if link.time.recurrence is not None]
    apart = (*apart, *repeats[1:], *(link for link in links if repeats and _is_once(link)))
    return tuple(link for link in links if link not in apart), apart


def _is_once(link: Link) -> bool:
    """Whether a time tells hours of one day, which are no limit of a repetition: "Mon-Fri 9-5, | Sat 10-4"."""
    when = link.time.when
    return when is not None and when.grain < Grain.PART and not is_hour(link.time.meaning)


def _between(dated: Dated, place: int, scene: Scene) -> str:
    """The words between a time and what stands before it, its event or an earlier time: "up from 355 million"."""
    first = dated.attachment.mention.first
    ends = [d.attachment.mention.last for d in scene.here if d.attachment.mention.last < first]
    label = scene.teller.line(
        max((end for end in (*ends, place) if end < first), default=-1) + 1, first, scene.tokens(*scene.here)
    )
    return label if label.count(" ") > 1 else ""


def quoted(document: Document, read: ReadSentence) -> str:
    """A sentence as it is quoted: its own words, on one line, without markup."""
    start, end = document.span(read.sentence.start, read.sentence.end)
    quote = document.source[start:end]
    return " ".join(quote.split()) if document.offsets is None else visible(quote)


def _said(read: ReadSentence, here: Iterable[Dated], possessives: frozenset[str]) -> frozenset[int]:
    """The tokens of a sentence that tell times, with their signals; a bare length says what happened ("lost two days")."""
    places: set[int] = set()
    for dated in here:
        first, last = dated.attachment.mention.first, dated.attachment.mention.last
        owns = bool(possessives.intersection(read.words[last + 1 : last + 2]))
        if dated.attachment.signal is not None and not owns:  # "on Saturday", but "during | Saturday's count"
            first = dated.attachment.signal[0]
        elif isinstance(dated.attachment.mention.meaning, Length) and not owns:
            continue
        places.update(range(first, last + 1 + owns))
    return frozenset(places)


def _line_telling(p: Placed, scene: Scene) -> Telling | None:
    """A line that a time leads is labelled with the rest of the line, not with the clause of its event."""
    read, own = scene.read, [dated for dated in scene.here if dated.attachment.event is p.event]
    leading = next((dated for dated in own if leads_line(read, dated.attachment.mention)), None)
    if leading is None:
        return None
    told = scene.teller.tell(p.event, p.place, scene.tokens(*own))
    dating = scene.tokens(*filter(_is_dating, scene.here))
    label = scene.teller.line(leading.attachment.mention.last + 1, len(read.tokens), dating)
    return evolve(told, label=label or told.label)


def _beside_telling(p: Placed, own: Sequence[Dated], scene: Scene) -> Telling | None:
    """A time that only a comparison has ("up from 43% in 2020") is told by that, not by the event compared."""
    phrase = own[0].attachment.phrase if len(own) == 1 else None
    if phrase is None:
        return None
    told = scene.teller.tell(p.event, p.place, scene.tokens(*own))
    return evolve(told, label=scene.teller.line(phrase.start, phrase.stop, scene.tokens(*own)) or told.label)


def _is_dating(dated: Dated) -> bool:
    """Whether a time stands in a column of its own: it dates something, so the label does without it."""
    return dated.attachment.event is not None or dated.attachment.by == UNLIKE or _is_row(dated)


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
    factuality = telling.factuality
    if factuality == "asserted" and (_is_ahead(composed.when, anchor) or _is_due(links, anchor)):
        factuality = "negated" if telling.calls_off else "planned"  # "has cancelled all sailings tomorrow"
    elif factuality == "planned" and _is_history(event, composed.when, anchor):
        factuality = "asserted"
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
        factuality=factuality,
        participants=telling.participants,
        cancelled=telling.cancelled or (telling.calls_off and factuality == "negated"),
        reason=composed.reason,
    )


def _is_ahead(when: When, anchor: Moment | None) -> bool:
    """Whether something lies after the day of the article, which can only tell of it as a plan."""
    start = when.earliest_start
    return start is not None and anchor is not None and start.day > anchor.day


def _is_due(links: tuple[Link, ...], anchor: Moment | None) -> bool:
    """Whether an event has a limit that is not over."""
    return any(_is_limit(link.relation, link.time.when, anchor) for link in links)


def _is_limit(relation: Relation, when: When | None, anchor: Moment | None) -> bool:
    """Whether a time tells by when something is to be: "RSVP by 5 April", "the report is due by Friday"."""
    end = None if when is None else when.latest_end
    return relation is Relation.BY and anchor is not None and end is not None and end.day > anchor.day


def _is_history(event: Event, when: When, anchor: Moment | None) -> bool:
    """Whether the present tense tells of what is over by then, as chronicles do: "1853: the line opens"."""
    plain = event.pos == "VERB" and event.modality is None and event.tense in ("PRESENT", "PASTPART", "NONE")
    past = anchor is None or (when.latest_end is not None and when.latest_end.wall <= anchor.wall)
    return plain and when.known and past


def _is_row(dated: Dated) -> bool:
    """Whether a time without an event is a row of its own: bare lengths, references and adjectives ("daily") are none."""
    mention = dated.attachment.mention
    if dated.attachment.event is not None or dated.attachment.compared or dated.note or dated.heading:
        return False
    single_set = isinstance(mention.meaning, Repeat) and mention.first == mention.last
    return not single_set and not isinstance(mention.meaning, Length | Refers | Stretch)


def _stance_beside(dated: Dated, placed: Sequence[Placed], scene: Scene) -> str:
    """How far the words of a time are asserted that stand by themselves; a part is planned where the whole is."""
    before = [p for p in placed if p.place < dated.attachment.mention.first and not p.event.auxiliary]
    if dated.attachment.by != BESIDE or not before:
        return "asserted"
    return scene.teller.tell(before[-1].event, before[-1].place, frozenset()).factuality


def _during(entry: Entry, dated: Dated, here: Sequence[Dated], anchor: Moment | None) -> Entry:
    """The row of a repetition beside what it is part of: "runs from 5 to 13 April, with | matinees on Saturdays"."""
    before = [d for d in here if d.number < dated.number and d.attachment.relation is Relation.EXTENT and d.time.when]
    if entry.recurrence is None or dated.attachment.by != BESIDE or not before:
        return entry
    whole = before[-1].time.when or When()
    ahead = entry.factuality == "asserted" and _is_ahead(whole, anchor)
    return evolve(
        entry,
        when=whole,
        recurrence=limited(entry.recurrence, Relation.EXTENT, whole),
        factuality="planned" if ahead else entry.factuality,
    )


def _time_entry(
    dated: Dated, label: str, factuality: str, anchor: Moment | None, quote: str, source: str | None
) -> Entry:
    """The row of a time that no event claims."""
    time, relation = dated.time, dated.attachment.relation
    when = When() if time.when is None else bounded(relation, time, None, anchor)[0]
    ahead = _is_ahead(when, anchor) or _is_limit(relation, time.when, anchor)
    return Entry(
        label=label or visible(time.text),
        when=when,
        recurrence=time.recurrence if relation is Relation.REPEATS else None,
        time=time,
        sentence=quote,
        source=source,
        factuality="planned" if factuality == "asserted" and ahead else factuality,
        reason="no event claims this time; the row is the words around it",
    )
