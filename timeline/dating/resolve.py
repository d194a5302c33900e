"""From what was said to when it was: the anchor, the tense and the temporal focus enter here.

Each kind of meaning has one small function that gives a `Reading`.  Whatever does not follow from the words, the anchor
and the context stays unresolved, with the reason.
"""

from __future__ import annotations

from functools import singledispatch

from attrs import evolve

from timeline.calendar.almanac import (
    DAY_SECONDS,
    MAX_YEAR,
    Grain,
    Period,
    add_months,
    first_week,
    month_length,
    nth_weekday,
    weekday,
)
from timeline.calendar.durations import Duration
from timeline.calendar.rrules import at_times
from timeline.calendar.timex3 import interval_value
from timeline.dating.choices import choose, selected, the_quarter
from timeline.dating.clocks import clock, on_day, part
from timeline.dating.edges import kept, modified, turn
from timeline.dating.offsets import day_of_year, offset, shifted, stretch
from timeline.dating.reading import (
    NO_ANCHOR,
    Context,
    Reading,
    base_day,
    dated,
    name_of,
    unresolved,
)
from timeline.grammar.cycles import Cycle, cycle_of, holiday, no_holiday, season
from timeline.grammar.meanings import (
    Antecedent,
    BankHoliday,
    Base,
    Clock,
    Date,
    DayPart,
    Holiday,
    Length,
    Meaning,
    Modified,
    Nth,
    NumericDate,
    Offset,
    Onward,
    Refers,
    Repeat,
    Select,
    Shift,
    Stretch,
    Turn,
    Unit,
    Weekend,
    Within,
)


def resolve(meaning: Meaning, context: Context) -> Reading:
    """The reading of a meaning in its context; never raises.

    >>> from timeline.calendar.conventions import Conventions
    >>> from timeline.calendar.values import Moment
    >>> from timeline.dating.reading import Telling
    >>> past = Telling(direction="past")
    >>> anchored = Context(anchor=Moment.of(2023, 9, 18), conventions=Conventions(), tell=lambda: past)
    >>> reading = resolve(Date(weekday=4), anchored)
    >>> reading.value, reading.alternatives
    ('2023-09-15', ('2023-09-22',))
    """
    reading = _resolve(meaning, context)
    if reading.period is not None and abs(reading.period.year) > MAX_YEAR:
        return unresolved(meaning, f"out of range: years -{MAX_YEAR} to {MAX_YEAR}")
    return reading


SAMPLE_YEAR = 2020  # one for which the days of all known holidays are counted


@singledispatch
def _resolve(meaning: Meaning, context: Context) -> Reading:
    return unresolved(meaning, f"not a time by itself: {type(meaning).__name__.lower()}")


@_resolve.register
def _(meaning: Date, context: Context) -> Reading:
    if meaning.short and meaning.year is not None:
        return _short_year(meaning, context)
    if meaning.year is not None:
        return dated(_stated(meaning, meaning.year), context, _fitting("stated in full", meaning))
    cycle = cycle_of(meaning, context.conventions)
    if cycle is None:
        return unresolved(meaning, "says no date")
    reading = choose(meaning, cycle, context)
    if not reading.resolved and meaning.weekday is not None and meaning.month is not None:
        # no year near has that weekday on that day: keep the date, tell the misfit
        reading = _resolve(evolve(meaning, weekday=None), context)
        return evolve(reading, reason=f"{reading.reason}; the weekday said does not fit")
    return reading


def _stated(date: Date, year: int) -> Period:
    if date.month is None:
        return Period(Grain.YEAR, year)
    return Period.of_month(year, date.month) if date.day is None else Period.of_date(year, date.month, date.day)


def _fitting(reason: str, date: Date) -> str:
    if date.style is not None:
        reason = f"{reason}; {date.style}, as it was written"
    if date.weekday is not None and date.day is not None and date.year is not None:
        if weekday(_stated(date, date.year).index) != date.weekday:
            return f"{reason}; the weekday said does not fit"
    return reason


def _fits(date: Date) -> bool:
    """Whether a date with its year and weekday falls on that weekday."""
    if date.year is None or date.short or date.month is None or date.day is None:
        return False
    return date.day <= month_length(date.year, date.month) and weekday(_stated(date, date.year).index) == date.weekday


