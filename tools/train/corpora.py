"""The tagged sentences that the tagger is trained and measured on, read from outside the project."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

Sentence = list[tuple[str, str]]  # words and tags
Row = list[str]  # the columns of a word

# What the tagger of the newswire gets wrong by rule, or tags by another convention than EWT's.
MENDED = {("--", ":"): ",", ("---", ":"): ","}
HYPHEN_TAGS = frozenset(("HYPH", "SYM", ",", ":"))
FIGURES = re.compile(r"\d[\d,.:/]*$")
FIGURE_TAGS = frozenset(("NN", "NNS", "NNP", "JJ", "VB", "VBP", "FW"))

# A word that is split in the corpus and is one word to the library, with the tag of its first half.
JOINED = frozenset(
    "can not, gon na, wan na, got ta, do nt, did nt, does nt, is nt, was nt, wo nt, ca nt, could nt, would nt, "
    "should nt, have nt, has nt, had nt, are nt, were nt".split(", ")
)
PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]|_")
HYPHENS = frozenset("-‐‑")


def rows(path: Path) -> Iterator[list[Row]]:
    """The sentences of a gzipped table, a word a line, a blank line between sentences."""
    sentence: list[Row] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) > 1:
                sentence.append(columns)
            elif sentence:
                yield sentence
                sentence = []
    if sentence:
        yield sentence


def treebank(bench: Path, name: str) -> list[Sentence]:
    """The sentences of a part of UD English EWT, or of another treebank in its columns."""
    return [[(row[0], row[3]) for row in sentence] for sentence in rows(bench / "data" / f"{name}.tsv.gz")]


def newswire(bench: Path) -> list[Sentence]:
    """The newswire with the tags that a tagger gave it, each sentence once, its regular mistakes mended."""
    found: dict[tuple[tuple[str, str], ...], None] = {}
    for sentence in rows(bench / "data" / "news_silver_tagged.tsv.gz"):
        words = tuple((row[0], mended(row[0], row[1])) for row in sentence if row[0].strip())
        if len(words) > 1:
            found[words] = None
    return [list(words) for words in found]


def mended(word: str, tag: str) -> str:
    """The tag of a word of the newswire, made to agree with EWT's."""
    if word == "-" and tag not in HYPHEN_TAGS:
        return "HYPH"
    if word.lower() == "cannot":
        return "MD"
    if tag in FIGURE_TAGS and FIGURES.match(word):
        return "CD"
    return MENDED.get((word, tag), tag)


def held_out(bench: Path) -> set[str]:
    """The texts, letters only, that no training may see."""
    import json

    data = bench / "data"
    names = set((data / "keep_out_of_training.txt").read_text(encoding="utf-8").split())
    with (data / "timebank.jsonl").open(encoding="utf-8") as lines:
        return {letters(document["text"]) for document in map(json.loads, lines) if document["id"] in names}


def letters(text: str) -> str:
    """A text without anything but its letters and figures, to compare across tokenisations."""
    return re.sub(r"\W", "", text.lower())


def without(sentences: Iterable[Sentence], texts: set[str]) -> list[Sentence]:
    """The sentences that do not stand in any of the texts; short ones, which stand anywhere, are kept."""
    kept = []
    for sentence in sentences:
        plain = letters("".join(word for word, _ in sentence))
        if len(plain) < 25 or not any(plain in text for text in texts):
            kept.append(sentence)
    return kept


def retokenised(sentence: Sequence[tuple[str, str]]) -> Sentence:
    """A sentence cut as the library cuts: at hyphens and between marks; what it does not split is joined.

    >>> retokenised([("co-workers", "NNS"), ("can", "MD"), ("not", "RB"), ("wait", "VB"), ("!!", ".")])
    [('co', 'AFX'), ('-', 'HYPH'), ('workers', 'NNS'), ('cannot', 'MD'), ('wait', 'VB'), ('!', '.'), ('!', '.')]
    """
    cut: Sentence = []
    for word, tag in sentence:
        if cut and f"{cut[-1][0]} {word}".lower() in JOINED:
            cut[-1] = cut[-1][0] + word, cut[-1][1]
        elif len(word) > 1 and not any(map(str.isalnum, word)):
            cut += [(mark, tag) for mark in word] if set(word) != {"'"} and set(word) != {"`"} else [(word, tag)]
        elif HYPHENS & set(word[1:-1]) and tag != "ADD":
            cut += _at_hyphens(word, tag)
        else:
            cut.append((word, tag))
    return cut


def _at_hyphens(word: str, tag: str) -> Sentence:
    parts = PARTS.findall(word)
    if len(parts) > 7:
        return [(word, tag)]
    cut: Sentence = []
    for place, part in enumerate(parts):
        if part in HYPHENS:
            cut.append((part, "HYPH"))
        elif part.isdigit():
            cut.append((part, "CD"))
        elif place < len(parts) - 1 and tag not in ("NNP", "NNPS"):
            cut.append((part, "AFX"))
        else:
            cut.append((part, "NNP" if tag == "NNPS" and place < len(parts) - 1 else tag))
    return cut
