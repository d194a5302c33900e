"""Dating what could be a time and mostly is none: "may", "sun", "room 1984"; it makes no row and moves no focus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from timeline.dating.mention_times import own_when, time_of
from timeline.dating.passages import Passage
from timeline.dating.reading import Context
from timeline.dating.resolve import resolve
from timeline.entries.records import Time
from timeline.texts.document import Document


def latent_times(document: Document, passages: Sequence[Passage], context: Context) -> tuple[Time, ...]:
    """The readings that were held back, each dated by itself from the anchor."""
    southern = context.conventions.southern
    return tuple(
        evolve(time_of(document, passage.read, mention, resolve(mention.meaning, context), None, southern), latent=True)
        for passage in passages
        for mention in passage.read.held_back
    )


def latent_again(times: Iterable[Time], context: Context) -> tuple[Time, ...]:
    """The latent ones of some times, dated again under another anchor or other conventions."""
    return tuple(_dated(time, context) for time in times if time.latent)


def _dated(time: Time, context: Context) -> Time:
    if time.meaning is None:
        return time
    reading = resolve(time.meaning, context)
    return evolve(
        time,
        value=reading.value,
        when=own_when(reading, context.conventions.southern),
        resolved=reading.resolved,
        reason=reading.reason,
        assumed=reading.assumed,
        alternatives=reading.alternatives,
    )
