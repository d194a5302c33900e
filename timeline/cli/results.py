"""From documents to timelines, one at a time, and from several timelines to one."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click
from attrs import evolve, field, frozen

from timeline import Extractor, Timeline
from timeline.calendar.zones import zone
from timeline.cli.documents import Document, Expected, day_in_name, day_of_change, documents
from timeline.cli.files import LINES, STORED, File
from timeline.cli.messages import Messages, is_terminal
from timeline.cli.options import MISSING_ANCHOR, NO_ANCHOR, WANTED, Reading
from timeline.dating.anchor import EXPECTED
from timeline.errors import AnchorError, OptionError

LONG = 300_000  # bytes of text that take long enough for a progress bar


@frozen(kw_only=True)
class Made:
    """The timeline of one document, with its text where that is known, and the names of the document."""

    title: str
    shown: str
    timeline: Timeline
    text: str | None = None


@frozen(kw_only=True)
class Merged:
    """The timeline of all documents, with the text of the one that there is, or the texts of several by source."""

    timeline: Timeline
    text: str | None = None
    texts: Mapping[str, str] = field(factory=dict)


def timelines(files: Sequence[File], reading: Reading, messages: Messages, *, stored: bool = False) -> Iterator[Made]:
    """The timelines of all documents in some files, each made when it is asked for; what cannot be read is told.

    ``stored`` also takes timelines that are stored already.
    """
    extractors = {is_page: reading.extractor(is_page) for is_page in (False, True)}  # first, to refuse what cannot be
    expected = Expected(encoding=reading.encoding, lines=reading.lines, stored=stored)
    for document in progress(documents(files, expected, messages), files, messages):
        if document.stored is not None:
            yield Made(title=document.title, shown=document.shown, timeline=document.stored)
        elif (tl := _read(document, extractors[document.is_page], reading, messages)) is not None:
            for note in tl.notes:
                typed = note.replace('markup="html"', "--markup html")
                messages.note(f"{document.shown}: {typed}")
            yield Made(title=document.title, shown=document.shown, timeline=tl, text=document.text)


def _read(document: Document, extractor: Extractor, reading: Reading, messages: Messages) -> Timeline | None:
    """The timeline of a text, None where its anchor is not known, which is told."""
    try:
        anchor = _anchor(document, reading)
        return extractor.extract(document.text, anchor=anchor, source=document.source or reading.source)
    except AnchorError as error:
        messages.problem(f"{document.shown}: {str(error).replace(EXPECTED, WANTED)}")
        return None


def _anchor(document: Document, reading: Reading) -> datetime.date | str | None:
    """The anchor that a document tells itself, else that of its file, else the one for all."""
    if document.anchored:
        return document.anchor
    wrong = ""
    if reading.anchor_from is not None:
        from_name = reading.anchor_from == "name"
        tz = None if reading.tz is None else zone(reading.tz)
        day = day_in_name(document.file) if from_name else day_of_change(document.file, tz)
        if isinstance(day, datetime.date):
            return day
        wrong = day
    if reading.anchor is None:
        wrong = wrong or (f'it has "{document.misnamed}", expected "anchor"' if document.misnamed else "")
        raise AnchorError(f"no anchor: {wrong + '; ' if wrong else ''}--anchor gives the day it was published")
    return None if reading.anchor.casefold() == NO_ANCHOR else reading.anchor


def check_input(files: Sequence[File], reading: Reading, *, texts: bool = False) -> None:
    """Refuses a call that cannot work with such files, before anything is read; ``texts`` takes all of them for texts."""
    if sum(file.standard for file in files) > 1:
        raise click.UsageError("standard input (-) can be read only once")
    if reading.source is not None and len(files) > 1:
        raise click.UsageError(f"--source names one article, and there are {len(files)} files")
    if texts and reading.anchor is None and reading.anchor_from is None and not reading.lines:
        if not all(file.ends((*LINES, *STORED)) for file in files):  # these may name their own
            raise click.UsageError(MISSING_ANCHOR)


def progress(found: Iterable[Document], files: Sequence[File], messages: Messages) -> Iterator[Document]:
    """The documents, with a progress bar on standard error where that is a terminal and there is much to read."""
    total = sum(file.size for file in files)
    if messages.quiet or total < LONG or not is_terminal(sys.stderr):
        yield from found
        return
    with messages.held(), click.progressbar(length=total, label="reading", file=sys.stderr) as bar:
        for document in found:
            yield document
            bar.update(document.size)


def merged(made: Iterable[Made], messages: Messages) -> Merged | None:
    """All timelines as one, None where there is none.  Articles without a source are called by their files.

    Two different articles of one source cannot be told apart: the second is left out, which is told.
    """
    several = list(made)
    if len(several) <= 1:
        return Merged(timeline=several[0].timeline, text=several[0].text) if several else None
    seen: dict[str, object] = {}
    kept, texts = [], {}
    for one in several:
        tl = one.timeline
        if tl.source is None and not tl.articles:
            tl = evolve(tl, source=one.title)
        own = {article.source: _known_by(article) for article in tl.articles} or {str(tl.source): _known_by(tl)}
        doubled = [source for source in own if seen.get(source, own[source]) != own[source]]
        if doubled:
            messages.problem(f"{one.shown}: left out, since another article has the source {doubled[0]!r} too")
            continue
        seen.update(own)
        kept.append(tl)
        if one.text is not None:
            texts[str(tl.source)] = one.text
    try:
        return Merged(timeline=Timeline.merge(kept), texts=texts)
    except OptionError as error:
        raise click.ClickException(str(error)) from None


def _known_by(article: object) -> tuple[object, ...]:
    """What two articles of one source must have in common to be one article."""
    return tuple(getattr(article, name) for name in ("text_hash", "anchor", "tz", "language"))
