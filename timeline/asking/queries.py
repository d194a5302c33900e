"""What every timeline can be asked: selections by time, by words and by kind, each of which is a timeline again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.asking.index import Index
from timeline.asking.kinds import KINDS, mentioning, of_class
from timeline.asking.packed import Packed
from timeline.asking.periods import Period, period, stretch, unit
from timeline.asking.querytext import parse
from timeline.calendar.values import When
from timeline.entries.entry import Entry
from timeline.entries.names import WordIndex, names
from timeline.errors import OptionError

if TYPE_CHECKING:
    from typing_extensions import Self


class Queries:
    """The selections of a `Timeline`.

    A query by time gives the entries that *may* answer, marked "?" where they need not; ``certain=True`` those that *must*.
    Entries without a date answer none, unless ``undated=True`` adds them as entries that may.  Chained in any order,
    selections give the same entries.
    """

    entries: Sequence[Entry]
    hidden: Sequence[Entry]

    def _with(self, entries: Iterable[Entry], hidden: Iterable[Entry]) -> Self:
        raise NotImplementedError

    # -- by time -------------------------------------------------------------------------------------------------------

    def before(self, period: Period, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) have ended by the time the period starts."""
        return self._time_query("before", period, certain, undated)

    def after(self, period: Period, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) have started when the period had ended."""
        return self._time_query("after", period, certain, undated)

    def overlapping(self, period: Period, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) have been going on at some moment of the period.

        ``period`` is an entry, a `When`, a date, a datetime or an EDTF string, its ends included.  Raises `PeriodError` for
        anything else.
        """
        return self._time_query("overlapping", period, certain, undated)

    def within(self, period: Period, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) have begun and ended inside the period."""
        return self._time_query("within", period, certain, undated)

    def between(self, first: Period, last: Period, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) lie wholly between the start of one period and the end of another."""
        return self._time_query("within", stretch(first, last), certain, undated)

    def on(self, period: str | datetime.date, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) touch one unit of the calendar: a day, a week "2023-W37", a month "2023-09"."""
        return self._time_query("overlapping", unit(period), certain, undated)

    def starting(self, period: Period, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) have begun in the period."""
        return self._time_query("starting", period, certain, undated)

    def ending(self, period: Period, *, certain: bool = False, undated: bool = False) -> Self:
        """The entries that may (or must) have ended in the period."""
        return self._time_query("ending", period, certain, undated)

    def _time_query(self, name: str, asked: Period, certain: bool, undated: bool) -> Self:
        """The entries that may or must answer a question of `calendar.bounds`; an entry does not answer about itself."""
        when = period(asked)
        sure = self._index.find(name, when, certain=True)
        rows = sure if certain else self._index.find(name, when, certain=False)
        if isinstance(asked, Entry):
            rows = [row for row in rows if self.entries[row] != asked]
        answers = taken(self.entries, rows, None if certain else frozenset(sure))
        if undated and not certain:
            others = [e for e in (*self.entries, *self.hidden) if not e.dated and not e.is_reference]
            answers = [*answers, *(evolve(entry, certain=False) for entry in others)]
        return self._with(answers, ())

    @cached_property
    def _index(self) -> Index:
        return Index(whens(self.entries))

    # -- by name and word ----------------------------------------------------------------------------------------------

    def about(self, name: str) -> Self:
        """The entries that concern somebody or something: named among the participants, in the label or as who says it.

        The name counts in any case and as whole words, its last word or acronym as they are written.
        Raises `OptionError` for what is no name.
        """
        named, said = names(name), said_by(self.entries)
        shown = [row for row in self._words.naming(name) if any(map(named, said(row)))]
        return self._with(taken(self.entries, shown), (e for e in self.hidden if any(map(named, e.said))))

    @cached_property
    def _words(self) -> WordIndex:
        return WordIndex(map(said_by(self.entries), range(len(self.entries))))

    def mentioning(self, word: str) -> Self:
        """The entries, shown or not, whose label, event or time holds the word (in any case)."""
        holds = mentioning(word)
        return self._with((e for e in (*self.entries, *self.hidden) if holds(e)), ())

    def query(self, text: str, *, certain: bool = False) -> Self:
        """The entries that may (or must) answer a query: ``during 2023-09 and about 'Wang Yi' and not planned``.

        The words are those of the methods and properties, joined by "and", "or", "not" and brackets; "during" asks what
        `overlapping` does, "certainly" before a word about time asks for what must hold.  Raises `QueryError`, which points
        at the column.
        """
        parsed = parse(text)
        asked = _Asked(self)
        found = parsed.query.answers(asked)
        rows = sorted(found.must if certain else found.may)
        shown = len(self.entries)
        listed = taken(self.entries, [row for row in rows if row < shown], None if certain else found.must)
        others = [self.hidden[row - shown] for row in rows if row >= shown]
        return self._with([*listed, *others], ()) if parsed.hidden else self._with(listed, others)

    # -- by what they are ----------------------------------------------------------------------------------------------

    def where(self, predicate: Callable[[Entry], bool]) -> Self:
        """The entries for which a function of yours is true; `OptionError` for what is no function."""
        if not callable(predicate):
            asked = "; tl.mentioning(..) looks for a word" if isinstance(predicate, str) else ""
            raise OptionError(f"where takes a function of an entry, got {predicate!r}{asked}")
        return self._with(filter(predicate, self.entries), filter(predicate, self.hidden))

    def of_class(self, name: str) -> Self:
        """The entries whose event has a TimeML class, such as "OCCURRENCE" or "REPORTING"; `OptionError` for no class."""
        return self.where(of_class(name))

    @property
    def planned(self) -> Self:
        """The entries that the text tells as plans."""
        return self.where(KINDS["planned"])

    @property
    def negated(self) -> Self:
        """The entries of which the text says that they did not happen, or somebody denies them."""
        return self.where(KINDS["negated"])

    @property
    def ongoing(self) -> Self:
        """The entries that were not over at the anchor."""
        return self.where(KINDS["ongoing"])

    @property
    def durations(self) -> Self:
        """The entries that tell a length ("two days of talks"), dated or not."""
        return self.where(KINDS["durations"])

    @property
    def recurring(self) -> Self:
        """The entries that take place again and again ("every Monday")."""
        return self.where(KINDS["recurring"])

    @property
    def unresolved(self) -> Self:
        """The entries whose time could not be dated; ``entry.time.reason`` says what is missing."""
        return self.where(KINDS["unresolved"])

    @property
    def undated(self) -> Self:
        """The events that no time dates."""
        return self._with(filter(KINDS["undated"], (*self.entries, *self.hidden)), ())

    @property
    def references(self) -> Self:
        """The entries that hang on a bare reference ("in recent years"), never on a date."""
        return self._with(filter(KINDS["references"], (*self.entries, *self.hidden)), ())


