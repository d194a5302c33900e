"""From an event and the times linked to it to one `When`: how relations, lengths and tense work together."""

from __future__ import annotations

import datetime

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain
from timeline.calendar.conventions import Conventions
from timeline.calendar.durations import Duration, grain_seconds
from timeline.calendar.rrules import until
from timeline.calendar.values import Moment, Recurrence, When, length_of
from timeline.entries.records import Event, Link, Relation, Time
from timeline.grammar.meanings import Clock, Meaning, Modified, Onward, Range

UNDATED = When()


@frozen(kw_only=True)
class Composed:
    """When an event was, how long it lasts, how it repeats, and how that came about."""

    when: When
    time: Time | None
    duration: Duration | None = None
    recurrence: Recurrence | None = None
    reason: str = ""


def compose(event: Event | None, links: tuple[Link, ...], anchor: Moment | None, conventions: Conventions) -> Composed:
    """The time of an event from all its links; the finest dated one leads."""
    links = _distanced(_begun(event, links))
    dated = [link for link in links if link.time.when is not None]
    lasting = next((link for link in links if link.relation is Relation.LASTS and link.time.duration is not None), None)
    repeating = next((link for link in links if link.time.recurrence is not None), None)
    if repeating is not None:  # "until 8pm every Friday": an hour of each time, no limit of all
        dated = [link for link in dated if not is_hour(link.time.meaning)]
    duration = lasting.time.duration if lasting else None
    recurrence = repeating.time.recurrence if repeating else None
    if not dated:
        if lasting is not None and duration is not None and _goes_on(event) and anchor is not None:
            assert event is not None
            when, reason = _up_to_anchor(duration, anchor, conventions)
            return Composed(
                when=when, time=lasting.time, duration=duration, reason=f'{reason}, shown by "{event.shown_by}"'
            )
        unresolved = next((link for link in links if not link.time.is_reference), None)  # it has a reason, "now" has none
        leading = lasting or repeating or unresolved or (links[0] if links else None)
        return Composed(when=UNDATED, time=leading.time if leading else None, duration=duration, recurrence=recurrence)
    lead = _leading(dated)
    when, reason = bounded(lead.relation, lead.time, event, anchor)
    for link in dated:
        if link is not lead:
            when = _narrowed(when, bounded(link.relation, link.time, event, anchor)[0])
    if recurrence is not None:
        recurrence = limited(recurrence, lead.relation, when)
    if duration is not None:
        when, told = _lasting(when, duration, conventions)
        reason = f"{reason}; {told}"
    return Composed(when=when, time=lead.time, duration=duration, recurrence=recurrence, reason=reason)


def is_hour(meaning: Meaning | None) -> bool:
    """Whether a time tells hours without their day.

    >>> is_hour(Clock(hour=9)), is_hour(Range(Clock(hour=9), Clock(hour=17)))
    (True, True)
    """
    inner = meaning.first if isinstance(meaning, Range) else meaning.inner if isinstance(meaning, Modified) else meaning
    return isinstance(inner, Clock)


def _goes_on(event: Event | None) -> bool:
    """Whether an event is told in a perfect that leads up to the anchor; a past perfect leads up to another time."""
    return event is not None and event.perfect and event.tense != "PAST"


