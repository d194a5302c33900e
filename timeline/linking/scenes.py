"""What attaching looks at and what it finds: a sentence with its events, and a time with the event that it dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from timeline.entries.records import Event, Relation
from timeline.languages.pack import Signals
from timeline.learned.ranking import Ranker
from timeline.linking.mentions import Mention, ReadSentence
from timeline.texts.syntax import ClauseSpan

FINITE = frozenset(("PAST", "PRESENT", "FUTURE"))  # tenses


@frozen(kw_only=True)
class Placed:
    """An event with its token number in the sentence."""

    place: int
    event: Event


@frozen(kw_only=True)
class Scene:
    """What a sieve looks at: a sentence, the events in it by token number, the signal words and ranker of the language."""

    read: ReadSentence
    events: tuple[Placed, ...]
    signals: Signals
    ranker: Callable[[], Ranker]
    clauses: Callable[[], tuple[ClauseSpan, ...]]
    copulas: tuple[Placed, ...] = ()  # forms of be, have and do that have no verb after them


@frozen(kw_only=True)
class Share:
    """An event that a time dates beside its first one, how, and why."""

    event: Event
    relation: Relation
    by: str


@frozen(kw_only=True)
class Attachment:
    """A mention, the event that it dates (None for none), the relation, its signal (token numbers) and who proposed it.

    ``also`` are the other events that the time dates: "met and signed on Friday".
    """

    mention: Mention
    event: Event | None
    relation: Relation
    signal: tuple[int, int] | None = None
    by: str = ""
    also: tuple[Share, ...] = ()
    phrase: range | None = None  # the words of what it dates, where no event tells it: "our letter | of 5 May"
    evidence: Sequence[str] = ()  # what decided, in words that name the words of the text
    compared: bool = False  # a time that something is compared with dates nothing
