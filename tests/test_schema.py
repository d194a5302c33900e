"""The JSON Schema fits what is written, and the published file is the one of the code."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import timeline
from tests import samples
from tests.test_seeds import NAMES, extracted
from timeline import Timeline, json_schema, to_json

jsonschema: Any = importlib.import_module("jsonschema")  # it has no types
DOCS = Path(__file__).parent.parent / "docs"
VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def misfits(document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def test_the_schema_is_a_schema() -> None:
    """By the rules of its own dialect."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_published_schema_is_current() -> None:
    """After a change to a record, tools/write_docs.py writes it anew; the version is in its name."""
    version = json_schema()["properties"]["version"]["const"]
    published = (DOCS / f"timeline-{version}.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json_schema(), "out of date: run python tools/write_docs.py"


@pytest.mark.parametrize("name", NAMES)
def test_a_stored_article_fits(name: str) -> None:
    """With its explanations, its draft and its unresolved reasons."""
    assert misfits(json.loads(to_json(extracted(name)))) == []


def test_a_stored_merged_timeline_fits() -> None:
    """With its articles."""
    assert misfits(json.loads(to_json(Timeline.merge(map(extracted, NAMES))))) == []


@given(samples.timelines())
def test_whatever_is_written_fits(tl: Timeline) -> None:
    """Any record that can be made."""
    assert misfits(json.loads(to_json(tl))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 1), (("entries", 0, "label"), 5), (("entries", 0, "colour"), "red"), (("entries", 0, "event"), -1),
        (("entries", 0, "factuality"), "sure"), (("times", 0, "meaning", "is"), "Timeless"), (("anchor",), []),
    ],
)  # fmt: skip
def test_what_is_not_the_format_does_not_fit(path: tuple[Any, ...], value: object) -> None:
    """Wrong types, fields that do not exist, words that mean nothing."""
    document = json.loads(to_json(timeline.extract("They met on Friday.", anchor="2023-09-18")))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert misfits(document) != []
