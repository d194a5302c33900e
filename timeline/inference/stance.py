"""Where an event stands to the anchor by how it is told, and whether it takes a day or longer.

What is reported was said on the day of the article; a past was over by its end, a future had not begun before it; a
progressive, a state and a habit hold at it.  An infinitive lies ahead of what governs it, a participle goes with it.
"""

from __future__ import annotations

import enum

from attrs import evolve, frozen

from timeline.entries.records import Event, Time
from timeline.inference.references import Told
from timeline.languages.pack import Sequels

LEAD = 3  # sentences that open an article with its news


class Frame(enum.Enum):
    """Where an event lies from the anchor."""

    ON = "on the day of the article"
    BEFORE = "over by the anchor"
    AFTER = "not begun before the anchor"
    ONGOING = "going on at the anchor"
    UNKNOWN = "anywhere"


@frozen(kw_only=True)
class Stance:
    """Where an event lies from the anchor, whether it goes on for more than a day, and the words and form that show it."""

    frame: Frame
    lasting: bool
    reason: str


def stance(told: Told, words: Sequels, *, news: bool = True) -> Stance:
    """The stance of an event; ``news`` tells that the opening of the text tells what is new on its day."""
    frame, reason = _frame(told, words)
    if frame is Frame.BEFORE and news and told.sentence < LEAD and _is_plain_past(told, words):
        frame, reason = Frame.ON, f'"{told.event.text}" is told in the opening of the article: news of its day'
    return Stance(frame=frame, lasting=is_lasting(told, words), reason=reason)


def referred(time: Time, lasting: bool) -> Stance | None:
    """The stance of an event whose only time is a reference to the past, present or future ("recently", "now", "soon")."""
    frames = {"PAST_REF": Frame.BEFORE, "PRESENT_REF": Frame.ONGOING if lasting else Frame.ON, "FUTURE_REF": Frame.AFTER}
    frame = frames.get(time.value)
    return None if frame is None else Stance(frame=frame, lasting=lasting, reason=f'"{time.text}": {frame.value}')


def elsewhere(told: Stance, event: Event) -> Stance:
    """The stance of an event that is told while the story is at another time: a past that reports nothing is just past."""
    if event.direction != "past" or event.class_ == "REPORTING":
        return told
    said = f'past, shown by "{event.shown_by or event.text}": it was over by the anchor'
    return evolve(told, frame=Frame.BEFORE, reason=said)


def is_lasting(told: Told, words: Sequels) -> bool:
    """Whether an event goes on for more than a day: a state, a progressive, an activity by its verb or noun."""
    event = told.event
    if event.punctual or event.class_ in ("REPORTING", "ASPECTUAL", "PERCEPTION"):
        return False
    if event.pos == "NOUN":
        return event.lemma in words.durative_nouns
    if event.aspect.endswith("PROGRESSIVE") or event.class_ == "STATE":
        return True
    return event.lemma in words.durative and (event.tense != "PAST" or event.class_ == "I_STATE")


def _is_plain_past(told: Told, words: Sequels) -> bool:
    """Whether a finite verb tells in the simple past of what is over in a day."""
    event = told.event
    return event.pos == "VERB" and event.tense == "PAST" and not event.perfect and not is_lasting(told, words)


def _frame(told: Told, words: Sequels) -> tuple[Frame, str]:
    event = told.event
    said = f', shown by "{event.shown_by}"' if event.shown_by else ""
    if event.class_ == "REPORTING" and not event.perfect and event.direction != "future":
        return Frame.ON, f'"{event.text}" reports: what is reported was said on the day of the article'
    if event.tense == "PRESPART" and told.before is not None and event.direction is None:
        return _of_participle(told, words)
    if event.class_ == "I_ACTION" and event.tense == "PAST" and not event.perfect:
        return Frame.ON, f'"{event.text}" is what somebody did or said on the day of the article'
    if event.direction == "future":
        return Frame.AFTER, f"future{said}: it had not begun before the anchor"
    if event.pos == "NOUN":
        return _of_noun(told, words, said)
    if event.tense == "INFINITIVE":
        return Frame.AFTER, f'"to {event.text}" lies ahead of what governs it'
    if event.perfect and is_lasting(told, words) and event.tense == "PRESENT":
        return Frame.ONGOING, f"a perfect{said} of what lasts: it goes on at the anchor"
    if event.class_ == "ASPECTUAL" and event.tense in ("PAST", "PRESENT") and not event.perfect:
        return Frame.ON, f'"{event.text}" tells how things stand on the day of the article'
    if event.direction == "past":
        return Frame.BEFORE, f"past{said}: it was over by the anchor"
    if event.tense == "PRESENT" and not event.perfect and not is_lasting(told, words):
        return Frame.ON, f'the present "{event.text}" tells of the day of the article'
    return Frame.ONGOING, f'"{event.text}" has no tense away from the anchor: it holds then'


def _of_participle(told: Told, words: Sequels) -> tuple[Frame, str]:
    """A participle goes with the verb before it: ", killing the driver"."""
    before = told.before
    assert before is not None
    frame, _ = _frame(evolve(told, event=before, before=None), words)
    return frame, f'"{told.event.text}" goes with "{before.text}": {frame.value}'


def _is_occasion(told: Told, words: Sequels) -> bool:
    """Whether something is said on the occasion of an event: "said in an interview", "told a briefing"."""
    before = told.before
    if before is None or before.class_ != "REPORTING" or before.direction == "future" or before.perfect:
        return False
    chunk = next((c for c in told.read.syntax.chunks if c.first <= told.place <= c.head), None)
    return chunk is not None and chunk.first > 0 and told.read.syntax.words[chunk.first - 1] in words.occasions


def _of_noun(told: Told, words: Sequels, said: str) -> tuple[Frame, str]:
    """A noun goes by its own length, and by the verb of its clause."""
    event = told.event
    if _is_occasion(told, words):
        return Frame.ON, f'"{event.text}" is the occasion of a report on the day of the article'
    if event.direction == "past" and event.lemma not in words.durative_nouns:
        return Frame.BEFORE, f"past{said}: it was over by the anchor"
    if event.direction == "past":
        return Frame.BEFORE, f"past{said}: it had begun by the anchor"
    if event.lemma not in words.durative_nouns:
        return Frame.UNKNOWN, ""
    return Frame.ONGOING, f'"{event.text}" has no tense away from the anchor: it holds then'
