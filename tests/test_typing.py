"""The types that a user's checker sees: those of the installed package, strict."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import timeline

USER = Path(__file__).parent / "typed_user.py"
PLACE = Path(timeline.__file__).parents[1]
MISTAKE = """import timeline

timeline.extract("They met on Friday.")
timeline.resolve("Friday", anchor=None, tense="present")
timeline.Conventions(domain="legal")
timeline.to_ical(timeline.extract("", anchor=None), include="all")
"""
WRONG_LINES = (3, 4, 5, 6)


def write_users_files(folder: Path) -> None:
    (folder / "user.py").write_text(USER.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "mistake.py").write_text(MISTAKE, encoding="utf-8")


def test_a_users_file_passes_a_strict_type_checker(tmp_path: Path) -> None:
    """mypy reads the package where it is installed: it takes what is right, and sees a call without its anchor."""
    write_users_files(tmp_path)
    # an editable install is found through a hook that no type checker follows, so its place is named
    place = "" if PLACE.name == "site-packages" else f"mypy_path = {PLACE}\n"
    (tmp_path / "mypy.ini").write_text(f"[mypy]\n{place}follow_imports = silent\nstrict = true\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(tmp_path / "cache"), "user.py", "mistake.py"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=tmp_path)
    assert run.stderr == ""
    errors = [line.split(":") for line in run.stdout.splitlines() if ": error:" in line]
    assert [(file, int(line)) for file, line, *_ in errors] == [("mistake.py", line) for line in WRONG_LINES]
    assert 'Missing named argument "anchor"' in run.stdout


def test_a_users_file_passes_the_checker_of_editors(tmp_path: Path) -> None:
    """The same under pyright, which is what an editor shows; basedpyright is its build that comes from pip alone."""
    pytest.importorskip("basedpyright", reason="basedpyright is not installed: pip install basedpyright")
    write_users_files(tmp_path)
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(PLACE)], "include": ["user.py", "mistake.py"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "basedpyright", "--outputjson", "--pythonpath", sys.executable]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=tmp_path)
    found: list[dict[str, Any]] = json.loads(run.stdout)["generalDiagnostics"]
    places = [(Path(each["file"]).name, each["range"]["start"]["line"] + 1) for each in found]
    assert places == [("mistake.py", line) for line in WRONG_LINES]
    assert '"anchor"' in found[0]["message"]
