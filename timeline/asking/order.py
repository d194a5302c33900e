"""Order told honestly: what is known of two times, and the groups of entries whose order of beginning nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import frozen

from timeline.calendar.allen import AllenRelation, possible
from timeline.calendar.bounds import ES, LS, QUESTIONS, edges, fits
from timeline.calendar.values import When
from timeline.entries.entry import Entry, listed
from timeline.errors import OptionError

Answer = Literal["yes", "no", "maybe"]
RELATIONS = {relation.value: relation for relation in AllenRelation}


@frozen
class Order:
    """Entries in groups, each of which certainly began before all of the next; within a group nobody knows.

    ``apart`` are the entries without a date, which stand nowhere.  Iterating gives the groups.

    >>> import timeline
    >>> tl = timeline.extract("They met in May 2023. We left on 5 May 2023. She came in June 2023.", anchor=None)
    >>> print(tl.order)
    2023-05 They met | 2023-05-05 We left
    2023-06 She came
    """

    groups: tuple[tuple[Entry, ...], ...]
    apart: tuple[Entry, ...] = ()

    def __iter__(self) -> Iterator[tuple[Entry, ...]]:
        return iter(self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def __str__(self) -> str:
        lines = [" | ".join(f"{entry.when} {entry.label}" for entry in group) for group in self.groups]
        return "\n".join([*lines, *(f"apart: {entry.label}" for entry in self.apart)])


def grouped(entries: Sequence[Entry]) -> Order:
    """The groups of some entries by when they began."""
    dated = [(edges(entry.when), entry) for entry in entries if entry.dated]
    mixed = len({moment.offset is None for known, _ in dated for moment in known[:2] if moment is not None}) > 1
    spans = []
    for number, (known, entry) in enumerate(dated):
        first, last = known[ES], known[LS]
        low = None if first is None else first.earliest_utc if mixed else first.wall - (first.offset or 0)
        high = None if last is None else last.latest_utc if mixed else last.wall - (last.offset or 0)
        spans.append((low, high, number, entry))
    spans.sort(key=lambda span: (span[0] is not None, span[0] or 0, span[2]))
    groups: list[list[Entry]] = []
    reach: int | None = None  # the latest start of all so far; None: it may lie anywhere
    for low, high, _, entry in spans:
        if not groups or (reach is not None and low is not None and low > reach):
            groups.append([])
            reach = high
        elif reach is not None:
            reach = None if high is None else max(reach, high)
        groups[-1].append(entry)
    return Order(
        tuple(listed(group) for group in groups),
        tuple(entry for entry in entries if not entry.dated),
    )


def holds(relation: str, a: When, b: When) -> Answer:
    """Whether a question of a timeline, or one of Allen's relations, holds between two times.

    Raises `OptionError` for a name that is neither.

    >>> holds("before", When.read("2023-09-18"), When.read("2023-09-19")), holds("during", When(), When.read("2023"))
    ('yes', 'maybe')
    """
    if relation in QUESTIONS:
        if relation == "within" and not fits(a, b):
            return "no"
        if QUESTIONS[relation].holds(a, b, certain=True):
            return "yes"
        return "maybe" if QUESTIONS[relation].holds(a, b, certain=False) else "no"
    if relation not in RELATIONS:
        known = ", ".join((*QUESTIONS, *(name for name in RELATIONS if name not in QUESTIONS)))
        raise OptionError(f"there is no relation {relation!r}, expected one of {known}")
    left = possible(a, b)
    if RELATIONS[relation] not in left:
        return "no"
    return "yes" if len(left) == 1 else "maybe"
