"""Which scorer goes with which corpus, and the figures that it gives for the whole and for the unseen part.

The corpora and the scorers stand outside the project, in one directory: ``data/`` and ``score_*.py``.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import evolve, field, frozen
from event_folds import WORDNET, predictions
from folds import predict_unseen
from gold import gold_timeline
from predict import Options, predict, read, timelines
from prediction import Prediction, prediction
from splits import is_unseen
from timelines import asked_timeline, entity_timelines

Document = dict[str, Any]
Predictions = Mapping[str, Prediction]
Figures = dict[str, float]

NEWS = ("timebank", "aquaint")
GIVEN = frozenset({"times", "events"})
EVENTS_GIVEN = frozenset({"events"})
# corpora in TimeML do not annotate ages, the others do
READINGS = {
    "timebank": Options(),
    "aquaint": Options(),
    "wikiwars_train": Options(domain="narrative", ages=True),
    "tweets_train": Options(ages=True),
}
# the types of WikiWars and the values of the tweets follow no standard
UNSCORED = {"wikiwars_train": ("type",), "tweets_train": ("type", "value")}


@frozen
class Row:
    """One figure in per cent: of the whole corpus and of its unseen part, None where that is no question."""

    task: str
    corpus: str
    measure: str
    whole: float | None
    unseen: float | None


@frozen(kw_only=True)
class Bench:
    """The directory of corpora and scorers, and who reads the corpora: the library, or, as a check, the annotations."""

    directory: Path
    language: str = "en"
    processes: int = 2
    gold_through: bool = False
    _made: dict[object, Predictions] = field(factory=dict, init=False, repr=False, eq=False)

    def documents(self, corpus: str) -> list[Document]:
        """The documents of a corpus."""
        return _documents(self.directory / "data" / f"{corpus}.jsonl")

    def scorer(self, name: str) -> ModuleType:
        """A scorer, by its file name."""
        if str(self.directory) not in sys.path:
            sys.path.append(str(self.directory))
        return importlib.import_module(name)

    def predictions(self, corpus: str, options: Options) -> Predictions:
        """What was found in a corpus, by document; one reading serves all measures that ask for it."""
        key = corpus, options
        if key not in self._made:
            documents = self.documents(corpus)
            options = evolve(options, language=self.language)
            lines = (
                self._gold(corpus, options)
                if self.gold_through
                else predict(documents, options, processes=self.processes)
            )
            self._made[key] = {line["id"]: line for line in lines}
        return self._made[key]

    def unseen_predictions(self, corpus: str, options: Options) -> Predictions:
        """What was found in a corpus, each document's links ranked by a model trained without it."""
        if self.gold_through:
            return self.predictions(corpus, options)
        options = evolve(options, language=self.language)
        lines = predict_unseen(self.directory, self.documents(corpus), options)
        return {line["id"]: line for line in lines}

    def _gold(self, corpus: str, options: Options) -> list[Prediction]:
        happened = {document["id"]: document["events"] for document in self.documents("event_time")}
        lines = []
        for document in self.documents(corpus):
            tl = gold_timeline(document, self._pairs(document, options.infer), happened.get(document["id"], ()))
            lines.append(prediction(document["id"], tl, infer=options.infer))
        return lines

    def _pairs(self, document: Document, infer: bool) -> Iterator[tuple[Document | None, Document]]:
        """The annotated pairs of time and event, as the scorer of links reads them."""
        if "edges" in document:
            times = {timex["tid"]: timex for timex in document["timexes"]}
            events = {event["eid"]: event for event in document["events"]}
            for edge in document["edges"] if infer else ():
                yield (None if edge["where"] == "dct" else times[edge["timex"]]), events[edge["event"]]
        elif document.get("tlinks"):
            links = self.scorer("score_links")
            timexes, mentions, pairs, *_ = links.prepare(document, links.RELS)
            yield from ((timexes[t], mentions[e]) for t, found in pairs.items() for e in sorted(found))

    def held_out(self) -> frozenset[str]:
        """The documents on which nobody may develop linking and dating."""
        return frozenset((self.directory / "data" / "keep_out_of_training.txt").read_text(encoding="utf-8").split())


