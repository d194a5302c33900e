"""Where the entries of a timeline stand in a calendar, and which of them a calendar cannot hold."""

from __future__ import annotations

import datetime

from attrs import frozen

from timeline.calendar.almanac import Grain, time_of_day
from timeline.calendar.values import Moment
from timeline.calendar.zones import lift
from timeline.entries.entry import Entry
from timeline.export.ical.options import SHOWN, CalendarOptions

MAX_WINDOW_DAYS = 7
FIRST_YEAR = 1583  # the first whole year of the Gregorian calendar, which calendar programs take for granted
HOUR = 3_600
UNZONED = "its time zone is not known"


@frozen(kw_only=True)
class Slot:
    """Where an entry stands: days, or times of UTC or of a zone; the end is exclusive, None for a mere point in time.

    ``rule`` repeats it up to ``last``, None where it has no end; ``counted`` tells that the text does not say from which day
    on ("every other Friday"); ``clock`` is a clock time that the slot could not hold, with ``why`` it could not.
    """

    entry: Entry
    start: datetime.date
    end: datetime.date | None
    rule: str | None = None
    last: datetime.date | None = None
    counted: bool = False
    clock: str = ""
    why: str = ""


@frozen
class Skipped:
    """An entry that a calendar leaves out, and why."""

    entry: Entry
    reason: str

    def __str__(self) -> str:
        return f"{self.entry.label}: {self.reason}"


def unwanted(entry: Entry, options: CalendarOptions) -> str:
    """Why an entry is left out for what it tells, empty where it is not.

    >>> unwanted(Entry(label="the plot", factuality="denied"), CalendarOptions())
    "it is denied; include='denied' takes it in"
    """
    told = [(entry.factuality, f"it is {entry.factuality}"), ("inferred", "its date is inferred from others")]
    for kind, reason in told[: 1 + entry.inferred]:
        if kind in options.exclude:
            return f"{reason}; exclude={kind!r} leaves it out"
        if kind not in options.include and not _fit_to_show(entry, kind):
            return f"{reason}; include={kind!r} takes it in"
    return ""


def _fit_to_show(entry: Entry, kind: str) -> bool:
    # "has not been seen for three weeks" is a fact about those weeks; "was not seen on Friday" is no event at all
    lasting = kind == "negated" and entry.dated and not entry.when.window
    return kind in SHOWN or lasting or (entry.cancelled and kind != "inferred")


def dated(entry: Entry, options: CalendarOptions) -> Slot | Skipped:
    """Where an entry with a date stands in a calendar, or why it has no place there.

    >>> from timeline.calendar.values import When
    >>> slot = dated(Entry(label="talks", when=When.read("2023-09-18/2023-09-21")), CalendarOptions())
    >>> str(slot.start), str(slot.end)
    ('2023-09-18', '2023-09-22')
    >>> print(dated(Entry(label="war", when=When.read("1914/1918")), CalendarOptions()))
    war: it lasts 1826 days, longer than 366; max_span=timedelta(days=1826) takes it in
    """
    reason = _unfit(entry, options)
    return Skipped(entry, reason) if reason else _slot(entry, options.tz)


def _unfit(entry: Entry, options: CalendarOptions) -> str:
    when = entry.when
    if when.start is None or when.end is None:
        return f"its {'start' if when.start is None else 'end'} is not known"
    first, last, days = when.first_day, when.last_day, when.days or 0
    if first is None or last is None or last == datetime.date.max:
        return "it lies outside the years 1 to 9999"
    if first.year < FIRST_YEAR:
        return f"it lies before {FIRST_YEAR}, the first year that calendars know"
    if when.window and (reason := too_wide(days, options)):
        return reason
    if days > options.max_span.days:
        told = "its day is not known within" if when.window else "it lasts"
        return f"{told} {days} days, longer than {options.max_span.days}; max_span=timedelta(days={days}) takes it in"
    return ""


def too_wide(days: int, options: CalendarOptions) -> str:
    """Why a day that is not known within so many days is left out, empty where it is not.

    >>> too_wide(31, CalendarOptions())
    "its day is not known within 31 days; include='windows' takes it in"
    """
    if days > MAX_WINDOW_DAYS and "windows" not in options.include:
        return f"its day is not known within {days} days; include='windows' takes it in"
    if days > 1 and "windows" in options.exclude:
        return f"its day is not known within {days} days; exclude='windows' leaves it out"
    return ""


def _slot(entry: Entry, tz: str | None) -> Slot:
    when = entry.when
    assert when.start is not None and when.end is not None
    if when.grain < Grain.PART:
        start, end = _utc(when.start, tz), _utc(when.end, tz)
        if start is not None and end is not None:
            return Slot(entry=entry, start=start, end=end if length_of(entry) and end > start else None)
        return _all_day(entry, clock_text(entry), UNZONED)
    return _all_day(entry)


def _all_day(entry: Entry, clock: str = "", why: str = "") -> Slot:
    first, last = entry.when.first_day, entry.when.last_day
    assert first is not None and last is not None
    if entry.when.grain == Grain.PART and entry.when.window and (last - first).days == 1:
        last = first  # the night of Friday ends on Saturday, but calendars show it on Friday
    return Slot(entry=entry, start=first, end=last + datetime.timedelta(days=1), clock=clock, why=why)


def _utc(moment: Moment, tz: str | None) -> datetime.datetime | None:
    """The moment in UTC, or None where its zone is not known or it lies outside the years 1 to 9999."""
    local = (moment if tz is None else lift(moment, tz)).datetime
    if local is None or local.tzinfo is None:
        return None
    try:
        return local.astimezone(datetime.timezone.utc)
    except OverflowError:
        return None


def clock_text(entry: Entry) -> str:
    """The clock time of an entry, from the one to the other where it lasts.

    >>> from timeline.calendar.values import When
    >>> clock_text(Entry(label="talks", when=When.read("2023-09-18T09:00:00/2023-09-18T10:59:59")))
    '09:00 to 11:00'
    """
    start, end = entry.when.start, entry.when.end
    assert start is not None and end is not None
    return time_of_day(start.wall) + (f" to {time_of_day(end.wall)}" if length_of(entry) else "")


def length_of(entry: Entry) -> int:
    """How many seconds the clock time of an entry lasts: none where only a point in time was told ("at 9").

    >>> from timeline.calendar.values import When
    >>> length_of(Entry(label="talks", when=When.read("2023-09-18T09:00:00/2023-09-18T10:59:59")))
    7200
    """
    start, end = entry.when.start, entry.when.end
    seconds = 0 if start is None or end is None else end.wall - start.wall
    return 0 if entry.when.window and seconds <= HOUR else seconds
