"""Rules for clock times with what stands behind them: zones that are spelled out, counted or in brackets, short days."""

from __future__ import annotations

from attrs import evolve

from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, Meaning, Within

COUNTED = ("GMT", "UTC")  # the zones that others are counted from: GMT+2


def _ahead(clock: Meaning, hours: int | Clock, sign: str = "+") -> Clock | None:
    """14:00 GMT+2, 14:00 GMT+05:30."""
    if not isinstance(clock, Clock) or (clock.zone or "").upper() not in COUNTED:
        return None
    whole, minutes = (hours, 0) if isinstance(hours, int) else (hours.hour, hours.minute or 0)
    return evolve(clock, zone=f"{sign}{whole:02}:{minutes:02}") if whole <= 14 else None


def _behind(clock: Meaning, hours: int | Clock) -> Clock | None:
    return _ahead(clock, hours, "-")


def _in_zone(clock: Meaning, zone: str) -> Clock | None:
    return evolve(clock, zone=zone) if isinstance(clock, Clock) and clock.zone is None else None


def _told_twice(clock: Meaning, other: Meaning, day: Meaning) -> Within | None:
    """3:32 p.m. (2032 GMT) on Monday: one moment by two clocks, which tell how far they are apart."""
    if not isinstance(clock, Clock) or not isinstance(other, Clock) or "open" in (clock.half, other.half):
        return None
    if clock.zone is not None or (other.zone or "").upper() not in COUNTED:
        return None
    apart = (clock.hour - other.hour) * 60 + (clock.minute or 0) - (other.minute or 0)
    apart = (apart + 12 * 60 - 1) % (24 * 60) - 12 * 60 + 1  # more than twelve hours are another day
    sign, apart = ("-", -apart) if apart < 0 else ("+", apart)
    return Within(evolve(clock, zone=f"{sign}{apart // 60:02}:{apart % 60:02}"), day)


def _on_dated(clock: Meaning, day: Meaning) -> Within | None:
    """Doors 7pm; Sat 15 March."""
    dated = isinstance(day, Date) and day.weekday is not None and day.day is not None
    return Within(clock, day) if dated and isinstance(clock, Clock) else None


ZONES = (
    Rule(
        name="clock time of a region",
        pattern="clock:CLOCK region:ZONEREGION ( standard|daylight? time )? <!NAME>",
        means=lambda clock, region: _in_zone(clock, region),
        examples={"3 p.m. Eastern time": "2023-09-18T15:00", "9:30 a.m. Pacific": "2023-09-18T09:30"},
        never=("at 3 p.m. Eastern Airlines left",),
    ),
    Rule(
        name="zone ahead of another",
        pattern="clock:CLOCK + hours:INT|CLOCK",
        means=_ahead,
        examples={"2pm UTC+05:30": "2023-09-18T14:00", "3pm UTC+2": "2023-09-18T15:00"},
        never=("14:00 GMT+20", "14:00 + 2", "3pm + 2"),
    ),
    Rule(
        name="zone behind another",
        pattern="clock:CLOCK -|−|– hours:INT|CLOCK <!UNITNAME>",
        means=_behind,
        examples={"14:00 GMT-5:30": "2023-09-18T14:00", "3pm UTC-2": "2023-09-18T15:00"},
        never=("14:00 - 5 people", "3pm - 2"),
    ),
    Rule(
        name="zone ahead of another in brackets",
        pattern="clock:CLOCK OPEN zone:ZONE + hours:INT|CLOCK CLOSE",
        means=lambda clock, zone, hours: None if (told := _in_zone(clock, zone)) is None else _ahead(told, hours),
        examples={"14:00 (GMT+2)": "2023-09-18T14:00"},
    ),
    Rule(
        name="zone in brackets",
        pattern="clock:CLOCK OPEN zone:ZONE CLOSE",
        means=_in_zone,
        examples={"3pm (GMT)": "2023-09-18T15:00"},
    ),
)

SHORT_DAY = "WEEKDAYABBR|SURESHORTDAY"
CLOSED = "<!WORD|NAME|UNITNAME|NUM|-|'s>"

DAYS = (
    Rule(
        name="clock and short weekday",
        pattern=f"clock:CLOCK ,? on? weekday:{SHORT_DAY} {CLOSED}",
        means=lambda clock, weekday: Within(clock, Date(weekday=weekday)),
        examples={
            "6am Fri": "2023-09-22T06:00",
            "[7pm, Sat]": "2023-09-23T19:00",
            "at [6pm fri]?": "2023-09-22T18:00",
            "9am Mon": "2023-09-18T09:00",
            "10:30am Tue": "2023-09-19T10:30",
            "7pm Wed": "2023-09-20T19:00",
            "8.15pm Thu": "2023-09-21T20:15",
            "noon Sat": "2023-09-23T12:00",
            "6pm Sun": "2023-09-24T18:00",
        },
        never=("6pm Sat Nav briefing", "6pm sat down"),
    ),
    Rule(
        name="clock and dated weekday behind a semicolon",
        pattern="clock:CLOCK ;|·|• day:DAY",
        means=_on_dated,
        examples={
            "doors [7pm; Sat 23rd September]": "2023-09-23T19:00",
            "[8pm; Fri 29 September]": "2023-09-29T20:00",
            "doors [6.30pm; Sunday 1 October]": "2023-10-01T18:30",
        },
        never=("opens 7pm; 5 May is free",),
    ),
    Rule(
        name="one moment by two clocks",
        pattern="clock:CLOCK OPEN other:CLOCK CLOSE ,? on? day:WEEKDAY|DAY|SHIFT_DAY|SELECT_DAY|HOLIDAY",
        means=_told_twice,
        examples={"3:32 p.m. (2032 GMT) on Monday": "2023-09-18T15:32"},
        never=("3 p.m. (4 p.m.) on Monday",),
    ),
)
