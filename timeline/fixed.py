"""A mapping that nobody can change, which can be hashed, copied and pickled as other values can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V", covariant=True)


class FixedMapping(Mapping[K, V]):
    """What it was made of at the time; equal to any mapping of the same items.

    >>> hours = FixedMapping({"noon": 12})
    >>> hours == {"noon": 12}, hours, {hours: "hashed"}[FixedMapping(hours)]
    (True, {'noon': 12}, 'hashed')
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V]) -> None:
        self._items = dict(items)

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return frozenset(self._items.items()).__hash__()

    def __repr__(self) -> str:
        return repr(self._items)