def _begun(event: Event | None, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links of an event, a limit of what is denied made its start: "did not leave until Friday", "not before June"."""
    if event is None or event.polarity != "NEG":
        return links
    lasting = event.class_ == "STATE" and not event.punctual
    starts = {Relation.UNTIL: Relation.FROM if lasting else Relation.WITHIN, Relation.BEFORE: Relation.FROM}
    return tuple(evolve(link, relation=starts.get(link.relation, link.relation)) for link in links)


def _distanced(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links of an event, a distance and the time that it is told from made one: "two days before 5 May"."""
    apart = next((link for link in links if link.relation is Relation.APART), None)
    if apart is None or apart.time.duration is None:
        return links
    for link in links:
        if link.relation in (Relation.BEFORE, Relation.AFTER) and apart.time.end <= link.time.start:
            when = _moved(link.time.when, apart.time.duration, 1 if link.relation is Relation.AFTER else -1)
            if when is not None:
                told = evolve(link.time, when=when)
                moved = evolve(link, time=told, relation=Relation.WITHIN)
                return tuple(moved if other is link else other for other in links if other is not apart)
    return links


def _moved(when: When | None, distance: Duration, sign: int) -> When | None:
    """A time moved by a distance, uncertain by half of its unit where that is longer than a day; None where unknown."""
    if when is None or when.earliest_start is None or when.latest_end is None:
        return None
    edges = [distance.added_to(edge.wall, sign) for edge in (when.earliest_start, when.latest_end)]
    slack = _whole_days(grain_seconds(distance.grain) // 2)
    if edges[0] is None or edges[1] is None:
        return None
    start, end = Moment(edges[0] - slack, when.earliest_start.offset), Moment(edges[1] + slack, when.latest_end.offset)
    inside = When.inside(start, end, grain=min(when.grain, max(distance.grain, Grain.DAY)))
    return evolve(inside, approximate=slack > 0, start_slack=slack, end_slack=slack)


def limited(recurrence: Recurrence, relation: Relation, when: When) -> Recurrence:
    """A repetition whose rule ends where its time does: "every weekday until the end of May".

    >>> daily = Recurrence(value="P1D", rule="FREQ=DAILY")
    >>> limited(daily, Relation.UNTIL, When.read("../2024-05-31")).rule
    'FREQ=DAILY;UNTIL=20240531'
    """
    last = when.last_day
    ends = relation in (Relation.EXTENT, Relation.UNTIL, Relation.BY, Relation.BEFORE)
    if not ends or recurrence.rule is None or last is None or "UNTIL=" in recurrence.rule or "COUNT=" in recurrence.rule:
        return recurrence
    return evolve(recurrence, rule=until(recurrence.rule, last))


def _leading(dated: list[Link]) -> Link:
    """The link with the finest time; extents come before windows, the first of equals."""
    return min(dated, key=lambda link: (link.relation not in LEADING, _grain(link)))


LEADING = (Relation.EXTENT, Relation.SINCE, Relation.FROM)


def _grain(link: Link) -> Grain:
    assert link.time.when is not None
    return link.time.when.grain


def bounded(relation: Relation, time: Time, event: Event | None, anchor: Moment | None) -> tuple[When, str]:
    """What a relation to a time says about when an event was.

    >>> friday = Time(start=0, end=6, text="Friday", type="DATE", value="2023-09-15", when=When.read("2023-09-15"), reason="")
    >>> print(bounded(Relation.BEFORE, friday, None, None)[0])
    ../2023-09-14
    """
    own = time.when
    assert own is not None
    start, end = own.earliest_start, own.latest_end
    if own.grain < Grain.PART and relation in (Relation.UNTIL, Relation.BY) and not time.value.endswith("T24:00"):
        end = own.start  # "until six" is six o'clock, not the minute after
    match relation:
        case Relation.EXTENT:
            return own, "it fills the time"
        case Relation.REPEATS:
            return own, "it goes on through the time"
        case Relation.SINCE:
            return _since(own, None if isinstance(time.meaning, Onward) else event, anchor)
        case Relation.FROM:
            return _from(own), "it starts in the time"
        case Relation.UNTIL:
            when, reason = _until(own, start, end, event, anchor)
            return (_at_least(when, own, end), NOT_BEFORE) if time.mod == "ON_OR_AFTER" else (when, reason)
        case Relation.BEFORE:
            # "before the end of May" is a point, not the last third of the month
            last = end if time.mod == "END" else start
            return When(latest_end=last, grain=own.grain), "it ends by the start of the time"
        case Relation.AFTER:
            begins = time.mod == "START" or own.grain < Grain.PART  # "after 2 p.m." is not the minute after
            return When(earliest_start=start if begins else end, grain=own.grain), "it starts from its end"
        case Relation.BY:
            return _by(own, end, event, anchor)
    return _inside(own, event, anchor), "it falls inside the time"


NOT_BEFORE = "it does not end before the time"


def _at_least(until: When, own: When, end: Moment | None) -> When:
    """What ends in a time or later: "until at least nine"."""
    return When(earliest_end=end, earliest_start=until.earliest_start, grain=own.grain, approximate=True)


def _by(own: When, end: Moment | None, event: Event | None, anchor: Moment | None) -> tuple[When, str]:
    """What is there by the end of a time: of what is to come, not before the anchor."""
    told = event is not None and event.direction == "past" and not _goes_on(event)
    if told or anchor is None or end is None or anchor.day * DAY_SECONDS >= end.wall:
        return When.inside(None, end, grain=own.grain), "it falls before the end of the time"
    by = When.inside(Moment(anchor.day * DAY_SECONDS), end, grain=own.grain)
    about = evolve(by, approximate=own.end_slack > 0, end_slack=own.end_slack)
    return about, "it falls between the anchor and the end of the time"


def _inside(own: When, event: Event | None, anchor: Moment | None) -> When:
    """What falls somewhere in a time; what takes no time falls on one day of it."""
    start, end = own.earliest_start, own.latest_end
    clipped = _clipped(start, end, own, event, anchor)
    when = When.inside(clipped, end, grain=own.grain, zone=own.zone)
    if event is not None and event.punctual and when.max_duration is not None:
        when = evolve(when, max_duration=min(when.max_duration, datetime.timedelta(days=1)))
    slack = own.start_slack if clipped == start else 0
    return evolve(when, approximate=own.approximate, start_slack=slack, end_slack=own.end_slack)


def _until(
    own: When, start: Moment | None, end: Moment | None, event: Event | None, anchor: Moment | None
) -> tuple[When, str]:
    """What ends in a time: of a longer one, any day may be the last; what is to last until a day to come has begun or will."""
    least = end if own.grain <= Grain.DAY or start is None else start
    when = When(earliest_end=least, latest_end=end, grain=own.grain)
    denied = event is not None and event.polarity == "NEG"
    if anchor is None or end is None or denied or end.wall <= (anchor.day + 1) * DAY_SECONDS:
        return when, "it ends in the time"
    today = Moment(anchor.day * DAY_SECONDS)
    if event is not None and event.direction == "future":
        return evolve(when, earliest_start=today), "it goes on from the anchor, or later, until the time"
    begun = Moment(today.wall + DAY_SECONDS - 1)
    return evolve(when, latest_start=begun, ongoing=True), "it goes on at the anchor, and until the time"


def _clipped(
    start: Moment | None, end: Moment | None, own: When, event: Event | None, anchor: Moment | None
) -> Moment | None:
    """Where the window of what is to come begins: a vague part of a unit ("the end of the year") not before the anchor."""
    if anchor is None or start is None or end is None or event is None or event.direction != "future" or not own.approximate:
        return start
    today = Moment(anchor.day * DAY_SECONDS)
    return today if start.wall < today.wall < end.wall and own.grain > Grain.DAY else start


def _from(own: When) -> When:
    """What starts in a time: a day is a start by itself; of a longer time, any day may be the first."""
    start, end = own.earliest_start, own.latest_end
    latest = None if end is None else Moment(end.wall - 1, end.offset)
    single = own.grain <= Grain.DAY and start is not None
    return When(earliest_start=start, latest_start=start if single else latest, grain=own.grain)


def _since(own: When, event: Event | None, anchor: Moment | None) -> tuple[When, str]:
    begun = _from(own)
    start, latest = begun.earliest_start, begun.latest_start
    past_perfect = event is not None and event.perfect and event.tense == "PAST"
    ahead = anchor is not None and start is not None and start.wall > anchor.wall
    if anchor is None or past_perfect or ahead or latest is None:
        return begun, "it starts in the time"
    latest = min(latest, Moment((anchor.day + 1) * DAY_SECONDS - 1), key=lambda moment: moment.wall)
    now = Moment((anchor.day + 1) * DAY_SECONDS)
    if event is not None and event.direction == "past" and not event.perfect:
        return When.inside(start, now, grain=own.grain), "it falls between the time and the anchor"
    when = When(
        earliest_start=start,
        latest_start=latest,
        earliest_end=now,
        min_duration=length_of(now.wall - latest.wall),
        grain=own.grain,
        ongoing=True,
    )
    return when, "it starts in the time and goes on at the anchor"


def _up_to_anchor(duration: Duration, anchor: Moment, conventions: Conventions) -> tuple[When, str]:
    """A perfect with a length: it began so long before the anchor and goes on at it."""
    now = Moment((anchor.day + 1) * DAY_SECONDS)
    low, high = duration.limits(conventions)
    began = duration.added_to(anchor.day * DAY_SECONDS, -1)
    middle = duration.seconds
    if began is None or middle is None:  # "for years": it began at least two units ago
        latest = Moment(anchor.day * DAY_SECONDS - low) if low is not None else None
        return (
            When(latest_start=latest, earliest_end=now, ongoing=True, approximate=True),
            "it has gone on for an unknown length",
        )
    before = 0 if duration.mod is None else None if high is None else _whole_days(high - middle)
    behind = 0 if duration.mod is None else _whole_days(middle - (low or 0))
    first = _whole_days(began)
    earliest = None if before is None else Moment(first - before)
    # an exact length begins on its day; an approximate one may begin at any time of the days around it
    latest = Moment(first + behind + (DAY_SECONDS - 1 if duration.mod is not None else 0))
    when = When(
        earliest_start=earliest,
        latest_start=latest,
        earliest_end=now,
        min_duration=None if low is None else length_of(low),
        ongoing=True,
        approximate=duration.mod is not None,
    )
    return when, f"a perfect with a length: it began {duration} before the anchor and goes on at it"


def _whole_days(wall: int) -> int:
    return wall // DAY_SECONDS * DAY_SECONDS


def _lasting(when: When, duration: Duration, conventions: Conventions) -> tuple[When, str]:
    """A dated event with a length: the length fills the window, or narrows what it may be."""
    low, high = duration.limits(conventions)
    if when.window and when.earliest_start is not None and when.latest_end is not None:
        whole = when.latest_end.wall - when.earliest_start.wall
        if duration.seconds == whole:
            return (
                When.filling(when.earliest_start, when.latest_end, grain=when.grain, zone=when.zone),
                f"its length {duration} fills the time",
            )
    longest = when.max_duration
    limits = (
        when.min_duration if low is None else length_of(low),
        longest if high is None else length_of(high),
    )
    if when.window and longest is not None and low is not None and longest.total_seconds() < low:
        return when, f"its length {duration} does not fit the time"
    if not when.window:
        return _stretched(when, duration, low, high), f"its length is {duration}"
    return evolve(when, min_duration=limits[0], max_duration=limits[1]), f"its length is {duration}"


def _stretched(when: When, duration: Duration, low: int | None, high: int | None) -> When:
    """What starts or ends at a known time, with its other end by its length: "for three days until Friday"."""
    if when.ongoing or low is None or high is None:
        return when
    about = duration.mod is not None
    if when.earliest_start is None and when.latest_end is not None:
        exact = duration.added_to(when.latest_end.wall, -1)
        bounds = (when.latest_end.wall - high, when.latest_end.wall - low) if about or exact is None else (exact, exact)
        return evolve(when, earliest_start=Moment(bounds[0]), latest_start=Moment(bounds[1]), approximate=about)
    if when.latest_end is None and when.earliest_start is not None and when.latest_start is not None:
        first, last = (duration.added_to(edge.wall, 1) for edge in (when.earliest_start, when.latest_start))
        if about or first is None or last is None:
            first, last = when.earliest_start.wall + low, when.latest_start.wall + high
        return evolve(when, earliest_end=Moment(first), latest_end=Moment(max(first, last)), approximate=about)
    return when


def _narrowed(when: When, other: When) -> When:
    """A window or open end narrowed by what another time says; what contradicts is left alone."""
    earliest_start = _later(when.earliest_start, other.earliest_start)
    latest_end = _earlier(when.latest_end, other.latest_end)
    latest_start = _earlier(when.latest_start, other.latest_start)
    earliest_end = _later(when.earliest_end, other.earliest_end)
    bounds = (earliest_start, latest_start), (earliest_end, latest_end), (earliest_start, latest_end)
    if any(low is not None and high is not None and low.wall > high.wall for low, high in bounds):
        return when
    narrowed = evolve(
        when,
        earliest_start=earliest_start,
        latest_start=latest_start,
        earliest_end=earliest_end,
        latest_end=latest_end,
        window=when.window and other.window,
        ongoing=when.ongoing and latest_end is None,
    )
    backwards = narrowed.start is not None and narrowed.end is not None and narrowed.start.wall > narrowed.end.wall
    return when if backwards else narrowed


def _later(a: Moment | None, b: Moment | None) -> Moment | None:
    return b if a is None else a if b is None or a.wall >= b.wall else b


def _earlier(a: Moment | None, b: Moment | None) -> Moment | None:
    return b if a is None else a if b is None or a.wall <= b.wall else b
