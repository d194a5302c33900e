"""How fast a large timeline answers: the index against a linear scan, a pandas filter and intervaltree, in one run.

    python benchmarks/queries.py [--entries 1000000] [--timelines 1000] [--rounds 5]

The entries come from a seeded generator: days, weeks and years between 1900 and 2030, 5% of them without an end.  pandas and
intervaltree are asked for what *may* overlap, as one comparison of two bounds; they are left out where they are not installed.
Memory is counted by tracemalloc on a tenth of the entries.  Times are those of the processor; absolute
figures belong to the machine.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

from timeline import Entry, Moment, Timeline, When
from timeline.asking.index import HIGH, Index
from timeline.asking.packed import Packed
from timeline.calendar.almanac import DAY_SECONDS, day_number

FIRST, LAST = day_number(1900, 1, 1), day_number(2030, 1, 1)
DAY = "2011-05-04"
NAMES = tuple(f"{first} {last}" for first in ("Ana", "Jo", "Li", "Max", "Rui") for last in ("Berg", "Costa", "Silva", "Ward"))
EVENTS = ("talks", "strike", "visit", "trial", "flood", "vote")
OPEN_SHARE = 0.05
LENGTHS = ((0.7, 1), (0.2, 7), (0.09, 90), (0.01, 1500))  # share of the entries, length in days


def entries(count: int, seed: int) -> Iterator[Entry]:
    """Entries in listing order, each a window or an extent, some without an end."""
    chance = random.Random(seed)
    days = sorted(chance.randrange(FIRST, LAST) for _ in range(count))
    lengths = chance.choices([days for _, days in LENGTHS], [share for share, _ in LENGTHS], k=count)
    for number, (day, length) in enumerate(zip(days, lengths, strict=True)):
        start = Moment(day * DAY_SECONDS)
        end = None if chance.random() < OPEN_SHARE else Moment((day + length) * DAY_SECONDS)
        name = chance.choice(NAMES)
        label = f"{chance.choice(EVENTS)} {number} with {name}"
        if end is None:
            when = When(earliest_start=start, latest_start=start, earliest_end=Moment(start.wall + DAY_SECONDS))
        else:
            when = When.inside(start, end) if number % 2 else When.filling(start, end)
        yield Entry(label=label, when=when, participants=(name,))


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    """The median of the seconds of processor time that some work takes."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def told(seconds: float) -> str:
    """Seconds in the unit that fits.

    >>> told(0.0000123), told(2.5)
    ('12.3 µs', '2.50 s')
    """
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} µs"


def memory(count: int) -> Iterator[tuple[str, float]]:
    """Bytes an entry of the packed entries and of the index with the trees of all six questions."""
    tracemalloc.start()
    packed = Packed.of(entries(count, seed=1))
    gc.collect()
    yield "packed entries", tracemalloc.get_traced_memory()[0] / count
    before = tracemalloc.get_traced_memory()[0]
    index = Index(packed.whens())
    for name in ("before", "after", "overlapping", "within", "starting", "ending"):
        for certain in (False, True):
            index.find(name, When.read(DAY), certain=certain)
    gc.collect()
    yield "index, all questions", (tracemalloc.get_traced_memory()[0] - before) / count
    tracemalloc.stop()


def bounds(tl: Timeline) -> list[tuple[int, int]]:
    """The possible extent of each entry in seconds, as the others are given it."""
    return [
        (when.earliest_start.wall if when.earliest_start else -HIGH, when.latest_end.wall if when.latest_end else HIGH)
        for when in (entry.when for entry in tl)
    ]


def others(spans: list[tuple[int, int]], rounds: int) -> Iterator[tuple[str, float | None, float, int]]:
    """Name, seconds to build, seconds to answer and answers of each other way to find what may overlap a day."""
    start, end = day_number(2011, 5, 4) * DAY_SECONDS, day_number(2011, 5, 5) * DAY_SECONDS

    def scan() -> list[int]:
        return [row for row, (low, high) in enumerate(spans) if low < end and high > start]

    yield "linear scan", None, seconds(scan, rounds), len(scan())
    made: list[Any] = []
    try:
        pandas: Any = importlib.import_module("pandas")
    except ImportError:
        print("pandas is not installed")
    else:
        built = seconds(lambda: made.append(pandas.DataFrame(spans, columns=["low", "high"])))
        frame = made.pop()
        yield "pandas filter", built, seconds(lambda: frame[(frame.low < end) & (frame.high > start)], rounds), len(
            frame[(frame.low < end) & (frame.high > start)]
        )
    try:
        intervaltree: Any = importlib.import_module("intervaltree")
    except ImportError:
        print("intervaltree is not installed")
    else:
        built = seconds(lambda: made.append(intervaltree.IntervalTree.from_tuples((*s, n) for n, s in enumerate(spans))))
        tree = made.pop()
        yield "intervaltree", built, seconds(lambda: tree.overlap(start, end), rounds), len(tree.overlap(start, end))


def merging(timelines: int, each: int) -> float:
    """The seconds that merging many timelines takes."""
    parts = [Timeline(entries=tuple(entries(each, seed)), source=f"article {seed}") for seed in range(timelines)]
    return seconds(lambda: Timeline.merge(parts))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--timelines", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    for what, size in memory(max(1, arguments.entries // 10)):
        print(f"{what:40}{size:8.0f} bytes an entry")
    made: list[Timeline] = []
    built = seconds(lambda: made.append(Timeline(entries=Packed.of(entries(arguments.entries, seed=1)))))
    tl = made.pop()
    print(f"{'generating and packing':40}{told(built):>12}")
    ask(tl, arguments.rounds)
    if arguments.timelines:
        each = arguments.entries // arguments.timelines
        print(f"{f'merge {arguments.timelines} timelines':40}{told(merging(arguments.timelines, each)):>12}")


def ask(tl: Timeline, rounds: int) -> None:
    """Print what each query takes, first with what it builds, then again."""
    queries: dict[str, Callable[[], Timeline]] = {
        "overlapping one day": lambda: tl.overlapping(DAY),
        "overlapping one day, certain": lambda: tl.overlapping(DAY, certain=True),
        "before 1910": lambda: tl.before("1910"),
        "before 1900-02": lambda: tl.before("1900-02"),
        "within a week": lambda: tl.within("2011-W18"),
        "starting on a day": lambda: tl.starting(DAY),
        "about one name of twenty": lambda: tl.about("Ana Silva"),
    }
    print(f"\n{'query':40}{'first time':>12}{'then':>12}{'answers':>10}{'each':>12}")
    for name, query in queries.items():
        first = seconds(query)
        then, count = seconds(query, rounds), len(query())
        print(f"{name:40}{told(first):>12}{told(then):>12}{count:>10}{told(then / max(1, count)):>12}")
    print(f"\n{'may overlap one day':40}{'building':>12}{'asking':>12}{'answers':>10}{'each':>12}")
    ours = seconds(lambda: tl.overlapping(DAY), rounds)
    print(f"{'timeline':40}{'':>12}{told(ours):>12}{len(tl.overlapping(DAY)):>10}")
    for way, built, asked, count in others(bounds(tl), rounds):
        shown = "" if built is None else told(built)
        print(f"{way:40}{shown:>12}{told(asked):>12}{count:>10}{told(asked / max(1, count)):>12}  {asked / ours:.1f} times")


if __name__ == "__main__":
    main()
