"""A timeline as an iCalendar file (RFC 5545) that is the same every time it is made."""

from __future__ import annotations

import datetime
import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from timeline.calendar.zones import zone
from timeline.entries.entry import Entry
from timeline.errors import ExportError, OptionError
from timeline.export.slots import MAX_SPAN, Limits, Skipped, Slot, place
from timeline.model import Timeline

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//timeline//article timeline//EN"
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
TENTATIVE = frozenset(("planned", "possible", "conditional", "asked"))
ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _whole_number(_: object, __: object, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise OptionError(f"sequence is {value!r}, expected a whole number from 0")


def _zoned(_: object, __: object, value: Any) -> None:
    if value is not None and (not isinstance(value, datetime.datetime) or value.utcoffset() is None):
        raise OptionError(f"stamp is {value!r}, expected a datetime with a time zone")


def _names(value: str | Collection[str]) -> frozenset[str]:
    return frozenset((value,) if isinstance(value, str) else value)


@frozen(kw_only=True)
class CalendarOptions:
    """The options of `to_ical`, which describes them."""

    tz: str | None = None
    max_span: datetime.timedelta = MAX_SPAN
    include: frozenset[str] = field(default=(), converter=_names)
    sequence: int = field(default=0, validator=_whole_number)
    quotes: bool = True
    stamp: datetime.datetime | None = field(default=None, validator=_zoned)
    empty: bool = False


@frozen(kw_only=True)
class IcalReport:
    """What a calendar holds of a timeline and what it does not; printing it gives a line for each thing lost.

    ``exported`` are the entries in the calendar, ``skipped`` those left out, ``zoneless`` those whose clock time stands in
    the description only, each with its reason.
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
    include: str | Collection[str] = (),
    sequence: int = 0,
    quotes: bool = True,
    stamp: datetime.datetime | None = None,
    empty: bool = False,
) -> bytes:
    """The bytes of a calendar with the entries that have a day and are asserted, reported or planned.

    ``tz`` is the zone of clock times that have none (the timeline's own, unless given); ``max_span`` the longest period,
    and how far an endless repetition is carried; ``include`` takes in what is left out by default: "denied", "negated",
    "possible", "conditional", "asked", and "windows" of more than a week.  ``sequence`` is the number of the article's
    revision; without ``quotes`` the sentences stay out of the descriptions; ``stamp`` replaces the anchor as the time of
    making.  `ical_report` lists what is left out.

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
        tz=tz, max_span=max_span, include=include, sequence=sequence, quotes=quotes, stamp=stamp, empty=empty
    )
    return write_calendar([tl], options)


def ical_report(
    tl: Timeline, *, tz: str | None = None, max_span: datetime.timedelta = MAX_SPAN, include: str | Collection[str] = ()
) -> IcalReport:
    """What `to_ical` leaves out under the same options, and the clock times that it cannot hold, with reasons.

    Raises `OptionError` or `ZoneError` for an option.

    >>> print(ical_report(Timeline(entries=(Entry(label="the plot", factuality="denied"), Entry(label="the flood")))))
    left out: the plot: it is denied; include='denied' takes it in
    left out: the flood: it has no time
    """
    places = _places(tl, CalendarOptions(tz=tz, max_span=max_span, include=include))
    slots = [place for place in places if isinstance(place, Slot)]
    return IcalReport(
        exported=tuple(slot.entry for slot in slots),
        skipped=tuple(place for place in places if isinstance(place, Skipped)),
        zoneless=tuple(Skipped(slot.entry, f"{slot.clock}, but {slot.why}") for slot in slots if slot.clock),
    )


def write_calendar(timelines: Sequence[Timeline], options: CalendarOptions) -> bytes:
    """One calendar of several timelines.

    Raises `ExportError` when there is nothing to export, unless ``options.empty``; `ZoneError` for an unknown zone.

    >>> write_calendar([], CalendarOptions(empty=True)).splitlines()[0]
    b'BEGIN:VCALENDAR'
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    seen: Counter[tuple[str, str, str]] = Counter()
    skipped = 0
    for tl in timelines:
        for slot, uid in zip(_places(tl, options), _uids(tl, seen), strict=True):
            if isinstance(slot, Slot):
                calendar.add_component(_event(slot, uid, tl, options))
            else:
                skipped += 1
    if not calendar.subcomponents and not options.empty:
        told = (
            f"of {skipped} entries none has a place in it, ical_report tells why" if skipped else "there are no entries"
        )
        raise ExportError(f"nothing to export: {told}; empty=True makes a calendar without events")
    written: bytes = calendar.to_ical()
    return written


def _places(tl: Timeline, options: CalendarOptions) -> list[Slot | Skipped]:
    tz = options.tz if options.tz is not None else tl.tz
    if tz is not None:
        zone(tz)  # an unknown name is an error even where no clock time asks for it
    limits = Limits(tz=tz, max_span=options.max_span, include=options.include)
    return [place(entry, tl.anchor, limits) for entry in tl]


def _uids(tl: Timeline, seen: Counter[tuple[str, str, str]]) -> list[str]:
    """The UIDs of the entries: numbered among equals in the order of the text, which a corrected date does not change."""
    uids = [""] * len(tl)
    for number in sorted(range(len(tl)), key=lambda number: _in_text(tl[number])):
        entry = tl[number]
        key = (entry.source or tl.source or tl.text_hash, *_identity(entry))
        seen[key] += 1
        space = uuid.uuid5(uuid.NAMESPACE_URL, _encodable(key[0]))
        uids[number] = str(uuid.uuid5(space, _encodable("\n".join((*key[1:], str(seen[key]))))))
    return uids


def _in_text(entry: Entry) -> tuple[int, int]:
    return entry.place, entry.time.start if entry.time is not None else 0


def _identity(entry: Entry) -> tuple[str, str]:
    """What an entry is known by over the revisions of an article: its head word and time words, never a number."""
    said = entry.time.text if entry.time is not None else ""
    head = entry.event.lemma if entry.event is not None else entry.label
    return _wordy(head), _wordy(said)


def _wordy(text: str) -> str:
    return " ".join(word for word in text.casefold().split() if not any(character.isdigit() for character in word))


def _event(slot: Slot, uid: str, tl: Timeline, options: CalendarOptions) -> Event:
    from icalendar import Event, vRecur

    entry = slot.entry
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", options.stamp.astimezone(datetime.timezone.utc) if options.stamp is not None else _made(tl))
    event.add("dtstart", slot.start)
    if slot.end is not None:
        event.add("dtend", slot.end)
    if slot.rule is not None:
        event.add("rrule", vRecur.from_ical(slot.rule))
    event.add("summary", " ".join(_clean(_summary(entry)).split()))
    if description := _description(slot, tl, options):
        event.add("description", description)
    if entry.cancelled:
        event.add("status", "CANCELLED")
    elif _tentative(entry):
        event.add("status", "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    event.add("sequence", options.sequence)
    if (address := entry.source or tl.source) is not None and ADDRESS.fullmatch(address):
        event.add("url", address)
    if entry.dated:
        event.add("x-timeline-edtf", str(entry.when))
    return event


def _made(tl: Timeline) -> datetime.datetime:
    """The time of making: the anchor, taken as UTC where its zone is not known."""
    anchor = tl.anchor.datetime if tl.anchor is not None else None
    if anchor is None:
        return EPOCH
    utc = datetime.timezone.utc
    try:
        return anchor.replace(tzinfo=utc) if anchor.tzinfo is None else anchor.astimezone(utc)
    except OverflowError:  # the very ends of the calendar
        return EPOCH


def _summary(entry: Entry) -> str:
    """The label; what is not plainly asserted keeps the name of who says so."""
    attribution = entry.attribution
    if attribution is None or entry.factuality == "asserted" or attribution in entry.label:
        return entry.label
    return f"{entry.label} ({attribution})"


def _tentative(entry: Entry) -> bool:
    modal = entry.event is not None and entry.event.modality is not None
    return modal or entry.when.approximate or entry.inferred or entry.factuality in TENTATIVE


def _description(slot: Slot, tl: Timeline, options: CalendarOptions) -> str:
    entry, when = slot.entry, slot.entry.when
    lines = [
        f"“{' '.join(_clean(entry.sentence).split())}”" if options.quotes and entry.sentence.strip() else "",
        f"Time of day: {slot.clock}; {slot.why}." if slot.clock else "",
        f"Some time within {when}." if when.window and when.days != 1 else "",
        "Dated approximately." if when.approximate else "",
        f"Still going on at {tl.anchor}." if when.ongoing and tl.anchor is not None else "",
        f"Told as {entry.factuality}." if entry.factuality != "asserted" else "",
        f"According to: {entry.attribution}." if entry.attribution is not None else "",
        "Its date is inferred from other dates." if entry.inferred else "",
    ]
    return _clean("\n".join(line for line in lines if line))


def _clean(text: str) -> str:
    """Text without the control characters that RFC 5545 forbids, with plain line ends."""
    plain = LINE_ENDS.sub("\n", text)
    return "".join(c for c in plain if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
