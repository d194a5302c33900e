"""Logistic regression by stochastic gradient descent, the same on every machine.

Only additions, multiplications and divisions of doubles are used, which IEEE 754 fixes to the last bit; the exponential
function of a C library it does not fix, so it is made here, and sums are rounded once (``fsum``), since ``sum`` rounds in
another way from Python 3.12 on.  Items are shown in an order drawn from hashes of their numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from math import fsum

from attrs import frozen

Item = Sequence[int]  # the numbers of its features


@frozen(kw_only=True)
class Pace:
    """How fast and how long is learned; ``decay`` is the strength of the L2 penalty for each item shown."""

    epochs: int = 10
    rate: float = 0.1
    decay: float = 1e-4


def exponential(power: float) -> float:
    """e to a power of at most 0, to about three digits: (1 + x/1024) to the 1024th.

    >>> round(exponential(-1.0), 2)
    0.37
    """
    value = max(0.0, 1.0 + power / 1024.0)
    for _ in range(10):
        value *= value
    return value


def order(size: int, epoch: int) -> list[int]:
    """The numbers of the items in the order of an epoch."""
    return sorted(range(size), key=lambda number: hashlib.sha256(f"{epoch} {number}".encode()).digest())


def binary(items: Sequence[Item], labels: Sequence[bool], features: int, pace: Pace = Pace()) -> list[float]:
    """The weights of the features, for the labels to be true."""
    weights = [0.0] * features
    shrunk, step = 1.0, 0
    for epoch in range(pace.epochs):
        for number in order(len(items), epoch):
            item = items[number]
            rate = pace.rate / (1.0 + pace.rate * pace.decay * step)
            step += 1
            score = shrunk * fsum([weights[feature] for feature in item])
            shrunk *= 1.0 - rate * pace.decay
            small = exponential(-abs(score))
            chance = (1.0 if score > 0 else small) / (1.0 + small)
            change = rate * ((1.0 if labels[number] else 0.0) - chance) / shrunk
            for feature in item:
                weights[feature] += change
    return [weight * shrunk for weight in weights]


def several(
    items: Sequence[Item], labels: Sequence[int], classes: int, features: int, pace: Pace = Pace()
) -> list[list[float]]:
    """The weights of the features for each class (softmax)."""
    weights = [[0.0] * features for _ in range(classes)]
    shrunk, step = 1.0, 0
    for epoch in range(pace.epochs):
        for number in order(len(items), epoch):
            item = items[number]
            rate = pace.rate / (1.0 + pace.rate * pace.decay * step)
            step += 1
            scores = [shrunk * fsum([row[feature] for feature in item]) for row in weights]
            shrunk *= 1.0 - rate * pace.decay
            highest = max(scores)
            shares = [exponential(score - highest) for score in scores]
            total = fsum(shares)
            for place, row in enumerate(weights):
                change = rate * ((1.0 if place == labels[number] else 0.0) - shares[place] / total) / shrunk
                if abs(change) > 1e-6:
                    for feature in item:
                        row[feature] += change
    return [[weight * shrunk for weight in row] for row in weights]
