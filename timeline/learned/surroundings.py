"""The weights of what stands around a word, laid out by the word they hang on.

A feature of a word's context is a number (`timeline.learned.tagging.context_keys`): its kind, then words, classes of words and
tags.  All features of a kind that begin with the same word stand next to each other in the order of numbers, so that they
are cut out when that word is first met, and kept with it.  Weighing a word then looks into a few small tables at hand, and
never into one of all features, most of which lies far away in memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

Rows = Mapping[int, bytes]  # the rest of a feature's number -> its row of weights, a byte for each tag
KIND, TAG, CLASS, WORD = 40, 6, 12, 16  # bits that stand below the kind of a feature, and that its parts take


@frozen(eq=False)
class Form:
    """What a form says of the words around it: rows by themselves, and by the tag, word or class that goes with it."""

    before: bytes | None  # of the word that it stands before
    after: bytes | None
    two_before: bytes | None
    two_after: bytes | None
    by_last: Rows  # of the form itself, by the tag before it
    by_following: Rows  # of the word behind it
    by_next: Rows  # of the form itself, by the word behind it
    by_next_class: Rows


@frozen(eq=False)
class Class:
    """What a class of forms says of a word of that class, and of the word before it."""

    number: int
    by_last: Rows
    by_next_class: Rows
    before_by_last: Rows
    before_by_later_class: Rows


class Surroundings:
    """The rows of all features of contexts, in the order of their numbers."""

    def __init__(self, keys: array[int], rows: bytes, width: int) -> None:
        self._keys = keys
        self._rows = rows
        self._width = width
        # immutable once cut out; forms and classes are as many as the lexicon has
        self.form = lru_cache(maxsize=1 << 14)(self._form)
        self.class_ = lru_cache(maxsize=1 << 12)(self._class)

    def by_last_two(self, tags: int) -> tuple[Rows, ...]:
        """The rows of two tags in a row: for each tag, by the tag before it."""
        return tuple(self._table(1, tag, TAG) for tag in range(tags))

    def _form(self, number: int) -> Form:
        tables = (self._table(kind, number, bits) for kind, bits in ((7, TAG), (11, WORD), (12, WORD), (13, CLASS)))
        before, after, two_before, two_after = (self._table(kind, number, 0).get(0) for kind in (3, 2, 5, 4))
        return Form(before, after, two_before, two_after, *tables)

    def _class(self, number: int) -> Class:
        tables = (self._table(kind, number, bits) for kind, bits in ((8, TAG), (10, CLASS), (6, TAG), (9, CLASS)))
        return Class(number, *tables)

    def _table(self, kind: int, first: int, bits: int) -> Rows:
        """The rows of a kind whose numbers go on with one word, class or tag, by what stands in the bits behind it."""
        low, high = kind << KIND | first << bits, kind << KIND | (first + 1) << bits
        found, place, width = {}, bisect_left(self._keys, low), self._width
        while place < len(self._keys) and (key := self._keys[place]) < high:
            found[key - low] = self._rows[place * width : (place + 1) * width]
            place += 1
        return found
