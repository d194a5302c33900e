"""No text makes reading slow: time grows with the length of a text, whatever is written in it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import evolve

import timeline
from timeline.extractor import Markup
from timeline.texts.document import PIECE, Token, read
from timeline.texts.stops import Orthography
from timeline.texts.syntax import Syntax

SEEDS = Path(__file__).parent.parent / "seeds"

SHORT, TIMES = 1_000, 8
# A quadratic reader takes 64 times as long for a text 8 times as long, a linear one 8 times; what lies between is noise.
ALLOWED = 3 * TIMES
# Below this many seconds a clock says nothing.
NOISE = 0.05

MARKS = (
    "1/",
    "1-",
    "12:",
    "1,",
    "1 ",
    "9",
    "- ",
    "-\n",
    "| ",
    "\n",
    "\n\n",
    " ",
    "\t",
    "'",
    '"',
    "(",
    "((a) ",
    ".",
    ". ",
    "@",
)
TAGS = ("<", "<a ", "<!--", "<p>", "&", "&#", "&amp")
WORDS = (
    "on ",
    "of the ",
    "and ",
    "Monday to ",
    "Monday, ",
    "monday ",
    "a ",
    "May ",
    "the first ",
    "two ",
    "two hundred ",
    "3 days before ",
)
PARTS = ("a.", "A. ", "Mr. ", "n't", "’", "half past ", "from ", "http://", "\u00a0", "\u2013", "\u0301", "x" * 50)


def seconds(text: str, markup: Markup) -> float:
    """The processor time that extracting takes."""
    started = time.process_time()
    timeline.extract(text, anchor="2023-09-18", markup=markup)
    return time.process_time() - started


def linear(piece: str, markup: Markup) -> bool:
    """Whether much of a piece takes no more time for each character than a little of it, at best of three."""
    short = (piece * SHORT)[:SHORT]
    # a pattern that fails at the very end tries again from every place before it, if it can
    return any(seconds(short * TIMES + "x", markup) < ALLOWED * seconds(short + "x", markup) + NOISE for _ in range(3))


@pytest.mark.parametrize("piece", (*MARKS, *WORDS, *PARTS), ids=ascii)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """Eight times as much of the same takes about eight times as long."""
    assert linear(piece, None)


@pytest.mark.parametrize("piece", (*TAGS, " ", "\n", "Monday "), ids=ascii)
def test_time_grows_with_the_length_of_the_page(piece: str) -> None:
    """So it does in HTML, whole or broken."""
    assert linear(piece, "html")


@pytest.mark.parametrize("article", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_times_alone_are_those_of_the_timeline(article: Path) -> None:
    """What times-only extraction leaves out changes no time."""
    text = article.read_text(encoding="utf-8")
    extractor = timeline.Extractor()
    assert extractor.times(text, anchor="2023-09-18") == extractor.extract(text, anchor="2023-09-18").times


def analysed(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many sentences are analysed when only times are asked for."""
    extractor = timeline.Extractor()
    seen: list[object] = []

    def analyse(tokens: Sequence[Token], times: frozenset[int]) -> Syntax:
        seen.append(tokens)
        return whole.analyse(tokens, times)

    whole = extractor.pack
    monkeypatch.setattr(extractor, "pack", evolve(whole, analyse=analyse))
    extractor.times(text, anchor="2023-09-18")
    return len(seen)


@pytest.mark.parametrize(
    ("text", "sentences"),
    (
        ("He came yesterday. She has worked here for three weeks. They met in 1999.", 0),
        ("It rained in Wales. Nobody saw the flood come, and nobody was hurt.", 0),
        ("He left in 1999. He came on Friday. It was so for three weeks.", 0),
        ("He left in 1999. He comes on Friday. It has been so for three weeks.", 1),
        ("The board met in May. It will meet again in August. In March it was dissolved.", 1),
    ),
)
def test_only_what_needs_its_tense_is_analysed(text: str, sentences: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tagging costs more than finding times, so a sentence is tagged only where the value of a time hangs on its tense."""
    assert analysed(text, monkeypatch) == sentences


@pytest.mark.parametrize("piece", ("he said that ", "Monday ", "On 3 May 2020 he left; ", "the talks of "), ids=ascii)
def test_what_is_longer_than_a_sentence_is_read_in_pieces(piece: str) -> None:
    """What compares all words of a sentence with each other is bounded, and nothing of the text is lost."""
    text = piece * 500
    sentences = read(text, None, Orthography()).sentences
    assert max(sentence.end - sentence.start for sentence in sentences) <= PIECE
    assert " ".join(text[sentence.start : sentence.end] for sentence in sentences) == text.strip()


def test_a_long_sentence_is_read_as_one() -> None:
    """A list of three times the length of a piece is still a sentence."""
    assert len(read("They met, " * (3 * PIECE // 10) + "and left.", None, Orthography()).sentences) == 1


def test_the_commonest_words_have_no_sentence_read() -> None:
    """What stands in every second sentence is no word without which no time is said."""
    words = timeline.Extractor().pack.triggers.words
    common = "the a of and to in is was are were be been has have had will would he she it they we who which but not when"
    assert words.isdisjoint(common.split())
