"""One phrase by itself: why it is no time, and repetitions with their limit."""

from __future__ import annotations

import pytest

import timeline

ANCHOR = "2023-09-18"


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("30 February", "February has no day 30"),
        ("June 31, 2020", "June has no day 31"),
        ("29 February 2023", "February has no day 29 in 2023, which is no leap year"),
        ("25:00", "a day has no time 25:00"),
        ("37 p.m.", "a half day has no hour 37"),
        ("45/45/2023", "45/45/2023 is no date in any order"),
        ("next Friady", "'friady' is no word of time; 'friday' is"),
        ("we met on Friday and left", 'only "Friday" in it'),
    ],
)
def test_a_phrase_that_is_no_time_tells_why(phrase: str, told: str) -> None:
    """A user learns what to mend."""
    time = timeline.resolve(phrase, anchor=ANCHOR)
    assert (time.resolved, time.value, time.when) == (False, "", None)
    assert time.reason == f"no time expression is the whole phrase: {told}"


@pytest.mark.parametrize("phrase", ["", "  \n"])
def test_an_empty_phrase_is_told_as_such(phrase: str) -> None:
    """Which is what a form that nobody filled in gives."""
    assert timeline.resolve(phrase, anchor=ANCHOR).reason == "the phrase is empty"


@pytest.mark.parametrize("phrase", ["29 February", "29 February 2024", "24:00", "12 p.m.", "3/4/2023", "May", "24:00"])
def test_days_and_hours_that_exist_are_no_misses(phrase: str) -> None:
    """Nothing is called impossible that a calendar or a clock has."""
    assert "has no" not in timeline.resolve(phrase, anchor=ANCHOR).reason


@pytest.mark.parametrize("phrase", ["", " ", "\x00", "\ud800", "İ", "\u202e", "99999", "in 10000000000 weeks", "9" * 5000])
def test_odd_phrases_are_unresolved(phrase: str) -> None:
    """Nothing that is no time raises or gets a date."""
    time = timeline.resolve(phrase, anchor=ANCHOR)
    assert not time.resolved and time.when is None and time.reason


@pytest.mark.parametrize(
    ("phrase", "when", "rule"),
    [
        ("every weekday until the end of May", "2023-09-18/2024-05-31", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20240531"),
        ("daily until Friday", "2023-09-18/2023-09-22", "FREQ=DAILY;UNTIL=20230922"),
        ("every Monday since March", "2023-03-01/2023-09-18", "FREQ=WEEKLY;BYDAY=MO"),
    ],
)
def test_a_repetition_has_its_limit(phrase: str, when: str, rule: str) -> None:
    """The end that is said of a repetition is that of its rule."""
    time = timeline.resolve(phrase, anchor=ANCHOR)
    assert time.recurrence is not None
    assert (time.type, str(time.when), time.recurrence.rule) == ("SET", when, rule)


def test_a_repeated_event_ends_where_the_text_says() -> None:
    """The rule of a row carries its end too."""
    (row,) = timeline.extract("The gym will open every weekday until 31 May 2024.", anchor=ANCHOR)
    assert row.recurrence is not None
    assert row.recurrence.rule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20240531"


@pytest.mark.parametrize(
    ("text", "rule", "when"),
    [
        ("The bakery is open daily from 10am to 6pm.", "FREQ=DAILY;BYHOUR=10;BYMINUTE=0;BYSECOND=0", ""),
        ("Yoga: Thursdays, 7-9pm, Town Hall", "FREQ=WEEKLY;BYDAY=TH;BYHOUR=19;BYMINUTE=0;BYSECOND=0", ""),
        ("The choir meets on Mondays and Thursdays, 7-9pm.", "FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=19;BYMINUTE=0;BYSECOND=0", ""),
        (
            "The fete runs from 3 to 5 October, 9am-5pm daily.",
            "FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0;UNTIL=20231005T235959",
            "2023-10-03/2023-10-05",
        ),
    ],
)
def test_hours_of_a_repetition_have_no_day_of_their_own(text: str, rule: str, when: str) -> None:
    """Opening hours belong to the rule of a repetition; the anchor is not their day."""
    (row,) = timeline.extract(text, anchor=ANCHOR)
    assert row.recurrence is not None and row.recurrence.rule == rule
    assert str(row.when) == when


def test_a_repetition_leaves_out_what_it_excepts() -> None:
    """"Every month except December" is a rule of eleven months, and no row says December."""
    (row,) = timeline.extract("The club meets on the last Friday of every month except December.", anchor=ANCHOR)
    assert row.recurrence is not None
    assert row.recurrence.rule == "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=1,2,3,4,5,6,7,8,9,10,11"


def test_bank_holidays_need_a_country() -> None:
    """Without one they stay unresolved; with one the country's own calendar tells."""
    pytest.importorskip("holidays")
    assert timeline.resolve("the August bank holiday", anchor=ANCHOR).reason == "needs: country"
    english = timeline.Conventions(country="GB-ENG")
    assert timeline.resolve("the August bank holiday", anchor=ANCHOR, conventions=english).value == "2023-08-28"
    assert timeline.resolve("bank holiday Monday", anchor=ANCHOR, tense="past", conventions=english).value == "2023-08-28"
    assert timeline.resolve("Labour Day", anchor=ANCHOR).reason == "needs: country"
    canadian = timeline.Conventions(country="CA")
    assert timeline.resolve("Labour Day", anchor=ANCHOR, tense="past", conventions=canadian).value == "2023-09-04"


def test_an_unknown_country_is_refused() -> None:
    """A mistake of the caller's is told at once, not per article."""
    pytest.importorskip("holidays")
    with pytest.raises(timeline.OptionError, match="XX"):
        timeline.Extractor(conventions=timeline.Conventions(country="XX"))
    with pytest.raises(timeline.OptionError, match="england"):
        timeline.Conventions(country="england")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bell rang at 2 pm and again at 6 pm on Friday.", ["2023-09-15T14:00", "2023-09-15T18:00"]),
        ("In April and June 1955 the rivers rose.", ["1955-04", "1955-06"]),
        ("On 30 December and 2 January 1956 the rivers rose.", ["1955-12-30", "1956-01-02"]),
    ],
)
def test_neighbours_share_what_the_last_of_them_says(text: str, values: list[str]) -> None:
    """A clock time takes the day and a month the year that stands behind its neighbour, and no more than a word away."""
    assert [time.value for time in timeline.times(text, anchor=ANCHOR)] == values
