"""Why a phrase that looks like a time is none: days and hours that do not exist, words that are nearly words of time."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from timeline.calendar.almanac import month_length
from timeline.languages.en.words import MONTHS, UNIT_PLURALS, UNITS, WEEKDAYS
from timeline.texts.document import Token

_NAMES = {number: name.title() for name, number in reversed(MONTHS.items())}
_LONG_MONTHS = (name for name in MONTHS if len(name) > 4)
_KNOWN = (*WEEKDAYS, *_LONG_MONTHS, *UNITS, *UNIT_PLURALS, "yesterday", "tomorrow", "tonight")
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")


def miss(tokens: Sequence[Token]) -> str | None:
    """What is wrong with a phrase that almost says a time, None where nothing is known.

    >>> from timeline.texts.document import tokenize
    >>> from timeline.texts.stops import Orthography
    >>> miss(tokenize("30 February", 0, 11, Orthography()))
    'February has no day 30'
    """
    words = [token.form.lower().rstrip(".") for token in tokens]
    for find in (_no_such_day, _no_such_hour, _no_such_date, _misspelt):
        told = find(words)
        if told is not None:
            return told
    return None


def _no_such_day(words: Sequence[str]) -> str | None:
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    numbers = [re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)?", word) for word in words]
    figures = [int(match[1]) for match in numbers if match]
    year = next((figure for figure in figures if figure > 99), None)
    day = next((figure for figure in figures if figure < 100), None)
    if month is None or day is None:
        return None
    if 1 <= day <= month_length(2000 if year is None else year, month):
        return None
    leap = month == 2 and day == 29
    return f"{_NAMES[month]} has no day {day}" + (f" in {year}, which is no leap year" if leap else "")


def _no_such_hour(words: Sequence[str]) -> str | None:
    for place, word in enumerate(words):
        half = next((other for other in words[place + 1 : place + 2] if other.replace(".", "") in ("am", "pm")), None)
        clock = _CLOCK.fullmatch(word)
        if clock and (int(clock[1]), int(clock[2])) > (24, 0) or clock and max(int(clock[2]), int(clock[3] or 0)) > 59:
            return f"a day has no time {word}"
        if half is not None and word.isdigit() and not 0 < int(word) <= 12:
            return f"a half day has no hour {word}"
    return None


def _no_such_date(words: Sequence[str]) -> str | None:
    for word in words:
        match = _NUMERIC.fullmatch(word)
        if match:
            return f"{word} is no date in any order"
    return None


def _misspelt(words: Sequence[str]) -> str | None:
    for word in words:
        near = difflib.get_close_matches(word, _KNOWN, n=1, cutoff=0.8) if len(word) > 4 and word not in _KNOWN else []
        if near:
            return f"{word!r} is no word of time; {near[0]!r} is"
    return None
