"""What English nouns and verbs mean, as far as it speaks for an event: a table distilled from WordNet.

For each word the table holds the code of its commonest sense (act, state, communication ..) and, as learned from the training
corpora, how much all that WordNet knows of it (what its senses are kinds of, which verbs it derives from) speaks for its
being an event and for each class.  ``tools/train/events_en.py`` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import field, frozen

from timeline.learned.linear import NEUTRAL
from timeline.learned.weights import pack, sections, shipped, write

KIND = "senses"


@frozen
class Sense:
    """The code of a word's commonest sense, and its weights: for being an event, then for each class."""

    code: str
    weights: tuple[int, ...]


@frozen
class Senses:
    """Nouns and verbs with their senses; what is not in the table has the sense "-" of its part of speech."""

    nouns: Mapping[str, Sense] = field(repr=False)
    verbs: Mapping[str, Sense] = field(repr=False)

    def sense(self, lemma: str, tag: str) -> Sense | None:
        """The sense of a lemma with a tag, None for what is neither noun nor verb."""
        table = self.nouns if tag in ("NN", "NNS") else self.verbs if tag[:2] == "VB" else None
        return None if table is None else table.get(lemma) or table["-"]

    def code(self, lemma: str, tag: str) -> str:
        """The code of the sense of a lemma with a tag, the tag itself for what is neither noun nor verb.

        >>> [load().code("election", "NN"), load().code("walk", "VBD"), load().code("quick", "JJ")]
        ['noun.act', 'verb.motion', 'JJ']
        """
        sense = self.sense(lemma, tag)
        return tag if sense is None else sense.code


@lru_cache(maxsize=1)
def load() -> Senses:
    """The table of the package, decoded on first use."""
    return decode(shipped("en-senses"))


def decode(content: bytes) -> Senses:
    """The table that the bytes of a weights file hold: codes, then for nouns and for verbs lemmas, codes and weights.

    Raises `timeline.errors.WeightsError` where they are of another kind or version, cut short or changed.
    """
    codes, *held = sections(content, KIND)
    names = codes.decode().split()
    return Senses(*(_table(names, *held[start : start + 3]) for start in (0, 3)))


def _table(names: list[str], lemmas: bytes, codes: bytes, weights: bytes) -> dict[str, Sense]:
    words = lemmas.decode().split("\n")
    width = len(weights) // len(words)
    rows = [weights[start : start + width] for start in range(0, len(weights), width)]
    known = {row: tuple(byte - NEUTRAL for byte in row) for row in set(rows)}
    return {word: Sense(names[code], known[row]) for word, code, row in zip(words, codes, rows, strict=True)}


def encode(senses: Senses) -> bytes:
    """The content of the weights file of a table."""
    tables = (senses.nouns, senses.verbs)
    names = sorted({sense.code for table in tables for sense in table.values()})
    held = [" ".join(names).encode()]
    for table in tables:
        words = sorted(table)
        held += [
            "\n".join(words).encode(),
            bytes(names.index(table[word].code) for word in words),
            bytes(NEUTRAL + weight for word in words for weight in table[word].weights),
        ]
    return write(KIND, pack(held))
