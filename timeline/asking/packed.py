"""Many entries in little room: their fields in columns, an entry made when somebody looks at it.

A million entries as objects take more than a gigabyte; in columns they take a few hundred bytes each.  A column in which all
rows have the default is left out, and equal strings and records are kept once.
"""

from __future__ import annotations

import datetime
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

import attrs

from timeline.calendar.almanac import Grain
from timeline.calendar.values import Moment, When
from timeline.entries.entry import Entry
from timeline.errors import OptionError

BOUNDS = ("earliest_start", "latest_start", "earliest_end", "latest_end")
LENGTHS = ("min_duration", "max_duration")
SLACKS = ("start_slack", "end_slack")
FLAGS = ("window", "ongoing", "approximate")
NOTHING = -(1 << 62)  # stands for None in a column of numbers
MICROSECOND = datetime.timedelta(microseconds=1)
DEFAULTS = {field.name: field.default for field in attrs.fields(Entry) if field.name not in ("label", "when")}
GRAINS = tuple(Grain)


class _Numbers:
    """A column of whole numbers, left out as long as all are the same default."""

    def __init__(self, default: int) -> None:
        self._default = default
        self._values: array[int] | None = None
        self._count = 0

    def append(self, value: int) -> None:
        if self._values is None and value != self._default:
            self._values = array("q", [self._default]) * self._count
        if self._values is not None:
            self._values.append(value)
        self._count += 1

    def __getitem__(self, row: int) -> int:
        return self._default if self._values is None else self._values[row]


class _Things:
    """A column of objects, equal ones kept once, left out as long as all are the default."""

    def __init__(self, default: Any, known: dict[Any, Any]) -> None:
        self._default = default
        self._known = known
        self._values: list[Any] | None = None
        self._count = 0

    def append(self, value: Any) -> None:
        if self._values is None and value != self._default:
            self._values = [self._default] * self._count
        if self._values is not None:
            self._values.append(self._known.setdefault(value, value) if isinstance(value, (str, tuple)) else value)
        self._count += 1

    def __getitem__(self, row: int) -> Any:
        return self._default if self._values is None else self._values[row]


class Columns:
    """The fields of many entries, one column each; made once and not changed after."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        known: dict[Any, Any] = {}  # shared by all columns while they are filled
        self._walls = {name: _Numbers(NOTHING) for name in BOUNDS}
        self._offsets = {name: _Numbers(NOTHING) for name in BOUNDS}
        self._lengths = {name: _Numbers(NOTHING) for name in LENGTHS}
        self._slacks = {name: _Numbers(0) for name in SLACKS}
        self._kinds = array("B")  # the grain, above it the flags
        self._zones = _Things(None, known)
        self._labels: list[str] = []
        self._others = {name: _Things(default, known) for name, default in DEFAULTS.items()}
        for entry in entries:
            self._labels.append(entry.label)
            self._add_when(entry.when)
            for name, column in self._others.items():
                column.append(getattr(entry, name))
        known.clear()

    def _add_when(self, when: When) -> None:
        for name in BOUNDS:
            moment: Moment | None = getattr(when, name)
            self._walls[name].append(NOTHING if moment is None else moment.wall)
            self._offsets[name].append(NOTHING if moment is None or moment.offset is None else moment.offset)
        for name in LENGTHS:
            length: datetime.timedelta | None = getattr(when, name)
            self._lengths[name].append(NOTHING if length is None else length // MICROSECOND)
        for name in SLACKS:
            self._slacks[name].append(getattr(when, name))
        flags = sum(bool(getattr(when, name)) << place for place, name in enumerate(FLAGS))
        self._kinds.append(GRAINS.index(when.grain) << len(FLAGS) | flags)
        self._zones.append(when.zone)

    def __len__(self) -> int:
        return len(self._labels)

    def when(self, row: int) -> When:
        """The time of a row."""
        kind = self._kinds[row]
        fields: dict[str, Any] = {name: self._moment(name, row) for name in BOUNDS}
        for name in LENGTHS:
            length = self._lengths[name][row]
            fields[name] = None if length == NOTHING else length * MICROSECOND
        fields.update((name, self._slacks[name][row]) for name in SLACKS)
        fields.update((name, bool(kind >> place & 1)) for place, name in enumerate(FLAGS))
        return When(grain=GRAINS[kind >> len(FLAGS)], zone=self._zones[row], **fields)

    def _moment(self, name: str, row: int) -> Moment | None:
        wall, offset = self._walls[name][row], self._offsets[name][row]
        return None if wall == NOTHING else Moment(wall, None if offset == NOTHING else offset)

    def said(self, row: int) -> tuple[str, ...]:
        """The label, the participants and the attribution of a row."""
        attribution = self._others["attribution"][row]
        said = (self._labels[row], *self._others["participants"][row])
        return said if attribution is None else (*said, attribution)

    def entry(self, row: int, certain: bool | None) -> Entry:
        """The entry of a row; ``certain`` replaces its own, None leaves it."""
        fields = {name: column[row] for name, column in self._others.items()}
        if certain is False:
            fields["certain"] = False
        return Entry(label=self._labels[row], when=self.when(row), **fields)


class Packed(Sequence[Entry]):
    """A sequence of entries, or some of its rows, equal to a tuple of the same entries."""

    def __init__(self, columns: Columns, rows: Sequence[int] | None = None, doubtful: frozenset[int] = frozenset()) -> None:
        self._columns = columns
        self._rows: Sequence[int] = range(len(columns)) if rows is None else rows
        self._doubtful = doubtful

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Packed:
        """The entries, packed in the order in which they come.

        Raises `OptionError` for a moment that no 64-bit count of seconds holds.

        >>> Packed.of([Entry(label="talks"), Entry(label="strike")])[-1].label
        'strike'
        """
        try:
            return cls(Columns(entries))
        except OverflowError:
            raise OptionError("an entry lies further off than any calendar counts; it cannot be packed") from None

    def take(self, places: Iterable[int], sure: frozenset[int] | None = None) -> Packed:
        """Some of the entries by number; one that is not among the sure ones, where these are given, is marked so."""
        whole = isinstance(self._rows, range) and self._rows == range(len(self._columns))
        rows = array("I", places if whole else map(self._rows.__getitem__, places))
        doubtful = self._doubtful.intersection(rows) if self._doubtful else self._doubtful
        if sure is not None and len(sure) < len(rows):
            doubtful |= frozenset(rows).difference(sure if whole else map(self._rows.__getitem__, sure))
        return Packed(self._columns, rows, doubtful)

    def whens(self) -> Iterator[When]:
        """The times of the entries, in order, without the entries."""
        return map(self._columns.when, self._rows)

    def said(self, place: int) -> tuple[str, ...]:
        """The texts in which an entry says what it concerns (`Entry.said`), without the entry."""
        return self._columns.said(self._rows[place])

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Entry: ...

    @overload
    def __getitem__(self, place: slice) -> Packed: ...

    def __getitem__(self, place: int | slice) -> Entry | Packed:
        if isinstance(place, slice):
            return Packed(self._columns, self._rows[place], self._doubtful)
        row = self._rows[place]
        return self._columns.entry(row, False if row in self._doubtful else None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Packed, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return tuple(self).__hash__()

    def __repr__(self) -> str:
        return f"<{len(self)} entries>"
