"""Repetitions in a calendar: rules that begin where they say, end, and keep their clock time all year."""

from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import samples
from tests.calendars.checker import complaints
from tests.calendars.reading import days, events_of, read_back, reasons, written
from timeline import (
    Entry,
    Moment,
    Recurrence,
    When,
    extract,
    ical_report,
    to_ical,
)
from timeline.calendar.almanac import Grain
from timeline.calendar.zones import zone as loaded
from timeline.export.ical import REPEATS
from timeline.export.ical.options import Repeats
from timeline.export.ical.timezones import observances
from timeline.grammar import meanings

UTC = datetime.timezone.utc
ZONES = ("UTC", "Europe/London", "America/St_Johns", "Pacific/Kiritimati")


def repeated(rule: str | None, **other: Any) -> Entry:
    """A meeting that takes place again and again."""
    return samples.entry("the meeting", **{"when": When(), "recurrence": Recurrence(value="P1W", rule=rule), **other})


def test_a_repetition_starts_on_its_rule() -> None:
    """The first event is the first Tuesday, not the day of the article."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU"))
    assert event["DTSTART"].dt == datetime.date(2023, 9, 19)


def test_an_endless_repetition_is_bounded() -> None:
    """A calendar is not filled for ever: a year is."""
    assert b"RRULE:FREQ=WEEKLY;UNTIL=20240917;BYDAY=TU\r\n" in to_ical(
        samples.timeline_of(repeated("FREQ=WEEKLY;BYDAY=TU"))
    )


def test_a_counted_repetition_keeps_its_count() -> None:
    """COUNT bounds already, and may not stand beside UNTIL."""
    assert b"RRULE:FREQ=DAILY;COUNT=3\r\n" in to_ical(samples.timeline_of(repeated("FREQ=DAILY;COUNT=3")))


def test_a_repetition_ends_with_its_period() -> None:
    """Every Monday in October has no Monday of November."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=MO", when=When.read("2023-10")))
    assert event["DTSTART"].dt == datetime.date(2023, 10, 2)
    assert event["RRULE"]["UNTIL"] == [datetime.date(2023, 10, 30)]


