"""Public holidays by country, from the optional ``holidays`` package; it is imported on first use."""

from __future__ import annotations

import datetime
from functools import lru_cache
from types import ModuleType

from timeline.errors import ExtraError, OptionError

FIRST_YEAR, LAST_YEAR = 1900, 2100  # what the package knows about


def _package() -> ModuleType:
    try:
        import holidays
    except ImportError:
        raise ExtraError(
            "public holidays need the package 'holidays' (the extra 'holidays' names it): pip install holidays"
        ) from None
    return holidays


@lru_cache(maxsize=512)
def public_holidays(country: str, year: int) -> tuple[tuple[datetime.date, str], ...]:
    """The public holidays of a country in a year, in order, with their English names in lower case.

    ``country`` is an ISO 3166-1 code, with the code of a subdivision after a hyphen where holidays differ ("GB-ENG").
    Raises `OptionError` for an unknown country, `ExtraError` when the package is not installed.

    >>> [str(day) for day, name in public_holidays("GB-ENG", 2023) if "bank holiday" in name]
    ['2023-05-29', '2023-08-28']
    """
    package = _package()
    nation, _, part = country.partition("-")
    try:
        found = package.country_holidays(nation, subdiv=part or None, years=year, language="en_US")
    except NotImplementedError:
        raise OptionError(
            f"country is {country!r}, expected an ISO 3166 code such as 'US' or 'GB-ENG' that the package 'holidays' knows"
        ) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    return tuple((day, name.lower()) for day, name in sorted(found.items()))
