"""Where in a text a time can be: one scan for the words and figures without which no time is said.

Most sentences of most texts hold none of them, and are then not even split into words.  The scan goes over the text once,
in small letters, with all words in one regular expression that is factored like a trie: it looks at each letter once,
however many words there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import field, frozen


@frozen
class Triggers:
    """The words, in small letters and whole, and a pattern of figures that can be a time without such a word."""

    words: frozenset[str] = field(repr=False)
    figures: str = field(repr=False)
    _word: re.Pattern[str] = field(init=False, eq=False, repr=False)
    _figure: re.Pattern[str] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_word", re.compile(rf"(?<![^\W\d_])(?:{one_of(self.words)})(?![^\W\d_])"))
        object.__setattr__(self, "_figure", re.compile(self.figures))

    def places(self, view: str) -> list[int]:
        """The offsets at which triggers stand, in order.

        >>> Triggers(frozenset(("may", "monday")), r"[0-9]{4}").places("Mayors met on Monday in 1999.")
        [14, 24]
        """
        # İ is the one letter whose small form is longer (i and a dot), and would move all offsets behind it
        lower = view.replace("İ", "i").lower()
        found = [match.start() for match in self._word.finditer(lower)]
        figures = [match.start() for match in self._figure.finditer(lower)]
        return sorted(found + figures) if figures else found


def any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of some offsets, in order, lies in a stretch.

    >>> any_within([14, 24], 0, 14), any_within([14, 24], 10, 15)
    (False, True)
    """
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def one_of(words: Iterable[str]) -> str:
    """A regular expression for any of some words that shares what they begin with.

    >>> one_of(("may", "march", "monday", "mon"))
    'm(?:a(?:rch|y)|on(?:day)?)'
    """
    trie: dict[str, Any] = {}
    for word in sorted(words):
        node = trie
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}  # a word ends here
    return _branches(trie)


def _branches(node: dict[str, Any]) -> str:
    rest = [re.escape(letter) + _branches(below) for letter, below in node.items() if letter]
    if not rest:
        return ""
    if len(rest) == 1 and "" not in node:
        return rest[0]
    return f"(?:{'|'.join(rest)}){'?' if '' in node else ''}"
