"""`timeline extract`: the timeline of articles."""

from __future__ import annotations

import click

from timeline.cli.files import LINES, STANDARD, TEXTS, File, expanded
from timeline.cli.formats import WRITING, Writing
from timeline.cli.messages import Messages
from timeline.cli.options import Reading, grouped, reads
from timeline.cli.output import check_output, put
from timeline.cli.results import check_anchor, timelines


@click.command(
    epilog="Examples: timeline extract article.txt --anchor 2023-09-18; timeline extract news/ --anchor-from name -o news.ics"
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
    _check(found, reading)
    check_output(writing, found)
    put(writing.pieces(timelines(found, reading, messages), messages), writing.output)
    messages.finish()


def _check(files: list[File], reading: Reading) -> None:
    if sum(file.standard for file in files) > 1:
        raise click.UsageError("standard input (-) can be read only once")
    if reading.source is not None and len(files) > 1:
        raise click.UsageError(f"--source names one article, and there are {len(files)} files")
    if files:
        check_anchor(files, reading)
