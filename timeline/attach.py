"""Which time dates which event: sieves, the most precise first.

A sieve looks at one mention in its sentence and proposes an event or passes.  The first proposal stands, and the
link remembers who made it.  Signals ("since", "from .. to") tell the relation; without one the event falls inside the time.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from timeline.languages.pack import Signals
from timeline.meanings import Length, Offset, Range, Refers, Repeat, Select, Shift, Stretch, Unit
from timeline.mentions import Mention, ReadSentence
from timeline.records import Event, Relation


@frozen(kw_only=True)
class Placed:
    """An event with its token number in the sentence."""

    place: int
    event: Event


@frozen(kw_only=True)
class Scene:
    """What a sieve looks at: a sentence, the events in it by token number, and the signal words of the language."""

    read: ReadSentence
    events: tuple[Placed, ...]
    signals: Signals


@frozen(kw_only=True)
class Attachment:
    """A mention, the event that it dates (None for none), the relation, its signal (token numbers) and who proposed it."""

    mention: Mention
    event: Event | None
    relation: Relation
    signal: tuple[int, int] | None = None
    by: str = ""
    compared: bool = False  # a time that something is compared with dates nothing


Sieve = Callable[[Scene, Mention], "Event | None"]


def attach(scene: Scene) -> list[Attachment]:
    """The attachments of all mentions of a sentence."""
    return [_attach(scene, mention) for mention in scene.read.mentions]


def _attach(scene: Scene, mention: Mention) -> Attachment:
    relation, signal = relation_of(scene.read, mention, scene.signals)
    age = isinstance(mention.meaning, Length) and mention.meaning.age
    if age or is_compared(scene.read, mention, scene.signals):
        return Attachment(mention=mention, event=None, relation=relation, signal=signal, compared=True)
    last = scene.read.words[signal[1]] if signal is not None else ""
    apart = isinstance(mention.meaning, Length) and last in scene.signals.apart
    adjective = isinstance(mention.meaning, Repeat) and mention.first == mention.last and signal is None  # "daily"
    for name, sieve in SIEVES:
        event = sieve(scene, mention) if not apart or sieve is _of_phrase else None
        if event is not None and adjective and not _is_close(scene, mention, event):
            continue
        if event is not None:
            return Attachment(mention=mention, event=event, relation=relation, signal=signal, by=name)
    return Attachment(mention=mention, event=None, relation=relation, signal=signal)


def _is_close(scene: Scene, mention: Mention, event: Event) -> bool:
    """Whether an event stands within three words of a mention."""
    place = next(placed.place for placed in scene.events if placed.event is event)
    return mention.first - 4 <= place <= mention.last + 4


def is_compared(read: ReadSentence, mention: Mention, signals: Signals) -> bool:
    """Whether a time is only what something is compared with: "up from a year ago", "less than last year"."""
    words = read.words[max(0, mention.first - 2) : mention.first]
    named = isinstance(mention.meaning, Offset | Shift | Select | Unit)
    return named and (words[-1:] in signals.comparisons or words in signals.comparisons)


def relation_of(read: ReadSentence, mention: Mention, signals: Signals) -> tuple[Relation, tuple[int, int] | None]:
    """The relation that the words before a mention show, and the token numbers of those words."""
    found: tuple[Relation, tuple[int, int]] | None = None
    for length in (3, 2, 1):
        words = read.words[max(0, mention.first - length) : mention.first]
        if len(words) == length and words in signals.relations:
            found = signals.relations[words], (mention.first - length, mention.first - 1)
            break
    signal = found[1] if found else None
    shown = read.words[signal[0]] if signal else ""
    if isinstance(mention.meaning, Repeat):
        return Relation.REPEATS, signal
    if isinstance(mention.meaning, Length):
        return (Relation.WITHIN if shown in signals.ahead else Relation.LASTS), signal
    if isinstance(mention.meaning, Range):
        within = mention.meaning.either or shown in signals.spread
        return (Relation.WITHIN if within else Relation.EXTENT), signal
    if isinstance(mention.meaning, Stretch | Refers):
        return Relation.WITHIN, signal
    if shown in signals.origins:
        onward = read.words[mention.last + 1 : mention.last + 2] in signals.onward
        return (Relation.SINCE if onward else Relation.WITHIN), signal
    return (found[0] if found else Relation.WITHIN), signal


def _line(scene: Scene, mention: Mention) -> Event | None:
    """A time that stands first in a line dates the rest of the line."""
    if not leads_line(scene.read, mention):
        return None
    rest = [placed.event for placed in scene.events if placed.place > mention.last]
    finite = [event for event in rest if event.pos == "VERB" and event.tense not in ("INFINITIVE", "PRESPART")]
    return (finite or rest or [None])[0]  # type: ignore[list-item]


_SEPARATORS = frozenset((":", "–", "-", "|", ",", "."))


def leads_line(read: ReadSentence, mention: Mention) -> bool:
    """Whether a mention stands first in a list item, table row or heading, or first in any line before a colon, dash
    or bar."""
    if any(word[0].isalnum() for word in read.words[: mention.first]):
        return False
    following = read.words[mention.last + 1 : mention.last + 2]
    if not following:
        return False
    if read.sentence.kind == "prose":
        return following[0] in (":", "–", "|")
    return following[0] in _SEPARATORS or read.sentence.kind in ("item", "row")


def _of_phrase(scene: Scene, mention: Mention) -> Event | None:
    """A length of an event: "two days of meetings"."""
    after = mention.last + 1
    if not isinstance(mention.meaning, Length) or not scene.signals.binders.intersection(
        scene.read.words[after : after + 1]
    ):
        return None
    return _noun_from(scene, after + 1, 4)


def _prenominal(scene: Scene, mention: Mention) -> Event | None:
    """A time before the noun it dates: "weekend discussions", "Monday's talks", "the three-week strike"."""
    after = mention.last + 1
    if scene.signals.possessives.intersection(scene.read.words[after : after + 1]):
        after += 1
    return _noun_from(scene, after, 3)


def _noun_from(scene: Scene, start: int, reach: int) -> Event | None:
    for place in range(start, min(start + reach, len(scene.read.words))):
        for placed in scene.events:
            if placed.place == place:
                return placed.event if placed.event.pos == "NOUN" else None
        word = scene.read.words[place]
        if word in scene.signals.blockers or not word[0].isalpha():
            return None
    return None


def _subject(scene: Scene, mention: Mention) -> Event | None:
    """A time between an event noun and its verb: "the attack on Tuesday killed", "his return earlier this year came"."""
    following = {placed.place: placed.event for placed in scene.events}.get(mention.last + 1)
    if following is None or following.pos != "VERB":
        return None
    for placed in reversed([placed for placed in scene.events if placed.place < mention.first]):
        between = scene.read.words[placed.place + 1 : mention.first]
        if placed.event.pos != "NOUN" or any(word in scene.signals.boundaries or word in ",;:" for word in between):
            return None
        return placed.event
    return None


def _nearest(scene: Scene, mention: Mention) -> Event | None:
    """The nearest event, where a clause boundary between counts as a long way."""
    costs = [
        (_cost(scene, mention, placed.place), placed.place, placed.event)
        for placed in scene.events
        if not _inside(placed, mention)
    ]
    if not costs:
        return None
    event = min(costs, key=lambda item: item[:2])[2]
    return _carried(scene, event)


def _opens_relative(scene: Scene, start: int, place: int) -> bool:
    """Whether a verb stands right behind a word that makes it a clause about the noun before: "a wreck that killed"."""
    return place > start and scene.read.words[place - 1] in scene.signals.relatives


def _inside(placed: Placed, mention: Mention) -> bool:
    return mention.first <= placed.place <= mention.last


def _leading(scene: Scene, mention: Mention) -> Event | None:
    """A time that opens a sentence dates its first finite verb: "On 6 May a fire destroyed"."""
    start = mention.first - 1
    while start >= 0 and (
        scene.read.words[start : start + 1] in scene.signals.relations or not scene.read.words[start][0].isalnum()
    ):
        start -= 1
    if start >= 0 and scene.read.words[start] not in ("and", "but", "then"):
        return None
    for placed in scene.events:
        if placed.place > mention.last:
            between = scene.read.words[mention.last + 1 : placed.place]
            if any(word in scene.signals.boundaries or word in (";", ":", "–") for word in between):
                return None
            if placed.event.pos == "VERB" and placed.event.tense not in ("INFINITIVE", "PRESPART"):
                return _carried(scene, placed.event)
    return None


def _cost(scene: Scene, mention: Mention, place: int) -> int:
    before = place < mention.first
    between = scene.read.words[place + 1 : mention.first] if before else scene.read.words[mention.last + 1 : place]
    cost = len(between) + (0 if before else 1)
    cost += 4 * sum(word in (",", "(", ")", '"') for word in between)
    cost += 8 if not before and between[:1] in scene.signals.closers else 0
    relative = before is False and _opens_relative(scene, mention.last + 1, place)
    walls = sum(word in scene.signals.boundaries or word in (";", ":", "–") for word in between)
    return cost + 12 * (walls + relative)


def _carried(scene: Scene, event: Event) -> Event:
    """The noun that a light verb carries, where the verb carries one."""
    for placed in scene.events:
        if placed.event.governor == (event.start, event.end):
            return placed.event
    return event


SIEVES: tuple[tuple[str, Sieve], ...] = (
    ("first in its line", _line),
    ("length of an event", _of_phrase),
    ("before its noun", _prenominal),
    ("between subject and verb", _subject),
    ("opening its sentence", _leading),
    ("nearest in the clause", _nearest),
)
