"""The pipeline: text and anchor in, `Timeline` out, one stage after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Literal

from attrs import evolve

from timeline.anchoring import Settings, anchored
from timeline.calendar.conventions import Conventions
from timeline.calendar.public_holidays import public_holidays
from timeline.calendar.zones import zone
from timeline.dating import given
from timeline.dating import sequence as dating
from timeline.dating.anchor import Anchor, read_anchor
from timeline.dating.latent import latent_times
from timeline.dating.notes import about_text
from timeline.dating.passages import Passage
from timeline.dating.phrases import date_phrase
from timeline.dating.reading import Telling
from timeline.deferred import Deferred
from timeline.draft import drafted
from timeline.entries.records import Event, Link, Time
from timeline.errors import OptionError
from timeline.languages import load
from timeline.linking.mentions import ReadSentence, read_sentences
from timeline.model import Timeline
from timeline.texts.document import Document, hash_of, read

Markup = Literal["html"] | None
Tense = Literal["past", "future"]
Spans = Iterable[tuple[int, int]]


class Extractor:
    """`extract` with its options kept, for many articles.

    ``undated=False`` never looks for events in sentences that tell no time; `Timeline.undated` then holds those of the
    others.  ``nlp`` is a spaCy pipeline for English, whose tags and noun chunks are used instead of the package's own.

    Raises `LanguageError`, `ZoneError` or `OptionError` for an option that cannot be, `ExtraError` for one that needs a
    package which is not installed.

    >>> timeline = Extractor(language="en-GB").extract("The fair opens on 3/4/2024.", anchor="2024-03-01")
    >>> print(timeline[0].when)
    2024-04-03
    """

    def __init__(
        self,
        *,
        language: str = "en",
        tz: str | None = None,
        infer: bool = False,
        latent: bool = False,
        markup: Markup = None,
        conventions: Conventions = Conventions(),
        undated: bool = True,
        nlp: Any = None,
    ) -> None:
        if not isinstance(conventions, Conventions):
            raise OptionError(f"conventions is {conventions!r}, expected a Conventions object")
        for name, value in (("infer", infer), ("latent", latent), ("undated", undated)):
            if not isinstance(value, bool):
                raise OptionError(f"{name} is {value!r}, expected True or False")
        if conventions.country is not None:
            public_holidays(conventions.country, 2000)  # a country that is not known is a mistake of the caller's, told here
        pack = load(language)
        self.pack = pack if nlp is None else evolve(pack, analyse=pack.parsed_by(nlp))
        self.language = language.replace("_", "-")
        self.tz = None if tz is None else zone(tz).key
        self.infer = infer
        self.latent = latent
        self.markup = markup
        self.conventions = conventions
        self.undated = undated or infer
        self.nlp = nlp

    def __reduce__(self) -> tuple[Callable[[], Extractor], tuple[()]]:
        """A copy and a pickle are made of the options, so that another process loads the language itself."""
        options = ("language", "tz", "infer", "latent", "markup", "conventions", "undated", "nlp")
        return partial(type(self), **{name: getattr(self, name) for name in options}), ()

    def extract(
        self,
        text: str,
        *,
        anchor: Anchor,
        source: str | None = None,
        times: Spans | None = None,
        events: Spans | None = None,
    ) -> Timeline:
        """The timeline of a text.

        ``times`` and ``events`` are spans (start, end) of mentions to take as given instead of finding them.
        Raises `TextError` and `AnchorError` for what is no text or no anchor, `OptionError` for a source that is no string.
        """
        if source is not None and not isinstance(source, str):
            raise OptionError(f"source is {source!r}, expected an id or URL as a string, such as {str(source)!r}")
        document, moment = read(text, self.markup, self.pack.spelling), read_anchor(anchor, self.tz)
        passages = self._passages(document, times, events)
        made = anchored(document, passages, self.pack, self._settings, moment, source)
        notes = about_text(document, [passage.read for passage in passages], self.pack)
        draft = drafted(document, passages, infer=self.infer, notes=notes)
        return Timeline(
            entries=made.entries,
            hidden=made.hidden,
            times=made.times,
            events=Deferred(lambda: _told(passages, made.state.links)),
            links=made.state.links,
            notes=(*made.state.notes, *draft.notes),
            anchor=moment,
            source=source,
            language=self.language,
            tz=self.tz,
            conventions=self.conventions,
            text_hash=hash_of(text),
            draft=draft,
            refused=made.refused,
        )

    def times(self, text: str, *, anchor: Anchor) -> tuple[Time, ...]:
        """Every mention of a time in a text, resolved or not; events are looked for only where a time needs their tense."""
        document, moment = read(text, self.markup, self.pack.spelling), read_anchor(anchor, self.tz)
        passages, context = self._passages(document, None, None, sparse=True), self._settings.context(moment)
        found = tuple(dated.time for dated in dating.date_times(document, passages, context))
        latent = latent_times(document, passages, context)
        return tuple(sorted((*found, *latent), key=lambda time: time.start)) if latent else found

    def _passages(
        self, document: Document, times: Spans | None, events: Spans | None, *, sparse: bool = False
    ) -> list[Passage]:
        """The sentences of a document with the times in them, and the events where they are given."""
        latent = self.latent or times is not None  # what the caller says is a time is read as one
        sentences = read_sentences(document, self.pack, latent, sparse)
        if times is not None:
            sentences = given.with_times(document, sentences, times)
        passages = [
            Passage(document, read, self.pack, None if self._has_events(read, before) else ())
            for read, before in zip(sentences, (None, *sentences))
        ]
        return passages if events is None else given.with_events(document, passages, events)

    def _has_events(self, sentence: ReadSentence, before: ReadSentence | None) -> bool:
        """Whether events are looked for: in all sentences, else in those with a time, or right below a stamp of a log."""
        return self.undated or bool(sentence.mentions) or (before is not None and before.stamp is not None)

    @property
    def _settings(self) -> Settings:
        return Settings(language=self.language, tz=self.tz, conventions=self.conventions, infer=self.infer)


def _told(passages: Sequence[Passage], links: Sequence[Link]) -> Iterator[Event]:
    """The events of a text: a copula is one only where a time dates it."""
    dated = {(link.event.start, link.event.end) for link in links if link.event.auxiliary}
    events = (event for passage in passages for event in passage.events)
    return (event for event in events if not event.auxiliary or (event.start, event.end) in dated)


def extract(
    text: str,
    *,
    anchor: Anchor,
    language: str = "en",
    source: str | None = None,
    tz: str | None = None,
    infer: bool = False,
    latent: bool = False,
    markup: Markup = None,
    conventions: Conventions = Conventions(),
) -> Timeline:
    """The timeline of a text: what happened when, in order.

    ``anchor`` is the day the text was published (a date, a datetime, an ISO string or a full written date; None for a
    text without one), ``source`` an id or URL of the caller's, ``tz`` the IANA zone of its clock times, ``markup`` None or
    "html".  ``infer`` also dates events that carry no time, ``latent`` also looks for words that are
    mostly no times ("may"), which make no rows: `Timeline.latent` has them.

    >>> print(extract("The ministers met on Friday.", anchor="2023-09-18"))
    2023-09-15    The ministers met  "on Friday"
    """
    options = Extractor(language=language, tz=tz, infer=infer, latent=latent, markup=markup, conventions=conventions)
    return options.extract(text, anchor=anchor, source=source)


def times(
    text: str,
    *,
    anchor: Anchor,
    language: str = "en",
    tz: str | None = None,
    latent: bool = False,
    markup: Markup = None,
    conventions: Conventions = Conventions(),
) -> tuple[Time, ...]:
    """Every mention of a time in a text, resolved or not.

    >>> [(time.text, time.value) for time in times("They met on Friday for three hours.", anchor="2023-09-18")]
    [('Friday', '2023-09-15'), ('three hours', 'PT3H')]
    """
    options = Extractor(language=language, tz=tz, latent=latent, markup=markup, conventions=conventions)
    return options.times(text, anchor=anchor)


def resolve(
    phrase: str,
    *,
    anchor: Anchor,
    tense: Tense | None = None,
    language: str = "en",
    tz: str | None = None,
    conventions: Conventions = Conventions(),
) -> Time:
    """The time that a phrase says, unresolved with a reason where it says none.

    ``tense`` is "past", "future" or None.  A signal before the time ("since Friday") shapes ``when``.

    >>> resolve("next Friday", anchor="2023-09-18").value
    '2023-09-29'
    >>> resolve("the bright side", anchor="2023-09-18").reason
    'no time expression is the whole phrase'
    """
    if tense not in (None, "past", "future"):
        raise OptionError(f"tense is {tense!r}, expected 'past', 'future' or None")
    options = Extractor(language=language, tz=tz, conventions=conventions)
    document = read(phrase, None, options.pack.spelling)
    told = Telling(direction=tense, shown_by="tense=" + repr(tense))
    context = evolve(options._settings.context(read_anchor(anchor, options.tz)), tell=lambda: told)
    return date_phrase(document, options.pack, context)
