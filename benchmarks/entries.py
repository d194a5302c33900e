"""The entry score: how many rows of the default timeline a careful reader would keep, by genre.

    python benchmarks/entries.py                    # the documents in tests/articles, and those held back
    python benchmarks/entries.py --errors           # every missed entry and every false row of the open ones
    python benchmarks/entries.py --labels           # their labels beside their sentences, for a reader to judge
    python benchmarks/entries.py --json FILE        # the table as a file of results

A row is right when it stands for an expected entry (their times overlap, and so do their events) and its dates are among
those the entry allows.  Whether its label misleads is for a reader to say, not for this script.  An optional entry counts
neither when it is found nor when it is missed; a further row with the right dates of an expected entry (the second verb of a
dated clause) is counted apart, as "beside".
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen
from results_file import write

import timeline
from timeline import Entry, Moment, PeriodError, When
from timeline.calendar.almanac import Grain

COMMAND = "python benchmarks/entries.py --json benchmarks/results/entries.json"
ARTICLES = Path(__file__).parents[1] / "tests" / "articles"
Span = tuple[int, int]
HALF_AN_HOUR = 1_800
ABOUT_DAYS = 3


@frozen(kw_only=True)
class Expected:
    """An entry that a reader expects: where its time and its event stand in the text, and the dates that are right."""

    times: tuple[Span, ...]
    heads: tuple[Span, ...]
    words: tuple[str, ...]
    dates: tuple[str, ...]
    length: str
    rule: str
    factualities: frozenset[str]
    optional: bool
    told: str = field(eq=False)


@frozen(kw_only=True)
class Judged:
    """The rows of one document beside what was expected: pairs of numbers, by verdict."""

    name: str
    genre: str
    rows: tuple[Entry, ...]
    expected: tuple[Expected, ...]
    right: dict[int, int]  # row -> expected
    wrong: dict[int, int]  # the right event with a wrong date
    beside: frozenset[int]  # rows that say a right date once more
    false: frozenset[int]

    @property
    def missed(self) -> list[Expected]:
        """The expected entries that no row tells, without the optional ones."""
        told = set(self.right.values())
        return [entry for number, entry in enumerate(self.expected) if number not in told and not entry.optional]

    def counts(self) -> Counter[str]:
        """How many rows and entries there are of each verdict."""
        kept = [number for number in self.right.values() if not self.expected[number].optional]
        agreed = sum(self.rows[row].factuality in self.expected[number].factualities for row, number in self.right.items())
        wrong = [number for number in self.wrong.values() if not self.expected[number].optional]
        return Counter(
            {
                "entries": len(kept) + len(self.missed),
                "right": len(kept),
                "wrong": len(wrong),
                "false": len(self.false),
                "beside": len(self.beside),
                "told": len(self.right),
                "agreed": agreed,
            }
        )


def places(text: str, words: str) -> tuple[Span, ...]:
    """Where some words stand in a text, whatever the blanks between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return tuple(match.span() for match in re.finditer(pattern, text)) if pattern else ()


def expected(text: str, entry: dict[str, Any]) -> Expected:
    """An entry of an annotation file, with its words found in the text."""
    heads = [word for word in (entry["event"], *entry["heads"]) if word]
    return Expected(
        times=places(text, entry["time"]),
        heads=tuple(span for word in heads for span in places(text, word)),
        words=tuple(heads),
        dates=(entry["dates"], *entry["also"]),
        length=entry.get("duration", ""),
        rule=entry.get("rrule", ""),
        factualities=frozenset((entry["factuality"], *entry.get("also_factuality", ()))),
        optional=entry.get("optional", False),
        told=f"{entry['dates'] or entry.get('duration') or entry.get('rrule')} {entry['label']} \"{entry['time']}\"",
    )


def overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether any two spans share a character."""
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def same_time(row: Entry, entry: Expected) -> bool:
    """Whether a row is dated by the words that the entry is dated by."""
    said = [(time.start, time.end) for time in row.times]
    return overlap(said, entry.times)


def same_event(row: Entry, entry: Expected) -> bool:
    """Whether a row tells the event of the entry; a row without an event tells what its label names."""
    if row.event is None:
        return not entry.words or any(word.lower() in row.label.lower() for word in entry.words)
    return overlap([(row.event.start, row.event.end)], entry.heads)


def right_dates(row: Entry, entry: Expected) -> bool:
    """Whether the dates of a row are among those that the entry allows."""
    if row.recurrence is not None and entry.rule:
        return set(entry.rule.split(";")) <= set((row.recurrence.rule or "").split(";"))
    if row.duration is not None and entry.length and str(row.duration) == entry.length:
        return True
    return any(same_dates(row.when, dates) for dates in entry.dates if dates)


def same_dates(when: When, dates: str) -> bool:
    """Whether two stretches show a reader the same days, or the same clock times where these are told.

    "About" allows half a year or month, three days, or half an hour; a clock time is compared by its start.

    >>> same_dates(When.read("2023-09-16/2023-09-17"), "2023-09-16/2023-09-17")
    True
    >>> same_dates(When.read("2023-09-16"), "2023-09-16/2023-09-17")
    False
    """
    try:
        meant = When.read(dates)
    except PeriodError:
        return False
    if when.grain == Grain.PART and "T" not in dates and when.start is not None and meant.start is not None:
        return when.start.day == meant.start.day  # an evening is told as its day, and a night as the day it begins on
    return _same_edge(when.start, meant.start, dates, when.ongoing) and _same_edge(
        when.end, meant.end, dates, when.ongoing, last=True
    )


def _same_edge(own: Moment | None, other: Moment | None, dates: str, ongoing: bool, last: bool = False) -> bool:
    """Whether two starts, or two ends, are the same to a reader; what is ongoing may be written with an open end."""
    if own is None or other is None:
        return own is other or (last and ongoing)
    if "T" in dates:
        return last or abs(own.wall - other.wall) <= (HALF_AN_HOUR if "~" in dates else 0)
    days = abs(own.last_day - other.last_day) if last else abs(own.day - other.day)
    return days <= _slack_days(dates.split("/")[-1 if last else 0])


def _slack_days(date: str) -> int:
    """How far off "about" may be: half a year, half a month, three days."""
    return (183, 15, ABOUT_DAYS)[min(date.count("-"), 2)] if "~" in date else 0


def judge(path: Path) -> Judged:
    """The default timeline of a document beside what is expected of it."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    gold = json.loads(path.read_text(encoding="utf-8"))
    conventions = timeline.Conventions(domain=gold["domain"])
    rows = tuple(timeline.extract(text, anchor=gold["anchor"], conventions=conventions))
    entries = tuple(expected(text, entry) for entry in gold["entries"])
    right: dict[int, int] = {}
    wrong: dict[int, int] = {}
    for pairs, verdict in ((right, right_dates), (wrong, lambda row, entry: True)):
        for row, number in _pairs(rows, entries):
            taken = row in right or row in wrong or number in right.values() or number in wrong.values()
            if not taken and same_event(rows[row], entries[number]) and verdict(rows[row], entries[number]):
                pairs[row] = number
    rest = [row for row in range(len(rows)) if row not in right and row not in wrong]
    beside = frozenset(row for row in rest if any(same_time(rows[row], e) and right_dates(rows[row], e) for e in entries))
    return Judged(
        name=path.stem,
        genre=gold["genre"],
        rows=rows,
        expected=entries,
        right=right,
        wrong=wrong,
        beside=beside,
        false=frozenset(rest) - beside,
    )


def _pairs(rows: Sequence[Entry], entries: Sequence[Expected]) -> Iterator[tuple[int, int]]:
    """The rows and entries whose times overlap, in the order of the text; optional entries come last."""
    numbers = sorted(range(len(entries)), key=lambda number: entries[number].optional)
    for number in numbers:
        for row in range(len(rows)):
            if same_time(rows[row], entries[number]):
                yield row, number


def line(name: str, counts: Counter[str]) -> str:
    """A row of the table: precision, recall, share of right rows whose factuality is right, and the counts."""
    shown = counts["right"] + counts["wrong"] + counts["false"]
    return (
        f"{name:12} precision {_share(counts['right'], shown)}  recall {_share(counts['right'], counts['entries'])}  "
        f"factuality {_share(counts['agreed'], counts['told'])}  entries {counts['entries']:4}  right {counts['right']:4}  "
        f"wrong date {counts['wrong']:3}  false {counts['false']:3}  beside {counts['beside']:3}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def listing(judged: Judged) -> Iterator[str]:
    """What is wrong with the timeline of a document, a line each."""
    yield f"== {judged.name}"
    for row in sorted({*judged.false, *judged.wrong}):
        entry = judged.rows[row]
        said = entry.time.text if entry.time is not None else ""
        kind = "wrong date" if row in judged.wrong else "false"
        meant = f"  expected: {judged.expected[judged.wrong[row]].told}" if row in judged.wrong else ""
        yield f'{kind:10} {entry.when} {entry.label} "{said}"{meant}'
    told = set(judged.wrong.values())
    for missed in judged.missed:
        if missed not in [judged.expected[number] for number in told]:
            yield f"missed     {missed.told}"


def labels(judged: Judged) -> Iterator[str]:
    """Every row with its sentence, for a reader to judge the label."""
    yield f"== {judged.name}"
    for row in judged.rows:
        source = f" [{row.attribution}]" if row.attribution else ""
        yield f"{row.when}  {row.label}{source}  ({row.factuality})\n      {row.sentence}"


def main() -> None:
    """Print the table, and what was asked for beside it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?", default=ARTICLES, help="the directory of the documents")
    parser.add_argument("--errors", action="store_true", help="list what is missed or false")
    parser.add_argument("--labels", action="store_true", help="list every label with its sentence")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    open_ones = [judge(path) for path in sorted(options.articles.glob("*.json"))]
    for judged in open_ones:
        for text in (*(listing(judged) if options.errors else ()), *(labels(judged) if options.labels else ())):
            print(text)
    # what is held back is never listed: nobody writes a rule with it in sight
    held_back = [judge(path) for path in sorted((options.articles / "held").glob("*.json"))]
    parts = {title: by_genre(judged) for title, judged in (("open", open_ones), ("held back", held_back)) if judged}
    for title, counts in parts.items():
        print(f"{title}: {len(open_ones if title == 'open' else held_back)} documents")
        print(*(line(genre, each) for genre, each in counts.items()), sep="\n")
    if options.json:
        rows = ({"documents": title, "genre": genre, **each} for title, part in parts.items() for genre, each in part.items())
        write(options.json, COMMAND, rows)


def by_genre(documents: Sequence[Judged]) -> dict[str, Counter[str]]:
    """What was counted in some documents, by genre and, as "all", together."""
    counts: dict[str, Counter[str]] = {}
    for judged in documents:
        counts.setdefault(judged.genre, Counter()).update(judged.counts())
    return {**counts, "all": sum(counts.values(), Counter())}


if __name__ == "__main__":
    main()
