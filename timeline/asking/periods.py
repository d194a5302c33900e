"""What the arguments of queries say: an entry, a value, a date, a datetime or an EDTF string as one stretch of time."""

from __future__ import annotations

import datetime
import re

from attrs import evolve

from timeline.calendar.almanac import DAY_SECONDS, MAX_YEAR, Grain
from timeline.calendar.values import Moment, When
from timeline.entries.entry import Entry
from timeline.errors import PeriodError

Period = str | datetime.date | datetime.datetime | When | Entry
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d\d?)(?:[-/.](\d\d?))?", re.ASCII)
FIRST, LAST = Moment.of(-MAX_YEAR, 1, 1), Moment.of(MAX_YEAR, 12, 31)


def period(said: object) -> When:
    """The stretch of time that an argument of a query says, its ends included; an open end of it has no end.

    Raises `PeriodError` for anything else.

    >>> print(period("2023-09"), period(datetime.date(2023, 9, 18)))
    2023-09 2023-09-18
    """
    if isinstance(said, Entry):
        return said.when
    if isinstance(said, When):
        return said
    if isinstance(said, datetime.datetime):
        offset = said.utcoffset()
        seconds = said.hour * 3600 + said.minute * 60 + said.second
        start = Moment(said.toordinal() * DAY_SECONDS + seconds, None if offset is None else round(offset.total_seconds()))
        return When.filling(start, Moment(start.wall + 1, start.offset), grain=Grain.SECOND)
    if isinstance(said, datetime.date):
        start = Moment(said.toordinal() * DAY_SECONDS)
        return When.filling(start, Moment(start.wall + DAY_SECONDS))
    if isinstance(said, str):
        try:
            return endless(When.read(said))
        except PeriodError as error:
            raise PeriodError(f"{error}{_written_as(said)}") from None
    raise PeriodError(
        f"cannot read {said!r} as a time: expected an entry, a When, a date, a datetime or an EDTF string{_written_as(said)}"
    )


def _written_as(said: object) -> str:
    """How a year, or a year and a month, that is given in another form is written."""
    if isinstance(said, int) and not isinstance(said, bool) and 1000 <= said <= 9999:
        return f", such as {str(said)!r}"
    match = _YEAR_FIRST.fullmatch(said) if isinstance(said, str) else None
    meant = "" if match is None else "-".join(number.zfill(2) for number in match.groups() if number)
    return f"; did you mean {meant!r}?" if meant not in ("", said) else ""


def endless(when: When) -> When:
    """A stretch that a caller left open at a side, going on to that side without end."""
    if when.earliest_start is None and when.latest_start is None:
        when = evolve(when, earliest_start=FIRST, latest_start=FIRST)
    if when.earliest_end is None and when.latest_end is None:
        when = evolve(when, earliest_end=LAST, latest_end=LAST)
    return when


def stretch(first: object, last: object) -> When:
    """The stretch from the start of one argument to the end of another, either of which may be None for open.

    Raises `PeriodError` where it would end before it starts.

    >>> print(stretch("2023-09", "2023-10"))
    2023-09-01/2023-10-31
    """
    start = None if first is None else period(first).earliest_start
    end = None if last is None else period(last).latest_end
    start, end = start or FIRST, end or LAST
    if start.wall >= end.wall:
        named = (repr(end) if isinstance(end, str) else str(end) for end in (first, last))
        raise PeriodError(f"the stretch ends before it starts: {' to '.join(named)}")
    return When(earliest_start=start, latest_start=start, earliest_end=end, latest_end=end)


def unit(said: object) -> When:
    """One unit of the calendar; `PeriodError` for an interval of EDTF, which `stretch` and `period` take."""
    if isinstance(said, str) and "/" in said:
        raise PeriodError(f"{said!r} is an interval, expected one calendar unit; tl.overlapping({said!r}) takes it")
    return period(said)
