"""Texts that would break a calendar: control characters, line ends, halves of characters, very long words."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import samples
from tests.calendars.checker import complaints
from tests.calendars.reading import events_of, read_back, written
from tests.test_laws import anchors, texts
from timeline import (
    Duration,
    extract,
    to_ical,
)
from timeline.calendar.almanac import Grain
from timeline.export.ical import KINDS
from timeline.export.ical.plain import one_line


@pytest.mark.parametrize("label", ["a\x00b", "a\x07\x1bb", "a\x7fb", "a\ud800b", "a\x9fb"])
def test_control_characters_are_removed(label: str) -> None:
    """What RFC 5545 forbids does not reach a calendar."""
    assert [event["SUMMARY"] for event in read_back(samples.entry(label))] == ["ab"]


@pytest.mark.parametrize("label", ["a, b; c", "a\\b", "“Жизнь” 平和 🙂" * 9, "x" * 500, ", ; " * 60 + "."])
def test_any_label_is_read_back(label: str) -> None:
    """Escaping and folding lose nothing."""
    assert [event["SUMMARY"] for event in read_back(samples.entry(label))] == [label]


@pytest.mark.parametrize("label", ["\\" * 200, ";" * 200, "\\N" * 99])
def test_an_escape_is_not_folded_apart(label: str) -> None:
    """A fold may fall anywhere in a row of escapes."""
    assert complaints(to_ical(samples.timeline_of(samples.entry(label)))) == []


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028"])
def test_a_label_is_one_line(end: str) -> None:
    """No kind of line end splits a title."""
    assert [event["SUMMARY"] for event in read_back(samples.entry(f"one{end}two"))] == ["one two"]


INJECTIONS = (
    "talks\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
    "talks\nATTENDEE:mailto:a@example.org",
    "talks\r\n X-FOLDED:1",
    "talks\u2028BEGIN:VALARM",
    "talks\x0bDTSTART:19700101",
    "talks\x85DTSTART:19700101",
    "talks:;,\\n\\N\\,\\;",
)
MONSTERS = ("a\x00\x1b\x7f\x9f\ud800\udfff\ufffe\uffffb", "x" * 50_000, "👩‍👩‍👧‍👦" * 99, "é" * 999)
FIELDS = ("label", "sentence", "attribution", "source", "reason")


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("words", [*INJECTIONS, *MONSTERS])
def test_no_words_add_a_line_or_an_event(words: str, name: str) -> None:
    """Whatever stands in the fields that come from a text or a caller, the calendar has one sound event and no alarm."""
    told: dict[str, Any] = {"factuality": "reported", "duration": Duration(((Grain.DAY, None),)), name: words}
    entry = samples.entry(**told)
    [event] = read_back(entry)
    assert {line.split(":")[0].split(";")[0] for line in written(entry)} <= KNOWN
    assert event["DTSTART"].dt == datetime.date(2023, 9, 18)


KNOWN = frozenset(
    "BEGIN END VERSION PRODID CALSCALE UID DTSTAMP DTSTART DTEND SUMMARY DESCRIPTION TRANSP SEQUENCE COLOR URL "
    "CATEGORIES STATUS X-TIMELINE-SOURCE X-TIMELINE-EDTF X-TIMELINE-GRAIN X-TIMELINE-RULE".split()
)


@pytest.mark.parametrize("words", [*INJECTIONS, "a\x00b\ud800", "x" * 50_000])
def test_no_words_of_a_time_add_a_line(words: str) -> None:
    """The time words, their reason, their values and the names of rules come from texts or from stored files."""
    time = samples.mention(words, reason=words, value=words, alternatives=(words,), rules=(words,))
    entry = samples.entry(time=time, event=samples.event("talks", lemma=words))
    read_back(entry)
    assert {line.split(":")[0].split(";")[0] for line in written(entry)} <= KNOWN


def test_marked_up_text_is_shown_without_its_markup() -> None:
    """Tags are for browsers; calendars show them as they stand."""
    tl = extract("<p>The board <b>meets</b> on <i>2 May</i> 2024 &amp; votes.</p>", anchor="2024-04-01", markup="html")
    [event] = events_of(to_ical(tl))
    assert not re.search("<[a-z/]|&amp;", f"{event['SUMMARY']} {event['DESCRIPTION']}")


@given(st.text(max_size=200))
def test_any_label_is_read_back_as_one_line(label: str) -> None:
    """Nothing but control characters, halves of characters and runs of blanks is lost."""
    [event] = read_back(evolve(samples.entry(), label=label or "x"))
    assert str(event["SUMMARY"]) == one_line(label or "x")
    kept = [c for c in label if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff"]
    assert [c for c in str(event["SUMMARY"]) if not c.isspace()] == (kept or ["x"] * (not label))


def test_a_long_calendar_is_made_in_time() -> None:
    """The work grows with the text, not with its square."""
    many = [samples.entry("talks" * 2_000, event=samples.event("talks", place)) for place in range(30)]
    assert complaints(to_ical(samples.timeline_of(*many))) == []


@settings(max_examples=60)
@given(texts, anchors, st.sampled_from((None, "Europe/Dublin")))
def test_any_text_makes_a_sound_calendar(text: str, anchor: datetime.date | None, tz: str | None) -> None:
    """From words to bytes, with all that can be taken in."""
    tl = extract(text, anchor=anchor, source=text, tz=tz)
    assert complaints(to_ical(tl, empty=True, include=KINDS, max_span=datetime.timedelta(days=10**6))) == []
