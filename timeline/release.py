"""Which release this is: the version of the library, and which weights it ships."""

from __future__ import annotations

import importlib.metadata
import zlib
from functools import lru_cache
from importlib.resources import files

DISTRIBUTION = "article-timeline"


@lru_cache(maxsize=1)
def version() -> str | None:
    """The version of the installed distribution, None where the package is used without being installed.

    >>> bool(version())
    True
    """
    try:
        return importlib.metadata.version(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError:
        return None


@lru_cache(maxsize=1)
def weights() -> str:
    """Which trained weights are shipped: eight hexadecimal digits that change when any of their files does.

    >>> len(weights())
    8
    """
    shipped = files("timeline").joinpath("data").iterdir()
    checksum = 0
    for path in sorted((path for path in shipped if path.name.endswith(".bin")), key=lambda path: path.name):
        checksum = zlib.crc32(path.read_bytes(), checksum)
    return f"{checksum:08x}"
