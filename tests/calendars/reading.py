"""Calendars as the icalendar package reads them, their bytes checked on the way."""

from __future__ import annotations

import datetime
from typing import Any

import icalendar

from tests import samples
from tests.calendars.checker import complaints
from timeline import Entry, Timeline, ical_report, to_ical


def events_of(data: bytes) -> list[Any]:
    """The events that the reader of the icalendar package finds."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def read_back(*entries: Entry, **options: Any) -> list[Any]:
    """The events of a calendar of some entries, whose bytes must be in order."""
    data = to_ical(samples.timeline_of(*entries), **options)
    assert complaints(data, endless=options.get("recurrence") == "endless") == []
    return events_of(data)


def days(event: Any) -> tuple[datetime.date, datetime.date]:
    """Start and (exclusive) end of an event."""
    return event["DTSTART"].dt, event["DTEND"].dt


def reasons(*entries: Entry, **options: Any) -> list[str]:
    """Why entries are left out."""
    return [skipped.reason for skipped in ical_report(samples.timeline_of(*entries), **options).skipped]


def uids(tl: Timeline, **options: Any) -> list[str]:
    """The UIDs of a timeline's calendar."""
    return [str(event["UID"]) for event in events_of(to_ical(tl, **options))]


def written(*entries: Entry, **options: Any) -> list[str]:
    """The content lines of a calendar of some entries, unfolded."""
    return to_ical(samples.timeline_of(*entries), **options).decode().replace("\r\n ", "").splitlines()
