"""English sentences as a spaCy pipeline of the caller's sees them, in place of the tagger that comes with the package.

The pipeline gives tags, and noun chunks where it parses; lemmas, verb groups and everything after them are made as always.  It
reads our tokens, not its own.  spaCy itself is imported when a pipeline is given, never before.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from timeline.errors import ExtraError, OptionError
from timeline.languages.en.syntax import syntax_of
from timeline.languages.pack import Analyser
from timeline.texts.document import Token
from timeline.texts.syntax import Chunk, Syntax


def parsed_by(nlp: Any) -> Analyser:
    """The analyser that asks a spaCy pipeline for English.

    Raises `ExtraError` when spaCy is not installed, `OptionError` for what is no pipeline of English that gives tags.
    """
    try:
        doc = importlib.import_module("spacy.tokens").Doc
    except ImportError:
        raise ExtraError("nlp needs the package 'spacy' (the extra 'spacy' names it): pip install spacy") from None
    if getattr(nlp, "lang", None) != "en" or not hasattr(nlp, "vocab"):
        raise OptionError(f"nlp is {nlp!r}, expected a spaCy pipeline for English")
    no_tags = f"nlp is {nlp!r}, expected a pipeline with a tagger: it gives no fine-grained tags"
    if not nlp.pipe_names:
        raise OptionError(no_tags)  # told at once; others when the first sentence is analysed

    def analyse(tokens: Sequence[Token], times: frozenset[int]) -> Syntax:
        if not tokens:
            return Syntax()
        forms = [token.form for token in tokens]
        spaces = [not token.glued for token in tokens[1:]] + [False]
        said = nlp(doc(nlp.vocab, words=forms, spaces=spaces))
        tags = [word.tag_ for word in said]
        if not all(tags):
            raise OptionError(no_tags)
        chunks = _chunks(said) if said.has_annotation("DEP") else None
        return syntax_of(tokens, times, tags, chunks)

    return analyse


def _chunks(said: Any) -> list[Chunk]:
    """The noun chunks of a parse, each up to its head."""
    return [Chunk(chunk.start, chunk.root.i) for chunk in said.noun_chunks]
