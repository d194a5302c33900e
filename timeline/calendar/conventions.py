"""Everything we assume, in one frozen object that callers may replace field by field."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal, get_args

from attrs import Attribute, field, frozen

from timeline.calendar.almanac import DAY_SECONDS, MONTHS_IN, PARTS, SEASONS, SECONDS_IN, Grain, Period, day_number
from timeline.errors import OptionError
from timeline.fixed import FixedMapping

Domain = Literal["news", "narrative", "notice"]
DateOrder = Literal["DMY", "MDY", "YMD"]
DOMAINS: tuple[Domain, ...] = get_args(Domain)
DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
LAST_HOUR = 36  # noon of the next day
_COUNTRY = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


# of the day: first hour, end hour
HOURS: Mapping[str, tuple[int, int]] = FixedMapping(
    {
        "DW": (4, 7),  # dawn
        "MO": (5, 12),
        "MI": (11, 14),  # midday
        "AF": (12, 18),
        "EV": (17, 23),
        "NI": (18, 30),
        "DT": (6, 18),  # daytime
        "SM": (0, 6),  # the small hours
    }
)


def _hours(table: Any) -> Any:
    """The hours that a caller gives, those of all other parts as they are."""
    return FixedMapping({**HOURS, **table}) if isinstance(table, Mapping) else table


def _whole_table(_: object, attribute: Attribute[Any], table: object) -> None:
    if not isinstance(table, Mapping):
        raise OptionError(f"{attribute.name} is {table!r}, expected a mapping such as {{'EV': (18, 22)}}")
    for part, hours in table.items():
        if part not in HOURS:
            raise OptionError(f"{attribute.name} has {part!r}, expected some of {', '.join(HOURS)}")
        pair = isinstance(hours, tuple) and len(hours) == 2 and all(type(hour) is int for hour in hours)
        if not pair or not 0 <= hours[0] < hours[1] <= LAST_HOUR:
            raise OptionError(
                f"{attribute.name} has {part!r}: {hours!r}, expected its first hour and its end hour, such as (18, 22); "
                f"hours behind midnight go on to {LAST_HOUR}"
            )


def _decimal(value: Any) -> Any:
    """A float as the fraction that is written: 0.1 is a tenth."""
    return Fraction(str(value)) if isinstance(value, float) and math.isfinite(value) else value


def _share(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, (int, Fraction)) or isinstance(value, bool) or not 0 <= value <= 1:
        raise OptionError(f"{attribute.name} is {value!r}, expected a share from 0 to 1, such as Fraction(1, 5)")


def _one_of(choices: tuple[object, ...]) -> Callable[[object, Attribute[Any], Any], None]:
    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if value not in choices:
            raise OptionError(f"{attribute.name} is {value!r}, expected one of {', '.join(map(str, choices))}")

    return check


def _domain(value: Domain) -> str:
    return value.lower() if isinstance(value, str) else value


def _order(value: DateOrder | None) -> str | None:
    return value.upper() if isinstance(value, str) else value


def _code(value: str | None) -> str | None:
    """A code in capitals; what is none stays as it was given, for the error."""
    code = value.upper() if isinstance(value, str) else value
    return code if isinstance(code, str) and _COUNTRY.fullmatch(code) else value


def _pair(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _yes_or_no(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        raise OptionError(f"{attribute.name} is {value!r}, expected True or False")


def _weekdays(_: object, attribute: Attribute[Any], value: object) -> None:
    days = isinstance(value, tuple) and len(value) == 2 and all(isinstance(day, int) and 0 <= day <= 6 for day in value)
    if not days or value[0] > value[1]:  # type: ignore[index]  # it is a pair, see above
        raise OptionError(
            f"{attribute.name} is {value!r}, expected a pair of weekdays from 0 (Monday) to 6, in order, such as (4, 5)"
        )


def _month(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and (not isinstance(value, int) or not 1 <= value <= 12):
        raise OptionError(f"{attribute.name} is {value!r}, expected a month from 1 to 12 or None")


def _country(_: object, attribute: Attribute[Any], value: object) -> None:
    if value is not None and (not isinstance(value, str) or _COUNTRY.fullmatch(value) is None):
        raise OptionError(f"{attribute.name} is {value!r}, expected an ISO 3166 code such as 'US' or 'GB-ENG', or None")


def _between(low: int, high: int) -> Callable[[object, Attribute[Any], Any], None]:
    def check(_: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, int) or not low <= value <= high:
            raise OptionError(f"{attribute.name} is {value!r}, expected a whole number from {low} to {high}")

    return check


@frozen(kw_only=True)
class Conventions:
    """The assumptions under which words become dates.

    Weeks are ISO weeks (Monday first) and years are proleptic Gregorian; those two are fixed.  Everything
    else stands here.

    Raises `OptionError` for a value that a field cannot have.

    >>> Conventions().weekend_days
    (5, 6)
    >>> Conventions(domain="fiction")
    Traceback (most recent call last):
    ...
    timeline.errors.OptionError: domain is 'fiction', expected one of news, narrative, notice
    """

    domain: str = field(
        default="news",
        converter=_domain,
        validator=_one_of(DOMAINS),
        metadata={"doc": "news: bare dates lie near the anchor; narrative: near the temporal focus; notice: ahead"},
    )
    date_order: str | None = field(
        default=None,
        converter=_order,
        validator=_one_of((None, *DATE_ORDERS)),
        metadata={"doc": "order of 3/4/2023: DMY, MDY or YMD; None: settled by the text or left ambiguous"},
    )
    weekend_days: tuple[int, int] = field(
        default=(5, 6), converter=_pair, validator=_weekdays, metadata={"doc": "first and last day of the weekend, Monday = 0"}
    )
    southern: bool = field(
        default=False,
        validator=_yes_or_no,
        metadata={"doc": "whether seasons are those of the southern hemisphere"},
    )
    fiscal_year_start: int | None = field(
        default=None,
        validator=_month,
        metadata={"doc": "month (1..12) in which a fiscal year starts; None: fiscal dates stay unresolved"},
    )
    country: str | None = field(
        default=None,
        converter=_code,
        validator=_country,
        metadata={"doc": "country, such as US or GB-ENG, whose public holidays are meant; needs the package holidays"},
    )
    part_hours: Mapping[str, tuple[int, int]] = field(
        default=HOURS,
        converter=_hours,
        validator=_whole_table,
        metadata={
            "doc": "first hour and end hour of dawn, morning, midday, afternoon, evening, night, daytime, small hours; "
            "those that are left out keep their hours"
        },
    )
    about_share: Fraction = field(
        default=Fraction(1, 10),
        converter=_decimal,
        validator=_share,
        metadata={"doc": 'slack of "about" as a share of the amount, at least half a unit'},
    )
    third_slack_share: Fraction = field(
        default=Fraction(1, 10),
        converter=_decimal,
        validator=_share,
        metadata={"doc": 'slack of "early", "mid", "late" as a share of the whole period'},
    )
    midnight_step_hours: int = field(
        default=6,
        validator=_between(1, 23),
        metadata={"doc": "a clock time this many hours before the last one under the same date is on the next day"},
    )
    near_minutes: int = field(
        default=60,
        validator=_between(1, 720),
        metadata={"doc": 'what is "shortly before" or "shortly after" a clock time lies at most this many minutes from it'},
    )
    near_days: int = field(
        default=10,
        validator=_between(1, 60),
        metadata={"doc": 'what is "shortly before" or "shortly after" a day lies at most this many days from it'},
    )
    two_digit_pivot: int = field(
        default=20,
        validator=_between(0, 99),
        metadata={"doc": "a two-digit year lies at most this many years after the anchor"},
    )

    def span(self, period: Period) -> tuple[int, int]:
        """The first second of a period and the first second after it.

        >>> from timeline.calendar.almanac import civil
        >>> start, end = Conventions().span(Period.of_month(2023, 9))
        >>> civil(start // 86400), civil(end // 86400)
        ((2023, 9, 1), (2023, 10, 1))
        """
        grain, index = period.grain, period.index
        if grain in SECONDS_IN and grain != Grain.WEEK:
            return index * SECONDS_IN[grain], (index + 1) * SECONDS_IN[grain]
        if grain == Grain.PART:
            day, part = divmod(index, len(PARTS))
            first, last = self.part_hours[PARTS[part]]
            return day * DAY_SECONDS + first * 3600, day * DAY_SECONDS + last * 3600
        if grain == Grain.WEEKEND:
            first, last = self.weekend_days
            return (index * 7 + 1 + first) * DAY_SECONDS, (index * 7 + 2 + last) * DAY_SECONDS
        if grain == Grain.SEASON:
            return self._months(*divmod(index * 3 + 2, 12), 3)
        if grain == Grain.WEEK:
            return (index * 7 + 1) * DAY_SECONDS, (index * 7 + 8) * DAY_SECONDS
        year, month = divmod(index * MONTHS_IN[grain], 12)
        return self._months(year, month, MONTHS_IN[grain])

    @property
    def season_names(self) -> tuple[str, ...]:
        """The seasons (TIMEX3 codes) that begin in March, June, September and December.

        >>> Conventions(southern=True).season_names
        ('FA', 'WI', 'SP', 'SU')
        """
        return SEASONS[2:] + SEASONS[:2] if self.southern else SEASONS

    @staticmethod
    def _months(year: int, month: int, count: int) -> tuple[int, int]:
        end_year, end_month = divmod(year * 12 + month + count, 12)
        return day_number(year, month + 1, 1) * DAY_SECONDS, day_number(end_year, end_month + 1, 1) * DAY_SECONDS
