"""Dating the events that no time dates: all that is known of an order or a date, as difference constraints.

The evidence goes into one `constraints.Network` over the starts and ends of all events, the most precise first: dates
that are said, connectives between events, tense against the anchor, repeated mentions of one event, the reference time,
and last what is merely usual.  What would contradict the evidence before it is refused: the usual in silence, what is said
as a `Conflict`.  The shortest paths give the bounds of an event, and the steps on them are why.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS
from timeline.calendar.constraints import ORIGIN, Constraint, Network
from timeline.calendar.conventions import Conventions
from timeline.calendar.values import Moment, When, length_of
from timeline.dating.sequence import State
from timeline.entries.entry import Entry
from timeline.entries.records import Time
from timeline.inference.coreference import Conflict
from timeline.inference.evidence import Evidence, Firmness, Side, Subject, evidence, is_of_a_report
from timeline.inference.references import Reference, by_kind, load, references
from timeline.inference.stance import Frame, elsewhere, referred, stance
from timeline.languages.pack import Pack
from timeline.learned.linear import Scorer

ONE_DAY = datetime.timedelta(days=1)
MINUTE = 60
MORE_THAN_A_DAY = ONE_DAY + datetime.timedelta(seconds=1)


@frozen(kw_only=True)
class Inferred:
    """The rows of a text with the undated ones dated, and the evidence that was refused."""

    rows: tuple[Entry, ...]
    refused: tuple[Conflict, ...] = ()


def inferred(
    rows: Sequence[Entry], state: State, pack: Pack, conventions: Conventions, *, model: Scorer | None = None
) -> Inferred:
    """Date the rows of events that have no date of their own."""
    found = references(state, pack.signals, load(pack.code) if model is None else by_kind(model))
    hanging = {(r.told.event.start, r.told.event.end): r for r in found}
    subjects = list(_subjects(rows, hanging, pack, conventions))
    network: Network[Evidence] = Network()
    points = [(network.point(), network.point()) for _ in subjects]
    refused = []
    hung: dict[int, Time] = {}  # by row, the time that it hangs on
    for piece in evidence(subjects, state, pack, conventions):
        against = network.add(*_constraints(piece, points))
        if against is None and piece.time is not None:
            hung[piece.rows[0]] = piece.time.time
        elif against is not None and piece.firmness is Firmness.SAID:
            refused.append((piece, tuple(step.reason for step in against)))
        elif against is not None and piece.otherwise is not None:
            network.add(*_constraints(piece.otherwise, points))
    dated = {
        subject.row: _dated(rows[subject.row], subject, network, points[number], conventions, hung.get(subject.row))
        for number, subject in enumerate(subjects)
        if not rows[subject.row].dated
    }
    after = tuple(dated.get(number, row) for number, row in enumerate(rows))
    return Inferred(rows=after, refused=tuple(_conflict(piece, against, after) for piece, against in refused))


def _subjects(
    rows: Sequence[Entry], hanging: Mapping[tuple[int, int], Reference], pack: Pack, conventions: Conventions
) -> Iterator[Subject]:
    """The rows of events: those with a date, and those that are to be dated."""
    for number, row in enumerate(rows):
        if row.event is None or row.recurrence is not None:
            continue
        reference = hanging.get((row.event.start, row.event.end))
        if reference is None:
            continue
        news = conventions.domain == "news" and not _is_told_of_another_day(reference)
        told = stance(reference.told, pack.sequels, news=news)
        if told.frame is Frame.ON and _is_told_of_another_day(reference):
            told = elsewhere(told, row.event)
        if row.is_reference and (said := referred(row.times[0], told.lasting)) is not None:
            told, reference = said, evolve(reference, time=None)
        elif reference.time is not None and (said := referred(reference.time.time, told.lasting)) is not None:
            told = said if told.frame is Frame.UNKNOWN or (said.frame, told.frame) == (Frame.BEFORE, Frame.ON) else told
        yield Subject(row=number, entry=row, event=row.event, reference=reference, stance=told)


def _is_told_of_another_day(reference: Reference) -> bool:
    """Whether a story at another date, or somebody who says so, tells an event, and not the news of the day."""
    time, told = reference.time, reference.told
    return time is not None and (time.sentence != told.sentence or is_of_a_report(time, told))


def _constraints(piece: Evidence, points: Sequence[tuple[int, int]]) -> Iterator[Constraint[Evidence]]:
    for limit in piece.limits:
        yield Constraint(_point(limit.later, points), _point(limit.earlier, points), limit.most, piece)


def _point(side: Side | None, points: Sequence[tuple[int, int]]) -> int:
    return ORIGIN if side is None else points[side.subject][1 if side.end else 0]


def _dated(
    row: Entry,
    subject: Subject,
    network: Network[Evidence],
    points: tuple[int, int],
    conventions: Conventions,
    time: Time | None,
) -> Entry:
    """A row with the bounds that the network gives, and why."""
    start, end = points
    bounds = [network.earliest(start), network.latest(start), network.earliest(end), network.latest(end)]
    bounds[0], bounds[3] = _rounded(bounds[0], -1), _rounded(bounds[3], 1)
    low_start, high_start, low_end, high_end = (None if wall is None else Moment(wall) for wall in bounds)
    fixed = bounds[0] == bounds[1] and bounds[2] == bounds[3] and bounds[0] is not None and bounds[2] is not None
    least, most = (None, None) if fixed else _lengths(row, subject, conventions)
    when = When(
        earliest_start=low_start,
        latest_start=high_start,
        earliest_end=low_end,
        latest_end=high_end,
        min_duration=least,
        max_duration=most,
        window=not fixed and not subject.lasting,
        ongoing=bounds[3] is None and _holds(bounds[1], bounds[2], subject.anchor),
    )
    if when.start is None and when.end is None:
        return row  # it overlaps some time, of which neither its start nor its end is known
    paths = (network.why_earliest(start), network.why_latest(end), network.why_latest(start), network.why_earliest(end))
    steps = dict.fromkeys(step.reason.words for path in paths for step in path if step.reason.words)
    told = "" if time is None else f'"{" ".join(time.text.split())}"'
    if told and not any(told in words for words in steps):
        steps[f"the story is at the time of {told}"] = None
    return evolve(
        row,
        when=when,
        time=row.time or time,
        inferred=True,
        reason="inferred: " + "; ".join(steps),
    )


def _lengths(
    row: Entry, subject: Subject, conventions: Conventions
) -> tuple[datetime.timedelta | None, datetime.timedelta | None]:
    """The least and greatest length of an event: as the text says, else at most a day, or more than one."""
    if row.duration is not None:
        low, high = row.duration.limits(conventions)
        return None if low is None else length_of(low), None if high is None else length_of(high)
    return (MORE_THAN_A_DAY, None) if subject.lasting else (None, ONE_DAY)


def _rounded(wall: int | None, step: int) -> int | None:
    """A bound moved outward to the next whole minute: what is before six need not end a second before."""
    return None if wall is None else wall // MINUTE * MINUTE if step < 0 else -(-wall // MINUTE) * MINUTE


def _holds(latest_start: int | None, earliest_end: int | None, anchor: Moment | None) -> bool:
    """Whether a time certainly holds at the end of the anchor's day."""
    if anchor is None or latest_start is None or earliest_end is None:
        return False
    tomorrow = (anchor.day + 1) * DAY_SECONDS
    return latest_start < tomorrow <= earliest_end


def _conflict(piece: Evidence, against: Sequence[Evidence], rows: Sequence[Entry]) -> Conflict:
    """What was refused and what it contradicts, with the sentences behind both."""
    numbers = dict.fromkeys(row for one in (piece, *against) for row in one.rows)
    entries = tuple(rows[number] for number in numbers)
    reasons = "; ".join(dict.fromkeys(one.words for one in against if one.words))
    return Conflict(
        kind="order",
        entries=entries,
        sentences=tuple(dict.fromkeys(entry.sentence for entry in entries)),
        reason=f"{piece.words} contradicts: {reasons}",
    )