class _Asked:
    """The entries of a timeline, listed and hidden, as the query language asks them."""

    def __init__(self, timeline: Queries) -> None:
        self.rows: Sequence[Entry] = timeline.entries if not timeline.hidden else (*timeline.entries, *timeline.hidden)
        self._index = timeline._index

    def find(self, name: str, asked: When, *, certain: bool) -> frozenset[int]:
        """The listed entries that may (or must) answer; hidden ones have no date."""
        return frozenset(self._index.find(name, asked, certain=certain))


def whens(entries: Sequence[Entry]) -> Iterable[When]:
    """The times of some entries, in order."""
    return entries.whens() if isinstance(entries, Packed) else (entry.when for entry in entries)


def said_by(entries: Sequence[Entry]) -> Callable[[int], tuple[str, ...]]:
    """What an entry says of whom it concerns, by its number."""
    return entries.said if isinstance(entries, Packed) else lambda row: entries[row].said


def taken(entries: Sequence[Entry], rows: Sequence[int], sure: frozenset[int] | None = None) -> Sequence[Entry]:
    """Some of the entries by number; one that is not among the sure ones, where these are given, is marked so."""
    if isinstance(entries, Packed):
        return entries.take(rows, sure)
    found = ((row, entries[row]) for row in rows)
    return [e if sure is None or row in sure or not e.certain else evolve(e, certain=False) for row, e in found]
