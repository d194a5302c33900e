"""The forms in which archives and letters hold the day of a text."""

from __future__ import annotations

import pytest

import timeline
from timeline.dating.anchor import read_anchor


@pytest.mark.parametrize(
    ("said", "read"),
    (
        ("Mon, 18 Sep 2023 10:00:00 +0200", "2023-09-18T10:00:00+02:00"),
        ("18 Sep 2023 10:00 GMT", "2023-09-18T10:00:00Z"),
        ("18.09.2023", "2023-09-18"),
        ("9/18/2023", "2023-09-18"),
        ("9-9-2023", "2023-09-09"),
        ("20230918", "2023-09-18"),
        ("Monday, 18 September 2023", "2023-09-18"),
    ),
)
def test_a_date_that_can_be_read_in_one_way_is_read(said: str, read: str) -> None:
    """Numbers are, where the day is past the twelfth or the month's own."""
    assert str(read_anchor(said)) == read


@pytest.mark.parametrize(
    ("said", "why"),
    (
        ("3/4/2023", "two ways"),
        ("20230931", "no date of the calendar"),
        ("202309180", "out of range"),
        ("Today", r"datetime\.date\.today\(\) is today"),
        ("none", "anchor=None is for a text of no day"),
        ("31.02.2023", "no date of the calendar"),
        ("18.18.2023", "no date of the calendar"),
        ("Tuesday, 18 September 2023", "2023-09-18 is a Monday"),
        ("Tue, 18 Sep 2023 10:00:00 +0200", "2023-09-18 is a Monday"),
        ("Mon, 31 Feb 2023 10:00:00 +0200", "no date of the calendar"),
    ),
)
def test_a_date_that_cannot_be_is_refused(said: str, why: str) -> None:
    """With what is wrong about it; a weekday that is another day's is a slip."""
    with pytest.raises(timeline.AnchorError, match=why):
        read_anchor(said)


@pytest.mark.parametrize(
    "text",
    (
        "Posted 3 hours ago. Updated 20 minutes ago. The storm hit two hours earlier.",
        "Agenda\n9.00 Welcome\n9.15 Minutes\n9.30 Budget\n10.00 Roof repairs\n10.30 Any other business\n11.00 Close",
        "Saturday 8 June, 9am: farmers' market\nThursday 6 June, 7pm: life drawing, Guildhall",
    ),
)
def test_short_lines_in_english_are_taken_for_english(text: str) -> None:
    """Lines do without function words, and times are words of the language."""
    assert not any("does not look like" in note for note in timeline.extract(text, anchor="2024-05-31").notes)


def test_another_language_is_still_noticed() -> None:
    """Also where it tells dates."""
    text = "Die Minister trafen sich am Freitag in Lund und wollen sich am 5. Mai 2024 wieder treffen, sagte ein Sprecher."
    assert any("does not look like" in note for note in timeline.extract(text, anchor="2024-05-31").notes)


def test_the_name_of_a_file_is_no_text() -> None:
    """A note says so; a sentence that names one is a text."""
    assert any("name of a file" in note for note in timeline.extract("notes/01_news.txt", anchor="2024-05-31").notes)
    assert not timeline.extract("They sent report.txt on Friday.", anchor="2024-05-31").notes
