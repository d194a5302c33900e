"""The command line: articles in, a table, JSON or a calendar out.

It exits with 2 for what was called wrongly and with 1 for what cannot be read, written or exported.  Text is read and written
as UTF-8, whatever the machine's locale says.
"""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click
from attrs import frozen

import timeline
from timeline import Timeline
from timeline.calendar.conventions import DATE_ORDERS, DOMAINS, Conventions
from timeline.errors import ExportError, TimelineError
from timeline.export.ical import CalendarOptions, write_calendar
from timeline.export.slots import EXTRAS

DISTRIBUTION = "article-timeline"
STANDARD = "-"


def version() -> str:
    """The version of the installed distribution.

    >>> bool(version())
    True
    """
    try:
        return importlib.metadata.version(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        click.echo(f"timeline {version()}")
        context.exit()


def _encoding(_: click.Context, __: click.Parameter, name: str) -> str:
    try:
        " ".encode(name)
    except (LookupError, ValueError):
        raise click.BadParameter(f"there is no text encoding {name!r}, expected one such as utf-8 or cp1252") from None
    return name


@frozen
class Article:
    """A text to read and the name it goes by."""

    name: str
    text: str


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version, help="Show the version."
)
def main() -> None:
    """What happened when, in order: an article and its date in, a timeline out."""


@main.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--anchor", required=True, metavar="DATE", help="The day the text was published, or none.")
@click.option(
    "--to", "form", type=click.Choice(("table", "json", "ical")), default="table", help="What to write [table]."
)
@click.option("--tz", metavar="ZONE", help="The zone of clock times without one, such as Europe/Berlin.")
@click.option("--infer", is_flag=True, help="Also date events that carry no time.")
@click.option("--language", default="en", metavar="NAME", help="The language of the text [en].")
@click.option(
    "--domain",
    type=click.Choice(DOMAINS),
    default="news",
    help="The kind of text: news, a narrative, a notice of what is to come [news].",
)
@click.option("--markup", type=click.Choice(("html",), case_sensitive=False), help="The markup of the text [none].")
@click.option(
    "--fiscal-year-start",
    type=click.IntRange(1, 12),
    metavar="MONTH",
    help="The month (1 to 12) in which a fiscal year starts; without it fiscal dates stay unresolved.",
)
@click.option(
    "--date-order",
    type=click.Choice(DATE_ORDERS, case_sensitive=False),
    help="The order of 3/4/2023 [settled by the text].",
)
@click.option(
    "--include",
    type=click.Choice(EXTRAS),
    multiple=True,
    help="What a calendar takes in beside what has a day and is told as a fact or plan; may be repeated.",
)
@click.option("--source", metavar="ID", help="An id or URL of the article, by which calendars know it again.")
@click.option(
    "--encoding", default="utf-8-sig", metavar="NAME", callback=_encoding, help="The text's encoding [utf-8]."
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
def extract(
    files: tuple[str, ...],
    anchor: str,
    form: str,
    tz: str | None,
    infer: bool,
    domain: str,
    language: str,
    markup: str | None,
    fiscal_year_start: int | None,
    date_order: str | None,
    include: tuple[str, ...],
    source: str | None,
    encoding: str,
    output: str | None,
) -> None:
    """Extract the timeline of each FILE, or of standard input without any (or with "-").

    Several files make one table each, under the file's name; one JSON document a line; or a single calendar. What a calendar
    leaves out is told on standard error.
    """
    if source is not None and len(files) > 1:
        raise click.UsageError(f"--source names one article, and there are {len(files)} files")
    articles = [_read(name, encoding) for name in files or (STANDARD,)]
    published = None if anchor.strip().casefold() == "none" else anchor
    try:
        timelines = [
            timeline.extract(
                article.text,
                anchor=published,
                language=language,
                source=source,
                tz=tz,
                infer=infer,
                markup=markup,
                conventions=Conventions(
                    domain=domain, fiscal_year_start=fiscal_year_start, date_order=date_order
                ),
            )
            for article in articles
        ]
    except TimelineError as error:
        raise click.UsageError(str(error)) from None
    _tell_notes(articles, timelines)
    _write(WRITERS[form](articles, timelines), output)


def _read(name: str, encoding: str) -> Article:
    """The text of a file; its line ends stay as they are, so that offsets are those of the file."""
    try:
        data = sys.stdin.buffer.read() if name == STANDARD else Path(name).read_bytes()
    except (OSError, ValueError) as error:  # a name that holds a null byte is a ValueError
        raise click.ClickException(f"cannot read {name!r}: {getattr(error, 'strerror', None) or error}") from None
    shown = "standard input" if name == STANDARD else name
    try:
        return Article(shown, data.decode(encoding))
    except UnicodeError as error:
        place = (
            f" (byte {data[error.start]:#04x} at offset {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        )
        told = f"it is no {encoding.removesuffix('-sig')}{place}; --encoding names another encoding"
        raise click.ClickException(f"cannot read {shown!r}: {told}") from None


def _tell_notes(articles: list[Article], timelines: list[Timeline]) -> None:
    for article, tl in zip(articles, timelines, strict=True):
        for note in tl.notes:
            click.echo(f"{article.name}: {note}", err=True)


def _tables(articles: list[Article], timelines: list[Timeline]) -> bytes:
    width = _width()
    if len(timelines) == 1:
        return f"{timelines[0].table(width)}\n".encode("utf-8", "replace")
    tables = [f"==> {article.name} <==\n{tl.table(width)}\n" for article, tl in zip(articles, timelines, strict=True)]
    return "\n".join(tables).encode("utf-8", "replace")


def _width() -> int | None:
    """The columns of the terminal that is written to; None for a file or a pipe, which are the same everywhere."""
    to_file = click.get_current_context().params.get("output") not in (None, STANDARD)
    return None if to_file or not sys.stdout.isatty() else shutil.get_terminal_size().columns


def _documents(_: list[Article], timelines: list[Timeline]) -> bytes:
    return "".join(timeline.to_json(tl) + "\n" for tl in timelines).encode()


def _calendar(articles: list[Article], timelines: list[Timeline]) -> bytes:
    include = click.get_current_context().params["include"]
    for article, tl in zip(articles, timelines, strict=True):
        for line in str(timeline.ical_report(tl, include=include)).splitlines():
            click.echo(f"{article.name}: {line}", err=True)
    try:
        return write_calendar(timelines, CalendarOptions(include=include))
    except ExportError:
        raise click.ClickException("nothing to export: no entry has a place in a calendar") from None


WRITERS: dict[str, Callable[[list[Article], list[Timeline]], bytes]] = {
    "table": _tables,
    "json": _documents,
    "ical": _calendar,
}


def _write(data: bytes, output: str | None) -> None:
    if output is None or output == STANDARD:
        click.echo(data, nl=False)
        return
    try:
        Path(output).write_bytes(data)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"cannot write {output!r}: {getattr(error, 'strerror', None) or error}") from None
