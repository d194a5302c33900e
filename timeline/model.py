"""The Timeline: what happened when, in order, as an object to ask."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from attrs import NOTHING, evolve, field
from attrs import fields as fields_of
from attrs import frozen

from timeline.anchoring import Settings
from timeline.articles import Article, all_of, common, listed_by_source, named, placed, union
from timeline.asking.difference import OTHER_TEXT, SAME_TEXT, Difference, difference
from timeline.asking.kinds import KINDS
from timeline.asking.order import Answer, Order, grouped, holds
from timeline.asking.packed import Packed
from timeline.asking.periods import Period, period, stretch
from timeline.asking.queries import Queries
from timeline.asking.table import counted, harmless, html_table, table
from timeline.calendar.allen import AllenRelation, possible
from timeline.calendar.conventions import Conventions
from timeline.calendar.values import Moment, When
from timeline.dating.anchor import Anchor, read_anchor
from timeline.dating.latent import latent_again
from timeline.draft import Draft
from timeline.entries.entry import Entry, listed
from timeline.entries.records import Event, Link, Time
from timeline.errors import AmbiguousError, MissingError, OptionError, PeriodError
from timeline.explain import Explanation, explain
from timeline.fixed import FixedMapping
from timeline.inference.coreference import Candidate, Conflict, candidates, conflicts
from timeline.languages import load
from timeline.redating import redated

Named = int | Period
MISSING: Any = NOTHING


def told(doc: str, default: Any = MISSING) -> Any:
    """A field with what it holds, for the reference."""
    return field(default=default, metadata={"doc": doc})


@frozen(kw_only=True, slots=False, repr=False)
class Timeline(Queries):
    """What happened when, in order.

    Iterating, ``len``, printing and the exporters see the entries that carry a time; `undated` and `references` hold the
    rest, which is found when it is first asked for.  Every selection is a Timeline again, so selections chain.  A timeline
    keeps the quoted sentences and a hash of the text; the text itself only until its events and what is hidden are found.

    >>> import timeline
    >>> tl = timeline.extract("The ministers met on Friday. They will meet again in May.", anchor="2023-09-18")
    >>> len(tl), tl[0].label
    (2, 'The ministers met')
    >>> print(tl.planned)
    2024-05  within  They will meet again  "in May"
    """

    entries: Sequence[Entry] = told("the entries that carry a time, in listing order")
    hidden: Sequence[Entry] = told("the others: events without a time, and bare references", ())
    times: tuple[Time, ...] = told("every mention of a time in the text", ())
    events: Sequence[Event] = told("every mention of an event", ())
    links: tuple[Link, ...] = told("which time dates which event", ())
    notes: tuple[str, ...] = told("what a reader should know of the text", ())
    anchor: Moment | None = told("the moment of publication; of merged articles the one that all have", None)
    source: str | None = told("the caller's id or URL of the article", None)
    language: str = told("the language tag", "en")
    tz: str | None = told("the zone of clock times without one", None)
    conventions: Conventions = told("what was assumed", Conventions())
    text_hash: str = told("the SHA-256 of the text", "")
    draft: Draft | None = told("what was read of the quoted sentences, for dating them again", None)
    refused: tuple[Conflict, ...] = told("evidence that was refused since it contradicts other evidence", ())
    articles: tuple[Article, ...] = told("the articles that were merged; none for one article", ())

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __hash__(self) -> int:
        # these fields tell timelines apart well enough, and nothing has to be read for them
        return (self.text_hash, self.source, self.anchor, len(self)).__hash__()

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return bool(self._named(item, self.entries))
        return item in self.entries

    @overload
    def __getitem__(self, key: int | str) -> Entry: ...

    @overload
    def __getitem__(self, key: slice) -> Timeline: ...

    def __getitem__(self, key: int | str | slice) -> Entry | Timeline:
        """An entry by its number, head word or whole label, or the entries of a stretch of time by a slice.

        Raises `MissingError` (a KeyError) when nothing answers to the key, `AmbiguousError` (a LookupError) when several
        entries answer to a word, `PeriodError` for a slice that is no stretch of time.
        """
        if isinstance(key, slice):
            return self._slice(key)
        if isinstance(key, int):
            try:
                return self.entries[key]
            except IndexError:
                raise MissingError(f"no entry number {key}: the timeline has {len(self)}") from None
        return self._one(key)

    def _slice(self, key: slice) -> Timeline:
        if key.step is not None:
            raise PeriodError(f"a slice of time has no step, got {key.step!r}")
        if isinstance(key.start, int) or isinstance(key.stop, int):
            return evolve(self, entries=self.entries[key])
        return self.overlapping(stretch(key.start, key.stop))

    def _named(self, word: str, entries: Sequence[Entry]) -> list[Entry]:
        wanted = word.casefold()
        if whole := [e for e in entries if wanted == e.label.casefold()]:
            return whole
        heads = [
            e for e in entries if e.event is not None and wanted in (e.event.text.casefold(), e.event.lemma.casefold())
        ]
        return heads or [e for e in entries if e.event is None and wanted in e.label.casefold()]

    def _one(self, word: str) -> Entry:
        if not isinstance(word, str):
            raise OptionError(f"an entry is asked for by number, word or label, and entries by time with tl.on; got {word!r}")
        found = self._named(word, self.entries) or self._named(word, self.hidden)
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(f"{str(entry.when) or '-'} {entry.label}" for entry in found)
            raise AmbiguousError(
                f"{len(found)} entries answer to {word!r}: {listed}; tl.mentioning({word!r}) gives them all"
            )
        labels = {e.label: e for e in (*self.entries, *self.hidden)}
        heads = {e.event.text: e.label for e in labels.values() if e.event is not None}
        near = difflib.get_close_matches(word, [*heads, *labels], n=3, cutoff=0.5)
        if word[:1].isdigit():
            raise MissingError(f"no entry answers to {word!r}; tl.on({word!r}) gives the entries of that time")
        hint = "; closest: " + ", ".join(repr(name) for name in near) if near else ""
        if not near and word.strip() and len(holding := self.mentioning(word)):
            hint = f"; tl.mentioning({word!r}) finds {len(holding)}"
        raise MissingError(f"no entry answers to {word!r}{hint}")

    def _with(self, entries: Iterable[Entry], hidden: Iterable[Entry]) -> Timeline:
        return evolve(self, entries=in_order(entries), hidden=listed(hidden))

    def relation(self, a: Named, b: Named) -> frozenset[AllenRelation]:
        """The relations of Allen that may hold between two entries or periods: one where both are crisp.

        Each is an entry, its number or head word, or a period as queries take it.  Lengths count as well as bounds: two
        events of one day can stand in any relation, unless one is known to last all day.

        >>> tl = Timeline(entries=(Entry(label="talks", when=When.read("2023-09-18/2023-09-21")),))
        >>> sorted(relation.value for relation in tl.relation(0, "2023-09"))
        ['during']
        """
        return possible(self._time_of(a), self._time_of(b))

    def holds(self, relation: str, a: Named, b: Named) -> Answer:
        """Whether something holds between two entries or periods: "yes", "no" or "maybe".

        ``relation`` is "before", "after", "overlapping", "within", "starting" or "ending" as in the queries, or the name of
        one of Allen's relations.  Raises `OptionError` for any other.

        >>> tl = Timeline(entries=(Entry(label="talks", when=When.read("2023-09-18/2023-09-21")),))
        >>> tl.holds("before", 0, "2023-10"), tl.holds("starting", 0, "2023-09-19")
        ('yes', 'no')
        """
        return holds(relation, self._time_of(a), self._time_of(b))

    @property
    def latent(self) -> tuple[Time, ...]:
        """What could be a time and mostly is none, in a text that was read with ``latent=True``; it makes no rows.

        >>> may = Time(start=4, end=7, text="may", type="DATE", value="2023-05", reason="the nearest", latent=True)
        >>> [time.text for time in Timeline(entries=(), times=(may,)).latent]
        ['may']
        """
        return tuple(time for time in self.times if time.latent)

    @property
    def order(self) -> Order:
        """The entries in groups: each certainly began before all of the next one, within a group nobody knows.

        Iterating the timeline lists entries by earliest start, latest end and place in the text, which claims nothing about
        what came first; this does.  Entries without a date are ``apart``.
        """
        return grouped(self.entries)

    def _time_of(self, named: Named) -> When:
        """The time of an entry by number or head word, or of a period; a string that begins like a date is a period."""
        if isinstance(named, int):
            return self[named].when
        if isinstance(named, str) and named and not _DATE_LIKE.match(named):
            return self[named].when
        return period(named)

    def reanchor(self, anchor: Anchor) -> Timeline:
        """The timeline of the same text under another anchor, dated again from what was read: nothing is read anew.

        A selection keeps its rows.  Raises `AnchorError` for what is no anchor, and `OptionError` for a timeline that keeps
        no sentences: one made by hand, read from an old file, or merged of several articles.
        """
        return self._dated_again(read_anchor(anchor, self.tz), self.conventions)

    def with_conventions(self, conventions: Conventions) -> Timeline:
        """The timeline of the same text under other conventions, dated again from what was read.

        Raises `OptionError` as `reanchor` does, and for what is no `Conventions`.
        """
        if not isinstance(conventions, Conventions):
            raise OptionError(f"conventions is {conventions!r}, expected a Conventions object")
        return self._dated_again(self.anchor, conventions)

    def _dated_again(self, anchor: Moment | None, conventions: Conventions) -> Timeline:
        if self.draft is None:
            by = "; each of its articles does, as tl.by_source[...]" if self.articles else ", extract the text again"
            raise OptionError(f"this timeline keeps no sentences to date again{by}")
        settings = Settings(language=self.language, tz=self.tz, conventions=conventions, infer=self.draft.infer)
        made = redated(self.draft, settings, anchor, self.source, self.entries, self.hidden)
        return evolve(
            self,
            entries=listed(made.entries),
            hidden=listed(made.hidden),
            times=(*made.whole.times, *latent_again(self.times, settings.context(anchor))),
            links=made.whole.state.links,
            notes=(*made.whole.state.notes, *self.draft.notes),
            anchor=anchor,
            conventions=conventions,
            refused=made.whole.refused,
        )

    def diff(self, other: Timeline) -> Difference:
        """What changed from this timeline to another: entries moved, gained and lost.

        Entries of one text are known again by their places in it, those of two versions of a text by their labels, else by
        head word and the words of their time.  Raises `OptionError` for anything but a timeline.
        """
        if not isinstance(other, Timeline):
            raise OptionError(f"expected a Timeline to compare with, got {type(other).__name__}")
        keys = SAME_TEXT if self.text_hash == other.text_hash else OTHER_TEXT
        return difference((*self.entries, *self.hidden), (*other.entries, *other.hidden), keys)

    # -- many articles -------------------------------------------------------------------------------------------------

    @staticmethod
    def merge(timelines: Iterable[Timeline]) -> Timeline:
        """One timeline of several, each entry with the source that it comes from; ``a | b`` is the same for two.

        Selections of one article unite to a selection of it.  Reports of the same event stay apart: `candidates` groups
        them.  Raises `OptionError` for no timeline, for one without a source, and for two texts of one source.
        """
        if isinstance(timelines, Timeline) or not isinstance(timelines, Iterable):
            raise OptionError("merge takes a list of timelines: Timeline.merge([a, b])")
        return merged(list(timelines))

    def __or__(self, other: Timeline) -> Timeline:
        return merged([self, other])

    @property
    def by_source(self) -> Mapping[str, Timeline]:
        """The timeline of each article, by its source."""
        own = {article.source: article for article in _articles(self)}
        return FixedMapping({source: self._of_article(article) for source, article in own.items()})

    def _of_article(self, article: Article) -> Timeline:
        if not self.articles:
            return self
        rows, hidden = ([e for e in part if e.source == article.source] for part in (self.entries, self.hidden))
        fields = {f.name: getattr(article, f.name) for f in fields_of(Article)}
        return Timeline(entries=listed(rows), hidden=listed(hidden), **fields)

    def timeline_of(self, name: str) -> Timeline:
        """The dated events of one person, organisation or thing across all articles, in order.

        This is the task of SemEval-2015 (Task 4): events in which the entity takes part.  Raises `OptionError` for no name.
        """
        return self.about(name).where(lambda entry: entry.event is not None and entry.dated)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Groups of entries of different articles that may report one event, the likeliest first, with score and reason.

        The heads share a lemma or mean the same, the times overlap, and where participants are named some are shared.
        """
        return candidates(self.entries, load(self.language).synonyms)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Contradictions, with the sentences behind them: evidence that was refused, and dates that cannot both be right."""
        return (*self.refused, *conflicts(self.entries, load(self.language).synonyms))

    def why(self, entry: Entry | int | str) -> Explanation:
        """How an entry came by its time: expression, rules, tense, anchor, focus, link and what was assumed.

        Printed it is words; ``derivation`` holds the same as records, and ``derivation.replay()`` makes the time again.
        Raises `OptionError` for an entry of another source.
        """
        row = entry if isinstance(entry, Entry) else self[entry]
        of = next((article for article in self.articles if article.source == row.source), self)
        if row.source != of.source:
            raise OptionError(f"{row!r} is of the source {row.source!r}, this timeline of {of.source!r}")
        infer = of.draft is not None and of.draft.infer
        settings = Settings(language=of.language, tz=of.tz, conventions=of.conventions, infer=infer)
        return explain(row, of.anchor, settings, of.draft)

    def table(self, width: int | None = None) -> str:
        """The entries as plain text, labels cut to fit into so many columns of a terminal; wide characters count two.

        ``str(tl)`` is the same without a width, with the notes below where there is no row.  The last line counts what is
        not shown.
        """
        lines = [*table(self.entries, width, sources=bool(self.articles))] or ["no dated entries"]
        return "\n".join([*lines, *filter(None, [self._not_shown])])

    @property
    def _not_shown(self) -> str:
        return counted(*(sum(map(KINDS[kind], self.hidden)) for kind in ("undated", "references")))

    def __str__(self) -> str:
        # who sees no row wants to know why
        notes = () if self.entries else (f"note: {note}" for note in self.notes)
        return "\n".join([self.table(), *map(harmless, notes)])

    def __repr__(self) -> str:
        many = f"{len(self)} {'entry' if len(self) == 1 else 'entries'}"
        told = {"source": self.source, "anchor": self.anchor and str(self.anchor), "articles": len(self.articles)}
        return f"<Timeline: {', '.join([many, *(f'{name} {value}' for name, value in told.items() if value)])}>"

    def _repr_html_(self) -> str:
        return html_table(self.entries, sources=bool(self.articles), note=self._not_shown)


def merged(timelines: list[Timeline]) -> Timeline:
    """Several timelines as one."""
    if not timelines:
        raise OptionError("there is no timeline to merge")
    for other in timelines:
        if not isinstance(other, Timeline):
            raise OptionError(f"{other!r} is no timeline; only timelines can be merged")
    articles = all_of(map(_articles, timelines))
    if len(articles) == 1 and not any(tl.articles for tl in timelines):
        rows = union(tl.entries for tl in timelines)
        hidden = [entry for entry in union(tl.hidden for tl in timelines) if entry not in rows]
        return evolve(timelines[0], entries=listed(rows), hidden=listed(hidden))
    shown, hidden = (_rows(timelines, part) for part in ("entries", "hidden"))
    return Timeline(
        entries=Packed.of(shown),
        hidden=tuple(hidden),
        times=tuple(time for article in articles for time in article.times),
        events=tuple(event for article in articles for event in article.events),
        links=tuple(link for article in articles for link in article.links),
        notes=tuple(f"{article.source}: {note}" for article in articles for note in article.notes),
        refused=tuple(dict.fromkeys(conflict for tl in timelines for conflict in tl.refused)),
        articles=articles,
        **{name: common([getattr(article, name) for article in articles]) for name in ("anchor", "tz")},
        language=common([article.language for article in articles]) or "en",
        conventions=common([article.conventions for article in articles]) or Conventions(),
    )


def _rows(timelines: list[Timeline], part: str) -> list[Entry]:
    """The entries of all timelines, in order; those of an article that comes twice are taken once."""
    groups = [placed(getattr(tl, part), _articles(tl)[0].source) for tl in timelines]
    sources = [article.source for tl in timelines for article in _articles(tl)]
    alone = len(set(sources)) == len(sources)
    return listed_by_source((entry for group in groups for entry in group) if alone else union(groups))


def _articles(tl: Timeline) -> tuple[Article, ...]:
    """The articles of a timeline: those it was merged of, else its own."""
    if tl.articles:
        return tl.articles
    own = {f.name: getattr(tl, f.name) for f in fields_of(Article) if f.name != "source"}
    return (Article(source=named(tl.source, tl.text_hash), **own),)


# the first character of a date in EDTF: a digit, the sign of a year before the first, the Y of a far one, an open start
_DATE_LIKE = re.compile(r"[0-9]|-[0-9]|Y-?[0-9]|\.\.|/")


def in_order(entries: Iterable[Entry]) -> Sequence[Entry]:
    """Entries in listing order; packed ones, which are taken out of a list in order, are."""
    return entries if isinstance(entries, Packed) else listed(entries)
