"""Times that hang on another: told before in the story, named beside them, or at the other end of the same."""

from __future__ import annotations

import pytest

import timeline


def values(text: str, anchor: str | None = "2025-03-12") -> list[str]:
    """The values of all times of a text."""
    return [time.value for time in timeline.times(text, anchor=anchor)]


def rows(text: str, anchor: str | None = "2025-03-12") -> list[tuple[str, str]]:
    """The time and the label of every row."""
    return [(str(entry.when), entry.label) for entry in timeline.extract(text, anchor=anchor)]


@pytest.mark.parametrize("anchor", [None, "2025-03-12"])
@pytest.mark.parametrize(
    ("said", "value"),
    [("the 28th", "1941-06-28"), ("the 22nd", "1941-06-22"), ("the 10th", "1941-07-10")],
)
def test_bare_day_of_a_story_goes_on_from_the_day_told(said: str, value: str, anchor: str | None) -> None:
    """A day of the month is the next one from the last narrated, never months back, with or without an anchor."""
    text = f"On 22 June 1941 the army crossed the border. The town fell on {said}."
    assert values(text, anchor)[-1] == value


def test_day_of_a_year_may_step_back_a_little() -> None:
    """A day with its month may lie before the last narrated one, as stories tell them."""
    assert values("On 3 July 1941 the river was crossed. Minsk had fallen on 28 June.", None)[-1] == "1941-06-28"


def test_since_then_is_not_to_come() -> None:
    """A start that is over counts from the last past time told; without one it stays open, and says so."""
    ahead = "The mandate runs out in September 2027. Since then, two ministers have resigned."
    (_, then) = timeline.times(ahead, anchor="2025-03-12")
    assert not then.resolved and then.reason == "needs: a past time told before"
    assert values(f"He was elected in May 2023. {ahead}")[-1] == "2023-05"
    assert values("The mandate runs out in September 2027. Until then, nothing will change.")[-1] == "2027-09"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Term starts on 28 February and finishes on 30 March.", ["2025-02-28", "2025-03-30"]),
        ("Term starts on the evening of 28 February and ends on 30 March.", ["2025-02-28TEV", "2025-03-30"]),
        ("The sale opens at 9am on 1 March, and closes at noon on 20 March.", ["2025-03-01T09:00", "2025-03-20T12:00"]),
        ("The show opens on 20 December and closes on 5 January.", ["2025-12-20", "2026-01-05"]),
        ("The strike began on 8 November and ended on 2 March.", ["2024-11-08", "2025-03-02"]),
        ("The strike began on 11 March and ended on 2 April.", ["2024-03-11", "2024-04-02"]),
        ("The show opens on 3 May and the other one closes on 1 April.", ["2025-05-03", "2025-04-01"]),
        ("The talks began on Tuesday and ended on Thursday.", ["2025-03-04", "2025-03-06"]),
        ("The talks, which began on Tuesday, ended on Thursday.", ["2025-03-04", "2025-03-06"]),
        ("The strike began on Friday and ended on Monday.", ["2025-03-07", "2025-03-10"]),
        ("The fair opened on Wednesday evening and closed on Sunday.", ["2025-03-05TEV", "2025-03-09"]),
        ("The exhibition opens on Sunday and closes on Friday.", ["2025-03-16", "2025-03-21"]),
        ("The fair opens on Thursday and closes on Friday.", ["2025-03-13", "2025-03-14"]),
        ("The fair opened on Wednesday and the inquest closed on Sunday.", ["2025-03-12", "2025-03-09"]),
    ],
)
def test_what_begins_does_so_before_it_ends(text: str, expected: list[str]) -> None:
    """The start told in one sentence with the end of the same is the last one before it."""
    assert values(text) == expected


def test_holiday_that_a_sentence_dates_is_no_row_of_its_own() -> None:
    """The day that is told counts, not the one that the calendar knows."""
    assert [when for when, _ in rows("Easter is on 20 April.")] == ["2025-04-20"]
    assert [when for when, _ in rows("Easter was quiet.", "2025-06-12")] == ["2025-04-20"]


@pytest.mark.parametrize(
    "text",
    [
        "It was the coldest winter since 1963.",
        "Unemployment was the highest since 1994.",
        "Sales fell for the first time since 2009.",
        "Sales have fallen for the first time since 2009.",
        "It was his first defeat in the town since March.",
    ],
)
def test_how_far_back_something_has_no_equal_is_not_when_it_was(text: str) -> None:
    """What is ranked since a time has not gone on since then: the time is kept, and dates no row."""
    assert rows(text) == []
    assert len(values(text)) == 1


