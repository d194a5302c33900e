"""Text without any time gives none, and text in another language nearly none."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline

TRAPS = Path(__file__).parent / "traps"
LINES = tuple((TRAPS / "date_free.txt").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("line", LINES)
def test_a_line_without_a_time_gives_none(line: str) -> None:
    """Words and numbers that only look like times are not taken for one."""
    assert [(time.text, time.value) for time in timeline.times(line, anchor="2023-09-18")] == []


@pytest.mark.parametrize("name", ["german", "french"])
def test_a_text_in_another_language_gives_nearly_nothing(name: str) -> None:
    """A paragraph in another language gives few rows, and a note that says why."""
    text = (TRAPS / f"{name}.txt").read_text(encoding="utf-8")
    tl = timeline.extract(text, anchor="2023-09-18")
    assert len(tl) <= 3
    assert any("language" in note for note in tl.notes)
