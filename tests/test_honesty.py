"""No row asserts what its sentence does not: denials, negations, doubts, conditions, questions, plans, cancellations."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import timeline

ANCHOR = "2024-05-20"  # a Monday

CASES = [
    # sentence, factuality, words that the label must show
    ("The minister resigned on Friday.", "asserted", ["resigned"]),
    ("The minister did not resign on Friday.", "negated", ["not resign"]),
    ("He never visited Paris in 2019.", "negated", ["never visited"]),
    ("Nobody came to the Monday meeting.", "negated", ["Nobody"]),
    ("The parties failed to reach a deal on Monday.", "negated", ["failed to reach"]),
    ("She refused to sign on 3 May.", "negated", ["refused to sign"]),
    ("The union does not plan to strike in June.", "negated", ["not plan"]),
    ("The minister has not been seen in public since Friday.", "negated", ["not seen"]),
    ("Acme denied it paid bribes in May.", "denied", ["denied"]),
    ("The court rejected the claim that he had been assaulted on 3 June.", "denied", ["rejected the claim"]),
    ("There is no evidence that he was arrested on 3 June.", "negated", ["no evidence"]),
    ("The rumour that she resigned on Friday is false.", "denied", ["false"]),
    ("Prosecutors allege Smith stabbed the man on 3 March.", "reported", ["Prosecutors allege"]),
    ("The firm was sold in April, according to the agency.", "reported", ["sold"]),
    ("He allegedly stole the car on 3 May.", "reported", ["allegedly"]),
    ("If it rains on Sunday we will move the party.", "conditional", ["it rains"]),
    ("The talks may resume on Friday.", "possible", ["may resume"]),
    ("The strike could begin on Monday.", "possible", ["could begin"]),
    ("Did the minister resign on Friday?", "asked", ["resign"]),
    ("The court will rule on Friday.", "planned", ["will rule"]),
    ("The firm plans to open a shop in June.", "planned", ["plans to open"]),
    ("The president is set to visit Oslo on Friday.", "planned", ["set to visit"]),
    ("Please reply by Friday.", "planned", ["reply"]),
    ("Brandt to call the supplier by Friday.", "planned", ["to call"]),
    ("He was not at home on Monday.", "negated", ["not at home"]),
    ("The dean denied the charge when he spoke on Monday.", "asserted", ["spoke"]),
    ("The dean denied that he spoke on Monday.", "denied", ["denied"]),
    ("The road had been due to reopen on Monday.", "negated", ["had been due to"]),
    ("The bridge will stay closed until Monday.", "planned", ["will stay closed"]),
    ("She would have been 100 on 3 June.", "conditional", ["would have been"]),
    ("The outing scheduled for Friday has been cancelled.", "negated", ["cancelled"]),
    ("The outing scheduled for Friday has not been cancelled.", "planned", ["not been cancelled"]),
    ("Can you call the plumber by Friday?", "asked", ["Can you call"]),
]


@pytest.mark.parametrize("sentence, factuality, shown", CASES)
def test_a_row_says_how_far_its_sentence_asserts_it(sentence: str, factuality: str, shown: list[str]) -> None:
    """The factuality is that of the sentence, and the label keeps the words that show it."""
    (entry,) = timeline.extract(sentence, anchor=ANCHOR)
    assert entry.factuality == factuality
    assert all(words in entry.label for words in shown)


# ``honesty.jsonl`` was written by somebody who had not seen the code: a sentence with its ``event`` word, how far it is
# asserted, words that the label must show (a question mark stands for "Did") and what a misleading label would read.
SENTENCES = tuple(
    json.loads(line) for line in (Path(__file__).parent / "honesty.jsonl").read_text(encoding="utf-8").splitlines()
)

# Known misses: sentence -> why no general rule mends it yet.  Each is a strict expected failure.
MISSES: MappingProxyType[str, str] = MappingProxyType(
    {
        "Had the alarm sounded at 02:40, the guards claim, nobody would have drowned.": "a condition is labelled "
        "without what it would have led to",
        "The seller promised delivery by the end of August, but the piano never came.": "that the promise was broken is "
        "told by another clause, of other words",
        "Ilse Brandl, who was to sing the lead on Friday, has withdrawn.": "the relative clause alone tells a plan; the main "
        "clause that ends it is another event",
        "Her memoirs, if they are to be believed, place the first meeting in October 1951.": "a source as the subject of a "
        "verb that is none of saying",
        "It was Ostrava, not Brno, that flooded on Sunday.": "the label names what flooded; what did not is left out",
    }
)


def case(said: dict[str, Any]) -> object:
    """A sentence as a test case, expected to fail where it is a known miss."""
    reason = MISSES.get(said["text"])
    marks = () if reason is None else (pytest.mark.xfail(reason=reason, strict=True),)
    return pytest.param(said, marks=marks, id=said["text"])


def accepted(said: dict[str, Any]) -> set[str]:
    """How far a fair reader takes the event to be asserted."""
    return {said["factuality"], *said.get("also_factuality", ())}


@pytest.mark.parametrize("said", [case(said) for said in SENTENCES])
def test_no_label_asserts_what_its_sentence_does_not(said: dict[str, Any]) -> None:
    """The row of an event says how far it is asserted; a label that names it keeps the words that say so."""
    tl = timeline.extract(said["text"], anchor=said["anchor"])
    rows = [entry for entry in (*tl, *tl.undated) if entry.event is not None and entry.event.text == said["event"]]
    named = rows[:1] or [entry for entry in tl if said["event"] in entry.label]
    assert named, f"no row names {said['event']}"
    for entry in rows[:1]:
        assert entry.factuality in accepted(said)
    for entry in named:
        shown = f"{entry.label} {entry.attribution or ''}".lower().replace("?", "? did")
        assert [word for words in said["must_keep"] for word in words.lower().split() if word not in shown] == []


def test_known_misses_are_sentences_of_the_set() -> None:
    """A miss that was mended or renamed does not stay in the list."""
    assert set(MISSES) <= {said["text"] for said in SENTENCES}


@pytest.mark.parametrize(
    "sentence, label",
    [
        ("He was assaulted on 3 May.", "He was assaulted"),
        ("Darius was murdered in 330 BC.", "Darius was murdered"),
        ("Can you fetch the keys by Friday?", "Can you fetch the keys?"),
        ("Did the bishop bless the boats on Friday?", "Did the bishop bless the boats?"),
    ],
)
def test_a_label_keeps_who_did_what_to_whom(sentence: str, label: str) -> None:
    """The auxiliary of a passive stays: without it the victim would be the agent."""
    assert [entry.label for entry in timeline.extract(sentence, anchor=ANCHOR)] == [label]


@pytest.mark.parametrize(
    "sentence, when",
    [
        ("The talk by Dr Yusuf planned for 9 October has been cancelled.", "2024-10-09"),
        ("The strike planned for Thursday was called off.", "2024-05-23"),
        ("The event scheduled for 9 October 2024 has been cancelled.", "2024-10-09"),
        ("The pruning workshop on 20 June has been cancelled.", "2024-06-20"),
    ],
)
def test_what_was_called_off_is_marked(sentence: str, when: str) -> None:
    """A cancelled event keeps its date, says so in its label, and is cancelled in the calendar."""
    tl = timeline.extract(sentence, anchor=ANCHOR)
    (entry,) = tl
    assert str(entry.when) == when and entry.cancelled
    assert "cancelled" in entry.label or "called off" in entry.label
    assert b"STATUS:CANCELLED" in timeline.to_ical(tl)


@pytest.mark.parametrize(
    "sentence, when",
    [
        ("The boat tour was postponed from 5 October to 12 October.", "2024-10-12"),
        ("She moved the money abroad between March 2019 and June 2021.", "2019-03-01/2021-06-30"),
        ("Rent is due before the end of the month.", "../2024-05-31"),
        ("He has lived in Rome since 2015.", "2015-01-01/2024-05-20"),
        ("He ruled from 322 to 281 BC.", "-0321-01-01/-0280-12-31"),
        ("The meeting runs 10:00-11:30 on Tuesday.", "2024-05-21T10:00:00/2024-05-21T11:30:00"),
        ("The closing concert is on Sunday.", "2024-05-26"),
        ("The court will rule in two weeks.", "2024-06-03~"),
        ("Sales were up on a year ago; the shop opened on 3 May.", "2024-05-03"),
    ],
)
def test_a_date_is_the_one_meant(sentence: str, when: str) -> None:
    """Moved dates, boundaries, open starts and comparisons are read as they are meant."""
    assert [str(entry.when) for entry in timeline.extract(sentence, anchor=ANCHOR)] == [when]


def test_a_story_keeps_its_year_within_a_paragraph() -> None:
    """A day without its year follows the year that the paragraph has stated, but a plan looks ahead of the anchor."""
    text = "On 3 June 2021 he arrived. Mr Ferris complained on 7 June. He will appeal on 5 July."
    assert [str(entry.when) for entry in timeline.extract(text, anchor=ANCHOR)] == [
        "2021-06-03",
        "2021-06-07",
        "2024-07-05",
    ]


@pytest.mark.parametrize(
    "options", [{"fiscal_year_start": "October"}, {"fiscal_year_start": 13}, {"weekend_days": (6, 5)}, {"domain": 5}]
)
def test_an_impossible_convention_is_refused_at_once(options: dict[str, object]) -> None:
    """A wrong convention raises when it is made, never while a text is read."""
    with pytest.raises(timeline.OptionError, match="expected"):
        timeline.Conventions(**options)  # type: ignore[arg-type]
