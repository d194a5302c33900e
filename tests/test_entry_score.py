"""The short articles of ten genres: that their annotations are sound, and that their timelines stay as good as they are."""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from timeline import Entry, When

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
ARTICLES = Path(__file__).parent / "articles"
OPEN = sorted(ARTICLES.glob("*.json"))
HELD_BACK = sorted((ARTICLES / "held").glob("*.json"))


@pytest.fixture(name="scorer")
def _scorer(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script that scores, imported as it is run."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield importlib.import_module("entries")
    sys.modules.pop("entries", None)


@pytest.mark.parametrize("path", [*OPEN, *HELD_BACK], ids=lambda path: path.stem)
def test_what_is_expected_stands_in_the_text(path: Path, scorer: ModuleType) -> None:
    """Every event and time that an annotation names is found, and all its dates are EDTF."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    entries = json.loads(path.read_text(encoding="utf-8"))["entries"]
    assert entries
    for entry in entries:
        words = [word for word in (entry["time"], entry["event"], *entry["heads"]) if word]
        assert [word for word in words if not scorer.places(text, word)] == []
        assert all(When.read(dates).known for dates in (entry["dates"], *entry["also"]) if dates)


@pytest.mark.parametrize(("paths", "precision", "recall"), [(OPEN, 0.84, 0.78), (HELD_BACK, 0.76, 0.68)], ids=["open", "held"])
def test_the_timelines_stay_as_good_as_they_are(
    paths: list[Path], precision: float, recall: float, scorer: ModuleType
) -> None:
    """Precision and recall over all articles do not fall below what has been reached."""
    counts: Counter[str] = Counter()
    for path in paths:
        counts.update(scorer.judge(path).counts())
    shown = counts["right"] + counts["wrong"] + counts["false"]
    assert counts["right"] / shown >= precision
    assert counts["right"] / counts["entries"] >= recall


def annotated(directory: Path, text: str, *entries: dict[str, object]) -> Path:
    """An annotated document of our own."""
    path = directory / "01-news.json"
    path.with_suffix(".txt").write_text(text, encoding="utf-8")
    given = [{"heads": [], "also": [], "factuality": "asserted", "label": "", **entry} for entry in entries]
    path.write_text(json.dumps({"anchor": "2023-09-18", "genre": "news", "domain": "news", "entries": given}), "utf-8")
    return path


def test_rows_are_right_wrong_false_or_missed(scorer: ModuleType, tmp_path: Path) -> None:
    """A right date counts, a wrong one and an unexpected row do not, and what is not found is missed."""
    path = annotated(
        tmp_path,
        "The fair opened on Friday. The mayor resigned on Thursday. They met on Sunday. It rained in a far valley.",
        {"event": "opened", "time": "Friday", "dates": "2023-09-15"},
        {"event": "resigned", "time": "Thursday", "dates": "2023-09-13"},
        {"event": "rained", "time": "valley", "dates": "2023-09-16"},
    )
    counts = scorer.judge(path).counts()
    assert {name: counts[name] for name in ("entries", "right", "wrong", "false")} == {
        "entries": 3,
        "right": 1,
        "wrong": 1,
        "false": 1,
    }


def test_an_optional_entry_counts_neither_way(scorer: ModuleType, tmp_path: Path) -> None:
    """Found or not, it changes no figure."""
    optional = {"event": "opened", "time": "Friday", "dates": "2023-09-15", "optional": True}
    counts = scorer.judge(annotated(tmp_path, "The fair opened on Friday.", optional)).counts()
    assert (counts["entries"], counts["right"], counts["false"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("own", "dates", "same"),
    [
        ("2023-09-15", "2023-09-15", True),
        ("2023-09-15", "2023-09-16", False),
        ("2023-09-15", "2023-09-17~", True),
        ("2023-09-15", "2023-09-22~", False),
        ("2023-09-15T09:00", "2023-09-15T09:00", True),
        ("2023-09-15T09:00", "2023-09-15T09:10", False),
        ("2023-09-15/..", "2023-09-15/..", True),
        ("2023-09-15/..", "2023-09-15", False),
    ],
)
def test_dates_are_compared_as_a_reader_sees_them(scorer: ModuleType, own: str, dates: str, same: bool) -> None:
    """By the day or the minute, "about" by three days."""
    assert scorer.same_dates(Entry(label="", when=When.read(own)).when, dates) is same
