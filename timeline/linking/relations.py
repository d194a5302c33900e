"""What the words around a time say of its relation to an event: signals ("since", "from .. to"), and comparisons."""

from __future__ import annotations

from timeline.entries.records import Relation
from timeline.grammar.meanings import Length, Offset, Onward, Range, Refers, Repeat, Select, Shift, Stretch, Unit
from timeline.languages.pack import Signals
from timeline.linking.mentions import Mention, ReadSentence

Places = tuple[int, int]  # the first and last token number of some words
LONGEST = 3  # words of a signal


def relation_of(read: ReadSentence, mention: Mention, signals: Signals) -> tuple[Relation, Places | None]:
    """The relation that the words around a mention show, and the token numbers of the words before it that show it."""
    places = _signal(read, mention, signals)
    words = () if places is None else read.words[places[0] : mention.first]
    shown = words[0] if words else ""
    match mention.meaning:
        case Repeat():
            return Relation.REPEATS, places
        case Length():
            return _of_length(read, mention, shown, signals), places
        case Range():
            within = mention.meaning.either or shown in signals.spread
            return (Relation.WITHIN if within else Relation.EXTENT), places
        case Onward():
            return Relation.SINCE, places
        case Stretch() | Refers():
            return Relation.WITHIN, places
    if shown in signals.origins:
        onward = read.words[mention.last + 1 : mention.last + 2] in signals.onward
        return (Relation.FROM if onward else Relation.WITHIN), places
    return (signals.relations[words] if words else Relation.WITHIN), places


def _signal(read: ReadSentence, mention: Mention, signals: Signals) -> Places | None:
    """The token numbers of the longest signal right before a mention."""
    first = mention.first
    if read.words[max(0, first - 1) : first + 1] in signals.particles:
        return None
    for length in range(min(LONGEST, first), 0, -1):
        if read.words[first - length : first] in signals.relations:
            return first - length, first - 1
    return None


def _of_length(read: ReadSentence, mention: Mention, shown: str, signals: Signals) -> Relation:
    """What a length tells: how long something lasts, when it comes, or how far it lies from something else."""
    behind = read.words[mention.last + 1 : mention.last + 1 + LONGEST]
    following = (signals.relations.get(behind[:length]) for length in range(LONGEST, 0, -1))
    if not shown and next((r for r in following if r is not None), None) in (Relation.BEFORE, Relation.AFTER):
        return Relation.APART  # "two days before the vote"
    if not shown and signals.differing.intersection(behind[:1]):
        return Relation.APART  # "three hours late", "two days longer than planned"
    if shown in signals.inside:
        return Relation.APART if signals.binders.intersection(behind[:1]) else Relation.WITHIN
    return Relation.WITHIN if shown in signals.ahead else Relation.LASTS


def is_compared(read: ReadSentence, mention: Mention, signals: Signals) -> bool:
    """Whether a time is only what something is compared with: "up from a year ago", "less than last year"."""
    words = read.words[max(0, mention.first - 2) : mention.first]
    named = isinstance(mention.meaning, Offset | Shift | Select | Unit)
    return named and (words[-1:] in signals.comparisons or words in signals.comparisons)


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
