"""Calendar arithmetic on whole numbers: the proleptic Gregorian calendar, for any year.

Days are counted as ``datetime.date.toordinal`` counts them (1 January of year 1 is day 1), seconds from
the same origin, so ``second = day * 86_400``.  Every calendar unit is numbered by a whole number too
(`Period`), so that "the month after" is an addition.  Years are astronomical: 1 BC is year 0.
"""

from __future__ import annotations

import enum

from attrs import frozen

DAY_SECONDS = 86_400
MAX_YEAR = 999_999  # far beyond any text worth dating, far inside a 64-bit count of seconds


class Grain(enum.IntEnum):
    """How fine a time is, finest first.

    >>> Grain.DAY < Grain.MONTH, Grain.MONTH.label
    (True, 'month')
    """

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    PART = 3
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    MONTH = 7
    QUARTER = 8
    SEASON = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14

    @property
    def label(self) -> str:
        """The name in lower case, as it is printed and stored."""
        return self.name.lower()


# Units that are whole multiples of a month or of a second; the rest (parts of a day, weekends, seasons) need conventions.
MONTHS_IN = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.SEASON: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1_200,
    Grain.MILLENNIUM: 12_000,
}
SECONDS_IN = {
    Grain.SECOND: 1,
    Grain.MINUTE: 60,
    Grain.HOUR: 3_600,
    Grain.DAY: DAY_SECONDS,
    Grain.WEEK: 7 * DAY_SECONDS,
}
SEASONS = ("SP", "SU", "FA", "WI")  # those that begin in March, June, September and December in the north
PARTS = ("DW", "MO", "MI", "AF", "EV", "NI", "DT", "SM")


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day, counted from 1 January of year 1.

    The algorithm counts days from 1 March, so that the leap day comes last
    (Howard Hinnant, "chrono-compatible low-level date algorithms").

    >>> day_number(1, 1, 1), day_number(2023, 9, 18), day_number(-43, 3, 15)
    (1, 738781, -15997)
    """
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 305


def civil(number: int) -> tuple[int, int, int]:
    """The year, month and day of a day number, the inverse of `day_number`.

    >>> civil(738781), civil(-15997)
    ((2023, 9, 18), (-43, 3, 15))
    """
    era, day_of_era = divmod(number + 305, 146_097)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February.

    >>> is_leap(2000), is_leap(1900), is_leap(2024)
    (True, False, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days a month has.

    >>> month_length(2023, 2), month_length(2024, 2), month_length(2023, 9)
    (28, 29, 30)
    """
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def weekday(number: int) -> int:
    """The weekday of a day number, Monday = 0.

    >>> weekday(day_number(2023, 9, 18))
    0
    """
    return (number - 1) % 7


def iso_week(week: int) -> tuple[int, int]:
    """The ISO year and week (1..53) of a week counted from that of day 1.

    >>> iso_week(Period.of_day(day_number(2023, 9, 18)).to(Grain.WEEK).index)
    (2023, 38)
    """
    year = civil(week * 7 + 4)[0]  # a week belongs to the year of its Thursday
    return year, week - first_week(year) + 1


def first_week(year: int) -> int:
    """The number of the week that holds 4 January, the first ISO week of a year.

    >>> first_week(1)
    0
    """
    return (day_number(year, 1, 4) - 1) // 7


def time_of_day(second: int, *, seconds: bool | None = None) -> str:
    """The clock time of a second of wall time; with its own seconds if wished, else where it has any.

    >>> time_of_day(54_000), time_of_day(54_001), time_of_day(54_000, seconds=True)
    ('15:00', '15:00:01', '15:00:00')
    """
    minutes, rest = divmod(second % DAY_SECONDS, 60)
    shown = rest > 0 if seconds is None else seconds
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{rest:02}" if shown else "")


def easter(year: int) -> int:
    """The day number of Western Easter Sunday (the anonymous Gregorian computus).

    >>> civil(easter(2023)), civil(easter(2024))
    ((2023, 4, 9), (2024, 3, 31))
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    sunday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return day_number(year, month, day + 1)


def orthodox_easter(year: int) -> int:
    """The day number of Orthodox Easter Sunday: the Julian computus, counted in our calendar (Meeus, Astronomical Algorithms).

    >>> civil(orthodox_easter(2023)), civil(orthodox_easter(2024))
    ((2023, 4, 16), (2024, 5, 5))
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    behind = year // 100 - year // 400 - 2  # days between the two calendars
    return day_number(year, month, day + 1) + behind


