"""Train the model of reference times and write its weights file.

    python tools/train/references.py BENCH [-o timeline/data/en-references.bin] [--check]

BENCH is the directory with data/tdg_train.jsonl: for each event the time that it hangs on, with the mentions given.
A log-linear model over the candidates of each event, fitted by AdaGrad in the order of the documents.  Nothing is drawn
by chance, the exponential function is made of additions and multiplications, and sums are rounded once: the same data and
the same code give the same weights (``--check`` compares).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from logistic import exponential

from timeline.anchoring import Settings
from timeline.dating.sequence import Dated, State, date_all
from timeline.draft import reread
from timeline.extractor import Extractor
from timeline.inference.references import asked, candidates, features
from timeline.languages.pack import Signals
from timeline.learned.linear import KIND, packed
from timeline.learned.weights import pack as joined
from timeline.learned.weights import payload, write

HERE = Path(__file__).resolve().parents[2]
Document = dict[str, Any]
Weights = dict[str, float]


@frozen(kw_only=True)
class Plan:
    """How the model is fitted; the defaults are those of the file that is shipped."""

    rounds: int = 5
    rate: float = 0.1
    decay: float = 0.05
    documents: int = 3  # in which a feature must occur
    article: float = 0.25  # what speaks for the article's day beside what is learned: a date that is carried on must be sure
    unit: float = 0.04  # of a weight, when it is made a byte
    least: int = 2  # smaller weights are left out


@frozen
class Question:
    """An event: what speaks for each time that it may hang on, and which of them was annotated."""

    choices: tuple[tuple[str, ...], ...]
    right: int


Example = Sequence[Question]  # the questions of a document


def examples(documents: Iterable[Document]) -> Iterator[Example]:
    """The documents with their mentions given."""
    extractor = Extractor(language="en-US")
    for document in documents:
        spans = [(t["start"], t["end"]) for t in document["timexes"] if t["end"] > t["start"]]
        events = [(e["start"], e["end"]) for e in document["events"]]
        tl = extractor.extract(document["text"], anchor=document["dct"], times=spans, events=events)
        assert tl.draft is not None
        state = date_all(*reread(tl.draft, extractor.pack), Settings(language="en-US").context(tl.anchor))
        yield tuple(_questions(state, dict(_annotated(document, state)), extractor.pack.signals))


def _questions(state: State, gold: dict[int, Dated | None], signals: Signals) -> Iterator[Question]:
    """The events whose annotated time is among those that they may hang on."""
    for told, story in asked(state):
        times = candidates(told, story)
        right = [number for number, time in enumerate(times) if time is gold.get(told.event.start, time)]
        if told.event.start in gold and right:
            named = (features(told, time, story, signals) for time in times)
            yield Question(tuple(tuple(map(sys.intern, names)) for names in named), right[0])


def _annotated(document: Document, state: State) -> Iterator[tuple[int, Dated | None]]:
    timexes = {t["tid"]: t for t in document["timexes"]}
    starts = {e["eid"]: e["start"] for e in document["events"]}
    for edge in document["edges"]:
        if edge["where"] == "dct":
            yield starts[edge["event"]], None
        else:
            timex = timexes[edge["timex"]]
            shared = [d for d in state.times if d.time.start < timex["end"] and timex["start"] < d.time.end]
            if shared:
                yield starts[edge["event"]], shared[0]


class Fitting:
    """The weights of a model on the way, with what AdaGrad remembers."""

    def __init__(self, plan: Plan, kept: frozenset[str]) -> None:
        self.plan = plan
        self.kept = kept
        self.weights: Weights = {}
        self._squares: dict[str, float] = defaultdict(lambda: 1e-3)

    def learn(self, question: Question) -> None:
        """Move the weights towards the right candidate."""
        get = self.weights.get
        scores = [math.fsum([get(name, 0.0) for name in names]) for names in question.choices]
        top = max(scores)
        odds = [exponential(score - top) for score in scores]
        total = math.fsum(odds)
        for number, names in enumerate(question.choices):
            gradient = (number == question.right) - odds[number] / total
            if abs(gradient) >= 1e-4:
                self._move(names, gradient)

    def _move(self, names: Sequence[str], gradient: float) -> None:
        for name in names:
            if name in self.kept:
                step = gradient - self.plan.decay * self.weights.get(name, 0.0)
                self._squares[name] += step * step
                self.weights[name] = self.weights.get(name, 0.0) + self.plan.rate * step / math.sqrt(self._squares[name])


def frequent(learned_from: Sequence[Example], plan: Plan) -> frozenset[str]:
    """The features that occur in enough documents."""
    documents: dict[str, int] = defaultdict(int)
    for example in learned_from:
        for name in {name for question in example for names in question.choices for name in names}:
            documents[name] += 1
    return frozenset(name for name, count in documents.items() if count >= plan.documents)


def fit(learned_from: Sequence[Example], plan: Plan = Plan()) -> Weights:
    """The weights that some documents teach, the mean over the later rounds."""
    fitting = Fitting(plan, frequent(learned_from, plan))
    total: Weights = defaultdict(float)
    for turn in range(plan.rounds):
        for example in learned_from:
            for question in example:
                fitting.learn(question)
        if turn:
            for name, weight in fitting.weights.items():
                total[name] += weight / (plan.rounds - 1)
    total["article"] += plan.article
    return total


def whole(weights: Weights, plan: Plan = Plan()) -> dict[str, tuple[int]]:
    """Weights as whole numbers that fit a byte; those of zero are left out."""
    rounded = {name: round(weight / plan.unit) for name, weight in weights.items()}
    return {name: (max(-127, min(127, weight)),) for name, weight in rounded.items() if abs(weight) >= plan.least}


def read(path: Path) -> list[Document]:
    """The documents of a corpus."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=HERE / "timeline" / "data" / "en-references.bin")
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    arguments = parser.parse_args()
    weights = fit(list(examples(read(arguments.bench / "data" / "tdg_train.jsonl"))))
    stream = joined(packed(("reference",), whole(weights)))
    if not arguments.check:
        arguments.output.write_bytes(write(KIND, stream))
    elif payload(arguments.output.read_bytes(), KIND) != stream:
        raise SystemExit(f"{arguments.output.name} holds something else")


if __name__ == "__main__":
    main()
