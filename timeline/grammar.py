"""How rules read: patterns over word classes, tried in layers, the longest match first.

A sentence becomes a row of *pieces*, at first one a token, each known by the classes its word has in the
lexicon.  A layer tries all its rules on the row; where matches overlap, the leftmost and of those the longest
wins (the order of the rules decides a tie), and the pieces of a match become one piece, known by the ``kind`` of
the meaning that the rule built.  There are no scores and nothing is undone.

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

Patterns are compiled to regular expressions over one character a piece, so that a rule costs the same
whatever the words are; repetition is always bounded, which keeps matching linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from timeline.meanings import Meaning
from timeline.text import Token

Classes = Mapping[str, Any]  # class -> the word's value in it
NO_CLASSES: Classes = {}
# An element of a pattern: its sort ("" for one piece, "(" and ")" for a group, "<" for a context), name, classes, and
# whether it may be missing.
Element = tuple[str, "str | None", str, bool]
MARK: Classes = {"MARK": True}  # punctuation that no rule knows


@frozen(kw_only=True)
class Rule:
    """One way to say a time: its pattern, what it means, and phrases that prove it.

    ``examples`` maps a phrase to the value it has on Monday 2023-09-18, or to None where it stays unresolved; square
    brackets mark the mention where it is not the whole phrase.  ``never`` holds phrases in which the rule must not
    make a mention.  A ``part`` is used by other rules only, a ``latent`` rule is tried only on request.
    """

    name: str
    pattern: str
    means: Callable[..., Meaning | None]
    examples: Mapping[str, str | None] = field(factory=dict)
    never: tuple[str, ...] = ()
    part: bool = False
    latent: bool = False


class Piece:
    """A token, or several that a rule has read as one."""

    __slots__ = ("classes", "first", "last", "meaning", "rules", "part", "parts", "symbol")

    def __init__(self, first: int, last: int, classes: Classes, symbol: str) -> None:
        self.first = first  # token numbers, both included
        self.last = last
        self.classes = classes
        self.symbol = symbol
        self.meaning: Meaning | None = None
        self.rules: tuple[str, ...] = ()
        self.part = False
        self.parts: tuple[Piece, ...] = ()


@frozen
class Lexicon:
    """The words of a language: lower-case form to classes, for any case and for capitalised words only."""

    words: Mapping[str, Classes]
    proper: Mapping[str, Classes]
    numbers: Callable[[str], Classes]
    sample_numbers: tuple[str, ...]  # one number of every combination of classes that `numbers` gives
    glued: frozenset[str]  # what may stand right behind a numeral without making it a code: 3pm, 30min

    def classes(self, tokens: Sequence[Token], place: int) -> Classes:
        """The classes of a token in its place."""
        form = tokens[place].form
        first = form[0]
        if first.isdigit():
            return self._number(tokens, place)
        if not first.isalnum():
            return self.words.get(form.lower(), MARK)
        lower = form.lower()
        found = self.words.get(lower)
        proper = self.proper.get(lower) if first.isupper() else None
        if found is None and proper is None and lower[-1] == ".":
            lower = lower[:-1]
            found = self.words.get(lower)
            proper = self.proper.get(lower) if first.isupper() else None
        if tokens[place].glued and place and tokens[place - 1].form[-1].isdigit() and lower not in self.glued:
            return NO_CLASSES
        if place + 1 < len(tokens) and tokens[place + 1].glued and tokens[place + 1].form[0].isdigit():
            return NO_CLASSES  # DEC1
        if proper is None:
            return NO_CLASSES if found is None else found
        return proper if found is None else {**found, **proper}

    def _number(self, tokens: Sequence[Token], place: int) -> Classes:
        """The classes of a numeral; one that is stuck to letters or a currency sign is no number of anything."""
        token = tokens[place]
        if token.glued and place:
            before = tokens[place - 1].form
            if before[-1].isalpha():
                return {"CODE": int(token.form)} if token.form.isdigit() and len(token.form) <= 4 else NO_CLASSES
            if before in "$£€¥#@_\\":
                return NO_CLASSES
        if place + 1 < len(tokens) and tokens[place + 1].glued:
            after = tokens[place + 1].form
            if after in "%°$£€" or (after[0].isalpha() and after.lower().rstrip(".") not in self.glued):
                return NO_CLASSES
        return self.numbers(token.form)


@frozen
class _Matcher:
    """A rule ready to be tried: its regular expression over symbols, and the classes of its captured elements."""

    rule: Rule
    regex: re.Pattern[str]
    captures: Mapping[str, str]


@frozen
class _Layer:
    """The rules of a layer, and for each symbol those that can only match a row that holds it."""

    matchers: tuple[_Matcher, ...]
    telling: Mapping[str, tuple[int, ...]]

    def candidates(self, symbols: str) -> list[int]:
        """The numbers of the rules that have a chance on a row, in order."""
        telling = self.telling
        return sorted({order for symbol in set(symbols) if symbol in telling for order in telling[symbol]})


class Grammar:
    """The rules of a language, compiled; immutable once made."""

    def __init__(self, layers: Sequence[Sequence[Rule]], lexicon: Lexicon, kinds: Iterable[str]) -> None:
        self.layers = tuple(tuple(layer) for layer in layers)
        self.lexicon = lexicon
        parsed = [[_parse(rule.pattern) for rule in layer] for layer in self.layers]
        self._literals = frozenset(w for layer in parsed for _, words in layer for w in words if not w.isupper())
        self._symbols = self._all_symbols(kinds)
        self._layers = tuple(
            self._layer(rules, [elements for elements, _ in patterns])
            for rules, patterns in zip(self.layers, parsed, strict=True)
        )

    def _layer(self, rules: Sequence[Rule], patterns: Sequence[Sequence[Element]]) -> _Layer:
        matchers = tuple(
            _Matcher(rule, re.compile(self._regex(elements)), {name: spec for _, name, spec, _ in elements if name})
            for rule, elements in zip(rules, patterns, strict=True)
        )
        telling: dict[str, list[int]] = {}
        for order, elements in enumerate(patterns):
            for symbol in min((self._any_of(spec) for spec in _required(elements)), key=len)[1:-1]:
                telling.setdefault(symbol, []).append(order)
        return _Layer(matchers, {symbol: tuple(orders) for symbol, orders in telling.items()})

    def _all_symbols(self, kinds: Iterable[str]) -> dict[frozenset[str], str]:
        """A character for every combination of classes that a piece can have."""
        combinations: dict[frozenset[str], None] = {
            frozenset(): None,
            frozenset(MARK): None,
            frozenset(("CODE",)): None,
            frozenset(("NAME",)): None,
        }
        for kind in kinds:
            combinations[frozenset((kind,))] = None
        for word in sorted(self._literals | self.lexicon.words.keys() | self.lexicon.proper.keys()):
            words, proper = self.lexicon.words.get(word, NO_CLASSES), self.lexicon.proper.get(word, NO_CLASSES)
            literal = {word} & self._literals
            if not word[0].isalnum():
                words = words or MARK
            for classes in (words.keys(), words.keys() | proper.keys()):
                combinations[frozenset(classes) | literal] = None
        for number in self.lexicon.sample_numbers:
            combinations[frozenset(self.lexicon.numbers(number))] = None
        return {names: chr(0xE000 + place) for place, names in enumerate(combinations)}

    def _any_of(self, spec: str) -> str:
        names = set(spec.split("|"))
        if "WORD" in names:
            names.add("NAME")
        # WORD is any word that the lexicon and the rules do not know
        symbols = [s for classes, s in self._symbols.items() if classes & names or ("WORD" in names and not classes)]
        if not symbols:
            raise ValueError(f"no word or piece is ever of the class {spec!r}")
        return f"[{''.join(symbols)}]"

    def _regex(self, elements: Sequence[Element]) -> str:
        """The regular expression over symbols of a parsed pattern."""
        parts: list[str] = []
        for place, (sort, name, spec, optional) in enumerate(elements):
            if sort in ("(", ")"):
                parts.append("(?:" if sort == "(" else ")?" if optional else ")")
            elif sort == "<":
                look = (
                    ("?<!" if spec.startswith("!") else "?<=") if place == 0 else "?!" if spec.startswith("!") else "?="
                )
                parts.append(f"({look}{self._any_of(spec.lstrip('!'))})")
            else:
                symbols = self._any_of(spec)
                parts.append((f"(?P<{name}>{symbols})" if name else symbols) + ("?" if optional else ""))
        return "".join(parts)

    def pieces(self, tokens: Sequence[Token]) -> list[Piece]:
        """The row of pieces of a sentence, before any rule."""
        row = []
        classes_of, symbols, literals = self.lexicon.classes, self._symbols, self._literals
        nothing, name = symbols[frozenset()], symbols[frozenset(("NAME",))]
        for place, token in enumerate(tokens):
            classes = classes_of(tokens, place)
            lower = token.form.lower()
            if classes or lower in literals:
                names = frozenset(classes) | {lower} if lower in literals else frozenset(classes)
                row.append(Piece(place, place, classes, symbols.get(names, nothing)))
            else:
                row.append(Piece(place, place, NO_CLASSES, name if place and token.form[0].isupper() else nothing))
        return row

    def parse(self, tokens: Sequence[Token], latent: bool = False) -> list[Piece]:
        """The pieces that rules have made of a sentence, in order; parts that no other rule used are left out."""
        row = self.pieces(tokens)
        for layer in self._layers:
            row = self._apply(layer, row, latent)
        return [piece for piece in row if piece.meaning is not None and not piece.part]

    def _apply(self, layer: _Layer, row: list[Piece], latent: bool) -> list[Piece]:
        symbols = "".join([piece.symbol for piece in row])
        matches: list[tuple[int, int, int, _Matcher, re.Match[str]]] = []
        for order in layer.candidates(symbols):
            matcher = layer.matchers[order]
            if matcher.rule.latent and not latent:
                continue
            for match in matcher.regex.finditer(symbols):
                matches.append((match.start(), -match.end(), order, matcher, match))
        if not matches:
            return row
        matches.sort(key=lambda candidate: candidate[:3])
        result: list[Piece] = []
        done = 0
        for start, _, _, matcher, match in matches:
            if start < done:
                continue
            piece = self._build(matcher, match, row)
            if piece is not None:
                result += row[done:start]
                result.append(piece)
                done = match.end()
        return result + row[done:]

    def _build(self, matcher: _Matcher, match: re.Match[str], row: list[Piece]) -> Piece | None:
        captured = {name: row[match.start(name)] for name, symbol in match.groupdict().items() if symbol is not None}
        rule, specs = matcher.rule, matcher.captures
        values = {name: self._value(specs[name], captured[name]) if name in captured else None for name in specs}
        meaning = rule.means(**values)
        if meaning is None:
            return None
        inside = row[match.start() : match.end()]
        piece = Piece(inside[0].first, inside[-1].last, NO_CLASSES, self._symbols[frozenset((meaning.kind,))])
        piece.meaning = meaning
        piece.rules = tuple(dict.fromkeys([name for p in inside for name in p.rules] + [rule.name]))
        piece.part = rule.part
        piece.parts = tuple(captured[name] for name in specs if name in captured)
        return piece

    def _value(self, spec: str, piece: Piece) -> Any:
        if piece.meaning is not None:
            return piece.meaning
        for name in spec.split("|"):
            if name in piece.classes:
                return piece.classes[name]
        return True  # a literal word was there


_ELEMENT = re.compile(
    r"(?P<open>\()|(?P<close>\))(?P<maybe>\?)?|<(?P<context>[^>]+)>|(?:(?P<name>[a-z_]+):)?(?P<spec>[^\s?]+)(?P<optional>\?)?"
)


def _parse(pattern: str) -> tuple[list[Element], set[str]]:
    """The elements of a pattern (sort, name, classes, optional) and all classes and words in it."""
    elements: list[Element] = []
    names: set[str] = set()
    for item in pattern.split():
        match = _ELEMENT.fullmatch(item)
        if match is None:
            raise ValueError(f"cannot read {item!r} in the pattern {pattern!r}")
        if match["open"] or match["close"]:
            elements.append((match["open"] or match["close"], None, "", bool(match["maybe"])))
            continue
        spec = match["context"] or match["spec"]
        names.update(spec.lstrip("!").split("|"))
        elements.append(("<" if match["context"] else "", match["name"], spec, bool(match["optional"])))
    return elements, names


def _required(elements: Sequence[Element]) -> list[str]:
    """The classes of the elements without which a pattern cannot match; telling ones where there are any.

    A class of words tells more than a single word, of which the longer tells more: "of" and "the" are everywhere.
    """
    required: list[str] = []
    group: list[str] | None = None
    for sort, _, spec, optional in elements:
        if sort == "(":
            group = []
        elif sort == ")":
            required += [] if optional or group is None else group
            group = None
        elif sort == "" and not optional:
            (required if group is None else group).append(spec)
    if not required:
        raise ValueError("the pattern matches without any piece")
    telling = [spec for spec in required if spec.isupper() and spec != "WORD"]
    return telling or [max(required, key=len)]
