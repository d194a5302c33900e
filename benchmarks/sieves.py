"""How often each sieve of the links proposes an event, how often it is right, and what stays wrong.

Of the documents for tuning only, with mentions given; the ranker is the one that has not seen the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any

from attrs import frozen
from figures import GIVEN, Bench
from folds import timelines_unseen
from predict import Options
from splits import is_unseen

from timeline import Link, Timeline

Span = tuple[int, int]
NOTHING = "no event"


@frozen
class Case:
    """A time that was annotated with events, and the link that was found first for it."""

    document: dict[str, Any]
    time: Span
    gold: tuple[Span, ...]
    found: Link | None

    @property
    def by(self) -> str:
        """The sieve that proposed the event."""
        return self.found.by if self.found is not None else NOTHING

    @property
    def right(self) -> bool:
        """Whether the event is one of those annotated."""
        return self.found is not None and any(_touches(_span(self.found.event), event) for event in self.gold)

    @property
    def sort(self) -> str:
        """How a wrong event stands to the annotated one."""
        if self.found is None:
            return "no event"
        got, gold = _span(self.found.event), min(self.gold, key=lambda event: abs(event[0] - self.time[0]))
        inner, outer = sorted((got, gold))
        text = self.document["text"][inner[1] : outer[0]]
        apart = "next to each other" if len(text.split()) <= 3 else "further apart"
        side = "same side" if (got < self.time) == (gold < self.time) else "other side"
        nearer = "nearer" if abs(got[0] - self.time[0]) < abs(gold[0] - self.time[0]) else "further"
        return f"{side}, {nearer} than the annotated event, {apart}"

    @property
    def line(self) -> str:
        """The case with its surroundings, in one line."""
        text = self.document["text"]
        start, end = self.time
        around = f"{text[max(0, start - 90) : start]}[{text[start:end]}]{text[end : end + 70]}"
        gold = ", ".join(text[first:last] for first, last in self.gold)
        got = NOTHING if self.found is None else self.found.event.text
        return f"{self.document['id']}  {self.by}  {gold}  ->  {got}   …{' '.join(around.split())}…"


def report(bench: Bench, corpus: str, limit: int | None = None) -> Iterator[str]:
    """The sieves of one corpus with their precision, then the wrong links, counted by sort and listed."""
    found = list(cases(bench, corpus))
    proposed, right = Counter(case.by for case in found), Counter(case.by for case in found if case.right)
    yield f"{corpus}: {len(found)} annotated times in the documents for tuning, {100 * right.total() / len(found):.1f} right"
    for name, count in proposed.most_common():
        yield f"  {count:5} {100 * right[name] / count:6.1f}  {name}"
    wrong = [case for case in found if not case.right]
    yield f"\nwrong: {len(wrong)}"
    yield from (f"  {count:5}  {sort}" for sort, count in Counter(case.sort for case in wrong).most_common())
    yield ""
    yield from (case.line for case in wrong[:limit])


def cases(bench: Bench, corpus: str) -> Iterator[Case]:
    """The annotated times of the documents for tuning, each with its first link."""
    kept = [d for d in bench.documents(corpus) if not is_unseen(d["id"]) and d["id"] not in bench.held_out()]
    read = timelines_unseen(bench.directory, kept, Options(gold=GIVEN, language=bench.language))
    for document in kept:
        yield from _cases(bench, document, read[document["id"]])


def _cases(bench: Bench, document: dict[str, Any], tl: Timeline) -> Iterator[Case]:
    links = bench.scorer("score_links")
    times, events, pairs, *_ = links.prepare(document, links.RELS)
    for time, dated in pairs.items():
        span = times[time]["start"], times[time]["end"]
        gold = tuple(sorted((events[event]["start"], events[event]["end"]) for event in dated))
        yield Case(document, span, gold, _first(tl.links, span))


def _first(links: Collection[Link], span: Span) -> Link | None:
    return next((link for link in links if _touches(_span(link.time), span)), None)


def _span(mention: Any) -> Span:
    return mention.start, mention.end


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
