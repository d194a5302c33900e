"""The query language: ``during 2023-09 and about 'Wang Yi' and not planned``.

A text is parsed strictly, into small records, and these are answered by the same predicates as the methods of a timeline:

    query    = part ("or" part)*
    part     = factor ("and" factor)*
    factor   = "not" factor | "(" query ")" | question
    question = ["certainly"] ("before" | "after" | "during" | "overlapping" | "within" | "on" | "starting" | "ending") TIME
             | ["certainly"] "between" TIME "and" TIME
             | "about" NAME | "mentioning" NAME | "class" NAME | "factuality" NAME | "source" NAME
             | "planned" | "negated" | "ongoing" | "durations" | "recurring" | "unresolved" | "undated" | "references"

A TIME is an EDTF string, a NAME a word, or several in quotes; the words in quotes above are understood in any case.
Answers are three-valued: "not" turns what must hold into what cannot, and the other way round (Kleene's strong logic).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn, Protocol, TypeVar

from attrs import frozen

from timeline.asking.kinds import KINDS, Predicate, from_source, mentioning, of_class, of_factuality
from timeline.asking.periods import period, stretch, unit
from timeline.calendar.bounds import QUESTIONS
from timeline.calendar.values import When
from timeline.entries.entry import FACTUALITIES, Entry
from timeline.entries.names import names
from timeline.errors import OptionError, PeriodError, QueryError

TIME_WORDS = {**{name: name for name in QUESTIONS}, "during": "overlapping", "on": "overlapping", "between": "within"}
NAME_WORDS = ("about", "mentioning", "class", "factuality", "source")
HIDDEN_WORDS = frozenset(("undated", "references", "mentioning"))  # they reach entries that are not listed
DEPTH = 50
Argument = TypeVar("Argument")
_TOKEN = re.compile(
    r"""\s*(?:(?P<quoted>'[^']*'|"[^"]*"|“[^”]*”|‘[^’]*’)|(?P<mark>[()])|(?P<word>[^\s()'"“‘]+)|(?P<wrong>\S))"""
)


class Token(NamedTuple):
    """A word, a quoted string or a bracket of a query, and the column (from 1) that it starts in."""

    text: str
    column: int
    quoted: bool = False

    @property
    def word(self) -> str:
        """The word of the language that it may be, empty in quotes."""
        return "" if self.quoted else self.text.lower()


class Answers(NamedTuple):
    """The numbers of the entries that may, and of those that must, answer."""

    may: frozenset[int]
    must: frozenset[int]


class Rows(Protocol):
    """What a query is put to: entries by number, found by time through their index."""

    rows: Sequence[Entry]

    def find(self, name: str, asked: When, *, certain: bool) -> frozenset[int]:
        """The rows that may (or must) answer a question of `timeline.calendar.bounds`."""


@frozen
class TimeQuestion:
    """A question of `timeline.calendar.bounds` about a period."""

    name: str
    asked: When
    certainly: bool = False

    def answers(self, rows: Rows) -> Answers:
        """The rows that answer it; asked for certainly, the others do not answer at all."""
        must = rows.find(self.name, self.asked, certain=True)
        return Answers(must if self.certainly else rows.find(self.name, self.asked, certain=False), must)


@frozen
class Kind:
    """A question that every entry answers with yes or no."""

    holds: Callable[[Entry], bool]

    def answers(self, rows: Rows) -> Answers:
        """The rows that it holds of."""
        found = frozenset(number for number, entry in enumerate(rows.rows) if self.holds(entry))
        return Answers(found, found)


@frozen
class Not:
    """What does not hold."""

    query: Query

    def answers(self, rows: Rows) -> Answers:
        """What need not hold may fail to, what cannot hold must."""
        inner, whole = self.query.answers(rows), frozenset(range(len(rows.rows)))
        return Answers(whole - inner.must, whole - inner.may)


@frozen
class Both:
    """All of several queries, or, with ``any``, one at least."""

    queries: tuple[Query, ...]
    any: bool = False

    def answers(self, rows: Rows) -> Answers:
        """The rows that answer all, or any."""
        found = [query.answers(rows) for query in self.queries]
        join = frozenset.union if self.any else frozenset.intersection
        return Answers(join(*(a.may for a in found)), join(*(a.must for a in found)))


Query = TimeQuestion | Kind | Not | Both


@frozen
class Parsed:
    """A query, and whether it reaches entries that are not listed by default."""

    query: Query
    hidden: bool


