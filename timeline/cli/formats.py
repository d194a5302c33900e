"""What can be written: a table of formats, to which an exporter adds one line.

A format is a function from timelines to pieces of bytes.  Most make one timeline of all; "jsonl" keeps them apart and
writes each as soon as it is made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import signature
from pathlib import Path
from types import MappingProxyType

import attrs
import click
from attrs import frozen

import timeline
from timeline import Timeline
from timeline.cli.messages import Messages
from timeline.cli.results import Made, Merged, merged
from timeline.errors import ExportError
from timeline.export.ical.options import CalendarOptions


@frozen(kw_only=True)
class Manner:
    """How something is written: in so many columns of a terminal, with such options of a calendar; and where to tell of it."""

    messages: Messages
    width: int | None = None
    calendar: CalendarOptions = CalendarOptions()


PARQUET = "the same with the types of the columns; needs the extra arrow"
OPTIONS = (  # how the library tells of an option, and how the command line does
    (re.compile(r"include='(\w+)'"), r"--include \1"),
    (re.compile(r"max_span=timedelta\(days=(\d+)\)"), r"--max-span \1"),
)
Writer = Callable[[Iterable[Made], Manner], Iterator[bytes]]


@frozen
class Format:
    """A format: its name and file endings, the function that writes it, and what it is in a few words."""

    name: str
    endings: tuple[str, ...]
    write: Writer
    description: str
    binary: bool = False


def whole(make: Callable[[Timeline], str | bytes]) -> Writer:
    """A writer of one timeline that all are merged into; nothing is written where there is none."""
    return told_whole(lambda made, _: make(made.timeline))


def told_whole(make: Callable[[Merged, Manner], str | bytes]) -> Writer:
    """The same for a function that asks for the texts too, or for the manner of writing."""

    def write(made: Iterable[Made], manner: Manner) -> Iterator[bytes]:
        together = merged(made, manner.messages)
        if together is not None:
            data = make(together, manner)
            yield data if isinstance(data, bytes) else (data.removesuffix("\n") + "\n").encode("utf-8", "replace")

    return write


def table(made: Merged, manner: Manner) -> str:
    """The table that the library prints."""
    return made.timeline.table(manner.width)


def page(made: Merged, _: Manner) -> str:
    """A page with the texts, where they are known."""
    return timeline.to_html(made.timeline, made.text if made.text is not None else made.texts or None)


def annotated(made: Merged, _: Manner) -> str:
    """The text with its times, events and links; there is a text only where one article was read."""
    if made.text is None:
        raise click.UsageError("TimeML holds the text: it is written of one article that is read, not of a stored timeline")
    return timeline.to_timeml(made.timeline, made.text)


def calendar(made: Merged, manner: Manner) -> bytes:
    """A calendar; what it leaves out is told."""
    tl = made.timeline
    options = {f.name: getattr(manner.calendar, f.name) for f in attrs.fields(CalendarOptions)}
    asked = {name: options[name] for name in signature(timeline.ical_report).parameters if name in options}
    for line in str(timeline.ical_report(tl, **asked)).splitlines():
        manner.messages.note(_for_shells(line))
    try:
        return timeline.to_ical(tl, **options)
    except ExportError:
        raise click.ClickException("nothing to export: no entry has a place in a calendar") from None


def _for_shells(line: str) -> str:
    """A line of the report with the options as they are typed."""
    for library, shell in OPTIONS:
        line = library.sub(shell, line)
    return line


def csv(tl: Timeline) -> bytes:
    """The entries as CSV, with its own line ends."""
    return timeline.to_csv(tl).encode()


def lines(made: Iterable[Made], _: Manner) -> Iterator[bytes]:
    """Each timeline as one line of JSON."""
    for one in made:
        yield f"{timeline.to_json(one.timeline)}\n".encode()


def records(tl: Timeline) -> str:
    """Each entry as one flat object of JSON, a line each."""
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in timeline.to_records(tl))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        made.name: made
        for made in (
            Format("table", (".txt",), told_whole(table), "a table for people"),
            Format("json", (".json",), whole(timeline.to_json), "one timeline, with nothing lost"),
            Format("jsonl", (".jsonl", ".ndjson"), lines, "a timeline for each document, one a line"),
            Format("records", (), whole(records), "a flat JSON object for each entry, one a line"),
            Format("ical", (".ics",), told_whole(calendar), "a calendar (iCalendar)"),
            Format("html", (".html", ".htm"), told_whole(page), "a page with the text, a drawing and the reasons"),
            Format("timeml", (".tml",), told_whole(annotated), "the text of one article, annotated (TimeML)"),
            Format("svg", (".svg",), whole(timeline.to_svg), "the drawing alone"),
            Format("md", (".md",), whole(timeline.to_markdown), "a table in Markdown"),
            Format("csv", (".csv",), whole(csv), "a row for each entry, for spreadsheets"),
            Format("parquet", (".parquet",), whole(timeline.to_parquet), PARQUET, binary=True),
            Format("timelinejs", (), whole(timeline.to_timelinejs), "slides for TimelineJS"),
        )
    }
)


OTHER_NAMES = {"markdown": "md", "xml": "timeml", "text": "table"}
BY_ENDING: Mapping[str, str] = MappingProxyType(
    {**OTHER_NAMES, **{ending[1:]: form.name for form in FORMATS.values() for ending in form.endings}}
)


def of_ending(name: str) -> Format:
    """The format that the ending of a file name says, a table where it has none.

    Raises `click.UsageError` for an ending that no format has.
    """
    ending = Path(name).suffix.lower()
    for found in FORMATS.values():
        if not ending or ending in found.endings:
            return found
    raise click.UsageError(f"no format ends in {ending!r}: --to names one of {', '.join(FORMATS)}")
