"""The calendar of a timeline, and the report of what it does not hold."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from timeline.articles import Article
from timeline.entries.entry import Entry
from timeline.errors import ExportError
from timeline.export.given import given
from timeline.export.ical.event import event
from timeline.export.ical.identity import uids
from timeline.export.ical.options import MAX_SPAN, CalendarOptions, Kind, Repeats
from timeline.export.ical.plain import folded
from timeline.export.ical.repeats import repeated
from timeline.export.ical.slots import Skipped, Slot, dated, unwanted
from timeline.export.ical.timezones import timezone
from timeline.languages import load
from timeline.model import Timeline

if TYPE_CHECKING:
    from icalendar import Timezone

PRODUCT = "-//timeline//article timeline//EN"
ENDLESS_YEARS = 20  # how long the zone of an endless repetition is written down; after that its last offset goes on


@frozen(kw_only=True)
class IcalReport:
    """What a calendar holds of a timeline and what it does not; printing it gives a line for each thing lost.

    ``exported`` are the entries in the calendar, ``skipped`` those left out, ``zoneless`` those whose clock time stands in
    the description only, each with its reason.

    >>> import timeline
    >>> tl = timeline.extract("They met on 5 May 2023. They quarrelled in 2022.", anchor=None)
    >>> print(timeline.ical_report(tl))
    left out: They quarrelled: its day is not known within 365 days; include='windows' takes it in
    """

    exported: tuple[Entry, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    zoneless: tuple[Skipped, ...] = ()

    def __str__(self) -> str:
        left_out = [f"left out: {skipped}" for skipped in self.skipped]
        return "\n".join([*left_out, *(f"made all-day: {skipped}" for skipped in self.zoneless)])


def to_ical(
    tl: Timeline,
    *,
    tz: str | None = None,
    max_span: datetime.timedelta = MAX_SPAN,
    include: Kind | Collection[Kind] = (),
    exclude: Kind | Collection[Kind] = (),
    recurrence: Repeats = "bounded",
    sequence: int = 0,
    quotes: bool = True,
    stamp: datetime.datetime | None = None,
    empty: bool = False,
) -> bytes:
    """The bytes of a calendar with the entries that have a day and are asserted, reported or planned.

    ``tz`` is the zone of clock times that have none (the timeline's own, unless given); ``max_span`` the longest period,
    and how far an endless repetition is carried; ``include`` takes in what is left out by default: "denied", "negated",
    "possible", "conditional", "asked", dates that are "inferred", and "windows" of more than a week.  ``exclude`` leaves out
    any of these or what is in by default: "asserted", "reported", "planned".  ``recurrence`` is "bounded", "endless" (no end
    where the text tells none) or "none".  ``sequence`` is the number of the article's revision; without ``quotes`` the
    sentences stay out of the descriptions; ``stamp`` replaces the anchor as the time of making.  `ical_report` lists what is
    left out.

    An event keeps its UID in a corrected article as long as its source, head word and time words stay.  Without a source
    the UID hangs on the whole text, and changes with it.

    Raises `ExportError` when there is nothing to export, unless ``empty``; `OptionError` or `ZoneError` for an option.

    >>> from timeline.calendar.values import When
    >>> talks = Entry(label="talks in Moscow", when=When.read("2023-09-18/2023-09-21"))
    >>> calendar = to_ical(Timeline(entries=(talks,)))
    >>> [line for line in calendar.decode().splitlines() if line.startswith("DT")]
    ['DTSTART;VALUE=DATE:20230918', 'DTEND;VALUE=DATE:20230922', 'DTSTAMP:19700101T000000Z']
    """
    options = CalendarOptions(
        tz=tz,
        max_span=max_span,
        include=include,
        exclude=exclude,
        recurrence=recurrence,
        sequence=sequence,
        quotes=quotes,
        stamp=stamp,
        empty=empty,
    )
    return _written(tl, options)


def ical_report(
    tl: Timeline,
    *,
    tz: str | None = None,
    max_span: datetime.timedelta = MAX_SPAN,
    include: Kind | Collection[Kind] = (),
    exclude: Kind | Collection[Kind] = (),
    recurrence: Repeats = "bounded",
) -> IcalReport:
    """What `to_ical` leaves out under the same options, and the clock times that it cannot hold, with reasons.

    Raises `OptionError` or `ZoneError` for an option.

    >>> print(ical_report(Timeline(entries=(Entry(label="the plot", factuality="denied"), Entry(label="the flood")))))
    left out: the plot: it is denied; include='denied' takes it in
    left out: the flood: it has no time
    """
    options = CalendarOptions(tz=tz, max_span=max_span, include=include, exclude=exclude, recurrence=recurrence)
    places = [_place(entry, article, options) for entry, article in _published(tl)]
    slots = [place for place in places if isinstance(place, Slot)]
    return IcalReport(
        exported=tuple(slot.entry for slot in slots),
        skipped=tuple(place for place in places if isinstance(place, Skipped)),
        zoneless=tuple(Skipped(slot.entry, f"{slot.clock}, but {slot.why}") for slot in slots if slot.clock),
    )


def _written(tl: Timeline, options: CalendarOptions) -> bytes:
    from icalendar import Calendar

    published = list(_published(tl))
    names = [entry.source or article.source or article.text_hash for entry, article in published]
    slots, events = [], []
    known_by = uids(tl.entries, names, load(tl.language).corrected_words)
    for (entry, article), uid in zip(published, known_by, strict=True):
        slot = _place(entry, article, options)
        if isinstance(slot, Slot):
            slots.append(slot)
            events.append(event(slot, uid, article, options))
    if not events and not options.empty:
        told = f"of {len(tl)} entries none has a place in it, ical_report tells why" if tl else "there are no entries"
        raise ExportError(f"nothing to export: {told}; empty=True makes a calendar without events")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for component in (*_timezones(slots), *events):
        calendar.add_component(component)
    return "".join(f"{folded(line)}\r\n" for line in calendar.content_lines() if line).encode()


def _published(tl: Timeline) -> Iterator[tuple[Entry, Timeline | Article]]:
    """The entries of a timeline, each with the article that it stands in."""
    own = {article.source: article for article in given(tl).articles}
    return ((entry, own.get(entry.source or "", tl)) for entry in tl)


def _place(entry: Entry, article: Timeline | Article, options: CalendarOptions) -> Slot | Skipped:
    """Where an entry stands in a calendar, or why it has no place there."""
    local = options if options.tz is not None else evolve(options, tz=article.tz)
    reason = unwanted(entry, local)
    if reason:
        return Skipped(entry, reason)
    if entry.recurrence is not None:
        return repeated(entry, article.anchor, local)
    if entry.dated:
        return dated(entry, local)
    if entry.duration is not None:
        return Skipped(entry, f"a length of time ({entry.duration}) without a date")
    return Skipped(
        entry, f"its time is not resolved: {entry.time.reason}" if entry.time is not None else "it has no time"
    )


def _timezones(slots: Sequence[Slot]) -> Iterator[Timezone]:
    """The zones that repetitions are told in, each for as long as they go on."""
    spans: dict[ZoneInfo, tuple[datetime.date, datetime.date]] = {}
    for slot in slots:
        if isinstance(slot.start, datetime.datetime) and isinstance(slot.start.tzinfo, ZoneInfo):
            first = slot.start.date()
            last = slot.last if slot.last is not None else _years_on(first)
            known = spans.get(slot.start.tzinfo, (first, last))
            spans[slot.start.tzinfo] = min(first, known[0]), max(last, known[1])
    for tz in sorted(spans, key=lambda tz: tz.key):
        yield timezone(tz, *spans[tz])


def _years_on(day: datetime.date) -> datetime.date:
    return datetime.date(min(day.year + ENDLESS_YEARS, 9998), 12, 31)
