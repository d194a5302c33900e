"""Entries as a table of plain text."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.entry import Entry

LABEL_WIDTH = 60


def state(entry: Entry) -> str:
    """How the row's time holds, in a word: within, ongoing, lasting, repeating, inferred, unresolved or nothing.

    >>> state(Entry(label="talks"))
    'unresolved'
    """
    if entry.inferred:
        return "inferred"
    if entry.when.ongoing:
        return "ongoing"
    if entry.dated:
        return "within" if wide(entry) else ""
    if entry.recurrence is not None:
        return "repeating"
    return "lasting" if entry.duration is not None else "unresolved"


def wide(entry: Entry) -> bool:
    """Whether the row falls somewhere inside a window of more than a day."""
    return entry.when.window and entry.when.days != 1


def when_text(entry: Entry) -> str:
    """The time of a row as it is printed: EDTF, a duration, a rule, or nothing."""
    if entry.dated:
        return str(entry.when)
    if entry.recurrence is not None:
        return entry.recurrence.rule or entry.recurrence.value
    return "" if entry.duration is None else str(entry.duration)


def row(entry: Entry) -> tuple[str, str, str, str]:
    """The cells of a row: time, state, label and the words of the time."""
    said = " ".join(entry.time.text.split()) if entry.time is not None else ""
    signal = f"{entry.time.signal.text} " if entry.time is not None and entry.time.signal is not None else ""
    mark = "" if entry.certain else "? "
    return when_text(entry), state(entry), mark + shortened(entry.label), f'"{signal}{said}"' if said else ""


def shortened(label: str) -> str:
    """A label cut to the width of its column.

    >>> len(shortened("x" * 100))
    60
    """
    return label if len(label) <= LABEL_WIDTH else label[: LABEL_WIDTH - 1].rstrip() + "…"


def render(entries: Sequence[Entry], undated: int, references: int) -> str:
    """The table of some entries, with a last line that counts what is not shown."""
    rows = [row(entry) for entry in entries]
    widths = [max((len(cells[column]) for cells in rows), default=0) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in rows]
    counts = [
        f"{count} {name if count == 1 else name + 's'}"
        for count, name in ((undated, "undated event"), (references, "reference"))
        if count
    ]
    if not rows:
        lines.append("no dated entries")
    return "\n".join([*lines, *(["not shown: " + ", ".join(counts)] if counts else [])])
