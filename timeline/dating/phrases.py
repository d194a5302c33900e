"""Dating one phrase by itself, outside any text."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from timeline.dating.compose import bounded, limited
from timeline.dating.mention_times import range_time, signal_of, time_of
from timeline.dating.ranges import resolve_range, resolve_repeat
from timeline.dating.reading import FUTURE, PAST, Context, Telling
from timeline.dating.resolve import resolve
from timeline.entries.records import Relation, Time
from timeline.grammar.meanings import Length, Offset, Onward, Range, Repeat
from timeline.languages.pack import Pack
from timeline.linking.mentions import Mention, ReadSentence, read_sentence
from timeline.linking.relations import relation_of
from timeline.texts.document import Document, Sentence


def date_phrase(document: Document, pack: Pack, context: Context) -> Time:
    """The time that a phrase is as a whole, unresolved with a reason when it is none."""
    view = document.view
    sentence, triggers = Sentence(0, len(view), 0), pack.triggers.places(view)
    read = read_sentence(document, sentence, pack, triggers)
    ends = _ends(read.words)
    whole = _whole(document, read, pack, ends, context) or _limited_repeat(document, read, pack, ends, context)
    if whole is None:  # what the caller takes for a time may be one of those that mostly are none: "May", "the 30th"
        asked = read_sentence(document, sentence, pack, triggers, latent=True)
        whole = None if asked.mentions else _whole(document, evolve(asked, mentions=asked.held_back), pack, ends, context)
    if whole is not None:
        return whole
    return Time(
        start=0,
        end=len(document.source),
        text=document.source,
        type="DATE",
        value="",
        resolved=False,
        reason=_why_none(document, read, pack),
    )


def _ends(words: Sequence[str]) -> tuple[int, int]:
    """The first and the last word of a phrase, inside the quotes, brackets and stops that may stand around it."""
    spoken = [place for place, word in enumerate(words) if any(map(str.isalnum, word))]
    return (spoken[0], spoken[-1]) if spoken else (0, -1)


def _whole(
    document: Document, read: ReadSentence, pack: Pack, ends: tuple[int, int], context: Context
) -> Time | None:
    """The time of the one mention that takes up a phrase from its first to its last word, with the signal before it."""
    if len(read.mentions) != 1:
        return None
    mention = read.mentions[0]
    relation, signal = relation_of(read, mention, pack.signals)
    first = signal[0] if signal is not None else mention.first
    if first > ends[0] or mention.last < ends[1]:
        return None
    if isinstance(mention.meaning, Length) and signal is not None and read.words[signal[0]] in pack.signals.ahead:
        if context.direction != PAST:  # "in two weeks" by itself is what is to come
            mention = evolve(mention, meaning=Offset(mention.meaning.duration, 1))
    return _phrase_time(document, read, mention, relation, signal, context)


def _why_none(document: Document, read: ReadSentence, pack: Pack) -> str:
    """Why a phrase as a whole is no time: what in it is one, or what almost is."""
    if not read.tokens:
        return "the phrase is empty"
    told = pack.miss(read.tokens)
    if told is None and read.mentions:
        spans = [document.span(read.tokens[m.first].start, read.tokens[m.last].end) for m in read.mentions]
        parts = " and ".join(f'"{" ".join(document.source[start:end].split())}"' for start, end in spans)
        told = f"only {parts} in it"
    return "no time expression is the whole phrase" + ("" if told is None else f": {told}")


def _limited_repeat(
    document: Document, read: ReadSentence, pack: Pack, ends: tuple[int, int], context: Context
) -> Time | None:
    """A repetition and its limit in one phrase: "every weekday until the end of May"."""
    if len(read.mentions) != 2 or not isinstance(read.mentions[0].meaning, Repeat):
        return None
    repeat, limit = read.mentions
    relation, signal = relation_of(read, limit, pack.signals)
    if signal is None or signal[0] != repeat.last + 1 or limit.last < ends[1] or relation_of(read, repeat, pack.signals)[1]:
        return None
    if repeat.first > ends[0] or isinstance(limit.meaning, Range):
        return None
    whole = time_of(document, read, repeat, resolve(repeat.meaning, context), None)
    towards = FUTURE if relation in (Relation.UNTIL, Relation.BY) else PAST if relation is Relation.SINCE else None
    shown = Telling(direction=towards, shown_by=f'"{read.words[signal[0]]}"')
    told_so = context if towards is None or context.direction is not None else evolve(context, tell=lambda: shown)
    inner = time_of(document, read, limit, resolve(limit.meaning, told_so), None)
    if inner.when is None or whole.recurrence is None:
        return None
    when, told = bounded(relation, inner, None, context.anchor)
    return evolve(
        whole,
        end=inner.end,
        text=document.source[whole.start : inner.end],
        when=when,
        recurrence=limited(whole.recurrence, relation, when),
        reason=f"{whole.reason}; {told}: {inner.reason}",
        parts=(whole, inner),
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
        said = mention.meaning
        reading = resolve_repeat(said, context) if isinstance(said, Repeat) else resolve(said, context)
        inner = time_of(document, read, mention, reading, None, context.conventions.southern)
    if signal is None and isinstance(mention.meaning, Onward) and inner.when is not None:
        return evolve(inner, when=bounded(relation, inner, None, context.anchor)[0])
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
