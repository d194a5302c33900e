"""Mentions given by the caller instead of found: spans of times and events."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence

from attrs import evolve

from timeline.dating.passages import Passage
from timeline.entries.records import Event
from timeline.errors import OptionError
from timeline.grammar.meanings import Refers
from timeline.linking.mentions import Mention, ReadSentence
from timeline.texts.document import Document, Token

Spans = Iterable[tuple[int, int]]


def _checked(document: Document, spans: Spans, name: str) -> list[tuple[int, int]]:
    checked = []
    for span in spans:
        try:
            start, end = map(operator.index, span)
        except (TypeError, ValueError):
            raise OptionError(f"{name} has {span!r}, expected spans of characters, such as (9, 15)") from None
        if not 0 <= start < end <= len(document.source):
            raise OptionError(
                f"{name} has the span ({start}, {end}), expected 0 <= start < end <= {len(document.source)}"
            )
        checked.append((start, end))
    return sorted(set(checked))


def _token_range(document: Document, tokens: Sequence[Token], span: tuple[int, int]) -> tuple[int, int] | None:
    """The tokens that a span touches, by number, both included."""
    touched = []
    for place, token in enumerate(tokens):
        start, end = document.span(token.start, token.end)
        if start < span[1] and span[0] < end:
            touched.append(place)
    return (touched[0], touched[-1]) if touched else None


def with_times(document: Document, sentences: Sequence[ReadSentence], spans: Spans) -> list[ReadSentence]:
    """Sentences that mention just the given times, each read as far as the rules can read it."""
    wanted = _checked(document, spans, "times")
    return [evolve(read, mentions=tuple(_given_mentions(document, read, wanted)), held_back=()) for read in sentences]


def _given_mentions(document: Document, read: ReadSentence, wanted: Sequence[tuple[int, int]]) -> Iterable[Mention]:
    flat = [part for mention in (*read.mentions, *read.held_back) for part in (mention.parts or (mention,))]
    for span in _in_sentence(document, read, wanted):
        places = _token_range(document, read.tokens, span)
        if places is None:
            continue
        best = max(flat, key=lambda m: min(m.last, places[1]) - max(m.first, places[0]), default=None)
        if best is not None and best.first <= places[1] and places[0] <= best.last:
            yield evolve(best, first=places[0], last=places[1])
        else:
            yield Mention(first=places[0], last=places[1], meaning=Refers("XXXX-XX-XX"), rules=())


def _in_sentence(document: Document, read: ReadSentence, wanted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    start, end = document.span(read.sentence.start, read.sentence.end)
    return [span for span in wanted if start <= span[0] < end]


def with_events(document: Document, passages: Sequence[Passage], spans: Spans) -> list[Passage]:
    """The passages with just the given events, with the attributes that were found for them."""
    wanted = _checked(document, spans, "events")
    return [Passage(document, passage.read, passage.pack, _given_events(passage, wanted)) for passage in passages]


def _given_events(passage: Passage, wanted: Sequence[tuple[int, int]]) -> list[Event]:
    document, chosen = passage.document, []
    for start, end in _in_sentence(document, passage.read, wanted):
        same = next((event for event in passage.events if event.start < end and start < event.end), None)
        text = document.source[start:end]
        if same is not None:
            chosen.append(evolve(same, start=start, end=end, text=text, auxiliary=False))
        else:
            chosen.append(Event(start=start, end=end, text=text, lemma=text.lower(), group_start=start, group_end=end))
    # copulas go on telling past and future, but without a tense no time dates them
    found = [evolve(event, tense="NONE") for event in passage.events if event.auxiliary]
    return chosen + [event for event in found if not any(c.start == event.start for c in chosen)]
