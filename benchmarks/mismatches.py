"""What is wrong with the time expressions found in a corpus: counts first, then every case with its surroundings."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from attrs import evolve, frozen
from figures import READINGS, UNSCORED, Bench
from predict import Options, extractor
from prediction import Prediction, parts
from splits import is_unseen

from timeline import Time

KINDS = ("missed", "spurious", "extent", "value", "type")
CONTEXT = 60
Document = Mapping[str, Any]
Timex = Mapping[str, Any]


@frozen
class Mismatch:
    """One difference between annotation and prediction; a side is None where it has nothing."""

    kind: str
    document: Document
    gold: Timex | None
    found: Timex | None

    @property
    def span(self) -> tuple[int, int]:
        """The annotated span, else the predicted one."""
        timex = self.gold or self.found
        assert timex is not None
        return timex["start"], timex["end"]

    def said(self, timex: Timex | None) -> str:
        """A side in words: text, type, value and modifier."""
        if timex is None:
            return "-"
        words = " ".join(self.document["text"][timex["start"] : timex["end"]].split())
        return " ".join([f"[{words}]", timex["type"], timex["value"], *([timex["mod"]] if timex.get("mod") else [])])

    @property
    def line(self) -> str:
        """The mismatch with its surroundings, in one line."""
        start, end = self.span
        text = self.document["text"]
        around = f"{text[max(0, start - CONTEXT) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}"
        sides = f"{self.said(self.gold)}  ->  {self.said(self.found)}"
        return f"{self.document['id']} ({_weekday(self.document)})  {self.kind}  {sides}   …{' '.join(around.split())}…"


def report(
    bench: Bench, corpus: str, kinds: Collection[str] = KINDS, limit: int | None = None, *, why: bool = False
) -> Iterator[str]:
    """The mismatches of the documents for tuning, as lines; the unseen ones stay unseen.

    With ``why`` a line ends with the rules that made the prediction and its reason.
    """
    options = evolve(READINGS[corpus], language=bench.language)
    lines = bench.predictions(corpus, options)
    documents = [document for document in bench.documents(corpus) if not is_unseen(document["id"])]
    found = [case for document in documents for case in mismatches(bench, document, lines[document["id"]])]
    annotated = sum(len(document["timexes"]) for document in documents)
    kinds = [kind for kind in kinds if kind not in UNSCORED.get(corpus, ())]
    yield f"{corpus}: {len(documents)} documents for tuning, {annotated} annotated times"
    for kind in kinds:
        cases = [case for case in found if case.kind == kind]
        yield f"\n{kind}: {len(cases)}"
        yield from (f"  {count:4} {what}" for what, count in Counter(map(_sort, cases)).most_common(12))
    for kind in kinds:
        yield ""
        for case in [case for case in found if case.kind == kind][:limit]:
            yield case.line + (f"   {derivation(case, options)}" if why else "")


def derivation(case: Mismatch, options: Options) -> str:
    """The rules and the reason of a predicted time, read once more from its document."""
    if case.found is None:
        return ""
    times = _read_again(case.document["id"], case.document["text"], case.document.get("dct"), options)
    span = case.found["start"], case.found["end"]
    return next((f"{' < '.join(t.rules)}: {t.reason}" for t in times if (t.start, t.end) == span), "")


@cache
def _read_again(ident: str, text: str, article: str | None, options: Options) -> list[Time]:
    tl = extractor(options).extract(text, anchor=article or None, source=ident)
    return [part for time in tl.times for part in parts(time)]


def mismatches(bench: Bench, document: Document, line: Prediction) -> Iterator[Mismatch]:
    """The differences in one document, the mentions paired as the scorer pairs them."""
    pairs, missed, spurious = bench.scorer("score_timex").pair(document["timexes"], line["timexes"])
    yield from (Mismatch("missed", document, gold, None) for gold in missed)
    yield from (Mismatch("spurious", document, None, found) for found in spurious)
    for gold, found in pairs:
        if (gold["start"], gold["end"]) != (found["start"], found["end"]):
            yield Mismatch("extent", document, gold, found)
        for kind in ("value", "type"):
            if gold[kind] != found[kind]:
                yield Mismatch(kind, document, gold, found)


def _sort(case: Mismatch) -> str:
    """The sort of a mismatch, by which the counts are kept."""
    if case.kind in ("missed", "spurious"):
        start, end = case.span
        return shape(" ".join(case.document["text"][start:end].lower().split()))
    assert case.gold is not None and case.found is not None
    if case.kind == "extent":
        before, after = case.found["start"] - case.gold["start"], case.found["end"] - case.gold["end"]
        left = "starts early" if before < 0 else "starts late" if before else ""
        right = "ends early" if after < 0 else "ends late" if after else ""
        return ", ".join(filter(None, (left, right)))
    if case.kind == "type":
        return f"{case.gold['type']} -> {case.found['type']}"
    return _value_sort(case.gold["value"], case.found["value"])


def _value_sort(gold: str, found: str) -> str:
    """The shapes of two values; where they are alike, in which field the values differ."""
    if shape(gold) != shape(found):
        return f"{shape(gold)} -> {shape(found)}"
    differ = [name for name, a, b in zip(("first", "second", "third"), gold.split("-"), found.split("-")) if a != b]
    return f"{shape(gold)}: another {' and '.join(differ)} field"


def shape(text: str) -> str:
    """A text with every digit as 0.

    >>> shape("1998-Q1")
    '0000-Q0'
    """
    return re.sub(r"\d", "0", text)


def _weekday(document: Document) -> str:
    """The article date with its weekday."""
    date = (document.get("dct") or "")[:10]
    return f"{date} {datetime.date.fromisoformat(date):%a}" if date else "no date"
