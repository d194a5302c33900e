"""The Timeline: what happened when, in order, as an object to ask."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Iterator
from typing import overload

from attrs import evolve, field, frozen

from timeline import bounds
from timeline.almanac import DAY_SECONDS, Grain
from timeline.conventions import Conventions
from timeline.entry import Entry
from timeline.errors import AmbiguousError, MissingError, PeriodError
from timeline.explain import Explanation, explain
from timeline.records import Event, Link, Time
from timeline.table import render
from timeline.values import Moment, When

Period = str | datetime.date | datetime.datetime | When | Entry


@frozen(kw_only=True)
class Timeline:
    """What happened when, in order.

    Iterating, ``len``, printing and the exporters see the entries that carry a time; `undated` and `references` hold the
    rest.  Every selection is a Timeline again, so selections chain.  A timeline keeps the quoted sentences and a hash of
    the text, not the text.
    """

    entries: tuple[Entry, ...]
    hidden: tuple[Entry, ...] = field(default=(), repr=False)
    times: tuple[Time, ...] = field(default=(), repr=False)
    events: tuple[Event, ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()
    anchor: Moment | None = None
    source: str | None = None
    language: str = "en"
    tz: str | None = None
    conventions: Conventions = field(factory=Conventions, repr=False)
    text_hash: str = ""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, item: object) -> bool:
        if isinstance(item, str):
            return bool(self._named(item, self.entries))
        return item in self.entries

    @overload
    def __getitem__(self, key: int | str) -> Entry: ...

    @overload
    def __getitem__(self, key: slice) -> Timeline: ...

    def __getitem__(self, key: int | str | slice) -> Entry | Timeline:
        """An entry by its number or head word, or the entries of a stretch of time by a slice.

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
        first = None if key.start is None else _when(key.start).earliest_start
        last = None if key.stop is None else _when(key.stop).latest_end
        if first is not None and last is not None and first.wall >= last.wall:
            raise PeriodError(f"the slice ends before it starts: {key.start!r} to {key.stop!r}")
        return self.overlapping(When(earliest_start=first, latest_start=first, earliest_end=last, latest_end=last))

    def _named(self, word: str, entries: tuple[Entry, ...]) -> list[Entry]:
        wanted = word.casefold()
        heads = [
            e for e in entries if e.event is not None and wanted in (e.event.text.casefold(), e.event.lemma.casefold())
        ]
        return heads or [e for e in entries if e.event is None and wanted in e.label.casefold()]

    def _one(self, word: str) -> Entry:
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
        raise MissingError(f"no entry answers to {word!r}{hint}")

    def _select(self, entries: tuple[Entry, ...]) -> Timeline:
        return evolve(self, entries=tuple(sorted(entries, key=lambda entry: entry.order)), hidden=())

    @property
    def undated(self) -> Timeline:
        """The events that no time dates."""
        return self._select(tuple(e for e in self.hidden if not e.is_reference))

    @property
    def references(self) -> Timeline:
        """The entries that hang on a bare reference ("in recent years"), never on a date."""
        return self._select(tuple(e for e in self.hidden if e.is_reference))

    def mentioning(self, word: str) -> Timeline:
        """The entries, shown or not, whose label, event or time holds the word (in any case)."""
        wanted = word.casefold()

        def holds(entry: Entry) -> bool:
            said = (entry.label, *(time.text for time in entry.times), entry.event.lemma if entry.event else "")
            return any(wanted in text.casefold() for text in said)

        return self._select(tuple(e for e in (*self.entries, *self.hidden) if holds(e)))

    def overlapping(self, period: Period, *, certain: bool = False) -> Timeline:
        """The entries that may (or must) have been going on at some moment of the period.

        ``period`` is an entry, a `When`, a date, a datetime or an EDTF string, its ends included.  Raises `PeriodError` for
        anything else.
        """
        return self._time_query(bounds.overlapping, period, certain)

    def before(self, period: Period, *, certain: bool = False) -> Timeline:
        """The entries that may (or must) have ended by the time the period starts."""
        return self._time_query(bounds.before, period, certain)

    def after(self, period: Period, *, certain: bool = False) -> Timeline:
        """The entries that may (or must) have started when the period had ended."""
        return self._time_query(lambda a, b, certain: bounds.before(b, a, certain=certain), period, certain)

    def between(self, first: Period, last: Period, *, certain: bool = False) -> Timeline:
        """The entries that may (or must) lie wholly between the start of one period and the end of another."""
        start, end = _when(first).earliest_start, _when(last).latest_end
        if start is not None and end is not None and start.wall >= end.wall:
            raise PeriodError(f"the stretch ends before it starts: {first!r} to {last!r}")
        stretch = When(earliest_start=start, latest_start=start, earliest_end=end, latest_end=end)
        return self._time_query(bounds.within, stretch, certain)

    def on(self, period: str | datetime.date, *, certain: bool = False) -> Timeline:
        """The entries that may (or must) touch one unit of the calendar: a day, a week "2023-W37", a month "2023-09"."""
        if isinstance(period, str) and "/" in period:
            raise PeriodError(
                f"{period!r} is an interval, expected one calendar unit; tl.overlapping({period!r}) takes it"
            )
        return self._time_query(bounds.overlapping, period, certain)

    def _time_query(self, holds: Callable[..., bool], period: Period, certain: bool) -> Timeline:
        when = _when(period)
        dated = [entry for entry in self.entries if entry.dated and entry is not period]
        if certain:
            return self._select(tuple(evolve(e, certain=True) for e in dated if holds(e.when, when, certain=True)))
        return self._select(
            tuple(
                evolve(e, certain=holds(e.when, when, certain=True))
                for e in dated
                if holds(e.when, when, certain=False)
            )
        )

    def why(self, entry: Entry | int | str) -> Explanation:
        """How an entry came by its time, in words: expression, rules, tense, anchor, link and what was assumed."""
        return explain(entry if isinstance(entry, Entry) else self[entry], self.anchor)

    def __str__(self) -> str:
        return render(self.entries, len(self.undated), len(self.references))


def _when(period: object) -> When:
    """The stretch of time that an argument of a query says."""
    if isinstance(period, Entry):
        return period.when
    if isinstance(period, When):
        return period
    if isinstance(period, datetime.datetime):
        offset = period.utcoffset()
        seconds = period.hour * 3600 + period.minute * 60 + period.second
        start = Moment(
            period.toordinal() * DAY_SECONDS + seconds, None if offset is None else round(offset.total_seconds())
        )
        return When.filling(start, Moment(start.wall + 1, start.offset), grain=Grain.SECOND)
    if isinstance(period, datetime.date):
        start = Moment(period.toordinal() * DAY_SECONDS)
        return When.filling(start, Moment(start.wall + DAY_SECONDS))
    if isinstance(period, str):
        return When.read(period)
    raise PeriodError(
        f"cannot read {period!r} as a time: expected an entry, a When, a date, a datetime or an EDTF string"
    )
