"""The times, events and signals of a TimeML document as our own records: what the tags say, and nothing that they do not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain
from timeline.calendar.durations import Duration
from timeline.calendar.timex3 import interval_value, read_duration, read_period, read_recurrence
from timeline.calendar.values import Moment
from timeline.dating.mention_times import own_when, range_when
from timeline.dating.reading import Context, Reading
from timeline.dating.resolve import resolve
from timeline.dating.timexes import read_timex
from timeline.entries.records import Signal, Time
from timeline.export.timeml.document import Tag, TimemlDocument
from timeline.grammar.meanings import Date, Length, Meaning, Range, Refers, Repeat, Span, Stretch

ANNOTATED = "annotated"
MOST_BETWEEN = 5  # words between the two ends of a range: "Monday | right up until | Thursday"
FARTHEST = 100  # characters between them
PERSISTING = ("DURING", "SIMULTANEOUS", "IDENTITY")  # an event linked so to a length lasts that long


@frozen
class AnnotatedTime:
    """A time as it is annotated: the record, its reading, and the ids by which links know it, those of its parts included."""

    time: Time
    meaning: Meaning
    reading: Reading
    ids: Mapping[str, Time]


def creation(document: TimemlDocument) -> Moment | None:
    """The document creation time, None where it states no day.

    >>> from timeline.export.timeml.reading import read_timeml
    >>> dct = '<DCT><TIMEX3 tid="t0" value="2023-09-18" functionInDocument="CREATION_TIME">18 September</TIMEX3></DCT>'
    >>> print(creation(read_timeml(f"<TimeML>{dct}<TEXT/></TimeML>")))
    2023-09-18
    """
    read = None if document.created is None else read_period(document.created.get("value"))
    if read is None or read[0].grain > Grain.DAY:
        return None
    period, offset = read
    if period.grain == Grain.PART:  # "this morning's edition": the day is what counts
        return Moment(period.first_day * DAY_SECONDS)
    seconds = {Grain.DAY: DAY_SECONDS, Grain.MINUTE: 60}.get(period.grain, 1)
    return Moment(period.index * seconds, offset)


def placed(document: TimemlDocument, name: str) -> list[Tag]:
    """The tags of a name that stand around words of the text, in its order."""
    return [tag for tag in document.tags if tag.name == name and _span(tag)[0] < _span(tag)[1]]


def _span(tag: Tag) -> tuple[int, int]:
    return tag.start or 0, tag.end or 0


def signals_of(document: TimemlDocument) -> dict[str, Signal]:
    """The signals by their ids."""
    found: dict[str, Signal] = {}
    for tag in placed(document, "SIGNAL"):
        start, end = _span(tag)
        found.setdefault(tag.get("sid"), Signal(start=start, end=end, text=document.text[start:end]))
    return found


# -- times -------------------------------------------------------------------------------------------------------------


def times_of(document: TimemlDocument, context: Context) -> tuple[AnnotatedTime, ...]:
    """The times in the order of the text; the two ends of a range are one."""
    single = _single(document, context)
    first_of: dict[str, int] = {}
    for number, told in enumerate(single):
        first_of.setdefault(next(iter(told.ids)), number)
    made: dict[int, AnnotatedTime] = dict(enumerate(single))
    crowd = sorted(_span(tag)[0] for name in ("TIMEX3", "EVENT") for tag in placed(document, name))
    for tag in (*document.links, *placed(document, "TIMEX3")):
        if tag.name != "TIMEX3" or not tag.get("endPoint") or (tag.start is not None and tag.get("beginPoint")):
            continue
        first = first_of.get(tag.get("beginPoint") if tag.start is None else tag.get("tid"))
        last = first_of.get(tag.get("endPoint"))
        if first is None or last is None or first >= last or first not in made or last not in made:
            continue
        ends = made[first], made[last]
        if not any(end.time.parts for end in ends) and _one_range(document.text, ends[0].time, ends[1].time, crowd):
            made[first] = _range(tag, *ends, document.text)
            del made[last]
    return tuple(sorted(made.values(), key=lambda told: (told.time.start, -told.time.end)))


def _one_range(text: str, first: Time, last: Time, crowd: Sequence[int]) -> bool:
    """Whether two times are the ends of one expression: few words and neither a time nor an event between them.

    ``crowd`` are the places, in order, where a time or an event begins.
    """
    if (first.start, first.end) == (last.start, last.end):
        return True
    if first.end > last.start or last.start - first.end > FARTHEST:
        return False
    between = text[first.end : last.start]
    crowded = bisect_left(crowd, first.end) < bisect_left(crowd, last.start)
    return not crowded and len(between.split()) <= MOST_BETWEEN and "\n\n" not in between


def _range(tag: Tag, first: AnnotatedTime, last: AnnotatedTime, text: str) -> AnnotatedTime:
    start, end = first.time.start, last.time.end
    meaning = Range(first.meaning, last.meaning) if tag.start is None else Span(_as_length(first), last.meaning)
    open_ended = first.reading.open is not None or last.reading.open is not None
    when = None if open_ended else range_when(meaning, first.reading, last.reading)
    parts = evolve(first.time, signal=None), evolve(last.time, signal=None)
    time = Time(
        start=start,
        end=end,
        text=text[start:end],
        type=first.time.type,
        value=interval_value(first.time.value, last.time.value),
        when=when,
        resolved=when is not None,
        reason=ANNOTATED if when is not None else f"{first.time.reason}; {last.time.reason}",
        meaning=meaning,
        parts=parts,
        signal=first.time.signal,
    )
    ids = {**dict.fromkeys(first.ids, parts[0]), **dict.fromkeys(last.ids, parts[1]), tag.get("tid"): time}
    return AnnotatedTime(time, meaning, first.reading, ids)


def _as_length(told: AnnotatedTime) -> Meaning:
    """A length that ends at a time; the quarter that ended in June is three months long."""
    period = told.reading.period
    return told.meaning if period is None else Length(Duration.of(1, period.grain))


def _single(document: TimemlDocument, context: Context) -> list[AnnotatedTime]:
    created = "" if document.created is None else document.created.get("tid")
    lasting = {
        tag.get(name)
        for tag in document.links
        if tag.name == "TLINK" and tag.get("relType") in PERSISTING
        for name in ("timeID", "relatedToTime")
    }
    before = _Before(document.text, signals_of(document).values())
    return [_annotated(tag, document.text, created, lasting, before, context) for tag in placed(document, "TIMEX3")]


class _Before:
    """The signals by the place where the words behind them begin."""

    def __init__(self, text: str, found: Iterable[Signal]) -> None:
        self._by_end = {_next_word(text, signal.end): signal for signal in found}

    def __call__(self, start: int) -> Signal | None:
        return self._by_end.get(start)


def _next_word(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _annotated(
    tag: Tag, text: str, created: str, lasting: set[str], before: _Before, context: Context
) -> AnnotatedTime:
    meaning, reading = _read(tag, created, lasting, context)
    start, end = _span(tag)
    time = Time(
        start=start,
        end=end,
        text=text[start:end],
        type=tag.get("type"),
        value=tag.get("value"),
        mod=tag.get("mod") or None,
        quant=tag.get("quant") or None,
        freq=tag.get("freq") or None,
        when=own_when(reading),
        duration=reading.duration,
        recurrence=reading.recurrence,
        resolved=reading.resolved,
        reason=reading.reason,
        meaning=None if isinstance(meaning, Date) else meaning,  # how a date was said is not annotated
        signal=before(start),
    )
    return AnnotatedTime(time, meaning, reading, {tag.get("tid"): time})


def _read(tag: Tag, created: str, lasting: set[str], context: Context) -> tuple[Meaning, Reading]:
    """What a TIMEX3 says, by the form of its value; the type decides only what a value cannot tell, a repetition."""
    value, mod = tag.get("value"), tag.get("mod") or None
    if tag.get("type") == "SET":
        recurrence = read_recurrence(value, tag.get("quant") or None, tag.get("freq") or None)
        return Repeat(recurrence), Reading(value=value, reason=ANNOTATED, recurrence=recurrence)
    if value.endswith("_REF"):
        return Refers(value), Reading(value=value, reason=ANNOTATED)
    duration = read_duration(value, mod)
    if duration is not None:
        sign = _stretches(tag, created) if tag.get("tid") not in lasting else 0
        if not sign or duration.vague or context.anchor is None:
            return Length(duration), Reading(value=value, reason=ANNOTATED, duration=duration)
        meaning = Stretch(duration, sign)
        return meaning, evolve(resolve(meaning, context), duration=duration)
    return Date(), read_timex(value, mod, context, ANNOTATED)


def _stretches(tag: Tag, created: str) -> int:
    """Whether a length ends (-1) or begins (+1) at the document creation time, or neither."""
    begins, ends = (bool(created) and tag.get(name) == created for name in ("beginPoint", "endPoint"))
    return 0 if begins == ends else 1 if begins else -1


# -- events ------------------------------------------------------------------------------------------------------------


def instances(document: TimemlDocument) -> dict[str, str]:
    """The event id of each instance id; an event id stands for itself."""
    found = {tag.get("eid"): tag.get("eid") for tag in placed(document, "EVENT")}
    known = frozenset(found)
    made = (tag for tag in document.links if tag.name == "MAKEINSTANCE" and tag.get("eventID") in known)
    return {tag.get("eiid"): tag.get("eventID") for tag in made} | found


def attributes(document: TimemlDocument) -> list[tuple[int, int, Mapping[str, str]]]:
    """The events by place with their attributes: those of the first instance, or of the tag itself as in TimeML 1.1."""
    first: dict[str, Tag] = {}
    for tag in document.links:
        if tag.name == "MAKEINSTANCE":
            first.setdefault(tag.get("eventID"), tag)
    bare = Tag("MAKEINSTANCE")
    return [
        (*_span(tag), {**tag.attributes, **first.get(tag.get("eid"), bare).attributes}) for tag in placed(document, "EVENT")
    ]
