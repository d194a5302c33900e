"""What is known of a sentence before its events are looked for: tags, lemmas, verb groups, noun chunks.

A language pack makes it once for a sentence (`timeline.languages.pack.Pack.analyse`); finding events, attaching times
and telling rows all look at the same one.  Tags are those of the Penn treebank.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from timeline.texts.document import Token


@frozen(kw_only=True)
class VerbGroup:
    """A verb with its auxiliaries: token numbers, both ends included.

    ``tag`` is VBD, VBZ, VBP, VB, VBN or VBG as in the treebank, TO for an infinitive, IMP for an imperative, AUX for a form of
    be, have or do without a verb after it.
    """

    first: int
    head: int
    lemma: str
    tag: str
    auxiliaries: tuple[str, ...] = ()
    negated: bool = False
    prospective: str | None = None  # "set to", "plans to": the words that turn it to the future


class Chunk(NamedTuple):
    """A noun with the words before it that belong to it, by token number: "the | new | minister"."""

    first: int
    head: int


class ClauseSpan(NamedTuple):
    """A clause by token number: its first token and the one after its last, the word of its verb, the words of its subject.

    ``holders`` are the numbers of the clauses that it stands in, itself first; ``finite`` tells a clause that could be
    a sentence of its own.
    """

    start: int
    end: int
    head: int
    subject: tuple[int, ...]
    holders: tuple[int, ...]
    finite: bool


@frozen(kw_only=True)
class Syntax:
    """A sentence as it is built; all sequences are as long as ``tokens``, and numbers are token numbers.

    ``words`` are in small letters, with "#" in place of those that tell times; ``times`` are their numbers.
    """

    tokens: tuple[Token, ...] = ()
    words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    groups: tuple[VerbGroup, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    times: frozenset[int] = frozenset()
