"""Tables and code spans in Markdown, as the scripts of the documentation write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def code(text: str) -> str:
    """Text as a code span in a table.

    >>> code("of|in")
    '`of\\\\|in`'
    """
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}".replace("|", "\\|")


def table(header: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """A table in Markdown, whose last so many columns are numbers.

    >>> print(table(("system", "F1"), [("a", "1.0")], numbers=1))
    | system | F1 |
    | --- | ---: |
    | a | 1.0 |
    """
    rule = ["---"] * (len(header) - numbers) + ["---:"] * numbers
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (header, rule, *rows))
