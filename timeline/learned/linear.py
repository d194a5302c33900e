"""Sparse linear models over named features: how much each speaks for something, added up.

Weights are whole numbers from -127 to 127, kept as bytes, so that a sum is the same on every machine.  A weights file of
this kind (`timeline.learned.weights`) holds one or more models, each three sections: the names of its classes (blanks between
them; a single name for a model that only scores), its features (a line each, sorted), and its weights, a byte for each class
of each feature, 128 being zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from struct import unpack

from attrs import field, frozen

from timeline.learned.weights import sections

KIND = "linear"
NEUTRAL = 128  # the byte of a weight of zero


@frozen
class Scorer:
    """A model of one class: the higher the score of some features, the more they speak for it."""

    name: str
    weights: Mapping[str, int] = field(repr=False)

    def score(self, features: Iterable[str]) -> int:
        """The sum of the weights of some features.

        >>> Scorer("event", {"ends in -ation": 7, "after the": 2}).score(["after the", "ends in -ation", "unheard of"])
        9
        """
        return sum(map(self.weights.get, features, repeat(0)))


@frozen
class Classifier:
    """A model of several classes."""

    names: tuple[str, ...]
    weights: Mapping[str, tuple[int, ...]] = field(repr=False)

    def scores(self, features: Iterable[str]) -> list[int]:
        """The score of each class."""
        known = [row for row in map(self.weights.get, features) if row is not None]
        return list(map(sum, zip(*known))) if known else [0] * len(self.names)

    def best(self, features: Iterable[str]) -> str:
        """The class with the highest score, the first of equals.

        >>> Classifier(("STATE", "OCCURRENCE"), {"lemma=be": (5, -5), "tag=VBD": (0, 2)}).best(["lemma=be", "tag=VBD"])
        'STATE'
        """
        scores = self.scores(features)
        return self.names[scores.index(max(scores))]


FIELD = 16  # bits of each sum in a joint number
MOST = ((1 << FIELD - 1) - 1) // NEUTRAL  # rows that can be added up in joint numbers, whatever their weights: 255


def joint(weights: Sequence[int]) -> int:
    """Several weights in one number, so that adding such numbers adds up each by itself.

    Up to `MOST` of them can be added; with more, a sum may run over into the next.
    """
    number = 0
    for weight in reversed(weights):
        number = (number << FIELD) + weight
    return number


def first_sum(number: int) -> int:
    """The first of the sums in a joint number, which are of at most `MOST` rows."""
    half = 1 << FIELD - 1
    return (number + half) % (2 * half) - half


def all_sums(number: int, count: int) -> list[int]:
    """The sums in a joint number, which are of at most `MOST` rows.

    >>> all_sums(joint([3, -2, 0]) + joint([-5, -1, 7]), 3)
    [-2, -3, 7]
    """
    half = 1 << FIELD - 1
    positive = number + joint([half] * count)
    return [field - half for field in unpack(f"<{count}H", positive.to_bytes(count * FIELD // 8, "little"))]


def rows(content: bytes) -> list[tuple[tuple[str, ...], dict[str, tuple[int, ...]]]]:
    """The models that the bytes of a weights file hold: the classes of each, and the weights of its features.

    Raises `WeightsError` where they are of another kind or version, cut short or changed.
    """
    held = sections(content, KIND)
    models = []
    for names, features, weights in zip(held[::3], held[1::3], held[2::3], strict=True):
        classes = tuple(names.decode().split())
        signed = [byte - NEUTRAL for byte in weights]
        columns = zip(*(signed[place :: len(classes)] for place in range(len(classes))))
        models.append((classes, dict(zip(features.decode().split("\n"), columns))))
    return models


def scorer(model: tuple[Sequence[str], Mapping[str, tuple[int, ...]]]) -> Scorer:
    """A model of one class from its rows."""
    (name,), weights = model
    return Scorer(name, {feature: weight for feature, (weight,) in weights.items()})


def packed(names: Sequence[str], weights: Mapping[str, Sequence[int]]) -> list[bytes]:
    """The three sections of a model.

    >>> packed(("event",), {"b": (3,), "a": (-1,)})
    [b'event', b'a\\nb', b'\\x7f\\x83']
    """
    features = sorted(weights)
    return [
        " ".join(names).encode(),
        "\n".join(features).encode(),
        bytes(NEUTRAL + weight for feature in features for weight in weights[feature]),
    ]
