"""The part-of-speech tagger: the same tags every time, weights read late, damage told plainly."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.errors import WeightsError
from timeline.learned.tagging import context_keys, decode, load, written

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


def test_what_is_kept_with_the_words_are_the_features_of_the_context() -> None:
    """The rows that a word is weighed by are those of the features that training names, and no others."""
    tagger = load()
    pairs = written("The minister who resigned in May will march to the bank , officials said .".split())
    edge = tagger._edge
    known = [edge, edge, *(tagger._weigh(*pair) for pair in pairs), edge, edge]
    numbers, groups = [word.number for word in known], [word.class_.number for word in known[2:]]
    tags = [tagger.lexicon.tags.index(tag) for tag in ["DT", "NN"] * 8]
    rows = dict(zip(tagger.context._keys, range(0, len(tagger.context._rows), tagger.context._width), strict=True))
    for place in range(len(pairs)):
        found = [rows[key] for key in context_keys(numbers, groups, tags, place) if key in rows]
        expected = [tagger.context._rows[start : start + tagger.context._width] for start in found]
        last, second = tags[place + 1], tags[place]
        window = known[place], known[place + 1], known[place + 2], known[place + 3], known[place + 4]
        assert tagger._rows(window, last, second) == expected
