"""What a row is called and how far it is asserted; the words that tell it are the language pack's."""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

from timeline.entries.records import Event
from timeline.texts.syntax import ClauseSpan


@frozen(kw_only=True)
class Telling:
    """How a sentence tells an event: a label for people, who says it, and how far it is asserted (`entry.FACTUALITIES`).

    ``cancelled`` is what is told to have been called off itself; ``calls_off`` a present perfect that calls off something
    ("has cancelled all sailings on Friday"): where its time lies ahead, what the row is about is cancelled then.
    """

    label: str
    attribution: str | None = None
    factuality: str = "asserted"
    participants: tuple[str, ...] = ()
    cancelled: bool = False
    calls_off: bool = False


class Teller(Protocol):
    """One sentence, ready to tell its events; a language pack makes it once for each sentence."""

    def clauses(self) -> tuple[ClauseSpan, ...]:
        """Where the clauses of the sentence stand, in the order of their verbs."""

    def tell(
        self, event: Event, place: int, times: frozenset[int], own: frozenset[int] | None = None
    ) -> Telling:
        """How the sentence tells an event, by the token number of its head; the label leaves out the tokens of its times, and
        what another time than those at ``own`` dates."""

    def line(self, start: int, end: int, times: frozenset[int], own: frozenset[int] = frozenset()) -> str:
        """The words from one token up to another, without some times, as a label; of a coordination what ``own`` dates."""

    def stance(self) -> str:
        """How far the sentence asserts what it says, where no event of it is told (`entry.FACTUALITIES`)."""
