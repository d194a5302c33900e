"""How fast times are found: paired with dateparser.search on the same text in one run, and against the length of the text.

    python benchmarks/speed.py [ARTICLE ...] [--rounds 5]

Without files the seed articles are read.  The ratio is what counts; absolute figures belong to the machine.  The hostile texts
must grow with their length, not faster: the last column is the time for eight times the length over the time for one.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import timeline

SEEDS = Path(__file__).parent.parent / "seeds"
ANCHOR = "2023-09-18"
HOSTILE = ("1 ", "9", "monday ", "a ", "Monday, ", "from May to ", "the minister met on Friday and ")


def seconds(work: Callable[[], object]) -> float:
    """The seconds that some work takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(texts: list[str], rounds: int) -> tuple[float, float, list[float]]:
    """Characters a second of times-only extraction and of dateparser.search, and the ratio of each round."""
    import dateparser.search

    extractor = timeline.Extractor()
    length = sum(map(len, texts))
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(seconds(lambda: [extractor.times(text, anchor=ANCHOR) for text in texts]))
        theirs.append(seconds(lambda: [dateparser.search.search_dates(text, languages=["en"]) for text in texts]))
    ratios = [other / own for own, other in zip(ours[1:], theirs[1:], strict=True)]  # the first round warms up
    return length / statistics.median(ours[1:]), length / statistics.median(theirs[1:]), ratios


def growth(piece: str, length: int, work: Callable[[str], object]) -> float:
    """The time for eight times a length over the time for it, the best of three."""
    short, long = piece * (length // len(piece)), piece * (8 * length // len(piece))
    return min(seconds(lambda: work(long)) for _ in range(3)) / min(seconds(lambda: work(short)) for _ in range(3))


def texts_of(path: Path) -> list[str]:
    """The texts of a file: one, or one a line of a corpus."""
    content = path.read_text(encoding="utf-8")
    return [json.loads(line)["text"] for line in content.splitlines()] if path.suffix == ".jsonl" else [content]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, help="text files, or corpora as JSON lines with a text each")
    parser.add_argument("--rounds", type=int, default=5, help="paired runs after one to warm up")
    arguments = parser.parse_args()
    paths = arguments.articles or sorted(SEEDS.glob("*.txt"))
    texts = [text for path in paths for text in texts_of(path)]
    own, other, ratios = paired(texts, arguments.rounds + 1)
    print(f"{len(texts)} articles, {sum(map(len, texts))} characters, {arguments.rounds} paired runs")
    print(f"timeline.Extractor.times       {own / 1000:8.0f} kB/s")
    print(f"dateparser.search.search_dates {other / 1000:8.0f} kB/s")
    print(f"ratio {statistics.median(ratios):.1f} (min {min(ratios):.1f}, max {max(ratios):.1f})")
    extractor = timeline.Extractor()
    print("\ngrowth for eight times the length:    times   extract")
    for piece in ("\n\n".join(texts) + "\n\n", *HOSTILE):
        length = max(len(piece), 4_000)
        rows = [growth(piece, length, partial(work, anchor=ANCHOR)) for work in (extractor.times, extractor.extract)]
        print(f"{piece[:30].strip()!r:36} {rows[0]:6.1f}   {rows[1]:6.1f}")


if __name__ == "__main__":
    main()
