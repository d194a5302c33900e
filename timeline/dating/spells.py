"""What begins and ends in one sentence: "term starts on 28 February and ends on 30 March" tells of one term."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, Grain, civil
from timeline.dating.passages import Passage
from timeline.dating.reading import PAST, Context, Reading, dated
from timeline.dating.resolve import resolve
from timeline.grammar.cycles import cycle_of
from timeline.grammar.meanings import Date, Meaning, Within


def begun(meaning: Meaning, reading: Reading, passage: Passage, number: int, context: Context) -> Reading:
    """The reading of the time with a number, which is not behind the end of what it begins: then it is the last one before."""
    if reading.start is None or CHOSEN.isdisjoint(reading.assumed) or _goes_ahead(reading, passage, number):
        return reading
    closing = _closing(passage, number)
    if closing is None:
        return reading
    last = _other(passage, closing, context)
    if last.start is None or last.start >= reading.start:
        return reading
    return _beside(meaning, reading, last, context, ahead=False)


def ended(meaning: Meaning, reading: Reading, passage: Passage, number: int, context: Context) -> Reading:
    """The reading of the time with a number, which is not before the start of what will end then: "opens on Sunday and closes
    on Friday" is the Friday behind that Sunday."""
    if not number or reading.start is None or not _goes_ahead(reading, passage, number):
        return reading
    if _closing(passage, number - 1) != number:
        return reading
    first = _other(passage, number - 1, context)
    if first.start is None or first.start <= reading.start:
        return reading
    return _beside(meaning, reading, first, context, ahead=True)


CHOSEN = frozenset(("year", "week"))  # what is assumed of a time that comes round


def _goes_ahead(reading: Reading, passage: Passage, number: int) -> bool:
    """Whether a weekday is told of no past, so that the end gives way to the start."""
    return "week" in reading.assumed and passage.direction(number)[0] != PAST


def _other(passage: Passage, number: int, context: Context) -> Reading:
    """The reading of another time of the sentence, by its own tense."""
    there = evolve(context, tell=lambda: passage.telling(number), show=lambda: passage.direction(number))
    return resolve(passage.read.mentions[number].meaning, there)


def _beside(meaning: Meaning, reading: Reading, other: Reading, context: Context, *, ahead: bool) -> Reading:
    """The reading of the first instance from the start of the same, or of the last up to its end, with its hour where it has
    one."""
    cycle = cycle_of(meaning.outer if isinstance(meaning, Within) else meaning, context.conventions)
    if cycle is None or other.start is None:
        return reading
    day = other.start // DAY_SECONDS
    chosen = cycle.earliest(day) if ahead else cycle.latest(day)
    if chosen is None:
        return reading
    reason = f"the {'first from the start' if ahead else 'last up to the end'} of the same, {other.value}"
    told = dated(chosen, context, reason, reading.assumed, (reading.value,))
    if not isinstance(meaning, Within) or chosen.grain != Grain.DAY:
        return told
    year, month, day = civil(chosen.index)
    inside = resolve(evolve(meaning, outer=Date(year=year, month=month, day=day)), context)
    return evolve(inside, reason=f"{inside.reason}; {told.reason}", assumed=told.assumed, alternatives=told.alternatives)


def _closing(passage: Passage, number: int) -> int | None:
    """The number of the time right behind, at which that ends which begins at the time with a number."""
    signals = passage.pack.signals
    if number + 1 >= len(passage.read.mentions) or not passage.may_end:
        return None
    first, last = (passage.attachment(place).event for place in (number, number + 1))
    if first is None or last is None or first.lemma not in signals.beginnings or last.lemma not in signals.endings:
        return None
    place = next((placed.place for placed in passage.placed if placed.event is last), 0)
    between = passage.analysed.syntax.tags[passage.read.mentions[number].last + 1 : place]
    return None if any(tag[:2] in ("NN", "DT") for tag in between) else number + 1  # no subject of its own
