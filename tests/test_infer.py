"""Events without a date are dated by what is told around them, and say by which words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline import Entry, Extractor, Moment, Timeline
from timeline.draft import reread
from timeline.entries.records import Sequel
from timeline.inference.sequels import followed

ANCHOR = "2023-09-18"  # a Monday


def inferred(text: str, anchor: str = ANCHOR) -> Timeline:
    """The timeline of a text with the undated events dated too."""
    return timeline.extract(text, anchor=anchor, infer=True)


def one(tl: Timeline, word: str) -> Entry:
    """The first row whose event is a word."""
    return next(e for e in (*tl.entries, *tl.hidden) if e.event is not None and e.event.text == word)


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The minister resigned on Friday.", "resigned", "2023-09-15"),  # what is said stays
        ("The mayor said the bridge was safe.", "said", "2023-09-18"),
        ("The bridge had collapsed.", "collapsed", "../2023-09-18"),
        ("The bridge will reopen.", "reopen", "2023-09-18/.."),
        ("The firm is rebuilding the bridge.", "rebuilding", "../2023-09-18"),
        ("This visit comes after two days of meetings over the weekend.", "visit", "2023-09-18"),
        ("The minister left after the vote on 12 September.", "vote", "2023-09-12"),
        ("She left before the vote of 12 September 2023 took place.", "left", "../2023-09-12"),
    ],
)
def test_an_event_gets_the_date_that_its_words_give(text: str, word: str, when: str) -> None:
    """By its tense against the anchor, by a connective, or as one that reports."""
    assert str(one(inferred(text), word).when) == when


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("He arrived on Friday. He met the mayor.", "met", "2023-09-15"),  # the story stays with its time
        ("He arrived on Friday. He met the mayor. He will leave.", "leave", "2023-09-18/.."),
        ("He arrived on Friday. The mayor said the bridge was safe.", "said", "2023-09-18"),
        ("He arrived on Friday. He met the mayor. The mayor had invited him.", "invited", "../2023-09-15"),
    ],
)
def test_a_story_stays_with_its_time(text: str, word: str, when: str) -> None:
    """A past goes on from the day before it; what is to come and what is reported stand on the day of the article."""
    assert str(one(inferred(text), word).when) == when


FIRE = "The mill burned down on Friday. Two men escaped. The roof fell in. The fire ended.\n\nThe owner lost everything."


@pytest.mark.parametrize(
    ("word", "news", "story"),
    [
        ("escaped", "2023-09-15", "2023-09-15"),  # in the sentence right behind
        ("fell", "../2023-09-18", "2023-09-15"),
        ("ended", "../2023-09-18", "2023-09-15"),
        ("lost", "../2023-09-18", "2023-09-15"),
    ],
)
def test_news_leaves_a_date_behind_and_stories_stay_with_it(word: str, news: str, story: str) -> None:
    """What the story is at is no date of an event further on, and the day of the article is none either."""
    assert str(one(inferred(FIRE), word).when) == news
    narrative = timeline.Conventions(domain="narrative")
    told = timeline.extract(FIRE, anchor=ANCHOR, infer=True, conventions=narrative)
    assert str(one(told, word).when) == story


def test_the_time_that_the_story_is_at_is_told_without_being_the_date() -> None:
    """The row keeps the time, and the reason says what it is there for."""
    fell = one(inferred(FIRE), "fell")
    assert fell.time is not None and fell.time.text == "Friday"
    assert fell.reason.endswith('the story is at the time of "Friday"')


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("The minister said on Friday that the bridge had been sold.", "sold", "../2023-09-15"),
        ("Police said on Friday that two men escaped.", "escaped", "../2023-09-15"),
        ("Police said on Friday that two men escaped.", "said", "2023-09-15"),
        ("Police said on Friday that the road will close.", "close", "2023-09-18/.."),
        ("The owner wrote on Friday. Two men escaped.", "escaped", "2023-09-15"),  # not a part of what was written
        ("The bridge was closed on Friday after two cars crashed.", "crashed", "../2023-09-15"),
    ],
)
def test_the_day_of_a_report_is_no_day_of_what_is_reported(text: str, word: str, when: str) -> None:
    """What was said on a day had mostly happened before."""
    assert str(one(inferred(text), word).when) == when


def test_a_length_keeps_an_event_out_of_a_time_that_is_too_short() -> None:
    """Three years do not fit in the year that the story stays with."""
    tl = inferred("She married in 1908. The couple travelled for three years.", "2023-09-18")
    travelled = one(tl, "travelled")
    assert str(travelled.duration) == "P3Y" and str(travelled.when) != "1908"
    assert travelled.when.min_duration is None or travelled.when.min_duration.days >= 1095


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Prices rose in recent years.", "rose", "../2023-09-18"),
        ("The firm is now rebuilding the bridge.", "rebuilding", "../2023-09-18"),
        ("The ministers will meet soon.", "meet", "2023-09-18/.."),
        ("The council recently approved the plan, angering residents.", "angering", "../2023-09-18"),
    ],
)
def test_a_reference_says_which_side_of_the_anchor(text: str, word: str, when: str) -> None:
    """A reference such as "recently" lies before the anchor, "now" at it and "soon" after it, without a date."""
    assert str(one(inferred(text), word).when) == when


SENTENCES = (
    "He arrived on Friday.",
    "He met the mayor after the vote.",
    "The mayor said the talks would follow.",
    "The talks opened on 3 May 2021 before the strike ended.",
    "The talks stalled while the army advanced.",
    "They had fled in 2019.",
    "She will travel for three weeks next month.",
    "The strike followed two days of protests.",
    "It is raining now.",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_any_order_of_sentences_keeps_what_is_said(sentences: list[str]) -> None:
    """What carries a date keeps it, no past lies ahead of the anchor, and dating again changes nothing."""
    tl = inferred(" ".join(sentences))
    said = timeline.extract(" ".join(sentences), anchor=ANCHOR)
    assert [e for e in tl if not e.inferred and e.dated] == [e for e in said if e.dated]
    tomorrow = Moment.of(2023, 9, 19)
    for entry in tl:
        if entry.inferred and entry.event is not None and entry.event.direction == "future":
            assert entry.when.earliest_start is not None
        if entry.inferred and entry.event is not None and entry.event.tense == "PAST" and entry.event.pos == "VERB":
            assert entry.when.latest_start is not None and entry.when.latest_start.wall < tomorrow.wall
    assert list(tl.reanchor(ANCHOR)) == list(tl)


def test_a_visit_after_meetings_comes_after_them() -> None:
    """The order that a connective tells holds between the dates, and the explanation names the words."""
    tl = inferred("This visit comes after two days of meetings over the weekend.")
    visit, meetings = one(tl, "visit"), one(tl, "meetings")
    assert meetings.when.latest_end is not None and visit.when.earliest_start is not None
    assert meetings.when.latest_end.wall <= visit.when.earliest_start.wall
    assert '"after" puts "visit" after "meetings"' in str(tl.why(visit))
    assert '"the weekend"' in str(tl.why(visit))


def test_without_the_words_that_decide_the_date_is_another() -> None:
    """What the explanation names is what the date hangs on."""
    with_order = one(inferred("She left before the vote of 12 September 2023 took place."), "left")
    without = one(inferred("She left. The vote of 12 September 2023 took place."), "left")
    assert with_order.when.latest_end != without.when.latest_end
    assert '"before"' in with_order.reason and '"before"' not in without.reason


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("He resigned after the vote.", "vote", "resigned"),
        ("After the talks broke down, the minister left.", "broke", "left"),
        ("The strike followed weeks of protests.", "protests", "strike"),
        ("They fled before the police arrived.", "fled", "arrived"),
        ("The firm sold its plants ahead of the merger.", "sold", "merger"),
    ],
)
def test_a_connective_puts_two_events_in_order(text: str, first: str, second: str) -> None:
    """Whatever stands first in the sentence."""
    reader = Extractor()
    draft = reader.extract(text, anchor=ANCHOR).draft
    assert draft is not None
    pairs = [p for passage in reread(draft, reader.pack)[1] for p in followed(passage.analysed, passage.placed, reader.pack)]
    told = {(p.first.text, p.second.text) if p.sequel is Sequel.BEFORE else (p.second.text, p.first.text) for p in pairs}
    assert (first, second) in told


def test_dates_that_contradict_an_order_are_reported_with_their_sentence() -> None:
    """The order is refused, both dates stay as they are said, and the conflict names the words."""
    tl = inferred("The minister resigned on 12 September 2023 before the vote of 11 September 2023 took place.")
    assert str(one(tl, "resigned").when) == "2023-09-12"
    orders = [conflict for conflict in tl.conflicts if conflict.kind == "order"]
    assert len(orders) == 1 and '"before"' in orders[0].reason
    assert orders[0].sentences == (one(tl, "resigned").sentence,)


def test_a_definite_noun_takes_up_an_earlier_one_with_its_modifiers() -> None:
    """A repeated noun has the date of its first mention, but only where the modifiers agree."""
    tl = inferred("They held peace talks on 12 September 2023. The peace talks failed. The trade talks failed.")
    again = [e for e in tl if e.event is not None and e.event.text == "talks" and e.inferred]
    assert [str(e.when) == "2023-09-12" for e in again if 'takes up "talks"' in e.reason] == [True]


def test_inferred_rows_are_marked_and_give_a_reason() -> None:
    """No row without a time of its own passes for a dated one."""
    tl = inferred("He resigned on Friday. The mayor said he was tired. He will travel.")
    rows = [e for e in tl if e.event is not None and not e.links]
    assert rows and all(e.inferred and e.reason.startswith("inferred: ") for e in rows)
    assert not any(e.inferred for e in tl if e.links and e.links[0].time.when is not None)


def test_without_inferring_nothing_changes() -> None:
    """The rows that carry a time are the same with and without inferring."""
    text = "He resigned on Friday after the vote. The mayor said he was tired. They meet on 3 October."
    plain = timeline.extract(text, anchor=ANCHOR)
    assert [e for e in inferred(text) if not e.inferred] == list(plain)


def test_an_inferred_timeline_is_the_same_after_writing_and_under_its_own_anchor() -> None:
    """JSON loses nothing of it, and dating it again gives the same rows and conflicts."""
    tl = inferred(
        "The minister resigned on 12 September 2023 before the vote of 11 September 2023 took place. "
        "Her aides fled. The trade talks went on."
    )
    assert timeline.from_json(timeline.to_json(tl)) == tl
    again = tl.reanchor(ANCHOR)
    assert list(again) == list(tl) and again.conflicts == tl.conflicts


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("Talks resume on Tuesday.", ["Talks resume"]),
        ("The bank declined to comment.", ["The bank declined to comment"]),
    ],
)
def test_one_clause_has_one_row(sentence: str, labels: list[str]) -> None:
    """Of two events with one label the second supports the first: it is dated and kept, but not listed."""
    tl = timeline.extract(sentence, anchor="2024-05-20", infer=True)
    assert [entry.label for entry in tl] == labels
    (support,) = (entry for entry in tl.hidden if entry.headed_by is not None)
    assert support.dated and tl[0].event is not None
    assert support.headed_by == (tl[0].event.start, tl[0].event.end)
