"""Numbers in digits: the classes that a numeral has by its shape and size."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from timeline.calendar.almanac import month_length
from timeline.grammar.matching import NO_CLASSES, Classes
from timeline.grammar.meanings import Number

_PLAIN = re.compile(r"\d{1,9}")
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?")
_ISO_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?([Zz]|[+-]\d\d:?\d\d)?"
)
_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{4})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_YEAR_CLOCK = re.compile(r"(\d{4}):(\d\d):(\d\d):(\d\d)")
_DOTTED_CLOCK = re.compile(r"(\d{1,2})\.(\d\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)")
_YEAR_SPAN = re.compile(r"(\d{4})/(\d{1,2}|\d{4})")
_SHORT_DATE = re.compile(r"(\d{1,2})/(\d{1,2})")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d{2}|\d{4})s")
_OLD_DECADE = re.compile(r"([1-9]\d0)s")

FIRST_YEAR, LAST_YEAR = 1000, 2199  # a bare number outside is not taken for a year

SAMPLES = (
    "07.10",
    *("130", "159", "160", "1130", "1159", "1260", "1300", "0930", "2030"),
    *(str(number) for number in range(100)),
    *(f"{number:02}" for number in range(10)),
    *(
        "100",
        "999",
        "1000",
        "1060",
        "1259",
        "1360",
        "1900",
        "2160",
        "2199",
        "2200",
        "2259",
        "2359",
        "2360",
        "2399",
        "2400",
    ),
    *(
        "000",
        "0000",
        "0060",
        "0100",
        "9999",
        "10000",
        "12345",
        "999999999",
        "1234567890",
        "1,500",
        "2.5",
        "2.05",
        "25.05",
        "2.505",
    ),
    *("1:30", "15:00", "24:00", "29:00", "15:00:30", "15:60", "2023-09-18", "2023-13-45", "18/9/2023", "45/45/2023"),
    *("9/11", "13/45", "5th", "0th", "45th", "1990s", "90s", "95s", "1995s", "460s", "1.2.3"),
    *("2023-09-18T15:00Z", "9/2023", "20230918", "261", "430", "330", "470"),
    *("1992/93", "1992/91", "1/2", "30/31", "2023:15:00:30"),
)


def number_classes(form: str) -> Classes:
    """The classes of a numeral, with its value in each.

    >>> sorted(number_classes("18")), number_classes("15:30")
    (['DAYNUM', 'HOURNUM', 'INT', 'MINUTENUM', 'NUM', 'YY'], {'CLOCKNUM': (15, 30, None)})
    """
    if _PLAIN.fullmatch(form):
        return _plain(form)
    for pattern, read in _SHAPES:
        if match := pattern.fullmatch(form):
            return read(match)
    return NO_CLASSES


def _plain(form: str) -> dict[str, Any]:
    number, digits = int(form), len(form)
    classes: dict[str, Any] = {"NUM": Number(Fraction(number)), "INT": number}
    if digits <= 2:
        if 1 <= number <= 31:
            classes["DAYNUM"] = number
        if 1 <= number <= 12:
            classes["MONTHNUM"] = number
        if number <= 24:
            classes["HOURNUM"] = number
        if digits == 2:
            classes["YY"] = number
            if number < 60:
                classes["MINUTENUM"] = number
    return classes | _longer(form, number, digits)


def _longer(form: str, number: int, digits: int) -> dict[str, Any]:
    """The classes of three or more digits: years, days of a year, four figures of a clock, dates without hyphens."""
    if digits == 8 and (compact := _COMPACT.fullmatch(form)):
        return {f"COMPACT{name}": date for name, date in _year_first(compact).items()}
    classes: dict[str, Any] = {}
    if digits in (3, 4) and 0 < number // 100 <= 12 and number % 100 < 60 and form[0] != "0":
        classes["HMM"] = (number // 100, number % 100, None)
    if digits == 3 and 1 <= number <= 366:
        classes["YEARDAY"] = number
    if digits == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        classes["YEARNUM"] = number
    if digits == 4 and number // 100 < 24 and number % 100 < 60:
        classes["HHMM"] = (number // 100, number % 100, None)
        if form[0] == "0":
            classes["ZEROHHMM"] = classes["HHMM"]
    return classes


def _clock(match: re.Match[str]) -> Classes:
    hour, minute = int(match[1]), int(match[2])
    second = int(match[3]) if match.re is _CLOCK and match[3] else None
    valid = (hour < 24 or (hour, minute, second or 0) == (24, 0, 0)) and minute < 60 and (second or 0) < 60
    return {"CLOCKNUM": (hour, minute, second)} if valid else NO_CLASSES


def _amount(match: re.Match[str]) -> Classes:
    classes: dict[str, Any] = {"NUM": Number(Fraction(match[0].replace(",", "")))}
    dotted = _DOTTED_CLOCK.fullmatch(match[0])
    if dotted and int(dotted[1]) < 24 and int(dotted[2]) < 60:
        time = (int(dotted[1]), int(dotted[2]), None)
        classes["DOTCLOCK"] = time
        if len(dotted[1]) == 2 and dotted[1][0] == "0":
            classes["ZEROCLOCK"] = time  # "07.10" is no amount
    return classes


def _year_clock(match: re.Match[str]) -> Classes:
    """2023:15:00:30, the year and the time of day in the lines of a web server."""
    year, hour, minute, second = (int(group) for group in match.groups())
    return {"YEARCLOCK": (year, (hour, minute, second))} if hour < 24 and minute < 60 and second < 60 else NO_CLASSES


def _iso_time(match: re.Match[str]) -> Classes:
    year, month, day, hour, minute = (int(group) for group in match.groups()[:5])
    second = int(match[6]) if match[6] else None
    valid = 1 <= month <= 12 and 1 <= day <= month_length(year, month)
    if not valid or hour > 23 or minute > 59 or (second or 0) > 59:
        return NO_CLASSES
    return {"ISOTIME": ((year, month, day), (hour, minute, second), match[7])}


def _month_year(match: re.Match[str]) -> Classes:
    month, year = int(match[1]), int(match[2])
    return {"MONTHYEAR": (month, year)} if 1 <= month <= 12 and 1900 <= year <= 2100 else NO_CLASSES


def _year_first(match: re.Match[str]) -> Classes:
    year, month, day = (int(group) for group in match.groups())
    valid = 1 <= month <= 12 and 1 <= day <= month_length(year, month)
    return {"ISODATE": (year, month, day)} if valid else NO_CLASSES


def _year_last(match: re.Match[str]) -> Classes:
    first, second = int(match[1]), int(match[2])
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return NO_CLASSES
    short = len(match[3]) == 2
    if (short and "-" in match[0]) or (not short and not FIRST_YEAR <= int(match[3]) <= LAST_YEAR):
        return NO_CLASSES  # 20-05-12 is as likely a code
    return {"NUMDATE": (first, second, int(match[3]), len(match[3]) == 2)}


def _year_span(match: re.Match[str]) -> Classes:
    """1731/2, 1992/93: the second year is said by its last figures."""
    first, digits = int(match[1]), len(match[2])
    last = first // 10**digits * 10**digits + int(match[2])
    last += 10**digits * (last < first and int(match[2]) == (first + 1) % 10**digits)  # 1699/00
    return {"YEARSPAN": (first, last)} if FIRST_YEAR <= first < last <= LAST_YEAR else NO_CLASSES


def _short_date(match: re.Match[str]) -> Classes:
    first, second = int(match[1]), int(match[2])
    valid = 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12
    pair = {"DAYPAIR": (first, second)} if 1 <= first and second == first + 1 <= 31 else {}
    return {"SHORTDATE": (first, second), **pair} if valid else pair or NO_CLASSES


def _ordinal(match: re.Match[str]) -> Classes:
    number = int(match[1])
    if not 1 <= number <= 31:
        return {"ORD": number} if number else NO_CLASSES
    return {"ORD": number, "ORDDAY": number, "FIGUREDAY": number}


def _decade(match: re.Match[str]) -> Classes:
    return {"DECADENUM": int(match[1])} if int(match[1]) % 10 == 0 else NO_CLASSES


_SHAPES = (
    (_CLOCK, _clock),
    (_ISO_TIME, _iso_time),
    (_YEAR_CLOCK, _year_clock),
    (_MONTH_YEAR, _month_year),
    (_AMOUNT, _amount),
    (_YEAR_FIRST, _year_first),
    (_YEAR_LAST, _year_last),
    (_YEAR_SPAN, _year_span),
    (_SHORT_DATE, _short_date),
    (_ORDINAL, _ordinal),
    (_DECADE, _decade),
    (_OLD_DECADE, lambda match: {"HUNDREDS": int(match[1])}),
)
