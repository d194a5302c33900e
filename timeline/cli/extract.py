"""`timeline extract`: the timeline of articles."""

from __future__ import annotations

import click

from timeline.cli.command import subcommand
from timeline.cli.files import LINES, STANDARD, TEXTS, expanded
from timeline.cli.messages import Messages
from timeline.cli.options import Reading, grouped, reads
from timeline.cli.results import check_input, timelines
from timeline.cli.writing import WRITING, Writing, check_output, put


@subcommand(
    "Extract the timeline of articles.",
    "timeline extract article.txt --anchor 2023-09-18",
    "timeline extract news/ --anchor-from name -o news.ics",
)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@reads
@grouped(Writing, WRITING, "writing")
def extract(files: tuple[str, ...], reading: Reading, writing: Writing) -> None:
    """Extract the timeline of each FILE, or of standard input without any (or with "-").

    A folder stands for the files in it and below, in order of name, that end in .txt, .text, .md, .htm, .html, .jsonl or
    .ndjson.  Several articles make one merged timeline, in which each is called by its file.  What cannot be read is told on
    standard error, and the others are read all the same.
    """
    messages = Messages(reading.quiet)
    found = expanded(files or (STANDARD,), (*TEXTS, *LINES), messages)
    check_input(found, reading, texts=True)
    check_output(writing, found)
    put(writing.pieces(timelines(found, reading, messages), messages), writing.output)
    messages.finish()
