"""Where entries stand in a calendar: all day, at a time of UTC, or at no time that anybody knows."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import samples
from tests.calendars.checker import complaints
from tests.calendars.reading import days, events_of, read_back
from timeline import (
    Entry,
    Moment,
    Timeline,
    When,
    ical_report,
    to_ical,
)
from timeline.calendar.almanac import Grain
from timeline.calendar.zones import lift
from timeline.export.ical import KINDS, REPEATS

UTC = datetime.timezone.utc
NINE = When.inside(Moment.of(2023, 9, 18, 9), Moment.of(2023, 9, 18, 9, 1), grain=Grain.MINUTE)


def test_the_dates_are_read_back_with_an_exclusive_end() -> None:
    """Consultations, meetings and the absence have the days they are printed with."""
    found = {str(event["SUMMARY"]): days(event) for event in events_of(to_ical(samples.seed_like()))}
    assert found == {
        "Li Shangfu not seen": (datetime.date(2023, 8, 28), datetime.date(2023, 9, 19)),
        "meetings": (datetime.date(2023, 9, 16), datetime.date(2023, 9, 18)),
        "strategic consultations": (datetime.date(2023, 9, 18), datetime.date(2023, 9, 22)),
    }


def test_a_single_day_ends_on_the_next() -> None:
    """An all-day event of one day has the next day as its end."""
    [event] = read_back(samples.entry(when=When.read("2023-09-18")))
    assert days(event) == (datetime.date(2023, 9, 18), datetime.date(2023, 9, 19))


def test_days_are_written_as_dates() -> None:
    """An all-day event names its type, so that no reader takes it for midnight somewhere."""
    assert b"\r\nDTSTART;VALUE=DATE:20230918\r\nDTEND;VALUE=DATE:20230922\r\n" in to_ical(
        samples.timeline_of(samples.entry())
    )


@pytest.mark.parametrize(
    ("when", "written"),
    [
        ("2023-09-18T09:00:00-04:00/2023-09-18T10:59:59-04:00", b"DTSTART:20230918T130000Z\r\nDTEND:20230918T150000Z"),
        ("2023-09-18T23:30Z/2023-09-19T00:29Z", b"DTSTART:20230918T233000Z\r\nDTEND:20230919T003000Z"),
    ],
)
def test_a_zoned_clock_time_is_written_in_utc(when: str, written: bytes) -> None:
    """A time with an offset is one instant everywhere."""
    assert written in to_ical(samples.timeline_of(samples.entry(when=When.read(when))))


def test_a_point_in_time_has_no_end() -> None:
    """ "At 9" says no length, so none is written."""
    [event] = read_back(samples.entry(when=NINE), tz="UTC")
    assert "DTEND" not in event


def test_a_clock_time_without_a_zone_makes_an_all_day_event() -> None:
    """No zone is invented: the day is kept, the clock time stands in the description."""
    [event] = read_back(samples.entry(when=NINE))
    assert days(event) == (datetime.date(2023, 9, 18), datetime.date(2023, 9, 19))
    assert "Time of day: 09:00; its time zone is not known." in event["DESCRIPTION"]


def test_a_clock_time_without_a_zone_is_reported() -> None:
    """The caller can learn which entries lost their clock time."""
    report = ical_report(samples.timeline_of(samples.entry(when=NINE)))
    assert str(report) == "made all-day: talks: 09:00, but its time zone is not known"


@pytest.mark.parametrize(("zone", "hour"), [("UTC", 9), ("America/New_York", 13), ("Asia/Tokyo", 0)])
def test_a_zone_given_lifts_clock_times(zone: str, hour: int) -> None:
    """The caller's zone makes bare clock times instants."""
    [event] = read_back(samples.entry(when=NINE), tz=zone)
    assert event["DTSTART"].dt == datetime.datetime(2023, 9, 18, hour, tzinfo=UTC)


def test_the_zone_of_the_timeline_serves_without_another() -> None:
    """What was said when extracting need not be said again."""
    [event] = events_of(to_ical(samples.timeline_of(samples.entry(when=NINE), tz="America/New_York")))
    assert event["DTSTART"].dt.hour == 13


def test_the_night_of_a_day_is_shown_on_that_day() -> None:
    """A part of a day has no clock time of its own and stays on the day that people name."""
    night = When.inside(Moment.of(2023, 9, 15, 18), Moment.of(2023, 9, 16, 6), grain=Grain.PART)
    [event] = read_back(samples.entry(when=night), tz="UTC")
    assert days(event) == (datetime.date(2023, 9, 15), datetime.date(2023, 9, 16))


# -- laws --------------------------------------------------------------------------------------------------------------

TAKEN_IN = [kind for kind in KINDS if kind not in ("asserted", "reported", "planned")]
zones = st.sampled_from((None, "UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati"))
repeats = st.sampled_from(REPEATS)


def expected(entry: Entry, tz: str | None) -> tuple[Any, Any]:
    """Where an entry with a date stands, told by its own days and moments alone."""
    when = entry.when
    assert when.start is not None and when.end is not None and when.first_day is not None and when.last_day is not None
    zoned = [moment if tz is None else lift(moment, tz) for moment in (when.start, when.end)]
    if when.grain < Grain.PART and None not in (zoned[0].offset, zoned[1].offset):
        start, end = (datetime.datetime.min + datetime.timedelta(seconds=m.earliest_utc - YEAR_ONE) for m in zoned)
        point = when.window and when.end.wall - when.start.wall <= 3_600
        return start.replace(tzinfo=UTC), None if point or end <= start else end.replace(tzinfo=UTC)
    night = when.grain == Grain.PART and when.window and (when.last_day - when.first_day).days == 1
    last = when.first_day if night else when.last_day
    return when.first_day, last + datetime.timedelta(days=1)


YEAR_ONE = Moment.of(1, 1, 1).wall


@settings(max_examples=70)
@given(samples.timelines(), zones, st.sets(st.sampled_from(TAKEN_IN)), repeats)
def test_any_timeline_is_sound_and_is_read_back_with_its_dates(
    tl: Timeline, tz: str | None, include: set[str], recurrence: str
) -> None:
    """Whatever was read in a text, the bytes are in order, and a reader finds each entry on its days."""
    chosen: dict[str, Any] = {"tz": tz, "include": include, "recurrence": recurrence}
    data = to_ical(tl, empty=True, **chosen)
    assert complaints(data, endless=recurrence == "endless") == []
    report = ical_report(tl, **chosen)
    assert len(report.exported) + len(report.skipped) == len(tl)
    assert all(skipped.reason for skipped in report.skipped)
    for event, entry in zip(events_of(data), report.exported, strict=True):
        if entry.recurrence is None:
            assert (event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None) == expected(entry, tz)


@settings(max_examples=60)
@given(samples.near, zones)
def test_hours_near_today_are_read_back_to_the_second(when: When, tz: str | None) -> None:
    """Times of years that people have calendars for, with a zone and without."""
    [event] = read_back(samples.entry(when=when), tz=tz, max_span=datetime.timedelta(days=999))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == expected(samples.entry(when=when), tz)