def _short_year(meaning: Date, context: Context) -> Reading:
    """A two-digit year lies in the hundred years up to the pivot after the focus or anchor."""
    base = base_day(Base.FOCUS if context.focus is not None else Base.ANCHOR, context)
    if base is None or meaning.year is None:
        return unresolved(meaning, NO_ANCHOR)
    last = Period.of_day(base[0]).year + context.conventions.two_digit_pivot
    year = last - (last - meaning.year) % 100
    full = evolve(meaning, year=year, short=False)
    if full.month is not None and full.day == 29 and full.month == 2 and year % 4:
        return unresolved(meaning, "there is no such day")
    return evolve(dated(_stated(full, year), context, f"two-digit year near {base[1]}"), assumed=("century",))


@_resolve.register
def _(meaning: NumericDate, context: Context) -> Reading:
    orders = {"DMY": (meaning.first, meaning.second), "MDY": (meaning.second, meaning.first)}
    dates = {
        order: Date(year=meaning.year, month=month, day=day, short=meaning.short, weekday=meaning.weekday)
        for order, (day, month) in orders.items()
        if month <= 12 and day <= month_length(2000, month)
    }
    fitting = [order for order, date in dates.items() if _fits(date)]
    if meaning.weekday is not None and meaning.year is not None and len(fitting) == 1:
        reading = _resolve(dates[fitting[0]], context)  # "Mon 10/06/2024": the weekday settles it
        return evolve(reading, reason=f"{reading.reason}; read as {fitting[0]}, on which the weekday said falls")
    told = context.conventions.date_order or context.date_order
    if len(dates) == 1:
        return _resolve(next(iter(dates.values())), context)
    if told in dates:
        reading = _resolve(dates[told], context)
        assumed = () if context.conventions.date_order else ("date order",)
        return evolve(reading, reason=f"{reading.reason}; read as {told}", assumed=(*reading.assumed, *assumed))
    candidates = tuple(_resolve(date, context).value for date in dates.values())
    return unresolved(Date(year=meaning.year, short=meaning.short), "ambiguous: date_order", candidates)


@_resolve.register
def _(meaning: Unit, context: Context) -> Reading:
    if meaning.fiscal:
        return _fiscal(meaning, context)
    if meaning.grain == Grain.WEEK and meaning.year is not None:
        return dated(Period(Grain.WEEK, first_week(meaning.year) + meaning.number - 1), context, "stated in full")
    if meaning.year is None:
        cycle = cycle_of(meaning, context.conventions)
        if cycle is not None:
            return (
                choose(meaning, cycle, context)
                if meaning.grain != Grain.DECADE
                else _latest_decade(meaning, cycle, context)
            )
        return dated(Period(meaning.grain, meaning.number), context, "stated in full")
    if meaning.grain == Grain.SEASON:
        return dated(season(meaning.year, meaning.number, context.conventions), context, "stated in full")
    if meaning.number < 0 and meaning.grain == Grain.QUARTER:  # "the 1988 period": the one that the report is about
        if context.quarter is None or context.months:
            return dated(Period(Grain.YEAR, meaning.year), context, "stated in full")
        period = Period(Grain.QUARTER, meaning.year * 4 + context.quarter.index % 4)
        return dated(period, context, f"the quarter of {meaning.year} like that told before")
    share = {Grain.QUARTER: 4, Grain.HALF: 2}.get(meaning.grain, 1)
    return dated(Period(meaning.grain, meaning.year * share + meaning.number), context, "stated in full")


