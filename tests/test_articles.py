"""Many articles in one timeline: sources kept apart, reports of one event, contradictions, entries made on access."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests import samples
from timeline import Entry, Moment, Timeline, When, from_json, to_json
from timeline.asking.packed import Packed
from timeline.languages.en.synonyms import SYNONYMS

MALTA = "The ministers met Jake Sullivan in Malta on Saturday. The mayor, Ana Silva, resigned on Friday. A crowd watched."
WEEKEND = "Jake Sullivan held a meeting with the ministers over the weekend. Ana Silva resigned last Thursday."
RIGA = "Prices rose in Riga in May 2023. Updated 19 September 2023"


def read(text: str, source: str | None, anchor: str = "2023-09-18") -> Timeline:
    return timeline.extract(text, anchor=anchor, source=source)


@pytest.fixture(scope="module")
def articles() -> tuple[Timeline, ...]:
    return read(MALTA, "malta"), read(WEEKEND, "weekend", "2023-09-19"), read(RIGA, "riga", "2023-09-19")


# -- merging -----------------------------------------------------------------------------------------------------------


def test_each_entry_keeps_its_source_and_all_stand_in_order(articles: tuple[Timeline, ...]) -> None:
    """One list, by start, end, place and source."""
    merged = Timeline.merge(articles)
    assert len(merged) == sum(map(len, articles)) and len(merged.hidden) == sum(len(tl.hidden) for tl in articles)
    assert {entry.source for entry in merged} == {"malta", "weekend", "riga"}
    assert [entry.order[:3] for entry in merged] == sorted(entry.order[:3] for entry in merged)


def test_the_order_of_merging_does_not_matter(articles: tuple[Timeline, ...]) -> None:
    """Nor does the grouping, nor does merging the same article again."""
    a, b, c = articles
    assert a | b == b | a
    assert (a | b) | c == a | (b | c) == Timeline.merge(articles)
    assert (a | b) | a == a | b and a | a == a


def test_the_articles_come_out_as_they_went_in(articles: tuple[Timeline, ...]) -> None:
    """With their anchors, mentions, notes, and what is needed to date them again."""
    merged = Timeline.merge(articles)
    assert list(merged.by_source) == ["malta", "riga", "weekend"]
    assert [merged.by_source[tl.source or ""] for tl in articles] == list(articles)
    assert merged.by_source["malta"].reanchor("2023-10-02") == articles[0].reanchor("2023-10-02")
    assert articles[0].by_source == {"malta": articles[0]}


def test_a_merged_timeline_has_no_anchor_of_its_own(articles: tuple[Timeline, ...]) -> None:
    """It explains each entry by the anchor of its article, and is not dated again as a whole."""
    merged = Timeline.merge(articles)
    assert merged.anchor is None and (articles[1] | articles[2]).anchor == Moment.of(2023, 9, 19)
    assert "the anchor is 2023-09-18" in str(merged.why(merged.mentioning("Malta")[0]))
    assert any(note.startswith("riga: about the document") for note in merged.notes)
    with pytest.raises(timeline.OptionError, match="keeps no sentences"):
        merged.reanchor("2023-10-02")


def test_an_article_without_a_source_is_named_after_its_text() -> None:
    """One that was made by hand, without text, must be given a source."""
    merged = read(MALTA, None) | read(RIGA, None)
    assert all(source.startswith("text:") for source in merged.by_source)
    with pytest.raises(timeline.OptionError, match="without a source"):
        Timeline(entries=()) | read(RIGA, None)
    with pytest.raises(timeline.OptionError, match="two different articles have the source 'x'"):
        read(MALTA, "x") | read(RIGA, "x")
    with pytest.raises(timeline.OptionError, match="no timeline"):
        Timeline.merge([])


def test_selections_of_one_article_unite(articles: tuple[Timeline, ...]) -> None:
    """An entry that both have is there once, certain if either has it so."""
    tl = articles[0]
    may, must = tl.overlapping("2023-09-16T08:00/2023-09-16T09:00"), tl.on("2023-09-16", certain=True)
    assert not may[0].certain
    assert [entry.certain for entry in may | must] == [True]
    assert (tl.mentioning("met") | tl.mentioning("resigned")).entries == tl.entries
    assert tl.undated | tl == tl | tl.undated


def test_a_merged_timeline_is_stored_and_read_back(articles: tuple[Timeline, ...]) -> None:
    """With all its articles."""
    merged = Timeline.merge(articles)
    assert from_json(to_json(merged)) == merged
    assert from_json(to_json(merged)).by_source["riga"] == articles[2]


def test_a_timeline_of_somebody_over_all_articles(articles: tuple[Timeline, ...]) -> None:
    """The dated events that name the person, in order."""
    found = Timeline.merge(articles).timeline_of("Ana Silva")
    assert [(str(entry.when), entry.source) for entry in found] == [("2023-09-14", "weekend"), ("2023-09-15", "malta")]


# -- reports of one event ----------------------------------------------------------------------------------------------


def test_reports_of_one_event_are_grouped_and_not_fused(articles: tuple[Timeline, ...]) -> None:
    """Overlapping days, heads that mean the same, somebody in both."""
    merged = Timeline.merge(articles)
    (same,) = merged.candidates
    assert [entry.event and entry.event.text for entry in same.entries] == ["met", "meeting"]
    assert 0.65 <= same.score <= 1 and "overlapping: 2023-09-16, 2023-09-16/2023-09-17" in same.reason
    assert "Jake Sullivan" in same.reason and "malta" in str(same)
    assert len(merged) == sum(map(len, articles))


def row(label: str, day: str, source: str, **other: object) -> Entry:
    return samples.entry(label, When.read(day), source=source, sentence=f"{label}, {day}.", **other)


ACME, FIAT = {"participants": ("Acme",)}, {"participants": ("Fiat",)}


@pytest.mark.parametrize(
    ("a", "b", "grouped"),
    [
        (row("strike", "2023-09-18", "x"), row("strike", "2023-09-18", "y"), True),
        (row("strike", "2023-09-18", "x"), row("strike", "2023-09-18", "x"), False),
        (row("strike", "2023-09-18", "x"), row("strike", "2023-09-19", "y"), False),
        (row("strike", "2023-09-18", "x"), row("wedding", "2023-09-18", "y"), False),
        (row("strike", "2023", "x"), row("strike", "2023", "y"), False),
        (row("strike", "2023-09", "x", **ACME), row("strike", "2023-09-18", "y", **ACME), True),
        (row("strike", "2023-09-18", "x", **ACME), row("strike", "2023-09-18", "y", **FIAT), False),
        (row("strike", "2023-09-18", "x", factuality="denied"), row("strike", "2023-09-18", "y"), False),
    ],
)
def test_what_may_be_one_event(a: Entry, b: Entry, grouped: bool) -> None:
    """One head and day, or somebody in common as well; never of one source, never with nobody in common."""
    tl = Timeline(entries=(a, b))
    assert bool(tl.candidates) == grouped
    assert Timeline(entries=(b, a)).candidates == tl.candidates


def test_a_synonym_stands_in_one_group() -> None:
    """A head that stood in two groups would have the meaning of whichever comes last."""
    from timeline.languages.en import synonyms

    words = [word for group in synonyms._GROUPS.split(";") for word in group.split()]
    assert sorted(words) == sorted(set(words)) and SYNONYMS["meeting"] == SYNONYMS["talk"]


# -- contradictions ----------------------------------------------------------------------------------------------------


def test_reports_that_differ_are_told_with_their_sentences(articles: tuple[Timeline, ...]) -> None:
    """Two articles give one resignation two days."""
    (found,) = Timeline.merge(articles).conflicts
    assert found.kind == "reports" and len(found.entries) == 2
    assert found.sentences == ("Ana Silva resigned last Thursday.", "The mayor, Ana Silva, resigned on Friday.")
    assert "2023-09-14 and 2023-09-15" in found.reason


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ana Silva resigned on 3 May 2023. The board said Ana Silva had resigned on 5 May 2023.", ["dates"]),
        ("Ana Silva spoke on 3 May 2023. Later Ana Silva spoke on 5 May 2023.", []),
        ("Ana Silva resigned on 3 May 2023. Jo Berg resigned on 5 May 2023.", []),
        ("Ana Silva resigned on Friday, 3 May 2023.", ["weekday"]),
        ("Ana Silva resigned on Wednesday, 3 May 2023.", []),
    ],
)
def test_an_article_that_contradicts_itself(text: str, kinds: list[str]) -> None:
    """What happens once has one day, and a day one name."""
    found = read(text, None).conflicts
    assert [conflict.kind for conflict in found] == kinds
    assert all(sentence in text for conflict in found for sentence in conflict.sentences)


# -- entries made on access --------------------------------------------------------------------------------------------

QUERIES: tuple[Callable[[Timeline], Timeline], ...] = (
    lambda tl: tl.overlapping("2023-09-16/2023-09-17"),
    lambda tl: tl.before("2023-09-16", certain=True),
    lambda tl: tl.after("2023-09").overlapping("2024"),
    lambda tl: tl.within("2023"),
    lambda tl: tl.about("Ana Silva"),
    lambda tl: tl.planned,
    lambda tl: tl["2023-01":"2023-09"],
    lambda tl: tl[1:],
)


@given(st.lists(st.builds(Entry, label=samples.texts, when=samples.any_whens, certain=st.booleans()), max_size=6))
def test_packed_entries_are_the_entries(entries: list[Entry]) -> None:
    """Every field comes back, in the same order."""
    try:
        packed = Packed.of(entries)
    except timeline.OptionError:  # further off than the columns count
        return
    assert packed == tuple(entries) and tuple(entries) == packed
    assert list(packed.whens()) == [entry.when for entry in entries]
    assert list(packed[1:]) == entries[1:] and list(packed[::-1]) == entries[::-1]


@pytest.mark.parametrize("number", range(len(QUERIES)))
def test_packed_entries_are_asked_like_others(articles: tuple[Timeline, ...], number: int) -> None:
    """A merged timeline answers as one of plain entries does."""
    merged = Timeline.merge(articles)
    plain = evolve(merged, entries=tuple(merged.entries))
    assert isinstance(merged.entries, Packed)
    assert QUERIES[number](merged) == QUERIES[number](plain)
    assert list(QUERIES[number](merged)) == list(QUERIES[number](plain))
    assert {QUERIES[number](merged).entries.__hash__()} == {QUERIES[number](plain).entries.__hash__()}
