"""The languages that a text can be read in."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from timeline.errors import LanguageError
from timeline.languages.pack import Pack

# language tag -> (module, date order that the region settles)
LANGUAGES = {
    "en": ("timeline.languages.en", None),
    "en-us": ("timeline.languages.en", "MDY"),
    "en-gb": ("timeline.languages.en", "DMY"),
}


@lru_cache(maxsize=8)
def load(language: str) -> Pack:
    """The pack of a language tag such as "en" or "en-GB".

    Raises `LanguageError` (a LookupError) for a language that there is no pack for.

    >>> load("en-GB").code
    'en'
    """
    known = LANGUAGES.get(_tag(language)) if isinstance(language, str) else None
    if known is None:
        raise LanguageError(
            f"there is no language {language!r}, expected one of en, en-GB, en-US: English is the only language so far"
        )
    made: Pack = import_module(known[0]).pack()
    return made


def _tag(language: str) -> str:
    """A tag as it stands in the table; systems write en_GB."""
    return language.lower().replace("_", "-")


def date_order(language: str) -> str | None:
    """The order of day and month in numeric dates that a language tag settles.

    >>> date_order("en-GB"), date_order("en")
    ('DMY', None)
    """
    return LANGUAGES[_tag(language)][1]
