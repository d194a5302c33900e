"""What a row is called and how far it is asserted; the words that tell it are the language pack's."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Telling:
    """How a sentence tells an event: a label for people, who says it, and how far it is asserted (`entry.FACTUALITIES`)."""

    label: str
    attribution: str | None = None
    factuality: str = "asserted"
    participants: tuple[str, ...] = ()
