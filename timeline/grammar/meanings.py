"""What was said, before any anchor: small frozen values that the rules build and `timeline.dating.resolve` dates.

Every meaning has a ``kind``, the name under which later rules find it in their patterns.
"""

from __future__ import annotations

import enum
from fractions import Fraction

from attrs import frozen

from timeline.calendar.almanac import Grain
from timeline.calendar.durations import Duration
from timeline.calendar.values import Recurrence


class Base(enum.Enum):
    """What an expression counts from: the anchor ("ago"), the temporal focus ("later"), or by its tense either of them.

    "The next year" is that after the focus where a past tells it ("was signed in 1998 and ratified the next year"), else
    that after the anchor.
    """

    ANCHOR = "anchor"
    FOCUS = "focus"
    TENSE = "tense"


class Meaning:
    """The base of all meanings."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """The class under which patterns of later layers find this meaning."""
        raise NotImplementedError


@frozen
class Number(Meaning):
    """A number that was said; an amount of None is "some", ``mod`` as in `Duration`."""

    amount: Fraction | None
    mod: str | None = None

    @property
    def kind(self) -> str:
        return "NUM"


@frozen(kw_only=True)
class Date(Meaning):
    """A calendar date, as far as it was said.

    ``weekday`` is Monday = 0; ``short`` tells a year of two digits; BC years are astronomical; ``style`` is what was
    said of the calendar ("Old Style", "double year 1731/2"): dates stay as they were written.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    short: bool = False
    style: str | None = None

    @property
    def kind(self) -> str:
        if self.day is not None:
            return "DAY"
        if self.weekday is not None:
            return "WEEKDAY"
        return "MONTH" if self.month is not None else "YEAR"


def bare_weekday(meaning: Meaning) -> int | None:
    """The weekday that a meaning is, where it says no more than that: "Friday".

    >>> bare_weekday(Date(weekday=4)), bare_weekday(Date(weekday=4, month=5))
    (4, None)
    """
    return meaning.weekday if isinstance(meaning, Date) and meaning == Date(weekday=meaning.weekday) else None


@frozen(kw_only=True)
class NumericDate(Meaning):
    """A date of numbers whose order the text does not tell: 3/4/2023; without its year, under a weekday: Sat 8/6."""

    first: int
    second: int
    year: int | None = None
    short: bool = False
    weekday: int | None = None

    @property
    def kind(self) -> str:
        return "DAY"


@frozen(kw_only=True)
class Unit(Meaning):
    """A numbered unit of the calendar other than days, months and years.

    A quarter, half or season of a year (``number`` from 0; a season is its place in `almanac.SEASONS`; a quarter below 0
    is the one that was told before), an ISO
    week (from 1), a decade or century (``number`` as in `almanac.Period`; a decade below 10 leaves its century open).
    """

    grain: Grain
    number: int
    year: int | None = None
    fiscal: bool = False

    @property
    def kind(self) -> str:
        return self.grain.name


@frozen
class Holiday(Meaning):
    """A named day of the year, by the name the almanac of holidays knows."""

    name: str
    year: int | None = None

    @property
    def kind(self) -> str:
        return "HOLIDAY"


@frozen(kw_only=True)
class BankHoliday(Meaning):
    """A public holiday of the reader's country, with what was said of it: its month, its weekday, its season in lower case."""

    month: int | None = None
    weekday: int | None = None
    season: str | None = None

    @property
    def kind(self) -> str:
        return "HOLIDAY"


@frozen(kw_only=True)
class Clock(Meaning):
    """A time of day; ``half`` is "am" or "pm" where the hour alone does not say, ``zone`` as it was written."""

    hour: int
    minute: int | None = None
    second: int | None = None
    half: str | None = None
    zone: str | None = None

    @property
    def kind(self) -> str:
        return "CLOCK"


@frozen
class DayPart(Meaning):
    """A part of a day, by its TIMEX3 code (`almanac.PARTS`); ``over``: the night that leads into the day, "overnight"."""

    code: str
    over: bool = False

    @property
    def kind(self) -> str:
        return "PART"


@frozen
class Weekend(Meaning):
    """A weekend, which one is for others to say."""

    @property
    def kind(self) -> str:
        return "WEEKEND"


@frozen
class Shift(Meaning):
    """A unit counted from the one that holds the base, or another time (``of``): today (0), last week (-1), the following
    year (+1), the day after Thanksgiving."""

    grain: Grain
    count: int
    base: Base = Base.ANCHOR
    of: Meaning | None = None

    @property
    def kind(self) -> str:
        return "SHIFT_DAY" if self.grain == Grain.DAY else "SHIFT"


