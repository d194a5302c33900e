"""The temporal focus: which time was narrated last, as far as anybody asks.

Whether a time moves the focus depends on its event, which costs more to find than the time itself.  So the moves are
kept, and made in their order when the focus is next asked for; in most texts that is seldom.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period
from timeline.calendar.values import Moment
from timeline.dating.passages import Passage
from timeline.dating.reading import FUTURE, PAST, Context, Focus, Reading
from timeline.entries.records import Event, Relation, Time
from timeline.grammar.meanings import Base, Meaning, Offset, Shift
from timeline.linking.relations import relation_of

STORY_DAYS = 240  # a day with its year stated that lies further back begins a story of its own
ASIDE_YEARS = 10  # a bare year further from the last day or month of a story is an aside
DETERMINERS = ("DT", "PRP$", "POS")  # tags of the words that open a noun phrase
HEAD_WORDS = 4  # "By the end of 1916" still opens a sentence

Move = Callable[[Focus], Focus]


class Narration:
    """The focus on the way through one text.

    ``stories`` and ``quarters`` tell whether any time so far can have begun a story or named a quarter, whatever its event:
    most texts have neither, and then nobody needs to look.
    """

    def __init__(self) -> None:
        self.stories = self.quarters = False
        self._focus = Focus()
        self._waiting: list[Move] = []

    def later(self, reading: Reading, anchor: Moment | None, move: Move) -> None:
        """Have the focus moved by a time, before it is next looked at."""
        if reading.period is not None:
            self.quarters = self.quarters or reading.period.grain == Grain.QUARTER
            self.stories = self.stories or _is_story(reading, anchor)
            self._waiting.append(move)

    def focus(self) -> Focus:
        """The focus after all moves so far."""
        for move in self._waiting:
            self._focus = move(self._focus)
        self._waiting = []
        return self._focus


def entered(focus: Focus, block: int) -> Focus:
    """The focus in a paragraph: a story of another year ends with its own."""
    if focus.block == block:
        return focus
    return evolve(focus, story=False, block=block, opened=True)


def moved(
    focus: Focus, meaning: Meaning, reading: Reading, time: Time, passage: Passage, number: int, context: Context
) -> Focus:
    """The focus after the time of a passage that has a number: a dated one moves it, one under a reporting verb does not."""
    period = reading.period
    if period is None or (isinstance(meaning, Offset) and period.grain == Grain.QUARTER):
        return focus  # no date, or what a quarter is compared with
    if _goes_on(passage, number):
        return focus
    if focus.period is not None:
        stamp = focus.stamped and focus.clock is None  # of a line that reports, too, all that it tells lies near its stamp
        may_be_beside = not stamp and (passage.may_report or focus.clock is not None)
        if may_be_beside and _is_beside(passage.attachment(number).event, focus):
            return focus
        if context.conventions.domain == "narrative":
            scene = _sets_scene(period, focus, passage, number)
            if _is_aside(meaning, period, focus.period) or (not scene and _passes_by(period, focus.period, passage, number)):
                return evolve(focus, year=period if period.grain == Grain.YEAR else focus.year, opened=False)
    said = " ".join(time.text.split())
    clock = reading.start if period.grain < Grain.PART else None
    day = period if period.grain == Grain.DAY else Period.of_day(period.first_day) if period.grain < Grain.DAY else focus.day
    return Focus(
        day=day,
        period=Period.of_day(period.first_day) if clock is not None else period,
        text=f'{time.value} ("{said}")',
        clock=clock,
        quarter=_reported(period, focus.quarter, passage, number, context),
        story=_is_story(reading, context.anchor, goes_on=focus.story),
        block=focus.block,
        past=focus.past if context.anchor is not None and period.first_day > context.anchor.day else period,
        stamped=focus.stamped and clock is not None and focus.clock is None,
        halves=focus.halves and focus.clock is None,
    )


def _goes_on(passage: Passage, number: int) -> bool:
    """Whether a time is the start of what goes on today, which is told of today: "prices have risen since 2019"."""
    relation, _ = relation_of(passage.read, passage.read.mentions[number], passage.pack.signals)
    if relation is not Relation.SINCE:
        return False
    attachment = passage.attachment(number)
    return attachment.compared or (attachment.event is not None and attachment.event.tense == "PRESENT")


def _is_beside(event: Event | None, focus: Focus) -> bool:
    """Whether an event is a report, which is no part of what it tells, or a past perfect that tells of what lies behind a
    run of clock times: "the release, which had been deployed on"."""
    if event is None:
        return False
    return event.class_ == "REPORTING" or (focus.clock is not None and event.perfect and event.tense == "PAST")


def _reported(
    period: Period, known: Period | None, passage: Passage, number: int, context: Context
) -> Period | None:
    """The quarter that a report is about: the latest of those told that were over by the anchor, or told in the past."""
    if period.grain != Grain.QUARTER:
        return known
    anchor = context.anchor
    running = anchor is not None and context.conventions.span(period)[1] > anchor.wall
    if running and passage.direction(number)[0] != PAST:
        return known
    return period if known is None or period > known else known


def _is_aside(meaning: Meaning, period: Period, focus: Period) -> bool:
    """Whether a time in a story leaves its focus where it was: "today", "in documents released in 2005"."""
    today = isinstance(meaning, Shift) and meaning.grain == Grain.DAY and meaning.base is Base.ANCHOR
    far = abs(period.year - focus.year) > ASIDE_YEARS
    return today or (focus.grain <= Grain.MONTH and period.grain >= Grain.YEAR and far)


def _passes_by(period: Period, focus: Period, passage: Passage, number: int) -> bool:
    """Whether a story only mentions a time: what is to come, and a year that stands nowhere near the head of its sentence."""
    if passage.direction(number)[0] == FUTURE or _names(period, focus, passage, number):
        return True  # what somebody expected, or what an event of before is called by
    if _opens(passage, number):
        return False
    return period.grain >= Grain.YEAR and (focus.grain <= Grain.MONTH or period.year < focus.year - ASIDE_YEARS)


def _sets_scene(period: Period, focus: Focus, passage: Passage, number: int) -> bool:
    """Whether a year is what a paragraph of a story begins with, wherever it stands in its sentence: "The fleets met again
    in 1712 off the cape. In early May ..", but not "the fort, built in 1712, fell"."""
    if not focus.opened or period.grain != Grain.YEAR or passage.direction(number)[0] == FUTURE:
        return False
    event = passage.attachment(number).event
    return event is not None and event.tense in ("PAST", "NONE") and not event.perfect


