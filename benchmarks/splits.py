"""Which documents of a corpus are for tuning and which stay unseen until a figure is reported."""

from __future__ import annotations

import hashlib

# AQUAINT holds two texts twice, under two names each: the twins share the fate of the first.
TWINS = {"APW20000115.0209": "APW20000107.0088", "XIE19990313.0229": "XIE19990313.0031"}


def is_unseen(ident: str) -> bool:
    """Whether a document belongs to the unseen quarter: the SHA-256 of its id, as a number, divides by four.

    >>> is_unseen("XIE19990313.0229") == is_unseen("XIE19990313.0031")
    True
    """
    return int(hashlib.sha256(TWINS.get(ident, ident).encode()).hexdigest(), 16) % 4 == 0
