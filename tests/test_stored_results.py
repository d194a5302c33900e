"""Results do not change by accident: rows and calendar ids of the stored articles are those that were stored."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOL = Path(__file__).parent.parent / "tools" / "store_results.py"
TOLD = """the results of stored articles have changed:
{changes}
If that is meant: python tools/store_results.py, and a line under Results in CHANGELOG.md.  A patch release changes none."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that stores them."""
    spec = importlib.util.spec_from_file_location(TOOL.stem, TOOL)
    assert spec is not None and spec.loader is not None
    module = sys.modules[TOOL.stem] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_results_are_those_that_were_stored(tool: ModuleType) -> None:
    """Every row of every stored article has its dates, its label and all else that a user can keep of it."""
    changes = "\n".join(tool.difference())
    assert changes == "", TOLD.format(changes=changes)


def test_every_stored_article_is_there(tool: ModuleType) -> None:
    """The seeds and the open documents of the entry score are stored, the documents held back are not."""
    stored = {line.partition("\t")[0] for line in tool.STORED.read_text(encoding="utf-8").splitlines()}
    root = TOOL.parent.parent
    assert stored == {f"{folder}/{path.stem}" for folder in tool.FOLDERS for path in (root / folder).glob("*.txt")}
    assert "tests/articles/held" not in tool.FOLDERS


def test_a_changed_row_is_seen(tool: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One label that differs shows as one line gone and one line new."""
    lines = tool.STORED.read_text(encoding="utf-8").splitlines()
    other = tmp_path / "results.tsv"
    other.write_text("\n".join(["an-article\t2023\tsomething else\t00000000", *lines[1:]]), encoding="utf-8")
    monkeypatch.setattr(tool, "STORED", other)
    monkeypatch.setattr(tool, "lines", lambda: iter(lines))
    assert tool.difference()[1:] == ["-an-article\t2023\tsomething else\t00000000", f"+{lines[0]}"]
