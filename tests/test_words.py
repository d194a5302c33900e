"""Dates in words: as vague as they are, and no more precise than they were told."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import Duration, Entry, Moment, Recurrence, When
from timeline.calendar.almanac import Grain
from timeline.export.page.units import duration_words
from timeline.export.page.words import entry_pieces, entry_words, when_pieces

from . import samples

SAID = {
    "They met on Friday.": "15 September 2023",
    "They met at 3 pm on Friday.": "15 September 2023, 15:00",
    "They met at about 3 pm on Friday.": "15 September 2023, about 15:00",
    "They met at 3 pm GMT yesterday.": "17 September 2023, 15:00 UTC",
    "They met on Friday evening.": "15 September 2023, between 17:00 and 23:00",
    "He left on the night of Friday.": "15 September 2023, between 18:00 and 06:00 of the next day",
    "They met from 2 to 4 pm on Monday.": "18 September 2023, 14:00 to 16:00",
    "They met from 10pm on Friday to 6 am on Saturday.": "15 September 2023, 22:00 to 16 September 2023, 06:00",
    "He left in September.": "some time in September 2023",
    "He left in 44 BC.": "some time in 44 BC",
    "He left in the 18th century.": "some time in the 18th century",
    "He left in the 1990s.": "some time in the 1990s",
    "He left in about 1990.": "about 1990",
    "He left earlier this year.": "some time between 1 January and 17 September 2023",
    "He left in early May.": "some time between 1 May and about 10 May 2023",
    "He left last weekend.": "some time over the weekend of 16 and 17 September 2023",
    "He left in the third quarter.": "some time in the third quarter of 2023",
    "He left last summer.": "some time between June and August 2023",
    "They left after Friday.": "after 15 September 2023",
    "They left before Friday.": "before 15 September 2023",
    "The fair runs until Friday.": "until 22 September 2023",
    "It will run from Friday.": "from 22 September 2023 on",
    "They have fought since 2022.": "since 2022",
    "They have talked since Friday.": "since 15 September 2023",
    "He has not been seen for about three weeks.": "since about 28 August 2023",
    "They fought throughout 2022.": "2022",
    "He worked from June to August 2022.": "June to August 2022",
    "He worked from 3 May to 5 June 2022.": "3 May to 5 June 2022",
    "He was king from 44 BC to AD 79.": "44 BC to AD 79",
    "The fair will run from Monday to Thursday.": "18 to 21 September 2023",
    "They meet every Monday.": "again and again: every Monday",
    "They talked for two hours.": "for 2 hours, not told when",
}


@pytest.mark.parametrize("sentence", SAID)
def test_a_date_is_told_as_vaguely_as_it_was_said(sentence: str) -> None:
    """The words of the entry say what the sentence says, with the parts that it leaves out."""
    assert [entry_words(entry) for entry in timeline.extract(sentence, anchor="2023-09-18")] == [SAID[sentence]]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(), "no date"),
        (samples.ABSENCE, "since about 28 August 2023"),
        (samples.WEEKEND, "the weekend of 16 and 17 September 2023"),
        (When.read("2023-09-30/2023-10-01"), "30 September to 1 October 2023"),
        (When.read("2022-12-30/2023-01-02"), "30 December 2022 to 2 January 2023"),
        (When.read("0079-08-24"), "24 August AD 79"),
        (When.read("Y12000"), "12,000"),
        (When(latest_start=Moment.of(2023, 9, 18)), "from 18 September 2023 at the latest"),
        (When(earliest_end=Moment.of(2023, 9, 18)), "until 17 September 2023 at the earliest"),
        (When.filling(Moment.of(2023, 9, 18, 20), Moment.of(2023, 9, 19)), "18 September 2023, 20:00 to midnight"),
        (
            When.filling(
                Moment.of(2023, 9, 18, 15, offset=-14400),
                Moment.of(2023, 9, 18, 15, 1, offset=-14400),
                grain=Grain.MINUTE,
            ),
            "18 September 2023, 15:00 UTC−04:00",
        ),
        (
            When(
                earliest_start=Moment.of(2022, 1, 1),
                latest_start=Moment(Moment.of(2023, 1, 1).wall - 1),
                earliest_end=Moment.of(2024, 1, 1),
                latest_end=Moment.of(2024, 1, 1),
                grain=Grain.YEAR,
            ),
            "from 2022 to 31 December 2023",
        ),
    ],
)
def test_a_value_is_told_in_words(when: When, words: str) -> None:
    """Every shape of bounds has its words."""
    assert entry_words(Entry(label="talks", when=when)) == words


def test_an_unresolved_date_says_so() -> None:
    """It is not the same as no date."""
    assert entry_words(Entry(label="talks", time=samples.mention("then", when=None))) == "date not resolved"
    assert entry_words(Entry(label="talks")) == "no date"


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (Duration.of(3, Grain.WEEK, "APPROX"), "about 3 weeks"),
        (Duration.of(1, Grain.CENTURY, "MORE_THAN"), "more than 1 century"),
        (Duration.of(None, Grain.DAY), "some days"),
        (Duration(((Grain.YEAR, Fraction(2)), (Grain.MONTH, Fraction(3)))), "2 years and 3 months"),
    ],
)
def test_a_length_is_told_in_words(duration: Duration, words: str) -> None:
    """With its modifier, and in the plural where it is one."""
    assert duration_words(duration) == words


def test_machines_read_the_day_of_each_piece() -> None:
    """Each date in the words carries its own value for ``<time datetime>``."""
    pieces = when_pieces(When.inside(Moment.of(2023, 1, 1), Moment.of(2023, 9, 18)))
    assert [(piece.text, piece.datetime) for piece in pieces if piece.datetime] == [
        ("1 January", "2023-01-01"),
        ("17 September 2023", "2023-09-17"),
    ]


VALID = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII)


@given(samples.entries())
def test_any_entry_has_words(entry: Entry) -> None:
    """Whatever the bounds, there is something to read, on one line, and every machine value is one of HTML."""
    pieces = entry_pieces(entry)
    assert "".join(piece.text for piece in pieces) == entry_words(entry) != ""
    assert all(VALID.fullmatch(piece.datetime) for piece in pieces if piece.datetime is not None)


@given(st.dates(), st.integers(1, 3000))
def test_days_are_named_exactly(first: datetime.date, length: int) -> None:
    """The words of a whole stretch name its first and last day, month or year, and no other."""
    last = datetime.date.fromordinal(min(first.toordinal() + length, datetime.date.max.toordinal() - 1))
    start, end = Moment.of(first.year, first.month, first.day), Moment((last.toordinal() + 1) * 86_400)
    told: list[Any] = [piece.datetime for piece in when_pieces(When.filling(start, end)) if piece.datetime]
    assert told[0] == first.isoformat()[: len(told[0])]
    assert told[-1] == last.isoformat()[: len(told[-1])]


def test_a_repetition_without_words_says_that_it_repeats() -> None:
    """A recurrence made by hand has no words of a text."""
    assert entry_words(Entry(label="talks", recurrence=Recurrence(value="P1W"))) == "again and again"
