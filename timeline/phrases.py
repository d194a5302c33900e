"""Dating one phrase by itself, outside any text."""

from __future__ import annotations

from attrs import evolve

from timeline.compose import bounded
from timeline.dating import range_time, signal_of, time_of
from timeline.languages.pack import Pack
from timeline.meanings import Range
from timeline.mentions import Mention, ReadSentence, read_sentence
from timeline.ranges import resolve_range
from timeline.reading import Context
from timeline.records import Relation, Time
from timeline.relations import relation_of
from timeline.resolve import resolve
from timeline.text import Document, Sentence


def date_phrase(document: Document, pack: Pack, context: Context) -> Time:
    """The time that a phrase is as a whole, unresolved with a reason when it is none."""
    view = document.view
    read = read_sentence(document, Sentence(0, len(view), 0), pack, pack.triggers.places(view))
    last = len(read.tokens) - 1
    while last >= 0 and not read.words[last][0].isalnum() and not read.words[last].endswith("."):
        last -= 1
    for mention in read.mentions:
        relation, signal = relation_of(read, mention, pack.signals)
        first = signal[0] if signal is not None else mention.first
        if first == 0 and mention.last >= last and len(read.mentions) == 1:
            return _phrase_time(document, read, mention, relation, signal, context)
    return Time(
        start=0,
        end=len(document.source),
        text=document.source,
        type="DATE",
        value="",
        resolved=False,
        reason="no time expression is the whole phrase",
    )


def _phrase_time(
    document: Document,
    read: ReadSentence,
    mention: Mention,
    relation: Relation,
    signal: tuple[int, int] | None,
    context: Context,
) -> Time:
    """The time of a phrase; a signal before it shapes the interval, and the bare time becomes a part."""
    if isinstance(mention.meaning, Range):
        inner = range_time(document, read, mention, *resolve_range(mention.meaning, context), None)
    else:
        inner = time_of(document, read, mention, resolve(mention.meaning, context), None)
    if signal is None:
        return inner
    start = document.span(read.tokens[signal[0]].start, read.tokens[signal[1]].end)[0]
    whole = evolve(
        inner,
        start=start,
        text=document.source[start : inner.end],
        signal=signal_of(document, read, signal),
        parts=(inner,),
    )
    if inner.when is None or relation in (Relation.WITHIN, Relation.EXTENT, Relation.LASTS, Relation.REPEATS):
        return evolve(whole, parts=inner.parts)
    when, told = bounded(relation, inner, None, context.anchor)
    return evolve(whole, when=when, value=str(when), reason=f"{inner.reason}; {told}")
