"""Finding entries by name: the forms that a name takes in a text, and an index of the words of all entries."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable

from timeline.errors import OptionError

WORD = re.compile(r"[^\W_]+")


def forms(name: str) -> tuple[str, ...]:
    """A name as texts repeat it: itself, the acronym of a longer name, the last word of a name of two.

    Raises `OptionError` for what has no word in it.

    >>> forms("Jake Sullivan"), forms("European Space Agency")
    (('Jake Sullivan', 'Sullivan'), ('European Space Agency', 'ESA'))
    """
    if not isinstance(name, str) or not WORD.search(name):
        raise OptionError(f"expected a name, got {name!r}")
    words = WORD.findall(name)
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return (name,)
    if len(words) == 2:
        return (name, words[1]) if words[1].isalpha() else (name,)
    return name, "".join(word[0] for word in words)


def names(name: str) -> Callable[[str], bool]:
    """Whether a text names somebody or something: the name as whole words in any case, a short form as it is written.

    >>> about = names("Jake Sullivan")
    >>> about("talks with JAKE SULLIVAN"), about("Sullivan's visit"), about("Jake Sullivans")
    (True, True, False)
    """
    whole, *short = (
        r"\s+".join(re.escape(part) for part in form.split()) for form in forms(name)
    )
    said = re.compile("|".join([rf"(?<!\w)(?i:{whole})(?!\w)", *(rf"(?<!\w){form}(?!\w)" for form in short)]))
    return lambda text: said.search(text) is not None


class WordIndex:
    """Which rows hold a word, in any case."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        """Reads the texts of all rows, in order."""
        found: dict[str, array[int]] = {}
        for number, texts in enumerate(rows):
            for word in {word for text in texts for word in WORD.findall(text.casefold())}:
                if word not in found:
                    found[word] = array("I")
                found[word].append(number)
        self._rows = found

    def naming(self, name: str) -> list[int]:
        """The rows that hold all words of a form of the name, ascending; those that name it are among them."""
        numbers: set[int] = set()
        for form in forms(name):
            holding = [self._rows.get(word, array("I")) for word in WORD.findall(form.casefold())]
            holding.sort(key=len)
            both = set(holding[0])
            for more in holding[1:]:
                both.intersection_update(more)
            numbers |= both
        return sorted(numbers)
