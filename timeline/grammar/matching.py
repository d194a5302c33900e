"""How rules read: patterns over word classes, tried in layers, the longest match first.

A sentence becomes a row of *pieces*, at first one a token, each known by the classes its word has in the
lexicon.  A layer tries all its rules on the row; where matches overlap, the leftmost and of those the longest
wins (the order of the rules decides a tie), and the pieces of a match become one piece, known by the ``kind`` of
the meaning that the rule built.  There are no scores and nothing is undone.  `grammar.patterns` tells how patterns are
written.

Patterns are compiled to regular expressions over one character a piece, its *symbol*, so that a rule costs the same
whatever the words are; repetition is always bounded, which keeps matching linear.

What keeps the scan of a sentence short:

- No rule reads across a word that no rule knows, so a sentence falls into short stretches between such words, and only
  those that hold a trigger (`timeline.grammar.triggers`) are read.
- In a stretch, a rule is tried only where each of the elements that it cannot match without has its symbol there, which
  `timeline.grammar.screening` tells of all rules at once; it is compiled when it is first tried.
- The classes of a word hang on its neighbours only beside figures ("3pm", "A4").  All others are looked up in a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, NamedTuple

from attrs import field, frozen

from timeline.grammar.meanings import Meaning
from timeline.grammar.patterns import Alphabet, Element, parse, required
from timeline.grammar.screening import Screen, bits, layer_bits, places
from timeline.grammar.triggers import any_within
from timeline.texts.document import Token

Classes = Mapping[str, Any]  # class -> the word's value in it
NO_CLASSES: Classes = {}
MARK: Classes = {"MARK": True}  # punctuation that no rule knows
DASH = "–"


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
    quiet: frozenset[str] = frozenset()  # classes of ordinary words: with no other, a word is still a WORD

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
            return found if found is not None and found.keys() <= self.quiet else NO_CLASSES
        before_figure = place + 1 < len(tokens) and tokens[place + 1].glued and tokens[place + 1].form[0].isdigit()
        if before_figure and lower not in self.glued:
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
                return _code(token.form) if token.form.isdigit() and len(token.form) <= 4 else NO_CLASSES
            if before in "$£€¥#@_\\":
                return NO_CLASSES
        if place + 1 < len(tokens) and tokens[place + 1].glued:
            after = tokens[place + 1].form
            if after in "%°$£€":
                return NO_CLASSES
            if after[0].isalpha() and after.lower().rstrip(".") not in self.glued:
                return {"STUCK": int(token.form)} if token.form.isdigit() and len(token.form) <= 2 else NO_CLASSES
        return self.numbers(token.form)


def _code(form: str) -> Classes:
    """The classes of figures stuck behind letters; two or four may be a year: 14MAR25."""
    number = int(form)
    return {"CODE": number, "YEARCODE": number} if len(form) in (2, 4) else {"CODE": number}


class _Known(NamedTuple):
    """A word as the table has it: its classes and symbol, and those it has with a capital where they differ."""

    classes: Classes
    symbol: str
    capital: _Known | None = None


@frozen(slots=False)
class _Matcher:
    """A rule ready to be tried: its pattern over symbols, and the classes of its captured elements by name."""

    rule: Rule
    pattern: str
    captures: tuple[tuple[str, list[str]], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern compiled, when the rule is first tried: most texts try few of all rules."""
        return re.compile(self.pattern)


_Match = tuple[int, int, int, _Matcher, "re.Match[str]"]  # start, -end, order of the rule: what matches are sorted by


