"""A timeline as a table in plain text: CSV for spreadsheets and programs, Markdown for people."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from timeline.asking.table import state, when_text
from timeline.entries.entry import Entry
from timeline.export.columns import NAMES
from timeline.export.given import given
from timeline.export.records import to_records
from timeline.model import Timeline
from timeline.texts.markup import visible

# What makes a spreadsheet take a cell for a formula, by its first character; some also go by the full-width forms.
FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
SURROGATE = re.compile("[\ud800-\udfff]")
MARKUP = re.compile(r"([\\`*_\[\]<>|~$&])")  # what Markdown would read as more than itself


def to_csv(tl: Timeline, *, guard: bool = True) -> str:
    """The entries as CSV (RFC 4180): a header, CRLF line ends, an empty cell for what is not known, true and false.

    The columns are those of `to_records`.  The guard sets an apostrophe before a text that a spreadsheet would take for a
    formula, one that begins with = + - @, a tab or a line end, as OWASP advises; the date of a year before the first
    begins with "-" and gets one too.  Without ``guard`` the cells are as they are, for programs.  Control characters
    and halves of surrogate pairs, which no UTF-8 file can hold, become U+FFFD.

    >>> hostile = Timeline(entries=(Entry(label="=cmd() was typed"),))
    >>> to_csv(hostile).splitlines()[1][:20], to_csv(hostile, guard=False).splitlines()[1][:19]
    ("'=cmd() was typed,,,", '=cmd() was typed,,,')
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)  # the dialect "excel": commas, quotes where they are needed, CRLF
    writer.writerow(NAMES)
    writer.writerows([_cell(cell, guard) for cell in record.values()] for record in to_records(tl))
    return written.getvalue()


def _cell(value: Any, guard: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = CONTROLS.sub("\ufffd", storable(str(value)))
    return f"'{text}" if guard and isinstance(value, str) and FORMULA.match(text) else text


def storable(text: str) -> str:
    """A text that UTF-8 can hold: halves of surrogate pairs become U+FFFD.

    >>> storable("a\\ud800b") == "a\\ufffdb"
    True
    """
    return SURROGATE.sub("\ufffd", text)


def to_markdown(tl: Timeline) -> str:
    """The entries as a table in GitHub's Markdown: the time, how it holds, what happened, and the words of the time.

    Characters that Markdown or HTML would read as markup are escaped, so a text can bring in no link and no tag.

    >>> from timeline.calendar.values import When
    >>> print(to_markdown(Timeline(entries=(Entry(label="talks | *in* Moscow", when=When.read("2023-09-18/2023-09-21")),))))
    | when | | what | words |
    | --- | --- | --- | --- |
    | 2023-09-18/2023-09-21 |  | talks \\| \\*in\\* Moscow |  |
    """
    sources = bool(given(tl).articles)
    header = ["when", "", "what", "words", *(["source"] if sources else [])]
    lines = [_line(header).replace("|  |", "| |"), _line(["---"] * len(header))]
    for entry in tl:
        lines.append(_line(_escaped(text) for text in _cells(entry, sources)))
    return "\n".join(lines)


def _cells(entry: Entry, sources: bool) -> list[str]:
    time = entry.time
    said = "" if time is None else visible(time.text)
    signal = "" if time is None or time.signal is None else f"{time.signal.text} "
    label = entry.label if entry.certain else f"? {entry.label}"
    cells = [when_text(entry), state(entry), label, f"{signal}{said}"]
    return [*cells, entry.source or ""] if sources else cells


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return MARKUP.sub(r"\\\1", " ".join(CONTROLS.sub("\ufffd", storable(text)).split()))
