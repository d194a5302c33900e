"""What can be written: a table of formats, to which an exporter adds one line.

A format is a function from timelines to pieces of bytes.  Most make one timeline of all; "jsonl" keeps them apart and
writes each as soon as it is made.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import click
from attrs import field, frozen

import timeline
from timeline import Timeline
from timeline.cli.messages import Messages, is_terminal, plain
from timeline.cli.options import Near
from timeline.cli.results import Made, merged
from timeline.errors import ExportError, TimelineError
from timeline.export.ical import KINDS


@frozen(kw_only=True)
class Manner:
    """How something is written: the columns of the terminal, what a calendar takes in besides, and where to tell of it."""

    messages: Messages
    width: int | None = None
    include: tuple[str, ...] = ()


INCLUDE = re.compile(r"include='(\w+)'")  # how the library tells of the option
STANDARD_OUTPUT = ("-", "/dev/stdout")
Writer = Callable[[Iterable[Made], Manner], Iterator[bytes]]


@frozen
class Format:
    """A format: its name and file endings, the function that writes it, and what it is in a few words."""

    name: str
    endings: tuple[str, ...]
    write: Writer
    told: str
    binary: bool = False


def whole(make: Callable[[Timeline, Manner], str | bytes]) -> Writer:
    """A writer of one timeline that all are merged into; nothing is written where there is none."""

    def write(made: Iterable[Made], manner: Manner) -> Iterator[bytes]:
        tl = merged(made, manner.messages)
        if tl is not None:
            data = make(tl, manner)
            yield data if isinstance(data, bytes) else f"{data.rstrip(chr(10))}\n".encode("utf-8", "replace")

    return write


def table(tl: Timeline, manner: Manner) -> str:
    """The table that the library prints, without characters that move the cursor of a terminal."""
    return plain(tl.table(manner.width))


def calendar(tl: Timeline, manner: Manner) -> bytes:
    """A calendar; what it leaves out is told."""
    for line in str(timeline.ical_report(tl, include=manner.include)).splitlines():
        manner.messages.note(INCLUDE.sub(r"--include \1", line))
    try:
        return timeline.to_ical(tl, include=manner.include)
    except ExportError:
        raise click.ClickException("nothing to export: no entry has a place in a calendar") from None


def lines(made: Iterable[Made], _: Manner) -> Iterator[bytes]:
    """Each timeline as one line of JSON."""
    for one in made:
        yield f"{timeline.to_json(one.timeline)}\n".encode()


def records(tl: Timeline, _: Manner) -> str:
    """Each entry as one flat object of JSON, a line each."""
    import json

    return "\n".join(json.dumps(record, ensure_ascii=False) for record in timeline.to_records(tl))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        made.name: made
        for made in (
            Format("table", (".txt",), whole(table), "a table for people"),
            Format("json", (".json",), whole(lambda tl, _: timeline.to_json(tl)), "one timeline, with nothing lost"),
            Format("jsonl", (".jsonl", ".ndjson"), lines, "a timeline for each document, one a line"),
            Format("records", (), whole(records), "a flat JSON object for each entry, one a line"),
            Format("ical", (".ics",), whole(calendar), "a calendar (iCalendar)"),
        )
    }
)


def of_ending(name: str) -> Format:
    """The format that the ending of a file name says, a table where it has none.

    Raises `click.UsageError` for an ending that no format has.
    """
    ending = Path(name).suffix.lower()
    for found in FORMATS.values():
        if not ending or ending in found.endings:
            return found
    raise click.UsageError(f"no format ends in {ending!r}: --to names one of {', '.join(FORMATS)}")


def _file(name: str | None) -> str | None:
    return None if name in STANDARD_OUTPUT else name


@frozen(kw_only=True)
class Writing:
    """What is written, and where: the options that `writes` gives a command."""

    to: str | None
    include: tuple[str, ...] = field(converter=tuple)
    output: str | None = field(converter=_file)

    @property
    def form(self) -> Format:
        """The format: the one named, else that of the output's ending, else a table; a `click.UsageError` for no ending."""
        if self.to is not None:
            return FORMATS[self.to]
        return FORMATS["table"] if self.output is None else of_ending(self.output)

    def named(self, default: str) -> Format:
        """The format, in a command that writes another one by default."""
        return self.form if self.to is not None or self.output is not None else FORMATS[default]

    def manner(self, messages: Messages) -> Manner:
        """How it is written; for a file or a pipe the same everywhere, for a terminal in its width."""
        terminal = self.output is None and is_terminal(sys.stdout)
        width = shutil.get_terminal_size().columns if terminal else None
        return Manner(messages=messages, include=self.include, width=width)

    def pieces(self, made: Iterable[Made], messages: Messages, default: str = "table") -> Iterator[bytes]:
        """What is written, piece by piece.

        Raises `click.ClickException` for a format that needs a package that is not there or that cannot hold the timeline.
        """
        try:
            yield from self.named(default).write(made, self.manner(messages))
        except (TimelineError, ImportError) as error:
            raise click.ClickException(str(error)) from None


TO = click.option(
    "--to", type=Near(FORMATS), help="What to write [what the ending of the output says, else a table]."
)
WRITING = (
    TO,
    click.option(
        "--include",
        type=Near(KINDS),
        multiple=True,
        help="What a calendar takes in beside what has a day and is told as a fact or plan; may be repeated.",
    ),
    click.option("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all, instead of standard output."),
)
