"""A spaCy pipeline of the caller's in place of the tagger: the same interface, nothing imported before it is asked for."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

import pytest

import timeline
from timeline.errors import ExtraError, OptionError

SPACY = importlib.util.find_spec("spacy") is not None
TAGS = {"talks": "NNS", "were": "VBD", "held": "VBN", "in": "IN", "oslo": "NNP", "on": "IN", "friday": "NNP", ".": "."}


def tagging(tags: dict[str, str]) -> Any:
    """A pipeline that tags words as it is told, without any model."""
    spacy = importlib.import_module("spacy")

    class Told:
        """Sets the tag of each word."""

        def __call__(self, doc: Any) -> Any:
            for word in doc:
                word.tag_ = tags.get(word.lower_, "")
            return doc

    spacy.Language.factory("told", func=lambda nlp, name: Told())
    nlp = spacy.blank("en")
    nlp.add_pipe("told")
    return nlp


@pytest.mark.skipif(SPACY, reason="spaCy is installed")
def test_without_spacy_one_is_told_what_to_install() -> None:
    """The option names the extra."""
    with pytest.raises(ExtraError, match="spacy"):
        timeline.Extractor(nlp=lambda text: text)


@pytest.mark.skipif(not SPACY, reason="spaCy is not installed")
def test_the_tags_of_a_pipeline_are_used() -> None:
    """What the pipeline calls a verb is one, and is no event where it calls it a noun."""
    text = "Talks were held in Oslo on Friday."
    tl = timeline.Extractor(nlp=tagging(TAGS)).extract(text, anchor="2023-09-18")
    assert [(entry.event and entry.event.text, str(entry.when)) for entry in tl] == [("Talks", "2023-09-15")]
    other = timeline.Extractor(nlp=tagging({**TAGS, "held": "NNP", "talks": "NNP"})).extract(text, anchor="2023-09-18")
    assert "held" not in [event.text for event in other.events]


@pytest.mark.skipif(not SPACY, reason="spaCy is not installed")
@pytest.mark.parametrize("nlp", [print, object()])
def test_what_is_no_english_pipeline_is_refused(nlp: Any) -> None:
    """The caller's mistake is told at once."""
    with pytest.raises(OptionError):
        timeline.Extractor(nlp=nlp)


@pytest.mark.skipif(not SPACY, reason="spaCy is not installed")
def test_a_pipeline_without_tags_is_refused() -> None:
    """A tokenizer alone cannot stand in for the tagger."""
    with pytest.raises(OptionError, match="tagger"):
        timeline.Extractor(nlp=importlib.import_module("spacy").blank("en")).extract("He left.", anchor="2023-09-18")


def test_without_undated_events_the_rows_are_the_same() -> None:
    """What carries a time does not depend on the sentences that tell none."""
    text = "The mill burned down on 5 May 2021. Nobody was hurt. It reopened a year later, and the owners celebrated."
    whole = timeline.extract(text, anchor="2023-09-18")
    fast = timeline.Extractor(undated=False).extract(text, anchor="2023-09-18")
    assert fast.entries == whole.entries
    assert {e.label for e in fast.undated} < {e.label for e in whole.undated}
