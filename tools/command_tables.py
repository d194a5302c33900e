"""Tables of the documentation that are made from the command line: its commands, their options, what they write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import click
from markdown_tables import code, table

from timeline.cli import main
from timeline.cli.formats import FORMATS

HEADINGS = ("Texts", "Assumptions", "Output", "Calendars")


def commands() -> str:
    """The subcommands, with an example of each."""
    rows = [
        (code(name), str(command.short_help), "<br>".join(map(code, examples(command))))
        for name, command in main.commands.items()
    ]
    return table(("command", "what it does", "examples"), rows)


def examples(command: click.Command) -> list[str]:
    """The examples in the help of a command.

    >>> examples(main.commands["merge"])
    ['timeline merge monday.json tuesday.json -o week.json']
    """
    return [line.strip() for line in (command.epilog or "").splitlines() if line.startswith("  ")]


def formats() -> str:
    """What can be written."""
    rows = [(code(f"--to {made.name}"), ", ".join(map(code, made.endings)), made.description) for made in FORMATS.values()]
    return table(("format", "endings", "what it is"), rows)


def section(heading: str) -> str:
    """A table of the options that stand under a heading in the help of `timeline extract`."""
    found = [option for option in options_of(main.commands["extract"]) if getattr(option, "section", "") == heading]
    return table(("option", "meaning"), [(called(option), meaning(option)) for option in found])


def called(option: click.Option) -> str:
    """How an option is written, with its value.

    >>> called(options_of(main.commands["extract"])[0])
    '`--anchor DATE`'
    """
    names = [*sorted(option.opts, key=len)]
    value = "" if option.is_flag else f" {option.metavar or option.type.name.upper()}"
    return ", ".join(code(f"{name}{value}") for name in names)


def meaning(option: click.Option) -> str:
    """The help of an option, with its choices."""
    choices = ""
    if isinstance(option.type, click.Choice) and option.metavar is None:
        choices = f" One of {', '.join(code(str(choice)) for choice in option.type.choices)}."
    return str(option.help).replace("|", "\\|") + choices


def options_of(command: click.Command) -> list[click.Option]:
    """The options of a command but for --help."""
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


def own() -> str:
    """The options that one command alone has, or has for itself."""
    everywhere = {option.name for option in options_of(main.commands["merge"])}
    rows = [
        (code(name), called(option), meaning(option))
        for name, command in main.commands.items()
        for option in options_of(command)
        if option.name not in everywhere
    ]
    return table(("command", "option", "meaning"), rows)


COMMANDS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "commands": commands,
        "formats": formats,
        **{f"options_{heading.lower()}": partial(section, heading) for heading in HEADINGS},
        "own_options": own,
    }
)
