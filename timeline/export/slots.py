"""Where the entries of a timeline stand in a calendar, and which of them a calendar cannot hold."""

from __future__ import annotations

import datetime
from itertools import takewhile

from attrs import field, frozen

from timeline.almanac import Grain
from timeline.entry import FACTUALITIES, Entry
from timeline.errors import OptionError
from timeline.meanings import Clock, Repeat
from timeline.rrules import days_of
from timeline.values import Moment, date_of
from timeline.zones import lift, zone

SHOWN = frozenset(("asserted", "reported", "planned"))
EXTRAS = (*(name for name in FACTUALITIES if name not in SHOWN), "windows")
MAX_SPAN = datetime.timedelta(days=366)
MAX_WINDOW_DAYS = 7
FIRST_YEAR = 1583  # the first whole year of the Gregorian calendar, which calendar programs take for granted
HOUR = 3_600
DAYLONG = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
CLOCK_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")


def _extras(names: object, _: object, value: frozenset[str]) -> None:
    for name in sorted(value):
        if name not in EXTRAS:
            raise OptionError(f"include has {name!r}, expected some of {', '.join(EXTRAS)}")


def _length(_: object, __: object, value: object) -> None:
    if not isinstance(value, datetime.timedelta) or value < datetime.timedelta(days=1):
        raise OptionError(f"max_span is {value!r}, expected a timedelta of a day or more")


@frozen(kw_only=True)
class Limits:
    """What a calendar is to hold: the zone of bare clock times, the longest period, and the kinds taken in besides."""

    tz: str | None = None
    max_span: datetime.timedelta = field(default=MAX_SPAN, validator=_length)
    include: frozenset[str] = field(default=frozenset(), validator=_extras)


@frozen(kw_only=True)
class Slot:
    """Where an entry stands: days, or times of UTC; the end is exclusive, None for a mere point in time.

    ``rule`` repeats it; ``clock`` is a clock time that the slot could not hold, with ``why`` it could not.
    """

    entry: Entry
    start: datetime.date
    end: datetime.date | None
    rule: str | None = None
    clock: str = ""
    why: str = ""


@frozen
class Skipped:
    """An entry that a calendar leaves out, and why."""

    entry: Entry
    reason: str

    def __str__(self) -> str:
        return f"{self.entry.label}: {self.reason}"


def place(entry: Entry, anchor: Moment | None, limits: Limits) -> Slot | Skipped:
    """Where an entry stands in a calendar, or why it has no place there.

    >>> from timeline.values import When
    >>> slot = place(Entry(label="talks", when=When.read("2023-09-18/2023-09-21")), None, Limits())
    >>> str(slot.start), str(slot.end)
    ('2023-09-18', '2023-09-22')
    >>> print(place(Entry(label="war", when=When.read("1914/1918")), None, Limits()))
    war: it lasts 1826 days, longer than 366
    """
    reason = _not_told(entry, limits)
    if reason:
        return Skipped(entry, reason)
    if entry.recurrence is not None:
        return _repeated(entry, anchor, limits)
    if entry.dated:
        reason = _unfit(entry, limits)
        return Skipped(entry, reason) if reason else _dated(entry, limits)
    if entry.duration is not None:
        return Skipped(entry, f"a length of time ({entry.duration}) without a date")
    return Skipped(entry, f"its time is not resolved: {entry.time.reason}" if entry.time is not None else "it has no time")


def _not_told(entry: Entry, limits: Limits) -> str:
    if entry.factuality in SHOWN or entry.factuality in limits.include:
        return ""
    # "has not been seen for three weeks" is a fact about those weeks; "was not seen on Friday" is no event at all
    if entry.factuality == "negated" and entry.dated and not entry.when.window:
        return ""
    return f"it is {entry.factuality}; include={entry.factuality!r} takes it in"


def _unfit(entry: Entry, limits: Limits) -> str:
    when = entry.when
    if when.start is None or when.end is None:
        return f"its {'start' if when.start is None else 'end'} is not known"
    first, last, days = when.first_day, when.last_day, when.days or 0
    if first is None or last is None or last == datetime.date.max:
        return "it lies outside the years 1 to 9999"
    if first.year < FIRST_YEAR:
        return f"it lies before {FIRST_YEAR}, the first year that calendars know"
    if when.window and days > MAX_WINDOW_DAYS and "windows" not in limits.include:
        return f"its day is not known within {days} days; include='windows' takes it in"
    if days > limits.max_span.days:
        return f"it lasts {days} days, longer than {limits.max_span.days}"
    return ""


