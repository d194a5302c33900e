"""Letters: texts in which others speak, in quoted lines ("> ") and forwarded blocks, each on a day of its own.

"Tomorrow" in a quoted letter is the day after that letter was written, which the line above it or its header tells.  Minutes
are published later than the meeting that they record, and speak of "tomorrow" as the meeting did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from attrs import frozen

DEEPEST = 9  # quotes in quotes that are told apart


@frozen
class MailWords:
    """The words of a language around quoted letters: a pattern of the line before one, and the fields of a header.

    Without one of the ``hints`` no text quotes any letter.
    """

    hints: tuple[str, ...]
    attribution: str
    senders: frozenset[str]
    dated: frozenset[str]
    others: frozenset[str]
    minutes: str = r"(?!)"  # what a line begins with that says that the text is the minutes of a meeting


@frozen
class Voice:
    """A stretch in which somebody else speaks, and where its date is told; -1 where nothing tells it.

    An empty stretch at 0 is that of the text's own header.  Of ``minutes`` the stretch is all that follows their heading.
    """

    start: int
    end: int
    header_start: int = -1
    header_end: int = -1
    minutes: bool = False

    @property
    def owns_text(self) -> bool:
        """Whether the header is that of the text itself."""
        return self.start == self.end == 0


_MARKS = re.compile(r"^[^\S\n]*>[> \t]*", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_FIELD = re.compile(r"[^\S\n]*\**([A-Za-z-]{2,12})\**:")


def unquoted(view: str) -> str:
    """The same text with blanks for the marks of quoted lines, so that every offset stays.

    >>> unquoted("> See you\\n>> on Friday")
    '  See you\\n   on Friday'
    """
    return _MARKS.sub(lambda marks: " " * len(marks[0]), view) if ">" in view else view


def voices(view: str, words: MailWords) -> tuple[Voice, ...]:
    """The stretches of a text in which others speak, outer ones first.

    >>> mail = MailWords((">",), r"On\\b[^\\n]{4,160}\\bwrote:", frozenset({"from"}), frozenset({"sent"}), frozenset({"to"}))
    >>> voices("Fine.\\nOn 3 May 2022 Ann wrote:\\n> We met yesterday.", mail)
    (Voice(start=31, end=50, header_start=6, header_end=30, minutes=False),)
    """
    recorded = _minutes(view, words)
    if not any(hint in view for hint in words.hints):
        return recorded
    plain = unquoted(view)
    lines = [(m.start(), m.end(), _depth(view, m)) for m in _LINE.finditer(view) if not plain[m.start() : m.end()].isspace()]
    headers = {m.end(): m.span() for m in re.finditer(rf"^[^\S\n]*(?:{words.attribution})[^\S\n]*$", plain, re.MULTILINE)}
    found = [*_quoted(lines, headers), *_forwarded(plain, lines, words), *_below(lines, headers, len(view))]
    return (*recorded, *sorted(set(found), key=lambda voice: (voice.start, -voice.end)))


HEADING = 400  # characters at the head of a text in which minutes say what they are
HEADING_LINES = 3  # lines in which they then tell their day


def _minutes(view: str, words: MailWords) -> tuple[Voice, ...]:
    """The meeting whose minutes the text says it is: it speaks from there on."""
    named = re.compile(rf"^[^\S\n]*(?:{words.minutes})\b", re.IGNORECASE | re.MULTILINE).search(view, 0, HEADING)
    if named is None:
        return ()
    lines = [line.end() for line in _LINE.finditer(view, named.start(), named.start() + HEADING)]
    return (Voice(named.start(), len(view), named.start(), lines[:HEADING_LINES][-1], True),)


def _depth(view: str, line: re.Match[str]) -> int:
    marks = _MARKS.match(view, line.start(), line.end())
    return 0 if marks is None else min(marks[0].count(">"), DEEPEST)


Lines = Sequence[tuple[int, int, int]]


def _quoted(lines: Lines, headers: dict[int, tuple[int, int]]) -> Iterator[Voice]:
    """The runs of quoted lines, of every depth, with the line before each that tells who wrote it and when."""
    for depth in range(1, max((line[2] for line in lines), default=0) + 1):
        for deep, run in groupby(range(len(lines)), key=lambda number: lines[number][2] >= depth):
            numbers = list(run)
            if deep:
                yield from _told_by(lines, numbers, headers)


def _told_by(lines: Lines, numbers: Sequence[int], headers: dict[int, tuple[int, int]]) -> Iterator[Voice]:
    """A quoted run, with the line that tells who wrote it: the one before, else its own first one."""
    before = lines[numbers[0] - 1][1] if numbers[0] else -1
    own = headers.get(lines[numbers[0]][1])
    if before not in headers and own is not None and len(numbers) > 1:
        yield Voice(lines[numbers[1]][0], lines[numbers[-1]][1], *own)
    else:
        yield Voice(lines[numbers[0]][0], lines[numbers[-1]][1], *headers.get(before, (-1, -1)))


def _below(lines: Lines, headers: dict[int, tuple[int, int]], end: int) -> Iterator[Voice]:
    """What follows a line that tells who wrote it, without any marks: the rest of the text."""
    for (_, last, depth), following in zip(lines, lines[1:], strict=False):
        if last in headers and following[2] <= depth == 0:
            yield Voice(following[0], end, *headers[last])


def _forwarded(plain: str, lines: Lines, words: MailWords) -> Iterator[Voice]:
    """The letters below a header of their own, each up to the next; the header of the text itself has none below."""
    known = words.senders | words.dated | words.others
    names = [_field(plain, start, end) for start, end, _ in lines]
    blocks = []
    for is_field, run in groupby(range(len(lines)), key=lambda number: names[number] in known):
        numbers = list(run)
        told = {names[number] for number in numbers}
        if is_field and told & words.senders and told & words.dated:
            blocks.append(numbers)
    for block, following in zip_longest(blocks, blocks[1:]):
        dated = next(number for number in block if names[number] in words.dated)
        header = lines[dated][:2]
        if block[0] == 0:
            yield Voice(0, 0, *header)
            continue
        end = lines[following[0]][0] if following else len(plain)
        depth = lines[block[0]][2]
        inner = [line for line in lines[block[0] :] if line[0] < end]
        shallow = next((line[0] for line in inner if line[2] < depth), end)
        yield Voice(lines[block[0]][0], shallow, *header)


def _field(plain: str, start: int, end: int) -> str:
    match = _FIELD.match(plain, start, end)
    return match[1].lower() if match else ""
