"""Which time dates which event: what the sieves propose first, else what the ranker puts first.

The link remembers who proposed it.  Signals ("since", "from .. to") tell the relation; without one the event falls inside
the time.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from timeline.deferred import Deferred
from timeline.entries.records import Event, Relation
from timeline.grammar.meanings import Length, Range, Refers, Repeat, Stretch
from timeline.learned.ranking import Question
from timeline.linking.clauses import (
    clause_apart,
    coming_occasion,
    compared_beside,
    covered_by_report,
    describes,
    is_unlike,
    noun_bound,
    part_repeated,
    ranked_since,
    second_noun,
    share_beside,
    stands_free,
    state_bound,
)
from timeline.linking.distances import counted_from, day_behind
from timeline.linking.mentions import Mention, ReadSentence
from timeline.linking.relations import is_compared, relation_of
from timeline.linking.scenes import FINITE, Attachment, Scene, Share
from timeline.linking.sharing import WHEN, coordinated, counts_on, crime_judged, gone_on, told_when
from timeline.linking.sieves import CLAUSE_MARKS, PRENOMINAL, SIEVES, carried, of_phrase, same_clause
from timeline.texts.syntax import ClauseSpan


def attach(scene: Scene, mention: Mention) -> Attachment:
    """The event that a mention of a sentence dates, and how, with the others that it dates too."""
    scene = _without_condition(_without_second(scene, mention), mention)
    told = told_when(scene, mention)
    if told is None:
        found = _attached(scene, mention)
    else:
        end = next((c.end for c in scene.clauses() if c.head == told.place), told.place)
        opens = not any(p.place < mention.first for p in scene.events)  # "in 2010, when the mine closed, 300 lost their jobs"
        others = tuple(p for p in scene.events if (p.place > end if opens else p.place < mention.first))
        found = _attached(evolve(scene, events=others), mention)
        if found.event is None:
            return evolve(found, event=told.event, relation=Relation.WITHIN, by=WHEN, phrase=None, compared=False)
        found = evolve(found, also=(*found.also, Share(event=told.event, relation=Relation.WITHIN, by=WHEN)))
    further = tuple(gone_on(scene, found))
    return evolve(found, also=(*found.also, *further)) if further else found


def _without_condition(scene: Scene, mention: Mention) -> Scene:
    """A scene without the clause that a time stands right before: "on 14 July | if it rains"."""
    start = mention.last + 1
    if scene.read.words[start : start + 1] not in scene.signals.conditions:
        return scene
    others = tuple(p for p in scene.events if p.place < mention.first)
    return evolve(scene, events=others) if others else scene


def _without_second(scene: Scene, mention: Mention) -> Scene:
    """A scene without the event that the next time has to itself: "the meeting is on 23 June and the concert on 24 June"."""
    following = next((other for other in scene.read.mentions if other.first > mention.last), None)
    own = None if following is None else second_noun(scene.read, following, scene.signals)
    if own is None:
        return scene
    return evolve(scene, events=tuple(placed for placed in scene.events if placed.place not in own))


def _attached(scene: Scene, mention: Mention) -> Attachment:
    relation, signal = relation_of(scene.read, mention, scene.signals)
    bare = Attachment(mention=mention, event=None, relation=relation, signal=signal)
    if is_unlike(scene.read, mention, signal, scene.signals):
        return evolve(bare, compared=True, by=UNLIKE)
    second = second_noun(scene.read, mention, scene.signals)
    occasion = coming_occasion(scene.read, mention, scene.signals, [placed.place for placed in scene.events])
    for noun, by in ((second, SECOND), (occasion, AHEAD)):
        if noun is not None:
            event = next((p.event for p in scene.events if p.place == noun.stop - 1), None)
            if by == AHEAD:
                return evolve(bare, event=event, phrase=noun, relation=Relation.WITHIN, by=by)
            return evolve(bare, event=event, phrase=noun if event is None else None, by=by)
    bound = noun_bound(scene.read, mention, scene.signals)
    if bound is None and relation is Relation.SINCE:
        bound = _eventless(scene, state_bound(scene.read, mention))
    if bound is not None:
        event = next((p.event for p in scene.events if p.place == bound.stop - 1), None)
        relation = Relation.FROM if relation is Relation.SINCE else relation  # nobody says that it still is so
        return evolve(bare, event=event, relation=relation, phrase=bound if event is None else None, by=BOUND)
    if isinstance(mention.meaning, Length) and mention.meaning.age:
        event = _aged(scene, mention)
        return evolve(bare, compared=True) if event is None else evolve(bare, event=event, by=PRENOMINAL)
    if describes(scene.read, mention, scene.signals, [placed.place for placed in scene.events]):
        return evolve(bare, compared=True)
    verbs = [placed.place for placed in scene.events if placed.event.pos == "VERB"]
    day = day_behind(scene.read, mention, scene.signals, verbs) if relation is Relation.APART else None
    if day is not None:
        of_day = attach(scene, day)
        return evolve(bare, event=of_day.event, by=of_day.by)
    counted = counted_from(scene.read, mention, scene.signals, verbs)
    return _kept(scene, bare, _proposed(scene, bare if counted is relation else evolve(bare, relation=counted)))


def _kept(scene: Scene, bare: Attachment, found: Attachment) -> Attachment:
    """What was proposed for a time, unless the words around it say that it dates something else, or nothing."""
    mention = bare.mention
    compared = is_compared(scene.read, mention, scene.signals) and found.by != PRENOMINAL
    if compared or ranked_since(scene.read, mention, scene.signals, found.event or _last_copula(scene, mention)):
        return evolve(bare, compared=True)
    apart = _in_part(scene, mention, bare, found)
    if apart is not None:
        return apart
    adjective = isinstance(mention.meaning, Repeat) and mention.first == mention.last and bare.signal is None  # "daily"
    beside = _eventless(scene, compared_beside(scene.read, mention, scene.signals))
    if found.event is None or (adjective and not _is_close(scene, mention, found.event)):
        return evolve(bare, phrase=beside)
    if found.by == PRENOMINAL and found.relation in BY_SIGNAL:
        return evolve(found, relation=Relation.WITHIN, signal=None)  # "after Monday's talks": the talks were on Monday
    relation, also = _starting(scene, found), tuple(coordinated(scene, found))
    stands = relation is found.relation and not also and beside is None
    return found if stands else evolve(found, relation=relation, also=also, phrase=beside)


def _in_part(scene: Scene, mention: Mention, bare: Attachment, found: Attachment) -> Attachment | None:
    """What a time dates that stands in a part of its own: "120 of them this year", "with matinees on Saturdays"."""
    read, signals = scene.read, scene.signals
    share = share_beside(read, mention, signals) or covered_by_report(read, mention, found.event, signals)
    if share is not None and found.event is not None:
        return evolve(bare, phrase=share, by=BESIDE)
    if not isinstance(mention.meaning, Repeat):
        return None
    place = next((p.place for p in scene.events if p.event is found.event), None)
    if (part := part_repeated(read, mention, place, signals)) is None:
        return None
    return evolve(found, phrase=part) if place in part else evolve(bare, phrase=part, by=BESIDE)


def _eventless(scene: Scene, phrase: range | None) -> range | None:
    """The words that a time dates, where no event stands among them but perhaps the first."""
    inside = phrase is not None and any(p.place in phrase[1:] for p in (*scene.events, *scene.copulas))
    return None if inside else phrase


def _proposed(scene: Scene, bare: Attachment) -> Attachment:
    """The first proposal of the sieves, else of the ranker."""
    mention = bare.mention
    last = scene.read.words[bare.signal[1]] if bare.signal is not None else ""
    apart = isinstance(mention.meaning, Length) and last in scene.signals.apart
    for name, sieve in SIEVES:
        event = sieve(scene, mention) if not apart or sieve is of_phrase else None
        if event is not None:
            return evolve(bare, event=event, by=name)
    return bare if apart else _ranked(scene, bare)


def _ranked(scene: Scene, bare: Attachment) -> Attachment:
    """The event that the ranker of the language puts first, and what spoke for it."""
    question = question_about(scene.read, bare.mention, bare.signal, [placed.place for placed in scene.events])
    if not question.events:
        return bare
    events = {placed.place: placed.event for placed in scene.events}
    answer = scene.ranker().answer(question)
    best = events[question.events[answer.best]]
    copula = _copula(scene, question.events[answer.best], bare.mention)
    if copula is not None:
        return evolve(bare, event=copula, by="in the clause of a copula")
    judged = crime_judged(scene, question.events[answer.best], bare.mention)
    if judged is not None:
        return evolve(bare, event=judged, by="judges the crime before the time")
    evidence: Sequence[str] = ("the only event of the sentence",)
    if answer.second is not None:
        rival = events[question.events[answer.second]].text
        evidence = Deferred(lambda: (*answer.evidence, f'"{rival}" comes next, its score {answer.lead} lower'))
    head = _head_of_clause(scene, bare, question.events[answer.best])
    if head is not None:
        return evolve(bare, event=carried(scene, head), by="heads the clause of the time")
    return evolve(bare, event=carried(scene, best), by=RANKED, evidence=evidence)


def _head_of_clause(scene: Scene, bare: Attachment, place: int) -> Event | None:
    """The verb of the clause that a time stands in, where an event at a place stands in another one: "the club has been
    full since Easter, so places must be booked"."""
    if not stands_free(scene.read, bare.mention):
        return None
    clause = clause_apart(scene.clauses(), scene.read, bare.mention, place)
    if clause is None:
        return None
    event = next((p.event for p in (*scene.events, *scene.copulas) if p.place == clause.head), None)
    if event is None or not (event.tense in FINITE or event.tense == "PASTPART" or (event.modality and not event.auxiliary)):
        return None
    if event.auxiliary and place in range(clause.start, clause.end):
        return None
    return event if event.tense in FINITE or event.modality or _is_apart(scene, bare.mention, clause, place) else None


