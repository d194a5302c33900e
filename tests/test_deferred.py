"""What is made only when somebody looks at it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence

import pytest
from attrs import evolve

import timeline
from timeline.deferred import Deferred
from timeline.languages import load
from timeline.texts.document import Token
from timeline.texts.syntax import Syntax


def test_a_sequence_is_made_once() -> None:
    """It is the tuple of its items in every respect, also as a key and when it is pickled."""
    made = []

    def items() -> Iterator[int]:
        made.append("made")
        yield from (3, 1, 2)

    numbers = Deferred(items)
    assert not made
    assert numbers == (3, 1, 2) and (3, 1, 2) == numbers and numbers == Deferred(items) and numbers != (3, 1)
    assert {numbers: "found"}[(3, 1, 2)] == "found"  # type: ignore[index]
    assert numbers[1:] == (1, 2) and list(numbers) == [3, 1, 2] and 2 in numbers and repr(numbers) == "(3, 1, 2)"
    assert pickle.loads(pickle.dumps(numbers)) == (3, 1, 2)
    assert made == ["made", "made"]  # the second is the other sequence


def test_what_no_time_dates_is_looked_for_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Listing what is dated tags no sentence without a time; whoever asks for the others gets them all."""
    text = "The mill burned down on 5 May 2021. Nobody was hurt. The owners celebrated in Rome."
    reader = timeline.Extractor()
    tagged: list[str] = []

    def analyse(tokens: Sequence[Token], times: frozenset[int]) -> Syntax:
        tagged.append(tokens[0].form)
        return load("en").analyse(tokens, times)

    monkeypatch.setattr(reader, "pack", evolve(reader.pack, analyse=analyse))
    tl = reader.extract(text, anchor="2023-09-18")
    assert [entry.event and entry.event.text for entry in tl] == ["burned"] and tagged == ["The"]
    assert [entry.event and entry.event.text for entry in tl.undated] == ["hurt", "celebrated"]
    assert [event.text for event in tl.events] == ["burned", "hurt", "celebrated"] and tagged == ["The", "Nobody", "The"]
    assert tl == timeline.extract(text, anchor="2023-09-18") and hash(tl) == hash(timeline.extract(text, anchor="2023-09-18"))


def test_a_merged_timeline_holds_no_text() -> None:
    """Thousands of articles are kept as their quoted sentences."""
    articles = [timeline.extract("It rained on Friday.", anchor="2023-09-18", source=name) for name in "ab"]
    merged = timeline.Timeline.merge(articles)
    assert all(article.draft is not None and isinstance(article.draft.quotes, tuple) for article in merged.articles)