def _opens(passage: Passage, number: int) -> bool:
    """Whether a time stands at the head of its sentence, behind other times at most."""
    mention = passage.read.mentions[number]
    earlier = sum(m.last - m.first + 1 for m in passage.read.mentions[:number] if m.last < mention.first)
    return mention.first - earlier <= HEAD_WORDS


def _names(period: Period, focus: Period, passage: Passage, number: int) -> bool:
    """Whether a date of before the focus stands before its noun, as a name of it: "the leader of the August 1792 uprising"."""
    mention = passage.read.mentions[number]
    if period.grain >= Grain.YEAR or period.first_day >= focus.first_day or mention.first == 0:
        return False
    tags = passage.analysed.syntax.tags
    behind = tags[mention.last + 1 : mention.last + 2]
    return tags[mention.first - 1] in DETERMINERS and bool(behind) and behind[0] in ("NN", "NNS")


def _is_story(reading: Reading, anchor: Moment | None, *, goes_on: bool = False) -> bool:
    """Whether the text tells of days long past: a year was stated, and what goes on from there leaves it open."""
    if anchor is None or reading.end is None or reading.period is None or reading.period.grain > Grain.MONTH:
        return False
    long_ago = anchor.wall - reading.end > STORY_DAYS * DAY_SECONDS
    return long_ago and (not reading.assumed or goes_on)
