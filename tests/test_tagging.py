"""The part-of-speech tagger: the same tags every time, weights read late, damage told plainly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.errors import WeightsError
from timeline.learned.tagging import decode, load

SENTENCES = (
    ("The minister resigned on Friday .", "DT NN VBD IN NNP ."),
    ("She has not been seen in Paris .", "PRP VBZ RB VBN VBN IN NNP ."),
    ("They will meet again in May .", "PRP MD VB RB IN NNP ."),
    ("He may march to the bank .", "PRP MD VB IN DT NN ."),
)


@pytest.mark.parametrize("words, tags", SENTENCES)
def test_words_get_their_tags(words: str, tags: str) -> None:
    """Short plain sentences are tagged as anybody would."""
    assert load().tag(words.split()) == tags.split()


def test_tagging_twice_gives_the_same() -> None:
    """What was tagged before leaves no trace."""
    words = "Talks on the march resumed after the vote .".split()
    first = load().tag(words)
    load().tag("An unrelated sentence with march and may .".split())
    assert load().tag(words) == first


def test_no_words_have_no_tags() -> None:
    """An empty sentence is no error."""
    assert load().tag([]) == []


@pytest.mark.parametrize("content", [b"", b"something else", b"\x00" * 64])
def test_other_bytes_are_refused(content: bytes) -> None:
    """What is no weights file of this version raises one clear error."""
    with pytest.raises(WeightsError):
        decode(content)


def test_importing_the_module_reads_no_weights() -> None:
    """The file is decoded on first use."""
    script = "import timeline.learned.tagging as t; assert t.load.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", script], check=True)
