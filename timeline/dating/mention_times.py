"""From a mention and what it is read against to its `Time` record."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period
from timeline.calendar.timex3 import interval_value
from timeline.calendar.values import Moment, When
from timeline.dating.ranges import resolve_range, resolve_repeat
from timeline.dating.reading import FUTURE, PAST, Context, Reading
from timeline.dating.resolve import resolve
from timeline.entries.records import Relation, Signal, Time
from timeline.grammar.meanings import Base, Clock, Length, Meaning, Offset, Range, Repeat, Span, Stretch
from timeline.languages.pack import Signals
from timeline.linking.mentions import Mention, ReadSentence
from timeline.texts.document import Document


def readings(
    meaning: Meaning, relation: Relation, shown: str, context: Context, signals: Signals
) -> tuple[Reading, ...]:
    """The reading of a meaning behind a signal that shows its relation, of a range those of its two ends."""
    if isinstance(meaning, Range):
        ends = zip((meaning.first, meaning.last), resolve_range(meaning, context), strict=True)
        return tuple(_past_midnight(end, reading, context) for end, reading in ends)
    if isinstance(meaning, Repeat):
        return (resolve_repeat(meaning, context),)
    ahead = _ahead(meaning, relation, shown, context, signals)
    return (_past_midnight(ahead, resolve(ahead, context), context),)


def _ahead(meaning: Meaning, relation: Relation, shown: str, context: Context, signals: Signals) -> Meaning:
    """A length as the time that it leads to: "will rule in two weeks", "replied within three days"."""
    if not isinstance(meaning, Length) or meaning.duration.vague or relation is not Relation.WITHIN:
        return meaning
    if shown in signals.ahead:
        return Offset(meaning.duration, 1) if context.direction == FUTURE else meaning
    return _inside(meaning, context)


def _inside(meaning: Length, context: Context) -> Meaning:
    """The time inside which something comes: of a past, behind the day narrated last, else before the anchor."""
    if context.direction != PAST:
        return Stretch(meaning.duration, 1, term=True)
    if meaning.duration.grain < Grain.PART:  # within ten minutes of what was told by the clock
        return Stretch(meaning.duration, 1, Base.FOCUS) if context.focus_clock is not None else meaning
    if context.focus is not None:
        counted = context.focus.grain <= max(Grain.DAY, min(meaning.duration.grain, Grain.YEAR))
        return Stretch(meaning.duration, 1, Base.FOCUS, term=True) if counted else meaning
    return Stretch(meaning.duration, -1, term=True)


def _past_midnight(meaning: Meaning, reading: Reading, context: Context) -> Reading:
    """A bare clock time far before the last one under the same date is on the next day."""
    bare = isinstance(meaning, Clock) and "day" in reading.assumed
    if not bare or reading.start is None or reading.end is None or reading.period is None:
        return reading
    last = context.focus_clock
    if last is None:
        return reading
    if isinstance(meaning, Clock) and context.recall().stamped and context.recall().halves:
        meaning, reading = _in_half(meaning, reading, last, context)
    start = reading.start
    assert start is not None
    step = context.conventions.midnight_step_hours * 3_600
    if context.recall().stamped:
        days, why = _days_from_stamp(start - last, step, context)
    else:
        days = (last - start) // DAY_SECONDS + 1 if last - start > step else 0
        why = "the day after, since the clock stepped back past midnight"
    if not days:
        return reading
    day = Period.of_second(start, Grain.DAY).shift(days)
    return evolve(
        shifted := resolve(meaning, context.focused(day, why)),
        assumed=(*shifted.assumed, "next day" if days > 0 else "day before"),
    )


def _in_half(clock: Clock, reading: Reading, stamp: int, context: Context) -> tuple[Clock, Reading]:
    """A bare hour in a log by the twelve-hour clock, in the half of the day that brings it near the stamp of its line: the
    nearest before it in a past, behind it in a future."""
    if clock.half not in (None, "open") or not 1 <= clock.hour <= 12:
        return clock, reading
    halves = [evolve(clock, hour=clock.hour % 12 + late, half=half) for late, half in ((0, "am"), (12, "pm"))]
    sign = -1 if context.direction == PAST else 1 if context.direction == FUTURE else 0

    def distance(half: Clock) -> int:
        later = (half.hour * 3600 + (half.minute or 0) * 60 - stamp) % DAY_SECONDS
        return later if sign > 0 else -later % DAY_SECONDS if sign < 0 else min(later, -later % DAY_SECONDS)

    nearest = min(halves, key=distance)
    return nearest, evolve(told := resolve(nearest, context), assumed=(*told.assumed, "half of the day"))


def _days_from_stamp(later: int, step: int, context: Context) -> tuple[int, str]:
    """How many days from the stamp of its line a bare clock time is: a past lies before the stamp, a future behind it."""
    if later < 0 and context.direction == FUTURE:
        return 1, "the day after, since it is to come"
    if later > step and context.direction == PAST:
        return -1, "the day before, since it is past"
    return 0, ""


def signal_of(document: Document, read: ReadSentence, places: tuple[int, int] | None) -> Signal | None:
    """The signal that stands at some token numbers, None for none."""
    if places is None:
        return None
    start, end = document.span(read.tokens[places[0]].start, read.tokens[places[1]].end)
    return Signal(start=start, end=end, text=document.source[start:end])


MIDNIGHT = "T24:00"


def own_when(reading: Reading, southern: bool = False) -> When | None:
    """The interval of the words themselves, None for what is no date."""
    if reading.start is None or reading.end is None:
        return None
    first, last = reading.start, reading.end
    if reading.value.endswith(MIDNIGHT) and "day" not in reading.assumed:
        first, last = first - 60, first  # the last minute of the day that is named
    grain = reading.period.grain if reading.period is not None else Grain.DAY
    if southern and grain == Grain.SEASON:
        grain = Grain.MONTH  # the season codes of EDTF are read as northern ones
    start, end = Moment(first, reading.offset), Moment(last, reading.offset)
    if reading.open is not None or reading.window:
        edges = (None if reading.open == "start" else start, None if reading.open == "end" else end)
        return When.inside(*edges, grain=grain)
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


def range_when(meaning: Meaning, first: Reading, last: Reading) -> When | None:
    """The interval from one reading to another, None where either is no date or they run backwards."""
    if isinstance(meaning, Span):
        return _span_when(meaning, last)
    # a range of clock times ends at the second clock time, one of days with the second day
    stop = last.start if last.period is not None and last.period.grain < Grain.PART else last.end
    if first.start is None or stop is None or first.start >= stop:
        return None
    grain = min(reading.period.grain for reading in (first, last) if reading.period is not None)
    ends = Moment(first.start, first.offset), Moment(stop, last.offset)
    either = isinstance(meaning, Range) and meaning.either
    return When.inside(*ends, grain=grain) if either else When.filling(*ends, grain=grain)


def _span_when(meaning: Span, last: Reading) -> When | None:
    """The interval of a length up to the end of a time, or from its start on."""
    length = meaning.first.duration if isinstance(meaning.first, Length) else None
    if last.start is None or last.end is None or length is None:
        return None
    start = last.start if meaning.leading else length.added_to(last.end, -1)
    end = length.added_to(last.start) if meaning.leading else last.end
    return None if start is None or end is None or start >= end else When.filling(Moment(start), Moment(end))


def range_time(
    document: Document, read: ReadSentence, mention: Mention, first: Reading, last: Reading, signal: Signal | None
) -> Time:
    """The time of a range from the readings of its ends."""
    parts = tuple(
        time_of(document, read, part, reading, None) for part, reading in zip(mention.parts, (first, last), strict=True)
    )
    start, end = document.span(read.tokens[mention.first].start, read.tokens[mention.last].end)
    when = range_when(mention.meaning, first, last)
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
