"""Many articles in one timeline: what each of them was, and the entries of all, kept apart by their source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve, field, frozen
from attrs.converters import optional

from timeline.calendar.conventions import Conventions
from timeline.calendar.values import Moment
from timeline.draft import Draft, settled
from timeline.entries.entry import Entry
from timeline.entries.records import Event, Link, Time
from timeline.errors import OptionError


@frozen(kw_only=True)
class Article:
    """One article of a merged timeline: all that its own timeline held beside the entries.

    >>> import timeline
    >>> one = timeline.extract("They met on Friday.", anchor="2023-09-18", source="daily")
    >>> two = timeline.extract("They met on Friday.", anchor="2023-09-25", source="weekly")
    >>> [(article.source, str(article.anchor)) for article in (one | two).articles]
    [('daily', '2023-09-18'), ('weekly', '2023-09-25')]
    """

    source: str
    anchor: Moment | None = None
    language: str = "en"
    tz: str | None = None
    conventions: Conventions = field(factory=Conventions, repr=False)
    text_hash: str = ""
    notes: tuple[str, ...] = ()
    times: tuple[Time, ...] = field(default=(), repr=False)
    events: Sequence[Event] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    draft: Draft | None = field(default=None, repr=False, converter=optional(settled))


def named(source: str | None, text_hash: str) -> str:
    """The name by which an article is known: its source, else a name out of the hash of its text.

    Raises `OptionError` for one that has neither.

    >>> named(None, "0a1b2c3d4e5f6a7b")
    'text:0a1b2c3d4e5f'
    """
    if source is not None:
        return source
    if not text_hash:
        raise OptionError("a timeline without a source cannot be merged: give extract a source=")
    return f"text:{text_hash[:12]}"


def all_of(groups: Iterable[tuple[Article, ...]]) -> tuple[Article, ...]:
    """The articles of several timelines, each once, by source.

    Raises `OptionError` where two different articles have one source.
    """
    found: dict[str, Article] = {}
    for article in (article for group in groups for article in group):
        if found.setdefault(article.source, article) != article:
            raise OptionError(f"two different articles have the source {article.source!r}: give each its own")
    return tuple(found[source] for source in sorted(found))


def placed(entries: Iterable[Entry], source: str) -> Iterator[Entry]:
    """Entries with the source that they come from."""
    return (entry if entry.source is not None else evolve(entry, source=source) for entry in entries)


def union(groups: Iterable[Iterable[Entry]]) -> list[Entry]:
    """The entries of several selections, each once; one is certain where any of them has it as certain."""
    found: dict[Entry, Entry] = {}
    for entry in (entry for group in groups for entry in group):
        key = evolve(entry, certain=True)
        if key not in found or entry.certain:
            found[key] = entry
    return list(found.values())


def listed_by_source(entries: Iterable[Entry]) -> list[Entry]:
    """Entries of many articles in listing order: earliest start, latest end, place in the text, source."""
    return sorted(entries, key=lambda entry: (entry.order, entry.source or ""))


def common(values: Sequence[Any]) -> Any:
    """What all articles have in common, else None."""
    return values[0] if all(value == values[0] for value in values) else None
