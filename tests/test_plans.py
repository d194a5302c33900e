"""Plans, deadlines, notices and opening hours: what is still to come, as people announce it."""

from __future__ import annotations

import pytest

import timeline
from timeline.entries.entry import Entry

WEDNESDAY = "2025-03-12"


def rows(text: str, anchor: str = WEDNESDAY) -> list[tuple[str, str]]:
    """The time and label of each row."""
    return [(str(entry.when), entry.label) for entry in timeline.extract(text, anchor=anchor)]


def only(text: str, anchor: str = WEDNESDAY) -> Entry:
    """The one row of a text."""
    (entry,) = timeline.extract(text, anchor=anchor)
    return entry


def told(text: str, anchor: str = WEDNESDAY) -> tuple[str, str]:
    """The time and the factuality of the one row of a text."""
    entry = only(text, anchor)
    return str(entry.when), entry.factuality


# -- limits ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "limit, when",
    [
        ("no later than Friday", "2025-03-12/2025-03-14"),
        ("not later than Friday", "2025-03-12/2025-03-14"),
        ("by Friday", "2025-03-12/2025-03-14"),
        ("on or before 5 May", "2025-03-12/2025-05-05"),
        ("no earlier than 5 May", "2025-05-05/.."),
        ("no sooner than 5 May", "2025-05-05/.."),
    ],
)
def test_a_limit_denies_nothing(limit: str, when: str) -> None:
    assert told(f"The report must be handed in {limit}.") == (when, "planned")


@pytest.mark.parametrize("denied", ["He saw no doctor on Friday.", "The firm will pay no more rent from May."])
def test_no_still_denies_what_is_not_compared(denied: str) -> None:
    assert only(denied).factuality == "negated"


def test_no_fewer_than_is_asserted() -> None:
    assert told("They drew no fewer than 300 visitors in May 2024.") == ("2024-05", "asserted")


# -- working days ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, anchor, when",
    [
        ("The parcel will come in 10 working days.", WEDNESDAY, "2025-03-26"),
        ("The parcel will come in three business days.", "2025-03-13", "2025-03-18"),
        ("The parcel will come in five working days.", "2025-03-15", "2025-03-21"),
        ("The parcel left five working days ago.", "2025-03-17", "2025-03-10"),
        ("Please answer within ten working days.", WEDNESDAY, "2025-03-12/2025-03-25"),
        ("Please answer within five working days.", "2025-03-15", "2025-03-15/2025-03-21"),
        ("Please answer within ten days.", WEDNESDAY, "2025-03-12/2025-03-22"),
    ],
)
def test_working_days_leave_out_weekends(said: str, anchor: str, when: str) -> None:
    assert rows(said, anchor)[0][0] == when


def test_that_no_holiday_was_counted_is_told() -> None:
    (time,) = timeline.extract("The parcel will come in 10 working days.", anchor=WEDNESDAY).times
    assert time.assumed == ("no public holiday between",)


def test_working_days_follow_the_weekend_of_the_reader() -> None:
    conventions = timeline.Conventions(weekend_days=(4, 5))
    tl = timeline.extract("The parcel will come in three working days.", anchor=WEDNESDAY, conventions=conventions)
    assert [str(entry.when) for entry in tl] == ["2025-03-17"]


# -- until -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, when",
    [
        ("The trial was adjourned until 5 May.", "2025-05-05"),
        ("The clerk put off the hearing till 5 May.", "2025-05-05"),
        ("The trial has been postponed until September.", "2025-09"),
    ],
)
def test_what_is_put_off_until_a_time_is_at_that_time(said: str, when: str) -> None:
    assert told(said) == (when, "planned")


@pytest.mark.parametrize(
    "said, when",
    [
        ("He was freed on bail until 2 May.", "2025-03-12/2025-05-02"),
        ("She has until Friday to reply.", "2025-03-12/2025-03-14"),
        ("The deadline has been extended until Friday.", "2025-03-12/2025-03-14"),
        ("The road is closed until Friday.", "2025-03-12/2025-03-14"),
        ("The ban will last until 2027.", "2025-03-12/2027-12-31"),
    ],
)
def test_what_lasts_until_a_day_to_come_lasts_from_the_anchor(said: str, when: str) -> None:
    assert rows(said)[0][0] == when


