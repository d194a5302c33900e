"""The sieves: sure ways of saying which event a time dates, the most precise first.

A sieve looks at one mention in its sentence and proposes an event or passes.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.entries.records import Event
from timeline.grammar.meanings import Length
from timeline.linking.mentions import Mention
from timeline.linking.relations import leads_line
from timeline.linking.scenes import Scene

Sieve = Callable[[Scene, Mention], "Event | None"]


def _line(scene: Scene, mention: Mention) -> Event | None:
    """A time that stands first in a line dates the rest of the line."""
    if not leads_line(scene.read, mention):
        return None
    rest = [placed.event for placed in scene.events if placed.place > mention.last]
    finite = [event for event in rest if event.pos == "VERB" and event.tense not in ("INFINITIVE", "PRESPART")]
    return (finite or rest or [None])[0]  # type: ignore[list-item]


def of_phrase(scene: Scene, mention: Mention) -> Event | None:
    """A length of an event: "two days of meetings", "a strike of three weeks"."""
    words, after = scene.read.words, mention.last + 1
    if not isinstance(mention.meaning, Length):
        return None
    if scene.signals.binders.intersection(words[after : after + 1]):
        return _noun_from(scene, after + 1, 4)
    if mention.first > 1 and words[mention.first - 1] in scene.signals.binders:
        return _noun_from(scene, mention.first - 2, 1)
    return None


def _prenominal(scene: Scene, mention: Mention) -> Event | None:
    """A time before the noun it dates: "weekend discussions", "Monday's talks", "the three-week strike"."""
    after = mention.last + 1
    if scene.signals.possessives.intersection(scene.read.words[after : after + 1]):
        after += 1
    return _noun_from(scene, after, 3)


def _noun_from(scene: Scene, start: int, reach: int) -> Event | None:
    """The noun that a noun phrase goes on to, where that is an event."""
    tags = scene.read.syntax.tags
    for place in range(start, min(start + reach, len(scene.read.words))):
        for placed in scene.events:
            if placed.place == place:
                return placed.event if placed.event.pos == "NOUN" else None
        word = scene.read.words[place]
        if word in scene.signals.blockers or not word[0].isalpha() or tags[place] in NO_MODIFIERS:
            return None
    return None


# Tags of words that do not stand between a time and the noun it belongs to; "pending" is one before a noun of its own.
NO_MODIFIERS = frozenset("IN TO CC VB VBD VBP VBZ VBG MD RB WDT WP WRB PRP RP EX".split())


def _lengthened(scene: Scene, mention: Mention) -> Event | None:
    """A time behind an event that has a length: "two days of meetings with the envoy in Malta over the weekend"."""
    for other in scene.read.mentions:
        event = of_phrase(scene, other) if other.last < mention.first else None
        place = next((placed.place for placed in scene.events if placed.event is event), None)
        if place is not None and other.last < place and same_clause(scene, place + 1, mention.first):
            return event
    return None


def _subject(scene: Scene, mention: Mention) -> Event | None:
    """A time between an event noun and its verb: "the attack on Tuesday killed", "his return earlier this year came"."""
    following = {placed.place: placed.event for placed in scene.events}.get(mention.last + 1)
    before = [placed for placed in scene.events if placed.place < mention.first]
    if following is None or following.pos != "VERB" or not before:
        return None
    last = before[-1]
    return last.event if last.event.pos == "NOUN" and same_clause(scene, last.place + 1, mention.first) else None


def same_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether neither an event nor anything that ends a clause stands between two tokens."""
    words = scene.read.words[start:end]
    if any(start <= placed.place < end for placed in scene.events):
        return False
    return scene.signals.boundaries.isdisjoint(words) and CLAUSE_MARKS.isdisjoint(words)


def _leading(scene: Scene, mention: Mention) -> Event | None:
    """A time that opens a sentence dates its first finite verb: "On 6 May a fire destroyed"."""
    words, tags = scene.read.words, scene.read.syntax.tags
    start = mention.first - 1
    while start >= 0 and (words[start : start + 1] in scene.signals.relations or not words[start][0].isalnum()):
        start -= 1
    if start > 0 or (start == 0 and tags[0] not in ("CC", "RB")):
        return None
    first = mention.last + 1 + (words[mention.last + 1 : mention.last + 2] == (",",))
    for placed in scene.events:
        if placed.place < first or placed.event.pos != "VERB":
            continue
        between = range(first, placed.place)
        if any(words[i] in scene.signals.boundaries or words[i] in CLAUSE_MARKS or tags[i] in OPENERS for i in between):
            return None
        finite = placed.event.tense not in ("INFINITIVE", "PRESPART", "PASTPART")
        return carried(scene, placed.event) if finite else None
    return None


CLAUSE_MARKS = frozenset((",", ";", ":", "–", "(", ")", '"'))
OPENERS = frozenset("WDT WP WP$ WRB TO VBG VBD VBN".split())  # tags of words that open a clause of their own


def carried(scene: Scene, event: Event) -> Event:
    """The noun that a light verb carries, where the verb carries one; "ended the strike on Friday" dates the end."""
    if event.class_ == "ASPECTUAL":
        return event
    for placed in scene.events:
        if placed.event.governor == (event.start, event.end):
            return placed.event
    return event


PRENOMINAL = "before its noun"
SIEVES: tuple[tuple[str, Sieve], ...] = (
    ("first in its line", _line),
    ("length of an event", of_phrase),
    ("behind an event with a length", _lengthened),
    (PRENOMINAL, _prenominal),
    ("between subject and verb", _subject),
    ("opening its sentence", _leading),
)
