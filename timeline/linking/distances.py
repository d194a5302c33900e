"""Days that a distance counts from: "two weeks before the election, on 4 July, the party launched its manifesto"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.entries.records import Relation
from timeline.grammar.meanings import Length
from timeline.languages.pack import Signals
from timeline.linking.mentions import Mention, ReadSentence
from timeline.linking.relations import relation_of


def counted_from(read: ReadSentence, mention: Mention, signals: Signals, verbs: Sequence[int]) -> Relation:
    """The relation of a mention; of a day set off by commas behind a distance, what the distance says of it.

    ``verbs`` are the token numbers of the verbs of the sentence.
    """
    relation, signal = relation_of(read, mention, signals)
    start = mention.first if signal is None else signal[0]
    set_off = read.words[start - 1 : start] == read.words[mention.last + 1 : mention.last + 2] == (",",)
    if relation is not Relation.WITHIN or not set_off:
        return relation
    length = next((m for m in reversed(read.mentions) if m.last < start), None)
    if length is None or not isinstance(length.meaning, Length):
        return relation
    words = read.words[length.last + 1 : start]
    told = signals.relations.get(words[:1], relation)
    apart = words.count(",") == 1 and not any(length.last < verb < start for verb in verbs)
    return told if apart and told is Relation.BEFORE else relation  # "three days after the vote, on 5 May," tells one day


def day_behind(read: ReadSentence, mention: Mention, signals: Signals, verbs: Sequence[int]) -> Mention | None:
    """The day that a length counts from, where it is set off by commas behind it."""
    day = next((other for other in read.mentions if other.first > mention.last), None)
    if day is None or isinstance(day.meaning, Length):
        return None
    return None if counted_from(read, day, signals, verbs) is relation_of(read, day, signals)[0] else day
