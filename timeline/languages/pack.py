"""What a language is: word tables, rules and detectors behind one frozen object."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import Factory, field, frozen

from timeline.entries.labels import Teller
from timeline.entries.records import Event, Relation, Sequel
from timeline.grammar.matching import Grammar
from timeline.grammar.meanings import Meaning
from timeline.grammar.triggers import Triggers
from timeline.learned.ranking import Ranker
from timeline.texts.document import Document, Sentence, Token
from timeline.texts.stops import Orthography
from timeline.texts.syntax import Syntax

# An analyser takes the tokens of a sentence and the token numbers that tell times.
Analyser = Callable[[Sequence[Token], frozenset[int]], Syntax]
# A glance takes tokens, lower-case words and the first token number of a time, and gives the word that shows it to be past.
Glance = Callable[[Sequence[Token], Sequence[str], int], "str | None"]
# An event finder takes a document, one of its sentences, and how that is built.
EventFinder = Callable[[Document, Sentence, Syntax], tuple[Event, ...]]
# A teller is made from how a sentence is built.
TellerMaker = Callable[[Syntax], Teller]
# A name spotter takes tokens, lower-case words, the first and last token number of a time, and its meaning.
NameSpotter = Callable[[Sequence[Token], Sequence[str], int, int, Meaning], bool]


@frozen(kw_only=True)
class Signals:
    """The words of a language that attaching times to events needs."""

    relations: dict[tuple[str, ...], Relation]
    leads: frozenset[tuple[str, ...]]  # words that may stand before a phrase and change nothing of its time: back, so far
    tails: frozenset[tuple[str, ...]]  # the same behind it: sharp, or so
    boundaries: frozenset[str]  # words that open another clause
    sooner: frozenset[str]  # words that show that it is moved to an earlier one: forward
    shifting: frozenset[str]  # lemmas of verbs that move an event from one time to another
    cancelling: frozenset[str]  # lemmas of verbs that tell of a plan that it is given up: cancel
    postponing: frozenset[str]  # those that move it with "until": adjourn
    away: frozenset[str]  # particles with which the others do: off
    targets: frozenset[str]  # words between those verbs and the new time: to
    covering: frozenset[str]  # words before a time that something is told for: a profit for the quarter
    possessives: frozenset[str]  # marks of a time that belongs to the noun behind it: 's
    ages: frozenset[str]  # words before a bare number that is an age: at
    ahead: frozenset[str]  # signals that make a length a time ahead: in
    throughout: frozenset[str]  # words before what tells when something was without a date: during the war
    inside: frozenset[str]  # signals that make a length a time inside which something comes: within
    spread: frozenset[str]  # signals of a range that an event falls inside: between
    awaited: frozenset[tuple[str, ...]]  # words before a time that is still to come: as soon as, payable
    having: frozenset[str]  # lemmas of verbs for what is fixed for a day: have a party on Friday
    effect: frozenset[str]  # words before a time from which something holds, whatever the tense: effective
    booking: frozenset[str]  # lemmas of verbs of what is told beforehand for a time: issue
    granting: frozenset[str]  # lemmas of verbs that set a time limit with "until": give
    beginnings: frozenset[str]  # lemmas of verbs at whose time something begins: start
    endings: frozenset[str]  # lemmas of verbs at whose time something ends: finish
    ended: frozenset[str]  # forms of these
    scheduled: frozenset[str]  # lemmas of nouns for events that are planned: meeting
    origins: frozenset[str]  # signals that a range or a start begins with: from
    conditions: frozenset[tuple[str, ...]]  # words that open the clause of a condition: if
    telling: frozenset[tuple[str, ...]]  # words that open a clause of what happened at the time before: when
    adding: frozenset[str]  # words before something that goes on beside what was told: with
    shares: frozenset[tuple[str, str]]  # words behind a count of some of what was told: of them
    binders: frozenset[str]  # words that bind a noun to a length before it: of
    owning: frozenset[str]  # lemmas of verbs that own to a crime: admit, plead
    judging: frozenset[str]  # lemmas of verbs that name a crime behind them: clear, charge
    unlike: frozenset[str]  # "on Friday, | not | Thursday"
    blockers: frozenset[str]  # words that no noun phrase goes across
    apart: frozenset[str]  # signals after which a bare length is not the length of the event: after, within
    differing: frozenset[str]  # words behind a length that is a difference from something: earlier, late, longer
    comparisons: frozenset[tuple[str, ...]]  # words before a time that something is compared with: than, compared with
    onward: frozenset[tuple[str, ...]]  # words that make "from Monday" a start: on, onwards
    joiners: frozenset[str]  # words between times that share what the last of them says: and, or
    conjoining: frozenset[str]  # those before the last of a list: and
    ranks: frozenset[str]  # words beside the superlatives that tell a rank: first, worst
    turns: frozenset[str]  # what is ranked when something happens again: the first time since
    contrasts: frozenset[tuple[str, ...]]  # words before what was so at another time: up from, down from
    papers: frozenset[str]  # nouns of what is written, which "of" binds to its own date: the letter of 5 May
    outlooks: frozenset[str]  # nouns for what is foretold of a time: forecast
    indefinite: frozenset[str]  # articles before a thing not told before: a
    particles: frozenset[tuple[str, str]]  # prepositions that lead to no time with this first word: signed on | this morning
    calls: frozenset[str]  # words of cries, and of those that open a post of a live blog: oh dear, goal, wicket, breaking
    greetings: frozenset[str]  # words of greetings: good morning
    reporting: frozenset[str]  # forms of reporting verbs
    document: frozenset[str]  # words that open a note about the document: updated, published, copyright
    zoned: frozenset[str]  # words before the zone of all times of a text: all times UTC
    releases: frozenset[tuple[str, str]]  # words before the day from which a document may be published: for release


@frozen(kw_only=True)
class Sequels:
    """The words of a language that dating events by each other needs; verbs and nouns are lemmas."""

    connectives: Mapping[tuple[str, ...], Sequel]  # between two events: after, ahead of, while
    clausal: frozenset[tuple[str, ...]]  # connectives that are followed by a clause, whose verb is meant: when
    ordering: Mapping[str, Sequel]  # verbs that order their subject and object: follow, precede
    taking_place: frozenset[str]  # verbs that say that their subject takes place, begins or ends: come, start
    happening: frozenset[str]  # those of them that say no more than that it takes place: come, occur
    durative: frozenset[str]  # verbs of what goes on for more than a day
    durative_nouns: frozenset[str]
    occasions: frozenset[str]  # prepositions of the occasion on which something is said: in an interview, at a briefing
    definite: frozenset[str]  # words before a noun that is told as known: the, this, its
    openings: frozenset[str] = field(  # first words of connectives
        init=False, default=Factory(lambda self: frozenset(words[0] for words in self.connectives), takes_self=True)
    )


@frozen(kw_only=True)
class Pack:
    """A language: how its sentences end, how its times and events are found, and how an event is told.

    ``triggers`` are the words and figures without which a sentence says no time.
    """

    code: str
    spelling: Orthography
    grammar: Grammar
    triggers: Triggers
    signals: Signals
    sequels: Sequels
    is_name: NameSpotter
    analyse: Analyser
    parsed_by: Callable[[Any], Analyser]  # an analyser that asks a spaCy pipeline of the caller's
    glance: Glance  # tells a past where it is plain, without an analysis
    find_events: EventFinder
    ranker: Callable[[], Ranker]  # loads its weights when it is first asked
    miss: Callable[[Sequence[Token]], str | None]  # why a phrase that looks like a time is none
    corrected_words: frozenset[str]  # what a corrected date changes beside its figures, without full stops: friday, may, pm
    function_words: frozenset[str]  # a text with few of them is in another language
    teller: TellerMaker
    synonyms: Mapping[str, str]  # lemma of a head -> the head that stands for all of its meaning; only where there are several
