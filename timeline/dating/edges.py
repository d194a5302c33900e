"""Parts of a time: early, mid and late, its halves, what of it lies before or after now, and where it begins."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period
from timeline.calendar.timex3 import interval_value
from timeline.dating.reading import NO_ANCHOR, Context, Reading, base_day, dated, first_day, unresolved
from timeline.grammar.feasts import feast_days
from timeline.grammar.meanings import Base, Modified, Turn


def modified(meaning: Modified, inner: Reading, context: Context) -> Reading:
    """The reading of a time (``inner``) under a modifier: the edge, half or side of now that it names."""
    if inner.period is None or inner.start is None or inner.end is None:
        return inner if not inner.resolved else evolve(inner, mod=meaning.mod)
    if meaning.mod in ("EARLIER", "LATER"):
        return _told_apart(meaning.mod, inner, context)
    if meaning.mod in ("FIRST_HALF", "SECOND_HALF"):
        return _half_of(meaning.mod, inner)
    if meaning.mod in ("BEFORE", "AFTER"):
        return _beside(meaning.mod, inner, context)
    if meaning.mod in ("ON_OR_AFTER", "ON_OR_BEFORE"):
        return evolve(inner, mod=meaning.mod)
    whole = inner.end - inner.start
    third, slack = whole // 3, round(whole * context.conventions.third_slack_share)
    if inner.period.grain >= Grain.DAY:
        third, slack = (round(amount / DAY_SECONDS) * DAY_SECONDS for amount in (third, slack))
    if inner.period.grain <= Grain.DAY or meaning.mod == "APPROX":
        return evolve(inner, mod=meaning.mod, start_slack=slack, end_slack=slack)
    if meaning.mod == "START":
        return evolve(inner, mod="START", end=inner.start + third, end_slack=slack)
    if meaning.mod == "END":
        return evolve(inner, mod="END", start=inner.end - third, start_slack=slack)
    return evolve(
        inner, mod="MID", start=inner.start + third, end=inner.end - third, start_slack=slack, end_slack=slack
    )


def _beside(mod: str, inner: Reading, context: Context) -> Reading:
    """Shortly before or after a time: somewhere in the minutes beside a clock time, in the days beside a day."""
    assert inner.start is not None and inner.end is not None and inner.period is not None
    clock = inner.period.grain < Grain.DAY
    near = context.conventions.near_minutes * 60 if clock else context.conventions.near_days * DAY_SECONDS
    end = inner.start if clock else inner.end
    if mod == "BEFORE":
        return evolve(inner, mod=mod, start=inner.start - near, end=inner.start, window=True)
    return evolve(inner, mod=mod, start=end, end=end + near, window=True)


def _half_of(mod: str, inner: Reading) -> Reading:
    """The first or second half of a time, to the day."""
    assert inner.start is not None and inner.end is not None
    middle = inner.start + (inner.end - inner.start) // 2 // DAY_SECONDS * DAY_SECONDS
    if mod == "FIRST_HALF":
        return evolve(inner, mod="START", end=middle, reason=f"its first half; {inner.reason}")
    return evolve(inner, mod="END", start=middle, reason=f"its second half; {inner.reason}")


def _told_apart(mod: str, inner: Reading, context: Context) -> Reading:
    """Earlier this year ends the day before the anchor, later this year begins the day after it; in a story that of the
    time told last."""
    assert inner.start is not None and inner.end is not None
    timex_mod = "START" if mod == "EARLIER" else "END"
    anchor, focus = context.anchor, context.focus
    if anchor is not None and inner.start <= anchor.wall < inner.end:
        first, last, name = anchor.day, anchor.day, "the anchor"
    elif focus is not None and focus.grain <= Grain.MONTH:
        start, end = context.conventions.span(focus)
        first, last, name = start // DAY_SECONDS, (end - 1) // DAY_SECONDS, f"the focus {context.focus_text}"
    else:
        return evolve(inner, mod=timex_mod)
    if mod == "EARLIER" and inner.start < first * DAY_SECONDS < inner.end:
        return evolve(inner, mod=timex_mod, end=first * DAY_SECONDS, reason=f"{inner.reason}, up to {name}")
    if mod == "LATER" and inner.start < (last + 1) * DAY_SECONDS < inner.end:
        return evolve(inner, mod=timex_mod, start=(last + 1) * DAY_SECONDS, reason=f"{inner.reason}, from {name} on")
    return evolve(inner, mod=timex_mod)


def turn(meaning: Turn, outer: Reading | None, context: Context) -> Reading:
    """Where a year, decade or century begins: that of ``outer``, else the one nearest to the anchor."""
    base = base_day(Base.ANCHOR, context)
    if outer is not None and outer.period is not None:
        unit, reason = outer.period.to(meaning.grain), f"where {outer.value} begins; {outer.reason}"
    elif base is not None:
        here = Period.of_day(base[0]).to(meaning.grain)
        ends = [first_day(here, context), first_day(here.shift(1), context)]
        unit = here if base[0] - ends[0] <= ends[1] - base[0] else here.shift(1)
        reason = f"the turn nearest to {base[1]}"
    else:
        return unresolved(meaning, NO_ANCHOR)
    grain = Grain.YEAR if meaning.grain > Grain.YEAR else Grain.DAY
    start, end = context.conventions.span(unit)
    slack = round((end - start) * context.conventions.about_share / DAY_SECONDS) * DAY_SECONDS
    reading = dated(Period.of_day(first_day(unit, context)).to(grain), context, reason)
    return evolve(reading, mod="APPROX", start_slack=slack, end_slack=slack)


def kept(name: str, reading: Reading, context: Context) -> Reading:
    """The reading of a holiday, as long as it is kept: Ramadan is a month."""
    days = 1 if reading.period is None else feast_days(name, reading.period)
    if days == 1 or reading.period is None or reading.start is None:
        return reading
    last = dated(reading.period.shift(days - 1), context, "")
    return evolve(reading, end=reading.start + days * DAY_SECONDS, value=interval_value(reading.value, last.value))
