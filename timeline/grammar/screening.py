"""Which of many rules can match a row at all: a look at what each of them cannot match without, for all rules at once.

A set of rules is a whole number, with a bit for each rule.  Of every symbol is known, for the first, second .. thing that a
rule needs, which rules are content with that symbol; joined over the symbols of a row, this tells which have all they need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


class Screen:
    """The needs of some rules, each a set of symbols any of which will do; immutable once made."""

    def __init__(self, needs: Sequence[Sequence[frozenset[str]]]) -> None:
        """``needs`` holds the needs of each rule, in the order of the rules."""
        self._rules = len(needs)
        self._depth = max(map(len, needs), default=0)
        self._all = (1 << self._rules) - 1
        self._content: dict[str, int] = {}
        self._always = 0  # what a rule with fewer needs than others does not need
        for rule, wanted in enumerate(needs):
            for number, symbols in enumerate(wanted):
                for symbol in symbols:
                    self._content[symbol] = self._content.get(symbol, 0) | 1 << number * self._rules + rule
            for number in range(len(wanted), self._depth):
                self._always |= 1 << number * self._rules + rule

    def passing(self, symbols: Iterable[str]) -> int:
        """The rules that have all that they need among some symbols.

        >>> screen = Screen([[frozenset("ab"), frozenset("c")], [frozenset("b")]])
        >>> [list(places(screen.passing(row))) for row in ("a", "ac", "b", "cb")]
        [[], [0], [1], [0, 1]]
        """
        content, known = self._always, self._content
        for symbol in symbols:
            if symbol in known:
                content |= known[symbol]
        passing = self._all
        for _ in range(self._depth):
            passing &= content
            content >>= self._rules
        return passing


def bits(numbers: Iterable[int]) -> int:
    """The set of some rules.

    >>> bits([0, 2])
    5
    """
    return sum(1 << number for number in set(numbers))


def layer_bits(sizes: Iterable[int]) -> Iterator[int]:
    """For layers of so many rules, numbered on from one to the next, the set of each.

    >>> list(layer_bits([2, 1]))
    [3, 4]
    """
    first = 0
    for size in sizes:
        yield (1 << size) - 1 << first
        first += size


def places(rules: int) -> Iterator[int]:
    """The numbers of the rules of a set, in order.

    >>> list(places(5))
    [0, 2]
    """
    while rules:
        lowest = rules & -rules
        yield lowest.bit_length() - 1
        rules ^= lowest
