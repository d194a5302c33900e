"""Dating the mentions of a text in order: each time gets its event, its tense, its focus, and so its value."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from timeline.almanac import DAY_SECONDS, Grain, Period
from timeline.attach import Attachment, Placed, Scene, attach, leads_line
from timeline.languages.pack import Pack, Signals
from timeline.meanings import Base, Clock, Length, Meaning, Offset, Range, Shift
from timeline.mentions import Mention, ReadSentence
from timeline.notes import is_dateline, is_note, notes, told_order, told_zone
from timeline.ranges import resolve_range
from timeline.reading import FUTURE, PAST, Context, Reading
from timeline.records import Event, Link, Relation, Signal, Time
from timeline.resolve import resolve
from timeline.text import Document
from timeline.timex import interval_value
from timeline.values import Moment, When

STORY_DAYS = 240  # a day with its year stated that lies further back begins a story of its own
ASIDE_YEARS = 10  # a bare year further from the last day or month of a story is an aside


@frozen(kw_only=True)
class Dated:
    """A mention with its time: the sentence it stands in, what it was attached to, and what kind of line it is."""

    sentence: int
    attachment: Attachment
    time: Time
    heading: bool = False  # a date alone on its line: the focus of the lines below
    note: bool = False  # about the document itself: "Updated 5 May", "© 2023"


@frozen(kw_only=True)
class State:
    """All dated mentions of a text, the links between times and events, and notes for the reader."""

    times: tuple[Dated, ...]
    links: tuple[Link, ...]
    notes: tuple[str, ...]
    placed: tuple[tuple[Placed, ...], ...]
    sentences: tuple[ReadSentence, ...]


@frozen(kw_only=True)
class Focus:
    """The temporal focus: the last narrated time, the last clock time under one date, the last quarter reported on, and
    whether the text tells a story of another year than the anchor's, which it has stated."""

    period: Period | None = None
    text: str = ""
    clock: int | None = None
    quarter: Period | None = None
    story: bool = False
    block: int = 0  # the paragraph: a story of another year ends with it


def date_all(
    document: Document,
    sentences: Sequence[ReadSentence],
    found: Sequence[Sequence[Event]],
    pack: Pack,
    context: Context,
) -> State:
    """The times of a text in the order of their sentences."""
    context = evolve(context, date_order=context.date_order or told_order(document, sentences))
    dated: list[Dated] = []
    placed_all: list[tuple[Placed, ...]] = []
    focus = Focus()
    for number, (read, events) in enumerate(zip(sentences, found, strict=True)):
        placed = place_events(document, read, events)
        placed_all.append(placed)
        attachments = _marked(read, placed, pack)
        alone = _stands_alone(read) and number + 1 < len(sentences)
        about_document = is_note(read, pack)
        context = evolve(context, zone=told_zone(read) or context.zone)
        for attachment in attachments:
            if is_dateline(read, attachment.mention):
                time, _ = _date(document, read, evolve(attachment, event=None), (), context, focus, pack.signals)
                dated.append(Dated(sentence=number, attachment=evolve(attachment, event=None), time=time, note=True))
                continue
            focus = evolve(focus, story=focus.story and focus.block == read.sentence.block, block=read.sentence.block)
            time, focus = _date(document, read, attachment, placed, context, focus, pack.signals)
            dated.append(Dated(sentence=number, attachment=attachment, time=time, heading=alone, note=about_document))
    times = tuple(dated)
    return State(
        times=times,
        links=_links(times, pack.signals),
        notes=notes(document, [d.time for d in times if d.note], sentences, pack),
        placed=tuple(placed_all),
        sentences=tuple(sentences),
    )


def _marked(read: ReadSentence, placed: tuple[Placed, ...], pack: Pack) -> list[Attachment]:
    usable = tuple(p for p in placed if not p.event.auxiliary)
    return attach(Scene(read=read, events=usable, signals=pack.signals)) if read.mentions else []


def place_events(document: Document, read: ReadSentence, events: Sequence[Event]) -> tuple[Placed, ...]:
    """The events of a sentence with the number of the token each begins in."""
    if not events:
        return ()
    starts = {document.span(token.start, token.end)[0]: place for place, token in enumerate(read.tokens)}
    ordered = sorted(starts)
    placed = []
    for event in events:
        start = (
            event.start if event.start in starts else max((s for s in ordered if s <= event.start), default=ordered[0])
        )
        placed.append(Placed(place=starts[start], event=event))
    return tuple(sorted(placed, key=lambda p: p.place))


def _stands_alone(read: ReadSentence) -> bool:
    """Whether a line is nothing but one time, perhaps with its weekday or a mark around it."""
    if len(read.mentions) != 1:
        return False
    mention = read.mentions[0]
    others = [*read.words[: mention.first], *read.words[mention.last + 1 :]]
    return not any(word[0].isalnum() for word in others)


