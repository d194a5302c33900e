"""What RFC 5545 asks of a calendar, checked on its bytes: no reader at hand reports all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

REQUIRED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY")
ONCE = (*REQUIRED, "DTEND", "RRULE", "DESCRIPTION", "STATUS", "TRANSP", "SEQUENCE", "URL", "X-TIMELINE-EDTF")
TEXTS = ("SUMMARY", "DESCRIPTION", "UID")
NAME = re.compile(rb"[A-Za-z0-9-]+(?:;[A-Za-z0-9-]+=[^:;]+)*:")
DATE = re.compile(r"\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", re.ASCII)
TIME = re.compile(DATE.pattern + r"T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ", re.ASCII)
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(?:[,;]|\\(?![\\,;nN]))")


@frozen
class Line:
    """A content line: its name, parameters and value."""

    name: str
    parameters: str
    value: str


def complaints(data: bytes) -> list[str]:
    """All that is wrong with the bytes of a calendar."""
    found = list(_byte_complaints(data))
    if found:
        return found
    lines = [_line(line) for line in data.decode().replace("\r\n ", "").split("\r\n")[:-1]]
    return [*_calendar_complaints(lines), *_event_complaints(_events(lines))]


def _byte_complaints(data: bytes) -> Iterator[str]:
    if not data.endswith(b"\r\n"):
        yield "the last line has no end"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "a line ends in a bare CR or LF"
    for line in data.split(b"\r\n")[:-1]:
        if len(line) > 75:
            yield f"a line of {len(line)} octets"
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            yield f"a control character in {line!r}"
        if not line.startswith(b" ") and not NAME.match(line):
            yield f"no content line: {line!r}"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield f"a character is folded apart in {line!r}"


def _line(text: str) -> Line:
    head, _, value = text.partition(":")
    name, _, parameters = head.partition(";")
    return Line(name.upper(), parameters.upper(), value)


def _calendar_complaints(lines: list[Line]) -> Iterator[str]:
    if (lines[0].name, lines[0].value) != ("BEGIN", "VCALENDAR") or (lines[-1].name, lines[-1].value) != (
        "END",
        "VCALENDAR",
    ):
        yield "it is not one VCALENDAR"
    for name in ("VERSION", "PRODID"):
        if sum(line.name == name for line in lines) != 1:
            yield f"not exactly one {name}"
    if Line("VERSION", "", "2.0") not in lines:
        yield "VERSION is not 2.0"


def _events(lines: list[Line]) -> list[list[Line]]:
    events: list[list[Line]] = []
    inside = False
    for line in lines:
        if line.value == "VEVENT" and line.name in ("BEGIN", "END"):
            inside = line.name == "BEGIN"
            events += [[]] if inside else []
        elif inside:
            events[-1].append(line)
    return events


def _event_complaints(events: list[list[Line]]) -> Iterator[str]:
    for event in events:
        for name in ONCE:
            count = sum(line.name == name for line in event)
            if count > 1 or (count == 0 and name in REQUIRED):
                yield f"{count} times {name}"
        named = {line.name: line for line in event}
        yield from _time_complaints(named)
        for name in TEXTS:
            if name in named and UNESCAPED.search(named[name].value):
                yield f"not escaped: {named[name].value!r}"
    uids = [line.value for event in events for line in event if line.name == "UID"]
    if len(set(uids)) != len(uids):
        yield "a UID stands twice"


def _time_complaints(event: Mapping[str, Line]) -> Iterator[str]:
    for name in ("DTSTAMP", "DTSTART", "DTEND"):
        if name in event and not _typed(event[name]):
            yield f"{name} is neither a date of VALUE=DATE nor a time of UTC: {event[name].value}"
    if "DTSTAMP" in event and not TIME.fullmatch(event["DTSTAMP"].value):
        yield "DTSTAMP is no time of UTC"
    start, end = event.get("DTSTART"), event.get("DTEND")
    if start is not None and end is not None:
        if start.parameters != end.parameters:
            yield "DTEND is of another type than DTSTART"
        elif end.value <= start.value:
            yield "DTEND is not after DTSTART"
    until = re.search(r"UNTIL=([^;]*)", event["RRULE"].value) if "RRULE" in event else None
    if until is not None and start is not None and not (DATE if start.parameters else TIME).fullmatch(until[1]):
        yield f"UNTIL is of another type than DTSTART: {until[1]}"
    if "RRULE" in event and ("UNTIL=" in event["RRULE"].value) == ("COUNT=" in event["RRULE"].value):
        yield "RRULE is not bounded in exactly one way"


def _typed(line: Line) -> bool:
    return bool(DATE.fullmatch(line.value) if line.parameters == "VALUE=DATE" else TIME.fullmatch(line.value))
