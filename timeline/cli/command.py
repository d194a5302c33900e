"""What all subcommands have in common: how they are declared, and how they take a file name that looks like an option."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

# What people call an option, and how it is called here.
OTHER_NAMES = MappingProxyType(
    {
        **dict.fromkeys(("--date", "--day", "--published", "--dct"), "--anchor"),
        **dict.fromkeys(("--format", "--output-format", "--as"), "--to"),
        **dict.fromkeys(("--out", "--output-file"), "--output"),
        **dict.fromkeys(("--timezone", "--zone"), "--tz"),
        **dict.fromkeys(("--lang",), "--language"),
    }
)


class Sectioned(click.Option):
    """An option that stands under a heading of the help."""

    def __init__(self, *args: Any, section: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.section = section


# How the options of a heading are declared.
on_texts = partial(click.option, cls=Sectioned, section="Texts")
on_assumptions = partial(click.option, cls=Sectioned, section="Assumptions")
on_output = partial(click.option, cls=Sectioned, section="Output")
on_calendars = partial(click.option, cls=Sectioned, section="Calendars")


class Subcommand(click.Command):
    """A command whose help has headings, and that says how to write a file name that begins with a dash."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the options into the help, those of each heading together, in the order in which they are declared."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections.setdefault(getattr(parameter, "section", "Options"), []).append(record)
        for section in sorted(sections, key=lambda name: name == "Options"):  # --help and the like at the end
            with formatter.section(section):
                formatter.write_dl(sections[section])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments of a call."""
        given = [*args]
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise _mended(error, given, ctx) from None


def _mended(error: click.NoSuchOption, given: Sequence[str], ctx: click.Context) -> click.UsageError:
    """The error of an unknown option with what was probably meant: a file, another option, or words that begin with a dash."""
    file = next((name for name in given if name.startswith("-") and exists(name)), None)
    if file is not None:
        return click.UsageError(f"{error.format_message()} The file is written {f'./{file}'!r}.", ctx=ctx)
    other = OTHER_NAMES.get(error.option_name)
    if other is not None and any(other in parameter.opts for parameter in ctx.command.params):
        return click.UsageError(f"No such option {error.option_name!r}; did you mean {other!r}?", ctx=ctx)
    if error.option_name[1:2].isdigit():
        told = f"{error.format_message()} Words that begin with a dash stand behind --."
        return click.UsageError(told, ctx=ctx)
    return error


def subcommand(short: str, *examples: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Declares a command: what it does in a line, for the list of commands, and examples of it, for its help."""
    lines = "\n".join(f"  {example}" for example in examples)
    return click.command(cls=Subcommand, short_help=short, epilog=f"\b\nExamples:\n{lines}")


def exists(name: str) -> bool:
    """Whether a name is that of a file or folder."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # too long, or with a null byte
        return False
