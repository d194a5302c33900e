"""Which of the events of a sentence a time dates, where no rule tells: a linear model adds up what speaks for each.

The features are a language's (`timeline.languages.pack.Pack.link_features`), the weights data, made by
``tools/train/links.py`` and read on first use.  A feature's name begins with the letter of its group, so that the evidence
for an answer can be told in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from attrs import field, frozen

from timeline.deferred import Deferred
from timeline.learned.linear import Scorer, rows, scorer
from timeline.learned.weights import shipped
from timeline.texts.syntax import Syntax


@frozen(kw_only=True)
class Question:
    """A time in its sentence, and the events that it may date, all by token number.

    ``start`` is the first token of the time or of its signal, ``first`` and ``last`` are those of the time itself; ``kind``
    is the class of its meaning, ``others`` are the first and last tokens of the other times.
    """

    syntax: Syntax
    start: int
    first: int
    last: int
    kind: str
    events: tuple[int, ...]
    others: tuple[tuple[int, int], ...] = ()

    @property
    def signal(self) -> str:
        """The words that stand before the time and show its relation."""
        return " ".join(self.syntax.words[self.start : self.first])

    def between(self, event: int) -> tuple[int, int]:
        """The tokens between an event and the time: the first, and the one after the last."""
        return (event + 1, self.start) if event < self.first else (self.last + 1, event)


# The features that speak for or against each event of a question.
LinkFeatures = Callable[[Question], list[list[str]]]


@frozen
class Answer:
    """The number of the event that is most likely dated, of the one that comes next, by how much, and what spoke for it."""

    best: int
    second: int | None = None
    lead: int = 0
    evidence: Sequence[str] = ()


@frozen
class Ranker:
    """Ranks the events of a question by the sum of the weights of their features."""

    features: LinkFeatures
    model: Scorer = field(repr=False)

    def answer(self, question: Question) -> Answer:
        """The event that a time most likely dates, the first of equals, and what decided."""
        if len(question.events) == 1:
            return Answer(0)
        scores = [self.model.score(names) for names in self.features(question)]
        order = sorted(range(len(scores)), key=lambda number: (-scores[number], number))
        best, second = order[:2]
        evidence = Deferred(lambda: self._evidence(question, best, second))
        return Answer(best, second, scores[best] - scores[second], evidence)

    def _evidence(self, question: Question, best: int, second: int) -> tuple[str, ...]:
        """The groups of features that put the best event before the next one, the strongest first, in words."""
        found = self.features(question)
        gained = dict.fromkeys(GROUPS, 0)
        for name in found[best]:
            gained[name[0]] += self.model.weights.get(name, 0)
        for name in found[second]:
            gained[name[0]] -= self.model.weights.get(name, 0)
        strongest = sorted((group for group in gained if gained[group] > 0), key=lambda group: -gained[group])[:2]
        return tuple(GROUPS[group](question, best) for group in strongest)


def _quoted(question: Question, start: int, end: int) -> str:
    return " ".join(token.form for token in question.syntax.tokens[start:end])


def _told_path(question: Question, number: int) -> str:
    start, end = question.between(question.events[number])
    return f'the words between, "{_quoted(question, start, end)}"' if start < end else "no words between"


def _told_signal(question: Question, number: int) -> str:
    if question.start == question.first:
        return "no signal before the time"
    return f'the signal "{_quoted(question, question.start, question.first)}"'


def _told_word(question: Question, number: int) -> str:
    return f'the word "{question.syntax.tokens[question.events[number]].form}"'


def _told_beside(question: Question, number: int) -> str:
    event = question.events[number]
    return f'the words around it, "{_quoted(question, max(0, event - 1), event + 2)}"'


def _told_order(question: Question, number: int) -> str:
    event, side = question.events[number], "before" if question.events[number] < question.first else "behind"
    place = f"number {number + 1} of the {len(question.events)} events of the sentence"
    return f'the place of "{_quoted(question, event, event + 1)}", {side} the time, {place}'


def _told_time(question: Question, number: int) -> str:
    return f'where the time stands, "{_quoted(question, max(0, question.start - 1), question.last + 2)}"'


# The groups of features, by the letter that their names begin with, and how each is told.
GROUPS: dict[str, Callable[[Question, int], str]] = {
    "p": _told_path,
    "s": _told_signal,
    "w": _told_word,
    "b": _told_beside,
    "o": _told_order,
    "t": _told_time,
}


@lru_cache(maxsize=4)
def load(language: str, features: LinkFeatures) -> Ranker:
    """The ranker of a language, its weights read on first use."""
    return Ranker(features, scorer(rows(shipped(f"{language}-links"))[0]))
