"""The latent tier: what could be a time and mostly is none, kept apart from the timeline."""

from __future__ import annotations

import pytest

import timeline
from timeline import Timeline

ANCHOR = "2023-09-18"
TEXT = "They march on Friday. The sun rose in May, and you may fall. In room 1984 he once sat."


def _read(text: str, latent: bool = True) -> Timeline:
    return timeline.extract(text, anchor=ANCHOR, latent=latent)


@pytest.mark.parametrize(
    ("text", "found"),
    (
        ("You may go.", {"may": "2023-05"}),
        ("They march on.", {"march": "2024-03"}),
        ("Wait a second.", {"a second": "PT1S"}),
        ("The sun rose.", {"sun": "2023-09-24"}),
        ("They fall.", {"fall": "2023-FA"}),
        ("He was once a miller.", {"once": "PAST_REF"}),
        ("It is in room 1984.", {"1984": "1984"}),
        ("They met on Friday.", {}),
    ),
)
def test_what_is_held_back_is_found_on_request(text: str, found: dict[str, str]) -> None:
    """And only then; what a text does say for a time is none of it."""
    assert {time.text: time.value for time in _read(text).latent} == found
    assert _read(text, latent=False).latent == ()


def test_it_changes_no_row() -> None:
    """The rows are those of the text read without it, and so are the other times and the links."""
    plain, asked = _read(TEXT, latent=False), _read(TEXT)
    assert len(asked.latent) > 3
    assert asked.entries == plain.entries and asked.links == plain.links
    assert tuple(time for time in asked.times if not time.latent) == plain.times


def test_spans_are_those_of_the_text() -> None:
    """As of every time."""
    assert all(TEXT[time.start : time.end] == time.text for time in _read(TEXT).latent)


def test_it_is_stored_and_dated_again() -> None:
    """JSON keeps it, and another anchor moves it."""
    tl = _read(TEXT)
    assert timeline.from_json(timeline.to_json(tl)).latent == tl.latent
    again = tl.reanchor("2020-01-01")
    assert [time.value for time in again.latent if time.text == "march"] == ["2020-03"]
    assert [time.text for time in again.latent] == [time.text for time in tl.latent]


def test_times_tell_which_are_latent() -> None:
    """In the order of the text, among the others."""
    found = timeline.times("You may come on Friday.", anchor=ANCHOR, latent=True)
    assert [(time.text, time.latent) for time in found] == [("may", True), ("Friday", False)]
