"""Write what the library finds in a corpus, one JSON line a document.

    python predict.py CORPUS.jsonl [-o PRED.jsonl] [--domain news|narrative|notice] [--infer] [--gold times,events]
                      [--language en-US] [--ages] [--timelines TARGETS.jsonl] [--processes N]

CORPUS holds documents with "id", "text" and "dct" (the article date; without one, relative times stay unresolved).
--gold takes the document's own mention spans ("timexes", "events") as given instead of finding them.
--infer dates events that no time dates, and gives every event one reference time.
--ages also writes how old somebody is, which corpora in TimeML leave out.
--timelines writes, instead of one line a document, one a target: the events of an entity in order.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen
from prediction import Prediction, Span, prediction
from timelines import entity_timelines

import timeline
from timeline.calendar.conventions import Domain

Document = dict[str, Any]
MENTIONS = {"times": "timexes", "events": "events"}


@frozen(kw_only=True)
class Options:
    """How documents are read; ``gold`` names the mentions ("times", "events") that are given, ``ages`` are times too."""

    domain: Domain = "news"
    infer: bool = False
    gold: frozenset[str] = frozenset()
    language: str = "en"
    ages: bool = False


def read(path: Path) -> list[Document]:
    """The documents of a corpus."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(documents: Sequence[Document], options: Options, *, processes: int = 1) -> list[Prediction]:
    """What the library finds in each document, in order."""
    if processes == 1 or len(documents) < processes:
        return _predict(options, documents)
    # neighbours are alike in length, so that dealing them out one by one shares the work evenly
    hands = [documents[start::processes] for start in range(processes)]
    with ProcessPoolExecutor(processes) as pool:
        found = {line["id"]: line for lines in pool.map(partial(_predict, options), hands) for line in lines}
    return [found[document["id"]] for document in documents]


def _predict(options: Options, documents: Iterable[Document]) -> list[Prediction]:
    read = timelines(documents, options)
    return [prediction(ident, found, infer=options.infer, ages=options.ages) for ident, found in read.items()]


def timelines(documents: Iterable[Document], options: Options) -> dict[str, timeline.Timeline]:
    """The timeline of each document, by its id."""
    return timelines_with(extractor(options), documents, options)


def timelines_with(
    reader: timeline.Extractor, documents: Iterable[Document], options: Options
) -> dict[str, timeline.Timeline]:
    """The timeline that one reader gives of each document, by its id."""
    read = {}
    for document in documents:
        given = {name: spans(document[MENTIONS[name]]) for name in options.gold}
        anchor = document.get("dct") or None
        read[document["id"]] = reader.extract(document["text"], anchor=anchor, source=document["id"], **given)
    return read


def extractor(options: Options) -> timeline.Extractor:
    """The library under the options."""
    conventions = timeline.Conventions(domain=options.domain)
    return timeline.Extractor(language=options.language, infer=options.infer, conventions=conventions)


def spans(mentions: Iterable[Document]) -> list[Span]:
    """The spans of given mentions, in text order."""
    return sorted((mention["start"], mention["end"]) for mention in mentions)


def _mentions(text: str) -> frozenset[str]:
    names = frozenset(filter(None, text.split(",")))
    if not names <= MENTIONS.keys():
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of times, events")
    return names


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="file to write (default: standard output)")
    parser.add_argument("--domain", choices=("news", "narrative", "notice"), default="news")
    parser.add_argument("--infer", action="store_true")
    parser.add_argument("--gold", type=_mentions, default=frozenset(), metavar="times,events")
    parser.add_argument("--language", default="en")
    parser.add_argument("--timelines", type=Path, metavar="TARGETS", help='lines of {"set", "entity", "docs"}')
    parser.add_argument("--ages", action="store_true")
    parser.add_argument("--processes", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Run the command line."""
    arguments = _arguments()
    options = Options(
        domain=arguments.domain,
        infer=arguments.infer,
        gold=arguments.gold,
        language=arguments.language,
        ages=arguments.ages,
    )
    documents = read(arguments.corpus)
    lines = predict(documents, options, processes=arguments.processes)
    found: Sequence[object] = lines
    if arguments.timelines:
        found = entity_timelines(read(arguments.timelines), documents, lines)
    output = "".join(json.dumps(line) + "\n" for line in found)
    if arguments.output:
        arguments.output.write_text(output, encoding="utf-8")
    else:
        sys.stdout.write(output)


if __name__ == "__main__":
    main()
