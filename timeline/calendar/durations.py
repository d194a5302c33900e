"""Lengths of time in calendar units, as they were said."""

from __future__ import annotations

import math
from collections.abc import Collection
from fractions import Fraction

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS, MONTHS_IN, SECONDS_IN, Grain, add_months, weekday
from timeline.calendar.conventions import Conventions

# Mean lengths in seconds, for comparing durations only; moving a date by months always goes by the calendar.
MONTH_SECONDS = 2_629_746

ISO_UNITS = {
    Grain.MILLENNIUM: "ML",
    Grain.CENTURY: "C",
    Grain.DECADE: "DE",
    Grain.YEAR: "Y",
    Grain.HALF: "H",
    Grain.SEASON: "S",
    Grain.QUARTER: "Q",
    Grain.MONTH: "M",
    Grain.WEEK: "W",
    Grain.WEEKEND: "WE",
    Grain.DAY: "D",
    Grain.PART: "PD",
    Grain.HOUR: "H",
    Grain.MINUTE: "M",
    Grain.SECOND: "S",
}


@frozen
class Duration:
    """A length of time in calendar units, as it was said; an amount of None is "some".

    ``mod`` is the TIMEX3 modifier (APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS); of ``working`` days those of
    a weekend are not counted.

    >>> print(Duration.of(3, Grain.WEEK), Duration.of(None, Grain.DAY), Duration.of(Fraction(5, 2), Grain.YEAR))
    P3W PXD P2.5Y
    """

    amounts: tuple[tuple[Grain, Fraction | None], ...]
    mod: str | None = None
    working: bool = False

    @classmethod
    def of(
        cls, amount: int | Fraction | None, grain: Grain, mod: str | None = None, *, working: bool = False
    ) -> Duration:
        """A duration of one unit."""
        return cls(((grain, None if amount is None else Fraction(amount)),), mod, working)

    @property
    def grain(self) -> Grain:
        """The finest unit that was said."""
        return min(grain for grain, _ in self.amounts)

    @property
    def vague(self) -> bool:
        """Whether an amount is unknown ("a few days")."""
        return any(amount is None for _, amount in self.amounts)

    def with_mod(self, mod: str | None) -> Duration:
        """The same length under another modifier."""
        return evolve(self, mod=mod)

    @property
    def seconds(self) -> int | None:
        """The mean length in seconds, or None when an amount is unknown."""
        total = Fraction(0)
        for grain, amount in self.amounts:
            if amount is None:
                return None
            total += amount * grain_seconds(grain)
        return round(total)

    def limits(self, conventions: Conventions) -> tuple[int | None, int | None]:
        """The least and the greatest length in seconds that the words allow, None where they set no limit.

        >>> week = 7 * 86400
        >>> low, high = Duration.of(3, Grain.WEEK, "APPROX").limits(Conventions())
        >>> low / week, high / week
        (2.5, 3.5)
        """
        length = self.seconds
        if length is None:
            unit = grain_seconds(self.grain)
            return 2 * unit, None
        slack = max(grain_seconds(self.grain) // 2, math.ceil(length * conventions.about_share))
        if self.mod == "APPROX":
            return length - slack, length + slack
        if self.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
            return length, None
        if self.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
            return None, length
        weekends = 2 * DAY_SECONDS * math.ceil(Fraction(length, 5 * DAY_SECONDS)) if self.working else 0
        return length, length + weekends

    def added_to(self, wall: int, sign: int = 1, weekend: Collection[int] = (5, 6)) -> int | None:
        """A second of wall time moved by the duration through the calendar, or None when the amount is unknown.

        ``weekend`` are the days of the week (Monday is 0) that working days leave out.

        >>> from timeline.calendar.almanac import civil, day_number
        >>> civil(Duration.of(1, Grain.MONTH).added_to(day_number(2023, 1, 31) * DAY_SECONDS) // DAY_SECONDS)
        (2023, 2, 28)
        >>> civil(Duration.of(3, Grain.DAY, working=True).added_to(day_number(2023, 9, 21) * DAY_SECONDS) // DAY_SECONDS)
        (2023, 9, 26)
        """
        day, clock = divmod(wall, DAY_SECONDS)
        if self.working:
            return None if self.seconds is None else self._worked(day, sign, weekend) * DAY_SECONDS + clock
        seconds = Fraction(0)
        for grain, amount in self.amounts:
            if amount is None:
                return None
            if grain in MONTHS_IN:
                months, rest = divmod(amount * MONTHS_IN[grain], 1)
                day = add_months(day, sign * int(months))
                seconds += rest * MONTH_SECONDS
            else:
                seconds += amount * grain_seconds(grain)
        # part of a month makes no clock time: it rounds to whole days
        moved = round(seconds) if self.grain < Grain.DAY else round(seconds / DAY_SECONDS) * DAY_SECONDS
        return day * DAY_SECONDS + clock + sign * moved

    def _worked(self, day: int, sign: int, weekend: Collection[int]) -> int:
        """The day so many working days on or back, whole weeks first; a weekend counts from the working day before it."""
        weeks, left = divmod((self.seconds or 0) // DAY_SECONDS, 7 - len(set(weekend)))
        while weekday(day) in weekend:
            day -= sign
        day += sign * 7 * weeks
        while left:
            day += sign
            left -= weekday(day) not in weekend
        return day

    def __str__(self) -> str:
        date, clock = "", ""
        for grain, amount in self.amounts:
            number = "X" if amount is None else f"{float(amount):g}" if amount.denominator > 1 else str(amount)
            if grain < Grain.PART:
                clock += number + ISO_UNITS[grain]
            else:
                date += number + ISO_UNITS[grain]
        return f"P{date}{'T' + clock if clock else ''}"


def grain_seconds(grain: Grain) -> int:
    """The mean length of a unit in seconds.

    >>> grain_seconds(Grain.WEEK), grain_seconds(Grain.YEAR)
    (604800, 31556952)
    """
    if grain in MONTHS_IN:
        return MONTHS_IN[grain] * MONTH_SECONDS
    if grain == Grain.WEEKEND:
        return 2 * DAY_SECONDS
    return SECONDS_IN.get(grain, DAY_SECONDS // 4)
