"""Training is reproducible: what it reads of a text does not hang on the rules of time."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest
from attrs import evolve

from timeline.languages import load
from timeline.languages.en import senses
from timeline.languages.en.cues import cues

TRAIN = Path(__file__).parent.parent / "tools" / "train"
TEXT = "The talks began on the second Tuesday of Lent. A strike followed two weeks later, officials said."


@pytest.fixture(scope="module")
def training() -> ModuleType:
    """The script that trains the events."""
    sys.path.insert(0, str(TRAIN))
    try:
        return importlib.import_module("events_en")
    finally:
        sys.path.remove(str(TRAIN))


def _features(training: ModuleType, *times: str, **changes: object) -> list[list[str]]:
    spans = [{"start": TEXT.index(time), "end": TEXT.index(time) + len(time)} for time in times]
    english = evolve(load("en"), **changes)  # type: ignore[arg-type]
    scenes = training.scenes({"text": TEXT, "timexes": spans}, senses.load(), english)
    return [cues(said, place) for said in scenes for place in said.candidates()]


def test_events_are_trained_without_the_rules_of_time(training: ModuleType) -> None:
    """Where no grammar is there at all, each word has the same features."""
    times = ("the second Tuesday of Lent", "two weeks later")
    assert _features(training, *times, grammar=None, triggers=None) == _features(training, *times)


def test_annotated_times_are_what_events_are_trained_beside(training: ModuleType) -> None:
    """A time that is annotated shows in the features of the words around it, and is no event itself."""
    assert _features(training, "two weeks later") != _features(training)


def test_files_are_compared_by_what_they_hold(training: ModuleType) -> None:
    """The same weights compressed in another way are the same, and others are not."""
    models = importlib.import_module("timeline.languages.en.spotting").load()
    events, table = training.files(models).values()
    head, stream = len(b"timeline linear 1\n") + 4, importlib.import_module("zlib")
    loose = events[:head] + stream.compress(stream.decompress(events[head:]), 1)
    assert loose != events and training.holds_the_same(loose, events)
    assert not training.holds_the_same(table, events)
