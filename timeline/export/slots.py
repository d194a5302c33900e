"""Where the entries of a timeline stand in a calendar, and which of them a calendar cannot hold."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import takewhile

from attrs import field, frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain
from timeline.calendar.rrules import days_of
from timeline.calendar.values import Moment, date_of
from timeline.calendar.zones import lift, zone
from timeline.entries.entry import FACTUALITIES, Entry
from timeline.errors import OptionError
from timeline.grammar.meanings import Repeat

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


def _a_day_or_more(_: object, __: object, value: object) -> None:
    if not isinstance(value, datetime.timedelta) or value < datetime.timedelta(days=1):
        raise OptionError(f"max_span is {value!r}, expected a timedelta of a day or more")


@frozen(kw_only=True)
class Limits:
    """What a calendar is to hold: the zone of bare clock times, the longest period, and the kinds taken in besides."""

    tz: str | None = None
    max_span: datetime.timedelta = field(default=MAX_SPAN, validator=_a_day_or_more)
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

    >>> from timeline.calendar.values import When
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
    return Skipped(
        entry, f"its time is not resolved: {entry.time.reason}" if entry.time is not None else "it has no time"
    )


def _not_told(entry: Entry, limits: Limits) -> str:
    if entry.factuality in SHOWN or entry.cancelled or entry.factuality in limits.include:
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
        length = _length(entry, when.start, when.end)
        if start is not None and end is not None:
            return Slot(entry=entry, start=start, end=end if length and end > start else None)
        clock = _clock_text(when.start) + (f" to {_clock_text(when.end)}" if length else "")
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
    minutes, second = divmod(moment.wall % DAY_SECONDS, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{second:02}" if second else "")


@frozen(kw_only=True)
class _Clock:
    """The clock time of a repetition, in words and, where it is a plain local one, as a time with a length in seconds."""

    text: str
    time: datetime.time | None = None
    length: int = 0


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
    if entry.when.end is not None and not _only_clock(entry):
        last = min(last, entry.when.end.last_day)
    clock = _clock_of(entry, {name: parts.pop(name) for name in CLOCK_PARTS if name in parts})
    days = _days(parts, first, datetime.date.fromordinal(max(1, last)))
    if not days:
        return Skipped(entry, "no day of its rule lies in its time")
    return _timed(entry, parts, days, clock, limits.tz) or _by_days(entry, parts, days, clock, limits.tz)


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


def _only_clock(entry: Entry) -> bool:
    """Whether the bounds of a repetition are those of a single time ("Tuesdays from 6 to 7 pm"), not of the whole."""
    start, end = entry.when.start, entry.when.end
    return (
        entry.when.grain < Grain.PART and start is not None and end is not None and end.wall - start.wall < DAY_SECONDS
    )


def _days(parts: dict[str, str], first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The days of a rule from first to last; its own UNTIL, which may name a time, is compared as a day."""
    until = parts.pop("UNTIL", "")[:8]
    last = min(last, datetime.datetime.strptime(until, "%Y%m%d").date()) if until else last
    return list(takewhile(lambda day: day <= last, days_of(_joined(parts), first)))


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _clock_of(entry: Entry, by_clock: Mapping[str, str]) -> _Clock:
    """The clock time that the rule, the bounds or the words of a repetition tell, without text where none does."""
    if "BYHOUR" in by_clock:
        hours, minutes = by_clock["BYHOUR"].split(","), by_clock.get("BYMINUTE", "0").split(",")
        times = [datetime.time(int(hour), int(minute)) for hour in hours for minute in minutes]
        length = _said_length(entry) if len(times) == 1 else 0
        text = ", ".join(f"{time:%H:%M}" for time in times)
        if length:
            last = datetime.datetime.combine(datetime.date.min, times[0]) + datetime.timedelta(seconds=length)
            text += f" to {last:%H:%M}"
        return _Clock(text=text, time=times[0] if len(times) == 1 else None, length=length)
    if _only_clock(entry) and entry.when.start is not None and entry.when.end is not None:
        local = entry.when.start.datetime
        length = _length(entry, entry.when.start, entry.when.end)
        text = _clock_text(entry.when.start) + (f" to {_clock_text(entry.when.end)}" if length else "")
        return _Clock(text=text, time=None if local is None else local.time(), length=length)
    meaning = entry.time.meaning if entry.time is not None else None
    if isinstance(meaning, Repeat) and meaning.clock is not None:
        said = meaning.clock
        hour = said.hour % 12 + 12 * (said.half == "pm") if said.half else said.hour % 24
        time = datetime.time(hour, said.minute or 0, said.second or 0)
        return (
            _Clock(text=f"{time:%H:%M}", time=time) if said.zone is None else _Clock(text=f"{time:%H:%M} {said.zone}")
        )
    return _Clock(text="")


def _said_length(entry: Entry) -> int:
    """The seconds between the hours of a repetition ("Thursdays, 7-9 pm"), 0 where only its first hour was said."""
    meaning = entry.time.meaning if entry.time is not None else None
    if not isinstance(meaning, Repeat) or meaning.clock is None or meaning.until is None:
        return 0
    first, last = (clock.hour * HOUR + (clock.minute or 0) * 60 for clock in (meaning.clock, meaning.until))
    return (last - first) % DAY_SECONDS


def _length(entry: Entry, start: Moment, end: Moment) -> int:
    """How long a clock time lasts; a mere point in time does not."""
    seconds = end.wall - start.wall
    return 0 if entry.when.window and seconds <= HOUR else seconds


def _timed(
    entry: Entry, parts: dict[str, str], days: list[datetime.date], clock: _Clock, tz: str | None
) -> Slot | None:
    """A repeated slot in UTC, None unless each time is the same time of UTC and on the same day."""
    if clock.time is None or tz is None:
        return None
    local = [datetime.datetime.combine(day, clock.time, tzinfo=zone(tz)) for day in days]
    utc = [moment.astimezone(datetime.timezone.utc) for moment in local]
    if any(a.date() != b.date() for a, b in zip(local, utc, strict=True)) or len({moment.time() for moment in utc}) > 1:
        return None
    rule = _joined(parts) + ("" if "COUNT" in parts else f";UNTIL={utc[-1]:%Y%m%dT%H%M%SZ}")
    end = utc[0] + datetime.timedelta(seconds=clock.length) if clock.length else None
    return Slot(entry=entry, start=utc[0], end=end, rule=rule)


def _by_days(entry: Entry, parts: dict[str, str], days: list[datetime.date], clock: _Clock, tz: str | None) -> Slot:
    said = clock.text
    return Slot(
        entry=entry,
        start=days[0],
        end=days[0] + datetime.timedelta(days=1),
        rule=_joined(parts) + ("" if "COUNT" in parts else f";UNTIL={days[-1]:%Y%m%d}"),
        clock=said if tz is None or not said else f"{said} ({tz})",
        why="" if not said else "its time zone is not known" if tz is None else "its days or times are others in UTC",
    )
