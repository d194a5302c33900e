"""`timeline merge`: one timeline of several that were stored."""

from __future__ import annotations

import click

from timeline.cli.command import subcommand
from timeline.cli.files import LINES, STORED, TEXTS, expanded
from timeline.cli.messages import Messages
from timeline.cli.options import Reading, grouped, reads
from timeline.cli.results import check_input, timelines
from timeline.cli.writing import WRITING, Writing, check_output, put


@subcommand("Make one timeline of several.", "timeline merge monday.json tuesday.json -o week.json")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@reads
@grouped(Writing, WRITING, "writing")
def merge(files: tuple[str, ...], reading: Reading, writing: Writing) -> None:
    """Make one timeline of those in each FILE, every row with the source that it comes from.

    A FILE is a stored timeline (json, jsonl, tml), or texts as extract takes them, which need an anchor.  It is written
    as JSON unless --to or the ending of the output says otherwise.
    """
    messages = Messages(reading.quiet)
    found = expanded(files, (*TEXTS, *LINES, *STORED), messages)
    check_input(found, reading)
    check_output(writing, found)
    put(writing.pieces(timelines(found, reading, messages, stored=True), messages, default="json"), writing.output)
    messages.finish()
