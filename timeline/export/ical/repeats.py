"""Where the repetitions of a timeline stand in a calendar: the first of their days, and the rule for the others."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import takewhile

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain
from timeline.calendar.rrules import at_times, days_of, times_of
from timeline.calendar.values import Moment, date_of
from timeline.calendar.zones import AMBIGUOUS, REGIONS, offset_of, zone
from timeline.entries.entry import Entry
from timeline.export.ical.options import CalendarOptions
from timeline.export.ical.slots import FIRST_YEAR, HOUR, UNZONED, Skipped, Slot, clock_text, dated, length_of, too_wide
from timeline.grammar.meanings import Clock, Meaning, Range, Repeat, Within

STEP = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}  # days, at most
# the parts that say on which days of a week, month or year it is
NAMING = {
    "DAILY": ("FREQ",),
    "WEEKLY": ("BYDAY",),
    "MONTHLY": ("BYDAY", "BYMONTHDAY"),
    "YEARLY": ("BYDAY", "BYMONTHDAY", "BYYEARDAY"),
}
NO_DAYS = "it repeats, but no rule says on which days"
CENTURY = 36_525  # days; what is told to go on for longer is no appointment
CLOCK_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS")
UTC = datetime.timezone.utc
ONE_DAY = datetime.timedelta(days=1)


@frozen(kw_only=True)
class _Clock:
    """The clock times of a repetition, in words and as local times with a length in seconds."""

    text: str = ""
    times: tuple[datetime.time, ...] = ()
    length: int = 0


@frozen(kw_only=True)
class _Run:
    """A rule without its clock times, its days, whether anything ends it, and whether it goes on beyond a century."""

    parts: dict[str, str]
    days: list[datetime.date]
    ends: bool
    beyond: bool

    def rule(self, times: tuple[datetime.time, ...], until: str) -> str:
        """The rule with its clock times, where there are several, and its end."""
        parts = dict(self.parts)
        if len(times) > 1:
            told = at_times(_joined(parts), [(time.hour, time.minute) for time in times]) or ""
            parts |= {name: value for name, value in _parts(told).items() if name != "BYSECOND"}
        if parts.get("COUNT") == str(len(self.days)) and len(times) < 2:
            return _joined(parts)
        parts.pop("COUNT", None)
        return _joined(parts | {"UNTIL": until} if self.ends else parts)


def repeated(entry: Entry, anchor: Moment | None, options: CalendarOptions) -> Slot | Skipped:
    """Where a repetition stands in a calendar, or why it has no place there.

    >>> from timeline.calendar.values import Recurrence
    >>> mondays = Entry(label="market", recurrence=Recurrence(value="P1W", rule="FREQ=WEEKLY;BYDAY=MO"))
    >>> slot = repeated(mondays, Moment.of(2023, 9, 12), CalendarOptions(max_span=datetime.timedelta(days=30)))
    >>> str(slot.start), slot.rule
    ('2023-09-18', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20231009')
    """
    if entry.recurrence is None or entry.recurrence.rule is None:
        return Skipped(entry, NO_DAYS)
    if options.recurrence == "none":
        return Skipped(entry, "it repeats; recurrence='bounded' takes it in")
    parts = _parts(entry.recurrence.rule)
    timed = CLOCK_PARTS if "BYHOUR" in parts else ()
    clock = _clock_of(entry, {name: parts.pop(name) for name in timed if name in parts})
    if parts.get("FREQ") not in STEP:
        return Skipped(entry, "it repeats within a day")
    named = any(name in parts for name in NAMING[parts["FREQ"]])
    once = not named and _once(entry, parts)
    if not named and not once:
        return Skipped(entry, NO_DAYS)
    first = _first_day(entry, anchor)
    if isinstance(first, str):
        return Skipped(entry, first)
    unsaid = STEP[parts["FREQ"]] * int(parts.get("INTERVAL", 1)) if _unsaid_start(entry, parts) else 0
    if reason := too_wide(unsaid, options):
        return Skipped(entry, reason)
    begun = max(first.toordinal(), anchor.day if anchor is not None else 0)
    bound = entry.when.end if not once and not _only_clock(entry) else None
    run = _run(parts, first, bound, begun + options.max_span.days, options.recurrence == "bounded")
    if not run.days:
        return Skipped(entry, "no day of its rule lies in its time")
    if run.beyond:
        return Skipped(entry, "it goes on for more than a century")
    if once:
        return _each_time(dated(entry, evolve(options, tz=None)), run)
    return evolve(_placed(entry, run, clock, options.tz), counted=unsaid > 0)


def _once(entry: Entry, parts: dict[str, str]) -> bool:
    """Whether the bounds of a repetition are the days of one of its times ("every year on 4 July"): fewer than its step."""
    days = entry.when.days
    return days is not None and entry.when.grain >= Grain.PART and days < STEP[parts["FREQ"]]


def _unsaid_start(entry: Entry, parts: dict[str, str]) -> bool:
    """Whether the text leaves open on which of its days a repetition falls: "every other Friday", from no day on."""
    return parts.get("INTERVAL", "1") != "1" and (entry.when.start is None or _only_clock(entry))


def _each_time(slot: Slot | Skipped, run: _Run) -> Slot | Skipped:
    """The days of one time, and the same days again by a rule that names none itself."""
    if isinstance(slot, Skipped):
        return slot
    return evolve(slot, rule=run.rule((), f"{run.days[-1]:%Y%m%d}"), last=run.days[-1] if run.ends else None)


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


def _run(parts: dict[str, str], first: datetime.date, bound: Moment | None, far: int, bounded: bool) -> _Run:
    """The days of a rule from the first to the end that it or its bound tells, else to the day that is ``far`` enough."""
    until = parts.pop("UNTIL", "")[:8]  # it may name a time, and is compared as a day
    ends = [datetime.datetime.strptime(until, "%Y%m%d").date().toordinal()] if until else []
    if bound is not None:
        ends.append(bound.last_day)
    told = bool(ends) or "COUNT" in parts
    century = first.toordinal() + CENTURY
    last = min([century, *ends]) if told else far
    stop = datetime.date.fromordinal(max(1, min(last, datetime.date.max.toordinal() - 1)))
    days = list(takewhile(lambda day: day <= stop, days_of(_joined(parts), first)))
    cut = "COUNT" in parts and len(days) < int(parts["COUNT"]) and not ends
    return _Run(parts=parts, days=days, ends=told or bounded, beyond=cut or min(ends, default=0) > century)


def _parts(rule: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in rule.split(";") if item)


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _clock_of(entry: Entry, by_clock: dict[str, str]) -> _Clock:
    """The clock times that the rule, the bounds or the words of a repetition tell, without text where none does."""
    if "BYHOUR" in by_clock:
        times = [datetime.time(*time) for time in times_of(by_clock)]
        return _told(times, _said_length(entry) if len(times) == 1 else 0)
    if _only_clock(entry) and entry.when.start is not None and entry.when.end is not None:
        local = entry.when.start.datetime
        first = () if local is None else (local.time(),)
        return _Clock(text=clock_text(entry), times=first, length=length_of(entry))
    meaning = entry.time.meaning if entry.time is not None else None
    if isinstance(meaning, Repeat) and meaning.clock is not None:
        return _told([_time(meaning.clock)], _said_length(entry))
    return _Clock()


def _told(times: list[datetime.time], length: int) -> _Clock:
    text = ", ".join(f"{time:%H:%M}" for time in times)
    if length:
        last = datetime.datetime.combine(datetime.date.min, times[0]) + datetime.timedelta(seconds=length)
        text += f" to {last:%H:%M}"
    return _Clock(text=text, times=tuple(times), length=length)


def _time(said: Clock) -> datetime.time:
    if said.half == "open":
        hour = said.hour if 7 <= said.hour <= 12 else said.hour + 12  # an office hour, as in `timeline.dating.clocks`
    else:
        hour = said.hour % 12 + 12 * (said.half == "pm") if said.half else said.hour
    return datetime.time(hour % 24, said.minute or 0, said.second or 0)


def _said_length(entry: Entry) -> int:
    """The seconds between the hours of a repetition ("Thursdays, 7-9 pm"), 0 where only its first hour was said."""
    meaning = entry.time.meaning if entry.time is not None else None
    if not isinstance(meaning, Repeat) or meaning.clock is None or meaning.until is None:
        return 0
    first, last = (clock.hour * HOUR + (clock.minute or 0) * 60 for clock in (meaning.clock, meaning.until))
    return (last - first) % DAY_SECONDS


def _placed(entry: Entry, run: _Run, clock: _Clock, tz: str | None) -> Slot:
    said = _said_zone(entry)
    name = tz if said is None else _zone_name(said)
    if not clock.times or name is None:
        return _by_days(entry, run, clock, UNZONED if said is None else f"its time zone {said} is not one zone")
    local = UTC if name == "UTC" else zone(name)
    start = datetime.datetime.combine(run.days[0], clock.times[0], tzinfo=local)
    last = datetime.datetime.combine(run.days[-1], clock.times[-1], tzinfo=local)
    until = f"{last.astimezone(UTC):%Y%m%dT%H%M%SZ}"  # of UTC in any zone (RFC 5545, 3.3.10)
    end = start + datetime.timedelta(seconds=clock.length) if clock.length else None
    return Slot(
        entry=entry, start=start, end=end, rule=run.rule(clock.times, until), last=last.date() if run.ends else None
    )


def _by_days(entry: Entry, run: _Run, clock: _Clock, why: str) -> Slot:
    first, last = run.days[0], run.days[-1]
    return Slot(
        entry=entry,
        start=first,
        end=first + ONE_DAY,
        rule=run.rule((), f"{last:%Y%m%d}"),
        last=last if run.ends else None,
        clock=clock.text,
        why=why if clock.text else "",
    )


def _said_zone(entry: Entry) -> str | None:
    """The zone in which the text tells a repetition's clock time ("Tuesdays at 3 pm ET"), as it was written."""
    meaning = entry.time.meaning if entry.time is not None else None
    return next((clock.zone for clock in _clocks(meaning) if clock.zone is not None), None)


def _clocks(meaning: Meaning | None) -> Iterator[Clock]:
    if isinstance(meaning, Clock):
        yield meaning
    elif isinstance(meaning, Repeat):
        yield from _clocks(meaning.clock)
    elif isinstance(meaning, Within):
        yield from _clocks(meaning.inner)
    elif isinstance(meaning, Range):
        yield from _clocks(meaning.first)
        yield from _clocks(meaning.last)


def _zone_name(said: str) -> str | None:
    """The IANA name of a zone as texts write it; None for one that is several zones, or no whole hours from UTC."""
    name = said.lower()
    ahead = offset_of(name)
    if name in REGIONS:
        return REGIONS[name]
    if name in AMBIGUOUS or ahead is None or ahead % HOUR or abs(ahead) > 12 * HOUR:
        return None
    return f"Etc/GMT{-ahead // HOUR:+}" if ahead else "UTC"  # whose sign is that of POSIX: west is plus
