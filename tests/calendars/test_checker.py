"""The checker of bytes sees each kind of fault that a calendar can have."""

from __future__ import annotations

import pytest

from tests.calendars.checker import KINDS, complaints

# Written by hand, so that the checker is proved without the library that it checks.
SOUND = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//timeline//by hand//EN
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:20230917T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20231029T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
DTSTAMP:20230918T000000Z
DTSTART;VALUE=DATE:20230918
DTEND;VALUE=DATE:20230922
RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20231030
SUMMARY:talks\\, “candid”
DESCRIPTION:“They were candid”\\; so\\n
  he said.
CATEGORIES:planned,within
STATUS:TENTATIVE
TRANSP:TRANSPARENT
SEQUENCE:0
COLOR:royalblue
URL:https://example.org/1
X-TIMELINE-EDTF:2023-09-18/2023-09-21
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20230918T000000Z
DTSTART:20230918T090000Z
DTEND:20230918T100000Z
SUMMARY:a call
TRANSP:TRANSPARENT
SEQUENCE:0
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20230918T000000Z
DTSTART;TZID=Europe/London:20230919T080000
RRULE:FREQ=DAILY;BYHOUR=8,20;UNTIL=20231101T080000Z
SUMMARY:a dose
TRANSP:TRANSPARENT
SEQUENCE:0
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n").encode()