@cache
def _documents(path: Path) -> list[Document]:
    return read(path)


def rows(bench: Bench, tasks: Iterable[str]) -> Iterator[Row]:
    """The figures of the chosen tasks."""
    for task in tasks:
        yield from TASKS[task](bench)


def _split(
    task: str, corpus: str, documents: list[Document], score: Callable[[list[Document]], Figures]
) -> Iterator[Row]:
    """The figures of a scorer over all documents and over the unseen ones."""
    whole = score(documents)
    unseen = score([document for document in documents if is_unseen(document["id"])])
    for measure, figure in whole.items():
        yield Row(task, corpus, measure, figure, unseen[measure])


def _times(bench: Bench) -> Iterator[Row]:
    for corpus, options in READINGS.items():
        measures = [name for name in ("strict", "relaxed", "value", "type") if name not in UNSCORED.get(corpus, ())]
        lines = bench.predictions(corpus, options)
        yield from _split(
            "timex", corpus, bench.documents(corpus), _f1_scores(bench.scorer("score_timex"), lines, measures)
        )


def _events(bench: Bench) -> Iterator[Row]:
    scorer = bench.scorer("score_events")
    if not bench.gold_through and WORDNET.is_dir():
        documents, lines = predictions(bench.directory)
        for corpus in NEWS:
            chosen = [document for document in documents if document["corpus"] == corpus]
            yield from _split(
                "events", f"{corpus}, cross-validated", chosen, _f1_scores(scorer, lines, _event_measures(corpus))
            )
    for corpus in NEWS:
        found = bench.predictions(corpus, Options())
        name = corpus if bench.gold_through else f"{corpus}, trained on it"
        yield from _split("events", name, bench.documents(corpus), _f1_scores(scorer, found, _event_measures(corpus)))


def _event_measures(corpus: str) -> list[str]:
    """What is measured of events; every second one of AQUAINT is annotated as negative without any reason in the text."""
    return ["relaxed", "class", "tense", "aspect", *(["polarity"] if corpus != "aquaint" else [])]


def _f1_scores(scorer: ModuleType, lines: Predictions, measures: list[str]) -> Callable[[list[Document]], Figures]:
    def score(documents: list[Document]) -> Figures:
        found = scorer.score({document["id"]: document for document in documents}, lines)[0]
        return {f"{measure} F1": 100 * found[f"{measure}_f1"] for measure in measures}

    return score


def _links(bench: Bench) -> Iterator[Row]:
    for corpus, given in ((corpus, given) for corpus in NEWS for given in (GIVEN, frozenset[str]())):
        documents = [document for document in bench.documents(corpus) if document["id"] not in bench.held_out()]
        name = f"{corpus}, {'gold mentions' if given else 'end to end'}"
        lines = bench.unseen_predictions(corpus, Options(gold=given))
        yield from _split("links", f"{name}, cross-validated", documents, _link_scores(bench, lines))
        lines = bench.predictions(corpus, Options(gold=given))
        yield from _split("links", f"{name}, trained on it", documents, _link_scores(bench, lines))
    for given in (GIVEN, frozenset[str]()):
        lines = bench.predictions("tdg_dev", Options(gold=given, infer=True))
        name = f"tdg_dev, {'gold mentions' if given else 'end to end'}"
        yield from _split("links", name, bench.documents("tdg_dev"), _reference_scores(bench, lines))


