"""Who speaks where in a text, with the anchor and the focus of each: the text itself, and the letters quoted in it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from timeline.calendar.almanac import Grain
from timeline.calendar.values import Moment
from timeline.dating.focus import Narration
from timeline.dating.reading import Context
from timeline.entries.records import Time
from timeline.texts.document import Sentence
from timeline.texts.letters import Voice

LATEST_MINUTES = 366  # days after a meeting in which its minutes are published


class Speaker:
    """One who speaks: what the times are resolved against, and how far the narration has come."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.narration = Narration()


class Speakers:
    """The speakers of a text on the way through it; a quoted letter has an anchor once its header was dated."""

    def __init__(self, voices: Sequence[Voice], context: Context) -> None:
        self._voices = voices
        self.own = Speaker(context)
        nobody = evolve(context, anchor=None)
        self._others = {voice: Speaker(context if voice.minutes else nobody) for voice in voices if not voice.owns_text}
        self._dated: set[Voice] = set()

    def of(self, sentence: Sentence) -> Speaker:
        """The speaker of a sentence: the innermost quote that it stands in, else the text itself."""
        inside = [voice for voice in self._voices if voice.start <= sentence.start < voice.end]
        return self._others[inside[-1]] if inside else self.own

    @property
    def undated(self) -> int:
        """How many quotes have told no date of their own."""
        return sum(voice not in self._dated and not voice.minutes for voice in self._others)

    @property
    def meeting(self) -> Moment | None:
        """The day of the meeting whose minutes the text is."""
        recorded = (self._others[voice].context.anchor for voice in self._dated if voice.minutes)
        return next(recorded, None)

    def told_at(self, place: int) -> Voice | None:
        """The voice whose date is told at a place of the text."""
        return next((voice for voice in self._voices if voice.header_start <= place < voice.header_end), None)

    def date(self, voice: Voice, time: Time) -> None:
        """Anchors a voice by the time of its header, if that says a day by itself; the text has its anchor from the caller."""
        speaker = self._others.get(voice)
        if speaker is None or voice in self._dated:
            return
        first = time.parts[0] if time.parts and voice.minutes else time
        if not says_day(first) or (voice.minutes and not self._may_record(first)):
            return
        self._dated.add(voice)
        start = None if first.when is None else first.when.start
        speaker.context = evolve(speaker.context, anchor=None if start is None else Moment(start.wall, start.offset))

    def _may_record(self, time: Time) -> bool:
        """Whether minutes can be those of a meeting on that day: they are published within the year after."""
        published = self.own.context.anchor
        start = None if time.when is None else time.when.start
        return published is None or (start is not None and 0 <= published.day - start.day <= LATEST_MINUTES)


def says_day(time: Time) -> bool:
    """Whether a time says one day, or a clock time of one, with its year."""
    known = time.resolved and time.when is not None and time.when.start is not None
    return known and time.when is not None and time.when.grain <= Grain.DAY and not time.assumed and not time.parts
