"""Shell sessions in the documentation, run without a shell: a session is a fence of the language "console".

    ```console
    $ timeline resolve next Friday --anchor 2023-09-18
    2023-09-29
    ...
    ```

A command begins with "$ ", and what it must print stands below it.  It may be `timeline`, `cat`, `printf` or `echo`, with
pipes between commands, a file behind ">", and "$?" for how the last one ended.
"""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner, Result

from timeline.cli import main

FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Example(NamedTuple):
    """A command with what it must print."""

    command: str
    printed: str


def sessions(page: str) -> Iterator[Example]:
    """The commands of all sessions of a page, in order."""
    for fence in FENCE.finditer(page):
        yield from (Example(*found.groups()) for found in COMMAND.finditer(fence[1]))


def called(arguments: list[str], given: bytes | None = None) -> Result:
    """The result of a call of `timeline`, with its two outputs apart; no mistake of a user may be a traceback."""
    # click before 8.2 mixes the two outputs unless told not to; later ones cannot be told
    apart: dict[str, Any] = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
    result = CliRunner(**apart).invoke(main, arguments, input=given, prog_name="timeline")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


class Shell:
    """Runs commands in the folder that is the current one."""

    def __init__(self) -> None:
        self.code = 0

    def run(self, command: str) -> str:
        """What a command prints: errors first, then what its last part gives."""
        lexer = shlex.shlex(command, posix=True, punctuation_chars="|>")
        lexer.whitespace_split = True
        parts: list[list[str]] = [[]]
        for word in lexer:
            if word == "|":
                parts.append([])
            else:
                parts[-1].append(word)
        told, given = "", b""
        for part in parts:
            target = part[-1] if part[-2:-1] == [">"] else None
            errors, given = self._part(part[:-2] if target else part, given)
            told += errors
            if target is not None:
                Path(target).write_bytes(given)
                given = b""
        return told + given.decode()

    def _part(self, words: list[str], given: bytes) -> tuple[str, bytes]:
        name, *arguments = words
        if name == "timeline":
            result = called(arguments, given)
            self.code = result.exit_code
            return result.stderr, result.stdout_bytes
        if name == "cat":
            return "", b"".join(Path(argument).read_bytes() for argument in arguments)
        if name == "printf":
            return "", b"".join(f"{argument}\n".encode() for argument in arguments[1:])
        assert name == "echo", f"{name} is none of the commands that examples may use"
        return "", (" ".join(arguments).replace("$?", str(self.code)) + "\n").encode()


def differs(example: Example, printed: str) -> str:
    """What is wrong with what a command printed, empty where nothing is; "..." stands for what may change."""
    if doctest.OutputChecker().check_output(example.printed, printed, doctest.ELLIPSIS):
        return ""
    return f"$ {example.command}\nexpected:\n{example.printed}printed:\n{printed}"