DEFECTS = [
    (b"\r\n", b"\n", "bare CR or LF"),
    (b"\r\nVERSION", b"\rVERSION", "bare CR or LF"),
    (b"SUMMARY:a call\r\n", b"SUMMARY:a\ncall\r\n", "bare CR or LF"),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "no end of the last line"),
    (b"SUMMARY:", b"SUMMARY:" + b"x" * 70, "more than 75 octets"),
    (b"SUMMARY:a call", b"SUMMARY:" + b"x" * 68, "more than 75 octets"),
    (b"SUMMARY:a call", b"SUMMARY:" + "é".encode() * 34, "more than 75 octets"),
    (b"  he said", b" " + b"x" * 75, "more than 75 octets"),
    (b"SUMMARY:a call", b"SUMMARY:a \x07 call", "control character"),
    (b"SUMMARY:a call", b"SUMMARY:a \x00 call", "control character"),
    (b"SUMMARY:a call", b"SUMMARY:a \x7f call", "control character"),
    (b"SUMMARY:a call", b"SUMMARY:a \xc2\x85 call", "control character"),
    (b"SUMMARY:a call", b"SUMMARY:a \xef\xbf\xbf call", "control character"),
    ("“candid".encode(), "“".encode()[:1] + b"\r\n " + "“candid".encode()[1:], "character folded apart"),
    (b"SUMMARY:a call", b"SUMMARY:a \xed\xa0\x80 call", "character folded apart"),  # half a character
    (b"talks\\,", b"talks\\\r\n ,", "escape folded apart"),
    (b"SUMMARY:a call", b"SUMMARY:a\r\ncall", "no content line"),
    (b"SUMMARY:a call", b"SUMMARY:a\r\n\r\ncall", "no content line"),
    (b"SUMMARY:a call", b"A TITLE:a call", "no content line"),
    (b"END:STANDARD\r\n", b"", "components not nested"),
    (b"UID:2\r\n", b"UID:2\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n", "components not nested"),
    (b"SUMMARY:a call", b"SUMMARY:a call\r\nBEGIN:VALARM\r\nEND:VALARM", "components not nested"),
    (b"BEGIN:VCALENDAR", b"METHOD:PUBLISH\r\nBEGIN:VCALENDAR", "components not nested"),
    (b"END:VCALENDAR\r\n", b"", "components not nested"),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "not one VCALENDAR"),
    (b"VERSION:2.0\r\n", b"", "VERSION or PRODID"),
    (b"VERSION:2.0\r\n", b"VERSION:1.0\r\n", "VERSION or PRODID"),
    (b"PRODID:", b"X-PRODID:", "VERSION or PRODID"),
    (b"UID:2\r\n", b"", "missing property"),
    (b"DTSTAMP:20230918T000000Z\r\n", b"", "missing property"),
    (b"DTSTART:20230918T090000Z\r\n", b"", "missing property"),
    (b"SUMMARY:a call\r\n", b"", "missing property"),
    (b"UID:2", b"UID:2\r\nUID:4", "property given twice"),
    (b"STATUS:TENTATIVE", b"STATUS:TENTATIVE\r\nSTATUS:CANCELLED", "property given twice"),
    (b"STATUS:TENTATIVE", b"STATUS:PERHAPS", "unknown word"),
    (b"TRANSP:TRANSPARENT", b"TRANSP:CLEAR", "unknown word"),
    (b"COLOR:royalblue", b"COLOR:#4169e1", "unknown word"),
    (b"SEQUENCE:0", b"SEQUENCE:-1", "not a whole number"),
    (b"URL:https://example.org/1", b"URL:file:///etc/passwd", "not an address"),
    (b"URL:https://example.org/1", b"URL:https://example.org/a b", "not an address"),
    (b"talks\\,", b"talks,", "not escaped"),
    (b"candid\xe2\x80\x9d\\;", b"candid\xe2\x80\x9d;", "not escaped"),
    (b"SUMMARY:a call", b"SUMMARY:a \\call", "not escaped"),
    (b"CATEGORIES:planned,within", b"CATEGORIES:planned;within", "not escaped"),
    (b"EDTF:2023-09-18/2023-09-21", b"EDTF:2023-09-18,2023-09-21", "not escaped"),
    (b"DTSTART;VALUE=DATE:20230918", b"DTSTART:20230918", "not a day or time"),
    (b"DTSTART;VALUE=DATE:20230918", b"DTSTART;VALUE=DATE:20230918T000000", "not a day or time"),
    (b"DTSTART;VALUE=DATE:20230918", b"DTSTART;VALUE=DATE:20230230", "not a day or time"),
    (b"DTSTART;VALUE=DATE:20230918", b"DTSTART;VALUE=DATE:2023-09-18", "not a day or time"),
    (b"DTSTART:20230918T090000Z", b"DTSTART:20230918T250000Z", "not a day or time"),
    (b"DTSTART:20230918T090000Z", b"DTSTART;TZID=Europe/London:20230918T090000Z", "not a day or time"),
    (b"DTSTAMP:20230918T000000Z", b"DTSTAMP:20230918T000000", "DTSTAMP not of UTC"),
    (b"DTSTAMP:20230918T000000Z", b"DTSTAMP;VALUE=DATE:20230918", "DTSTAMP not of UTC"),
    (b"DTEND;VALUE=DATE:20230922", b"DTEND:20230922T000000Z", "DTEND of another type"),
    (b"DTEND:20230918T100000Z", b"DTEND;TZID=Europe/London:20230918T110000", "DTEND of another type"),
    (b"DTEND;VALUE=DATE:20230922", b"DTEND;VALUE=DATE:20230918", "DTEND not after DTSTART"),
    (b"DTEND:20230918T100000Z", b"DTEND:20230918T080000Z", "DTEND not after DTSTART"),
    (b"TZID=Europe/London", b"TZID=Europe/Londinium", "TZID without its VTIMEZONE"),
    (b"DTSTART:20230918T090000Z\r\nDTEND:20230918T100000Z", b"DTSTART:20230918T090000", "TZID without its VTIMEZONE"),
    (b"DTSTART:20230917T000000", b"DTSTART:20231001T000000", "TZID without its VTIMEZONE"),
    (b"TZID:Europe/London\r\n", b"", "VTIMEZONE incomplete"),
    (b"TZOFFSETTO:+0000\r\n", b"", "VTIMEZONE incomplete"),
    (b"TZOFFSETTO:+0000", b"TZOFFSETTO:+00:00", "VTIMEZONE incomplete"),
    (b"DTSTART:20231029T020000\r\n", b"", "VTIMEZONE incomplete"),
    (b"DTSTART:20231029T020000", b"DTSTART:20231029T020000Z", "VTIMEZONE incomplete"),
    (b"RRULE:FREQ=WEEKLY", b"RRULE:EVERY=WEEK", "no rule"),
    (b"RRULE:FREQ=WEEKLY", b"RRULE:FREQ=WEEKLY;BYSETPOS", "no rule"),
    (b";UNTIL=20231030", b"", "rule not bounded"),
    (b";UNTIL=20231030", b";UNTIL=20231030;COUNT=7", "rule not bounded"),
    (b";UNTIL=20231030", b";UNTIL=20231030T000000Z", "UNTIL of another type"),
    (b";UNTIL=20231101T080000Z", b";UNTIL=20231101", "UNTIL of another type"),
    (b";UNTIL=20231101T080000Z", b";UNTIL=20231101T080000", "UNTIL of another type"),
    (b";UNTIL=20231030", b";UNTIL=20230911", "UNTIL before DTSTART"),
    (b"BYDAY=MO", b"BYDAY=MO;BYHOUR=8", "clock times in a rule of days"),
    (b"BYDAY=MO", b"BYDAY=TU", "DTSTART not on its rule"),
    (b"BYHOUR=8,20", b"BYHOUR=9,20", "DTSTART not on its rule"),
    (b"UID:2", b"UID:1", "UID used twice"),
]


def test_a_sound_calendar_is_not_complained_of() -> None:
    """Days, times of UTC and of a zone, rules, folded lines and escapes are all in order."""
    assert complaints(SOUND) == []


@pytest.mark.parametrize(("sound", "broken", "kind"), DEFECTS)
def test_the_checker_sees_what_readers_overlook(sound: bytes, broken: bytes, kind: str) -> None:
    """Each fault is reported as what it is."""
    assert sound in SOUND
    assert kind in [complaint.partition(": ")[0] for complaint in complaints(SOUND.replace(sound, broken))]


def test_every_kind_of_complaint_is_provoked() -> None:
    """A check that nothing can fail would check nothing."""
    assert {kind for _, _, kind in DEFECTS} == KINDS


def test_a_rule_without_end_is_sound_where_it_was_asked_for() -> None:
    """Only there."""
    endless = SOUND.replace(b";UNTIL=20231030", b"")
    assert complaints(endless, endless=True) == [] != complaints(endless)
