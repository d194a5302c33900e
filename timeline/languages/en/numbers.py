"""Rules for numbers in words: the first layer, which the others count with."""

from __future__ import annotations

from fractions import Fraction

from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Number


def _plus(tens: int, ones: int) -> Number | None:
    return Number(Fraction(tens + ones)) if 1 <= ones <= 9 else None


def _times(count: Number | None, scale: int, rest: Number | None = None) -> Number | None:
    """A hundred, two hundred, two hundred and fifty."""
    amount = Fraction(1) if count is None else count.amount
    if amount is None or (rest is not None and (rest.amount is None or rest.amount >= scale)):
        return None
    return Number(amount * scale + (rest.amount or 0 if rest is not None else 0))


def _and_part(count: Number, part: Fraction) -> Number | None:
    return None if count.amount is None else Number(count.amount + part)


def _and_fraction(count: Number, part: tuple[int, int]) -> Number | None:
    """Five and a half, written 5 1/2: the same figures could be a date."""
    above, below = part
    return _and_part(count, Fraction(above, below)) if above < below <= 8 else None


RULES = (
    Rule(
        name="tens and ones",
        pattern="tens:TENS -? ones:CARDINAL",
        means=lambda tens, ones: _plus(tens, ones),
        examples={"[twenty-five years]": "P25Y"},
        never=("twenty - thirty",),
        part=True,
    ),
    Rule(
        name="hundreds",
        pattern="count:NUM|a|an? scale:SCALE",
        means=lambda count, scale: _times(count if isinstance(count, Number) else None, scale),
        examples={"[a hundred days]": "P100D", "[two dozen years]": "P24Y"},
        part=True,
    ),
    Rule(
        name="hundreds and the rest",
        pattern="count:NUM|a scale:SCALE and rest:NUM",
        means=lambda count, scale, rest: _times(count if isinstance(count, Number) else None, scale, rest),
        examples={"[two hundred and fifty years]": "P250Y"},
        part=True,
    ),
    Rule(
        name="and a half",
        pattern="count:NUM -? and -? a -? part:FRACTION",
        means=_and_part,
        examples={"[two and a half years]": "P2.5Y", "[three-and-a-half-year]": "P3.5Y"},
        part=True,
    ),
    Rule(
        name="and some quarters",
        pattern="count:NUM -? and -? quarters:CARDINAL -? quarter|quarters <UNITNAME>",
        means=lambda count, quarters: _and_part(count, Fraction(quarters, 4)) if quarters in (1, 3) else None,
        examples={"[two and three quarter hours]": "PT2.75H"},
        never=("two and two quarter hours",),
        part=True,
    ),
    Rule(
        name="and half",
        pattern="count:NUM and part:half <UNITS>",
        means=lambda count, part: _and_part(count, Fraction(1, 2)),
        examples={"[two and half years]": "P2.5Y"},
        part=True,
    ),
    Rule(
        name="and a fraction in figures",
        pattern="count:NUM part:SHORTDATE <UNITNAME|->",
        means=_and_fraction,
        examples={"[5 1/2 hours]": "PT5.5H"},
        part=True,
    ),
    Rule(
        name="fraction by its sign",
        pattern="count:NUM? part:FRACTIONSIGN -? <UNITNAME>",
        means=lambda count, part: Number(part) if count is None else _and_part(count, part),
        examples={"[2½ hours]": "PT2.5H", "[½ hour]": "PT0.5H"},
        part=True,
    ),
    Rule(
        name="some number",
        pattern="a? SOME more? <UNITS>",
        means=lambda: Number(None),
        examples={"[a few days]": "PXD", "[several weeks]": "PXW"},
        never=("a few people",),
        part=True,
    ),
    Rule(
        name="dozens",
        pattern="SCALES of <UNITNAME>",
        means=lambda: Number(None),
        examples={"[dozens of years]": "PXY"},
        part=True,
    ),
    Rule(
        name="four score and seven",
        pattern="count:CARDINAL SCOREWORD ( and rest:CARDINAL )? <UNITS>",
        means=lambda count, rest: Number(Fraction(20 * count + (rest or 0))),
        examples={"[four score and seven years]": "P87Y"},
        never=("a score and seven years",),
        part=True,
    ),
    Rule(
        name="a couple",
        pattern="a? couple of|more? <UNITNAME|->",
        means=lambda: Number(Fraction(2), "APPROX"),
        examples={"[a couple of weeks]": "P2W", "[the last couple of years]": "P2Y"},
        never=("a couple of friends",),
        part=True,
    ),
)
