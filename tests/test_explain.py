"""Why an entry has its time: the words, the data, and the same time made again from the data."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

import timeline
from tests.test_reanchor import HTML, LOG
from tests.test_seeds import NAMES, extracted
from timeline import Moment, Timeline, from_json, to_json
from timeline.extractor import Markup

TEXT = (
    "The ministers met on Friday. They will meet again in two weeks, and talks were postponed from 5 to 12 October. "
    "In May 2022 he left; two days later he returned. The bridge has been closed since March. It opens at 9 a.m. on Monday. "
    "He was away for three weeks. Prices will fall between June and August. Deadline: 30 June 2024"
)


@pytest.fixture(scope="module")
def tl() -> Timeline:
    return timeline.extract(TEXT, anchor="2023-09-18")


@pytest.mark.parametrize("stored", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_every_entry_of_a_real_article_replays(name: str, stored: bool) -> None:
    """The derivation makes the time of the entry again, also after the timeline was stored."""
    told = from_json(to_json(extracted(name))) if stored else extracted(name)
    for entry in told:
        assert told.why(entry).derivation.replay() == entry.when, entry.label


@pytest.mark.parametrize(("text", "markup"), [(TEXT, None), (LOG, None), (HTML, "html")])
def test_all_kinds_of_times_replay(text: str, markup: Markup) -> None:
    """Ranges, lengths, times that lean on others, clock times, rows without an event."""
    told = timeline.extract(text, anchor="2023-09-18", markup=markup)
    assert [told.why(entry).derivation.replay() for entry in told] == [entry.when for entry in told]


def test_a_replay_is_no_copy(tl: Timeline) -> None:
    """Under another anchor the same meanings give what dating again gives."""
    other = tl.reanchor("2024-03-04")
    for entry, moved in zip(tl.mentioning("met"), other.mentioning("met"), strict=True):
        derivation = tl.why(entry).derivation
        there = tuple(evolve(resolution, anchor=Moment.of(2024, 3, 4)) for resolution in derivation.resolutions)
        assert evolve(derivation, resolutions=there).replay() == moved.when != entry.when


def test_the_data_tells_tense_focus_and_the_other_reading(tl: Timeline) -> None:
    """What the words say, as plain values that JSON can hold."""
    data = tl.why("met").data
    assert json.loads(json.dumps(data)) == data
    (time,) = data["times"]
    assert (time["expression"], time["value"], time["tense"], time["shown_by"]) == ("Friday", "2023-09-15", "past", "met")
    assert time["alternatives"] == ["2023-09-22"] and time["assumed"] == ["week"] and time["rules"] == ["weekday"]
    assert data["anchor"] == "2023-09-18" and data["links"][0]["signal"] == "on"
    (later,) = tl.why("returned").data["times"]
    assert "May 2022" in later["focus"]


def test_an_entry_of_a_merged_timeline_replays_under_its_own_anchor() -> None:
    """Each article has kept its anchor and sentences."""
    parts = [timeline.extract("They met on Friday.", anchor=day, source=day) for day in ("2023-09-18", "2022-03-01")]
    merged = parts[0] | parts[1]
    assert [merged.why(entry).derivation.replay() for entry in merged] == [entry.when for entry in merged]


def test_what_cannot_be_replayed_says_so(tl: Timeline) -> None:
    """A date that was inferred, and a timeline that kept no sentences."""
    with pytest.raises(timeline.OptionError, match="cannot be replayed"):
        evolve(tl, draft=None).why("met").derivation.replay()
    guessed = timeline.extract("They left.", anchor="2023-09-18", infer=True)
    with pytest.raises(timeline.OptionError, match="cannot be replayed"):
        guessed.why(0).derivation.replay()
