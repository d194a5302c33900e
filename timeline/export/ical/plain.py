"""Text as a calendar can hold it: no control characters, one kind of line end, addresses that are one."""

from __future__ import annotations

import re
import unicodedata
import urllib.parse

LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
NO_CHARACTERS = "\ufffe\uffff"  # which CalDAV could not carry, since XML forbids them
ADDRESS = re.compile(r"https?://[\w.~:@%\[\]-]+(?:[/?#][^\s\x00-\x1f\x7f\"<>\\^`{|}]*)?", re.IGNORECASE)
OCTETS = 75  # of a line (RFC 5545, 3.1), the blank of a continued one included
UNITS = re.compile(r"\\.|.", re.DOTALL)
HOST = re.compile(r"https?://[!-~]+?(?=[/?#]|$)", re.IGNORECASE)


def plain(text: str) -> str:
    r"""Text without the control characters that RFC 5545 forbids, with plain line ends.

    >>> plain("one\r\ntwo\x00\u2028three")
    'one\ntwo\nthree'
    """
    ended = LINE_ENDS.sub("\n", text)
    return "".join(
        c for c in ended if c in "\n\t" or (unicodedata.category(c) not in ("Cc", "Cs") and c not in NO_CHARACTERS)
    )


def one_line(text: str) -> str:
    r"""Plain text on one line.

    >>> one_line("one\n  two")
    'one two'
    """
    return " ".join(plain(text).split())


def address(source: str | None) -> str | None:
    """A source as a URL (RFC 3986) if it is an address on the web, whose host is ASCII; other letters are escaped.

    >>> address("https://example.org/köln?q=1"), address("file:///etc/passwd"), address("wang-yi")
    ('https://example.org/k%C3%B6ln?q=1', None, None)
    """
    if source is None or ADDRESS.fullmatch(source) is None or HOST.match(source) is None:
        return None
    try:
        return urllib.parse.quote(source, safe=":/?#[]@!$&'()*+,;=%~")
    except UnicodeEncodeError:  # half a character
        return None


def encodable(text: str) -> str:
    r"""Text that UTF-8 can hold, halves of characters spelt out.

    >>> encodable("a\ud800")
    'a\\ud800'
    """
    return text.encode("utf-8", "backslashreplace").decode()


def folded(line: str) -> str:
    r"""A content line in pieces of at most 75 octets, no character and no escape cut in two.

    icalendar cuts escapes in two in some of its versions; then the bytes would hang on the version.

    >>> folded("SUMMARY:" + "x" * 66 + r"\, y").split("\r\n ")[1]
    '\\, y'
    """
    if len(line) * 4 <= OCTETS or len(line.encode()) <= OCTETS:
        return line
    pieces, start, width = [], 0, 0
    for unit in UNITS.finditer(line):
        size = len(unit[0].encode())
        if width + size > OCTETS:
            pieces.append(line[start : unit.start()])
            start, width = unit.start(), 1
        width += size
    return "\r\n ".join([*pieces, line[start:]])