def test_what_was_true_until_a_day_that_is_over_began_nobody_knows_when() -> None:
    assert rows("He stayed until Friday.")[0][0] == "../2025-03-07"


def test_what_had_begun_by_the_anchor_may_have_begun_long_before() -> None:
    entry = only("He was freed on bail until 2 May.")
    assert entry.when.earliest_start is None and entry.when.ongoing


def test_a_clause_about_a_time_is_at_that_time() -> None:
    text = "She was released on bail until 6 July, when she will appear in court."
    assert rows(text)[-1] == ("2025-07-06", "she will appear in court")


def test_only_what_is_moved_from_a_time_has_left_it() -> None:
    assert rows("The fair was moved to 5-12 October.")[0][0] == "2025-10-05/2025-10-12"


# -- lists of days -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "days, dates",
    [
        ("15, 16 and 22 March", ["2025-03-15", "2025-03-16", "2025-03-22"]),
        ("16 and 22 March", ["2025-03-16", "2025-03-22"]),
        ("24, 25 and 26 April", ["2025-04-24/2025-04-26"]),
        ("the 3rd, 5th and 9th of May", ["2025-05-03", "2025-05-05", "2025-05-09"]),
        ("May 3, 5 and 9", ["2025-05-03", "2025-05-05", "2025-05-09"]),
        ("May 3, 5 and 9, 2026", ["2026-05-03", "2026-05-05", "2026-05-09"]),
        ("3, 5, 7 and 9 May 2026", ["2026-05-03", "2026-05-05", "2026-05-07", "2026-05-09"]),
        ("Monday 5, Wednesday 7 and Friday 9 May", ["2025-05-05", "2025-05-07", "2025-05-09"]),
        ("5, 6 or 7 June", ["2025-06-05/2025-06-07"]),
    ],
)
def test_days_of_a_list_share_their_month(days: str, dates: list[str]) -> None:
    assert [when for when, _ in rows(f"Trains will be cancelled on {days}.")] == dates


def test_the_days_of_a_list_are_of_one_year() -> None:
    assert [when for when, _ in rows("Volunteers met on May 3 and 17.")] == ["2024-05-03", "2024-05-17"]


@pytest.mark.parametrize("said", ["On 3 May, 15 people came and 20 left.", "Between 3 and 9 May it will rain."])
def test_other_numbers_beside_a_day_are_no_days(said: str) -> None:
    assert len(rows(said)) == 1


# -- what shows a future ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, when",
    [
        ("Anyone who has not paid by 15 July will be struck off.", "2025-03-12/2025-07-15"),
        ("You who have not voted by Friday will be fined.", "2025-03-12/2025-03-14"),
        ("If you have not heard by Friday, please call us.", "2025-03-12/2025-03-14"),
        ("Those who had not left by Friday were fined.", "../2025-03-07"),
        ("He has sold 300 copies by Friday.", "../2025-03-07"),
    ],
)
def test_a_perfect_that_decides_of_what_is_to_come_has_its_limit_ahead(said: str, when: str) -> None:
    assert rows(said)[0][0] == when


@pytest.mark.parametrize(
    "said, when",
    [
        ("Cllr Malik proposed that the fair be held on the second weekend in July.", "2025-07-12/2025-07-13"),
        ("The panel resolved that the fee be raised from 1 July.", "2025-07-01/.."),
        ("The board demanded that he resign by Friday.", "2025-03-12/2025-03-14"),
        ("Her suggestion that they meet on Tuesday was accepted.", "2025-03-18"),
        ("He said that they met on Friday.", "2025-03-07"),
    ],
)
def test_what_was_asked_for_is_still_to_come(said: str, when: str) -> None:
    assert rows(said)[0][0] == when


@pytest.mark.parametrize(
    "said, when",
    [
        ("A warning has been issued from 3am to 11am on Saturday.", "2025-03-15T03:00:00/2025-03-15T11:00:00"),
        ("A warning was issued for Thursday.", "2025-03-13"),
        ("A strike was called for Friday.", "2025-03-14"),
        ("The fair was moved from 5 to 12 October.", "2025-10-12"),
        ("The report issued on Thursday shows a loss.", "2025-03-06"),
        ("He was booked for speeding on Friday.", "2025-03-07"),
        ("The club announced a profit for the third quarter.", "2024-35"),
    ],
)
def test_what_is_set_for_a_day_is_on_the_coming_one(said: str, when: str) -> None:
    assert rows(said)[0][0] == when