def _date(
    document: Document,
    read: ReadSentence,
    attachment: Attachment,
    placed: Sequence[Placed],
    context: Context,
    focus: Focus,
    signals: Signals,
) -> tuple[Time, Focus]:
    """The time of one mention, and the focus after it."""
    mention = attachment.mention
    direction, shown = _direction(attachment, read, placed, signals)
    report = any(p.event.pos == "VERB" and p.event.tense in ("PAST", "PRESENT", "FUTURE", "NONE") for p in placed)
    here = evolve(
        context,
        looks_ahead=_may_look_ahead(attachment.event),
        story=focus.story,
        report=report and not leads_line(read, mention),
        focus=focus.period,
        focus_text=focus.text,
        focus_clock=focus.clock,
        quarter=focus.quarter,
        direction=direction,
        shown_by=shown and f'"{shown}"',
    )
    signal = signal_of(document, read, attachment.signal)
    if isinstance(mention.meaning, Range):
        first, last = resolve_range(mention.meaning, here)
        first, last = _past_midnight(mention.meaning.first, first, focus, context), _past_midnight(
            mention.meaning.last, last, focus, context
        )
        time = range_time(document, read, mention, first, last, signal)
        return time, _moved(focus, mention.meaning.first, first, time, attachment, context)
    meaning = _ahead(mention.meaning, attachment, read, here, signals)
    reading = _past_midnight(meaning, resolve(meaning, here), focus, context)
    time = time_of(document, read, mention, reading, signal, context.conventions.southern)
    return time, _moved(focus, mention.meaning, reading, time, attachment, context)


def _may_look_ahead(event: Event | None) -> bool:
    """Whether a date in the past of an event may still be one to come: all but what a finite past verb itself tells."""
    finite = (
        event is not None and event.pos == "VERB" and event.tense in ("PAST", "PRESENT") and event.direction == PAST
    )
    return event is not None and (event.looks_ahead or not finite)


def _ahead(meaning: Meaning, attachment: Attachment, read: ReadSentence, context: Context, signals: Signals) -> Meaning:
    """A length after "in" that tells of what is to come is a time ahead: "will rule in two weeks"."""
    if (
        not isinstance(meaning, Length)
        or attachment.signal is None
        or context.direction != FUTURE
        or meaning.duration.vague
    ):
        return meaning
    if read.words[attachment.signal[0]] not in signals.ahead:
        return meaning
    return Offset(meaning.duration, 1)


def _direction(
    attachment: Attachment, read: ReadSentence, placed: Sequence[Placed], signals: Signals
) -> tuple[str | None, str]:
    """Past or future: of the event, else of the nearest verb that tells."""
    if attachment.relation is Relation.SINCE:
        return PAST, read.words[attachment.signal[0]] if attachment.signal else ""
    if attachment.event is not None:
        behind = read.words[attachment.mention.last + 1 : attachment.mention.last + 2]
        if attachment.event.direction is None and signals.possessives.intersection(behind):
            return PAST, behind[0]  # "December's figures", "Tuesday's ruling"
        return attachment.event.direction, attachment.event.shown_by
    if leads_line(read, attachment.mention):
        return None, ""
    told = [(abs(p.place - attachment.mention.first), p.event) for p in placed if p.event.direction is not None]
    if not told:
        return None, ""
    event = min(told, key=lambda item: item[0])[1]
    return event.direction, event.shown_by


