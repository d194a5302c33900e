"""Tables of the documentation that are made from the command line: its commands, their options, what they write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import click
from markdown_tables import code, table

from timeline.cli import main
from timeline.cli.formats import FORMATS
from timeline.cli.options import READING


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
    rows = [(code(f"--to {made.name}"), ", ".join(map(code, made.endings)), made.told) for made in FORMATS.values()]
    return table(("format", "endings", "what it is"), rows)


def options(found: Iterable[click.Option]) -> str:
    """A table of options."""
    return table(("option", "meaning"), [(called(option), meaning(option)) for option in found])


def called(option: click.Option) -> str:
    """How an option is written, with its value.

    >>> called(shared("extract", True)[0])
    '`--anchor DATE`'
    """
    names = [*sorted(option.opts, key=len)]
    value = "" if option.is_flag else f" {option.metavar or option.type.name.upper()}"
    return ", ".join(code(f"{name}{value}") for name in names)


def meaning(option: click.Option) -> str:
    """The help of an option, with its choices."""
    choices = ""
    if isinstance(option.type, click.Choice) and option.name != "to":
        choices = f" One of {', '.join(code(str(choice)) for choice in option.type.choices)}."
    return str(option.help).replace("|", "\\|") + choices


def options_of(command: click.Command) -> list[click.Option]:
    """The options of a command but for --help."""
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


def shared(name: str, reading: bool) -> list[click.Option]:
    """The options of a command that others have too: those by which it reads, or those by which it writes."""
    known = {option.name for option in options_of(reader)}
    others = {option.name for option in options_of(main.commands["merge"])}
    found = [option for option in options_of(main.commands[name]) if option.name in others]
    return [option for option in found if (option.name in known) == reading]


@click.command()
def reader() -> None:
    """A command that does nothing but take the options of reading."""


for decorate in reversed(READING):
    decorate(reader)


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
        "reading_options": lambda: options(shared("extract", True)),
        "writing_options": lambda: options(shared("extract", False)),
        "own_options": own,
    }
)
