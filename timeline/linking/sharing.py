"""Which other events of a sentence a time dates, beside the first: verbs joined by "and", a clause with "when", what goes on
until then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.entries.records import Event, Relation
from timeline.grammar.meanings import Base, Length, Offset, Refers, Repeat, Stretch
from timeline.linking.clauses import clause_at
from timeline.linking.mentions import Mention
from timeline.linking.scenes import FINITE, Attachment, Placed, Scene, Share
from timeline.texts.syntax import ClauseSpan

# The relations that verbs joined by "and" share.
SHARED = frozenset((Relation.WITHIN, Relation.BEFORE, Relation.AFTER, Relation.BY))
JOINED = "joined to an event of the time"
WHEN = "told of the time by its own clause"
UP_TO = "goes on up to an event of the time"


def told_when(scene: Scene, mention: Mention) -> Placed | None:
    """The verb of the clause that tells what happened at a time: "began in March 2010, when inspectors | came"."""
    if isinstance(mention.meaning, Length | Repeat | Refers | Stretch):
        return None
    start = mention.last + 1 + (scene.read.words[mention.last + 1 : mention.last + 2] == (",",))
    if scene.read.words[start : start + 1] not in scene.signals.telling:
        return None
    clause = next((c for c in scene.clauses() if c.start == start and c.finite), None)
    placed = next((p for p in scene.events if clause is not None and p.place == clause.head), None)
    own = clause is not None and any(clause.start < other.first < clause.end for other in scene.read.mentions)
    return None if own else placed


def gone_on(scene: Scene, found: Attachment) -> Iterator[Share]:
    """The verb of what goes on up to, or from, the event of a time: "| held | the chair until he retired in 1979"."""
    chosen = next((p for p in scene.events if p.event is found.event), None)
    if chosen is None or found.relation is not Relation.WITHIN or "," in scene.read.words[chosen.place : found.mention.first]:
        return
    clauses = scene.clauses()
    if chosen.event.pos == "NOUN":
        starts = [chunk.first - 1 for chunk in scene.read.syntax.chunks if chunk.first <= chosen.place <= chunk.head]
    else:
        starts = [clause.start for clause in clauses if clause.head == chosen.place]
    signal = next((start for start in starts if start >= 0), None)
    if signal is None:
        return
    relation = scene.signals.relations.get(scene.read.words[signal : signal + 1])
    if relation not in (Relation.UNTIL, Relation.SINCE):
        return
    main = _holding(scene, clauses, signal, found.mention)
    if main is not None and (relation is Relation.UNTIL or main.perfect):
        yield Share(event=main, relation=relation, by=UP_TO)


def _holding(scene: Scene, clauses: Sequence[ClauseSpan], signal: int, mention: Mention) -> Event | None:
    """The verb of the clause that a word opening a part of the sentence stands in, or of the one behind that part."""
    own = clause_at(clauses, signal - 1) if signal else None
    verbs = [p for p in (*scene.events, *scene.copulas) if p.event.tense in FINITE]
    if own is not None and clauses[own].head < signal:
        return next((p.event for p in verbs if p.place == clauses[own].head), None)
    return next((p.event for p in sorted(verbs, key=lambda p: p.place) if p.place > mention.last), None)


def coordinated(scene: Scene, found: Attachment) -> Iterator[Share]:
    """The verbs that share the time of a verb: "met and signed on Friday", "on Friday they met and signed"."""
    chosen = next((number for number, p in enumerate(scene.events) if p.event is found.event), None)
    if chosen is None or found.relation not in SHARED or counts_on(found.mention):
        return
    step = -1 if scene.events[chosen].place < found.mention.first else 1
    here = chosen
    while 0 <= here + step < len(scene.events):
        first, second = sorted((here, here + step))
        if not _are_joined(scene, scene.events[first], scene.events[second]):
            return
        here += step
        if _has_own_time(scene, here, step, found.mention):
            return
        yield Share(event=scene.events[here].event, relation=found.relation, by=JOINED)


def counts_on(mention: Mention) -> bool:
    """Whether a time counts from what was told before it: "was detained and released | an hour later"."""
    return isinstance(mention.meaning, Offset) and mention.meaning.base is Base.FOCUS


def _has_own_time(scene: Scene, number: int, step: int, shared: Mention) -> bool:
    """Whether another date stands by a verb, on the side away from the shared one: "in 1951 she enrolled, and graduated
    four years later"."""
    places = [-1, *(placed.place for placed in scene.events), len(scene.read.words)]
    start, end = sorted((places[number + 1], places[number + 1 + step]))
    others = (mention for mention in scene.read.mentions if mention is not shared and start < mention.first < end)
    return any(not isinstance(mention.meaning, Length | Repeat | Refers) for mention in others)


def _are_joined(scene: Scene, first: Placed, second: Placed) -> bool:
    """Whether two verbs of one form are joined by "and", the second without a subject or a time of its own."""
    words, tags = scene.read.words, scene.read.syntax.tags
    alike = first.event.pos == second.event.pos == "VERB" and _form(tags[first.place]) == _form(tags[second.place])
    place = second.place - 1
    while place > first.place and (tags[place][:2] == "RB" or tags[place] == "MD"):
        place -= 1
    between = range(first.place + 1, place)
    apart = scene.signals.boundaries | scene.signals.throughout
    walls = any(words[i] in apart or tags[i][0] in "VW" or tags[i] == ":" for i in between)
    timed = scene.read.time_places.intersection(range(first.place, second.place))
    listed = tags[place] == "," and tags[first.place] == tags[second.place] == "VBD"  # "met, argued and signed"
    return alike and (tags[place] == "CC" or listed) and not walls and not timed and not _is_aged(scene, first, second)


def _is_aged(scene: Scene, first: Placed, second: Placed) -> bool:
    """Whether the first of two verbs has an age between them that tells when it was: "joined at 18 and died"."""
    words, tags = scene.read.words, scene.read.syntax.tags
    return any(
        words[place] in scene.signals.ages and tags[place + 1] == "CD" and tags[place + 2] == "CC"
        for place in range(first.place + 1, second.place - 2)
    )


def _form(tag: str) -> str:
    return "VBD" if tag == "VBN" else tag  # one is easily taken for the other


def crime_judged(scene: Scene, place: int, mention: Mention) -> Event | None:
    """The verb that judges a crime, or owns to it, which is told without an article before a time: "| cleared | of murder in
    2019", "| admitted | theft in May"."""
    crime = next((p.event for p in scene.events if p.place == place), None)
    chunk = next((c for c in scene.read.syntax.chunks if c.first <= place <= c.head), None)
    if crime is None or crime.pos != "NOUN" or place > mention.first or chunk is None or chunk.head != place:
        return None
    before = [p for p in scene.events if p.place < place and p.event.pos == "VERB"]
    if not before or scene.read.syntax.tags[chunk.first] in ("DT", "PRP$"):
        return None
    verb, opens = before[-1], scene.read.syntax.tags[chunk.first - 1] in ("IN", "TO")
    owned = verb.event.lemma in scene.signals.owning and (opens or verb.place == chunk.first - 1)
    return verb.event if owned or (opens and verb.event.lemma in scene.signals.judging) else None
