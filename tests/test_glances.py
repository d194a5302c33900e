"""What the words of a sentence show of its tense at a glance, and when they leave a doubt."""

from __future__ import annotations

import pytest

from timeline import Extractor
from timeline.languages.en.glances import glance
from timeline.texts.document import tokenize
from timeline.texts.stops import Orthography


def past(text: str) -> str | None:
    """The word that shows a sentence to tell of its Friday as past."""
    tokens = tokenize(text, 0, len(text), Orthography())
    words = [token.form.lower() for token in tokens]
    return glance(tokens, words, words.index("friday"))


@pytest.mark.parametrize(
    ("text", "shown"),
    (
        ("The minister resigned on Friday.", "resigned"),
        ("The rain fell on Friday, and the river rose.", "fell"),
        ("The accord signed on Friday was short.", "signed"),
        ("It is an old house, officials said on Friday.", "said"),
        ("On Friday the board met in its new hall.", "met"),
    ),
)
def test_a_plain_past_needs_no_analysis(text: str, shown: str) -> None:
    """The word that shows it is the last one before the time, else the first behind it."""
    assert past(text) == shown


@pytest.mark.parametrize(
    "text",
    (
        "She said they would leave on Friday.",
        "She said the court meets on Friday.",
        "The bridge, which was closed in June, reopens on Friday.",
        "He said the concert is on Friday.",
        "Officials said she is to arrive on Friday.",
        "The union, which met in March, plans to strike on Friday.",
        "Doors were open; submit your entry by Friday.",
        "The talks, he said, are expected on Friday.",
        "Limited seats for Friday.",
        "The bank is now closed between Friday and Monday.",
        "She said they want an answer by Friday.",
        "Tell us what you saw on Friday.",
        "Friday: doors at seven.",
    ),
)
def test_whatever_may_look_ahead_is_analysed(text: str) -> None:
    """A word of the future anywhere, a present right before the time, an order, or no past at all."""
    assert past(text) is None


def test_the_words_that_showed_it_are_told() -> None:
    """A reason names the word that decided, and without that word the answer is another."""
    times = Extractor().times
    (time,) = times("Shops closed on Friday.", anchor="2023-09-18")
    assert (time.value, time.reason) == ("2023-09-15", 'the latest up to the anchor 2023-09-18: past, shown by "closed"')
    (other,) = times("Shops close on Friday.", anchor="2023-09-18")
    assert other.value == "2023-09-22"
