"""The English lexicon: which classes, for the patterns of the rules, each word belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from timeline.grammar import Lexicon
from timeline.languages.en import words
from timeline.languages.en.numerals import SAMPLES, number_classes
from timeline.meanings import Number
from timeline.zones import NAMES


def english_lexicon() -> Lexicon:
    """The lexicon, made from the word tables.

    >>> english_lexicon().words["monday"]
    {'WEEKDAYNAME': 0}
    """
    any_case: dict[str, dict[str, Any]] = defaultdict(dict)
    proper: dict[str, dict[str, Any]] = defaultdict(dict)

    def add(name: str, table: Mapping[str, Any] | Iterable[str], to: dict[str, dict[str, Any]] = any_case) -> None:
        items = table.items() if isinstance(table, Mapping) else ((word, True) for word in table)
        for word, value in items:
            to[word][name] = value

    for month, number in words.MONTHS.items():
        add("MONTHNAME", {month: number}, any_case if month in words.SURE_MONTHS else proper)
    add("SUREMONTH", {month: words.MONTHS[month] for month in words.SURE_MONTHS})
    add("MONTHABBR", {month: n for month, n in words.MONTHS.items() if len(month) <= 5 and month not in words.SURE_MONTHS
                      and month not in ("may", "march")}, proper)
    add("WEEKDAYNAME", words.WEEKDAYS)
    add("WEEKDAYS", {name + "s": number for name, number in words.WEEKDAYS.items()})
    add("WEEKDAYABBR", words.WEEKDAY_ABBREVIATIONS, proper)
    add("SEASONNAME", words.SEASONS)
    add("SURESEASON", {season: words.SEASONS[season] for season in words.SURE_SEASONS})
    add("UNITNAME", words.UNITS)
    plurals = {name + "s": unit for name, unit in words.UNITS.items() if name + "s" not in ("centurys", "millenniums")}
    plurals |= {plural: words.UNITS[name] for plural, name in words.UNIT_PLURALS.items()}
    add("UNITNAME", plurals)
    add("ONEUNIT", words.UNITS)
    add("UNITS", plurals)
    add("PARTNAME", words.DAY_PARTS)
    add("PARTNAMES", {name + "s": code for name, code in words.DAY_PARTS.items() if name not in ("overnight", "daytime")})
    add("CLOCKWORD", words.CLOCK_WORDS)
    add("AM", ("am", "a.m.", "a.m"))
    add("PM", ("pm", "p.m.", "p.m"))
    add("CARDINAL", words.CARDINALS)
    add("NUM", {word: Number(Fraction(n)) for word, n in (*words.CARDINALS.items(), *words.TENS.items())})
    add("HOURWORD", {word: n for word, n in words.CARDINALS.items() if 1 <= n <= 12})
    add("TENS", words.TENS)
    add("SCALE", words.SCALES)
    add("SCALES", words.SCALE_PLURALS)
    add("SOME", words.SOME)
    add("FRACTION", words.FRACTIONS)
    add("ORD", words.ORDINALS)
    add("ORDDAY", words.ORDINALS)
    add("DECADENAME", words.DECADE_NAMES)
    add("LAST", words.LAST)
    add("NEXT", words.NEXT)
    add("PRECEDING", words.PRECEDING)
    add("FOLLOWING", words.FOLLOWING)
    add("DAYWORD", words.DAY_WORDS)
    add("ABOUT", words.ABOUT)
    add("PRESENTWORD", words.PRESENT_WORDS)
    add("PASTWORD", words.PAST_WORDS)
    add("FUTUREWORD", words.FUTURE_WORDS)
    add("ZONE", {name: name.upper() for name in NAMES}, proper)
    add("COMING", words.COMING)
    return Lexicon(
        {word: dict(classes) for word, classes in any_case.items()},
        {word: dict(classes) for word, classes in proper.items()},
        number_classes,
        SAMPLES,
        words.GLUED,
    )