@pytest.mark.parametrize(
    "said, when",
    [
        ("Monday at 10 is fine.", "2025-03-17T10:00:00"),
        ("Tuesday suits me.", "2025-03-18"),
        ("Tuesday was fine.", "2025-03-11"),
        ("It is her tenth birthday on Saturday.", "2025-03-15"),
        ("I am free on Saturday.", "2025-03-15"),
        ("The minister is angry, he said on Saturday.", "2025-03-08"),
    ],
)
def test_what_is_said_of_a_day_in_a_present_is_of_the_coming_one(said: str, when: str) -> None:
    assert rows(said)[0][0] == when


def test_a_past_in_a_clause_about_the_subject_shows_nothing_of_the_verb_behind_it() -> None:
    assert rows("Rovers, who last won at home in August, travel to Hull on Friday night.")[-1] == (
        "2025-03-14T18:00:00/2025-03-15T06:00:00",
        "Rovers travel to Hull",
    )
    assert rows("The minister, who resigned in May, spoke on Friday.")[-1][0] == "2025-03-07"


# -- opening hours -----------------------------------------------------------------------------------------------------

WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def rules(text: str) -> list[tuple[str, str, str | None]]:
    """The label, time and rule of each row."""
    tl = timeline.extract(text, anchor=WEDNESDAY)
    return [(entry.label, str(entry.when), entry.recurrence.rule if entry.recurrence else None) for entry in tl]


@pytest.mark.parametrize(
    "hours, rule",
    [
        ("Monday to Friday, 10am to 6pm", f"{WEEKDAYS};BYHOUR=10;BYMINUTE=0;BYSECOND=0"),
        ("from Monday to Friday between 9am and 4.30pm", f"{WEEKDAYS};BYHOUR=9;BYMINUTE=0;BYSECOND=0"),
        ("Mon-Fri 9-5", f"{WEEKDAYS};BYHOUR=9;BYMINUTE=0;BYSECOND=0"),
        ("Monday-Friday 8.30-11am", f"{WEEKDAYS};BYHOUR=8;BYMINUTE=30;BYSECOND=0"),
    ],
)
def test_weekdays_with_hours_come_every_week(hours: str, rule: str) -> None:
    assert rules(f"The shop is open {hours}.") == [("The shop is open", "", rule)]


def test_the_hours_of_a_day_end_in_the_calendar_too() -> None:
    tl = timeline.extract("The shop is open Mon-Fri 9-5.", anchor=WEDNESDAY, tz="Europe/London")
    calendar = timeline.to_ical(tl).decode()
    assert "DTSTART;TZID=Europe/London:20250312T090000" in calendar
    assert "DTEND;TZID=Europe/London:20250312T170000" in calendar


def test_hours_from_one_weekday_to_another_stay_one_stretch() -> None:
    assert rows("The strike lasts from Monday 10am to Friday 6pm.") == [
        ("2025-03-17T10:00:00/2025-03-21T18:00:00", "The strike lasts")
    ]


def test_each_of_several_repetitions_has_a_row() -> None:
    assert rules("The library opens Wednesdays 2pm to 5pm and Saturdays 10am to noon.") == [
        ("The library opens", "", "FREQ=WEEKLY;BYDAY=WE;BYHOUR=14;BYMINUTE=0;BYSECOND=0"),
        ("The library opens", "", "FREQ=WEEKLY;BYDAY=SA;BYHOUR=10;BYMINUTE=0;BYSECOND=0"),
    ]


def test_hours_of_another_day_are_no_limit_of_a_repetition() -> None:
    found = rules("Opening hours: Mon-Fri 9am-5pm, Sat 10am-4pm")
    assert ("Opening hours", "", f"{WEEKDAYS};BYHOUR=9;BYMINUTE=0;BYSECOND=0") in found
    assert ("Opening hours", "2025-03-15T10:00:00/2025-03-15T16:00:00", None) in found


def test_an_hour_is_no_limit_of_a_repetition() -> None:
    text = "Late opening until 8pm on the first Friday of every month."
    assert rules(text) == [("Late opening", "", "FREQ=MONTHLY;BYDAY=1FR")]


