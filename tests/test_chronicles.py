"""Chronicles: lines that begin with a year, one after the other."""

from __future__ import annotations

import pytest

import timeline
from timeline.texts.chronicles import heads


def rows(text: str, anchor: str | None = "2025-03-12") -> list[tuple[str, str]]:
    """The EDTF string and the label of every row."""
    return [(str(entry.when), entry.label) for entry in timeline.extract(text, anchor=anchor)]


@pytest.mark.parametrize("anchor", [None, "2025-03-12"])
@pytest.mark.parametrize("mark", [" - ", " – ", " -- ", ": ", ", ", "—", " | ", "\t", " "])
def test_year_at_the_head_of_each_line_dates_it(mark: str, anchor: str | None) -> None:
    """Whatever stands between a year and its entry, also a year that nobody would read by itself."""
    lines = [f"1066{mark}Battle of the ford", f"1086{mark}Survey compiled", f"1914{mark}War breaks out"]
    expected = [("1066", "Battle of the ford"), ("1086", "Survey compiled"), ("1914", "War breaks out")]
    assert rows("\n".join(lines), anchor) == expected


def test_list_items_and_paragraphs_are_lines_too() -> None:
    """Behind a list mark, with blank lines between, and the latest first."""
    assert [when for when, _ in rows("- 1215: Charter sealed\n- 1086: Survey compiled\n- 1066: Battle of the ford")] == [
        "1066",
        "1086",
        "1215",
    ]
    assert [when for when, _ in rows("1066: Battle of the ford\n\n1086: Survey compiled")] == ["1066", "1086"]


def test_years_of_three_figures_and_before_christ() -> None:
    """Among years of four figures also those of three, and those that say their era."""
    text = "44 BC – The consul is killed\n476 – The city falls\n800 – A king is crowned\n1066 – Battle of the ford"
    assert [when for when, _ in rows(text)] == ["-0043", "0476", "0800", "1066"]


def test_year_holds_for_the_days_of_its_line() -> None:
    """A day or month in the line is of its year; one right behind the year is one date with it."""
    text = "1914 - War breaks out on 28 July\n1916 - Battle of the river, 1 July - 18 November\n1918 - Armistice in November"
    assert [when for when, _ in rows(text)] == ["1914-07-28", "1916-07-01/1916-11-18", "1918-11"]
    text = "1066, 14 October: Battle of the ford\n1066, 25 December: The duke is crowned"
    assert rows(text) == [("1066-10-14", "Battle of the ford"), ("1066-12-25", "The duke is crowned")]


def test_line_of_several_years() -> None:
    """A first and a last year at the head of a line, the last also shortened."""
    text = "1914-1918 - First war\n1939-45 - Second war\n1956 - Canal crisis"
    assert rows(text) == [
        ("1914-01-01/1918-12-31", "First war"),
        ("1939-01-01/1945-12-31", "Second war"),
        ("1956", "Canal crisis"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1066 - Battle of the ford",
        "404 - Not found\n500 - Server error",
        "1433 - Database\n1521 - Listener\n3306 - Other database",
        "1000 - Registration\n1130 - Coffee\n1230 - Lunch\n1400 - Talks",
        "1500 Flour\n2000 Sugar",
        "1187 people came\n1203 people left",
        "01234 - Anna\n01299 - Ben",
        "The wall was hit in\n1187 Crusaders lost the town, and in\n1291 Acre fell.",
    ],
)
def test_figures_that_are_no_years(text: str) -> None:
    """One line by itself, codes, times of day, amounts, telephone numbers, and lines that wrapping made."""
    assert heads(text) == {}


def test_log_is_no_chronicle() -> None:
    """Times of day of four figures stay those of a log."""
    tl = timeline.extract("0947 Alarm raised.\n1023 Crew arrives.\n1112 All clear.", anchor="2025-03-12")
    assert [entry.time.value for entry in tl if entry.time] == ["2025-03-12T09:47", "2025-03-12T10:23", "2025-03-12T11:12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date,event\n2025-03-04,meeting\n2025-03-05,lunch", [("2025-03-04", "meeting"), ("2025-03-05", "lunch")]),
        (
            "Degree in Chemistry, City College, 2004–2008\nDiploma in Music, Town School, 1997-2000",
            [
                ("1997-01-01/2000-12-31", "Diploma in Music, Town School"),
                ("2004-01-01/2008-12-31", "Degree in Chemistry, City College"),
            ],
        ),
        (
            "Chair, Society of Arts (2019-present)\nClerk, Society of Arts (2012-19)\nIntern, City Hall, 2011",
            [
                ("2011", "Intern, City Hall"),
                ("2012-01-01/2019-12-31", "Clerk, Society of Arts"),
                ("2019-01-01/2025-03-12", "Chair, Society of Arts"),
            ],
        ),
        (
            "2025-03-02 03:14:07 disk usage normal\n2025-03-02 03:15:11 disk full, the engineer\nwas called from his bed",
            [
                ("2025-03-02T03:14:07", "disk usage normal"),
                ("2025-03-02T03:15:11", "disk full, the engineer was called from his bed"),
            ],
        ),
    ],
)
def test_line_with_a_date_at_its_end_or_head_is_an_entry(text: str, expected: list[tuple[str, str]]) -> None:
    """Among lines that begin with a date, or all end in years, each has its own words; what wraps goes on."""
    assert rows(text) == expected


def test_lines_of_a_system_log_have_their_own_words() -> None:
    """Also where month, day and clock time begin the line."""
    text = "Mar  2 03:14:07 web1 sshd[912]: Failed password for root\nMar  2 03:14:09 web1 sshd[912]: Connection closed"
    (first, second) = rows(text)
    assert "Failed password" in first[1] and "Connection" not in first[1]
    assert "Connection closed" in second[1] and "Failed" not in second[1]
