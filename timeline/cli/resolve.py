"""`timeline resolve`: the time that one phrase says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import click

import timeline
from timeline import Time
from timeline.cli.command import subcommand
from timeline.cli.messages import Messages, answer
from timeline.cli.options import ANCHOR, CONVENTIONS, LANGUAGE, NO_ANCHOR, QUIET, TZ, Assumed, Near, grouped
from timeline.errors import TimelineError

MISSING: Mapping[str, str] = MappingProxyType(
    {
        "needs: anchor": "it counts from a day, which --anchor gives, such as --anchor 2023-09-18",
        "needs: fiscal_year_start": "it counts in fiscal years, whose first month --fiscal-year-start gives",
        "ambiguous: date_order": "its numbers can be read in two orders; --date-order tells which",
    }
)


@subcommand("Print the time that a phrase says.", "timeline resolve next Friday --anchor 2023-09-18")
@click.argument("phrase", nargs=-1, required=True, metavar="PHRASE...")
@ANCHOR
@click.option("--tense", type=Near(("past", "future")), help="The tense of the sentence that it stands in.")
@TZ
@grouped(Assumed, CONVENTIONS, "assumed")
@LANGUAGE
@click.option("--to", "form", type=Near(("text", "json")), default="text", help="Words, or the same as data [text].")
@QUIET
def resolve(phrase: tuple[str, ...], anchor: str | None, assumed: Assumed, form: str, quiet: bool, **options: Any) -> None:
    """Print the time that a PHRASE says: its dates (EDTF), and below them how it was read.

    With --quiet the dates alone.  Where the phrase says no time, or one that cannot be dated, the exit code is 3.
    """
    messages, words = Messages(quiet), " ".join(phrase)
    published = None if anchor is None or anchor.casefold() == NO_ANCHOR else anchor
    try:
        time = timeline.resolve(words, anchor=published, conventions=assumed.conventions, **options)
    except TimelineError as error:
        raise click.UsageError(str(error)) from None
    if form == "json":
        answer(json.dumps(data(time), ensure_ascii=False))
    elif time.resolved:
        answer(value(time), *([] if quiet else reasons(time)))
    if not time.resolved:
        others = f" ({' or '.join(time.alternatives)})" if time.alternatives else ""
        messages.always(f"{words!r}: {MISSING.get(time.reason, time.reason)}{others}")
    messages.finish(found=time.resolved)


def value(time: Time) -> str:
    """What a phrase says in the shortest notation: EDTF, the rule of a repetition, else the TIMEX3 value."""
    if time.when is not None and time.when.known:
        return str(time.when)
    return time.recurrence.rule or time.value if time.recurrence is not None else time.value


def reasons(time: Time) -> Iterator[str]:
    """How a phrase was read, a line for each thing."""
    yield f"  {time.reason}"
    if time.value != value(time):
        yield f"  TIMEX3: {time.type} {time.value}"
    if time.mod is not None:
        yield f"  modifier: {time.mod}"
    if time.assumed:
        yield f"  assumed, not said: {', '.join(time.assumed)}"
    if time.alternatives:
        yield f"  the other reading: {', '.join(time.alternatives)}"
    yield f"  read by: {', '.join(time.rules)}"


def data(time: Time) -> dict[str, Any]:
    """The same as plain values."""
    when = time.when if time.when is not None and time.when.known else None
    return {
        "phrase": time.text,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "edtf": None if when is None else str(when),
        "first_day": None if when is None or when.first_day is None else when.first_day.isoformat(),
        "last_day": None if when is None or when.last_day is None else when.last_day.isoformat(),
        "duration": None if time.duration is None else str(time.duration),
        "rrule": None if time.recurrence is None else time.recurrence.rule,
        "resolved": time.resolved,
        "reason": time.reason,
        "assumed": list(time.assumed),
        "alternatives": list(time.alternatives),
        "rules": list(time.rules),
    }
