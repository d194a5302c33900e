"""Which words of an English sentence are events, and of which class: linear models over the features of `cues`.

Their weights are data, made by ``tools/train/events_en.py`` and decoded on first use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import repeat

from attrs import field, frozen

from timeline.languages.en import senses
from timeline.languages.en.cues import Scene, Word, neighbours, of_context, of_word, word_at
from timeline.languages.en.nouns import EVENT_NOUNS
from timeline.languages.en.senses import Senses
from timeline.languages.en.verbs import FINITE
from timeline.learned.linear import FIELD, Classifier, Scorer, all_sums, first_sum, joint, rows, scorer
from timeline.learned.weights import shipped

CLASSES = ("OCCURRENCE", "REPORTING", "I_ACTION", "STATE", "I_STATE", "ASPECTUAL", "PERCEPTION")

LISTED = 24  # in units of the weights
# Of 24,000 nouns and adjectives of the training corpora that speak so much against being an event by themselves, none is one
# in any surroundings, which are then not looked at; those of the closed list can be one where newswire knows other senses.
HOPELESS = -35


@frozen
class Models:
    """What finds events and tells their classes; ``senses`` holds the share of both that lies in the word itself."""

    event: Scorer
    kind: Classifier
    senses: Senses
    own: Callable[[Word], int] = field(init=False, repr=False, eq=False)
    both: Mapping[str, int] = field(init=False, repr=False, eq=False)  # the joint weights of both for a feature

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "both", _side_by_side(self.event, self.kind))
        # words come again and again: what they say by themselves is added up once
        object.__setattr__(self, "own", lru_cache(maxsize=1 << 14)(self._own))

    def _own(self, word: Word) -> int:
        """What a word by itself speaks for: for being an event, then for each class, in a joint number."""
        sense = self.senses.sense(word.lemma, word.tag)
        return self.summed(of_word(*word)) + (0 if sense is None else joint(sense.weights))

    def summed(self, features: Iterable[str]) -> int:
        """What some features speak for: for being an event, then for each class, in a joint number."""
        return sum(map(self.both.get, features, repeat(0)))

    def best(self, score: int) -> str:
        """The class that most speaks for, the first of equals."""
        _, *scores = all_sums(score, 1 + len(self.kind.names))
        return self.kind.names[scores.index(max(scores))]


def _side_by_side(event: Scorer, kind: Classifier) -> dict[str, int]:
    """For each feature its weight for being an event, then for each class, in a joint number."""
    both = {name: joint(row) << FIELD for name, row in kind.weights.items()}
    for name, weight in event.weights.items():
        both[name] = both.get(name, 0) + weight
    return both


def spot(said: Scene, models: Models) -> dict[int, str]:
    """The words of a sentence that are events, by number, each with its class."""
    found: dict[int, int] = {}  # what speaks for and against an event, and for each class, jointly
    for place in said.candidates():
        own = models.own(word_at(said, place))
        hopeless = first_sum(own) < HOPELESS and said.syntax.lemmas[place] not in EVENT_NOUNS
        if hopeless and said.syntax.tags[place][0] != "V":
            continue
        score = own + models.summed(of_context(said, place))
        if first_sum(score) + _listed(said, place, models) > 0:
            found[place] = score
    places = list(found)
    return {
        place: models.best(score + models.summed(neighbours(said, places, number)))
        for number, (place, score) in enumerate(found.items())
    }


def _listed(said: Scene, place: int, models: Models) -> int:
    """What speaks for a word that newswire taught little of: a noun of the closed list in a sentence with a time, the only
    verb of one ("the fair lasts a week"), and a participle with an object behind a comma, which tells what came of the rest
    ("approved it, angering residents")."""
    lemma, tag = said.syntax.lemmas[place], said.syntax.tags[place]
    if tag in FINITE and said.syntax.times and [group.head for group in said.syntax.groups] == [place]:
        return LISTED
    if tag == "VBG":
        group, following = said.groups[place], said.chunks[place + 1 : place + 2]
        apart = group is not None and not group.auxiliaries and said.words[place + 1] == "," and following not in ((), (None,))
        return LISTED if apart and f"l {lemma} V" not in models.event.weights else 0
    chunk = said.chunks[place]
    head = chunk is not None and chunk.head == place and tag in ("NN", "NNS")
    if not head or not said.syntax.times:
        return 0
    return LISTED if lemma in EVENT_NOUNS and f"l {lemma} N" not in models.event.weights else 0


@lru_cache(maxsize=1)
def load() -> Models:
    """The models of the package, decoded on first use.

    >>> load().kind.names == CLASSES
    True
    """
    return decode(shipped("en-events"), senses.load())


def decode(content: bytes, known: Senses) -> Models:
    """The models that the bytes of a weights file hold, with the table of senses.

    Raises `timeline.errors.WeightsError` where they are of another kind or version, cut short or changed.
    """
    event, (names, weights) = rows(content)
    return Models(scorer(event), Classifier(names, weights), known)
