"""A calendar is the same every time, and knows its events again in a corrected article."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from attrs import evolve

import timeline
from tests import samples
from tests.calendars.reading import events_of, uids
from timeline import (
    When,
    extract,
    to_ical,
)

SEED = (Path(__file__).parent.parent.parent / "seeds" / "wang-yi-visits-moscow.txt").read_text(encoding="utf-8")


def seed_calendar(text: str = SEED, **options: Any) -> bytes:
    """The calendar of the seed article."""
    return to_ical(extract(text, anchor="2023-09-18", source="wang-yi"), **options)


def test_a_calendar_is_the_same_every_time() -> None:
    """The same timeline gives the same bytes."""
    assert to_ical(samples.seed_like()) == to_ical(samples.seed_like())


def test_uids_differ_within_a_calendar() -> None:
    """Events with the same words are told apart by a running number."""
    found = uids(samples.timeline_of(*[samples.entry(event=samples.event("talks", place)) for place in (5, 10, 15)]))
    assert len(set(found)) == 3


def test_a_corrected_date_keeps_the_uid() -> None:
    """A calendar program moves the event instead of adding another."""
    first = samples.entry(time=samples.mention("on 18 September"))
    corrected = samples.entry(when=When.read("2023-09-19"), time=samples.mention("on 19 September"))
    assert uids(samples.timeline_of(first)) == uids(samples.timeline_of(corrected))


def test_a_sentence_put_in_front_keeps_the_uids() -> None:
    """Offsets are no part of an event's identity."""
    moved = samples.entry(event=samples.event("talks", 500), time=samples.mention("Monday", 520))
    assert uids(samples.timeline_of(samples.entry(time=samples.mention("Monday")))) == uids(samples.timeline_of(moved))


def test_a_corrected_date_does_not_swap_equal_events() -> None:
    """Equals are numbered in the order of the text, whatever their dates."""
    first = samples.entry(when=When.read("2023-09-18"), event=samples.event("talks", 5))
    second = samples.entry(when=When.read("2023-09-19"), event=samples.event("talks", 50))
    moved = evolve(second, when=When.read("2023-09-01"))
    assert uids(samples.timeline_of(first, second)) == uids(samples.timeline_of(moved, first))[::-1]


def test_what_is_left_out_does_not_renumber() -> None:
    """The options of an export change no UID."""
    denied = samples.entry(factuality="denied", event=samples.event("talks", 5))
    tl = samples.timeline_of(denied, samples.entry(event=samples.event("talks", 50)))
    both = [str(event["UID"]) for event in events_of(to_ical(tl, include="denied"))]
    assert uids(tl) == both[1:]


def test_another_article_has_other_uids() -> None:
    """Two articles on the same talks make two events."""
    row = samples.entry()
    assert uids(samples.timeline_of(row, source="a")) != uids(samples.timeline_of(row, source="b"))


def test_without_a_source_the_text_tells_articles_apart() -> None:
    """The hash of the text stands in for a source."""
    row = samples.entry()
    one, two = (samples.timeline_of(row, source=None, text_hash=text_hash) for text_hash in ("1", "2"))
    assert uids(one) != uids(two)


def test_a_sentence_above_the_seed_article_changes_no_uid() -> None:
    """A corrected article updates its events."""
    longer = seed_calendar(f"This article has been corrected.\n\n{SEED}")
    assert [event["UID"] for event in events_of(longer)] == [event["UID"] for event in events_of(seed_calendar())]


def test_the_calendar_does_not_depend_on_the_machine() -> None:
    """Another zone, locale and process give the same bytes."""
    code = "import sys, timeline; text = sys.stdin.buffer.read().decode(); "
    code += "tl = timeline.extract(text, anchor='2023-09-18', source='wang-yi'); "
    code += "sys.stdout.buffer.write(timeline.to_ical(tl, tz='America/New_York'))"
    package = str(Path(timeline.__file__).parent.parent)
    environment = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": package, "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], input=SEED.encode(), capture_output=True, env=environment, timeout=60, check=True
    )
    assert done.stdout == seed_calendar(tz="America/New_York")


def test_another_weekday_or_month_keeps_the_uids() -> None:
    """A corrected day brings its own weekday, month and half of the day with it; other words are another event's."""
    told = "The museum will reopen on {}. Ana Silva will speak {}."
    first, moved, reworded = (
        uids(extract(told.format(*days), anchor="2024-04-22", source="museum", tz="Europe/London"))
        for days in (
            ("Saturday, 4 May, at 10:30 a.m.", "on Wednesday"),
            ("Sunday, 2 June, at 1:30 p.m.", "on Thursday"),
            ("Saturday, 4 May, at 10:30 a.m.", "over the weekend"),
        )
    )
    assert len(first) == 2 and moved == first
    assert reworded[0] == first[0] or reworded[1] == first[1]
    assert reworded != first
