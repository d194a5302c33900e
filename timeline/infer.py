"""Dating the events that no time dates: all that is known of an order or a date, as difference constraints.

The evidence goes into one `timeline.constraints.Network` over the starts and ends of all events, the most precise first: dates
that are said, connectives between events, tense against the anchor, repeated mentions of one event, the reference time,
and last what is merely usual.  What would contradict the evidence before it is refused: the usual in silence, what is said
as a `Conflict`.  The shortest paths give the bounds of an event, and the steps on them are why.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from timeline.almanac import DAY_SECONDS
from timeline.constraints import ORIGIN, Constraint, Network
from timeline.coreference import Conflict
from timeline.dating import State
from timeline.entry import Entry
from timeline.evidence import Evidence, Firmness, Side, Subject, evidence
from timeline.languages.pack import Pack
from timeline.linear import Scorer
from timeline.references import Reference, load, references
from timeline.stance import stance
from timeline.values import Moment, When

ONE_DAY = datetime.timedelta(days=1)
MINUTE = 60
MORE_THAN_A_DAY = ONE_DAY + datetime.timedelta(seconds=1)


@frozen(kw_only=True)
class Inferred:
    """The rows of a text with the undated ones dated, and the evidence that was refused."""

    rows: tuple[Entry, ...]
    refused: tuple[Conflict, ...] = ()


def inferred(rows: Sequence[Entry], state: State, pack: Pack, model: Scorer | None = None) -> Inferred:
    """Date the rows of events that have no date of their own."""
    found = references(state, pack.signals, model or load(pack.code))
    hanging = {(r.told.event.start, r.told.event.end): r for r in found}
    subjects = list(_subjects(rows, hanging, pack))
    network: Network[Evidence] = Network()
    points = [(network.point(), network.point()) for _ in subjects]
    refused = []
    for piece in evidence(subjects, state, pack):
        against = network.add(*_constraints(piece, points))
        if against is not None and piece.firmness is Firmness.SAID:
            refused.append((piece, tuple(step.reason for step in against)))
        elif against is not None and piece.otherwise is not None:
            network.add(*_constraints(piece.otherwise, points))
    dated = {
        subject.row: _dated(rows[subject.row], subject, network, points[number])
        for number, subject in enumerate(subjects)
        if not rows[subject.row].dated
    }
    after = tuple(dated.get(number, row) for number, row in enumerate(rows))
    return Inferred(rows=after, refused=tuple(_conflict(piece, against, after) for piece, against in refused))


def _subjects(
    rows: Sequence[Entry], hanging: Mapping[tuple[int, int], Reference], pack: Pack
) -> Iterator[Subject]:
    """The rows of events: those with a date, and those that are to be dated."""
    for number, row in enumerate(rows):
        if row.event is None or row.recurrence is not None:
            continue
        reference = hanging.get((row.event.start, row.event.end))
        if reference is not None:
            told = stance(reference.told, pack.sequels)
            yield Subject(row=number, entry=row, event=row.event, reference=reference, stance=told)


def _constraints(piece: Evidence, points: Sequence[tuple[int, int]]) -> Iterator[Constraint[Evidence]]:
    for limit in piece.limits:
        yield Constraint(_point(limit.later, points), _point(limit.earlier, points), limit.most, piece)


def _point(side: Side | None, points: Sequence[tuple[int, int]]) -> int:
    return ORIGIN if side is None else points[side.subject][1 if side.end else 0]


def _dated(
    row: Entry, subject: Subject, network: Network[Evidence], points: tuple[int, int]
) -> Entry:
    """A row with the bounds that the network gives, and why."""
    start, end = points
    bounds = [network.earliest(start), network.latest(start), network.earliest(end), network.latest(end)]
    bounds[0], bounds[3] = _rounded(bounds[0], -1), _rounded(bounds[3], 1)
    low_start, high_start, low_end, high_end = (None if wall is None else Moment(wall) for wall in bounds)
    fixed = bounds[0] == bounds[1] and bounds[2] == bounds[3] and bounds[0] is not None and bounds[2] is not None
    short = not subject.lasting and not fixed
    when = When(
        earliest_start=low_start,
        latest_start=high_start,
        earliest_end=low_end,
        latest_end=high_end,
        min_duration=MORE_THAN_A_DAY if subject.lasting and not fixed else None,
        max_duration=ONE_DAY if short else None,
        window=short,
    )
    when = evolve(when, ongoing=_ongoing(when, subject.anchor))
    if when.start is None and when.end is None:
        return row  # it overlaps some time, of which neither its start nor its end is known
    paths = (network.why_earliest(start), network.why_latest(end), network.why_latest(start), network.why_earliest(end))
    steps = dict.fromkeys(step.reason.words for path in paths for step in path)
    told_at = subject.reference.time
    used = told_at is not None and any(step.reason.time is told_at for path in paths for step in path)
    return evolve(
        row,
        when=when,
        time=told_at.time if used and told_at is not None and row.time is None else row.time,
        inferred=True,
        reason="inferred: " + "; ".join(words for words in steps if words),
    )


def _rounded(wall: int | None, step: int) -> int | None:
    """A bound moved outward to the next whole minute: what is before six need not end a second before."""
    return None if wall is None else wall // MINUTE * MINUTE if step < 0 else -(-wall // MINUTE) * MINUTE


def _ongoing(when: When, anchor: Moment | None) -> bool:
    """Whether a time certainly holds at the end of the anchor's day, and may go on."""
    tomorrow = 0 if anchor is None else (anchor.day + 1) * DAY_SECONDS
    start, end = when.latest_start, when.earliest_end
    known = anchor is not None and start is not None and end is not None and when.latest_end is None
    return known and start is not None and start.wall < tomorrow and end is not None and end.wall >= tomorrow


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
