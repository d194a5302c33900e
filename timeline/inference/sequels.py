"""Which events of a sentence are told before, after or at the time of one another, and by which words."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from timeline.entries.records import Event, Sequel
from timeline.languages.pack import Pack, Sequels
from timeline.linking.mentions import ReadSentence
from timeline.linking.scenes import Placed
from timeline.texts.syntax import VerbGroup

REACH = 12  # words between a connective and the event that it leads to
LONGEST = 4  # words of a connective
ENDS = frozenset((",", ";", ":", "–", '"', "(", ")"))  # what a clause does not go across
FINITE = frozenset(("VBD", "VBZ", "VBP", "AUX"))


@frozen(kw_only=True)
class Followed:
    """Two events of a sentence, how the first stands to the second, and the words that tell it."""

    first: Event
    second: Event
    sequel: Sequel
    words: str


def followed(read: ReadSentence, placed: tuple[Placed, ...], pack: Pack) -> Iterator[Followed]:
    """The pairs of events of a sentence that a connective, or a verb such as "follow", puts in order."""
    words = pack.sequels
    events = tuple(p for p in placed if not p.event.auxiliary)
    for first, last, sequel in _connectives(read, pack):
        clausal = read.words[first : last + 1] in words.clausal
        second = _behind(read, events, last, clausal)
        if second is None:
            continue
        for one in _led(read, events, first, second, words):
            if one.event is not second.event:
                said = " ".join(token.form for token in read.tokens[first : last + 1])
                yield Followed(first=one.event, second=second.event, sequel=sequel, words=said)
    yield from _ordered(read, events, words)
    yield from _happening(read, events, words)


def _connectives(read: ReadSentence, pack: Pack) -> Iterator[tuple[int, int, Sequel]]:
    """The connectives of a sentence by token number, the longest where several begin.

    One before a time belongs to the time ("after Friday"), unless that is the length of an event ("after two days of talks").
    """
    if pack.sequels.openings.isdisjoint(read.words):
        return
    lengths = {m.first for m in read.mentions if pack.signals.binders.intersection(read.words[m.last + 1 : m.last + 2])}
    times = read.time_places - lengths
    place = 0
    while place < len(read.words):
        for length in range(LONGEST if read.words[place] in pack.sequels.openings else 0, 0, -1):
            sequel = pack.sequels.connectives.get(read.words[place : place + length])
            if sequel is not None and place not in times and place + length not in times:
                yield place, place + length - 1, sequel
                place += length - 1
                break
        place += 1


def _behind(read: ReadSentence, events: tuple[Placed, ...], last: int, clausal: bool) -> Placed | None:
    """The event that a connective leads to: the verb of its clause if it opens one, else the first event."""
    reach = next((p for p in range(last + 1, len(read.words)) if read.words[p] in ENDS), len(read.words))
    here = [p for p in events if last < p.place < min(reach, last + 1 + REACH)]
    heads = {group.head: group for group in read.syntax.groups}
    verb = next((p for p in here if p.place in heads and heads[p.place].tag in FINITE), None)
    if clausal or verb is None:
        return verb if clausal else next(iter(here), None)
    between = [p for p in here if p.place < verb.place]
    opens = _subject(read, heads[verb.place], last)
    return verb if opens or not between else between[0]


def _subject(read: ReadSentence, group: VerbGroup, last: int) -> bool:
    """Whether one noun chunk alone stands between a connective and a verb: the subject of its clause."""
    inside = [chunk for chunk in read.syntax.chunks if last < chunk.head < group.first]
    return len(inside) == 1 and inside[0].head == group.first - 1


def _led(
    read: ReadSentence, events: tuple[Placed, ...], first: int, second: Placed, words: Sequels
) -> Iterator[Placed]:
    """The event that a connective stands behind; where it opens the sentence, the first verb of the main clause."""
    before = [p for p in events if p.place < first]
    heads = {group.head: group for group in read.syntax.groups}
    if not any(word[0].isalnum() for word in read.words[:first]):
        close = next((p for p in range(second.place, len(read.words)) if read.words[p] == ","), len(read.words))
        yield from (p for p in events if p.place > close and p.place in heads and heads[p.place].tag in FINITE)
        return
    verbs = [p for p in before if p.event.pos == "VERB" and p.event.class_ != "REPORTING"]
    nearest = next((p for p in reversed(before) if p.place == first - 1), verbs[-1] if verbs else None)
    if nearest is not None:
        yield nearest
        if nearest.event.lemma in words.taking_place:
            yield from (p for p in before[-2:-1] if p.event.pos == "NOUN")
        return
    taking = next((g for g in reversed(read.syntax.groups) if g.head < first), None)
    if taking is not None and taking.lemma in words.taking_place:
        yield from before[-1:]


def _ordered(read: ReadSentence, events: tuple[Placed, ...], words: Sequels) -> Iterator[Followed]:
    """What stands before and behind a verb such as "follow": "the vote followed a debate"."""
    for group in read.syntax.groups:
        sequel = words.ordering.get(group.lemma)
        if sequel is None or group.tag not in FINITE | {"VB", "TO"} or group.auxiliaries[-1:] in (("was",), ("were",)):
            continue
        before = [p for p in events if p.place < group.first and p.event.pos == "NOUN"]
        after = [p for p in events if group.head < p.place <= group.head + REACH and p.event.pos == "NOUN"]
        if before and after and not ENDS.intersection(read.words[before[-1].place : after[0].place]):
            said = " ".join(token.form for token in read.tokens[group.first : group.head + 1])
            yield Followed(first=before[-1].event, second=after[0].event, sequel=sequel, words=said)


def _happening(read: ReadSentence, events: tuple[Placed, ...], words: Sequels) -> Iterator[Followed]:
    """A noun and the verb right behind it that says no more than that it takes place: "the visit comes"."""
    heads = {group.head: group for group in read.syntax.groups}
    for noun, verb in zip(events, events[1:], strict=False):
        group = heads.get(verb.place)
        if group is not None and group.lemma in words.happening and noun.event.pos == "NOUN" and noun.place == group.first - 1:
            yield Followed(first=noun.event, second=verb.event, sequel=Sequel.SAME, words=verb.event.text)
