"""Reading HTML without losing the place: what a reader sees, with the offset of every character in the source."""

from __future__ import annotations

import html
import re

# What is not text at all, then tags, then character references; everything else stands for itself.
# Each alternative ends at a fixed mark, so the scan is linear; an unclosed one is read to the end of the text.
_PIECE = re.compile(
    r"<!--(?s:.*?)(?:-->|\Z)"
    r"|<(?P<raw>script|style|template|noscript|head)\b(?s:.*?)(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^<>]*)>"
    r"|<[!?][^<>]*>"
    r"|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main nav ol option p pre section summary table tbody tfoot thead tr title ul".split()
)
_CELLS = frozenset(("td", "th"))


def read_html(source: str) -> tuple[str, tuple[int, ...]]:
    """The visible text of an HTML string, and for each of its characters the offset in the source.

    One more offset, the length of the source, stands at the end.  Block tags become blank lines, list items get
    a marker, cells a bar.

    >>> view, offsets = read_html("<p>18&nbsp;September</p>")
    >>> view.strip(), [offsets[view.index(word)] for word in ("18", "Sep")]
    ('18\\xa0September', [3, 11])
    """
    pieces: list[str] = []
    offsets: list[int] = []

    def add(text: str, start: int, step: int) -> None:
        pieces.append(text)
        offsets.extend(range(start, start + len(text)) if step else (start,) * len(text))

    last = 0
    for match in _PIECE.finditer(source):
        add(re.sub(r"[\r\n]", " ", source[last : match.start()]), last, 1)
        add(_stand_in(match), match.start(), 0)
        last = match.end()
    add(re.sub(r"[\r\n]", " ", source[last:]), last, 1)
    return "".join(pieces), (*offsets, len(source))


def visible(words: str) -> str:
    """Words that a text quotes, on one line and without the markup among them.

    >>> visible("5&nbsp;July</b> 2024")
    '5 July 2024'
    """
    return " ".join((read_html(words)[0] if "<" in words or "&" in words else words).split())


def _stand_in(match: re.Match[str]) -> str:
    if match[0].startswith("&"):
        return html.unescape(match[0])
    tag = (match["tag"] or "").lower()
    if tag == "li" and not match["close"]:
        return "\n\n* "
    if tag in _CELLS:
        return "" if match["close"] else " | "
    return "\n\n" if tag in _BLOCKS else ""
