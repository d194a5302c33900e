"""Where an event stands to the anchor by how it is told, and whether it takes a day or longer.

What is reported was said on the day of the article; a past was over by its end, a future had not begun before it; a
progressive, a state and a habit hold at it.  An infinitive lies ahead of what governs it, a participle goes with it.
"""

from __future__ import annotations

import enum

from attrs import evolve, frozen

from timeline.languages.pack import Sequels
from timeline.references import Told


class Frame(enum.Enum):
    """Where an event lies from the anchor."""

    ON = "on the day of the article"
    BEFORE = "over by the anchor"
    AFTER = "not begun before the anchor"
    ONGOING = "going on at the anchor"


@frozen(kw_only=True)
class Stance:
    """Where an event lies from the anchor, whether it goes on for more than a day, and the words and form that show it."""

    frame: Frame
    lasting: bool
    reason: str


def stance(told: Told, words: Sequels) -> Stance:
    """The stance of an event."""
    frame, reason = _frame(told, words)
    return Stance(frame=frame, lasting=is_lasting(told, words), reason=reason)


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
    if event.direction == "past":
        return Frame.BEFORE, f"past{said}: it was over by the anchor"
    return Frame.ONGOING, f'"{event.text}" has no tense away from the anchor: it holds then'


def _of_participle(told: Told, words: Sequels) -> tuple[Frame, str]:
    """A participle goes with the verb before it: ", killing the driver"."""
    before = told.before
    assert before is not None
    frame, _ = _frame(evolve(told, event=before, before=None), words)
    return frame, f'"{told.event.text}" goes with "{before.text}": {frame.value}'


def _of_noun(told: Told, words: Sequels, said: str) -> tuple[Frame, str]:
    """A noun goes by its own length and by the verb of its clause."""
    event = told.event
    if event.direction == "past" and event.lemma not in words.durative_nouns:
        return Frame.BEFORE, f"past{said}: it was over by the anchor"
    if event.direction == "past":
        return Frame.BEFORE, f"past{said}: it had begun by the anchor"
    return Frame.ONGOING, f'"{event.text}" has no tense away from the anchor: it holds then'
