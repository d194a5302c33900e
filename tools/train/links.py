"""Train the ranker of links and write its weights file, or measure it by cross-validation.

    python tools/train/links.py BENCH [-o timeline/data/en-links.bin] [--check]
    python tools/train/links.py BENCH --cross-validate

BENCH is the directory with data/: TimeBank and AQUAINT (without the documents that are kept out), the Temporal Dependency
Graphs, and UD English EWT, in which what a time hangs on is read off the trees.  A feature counts twice, once for all
corpora and once for the newswire alone, so that the others teach what holds everywhere; what is shipped is the sum.
The same data give the same file, byte for byte: sentences come in the order of the hashes of their numbers, and nothing is
computed but sums, products, quotients and square roots, which are the same on every machine.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen
from linkdata import TWINS, Example, newswire_links, reference_links, tree_links

from timeline.languages.en.links import features
from timeline.learned.linear import KIND, Scorer, packed
from timeline.learned.ranking import Ranker
from timeline.learned.weights import pack, payload, write

HERE = Path(__file__).resolve().parents[2]
FOLDS = 5


@frozen(kw_only=True)
class Plan:
    """How it is trained; the defaults are those of the file that is shipped."""

    epochs: int = 8
    rate: float = 0.2
    decay: float = 0.15  # how strongly a weight is pulled back to zero at each step
    documents: int = 5  # in which a feature must occur
    other: float = 0.75  # what an example from outside the newswire counts
    largest: int = 120  # the greatest weight, as a whole number


@frozen
class Prepared:
    """An example as numbers: the features of each event, which events are right, and what it counts."""

    events: tuple[tuple[int, ...], ...]
    right: frozenset[int]
    weight: float


def examples(bench: Path) -> list[Example]:
    """All examples, in a fixed order."""
    found = [*newswire_links(bench), *reference_links(bench), *tree_links(bench)]
    return [example for example in found if example.right and len(example.question.events) > 1]


def train(found: Sequence[Example], plan: Plan = Plan()) -> dict[str, int]:
    """The weights of the features, learned from the examples."""
    named = [(example, _named(example)) for example in found]
    numbers = _numbers(named, plan)
    prepared = [_prepared(example, events, numbers, plan) for example, events in named]
    order = sorted(range(len(prepared)), key=lambda number: hashlib.sha256(str(number).encode()).digest())
    weights, squares = [0.0] * len(numbers), [1e-8] * len(numbers)
    for _ in range(plan.epochs):
        for number in order:
            _step(prepared[number], weights, squares, plan)
    return _whole(numbers, weights, plan)


def _named(example: Example) -> list[list[str]]:
    """The features of each event of an example, and once more for the newswire alone or the rest."""
    part = "1" if example.newswire else "2" if example.corpus == "tdg" else "3"
    return [[*names, *[part + name for name in names]] for names in features(example.question)]


def _numbers(named: Iterable[tuple[Example, list[list[str]]]], plan: Plan) -> dict[str, int]:
    """The numbers of the features that occur in enough documents."""
    documents: dict[str, set[str]] = defaultdict(set)
    for example, events in named:
        for names in events:
            for name in names:
                documents[name].add(example.document)
    return {
        name: number
        for number, name in enumerate(sorted(name for name in documents if len(documents[name]) >= plan.documents))
    }


def _prepared(example: Example, events: list[list[str]], numbers: dict[str, int], plan: Plan) -> Prepared:
    # sorted, since some features come from sets, whose order differs from run to run, and so would the rounding of sums
    known = tuple(tuple(sorted(numbers[name] for name in names if name in numbers)) for names in events)
    return Prepared(known, example.right, 1.0 if example.newswire else plan.other)


def _step(example: Prepared, weights: list[float], squares: list[float], plan: Plan) -> None:
    """One step of AdaGrad on the likelihood that one of the right events is chosen."""
    shares = _shares([_sum(weights[number] for number in event) for event in example.events])
    right = _sum(shares[event] for event in sorted(example.right)) or 1e-9
    changes: dict[int, float] = {}
    for event, numbers in enumerate(example.events):
        change = shares[event] - (shares[event] / right if event in example.right else 0.0)
        if abs(change) > 1e-6:
            for number in numbers:
                changes[number] = changes.get(number, 0.0) + example.weight * change
    for number, change in changes.items():
        change += plan.decay * weights[number]
        squares[number] += change * change
        weights[number] -= plan.rate * change / squares[number] ** 0.5


def _sum(values: Iterable[float]) -> float:
    """A sum from left to right; the built-in one rounds in another way since Python 3.12."""
    total = 0.0
    for value in values:
        total += value
    return total


def _shares(scores: Sequence[float]) -> list[float]:
    """The share of each score in all, as probabilities."""
    highest = max(scores)
    powers = [_power(score - highest) for score in scores]
    total = _sum(powers)
    return [power / total for power in powers]


def _power(exponent: float) -> float:
    """e to a power that is not above zero, by products alone: (1 + x/4096) squared twelve times."""
    value = max(0.0, 1.0 + exponent / 4096)
    for _ in range(12):
        value *= value
    return value


def _whole(numbers: dict[str, int], weights: Sequence[float], plan: Plan) -> dict[str, int]:
    """The weights for the newswire as whole numbers: those of all corpora and of the newswire together."""
    summed: dict[str, float] = defaultdict(float)
    for name, number in numbers.items():
        if name[0] not in "23":
            summed[name[1:] if name[0] == "1" else name] += weights[number]
    scale = plan.largest / max(abs(weight) for weight in summed.values())
    whole = {name: round(summed[name] * scale) for name in sorted(summed)}
    return {name: weight for name, weight in whole.items() if weight}


def ranker(found: Iterable[Example], plan: Plan = Plan()) -> Ranker:
    """A ranker trained on the examples."""
    return Ranker(features, Scorer("link", train([*found], plan)))


def fold(document: str) -> int:
    """The fold of a document, by the hash of its name; twin texts share it."""
    return int(hashlib.sha256(TWINS.get(document, document).encode()).hexdigest(), 16) % FOLDS


def rankers(found: Collection[Example], plan: Plan = Plan()) -> list[Ranker]:
    """One ranker a fold, trained on the other folds."""
    return [ranker([e for e in found if fold(e.document) != number], plan) for number in range(FOLDS)]


def cross_validated(found: Collection[Example], plan: Plan = Plan()) -> Iterator[str]:
    """How many times go to a right event, in per cent, each document read by the ranker that has not seen it."""
    right: dict[str, list[bool]] = defaultdict(list)
    made = rankers(found, plan)
    for example in found:
        answer = made[fold(example.document)].answer(example.question)
        right[example.corpus].append(answer.best in example.right)
    for corpus, answers in right.items():
        yield f"{corpus}: {100 * sum(answers) / len(answers):.1f} of {len(answers)} questions"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", type=Path, help="the directory with data/")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "timeline/data/en-links.bin")
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    parser.add_argument("--cross-validate", action="store_true", help="print cross-validated figures, write nothing")
    arguments = parser.parse_args()
    found = examples(arguments.bench)
    if arguments.cross_validate:
        print("\n".join(cross_validated(found)))
        return
    weights = train(found)
    stream = pack(packed(("link",), {name: (weight,) for name, weight in weights.items()}))
    content = write(KIND, stream)
    print(f"{len(found)} questions, {len(weights)} features, {len(content)} bytes")
    if not arguments.check:
        arguments.output.write_bytes(content)
    elif payload(arguments.output.read_bytes(), KIND) != stream:
        raise SystemExit(f"{arguments.output.name} holds something else")


if __name__ == "__main__":
    main()
