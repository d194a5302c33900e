"""The calendars of the seed articles, which stand beside them in ``seeds``: byte for byte, and as readers find them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.calendars.checker import complaints
from tests.calendars.test_readers import ON_THIS_PYTHON, READERS, by_icalendar, their_warnings

SEEDS = Path(__file__).parent.parent.parent / "seeds"
CALENDARS = sorted(SEEDS.glob("*.ics"))
EACH = pytest.mark.parametrize("path", CALENDARS, ids=lambda path: path.stem)


def test_every_article_has_its_calendar() -> None:
    """None was forgotten."""
    assert [path.stem for path in CALENDARS] == sorted(path.stem for path in SEEDS.glob("*.txt"))


@EACH
def test_an_expected_calendar_is_sound(path: Path) -> None:
    """What is expected is right."""
    assert complaints(path.read_bytes()) == []


@their_warnings
@EACH
@pytest.mark.parametrize("name", ON_THIS_PYTHON)
def test_readers_agree_on_an_expected_calendar(path: Path, name: str) -> None:
    """UIDs, starts, ends, titles, descriptions and states."""
    assert READERS[name](path.read_bytes()) == by_icalendar(path.read_bytes())