def _is_apart(scene: Scene, mention: Mention, clause: ClauseSpan, place: int) -> bool:
    """Whether a participle has a time to itself: it opens a part of the sentence ("born in May, | he .."), or counts on from
    the participle before it ("detained and released an hour later")."""
    if any(p.place == place and p.event.tense == "PASTPART" for p in scene.events):
        return counts_on(mention)
    before = scene.read.words[clause.head - 1] if clause.head else ","
    return before in CLAUSE_MARKS or before in scene.signals.joiners


def _copula(scene: Scene, place: int, mention: Mention) -> Event | None:
    """The copula of the clause of a time, where it stands between that and what was found: "to sell the hall, which has
    been empty since 2019"."""
    if isinstance(mention.meaning, Repeat) and place > mention.last and not same_clause(scene, mention.last + 1, place):
        before = [copula for copula in scene.copulas if copula.place < mention.first]  # "is open daily, closed on 1 May"
        own = bool(before) and same_clause(scene, before[-1].place + 1, mention.first)
        return before[-1].event if own and before[-1].event.tense in FINITE else None
    nearer = [copula for copula in scene.copulas if place < copula.place < mention.first]
    if not nearer:
        return None
    last = nearer[-1]
    subject = any(p.place == place and p.event.pos == "NOUN" for p in scene.events)
    if subject and same_clause(scene, place + 1, last.place):
        return None  # "the concert is on Sunday"
    near = same_clause(scene, last.place + 1, mention.first)
    return last.event if near and last.event.tense in FINITE else None