def _dated(entry: Entry, limits: Limits) -> Slot:
    when = entry.when
    assert when.start is not None and when.end is not None
    if when.grain < Grain.PART:
        start, end = _utc(when.start, limits.tz), _utc(when.end, limits.tz)
        point = when.window and when.end.wall - when.start.wall <= HOUR
        if start is not None and end is not None:
            return Slot(entry=entry, start=start, end=None if point or end <= start else end)
        clock = _clock_text(when.start) if point else f"{_clock_text(when.start)} to {_clock_text(when.end)}"
        return _all_day(entry, clock, "its time zone is not known")
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


def _clock_text(moment: Moment) -> str:
    minutes, second = divmod(moment.wall % 86_400, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if second else "")


def _repeated(entry: Entry, anchor: Moment | None, limits: Limits) -> Slot | Skipped:
    rule = entry.recurrence.rule if entry.recurrence is not None else None
    if rule is None:
        return Skipped(entry, "it repeats, but no rule says on which days")
    parts = dict(item.split("=", 1) for item in rule.split(";"))
    if parts.get("FREQ") not in DAYLONG:
        return Skipped(entry, "it repeats within a day")
    first = _first_day(entry, anchor)
    if isinstance(first, str):
        return Skipped(entry, first)
    last = min(first.toordinal() + limits.max_span.days, datetime.date.max.toordinal() - 1)
    if entry.when.end is not None:
        last = min(last, entry.when.end.last_day)
    clocks = [parts.pop(name) for name in CLOCK_PARTS if name in parts]
    days = _days(parts, first, datetime.date.fromordinal(max(1, last)))
    if not days:
        return Skipped(entry, "no day of its rule lies in its time")
    return _slot_of_days(entry, parts, days, _clock_of(entry, clocks), limits.tz)


def _first_day(entry: Entry, anchor: Moment | None) -> datetime.date | str:
    """The day from which a repetition is counted, or why there is none."""
    start = entry.when.start
    if start is None:
        if entry.event is not None and entry.event.tense == "PAST":
            return "it repeated in the past, and nothing says since when"
        start = anchor
    if start is None:
        return "it repeats, and without an anchor nothing says since when"
    day = date_of(start.day)
    if day is None or day.year < FIRST_YEAR:
        return f"it lies outside the years {FIRST_YEAR} to 9999"
    return day


def _days(parts: dict[str, str], first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The days of a rule from first to last; its own UNTIL, which may name a time, is compared as a day."""
    until = parts.pop("UNTIL", "")[:8]
    last = min(last, datetime.datetime.strptime(until, "%Y%m%d").date()) if until else last
    return list(takewhile(lambda day: day <= last, days_of(_joined(parts), first)))


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _clock_of(entry: Entry, by_clock: list[str]) -> datetime.time | str | None:
    """The clock time of a repetition: a plain one, or in words one that no single local time can tell."""
    if by_clock:
        if all(number.isdecimal() for number in by_clock):
            hour, minute, second = (*map(int, by_clock), 0, 0)[:3]
            return datetime.time(hour, minute, second)
        return ":".join(by_clock)
    meaning = entry.time.meaning if entry.time is not None else None
    return _plain_clock(meaning.clock) if isinstance(meaning, Repeat) and meaning.clock is not None else None


def _plain_clock(clock: Clock) -> datetime.time | str:
    hour = clock.hour % 12 + 12 * (clock.half == "pm") if clock.half else clock.hour % 24
    time = datetime.time(hour, clock.minute or 0, clock.second or 0)
    return f"{time:%H:%M} {clock.zone}" if clock.zone else time


def _slot_of_days(
    entry: Entry, parts: dict[str, str], days: list[datetime.date], clock: datetime.time | str | None, tz: str | None
) -> Slot:
    """A repeated slot: in UTC where each time is the same time of UTC on the same day, else all-day."""
    if isinstance(clock, datetime.time) and tz is not None:
        local = [datetime.datetime.combine(day, clock, tzinfo=zone(tz)) for day in days]
        utc = [moment.astimezone(datetime.timezone.utc) for moment in local]
        if all(a.date() == b.date() for a, b in zip(local, utc, strict=True)) and len({moment.time() for moment in utc}) == 1:
            until = "" if "COUNT" in parts else f";UNTIL={utc[-1]:%Y%m%dT%H%M%SZ}"
            return Slot(entry=entry, start=utc[0], end=None, rule=_joined(parts) + until)
    said = f"{clock:%H:%M}" if isinstance(clock, datetime.time) else clock or ""
    return Slot(
        entry=entry,
        start=days[0],
        end=days[0] + datetime.timedelta(days=1),
        rule=_joined(parts) + ("" if "COUNT" in parts else f";UNTIL={days[-1]:%Y%m%d}"),
        clock=said if tz is None or not said else f"{said} ({tz})",
        why="" if not said else "its time zone is not known" if tz is None else "its days or times are others in UTC",
    )