@frozen
class Select(Meaning):
    """One of the repeating times, seen from the base, or from another time (``of``): -1 the last, 0 this, +1 the next;
    ``soonest`` for "the coming"."""

    inner: Meaning
    count: int
    base: Base = Base.ANCHOR
    soonest: bool = False
    of: Meaning | None = None

    @property
    def kind(self) -> str:
        return "SELECT_DAY" if self.inner.kind in ("WEEKDAY", "DAY", "HOLIDAY") else "SELECT"


@frozen
class Offset(Meaning):
    """A length before (-1) or after (+1) the base, or before or after another time (``of``)."""

    duration: Duration
    sign: int
    base: Base = Base.ANCHOR
    of: Meaning | None = None

    @property
    def kind(self) -> str:
        return "OFFSET"


@frozen
class Stretch(Meaning):
    """A length of time that ends (-1) or begins (+1) at the base: "the past three weeks"; a ``term`` also holds the day that
    is so much later or earlier: "within three weeks"."""

    duration: Duration
    sign: int
    base: Base = Base.ANCHOR
    term: bool = False

    @property
    def kind(self) -> str:
        return "STRETCH"


@frozen
class Within(Meaning):
    """A smaller time inside a larger one: 9 a.m. on Friday, the summer of 1914."""

    inner: Meaning
    outer: Meaning

    @property
    def kind(self) -> str:
        if self.inner.kind == "CLOCK":
            return "DATED_CLOCK"
        if self.inner.kind == "PART":
            return "DATED_PART"
        return "DAY" if self.inner.kind in ("WEEKDAY", "DAY", "SHIFT_DAY") else "PERIOD"


@frozen(kw_only=True)
class Nth(Meaning):
    """The nth unit, weekday or ``working`` day of a larger time, from its end when negative."""

    count: int
    grain: Grain
    outer: Meaning
    weekday: int | None = None
    working: bool = False

    @property
    def kind(self) -> str:
        return "DAY" if self.grain == Grain.DAY else "PERIOD"


@frozen
class Modified(Meaning):
    """A time under a modifier: START, MID, END or APPROX of TIMEX3.

    EARLIER and LATER are the part of it before or after now, FIRST_HALF and SECOND_HALF its halves; ON_OR_AFTER and
    ON_OR_BEFORE make it a limit ("until at least nine", "since at least 1990"); BEFORE and AFTER are what lies close beside it
    ("shortly before six").
    """

    inner: Meaning
    mod: str

    @property
    def kind(self) -> str:
        return self.inner.kind if self.mod == "APPROX" else "MODIFIED"


@frozen
class Turn(Meaning):
    """The turn of a year, decade or century: where it meets the one before; ``of`` says which, else the nearest."""

    grain: Grain
    of: Meaning | None = None

    @property
    def kind(self) -> str:
        return "PERIOD"


@frozen
class Antecedent(Meaning):
    """The time that was told last: "at that time"; ``over`` where it cannot be to come: "since then"."""

    over: bool = False

    @property
    def kind(self) -> str:
        return "REFERS"


@frozen
class Range(Meaning):
    """From one time to another, both included; ``either``: one of the two, or somewhere between, not known which."""

    first: Meaning
    last: Meaning
    either: bool = False

    @property
    def kind(self) -> str:
        return "RANGE"


@frozen
class Span(Range):
    """As long as was said (``first``, a `Length`), up to the end of a day or month: "the six months to 30 June".

    ``named`` is the quarter or half that the span is called: "the fourth quarter ended Aug. 26".  A ``leading`` span goes from
    the start of its time: "the first six months of 2014".
    """

    named: Meaning | None = None
    leading: bool = False


@frozen
class Onward(Meaning):
    """From a time up to now, and on: "2011–present"."""

    start: Meaning

    @property
    def kind(self) -> str:
        return "PERIOD"


@frozen
class Length(Meaning):
    """A duration that is not tied to any date.

    An ``age`` is that of somebody, not of an event; a ``leading`` one begins something longer: "the first six months".
    """

    duration: Duration
    age: bool = False
    leading: bool = False

    @property
    def kind(self) -> str:
        return "LENGTH"


@frozen
class Repeat(Meaning):
    """A recurrence, with the time of day it takes place at (``until`` which one, ``also`` at which others) and the time
    ``during`` which it goes on, where they were said."""

    recurrence: Recurrence
    clock: Clock | None = None
    until: Clock | None = None
    also: tuple[Clock, ...] = ()
    during: Meaning | None = None

    @property
    def kind(self) -> str:
        return "REPEAT"


@frozen
class Refers(Meaning):
    """A reference that is never a date: PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str

    @property
    def kind(self) -> str:
        return "REFERS"