def parse(text: str) -> Parsed:
    """The query that a text says.

    Raises `QueryError`, which points at the column, for any other text.

    >>> parse("before 2023 or soon")
    Traceback (most recent call last):
    ...
    timeline.errors.QueryError: column 16: there is no question 'soon'; to look for the word: mentioning soon
      before 2023 or soon
                     ^
    """
    if not isinstance(text, str):
        raise QueryError(f"expected a query, got {text!r}")
    parser = _Parser(text)
    query = parser.either(0)
    if parser.here is not None:
        parser.fail("expected 'and', 'or' or the end; several words that belong together stand in quotes")
    return Parsed(query, any(token.word in HIDDEN_WORDS for token in parser.tokens))


class _Parser:
    """A text on the way to a query, read from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.place = 0
        for match in _TOKEN.finditer(text):
            kind = str(match.lastgroup)
            said = match[kind][1:-1] if kind == "quoted" else match[kind]
            self.tokens.append(Token(said, match.start(kind) + 1, kind == "quoted"))
            if kind == "wrong":
                self.place = len(self.tokens) - 1
                self.fail("this quote is not closed")

    @property
    def here(self) -> Token | None:
        """The next token, None at the end."""
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def fail(self, problem: str) -> NoReturn:
        """Refuses the text at the next token."""
        column = len(self.text) + 1 if self.here is None else self.here.column
        shown = "".join(char if char.isprintable() else " " for char in self.text)
        raise QueryError(f"column {column}: {problem}\n  {shown}\n  {' ' * (column - 1)}^")

    def accept(self, *words: str) -> str | None:
        """The next token if it is one of these words."""
        if self.here is None or self.here.word not in words:
            return None
        self.place += 1
        return self.tokens[self.place - 1].word

    def either(self, depth: int) -> Query:
        """Queries joined by "or"."""
        parts = [self.both(depth)]
        while self.accept("or"):
            parts.append(self.both(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts), any=True)

    def both(self, depth: int) -> Query:
        """Queries joined by "and"."""
        parts = [self.factor(depth)]
        while self.accept("and"):
            parts.append(self.factor(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def factor(self, depth: int) -> Query:
        """A question, a negated one, or a query in brackets."""
        if depth > DEPTH:
            self.fail("this is nested too deeply")
        if self.accept("not"):
            return Not(self.factor(depth + 1))
        if self.accept("("):
            inner = self.either(depth + 1)
            if not self.accept(")"):
                self.fail("expected ')'")
            return inner
        return self.question()

    def question(self) -> Query:
        """One question with its argument."""
        certainly = self.accept("certainly") is not None
        if word := self.accept(*TIME_WORDS):
            return self.time_question(word, certainly)
        if certainly:
            self.fail("expected a question about a time after 'certainly', such as 'before'")
        if word := self.accept(*KINDS):
            return Kind(KINDS[word])
        if word := self.accept(*NAME_WORDS):
            return self.name_question(word)
        said = None if self.here is None else self.here.text
        self.fail("expected a question" if said is None else f"there is no question {said!r}{_meant(said)}")

    def time_question(self, word: str, certainly: bool) -> Query:
        """A question with one time, or with two."""
        reader: Callable[[str], When] = unit if word == "on" else period
        if word != "between":
            return TimeQuestion(TIME_WORDS[word], self.argument(reader, "a date in EDTF"), certainly)
        first = self.argument(period, "a date in EDTF")
        if not self.accept("and"):
            self.fail("expected 'and' and a second date after 'between'")
        return TimeQuestion("within", self.argument(lambda last: stretch(first, last), "a date in EDTF"), certainly)

    def name_question(self, word: str) -> Query:
        """A question with a name or word."""
        if word == "about":
            named = self.argument(names, "a name")
            return Kind(lambda entry: any(map(named, entry.said)))
        readers: dict[str, Callable[[str], Predicate]] = {
            "mentioning": mentioning,
            "class": of_class,
            "factuality": of_factuality,
            "source": from_source,
        }
        return Kind(self.argument(readers[word], "a word"))

    def argument(self, reader: Callable[[str], Argument], what: str) -> Argument:
        """The next token, read by a function that refuses what it cannot read."""
        token = self.here
        if token is None or token.word in ("and", "or", "(", ")"):
            self.fail(f"expected {what}")
        try:
            value = reader(token.text)
        except (PeriodError, OptionError) as error:
            self.fail(str(error))
        self.place += 1
        return value


def _meant(word: str) -> str:
    """A question after the word of the language that was probably meant; where none is like it, how a word is looked for."""
    if word.casefold() in FACTUALITIES:
        return f"; did you mean 'factuality {word.casefold()}'?"
    near = difflib.get_close_matches(word.casefold(), [*TIME_WORDS, *NAME_WORDS, *KINDS, "certainly"], n=1, cutoff=0.75)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; to look for the word: mentioning {word}" if word.isalpha() else ""
