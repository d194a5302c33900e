"""A timeline as flat rows, for spreadsheets, data frames and databases."""

from __future__ import annotations

from typing import Any

from timeline.asking.table import state
from timeline.calendar.values import Moment
from timeline.entries.entry import Entry
from timeline.export.given import given
from timeline.model import Timeline


def to_records(tl: Timeline) -> list[dict[str, Any]]:
    """One flat dict for each entry, in order, always with the same keys.

    ``first_day`` and ``last_day`` are the most likely days, both included, None outside the years 1 to 9999; in every year
    ``first_ordinal`` and ``last_ordinal`` number them as `datetime.date.toordinal` does, and ``start`` (included) and
    ``end`` (not included) say the same to the second.  ``timeline.export.columns`` tells what each key holds.

    >>> from timeline.calendar.values import When
    >>> talks = Entry(label="talks", when=When.read("2023-09-18/2023-09-21"))
    >>> record = to_records(Timeline(entries=(talks,)))[0]
    >>> record["label"], record["first_day"], record["last_day"], record["end"]
    ('talks', '2023-09-18', '2023-09-21', '2023-09-22')
    """
    return [
        {
            **_dates(entry),
            **_told(entry),
            **_words(entry),
            "source": entry.source if entry.source is not None else tl.source,
        }
        for entry in given(tl)
    ]


def _dates(entry: Entry) -> dict[str, Any]:
    when = entry.when
    return {
        "label": entry.label,
        "first_day": None if when.first_day is None else when.first_day.isoformat(),
        "last_day": None if when.last_day is None else when.last_day.isoformat(),
        "first_ordinal": None if when.start is None else when.start.day,
        "last_ordinal": None if when.end is None else when.end.last_day,
        "start": _moment(when.start),
        "end": _moment(when.end),
        "earliest_start": _moment(when.earliest_start),
        "latest_start": _moment(when.latest_start),
        "earliest_end": _moment(when.earliest_end),
        "latest_end": _moment(when.latest_end),
        "edtf": str(when) or None,
        "grain": when.grain.label if when.known else None,
        "state": state(entry),
        "approximate": when.approximate,
        "duration": None if entry.duration is None else str(entry.duration),
        "duration_mod": None if entry.duration is None else entry.duration.mod,
        "rrule": None if entry.recurrence is None else entry.recurrence.rule,
    }


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "factuality": entry.factuality,
        "attribution": entry.attribution,
        "participants": "; ".join(entry.participants),
        "certain": entry.certain,
        "inferred": entry.inferred,
        "cancelled": entry.cancelled,
    }


def _words(entry: Entry) -> dict[str, Any]:
    event, time = entry.event, entry.time
    return {
        "event": None if event is None else event.text,
        "event_start": None if event is None else event.start,
        "event_end": None if event is None else event.end,
        "expression": None if time is None else time.text,
        "expression_start": None if time is None else time.start,
        "expression_end": None if time is None else time.end,
        "timex_type": None if time is None else time.type,
        "timex_value": None if time is None else time.value,
        "sentence": entry.sentence,
        "reason": entry.reason or (None if time is None else time.reason),
    }


def _moment(moment: Moment | None) -> str | None:
    return None if moment is None else str(moment)
