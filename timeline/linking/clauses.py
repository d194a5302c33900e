"""In which clause of a sentence a time stands, and whether an event stands in another one."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.calendar.almanac import Grain
from timeline.entries.records import Event, Relation
from timeline.grammar.meanings import Date, Holiday, Length, Nth, Span, Unit, Within
from timeline.languages.pack import Signals
from timeline.linking.mentions import Mention, ReadSentence
from timeline.linking.relations import relation_of
from timeline.texts.syntax import ClauseSpan


def clause_at(clauses: Sequence[ClauseSpan], place: int) -> int | None:
    """The number of the innermost clause that a token stands in."""
    around = [number for number, clause in enumerate(clauses) if clause.start <= place < clause.end]
    return max(around, key=lambda number: clauses[number].start, default=None)


def clause_apart(
    clauses: Sequence[ClauseSpan], read: ReadSentence, mention: Mention, place: int
) -> ClauseSpan | None:
    """The clause that a time stands in, where the event at a place stands neither in it nor in a clause inside it.

    A time in the subject of a clause, or behind an event in it, says when something else was ("the survey of 15 July |
    recorded ..", "a man accused of killing his wife in 2019 | was convicted").
    """
    own, other = clause_at(clauses, mention.first), clause_at(clauses, place)
    if own is None:
        own = _opened(clauses, read, mention) if mention.last < place else _resumed(clauses, read, mention)
    if own is None or own == other:
        return None
    clause = clauses[own]
    if other is None:  # "in 1966, after a long inquiry, plans to replace it | were dropped"
        return clause if mention.last < place < clause.start else None
    if own in clauses[other].holders:  # "in 2019 four were killed | when a bridge collapsed"
        return clause if mention.last < clause.head < place and clauses[other].finite else None
    behind = place in clause.subject and place < mention.first
    return None if mention.first in clause.subject or behind else clause


def _opened(clauses: Sequence[ClauseSpan], read: ReadSentence, mention: Mention) -> int | None:
    """The main clause of a sentence that a time opens before a comma: "in May, two weeks after it opened, | the arch fell"."""
    tags = read.syntax.tags
    if read.words[mention.last + 1 : mention.last + 2] != (",",) or any(tag not in _LEADING for tag in tags[: mention.first]):
        return None
    free = (n for n, c in enumerate(clauses) if c.finite and len(c.holders) == 1 and c.subject and c.start > mention.last)
    return next((number for number in free if tags[clauses[number].subject[0] - 1] not in _OPENERS), None)


def _resumed(clauses: Sequence[ClauseSpan], read: ReadSentence, mention: Mention) -> int | None:
    """The clause that goes on with a preposition behind another one set off by commas: "served in Malta, where he was
    wounded, | and in Cyprus from 1964"."""
    comma = next((place for place in range(mention.first - 1, 0, -1) if read.words[place] == ","), 0)
    tags = read.syntax.tags
    if tags[comma + 1 : comma + 3] not in _JOINED or any(tag[0] in "VM" for tag in tags[comma + 1 : mention.first]):
        return None
    aside = next((c for c in clauses if c.end == comma and tags[c.start] in _OPENERS and read.words[c.start - 1] == ","), None)
    return None if aside is None else clause_at(clauses, aside.start - 2)


_LEADING = frozenset("IN DT JJ RB NN NNP CD".split())
_OPENERS = frozenset("IN WRB WDT WP WP$".split())
_JOINED = (("CC", "IN"), ("CC", "TO"))


def noun_bound(read: ReadSentence, mention: Mention, signals: Signals) -> range | None:
    """The words of a paper that "of" binds to a time: "our letter | of 5 May", "the minutes | of 7 January"."""
    head = mention.first - 2
    if head < 0 or read.words[head] not in signals.papers or read.words[head + 1] not in signals.binders:
        return None
    first = next((chunk.first for chunk in read.syntax.chunks if chunk.first <= head <= chunk.head), head)
    return range(first, head + 1)


def second_noun(read: ReadSentence, mention: Mention, signals: Signals) -> range | None:
    """The second of two nouns that share a copula, each with a time: "the meeting is on 23 June and | the concert | on the
    24th"."""
    head = mention.first - 1 - (read.words[mention.first - 1 : mention.first] in signals.relations)
    chunk = next((chunk for chunk in read.syntax.chunks if chunk.head == head), None)
    before = next((other for other in read.mentions if chunk is not None and other.last == chunk.first - 2), None)
    if chunk is None or before is None or read.words[chunk.first - 1] not in {*signals.joiners, ",", ";"}:
        return None
    verb = next((g for g in reversed(read.syntax.groups) if g.head < before.first), None)
    if verb is None or verb.lemma != "be" or any(g.first > before.last and g.head < head for g in read.syntax.groups):
        return None
    ends = read.words[mention.last + 1 : mention.last + 2]
    return range(chunk.first, chunk.head + 1) if not ends or not ends[0][0].isalpha() else None


def coming_occasion(read: ReadSentence, mention: Mention, signals: Signals, events: Sequence[int]) -> range | None:
    """The words of what is on a day, before which something else is done: "a deal before | the summit | on 12 June", "ahead of
    Friday's | vote"; ``events`` are token numbers."""
    owned = read.words[mention.last + 1 : mention.last + 2] in {(word,) for word in signals.possessives}
    head = mention.first - 2
    chunk = next((c for c in read.syntax.chunks if (c.first <= mention.first < c.head if owned else c.head == head)), None)
    if chunk is None or mention.meaning.kind not in _DAYS or read.syntax.tags[chunk.head][:2] != "NN":
        return None
    if chunk.head not in events and read.syntax.lemmas[chunk.head] not in signals.scheduled:
        return None  # "appeared before magistrates on Friday"
    before = (read.words[max(0, chunk.first - length) : chunk.first] for length in (1, 2))
    if not any(signals.relations.get(words) is Relation.BEFORE for words in before):
        return None
    if owned:
        return range(mention.last + 2, chunk.head + 1)
    within = signals.relations.get(read.words[head + 1 : head + 2]) is Relation.WITHIN
    return range(chunk.first, chunk.head + 1) if within and read.time_places.isdisjoint((chunk.head,)) else None


def part_repeated(read: ReadSentence, mention: Mention, place: int | None, signals: Signals) -> range | None:
    """The words that a repetition is told of, where they stand apart from the event at a place: "runs until May, with |
    matinees | on Saturdays", "| open | Tue-Sun, closed on Mondays"."""
    start = mention.first - (read.words[mention.first - 1 : mention.first] in signals.relations)
    opened = max((p + 1 for p in range(start) if read.words[p] in MARKS), default=0)
    if place is not None and place > mention.last and not MARKS.isdisjoint(read.words[mention.last + 1 : place]):
        return range(opened, start) if opened < start else None
    if place is not None and 0 < opened == place < start:
        return range(opened, start)  # "..., | closed | on Mondays"
    noun = next((chunk for chunk in read.syntax.chunks if chunk.head == start - 1 and chunk.first > opened), None)
    added = noun is not None and opened and noun.first == opened + 1 and read.words[opened] in signals.adding
    return range(noun.first, start) if noun is not None and added else None


MARKS = frozenset((",", ";", ":", "(", ")"))


def describes(read: ReadSentence, mention: Mention, signals: Signals, events: Sequence[int]) -> bool:
    """Whether a time only says which thing is meant, and when nothing was: "a 1975 jukebox", "the forecast for 2024", "the
    first-half results are due on 9 November"; ``events`` are token numbers."""
    before, meaning = read.words[: mention.first], mention.meaning
    foretold = before[-2:-1] and before[-2] in signals.outlooks and read.syntax.tags[mention.first - 2][:2] == "NN"
    if foretold and before[-1] in signals.covering and not isinstance(meaning, Length):
        return True
    dated = any(other.meaning.kind in _DAYS for other in read.mentions if other is not mention)
    if isinstance(meaning, Span) and dated and signals.covering.intersection(before[-1:]):
        return True  # "results for the three months to December on Feb. 27"
    if isinstance(meaning, Holiday):
        return _is_subject(read, mention, signals)
    chunk = next((c for c in read.syntax.chunks if c.first <= mention.first and mention.last < c.head), None)
    if chunk is None or read.words[mention.last + 1] in signals.possessives:
        return False
    due = any(group.first == chunk.head + 1 and group.lemma == "be" for group in read.syntax.groups)
    if chunk.head in events and not due:
        return False
    if isinstance(meaning, Date) and meaning.kind == "YEAR" or isinstance(meaning, Unit) and meaning.grain >= Grain.DECADE:
        return mention.first == chunk.first + 1 and before[-1] in signals.indefinite
    recurring = isinstance(meaning, Unit | Date) and meaning.year is None and meaning.kind in _RECURRING
    return recurring and any(_says_day(read, other, chunk.head) for other in read.mentions)


def is_unlike(read: ReadSentence, mention: Mention, signal: tuple[int, int] | None, signals: Signals) -> bool:
    """Whether a time is set against the one before it, as what is not meant: "on Friday, not | Thursday"."""
    words, start = read.words, mention.first if signal is None else signal[0]
    if start < 3 or words[start - 1] not in signals.unlike or isinstance(mention.meaning, Within):
        return False
    if words[start - 2][0].isalnum() and words[start - 2] not in signals.joiners:
        return False
    return any(other.last == start - 3 for other in read.mentions)


def _is_subject(read: ReadSentence, mention: Mention, signals: Signals) -> bool:
    """Whether a sentence says when a holiday is: "Ramadan | begins on 1 March", "Easter | is on 20 April"."""
    verbs = signals.beginnings | signals.endings | {"be"}
    told = any(group.first == mention.last + 1 and group.lemma in verbs for group in read.syntax.groups)
    return told and any(_says_day(read, other, mention.last) for other in read.mentions)


_RECURRING = frozenset(("SEASON", "QUARTER", "HALF", "MONTH"))


def _says_day(read: ReadSentence, other: Mention, head: int) -> bool:
    """Whether a time behind a noun, in its clause, says a day or a clock time."""
    between = read.syntax.tags[head + 1 : other.first]
    return other.first > head and other.meaning.kind in _DAYS and not any(tag in ("CC", ":", ",", "WDT") for tag in between)


_DAYS = frozenset(("DAY", "WEEKDAY", "SHIFT_DAY", "SELECT_DAY", "HOLIDAY", "CLOCK", "DATED_CLOCK", "DATED_PART"))


def state_bound(read: ReadSentence, mention: Mention) -> range | None:
    """The words of a noun and of what is said of it between commas, without a verb: "Jones, chairman | since 2001,"."""
    comma = next((place for place in range(mention.first - 2, -1, -1) if read.words[place] == ","), 0)
    chunk = next((chunk for chunk in read.syntax.chunks if chunk.head == comma - 1), None)
    verbs = any(tag[0] == "V" or tag in ("MD", "CC", ":") for tag in read.syntax.tags[comma : mention.first])
    if chunk is None or verbs or read.words[mention.last + 1 : mention.last + 2] not in _ENDS:
        return None
    return range(chunk.first, mention.first - 1) if comma + 1 < mention.first - 1 else None


_ENDS = ((",",), ("and",))


def compared_beside(read: ReadSentence, mention: Mention, signals: Signals) -> range | None:
    """The words behind a comma that compare with what was at a time: "won 51%, | up from 43% | in 2020"."""
    reach = range(mention.first - 2, max(-1, mention.first - 9), -1)
    comma = next((place for place in reach if read.words[place] == ","), None)
    if comma is None or not any(read.words[comma + 1 : comma + 1 + n] in signals.contrasts for n in (2, 3)):
        return None
    if any(tag[0] == "V" or tag in ("MD", "CC", ":") for tag in read.syntax.tags[comma + 2 : mention.first]):
        return None
    return range(comma + 1, mention.first)


def share_beside(read: ReadSentence, mention: Mention, signals: Signals) -> range | None:
    """The words behind a comma that tell of a part of what was told: "to cut 300 jobs by 2026, | 120 of them | this year"."""
    start = mention.first - (read.words[mention.first - 1 : mention.first] in signals.relations)
    comma = next((place for place in range(start - 1, max(-1, start - 6), -1) if read.words[place] == ","), None)
    if comma is None or comma + 3 > start or read.words[start - 2 : start] not in signals.shares:
        return None
    return range(comma + 1, start)


def covered_by_report(read: ReadSentence, mention: Mention, event: Event | None, signals: Signals) -> range | None:
    """The words of what a report tells of a quarter or half-year, where they stand with it and the report was later:
    "reported | second-quarter revenue of $5 million", "announced | profits of 3 million | for the first half"."""
    if event is None or event.class_ != "REPORTING" or event.pos != "VERB":
        return None
    half = isinstance(mention.meaning, Nth) and mention.meaning.grain in (Grain.QUARTER, Grain.HALF)
    if mention.meaning.kind not in ("QUARTER", "HALF") and not half:
        return None
    chunk = next((c for c in read.syntax.chunks if c.first <= mention.last < c.head), None)  # "second" may be tagged apart
    if chunk is not None:
        return range(min(chunk.first, mention.first), _end_of_part(read, chunk.head + 1))
    if read.words[mention.first - 1 : mention.first] not in {(word,) for word in signals.covering}:
        return None
    verb = next((g for g in reversed(read.syntax.groups) if g.head < mention.first and g.tag != "VBG"), None)
    between = range(0) if verb is None else range(verb.head + 1, mention.first - 1)
    apart = any(read.syntax.tags[p] in (",", ":", "CC") for p in between) or not read.time_places.isdisjoint(between)
    return None if apart or not between else between


def _end_of_part(read: ReadSentence, start: int) -> int:
    """Where the words end that no mark, joint or time sets apart; a preposition of a time goes with that."""
    tags, end = read.syntax.tags, start
    while end < len(tags) and tags[end] not in (",", ":", ".", "CC", "WDT", "(") and end not in read.time_places:
        end += 1
    return end - (end in read.time_places and end > start and tags[end - 1] == "IN")


RANK_WORDS = 8  # between a superlative and its "since"


def ranked_since(read: ReadSentence, mention: Mention, signals: Signals, event: Event | None) -> bool:
    """Whether a start only tells how far back something has no equal: "the wettest November | since 1951", "fell for the
    first time | since March"; what has lasted is no rank: "has been the youngest member | since 2019"."""
    relation, signal = relation_of(read, mention, signals)
    if relation is not Relation.SINCE or signal is None or read.words[signal[0]] in signals.origins:
        return False
    lasts = event is not None and event.perfect and event.tense == "PRESENT" and not event.punctual
    tags = read.syntax.tags
    for place in range(signal[0] - 1, max(-1, signal[0] - 1 - RANK_WORDS), -1):
        word, tag = read.words[place], tags[place]
        if tag in ("JJS", "RBS") or word in signals.ranks:
            return not lasts or read.words[place + 1] in signals.turns
        if tag[:2] in ("VB", "MD", "CC", "WD", "WP") or not word[0].isalnum():
            return False
    return False


def stands_free(read: ReadSentence, mention: Mention) -> bool:
    """Whether a time is no part of another phrase: "the third-quarter earnings", "the quarter ended 30 June"."""
    if mention.last + 2 in read.time_places and read.syntax.tags[mention.last + 1] in ("VBD", "VBN"):
        return False
    if read.syntax.tags[mention.last + 1 : mention.last + 2] in (("DT",), ("PRP$",)):
        return True  # "since 2015 | the charity has helped"
    counted = read.syntax.tags[mention.last + 1 : mention.last + 2] == ("CD",)
    if counted and mention.first and read.syntax.tags[mention.first - 1] == "IN":
        return True  # "in 2019 | four students were killed"
    return not any(chunk.first <= mention.first <= mention.last < chunk.head for chunk in read.syntax.chunks)
