"""Finding the times that a text mentions: what was said and where, before any anchor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from timeline.grammar.matching import Piece
from timeline.grammar.meanings import Clock, Date, Meaning, Modified, Offset, Range, Shift, Within
from timeline.grammar.triggers import any_within
from timeline.languages.pack import Pack
from timeline.linking.lists import Listed, listed_days
from timeline.texts.chronicles import Head
from timeline.texts.document import Document, Sentence, Token, tokenize
from timeline.texts.logs import Stamp
from timeline.texts.syntax import Syntax


@frozen(kw_only=True)
class Mention:
    """A mention of a time in a sentence, by token numbers (both included); a range has two parts."""

    first: int
    last: int
    meaning: Meaning
    rules: tuple[str, ...]
    parts: tuple[Mention, ...] = ()


@frozen
class ReadSentence:
    """A sentence with its tokens, lower-case words, the times mentioned in it, the stamp of a log that it begins with, what
    could be a time and mostly is none, where that is asked for, and how it is built, once it is analysed."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    stamp: Stamp | None = None
    held_back: tuple[Mention, ...] = ()
    syntax: Syntax = field(default=Syntax(), repr=False)

    @property
    def time_places(self) -> frozenset[int]:
        """The numbers of the tokens that tell times."""
        return frozenset(place for mention in self.mentions for place in range(mention.first, mention.last + 1))


def read_sentences(document: Document, pack: Pack, latent: bool = False, sparse: bool = False) -> list[ReadSentence]:
    """The sentences of a document with the times in them; a ``sparse`` reading leaves out those that can hold no time."""
    triggers = sorted([*pack.triggers.places(document.view), *document.stamps, *document.years])
    return [
        read_sentence(document, sentence, pack, triggers, latent)
        for sentence in document.sentences
        if latent or not sparse or any_within(triggers, sentence.start, sentence.end)
    ]


def read_sentence(
    document: Document, sentence: Sentence, pack: Pack, triggers: Sequence[int], latent: bool = False
) -> ReadSentence:
    """The tokens of a sentence and the times mentioned in it; ``triggers`` are the offsets of those in the document.  With
    ``latent`` what is mostly no time is looked for too, and kept apart."""
    tokens = tokenize(document.view, sentence.start, sentence.end, pack.spelling)
    words = tuple([token.form.lower() for token in tokens])
    mentions: tuple[Mention, ...] = ()
    if any_within(triggers, sentence.start, sentence.end):
        pieces = pack.grammar.parse(tokens, words, triggers)
        mentions = tuple([_mention(p) for p in pieces if not _is_name(p, tokens, words, pack)])
        mentions = _listed(mentions, tokens, words, pack)
    mentions = _named_after(_sharing(mentions, words, pack.signals.joiners), words, pack.signals.binders)
    held_back = _held_back(tokens, words, mentions, pack) if latent else ()
    stamp = _stamp(document, sentence)
    if stamp is not None:
        mentions = _stamped(stamp, tokens, mentions)
    year = document.years.get(sentence.start)
    if year is not None:
        mentions = _headed(year, tokens, words, mentions)
    return ReadSentence(sentence, tokens, words, mentions, stamp, held_back)


def _held_back(
    tokens: Sequence[Token], words: Sequence[str], mentions: tuple[Mention, ...], pack: Pack
) -> tuple[Mention, ...]:
    """What could be a time and mostly is none, apart from the mentions of a sentence; any word may be one."""
    taken = {place for mention in mentions for place in range(mention.first, mention.last + 1)}
    everywhere = range(tokens[0].start, tokens[-1].end) if tokens else ()
    found = map(_mention, pack.grammar.parse(tokens, words, everywhere, latent=True))
    return tuple([mention for mention in found if taken.isdisjoint(range(mention.first, mention.last + 1))])


def _stamp(document: Document, sentence: Sentence) -> Stamp | None:
    """The stamp that a line of a log begins with, if need be behind a bracket."""
    if not document.stamps:
        return None
    return document.stamps.get(sentence.start) or document.stamps.get(sentence.start + 1)


