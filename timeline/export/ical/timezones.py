"""The VTIMEZONE of a calendar: how far a zone's clocks are ahead of UTC, and when they are set."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from attrs import frozen

if TYPE_CHECKING:
    from icalendar import Timezone

UTC = datetime.timezone.utc
ONE_DAY, ONE_SECOND = datetime.timedelta(days=1), datetime.timedelta(seconds=1)


@frozen(kw_only=True)
class Observance:
    """From when on clocks are ahead of UTC by ``after``: ``start`` is local time as it was ``before``."""

    start: datetime.datetime
    before: datetime.timedelta
    after: datetime.timedelta
    name: str
    summer: bool


def observances(tz: ZoneInfo, first: datetime.date, last: datetime.date) -> Iterator[Observance]:
    """What a zone observes between two days, the first from the day before them on.

    >>> from timeline.calendar.zones import zone
    >>> days = datetime.date(2023, 9, 18), datetime.date(2023, 12, 1)
    >>> [f"{o.start} {o.name}" for o in observances(zone("Europe/Berlin"), *days)]
    ['2023-09-17 00:00:00 CEST', '2023-10-29 03:00:00 CET']
    """
    day = datetime.datetime(first.year, first.month, first.day, tzinfo=UTC) - ONE_DAY
    end = datetime.datetime(last.year, last.month, last.day, tzinfo=UTC) + 2 * ONE_DAY
    offset = _offset(tz, day)
    yield _observance(tz, day.replace(tzinfo=None), day + ONE_DAY, offset, offset)
    while day < end:
        day += ONE_DAY
        if _offset(tz, day) != offset:
            onset = _onset(tz, day - ONE_DAY, day)
            yield _observance(tz, onset.replace(tzinfo=None) + offset, onset, offset, _offset(tz, onset))
            offset = _offset(tz, day)


def _offset(tz: ZoneInfo, moment: datetime.datetime) -> datetime.timedelta:
    return moment.astimezone(tz).utcoffset() or datetime.timedelta()


def _onset(tz: ZoneInfo, low: datetime.datetime, high: datetime.datetime) -> datetime.datetime:
    """The first second, after one and up to another, at which the offset is that of the later."""
    wanted = _offset(tz, high)
    while high - low > ONE_SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (low, middle) if _offset(tz, middle) == wanted else (middle, high)
    return high


def _observance(
    tz: ZoneInfo,
    start: datetime.datetime,
    moment: datetime.datetime,
    before: datetime.timedelta,
    after: datetime.timedelta,
) -> Observance:
    local = moment.astimezone(tz)
    return Observance(start=start, before=before, after=after, name=local.tzname() or "", summer=bool(local.dst()))


def timezone(tz: ZoneInfo, first: datetime.date, last: datetime.date) -> Timezone:
    """The VTIMEZONE of a zone for events between two days.

    >>> from timeline.calendar.zones import zone
    >>> made = timezone(zone("Asia/Tokyo"), datetime.date(2023, 9, 18), datetime.date(2024, 9, 18))
    >>> made.to_ical().decode().splitlines()[1:4]
    ['TZID:Asia/Tokyo', 'BEGIN:STANDARD', 'DTSTART:20230917T000000']
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    made = Timezone()
    made.add("tzid", tz.key)
    for observed in observances(tz, first, last):
        part = TimezoneDaylight() if observed.summer else TimezoneStandard()
        part.add("dtstart", observed.start)
        part.add("tzoffsetfrom", observed.before)
        part.add("tzoffsetto", observed.after)
        part.add("tzname", observed.name)
        made.add_component(part)
    return made