def test_what_is_open_and_what_is_closed_are_told_apart() -> None:
    assert [(label, rule) for label, _, rule in rules("Open Tuesday to Sunday, 10am-5pm, closed Mondays.")] == [
        ("Open", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU;BYHOUR=10;BYMINUTE=0;BYSECOND=0"),
        ("closed", "FREQ=WEEKLY;BYDAY=MO"),
    ]


def test_a_repetition_inside_a_longer_event_leaves_that_as_it_is() -> None:
    text = "The harvest festival runs from 5 to 13 April, with matinees on Saturdays at 2pm."
    whole, matinees = timeline.extract(text, anchor=WEDNESDAY, tz="Europe/London")
    assert (str(whole.when), whole.recurrence) == ("2025-04-05/2025-04-13", None)
    assert (matinees.label, str(matinees.when), matinees.factuality) == ("matinees", "2025-04-05/2025-04-13", "planned")
    assert matinees.recurrence is not None and matinees.recurrence.rule is not None
    assert matinees.recurrence.rule.startswith("FREQ=WEEKLY;BYDAY=SA;BYHOUR=14")


# -- clocks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, when",
    [
        ("The call is at 14:00 GMT+2 on Friday.", "2025-03-14T14:00:00+02:00"),
        ("The call is at 14:00 (GMT+2) on Friday.", "2025-03-14T14:00:00+02:00"),
        ("The call is at 14:00 UTC-5 on Friday.", "2025-03-14T14:00:00-05:00"),
        ("Call at 9 a.m. Pacific tomorrow.", "2025-03-13T09:00:00-07:00"),
        ("Doors open at 8pm Eastern time on Friday.", "2025-03-14T20:00:00-04:00"),
        ("The quake struck at 3:32 p.m. (2032 GMT) on Monday.", "2025-03-10T15:32:00-05:00"),
    ],
)
def test_a_zone_goes_with_its_clock(said: str, when: str) -> None:
    assert [row[0] for row in rows(said)] == [when]


@pytest.mark.parametrize(
    "said, when",
    [
        ("The flight is at 6am Fri.", "2025-03-14T06:00:00"),
        ("Meet at 6pm fri?", "2025-03-14T18:00:00"),
        ("doors 7pm; Sat 15th March", "2025-03-15T19:00:00"),
        ("2pm-4pm, Sun 16 March: bring and buy sale", "2025-03-16T14:00:00/2025-03-16T16:00:00"),
        ("We sat outside from 8.30 until about noon on 5 June.", "2024-06-05T08:30:00/2024-06-05T12:00:00"),
    ],
)
def test_a_short_day_behind_a_clock_is_its_day(said: str, when: str) -> None:
    assert [row[0] for row in rows(said)] == [when]


# -- spans and days of other years -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said, when",
    [
        ("Sales rose 5% in the three months to the end of January.", "2024-11-01/2025-01-31"),
        ("The firm will report results for the three months to December on March 27.", "2025-03-27"),
        ("Two years after the war, in 1947, he emigrated.", "1947"),
        ("On this day in 1912 the ship sank.", "1912-03-12"),
        ("On this day 50 years ago the bridge opened.", "1975-03-12"),
        ("She will spend the next eleven years abroad.", "2025-03-12/2036-03-11"),
    ],
)
def test_the_day_that_is_told_is_the_day_of_the_row(said: str, when: str) -> None:
    assert [row[0] for row in rows(said)] == [when]


def test_what_came_next_in_a_story_counts_from_the_story() -> None:
    text = "In 1874 she sailed to Bombay, where she spent the next eleven years."
    assert rows(text)[-1][0] == "1874-01-01/1885-12-31"


# -- parts and what is due ---------------------------------------------------------------------------------------------


def test_a_part_of_what_is_told_has_its_own_time() -> None:
    assert [(when, label) for when, label in rows("It plans to cut 300 jobs by the end of 2026, 120 of them this year.")] == [
        ("2025", "120 of them"),
        ("2025-03-12/2026-12-31", "It plans to cut 300 jobs"),
    ]
    assert told("RSVP by 5 April.") == ("2025-03-12/2025-04-05", "planned")
    assert told("by 31 Mar 2025 | Draft report") == ("2025-03-12/2025-03-31", "planned")
    assert told("He has sold 300 copies by Friday.") == ("../2025-03-07", "asserted")
