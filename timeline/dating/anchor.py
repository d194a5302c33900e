"""Reading the anchor, the day an article was published; the one door to dateparser."""

from __future__ import annotations

import datetime
import email.utils
import re
from typing import Any

from timeline.calendar import zones
from timeline.calendar.almanac import DAY_SECONDS
from timeline.calendar.values import Moment
from timeline.errors import AnchorError

Anchor = str | datetime.date | datetime.datetime | None

EXPECTED = 'expected a date, a datetime, an ISO string such as "2023-09-18" or a full date such as "18 September 2023"'
_ISO = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)()()()()", re.ASCII)  # a day in ISO's basic form, without any clock time
_NUMERIC = re.compile(r"(?P<first>\d{1,2})([./-])(?P<second>\d{1,2})\2(?P<year>\d{4})", re.ASCII)
_MAIL = re.compile(
    r"(?:[a-z]{3}, *)?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?)", re.ASCII | re.IGNORECASE
)
_HINTS = {
    **dict.fromkeys(("today", "now"), "; no clock is ever read: datetime.date.today() is today"),
    "none": "; anchor=None is for a text of no day",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WRITTEN = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\d)[\w .,'’/-]{6,60}")


def read_anchor(anchor: Anchor, tz: str | None = None) -> Moment | None:
    """The moment of an anchor, None for None.

    An aware datetime is converted to ``tz`` when that is given, else its own offset decides the day.  Raises `AnchorError` for
    anything that does not state day, month and year by itself.

    >>> print(read_anchor("18 September 2023"))
    2023-09-18
    >>> print(read_anchor("2023-09-19T01:30Z", tz="America/New_York"))
    2023-09-18T21:30:00-04:00
    >>> read_anchor("yesterday")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    timeline.errors.AnchorError: anchor 'yesterday' is no full date: expected a date, ...
    """
    if anchor is None:
        return None
    if isinstance(anchor, str):
        return _converted(_read_string(anchor), tz)
    if isinstance(anchor, datetime.datetime) and anchor == anchor:  # pandas.NaT is a datetime that equals nothing
        return _converted(anchor, tz)
    if isinstance(anchor, datetime.date) and not isinstance(anchor, datetime.datetime):
        return Moment(anchor.toordinal() * DAY_SECONDS)
    raise AnchorError(f"anchor is {anchor!r}, {EXPECTED}")


def _converted(anchor: datetime.datetime | datetime.date, tz: str | None) -> Moment:
    if not isinstance(anchor, datetime.datetime):
        return Moment(anchor.toordinal() * DAY_SECONDS)
    if tz is not None and anchor.tzinfo is not None:
        try:
            anchor = anchor.astimezone(zones.zone(tz))
        except OverflowError:
            raise AnchorError(f"anchor {anchor.isoformat()} lies outside the years 1 to 9999 in {tz}") from None
    offset = anchor.utcoffset()
    seconds = anchor.hour * 3600 + anchor.minute * 60 + anchor.second
    return Moment(anchor.toordinal() * DAY_SECONDS + seconds, None if offset is None else round(offset.total_seconds()))


def _read_string(text: str) -> datetime.datetime | datetime.date:
    said = text.strip()
    if match := _ISO.fullmatch(said) or _BASIC.fullmatch(said):
        return _read_iso(match, text)
    if match := _NUMERIC.fullmatch(said):
        return _read_numeric(match, text)
    if _MAIL.fullmatch(said):
        return _read_mail(said, text)
    if re.match(r"-?\d{5,}|-\d|0000", said):
        raise AnchorError(f"anchor {text!r} has a year out of range 1 to 9999")
    if not _WRITTEN.fullmatch(said):
        raise AnchorError(f"anchor {text!r} is no full date: {EXPECTED}{_HINTS.get(said.casefold(), '')}")
    first, second = (_parse(said, base) for base in (datetime.datetime(2001, 3, 5), datetime.datetime(1994, 10, 22)))
    if first is None or first != second:
        raise AnchorError(f"anchor {text!r} is no full date: {EXPECTED}")
    _check_weekday(said, first.date(), text)
    return first.date()


def _check_weekday(said: str, day: datetime.date, text: str) -> None:
    """A date under another day of the week is a slip of the pen, and nobody knows where."""
    named, meant = said[:3].capitalize(), _WEEKDAYS[day.weekday()]
    if named in {weekday[:3] for weekday in _WEEKDAYS} and not meant.startswith(named):
        raise AnchorError(f"anchor {text!r} is no date of the calendar: {day.isoformat()} is a {meant}")


def _read_numeric(match: re.Match[str], text: str) -> datetime.date:
    """Numbers alone, where the day can only be the one that no month has: 18.09.2023, 9/18/2023."""
    first, second, year = (int(match[name]) for name in ("first", "second", "year"))
    if first <= 12 and second <= 12 and first != second:
        raise AnchorError(f"anchor {text!r} can be read in two ways, {EXPECTED}")
    day, month = (first, second) if second <= 12 else (second, first)
    try:
        return datetime.date(year, month, day)
    except ValueError as error:
        raise AnchorError(f"anchor {text!r} is no date of the calendar: {error}") from None


def _read_mail(said: str, text: str) -> datetime.datetime:
    """The date line of a letter (RFC 5322): "Mon, 18 Sep 2023 10:00:00 +0200"."""
    try:
        moment = email.utils.parsedate_to_datetime(said)
    except ValueError as error:
        raise AnchorError(f"anchor {text!r} is no date of the calendar: {error}") from None
    _check_weekday(said, moment.date(), text)
    return moment


def _read_iso(match: re.Match[str], text: str) -> datetime.datetime | datetime.date:
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if not hour:
            return datetime.date(int(year), int(month), int(day))
        moment = datetime.datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    except ValueError as error:
        raise AnchorError(f"anchor {text!r} is no date of the calendar: {error}") from None
    if zone is None:
        return moment
    if zone == "Z":
        return moment.replace(tzinfo=datetime.timezone.utc)
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return moment.replace(tzinfo=datetime.timezone(datetime.timedelta(minutes=-minutes if zone[0] == "-" else minutes)))


def _parse(text: str, base: datetime.datetime) -> datetime.datetime | None:
    """A written date as dateparser reads it on a fixed base; two bases show which fields were really said."""
    import dateparser  # imported late: only a written-out anchor needs it

    settings: Any = {
        "RELATIVE_BASE": base,
        "TIMEZONE": "UTC",
        "TO_TIMEZONE": None,
        "RETURN_AS_TIMEZONE_AWARE": False,
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "PREFER_DATES_FROM": "current_period",
        "NORMALIZE": True,
    }
    settings = {name: value for name, value in settings.items() if value is not None}
    parsed: datetime.datetime | None = dateparser.parse(text, languages=["en"], settings=settings)
    return parsed
