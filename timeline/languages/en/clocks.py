"""Rules for times of day: "3 p.m.", "15:00 GMT", "half past nine", "noon"."""

from __future__ import annotations

from timeline.calendar.almanac import Grain, month_length
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Clock, Date, Number, Within
from timeline.languages.en.dates import COUNTED

Reading = tuple[int, int, "int | None"]


def _half_day(
    hour: int, half: str, minute: int | None = None, second: int | None = None, zone: str | None = None
) -> Clock | None:
    """An hour of the morning or afternoon; 12 a.m. is midnight."""
    if not 0 < hour <= 12:
        past_noon = half == "pm" and 12 < hour < 24
        return Clock(hour=hour, minute=minute, second=second, half=half, zone=zone) if past_noon else None
    return Clock(hour=hour % 12 + 12 * (half == "pm"), minute=minute, second=second, half=half, zone=zone)


def _hour_am(hour: int, zone: str | None) -> Clock | None:
    return _half_day(hour, "am", zone=zone)


def _hour_pm(hour: int, zone: str | None) -> Clock | None:
    return _half_day(hour, "pm", zone=zone)


def _clock_am(time: Reading, zone: str | None) -> Clock | None:
    return _half_day(time[0], "am", time[1], time[2], zone)


def _clock_pm(time: Reading, zone: str | None) -> Clock | None:
    return _half_day(time[0], "pm", time[1], time[2], zone)


def _clock(time: Reading, zone: str | None = None) -> Clock:
    return Clock(hour=time[0], minute=time[1], second=time[2], zone=zone)


def _spoken(hour: int, minutes: int, before: bool = False) -> Clock:
    """Twenty past six, quarter to nine: which half of the day is left open."""
    if before:
        return Clock(hour=(hour - 2) % 12 + 1, minute=60 - minutes, half="open")
    return Clock(hour=hour, minute=minutes, half="open")


def _minutes_past(minutes: Number, hour: int) -> Clock | None:
    if minutes.amount is None or not 0 < minutes.amount < 60 or minutes.amount.denominator > 1 or not 0 < hour <= 12:
        return None
    return _spoken(hour, int(minutes.amount))


def minutes_to(minutes: Number, hour: int, half: str | None = "open") -> Clock | None:
    """Ten to six; midnight is the hour 24."""
    if minutes.amount is None or not 0 < minutes.amount <= 30 or minutes.amount.denominator > 1:
        return None
    if half is None:
        return Clock(hour=hour - 1, minute=60 - int(minutes.amount))
    return _spoken(hour, int(minutes.amount), before=True) if 0 < hour <= 12 else None


def _of_server(
    day: int, month: int, stamp: tuple[int, Reading], ahead: Reading | None = None, behind: Reading | None = None
) -> Within | None:
    """18/Sep/2023:15:00:30 +0200."""
    year, time = stamp
    if day > month_length(year, month):
        return None
    offset = ahead or behind
    zone = None if offset is None else f"{'-' if behind else '+'}{offset[0]:02}:{offset[1]:02}"
    return Within(_clock(time, zone), Date(year=year, month=month, day=day))


def of_half(clock: Clock, part: str) -> Clock:
    """The time of day that a clock time is in a part of the day (its TIMEX3 code): nine in the evening, two at night."""
    late = part in ("AF", "EV") or (part == "NI" and clock.hour >= 6)
    return Clock(hour=clock.hour % 12 + 12 * late, minute=clock.minute, second=clock.second, zone=clock.zone)


