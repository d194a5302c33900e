"""Writing: to standard output piece by piece, to a file whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import click

from timeline.cli.files import File
from timeline.cli.formats import Writing
from timeline.cli.messages import is_terminal, to_standard, why

STALE = 100  # unfinished files of runs that were killed, after which something else must be wrong


def check_output(writing: Writing, files: Iterable[File]) -> None:
    """Refuses an output that would destroy an input or cannot be, before anything is read."""
    if writing.output is None:
        if writing.form.binary and is_terminal(sys.stdout):
            raise click.UsageError(f"{writing.form.name} is no text for a terminal: name a file by -o")
        return
    target = Path(writing.output)
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
