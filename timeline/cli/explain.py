"""`timeline explain`: why rows of a timeline have their dates."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from timeline import Entry, Timeline
from timeline.asking.table import when_text
from timeline.cli.command import subcommand
from timeline.cli.files import LINES, STORED, TEXTS, expanded
from timeline.cli.messages import Messages, answer, plain
from timeline.cli.options import Near, Reading, reads
from timeline.cli.results import check_input, merged, timelines
from timeline.errors import AmbiguousError, MissingError


@subcommand(
    "Tell why a row has its dates.",
    "timeline explain article.txt resigned --anchor 2023-09-18",
    "timeline explain talks.json 3",
)
@click.argument("file", type=click.Path())
@click.argument("row", metavar="WORD|ROW")
@click.option("--to", "form", type=Near(("text", "json")), default="text", help="Words, or the same as data [text].")
@reads
def explain(file: str, row: str, form: str, reading: Reading) -> None:
    """Tell why the row of a FILE has its dates: the words read, the rules, the tense, the anchor, what was assumed.

    The row is named by its number in the table (from 1), or by a word in it; where several hold the word, all are told.  FILE
    is a text, which needs an anchor, or a timeline that was stored.
    """
    if Path(row).is_file() and not Path(file).exists():
        raise click.UsageError(f"{row!r} is a file: the file comes first, then the word or row")
    messages = Messages(reading.quiet)
    found = expanded((file,), (*TEXTS, *LINES, *STORED), messages)
    check_input(found, reading)
    whole = merged(timelines(found, reading, messages, stored=True), messages)
    if whole is None:
        messages.finish()
    tl = whole.timeline
    told = [tl.why(entry) for entry in _rows(tl, row, messages)]
    if form == "json":
        answer(*(json.dumps(one.data, ensure_ascii=False) for one in told))
    elif told:
        answer("\n\n".join(plain(str(one)) for one in told))
    messages.finish(found=bool(told))


def _rows(tl: Timeline, row: str, messages: Messages) -> list[Entry]:
    """The rows that a number or word names."""
    if re.fullmatch(r"[+-]?[0-9]{1,9}", row, re.ASCII):
        number = int(row)
        if not 1 <= number <= len(tl):
            counted = f"numbers go from 1 to {len(tl)}" if len(tl) else "there are no rows"
            raise click.UsageError(f"there is no row {row}: {counted}")
        return [tl[number - 1]]
    try:
        return [tl[row]]
    except AmbiguousError:
        return _holding(tl, row)
    except MissingError as error:
        if holding := _holding(tl, row):
            return holding
        messages.note(str(error).partition("; tl.")[0])
        for number, entry in enumerate(tl, start=1):
            messages.note(f"  row {number}: {when_text(entry)} {entry.label}")
        return []


def _holding(tl: Timeline, word: str) -> list[Entry]:
    """The rows that hold a word or a form of it, else those that hold its letters."""
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    rows = [*tl, *tl.hidden]
    return [entry for entry in rows if any(map(whole.search, _words(entry)))] or [*tl.mentioning(word)]


def _words(entry: Entry) -> list[str]:
    said = [entry.label, entry.time.text if entry.time is not None else ""]
    return said if entry.event is None else [*said, entry.event.text, entry.event.lemma]
