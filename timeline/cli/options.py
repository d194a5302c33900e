"""The options that several subcommands share, and the types of their values."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import click
from attrs import frozen
from click.shell_completion import CompletionItem

from timeline import Conventions, Extractor
from timeline.calendar.conventions import DATE_ORDERS, DOMAINS, DateOrder, Domain
from timeline.calendar.zones import zone, zone_names
from timeline.cli.command import on_assumptions, on_output, on_texts
from timeline.cli.messages import meant, near
from timeline.dating.anchor import EXPECTED, read_anchor
from timeline.errors import AnchorError, TimelineError
from timeline.languages import LANGUAGES

if TYPE_CHECKING:
    OneOf: TypeAlias = click.Choice[str]
    Value: TypeAlias = click.ParamType[str]
else:  # click before 8.4 has no type arguments
    OneOf, Value = click.Choice, click.ParamType

NO_ANCHOR = "none"
NOW = frozenset("today now yesterday tomorrow".split())
WANTED = 'expected one such as 2023-09-18 or "18 September 2023"'
MISSING_ANCHOR = (
    "Missing option '--anchor': the day the text was published, such as --anchor 2023-09-18; or --anchor-from name or "
    "mtime, or --anchor none for a text of no day"
)
Command = Callable[..., Any]


class Near(OneOf):
    """One of some words, in any case; a wrong one is told with what was probably meant.

    ``other_names`` are words that people take for one of them, and the one that is meant.
    """

    def __init__(self, choices: Iterable[str], other_names: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__(tuple(choices), case_sensitive=False)
        self.other_names = other_names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The choice as it is written in the list."""
        found = {choice.casefold(): choice for choice in self.choices}.get(str(value).casefold())
        if found is None:
            choices = ", ".join(map(repr, self.choices))
            other = self.other_names.get(str(value).casefold())
            guess = near(str(value), self.choices) if other is None else meant([other])
            self.fail(f"{value!r} is not one of {choices}{guess}", param, ctx)
        return found


class Whole(click.IntRange):
    """A whole number within bounds; what is none is told so."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        if not str(value).strip().lstrip("+-").isdecimal():
            bounds = f"from {self.min}" + ("" if self.max is None else f" to {self.max}")
            self.fail(f"{value!r} is no number, expected a whole one {bounds}", param, ctx)
        return super().convert(value, param, ctx)


class Day(Value):
    """A day as an anchor tells it, or none."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value itself, once it is known to be a day."""
        said = str(value).strip()
        if said.casefold() in NOW:
            self.fail(f'the clock is never read: write the day, or "$(date +%F)" for today; got {value!r}', param, ctx)
        try:
            read_anchor(None if said.casefold() == NO_ANCHOR else said)
        except AnchorError as error:
            self.fail(str(error).replace(EXPECTED, WANTED), param, ctx)
        return said


class Zone(Value):
    """The name of a time zone."""

    name = "zone"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as the zone has it."""
        try:
            return zone(str(value)).key
        except TimelineError as error:
            self.fail(str(error), param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The zones that begin so, in any case."""
        return [CompletionItem(name) for name in zone_names() if name.casefold().startswith(incomplete.casefold())]


class Encoding(Value):
    """The name of a text encoding."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself, once it is known to encode text."""
        try:
            " ".encode(value)
        except (LookupError, ValueError):
            self.fail(f"there is no text encoding {value!r}, expected one such as utf-8 or cp1252", param, ctx)
        return str(value)


@frozen(kw_only=True)
class Assumed:
    """What is assumed of texts: the options that `CONVENTIONS` names."""

    domain: Domain
    country: str | None
    date_order: DateOrder | None
    fiscal_year_start: int | None

    @property
    def conventions(self) -> Conventions:
        """The same as the library takes it; a `click.UsageError` for what cannot be."""
        try:
            return Conventions(
                domain=self.domain,
                fiscal_year_start=self.fiscal_year_start,
                date_order=self.date_order,
                country=self.country,
            )
        except TimelineError as error:
            raise click.UsageError(str(error)) from None


