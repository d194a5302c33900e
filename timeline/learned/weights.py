"""Weights files: flat compressed data beside the code, read on first use; never pickles.

A file is one line that says what it is (``timeline KIND VERSION``), the CRC-32 of what follows as four bytes, and one zlib
stream.  The stream holds sections, each behind its length as four bytes (big-endian throughout).  What the sections mean is
for the module of that kind to say: `timeline.learned.tagging`, `timeline.learned.linear`.
"""

from __future__ import annotations

import pkgutil
import zlib
from collections.abc import Iterable

from timeline.errors import WeightsError


def heading(kind: str, version: int = 1) -> bytes:
    """The first line of a weights file.

    >>> heading("tagger")
    b'timeline tagger 1\\n'
    """
    return f"timeline {kind} {version}\n".encode()


def pack(sections: Iterable[bytes]) -> bytes:
    """Sections as one stream, each behind its length."""
    return b"".join(len(section).to_bytes(4, "big") + section for section in sections)


def write(kind: str, payload: bytes) -> bytes:
    """The content of a weights file that holds a stream of sections.

    >>> sections(write("tagger", pack([b"one", b""])), "tagger")
    [b'one', b'']
    """
    return heading(kind) + zlib.crc32(payload).to_bytes(4, "big") + zlib.compress(payload, 9)


def payload(content: bytes, kind: str) -> bytes:
    """The stream of sections that the bytes of a weights file hold.

    Raises `WeightsError` where they are of another kind or version, cut short or changed.
    """
    expected = heading(kind)
    head = len(expected)
    if content[:head] != expected:
        raise WeightsError(f"not a weights file of this version: it begins with {content[:head]!r}, expected {expected!r}")
    try:
        stream = zlib.decompress(content[head + 4 :])
    except zlib.error as error:
        raise WeightsError(f"the weights file is damaged: {error}; install the package again") from error
    if zlib.crc32(stream).to_bytes(4, "big") != content[head : head + 4]:
        raise WeightsError("the weights file is damaged: its checksum differs; install the package again")
    return stream


def sections(content: bytes, kind: str) -> list[bytes]:
    """The sections that the bytes of a weights file hold, in their order; raises `WeightsError` as `payload` does."""
    stream = payload(content, kind)
    found = []
    start = 0
    while start < len(stream):
        length = int.from_bytes(stream[start : start + 4], "big")
        found.append(stream[start + 4 : start + 4 + length])
        start += 4 + length
    return found


def shipped(name: str) -> bytes:
    """The content of a weights file of the package, by its name without ``.bin``.

    Raises `WeightsError` where there is none.
    """
    path = f"data/{name}.bin"
    try:
        content = pkgutil.get_data("timeline", path)
    except OSError:
        content = None
    if content is None:
        raise WeightsError(f"there is no weights file timeline/{path}; is the package installed whole?")
    return content
