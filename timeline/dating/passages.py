"""A sentence on its way to be dated: its times are read at once, the rest is found when somebody asks.

Telling how a sentence is built costs more than finding its times, and most times ("yesterday", "in 1999", "for three weeks")
mean the same whatever the sentence says of them.  So a `Passage` is analysed, and its events are found and
attached, when that is first asked for, and then once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from attrs import evolve

from timeline.calendar.almanac import Grain
from timeline.calendar.durations import Duration
from timeline.dating.direction import Direction, direction_of, may_look_ahead, set_anew
from timeline.dating.reading import PAST, Telling
from timeline.entries.labels import Teller
from timeline.entries.records import Event
from timeline.grammar.meanings import Length, Range, Shift, Unit
from timeline.languages.pack import Pack
from timeline.linking.attach import attach
from timeline.linking.mentions import ReadSentence
from timeline.linking.relations import leads_line
from timeline.linking.scenes import Attachment, Placed, Scene
from timeline.texts.document import Document, Token
from timeline.texts.syntax import ClauseSpan

REPORTED = tuple(Duration.of(months, Grain.MONTH) for months in (6, 9, 12))


class Passage:
    """A sentence with its times, and on demand how it is built, its events, and which time dates which event."""

    def __init__(
        self, document: Document, read: ReadSentence, pack: Pack, events: Sequence[Event] | None = None
    ) -> None:
        self.document = document
        self.read = read
        self.pack = pack
        self._given = events
        self._attached: dict[int, Attachment] = {}
        self._told: dict[int, Telling] = {}
        self._shown: dict[int, Direction | None] = {}

    @cached_property
    def analysed(self) -> ReadSentence:
        """The sentence with how it is built, which a sentence out of a draft knows already, and which nobody asks of one
        that has neither times nor events."""
        if self.read.syntax.tokens or (self._given == () and not self.read.mentions):
            return self.read
        return evolve(self.read, syntax=self.pack.analyse(self.read.tokens, self.read.time_places))

    @cached_property
    def teller(self) -> Teller:
        """What tells the events of the sentence."""
        return self.pack.teller(self.analysed.syntax)

    @cached_property
    def clauses(self) -> tuple[ClauseSpan, ...]:
        """Where the clauses of the sentence stand."""
        return self.teller.clauses()

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events of the sentence, in order: those given by the caller, else those that the language finds."""
        if self._given is not None:
            return tuple(self._given)
        return self.pack.find_events(self.document, self.read.sentence, self.analysed.syntax)

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The events with the number of the token each begins in."""
        return place_events(self.document, self.read, self.events)

    @cached_property
    def _scene(self) -> Scene:
        usable = tuple(p for p in self.placed if not p.event.auxiliary)
        copulas = tuple(p for p in self.placed if p.event.auxiliary)
        return Scene(
            read=self.analysed,
            events=usable,
            signals=self.pack.signals,
            ranker=self.pack.ranker,
            clauses=lambda: self.clauses,
            copulas=copulas,
        )

    @property
    def attachments(self) -> list[Attachment]:
        """What each time of the sentence dates, in order."""
        return [self.attachment(number) for number in range(len(self.read.mentions))]

    def attachment(self, number: int) -> Attachment:
        """What the time with a number dates; each is attached by itself, and once."""
        found = self._attached.get(number)
        if found is None:
            found = self._attached[number] = attach(self._scene, self.read.mentions[number])
        return found

    def direction(self, number: int) -> Direction:
        """Past, future or not told, and the words that tell: at a glance where the words of the sentence leave no doubt, else
        by the event of the time with a number."""
        past = self._past(number)
        if past is not None:
            return past
        telling = self.telling(number)
        return telling.direction, telling.shown_by

    def _past(self, number: int) -> Direction | None:
        if number not in self._shown:
            mention = self.read.mentions[number]
            shown = self.pack.glance(self.read.tokens, self.read.words, mention.first)
            self._shown[number] = None if shown is None or leads_line(self.read, mention) else (PAST, f'"{shown}"')
        return self._shown[number]

    def telling(self, number: int) -> Telling:
        """What the sentence tells of the time with a number."""
        found = self._told.get(number)
        if found is None:
            found = self._told[number] = self._telling(number)
        return found

    def months_reported(self, number: int) -> bool:
        """Whether the time with a number is compared with several quarters: "in the first nine months, up from 3 million a
        year earlier"."""
        for mention in reversed(self.read.mentions[:number]):
            match mention.meaning:
                case Length(duration=duration):
                    return duration in REPORTED
                case Unit() | Shift(grain=Grain.QUARTER) | Range():
                    return False
        return False

    @property
    def may_report(self) -> bool:
        """Whether one of the events can be a report, as far as the words tell."""
        return self._given is not None or not self.pack.signals.reporting.isdisjoint(self.read.words)

    @property
    def may_end(self) -> bool:
        """Whether something can end in the sentence, as far as the words tell."""
        return self._given is not None or not self.pack.signals.ended.isdisjoint(self.read.words)

    @cached_property
    def _verbal(self) -> bool:
        tenses = ("PAST", "PRESENT", "FUTURE", "NONE")
        return any(p.event.pos == "VERB" and p.event.tense in tenses for p in self.placed)

    def _telling(self, number: int) -> Telling:
        attachment = self.attachment(number)
        past = self._past(number)
        direction, shown = past or direction_of(attachment, self.analysed, self.placed, self.pack.signals)
        return Telling(
            direction=direction,
            shown_by=shown if past or not shown else f'"{shown}"',
            looks_ahead=may_look_ahead(attachment, self.read, self.placed, self.pack.signals),
            report=self._verbal and not leads_line(self.read, attachment.mention),
            covers=attachment.mention.first > 0
            and self.read.words[attachment.mention.first - 1] in self.pack.signals.covering,
            anew=set_anew(attachment, self.read, self.pack.signals),
        )


def place_events(document: Document, read: ReadSentence, events: Sequence[Event]) -> tuple[Placed, ...]:
    """The events of a sentence with the number of the token each begins in."""

    def start(token: Token) -> int:
        return document.span(token.start, token.end)[0]

    placed = [Placed(place=max(0, bisect_right(read.tokens, event.start, key=start) - 1), event=event) for event in events]
    return tuple(sorted(placed, key=lambda p: p.place))