RULES = (
    Rule(
        name="hour a.m.",
        pattern="hour:HOURNUM|HOURWORD AM zone:ZONE?",
        means=_hour_am,
        examples={"3 a.m.": "2023-09-18T03:00", "10am": "2023-09-18T10:00", "12 a.m.": "2023-09-18T00:00"},
        never=("I am 13 am I", "there were 3 ambulances"),
    ),
    Rule(
        name="hour p.m.",
        pattern="hour:HOURNUM|HOURWORD PM zone:ZONE?",
        means=_hour_pm,
        examples={
            "3 p.m.": "2023-09-18T15:00",
            "3pm": "2023-09-18T15:00",
            "12 pm": "2023-09-18T12:00",
            "8 p.m. GMT": "2023-09-18T20:00",
        },
        never=("37 p.m.",),
    ),
    Rule(
        name="clock time a.m.",
        pattern="time:CLOCKNUM|DOTCLOCK|HMM AM zone:ZONE?",
        means=_clock_am,
        examples={"9:30 a.m.": "2023-09-18T09:30", "6.45 am": "2023-09-18T06:45"},
    ),
    Rule(
        name="clock time p.m.",
        pattern="time:CLOCKNUM|DOTCLOCK|HMM PM zone:ZONE?",
        means=_clock_pm,
        examples={"3:30 p.m.": "2023-09-18T15:30", "11.50pm": "2023-09-18T23:50", "430pm": "2023-09-18T16:30"},
    ),
    Rule(
        name="clock time",
        pattern=(
            "<!:|NAME|john|luke|mark|matthew|romans|genesis|exodus|psalm|psalms|isaiah|acts|ratio|odds> time:CLOCKNUM "
            "zone:ZONE? <!UNITNAME|to>"
        ),
        means=_clock,
        examples={"15:00": "2023-09-18T15:00", "15:00:30": "2023-09-18T15:00:30", "14:10 UTC": "2023-09-18T14:10"},
        never=("24:30",),
    ),
    Rule(
        name="clock time behind a colon",
        pattern="<:> time:CLOCKNUM|ZEROCLOCK zone:ZONE? <!UNITNAME|to|:|WORD|NAME|CLOCKNUM>",
        means=_clock,
        examples={"Kick-off: [15:00]": "2023-09-18T15:00", "Doors: [19:30 on Friday]": "2023-09-22T19:30"},
        never=("Result: 10:30 Smith",),
    ),
    Rule(
        name="clock time with a full stop",
        pattern=(
            "<at|from|until|till|by|before|after|around|about|between|and|to|since> time:ZEROCLOCK "
            "<!UNITNAME|NUM|%|per|CODE|WORD|$>"
        ),
        means=_clock,
        examples={"at [07.10]": "2023-09-18T07:10"},
        never=("in room 07.10", "at 07.10 per cent"),
    ),
    Rule(
        name="clock time with a full stop, up to another",
        pattern="<from|between> time:DOTCLOCK <until|till>",
        means=lambda time: Clock(hour=time[0], minute=time[1], half="open" if time[0] <= 12 else None),
        examples={
            "from [8.30 until noon]": "2023-09-18T08:30/2023-09-18T12:00",
            "from [9.15 till midnight]": "2023-09-18T09:15/2023-09-18T24:00",
        },
        never=("from 8.30 to 9.50 per cent",),
    ),
    Rule(
        name="clock time and hrs",
        pattern="<at|by|until|till|from|before|after|around|about|-|–|to|,|OPEN> time:CLOCKNUM unit:UNITS zone:ZONE?",
        means=lambda time, unit, zone: _clock(time, zone) if unit[0] == Grain.HOUR else None,
        examples={"until [05:30hrs]": "2023-09-18T05:30", "at [14:10 hrs GMT]": "2023-09-18T14:10"},
        never=("it took 2:30 hrs",),
    ),
    Rule(
        name="four figures and hours",
        pattern="time:HHMM hours|hrs zone:ZONE?",
        means=_clock,
        examples={"1500 hours": "2023-09-18T15:00"},
    ),
    Rule(
        name="four figures and a zone",
        pattern="time:HHMM zone:ZONE",
        means=_clock,
        examples={"1500 GMT": "2023-09-18T15:00", "0830 UTC": "2023-09-18T08:30"},
    ),
    Rule(
        name="o'clock",
        pattern="hour:HOURNUM|HOURWORD o'clock",
        means=lambda hour: Clock(hour=hour, half="open") if 0 < hour <= 12 else None,
        examples={"nine o'clock": "2023-09-18T09:00"},
    ),
    Rule(
        name="hour in a part of the day",
        pattern="<!WORD|NAME|NUM|UNITNAME|the|-|$|/|:|%> hour:HOURNUM|HOURWORD in the part:PARTNAME",
        means=lambda hour, part: of_half(Clock(hour=hour), part) if 0 < hour <= 12 else None,
        examples={
            "seven in the morning": "2023-09-18T07:00",
            "it was [3 in the afternoon]": "2023-09-18T15:00",
            "eight in the evening on Friday": "2023-09-22T20:00",
        },
        never=("he shot seven in the morning", "the seven in the morning room", "13 in the afternoon"),
    ),
    Rule(
        name="clock time in a part of the day",
        pattern="time:CLOCKNUM|DOTCLOCK in the part:PARTNAME",
        means=lambda time, part: of_half(_clock(time), part) if 0 < time[0] <= 12 else None,
        examples={"9:30 in the evening": "2023-09-18T21:30", "2.15 in the morning": "2023-09-18T02:15"},
        never=("15:30 in the morning",),
    ),
    Rule(
        name="half past",
        pattern="half past hour:HOURNUM|HOURWORD",
        means=lambda hour: _spoken(hour, 30) if 0 < hour <= 12 else None,
        examples={"half past nine": "2023-09-18T09:30"},
    ),
    Rule(
        name="half an hour, past left out",
        pattern="<at|by|until|till|before|after|around> half hour:HOURNUM|HOURWORD "
        f"<!UNITNAME|NUM|%|-|CODE|of|/|WORD|{COUNTED}>",
        means=lambda hour: _spoken(hour, 30) if 0 < hour <= 12 else None,
        examples={"at [half nine]": "2023-09-18T09:30", "until [half six], he said": "2023-09-18T18:30"},
        never=("cut by half three years ago", "by half ten percent", "after half ten men fell"),
    ),
    Rule(
        name="half an hour by itself",
        pattern="<!WORD|NAME|NUM|HALFOF|-|%> half hour:HOURWORD "
        f"<!UNITNAME|NUM|%|-|CODE|of|/|,|WORD|NAME|the|a|an|{COUNTED}>",
        means=lambda hour: _spoken(hour, 30) if 0 < hour <= 12 else None,
        examples={"half nine": "2023-09-18T09:30", "half six on Friday": "2023-09-22T18:30"},
        never=("the other half nine", "half one, half the other", "fold in half six"),
    ),
    Rule(
        name="quarter past",
        pattern="a? quarter past|after hour:HOURNUM|HOURWORD",
        means=lambda hour: _spoken(hour, 15) if 0 < hour <= 12 else None,
        examples={"a quarter past ten": "2023-09-18T10:15"},
    ),
    Rule(
        name="quarter to",
        pattern="a? quarter to hour:HOURNUM|HOURWORD <!UNITNAME|NUM|%|WORD>",
        means=lambda hour: _spoken(hour, 15, before=True) if 0 < hour <= 12 else None,
        examples={"quarter to nine": "2023-09-18T08:45"},
    ),
    Rule(
        name="minutes past",
        pattern="minutes:NUM -? minutes|mins? past|after hour:HOURNUM|HOURWORD <!UNITNAME|NUM|%|WORD|NAME|->",
        means=_minutes_past,
        examples={"ten past six": "2023-09-18T18:10", "twenty minutes past four": "2023-09-18T16:20"},
        never=("sixty past six", "ten after two hours"),
    ),
    Rule(
        name="minutes to",
        pattern="minutes:NUM minutes|mins to|before hour:HOURNUM|HOURWORD <!UNITNAME|NUM|%|WORD|NAME|->",
        means=minutes_to,
        examples={"ten minutes to nine": "2023-09-18T08:50"},
        never=("ten minutes to six hours",),
    ),
    Rule(
        name="minutes to, after a preposition",
        pattern=(
            "<at|until|till|around|about|before|after> minutes:NUM to hour:HOURNUM|HOURWORD "
            "<!UNITNAME|NUM|%|WORD|NAME|-|CODE>"
        ),
        means=minutes_to,
        examples={"at [ten to nine]": "2023-09-18T08:50"},
        never=("they voted ten to nine", "carried by ten to nine", "after ten to six months"),
    ),
    Rule(
        name="minutes to noon or midnight",
        pattern="minutes:NUM minutes|mins? to|before hour:CLOCKWORD",
        means=lambda minutes, hour: minutes_to(minutes, hour, half=None),
        examples={"five minutes to midnight": "2023-09-18T23:55", "ten to noon": "2023-09-18T11:50"},
    ),
    Rule(
        name="twelve noon",
        pattern="twelve:HOURNUM|HOURWORD hour:CLOCKWORD zone:ZONE?",
        means=lambda twelve, hour, zone: Clock(hour=hour, zone=zone) if twelve == 12 else None,
        examples={"12 noon": "2023-09-18T12:00", "twelve midnight": "2023-09-18T24:00"},
        never=("11 noon",),
    ),
    Rule(
        name="hours and minutes with h",
        pattern="hour:HOURNUM h minute:CODE",
        means=lambda hour, minute: Clock(hour=hour, minute=minute) if hour < 24 and minute < 60 else None,
        examples={"at [19h30]": "2023-09-18T19:30"},
        never=("19h75",),
    ),
    Rule(
        name="clock time with its offset",
        pattern="time:CLOCKNUM + ahead:CLOCKNUM",
        means=lambda time, ahead: _clock(time, f"+{ahead[0]:02}:{ahead[1]:02}"),
        examples={"15:00+02:00": "2023-09-18T15:00"},
    ),
    Rule(
        name="ISO date and time",
        pattern="time:ISOTIME",
        means=lambda time: Within(_clock(time[1], time[2]), Date(year=time[0][0], month=time[0][1], day=time[0][2])),
        examples={
            "2023-09-18T15:00Z": "2023-09-18T15:00",
            "2023-09-18T15:00:30+02:00": "2023-09-18T15:00:30",
            "2023-09-18T15:00": "2023-09-18T15:00",
        },
        never=("2023-13-18T15:00Z", "2023-09-18T25:00Z"),
    ),
    Rule(
        name="date and time of a web server",
        pattern="day:DAYNUM / month:MONTHNAME / stamp:YEARCLOCK ( + ahead:HHMM )? ( - behind:HHMM )?",
        means=_of_server,
        examples={
            "18/Sep/2023:15:00:30 +0200": "2023-09-18T15:00:30",
            "at [18/Sep/2023:15:00:30 -0500]": "2023-09-18T15:00:30",
        },
        never=("31/Feb/2023:15:00:30", "18/Sep/2023:25:00:30"),
    ),
    Rule(
        name="noon and midnight",
        pattern="hour:CLOCKWORD zone:ZONE? <!blue|oil|feast|feasts>",
        means=lambda hour, zone: Clock(hour=hour, zone=zone),
        examples={"noon": "2023-09-18T12:00", "at [midnight]": "2023-09-18T24:00", "[noon ET]": "2023-09-18T12:00"},
    ),
    Rule(
        name="at an hour",
        pattern="<at|until|till|by|from> hour:HOURNUM|HOURWORD <!WORD|UNITNAME|NUM|%|-|/|MONTHNAME|CODE|$|:|of|.>",
        means=lambda hour: Clock(hour=hour, half="open") if 0 < hour <= 12 else None,
        part=True,
    ),
)
