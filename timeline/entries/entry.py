"""One row of a timeline: what happened, when, and the words that say so."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal, get_args

from attrs import field, frozen

from timeline.calendar.durations import Duration
from timeline.calendar.values import Moment, Recurrence, When
from timeline.entries.records import Event, Link, Relation, Time

Factuality = Literal["asserted", "reported", "denied", "negated", "planned", "possible", "conditional", "asked"]
FACTUALITIES: tuple[Factuality, ...] = get_args(Factuality)


@frozen(kw_only=True, repr=False)
class Entry:
    """One row of a timeline.

    Dates live on ``when`` (never None, but perhaps without any bound), offsets on ``event`` and ``time``.  ``certain`` is
    False where a query found that the row may answer it, not that it must; ``inferred`` marks a date that follows from
    the others, ``cancelled`` an event that was called off; ``headed_by`` is the span of the event whose row tells the same
    clause, so that this row only supports it ("talks" beside "resume").  ``links`` are what ties the row's times to its event,
    ``reason`` says how they were combined.

    >>> import timeline
    >>> entry = timeline.extract("Ana Silva will resign on Friday.", anchor="2023-09-18")[0]
    >>> entry
    <Entry 2023-09-22 'Ana Silva will resign'>
    >>> entry.label, entry.when.first_day, entry.factuality, entry.participants
    ('Ana Silva will resign', datetime.date(2023, 9, 22), 'planned', ('Ana Silva',))
    """

    label: str
    when: When = field(factory=When)
    duration: Duration | None = None
    recurrence: Recurrence | None = None
    event: Event | None = None
    time: Time | None = None
    links: tuple[Link, ...] = field(default=(), repr=False)
    sentence: str = field(default="", repr=False)
    source: str | None = None
    certain: bool = True
    inferred: bool = False
    attribution: str | None = None
    factuality: str = "asserted"
    participants: tuple[str, ...] = ()
    cancelled: bool = False
    headed_by: tuple[int, int] | None = None
    reason: str = field(default="", repr=False)

    def __repr__(self) -> str:
        return f"<Entry {str(self.when) or '-'} {self.label!r}>"

    @property
    def times(self) -> tuple[Time, ...]:
        """All times that the row hangs on, the one that dates it first."""
        linked = tuple(link.time for link in self.links if link.time is not self.time)
        return linked if self.time is None else (self.time, *linked)

    @property
    def place(self) -> int:
        """Where the row stands in the text: the offset of its event, else of its time."""
        return self.event.start if self.event is not None else self.time.start if self.time is not None else 0

    @property
    def said(self) -> tuple[str, ...]:
        """The texts in which the row says whom and what it concerns: its label, its participants, who says it."""
        said = (self.label, *self.participants)
        return said if self.attribution is None else (*said, self.attribution)

    @property
    def dated(self) -> bool:
        """Whether any bound of the row's time is known."""
        return self.when.known

    @property
    def is_reference(self) -> bool:
        """Whether the row hangs on nothing but a reference ("in recent years") or a distance ("two days before the vote")."""
        distant = bool(self.links) and all(link.relation is Relation.APART for link in self.links)
        return not self.dated and bool(self.times) and (distant or all(time.is_reference for time in self.times))

    @property
    def order(self) -> tuple[bool, float, float, int]:
        """The listing order: dated rows first, by earliest start, latest end and place in the text.

        An open start sorts first, an open end last; an ongoing row ends at the anchor.
        """
        end = self.when.end if self.when.ongoing else self.when.latest_end
        return not self.dated, _wall(self.when.earliest_start, -math.inf), _wall(end, math.inf), self.place


def listed(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in listing order.

    >>> [entry.label for entry in listed([Entry(label="no date"), Entry(label="talks", when=When.read("2023-09-18"))])]
    ['talks', 'no date']
    """
    return tuple(sorted(entries, key=lambda entry: entry.order))


def _wall(bound: Moment | None, otherwise: float) -> float:
    return otherwise if bound is None else bound.wall
