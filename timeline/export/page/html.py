"""A timeline as one HTML file that needs nothing else, as a part of a page, and as an SVG file.

Everything that comes from a text goes through the escaping of jinja2.  The page's own script and style are fixed files, named
by their hashes in its Content-Security-Policy, which allows nothing else.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import importlib.resources
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline.asking.kinds import KINDS
from timeline.asking.table import state
from timeline.calendar.almanac import Grain, Period
from timeline.draft import Draft
from timeline.entries.entry import Entry
from timeline.errors import OptionError
from timeline.explain import steps
from timeline.export.given import given
from timeline.export.offsets import check_text
from timeline.export.page.article import Paragraph, marks_of, paragraphs, seen
from timeline.export.page.drawing import legend, levels
from timeline.export.page.units import Pieces, day_words, unit_words
from timeline.export.page.words import entry_pieces, entry_words
from timeline.model import Timeline
from timeline.texts.document import hash_of

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_TOGETHER = 60  # entries in one list; more are told by month, year or longer
MOST_OPEN = 200  # entries of which all groups are shown open
MOST_GROUPS = 60
MOST_UNDATED = 1_000  # events without a date that a page lists
WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
# What no XML document can hold: control characters, halves of surrogate pairs, two that are no characters.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
Text = str | Mapping[str, str] | None


@frozen(kw_only=True)
class Row:
    """One entry of the list."""

    number: int
    entry: Entry
    when: Pieces
    badges: tuple[str, ...]
    why: str
    source: str | None
    link: str | None


@frozen(kw_only=True)
class Group:
    """Some rows under one heading; all rows without one."""

    heading: str
    rows: tuple[Row, ...]


@frozen(kw_only=True)
class Shown:
    """One article: where it comes from, and its paragraphs."""

    source: str | None
    link: str | None
    paragraphs: tuple[Paragraph, ...]


def to_html(
    tl: Timeline,
    article: Text = None,
    *,
    fragment: bool = False,
    title: str | None = None,
    lang: str | None = None,
) -> str:
    """A page to look at: the article with its times and events marked, the drawn timeline, and a list with the reasons.

    ``article`` is the text that the timeline was made from; of a merged timeline a dict of the texts by source, some of which
    may be missing.  Without it the page has no text.  ``fragment=True`` gives a part to be put into another page, without
    a script, all its classes and ids beginning with "tl-".  ``title`` is the heading, ``lang`` the language of the
    article (a BCP 47 tag) where it is not that of the timeline.  Raises `OptionError` for another text than that of the
    timeline, for a source that it does not have, and for what is no language tag.

    >>> page = to_html(Timeline(entries=(Entry(label="<b>talks</b>"),)), title="Two & more")
    >>> "<b>" in page, "&lt;b&gt;talks" in page, "Two &amp; more" in page
    (False, True, True)
    """
    if lang is not None and not (isinstance(lang, str) and LANGUAGE.fullmatch(lang)):
        raise OptionError(f"lang is {lang!r}, expected a language tag such as 'en' or 'en-GB'")
    heading = title if title is not None else "Timeline"
    style, script = _resource("drawing.css") + "\n" + _resource("page.css"), _resource("page.js")
    context = {
        "title": heading,
        "lang": lang or given(tl).language,
        "prefix": f"tl-{_key(tl, heading)}-" if fragment else "tl-",
        "style": style,
        "script": script,
        "policy": _policy(style, script),
        **_content(tl, article),
    }
    return _environment().get_template("fragment.html.j2" if fragment else "page.html.j2").render(context)


def to_svg(tl: Timeline, *, title: str | None = None) -> str:
    """The drawn timeline as an SVG file by itself, in light or dark as the reader prefers.

    Dates that are not certain fade at their ends; a dashed line between two bars means some time in between.  ``title`` is its
    name for those who do not see it.

    >>> to_svg(Timeline(entries=()))[:39]
    '<svg xmlns="http://www.w3.org/2000/svg"'
    """
    drawn = levels(tuple(given(tl).entries), tl.anchor, percent=False, zooms=(1,))
    context = {
        "title": title if title is not None else "Timeline",
        "description": "; ".join(f"{entry.label}: {entry_words(entry)}" for entry in tl.entries[:MOST_TOGETHER]),
        "level": drawn[0] if drawn else None,
        "style": _resource("drawing.css"),
        "prefix": "tl-",
    }
    return _environment().get_template("file.svg.j2").render(context)


def _content(tl: Timeline, article: Text) -> dict[str, Any]:
    hidden = [(number, entry) for number, entry in enumerate(tl.hidden, start=len(tl))]
    undated = [(n, entry) for n, entry in hidden if KINDS["undated"](entry)]
    references = [(n, entry) for n, entry in hidden if not KINDS["undated"](entry)]
    entries = tuple(tl.entries)  # those of a large timeline are made anew each time that they are looked at
    drawn = levels(entries, tl.anchor, percent=True)
    rows = [_row(number, entry, tl) for number, entry in enumerate(entries)]
    return {
        "levels": drawn,
        "legend": legend(drawn),
        "groups": _groups(rows),
        "open": len(rows) <= MOST_OPEN,
        "undated": undated[:MOST_UNDATED],
        "undated_left": max(0, len(undated) - MOST_UNDATED),
        "references": references[:MOST_UNDATED],
        "articles": _articles(tl, article, undated[:MOST_UNDATED] + references[:MOST_UNDATED]),
        "sources": bool(tl.articles),
        "source": tl.source,
        "link": _link(tl.source),
        "anchor": tl.anchor,
        "published": None if tl.anchor is None else day_words(tl.anchor.day),
        "counted": _counted(len(rows), "entry", "entries") + (f" of {len(tl.articles):,} articles" if tl.articles else ""),
        "notes": tl.notes,
    }


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


# -- the list ----------------------------------------------------------------------------------------------------------


def _row(number: int, entry: Entry, tl: Timeline) -> Row:
    of = next((one for one in tl.articles if one.source == entry.source), None)
    source = entry.source if tl.articles else None
    return Row(
        number=number,
        entry=entry,
        when=entry_pieces(entry),
        badges=tuple(_badges(entry)),
        why="\n".join(steps(entry, tl.anchor if of is None else of.anchor)),
        source=source,
        link=_link(source),
    )


def _badges(entry: Entry) -> Iterator[str]:
    """What a reader must know of an entry beside its time, in words."""
    if entry.cancelled:
        yield "called off"
    elif entry.factuality != "asserted":
        yield entry.factuality
    if state(entry) in ("ongoing", "inferred"):
        yield state(entry)
    if not entry.certain:
        yield "may fit the query"


def _groups(rows: Sequence[Row]) -> list[Group]:
    """The rows by the finest unit of the calendar that makes no more than so many groups; all together if they are few."""
    if len(rows) <= MOST_TOGETHER:
        return [Group(heading="", rows=tuple(rows))] if rows else []
    for grain in (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY):
        by: dict[str, list[Row]] = {}
        for row in rows:
            by.setdefault(_heading(row.entry, grain), []).append(row)
        if len(by) <= MOST_GROUPS:
            break
    return [Group(heading=heading, rows=tuple(members)) for heading, members in by.items()]


def _heading(entry: Entry, grain: Grain) -> str:
    if not entry.dated:
        return "Without a date"
    start = entry.when.earliest_start
    if start is None:
        return "Since nobody knows when"
    words = unit_words(Period.of_day(start.day).to(grain))
    return words[0].upper() + words[1:]


def _link(source: str | None) -> str | None:
    """The source as an address to follow, None for anything but a web page."""
    return source if source is not None and WEB.fullmatch(source) else None


# -- the article -------------------------------------------------------------------------------------------------------


def _articles(tl: Timeline, article: Text, hidden: Sequence[tuple[int, Entry]]) -> list[Shown]:
    if article is None:
        return []
    if tl.articles and isinstance(article, str):
        raise OptionError("this timeline is of several articles: give a dict of their texts by source")
    texts: dict[Any, str] = dict(article) if isinstance(article, Mapping) else {tl.source: article}
    known: dict[Any, tuple[str, Draft | None]] = {
        one.source: (one.text_hash, one.draft) for one in tl.articles or (tl,)
    }
    numbered = [*enumerate(tl.entries), *hidden]
    shown = []
    for source, text in texts.items():
        if source not in known:
            raise OptionError(f"the timeline has no article {source!r}, it has {', '.join(map(repr, known))}")
        text_hash, draft = known[source]
        if not isinstance(text, str):
            raise OptionError(f"article is {text!r:.40}, expected the text, or a dict of texts by source")
        check_text(text, text_hash)
        own = [(n, entry) for n, entry in numbered if not tl.articles or entry.source == source]
        view, marks = text, list(marks_of(own))
        if draft is not None and draft.html:
            view, marks = seen(text, marks)
        shown.append(Shown(source=source, link=_link(source), paragraphs=tuple(paragraphs(view, marks))))
    return shown


# -- the files of the page ---------------------------------------------------------------------------------------------


def _resource(name: str) -> str:
    return importlib.resources.files(__package__).joinpath(name).read_text(encoding="utf-8").strip()


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy under which nothing but this style and this script runs, and nothing is loaded."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _key(tl: Timeline, title: str) -> str:
    """A few letters that tell the fragments of one page apart."""
    told = "\n".join([title, tl.source or "", tl.text_hash, *(entry.label for entry in tl.entries[:MOST_TOGETHER])])
    return hash_of(told)[:6]


@functools.lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("timeline.export.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_writable,
    )
    return made


def _writable(value: Any) -> Any:
    """A value without the characters that no document can hold."""
    return UNWRITABLE.sub("\ufffd", value) if type(value) is str else value
