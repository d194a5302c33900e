"""Rules of repetition (RFC 5545), read through dateutil."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dateutil.rrule import rrulestr

from timeline.errors import PeriodError

_RULE = re.compile(r"[A-Z]+=[A-Z0-9,+-]+(?:;[A-Z]+=[A-Z0-9,+-]+)*", re.ASCII)
_UNTIL = re.compile(r"UNTIL=(?![0-9]{8}(?:T[0-9]{6})?(?:;|$))", re.ASCII)
_MISCOUNT = re.compile(r"(?:COUNT|INTERVAL)=(?![1-9][0-9]{0,4}(?:;|$))", re.ASCII)


def days_of(rule: str, first: datetime.date) -> Iterator[datetime.date]:
    """The days of a rule from a first day on, without end unless the rule has one; its UNTIL is local, without "Z".

    Raises `PeriodError` for a rule that cannot be read.

    >>> days = days_of("FREQ=WEEKLY;BYDAY=MO", datetime.date(2023, 9, 12))
    >>> str(next(days)), str(next(days))
    ('2023-09-18', '2023-09-25')
    >>> [str(day) for day in days_of("FREQ=WEEKLY;BYDAY=SA", datetime.date(9999, 12, 20))]
    ['9999-12-25']
    """
    try:
        if _RULE.fullmatch(rule) is None:
            raise ValueError("no NAME=VALUE")
        if _MISCOUNT.search(rule) is not None:
            raise ValueError("COUNT and INTERVAL go from 1 to 99999")
        if _UNTIL.search(rule) is not None:
            raise ValueError("UNTIL is a local date or time such as 20231231 or 20231231T235959")
        # dateutil answers a rule without FREQ with a TypeError
        moments = rrulestr(rule, dtstart=datetime.datetime.combine(first, datetime.time()))
    except (TypeError, ValueError) as error:
        raise PeriodError(
            f'cannot repeat by {rule!r:.80} ({error}): expected a rule such as "FREQ=WEEKLY;BYDAY=MO"'
        ) from None
    return (day for day, _ in groupby(_to_the_last(moments), datetime.datetime.date))  # once, at however many hours


def _to_the_last(moments: Iterable[datetime.datetime]) -> Iterator[datetime.datetime]:
    """The moments of a rule up to the last that there is; dateutil looks for the days of a week in the year 10000, too."""
    try:
        yield from moments
    except ValueError as error:
        if not str(error).startswith("year 10000"):
            raise


def readable(_: object, __: object, rule: str | None) -> None:
    """Lets a field hold a rule that can be read, or None.

    >>> readable(None, None, "daily")
    Traceback (most recent call last):
    ...
    timeline.errors.PeriodError: cannot repeat by 'daily' (no NAME=VALUE): expected a rule such as "FREQ=WEEKLY;BYDAY=MO"
    """
    if rule is not None:
        days_of(rule, datetime.date.min)


def at_times(rule: str, times: Sequence[tuple[int, int]]) -> str | None:
    """A rule of days with its times of day, hours and minutes; None where one rule cannot tell them.

    Hours and minutes of a rule are combined, so of times that differ in both the positions are told (RFC 5545, BYSETPOS).

    >>> at_times("FREQ=DAILY", [(9, 15)])
    'FREQ=DAILY;BYHOUR=9;BYMINUTE=15;BYSECOND=0'
    >>> at_times("FREQ=WEEKLY;BYDAY=MO", [(9, 15), (17, 45)])
    'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,17;BYMINUTE=15,45;BYSECOND=0;BYSETPOS=1,4'
    """
    hours, minutes = sorted({hour for hour, _ in times}), sorted({minute for _, minute in times})
    said = sorted(set(times))
    named = ";".join(f"{name}={','.join(map(str, parts))}" for name, parts in (("BYHOUR", hours), ("BYMINUTE", minutes)))
    whole = f"{rule};{named};BYSECOND=0"
    combined = [(hour, minute) for hour in hours for minute in minutes]
    if said == combined:
        return whole
    several = "," in rule or "INTERVAL" in rule and "BYDAY" not in rule
    if several and "FREQ=WEEKLY;BYDAY=" in rule:  # positions count within one day
        whole, several = whole.replace("FREQ=WEEKLY", "FREQ=DAILY"), False
    positions = ",".join(str(combined.index(time) + 1) for time in said)
    return None if several else f"{whole};BYSETPOS={positions}"


def times_of(parts: Mapping[str, str]) -> list[tuple[int, int]]:
    """The times of day that the parts of a rule tell, hours and minutes in order.

    >>> times_of({"BYHOUR": "9,17", "BYMINUTE": "15,45", "BYSETPOS": "1,4"})
    [(9, 15), (17, 45)]
    """
    hours, minutes = (sorted(map(int, parts.get(name, "0").split(","))) for name in ("BYHOUR", "BYMINUTE"))
    combined = [(hour, minute) for hour in hours for minute in minutes]
    positions = [int(place) for place in parts.get("BYSETPOS", "").split(",") if place]
    return [combined[place - 1] for place in positions if 0 < place <= len(combined)] or combined


def until(rule: str, day: datetime.date) -> str:
    """A rule that ends with a day, whatever its hour.

    >>> until("FREQ=DAILY", datetime.date(2024, 5, 31)), until("FREQ=DAILY;BYHOUR=9", datetime.date(2024, 5, 31))
    ('FREQ=DAILY;UNTIL=20240531', 'FREQ=DAILY;BYHOUR=9;UNTIL=20240531T235959')
    """
    timed = "BYHOUR=" in rule or rule.startswith("FREQ=HOURLY")
    return f"{rule};UNTIL={day.year:04}{day:%m%d}{'T235959' if timed else ''}"
