"""Sequences that are made when somebody first looks at them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T", covariant=True)


class Deferred(Sequence[T]):
    """A sequence, equal to the tuple of its items, that is made once and only when it is looked at.

    What it is made of is let go then.  A copy and a pickle of it are the tuple.

    >>> squares = Deferred(lambda: (number * number for number in range(4)))
    >>> squares == (0, 1, 4, 9), squares[-1]
    (True, 9)
    """

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make: Callable[[], Iterable[T]] | None = make
        self._items: tuple[T, ...] = ()

    def _made(self) -> tuple[T, ...]:
        make = self._make  # looked up once: two threads may both make the items, which are equal
        if make is not None:
            self._items = tuple(make())
            self._make = None
        return self._items

    def __len__(self) -> int:
        return len(self._made())

    def __iter__(self) -> Iterator[T]:
        return iter(self._made())

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        return self._made()[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Deferred):
            return self._made() == other._made()
        return self._made() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return self._made().__hash__()

    def __repr__(self) -> str:
        return repr(self._made())

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        return tuple, (self._made(),)
