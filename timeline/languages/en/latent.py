"""Rules that are tried only on request: words and numbers that can be times and mostly are none."""

from __future__ import annotations

from timeline.calendar.almanac import SEASONS, Grain
from timeline.calendar.durations import Duration
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Date, Length, Unit

RULES = (
    Rule(
        name="month that is also a word",
        pattern="month:LATENTMONTH|SHORTMONTH",
        means=lambda month: Date(month=month),
        examples={"they [march] on": "2024-03", "you [may] go": "2023-05"},
        never=("they march on",),
        latent=True,
    ),
    Rule(
        name="weekday that is also a word",
        pattern="weekday:SHORTDAY",
        means=lambda weekday: Date(weekday=weekday),
        examples={"the [sun] rose": "2023-09-24", "he [sat] down": "2023-09-23"},
        never=("the sun rose",),
        latent=True,
    ),
    Rule(
        name="season that is also a word",
        pattern="season:SEASONNAME",
        means=lambda season: Unit(grain=Grain.SEASON, number=SEASONS.index(season)),
        examples={"a [spring] broke": "2023-SP", "the [fall] hurt": "2023-FA"},
        never=("a spring broke",),
        latent=True,
    ),
    Rule(
        name="day of the month by itself",
        pattern="the day:ORDDAY",
        means=lambda day: Date(day=day),
        examples={"they chose [the 30th]": "2023-09-30"},
        never=("they chose the 30th",),
        latent=True,
    ),
    Rule(
        name="second, a length or an ordinal",
        pattern="a|one? second",
        means=lambda: Length(Duration.of(1, Grain.SECOND)),
        examples={"wait [a second]": "PT1S", "a split [second]": "PT1S"},
        never=("wait a second",),
        latent=True,
    ),
    Rule(
        name="number that may be a year",
        pattern="year:YEARNUM",
        means=lambda year: Date(year=year),
        examples={"room [1984]": "1984"},
        never=("room 1984",),
        latent=True,
    ),
)