def _past_midnight(meaning: Meaning, reading: Reading, focus: Focus, context: Context) -> Reading:
    """A bare clock time far before the last one under the same date is on the next day."""
    bare = isinstance(meaning, Clock) and "day" in reading.assumed
    if not bare or focus.clock is None or reading.start is None or reading.end is None or reading.period is None:
        return reading
    if focus.clock - reading.start <= context.conventions.midnight_step_hours * 3_600:
        return reading
    day = Period.of_second(reading.start, Grain.DAY).shift((focus.clock - reading.start) // DAY_SECONDS + 1)
    moved = resolve(
        meaning, evolve(context, focus=day, focus_text="the day after, since the clock stepped back past midnight")
    )
    return evolve(moved, assumed=(*moved.assumed, "next day"))


def _moved(
    focus: Focus, meaning: Meaning, reading: Reading, time: Time, attachment: Attachment, context: Context
) -> Focus:
    """The focus after a time: a dated one moves it, one under a reporting verb does not."""
    if reading.period is None or (
        attachment.event is not None and attachment.event.class_ == "REPORTING" and focus.period is not None
    ):
        return focus
    if isinstance(meaning, Offset) and reading.period.grain == Grain.QUARTER:
        return focus  # what a quarter is compared with
    if focus.period is not None and context.conventions.domain == "narrative":
        if _is_aside(meaning, reading.period, focus.period):
            return focus
    said = " ".join(time.text.split())
    quarter = reading.period if reading.period.grain == Grain.QUARTER else focus.quarter
    clock = reading.start if reading.period.grain < Grain.PART else None
    period = Period.of_day(reading.period.first_day) if clock is not None else reading.period
    return Focus(
        period=period,
        text=f'{time.value} ("{said}")',
        clock=clock,
        quarter=quarter,
        story=_is_story(reading, focus, context.anchor),
        block=focus.block,
    )


def _is_aside(meaning: Meaning, period: Period, focus: Period) -> bool:
    """Whether a time in a story leaves its focus where it was: "today", "in documents released in 2005"."""
    today = isinstance(meaning, Shift) and meaning.grain == Grain.DAY and meaning.base is Base.ANCHOR
    far = abs(period.year - focus.year) > ASIDE_YEARS
    return today or (focus.grain <= Grain.MONTH and period.grain >= Grain.YEAR and far)


def _is_story(reading: Reading, focus: Focus, anchor: Moment | None) -> bool:
    """Whether the text tells of days long past: a year was stated, and what follows leaves it open."""
    if anchor is None or reading.end is None or reading.period is None or reading.period.grain > Grain.MONTH:
        return False
    long_ago = anchor.wall - reading.end > STORY_DAYS * DAY_SECONDS
    return long_ago and (not reading.assumed or focus.story)


def signal_of(document: Document, read: ReadSentence, places: tuple[int, int] | None) -> Signal | None:
    """The signal that stands at some token numbers, None for none."""
    if places is None:
        return None
    start, end = document.span(read.tokens[places[0]].start, read.tokens[places[1]].end)
    return Signal(start=start, end=end, text=document.source[start:end])


def own_when(reading: Reading, southern: bool = False) -> When | None:
    """The interval of the words themselves, None for what is no date."""
    if reading.start is None or reading.end is None:
        return None
    grain = reading.period.grain if reading.period is not None else Grain.DAY
    if southern and grain == Grain.SEASON:
        grain = Grain.MONTH  # the season codes of EDTF are read as northern ones
    start, end = Moment(reading.start, reading.offset), Moment(reading.end, reading.offset)
    if not reading.start_slack and not reading.end_slack:
        return When.filling(start, end, grain=grain)
    return When(
        earliest_start=Moment(start.wall - reading.start_slack, start.offset),
        latest_start=Moment(start.wall + reading.start_slack, start.offset),
        earliest_end=Moment(max(end.wall - reading.end_slack, start.wall - reading.start_slack + 1), end.offset),
        latest_end=Moment(end.wall + reading.end_slack, end.offset),
        grain=grain,
        approximate=True,
        start_slack=reading.start_slack,
        end_slack=reading.end_slack,
    )


def time_of(
    document: Document,
    read: ReadSentence,
    mention: Mention,
    reading: Reading,
    signal: Signal | None,
    southern: bool = False,
) -> Time:
    """The time of one mention from its reading."""
    start, end = document.span(read.tokens[mention.first].start, read.tokens[mention.last].end)
    return Time(
        start=start,
        end=end,
        text=document.source[start:end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        quant=reading.recurrence.quant if reading.recurrence else None,
        freq=reading.recurrence.freq if reading.recurrence else None,
        when=own_when(reading, southern),
        duration=reading.duration,
        recurrence=reading.recurrence,
        resolved=reading.resolved,
        reason=reading.reason,
        assumed=reading.assumed,
        alternatives=reading.alternatives,
        rules=mention.rules,
        meaning=mention.meaning,
        signal=signal,
    )


def range_time(
    document: Document, read: ReadSentence, mention: Mention, first: Reading, last: Reading, signal: Signal | None
) -> Time:
    """The time of a range from the readings of its ends."""
    parts = tuple(
        time_of(document, read, part, reading, None) for part, reading in zip(mention.parts, (first, last), strict=True)
    )
    start, end = document.span(read.tokens[mention.first].start, read.tokens[mention.last].end)
    when = None
    # a range of clock times ends at the second clock time, one of days with the second day
    stop = last.start if last.period is not None and last.period.grain < Grain.PART else last.end
    if first.start is not None and stop is not None and first.start < stop:
        grain = min(reading.period.grain for reading in (first, last) if reading.period is not None)
        when = When.filling(Moment(first.start, first.offset), Moment(stop, last.offset), grain=grain)
    return Time(
        start=start,
        end=end,
        text=document.source[start:end],
        type=first.type,
        value=interval_value(first.value, last.value),
        when=when,
        resolved=when is not None,
        reason=first.reason if first.reason == last.reason else f"{first.reason}; {last.reason}",
        assumed=tuple(dict.fromkeys((*first.assumed, *last.assumed))),
        rules=mention.rules,
        meaning=mention.meaning,
        parts=parts,
        signal=signal,
    )


def _links(times: Sequence[Dated], signals: Signals) -> tuple[Link, ...]:
    linked = ((dated, dated.attachment.event) for dated in times if not dated.note and not dated.heading)
    return tuple(_link(dated, event, signals) for dated, event in linked if event is not None)


def _link(dated: Dated, event: Event, signals: Signals) -> Link:
    """The link of a time to its event; of "postponed from 5 to 12 October" only the new date counts."""
    time, relation = dated.time, dated.attachment.relation
    if time.parts and event.lemma in signals.shifting:
        time, relation = time.parts[-1], Relation.WITHIN
    return Link(time=time, event=event, relation=relation, signal=dated.time.signal, by=dated.attachment.by)
