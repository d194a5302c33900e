"""Time zones from the ``tzdata`` package, never from the machine."""

from __future__ import annotations

import datetime
import difflib
import importlib.resources
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

from timeline.calendar.values import Moment
from timeline.errors import ZoneError

# What abbreviations mean in English text: one offset in seconds, a region, or several offsets that only the place tells apart.
OFFSETS = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "wet": 0,
    "bst": 3_600,
    "cet": 3_600,
    "cest": 7_200,
    "eet": 7_200,
    "jst": 32_400,
    "est": -18_000,
    "edt": -14_400,
    "mdt": -21_600,
    "pst": -28_800,
    "pdt": -25_200,
    "akst": -32_400,
    "akdt": -28_800,
    "hst": -36_000,
    "nst": -12_600,
    "ndt": -9_000,
    "brt": -10_800,
    "west": 3_600,
    "eest": 10_800,
    "sast": 7_200,
    "msk": 10_800,
    "pkt": 18_000,
    "sgt": 28_800,
    "hkt": 28_800,
    "awst": 28_800,
    "kst": 32_400,
    "acst": 34_200,
    "acdt": 37_800,
    "aest": 36_000,
    "aedt": 39_600,
    "nzst": 43_200,
    "nzdt": 46_800,
}
REGIONS = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
# Cities whose clocks a text goes by: "9 a.m. Tokyo time".
CITIES = {
    **{
        city: f"Europe/{city.title()}"
        for city in (
            "amsterdam athens berlin brussels budapest dublin istanbul lisbon london madrid moscow oslo paris prague rome "
            "stockholm vienna warsaw zurich"
        ).split()
    },
    **{
        city: f"Asia/{city.title()}"
        for city in (
            "baghdad bangkok dubai jakarta jerusalem kabul karachi manila seoul shanghai singapore taipei tehran tokyo"
        ).split()
    },
    **{city: f"Africa/{city.title()}" for city in "cairo johannesburg lagos nairobi".split()},
    **{city: f"Australia/{city.title()}" for city in "adelaide brisbane melbourne perth sydney".split()},
    **{city: f"America/{city.title()}" for city in "chicago denver toronto new_york los_angeles mexico_city".split()},
    "beijing": "Asia/Shanghai",
    "delhi": "Asia/Kolkata",
    "new_delhi": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata",
    "hong_kong": "Asia/Hong_Kong",
    "washington": "America/New_York",
}
AMBIGUOUS = {
    "cst": (-21_600, 28_800, -18_000),
    "ist": (19_800, 3_600, 7_200),
    "mst": (-25_200, 28_800),
    "ast": (-14_400, 10_800),
    "cdt": (-18_000, -14_400),
}
NAMES = frozenset((*OFFSETS, *REGIONS, *AMBIGUOUS)) - {"z"}

# Where such a zone is kept, for those who give it in place of a name.
PLACES = {
    **REGIONS,
    "bst": "Europe/London",
    "cest": "Europe/Berlin",
    "edt": "America/New_York",
    "cdt": "America/Chicago",
    "mdt": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "hkt": "Asia/Hong_Kong",
    "sgt": "Asia/Singapore",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
    "z": "UTC",
}
EXPECTED = "expected an IANA name such as 'Europe/Berlin' or 'UTC'"

_NUMERIC = re.compile(r"(?:utc|gmt)?([+-])(\d\d?)(?::?(\d\d))?", re.ASCII)
_NAME = re.compile(r"[A-Za-z][\w+-]*(?:/[A-Za-z][\w+-]*)*", re.ASCII)


