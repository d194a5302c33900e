"""What reading found in a text before any anchor, kept small: enough to date the text again without reading it again.

Only sentences with a time or an event, which a timeline quotes anyhow, keep their words; of the others there is no more
than the place.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Attribute, evolve, field, frozen

from timeline.dating.notes import may_tell_zone
from timeline.dating.passages import Passage
from timeline.dating.sequence import stands_alone
from timeline.deferred import Deferred
from timeline.entries.records import Event
from timeline.errors import FormatError
from timeline.languages.pack import Pack
from timeline.linking.mentions import Mention, ReadSentence
from timeline.texts.document import Document, Sentence, Token, plain
from timeline.texts.letters import Voice
from timeline.texts.logs import Stamp
from timeline.texts.syntax import Chunk, Syntax, VerbGroup

BLANK = " "  # stands for what is not kept
LONGEST = 1 << 28  # characters; no text that was read is longer


@frozen(kw_only=True)
class Quote:
    """A sentence as it was read: its place in the view of the text, its words, and what was found in it.

    ``tokens`` are the ends of the tokens, counted from the start of the sentence: start, end, start, end.  ``tags`` and
    ``lemmas`` have one word for each token.  Of HTML ``source`` is the piece of the caller's string and ``offsets``
    the place there of each character.
    """

    start: int
    end: int
    block: int
    kind: str = "prose"
    stamp: Stamp | None = None
    text: str = ""
    tokens: tuple[int, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    tags: str = ""
    lemmas: str = ""
    groups: tuple[VerbGroup, ...] = ()
    chunks: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    source: str = ""
    offsets: tuple[int, ...] = ()


def _sound(instance: Draft, _: Attribute[Sequence[Quote]], quotes: Sequence[Quote]) -> None:
    """Refuses a draft that no reading makes, such as one that somebody wrote by hand."""
    if not 0 <= instance.view_length <= LONGEST or not 0 <= instance.length <= LONGEST:
        raise FormatError(f"there is no text of {instance.view_length} characters")
    last = 0
    for quote in () if isinstance(quotes, Deferred) else quotes:  # those are the sentences of a text in hand
        if not last <= quote.start <= quote.end <= instance.view_length:
            raise FormatError(f"there is no sentence from {quote.start} to {quote.end} here")
        last = quote.end
        count = len(quote.tokens) // 2
        places = [place for mention in _flat(quote.mentions) for place in (mention.first, mention.last)]
        places += [place for group in quote.groups for place in (group.first, group.head)]
        places += [*quote.chunks, *quote.times]
        fits = (
            len(quote.text) == (quote.end - quote.start if quote.tokens else 0)
            and list(quote.tokens) == sorted(quote.tokens)
            and all(start < end for start, end in zip(quote.tokens[::2], quote.tokens[1::2], strict=False))
            and all(0 <= end <= len(quote.text) for end in quote.tokens)
            and len(quote.tokens) % 2 == len(quote.chunks) % 2 == 0
            and all(0 <= place < count for place in places)
            and bool(quote.tags) == bool(quote.lemmas)
            and all(len(words.split()) == words.count(BLANK) + 1 == count for words in (quote.tags, quote.lemmas) if words)
            and len(quote.offsets) == (len(quote.text) + 1 if quote.text and instance.html else 0)
            and all(0 <= place <= instance.length for place in quote.offsets)
            and all(0 <= event.start <= event.end <= instance.length for event in quote.events)
            and (bool(quote.tokens) or not (quote.mentions or quote.events))
        )
        if not fits:
            raise FormatError(f"what was found in the sentence at {quote.start} does not fit its words")


def _flat(mentions: Sequence[Mention]) -> list[Mention]:
    return [part for mention in mentions for part in (mention, *_flat(mention.parts))]


@frozen(kw_only=True)
class Draft:
    """A text as it was read: its sentences, its length and that of its view, and whether undated events are to be dated.

    ``notes`` are those about the text that no anchor changes.
    """

    length: int
    view_length: int
    html: bool = False
    infer: bool = False
    notes: tuple[str, ...] = ()
    quotes: Sequence[Quote] = field(default=(), validator=_sound)
    voices: tuple[Voice, ...] = ()


def drafted(document: Document, passages: Sequence[Passage], *, infer: bool, notes: tuple[str, ...]) -> Draft:
    """The draft of a text that was read; its quotes are made when somebody asks for them."""
    # a stamp alone on its line tells the sentence below, whatever that holds; a time alone belongs to the one above
    below = [False, *(passage.read.stamp is not None for passage in passages)]
    above = [*(stands_alone(passage.read) for passage in passages[1:]), False]
    return Draft(
        quotes=Deferred(
            lambda: (
                _quote(document, passage, any(keep))
                for passage, *keep in zip(passages, below, above, strict=False)
            )
        ),
        length=len(document.source),
        view_length=len(document.view),
        html=document.offsets is not None,
        infer=infer,
        notes=notes,
        voices=document.voices,
    )


def settled(draft: Draft) -> Draft:
    """The draft with its quotes made, so that it holds on to nothing else of the text."""
    return evolve(draft, quotes=tuple(draft.quotes)) if isinstance(draft.quotes, Deferred) else draft


def _quote(document: Document, passage: Passage, keep: bool) -> Quote:
    read, events = passage.analysed, passage.events
    sentence, syntax = read.sentence, read.syntax
    place = Quote(start=sentence.start, end=sentence.end, block=sentence.block, kind=sentence.kind)
    if not (keep or read.mentions or events or may_tell_zone(read, passage.pack)):
        return place
    offsets = () if document.offsets is None else document.offsets[sentence.start : sentence.end + 1]
    first, last = document.span(sentence.start, sentence.end)
    return Quote(
        start=sentence.start,
        end=sentence.end,
        block=sentence.block,
        kind=sentence.kind,
        stamp=read.stamp,
        text=document.view[sentence.start : sentence.end],
        tokens=tuple(end - sentence.start for token in read.tokens for end in (token.start, token.end)),
        mentions=read.mentions,
        events=events,
        tags=BLANK.join(syntax.tags),
        lemmas=BLANK.join(syntax.lemmas),
        groups=syntax.groups,
        chunks=tuple(number for chunk in syntax.chunks for number in chunk),
        times=tuple(sorted(syntax.times)),
        source="" if document.offsets is None else document.source[first:last],
        offsets=offsets,
    )


def reread(draft: Draft, pack: Pack) -> tuple[Document, list[Passage]]:
    """The document and its passages as they were when the draft was made; what was not kept is blank."""
    view, source = [BLANK] * draft.view_length, [BLANK] * draft.length
    offsets = [0] * (draft.view_length + 1) if draft.html else None
    for quote in draft.quotes:
        view[quote.start : quote.start + len(quote.text)] = quote.text
        if offsets is not None and quote.offsets:
            offsets[quote.start : quote.start + len(quote.offsets)] = quote.offsets
            source[quote.offsets[0] : quote.offsets[0] + len(quote.source)] = quote.source
    shown = "".join(view)
    document = Document(
        source="".join(source) if draft.html else shown,
        view=shown,
        sentences=tuple(_sentence(quote) for quote in draft.quotes),
        offsets=None if offsets is None else tuple(offsets),
        voices=draft.voices,
    )
    return document, [Passage(document, _read(quote), pack, quote.events) for quote in draft.quotes]


def _sentence(quote: Quote) -> Sentence:
    return Sentence(quote.start, quote.end, quote.block, quote.kind)


def _read(quote: Quote) -> ReadSentence:
    if not quote.tokens:
        return ReadSentence(_sentence(quote), (), (), ())
    ends = list(zip(quote.tokens[::2], quote.tokens[1::2], strict=True))
    glued = [start == before for (start, _), (_, before) in zip(ends[1:], ends, strict=False)]
    tokens = tuple(
        Token(quote.start + start, quote.start + end, plain(quote.text[start:end]), close)
        for (start, end), close in zip(ends, [False, *glued], strict=True)
    )
    words = tuple(token.form.lower() for token in tokens)
    return ReadSentence(_sentence(quote), tokens, words, quote.mentions, quote.stamp, syntax=_syntax(quote, tokens, words))


def _syntax(quote: Quote, tokens: tuple[Token, ...], words: tuple[str, ...]) -> Syntax:
    if not quote.tags:
        return Syntax()
    times = frozenset(quote.times)
    return Syntax(
        tokens=tokens,
        words=tuple("#" if place in times else word for place, word in enumerate(words)),
        tags=tuple(quote.tags.split(BLANK)),
        lemmas=tuple(quote.lemmas.split(BLANK)),
        groups=quote.groups,
        chunks=tuple(Chunk(*pair) for pair in zip(quote.chunks[::2], quote.chunks[1::2], strict=True)),
        times=times,
    )
