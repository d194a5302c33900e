"""Score the library on every corpus that goes with a scorer, and print one table.

    python accuracy.py BENCH [--only timex,events,links,event_time,timelines] [--language en-US] [--markdown] [--json FILE]
    python accuracy.py BENCH --gold-through
    python accuracy.py BENCH --errors timebank [--kinds missed,value] [--limit N] [--why]
    python accuracy.py BENCH --sieves timebank [--limit N]

BENCH is the directory of the scorers and their data/.  Figures are per cent; "unseen" are those of the quarter of the
documents that is never looked at (see splits.py), or of the corpus's own development part.
--gold-through feeds the annotations through the same chain instead of the library: every figure must be 100.
--errors lists what is wrong with the time expressions of one corpus, of the documents for tuning only; --sieves how often
each sieve of the links proposes an event and is right there, and which links are wrong.
"""

from __future__ import annotations

import argparse
import signal
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import sieves
from attrs import asdict
from figures import NEWS, READINGS, TASKS, Bench, Row, rows
from mismatches import KINDS, report
from results_file import write

COMMAND = "python benchmarks/accuracy.py BENCH --json benchmarks/results/accuracy.json"
HEADINGS = ("task", "corpus", "measure", "whole", "unseen")


def plain(table: Sequence[Row]) -> Iterator[str]:
    """The table in aligned columns, a blank line between tasks."""
    cells = [HEADINGS, *(_cells(row) for row in table)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    task = None
    for line in cells:
        if task not in (None, HEADINGS[0], line[0]):
            yield ""
        task = line[0]
        words = [cell.ljust(width) for cell, width in zip(line[:3], widths)]
        numbers = [cell.rjust(width) for cell, width in zip(line[3:], widths[3:])]
        yield "  ".join(words + numbers).rstrip()


def markdown(table: Sequence[Row]) -> Iterator[str]:
    """The table in Markdown."""
    yield f"| {' | '.join(HEADINGS)} |"
    yield "|---|---|---|---:|---:|"
    for row in table:
        yield f"| {' | '.join(_cells(row))} |"


def _cells(row: Row) -> tuple[str, ...]:
    numbers = ("-" if number is None else f"{number:.1f}" for number in (row.whole, row.unseen))
    return row.task, row.corpus, row.measure, *numbers


def short_of_100(table: Sequence[Row]) -> Iterator[str]:
    """What the annotations themselves do not reach, with the reason."""
    reasons = {
        "events": "a few annotated events have no tense, aspect or polarity; a record has one always",
        "event_time": "a bound beside the article date is written as the article's day; one month was closed on the 31st",
    }
    wrong = [row for row in table if row.whole != 100 or row.unseen not in (None, 100)]
    for row in wrong:
        reason = reasons.get(row.task, "NOT EXPECTED")
        yield f"not 100: {row.corpus}, {row.measure} {row.whole:.2f}: {reason}"
    yield f"{len(table) - len(wrong)} of {len(table)} figures are 100"


def _some_of(choices: Collection[str]) -> Callable[[str], list[str]]:
    """A reader of an argument that lists some of the choices."""

    def read(text: str) -> list[str]:
        names = [name for name in text.split(",") if name]
        if not set(names) <= set(choices):
            raise argparse.ArgumentTypeError(f"{text!r} is not a list of {', '.join(choices)}")
        return names

    return read


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--only", type=_some_of(TASKS), default=list(TASKS), metavar=",".join(TASKS))
    parser.add_argument("--language", default="en-US")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--gold-through", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--errors", choices=list(READINGS))
    parser.add_argument("--sieves", choices=NEWS)
    parser.add_argument("--kinds", type=_some_of(KINDS), default=list(KINDS), metavar=",".join(KINDS))
    parser.add_argument("--limit", type=int, help="with --errors: at most so many of each kind")
    parser.add_argument(
        "--why", action="store_true", help="with --errors: add the rules and the reason of what was found"
    )
    return parser.parse_args()


def main() -> None:
    """Run the command line."""
    arguments = _arguments()
    bench = Bench(
        directory=arguments.bench.resolve(),
        language=arguments.language,
        processes=arguments.processes,
        gold_through=arguments.gold_through,
    )
    if arguments.errors:
        print("\n".join(report(bench, arguments.errors, arguments.kinds, arguments.limit, why=arguments.why)))
        return
    if arguments.sieves:
        print("\n".join(sieves.report(bench, arguments.sieves, arguments.limit)))
        return
    table = list(rows(bench, arguments.only))
    print("\n".join((markdown if arguments.markdown else plain)(table)))
    if arguments.gold_through:
        print("\n" + "\n".join(short_of_100(table)))
    if arguments.json:
        write(arguments.json, COMMAND, map(asdict, table))


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # so that "| head" ends quietly
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    main()
