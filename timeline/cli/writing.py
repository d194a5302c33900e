"""Writing: what, where, and how; to standard output piece by piece, to a file whole or not at all."""

from __future__ import annotations

import datetime
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import click
from attrs import field, frozen

from timeline.cli.command import on_calendars, on_output
from timeline.cli.files import File
from timeline.cli.formats import BY_ENDING, FORMATS, Format, Manner, of_ending
from timeline.cli.messages import Messages, is_terminal, to_standard, why
from timeline.cli.options import Near, Whole
from timeline.cli.results import Made
from timeline.errors import OptionError, TimelineError
from timeline.export.ical.options import KINDS, REPEATS, CalendarOptions

STANDARD_OUTPUT = ("-", "/dev/stdout")
NEVER_WRITTEN = (".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".png", ".jpg")
STALE = 100  # unfinished files of runs that were killed, after which something else must be wrong


def _file(name: str | None) -> str | None:
    return None if name in STANDARD_OUTPUT else name


@frozen(kw_only=True)
class Writing:
    """What is written, and where: the options that `WRITING` names."""

    to: str | None
    output: str | None = field(converter=_file)
    include: tuple[str, ...] = field(converter=tuple)
    exclude: tuple[str, ...] = field(converter=tuple)
    recurrence: str | None
    max_span: int | None
    sequence: int | None
    no_quotes: bool

    @property
    def form(self) -> Format:
        """The format: the one named, else that of the output's ending, else a table; a `click.UsageError` for no ending."""
        if self.to is not None:
            return FORMATS[self.to]
        return FORMATS["table"] if self.output is None else of_ending(self.output)

    def named(self, default: str) -> Format:
        """The format, in a command that writes another one by default."""
        return self.form if self.to is not None or self.output is not None else FORMATS[default]

    def calendar(self) -> CalendarOptions:
        """The options of a calendar that were given; a `click.UsageError` where they cannot be or nothing takes them."""
        given: dict[str, Any] = {
            "include": self.include or None,
            "exclude": self.exclude or None,
            "recurrence": self.recurrence,
            "max_span": None if self.max_span is None else datetime.timedelta(days=self.max_span),
            "sequence": self.sequence,
            "quotes": False if self.no_quotes else None,
        }
        told = {name: value for name, value in given.items() if value is not None}
        if told and self.form is not FORMATS["ical"]:
            option = next(iter(told)).replace("_", "-").replace("quotes", "no-quotes")
            raise click.UsageError(f"--{option} is for a calendar: --to ical")
        try:
            return CalendarOptions(**told)
        except OptionError as error:
            raise click.UsageError(str(error)) from None

    def manner(self, messages: Messages) -> Manner:
        """How it is written; for a file or a pipe the same everywhere, for a terminal in its width."""
        terminal = self.output is None and is_terminal(sys.stdout)
        width = shutil.get_terminal_size().columns if terminal else None
        return Manner(messages=messages, calendar=self.calendar(), width=width)

    def pieces(self, made: Iterable[Made], messages: Messages, default: str = "table") -> Iterator[bytes]:
        """What is written, piece by piece.

        Raises `click.ClickException` for a format that needs a package that is not there or that cannot hold the timeline.
        """
        try:
            yield from self.named(default).write(made, self.manner(messages))
        except (TimelineError, ImportError) as error:
            raise click.ClickException(str(error)) from None


WRITING = (
    on_output(
        "--to",
        type=Near(FORMATS, BY_ENDING),
        metavar="FORMAT",
        help=f"What to write: {', '.join(FORMATS)} [what the ending of the output says, else a table].",
    ),
    on_output("-o", "--output", metavar="FILE", help="Write to a file, whole or not at all, instead of standard output."),
    on_calendars(
        "--include",
        type=Near(KINDS),
        metavar="KIND",
        multiple=True,
        help="What a calendar takes in beside what has a day and is told as a fact or plan; may be repeated. Kinds are "
        f"{', '.join(KINDS)}.",
    ),
    on_calendars(
        "--exclude", type=Near(KINDS), metavar="KIND", multiple=True, help="What a calendar leaves out; may be repeated."
    ),
    on_calendars(
        "--recurrence",
        type=Near(REPEATS),
        help="How repetitions are written, with an end, without one where the text tells none, or not at all "
        "[bounded].",
    ),
    on_calendars("--max-span", type=Whole(1), metavar="DAYS", help="The longest period [366]."),
    on_calendars("--sequence", type=Whole(0), metavar="NUMBER", help="The article's revision [0]."),
    on_calendars("--no-quotes", is_flag=True, help="Keep the sentences out of a calendar."),
)


def check_output(writing: Writing, files: Iterable[File]) -> None:
    """Refuses an output that would destroy an input or cannot be, before anything is read."""
    writing.calendar()  # refuses options that no calendar takes
    if writing.output is None:
        if writing.form.binary and is_terminal(sys.stdout):
            raise click.UsageError(f"{writing.form.name} is no text for a terminal: name a file by -o")
        return
    target = Path(writing.output)
    if writing.to is not None and target.suffix.lower() in NEVER_WRITTEN:
        raise click.UsageError(f"{writing.output!r} would not be what its name says: no format is written as {target.suffix}")
    try:
        if target.is_dir():
            ending = next(iter(writing.form.endings), "")
            inside = repr(str(target / f"timeline{ending}"))
            raise click.ClickException(f"cannot write {writing.output!r}: it is a folder; name a file in it, such as {inside}")
        if not target.parent.is_dir():
            raise click.ClickException(f"cannot write {writing.output!r}: there is no folder {str(target.parent)!r}")
        same = [file for file in files if not file.standard and target.exists() and Path(file.name).exists()]
        if any(target.samefile(file.name) for file in same):
            raise click.UsageError(f"the output {writing.output!r} is also an input, which is never overwritten")
    except (OSError, ValueError) as error:
        raise click.ClickException(f"cannot write {writing.output!r}: {why(error)}") from None


def put(pieces: Iterator[bytes], output: str | None) -> None:
    """Writes all pieces; a file appears only once all are written, and not at all where there is none."""
    if output is None:
        for piece in pieces:
            to_standard(piece)
        return
    first = next(pieces, None)
    if first is None:
        return
    try:
        with _replacing(Path(output)) as file:
            for piece in chain((first,), pieces):
                file.write(piece)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"cannot write {output!r}: {why(error)}") from None


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file beside a path, moved to it when it is whole and taken away when it is not.

    What is there and no regular file, such as a pipe or /dev/null, is written to directly.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    part = _unfinished(target.parent)
    try:
        with part.open("wb") as file:
            yield file
        if target.exists():
            part.chmod(target.stat().st_mode)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _unfinished(folder: Path) -> Path:
    """A new empty file in a folder, under a name that nobody uses."""
    for number in range(STALE):
        path = folder / f".timeline-{number}.part"
        try:
            path.touch(exist_ok=False)
            return path
        except FileExistsError:
            continue
    raise FileExistsError(f"the folder holds {STALE} unfinished files .timeline-*.part")
