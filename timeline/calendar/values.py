"""What a time is once it is known: moments, calendar durations, recurrences, and `When` with its four bounds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import takewhile

from attrs import Attribute, field, frozen

from timeline.calendar import edtf
from timeline.calendar.almanac import DAY_SECONDS, Grain, day_number
from timeline.calendar.rrules import days_of, readable
from timeline.errors import PeriodError

NAIVE_EAST, NAIVE_WEST = 14 * 3_600, -12 * 3_600


@frozen(repr=False)
class Moment:
    """A second of wall time, with its offset from UTC where the zone is known.

    ``wall`` counts seconds as `timeline.calendar.almanac` does; ``offset`` is seconds east of UTC.

    >>> print(Moment.of(2023, 9, 18)), print(Moment.of(2023, 9, 18, 15, offset=-14400))
    2023-09-18
    2023-09-18T15:00:00-04:00
    (None, None)
    """

    wall: int
    offset: int | None = None

    def __repr__(self) -> str:
        return f"<Moment {self}>"

    @classmethod
    def of(
        cls,
        year: int,
        month: int,
        day: int,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        *,
        offset: int | None = None,
    ) -> Moment:
        """The moment of a calendar date and clock time."""
        return cls(day_number(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second, offset)

    @property
    def day(self) -> int:
        """The number of the moment's day."""
        return self.wall // DAY_SECONDS

    @property
    def last_day(self) -> int:
        """The number of the last day before the moment, when it is an exclusive end."""
        return (self.wall - 1) // DAY_SECONDS

    @property
    def date(self) -> datetime.date | None:
        """The date, or None outside the years 1 to 9999."""
        return date_of(self.day)

    @property
    def datetime(self) -> datetime.datetime | None:
        """The date and time, aware where the offset is known, or None outside the years 1 to 9999."""
        date = self.date
        if date is None:
            return None
        zone = None if self.offset is None else datetime.timezone(datetime.timedelta(seconds=self.offset))
        minutes, second = divmod(self.wall % DAY_SECONDS, 60)
        return datetime.datetime(date.year, date.month, date.day, minutes // 60, minutes % 60, second, tzinfo=zone)

    @property
    def earliest_utc(self) -> int:
        """The first second of UTC that this can be; a naive moment can be anywhere on Earth."""
        return self.wall - (NAIVE_EAST if self.offset is None else self.offset)

    @property
    def latest_utc(self) -> int:
        """The last second of UTC that this can be."""
        return self.wall - (NAIVE_WEST if self.offset is None else self.offset)

    def __str__(self) -> str:
        if self.wall % DAY_SECONDS == 0 and self.offset is None:
            return edtf.day_text(self.day)
        return edtf.clock_text(self.wall, self.offset)


def date_of(day: int) -> datetime.date | None:
    """The date of a day number, or None outside the years 1 to 9999.

    >>> date_of(738781), date_of(-5)
    (datetime.date(2023, 9, 18), None)
    """
    return datetime.date.fromordinal(day) if 1 <= day <= datetime.date.max.toordinal() else None


@frozen(kw_only=True)
class Recurrence:
    """A repetition: its TIMEX3 value, quantifier and frequency, and its RFC 5545 rule where one is determined.

    Raises `PeriodError` for a rule that cannot be read; an UNTIL in it is local, without "Z".

    >>> mondays = Recurrence(value="XXXX-WXX-1", quant="EVERY", rule="FREQ=WEEKLY;BYDAY=MO")
    >>> [str(day) for day in mondays.days(datetime.date(2023, 9, 12), datetime.date(2023, 9, 30))]
    ['2023-09-18', '2023-09-25']
    """

    value: str
    quant: str | None = None
    freq: str | None = None
    rule: str | None = field(default=None, validator=readable)

    def days(self, first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
        """The days from first to last, both included, on which it takes place; none without a rule."""
        return takewhile(lambda day: day <= last, days_of(self.rule, first)) if self.rule is not None else iter(())


def _ordered(instance: When, _: Attribute[Moment | None], __: Moment | None) -> None:
    pairs = (
        (instance.earliest_start, instance.latest_start),
        (instance.earliest_end, instance.latest_end),
        (instance.earliest_start, instance.latest_end),
    )
    for low, high in pairs:
        if low is not None and high is not None and low.wall > high.wall:
            raise PeriodError(f"bounds are out of order: {low} is after {high}")


LONGEST = 10**13  # seconds; what lasts longer is no event of a text


def length_of(seconds: int) -> datetime.timedelta:
    """So many seconds as a length; what lasts longer than anything that is told of is cut.

    >>> length_of(86_400), length_of(10**20) == length_of(10**13)
    (datetime.timedelta(days=1), True)
    """
    return datetime.timedelta(seconds=max(-LONGEST, min(seconds, LONGEST)))


@frozen(kw_only=True)
class When:
    """When something was: four bounds, a length, and how precisely it was told.

    Starts are the first second of something, ends the first second after it.  A bound of None is unknown.
    ``window`` says that it falls somewhere inside the bounds instead of filling them; ``ongoing`` that it
    had not ended at the anchor.  The edges of a window that are themselves vague ("early May") lie ``start_slack`` and
    ``end_slack`` seconds outside the likely ones.  The four bounds follow the possibilistic reading of uncertain intervals in
    EDTF (ISO 8601-2).

    >>> talks = When.filling(Moment.of(2023, 9, 18), Moment.of(2023, 9, 22))
    >>> talks.first_day, talks.last_day, talks.days
    (datetime.date(2023, 9, 18), datetime.date(2023, 9, 21), 4)
    """

    earliest_start: Moment | None = None
    latest_start: Moment | None = None
    earliest_end: Moment | None = None
    latest_end: Moment | None = field(default=None, validator=_ordered)
    min_duration: datetime.timedelta | None = None
    max_duration: datetime.timedelta | None = None
    grain: Grain = Grain.DAY
    window: bool = False
    ongoing: bool = False
    approximate: bool = False
    start_slack: int = 0
    end_slack: int = 0
    zone: str | None = None

    @classmethod
    def filling(cls, start: Moment, end: Moment, *, grain: Grain = Grain.DAY, zone: str | None = None) -> When:
        """The whole interval from start up to, not including, end."""
        length = length_of(end.wall - start.wall)
        return cls(
            earliest_start=start,
            latest_start=start,
            earliest_end=end,
            latest_end=end,
            min_duration=length,
            max_duration=length,
            grain=grain,
            zone=zone,
        )

    @classmethod
    def inside(
        cls, start: Moment | None, end: Moment | None, *, grain: Grain = Grain.DAY, zone: str | None = None
    ) -> When:
        """Some time between start and end, either of which may be unknown."""
        length = None if start is None or end is None else length_of(end.wall - start.wall)
        return cls(
            earliest_start=start,
            latest_start=None if end is None else Moment(end.wall - 1, end.offset),
            earliest_end=None if start is None else Moment(start.wall + 1, start.offset),
            latest_end=end,
            max_duration=length,
            grain=grain,
            window=True,
            zone=zone,
        )

    @property
    def known(self) -> bool:
        """Whether any bound is known.

        >>> When().known
        False
        """
        return any(b is not None for b in (self.earliest_start, self.latest_start, self.earliest_end, self.latest_end))

    @property
    def start(self) -> Moment | None:
        """The most likely start: the first moment that it can be, of an approximate one the middle of its bounds; the day of
        the anchor of what had begun by then, and ends at a known time."""
        if self.ongoing and self.earliest_start is None and self.latest_start is not None and self.latest_end is not None:
            return Moment(self.latest_start.wall // DAY_SECONDS * DAY_SECONDS, self.latest_start.offset)
        if self.window and self.earliest_start is not None and self.start_slack:
            return Moment(self.earliest_start.wall + self.start_slack, self.earliest_start.offset)
        if self.window or self.latest_start is None or self.earliest_start is None or not self.approximate:
            return self.earliest_start
        return _middle(self.earliest_start, self.latest_start)

    @property
    def end(self) -> Moment | None:
        """The most likely end, exclusive: the last that it can be, of an approximate one the middle; up to the
        anchor if ongoing."""
        if self.latest_end is None and (self.ongoing or self.approximate):
            return self.earliest_end  # "until at least nine" too
        if self.window and self.latest_end is not None and self.end_slack:
            return Moment(self.latest_end.wall - self.end_slack, self.latest_end.offset)
        if self.window or self.latest_end is None or self.earliest_end is None or not self.approximate:
            return self.latest_end
        return _middle(self.earliest_end, self.latest_end)

    @property
    def first_day(self) -> datetime.date | None:
        """The most likely first day, None where it is open or outside the years 1 to 9999."""
        return None if self.start is None else self.start.date

    @property
    def last_day(self) -> datetime.date | None:
        """The most likely last day, included, None where it is open or outside the years 1 to 9999."""
        return None if self.end is None else date_of(self.end.last_day)

    @property
    def days(self) -> int | None:
        """How many days the most likely extent touches, None where an end is open."""
        if self.start is None or self.end is None:
            return None
        return max(1, self.end.last_day - self.start.day + 1)

    @classmethod
    def read(cls, text: str) -> When:
        """The interval that an EDTF string says, filled from end to end; "~" is half a unit of the grain written, either way.

        Raises `PeriodError` for a string that is not EDTF.

        >>> print(When.read("2023-09-16/2023-09-17"), When.read("../2023"), When.read("2023-09-01/2023-09-10~"))
        2023-09-16/2023-09-17 ../2023-12-31 2023-09-01/2023-09-10~
        """
        said = edtf.read(text)
        start = None if said.start is None else Moment(said.start, said.offset)
        end = None if said.end is None else Moment(said.end, said.offset)
        if said.start_approximate or said.end_approximate:
            return cls._about(said, start, end)
        if start is not None and end is not None:
            return cls.filling(start, end, grain=said.grain)
        return cls(earliest_start=start, latest_start=start, earliest_end=end, latest_end=end, grain=said.grain)

    @classmethod
    def _about(cls, said: edtf.Stretch, start: Moment | None, end: Moment | None) -> When:
        """The interval between ends of which one at least is approximate."""
        slack = edtf.half_unit(said.grain)
        first, last = slack * said.start_approximate, slack * said.end_approximate
        low_end = None if end is None else max(end.wall - last, -1 if start is None else start.wall - first + 1)
        return cls(
            earliest_start=None if start is None else Moment(start.wall - first, start.offset),
            latest_start=None if start is None else Moment(start.wall + first, start.offset),
            earliest_end=None if end is None or low_end is None else Moment(low_end, end.offset),
            latest_end=None if end is None else Moment(end.wall + last, end.offset),
            grain=said.grain,
            approximate=True,
            start_slack=first,
            end_slack=last,
        )

    def __str__(self) -> str:
        if not self.known:
            return ""
        vague = self.approximate and not self.window
        return edtf.write(
            edtf.Stretch(
                None if self.start is None else self.start.wall,
                None if self.end is None else self.end.wall,
                self.grain,
                self.start_slack > 0 or (vague and self.latest_start not in (None, self.earliest_start)),
                self.end_slack > 0 or (vague and self.earliest_end != self.latest_end and not self.ongoing),
                next((m.offset for m in (self.start, self.end) if m is not None), None),
            )
        )


def _middle(low: Moment, high: Moment) -> Moment:
    """The middle of two bounds, at the start of its day unless both are exact to the second."""
    if low.wall == high.wall:
        return low
    middle = (low.wall + high.wall) // 2
    if high.wall - low.wall >= DAY_SECONDS - 1:
        middle = middle // DAY_SECONDS * DAY_SECONDS
    return Moment(middle, low.offset)
