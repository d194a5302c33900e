"""Times as people say them, each in its sentence: what a reader would take from it is what the row says."""

from __future__ import annotations

import pytest

import timeline
from timeline import Conventions
from timeline.calendar.conventions import Domain

ANCHOR = "2023-09-18"


def _rows(text: str, anchor: str | None = ANCHOR, domain: Domain = "news") -> list[str]:
    return [str(entry.when) for entry in timeline.extract(text, anchor=anchor, conventions=Conventions(domain=domain))]


@pytest.mark.parametrize(
    ("phrase", "when"),
    (
        ("the 30th", "2023-09-30"),
        ("tomorrow at noon ET", "2023-09-19T12:00:00-04:00"),
        ("12 noon GMT on Friday", "2023-09-22T12:00:00Z"),
        ("the first weekend of September 2022", "2022-09-03/2022-09-04"),
        ("the last weekend in April 2023", "2023-04-29/2023-04-30"),
        ("May", "2023-05"),
        ("in 48 hours", "2023-09-20"),
        ("in two weeks", "2023-10-02~"),
        ("more than two years ago", "../2021-12-31"),
        ("less than a week ago", "2023-09-11/2023-09-18"),
        ("2011–present", "2011-01-01/2023-09-18"),
        ("until at least 9pm", "../2023-09-18T21:00:00~"),
        ("end of Q3 2024", "2024-08-31~/2024-09-30"),
        ("Diwali", "2023-11-12"),
        ("Passover 2025", "2025-04-13"),
        ("Lunar New Year 2024", "2024-02-10"),
        ("Orthodox Easter 2024", "2024-05-05"),
    ),
)
def test_a_phrase_by_itself(phrase: str, when: str) -> None:
    """What is given as a time is read as one, also where a text would leave it open."""
    assert str(timeline.resolve(phrase, anchor=ANCHOR).when) == when


@pytest.mark.parametrize("phrase", ("half-term", "Thaipusam", "30 February", "once upon a time"))
def test_what_nobody_defined_stays_unread(phrase: str) -> None:
    """With a reason."""
    time = timeline.resolve(phrase, anchor=ANCHOR)
    assert not time.resolved and time.reason


def test_a_reference_by_itself_is_no_date() -> None:
    """Not in a text either, where "once" and "previously" are held back."""
    assert timeline.resolve("previously", anchor=ANCHOR).value == "PAST_REF"
    assert _rows("He had previously lived in Lund, and was once a miller.") == []


def test_a_feast_without_its_calendar_says_so() -> None:
    """A year that the optional package has not counted leaves the feast unresolved."""
    time = timeline.resolve("Diwali 1850", anchor=ANCHOR)
    assert not time.resolved and "1850" in time.reason


@pytest.mark.parametrize(
    ("text", "rows"),
    (
        ("Sales in the six months to 30 June rose 4%.", ["2023-01-01/2023-06-30"]),
        ("Prices climbed 11% in the year to January.", ["2022-02-01/2023-01-31"]),
        ("Profit rose in the fourth quarter ended Aug. 26.", ["2023-05-27/2023-08-26"]),
        ("Revenue for the 12 months ended 31 March 2023 fell.", ["2022-04-01/2023-03-31"]),
    ),
)
def test_a_financial_span_ends_on_its_day(text: str, rows: list[str]) -> None:
    """It is as long as was said, and no point."""
    assert _rows(text) == rows


@pytest.mark.parametrize(
    ("text", "anchor", "rows"),
    (
        ("The crisis erupted more than a decade ago.", "2024-06-01", ["../2014-12-31"]),
        ("It will be done by mid-2026.", "2024-05-31", ["2024-05-31/2026-08-31~"]),
        ("He will retire at the end of the year.", "2024-10-31", ["2024-10-31/2024-12-31"]),
        ("He retired at the end of the year.", "2024-12-31", ["2024-09-01~/2024-12-31"]),
        ("The results are due in 48 hours.", ANCHOR, ["2023-09-20"]),
        ("The road will be closed until at least 9pm.", ANCHOR, ["../2023-09-18T21:00:00~"]),
        ("The office is closed between Christmas and New Year.", ANCHOR, ["2023-12-25/2024-01-01"]),
    ),
)
def test_a_vague_edge_stays_vague(text: str, anchor: str, rows: list[str]) -> None:
    """An open side stays open, "~" is kept, and what is to come does not begin before the article."""
    assert _rows(text, anchor) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    (
        ("She left Paris in 1920 and arrived in London two days later.", ["1920", "1920"]),
        ("She left Paris in May 1920. Three weeks later she arrived.", ["1920-05", "1920-05-22/1920-06-21"]),
        ("She left Paris on 3 May 1920. Two days later she arrived.", ["1920-05-03", "1920-05-05"]),
        ("In the early 1980s she fell ill, and she resigned the following summer.", ["1980-01-01/1983-05-02~", ""]),
    ),
)
def test_what_is_counted_is_no_finer_than_what_it_counts_from(text: str, rows: list[str]) -> None:
    """Two days after a year are in that year; which summer follows a decade nobody knows."""
    assert _rows(text, None) == rows


