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
from timeline.grammar.meanings import Length, Offset, Onward, Range, Repeat, Stretch
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
    whole = next((found for form in FORMS if (found := form(document, read, pack, ends, context)) is not None), None)
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
    onward = signal is not None and relation is Relation.FROM and mention.last + 1 == ends[1]
    led = first == ends[0] or tuple(read.words[ends[0] : first]) in pack.signals.leads
    closed = mention.last == ends[1] or tuple(read.words[mention.last + 1 : ends[1] + 1]) in pack.signals.tails
    if (first > ends[0] and not led) or (mention.last < ends[1] and not onward and not closed):
        return None
    shown = "" if signal is None else read.words[signal[0]]
    length = mention.meaning.duration if isinstance(mention.meaning, Length) else None
    if length is not None and context.direction != PAST:  # by itself it is what is to come
        if shown in pack.signals.ahead:
            mention = evolve(mention, meaning=Offset(length, 1))
        elif shown in pack.signals.inside and not length.vague:
            mention = evolve(mention, meaning=Stretch(length, 1))
    return _phrase_time(document, read, mention, relation, signal, _towards(relation, shown, context))


def _towards(relation: Relation, shown: str, context: Context) -> Context:
    """The context of a time by itself that a signal leads to: "since Friday" is past, "until Friday" to come."""
    sides = {Relation.SINCE: PAST, Relation.UNTIL: FUTURE, Relation.BY: FUTURE}
    if relation not in sides or context.direction is not None:
        return context
    told = Telling(direction=sides[relation], shown_by=f'"{shown}"')
    return evolve(context, tell=lambda: told)


def _apart(
    document: Document, read: ReadSentence, pack: Pack, ends: tuple[int, int], context: Context
) -> Time | None:
    """A length and the time that it is counted from, in one phrase: "two days before Christmas"."""
    if len(read.mentions) != 2 or not isinstance(read.mentions[0].meaning, Length):
        return None
    length, other = read.mentions
    relation, signal = relation_of(read, other, pack.signals)
    sign = {Relation.BEFORE: -1, Relation.AFTER: 1}.get(relation)
    beside = signal is not None and signal[0] == length.last + 1
    if sign is None or not beside or length.first > ends[0] or other.last < ends[1]:
        return None
    if isinstance(other.meaning, Range | Length | Repeat):
        return None
    assert isinstance(length.meaning, Length)
    whole = evolve(length, last=other.last, meaning=Offset(length.meaning.duration, sign, of=other.meaning))
    return _phrase_time(document, read, whole, Relation.WITHIN, None, context)


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
    told_so = _towards(relation, read.words[signal[0]], context)
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


FORMS = (_whole, _limited_repeat, _apart)


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
