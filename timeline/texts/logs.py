"""Logs: texts whose lines begin with a time of day, one after the other.

A shift log, a live blog and an agenda write times more shortly than prose does ("2150", "22.47"), and their order tells the
day: a large step back means the next one, in a blog that begins with its latest post a large step on the day before.  One
such line proves nothing, so there must be three that are written alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

FEWEST = 3  # lines that make a log
STEP = 6 * 60  # minutes: as far as that nobody writes out of order

_LINE = re.compile(
    r"^[^\S\n]*(?:[-*•][^\S\n]+)?[\[(]?(?P<head>"
    r"(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[^\S\n]+)?"
    r"(?P<stamp>(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>[:.]?)(?P<minute>[0-5]\d)|(?=[^\S\n]?[ap]\.?m\b)))"
    r"(?P<half>[^\S\n]?[ap]\.?m\b\.?)?)(?![\w.:,/%]*\d|[^\S\n]?%)(?=\W|$)",
    re.IGNORECASE | re.MULTILINE,
)
_WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_SECTION = re.compile(r"^[^\S\n]*\d{1,2}\.\d(?!\d)", re.MULTILINE)


@frozen
class Stamp:
    """The time of day that a line begins with: where it stands, the time, the days since the line before, whether it is
    told by the twelve-hour clock, and the weekday before it (Monday = 0); the first such line begins to count days anew."""

    start: int
    end: int
    hour: int
    minute: int
    days: int = 0
    halves: bool = False
    weekday: int | None = None
    anew: bool = False


def stamps(view: str) -> Mapping[int, Stamp]:
    """The stamps of the lines of a log, by where each stands; none where the text is no log.

    >>> [(s.hour, s.minute, s.days) for s in stamps("2335 Alarm.\\n2350 All out.\\n0010 Valve shut.").values()]
    [(23, 35, 0), (23, 50, 0), (0, 10, 1)]
    >>> stamps("1914 War begins.\\n1916 The Somme.\\n1918 Armistice.")
    {}
    """
    by_mark: dict[str, list[re.Match[str]]] = {}
    whole_hours: list[re.Match[str]] = []
    for match in _LINE.finditer(view):
        if match["minute"] is None:
            whole_hours.append(match)
        elif match["mark"] or len(match["stamp"]) == 4:
            by_mark.setdefault(match["mark"], []).append(match)
    found: dict[int, Stamp] = {}
    for mark, lines in by_mark.items():
        if len(lines) >= FEWEST and _are_times(mark, lines, view):
            if any(line["half"] for line in lines):  # among "8:10 a.m." also "9 a.m."
                lines = sorted([*lines, *whole_hours], key=lambda line: line.start())
            found.update((stamp.start, stamp) for stamp in _counted(lines))
    return found


def _are_times(mark: str, lines: Sequence[re.Match[str]], view: str) -> bool:
    """Whether figures at the head of lines are times of day, not the years of a chronology or the numbers of sections."""
    if mark == "":
        return any(line["stamp"][0] == "0" or int(line["stamp"]) >= 2100 for line in lines)
    if mark == ".":
        minutes = [_minutes(line) for line in lines]
        numbered = sum(after - before == 1 for before, after in pairwise(minutes)) > len(lines) // 2
        return not numbered and not _SECTION.search(view)
    return True


def _counted(lines: Sequence[re.Match[str]]) -> Iterator[Stamp]:
    minutes = [_minutes(line) for line in lines]
    steps = [after - before for before, after in pairwise(minutes)]
    small = [step for step in steps if abs(step) <= STEP] or steps  # a large one may lead to another day
    latest_first = sum(step < 0 for step in small) > sum(step > 0 for step in small)
    weekdays = [None if line["weekday"] is None else _WEEKDAYS.index(line["weekday"][:2].lower()) for line in lines]
    told = [weekday for weekday in weekdays if weekday is not None]
    way = -1 if latest_first else 1
    timetable = sum(way * (after - before) % 7 for before, after in pairwise(told)) >= 7  # of a week, in any order
    today: int | None = None  # the weekday of the line before, once one was told
    for line, minute, step, weekday in zip(lines, minutes, (0, *steps), weekdays, strict=True):
        days = -(step > STEP) if latest_first else int(step < -STEP)
        if weekday is not None and today is not None:
            days = way * (way * (weekday - today) % 7)
        anew = weekday is not None and (today is None or timetable)
        yield Stamp(*line.span("head"), *divmod(minute, 60), days, bool(line["half"]), weekday, anew)
        today = weekday if weekday is not None else None if today is None else (today + days) % 7


def runs_back(stamped: Mapping[int, Stamp]) -> bool:
    """Whether a log begins with its latest line.

    >>> runs_back(stamps("11:40 Over.\\n10:15 Begun.\\n09:02 Doors open."))
    True
    """
    minutes = [stamp.hour * 60 + stamp.minute for stamp in stamped.values()]
    steps = [after - before for before, after in pairwise(minutes)]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def _minutes(line: re.Match[str]) -> int:
    hour, half = int(line["hour"]), (line["half"] or "").strip().lower()
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half[0] == "p")
    return hour * 60 + int(line["minute"] or 0)


class LogDays:
    """The day of each line of a log on the way through a text: that of the nearest dated line above, else the anchor's."""

    def __init__(self, today: int | None) -> None:
        self._above = today
        self._day: int | None = None
        self._block = -1  # the paragraph of the line of the log read last
        self._headed = False  # whether a heading told the day

    def dated(self, day: int, heading: bool) -> None:
        """A line that is not of the log tells a day; once the log has begun or a heading was there, only a heading counts."""
        if heading or (self._day is None and not self._headed):
            self._above, self._day = day, None
        self._headed = self._headed or heading

    def begun(self, day: int) -> None:
        """A line of the log tells its own day: "Sun 0015"."""
        self._day = day

    def of(self, stamp: Stamp, block: int) -> int | None:
        """The day of the next line of the log, None where nothing tells any day."""
        self._day = self._above if self._day is None else self._day + stamp.days
        self._block = block
        return self._day

    def written(self, block: int) -> int | None:
        """The day on which a paragraph of a log under a dated heading was written, whose "yesterday" is the day before."""
        return self._day if self._headed and block == self._block else None
