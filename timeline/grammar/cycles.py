"""Times that come round: every weekday has one instance a week, every month one a year.

A meaning that does not say which instance it means is dated by choosing one: the latest not after a day, the
earliest not before it, the nearest.  All choices go through the few functions here.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from timeline.calendar.almanac import (
    DAY_SECONDS,
    Grain,
    Period,
    easter,
    first_week,
    month_length,
    nth_weekday,
    orthodox_easter,
    weekday,
)
from timeline.calendar.conventions import Conventions
from timeline.calendar.public_holidays import public_holidays
from timeline.grammar.feasts import FEASTS, feast
from timeline.grammar.meanings import BankHoliday, Date, Holiday, Meaning, Unit, Weekend

_STEPS_BACK = {Grain.YEAR: 92, Grain.MONTH: 10}  # days
_REACH = 12  # 29 February may be eight years away; a date that must fall on one weekday, eleven


@frozen
class Cycle:
    """How a time comes round: the unit it comes once in, and the instance of a numbered unit, None where it has none."""

    grain: Grain
    instance: Callable[[int], Period | None]
    conventions: Conventions

    def days(self, period: Period) -> tuple[int, int]:
        """The first and the last day of an instance."""
        start, end = self.conventions.span(period)
        return start // DAY_SECONDS, (end - 1) // DAY_SECONDS

    def latest(self, day: int, *, ended: bool = False) -> Period | None:
        """The latest instance that began by a day, or that ended before it."""
        here = Period.of_day(day).to(self.grain).index
        for index in range(here + 1, here - _REACH, -1):
            period = self.instance(index)
            if period is not None:
                first, last = self.days(period)
                if last < day if ended else first <= day:
                    return period
        return None

    def earliest(self, day: int, *, ahead: bool = False) -> Period | None:
        """The earliest instance that is not over on a day, or that begins after it."""
        here = Period.of_day(day).to(self.grain).index
        for index in range(here - 1, here + _REACH):
            period = self.instance(index)
            if period is not None:
                first, last = self.days(period)
                if first > day if ahead else last >= day:
                    return period
        return None

    def nearest(self, day: int) -> Period | None:
        """The instance with the smallest distance to a day; of two the earlier."""
        before, after = self.latest(day), self.earliest(day)
        if before is None or after is None:
            return before or after
        past, future = day - self.days(before)[1], self.days(after)[0] - day
        return before if past <= future else after

    def narrated(self, first: int, last: int) -> Period | None:
        """The instance that a story means after a time from first to last: inside a long one, else the first ahead.

        A story runs forward, but steps back a little: up to a quarter of a year counts as ahead, for a day of the month
        ten days.
        """
        back = _STEPS_BACK.get(self.grain, 0) if last - first <= 31 else 0
        return self.earliest(first - back - 1, ahead=True) if back else self.earliest(first)

    def same(self, day: int) -> Period | None:
        """The instance that a day lies in, else that of the same unit."""
        before = self.latest(day)
        if before is not None and self.days(before)[1] >= day:
            return before
        return self.instance(Period.of_day(day).to(self.grain).index)

    def next_unit(self, day: int) -> Period | None:
        """The instance of the unit after the one that holds a day."""
        return self.instance(Period.of_day(day).to(self.grain).index + 1)


def cycle_of(meaning: Meaning, conventions: Conventions) -> Cycle | None:
    """How a meaning comes round, or None when it does not.

    >>> from timeline.calendar.almanac import civil, day_number
    >>> fridays = cycle_of(Date(weekday=4), Conventions())
    >>> civil(fridays.latest(day_number(2023, 9, 18)).index)
    (2023, 9, 15)
    """
    match meaning:
        case Date(year=None, month=None, day=None, weekday=int(target)):
            return Cycle(Grain.WEEK, lambda week: Period.of_day(week * 7 + 1 + target), conventions)
        case Date(year=None, month=None, day=int(day)):
            return Cycle(Grain.MONTH, lambda month: _day_of_month(month, day, meaning.weekday), conventions)
        case Date(year=None, month=int(month), day=None):
            return Cycle(Grain.YEAR, lambda year: Period.of_month(year, month), conventions)
        case Date(year=None, month=int(), day=int()):
            return Cycle(Grain.YEAR, lambda year: _day_of_year(meaning, year), conventions)
        case Weekend():
            return Cycle(Grain.WEEK, lambda week: Period(Grain.WEEKEND, week), conventions)
        case Unit(grain=Grain.SEASON, year=None):
            return Cycle(Grain.YEAR, lambda year: season(year, meaning.number, conventions), conventions)
        case Unit(grain=Grain.WEEK, year=None):
            return Cycle(Grain.YEAR, lambda year: Period(Grain.WEEK, first_week(year) + meaning.number - 1), conventions)
        case Unit(grain=Grain.QUARTER, year=None):
            return Cycle(Grain.YEAR, lambda year: Period(Grain.QUARTER, year * 4 + meaning.number), conventions)
        case Unit(grain=Grain.HALF, year=None):
            return Cycle(Grain.YEAR, lambda year: Period(Grain.HALF, year * 2 + meaning.number), conventions)
        case Unit(grain=Grain.DECADE) if 0 <= meaning.number < 10:
            return Cycle(
                Grain.CENTURY, lambda century: Period(Grain.DECADE, century * 10 + meaning.number), conventions
            )
        case Holiday(year=None):
            return Cycle(Grain.YEAR, lambda year: holiday(meaning.name, year, conventions.country), conventions)
        case BankHoliday() if conventions.country is not None:
            return _bank_holidays(meaning, conventions.country, conventions)
    return None


def _bank_holidays(meaning: BankHoliday, country: str, conventions: Conventions) -> Cycle:
    return Cycle(Grain.MONTH, lambda month: bank_holiday(meaning, month, country), conventions)


def season(year: int, number: int, conventions: Conventions) -> Period:
    """A season (its place in `almanac.SEASONS`) of a year: the one that begins in it."""
    name = ("SP", "SU", "FA", "WI")[number]
    return Period(Grain.SEASON, year * 4 + conventions.season_names.index(name))


def _day_of_month(month: int, day: int, target: int | None) -> Period | None:
    year, place = divmod(month, 12)
    if day > month_length(year, place + 1):
        return None
    period = Period.of_date(year, place + 1, day)
    return period if target is None or weekday(period.index) == target else None


def _day_of_year(date: Date, year: int) -> Period | None:
    assert date.month is not None and date.day is not None
    if date.day > month_length(year, date.month):
        return None
    period = Period.of_date(year, date.month, date.day)
    return period if date.weekday is None or weekday(period.index) == date.weekday else None


FIXED_HOLIDAYS = {
    "new year": (1, 1),
    "burns night": (1, 25),
    "australia day": (1, 26),
    "holocaust memorial day": (1, 27),
    "groundhog day": (2, 2),
    "candlemas": (2, 2),
    "waitangi day": (2, 6),
    "lincoln's birthday": (2, 12),
    "pi day": (3, 14),
    "walpurgis night": (4, 30),
    "st john's eve": (6, 23),
    "st david's day": (3, 1),
    "women's day": (3, 8),
    "earth day": (4, 22),
    "st george's day": (4, 23),
    "anzac day": (4, 25),
    "cinco de mayo": (5, 5),
    "ve day": (5, 8),
    "juneteenth": (6, 19),
    "midsummer day": (6, 24),
    "canada day": (7, 1),
    "assumption": (8, 15),
    "michaelmas": (9, 29),
    "twelfth night": (1, 5),
    "lady day": (3, 25),
    "st swithin's day": (7, 15),
    "st james's day": (7, 25),
    "lammas": (8, 1),
    "st bartholomew's day": (8, 24),
    "st crispin's day": (10, 25),
    "martinmas": (11, 11),
    "st lucy's day": (12, 13),
    "all souls": (11, 2),
    "guy fawkes night": (11, 5),
    "armistice day": (11, 11),
    "st andrew's day": (11, 30),
    "st nicholas": (12, 6),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "independence day": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints": (11, 1),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
EASTER_HOLIDAYS = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "mothering sunday": -21,
    "easter": 0,
    "easter monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit monday": 50,
    "trinity sunday": 56,
    "corpus christi": 60,
}
# month, weekday (Monday = 0), which one of the month
WEEKDAY_HOLIDAYS = {
    "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
    "mother's day": (5, 6, 2),
    "father's day": (6, 6, 3),
    "remembrance sunday": (11, 6, 2),
}
# days after another holiday
NEXT_TO_HOLIDAYS = {"black friday": ("thanksgiving", 1), "cyber monday": ("thanksgiving", 4)}


NATIONAL = frozenset(("thanksgiving", "labor day", "labour day"))  # kept on other days elsewhere


def bank_holiday(meaning: BankHoliday, month: int, country: str) -> Period | None:
    """The bank holiday of a month (counted from year 0), on the weekday and of the name that was said."""
    year, place = divmod(month, 12)
    if meaning.month not in (None, place + 1):
        return None
    for day, name in public_holidays(country, year):
        fits = meaning.weekday in (None, day.weekday()) and (meaning.season is None or meaning.season in name)
        if day.month == place + 1 and day.weekday() < 5 and fits:
            return Period.of_date(day.year, day.month, day.day)
    return None


def no_holiday(name: str, country: str | None) -> str:
    """Why there is no day of a holiday.

    >>> no_holiday("labour day", None), no_holiday("thanksgiving", "GB")
    ('needs: country', 'no such holiday in the country GB')
    """
    if name in FEASTS:
        return "needs: the package holidays"
    return "needs: country" if country is None else f"no such holiday in the country {country}"


def holiday(name: str, year: int, country: str | None = None) -> Period | None:
    """The day of a holiday in a year, None for an unknown name; as it is kept in a country, where one is given.

    >>> from timeline.calendar.almanac import civil
    >>> civil(holiday("thanksgiving", 2023).index)
    (2023, 11, 23)
    """
    if country is not None and name in NATIONAL:
        plain = name.replace("labour", "labor")
        days = [day for day, said in public_holidays(country, year) if said.replace("labour", "labor").startswith(plain)]
        return Period.of_date(days[0].year, days[0].month, days[0].day) if days else None
    if name in FIXED_HOLIDAYS:
        return Period.of_date(year, *FIXED_HOLIDAYS[name])
    if name in EASTER_HOLIDAYS:
        return Period.of_day(easter(year) + EASTER_HOLIDAYS[name])
    if name in NEXT_TO_HOLIDAYS:
        other, later = NEXT_TO_HOLIDAYS[name]
        after = holiday(other, year)
        return None if after is None else after.shift(later)
    if name in FEASTS:
        return feast(name, year)
    if name == "orthodox easter":
        return Period.of_day(orthodox_easter(year))
    if name == "advent sunday":  # the fourth Sunday before Christmas
        earliest = Period.of_date(year, 11, 27)
        return earliest.shift(6 - weekday(earliest.index))
    if name == "victoria day":  # the Monday before 25 May
        latest = Period.of_date(year, 5, 24)
        return latest.shift(-weekday(latest.index))
    if name in WEEKDAY_HOLIDAYS:
        day = nth_weekday(year, *WEEKDAY_HOLIDAYS[name])
        return None if day is None else Period.of_day(day)
    return None