def test_a_position_held_goes_on() -> None:
    """In a list of posts, whatever its verb."""
    tl = timeline.extract("Professor, University of Leeds, 2011–present", anchor="2024-05-31")
    assert [str(entry.when) for entry in tl] == ["2011-01-01/2024-05-31"]
    assert tl[0].when.ongoing


@pytest.mark.parametrize(
    ("text", "anchor", "rows"),
    (
        ("The pipe burst shortly before 6am on Tuesday.", "2024-05-31", ["2024-05-28T05:00:00/2024-05-28T06:00:00"]),
        ("Let's talk on Friday at 10.", "2024-11-13", ["2024-11-15T10:00:00"]),
        ("Kick-off: 15:00 BST on Saturday 8 June.", "2024-05-31", ["2024-06-08T15:00:00+01:00"]),
        ("Okoye scored twice in the first half.", "2024-09-04", []),
        ("Profit rose in the first half.", "2024-09-04", ["2024-40"]),
    ),
)
def test_hours_and_halves(text: str, anchor: str, rows: list[str]) -> None:
    """An hour keeps its day, "shortly before" its hour; the half of a match is none of a year."""
    assert _rows(text, anchor) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    (
        ("Exhibition: Coastal Lines, 1 June - 31 August, closed Mondays", ["2024-06-01/2024-08-31", ""]),
        ("The museum is open daily from 10am to 6pm, closed on 25 December.", ["2024-12-25", ""]),
        ("The shop closed on 25 May.", ["2024-05-25"]),
    ),
)
def test_closed_is_a_state_in_a_timetable(text: str, rows: list[str]) -> None:
    """And a past where somebody closed something."""
    assert _rows(text, "2024-05-31", "notice") == rows


def test_a_weekday_settles_the_order_of_its_numbers() -> None:
    """Where they are read as a day and a month of this language."""
    found = timeline.times("Sat 8/6, 3-5pm", anchor="2024-05-31", language="en-GB")
    assert [time.value for time in found] == ["2024-06-08T15:00/2024-06-08T17:00"]


@pytest.mark.parametrize(
    ("text", "anchor", "rows"),
    (
        ("Two weeks before the election, on 4 July, the party launched its manifesto.", "2024-06-20", ["2024-06-20~"]),
        ("Three days after the vote, on 5 May 2024, the minister resigned.", "2024-06-20", ["2024-05-05"]),
        ("Three days after the vote, on 5 May 2024 the minister resigned.", "2024-06-20", ["2024-05-05"]),
        ("The committee made him resign on Friday.", ANCHOR, ["2023-09-15"]),
        ("They will let him go on Friday.", ANCHOR, ["2023-09-22"]),
        ("The firm has three months to appeal.", "2024-05-31", [""]),
        ("The road has been closed for three months.", "2024-05-31", ["2024-02-29/2024-05-31"]),
    ),
)
def test_who_governs_tells_the_tense(text: str, anchor: str, rows: list[str]) -> None:
    """A bare infinitive is when its governor was, "has" before a noun no perfect, a distance counts from the day behind it."""
    assert _rows(text, anchor) == rows


def test_a_sentence_may_end_in_a_decade() -> None:
    """Its s is no initial, whose full stop would end no sentence."""
    text = "The railway arrived in the 1840s. By 1860 traffic had fallen."
    rows = [(entry.label, entry.time.text, entry.sentence) for entry in timeline.extract(text, anchor=None) if entry.time]
    assert rows == [
        ("traffic had fallen", "1860", "By 1860 traffic had fallen."),
        ("The railway arrived", "the 1840s", "The railway arrived in the 1840s."),
    ]


@pytest.mark.parametrize("text", ("He paid 4s. 6d. for it in 1840.", "The house of J. Fenn burnt down in 1840."))
def test_no_sentence_ends_behind_coins_or_an_initial(text: str) -> None:
    """Figures follow the one, a name the other."""
    assert timeline.extract(text, anchor=None)[0].sentence == text
