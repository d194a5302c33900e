"""Entries as a table: of plain text in so many columns of a terminal, and of HTML for notebooks."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence

from timeline.entries.entry import Entry
from timeline.errors import OptionError
from timeline.texts.markup import visible

LABEL_WIDTH = 60
LEAST_WIDTH = 12  # of a label, however narrow the terminal
MOST_ROWS = 200  # in a notebook
GAP = "  "
# what a terminal obeys instead of showing it, what turns the direction of the rest of a line, and halves of characters, which
# no encoding can write
COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def state(entry: Entry) -> str:
    """How the row's time holds, in a word: within, ongoing, lasting, repeating, inferred, unresolved, undated, reference or
    nothing.

    >>> state(Entry(label="talks"))
    'undated'
    """
    if entry.inferred:
        return "inferred"
    if entry.when.ongoing:
        return "ongoing"
    if entry.dated:
        return "within" if wide(entry) else ""
    if entry.recurrence is not None:
        return "repeating"
    if entry.duration is not None:
        return "lasting"
    return "undated" if not entry.times else "reference" if entry.is_reference else "unresolved"


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


def row(entry: Entry, label_width: int = LABEL_WIDTH) -> list[str]:
    """The cells of a row: time, state, label and the words of the time."""
    said = visible(entry.time.text) if entry.time is not None else ""
    signal = f"{entry.time.signal.text} " if entry.time is not None and entry.time.signal is not None else ""
    mark = "" if entry.certain else "? "
    label = mark + shortened(entry.label, label_width)
    return [when_text(entry), state(entry), harmless(label), harmless(f'"{signal}{said}"' if said else "")]


def harmless(text: str) -> str:
    """A text of somebody else's as it may be printed: no control character reaches a terminal, and all can be encoded.

    >>> print(ascii(harmless("They met\\x1b[2J")))
    'They met\\ufffd[2J'
    """
    return COMMANDS.sub("\ufffd", text)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for wide East Asian characters, none for marks on others.

    >>> columns("talks"), columns("会議"), columns("cafe\u0301")
    (5, 4, 4)
    """
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def shortened(label: str, width: int = LABEL_WIDTH) -> str:
    """A label cut to the width of its column.

    >>> len(shortened("x" * 100)), shortened("会議が終わった", 8)
    (60, '会議が…')
    """
    if columns(label) <= width:
        return label
    kept, used = 0, 1  # one for the mark at the end
    for char in label:
        used += _columns(char)
        if used > width:
            break
        kept += 1
    return label[:kept].rstrip() + "…"


def table(entries: Sequence[Entry], width: int | None, *, sources: bool = False) -> Iterable[str]:
    """The lines of a table of some entries, labels cut so that it fits into so many columns, if it can."""
    if not isinstance(width, int | None):
        raise OptionError(f"width is {width!r}, expected a number of columns or None")
    rows = [[*row(entry), *([harmless(f"[{entry.source}]")] if sources else [])] for entry in entries]
    widths = [max(map(columns, cells)) for cells in zip(*rows, strict=True)]
    if width is not None and sum(widths) + len(GAP) * (len(widths) - 1) > width:
        room = width - sum(widths) - len(GAP) * (len(widths) - 1) + widths[2]
        rows = [[*cells[:2], shortened(cells[2], max(LEAST_WIDTH, room)), *cells[3:]] for cells in rows]
        widths = [max(map(columns, cells)) for cells in zip(*rows, strict=True)]
    for cells in rows:
        yield GAP.join(cell + " " * (size - columns(cell)) for cell, size in zip(cells, widths, strict=True)).rstrip()


def counted(undated: int, references: int) -> str:
    """What is not shown, in words.

    >>> counted(2, 1)
    'not shown: 2 undated events, 1 reference'
    """
    counts = ((undated, "undated event"), (references, "reference"))
    told = [f"{count} {name if count == 1 else name + 's'}" for count, name in counts if count]
    return f"not shown: {', '.join(told)}" if told else ""


def html_table(entries: Sequence[Entry], *, sources: bool, note: str) -> str:
    """A table in HTML, all texts escaped, without style or script; a long one is cut and says so."""
    heads = ["when", "", "what", "said", *(["source"] if sources else [])]
    lines = ["<table>", _html_row("th", heads)]
    for entry in entries[:MOST_ROWS]:
        cells = [*row(entry, len(entry.label) * 2), *([entry.source or ""] if sources else [])]
        lines.append(_html_row("td", cells))
    lines.append("</table>")
    if len(entries) > MOST_ROWS:
        lines.append(f"<p>and {len(entries) - MOST_ROWS} more</p>")
    return "\n".join([*lines, *([f"<p>{html.escape(note)}</p>"] if note else [])])


def _html_row(tag: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"