def test_a_repeated_clock_time_in_utc_is_timed() -> None:
    """UNTIL is then a time of UTC, as DTSTART is."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU;BYHOUR=15;BYMINUTE=30"), tz="UTC")
    assert event["DTSTART"].dt == datetime.datetime(2023, 9, 19, 15, 30, tzinfo=UTC)
    assert event["RRULE"]["UNTIL"] == [datetime.datetime(2024, 9, 17, 15, 30, tzinfo=UTC)]


def test_the_hours_of_a_repetition_are_no_bounds_of_it() -> None:
    """ "Tuesdays from 6 to 7 pm" takes place for more than one evening."""
    hours = When.filling(Moment.of(2023, 9, 18, 18), Moment.of(2023, 9, 18, 19), grain=Grain.MINUTE)
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU", when=hours), tz="UTC")
    assert days(event) == tuple(datetime.datetime(2023, 9, 19, hour, tzinfo=UTC) for hour in (18, 19))
    assert event["RRULE"]["UNTIL"] == [datetime.datetime(2024, 9, 17, 18, tzinfo=UTC)]


def test_the_clock_time_said_with_a_repetition_is_kept() -> None:
    """ "Tuesdays at 3 pm" says so in the description when the zone is unknown."""
    said = meanings.Repeat(Recurrence(value="P1W"), meanings.Clock(hour=3, half="pm"))
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU", time=samples.mention("Tuesdays at 3", meaning=said)))
    assert "Time of day: 15:00; its time zone is not known." in event["DESCRIPTION"]


@pytest.mark.parametrize(("zone", "start"), [("UTC", "DTSTART:20230918T093000Z"), (None, "DTSTART;VALUE=DATE:20230918")])
def test_several_hours_of_a_repetition_stand_in_its_rule(zone: str | None, start: str) -> None:
    """At nine and at five: both, where the zone is known, else in words."""
    entry = repeated("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30")
    lines = written(entry, tz=zone)
    assert start in lines
    assert ("BYHOUR=9,17" in "".join(lines)) == (zone is not None)
    [event] = read_back(entry, tz=zone)
    assert ("Time of day: 09:30, 17:30; its time zone is not known." in event["DESCRIPTION"]) == (zone is None)


def occurrences(data: bytes, first: str, last: str) -> list[datetime.datetime]:
    """All that takes place between two days, in UTC, as another package reads it."""
    between = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(first, last)
    return sorted(event["DTSTART"].dt.astimezone(UTC) for event in between)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("America/New_York", {12, 13}), ("Europe/London", {7, 8}), ("Asia/Tokyo", {23}), ("Etc/GMT+5", {13})],
)
def test_a_repetition_keeps_its_clock_time_all_year(zone: str, hours: set[int]) -> None:
    """Eight o'clock is eight o'clock in summer and winter, which only the zone itself can say."""
    data = to_ical(samples.timeline_of(repeated("FREQ=WEEKLY;BYDAY=TU;BYHOUR=8")), tz=zone)
    assert complaints(data) == []
    found = occurrences(data, "20230901", "20241001")
    assert len(found) == 53
    assert {moment.hour for moment in found} == hours
    local = [moment.astimezone(ZoneInfo(zone)) for moment in found]
    assert {(moment.hour, moment.weekday()) for moment in local} == {(8, 1)}


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"]
)
def test_the_zone_in_a_calendar_is_that_of_the_zone_data(zone: str) -> None:
    """Its observances alone, without any zone data, give the same offsets all year."""
    first, last = datetime.date(2023, 9, 18), datetime.date(2024, 9, 18)
    parts = list(observances(loaded(zone), first, last))
    assert len(parts) <= 6
    moment = datetime.datetime(2023, 9, 18, tzinfo=UTC)
    while moment.date() < last:
        begun = [part for part in parts if part.start - part.before <= moment.replace(tzinfo=None)]
        assert begun[-1].after == moment.astimezone(ZoneInfo(zone)).utcoffset()
        moment += datetime.timedelta(minutes=30)


@pytest.mark.parametrize(
    ("said", "tz", "start"),
    [
        ("every Tuesday at 3 pm ET", None, "DTSTART;TZID=America/New_York:20230919T150000"),
        ("every Tuesday at 3 pm EST", "Europe/Berlin", "DTSTART;TZID=Etc/GMT+5:20230919T150000"),
        ("every Tuesday at 3 pm JST", None, "DTSTART;TZID=Etc/GMT-9:20230919T150000"),
        ("every Tuesday at 3 pm GMT", None, "DTSTART:20230919T150000Z"),
        ("every Tuesday at 3 pm CST", "Europe/Berlin", "DTSTART;VALUE=DATE:20230919"),
        ("every Tuesday at 3 pm", "Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20230919T150000"),
        ("every Tuesday at 3 pm", None, "DTSTART;VALUE=DATE:20230919"),
    ],
)
def test_the_zone_that_the_text_tells_is_taken(said: str, tz: str | None, start: str) -> None:
    """The words come first, then the caller's zone; one that may be several is no zone."""
    data = to_ical(extract(f"Yoga takes place {said}", anchor="2023-09-18"), tz=tz)
    assert complaints(data) == []
    assert f"\r\n{start}\r\n".encode() in data


def test_a_zone_that_may_be_several_is_told() -> None:
    """The clock time stands in the description, with the reason in the report."""
    report = ical_report(extract("Yoga takes place every Tuesday at 3 pm CST", anchor="2023-09-18"))
    assert [skipped.reason for skipped in report.zoneless] == ["15:00, but its time zone CST is not one zone"]


# -- how far they go ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "tz", "wanted"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", None, "RRULE:FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;BYDAY=TU;BYHOUR=8", "Europe/London", "RRULE:FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;UNTIL=20231231;BYDAY=TU", None, "RRULE:FREQ=WEEKLY;UNTIL=20231226;BYDAY=TU"),
        ("FREQ=DAILY;COUNT=3", None, "RRULE:FREQ=DAILY;COUNT=3"),
    ],
)
def test_a_repetition_may_go_on_for_ever(rule: str, tz: str | None, wanted: str) -> None:
    """Where the text tells no end, and the caller wants none."""
    read_back(repeated(rule), tz=tz, recurrence="endless")
    assert wanted in written(repeated(rule), tz=tz, recurrence="endless")


