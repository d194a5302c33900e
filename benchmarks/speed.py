"""How fast times are found: beside other libraries in one run, against the length of the text, and at the start.

    python benchmarks/speed.py [ARTICLE ...] [--rounds 5] [--only pairs growth start] [--spacy PACKAGE]

Without files the seed articles are read.  Ratios are what counts; absolute figures belong to the machine, and to what else
it is doing.  The libraries read all articles by turns, so that all see the same machine, and processor time is counted.

``pairs``   characters a second, and how many times as fast as each of the others, in the median of the rounds
``growth``  the time for 200 kB of the articles over that for 20 kB; then texts made to slow a reader down, over the time that
            as much of the articles takes
``start``   importing, making an extractor, and the first call, each in processes of their own
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import timeline

SEEDS = Path(__file__).parent.parent / "seeds"
ANCHOR = "2023-09-18"
HOSTILE = (
    ("'1 ' * 20000", "1 " * 20_000),
    ("'9' * 50000", "9" * 50_000),
    ("'monday ' * 5000", "monday " * 5_000),
    ("'a ' * 50000", "a " * 50_000),
    ("'Monday, ' * 5000", "Monday, " * 5_000),
    ("'from May to ' * 4000", "from May to " * 4_000),
    ("'the minister met on Friday and ' * 1500", "the minister met on Friday and " * 1_500),
)
START = """
import time
begin = time.process_time()
import timeline
imported = time.process_time()
extractor = timeline.Extractor()
made = time.process_time()
extractor.{work}("The ministers met on Friday for three hours.", anchor="2023-09-18")
first = time.process_time()
print(imported - begin, made - imported, first - made)
"""

Work = Callable[[str], object]


def ours() -> Work:
    """Times-only extraction."""
    return partial(timeline.Extractor().times, anchor=ANCHOR)


def listed(*, infer: bool = False) -> Work:
    """The rows of a timeline: what is dated, with its times, events and links."""
    return partial(timeline.Extractor(infer=infer).extract, anchor=ANCHOR)


def whole() -> Work:
    """All of a timeline, also the events that no time dates, which are found when somebody asks for them."""
    extractor = timeline.Extractor()

    def ask(text: str) -> object:
        tl = extractor.extract(text, anchor=ANCHOR)
        return len(tl.hidden), len(tl.events)

    return ask


def dateparser_search() -> Work:
    """What most people use to find dates in a text."""
    import dateparser.search

    return lambda text: dateparser.search.search_dates(text, languages=["en"])


OTHERS: dict[str, Callable[[], Work]] = {"dateparser.search.search_dates": dateparser_search}


def seconds(work: Work, text: str) -> float:
    """The processor time that some work on a text takes, once."""
    start = time.process_time()
    work(text)
    return time.process_time() - start


def pairs(texts: list[str], rounds: int, others: dict[str, Work]) -> None:
    """Print the speed of each library on the texts, and how many times as fast times-only extraction is."""
    own_works = {"timeline.Extractor.times": ours(), "timeline.Extractor.extract": listed(), "and all that is hidden": whole()}
    works = {**own_works, **others}
    for work in works.values():
        work(texts[0])  # what is loaded and compiled at the first call is told under "start"
    spent: dict[str, list[float]] = {name: [0.0] * rounds for name in works}
    for number in range(rounds):
        for name, work in works.items():
            spent[name][number] = sum(seconds(work, text) for text in texts)
    own = spent["timeline.Extractor.times"]
    length = sum(map(len, texts))
    print(f"{len(texts)} articles, {length} characters, {rounds} rounds")
    for name, each in spent.items():
        ratios = [other / mine for other, mine in zip(each, own, strict=True)]
        told = f"times is {statistics.median(ratios):.1f} times as fast (min {min(ratios):.1f}, max {max(ratios):.1f})"
        print(f"{name:32}{length / statistics.median(each) / 1000:8.0f} kB/s   {told if each is not own else ''}".rstrip())


def beside_spacy(texts: list[str], rounds: int, package: str) -> None:
    """Print the words a second of extraction beside those of a spaCy pipeline cut down to its tagger and parser."""
    nlp = importlib.import_module(package).load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    works: dict[str, Work] = {
        "Extractor().extract": listed(),
        "and all that is hidden": whole(),
        "Extractor(infer=True).extract": listed(infer=True),
    }
    works[f"spaCy {'+'.join(nlp.pipe_names)}"] = nlp
    spent: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            spent[name].append(sum(seconds(work, text) for text in texts))
    words = sum(len(text.split()) for text in texts)
    *_, theirs = spent.values()
    print(f"{package} {nlp.meta['version']} ({nlp.meta.get('description', '').strip().splitlines()[0]}), {words} words")
    for name, each in spent.items():
        ratios = [other / mine for other, mine in zip(theirs[1:], each[1:], strict=True)]  # the first round warms up
        told = f"{statistics.median(ratios):5.1f} times as fast as spaCy"
        print(f"{name:34}{words / statistics.median(each[1:]):10,.0f} words/s   {told}")


def of_length(texts: list[str], length: int) -> str:
    """So many characters of the articles, one after the other and over again."""
    joined = "\n\n".join(texts) + "\n\n"
    return (joined * (length // len(joined) + 1))[:length]


def growth(texts: list[str]) -> None:
    """Print how the time grows with the length of the articles, and what hostile texts take."""
    print(f"{'the best of three':42}{'times':>10}{'extract':>10}")
    works = (ours(), whole())

    def row(name: str, long: str, short: str, unit: str = " times as long") -> None:
        ratios = [min(seconds(work, long) for _ in range(3)) / min(seconds(work, short) for _ in range(3)) for work in works]
        print(f"{name:42}" + "".join(f"{ratio:10.1f}" for ratio in ratios) + unit)

    short = of_length(texts, 20_000)
    row("200 kB of the articles over 20 kB", short * 10, short)
    row("1 MB of the articles over 20 kB", short * 50, short)
    for name, text in HOSTILE:
        row(name, text, of_length(texts, len(text)), " times as long as so much of the articles")


def start(rounds: int) -> None:
    """Print what a process spends before its first result."""
    for work in ("times", "extract"):
        runs = [
            subprocess.run([sys.executable, "-c", START.format(work=work)], capture_output=True, text=True, check=True)
            for _ in range(rounds)
        ]
        columns = zip(*([1000 * float(value) for value in run.stdout.split()] for run in runs), strict=True)
        imported, made, first = (min(column) for column in columns)
        print(f"import {imported:.0f} ms, Extractor() {made:.0f} ms, first call of {work} {first:.0f} ms")


def texts_of(path: Path) -> list[str]:
    """The texts of a file: one, or one a line of a corpus."""
    content = path.read_text(encoding="utf-8")
    return [json.loads(line)["text"] for line in content.splitlines()] if path.suffix == ".jsonl" else [content]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, help="text files, or corpora as JSON lines with a text each")
    parser.add_argument("--rounds", type=int, default=5, help="paired runs")
    parser.add_argument("--only", nargs="+", choices=("pairs", "growth", "start"), help="these parts")
    parser.add_argument("--spacy", metavar="PACKAGE", help="also beside the tagger and parser of this spaCy model")
    arguments = parser.parse_args()
    paths = arguments.articles or sorted(SEEDS.glob("*.txt"))
    texts = [text for path in paths for text in texts_of(path)]
    parts = arguments.only or ("pairs", "growth", "start")
    if "pairs" in parts:
        pairs(texts, arguments.rounds, {name: make() for name, make in OTHERS.items()})
    if "growth" in parts:
        growth(texts)
    if "start" in parts:
        start(arguments.rounds)
    if arguments.spacy:
        beside_spacy(texts, arguments.rounds, arguments.spacy)


if __name__ == "__main__":
    main()
