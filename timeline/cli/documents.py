"""The documents in files: texts, JSON lines with a text each, and timelines that were stored."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from timeline import Timeline, from_json, from_timeml
from timeline.cli.files import ANNOTATED, LINES, PAGES, STORED, File, data_of, text_of
from timeline.cli.messages import Messages
from timeline.errors import FormatError

_DAY = re.compile(r"(?<!\d)(\d{4})(-?)(\d\d)\2(\d\d)(?!\d)", re.ASCII)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


NO_TEXT = "a stored timeline and no text; timeline query and timeline merge read it"
ANNOTATED_TEXT = "a text that is annotated already; timeline query and timeline merge read it"
DAY_NAMES = ("date", "day", "published", "dct")  # what people call the anchor


@frozen(kw_only=True)
class Document:
    """A text to read, or a timeline that was stored.

    ``anchor`` (if ``anchored``) and ``source`` are what the document itself says; ``misnamed`` is the field that has its
    day under another name; ``line`` is its place in a file of JSON lines; ``size`` is its part of the input in bytes.
    """

    file: File
    line: int | None = None
    text: str = ""
    stored: Timeline | None = None
    anchor: str | None = None
    anchored: bool = False
    misnamed: str = ""
    source: str | None = None
    size: int = 0

    @property
    def shown(self) -> str:
        """How it is told in a message: by its file, quoted, and the line of it."""
        return self.file.shown if self.line is None else f"{self.file.shown}, line {self.line}"

    @property
    def title(self) -> str:
        """How it is called as a source where it has none: by its file and the line of it."""
        return self.file.title if self.line is None else f"{self.file.title}:{self.line}"

    @property
    def is_page(self) -> bool:
        """Whether the name of its file says that it is HTML."""
        return self.file.ends(PAGES)


@frozen(kw_only=True)
class Expected:
    """What files are taken for: ``lines`` reads all of them as JSON lines, ``stored`` knows stored timelines."""

    encoding: str = "utf-8-sig"
    lines: bool = False
    stored: bool = False


def documents(files: Iterable[File], expected: Expected, messages: Messages) -> Iterator[Document]:
    """The documents in files, one after the other; what cannot be read is told and left out."""
    for file in files:
        data = data_of(file, messages)
        if data is None:
            continue
        if expected.lines or file.ends(LINES):
            yield from _lines(file, data, expected, messages)
        elif file.ends(ANNOTATED):
            yield from _of_timeline(data, Document(file=file, size=len(data)), expected, messages, from_timeml)
        elif file.ends(STORED) or (expected.stored and data.lstrip()[:1] == b"{"):
            yield from _stored(file, data, expected, messages)
        else:
            text = text_of(file, data, expected.encoding, messages)
            if text is not None:
                yield from _plain(file, text, len(data), messages)


def _plain(file: File, text: str, size: int, messages: Messages) -> Iterator[Document]:
    if text.startswith('{"format": "timeline"'):
        messages.problem(f"{file.shown}: {NO_TEXT}")
        return
    yield Document(file=file, text=text, size=size)


def _stored(file: File, data: bytes, expected: Expected, messages: Messages) -> Iterator[Document]:
    """One object of JSON, which may be one or many lines long, else JSON lines, else a text that begins with a brace."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        first = data.lstrip().partition(b"\n")[0]
        if _is_object(first):
            yield from _lines(file, data, expected, messages)
        elif file.ends(STORED):
            messages.problem(f"cannot read {file.shown}: it is no JSON ({_problem(error)})")
        elif (text := text_of(file, data, expected.encoding, messages)) is not None:
            yield from _plain(file, text, len(data), messages)
        return
    blank = Document(file=file, size=len(data))
    yield from _of_json(whole, data, blank, expected, messages)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(file: File, data: bytes, expected: Expected, messages: Messages) -> Iterator[Document]:
    """The documents of JSON lines (in UTF-8), each told by its number if it cannot be read."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        blank = Document(file=file, line=number, size=len(line) + 1)
        try:
            found = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            messages.problem(f"{blank.shown}: no UTF-8 (byte {line[error.start]:#04x} at offset {error.start} of the line)")
            continue
        except (ValueError, RecursionError) as error:
            messages.problem(f"{blank.shown}: no JSON ({_problem(error)})")
            continue
        yield from _of_json(found, line, blank, expected, messages)


def _problem(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        line = f" of line {error.lineno}" if error.lineno > 1 else ""
        return f"{error.msg.removesuffix(' at')} at column {error.colno}{line}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _of_json(
    found: Any, data: bytes, blank: Document, expected: Expected, messages: Messages
) -> Iterator[Document]:
    """A document as an object of JSON says it: a stored timeline, or a text with what is known of it."""
    if not isinstance(found, dict):
        several = "; several stand one a line, in a .jsonl file" if isinstance(found, list) else ""
        messages.problem(f'{blank.shown}: expected an object such as {{"text": "...", "anchor": "2023-09-18"}}{several}')
    elif found.get("format") == "timeline":
        yield from _of_timeline(data, blank, expected, messages, lambda data: from_json(data.decode("utf-8-sig")))
    elif (wrong := _wrong(found)) is not None:
        messages.problem(f"{blank.shown}: {wrong}")
    else:
        source = _source(found)
        yield evolve(
            blank,
            text=found["text"],
            anchor=found.get("anchor"),
            anchored="anchor" in found,
            misnamed=next((name for name in DAY_NAMES if name in found), ""),
            source=None if source is None else str(source),
        )


def _source(found: dict[str, Any]) -> Any:
    return next((found[name] for name in ("id", "source") if found.get(name) is not None), None)


def _wrong(found: dict[str, Any]) -> str | None:
    """What is wrong with the fields of a document, None where nothing is."""
    text, anchor, source = found.get("text"), found.get("anchor"), _source(found)
    if not isinstance(text, str):
        names = ", ".join(json.dumps(name)[:40] for name in [*found][:5])
        told = "it is no string" if "text" in found else f"it has {names}" if found else "it is empty"
        return f'no stored timeline, and no "text": {told}'
    if anchor is not None and not isinstance(anchor, str):
        return f'"anchor" is {json.dumps(anchor)[:40]}, expected a string such as "2023-09-18", or null'
    if isinstance(source, bool) or not isinstance(source, (str, int, type(None))):
        return f'"id" is {json.dumps(source)[:40]}, expected a string or a number'
    return None


def _of_timeline(
    data: bytes, blank: Document, expected: Expected, messages: Messages, reader: Callable[[bytes], Timeline]
) -> Iterator[Document]:
    """A document of a stored timeline as a reader makes it, where one is looked for."""
    if not expected.stored:
        messages.problem(f"{blank.shown}: {ANNOTATED_TEXT if blank.file.ends(ANNOTATED) else NO_TEXT}")
        return
    try:
        yield evolve(blank, stored=reader(data))
    except FormatError as error:
        messages.problem(f"{blank.shown}: {error}")


def day_in_name(file: File) -> datetime.date | str:
    """The day that the name of a file holds, written 2023-09-18 or 20230918; what is wrong with it where there is not one.

    >>> day_in_name(File("news/2023-09-18-talks.txt")), day_in_name(File("talks.txt"))
    (datetime.date(2023, 9, 18), 'its name holds no date such as 2023-09-18')
    """
    said = {match[0]: match.group(1, 3, 4) for match in _DAY.finditer(Path(file.name).name)}
    days = {}
    for text, parts in said.items():
        try:
            days[text] = datetime.date(*map(int, parts))
        except ValueError:
            continue
    if len(set(days.values())) > 1:
        return f"its name holds several dates: {', '.join(days)}"
    if not days:
        return f"its name holds no date such as 2023-09-18{', only ' + ', '.join(said) if said else ''}"
    return next(iter(days.values()))


def day_of_change(file: File, zone: datetime.tzinfo | None) -> datetime.date | str:
    """The day on which a file was changed last, in UTC or in a zone; what is wrong where that is not known."""
    if file.standard:
        return "standard input has no day of change"
    try:
        seconds = Path(file.name).stat().st_mtime_ns // 1_000_000_000
        return (_EPOCH + datetime.timedelta(seconds=seconds)).astimezone(zone or datetime.timezone.utc).date()
    except (OSError, OverflowError) as error:
        return f"its day of change cannot be read ({error})"
