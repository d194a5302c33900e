"""The VEVENT of an entry: its times, its words, and all that a calendar cannot say of a date, kept beside it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from timeline.calendar.almanac import Grain
from timeline.calendar.values import Moment
from timeline.entries.entry import Entry
from timeline.entries.records import Time
from timeline.export.ical.options import CalendarOptions
from timeline.export.ical.plain import address, one_line, plain
from timeline.export.ical.slots import Slot
from timeline.texts.markup import visible

if TYPE_CHECKING:
    from icalendar import Event

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
TENTATIVE = frozenset(("planned", "possible", "conditional", "asked"))
# The finer the time, the darker (RFC 7986, 5.9: names of CSS colours).
COLORS: Mapping[Grain, str] = MappingProxyType(
    {
        **dict.fromkeys((Grain.SECOND, Grain.MINUTE, Grain.HOUR), "navy"),
        Grain.PART: "mediumblue",
        Grain.DAY: "royalblue",
        **dict.fromkeys((Grain.WEEKEND, Grain.WEEK), "cornflowerblue"),
        **dict.fromkeys((Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF), "lightskyblue"),
        **dict.fromkeys((Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM), "lightsteelblue"),
    }
)


class Published(Protocol):
    """What an event takes from its article, be it a timeline or one article of a merged one."""

    @property
    def anchor(self) -> Moment | None:
        """The moment of publication."""

    @property
    def source(self) -> str | None:
        """The caller's id or address of the article."""


def event(slot: Slot, uid: str, article: Published, options: CalendarOptions) -> Event:
    """The VEVENT of an entry that has a place in a calendar."""
    from icalendar import Event, vRecur, vText

    entry = slot.entry
    made = Event()
    made.add("uid", uid)
    made.add("dtstamp", _stamp(article.anchor, options.stamp))
    made.add("dtstart", slot.start)
    if slot.end is not None:
        made.add("dtend", slot.end)
    if slot.rule is not None:
        made.add("rrule", vRecur.from_ical(slot.rule))
    made.add("summary", one_line(_summary(entry)))
    if description := plain("\n".join(_description(slot, article, options))):
        made.add("description", description)
    if status := "CANCELLED" if entry.cancelled else "TENTATIVE" if slot.counted or _tentative(entry) else "":
        made.add("status", status)
    made.add("transp", "TRANSPARENT")
    made.add("sequence", options.sequence)
    for name, value in _marks(slot, entry.source or article.source):
        # said to be text: what icalendar takes for the type of an X- property differs from version to version
        made.add(name, vText(value) if isinstance(value, str) and name.startswith("x-") else value)
    return made


def _marks(slot: Slot, source: str | None) -> Iterator[tuple[str, str | list[str]]]:
    """The properties for what a calendar has no place for: how sure, how precise, read by which rules, from which article."""
    entry, when = slot.entry, slot.entry.when
    if categories := _categories(slot):
        yield "categories", categories
    yield "color", COLORS[when.grain if when.known else Grain.DAY]
    if (url := address(source)) is not None:
        yield "url", url
    elif source is not None:
        yield "x-timeline-source", one_line(source)
    if when.known:
        yield "x-timeline-edtf", str(when)
        yield "x-timeline-grain", when.grain.label
    for rule in dict.fromkeys(rule for time in entry.times for rule in time.rules):
        yield "x-timeline-rule", one_line(rule)


def _stamp(anchor: Moment | None, given: datetime.datetime | None) -> datetime.datetime:
    """The time of making: the one given, else the anchor, taken as UTC where its zone is not known."""
    utc = datetime.timezone.utc
    made = given if given is not None else anchor.datetime if anchor is not None else None
    if made is None:
        return EPOCH
    try:
        return made.replace(tzinfo=utc) if made.tzinfo is None else made.astimezone(utc)
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


def _within(entry: Entry) -> bool:
    """Whether the days of an entry are those that it falls inside, not those that it fills."""
    return entry.when.window and entry.when.days != 1 and entry.recurrence is None


def _categories(slot: Slot) -> list[str]:
    """How an entry is told and dated, in the words of the timeline itself."""
    entry = slot.entry
    told = "cancelled" if entry.cancelled else entry.factuality
    marks = (
        (told, told != "asserted"),
        ("approximate", entry.when.approximate),
        ("within", slot.counted or _within(entry)),
        ("ongoing", entry.when.ongoing),
        ("repeating", entry.recurrence is not None),
        ("inferred", entry.inferred),
    )
    return [mark for mark, holds in marks if holds]


def _description(slot: Slot, article: Published, options: CalendarOptions) -> Iterator[str]:
    """The sentence that says so, what a reader should know of the date, and how it came about."""
    entry, when = slot.entry, slot.entry.when
    if options.quotes and (sentence := one_line(entry.sentence)):
        yield f"“{sentence}”"
    if slot.clock:
        yield f"Time of day: {slot.clock}; {slot.why}."
    if _within(entry):
        yield f"Some time within {when}."
    if slot.counted:
        yield f"Counted from {slot.start:%Y-%m-%d} on; the text does not say from which day."
    if when.approximate:
        yield "Dated approximately."
    if when.ongoing and article.anchor is not None:
        yield f"Still going on at {article.anchor}."
    if entry.cancelled:
        yield "Called off."
    elif entry.factuality != "asserted":
        yield f"Told as {entry.factuality}."
    if entry.attribution is not None:
        yield f"According to: {one_line(entry.attribution)}."
    yield from (_dated_by(time) for time in entry.times)
    if entry.inferred:
        yield f"Its date is inferred from other dates: {one_line(entry.reason)}."
    elif entry.reason and entry.duration is not None:
        yield one_line(f"{entry.reason[0].upper()}{entry.reason[1:]}.")


def _dated_by(time: Time) -> str:
    others = f"; the other reading: {', '.join(time.alternatives)}" if time.alternatives else ""
    return one_line(f"“{visible(time.text)}” is {time.value}: {time.reason}{others}.")
