"""Texts whose lines begin with a time of day: shift logs, live blogs, agendas."""

from __future__ import annotations

import pytest

import timeline
from timeline.texts.logs import stamps

SHIFT = """Shift log, night of 3 May 2024

2130 Handover from Ines. Pump 2 isolated since Thursday.
2255 Alarm in the boiler room; no fire found. Called the office at 11 p.m., no answer.
0020 Alarm again. The engineer will come at 7 a.m.
0610 Handed over to Paul.
"""
BLOG = """LIVE: the count

22.40
The mayor has conceded.

21.15
Two districts were counted again after a quarrel this afternoon.

19.05
Polls have closed.
"""


def rows(text: str, anchor: str = "2024-05-05") -> list[tuple[str, str]]:
    return [(str(entry.when), entry.label) for entry in timeline.extract(text, anchor=anchor)]


def test_a_log_goes_on_past_midnight_from_its_date() -> None:
    """The date on top is that of the first line; a large step back is the next day."""
    starts = {when[:16] for when, _ in rows(SHIFT)}
    assert {"2024-05-03T21:30", "2024-05-03T22:55", "2024-05-04T00:20", "2024-05-04T06:10"} <= starts


def test_a_clock_time_in_a_line_lies_around_its_stamp() -> None:
    """What is past lies before the stamp, what is to come behind it."""
    values = {time.text: time.value for time in timeline.times(SHIFT, anchor="2024-05-05")}
    assert values["11 p.m."] == "2024-05-03T23:00"
    assert values["7 a.m."] == "2024-05-04T07:00"


def test_times_inside_the_lines_do_not_move_the_log() -> None:
    """A weekday told in one line is not the day of the next."""
    values = [time.value for time in timeline.times(SHIFT, anchor="2024-05-05") if time.text == "2255"]
    assert values == ["2024-05-03T22:55"]


def test_a_stamp_alone_on_its_line_dates_the_sentence_below() -> None:
    """As in a live blog, whose posts are those of the article's day."""
    assert ("2024-05-05T22:40:00", "The mayor has conceded") in rows(BLOG)
    assert ("2024-05-05T19:05:00", "Polls have closed") in rows(BLOG)


POLICE = """Call log of the week, published Monday, May 6

Thursday, May 2
8:10 a.m. Mill Road. Caller reports a goat on the track. Gone by the time of the 1919 census fair.
11:45 p.m. Loud music at the quarry since Tuesday.

Friday, May 3
No calls between midnight and 4 a.m.
4:20 a.m. Alarm at the mill.
9 a.m. A man was arrested.
"""


def test_a_heading_tells_the_day_of_the_lines_below() -> None:
    """Whatever is mentioned between them; hours without minutes are stamps too, and a weekday counts from its line."""
    values = {time.text: time.value for time in timeline.times(POLICE, anchor="2024-05-06")}
    assert values["8:10 a.m."] == "2024-05-02T08:10"
    assert values["11:45 p.m."] == "2024-05-02T23:45"
    assert values["Tuesday"] == "2024-04-30"
    assert values["midnight and 4 a.m."] == "2024-05-03T00:00/2024-05-03T04:00"
    assert values["9 a.m."] == "2024-05-03T09:00"


def test_a_place_before_what_happened_there_is_no_event() -> None:
    """The stamp dates the sentence behind the place."""
    assert ("2024-05-02T08:10:00", "Caller reports a goat on the track") in rows(POLICE, "2024-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "1914 War begins.\n1916 The Somme.\n1918 Armistice.",
        "1.10 Scope\n1.11 Terms\n1.12 Law\n1.13 Costs",
        "2150 people came.\n2312 people left.",
        "In 2150 words\nor in 2312 words\nor in 0015 words",
        "10.25% were late\n11.30% were early\n12.45% came on time",
    ],
)
def test_figures_that_are_no_stamps(text: str) -> None:
    """Years, sections, counts and shares begin lines too."""
    assert stamps(text) == {}


def test_a_greeting_is_no_event_and_a_cry_leads_to_what_follows() -> None:
    """What happened at the time of "Oh dear" is told by the next sentence, "good morning" greets whatever is told next."""
    blog = "08:05 Good morning. Elna is ashore.\n10:15 Phew! The boat is back.\n14:12 Oh dear. Vane is out.\n15:00 Tea."
    assert rows(blog) == [
        ("2024-05-05T10:15:00", "The boat is back"),
        ("2024-05-05T14:12:00", "Vane is out"),
        ("2024-05-05T15:00:00", "Tea"),
    ]


def test_the_title_of_a_log_tells_its_day_and_makes_no_row() -> None:
    """The lines count from it, not from the day of publication, which is none of the log."""
    lines = "0600 Opened.\n0715 Swim cancelled.\n1710 Pool to open tomorrow."
    log = f"Duty log, Marram pool, 3 May 2024\n\nPublished 5 May 2024\n\n{lines}"
    assert rows(log) == [
        ("2024-05-03T06:00:00", "Opened"),
        ("2024-05-03T07:15:00", "Swim cancelled"),
        ("2024-05-03T17:10:00", "Pool to open"),
        ("2024-05-04", "Pool to open"),
    ]
