"""Dating events that carry no time of their own, by their tense against the anchor.

A first, careful step: what was reported was reported on the day of the article, what is past had ended by then, what is to
come had not begun.  Every date made here is marked as inferred.
"""

from __future__ import annotations

from attrs import evolve

from timeline.almanac import DAY_SECONDS
from timeline.entry import Entry
from timeline.records import Event
from timeline.values import Moment, When


def inferred(entry: Entry, anchor: Moment) -> Entry:
    """An undated entry with the bounds that its event's tense gives.

    >>> seen = Event(start=0, end=4, text="left", lemma="leave", group_start=0, group_end=4, direction="past", shown_by="left")
    >>> print(inferred(Entry(label="They left", event=seen), Moment.of(2023, 9, 18)).when)
    ../2023-09-18
    """
    assert entry.event is not None
    today = Moment(anchor.day * DAY_SECONDS)
    when, reason = _bounds(entry.event, today, Moment(today.wall + DAY_SECONDS))
    return evolve(entry, when=when, inferred=True, reason=f"inferred: {reason} (anchor {today})")


def _bounds(event: Event, today: Moment, tomorrow: Moment) -> tuple[When, str]:
    shown = f', shown by "{event.shown_by}"' if event.shown_by else ""
    if event.class_ == "REPORTING" and not event.perfect and event.direction != "future":
        return When.inside(today, tomorrow), "what is reported was said on the day of the article"
    if event.direction == "past":
        return When.inside(None, tomorrow), f"past{shown}: it was over by the anchor"
    if event.direction == "future":
        return When.inside(today, None), f"future{shown}: it had not begun before the anchor"
    going_on = When(latest_start=Moment(tomorrow.wall - 1), earliest_end=tomorrow, ongoing=True)
    return going_on, "no tense away from the anchor: it holds then"