def _fiscal(meaning: Unit, context: Context) -> Reading:
    """A fiscal year or quarter: its name is known, its dates only with the month that fiscal years start in."""
    if meaning.year is None and meaning.grain == Grain.YEAR and meaning.number < 0:
        named = _resolve(Shift(Grain.YEAR, 0), context)
    elif meaning.grain == Grain.YEAR:
        named = _resolve(Date(year=meaning.number), context)
    else:
        named = _resolve(evolve(meaning, fiscal=False), context)
    month = context.conventions.fiscal_year_start
    if month is None or named.start is None or named.end is None or named.period is None:
        reason = "needs: fiscal_year_start" if month is None else named.reason
        return evolve(unresolved(meaning, reason), value=named.value)
    # a fiscal year is named after the calendar year in which it ends
    months = (month - 1) - 12 * (month > 1)
    start, end = (add_months(second // DAY_SECONDS, months) * DAY_SECONDS for second in (named.start, named.end))
    return evolve(named, start=start, end=end, reason=f"{named.reason}; fiscal years start in month {month}")


def _latest_decade(meaning: Unit, cycle: Cycle, context: Context) -> Reading:
    base = base_day(Base.ANCHOR, context)
    period = None if base is None else cycle.latest(base[0])
    if base is None or period is None:
        return unresolved(meaning, NO_ANCHOR)
    return dated(period, context, f"the latest up to {base[1]}", ("century",))


@_resolve.register
def _(meaning: Holiday, context: Context) -> Reading:
    if holiday(meaning.name, SAMPLE_YEAR, context.conventions.country) is None:
        # Labour Day is kept on other days in every country
        return unresolved(meaning, no_holiday(meaning.name, context.conventions.country))
    if meaning.year is None:
        cycle = cycle_of(meaning, context.conventions)
        assert cycle is not None
        return kept(meaning.name, choose(meaning, cycle, context), context)
    period = holiday(meaning.name, meaning.year, context.conventions.country)
    if period is None:
        return unresolved(meaning, f"nobody has counted {meaning.name} of {meaning.year}")
    return kept(meaning.name, dated(period, context, "stated in full"), context)


@_resolve.register
def _(meaning: BankHoliday, context: Context) -> Reading:
    cycle = cycle_of(meaning, context.conventions)
    if cycle is None:
        return unresolved(meaning, no_holiday("", context.conventions.country))
    return choose(meaning, cycle, context)


@_resolve.register
def _(meaning: Weekend, context: Context) -> Reading:
    cycle = cycle_of(meaning, context.conventions)
    assert cycle is not None
    return choose(meaning, cycle, context)


@_resolve.register
def _(meaning: Shift, context: Context) -> Reading:
    if meaning == Shift(Grain.QUARTER, 0, Base.FOCUS):
        return the_quarter(context)
    return shifted(meaning, None if meaning.of is None else _resolve(meaning.of, context), context)


@_resolve.register
def _(meaning: Select, context: Context) -> Reading:
    return selected(meaning, None if meaning.of is None else _resolve(meaning.of, context), context)


@_resolve.register
def _(meaning: Offset, context: Context) -> Reading:
    return offset(meaning, None if meaning.of is None else _resolve(meaning.of, context), context)


@_resolve.register
def _(meaning: Stretch, context: Context) -> Reading:
    return stretch(meaning, context)


@_resolve.register
def _(meaning: Nth, context: Context) -> Reading:
    outer = _resolve(meaning.outer, context)
    if outer.period is None:
        return unresolved(meaning, outer.reason)
    if meaning.working:
        return _working_day(meaning, outer, context)
    # a weekend is of the month that its first day lies in
    weekday = context.conventions.weekend_days[0] if meaning.grain == Grain.WEEKEND else meaning.weekday
    if weekday is not None:
        assert outer.end is not None
        edge = outer.period.first_day if meaning.count > 0 else (outer.end - 1) // DAY_SECONDS
        month = Period.of_day(edge).to(Grain.MONTH).index
        day = nth_weekday(month // 12, month % 12 + 1, weekday, meaning.count)
        if day is None:
            return unresolved(meaning, f"{outer.value} has no such day")
        return dated(Period.of_day(day).to(meaning.grain), context, f"counted in {outer.value}; {outer.reason}", outer.assumed)
    assert outer.end is not None
    # as the weeks of a year do (ISO 8601), a week belongs to the month that most of its days lie in
    inside = 3 if meaning.grain == Grain.WEEK and outer.period.grain > Grain.WEEK else 0
    first = Period.of_day(outer.period.first_day + inside).to(meaning.grain)
    if meaning.count < 0:
        first = Period.of_day((outer.end - 1) // DAY_SECONDS - inside).to(meaning.grain).shift(1)
    counted = first.shift(meaning.count - (meaning.count > 0))
    return dated(counted, context, f"counted in {outer.value}; {outer.reason}", outer.assumed)


def _working_day(meaning: Nth, outer: Reading, context: Context) -> Reading:
    """The nth day of a time that lies on no weekend, from its end when negative."""
    assert outer.period is not None and outer.end is not None
    sign = 1 if meaning.count > 0 else -1
    beside = (outer.period.first_day - 1) * DAY_SECONDS if sign > 0 else outer.end
    worked = Duration.of(abs(meaning.count), Grain.DAY, working=True)
    day = worked.added_to(beside, sign, context.conventions.weekend_days)
    if day is None or not outer.period.first_day * DAY_SECONDS <= day < outer.end:
        return unresolved(meaning, f"{outer.value} has no such day")
    return dated(Period.of_second(day, Grain.DAY), context, f"counted in {outer.value}; {outer.reason}", outer.assumed)


@_resolve.register
def _(meaning: Modified, context: Context) -> Reading:
    return modified(meaning, _resolve(meaning.inner, context), context)


@_resolve.register
def _(meaning: Onward, context: Context) -> Reading:
    begun = _resolve(meaning.start, context)
    return begun if not begun.resolved else evolve(begun, value=interval_value(begun.value, ".."))


@_resolve.register
def _(meaning: Turn, context: Context) -> Reading:
    return turn(meaning, None if meaning.of is None else _resolve(meaning.of, context), context)


@_resolve.register
def _(meaning: Antecedent, context: Context) -> Reading:
    if context.focus is None:
        return unresolved(meaning, "needs: a time told before")
    if meaning.over and context.anchor is not None and context.focus.first_day > context.anchor.day:
        if context.past is None:
            return unresolved(meaning, "needs: a past time told before")
        return dated(context.past, context, f"the past time told before, {name_of(context.past, context)}")
    if context.year_mentioned is not None:  # "dropped in 1966, and since then"
        return dated(context.year_mentioned, context, f"the year told last, {name_of(context.year_mentioned, context)}")
    return dated(context.focus, context, f"the time told before, {context.focus_text or name_of(context.focus, context)}")


@_resolve.register
def _(meaning: Within, context: Context) -> Reading:
    outer = _resolve(meaning.outer, context)
    if outer.period is None:
        return evolve(unresolved(meaning, outer.reason), alternatives=outer.alternatives)
    if isinstance(meaning.inner, Clock | DayPart):
        inner = on_day(meaning.inner, outer.period.first_day, context)
        return evolve(
            inner, reason=f"{inner.reason} of {outer.value}; {outer.reason}", assumed=(*inner.assumed, *outer.assumed)
        )
    cycle = cycle_of(day_of_year(meaning.inner, context), context.conventions)
    chosen = None if cycle is None else cycle.earliest(outer.period.first_day)
    if chosen is None:
        return unresolved(meaning, f"there is no such day in {outer.value}")
    return dated(chosen, context, f"in {outer.value}; {outer.reason}")


@_resolve.register
def _(meaning: Clock, context: Context) -> Reading:
    return clock(meaning, context)


@_resolve.register
def _(meaning: DayPart, context: Context) -> Reading:
    return part(meaning, context)


@_resolve.register
def _(meaning: Length, context: Context) -> Reading:
    return Reading(
        type="DURATION",
        value=str(meaning.duration),
        mod=meaning.duration.mod,
        duration=meaning.duration,
        reason="a length, not a date",
    )


@_resolve.register
def _(meaning: Repeat, context: Context) -> Reading:
    recurrence = meaning.recurrence
    if meaning.clock is not None:
        hour, minute = meaning.clock.hour % 24, meaning.clock.minute or 0
        times = [(clock.hour % 24, clock.minute or 0) for clock in (meaning.clock, *meaning.also)]
        rule = None if recurrence.rule is None else at_times(recurrence.rule, times)
        day = recurrence.value.partition("T")[0]  # "9 a.m. on Sunday mornings": the hour takes the place of the morning
        recurrence = evolve(recurrence, value=f"{day}T{hour:02}:{minute:02}", rule=rule)
    return Reading(type="SET", value=recurrence.value, recurrence=recurrence, reason="a repetition, not a date")


@_resolve.register
def _(meaning: Refers, context: Context) -> Reading:
    return Reading(value=meaning.value, reason="a reference, never a date")
