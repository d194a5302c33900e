"""Links by rankers that have not seen the document they read: cross-validation of what ``tools/train/links.py`` trains.

The events that are found come from the weights that are shipped; only the ranker of links is held out.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve
from predict import Document, Options, extractor, timelines_with
from prediction import Prediction, prediction

import timeline

if TYPE_CHECKING:
    from timeline.learned.ranking import Ranker

TOOLS = Path(__file__).resolve().parents[1] / "tools/train"


def predict_unseen(directory: Path, documents: Sequence[Document], options: Options) -> list[Prediction]:
    """What is found in each document, its links ranked by a model trained without it."""
    read = timelines_unseen(directory, documents, options)
    return [prediction(ident, tl, infer=options.infer, ages=options.ages) for ident, tl in read.items()]


def timelines_unseen(directory: Path, documents: Sequence[Document], options: Options) -> dict[str, timeline.Timeline]:
    """The timeline of each document, by its id, its links ranked by a model trained without it."""
    fold, rankers = _trained(directory)
    read: dict[str, timeline.Timeline] = {}
    for number, ranker in enumerate(rankers):
        reader = extractor(options)
        reader.pack = evolve(reader.pack, ranker=partial(_itself, ranker))
        read |= timelines_with(reader, [d for d in documents if fold(d["id"]) == number], options)
    return read


def _itself(ranker: Ranker) -> Ranker:
    return ranker


@cache
def _trained(directory: Path) -> tuple[Callable[[str], int], list[Ranker]]:
    """How documents are dealt to folds, and the ranker for each fold."""
    sys.path.append(str(TOOLS))
    links = importlib.import_module("links")  # the training script, which stands outside the package
    return links.fold, links.rankers(links.examples(directory))