def nth_weekday(year: int, month: int, target: int, nth: int) -> int | None:
    """The day number of the nth weekday (Monday = 0) of a month, counted from its end when nth is negative.

    >>> civil(nth_weekday(2023, 11, 3, 4)), civil(nth_weekday(2024, 5, 0, -1)), nth_weekday(2023, 9, 0, 5)
    ((2023, 11, 23), (2024, 5, 27), None)
    """
    length = month_length(year, month)
    if nth > 0:
        first = day_number(year, month, 1)
        offset = (target - weekday(first)) % 7 + 7 * (nth - 1)
    else:
        first = day_number(year, month, length)
        offset = -((weekday(first) - target) % 7) + 7 * (nth + 1)
    return first + offset if 0 <= offset < length or -length < offset < 0 else None


def add_months(number: int, months: int) -> int:
    """The same day of the month some months on, or the last one where that month is shorter.

    >>> civil(add_months(day_number(2023, 1, 31), 1)), civil(add_months(day_number(2024, 2, 29), -12))
    ((2023, 2, 28), (2023, 2, 28))
    """
    year, month, day = civil(number)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return day_number(year, month + 1, min(day, month_length(year, month + 1)))


@frozen(order=True)
class Period:
    """One numbered unit of the calendar: the day 738781, the month 24284 (September 2023).

    A period says which unit, not when it begins: a weekend or a season needs `Conventions` for that.

    >>> september = Period.of_month(2023, 9)
    >>> september.shift(4) == Period.of_month(2024, 1), september.to(Grain.YEAR).index
    (True, 2023)
    """

    grain: Grain
    index: int

    @classmethod
    def of_day(cls, number: int) -> Period:
        """The day with that number."""
        return cls(Grain.DAY, number)

    @classmethod
    def of_date(cls, year: int, month: int, day: int) -> Period:
        """The day of that date."""
        return cls(Grain.DAY, day_number(year, month, day))

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """The month (1..12) of that year."""
        return cls(Grain.MONTH, year * 12 + month - 1)

    @classmethod
    def of_second(cls, second: int, grain: Grain = Grain.SECOND) -> Period:
        """The second, minute, hour or day that holds that second."""
        return cls(grain, second // SECONDS_IN[grain])

    def shift(self, count: int) -> Period:
        """The period as many units later."""
        return Period(self.grain, self.index + count)

    @property
    def year(self) -> int:
        """The year that the period begins in (of its Thursday, for a week)."""
        if self.grain in (Grain.WEEK, Grain.WEEKEND):
            return iso_week(self.index)[0]
        if self.grain in MONTHS_IN:
            return self._month // 12
        return civil(self.first_day)[0]

    @property
    def first_day(self) -> int:
        """The number of the day that the period begins on."""
        if self.grain in (Grain.WEEK, Grain.WEEKEND):
            return self.index * 7 + 1
        if self.grain in MONTHS_IN:
            year, month = divmod(self._month, 12)
            return day_number(year, month + 1, 1)
        if self.grain == Grain.PART:
            return self.index // len(PARTS)
        return self.index * SECONDS_IN[self.grain] // DAY_SECONDS

    def to(self, grain: Grain) -> Period:
        """The coarser unit that holds the period, or the first finer one in it."""
        if grain == self.grain:
            return self
        if grain in (Grain.WEEK, Grain.WEEKEND):
            return Period(grain, (self.first_day - 1) // 7)
        if grain in MONTHS_IN:
            # the seasons begin in March, June, September and December
            return Period(grain, (self._month - 2 * (grain == Grain.SEASON)) // MONTHS_IN[grain])
        if grain == Grain.DAY or self.grain not in SECONDS_IN or grain not in SECONDS_IN:
            return Period(grain, self.first_day * DAY_SECONDS // SECONDS_IN.get(grain, DAY_SECONDS))
        return Period(grain, self.index * SECONDS_IN[self.grain] // SECONDS_IN[grain])

    @property
    def _month(self) -> int:
        if self.grain in MONTHS_IN:
            return self.index * MONTHS_IN[self.grain] + 2 * (self.grain == Grain.SEASON)
        # an ISO week belongs to the month and year of its Thursday, as it does to its ISO year
        shift = 3 if self.grain in (Grain.WEEK, Grain.WEEKEND) else 0
        year, month, _ = civil(self.first_day + shift)
        return year * 12 + month - 1


def part_of_day(day: int, name: str) -> Period:
    """A named part (`PARTS`) of the day with that number.

    >>> part_of_day(738781, "EV").first_day
    738781
    """
    return Period(Grain.PART, day * len(PARTS) + PARTS.index(name))
