"""How well and how fast parts of speech are tagged.

    python benchmarks/tagging.py BENCH

EWT test and the news part of GUM (test only) as their sources split words; words a second and load time of this machine.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Iterator
from pathlib import Path

from timeline.learned.tagging import Tagger, load


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The words of a treebank with their Penn tags, sentence by sentence."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[tuple[str, str]] = []
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 3:
                rows.append((cells[0], cells[3]))
            elif rows:
                yield rows
                rows = []
        if rows:
            yield rows


def accuracy(tagger: Tagger, path: Path) -> float:
    """The share of words with the right tag, in percent."""
    right = total = 0
    for sentence in sentences(path):
        tags = tagger.tag([word for word, _ in sentence])
        right += sum(tag == gold for tag, (_, gold) in zip(tags, sentence, strict=True))
        total += len(sentence)
    return 100 * right / total


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the directory with data/")
    data = parser.parse_args().bench / "data"
    start = time.perf_counter()
    tagger = load()
    print(f"load {time.perf_counter() - start:.3f} s")
    for name in ("ud_ewt_test", "ud_gum_news"):
        print(f"{name:12} {accuracy(tagger, data / f'{name}.tsv.gz'):.2f}")
    words = [[word for word, _ in sentence] for sentence in sentences(data / "ud_ewt_test.tsv.gz")]
    start = time.perf_counter()
    for sentence in words:
        tagger.tag(sentence)
    print(f"{sum(map(len, words)) / (time.perf_counter() - start):,.0f} words/s")


if __name__ == "__main__":
    main()