@frozen(kw_only=True)
class Reading(Assumed):
    """How texts are read: the options that `READING` names."""

    anchor: str | None
    anchor_from: str | None
    infer: bool
    tz: str | None
    language: str
    markup: str
    source: str | None
    encoding: str
    lines: bool
    quiet: bool

    def extractor(self, is_page: bool) -> Extractor:
        """The extractor of these options, for a page of HTML or a plain text; a `click.UsageError` where they cannot be."""
        is_html = is_page if self.markup == "auto" else self.markup == "html"
        try:
            return Extractor(
                language=self.language,
                tz=self.tz,
                infer=self.infer,
                markup="html" if is_html else None,
                conventions=self.conventions,
            )
        except TimelineError as error:
            raise click.UsageError(str(error)) from None


ANCHOR = on_texts(
    "--anchor", type=Day(), metavar="DATE", help="The day the text was published; none for a text of no day."
)
TZ = on_texts("--tz", type=Zone(), metavar="ZONE", help="The zone of clock times without one, such as Europe/Berlin.")
LANGUAGE = on_texts("--language", type=Near(LANGUAGES), default="en", help="The language of the text [en].")
CONVENTIONS = (
    on_assumptions(
        "--domain",
        type=Near(DOMAINS),
        default="news",
        help="The kind of text: news, a narrative, a notice of what is to come [news].",
    ),
    on_assumptions(
        "--country",
        metavar="CODE",
        help="The country, such as US or GB-ENG, whose public holidays are meant; needs the extra holidays.",
    ),
    on_assumptions("--date-order", type=Near(DATE_ORDERS), help="The order of 3/4/2023 [settled by the text]."),
    on_assumptions(
        "--fiscal-year-start",
        type=Whole(1, 12),
        metavar="MONTH",
        help="The month (1 to 12) in which a fiscal year starts; without it fiscal dates stay unresolved.",
    ),
)
QUIET = on_output("-q", "--quiet", is_flag=True, help="Tell problems only, no notes, and draw no progress bar.")
READING = (
    ANCHOR,
    on_texts(
        "--anchor-from",
        type=Near(("name", "mtime")),
        help="Take the day from the file: from a date in its name, 2023-09-18 or 20230918, or from its last change, in UTC or "
        "the zone of --tz. Files without one take --anchor.",
    ),
    TZ,
    LANGUAGE,
    on_texts(
        "--markup",
        type=Near(("auto", "none", "html")),
        default="auto",
        help="The markup of the texts; auto takes files that end in .htm or .html for HTML [auto].",
    ),
    on_texts("--source", metavar="ID", help="An id or URL of the one article, by which calendars know it again."),
    on_texts("--encoding", type=Encoding(), default="utf-8-sig", metavar="NAME", help="The texts' encoding [utf-8]."),
    on_texts(
        "--jsonl",
        "lines",
        is_flag=True,
        help='Read JSON lines: {"text": ..., "anchor": ..., "id": ...}. Files in .jsonl or .ndjson are read so anyway.',
    ),
    *CONVENTIONS,
    on_assumptions("--infer", is_flag=True, help="Also date events that carry no time."),
    QUIET,
)


def reads(command: Command) -> Command:
    """Gives a command the options of `Reading`, as ``reading``."""
    return grouped(Reading, READING, "reading")(command)


def grouped(holder: type[Any], options: Iterable[Any], name: str) -> Callable[[Command], Command]:
    """A decorator that gives a command some options, held by one object that is its argument of that name."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def call(**values: Any) -> Any:
            own = {f.name: values.pop(f.name) for f in attrs.fields(holder)}
            return command(**values, **{name: holder(**own)})

        decorated: Command = call
        for option in reversed([*options]):
            decorated = option(decorated)
        return decorated

    return decorate
