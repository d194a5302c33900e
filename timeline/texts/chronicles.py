"""Chronicles: texts whose lines begin with a year, one after the other.

"1066" by itself is any number; at the head of one line after the other, in order, it is a year.  So what no single line
proves is read from all of them: there must be two at least, the years must run one way, and they must not as well be times
of day or round amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from attrs import frozen

FEWEST = 2  # lines that make a chronicle
LAST_YEAR = 2199

_LINE = re.compile(
    r"^[^\S\n]*(?:[-*•][^\S\n]+)?(?P<head>(?P<year>\d{3,5})(?:[–/-](?P<last>\d{2}|\d{4}))?)"
    r"(?P<bc>[^\S\n]?B\.?C\.?(?:E\.?)?)?"
    r"(?P<mark>[^\S\n]+(?:[–—|]|--?)(?=[^\S\n])|[–—](?=[^\W\d_])|[:,|](?=[^\S\n])|\t|(?=[^\S\n]+[^\W\d_]))"
    r"[^\S\n]*(?P<rest>[^\n])",
    re.MULTILINE,
)


@frozen
class Head:
    """The year that a line of a chronicle begins with, or the first and last of some: where it stands, and which it is."""

    start: int
    end: int
    year: int
    last: int | None = None


def heads(view: str, stamped: Set[int] = frozenset()) -> Mapping[int, Head]:
    """The years at the heads of the lines of a chronicle, by where each stands; none where the text is none.

    ``stamped`` are the offsets of times of day, which are no years.

    >>> [head.year for head in heads("476 – Rome falls\\n800 – Charlemagne\\n1066 – Hastings").values()]
    [476, 800, 1066]
    >>> heads("1000 - Registration\\n1130 - Coffee\\n1230 - Lunch")
    {}
    """
    lines = [line for line in _LINE.finditer(view) if line.start("year") not in stamped and _opens(line, view)]
    found: dict[int, Head] = {}
    for run in _runs(lines):
        if len(run) >= FEWEST and _are_years(run):
            found.update((line.start("head"), _head(line)) for line in run if not line["bc"])
    return found


def _head(line: re.Match[str]) -> Head:
    year, last = line["year"], line["last"]
    return Head(*line.span("head"), int(year), None if last is None else int(year[: -len(last)] + last))


def _opens(line: re.Match[str], view: str) -> bool:
    """Whether a figure is followed as the year of an entry is; without a mark a capital must follow, and the line before be
    over, which a wrapped one is not."""
    if line["mark"]:
        return True
    end = view.rfind("\n", 0, line.start())
    above = view[view.rfind("\n", 0, max(end, 0)) + 1 : max(end, 0)]
    return line["rest"].isupper() and (above.rstrip()[-1:] in ".!?" or _LINE.match(above) is not None)


def _year(line: re.Match[str]) -> int:
    return -int(line["year"]) if line["bc"] else int(line["year"])


def _runs(lines: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Lines whose years run one way, up or down."""
    run: list[re.Match[str]] = []
    way = 0
    for line in lines:
        step = _year(line) - _year(run[-1]) if run else 0
        if step * way < 0:
            yield run
            run, way, step = [], 0, 0
        run.append(line)
        way = way or step
    yield run


def _are_years(run: Sequence[re.Match[str]]) -> bool:
    """Whether figures at the head of lines are years, not times of day, codes that go further, or round amounts."""
    years = [_year(line) for line in run]
    figures = [line["year"] for line in run]
    if max(years) > LAST_YEAR or any(figure[0] == "0" for figure in figures) or max(map(len, figures)) < 4:
        return any(line["bc"] for line in run) and max(years) <= LAST_YEAR
    clocks = all(0 <= year < 2400 and year % 100 < 60 and year % 5 == 0 for year in years)
    return not clocks and any(year % 10 for year in years)