def _stamped(stamp: Stamp, tokens: Sequence[Token], mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a line with that of its stamp, which the grammar may have read or left out ("2150")."""
    places = [place for place, token in enumerate(tokens) if stamp.start <= token.start < stamp.end]
    if stamp.weekday is not None and places:
        return _stamped_day(stamp, places, mentions)
    if not places or any(mention.first <= places[-1] and places[0] <= mention.last for mention in mentions):
        return mentions
    meaning = Clock(hour=stamp.hour, minute=stamp.minute)
    return (Mention(first=places[0], last=places[-1], meaning=meaning, rules=("stamp of a log",)), *mentions)


def _stamped_day(stamp: Stamp, places: Sequence[int], mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a line whose stamp has a weekday, which from the second such line on only tells how many days passed."""
    read = next((m for m in mentions if m.first <= places[0] and m.last >= places[-1] and isinstance(m.meaning, Within)), None)
    meaning = Within(Clock(hour=stamp.hour, minute=stamp.minute), Date(weekday=stamp.weekday))
    if read is None or not isinstance(read.meaning, Within):
        read = Mention(first=places[0], last=places[-1], meaning=meaning, rules=("stamp of a log",))
    if not stamp.anew and isinstance(read.meaning, Within):
        read = evolve(read, meaning=read.meaning.inner, rules=("stamp of a log",))
    return (read, *(mention for mention in mentions if mention.first > read.last))


def _listed(
    mentions: tuple[Mention, ...], tokens: Sequence[Token], words: Sequence[str], pack: Pack
) -> tuple[Mention, ...]:
    """The mentions, with the days that are listed before or behind a day with its month."""
    listing = not pack.signals.conjoining.isdisjoint(words) or "/" in words
    if not listing or not any(_may_close_list(mention.meaning) for mention in mentions):
        return mentions
    told = [Listed(mention.first, mention.last, mention.meaning, place) for place, mention in enumerate(mentions)]
    return tuple(_of_list(mentions[day.of], day) for day in listed_days(told, tokens, words, pack))


def _may_close_list(meaning: Meaning) -> bool:
    date = meaning.first if isinstance(meaning, Range) else meaning
    if isinstance(date, Within):  # "Monday and Friday next week"
        return isinstance(date.inner, Date) and isinstance(date.outer, Shift)
    return isinstance(date, Date) and date.day is not None and date.month is not None


def _of_list(mention: Mention, day: Listed) -> Mention:
    """The mention of a day of a list, by the rules that read its month."""
    if (mention.first, mention.last, mention.meaning) == (day.first, day.last, day.meaning):
        return mention
    parts = mention.parts if isinstance(day.meaning, Range) else ()
    if parts and isinstance(day.meaning, Range):
        parts = (evolve(parts[0], first=day.first, meaning=day.meaning.first), *parts[1:])
    elif isinstance(day.meaning, Range):  # "Sat 15 / Sun 16 July"
        parts = (evolve(mention, first=day.first, last=mention.first - 2, meaning=day.meaning.first), mention)
    return evolve(mention, first=day.first, last=day.last, meaning=day.meaning, parts=parts)


def _headed(
    head: Head, tokens: Sequence[Token], words: Sequence[str], mentions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The mentions of a line of a chronicle with the year at its head, which holds for the days behind it: one right behind
    it, "1066, 14 October: Hastings", is one date with it."""
    end = max(place for place, token in enumerate(tokens) if token.start < head.end)
    if mentions and mentions[0].first == 0 and mentions[0].last >= end and mentions[0].meaning != Date(year=head.year):
        return mentions  # 1914-18, or a date that begins with its year
    opening = _of_head(head, end)
    dated = [evolve(m, meaning=_of_year(m.meaning, head.year)) for m in mentions if m.first > end]
    between = words[end + 1 : dated[0].first] if dated else ()
    if between and head.last is None and not any(word[0].isalnum() for word in between):
        if isinstance(dated[0].meaning, Date) and dated[0].meaning not in [mention.meaning for mention in mentions]:
            return (evolve(dated[0], first=0, rules=(*opening.rules, *dated[0].rules)), *dated[1:])
    return (opening, *dated)


def _of_head(head: Head, end: int) -> Mention:
    """The mention of the year, or of the years from one to another, at the head of a line of a chronicle."""
    year = Mention(first=0, last=end, meaning=Date(year=head.year), rules=("year at the head of a line",))
    if head.last is None or head.last <= head.year:
        return year
    last = evolve(year, first=end, meaning=Date(year=head.last))
    return evolve(year, meaning=Range(year.meaning, last.meaning), parts=(evolve(year, last=0), last))


def _of_year(meaning: Meaning, year: int) -> Meaning:
    """A month, or a day of a month, of the year of its line."""
    match meaning:
        case Date(year=None, month=int()):
            return evolve(meaning, year=year)
        case Within():
            return evolve(meaning, outer=_of_year(meaning.outer, year))
        case Modified():
            return evolve(meaning, inner=_of_year(meaning.inner, year))
        case Range(first=Date(year=None), last=Date(year=None)):
            return evolve(meaning, first=_of_year(meaning.first, year), last=_of_year(meaning.last, year))
    return meaning


def _sharing(
    mentions: tuple[Mention, ...], words: Sequence[str], joiners: frozenset[str]
) -> tuple[Mention, ...]:
    """The mentions, where one right before another takes its year or day: "in April and June 1955", "at 2 pm and again at 6 pm
    on Friday"."""
    shared = list(mentions)
    for place in range(len(mentions) - 2, -1, -1):
        mention, following = shared[place], shared[place + 1]
        date, other = mention.meaning, following.meaning
        between = words[mention.last + 1 : following.first]
        if isinstance(date, Clock) and isinstance(other, Within) and isinstance(other.inner, Clock):
            if 0 < len(between) <= 4 and joiners.issuperset(between):
                shared[place] = evolve(mention, meaning=Within(date, other.outer))
            continue
        joined = len(between) == 1 and between[0] in joiners
        if not joined or not isinstance(date, Date) or not isinstance(other, Date) or date.year is not None:
            continue
        if date.month is None or other.month is None or other.year is None or (date.day is None) != (other.day is None):
            continue
        later = (date.month, date.day or 0) > (other.month, other.day or 0)
        shared[place] = evolve(mention, meaning=evolve(date, year=other.year - later, short=other.short))
    return tuple(shared)


def _named_after(mentions: tuple[Mention, ...], words: Sequence[str], binders: frozenset[str]) -> tuple[Mention, ...]:
    """The mentions, where a day before a noun takes the year behind it: "the 7 July bombings of 2005" has one date."""
    found = list(mentions)
    for place in range(len(mentions) - 2, -1, -1):
        mention, following = found[place], found[place + 1]
        day, year = mention.meaning, following.meaning
        if not isinstance(day, Date) or not isinstance(year, Date) or day.day is None or day.year is not None:
            continue
        between = words[mention.last + 1 : following.first]
        if len(between) == 2 and between[1] in binders and year.year is not None and year.month is None:
            found[place : place + 2] = [evolve(mention, meaning=evolve(day, year=year.year, short=year.short))]
    return tuple(found)


def _is_name(piece: Piece, tokens: Sequence[Token], words: Sequence[str], pack: Pack) -> bool:
    assert piece.meaning is not None
    return pack.is_name(tokens, words, piece.first, piece.last, piece.meaning)


def _mention(piece: Piece) -> Mention:
    assert piece.meaning is not None
    mention = Mention(first=piece.first, last=piece.last, meaning=piece.meaning, rules=piece.rules)
    if not isinstance(piece.meaning, Range):
        return mention
    ends = _range_ends(piece)
    first = Mention(
        first=piece.first, last=ends[0].last, meaning=piece.meaning.first, rules=ends[0].rules or piece.rules
    )
    last = Mention(first=ends[1].first, last=piece.last, meaning=piece.meaning.last, rules=ends[1].rules or piece.rules)
    return Mention(first=piece.first, last=piece.last, meaning=piece.meaning, rules=piece.rules, parts=(first, last))


def _is_counted(meaning: Meaning | None) -> bool:
    """Whether one end of a range is told by its distance from the other."""
    ends = (meaning.first, meaning.last) if isinstance(meaning, Range) else ()
    return any(isinstance(end, Offset | Shift) and end.of is not None for end in ends)


def _range_ends(piece: Piece) -> tuple[Piece, Piece]:
    """The pieces in which the first end of a range ends and the last one begins."""
    inner = next((part for part in piece.parts if isinstance(part.meaning, Range)), None)
    if inner is not None:
        return _range_ends(inner)
    ends = sorted(piece.parts, key=lambda part: part.first)
    if len(ends) == 1 or _is_counted(piece.meaning):
        return piece, piece  # "1992/93" says both in one word, "five years from 1 March" only together
    if ends[0].meaning is None and all(part.last + 1 == other.first for part, other in pairwise(ends)):
        return piece, piece  # "30/31 July 2024"
    if len(ends) >= 2 and ends[0].meaning is None and ends[0].last + 1 == ends[1].first:
        return ends[1], ends[2]  # "March 9-13": the month stands before the first day
    return ends[0], ends[1]
