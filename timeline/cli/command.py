"""What all subcommands have in common: how they are declared, and how they take a file name that looks like an option."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


class Subcommand(click.Command):
    """A command that says how to write a file name that begins with a dash."""

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
