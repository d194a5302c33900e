"""A timeline as a TimeML document: its times, events and links as TIMEX3, EVENT, MAKEINSTANCE, SIGNAL and TLINK."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.calendar.almanac import Grain, Period, civil
from timeline.calendar.timex3 import moment_value, read_period
from timeline.calendar.values import Moment, When
from timeline.entries.records import Event, Link, Signal, Time
from timeline.errors import OptionError
from timeline.export.offsets import check_text
from timeline.export.timeml.document import TEXT, Section, Tag, TimemlDocument
from timeline.export.timeml.linking import WRITTEN
from timeline.grammar.meanings import Base, NumericDate, Offset, Onward, Select, Shift, Span, Stretch
from timeline.grammar.timex import open_value, stated
from timeline.model import Timeline

CREATION_ID = "t0"
Extent = tuple[int, int]
Place = tuple[int, int, str]  # where a time stands, and its value: both ends of "1914-18" stand in one place


def annotated(tl: Timeline, text: str) -> TimemlDocument:
    """The TimeML document of a timeline and its text.

    Raises `OptionError` for a merged timeline, and for a text that is not the one of the timeline.
    """
    _check(tl, text)
    times, events = _Times(tl), _numbered_events(tl)
    signals = _numbered_signals(tl)
    tags = [*times.tags()]
    tags += [_span("EVENT", {"eid": f"e{number}", "class": event.class_}, event) for number, event in events]
    tags += [_span("SIGNAL", {"sid": ident}, signal) for signal, ident in signals.items()]
    sections = []
    if tl.source is not None:
        sections.append(Section("DOCID", tl.source))
    if tl.anchor is not None:
        sections.append(_creation(tl.anchor))
    sections.append(Section(TEXT, text, tags))
    links = [*times.implied(), *(_instance(number, event) for number, event in events)]
    return TimemlDocument(sections, [*links, *_tlinks(tl, times, events, signals)])


def _check(tl: Timeline, text: str) -> None:
    if tl.articles:
        raise OptionError("a merged timeline is of several texts: write each of tl.by_source")
    check_text(text, tl.text_hash)
    mentions: list[Time | Event] = [*tl.times, *tl.events]
    if any(text[m.start : m.end] != m.text for m in mentions):
        raise OptionError("this is not the text of the timeline: its mentions stand elsewhere in it, or not at all")


def _span(name: str, attributes: Mapping[str, str | None], mention: Time | Event | Signal) -> Tag:
    return Tag(name, _given(attributes), mention.start, mention.end)


def _given(attributes: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value is not None}


# -- times -------------------------------------------------------------------------------------------------------------


class _Times:
    """The times of a timeline with their ids.

    A range is told by both its ends, and by a TIMEX3 without words of its own, from the one to the other; a length up to a
    day ("the six months to 30 June") by the length, which ends at the day.
    """

    def __init__(self, tl: Timeline) -> None:
        self._dated = tl.anchor is not None
        self._told: dict[Place, tuple[str, Time]] = {}
        self._ranges: dict[Place, tuple[str, Time]] = {}
        self._ends: dict[Place, Time] = {}  # where a length ends
        self._lasting = {_place(e.time) for e in tl if e.time is not None and e.when.ongoing and e.time.duration is not None}
        found = list(_each((*tl.times, *(link.time for link in tl.links))))
        for time in sorted((t for t in found if not t.parts), key=lambda time: (time.start, -time.end)):
            self._told.setdefault(_place(time), (f"t{len(self._told) + 1}", time))
        for time in (t for t in found if t.parts):
            if isinstance(time.meaning, Span):
                self._ends[_place(time.parts[0])] = time.parts[-1]
            else:
                number = len(self._told) + len(self._ranges) + 1
                self._ranges.setdefault(_place(time), (f"t{number}", time))

    def ident(self, time: Time) -> str:
        """The id of a time."""
        if isinstance(time.meaning, Span) and time.parts:
            return self.ident(time.parts[0])
        return (self._ranges if time.parts else self._told)[_place(time)][0]

    def tags(self) -> Iterator[Tag]:
        """The TIMEX3 of each time that words of its own tell."""
        for ident, time in self._told.values():
            yield _span("TIMEX3", self._attributes(ident, time), time)

    def implied(self) -> Iterator[Tag]:
        """The TIMEX3 of each range: a duration from its first to its last time."""
        for ident, time in self._ranges.values():
            attributes = {
                "tid": ident,
                "type": "DURATION",
                "value": _length(time.when),
                "beginPoint": self.ident(time.parts[0]),
                "endPoint": self.ident(time.parts[-1]),
                "temporalFunction": "true",
            }
            yield Tag("TIMEX3", attributes)

    def _attributes(self, ident: str, time: Time) -> dict[str, str | None]:
        begin, end = self._points(time)
        known = None if time.meaning is None else stated(time.meaning)
        value, mod = _value(time)
        return {
            "tid": ident,
            "type": time.type,
            "value": value,
            "mod": mod,
            "quant": time.quant,
            "freq": time.freq,
            "beginPoint": begin,
            "endPoint": end,
            "temporalFunction": None if known is None else "false" if known else "true",
            "anchorTimeID": CREATION_ID if self._dated and _counts_from_anchor(time) else None,
        }

    def _points(self, time: Time) -> tuple[str | None, str | None]:
        """The times where a length begins and ends: the creation time in "the past weeks" and "has gone on for weeks"."""
        if (last := self._ends.get(_place(time))) is not None:
            return None, self.ident(last)
        if not self._dated or time.duration is None:
            return None, None
        stretch = time.meaning
        if isinstance(stretch, Stretch) and stretch.base is Base.ANCHOR:
            return (None, CREATION_ID) if stretch.sign < 0 else (CREATION_ID, None)
        return None, CREATION_ID if _place(time) in self._lasting else None


def _each(times: Iterable[Time]) -> Iterator[Time]:
    """Times with those that are parts of them."""
    for time in times:
        yield time
        yield from _each(time.parts)


def _place(time: Time) -> Place:
    return time.start, time.end, time.value


def _value(time: Time) -> tuple[str, str | None]:
    """The value of a time and its modifier, as TIMEX3 has them: "2011 to the present" is 2011 or later.

    What was not resolved is left open, whatever it would be by the usual conventions.
    """
    if isinstance(time.meaning, Onward):
        return time.value.partition("/")[0], "ON_OR_AFTER"
    if time.resolved or time.meaning is None or read_period(time.value) is None:
        return time.value, time.mod
    if isinstance(time.meaning, NumericDate):  # the year is said, only the order of day and month is not known
        return f"{time.value[:4]}-XX-XX", time.mod
    return open_value(time.meaning), time.mod


def _counts_from_anchor(time: Time) -> bool:
    return isinstance(time.meaning, Shift | Select | Offset | Stretch) and time.meaning.base is Base.ANCHOR


def _length(when: When | None) -> str:
    """How long a range is, in the unit that it is told in: both ends count."""
    if when is None or when.start is None or when.end is None:
        return "PXX"
    if when.grain < Grain.DAY:
        minutes = (when.end.wall - when.start.wall) // 60
        hours = f"{minutes // 60}H" if minutes >= 60 else ""
        return f"PT{hours}" if hours and not minutes % 60 else f"PT{hours}{minutes % 60}M"
    units = {Grain.WEEK: "W", Grain.MONTH: "M", Grain.YEAR: "Y"}
    if when.grain not in units:
        return f"P{when.days}D"
    first, last = (Period.of_date(*civil(day)).to(when.grain).index for day in (when.start.day, when.end.last_day))
    return f"P{last - first + 1}{units[when.grain]}"


def _creation(anchor: Moment) -> Section:
    """The document creation time."""
    value = moment_value(anchor)
    attributes = {
        "tid": CREATION_ID,
        "type": "TIME" if "T" in value else "DATE",
        "value": value,
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    return Section("DCT", value, [Tag("TIMEX3", attributes, 0, len(value))])


# -- events and links --------------------------------------------------------------------------------------------------


def _numbered_events(tl: Timeline) -> list[tuple[int, Event]]:
    found: dict[Extent, Event] = {}
    for event in (*tl.events, *(link.event for link in tl.links)):
        found.setdefault((event.start, event.end), event)
    return list(enumerate(sorted(found.values(), key=lambda event: (event.start, -event.end)), start=1))


def _instance(number: int, event: Event) -> Tag:
    attributes = {
        "eventID": f"e{number}",
        "eiid": f"ei{number}",
        "tense": event.tense,
        "aspect": event.aspect,
        "polarity": event.polarity,
        "pos": event.pos,
        "modality": event.modality,
    }
    return Tag("MAKEINSTANCE", _given(attributes))


def _numbered_signals(tl: Timeline) -> dict[Signal, str]:
    signals = {time.signal for time in tl.times if time.signal is not None}
    signals |= {link.signal for link in tl.links if link.signal is not None}
    ordered = sorted(signals, key=lambda signal: (signal.start, -signal.end))
    return {signal: f"s{number}" for number, signal in enumerate(ordered, start=1)}


def _tlinks(
    tl: Timeline, times: _Times, events: Sequence[tuple[int, Event]], signals: Mapping[Signal, str]
) -> Iterator[Tag]:
    numbers = {(event.start, event.end): number for number, event in events}
    told: list[Link] = [link for link in tl.links if link.relation in WRITTEN]
    for number, link in enumerate(told, start=1):
        attributes = {
            "lid": f"l{number}",
            "relType": WRITTEN[link.relation],
            "eventInstanceID": f"ei{numbers[link.event.start, link.event.end]}",
            "relatedToTime": times.ident(link.time),
            "signalID": None if link.signal is None else signals[link.signal],
        }
        yield Tag("TLINK", _given(attributes))
