"""The English lexicon: which classes, for the patterns of the rules, each word belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from timeline.calendar.zones import CITIES, NAMES
from timeline.grammar.matching import Lexicon
from timeline.grammar.meanings import Number
from timeline.languages.en import words
from timeline.languages.en.numerals import SAMPLES, number_classes
from timeline.languages.en.verbs import MODALS, NEGATIONS

Table = Mapping[str, Any] | Iterable[str]
# class -> words with their values (or just words), for any case
ANY_CASE: tuple[tuple[str, Table], ...] = (
    (
        "MONTHNAME",
        {name: number for name, number in words.MONTHS.items() if name in words.SURE_MONTHS | words.SURE_SHORT_MONTHS},
    ),
    ("SHORTMONTH", {name: words.MONTHS[name] for name in words.SURE_SHORT_MONTHS}),
    ("SUREMONTH", {month: words.MONTHS[month] for month in words.SURE_MONTHS}),
    ("WEEKDAYNAME", words.WEEKDAYS),
    ("SHORTDAY", words.WEEKDAY_ABBREVIATIONS),
    (
        "LATENTMONTH",
        {
            name: number
            for name, number in words.MONTHS.items()
            if name not in words.SURE_MONTHS | words.SURE_SHORT_MONTHS
        },
    ),
    ("SURESHORTDAY", words.SURE_SHORT_DAYS),
    ("MIDDLEWORD", dict.fromkeys(("middle", "height", "depths", "depth"), "MID") | {"start": "START", "end": "END"}),
    ("YEARVERB", words.YEAR_VERBS),
    ("YEARLY", words.YEARLY),
    ("DATEDWORD", words.DATED_WORDS),
    ("GOESON", words.CLAUSE_WORDS),
    ("BEHINDTIME", words.BEHIND_TIMES),
    ("WEEKDAYS", {f"{name}s": number for name, number in words.WEEKDAYS.items()}),
    ("SEASONNAME", words.SEASONS),
    ("SEASONNAMES", {f"{name}s": season for name, season in words.SEASONS.items() if "time" not in name}),
    ("SEASONWORD", {season: season for season in ("spring", "summer")}),
    ("SURESEASON", {season: words.SEASONS[season] for season in words.SURE_SEASONS}),
    ("UNITNAME", words.UNITS | words.UNIT_PLURALS),
    ("ONEUNIT", words.UNITS),
    ("UNITS", words.UNIT_PLURALS),
    ("UNITLONG", words.UNITS_LONG),
    ("PARTNAME", words.DAY_PARTS),
    ("PARTNAMES", {f"{part}s": code for part, code in words.DAY_PARTS.items()}),
    ("CLOCKWORD", words.CLOCK_WORDS),
    ("AM", ("am", "a.m.", "a.m")),
    ("PM", ("pm", "p.m.", "p.m")),
    ("CARDINAL", words.CARDINALS),
    ("NUM", {word: Number(Fraction(number)) for word, number in (words.CARDINALS | words.TENS).items()}),
    ("HOURWORD", {word: number for word, number in words.CARDINALS.items() if 1 <= number <= 12}),
    ("TENS", words.TENS),
    ("SCALE", words.SCALES),
    ("SCALES", words.SCALE_PLURALS),
    ("SOME", words.SOME),
    ("FRACTION", words.FRACTIONS),
    ("FRACTIONSIGN", words.FRACTION_SIGNS),
    ("UNITLETTER", words.UNIT_LETTERS),
    ("ORD", words.ORDINALS),
    ("ORDDAY", words.ORDINALS),
    ("DECADENAME", words.DECADE_NAMES),
    ("LAST", words.LAST),
    ("NEXT", words.NEXT),
    ("COMING", words.COMING),
    ("PRECEDING", words.PRECEDING),
    ("FOLLOWING", words.FOLLOWING),
    ("DAYWORD", words.DAY_WORDS),
    ("ABOUT", words.ABOUT),
    ("FIRSTHALF", words.FIRST_HALVES),
    ("FIGUREWORD", words.FIGURE_WORDS),
    ("EDGEWORD", words.EDGE_WORDS),
    ("PRESENTWORD", words.PRESENT_WORDS),
    ("PASTWORD", words.PAST_WORDS),
    ("FUTUREWORD", words.FUTURE_WORDS),
    ("MODALWORD", MODALS - {"ca"} | NEGATIONS),
    ("ONWARD", ("onward", "onwards")),
    ("HALFOF", words.BEFORE_HALF),
    ("ONCEOF", words.BEFORE_ONCE),
    ("ONCEMORE", words.AFTER_ONCE),
    ("CAMPAIGN", words.CAMPAIGNS),
    ("FISCALWORD", ("fiscal", "financial")),
    ("PRIORWORD", ("previously",)),
    ("MINUTEWORD", ("m",)),
    *((f"{word.upper()}WORD", (word,)) for word in sorted(words.EVERYDAY)),
    ("OPEN", ("(", "[")),
    ("CLOSE", (")", "]")),
)
# the same for words that say a time only when they are capitalised
CAPITALISED: tuple[tuple[str, Table], ...] = (
    ("MONTHNAME", {month: number for month, number in words.MONTHS.items() if month not in words.SURE_MONTHS}),
    ("WEEKDAYABBR", words.WEEKDAY_ABBREVIATIONS),
    ("ERAWORD", ("ad",)),
    ("ZONE", {name: name.upper() for name in NAMES}),
    *((f"{word.upper()}WORD", (word,)) for word in sorted(words.EVERYDAY_NAMES)),
    ("HALFLETTER", ("h",)),
    ("CITY", {city: city for city in CITIES if "_" not in city}),
    ("CITYFIRST", {city.partition("_")[0]: city.partition("_")[0] for city in CITIES if "_" in city}),
    ("CITYLAST", {city.partition("_")[2]: city.partition("_")[2] for city in CITIES if "_" in city}),
    ("ZONEREGION", {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT"}),
)

QUIET = frozenset(
    (
        "STUCK MINUTEWORD LATENTMONTH SEASONNAMES EDGEWORD FIGUREWORD SHORTDAY SURESHORTDAY YEARLY DATEDWORD GOESON "
        "UNITLETTER FRACTIONSIGN CITY CITYFIRST CITYLAST BEHINDTIME ZONEREGION "
        "YEARVERB MIDDLEWORD MODALWORD FISCALWORD PRIORWORD HALFOF ONCEOF ONCEMORE CAMPAIGN"
    ).split()
) | {f"{word.upper()}WORD" for word in words.EVERYDAY | words.EVERYDAY_NAMES}


def english_lexicon() -> Lexicon:
    """The lexicon, made from the word tables.

    >>> english_lexicon().words["monday"]
    {'WEEKDAYNAME': 0}
    """
    return Lexicon(_by_word(ANY_CASE), _by_word(CAPITALISED), number_classes, SAMPLES, words.GLUED, QUIET)


def _by_word(tables: Iterable[tuple[str, Table]]) -> dict[str, dict[str, Any]]:
    """The classes of each word."""
    classes: dict[str, dict[str, Any]] = {}
    for name, table in tables:
        for word, value in table.items() if isinstance(table, Mapping) else ((word, True) for word in table):
            classes.setdefault(word, {})[name] = value
    return classes
