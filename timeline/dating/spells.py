"""What begins and ends in one sentence: "term starts on 28 February and ends on 30 March" tells of one term."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, Grain, civil
from timeline.dating.passages import Passage
from timeline.dating.reading import Context, Reading, dated
from timeline.dating.resolve import resolve
from timeline.grammar.cycles import cycle_of
from timeline.grammar.meanings import Date, Meaning, Within


def begun(meaning: Meaning, reading: Reading, passage: Passage, number: int, context: Context) -> Reading:
    """The reading of the time with a number, which is not behind the end of what it begins: then it is the last one before."""
    if reading.start is None or "year" not in reading.assumed:
        return reading
    closing = _closing(passage, number)
    if closing is None:
        return reading
    there = evolve(context, tell=lambda: passage.telling(closing), show=lambda: passage.direction(closing))
    last = resolve(passage.read.mentions[closing].meaning, there)
    outer = meaning.outer if isinstance(meaning, Within) else meaning
    cycle = cycle_of(outer, context.conventions)
    if last.start is None or last.start >= reading.start or cycle is None:
        return reading
    chosen = cycle.latest(last.start // DAY_SECONDS)
    if chosen is None:
        return reading
    told = dated(chosen, context, f"the last up to the end of the same, {last.value}", reading.assumed, (reading.value,))
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
