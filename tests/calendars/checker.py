"""What RFC 5545 asks of a calendar, checked on its bytes: no reader at hand reports all of it.

It knows nothing of the library: it reads lines, not components, and asks dateutil which days a rule has.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen
from dateutil.rrule import rrulestr

# Every kind of complaint; a test provokes each of them.
KINDS = frozenset(
    (
        "bare CR or LF",
        "no end of the last line",
        "more than 75 octets",
        "control character",
        "character folded apart",
        "escape folded apart",
        "no content line",
        "components not nested",
        "not one VCALENDAR",
        "VERSION or PRODID",
        "missing property",
        "property given twice",
        "unknown word",
        "not a whole number",
        "not an address",
        "not escaped",
        "not a day or time",
        "DTSTAMP not of UTC",
        "DTEND of another type",
        "DTEND not after DTSTART",
        "TZID without its VTIMEZONE",
        "VTIMEZONE incomplete",
        "no rule",
        "rule not bounded",
        "UNTIL of another type",
        "UNTIL before DTSTART",
        "clock times in a rule of days",
        "DTSTART not on its rule",
        "UID used twice",
    )
)

PARTS_OF = {"": ("VCALENDAR",), "VCALENDAR": ("VEVENT", "VTIMEZONE"), "VTIMEZONE": ("STANDARD", "DAYLIGHT")}
REQUIRED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP", "SEQUENCE")
OWN = ("X-TIMELINE-SOURCE", "X-TIMELINE-EDTF", "X-TIMELINE-GRAIN")
ONCE = (*REQUIRED, *OWN, "DTEND", "RRULE", "DESCRIPTION", "STATUS", "CATEGORIES", "COLOR", "URL")
OBSERVANCE = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
# the CSS colours that go from pale to dark blue
BLUES = "aliceblue lightskyblue lightsteelblue cornflowerblue dodgerblue royalblue mediumblue darkblue navy midnightblue"
WORDS = {
    "STATUS": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "TRANSP": ("TRANSPARENT", "OPAQUE"),
    "COLOR": tuple(BLUES.split()),
}
TEXTS = ("SUMMARY", "DESCRIPTION", "UID", "CATEGORIES")
NAME = re.compile(rb"[A-Za-z0-9-]+(?:;[A-Za-z0-9-]+=[^:;]+)*:")
TIME = re.compile(r"(\d{8}T\d{6})(Z?)", re.ASCII)
OFFSET = re.compile(r"[+-]\d{4}(?:\d\d)?", re.ASCII)
ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+", re.ASCII)
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(?:[,;]|\\(?![\\,;nN]))")
RULE = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:UNTIL|COUNT|INTERVAL|WKST|BY[A-Z]+)=[A-Z0-9,+-]+)*", re.ASCII)


@frozen
class Line:
    """A content line: its name, parameters and value."""

    name: str
    parameters: str
    value: str


@frozen
class Component:
    """A component: its name and its own lines."""

    name: str
    within: str
    lines: list[Line]

    @property
    def named(self) -> Mapping[str, Line]:
        """The lines by name."""
        return {line.name: line for line in self.lines}


def complaints(data: bytes, *, endless: bool = False) -> list[str]:
    """All that is wrong with the bytes of a calendar, each as a kind and what shows it; rules may be ``endless``."""
    found = list(_of_bytes(data))
    if not found:
        lines = [_line(line) for line in data.decode().replace("\r\n ", "").split("\r\n")[:-1]]
        found = [*_of_nesting(lines)]
    if not found:
        components = _components(lines)
        found = [*_of_calendar(components)]
        for event in (component for component in components if component.name == "VEVENT"):
            found += [*_of_properties(event), *_of_times(event, components), *_of_rule(event, endless)]
    assert {kind for kind, _ in found} <= KINDS
    return [f"{kind}: {shown}" for kind, shown in found]


Found = Iterator[tuple[str, str]]


def _of_bytes(data: bytes) -> Found:
    if not data.endswith(b"\r\n"):
        yield "no end of the last line", repr(data[-20:])
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "bare CR or LF", ""
    for line in data.split(b"\r\n")[:-1]:
        if len(line) > 75:
            yield "more than 75 octets", f"{len(line)} in {line!r}"
        if not line.startswith(b" ") and not NAME.match(line):
            yield "no content line", repr(line)
        text = line.decode("utf-8", "replace")
        if "\ufffd" in text and "\ufffd".encode() not in line:
            yield "character folded apart", repr(line)
        if re.search(rb"(?<!\\)(?:\\\\)*\\$", line):
            yield "escape folded apart", repr(line)
        if re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f\ufffe\uffff]", text):
            yield "control character", repr(line)


def _line(text: str) -> Line:
    head, _, value = text.partition(":")
    name, _, parameters = head.partition(";")
    return Line(name.upper(), parameters, value)


def _of_nesting(lines: list[Line]) -> Found:
    inside: list[str] = []
    for line in lines:
        if line.name == "BEGIN":
            if line.value not in PARTS_OF.get(inside[-1] if inside else "", ()):
                yield "components not nested", f"{line.value} in {inside}"
            inside.append(line.value)
        elif line.name == "END":
            if not inside or inside.pop() != line.value:
                yield "components not nested", f"the end of {line.value}"
        elif not inside:
            yield "components not nested", f"{line.name} outside"
    if inside:
        yield "components not nested", f"{inside} without end"


def _components(lines: list[Line]) -> list[Component]:
    found: list[Component] = []
    inside: list[Component] = []
    for line in lines:
        if line.name == "BEGIN":
            inside.append(Component(line.value, inside[-1].named["TZID"].value if _zoned(inside) else "", []))
            found.append(inside[-1])
        elif line.name == "END":
            inside.pop()
        else:
            inside[-1].lines.append(line)
    return found


def _zoned(inside: list[Component]) -> bool:
    return bool(inside) and "TZID" in inside[-1].named


def _of_calendar(components: list[Component]) -> Found:
    calendars = [component for component in components if component.name == "VCALENDAR"]
    if len(calendars) != 1 or components[0] is not calendars[0]:
        yield "not one VCALENDAR", f"{len(calendars)} of them"
    for name in ("VERSION", "PRODID"):
        if sum(line.name == name for line in components[0].lines) != 1:
            yield "VERSION or PRODID", f"not one {name}"
    if "VERSION" in components[0].named and components[0].named["VERSION"].value != "2.0":
        yield "VERSION or PRODID", components[0].named["VERSION"].value
    for zone in (component for component in components if component.name == "VTIMEZONE"):
        if "TZID" not in zone.named:
            yield "VTIMEZONE incomplete", "no TZID"
        elif not any(part.within == zone.named["TZID"].value for part in components):
            yield "VTIMEZONE incomplete", "no STANDARD or DAYLIGHT"
    for part in (component for component in components if component.name in ("STANDARD", "DAYLIGHT")):
        offsets = [part.named[name].value for name in OBSERVANCE[1:] if name in part.named]
        if len(offsets) != 2 or not all(map(OFFSET.fullmatch, offsets)) or _type(part.named.get("DTSTART")) != "local":
            yield "VTIMEZONE incomplete", str(part.lines)
    uids = Counter(line.value for component in components for line in component.lines if line.name == "UID")
    for uid in uids:
        if uids[uid] > 1:
            yield "UID used twice", uid


def _of_properties(event: Component) -> Found:
    counts = Counter(line.name for line in event.lines)
    for name in ONCE:
        if counts[name] > 1:
            yield "property given twice", name
        if name in REQUIRED and not counts[name]:
            yield "missing property", name
    for line in event.lines:
        if line.value not in WORDS.get(line.name, (line.value,)):
            yield "unknown word", f"{line.name}:{line.value}"
        if line.name == "SEQUENCE" and not re.fullmatch("[0-9]+", line.value):
            yield "not a whole number", line.value
        if line.name == "URL" and not ADDRESS.fullmatch(line.value):
            yield "not an address", line.value
        separated = line.value.replace("\\,", "").replace(",", "") if line.name == "CATEGORIES" else line.value
        if (line.name in TEXTS or line.name.startswith("X-")) and UNESCAPED.search(separated):
            yield "not escaped", line.value


def _type(line: Line | None) -> str:
    """What a date property holds: "day", "UTC", "local" (without or with a zone), or nothing that it may hold."""
    if line is None:
        return ""
    try:
        if line.parameters == "VALUE=DATE":
            datetime.datetime.strptime(line.value, "%Y%m%d")
            return "day" if len(line.value) == 8 else ""
        time = TIME.fullmatch(line.value)
        if time is None:
            return ""
        datetime.datetime.strptime(time[1], "%Y%m%dT%H%M%S")
    except ValueError:
        return ""
    if time[2]:
        return "UTC" if not line.parameters else ""
    return "local" if not line.parameters or re.fullmatch('TZID=[^:;"]+', line.parameters) else ""


def _of_times(event: Component, components: list[Component]) -> Found:
    start, end, stamp = (event.named.get(name) for name in ("DTSTART", "DTEND", "DTSTAMP"))
    for line in (start, end, stamp):
        if line is not None and not _type(line):
            yield "not a day or time", f"{line.name};{line.parameters}:{line.value}"
    if stamp is not None and _type(stamp) != "UTC":
        yield "DTSTAMP not of UTC", stamp.value
    if start is not None and end is not None:
        if (start.parameters, _type(start)) != (end.parameters, _type(end)):
            yield "DTEND of another type", f"{start.parameters}:{start.value} and {end.parameters}:{end.value}"
        elif end.value <= start.value:
            yield "DTEND not after DTSTART", f"{start.value} and {end.value}"
    for line in (start, end):
        if line is not None and _type(line) == "local":
            name = line.parameters.removeprefix("TZID=")
            parts = [part.named for part in components if part.within == name and name]
            onsets = [part["DTSTART"].value for part in parts if "DTSTART" in part]
            if not onsets or min(onsets) > line.value:
                yield "TZID without its VTIMEZONE", f"{line.parameters}:{line.value}"


def _of_rule(event: Component, endless: bool) -> Found:
    rule, start = event.named.get("RRULE"), event.named.get("DTSTART")
    if rule is None or start is None or not _type(start):
        return
    parts = dict(part.split("=", 1) for part in rule.value.split(";") if "=" in part)
    if not RULE.fullmatch(rule.value):
        yield "no rule", rule.value
        return
    if ("UNTIL" in parts) + ("COUNT" in parts) != 1 and not (endless and not {"UNTIL", "COUNT"} & set(parts)):
        yield "rule not bounded", rule.value
    until, day = parts.get("UNTIL"), _type(start) == "day"
    if until is not None and _type(Line("", "VALUE=DATE" if day else "", until)) != ("day" if day else "UTC"):
        yield "UNTIL of another type", f"{start.value} and {until}"
    elif until is not None and until[:8] < start.value[:8] and _type(start) != "local":
        yield "UNTIL before DTSTART", f"{start.value} and {until}"
    if day and {"BYHOUR", "BYMINUTE", "BYSECOND"} & set(parts):
        yield "clock times in a rule of days", rule.value
    began = datetime.datetime.strptime(start.value.rstrip("Z"), "%Y%m%d" if day else "%Y%m%dT%H%M%S")
    unbounded = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("UNTIL", "COUNT"))
    if next(iter(rrulestr(unbounded, dtstart=began)), None) != began:
        yield "DTSTART not on its rule", f"{start.value} and {rule.value}"
