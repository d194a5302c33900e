"""The pattern language of the rules.

A pattern is a row of elements, separated by blanks:

======================  ============================================================
``MONTH``               a word of that class, or a piece of that kind; ``WORD`` is an
                        unknown word, ``NAME`` a capitalised one inside a sentence
``of``                  that very word (lower case; any case in the text)
``of|in|MONTH``         one of several
``day:DAYNUM``          the same, its value handed to the rule's builder as ``day``
``of?``                 may be missing
``( of YEAR )?``        elements that are there or missing together
``<in|of>`` (first)     such a word must stand before; it is not part of the match
``<!in|of>`` (first)    such a word must not stand before
``<UNIT>``, ``<!UNIT>`` (last)  the same for the word after
======================  ============================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen


@frozen
class Element:
    """An element of a pattern: its sort ("" for one piece, "(" and ")" for a group, "<" for a context), name, classes, and
    whether it may be missing."""

    sort: str
    name: str | None
    spec: str
    optional: bool

    @property
    def names(self) -> list[str]:
        """The classes and words, any of which will do, or none of which where it is a context that must not be there."""
        return self.spec.lstrip("!").split("|") if self.spec else []


_ELEMENT = re.compile(
    r"(?P<open>\()|(?P<close>\))(?P<maybe>\?)?|<(?P<context>[^>]+)>|(?:(?P<name>[a-z_]+):)?(?P<spec>[^\s?]+)(?P<optional>\?)?"
)


def parse(pattern: str) -> list[Element]:
    """The elements of a pattern.

    >>> [(element.name, element.spec, element.optional) for element in parse("day:DAYNUM of? MONTHNAME")]
    [('day', 'DAYNUM', False), (None, 'of', True), (None, 'MONTHNAME', False)]
    """
    elements = []
    for item in pattern.split():
        match = _ELEMENT.fullmatch(item)
        if match is None:
            raise ValueError(f"cannot read {item!r} in the pattern {pattern!r}")
        if match["open"] or match["close"]:
            elements.append(Element(match["open"] or match["close"], None, "", bool(match["maybe"])))
            continue
        spec = match["context"] or match["spec"]
        elements.append(Element("<" if match["context"] else "", match["name"], spec, bool(match["optional"])))
    return elements


def required(elements: Sequence[Element]) -> list[str]:
    """The classes of the elements without which a pattern cannot match, the most telling first.

    A class of words tells more than a single word, of which the longer tells more ("of" and "the" are everywhere), and both
    tell more than what only stands beside the match.
    """
    inside: list[str] = []
    group: list[str] | None = None
    for element in elements:
        if element.sort == "(":
            group = []
        elif element.sort == ")":
            inside += [] if element.optional or group is None else group
            group = None
        elif element.sort == "" and not element.optional:
            (inside if group is None else group).append(element.spec)
    if not inside:
        raise ValueError("the pattern matches without any piece")
    beside = [element.spec for element in elements if element.sort == "<" and not element.spec.startswith("!")]
    return sorted(inside, key=lambda spec: (not spec.isupper() or spec == "WORD", -len(spec))) + beside


class Alphabet:
    """A character for every combination of classes that a piece can have, and patterns written in these characters."""

    def __init__(self, combinations: Iterable[frozenset[str]], quiet: frozenset[str] = frozenset()) -> None:
        self._symbols = {classes: chr(0xE000 + place) for place, classes in enumerate(dict.fromkeys(combinations))}
        self.nothing = self.symbol(frozenset())
        self._having: dict[str, list[str]] = {}
        for classes, symbol in self._symbols.items():
            # WORD is any word that the lexicon and the rules know nothing telling of, NAME one of them with a capital
            for name in classes | {"WORD"} if "NAME" in classes or classes <= quiet else classes:
                self._having.setdefault(name, []).append(symbol)

    def symbol(self, classes: frozenset[str]) -> str:
        """The character of a combination of classes; one that no word was known to have is like a word without any."""
        return self._symbols.get(classes) or self._symbols[frozenset()]

    def any_of(self, spec: str) -> frozenset[str]:
        """The characters of the pieces that an element may be."""
        symbols = frozenset(symbol for name in spec.split("|") for symbol in self._having.get(name, ()))
        if not symbols:
            raise ValueError(f"no word or piece is ever of the class {spec!r}")
        return symbols

    def regex(self, elements: Sequence[Element]) -> str:
        """The regular expression of a pattern."""
        parts: list[str] = []
        for place, element in enumerate(elements):
            if element.sort == "(":
                parts.append("(?:")
            elif element.sort == ")":
                parts.append(")?" if element.optional else ")")
            else:
                symbols = f"[{''.join(sorted(self.any_of(element.spec.lstrip('!'))))}]"
                if element.sort == "<":
                    parts.append(f"(?{'<' if place == 0 else ''}{'!' if element.spec.startswith('!') else '='}{symbols})")
                else:
                    group = f"(?P<{element.name}>{symbols})" if element.name else symbols
                    parts.append(group + "?" * element.optional)
        return "".join(parts)
