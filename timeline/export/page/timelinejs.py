"""A timeline in the JSON of TimelineJS 3 (Knight Lab), which shows it as slides."""

from __future__ import annotations

import html
import json
from typing import Any

from timeline.calendar.almanac import DAY_SECONDS, Grain, civil
from timeline.calendar.values import Moment
from timeline.entries.entry import Entry
from timeline.errors import ExportError
from timeline.export.given import given
from timeline.export.page.words import entry_words
from timeline.model import Timeline


def to_timelinejs(tl: Timeline, *, title: str | None = None, indent: int | None = None) -> str:
    """The JSON text that TimelineJS 3 reads: a slide for each entry with a date, and one before them if a title is given.

    Dates are as fine as they were told, and each slide shows its own in words ("about 28 August 2023"), since TimelineJS
    knows no doubt.  TimelineJS takes texts for HTML, so all are escaped.  Raises `ExportError` when no entry has a
    date.  The format is that of https://timeline.knightlab.com/docs/json-format.html.

    >>> from timeline.calendar.values import When
    >>> talks = Entry(label="talks", when=When.read("2023-09-18/2023-09-21"))
    >>> slide = json.loads(to_timelinejs(Timeline(entries=(talks,))))["events"][0]
    >>> slide["start_date"], slide["end_date"], slide["display_date"]
    ({'year': 2023, 'month': 9, 'day': 18}, {'year': 2023, 'month': 9, 'day': 21}, '18 to 21 September 2023')
    """
    grouped = bool(given(tl).articles)
    slides = [_slide(number, entry, grouped=grouped) for number, entry in enumerate(tl.entries) if entry.dated]
    if not slides:
        raise ExportError("nothing to export: no entry has a date")
    document: dict[str, Any] = {"events": slides}
    if title is not None:
        document = {"title": {"text": {"headline": html.escape(title)}}, **document}
    return json.dumps(document, indent=indent)


def _slide(number: int, entry: Entry, *, grouped: bool) -> dict[str, Any]:
    when = entry.when
    start, end = when.start, when.end
    last = None if end is None else end if end.wall % DAY_SECONDS else Moment(end.wall - 1, end.offset)
    first = start or when.latest_start or last
    assert first is not None  # a dated entry has some bound
    told = {"start_date": _date(first, when.grain)}
    if start is not None and last is not None and _date(last, when.grain) != told["start_date"]:
        told["end_date"] = _date(last, when.grain)
    return {
        **told,
        "display_date": html.escape(entry_words(entry)),
        "text": {"headline": html.escape(entry.label), "text": _text(entry)},
        "unique_id": f"entry-{number}",
        **({"group": html.escape(entry.source)} if grouped and entry.source else {}),
    }


def _text(entry: Entry) -> str:
    told = [] if entry.factuality == "asserted" else [entry.factuality]
    lines = [*told, *([entry.sentence] if entry.sentence else [])]
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def _date(moment: Moment, grain: Grain) -> dict[str, int]:
    """A date down to the grain that was told; years before the first are negative, and there is no year 0."""
    year, month, day = civil(moment.day)
    parts = {"year": year if year > 0 else year - 1}
    if grain < Grain.YEAR:
        parts["month"] = month
    if grain <= Grain.WEEK:
        parts["day"] = day
    if grain < Grain.DAY:
        minutes, second = divmod(moment.wall % DAY_SECONDS, 60)
        parts |= {"hour": minutes // 60, "minute": minutes % 60} | ({"second": second} if grain == Grain.SECOND else {})
    return parts
