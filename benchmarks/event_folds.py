"""How well events are found by models that have not seen the document they read, as a whole and by kind.

    python benchmarks/event_folds.py BENCH [--wordnet /usr/share/wordnet] [--nlp PACKAGE]

Five folds by document, twin texts together; the nine documents that are kept out of training are left out.  With --nlp the
tags and noun chunks of a spaCy pipeline are used (the package of its model), at training and at reading.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import evolve
from predict import Document
from prediction import EventLine, prediction

import timeline
from timeline.languages.en.events import found_with

TOOLS = Path(__file__).resolve().parents[1] / "tools/train"
WORDNET = Path("/usr/share/wordnet")
PARTS = {"VERB": "verbs", "NOUN": "nouns", "ADJECTIVE": "adjectives"}


def trainer() -> ModuleType:
    """The training script, which stands outside the package."""
    if str(TOOLS) not in sys.path:
        sys.path.append(str(TOOLS))
    return importlib.import_module("events_en")


def predictions(bench: Path, wordnet: Path = WORDNET, nlp: Any = None) -> tuple[list[Document], dict[str, Any]]:
    """The documents that may be trained on, and what is found in each by models trained without it."""
    training = trainer()
    dictionary = training.Dictionary(wordnet)
    documents: list[Document] = training.documents(bench)
    reader = timeline.Extractor(language="en-US", nlp=nlp)
    english = reader.pack
    found = list(training.items(documents, dictionary, english))
    lines = {}
    for number in range(training.FOLDS):
        models = training.train([item for item in found if training.fold(item.document) != number], dictionary)
        reader.pack = evolve(english, find_events=partial(found_with, models))
        for document in documents:
            if training.fold(document["id"]) == number:
                read = reader.extract(document["text"], anchor=document.get("dct") or None)
                lines[document["id"]] = prediction(document["id"], read)
    return documents, lines


def by_kind(documents: Iterable[Document], lines: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    """For each kind of word: events found that are right, found, and annotated; an annotation counts where its word is."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        events: list[EventLine] = lines[document["id"]]["events"]
        free = sorted((event["start"], event["end"], event.get("pos")) for event in document["events"])
        for event in events:
            name = PARTS.get(event["pos"], "others")
            counts[name]["found"] += 1
            same = next((gold for gold in free if gold[0] < event["end"] and event["start"] < gold[1]), None)
            if same is not None:
                free.remove(same)
                counts[name]["right"] += 1
        for *_, pos in free:
            counts[PARTS.get(pos or "", "others")]["missed"] += 1
    return {name: (c["right"], c["found"], c["right"] + c["missed"]) for name, c in sorted(counts.items())}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the directory with the scorers and data/")
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument("--nlp", help="the package of a spaCy model")
    arguments = parser.parse_args()
    nlp = None if arguments.nlp is None else importlib.import_module(arguments.nlp).load(exclude=["ner", "lemmatizer"])
    documents, lines = predictions(arguments.bench, arguments.wordnet, nlp)
    sys.path.append(str(arguments.bench))
    scorer = importlib.import_module("score_events")
    measures = ("relaxed_p", "relaxed_r", "relaxed_f1", "class_f1", "tense_f1", "aspect_f1", "polarity_f1")
    for corpus in ("timebank", "aquaint", "both"):
        chosen = {d["id"]: d for d in documents if corpus in ("both", d["corpus"])}
        scores = scorer.score(chosen, lines)[0]
        print(f"{corpus:12}", *(f"{name} {100 * scores[name]:.1f}" for name in measures if name in scores))
    for name, (right, found, gold) in by_kind(documents, lines).items():
        precision, recall = 100 * right / max(1, found), 100 * right / max(1, gold)
        print(f"{name:12} precision {precision:.1f} recall {recall:.1f} ({gold} annotated)")


if __name__ == "__main__":
    main()
