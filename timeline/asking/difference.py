"""What changed between two timelines: entries that moved, that are new, and that are gone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from attrs import frozen

from timeline.asking.table import when_text
from timeline.entries.entry import Entry, listed


@frozen(kw_only=True)
class Difference:
    """Entries moved (as they were and as they are), gained and lost; printing it gives a line for each.

    >>> import timeline
    >>> tl = timeline.extract("They met on Friday.", anchor="2023-09-18")
    >>> print(tl.diff(tl.reanchor("2023-09-25")))
    moved   2023-09-15 -> 2023-09-22  They met
    """

    moved: tuple[tuple[Entry, Entry], ...] = ()
    gained: tuple[Entry, ...] = ()
    lost: tuple[Entry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moved or self.gained or self.lost)

    def __str__(self) -> str:
        lines = [f"moved   {when_text(a) or '-'} -> {when_text(b) or '-'}  {b.label}" for a, b in self.moved]
        lines += [f"gained  {when_text(entry) or '-'}  {entry.label}" for entry in self.gained]
        lines += [f"lost    {when_text(entry) or '-'}  {entry.label}" for entry in self.lost]
        return "\n".join(lines) or "no difference"


Key = Callable[[Entry], Hashable]


def _place(entry: Entry) -> Hashable:
    event, time = entry.event, entry.time
    if event is not None:
        return entry.source, event.start, event.end, event.text
    return entry.source, time and time.start, time and time.end, entry.label


def _words(entry: Entry) -> Hashable:
    return entry.source, entry.label, entry.event and entry.event.lemma


def _head(entry: Entry) -> Hashable:
    """An event by its head lemma and the words of its time; nothing else is like a row without an event."""
    if entry.event is None:
        return entry.source, entry.label, None, ()
    return entry.source, entry.event.lemma, entry.time and entry.time.text, entry.participants


SAME_TEXT: tuple[Key, ...] = (_place,)
OTHER_TEXT: tuple[Key, ...] = (_words, _head)


def difference(before: Iterable[Entry], after: Iterable[Entry], keys: tuple[Key, ...]) -> Difference:
    """The difference of two lists of entries, which are known again by the keys, the surest first."""
    gone, new = list(before), list(after)
    pairs: list[tuple[Entry, Entry]] = []
    for key in keys:
        waiting: dict[Hashable, list[Entry]] = {}
        for entry in new:
            waiting.setdefault(key(entry), []).append(entry)
        left = []
        for entry in gone:
            found = waiting.get(key(entry))
            if found:
                pairs.append((entry, found.pop(0)))
            else:
                left.append(entry)
        gone = left
        new = [entry for entries in waiting.values() for entry in entries]
    moved = [pair for pair in pairs if _time(pair[0]) != _time(pair[1])]
    return Difference(
        moved=tuple(sorted(moved, key=lambda pair: pair[1].order)),
        gained=listed(new),
        lost=listed(gone),
    )


def _time(entry: Entry) -> tuple[object, ...]:
    return entry.when, entry.duration, entry.recurrence
