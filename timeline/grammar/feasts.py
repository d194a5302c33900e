"""Feasts of other calendars, whose days the optional package of public holidays knows."""

from __future__ import annotations

from timeline.calendar.almanac import Period
from timeline.calendar.public_holidays import FIRST_YEAR, LAST_YEAR, public_holidays
from timeline.errors import ExtraError

# Feasts that no rule of our calendar tells: a country that keeps them as public holidays, and what they are called there.
FEASTS = {
    "chinese new year": ("SG", "chinese new year"),
    "diwali": ("SG", "diwali"),
    "vesak": ("SG", "vesak day"),
    "eid al-fitr": ("SG", "eid al-fitr"),
    "eid al-adha": ("SG", "eid al-adha"),
    "dragon boat festival": ("HK", "dragon boat festival"),
    "passover": ("IL", "pesach"),
    "shavuot": ("IL", "shavuot"),
    "rosh hashanah": ("IL", "rosh hashanah"),
    "yom kippur": ("IL", "yom kippur"),
    "sukkot": ("IL", "sukkot"),
    "hanukkah": ("IL", "rosh hashanah"),  # which it is counted from
    "holi": ("IN", "holi"),
    "ramadan": ("BN", "first day of ramadan"),
}
HANUKKAH_DAYS = 8
COMPLETE_YEARS = (355, 385)  # days; in these the month before that of Hanukkah has a day more


def feast(name: str, year: int) -> Period | None:
    """The first day of a feast of another calendar, where the optional package that knows it is installed and has the year.

    Hanukkah is told by its rule: it begins on 25 Kislev, 83 days after Rosh Hashanah, a day later in complete years.

    >>> from timeline.calendar.almanac import civil
    >>> print(civil(feast("diwali", 2023).index), feast("diwali", 1850), civil(feast("hanukkah", 2024).index))
    (2023, 11, 12) None (2024, 12, 26)
    """
    day = _kept_on(name, year)
    if day is None or name != "hanukkah":
        return day
    following = _kept_on(name, year + 1)
    return None if following is None else day.shift(84 if following.index - day.index in COMPLETE_YEARS else 83)


def feast_days(name: str, first: Period) -> int:
    """How many days a feast that begins on a day is kept; the fast of Ramadan ends with the feast after it.

    >>> feast_days("ramadan", feast("ramadan", 2023)), feast_days("diwali", feast("diwali", 2023))
    (30, 1)
    """
    if name == "hanukkah":
        return HANUKKAH_DAYS
    if name != "ramadan":
        return 1
    ends = (_kept_on("eid al-fitr", year) for year in (first.year, first.year + 1))
    return next((end.index - first.index for end in ends if end is not None and 28 < end.index - first.index < 32), 1)


def _kept_on(name: str, year: int) -> Period | None:
    """The day on which the country that keeps a feast has it, of Hanukkah the new year before it."""
    country, called = FEASTS[name]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        days = [day for day, said in public_holidays(country, year) if said.startswith(called)]
    except ExtraError:
        return None
    return Period.of_date(days[0].year, days[0].month, days[0].day) if days else None