def test_an_endless_repetition_keeps_its_clock_time_for_years() -> None:
    """The zone is written down for twenty years; after that programs go by its name."""
    data = to_ical(samples.timeline_of(repeated("FREQ=WEEKLY;BYDAY=TU;BYHOUR=8")), tz="Europe/London", recurrence="endless")
    assert complaints(data, endless=True) == []
    assert data.count(b"BEGIN:DAYLIGHT") >= 20
    assert {moment.hour for moment in occurrences(data, "20400101", "20410101")} == {7, 8}


def test_repetitions_can_be_left_out() -> None:
    """For calendars of single events."""
    assert reasons(repeated("FREQ=DAILY"), recurrence="none") == ["it repeats; recurrence='bounded' takes it in"]


@pytest.mark.parametrize(
    ("rule", "written_rule"),
    [
        ("FREQ=DAILY;COUNT=1000", "RRULE:FREQ=DAILY;COUNT=1000"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20301231", "RRULE:FREQ=WEEKLY;UNTIL=20301230;BYDAY=MO"),
    ],
)
def test_an_end_that_was_told_is_kept(rule: str, written_rule: str) -> None:
    """However far off: to stop after a year would tell another end."""
    assert written_rule in written(repeated(rule))


def test_a_repetition_that_began_long_ago_goes_on_to_the_article() -> None:
    """ "Every Monday since 2019" did not end in 2020."""
    tl = extract("The choir has met every Monday since 7 January 2019.", anchor="2023-09-18")
    [event] = events_of(to_ical(tl))
    assert (event["DTSTART"].dt, event["RRULE"]["UNTIL"]) == (datetime.date(2019, 1, 7), [datetime.date(2023, 9, 18)])


@pytest.mark.parametrize(
    "said",
    [
        "The council meets every four years.",
        "The bulletin appears every month.",
        "The fair has been held every June since 2019.",
        "The ferry runs every week.",
    ],
)
def test_no_day_is_made_up_for_a_rule_that_names_none(said: str) -> None:
    """The day of the article is no day of the repetition."""
    assert [s.reason for s in ical_report(extract(said, anchor="2023-09-18")).skipped] == [
        "it repeats, but no rule says on which days"
    ]


def test_a_day_of_the_year_comes_again_every_year() -> None:
    """ "Every year on 4 July" is a rule without a bound, whose first time is the next one from the article's day."""
    [event] = events_of(to_ical(extract("The parade is held every year on 4 July.", anchor="2023-09-18")))
    assert days(event) == (datetime.date(2024, 7, 4), datetime.date(2024, 7, 5))
    assert (event["RRULE"]["FREQ"], event["RRULE"]["UNTIL"]) == (["YEARLY"], [datetime.date(2024, 7, 4)])


def test_several_days_of_the_year_come_again_together() -> None:
    """Each time lasts as long as the first."""
    fair = When.filling(Moment.of(2023, 10, 3), Moment.of(2023, 10, 6))
    [event] = read_back(repeated("FREQ=YEARLY", when=fair))
    assert days(event) == (datetime.date(2023, 10, 3), datetime.date(2023, 10, 6))
    window = When.inside(Moment.of(2023, 6, 1), Moment.of(2023, 7, 1))
    assert reasons(repeated("FREQ=YEARLY", when=window)) == [
        "its day is not known within 30 days; include='windows' takes it in"
    ]


def test_every_other_friday_may_be_either() -> None:
    """Which of them is not told; taken in, it is counted from the article on, and says so."""
    tl = extract("The club meets every other Friday.", anchor="2023-09-18")
    assert [skipped.reason for skipped in ical_report(tl).skipped] == [
        "its day is not known within 14 days; include='windows' takes it in"
    ]
    [event] = events_of(to_ical(tl, include="windows"))
    assert event["DTSTART"].dt == datetime.date(2023, 9, 22) and str(event["STATUS"]) == "TENTATIVE"
    assert "Counted from 2023-09-22 on; the text does not say from which day." in event["DESCRIPTION"]


def test_every_other_friday_from_a_day_on_is_known() -> None:
    """With its first day, a rule of every other week is as good as any."""
    entry = repeated("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", when=When.read("2023-09-22/2023-12-01"))
    [event] = read_back(entry)
    assert "Counted from" not in event["DESCRIPTION"]


def test_every_other_day_is_close_enough() -> None:
    """A day that is not known within two is no wide window."""
    [event] = read_back(repeated("FREQ=DAILY;INTERVAL=2"))
    assert "Counted from 2023-09-18 on" in event["DESCRIPTION"]


def test_what_goes_on_for_more_than_a_century_is_no_appointment() -> None:
    """It would also take long to count."""
    assert reasons(repeated("FREQ=DAILY;UNTIL=99991231"), repeated("FREQ=YEARLY;BYMONTH=5;BYDAY=MO;COUNT=99999")) == [
        "it goes on for more than a century"
    ] * 2


def test_events_of_one_zone_share_it() -> None:
    """One VTIMEZONE, from the first of them to the last."""
    rows = [repeated(f"FREQ=WEEKLY;BYDAY=TU;BYHOUR={hour}") for hour in (8, 9)]
    later = repeated("FREQ=WEEKLY;BYDAY=TU;BYHOUR=9", when=When.read("2024-10"))
    data = to_ical(samples.timeline_of(*rows, later), tz="Europe/London")
    assert complaints(data) == []
    assert data.count(b"BEGIN:VTIMEZONE") == 1 and b"DTSTART:20241027T020000" in data


def test_a_period_around_a_repetition_is_no_window() -> None:
    """Every Monday in October is not some time within October."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=MO", when=When.inside(Moment.of(2023, 10, 1), Moment.of(2023, 11, 1))))
    assert "Some time within" not in event["DESCRIPTION"]


RULES = st.builds(
    lambda frequency, day, hours, bound: ";".join(part for part in (frequency, day, hours, bound) if part),
    st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=YEARLY;BYMONTH=3")),
    st.sampled_from(("BYDAY=MO", "BYDAY=TU,TH", "BYDAY=SA,SU")),
    st.sampled_from(("", "BYHOUR=8;BYMINUTE=0", "BYHOUR=2;BYMINUTE=30", "BYHOUR=9,17;BYMINUTE=15,45", "BYHOUR=23")),
    st.sampled_from(("", "COUNT=5", "UNTIL=20240301", "UNTIL=20240301T120000", "COUNT=99999")),
)
ANCHORS = st.dates(datetime.date(1583, 1, 1), datetime.date(9990, 1, 1))


@settings(max_examples=150)
@given(RULES, ANCHORS, st.sampled_from((None, *ZONES)), st.sampled_from(REPEATS))
def test_any_rule_makes_a_sound_event(rule: str, day: datetime.date, tz: str | None, recurrence: Repeats) -> None:
    """On its rule, of one type with its end, in a zone that the calendar holds: in any year, zone and form."""
    tl = samples.timeline_of(repeated(rule), anchor=Moment.of(day.year, day.month, day.day))
    assert complaints(to_ical(tl, tz=tz, recurrence=recurrence, empty=True), endless=recurrence == "endless") == []


# -- what has no place -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (repeated(None), "it repeats, but no rule says on which days"),
        (repeated("FREQ=HOURLY"), "it repeats within a day"),
        (
            repeated("FREQ=WEEKLY;BYDAY=MO", when=When.read("2023-10-03/2023-10-05")),
            "no day of its rule lies in its time",
        ),
        (
            repeated("FREQ=WEEKLY;BYDAY=MO", event=samples.event("met", tense="PAST")),
            "it repeated in the past, and nothing says since when",
        ),
    ],
)
def test_a_repetition_without_days_is_left_out(entry: Entry, reason: str) -> None:
    """A repetition that names no days has no place in a calendar."""
    assert reasons(entry) == [reason]


def test_a_repetition_needs_a_day_to_start_from() -> None:
    """Without an anchor there is no first Monday."""
    report = ical_report(samples.timeline_of(repeated("FREQ=WEEKLY;BYDAY=MO"), anchor=None))
    assert [skipped.reason for skipped in report.skipped] == [
        "it repeats, and without an anchor nothing says since when"
    ]


def test_hours_of_a_repetition_last_as_long_as_said() -> None:
    """A class from 7 to 9 pm takes two hours of the calendar, every week."""
    tl = extract("Yoga classes will take place on Thursdays, 7-9pm.", anchor="2023-09-18")
    (event,) = events_of(to_ical(tl, tz="UTC"))
    assert event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(hours=2)
