"""What the command line tells on standard error: problems that lose one input and no other, and notes."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NoReturn, TextIO

import click

from timeline.asking.table import harmless

UNREADABLE, MISUSED, NOTHING_FOUND, INTERRUPTED = 1, 2, 3, 130


class Messages:
    """What one run tells on standard error, and whether anything went wrong with its inputs.

    Each message is one line under the name of the program.  ``quiet`` keeps notes back, never problems.
    """

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.problems = 0
        self._held: list[str] | None = None

    def problem(self, text: str) -> None:
        """Tells of an input that is lost; the run goes on, and ends with 1."""
        self.problems += 1
        self._tell(text)

    def always(self, text: str) -> None:
        """Tells what an answer would say if there were one."""
        self._tell(text)

    def note(self, text: str) -> None:
        """Tells what is worth knowing."""
        if not self.quiet:
            self._tell(text)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps messages back while something else, such as a progress bar, is drawn on standard error."""
        self._held = []
        try:
            yield
        finally:
            lines, self._held = self._held, None
            for line in lines:
                self._tell(line)

    def finish(self, found: bool = True) -> NoReturn:
        """Ends the run: with 1 after a problem, else with 3 where nothing was found, else with 0."""
        code = UNREADABLE if self.problems else 0 if found else NOTHING_FOUND
        raise click.exceptions.Exit(code)

    def _tell(self, text: str) -> None:
        if self._held is not None:
            self._held.append(text)
        else:
            click.echo(f"timeline: {plain(text)}", err=True)


def near(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """A question after what was probably meant, empty where nothing is like the word.

    >>> near("exrtact", ["extract", "explain"]), near("zzz", ["extract"])
    ("; did you mean 'extract'?", '')
    """
    folded = {name.casefold(): name for name in known}
    found = [folded[name] for name in difflib.get_close_matches(word.casefold(), [*folded], n=2, cutoff=cutoff)]
    return meant(found)


def meant(names: Iterable[str]) -> str:
    """A question after what was probably meant, empty for nothing.

    >>> meant(["extract", "explain"]), meant([])
    ("; did you mean 'extract' or 'explain'?", '')
    """
    told = " or ".join(map(repr, names))
    return f"; did you mean {told}?" if told else ""


def answer(*lines: str) -> None:
    """Writes lines to standard output, in UTF-8 whatever the locale says; nothing where there is none."""
    if lines:
        to_standard("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))


def to_standard(data: bytes) -> None:
    """Writes bytes to standard output; a `click.ClickException` where it is closed or full."""
    if sys.stdout is None:
        raise click.ClickException("cannot write standard output: it is closed")
    try:
        click.echo(data, nl=False)
    except BrokenPipeError:  # nobody reads on, which click ends quietly
        raise
    except OSError as error:
        sys.stdout = None  # what is left in it would be tried again at the end, and fail again
        raise click.ClickException(f"cannot write standard output: {why(error)}") from None


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody looks at a stream or types into it; it is None where it is closed."""
    return stream is not None and stream.isatty()


def plain(text: str) -> str:
    """Lines of somebody else's that can be printed: no control character of theirs reaches a terminal.

    >>> print(ascii(plain("They\\x1b met")))
    'They\\ufffd met'
    """
    return "\n".join(map(harmless, text.split("\n")))


def why(error: Exception) -> str:
    """Why the machine refused a file."""
    return getattr(error, "strerror", None) or str(error)
