"""Rules of repetition (RFC 5545), read through dateutil."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

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
    return (moment.date() for moment in moments)


def readable(_: object, __: object, rule: str | None) -> None:
    """Lets a field hold a rule that can be read, or None.

    >>> readable(None, None, "daily")
    Traceback (most recent call last):
    ...
    timeline.errors.PeriodError: cannot repeat by 'daily' (no NAME=VALUE): expected a rule such as "FREQ=WEEKLY;BYDAY=MO"
    """
    if rule is not None:
        days_of(rule, datetime.date.min)
