"""A TimeML document as a timeline: its links date its events, and the sentences around them make the rows.

The tags decide what is a time, when it is, what is an event and which of them belong together.  The words of the sentences
only tell how a row is called, as everywhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from timeline import assemble
from timeline.anchoring import Settings
from timeline.calendar.values import Moment
from timeline.dating.notes import is_dateline, is_note
from timeline.dating.passages import Passage
from timeline.dating.sequence import Dated, State, stands_alone
from timeline.entries.records import Event, Link, Relation, Signal
from timeline.export.timeml.document import TimemlDocument
from timeline.export.timeml.linking import links_of
from timeline.export.timeml.mentions import ANNOTATED, AnnotatedTime, attributes, creation, times_of
from timeline.languages import load
from timeline.languages.pack import Pack
from timeline.linking.mentions import Mention, ReadSentence
from timeline.linking.scenes import Attachment, Share
from timeline.model import Timeline
from timeline.texts.document import Document, Token, hash_of, read, tokenize

NO_MODALITY = ("", "NONE")


def interpreted(document: TimemlDocument) -> Timeline:
    """The timeline that a TimeML document tells."""
    settings, anchor = Settings(), creation(document)
    pack = load(settings.language)
    view = read(document.text, None, pack.spelling)
    times = times_of(document, settings.context(anchor))
    lines = _lines(view, times, pack)
    events = _events(document, view, [Passage(view, line.read, pack) for line in lines])
    links = links_of(document, times, {ident: event for ident, event, _ in events}, pack.signals)
    passages = _passages(view, lines, events, links, pack)
    state = State(
        times=tuple(_dated(passages, lines)),
        links=links,
        notes=(),
        passages=tuple(passages),
        anchors=(anchor,) * len(passages),
    )
    rows = assemble.entries(view, state, pack, settings.conventions, document.ident)
    return Timeline(
        entries=rows.shown,
        hidden=rows.hidden,
        times=tuple(told.time for told in times),
        events=tuple(event for _, event, _ in events),
        links=links,
        notes=_notes(document, anchor),
        anchor=anchor,
        source=document.ident,
        language=settings.language,
        text_hash=hash_of(document.text),
    )


def _notes(document: TimemlDocument, anchor: Moment | None) -> tuple[str, ...]:
    if anchor is not None or document.created is None:
        return ()
    return (f"the document creation time {document.created.get('value')!r:.40} states no day",)


# -- sentences ---------------------------------------------------------------------------------------------------------


@frozen
class Line:
    """A sentence with the times that are annotated in it, which are its mentions in the same order."""

    read: ReadSentence
    times: tuple[AnnotatedTime, ...] = ()


def _lines(view: Document, times: Sequence[AnnotatedTime], pack: Pack) -> list[Line]:
    """The sentences of a text with their times; a time in no word of a sentence stands in none."""
    own: list[list[AnnotatedTime]] = [[] for _ in view.sentences]
    for told in times if own else ():
        own[_sentence_at(view, told.time.start)].append(told)
    lines = []
    for sentence, here in zip(view.sentences, own, strict=True):
        tokens = tokenize(view.view, sentence.start, sentence.end, pack.spelling)
        places = [(told, *_tokens(tokens, told.time.start, told.time.end)) for told in here]
        held = [(told, first, last) for told, first, last in places if first <= last]
        mentions = tuple(
            Mention(first=first, last=last, meaning=told.meaning, rules=(ANNOTATED,)) for told, first, last in held
        )
        words = tuple(token.form.lower() for token in tokens)
        lines.append(Line(ReadSentence(sentence, tokens, words, mentions), tuple(told for told, _, _ in held)))
    return lines


def _sentence_at(view: Document, start: int) -> int:
    """The number of the sentence that a place belongs to: the last one that begins by it, else the first."""
    return max(0, bisect_right(view.sentences, start, key=lambda sentence: sentence.start) - 1)


def _tokens(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The first and the last token that a span touches; the last before the first where it touches none."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    return first, bisect_left(tokens, end, key=lambda token: token.start) - 1


# -- events ------------------------------------------------------------------------------------------------------------

Placed = tuple[str, Event, int]  # the id of an event, the event, and the number of its sentence


def _events(document: TimemlDocument, view: Document, passages: Sequence[Passage]) -> list[Placed]:
    """The annotated events, by place; of two with one id the first."""
    found: dict[str, Placed] = {}
    for start, end, said in attributes(document) if passages else ():
        number, ident = _sentence_at(view, start), said.get("eid", "")
        if ident not in found:
            found[ident] = ident, _event(document.text, start, end, said, passages[number]), number
    return list(found.values())


def _event(text: str, start: int, end: int, said: Mapping[str, str], passage: Passage) -> Event:
    """An annotated event; what no annotation tells (lemma, verb group) is what the language finds for its word."""
    same = next((event for event in passage.events if event.start < end and start < event.end), None)
    if same is None:
        words = text[start:end]
        same = Event(start=start, end=end, text=words, lemma=words.lower(), pos="OTHER", group_start=start, group_end=end)
    modality = said.get("modality", "")
    return evolve(
        same,
        start=start,
        end=end,
        text=text[start:end],
        class_=said.get("class") or "OCCURRENCE",
        tense=said.get("tense") or "NONE",
        aspect=said.get("aspect") or "NONE",
        polarity=said.get("polarity") or "POS",
        pos=said.get("pos") or same.pos,
        modality=None if modality.upper() in NO_MODALITY else modality,
        auxiliary=False,
    )


# -- rows --------------------------------------------------------------------------------------------------------------


class AnnotatedPassage(Passage):
    """A sentence in which annotations say what each time dates."""

    def __init__(
        self, document: Document, read: ReadSentence, pack: Pack, events: Sequence[Event], own: Sequence[Attachment]
    ) -> None:
        super().__init__(document, read, pack, events)
        self._own = own

    def attachment(self, number: int) -> Attachment:
        """What the time with a number dates."""
        return self._own[number]


def _passages(
    view: Document, lines: Sequence[Line], events: Sequence[Placed], links: Sequence[Link], pack: Pack
) -> list[AnnotatedPassage]:
    own: list[list[Event]] = [[] for _ in lines]
    for _, event, number in events:
        own[number].append(event)
    by_time: dict[tuple[int, int], list[Link]] = {}
    for link in links:
        by_time.setdefault((link.time.start, link.time.end), []).append(link)
    return [
        AnnotatedPassage(view, line.read, pack, here, [*_attachments(line, here, by_time)])
        for line, here in zip(lines, own, strict=True)
    ]


def _attachments(
    line: Line, events: Sequence[Event], by_time: Mapping[tuple[int, int], Sequence[Link]]
) -> Iterator[Attachment]:
    """What each time of a sentence dates, by the links of it and of its parts."""
    for mention, told in zip(line.read.mentions, line.times, strict=True):
        spans = {(time.start, time.end) for time in (told.time, *told.time.parts)}
        links = [link for span in sorted(spans) for link in by_time.get(span, ())]
        linked = [(event, link.relation) for event in events for link in links if link.event is event]
        yield Attachment(
            mention=mention,
            event=linked[0][0] if linked else None,
            relation=links[0].relation if links else Relation.WITHIN,
            signal=_words(line.read, told.time.signal),
            by=ANNOTATED,
            also=tuple(Share(event=event, relation=relation, by=ANNOTATED) for event, relation in linked[1:]),
        )


def _words(read: ReadSentence, signal: Signal | None) -> tuple[int, int] | None:
    first, last = (1, 0) if signal is None else _tokens(read.tokens, signal.start, signal.end)
    return (first, last) if first <= last else None


def _dated(passages: Sequence[AnnotatedPassage], lines: Sequence[Line]) -> Iterator[Dated]:
    """The times with the kind of line that each stands in; what an event claims is in its row, whatever the line is."""
    for place, (passage, line) in enumerate(zip(passages, lines, strict=True)):
        alone = stands_alone(line.read) and place + 1 < len(lines)
        note = bool(line.times) and is_note(line.read, passage.pack)
        for number, told in enumerate(line.times):
            free = passage.attachment(number).event is None
            dateline = free and is_dateline(line.read, line.read.mentions[number])
            yield Dated(
                sentence=place,
                passage=passage,
                number=number,
                time=told.time,
                heading=free and alone and not dateline,
                note=free and (note or dateline),
                dateline=dateline,
            )
