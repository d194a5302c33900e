"""Who speaks where in a text, with the anchor and the focus of each: the text itself, and the letters quoted in it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from timeline.almanac import Grain
from timeline.focus import Narration
from timeline.letters import Voice
from timeline.reading import Context
from timeline.records import Time
from timeline.text import Sentence
from timeline.values import Moment


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
        self._others = {voice: Speaker(nobody) for voice in voices if not voice.owns_text}

    def of(self, sentence: Sentence) -> Speaker:
        """The speaker of a sentence: the innermost quote that it stands in, else the text itself."""
        inside = [voice for voice in self._voices if voice.start <= sentence.start < voice.end]
        return self._others[inside[-1]] if inside else self.own

    @property
    def undated(self) -> int:
        """How many quotes have told no date of their own."""
        return sum(speaker.context.anchor is None for speaker in self._others.values())

    def told_at(self, place: int) -> Voice | None:
        """The voice whose date is told at a place of the text."""
        return next((voice for voice in self._voices if voice.header_start <= place < voice.header_end), None)

    def date(self, voice: Voice, time: Time) -> None:
        """Anchors a voice by the time of its header, if that says a day by itself; the text has its anchor from the caller."""
        speaker = self._others.get(voice)
        if speaker is None or speaker.context.anchor is not None or not says_day(time):
            return
        assert time.when is not None
        start = time.when.start
        speaker.context = evolve(speaker.context, anchor=None if start is None else Moment(start.wall, start.offset))


def says_day(time: Time) -> bool:
    """Whether a time says one day, or a clock time of one, with its year."""
    known = time.resolved and time.when is not None and time.when.start is not None
    return known and time.when is not None and time.when.grain <= Grain.DAY and not time.assumed and not time.parts