def offset_of(name: str) -> int | None:
    """The offset in seconds of an unambiguous abbreviation or a numeric offset, in lower case; None for any other name.

    >>> offset_of("gmt"), offset_of("+05:30"), offset_of("utc-5"), offset_of("cst")
    (0, 19800, -18000, None)
    """
    numeric = _NUMERIC.fullmatch(name)
    if numeric is None:
        return OFFSETS.get(name)
    seconds = int(numeric[2]) * 3_600 + int(numeric[3] or 0) * 60
    return (-seconds if numeric[1] == "-" else seconds) if seconds <= 14 * 3_600 else None


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """The IANA time zone of that name.

    Raises `ZoneError` when there is none.

    >>> zone("America/New_York").key
    'America/New_York'
    """
    if isinstance(name, ZoneInfo) and name.key is not None:
        raise ZoneError(f"expected the name of a time zone, got {name!r}; its name is {name.key!r}")
    if not isinstance(name, str):
        raise ZoneError(f"{name!r} is no name of a time zone, {EXPECTED}")
    if not _NAME.fullmatch(name):
        raise ZoneError(f"{name!r} is no time zone, {_meant(name)}")
    try:
        with importlib.resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as data:
            return ZoneInfo.from_file(data, key=name)
    except (OSError, ValueError):
        raise ZoneError(f"there is no time zone {name!r}, {_meant(name)}") from None


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """The names of all time zones, in order.

    >>> "Europe/Berlin" in zone_names()
    True
    """
    return tuple(sorted(importlib.resources.files("tzdata").joinpath("zones").read_text(encoding="ascii").split()))


def _meant(name: str) -> str:
    """What to write in place of a name that no zone has: names that are like it, or whose city is."""
    if (seconds := offset_of(name.lower())) is not None and name.lower() not in OFFSETS:
        return _fixed(seconds)
    folded = {known.casefold(): known for known in zone_names()}
    cities = {folded_name.rpartition("/")[2]: known for folded_name, known in folded.items()}
    wanted = name.casefold()
    near = [folded[wanted]] if wanted in folded else []
    near = near or [PLACES[place] for place in (wanted,) if place in PLACES]
    near = near or [cities[city] for city in (wanted.rpartition("/")[2],) if city in cities]
    near = near or [folded[found] for found in difflib.get_close_matches(wanted, [*folded], n=3, cutoff=0.7)]
    return f"did you mean {' or '.join(map(repr, near))}?" if near else EXPECTED


def _fixed(seconds: int) -> str:
    """What to write for a fixed offset: IANA has those of whole hours, with the sign turned round."""
    hours, rest = divmod(seconds, 3_600)
    if rest:
        return EXPECTED
    return f"did you mean 'Etc/GMT{-hours:+d}'? The sign of these names counts to the west" if hours else "did you mean 'UTC'?"


def lift(moment: Moment, name: str) -> Moment:
    """A moment of wall time with the offset it has in a zone; of a doubled time the first, unchanged outside year 1 to 9999.

    >>> print(lift(Moment.of(2023, 9, 18, 15), "America/New_York"))
    2023-09-18T15:00:00-04:00
    """
    clock = moment.datetime
    if clock is None or moment.offset is not None:
        return moment
    offset = clock.replace(tzinfo=zone(name)).utcoffset()
    return Moment(moment.wall, None if offset is None else round(offset.total_seconds()))


def oddity(moment: Moment, name: str) -> str | None:
    """What is wrong with a wall time in a zone: "doubled" when clocks were set back, "missing" when forward.

    >>> oddity(Moment.of(2023, 11, 5, 1, 30), "America/New_York"), oddity(Moment.of(2023, 3, 12, 2, 30), "America/New_York")
    ('doubled', 'missing')
    """
    clock = moment.datetime
    if clock is None:
        return None
    first = clock.replace(tzinfo=zone(name), fold=0)
    second = clock.replace(tzinfo=zone(name), fold=1)
    if first.utcoffset() == second.utcoffset():
        return None
    back = first.astimezone(datetime.timezone.utc).astimezone(zone(name)).replace(tzinfo=None)
    return "doubled" if back == clock.replace(tzinfo=None) else "missing"