def _last_copula(scene: Scene, mention: Mention) -> Event | None:
    return next((copula.event for copula in reversed(scene.copulas) if copula.place < mention.first), None)


def _starting(scene: Scene, found: Attachment) -> Relation:
    """The relation of a proposal: what a verb tells of "from Friday" starts then, unless it is done in a moment."""
    shown = scene.read.words[found.signal[0]] if found.signal is not None else ""
    event = found.event
    if found.relation is not Relation.WITHIN or shown not in scene.signals.origins or event is None:
        return found.relation
    dated = not isinstance(found.mention.meaning, Length | Range | Stretch | Refers)
    if event.lemma in scene.signals.shifting or _names(scene, found.mention, event):
        return Relation.WITHIN  # "put off from 2014", "two complaints from 2021 remain open"
    return Relation.FROM if dated and event.pos == "VERB" and not event.punctual else Relation.WITHIN


def _names(scene: Scene, mention: Mention, event: Event) -> bool:
    """Whether a time behind a noun, before the verb, says which thing is meant."""
    behind = any(chunk.head == mention.first - 2 for chunk in scene.read.syntax.chunks)
    return behind and any(p.event is event and p.place > mention.last for p in scene.events)


def _is_close(scene: Scene, mention: Mention, event: Event) -> bool:
    """Whether an event stands within three words of a mention."""
    near = range(mention.first - 4, mention.last + 5)
    return any(placed.event is event and placed.place in near for placed in (*scene.events, *scene.copulas))


def question_about(
    read: ReadSentence, mention: Mention, signal: tuple[int, int] | None, places: Sequence[int]
) -> Question:
    """The question which of the events at some token numbers a mention dates; those inside the mention are left out."""
    return Question(
        syntax=read.syntax,
        start=mention.first if signal is None else signal[0],
        first=mention.first,
        last=mention.last,
        kind=mention.meaning.kind,
        events=tuple(place for place in places if not mention.first <= place <= mention.last),
        others=tuple((other.first, other.last) for other in read.mentions if other is not mention),
    )


def _aged(scene: Scene, mention: Mention) -> Event | None:
    """The event that an age is the age of: "the eight-month-old truce"; those of people date nothing."""
    head = mention.last + 1
    event = next((placed.event for placed in scene.events if placed.place == head), None)
    following = scene.read.syntax.tags[head + 1 : head + 2]
    return event if event is not None and event.pos == "NOUN" and not following[:1] == ("NN",) else None


BY_SIGNAL = frozenset(
    (Relation.BEFORE, Relation.AFTER, Relation.BY, Relation.SINCE, Relation.FROM, Relation.UNTIL)
)
BOUND = "behind its noun"
BESIDE = "in a part of its own"
SECOND = "behind the second of two nouns"
UNLIKE = "set against the time before it"
AHEAD = "behind what something comes before"
RANKED = "ranked among the events of the sentence"
