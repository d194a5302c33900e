"""The EDTF that is printed is EDTF to another implementation, the package ``edtf``, and says the same days to it."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

import timeline
from tests.test_laws import PHRASES
from timeline.calendar.almanac import DAY_SECONDS, civil
from timeline.calendar.edtf import read

edtf: Any = importlib.import_module("edtf")  # it has no types
ANCHOR = "2023-09-18"


def printed() -> list[str]:
    """Every date that the examples of the rules come to, of times and of entries."""
    strings = set()
    for phrase in PHRASES:
        whens = [time.when for time in timeline.times(phrase, anchor=ANCHOR)]
        whens += [entry.when for entry in timeline.extract(f"They met {phrase}.", anchor=ANCHOR)]
        strings |= {str(when) for when in whens if when is not None and when.known}
    return sorted(strings)


DATES = printed()
# What ISO 8601 says and EDTF does not: an interval of clock times, and one that is about a clock time.
CLOCKS = [date for date in DATES if "T" in date and ("/" in date or "~" in date)]


def day(moment: Any) -> tuple[int, int, int] | None:
    """A day as the package gives it; none for an open end, which it gives as a number."""
    return (moment.tm_year, moment.tm_mon, moment.tm_mday) if hasattr(moment, "tm_year") else None


@pytest.mark.parametrize("date", [date for date in DATES if date not in CLOCKS])
def test_what_is_printed_is_edtf(date: str) -> None:
    """Of level 0 to 2, with the first and the last day that we read in it ourselves."""
    theirs, ours = edtf.parse_edtf(date), read(date)
    first = None if ours.start is None else civil(ours.start // DAY_SECONDS)
    last = None if ours.end is None else civil((ours.end - 1) // DAY_SECONDS)
    if date[5:] == "24":  # the package ends a winter with its year; EDTF says no months of it, we have those of meteorology
        last = (first or (0,))[0], 12, 31
    assert (day(theirs.lower_strict()), day(theirs.upper_strict())) == (first, last)


def test_the_examples_reach_all_levels() -> None:
    """Seasons, quarters, decades, centuries, years before Christ, open and approximate ends are among them."""
    kinds = {type(edtf.parse_edtf(date)).__name__ for date in DATES if date not in CLOCKS}
    assert {"Date", "Interval", "Season", "DateAndTime", "UncertainOrApproximate", "Level1Interval"} <= kinds, kinds
    assert any(date.startswith("-") for date in DATES) and any(date.endswith("XX") for date in DATES)
    assert len(CLOCKS) < len(DATES) / 5
