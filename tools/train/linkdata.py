"""What the ranker of links is trained and measured on: questions with their answers, read from outside the project."""

from __future__ import annotations

import importlib
import json
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from corpora import Row, rows

from timeline.dating.given import with_times
from timeline.languages import load
from timeline.languages.en.nouns import EVENT_NOUNS
from timeline.learned.ranking import Question
from timeline.linking.attach import question_about
from timeline.linking.mentions import ReadSentence, read_sentences
from timeline.linking.relations import relation_of
from timeline.texts.document import Document, read

PACK = load("en-US")
NEWSWIRE = ("timebank", "aquaint")
# AQUAINT holds two texts twice, under two names each: the twins share a fold.
TWINS = {"APW20000115.0209": "APW20000107.0088", "XIE19990313.0229": "XIE19990313.0031"}
NOMINAL = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "tions", "sions", "ments", "ings")


@frozen
class Example:
    """A question about a time, and the numbers of the events that it dates."""

    corpus: str
    document: str
    question: Question
    right: frozenset[int]

    @property
    def newswire(self) -> bool:
        """Whether it comes from the corpora that are measured, not from those that help."""
        return self.corpus in NEWSWIRE


# -- annotated links ---------------------------------------------------------------------------------------------------


def newswire_links(bench: Path) -> Iterator[Example]:
    """The times of TimeBank and AQUAINT with the events of their sentence that they date."""
    kept_out = set((bench / "data/keep_out_of_training.txt").read_text(encoding="utf-8").split())
    for corpus in NEWSWIRE:
        for document in _documents(bench, corpus):
            if document["id"] not in kept_out:
                yield from _annotated(bench, document, corpus)


def reference_links(bench: Path) -> Iterator[Example]:
    """The times of the Temporal Dependency Graphs with the events that refer to them."""
    for document in _documents(bench, "tdg_train"):
        yield from _annotated(bench, document, "tdg")


def _documents(bench: Path, corpus: str) -> Iterator[dict[str, Any]]:
    with (bench / "data" / f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _annotated(bench: Path, document: Mapping[str, Any], corpus: str) -> Iterator[Example]:
    if str(bench) not in sys.path:
        sys.path.append(str(bench))
    links = importlib.import_module("score_links")
    times, events, pairs, *_ = links.prepare(document, links.RELS)
    dated = {_span(times[time]): {_span(events[event]) for event in found} for time, found in pairs.items()}
    text = read(document["text"], None, PACK.spelling)
    for sentence in with_times(text, read_sentences(text, PACK, latent=True), [_span(time) for time in document["timexes"]]):
        inside = [event for event in map(_span, events) if sentence.sentence.start <= event[0] < sentence.sentence.end]
        places = {_place(sentence, event): event for event in sorted(inside)}
        for span, question in _questions(text, sentence, sorted(places)):
            gold = next((dated[time] for time in dated if time[0] < span[1] and span[0] < time[1]), set())
            right = frozenset(number for number, place in enumerate(question.events) if places[place] in gold)
            yield Example(corpus, document["id"], question, right)


def _span(mention: Mapping[str, Any]) -> tuple[int, int]:
    return mention["start"], mention["end"]


def _place(sentence: ReadSentence, span: tuple[int, int]) -> int:
    """The token that a span begins in."""
    return max(bisect_right([token.start for token in sentence.tokens], span[0]) - 1, 0)


def _questions(
    text: Document, sentence: ReadSentence, places: Sequence[int]
) -> Iterator[tuple[tuple[int, int], Question]]:
    """A question about each time of a sentence, with the span of the time."""
    if not sentence.mentions or not places:
        return
    built = evolve(sentence, syntax=PACK.analyse(sentence.tokens, sentence.time_places))
    for mention in built.mentions:
        signal = relation_of(built, mention, PACK.signals)[1]
        span = built.tokens[mention.first].start, built.tokens[mention.last].end
        yield span, question_about(built, mention, signal, places)


# -- links read off trees ----------------------------------------------------------------------------------------------


def tree_links(bench: Path) -> Iterator[Example]:
    """The times of UD English EWT with the verb or event noun that each hangs on in the tree."""
    for part in ("ud_ewt_train", "ud_ewt_dev"):
        for number, tree in enumerate(rows(bench / "data" / f"{part}.tsv.gz")):
            yield from _tree_questions(tree, f"{part} {number // 10}")


def _tree_questions(tree: list[Row], document: str) -> Iterator[Example]:
    text = read(" ".join(row[0] for row in tree), None, PACK.spelling)
    starts = [0]
    for row in tree[:-1]:
        starts.append(starts[-1] + len(row[0]) + 1)
    for sentence in read_sentences(text, PACK):
        words = [bisect_right(starts, token.start) - 1 for token in sentence.tokens]
        last = {word: place for place, word in enumerate(words)}
        events = {last[word]: word for word in _heads(tree) if word in last and last[word] not in sentence.time_places}
        for mention, (_, question) in zip(sentence.mentions, _questions(text, sentence, sorted(events))):
            inside = {words[place] for place in range(mention.first, mention.last + 1)}
            above = _above(tree, inside, set(events.values()))
            right = frozenset(number for number, place in enumerate(question.events) if events[place] == above)
            yield Example("ewt", document, question, right)


def _heads(tree: Sequence[Row]) -> Iterator[int]:
    """The words of a tree that can be events: verbs, predicates of a copula, and nouns that look like events."""
    copulas = {int(row[4]) - 1 for row in tree if row[5] == "cop"}
    for number, row in enumerate(tree):
        word = row[0].lower()
        nominal = word in EVENT_NOUNS or (len(word) > 6 and word.endswith(NOMINAL))
        if row[2] == "VERB" or number in copulas or (row[3] in ("NN", "NNS") and nominal):
            yield number


def _above(tree: Sequence[Row], words: set[int], events: set[int]) -> int | None:
    """The first event above some words in the tree."""
    node = next((word for word in sorted(words) if int(tree[word][4]) - 1 not in words), -1)
    for _ in tree:
        if node < 0 or node in events:
            break
        node = int(tree[node][4]) - 1
    return node if node in events else None