def _link_scores(bench: Bench, lines: Predictions) -> Callable[[list[Document]], Figures]:
    """How many times hang on the right event first of all, and the F1 of all pairs of time and event."""

    def score(documents: list[Document]) -> Figures:
        counts = bench.scorer("score_links").score(documents, lines)[0]
        return {
            "accuracy": _share(counts["correct"], counts["timexes"]),
            "pairs F1": _share(2 * counts["right"], counts["gold"] + counts["pred"]),
        }

    return score


def _reference_scores(bench: Bench, lines: Predictions) -> Callable[[list[Document]], Figures]:
    """How many events hang on the right reference time, by where that stands."""

    def score(documents: list[Document]) -> Figures:
        places = bench.scorer("score_links").score(documents, lines)[2]
        names = {"all": "all", "same": "same sentence", "earlier": "earlier sentence", "dct": "article date"}
        return {name: _share(places[place]["right"], places[place]["events"]) for place, name in names.items()}

    return score


def _event_times(bench: Bench) -> Iterator[Row]:
    scorer = bench.scorer("score_event_time")
    found = bench.predictions("timebank", Options(infer=True, gold=EVENTS_GIVEN))
    dated: dict[str, Document] = {
        ident: {"events": [event for event in line["events"] if event["kind"] != "none"]}
        for ident, line in found.items()
    }
    parts: dict[str, Figures] = {}
    for part in ("all", "train", "dev"):
        gold = {d["id"]: d for d in bench.documents("event_time") if part in ("all", d["split"])}
        summary = scorer.summary(scorer.score(gold, dated)[0])
        measures = {
            "accuracy": "accuracy",
            "relaxed_accuracy": "relaxed",
            "type_accuracy": "kind",
            "coverage": "coverage",
        }
        parts[part] = {name: 100 * summary[measure] for measure, name in measures.items()}
    for measure in parts["all"]:
        yield Row("event_time", "event_time", measure, parts["all"][measure], parts["dev"][measure])
    yield Row("event_time", "event_time, train part", "accuracy", parts["train"]["accuracy"], None)


def _timelines(bench: Bench) -> Iterator[Row]:
    scorer = bench.scorer("score_timelines")
    documents = bench.documents("semeval2015_trial_docs")
    gold = list({repr(line): line for line in bench.documents("semeval2015_trial_timelines")}.values())
    names = scorer.Names(documents, gold)
    for track, given in (("Track A", frozenset[str]()), ("Track B", EVENTS_GIVEN)):
        ways: dict[str, list[Any]] = {}
        if bench.gold_through:
            ways["F1"] = [_by_offsets(line) for line in gold]
        else:
            options = Options(infer=True, gold=given)
            lines = bench.predictions("semeval2015_trial_docs", options)
            ways["F1"] = list(entity_timelines(_targets(documents, gold), documents, lines.values()))
            read = timelines(documents, evolve(options, language=bench.language))
            ways["F1 of tl.timeline_of"] = [asked_timeline(target, read) for target in _targets(documents, gold)]
        for measure, made in ways.items():
            precision, recall = scorer.summary(scorer.evaluate(gold, made, names))["trial"]
            f1 = _share(2 * precision * recall, precision + recall)
            yield Row("timelines", f"semeval2015_trial, {track}", measure, f1, None)


def _targets(documents: list[Document], gold: list[Document]) -> Iterator[Document]:
    for line in gold:
        members = [document["id"] for document in documents if document["set"] == line["set"]]
        yield {"set": line["set"], "entity": line["entity"], "docs": members}


def _by_offsets(line: Document) -> Document:
    """An annotated timeline in the form that we write: mentions by their offsets, where they have any."""
    entries = []
    for entry in line["entries"]:
        mentions = [
            mention if mention["start"] is None else {name: mention[name] for name in ("doc", "start", "end")}
            for mention in entry["mentions"]
        ]
        entries.append({**entry, "mentions": mentions})
    return {**line, "entries": entries}


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


TASKS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "timex": _times,
    "events": _events,
    "links": _links,
    "event_time": _event_times,
    "timelines": _timelines,
}
