"""Rules for hours as they are said in passing: ten to five on the clock, eleven thirty, tonight from 8 to 10, from noon to 3,
9 a.m. Tokyo time, 15:00 +0200."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.zones import CITIES
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, DayPart, Meaning, Number, Range, Within
from timeline.languages.en.clocks import minutes_to, of_half
from timeline.languages.en.dates import COUNTED

HourAndMinute = tuple[int, int, "int | None"]
TO = "to|until|till|til|and|-|–"
ENDS = f"<!WORD|NAME|UNITNAME|NUM|%|-|–|/|:|CODE|percent|of|o'clock|AM|PM|{COUNTED}>"
HOUR = "HOURNUM|HOURWORD|CLOCK"
FIVES = (5, 10, 20, 25)  # what is counted to an hour without the word
AT = "at|until|till|by|before|after|around|about|from"


def _minutes_past_noon(minutes: Number, hour: int) -> Clock | None:
    """Five past noon; midnight begins the day that it is past."""
    if minutes.amount is None or not 0 < minutes.amount < 60 or minutes.amount.denominator > 1:
        return None
    return Clock(hour=hour % 24, minute=int(minutes.amount))


def _hour_and_minutes(hour: int, minutes: Number) -> Clock | None:
    """Eleven thirty, four fifteen."""
    whole = minutes.amount is not None and minutes.amount.denominator == 1
    if not whole or not 10 <= int(minutes.amount or 0) < 60:
        return None
    return Clock(hour=hour, minute=int(minutes.amount or 0), half="open")


def _in_half(clock: Meaning | None, late: bool) -> Clock | None:
    """Half past eight p.m."""
    if not isinstance(clock, Clock) or clock.half != "open":
        return None
    return evolve(clock, hour=clock.hour % 12 + 12 * late, half="pm" if late else "am")


def _open(said: int | Meaning) -> Clock | None:
    """A bare hour, whose half of the day is left open."""
    if isinstance(said, int):
        return Clock(hour=said, half="open") if 0 < said <= 12 else None
    return said if isinstance(said, Clock) and said.half == "open" and 0 < said.hour <= 12 else None


def _behind(first: Clock, said: int | Meaning) -> Clock | None:
    """The bare hour that comes next behind a clock time: from noon to 3."""
    last = _open(said)
    if last is None:
        return None
    start, end = (clock.hour % 24 * 60 + (clock.minute or 0) for clock in (first, evolve(last, hour=last.hour % 12)))
    return evolve(last, hour=last.hour % 12 + 12 * (start >= end), half=None)


def _until_hour(first: Meaning, last: int | Meaning) -> Range | None:
    if not isinstance(first, Clock) or first.half == "open" or first.hour == 24:
        return None
    return None if (end := _behind(first, last)) is None else Range(first, end)


def _hours(start: Clock, last: int | Meaning, day: Meaning) -> Range | None:
    end = _behind(start, last)
    apart = end is not None and (end.hour, end.minute) != (start.hour % 12 + 12, start.minute)
    return Range(Within(start, day), Within(end, day)) if end is not None and apart else None


def _hours_of_day(first: int | Meaning, last: int | Meaning, day: Meaning) -> Range | None:
    """From 9 to 5 tomorrow: of bare hours, those from seven on are of the morning."""
    start = _open(first)
    return None if start is None else _hours(evolve(start, hour=start.hour + 12 * (start.hour < 7), half=None), last, day)


def _hours_from(first: int | Meaning, last: int | Meaning, day: Meaning) -> Range | None:
    """Tomorrow, or on Saturday, June 4, from 10 to 4; of other days, bare figures may be what a rating or a rank fell from."""
    exact = any(isinstance(hour, Clock) and hour.minute is not None for hour in (first, last))
    announced = isinstance(day, Date) and day.weekday is not None and day.day is not None
    return _hours_of_day(first, last, day) if exact or announced or getattr(day, "count", 0) > 0 else None


def _hours_of_coming_day(first: int, last: int, day: Meaning) -> Range | None:
    """9-5 tomorrow; yesterday it was a score."""
    return _hours_of_day(first, last, day) if getattr(day, "count", 0) > 0 else None


def _hours_of_part(first: int | Meaning, last: int | Meaning, part: Within) -> Range | None:
    """Between 9 and 10 this morning, from 8 to 10 tonight."""
    start = _open(first)
    if start is None or not isinstance(part.inner, DayPart):
        return None
    return _hours(of_half(start, part.inner.code), last, part.outer)


def _range_of_part(range: Range, part: Within) -> Range | None:
    """8-10 p.m. tonight."""
    plain = isinstance(range.first, Clock) and isinstance(range.last, Clock) and isinstance(part.inner, DayPart)
    return Range(Within(range.first, part.outer), Within(range.last, part.outer)) if plain else None


def _with_offset(clock: Meaning, ahead: HourAndMinute, sign: str) -> Clock | None:
    """15:00 +0200."""
    plain = isinstance(clock, Clock) and clock.zone is None and clock.minute is not None and ahead[0] <= 14
    return evolve(clock, zone=f"{sign}{ahead[0]:02}:{ahead[1]:02}") if plain and isinstance(clock, Clock) else None


def _in_city(clock: Meaning, city: str) -> Clock | None:
    return evolve(clock, zone=city) if isinstance(clock, Clock) and clock.zone is None and city in CITIES else None


def _on_short_day(weekday: int, clock: Meaning) -> Within | None:
    plain = isinstance(clock, Clock) and clock.half != "open"
    return Within(clock, Date(weekday=weekday)) if plain else None


def _of_year(day: Meaning, clock: Meaning, year: int | Date) -> Within | None:
    """Tue Feb 12 15:00:00 2013, as computers write it."""
    number = year if isinstance(year, int) else year.year
    told = isinstance(day, Date) and day.year is None and day.weekday is not None and day.month is not None
    return Within(clock, evolve(day, year=number)) if told and isinstance(day, Date) and number is not None else None


# These compete with bare hours.
ATOMS = (
    Rule(
        name="minutes past noon or midnight",
        pattern="minutes:NUM minutes|mins? past|after hour:CLOCKWORD",
        means=_minutes_past_noon,
        examples={"5 past noon": "2023-09-18T12:05", "at [ten minutes after midnight]": "2023-09-18T00:10"},
        never=("seventy past noon",),
    ),
    Rule(
        name="quarter past noon or midnight",
        pattern="a? quarter past|after hour:CLOCKWORD",
        means=lambda hour: Clock(hour=hour % 24, minute=15),
        examples={"quarter past noon": "2023-09-18T12:15"},
    ),
    Rule(
        name="quarter to noon or midnight",
        pattern="a? quarter to|of|before hour:CLOCKWORD",
        means=lambda hour: Clock(hour=hour - 1, minute=45),
        examples={"a quarter to midnight": "2023-09-18T23:45"},
    ),
    Rule(
        name="half past noon or midnight",
        pattern="half past hour:CLOCKWORD",
        means=lambda hour: Clock(hour=hour % 24, minute=30),
        examples={"half past noon": "2023-09-18T12:30", "half past midnight": "2023-09-18T00:30"},
    ),
    Rule(
        name="quarter of an hour of the clock",
        pattern=f"<{AT}> a? quarter of hour:HOURWORD {ENDS}",
        means=lambda hour: Clock(hour=(hour - 2) % 12 + 1, minute=45, half="open"),
        examples={"at [quarter of five]": "2023-09-18T16:45"},
        never=("at a quarter of six million", "at a quarter of five percent"),
    ),
    Rule(
        name="minutes till an hour",
        pattern=f"<{AT}|it's|'s|is|was> minutes:NUM till|til hour:HOURNUM|HOURWORD {ENDS}",
        means=minutes_to,
        examples={"at [ten till five]": "2023-09-18T16:50"},
        never=("at ten till five people came",),
    ),
    Rule(
        name="minutes to an hour of the afternoon",
        pattern="<at|by|until|till|around|about> minutes:NUM to|till|til hour:HOURNUM|HOURWORD PM",
        means=lambda minutes, hour: _in_half(minutes_to(minutes, hour), True) if minutes.amount in FIVES else None,
        examples={"at [five to eight p.m.]": "2023-09-18T19:55"},
        never=("at 3 to 5 p.m.", "from five to eight p.m."),
    ),
    *(
        Rule(
            name=f"hour and minutes in words, {half}",
            pattern=f"hour:HOURWORD minutes:NUM {half.upper()}",
            means=lambda hour, minutes, late=late: _in_half(_hour_and_minutes(hour, minutes), late),
            examples={f"four fifteen {half[0]}.m.": value},
            never=(f"four ninety {half}",),
        )
        for half, late, value in (("am", False, "2023-09-18T04:15"), ("pm", True, "2023-09-18T16:15"))
    ),
    Rule(
        name="hour and minutes in words, before a day",
        pattern=f"<{AT}> hour:HOURWORD minutes:NUM <on|this|DAYWORD|WEEKDAYNAME|in|tonight|,>",
        means=_hour_and_minutes,
        examples={"at [eleven thirty on Friday]": "2023-09-22T11:30"},
        never=("at eleven thirty people",),
    ),
    Rule(
        name="few minutes past, in words",
        pattern="hour:HOURWORD oh ones:CARDINAL",
        means=lambda hour, ones: Clock(hour=hour, minute=ones, half="open") if 0 < ones < 10 else None,
        examples={"nine oh five p.m.": "2023-09-18T21:05"},
    ),
    Rule(
        name="four figures and h",
        pattern="time:HHMM h <!WORD|NAME|CODE|/>",
        means=lambda time: Clock(hour=time[0], minute=time[1]),
        examples={"at [1630h]": "2023-09-18T16:30"},
        never=("4500h",),
    ),
    Rule(
        name="hour and h",
        pattern="<at|from|until|till> hour:HOURNUM h <!WORD|NAME|CODE|/|INT|STUCK>",
        means=lambda hour: Clock(hour=hour) if hour < 24 else None,
        examples={"at [16h]": "2023-09-18T16:00"},
        never=("for 16h",),
    ),
    Rule(
        name="clock time of Zulu",
        pattern="<!WORD|NAME> time:CLOCKNUM|HHMM z <!WORD|NAME|CODE>",
        means=lambda time: Clock(hour=time[0], minute=time[1], second=time[2], zone="z"),
        examples={"15:00Z": "2023-09-18T15:00", "at [1500Z]": "2023-09-18T15:00", "by [1500 Z]": "2023-09-18T15:00"},
        never=("15:75Z", "Room 1500 z was closed"),
    ),
    Rule(
        name="four figures of a clock by themselves",
        pattern="<at> time:HHMM",
        means=lambda time: Clock(hour=time[0], minute=time[1]),
        examples={"at [1630]": "2023-09-18T16:30"},
        never=("it closed at 1630",),
        latent=True,
    ),
)

# Of clock times that are read.
CLOCKS = (
    Rule(
        name="spoken time in the morning",
        pattern="clock:CLOCK AM",
        means=lambda clock: _in_half(clock, False),
        examples={"half past six a.m.": "2023-09-18T06:30", "ten past six a.m.": "2023-09-18T06:10"},
    ),
    Rule(
        name="spoken time in the afternoon",
        pattern="clock:CLOCK PM",
        means=lambda clock: _in_half(clock, True),
        examples={"a quarter past 8 pm": "2023-09-18T20:15", "ten minutes to three p.m.": "2023-09-18T14:50"},
    ),
    Rule(
        name="clock time ahead of UTC",
        pattern="clock:CLOCK + ahead:HHMM <!WORD|NAME|UNITNAME|NUM>",
        means=lambda clock, ahead: _with_offset(clock, ahead, "+"),
        examples={"15:00 +0200": "2023-09-18T15:00"},
        never=("15:00 + 1900 people",),
    ),
    Rule(
        name="clock time behind UTC",
        pattern="clock:CLOCK - behind:ZEROHHMM|HHMM <!WORD|NAME|UNITNAME|NUM|,|to>",
        means=lambda clock, behind: _with_offset(clock, behind, "-") if behind[1] in (0, 30) else None,
        examples={"15:00:00 -0500": "2023-09-18T15:00:00"},
        never=("15:00-1615", "at 15:00 - 1900 people came"),
    ),
    Rule(
        name="clock time of a city",
        pattern="clock:CLOCK ,? city:CITY time <!WORD|NAME|->",
        means=_in_city,
        examples={"9 a.m. Tokyo time": "2023-09-18T09:00", "at [15:00 London time]": "2023-09-18T15:00"},
        never=("9 a.m. Tokyo timetable", "9 a.m. Paris time trial"),
    ),
    Rule(
        name="clock time of a city of two words",
        pattern="clock:CLOCK ,? first:CITYFIRST last:CITYLAST time <!WORD|NAME|->",
        means=lambda clock, first, last: _in_city(clock, f"{first}_{last}"),
        examples={"9 a.m. New York time": "2023-09-18T09:00", "at [9 a.m. Hong Kong time]": "2023-09-18T09:00"},
        never=("9 a.m. New Kong time", "9 a.m. New York time trial"),
    ),
    Rule(
        name="hours behind noon",
        pattern=f"<from|between> first:CLOCK to|until|till|til|and last:{HOUR} {ENDS}",
        means=lambda first, last: _until_hour(first, last),
        examples={
            "from [noon to 3]": "2023-09-18T12:00/2023-09-18T15:00",
            "from [9am until 5]": "2023-09-18T09:00/2023-09-18T17:00",
        },
        never=("from noon to 3 people", "between 9am and 5 men"),
    ),
)

# Of days and parts of days that are read.
ON_DAYS = (
    Rule(
        name="hours of the part of a day",
        pattern=f"<from|between> first:{HOUR} {TO} last:{HOUR} part:DATED_PART",
        means=_hours_of_part,
        examples={
            "between [9 and 10 this morning]": "2023-09-18T09:00/2023-09-18T10:00",
            "from [8 to 10 tonight]": "2023-09-18T20:00/2023-09-18T22:00",
        },
    ),
    Rule(
        name="hours of the part of a day, joined",
        pattern="<!WORD|NAME|NUM|$|-|/> first:HOURNUM -|– last:HOURNUM part:DATED_PART",
        means=_hours_of_part,
        examples={"8-10 tonight": "2023-09-18T20:00/2023-09-18T22:00"},
        never=("they won 8-10 last night",),
    ),
    Rule(
        name="part of a day and its hours",
        pattern=f"part:DATED_PART ,? from|between first:{HOUR} {TO} last:{HOUR} {ENDS}",
        means=_hours_of_part,
        examples={
            "this morning between 9 and 10": "2023-09-18T09:00/2023-09-18T10:00",
            "tonight from 8 to 10": "2023-09-18T20:00/2023-09-18T22:00",
        },
        never=("this morning between 9 and 10 people",),
    ),
    Rule(
        name="hours of a day near",
        pattern=f"<from|between> first:{HOUR} {TO} last:{HOUR} day:SHIFT_DAY",
        means=_hours_of_day,
        examples={"from [9 to 5 tomorrow]": "2023-09-19T09:00/2023-09-19T17:00"},
    ),
    Rule(
        name="hours of a day near, joined",
        pattern="<!WORD|NAME|NUM|$|-|/> first:HOURNUM -|– last:HOURNUM day:SHIFT_DAY",
        means=_hours_of_coming_day,
        examples={"9-5 tomorrow": "2023-09-19T09:00/2023-09-19T17:00"},
        never=("won 9-5 tomorrow", "9-5 yesterday"),
    ),
    Rule(
        name="day near and its hours",
        pattern=f"day:SHIFT_DAY|WEEKDAY|DAY ,? between first:{HOUR} {TO} last:{HOUR} {ENDS}",
        means=_hours_of_day,
        examples={"tomorrow between 3 and 5": "2023-09-19T15:00/2023-09-19T17:00"},
        never=("yesterday between 9 and 5 dollars",),
    ),
    Rule(
        name="day near and from when to when",
        pattern=f"day:SHIFT_DAY|WEEKDAY|DAY ,? from first:{HOUR} {TO} last:{HOUR} {ENDS}",
        means=_hours_from,
        examples={
            "tomorrow from 9 to 5": "2023-09-19T09:00/2023-09-19T17:00",
            "on [Friday from half past two to 4]": "2023-09-22T14:30/2023-09-22T16:00",
            "on [Saturday, June 4, from 10 to 4]": "2022-06-04T10:00/2022-06-04T16:00",
        },
        never=("The index fell yesterday from 8 to 5", "The bank cut its rating on Friday from 7 to 5."),
    ),
    Rule(
        name="day by itself and from when to when",
        pattern=f"<!WORD|NAME|on> day:WEEKDAY|SHIFT_DAY ,? from first:{HOUR} {TO} last:{HOUR} {ENDS}",
        means=_hours_of_day,
        examples={
            "Friday from 9 to 5": "2023-09-22T09:00/2023-09-22T17:00",
            "Today from 9 to 5": "2023-09-18T09:00/2023-09-18T17:00",
        },
        never=("fell on Friday from 9 to 5 percent", "Ratings fell on Tuesday from 8 to 7", "He won Monday from 3 to 5"),
    ),
    Rule(
        name="day near and its hours, joined",
        pattern=f"day:SHIFT_DAY ,? first:HOURNUM -|– last:HOURNUM {ENDS}",
        means=lambda day, first, last: _hours_of_coming_day(first, last, day),
        examples={"tomorrow 9-5": "2023-09-19T09:00/2023-09-19T17:00"},
        never=("yesterday 9-5",),
    ),
    Rule(
        name="small weekday and clock time",
        pattern="<!NAME|the|a|-|'|he|she|they|we|it> weekday:SHORTDAY ,? at|@? clock:CLOCK",
        means=_on_short_day,
        examples={"wed 3pm": "2023-09-20T15:00", "gym [sat @ 10:30]": "2023-09-23T10:30"},
        never=("he sat at 3pm", "the sun 3pm"),
    ),
    Rule(
        name="day, clock time and year",
        pattern="day:DAY clock:CLOCK year:YEARNUM|YEAR <!WORD|NAME|UNITNAME>",
        means=_of_year,
        examples={"Mon Sep 18 15:00:00 2023": "2023-09-18T15:00:00", "Mon Sep 18 15:00:00 UTC 2023": "2023-09-18T15:00:00"},
        never=("18 September 15:00 2023",),
    ),
)

TIMED = (
    Rule(
        name="hours on the part of a day",
        pattern="range:RANGE ,? part:DATED_PART",
        means=_range_of_part,
        examples={"8-10 p.m. tonight": "2023-09-18T20:00/2023-09-18T22:00"},
    ),
    Rule(
        name="part of a day and its range",
        pattern="part:DATED_PART ,? from? range:RANGE",
        means=_range_of_part,
        examples={"tonight 8-10pm": "2023-09-18T20:00/2023-09-18T22:00"},
    ),
)
