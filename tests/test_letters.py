"""Quoted and forwarded letters count from their own day; headers and datelines are evidence for the anchor, which holds."""

from __future__ import annotations

import pytest

import timeline

MAIL = """Dear all,

the inspection starts tomorrow.

On Tue, 3 May 2022 at 10:00, Ann Lee <ann@example.org> wrote:
> We met yesterday, and we will close the
> workshop on Friday.
>
> On 20 April 2022 Bo wrote:
> > The roof leaked again yesterday.

-----Original Message-----
From: Cy
Sent: Monday, 2 May 2022 09:00
To: Ann
Subject: lease

The lease ends next month.
"""


def values(text: str, anchor: str | None = "2022-05-10") -> list[tuple[str, str]]:
    return [(" ".join(time.text.split()), time.value) for time in timeline.times(text, anchor=anchor)]


def test_each_letter_counts_from_its_own_day() -> None:
    """Quotes in quotes and a forwarded letter have four anchors in one text."""
    assert values(MAIL) == [
        ("tomorrow", "2022-05-11"),
        ("Tue, 3 May 2022 at 10:00", "2022-05-03T10:00"),
        ("yesterday", "2022-05-02"),
        ("Friday", "2022-05-06"),
        ("20 April 2022", "2022-04-20"),
        ("yesterday", "2022-04-19"),
        ("Monday, 2 May 2022 09:00", "2022-05-02T09:00"),
        ("next month", "2022-06"),
    ]


def test_spans_point_into_the_quoted_text() -> None:
    """The marks of quoted lines change no offset, also inside a mention."""
    text = "On 3 May 2022 Ann wrote:\n> They will meet on 5\n> June 2022 in Bonn.\n"
    found = timeline.times(text, anchor="2022-05-10")
    assert [text[time.start : time.end] for time in found] == ["3 May 2022", "5\n> June 2022"]
    assert found[1].value == "2022-06-05"


def test_a_quote_is_dated_by_its_own_first_line() -> None:
    """As when somebody quotes a letter with the line that told who wrote it."""
    text = "See below.\n\n> On 3 May 2022, at 09:02, Hotel Ibex wrote:\n> The lift broke yesterday.\n"
    assert values(text)[-1] == ("yesterday", "2022-05-02")


@pytest.mark.parametrize(
    "header", ["", "Bo wrote:\n", "On Tuesday Bo wrote:\n", "On 3/4/2022 Bo wrote:\n", "He said this:\n\n"]
)
def test_a_quote_without_a_day_of_its_own_stays_unresolved(header: str) -> None:
    """Neither the anchor of the text nor a guess dates what somebody else said at another time."""
    text = f"Fine by me.\n\n{header}> The roof leaked yesterday.\n\nI go tomorrow."
    roof, mine = timeline.times(text, anchor="2022-05-10")[-2:]
    assert (roof.text, roof.resolved, roof.reason) == ("yesterday", False, "needs: anchor")
    assert mine.value == "2022-05-11"
    assert any("stays unresolved" in note for note in timeline.extract(text, anchor="2022-05-10").notes)


def test_the_text_goes_on_after_a_quote() -> None:
    """Below the quoted lines the text's own anchor counts again."""
    text = "On 3 May 2022 Ann wrote:\n> Done yesterday.\nI read it yesterday."
    assert [value for said, value in values(text) if said == "yesterday"] == ["2022-05-02", "2022-05-09"]


def test_a_reply_without_marks_reaches_to_the_end() -> None:
    """Some programs quote without any marks."""
    text = "Thanks!\n\nOn Tue, May 3, 2022 at 10:00 AM Ann wrote:\n\nWe met yesterday.\n\nWe meet again tomorrow."
    assert [value for said, value in values(text) if "day" in said or "morrow" in said] == ["2022-05-02", "2022-05-04"]