def test_rank_leaves_the_time_of_its_event() -> None:
    """Beside a rank the event keeps its own time; a state that has lasted is no rank."""
    assert rows("On Tuesday the pound fell to its lowest since March 2020.") == [
        ("2025-03-11", "the pound fell to its lowest since March 2020")
    ]
    for text in ("She has been the youngest member since 2019.", "He has led the first team since 2019."):
        assert [when for when, _ in rows(text)] == ["2019-01-01/2025-03-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left three days before Christmas.", "2024-12-22"),
        ("She left the week before Christmas.", "2024-12-16/2024-12-22"),
        ("The shops open the day after Thanksgiving.", "2025-11-28"),
        ("The fair is on the first Tuesday after Easter.", "2025-04-22"),
        ("They met on the Friday before Easter.", "2024-03-29"),
        ("Exams start w/c 7 April.", "2025-04-07/2025-04-13"),
        ("It closed on the 25th of last month.", "2025-02-25"),
        ("The concert takes place on the last day of term (19 December).", "2025-12-19"),
        ("In the same quarter last year it lost money.", "2023-36"),
        ("They meet on the Friday after next.", "2025-03-28"),
    ],
)
def test_time_told_by_another_is_one_row(text: str, expected: str) -> None:
    """What is counted from a named time is one time with it."""
    assert [when for when, _ in rows(text)] == [expected]


def test_the_one_after_next_keeps_the_other_reading() -> None:
    """As of "next Friday", so of the Friday after next: whoever means the coming one by "next" finds it."""
    time = timeline.resolve("the Friday after next", anchor="2025-03-12")
    assert (time.value, time.alternatives) == ("2025-03-28", ("2025-03-21",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lease runs for five years from 1 March 2025.", "2025-03-01/2030-02-28"),
        ("The ban lasts for three months from 5 May.", "2025-05-05/2025-08-04"),
        ("The permit was valid for two weeks from 3 February.", "2025-02-03/2025-02-16"),
        ("Payment is due within 30 days of 1 April 2025.", "2025-04-01/2025-05-01"),
        ("The strike was called for the week commencing 3 February.", "2025-02-03/2025-02-09"),
    ],
)
def test_term_ends_as_long_after_its_day_as_was_said(text: str, expected: str) -> None:
    """What is told by a day and a length is one time, from the day to the last one of the length; in the past as ahead."""
    ((when, _),) = rows(text)
    assert when == expected


def test_within_so_long_of_a_day_is_not_the_whole_of_it() -> None:
    """It falls somewhere inside."""
    (row,) = timeline.extract("Payment is due within 30 days of 3 April 2025.", anchor="2025-03-12")
    assert row.when.window and str(row.when) == "2025-04-03/2025-05-03"


def test_midnight_of_a_named_day_lies_on_that_day() -> None:
    """Midnight ends the day that it is named with; a range and a deadline reach to its end."""
    (row,) = timeline.extract("The lease ends at midnight on 31 August.", anchor="2025-03-12")
    assert str(row.when.first_day) == "2025-08-31" and row.time is not None and row.time.value == "2025-08-31T24:00"
    (row,) = timeline.extract("The bond must be returned by midnight on 31 March.", anchor="2025-03-12")
    assert str(row.when.last_day) == "2025-03-31"
    (time,) = timeline.times("from 6 p.m. to midnight on Friday", anchor="2025-03-12")
    assert time.when is not None and time.when.end is not None and time.when.end.wall % 86_400 == 0


def test_hours_after_a_part_of_a_day_are_somewhere_in_as_long_a_time() -> None:
    """No clock time is invented."""
    text = "In the early hours of Saturday he was found. Two hours later he died."
    time = timeline.times(text, anchor="2025-03-12")[-1]
    assert time.when is not None and time.when.window and str(time.when) == "2025-03-08T02:00:00/2025-03-08T08:00:00"


def test_hour_of_an_assumed_half_keeps_the_other() -> None:
    """Half seven may be in the evening."""
    time = timeline.resolve("half seven", anchor="2025-03-12")
    assert (time.value, time.alternatives) == ("2025-03-12T07:30", ("2025-03-12T19:30",))
