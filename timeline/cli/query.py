"""`timeline query`: the rows of timelines that answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import click
from attrs import evolve

from timeline.asking.querytext import parse
from timeline.cli.command import subcommand
from timeline.cli.files import LINES, STANDARD, STORED, TEXTS, expanded
from timeline.cli.messages import Messages
from timeline.cli.options import Reading, grouped, reads
from timeline.cli.results import Made, check_input, timelines
from timeline.cli.writing import WRITING, Writing, check_output, put
from timeline.errors import QueryError


@subcommand(
    "Print the rows that answer a question.",
    "timeline query 'during 2023-09 and not planned' talks.json",
    """timeline query 'about "Wang Yi"' news/ --anchor-from name""",
)
@click.argument("question", metavar="QUERY")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option("--certain", is_flag=True, help="Give only what must answer, not what may.")
@reads
@grouped(Writing, WRITING, "writing")
def query(question: str, files: tuple[str, ...], certain: bool, reading: Reading, writing: Writing) -> None:
    """Print the rows of each FILE that answer the QUERY; a "?" marks those that only may.

    A FILE is a stored timeline (json, jsonl, tml), or texts as extract takes them, which need an anchor.  A query asks
    "before", "after", "during", "within", "on", "starting" or "ending" a date, "between" two, "about" or "mentioning" a word,
    or for what is "planned", "ongoing" and so on; "and", "or", "not" and brackets join questions.  Where nothing answers,
    nothing is written, and the exit code is 3.
    """
    messages = Messages(reading.quiet)
    _check(question)
    found = expanded(files or (STANDARD,), (*TEXTS, *LINES, *STORED), messages)
    check_input(found, reading)
    check_output(writing, found)
    answers = _answers(timelines(found, reading, messages, stored=True), question, certain)
    first = next(answers, None)
    if first is not None:
        put(writing.pieces(chain((first,), answers), messages), writing.output)
    elif not messages.problems:
        messages.note("nothing answers the query")
    messages.finish(found=first is not None)


def _check(question: str) -> None:
    try:
        parse(question)
    except QueryError as error:
        if question.lower().endswith((*STORED, *LINES, *TEXTS)):
            raise click.UsageError(f"{question!r} is a file: the query comes first, then the files") from None
        raise click.UsageError(str(error)) from None


def _answers(made: Iterable[Made], question: str, certain: bool) -> Iterator[Made]:
    """The rows that answer of each timeline, where there are any."""
    for one in made:
        rows = one.timeline.query(question, certain=certain)
        if len(rows):
            yield evolve(one, timeline=rows)
