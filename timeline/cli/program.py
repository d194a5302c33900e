"""The program `timeline`: its subcommands, and how a run ends.

It ends with 0; with 1 where an input could not be read or the output not be written; with 2 for a wrong call; with 3 where
nothing was found that was asked for; with 130 when it was interrupted.  Text is written as UTF-8, whatever the machine's
locale says.
"""

from __future__ import annotations

from typing import Any

import click

from timeline.cli.command import exists
from timeline.cli.explain import explain
from timeline.cli.extract import extract
from timeline.cli.merge import merge
from timeline.cli.messages import INTERRUPTED, near
from timeline.cli.query import query
from timeline.cli.resolve import resolve
from timeline.cli.rules import rules
from timeline.release import version


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"timeline {version() or '(not installed)'}")
        context.exit()


class Program(click.Group):
    """A group of commands that says what was probably meant, and ends quietly when it is interrupted."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand of a call."""
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing and not name.startswith("-"):
            ctx.fail(f"No such command {name!r}{_meant(name, [*self.commands])}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the subcommand."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\ntimeline: interrupted", err=True)
            ctx.exit(INTERRUPTED)


def _meant(name: str, commands: list[str]) -> str:
    if name == "help":
        return "; did you mean: timeline --help?"
    return f"; did you mean: timeline extract {name!r}?" if exists(name) else near(name, commands)


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 an input could not be read or the output not be written, 2 a wrong call, 3 nothing found, "
    "130 interrupted.",
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version, help="Show the version."
)
def main() -> None:
    """What happened when, in order: an article and its date in, a timeline out."""


for command in (extract, query, explain, merge, resolve, rules):
    main.add_command(command)
