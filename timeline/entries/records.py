"""What was found in a text: times, events, and the links between them."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from attrs import field, frozen

from timeline.calendar.durations import Duration
from timeline.calendar.values import Recurrence, When
from timeline.grammar.meanings import Meaning


class Relation(enum.Enum):
    """What a link says of the event: where it stands to the time.

    >>> import timeline
    >>> link = timeline.extract("They have talked since Friday.", anchor="2023-09-18").links[0]
    >>> link.relation, link.relation.value
    (<Relation.SINCE: 'since'>, 'since')
    """

    WITHIN = "within"  # it falls inside the time
    EXTENT = "extent"  # it fills the time
    SINCE = "since"  # it starts in the time
    FROM = "from"  # it starts in the time, whether or not it goes on at the anchor
    UNTIL = "until"  # it ends in the time
    BEFORE = "before"  # it ends by the start of the time
    AFTER = "after"  # it starts from the end of the time
    BY = "by"  # it falls between the anchor and the end of the time
    LASTS = "lasts"  # the time is its length
    APART = "apart"  # the time is how far it lies from another one: "two days before the vote"
    REPEATS = "repeats"  # it takes place again and again


class Sequel(enum.Enum):
    """How one event follows on another, as a connective between them tells: "after the vote", "while they talked"."""

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    WHILE = "at the time of"
    SAME = "at the same time as"


@frozen(kw_only=True)
class Signal:
    """The word that shows a relation ("since", "from .. to"), with its span.

    >>> import timeline
    >>> timeline.times("They talked from Monday to Friday.", anchor="2023-09-18")[0].signal
    Signal(start=12, end=16, text='from')
    """

    start: int
    end: int
    text: str


@frozen(kw_only=True)
class Time:
    """A mention of a time: its span, what it means, and the value it has at the anchor.

    ``type`` and ``value`` are those of TIMEX3 (a range has ``parts``, and an EDTF interval as its value).  ``when`` is the
    calendar interval of the words themselves, None for durations, sets, references and what stayed unresolved.
    ``reason`` says how the value came about or what it lacks; ``assumed`` names the fields that the text does not
    state, ``alternatives`` the values not taken.  A ``latent`` time is one of those that mostly are none ("may", "sun"), found
    because it was asked for; it dates nothing.

    >>> import timeline
    >>> time = timeline.times("They met on Friday.", anchor="2023-09-18")[0]
    >>> time.text, time.value, time.assumed, time.alternatives
    ('Friday', '2023-09-15', ('week',), ('2023-09-22',))
    >>> print(time.when, "|", time.reason)
    2023-09-15 | the latest up to the anchor 2023-09-18: past, shown by "met"
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    when: When | None = None
    duration: Duration | None = None
    recurrence: Recurrence | None = None
    resolved: bool = True
    reason: str
    assumed: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    meaning: Meaning | None = field(default=None, repr=False)
    parts: tuple[Time, ...] = ()
    signal: Signal | None = None
    latent: bool = False

    @property
    def is_reference(self) -> bool:
        """Whether the time is a mere reference to the past, present or future."""
        return self.value.endswith("_REF")


@frozen(kw_only=True)
class Event:
    """A mention of an event: its head word, TimeML attributes, and the words around it that tell them.

    ``class_`` is the TimeML class, ``tense`` .. ``modality`` its attributes (tense PAST, PRESENT, FUTURE, NONE, INFINITIVE,
    PRESPART, PASTPART; aspect NONE, PERFECTIVE, PROGRESSIVE, PERFECTIVE_PROGRESSIVE; polarity POS, NEG).  ``group_start`` and
    ``group_end`` span the verb group ("is set to engage") that shows the tense, the head itself for a noun;
    ``governor`` tells of a noun the span of the verb that carries it ("engage in consultations"); ``direction`` is "past",
    "future" or None, ``shown_by`` the words that tell it; ``auxiliary`` marks a form of be, have or do that has no verb
    after it, ``punctual`` what takes at most a day ("resigned"), ``looks_ahead`` a past that speaks of dates to come
    ("declared a dividend payable ..").

    >>> import timeline
    >>> event = timeline.extract("The ministers have not met since Friday.", anchor="2023-09-18")[0].event
    >>> event.text, event.lemma, event.tense, event.aspect, event.polarity
    ('met', 'meet', 'PRESENT', 'PERFECTIVE', 'NEG')
    """

    start: int
    end: int
    text: str
    lemma: str
    class_: str = "OCCURRENCE"
    pos: str = "NOUN"
    tense: str = "NONE"
    aspect: str = "NONE"
    polarity: str = "POS"
    modality: str | None = None
    group_start: int
    group_end: int
    governor: tuple[int, int] | None = None
    direction: str | None = None
    shown_by: str = ""
    auxiliary: bool = False
    punctual: bool = False
    looks_ahead: bool = False

    @property
    def perfect(self) -> bool:
        """Whether the event is told in a perfect ("has not been seen")."""
        return self.aspect.startswith("PERFECTIVE")


@frozen(kw_only=True)
class Link:
    """A time and the event that it dates: the relation, the signal that shows it, who proposed it.

    ``evidence`` names the words of the text that decided between this event and another, where no rule did.

    >>> import timeline
    >>> link = timeline.extract("They met on Friday.", anchor="2023-09-18").links[0]
    >>> link.time.text, link.event.text, link.relation.value, link.signal.text
    ('Friday', 'met', 'within', 'on')
    """

    time: Time
    event: Event
    relation: Relation
    signal: Signal | None = None
    by: str
    evidence: Sequence[str] = ()
