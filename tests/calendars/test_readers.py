"""Other programs' readers find the same events, with the same dates and words, as were written.

None of them complains of line ends, long lines or wrong types (the checker does): they are here to show that they understand
what is right, not that they refuse what is wrong.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Mapping
from typing import Any

import ics
import pytest
import recurring_ical_events
import vobject
from attrs import frozen

from tests.calendars.checker import complaints
from tests.calendars.reading import events_of
from timeline import extract, to_ical

UTC = datetime.timezone.utc
TEXT = """\
The fair runs from Monday to Thursday: music, dance; and "Żółć 平和 🙂" \\o/. On Friday at 9 a.m. GMT the bell will ring. The
plant sale will be held on Sunday from 11 am to 3 pm. The board meets every Tuesday at 3 pm. The choir meets every Monday.
He has been missing for about three weeks. The pruning workshop on 20 October has been cancelled.
"""
TL = extract(TEXT, anchor="2023-09-18", source="https://example.org/fair?a=1,2;b", tz="Europe/London")
DATA = to_ical(TL)


@frozen(kw_only=True)
class Read:
    """What a reader says of an event; a time without an end ends when it starts."""

    start: datetime.date
    end: datetime.date
    summary: str
    description: str
    status: str | None


def instant(time: Any, day: bool = False) -> datetime.date:
    """A time in UTC, or a day."""
    if not isinstance(time, datetime.datetime):
        assert isinstance(time, datetime.date)
        return time
    return time.date() if day else time.astimezone(UTC)


def read(start: Any, end: Any, summary: Any, description: Any, status: Any, day: bool = False) -> Read:
    first = instant(start, day)
    last = first if end is None else instant(end, day)
    return Read(start=first, end=last, summary=str(summary), description=str(description), status=status and str(status))


def by_icalendar(data: bytes) -> dict[str, Read]:
    return {
        str(e["UID"]): read(
            e["DTSTART"].dt, e["DTEND"].dt if "DTEND" in e else None, e["SUMMARY"], e["DESCRIPTION"], e.get("STATUS")
        )
        for e in events_of(data)
    }


def by_ical(data: bytes) -> dict[str, Read]:
    from ical.calendar_stream import IcsCalendarStream

    events = IcsCalendarStream.calendar_from_ics(data.decode()).events
    return {str(e.uid): read(e.start, e.end, e.summary, e.description, e.status and e.status.value) for e in events}


def by_ics(data: bytes) -> dict[str, Read]:
    return {
        e.uid: read(e.begin.datetime, e.end.datetime, e.name, e.description, e.status, e.all_day)
        for e in ics.Calendar(data.decode()).events
    }


def by_vobject(data: bytes) -> dict[str, Read]:
    def value(event: Any, name: str) -> Any:
        return getattr(event, name).value if hasattr(event, name) else None

    return {
        e.uid.value: read(*(value(e, name) for name in ("dtstart", "dtend", "summary", "description", "status")))
        for e in vobject.readOne(data.decode()).vevent_list
    }


READERS: Mapping[str, Callable[[bytes], dict[str, Read]]] = {"ical": by_ical, "ics": by_ics, "vobject": by_vobject}
ON_THIS_PYTHON = [
    pytest.param(name, marks=pytest.mark.skipif(name == "ical" and sys.version_info < (3, 11), reason="ical needs 3.11"))
    for name in READERS
]
# ics calls re.split in a way that Python 3.13 warns of
their_warnings = pytest.mark.filterwarnings("ignore:'maxsplit' is passed as positional argument:DeprecationWarning")


def test_the_calendar_has_each_kind_of_event() -> None:
    """All-day and timed, with and without an end, repeated with a zone and without, approximate and cancelled."""
    assert complaints(DATA) == []
    lines = DATA.decode().replace("\r\n ", "").splitlines()
    for wanted in ("DTSTART;VALUE=DATE", "DTSTART;TZID=Europe/London", "DTEND:2023", "RRULE", "STATUS:CANCELLED"):
        assert [line for line in lines if line.startswith(wanted)], wanted
    assert len(events_of(DATA)) == 7


@their_warnings
@pytest.mark.parametrize("name", ON_THIS_PYTHON)
def test_a_reader_finds_the_same_events(name: str) -> None:
    """UIDs, starts, ends, titles, descriptions and states are what was written."""
    assert READERS[name](DATA) == by_icalendar(DATA)


def test_what_is_read_is_what_the_timeline_has() -> None:
    """The reader that the others are compared with says what the article says."""
    found = by_icalendar(DATA).values()
    assert [(event.start, event.end) for event in found if "fair runs" in event.summary] == [
        (datetime.date(2023, 9, 18), datetime.date(2023, 9, 22))
    ]
    assert [event.start for event in found if "board" in event.summary] == [datetime.datetime(2023, 9, 19, 14, tzinfo=UTC)]
    assert any('"Żółć 平和 🙂" \\o/.' in event.description for event in found)


def occurrences(data: bytes, first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, str]]:
    """What takes place from one day to another, by recurring-ical-events."""
    import icalendar

    between = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(first, last)
    return sorted(((instant(e["DTSTART"].dt), str(e["SUMMARY"])) for e in between), key=str)


def test_repetitions_are_unrolled_alike() -> None:
    """Over the end of summer time: at three in the afternoon before and after."""
    first, last = datetime.date(2023, 10, 22), datetime.date(2023, 11, 8)
    found = occurrences(DATA, first, last)
    assert [day for day, name in found if name == "The choir meets"] == [
        datetime.date(2023, 10, 23),
        datetime.date(2023, 10, 30),
        datetime.date(2023, 11, 6),
    ]
    assert [time for time, name in found if name == "The board meets"] == [
        datetime.datetime(2023, 10, 24, 14, tzinfo=UTC),
        datetime.datetime(2023, 10, 31, 15, tzinfo=UTC),
        datetime.datetime(2023, 11, 7, 15, tzinfo=UTC),
    ]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="ical needs 3.11")
def test_another_reader_unrolls_them_alike() -> None:
    """Two packages that know rules agree on every day."""
    from ical.calendar_stream import IcsCalendarStream

    first, last = datetime.date(2023, 10, 22), datetime.date(2023, 11, 8)
    known = IcsCalendarStream.calendar_from_ics(DATA.decode()).timeline_tz(UTC).included(first, last)
    assert sorted(((instant(e.start), str(e.summary)) for e in known), key=str) == occurrences(DATA, first, last)
