"""Text without any time gives none, and text in another language nearly none."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

import timeline

TRAPS = Path(__file__).parent / "traps"
LINES = tuple((TRAPS / "date_free.txt").read_text(encoding="utf-8").splitlines())
# Lines that nothing but knowledge of the world tells from times; each fails for the reason given.
HARD = MappingProxyType(
    {
        "Crusoe taught his companion Friday to load a musket.": "a weekday after a noun is how reports date",
        "The amendment passed by 1945 votes to 1877.": "a bare number after a preposition, of a year's size",
        "The vicarage stands in March, a market town in Cambridgeshire.": "a town with the name of a month",
        "Puffins nest on the Isle of May.": "an island with the name of a month",
        "Gear ratios range from 10:30 to 11:34.": "ratios with the shape of clock times",
    }
)
CASES = [
    pytest.param(line, marks=[pytest.mark.xfail(reason=HARD[line], strict=True)] if line in HARD else [], id=line)
    for line in LINES
]


@pytest.mark.parametrize("line", CASES)
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
