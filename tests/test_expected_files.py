"""What stands beside the seed articles in other formats is what the library writes today, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline
from tests.test_docs import loaded
from tests.test_seeds import NAMES, SEEDS, article, extracted

WRITER = loaded(Path(__file__).parent.parent / "tools" / "write_seeds.py")
EXPECTED = [pytest.param(path, data, id=path.name) for path, data in WRITER.expected()]


@pytest.mark.parametrize(("path", "data"), EXPECTED)
def test_an_expected_file_is_what_is_written(path: Path, data: bytes) -> None:
    """A change that shows in a file is looked at: ``python tools/write_seeds.py`` rewrites it, ``git diff`` shows it."""
    assert path.read_bytes() == data, "run python tools/write_seeds.py and read the difference"


@pytest.mark.parametrize("name", NAMES)
def test_stored_articles_read_back(name: str) -> None:
    """The JSON is the timeline; the TimeML has the text of the article, and its timeline when it is read is stable."""
    stored = (SEEDS / f"{name}.timeline.json").read_text(encoding="utf-8")
    assert timeline.from_json(stored) == extracted(name)
    annotated = (SEEDS / f"{name}.tml").read_bytes()
    assert timeline.read_timeml(annotated).text == article(name)
    once = timeline.from_timeml(annotated)
    assert timeline.from_timeml(timeline.to_timeml(once, article(name))) == once
