"""How sentences are built: lemmas, noun chunks, and one analysis for all who ask."""

from __future__ import annotations

import pytest

from timeline.languages import load
from timeline.languages.en.lemmas import lemma
from timeline.texts.document import tokenize
from timeline.texts.syntax import Syntax

LEMMAS = (
    ("went", "VBD", "go"),
    ("has", "VBZ", "have"),
    ("hoping", "VBG", "hope"),
    ("planned", "VBN", "plan"),
    ("ratified", "VBD", "ratify"),
    ("watches", "VBZ", "watch"),
    ("crises", "NNS", "crisis"),
    ("cities", "NNS", "city"),
    ("policewomen", "NNS", "policewoman"),
    ("heavier", "JJR", "heavy"),
    ("biggest", "JJS", "big"),
    ("glass", "NN", "glass"),
)


@pytest.mark.parametrize("form, tag, base", LEMMAS)
def test_a_form_has_its_lemma(form: str, tag: str, base: str) -> None:
    """Irregular forms by the table, others by the rules of spelling."""
    assert lemma(form, tag) == base


def analysed(sentence: str, times: frozenset[int] = frozenset()) -> Syntax:
    """A sentence as the English pack builds it."""
    pack = load("en")
    return pack.analyse(tokenize(sentence, 0, len(sentence), pack.spelling), times)


def test_sequences_are_as_long_as_the_tokens() -> None:
    """Every token has its word, tag and lemma."""
    syntax = analysed("The minister, who hadn't been seen for weeks, didn't resign in May.", frozenset((15,)))
    assert len(syntax.words) == len(syntax.tags) == len(syntax.lemmas) == len(syntax.tokens)


def test_noun_chunks_end_with_their_heads() -> None:
    """Determiners and modifiers belong to the noun behind them."""
    syntax = analysed("The new foreign minister met two senior officials in Geneva.")
    chunks = [" ".join(syntax.words[chunk.first : chunk.head + 1]) for chunk in syntax.chunks]
    assert chunks == ["the new foreign minister", "two senior officials", "geneva"]


def test_a_time_is_no_verb() -> None:
    """What tells a time is masked and never tagged as a verb."""
    syntax = analysed("He may resign in May.", frozenset((4,)))
    assert syntax.words[4] == "#" and syntax.tags[4] == "NNP" and syntax.tags[1] == "MD"


GROUPS = (
    # sentence, and its verb groups: words, lemma, tag
    ("Talks have not yet been held.", ["have not yet been held: hold VBN"]),
    ("She is set to visit Oslo.", ["is set to visit: visit VB"]),
    ("They planned to reopen the mine.", ["planned: plan VBD", "reopen: reopen TO"]),
    ("Did the foreign minister resign?", ["Did the foreign minister resign: resign VB"]),
    ("He was at home.", ["was: be AUX"]),
    ("The tool shed reopens.", ["reopens: reopen VBZ"]),
    ("Sign and return the form.", ["Sign: sign IMP", "return: return IMP"]),
    ("The planned talks collapsed.", ["collapsed: collapse VBD"]),
    ("The man killed in the crash was a baker.", ["killed: kill VBN", "was: be AUX"]),
)


@pytest.mark.parametrize("sentence, groups", GROUPS)
def test_verbs_stand_with_their_auxiliaries(sentence: str, groups: list[str]) -> None:
    """A group runs from its first auxiliary to its verb."""
    syntax = analysed(sentence)
    forms = [token.form for token in syntax.tokens]
    shown = [f"{' '.join(forms[g.first : g.head + 1])}: {g.lemma} {g.tag}" for g in syntax.groups]
    assert shown == groups