class Grammar:
    """The rules of a language, compiled; immutable once made."""

    def __init__(self, layers: Sequence[Sequence[Rule]], lexicon: Lexicon, kinds: Sequence[str]) -> None:
        self.layers = tuple(tuple(layer) for layer in layers)
        self.lexicon = lexicon
        patterns = [[parse(rule.pattern) for rule in layer] for layer in self.layers]
        elements = [element for layer in patterns for pattern in layer for element in pattern]
        self._literals = frozenset(name for element in elements for name in element.names if not name.isupper())
        self._alphabet = Alphabet(self._combinations(kinds), lexicon.quiet)
        self._kinds = {kind: self._alphabet.symbol(frozenset((kind,))) for kind in kinds}
        self._known = self._all_known()
        # marks, abbreviations and the like come again and again
        self._alone = lru_cache(maxsize=1 << 12)(self._look_up_alone)
        self._matchers = tuple(map(self._matcher, chain(*self.layers), chain(*patterns)))
        self._screen = Screen([list(map(self._alphabet.any_of, required(pattern))) for pattern in chain(*patterns)])
        latent = bits(place for place, matcher in enumerate(self._matchers) if matcher.rule.latent)
        self._layer_bits = tuple(layer_bits(map(len, self.layers)))
        self._told = ~latent
        eaten = {symbol for e in elements if e.sort == "" for symbol in self._alphabet.any_of(e.spec)}
        self._stretch = re.compile(f"[{''.join(sorted(eaten))}]+")

    def _combinations(self, kinds: Iterable[str]) -> Iterator[frozenset[str]]:
        """All combinations of classes that a piece can have."""
        yield from (frozenset(names) for names in ((), MARK, ("CODE",), ("CODE", "YEARCODE"), ("STUCK",), ("NAME",)))
        yield from (frozenset((kind,)) for kind in kinds)
        for word in sorted(self._literals | self.lexicon.words.keys() | self.lexicon.proper.keys()):
            words, proper = self.lexicon.words.get(word, NO_CLASSES), self.lexicon.proper.get(word, NO_CLASSES)
            if not word[0].isalnum():
                words = words or MARK
            literal = {word} & self._literals
            yield frozenset(literal)  # beside figures a word has no classes
            yield frozenset(words.keys() | literal)
            yield frozenset(words.keys() | proper.keys() | literal)
        yield from (frozenset(self.lexicon.numbers(number)) for number in self.lexicon.sample_numbers)

    def _matcher(self, rule: Rule, elements: Sequence[Element]) -> _Matcher:
        """A rule ready to be tried."""
        captures = tuple((element.name, element.names) for element in elements if element.name)
        return _Matcher(rule, self._alphabet.regex(elements), captures)

    def _all_known(self) -> dict[str, _Known]:
        """Every word that the lexicon or a rule knows, as it is away from figures."""
        table = {}
        for word in self._literals | self.lexicon.words.keys() | self.lexicon.proper.keys():
            if word[0].isdigit() or word[-1] == "." != word:
                continue  # figures hang on their neighbours, and a full stop may be none of the word's own
            plain = self._look_up((Token(0, len(word), word, False),), 0)
            upper = self._look_up((Token(0, len(word), word[0].upper() + word[1:], False),), 0)
            table[word] = plain if plain == upper else plain._replace(capital=upper)
        return table

    def _look_up(self, tokens: Sequence[Token], place: int) -> _Known:
        """The classes and the symbol of a token among its neighbours."""
        return self._with_symbol(tokens[place].form, self.lexicon.classes(tokens, place), place > 0)

    def _look_up_alone(self, form: str, inside: bool) -> _Known:
        """The same for a word that begins with no figure and has none beside it, ``inside`` a sentence."""
        return self._with_symbol(form, self.lexicon.classes((Token(0, len(form), form, False),), 0), inside)

    def _with_symbol(self, form: str, classes: Classes, inside: bool) -> _Known:
        names = frozenset(classes) | {form.lower()} & self._literals
        if not names and inside and form[0].isupper():
            names = frozenset(("NAME",))
        return _Known(classes, self._alphabet.symbol(names))

    def _row(self, tokens: Sequence[Token], words: Sequence[str]) -> list[_Known]:
        """The words of a sentence as they are known, before any rule."""
        row = []
        figures = []
        table, unknown = self._known, _Known(NO_CLASSES, self._alphabet.nothing)
        name = _Known(NO_CLASSES, self._alphabet.symbol(frozenset(("NAME",))))
        for place, word in enumerate(words):
            known = table.get(word)
            form = tokens[place].form
            if known is not None:
                row.append(known.capital if known.capital is not None and form[0].isupper() else known)
            elif word.isalpha():
                row.append(name if place and form[0].isupper() else unknown)
            elif form[0].isdigit():
                row.append(self._look_up(tokens, place))
                figures.append(place)
            else:
                row.append(self._alone(form, place > 0))
                if form[-1].isdigit():
                    figures.append(place)
        for figure in figures:
            for place in (figure - 1, figure + 1):
                if 0 <= place < len(row):
                    row[place] = self._alone(DASH, place > 0) if _is_dash(tokens, place) else self._look_up(tokens, place)
        return row

    def parse(
        self, tokens: Sequence[Token], words: Sequence[str], triggers: Sequence[int], latent: bool = False
    ) -> list[Piece]:
        """The pieces that rules have made of a sentence, in order; parts that no other rule used are left out.

        ``words`` are the forms of the tokens in small letters, ``triggers`` the offsets of the triggers in the text.
        """
        row = self._row(tokens, words)
        symbols = "".join([known.symbol for known in row])
        found: list[Piece] = []
        for stretch in self._stretch.finditer(symbols):
            first, last = stretch.span()
            if any_within(triggers, tokens[first].start, tokens[last - 1].end):
                # one more word on each side: a pattern may say what stands there
                found += self._read(row, symbols, max(first - 1, 0), min(last + 1, len(row)), latent)
        return found

    def _read(self, known: Sequence[_Known], symbols: str, first: int, last: int, latent: bool) -> list[Piece]:
        """The pieces that the layers make of a stretch, one after the other."""
        symbols = symbols[first:last]
        row: list[Piece] = []
        hopeful = self._hopeful(symbols, latent)
        for layer in self._layer_bits:
            if not hopeful & layer or not (matches := self._matches(symbols, hopeful & layer)):
                continue
            if not row:
                row = [Piece(place, place, *known[place][:2]) for place in range(first, last)]
            row = self._apply(matches, row)
            symbols = "".join([piece.symbol for piece in row])
            hopeful = self._hopeful(symbols, latent)
        return [piece for piece in row if piece.meaning is not None and not piece.part]

    def _hopeful(self, symbols: str, latent: bool) -> int:
        """The rules that have what they need on a row, a bit each."""
        hopeful = self._screen.passing(symbols)
        return hopeful if latent else hopeful & self._told

    def _matches(self, symbols: str, rules: int) -> list[_Match]:
        """All matches of some rules on a row, the leftmost first and of those the longest."""
        matches = []
        for order in places(rules):
            matcher = self._matchers[order]
            for match in matcher.regex.finditer(symbols):
                matches.append((match.start(), -match.end(), order, matcher, match))
        if len(matches) > 1:
            matches.sort(key=lambda match: match[:3])
        return matches

    def _apply(self, matches: Iterable[_Match], row: list[Piece]) -> list[Piece]:
        """The row with a piece in place of every match that means something and overlaps none before it."""
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
        values: dict[str, Any] = {}
        captured = []
        for name, classes in matcher.captures:
            place = match.start(name)
            if place < 0:
                values[name] = None
                continue
            captured.append(row[place])
            values[name] = _value(row[place], classes)
        rule = matcher.rule
        meaning = rule.means(**values)
        if meaning is None:
            return None
        inside = row[match.start() : match.end()]
        piece = Piece(inside[0].first, inside[-1].last, NO_CLASSES, self._kinds[meaning.kind])
        piece.meaning = meaning
        piece.rules = tuple(dict.fromkeys([name for p in inside for name in p.rules] + [rule.name]))
        piece.part = rule.part
        piece.parts = tuple(captured)
        return piece


def _is_dash(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token is a hyphen with blanks on both sides, which is written for a dash: "in 1939 - a year of war"."""
    after = tokens[place + 1 : place + 2]
    return tokens[place].form == "-" and not tokens[place].glued and not any(token.glued for token in after)


def _value(piece: Piece, classes: Iterable[str]) -> Any:
    """What a captured piece hands to the builder of a rule: its meaning, else its value in the first class it has."""
    if piece.meaning is not None:
        return piece.meaning
    for name in classes:
        if name in piece.classes:
            return piece.classes[name]
    return True  # a literal word was there
