"""The half of the pipeline that an anchor changes: from a text that was read to the rows of its timeline."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from timeline import assemble
from timeline.calendar.conventions import Conventions
from timeline.calendar.values import Moment
from timeline.dating import sequence as dating
from timeline.dating.latent import latent_times
from timeline.dating.passages import Passage
from timeline.dating.reading import Context
from timeline.entries.entry import Entry
from timeline.entries.records import Time
from timeline.inference.coreference import Conflict
from timeline.languages import date_order
from timeline.languages.pack import Pack
from timeline.texts.document import Document


@frozen(kw_only=True)
class Settings:
    """What a text is dated under, beside its anchor: language tag, zone, conventions, and whether undated events are dated."""

    language: str = "en"
    tz: str | None = None
    conventions: Conventions = Conventions()
    infer: bool = False

    def context(self, anchor: Moment | None) -> Context:
        """What the first time of a text is resolved against; without an anchor the text is a narrative."""
        conventions = self.conventions
        if anchor is None and conventions.domain == "news":
            conventions = evolve(conventions, domain="narrative")
        order = self.conventions.date_order or date_order(self.language)
        return Context(anchor=anchor, conventions=conventions, date_order=order, tz=self.tz)


@frozen(kw_only=True)
class Anchored:
    """A text under an anchor: its dated mentions, the rows that are shown, those that are not, and refused evidence."""

    state: dating.State
    latent: tuple[Time, ...] = ()
    entries: tuple[Entry, ...]
    hidden: Sequence[Entry]
    refused: tuple[Conflict, ...] = ()

    @property
    def times(self) -> tuple[Time, ...]:
        """The times of the text in its order, and behind them those that mostly are none, where they were asked for."""
        return (*(dated.time for dated in self.state.times), *self.latent)


def anchored(
    document: Document,
    passages: Sequence[Passage],
    pack: Pack,
    settings: Settings,
    anchor: Moment | None,
    source: str | None,
) -> Anchored:
    """The rows of a text that was read, under an anchor."""
    context = settings.context(anchor)
    state, latent = dating.date_all(document, passages, context), latent_times(document, passages, context)
    rows = assemble.entries(document, state, pack, settings.conventions, source, settings.infer)
    return Anchored(state=state, latent=latent, entries=rows.shown, hidden=rows.hidden, refused=rows.refused)
