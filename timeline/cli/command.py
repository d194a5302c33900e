"""What all subcommands have in common: how they are declared, and how they take a file name that looks like an option."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click


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
            name = next((name for name in given if name.startswith("-") and exists(name)), None)
            if name is None:
                raise
            told = f"{error.format_message()} The file is written {f'./{name}'!r}."
            raise click.UsageError(told, ctx=ctx) from None


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