def test_spans_of_quotes_move_with_nothing() -> None:
    """Under another anchor the quoted letters stay where they were."""
    tl = timeline.extract(MAIL, anchor="2022-05-10")
    later = tl.reanchor("2023-01-01")
    assert [time.value for time in later.times][1:] == [time.value for time in tl.times][1:]
    assert later.times[0].value == "2023-01-02"
    assert timeline.from_json(timeline.to_json(tl)) == tl


def test_rows_of_a_quote_are_dated_from_its_day() -> None:
    """A perfect in a quoted letter goes on up to the day of the letter, not to that of the text."""
    text = "On 3 May 2022 Ann wrote:\n> They have been on strike since Friday.\n"
    (row,) = timeline.extract(text, anchor="2022-06-10")
    assert str(row.when) == "2022-04-29/2022-05-03"


OWN = "From: Ann <ann@example.org>\nDate: Tue, 3 May 2022 10:00:00 +0200\nTo: Bo\nSubject: roof\n\nIt leaked yesterday.\n"


def test_the_own_header_is_evidence_that_the_given_anchor_overrules() -> None:
    """The header of the text itself is told with the contradiction, and changes no date."""
    tl = timeline.extract(OWN, anchor="2022-06-10")
    assert [time.value for time in tl.times if time.text == "yesterday"] == ["2022-06-09"]
    assert [note for note in tl.notes if "the anchor given is 2022-06-10, which holds" in note]
    assert not [entry for entry in tl if "2022-05-03" in str(entry.when)]


@pytest.mark.parametrize(
    "text",
    [
        OWN,
        "LONDON, May 3 (Reuters) - Shares fell on Monday.",
        "Updated 3 May 2022\n\nShares fell on Monday.",
    ],
)
def test_evidence_that_fits_the_anchor_is_no_contradiction(text: str) -> None:
    """A header, a dateline or "Updated .." of the anchor's day is only noted."""
    notes = timeline.extract(text, anchor="2022-05-03").notes
    assert len(notes) == 1 and "holds" not in notes[0]


@pytest.mark.parametrize(
    "text", ["a > b\n", "x\n>= 3 tomorrow", "> ", ">>>>>>>>>>>>>> tomorrow", ">\n>\n", "Sent: x\nFrom: y\n"]
)
def test_odd_marks_do_no_harm(text: str) -> None:
    """Marks that quote nothing, quotes without words and headers without dates."""
    for time in timeline.times(text, anchor="2022-05-03"):
        assert text[time.start : time.end] == time.text


MINUTES = """Harbour Board
Minutes of the meeting held on Tuesday 10 September 2024 at 7.30 pm

The crane was repaired on Monday. The clerk will report tomorrow.
Next meeting: 8 October.
The meeting closed at 9.05 pm.
"""


def test_minutes_count_from_the_day_of_their_meeting() -> None:
    """Whatever the day they were published on; the meeting itself stays an entry, and a note tells."""
    tl = timeline.extract(MINUTES, anchor="2024-09-19")
    assert [(time.text, time.value) for time in tl.times] == [
        ("Tuesday 10 September 2024 at 7.30 pm", "2024-09-10T19:30"),
        ("Monday", "2024-09-09"),
        ("tomorrow", "2024-09-11"),
        ("8 October", "2024-10-08"),
        ("9.05 pm", "2024-09-10T21:05"),
    ]
    assert "minutes count from the day of their meeting, 2024-09-10" in tl.notes
    assert str(tl[1].when) == "2024-09-10T19:30:00"


@pytest.mark.parametrize(
    "heading",
    ["Minutes of the meeting of the Board", "Minutes of 10 September 2025", "Sixty minutes on 10 September 2024"],
)
def test_other_minutes_count_from_the_anchor(heading: str) -> None:
    """Those that tell no day, or one that is to come, and minutes that are a length."""
    text = f"{heading}\n\nThe crane was repaired on Monday."
    assert values(text, "2024-09-19")[-1] == ("Monday", "2024-09-16")
