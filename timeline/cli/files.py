"""Which files are read: those that are named, those in folders, and standard input; and how bytes become text.

Names are always told quoted, with what is not printable escaped, so that no file name can write on a terminal.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from timeline.cli.messages import Messages, is_terminal, meant, why

STANDARD = "-"
PAGES = (".htm", ".html")
TEXTS = (".txt", ".text", ".md", *PAGES)
LINES = (".jsonl", ".ndjson")
ANNOTATED = (".tml",)
STORED = (".json", *ANNOTATED)
WRITTEN_ONLY = (".ics", ".svg", ".parquet")  # what is made of a timeline, and cannot be read as one or as a text
BINARY = {
    b"%PDF-": "a PDF document: convert it to text first, for example by pdftotext",
    b"PK\x03\x04": "a zip archive, as office documents are: save it as text first",
    b"\xd0\xcf\x11\xe0": "an office document: save it as text first",
    b"\x1f\x8b": "compressed by gzip: unpack it first",
    b"{\\rtf": "a document in Rich Text Format: save it as text first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@frozen
class File:
    """A file to read by the name it was given, or standard input."""

    name: str

    @property
    def standard(self) -> bool:
        """Whether it is standard input."""
        return self.name == STANDARD

    @property
    def shown(self) -> str:
        """How it is told in a message."""
        return "standard input" if self.standard else repr(self.name)

    @property
    def title(self) -> str:
        """Its name as the source of a timeline: as given, with what is not printable escaped."""
        return "standard input" if self.standard else self.name if self.name.isprintable() else repr(self.name)[1:-1]

    def ends(self, suffixes: Iterable[str]) -> bool:
        """Whether its name has one of some endings, in any case."""
        return not self.standard and Path(self.name).suffix.lower() in suffixes

    @property
    def size(self) -> int:
        """Its size in bytes, 0 where it is not known."""
        try:
            return 0 if self.standard else Path(self.name).stat().st_size
        except (OSError, ValueError):
            return 0


def expanded(names: Iterable[str], suffixes: tuple[str, ...], messages: Messages) -> list[File]:
    """The files that are named, and in place of a folder those in it and below, by name, that have one of the suffixes.

    Names in a folder that begin with a full stop are passed over.
    """
    found = []
    for name in names:
        if name == STANDARD or not _is_folder(name):
            found.append(File(name))
            continue
        inside = [File(str(path)) for path in _below(Path(name)) if path.suffix.lower() in suffixes]
        if not inside:
            messages.problem(f"nothing to read in the folder {name!r}: no name in it ends in {', '.join(suffixes)}")
        found += inside
    return found


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):  # a name that holds a null byte; reading it will say so
        return False


def _below(folder: Path) -> Iterator[Path]:
    """The files in a folder and below, folder by folder, each in the order of names; links to folders are not followed."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _below(path)
        else:
            yield path


def data_of(file: File, messages: Messages) -> bytes | None:
    """The bytes of a file, None where it cannot be read, which is told."""
    try:
        if not file.standard:
            return Path(file.name).read_bytes()
        if sys.stdin is None:
            messages.problem("cannot read standard input: it is closed")
            return None
        if is_terminal(sys.stdin):
            messages.note("reading standard input; Ctrl-D ends it")
        return sys.stdin.buffer.read()
    except (OSError, ValueError) as error:  # a name that holds a null byte is a ValueError
        messages.problem(f"cannot read {file.shown}: {why(error)}{_alike(file, error)}")
        return None


def _alike(file: File, error: Exception) -> str:
    """A question after a file of a name like that of one that is not there."""
    if not isinstance(error, FileNotFoundError):
        return ""
    if "://" in file.name:
        return "; nothing is ever fetched, a page may come on standard input, with --markup html"
    if " " in file.name.strip():
        return "; a text by itself comes on standard input"
    path = Path(file.name)
    try:
        others = [other for other in path.parent.iterdir() if not other.name.startswith(".")]
    except OSError:
        return ""
    close = difflib.get_close_matches(path.stem, {other.stem for other in others}, n=2)
    alike = [other for other in others if other.stem in close]
    alike.sort(key=lambda other: (close.index(other.stem), other.suffix != path.suffix, other.name))
    return meant(map(str, alike[:2]))


def text_of(file: File, data: bytes, encoding: str, messages: Messages) -> str | None:
    """The bytes of a file as text, None where they are none, which is told.  Line ends stay as they are, for the offsets."""
    if file.ends(WRITTEN_ONLY):
        messages.problem(f"cannot read {file.shown}: it is no text, and no timeline; store one as .json to read it again")
        return None
    for mark, told in BINARY.items():
        if data.startswith(mark):
            messages.problem(f"cannot read {file.shown}: it is {told}")
            return None
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        place = f" (byte {data[error.start]:#04x} at offset {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        other = MARKS.get(data[:2], "")
        advice = f"--encoding {other} reads it" if other else "--encoding names another encoding, such as cp1252"
        messages.problem(f"cannot read {file.shown}: it is no {encoding.removesuffix('-sig')}{place}; {advice}")
        return None
    if "\0" in text:
        place = f"offset {text.index(chr(0))}"
        advice = "it is binary, or in another --encoding, such as utf-16-le"
        messages.problem(f"cannot read {file.shown}: a null byte at {place}: {advice}")
        return None
    if not text.strip():
        messages.note(f"{file.shown} is empty")
    return text
