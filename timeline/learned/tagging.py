"""Parts of speech, by the tags of the Penn treebank: an averaged perceptron, greedy from left to right.

What is known of a word by itself (its form, its ending, how it is written) is added up once and remembered; what
depends on the words around it and on the tags before it is looked up word by word.  Frequent words that have one tag
only are not weighed at all.  The weights are data, made by ``tools/train/tagger.py`` and decoded on first use.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from attrs import field, frozen

from timeline.learned import surroundings
from timeline.learned.surroundings import Rows, Surroundings
from timeline.learned.weights import sections, shipped

KIND = "tagger"  # of the weights file
NEUTRAL = 128  # the byte of a weight of zero: rows hold weights from -127 to 127 as bytes, which index and add fastest
EDGE, UNKNOWN = 0, 1  # numbers of what is no word: the edge of a sentence; a word that is not in the lexicon

# How the words of a sentence are written decides how much a capital tells.
PLAIN, FIRST, TITLE, CAPITALS = range(4)


class Form(NamedTuple):
    """A form of the lexicon: its number, how common it is (a logarithm), and the tags it can have."""

    number: int
    commonness: int
    tags: tuple[int, ...]


class Reading(NamedTuple):
    """A word as the tagger sees it: form, class of forms, possible tags, and the features that need no context."""

    number: int
    group: int
    tags: tuple[int, ...]
    features: tuple[str, ...]


@frozen(eq=False)
class Weighed:
    """A word with what it says of its neighbours, and its possible tags: where there are several, the weight that its own
    features give each, and what takes the weights of these tags out of a row of all."""

    number: int
    form: surroundings.Form
    class_: surroundings.Class
    tags: tuple[int, ...]
    weights: tuple[int, ...] = ()
    pick: Callable[[bytes], tuple[int, ...]] = tuple


@frozen
class Lexicon:
    """What is known of words: the tags of each form, those of other words by how they are written, and classes of words."""

    tags: tuple[str, ...]
    forms: Mapping[str, Form] = field(repr=False)
    others: Mapping[str, tuple[int, ...]] = field(repr=False)
    groups: Mapping[str, int] = field(repr=False)

    def reading(self, word: str, case: int) -> Reading:
        """How a word can be read in a sentence that is written like that."""
        look = shape(word)
        known = self._known(word, look, case)
        if not known:
            tags = self.others.get(look, self.others[""])
            group = self.groups.get(f"{look} {word[-2:].lower()}", 0)
            return Reading(UNKNOWN, group, tags, tuple(_spelling(word, look, case, None)))
        form = max(known, key=lambda name: (self.forms[name].commonness, name))
        found = {tag for name in known for tag in self.forms[name].tags}
        if word not in self.forms and look[0] == "X" and len(look) > 1:
            found.update(self.others["name"])
        tags = tuple(sorted(found))
        group = self.groups.get(" ".join(map(str, tags)), 0)
        features = tuple(_spelling(word, look, case, form)) if len(tags) > 1 else ()
        return Reading(self.forms[form].number, group, tags, features)

    def _known(self, word: str, look: str, case: int) -> list[str]:
        """The forms of the lexicon that a word can be: one where its writing tells, several where it does not."""
        lower = word.lower()
        writings = (word, lower, lower.capitalize(), word.upper())
        known = [form for form in dict.fromkeys(writings) if form in self.forms]
        if case == PLAIN or look[0] != "X":
            return known[:1]
        return [form for form in known if form in writings[:3]] or known


@frozen
class Tagger:
    """Gives the words of a sentence their parts of speech."""

    lexicon: Lexicon
    spelling: Mapping[str, bytes] = field(repr=False)
    context: Surroundings = field(repr=False)
    _weigh: Callable[[str, int], Weighed] = field(init=False, repr=False, eq=False)
    _edge: Weighed = field(init=False, repr=False, eq=False)
    _last_two: tuple[Rows, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_weigh", lru_cache(maxsize=1 << 14)(self._weighed))
        object.__setattr__(self, "_edge", Weighed(EDGE, self.context.form(EDGE), self.context.class_(0), ()))
        object.__setattr__(self, "_last_two", self.context.by_last_two(len(self.lexicon.tags) + 1))

    def tag(self, words: Sequence[str]) -> list[str]:
        """The tags of the words of one sentence.

        >>> load().tag("Talks were held in Geneva on Monday .".split())
        ['NNS', 'VBD', 'VBN', 'IN', 'NNP', 'IN', 'NNP', '.']
        """
        edge = self._edge
        known = [edge, edge, *[self._weigh(word, case) for word, case in written(words)], edge, edge]
        second = last = len(self.lexicon.tags)
        tags = []
        for window in zip(known, known[1:], known[2:], known[3:], known[4:]):
            word = window[2]
            choice = word.tags[0]
            if word.weights:
                rows = self._rows(window, last, second)
                scores = list(map(sum, zip(word.weights, *map(word.pick, rows))))
                choice = word.tags[scores.index(max(scores))]
            tags.append(choice)
            second, last = last, choice
        names = self.lexicon.tags
        return [names[tag] for tag in tags]

    def _rows(self, window: tuple[Weighed, Weighed, Weighed, Weighed, Weighed], last: int, second: int) -> list[bytes]:
        """The rows of all features of a word's context, as `context_keys` names them; the word is the middle one of five."""
        earlier, before, word, after, later = window
        form, class_, next_ = word.form, word.class_, after.class_
        found = (
            self._last_two[last].get(second),
            before.form.after,
            after.form.before,
            earlier.form.two_after,
            later.form.two_before,
            next_.before_by_last.get(last),
            form.by_last.get(last),
            class_.by_last.get(last),
            next_.before_by_later_class.get(later.class_.number),
            class_.by_next_class.get(next_.number),
            before.form.by_following.get(word.number),
            form.by_next.get(after.number),
            form.by_next_class.get(next_.number),
        )
        return list(filter(None, found))

    def _weighed(self, word: str, case: int) -> Weighed:
        number, group, tags, features = self.lexicon.reading(word, case)
        form, class_ = self.context.form(number), self.context.class_(group)
        if len(tags) == 1:
            return Weighed(number, form, class_, tags)
        rows = [row for feature in features if (row := self.spelling.get(feature)) is not None]
        weights = tuple(sum(row[tag] for row in rows) for tag in tags)
        return Weighed(number, form, class_, tags, weights, itemgetter(*tags))


def context_keys(numbers: Sequence[int], groups: Sequence[int], tags: Sequence[int], place: int) -> tuple[int, ...]:
    """The features of a word's context, as numbers: kind, then up to three of words (16 bits), classes (12) and tags (6).

    ``numbers`` has two edges at both ends, ``groups`` at its end; ``tags`` begins with two edges and ends with the tag before.
    """
    earlier, before, word, after, later = numbers[place : place + 5]
    group, next_group, later_group = groups[place : place + 3]
    second, last = tags[place], tags[place + 1]
    return (
        1 << 40 | last << 6 | second,
        2 << 40 | before,
        3 << 40 | after,
        4 << 40 | earlier,
        5 << 40 | later,
        6 << 40 | next_group << 6 | last,
        7 << 40 | word << 6 | last,
        8 << 40 | group << 6 | last,
        9 << 40 | next_group << 12 | later_group,
        10 << 40 | group << 12 | next_group,
        11 << 40 | before << 16 | word,
        12 << 40 | word << 16 | after,
        13 << 40 | word << 12 | next_group,
    )


def written(words: Sequence[str]) -> list[tuple[str, int]]:
    """The words with how each is written; straight quotes are told apart, opening from closing.

    >>> written(["Talks", "ended", "."])
    [('Talks', 1), ('ended', 0), ('.', 0)]
    """
    case = _case(words)
    if '"' in words or "'" in words:
        words = _paired(words)
    if case != PLAIN:
        return [(word, case) for word in words]
    pairs = [(word, PLAIN) for word in words]
    for place, word in enumerate(words):
        pairs[place] = word, FIRST
        if word[:1].isalnum():
            break
    return pairs


def _case(words: Sequence[str]) -> int:
    """Whether a sentence is written like prose, like a title, or in capitals."""
    capitals = [word for word in words if word[:1].isupper()]
    if 2 * len(capitals) < len(words):
        return PLAIN
    longer = [word for word in words if len(word) > 1 and word[0].isalpha()]
    if len(longer) >= 3 and 4 * sum(map(str.isupper, longer)) >= 3 * len(longer):
        return CAPITALS
    longer = [word for word in longer if len(word) > 3]
    if len(longer) >= 3 and 5 * sum(word[0].isupper() for word in longer) >= 4 * len(longer):
        return TITLE
    return PLAIN


def _paired(words: Sequence[str]) -> list[str]:
    """Straight quotes by turns as opening and closing; one that follows an s may be an apostrophe."""
    opened = {'"': False, "'": False}
    paired = list(words)
    for place, word in enumerate(words):
        if word == '"':
            paired[place] = "''" if opened[word] else "``"
        elif word == "'" and not opened[word]:
            if place and words[place - 1][-1:] in "sS":
                continue
            paired[place] = "`"
        elif word != "'":
            continue
        opened[word] = not opened[word]
    return paired


def shape(word: str) -> str:
    """How a word is written: X and x for capitals and small letters, d for figures, p for marks.

    >>> [shape(word) for word in ("Moscow", "UN", "U.S.", "talks", "2023", "3rd", "iPhone", "?")]
    ['Xx', 'XX', 'X.', 'x', 'd4', 'da', 'xX', 'p']
    """
    if word.isalpha():
        if word.islower():
            return "x"
        if word.isupper():
            return "XX" if len(word) > 1 else "X"
        return "Xx" if word[:1].isupper() and word[1:].islower() else "xX"
    if word.isdigit():
        return f"d{min(len(word), 5)}"
    if len(word) > 3 and ("@" in word or "://" in word or word[:4].lower() == "www."):
        return "@"
    return _mixed_shape(word)


def _mixed_shape(word: str) -> str:
    letters = any(map(str.isalpha, word))
    if any(map(str.isdigit, word)):
        return ("da" if letters else "d.") if word[0].isdigit() else "ad" if letters else "pd"
    if not letters:
        return "p"
    return "x." if word.islower() else "X." if word.isupper() else "Xx." if word[0].isupper() else "xX."


def _spelling(word: str, look: str, case: int, form: str | None) -> Iterable[str]:
    """The features of a word by itself: which form it is, how it is written, how it begins and ends."""
    yield f"{look} {case}"
    if form is not None:
        yield f"={form}"
        yield f"={form} {look}"
    if look[0] not in "xX":
        yield f"{look} {word}" if len(word) < 4 else look
        return
    lower = word.lower()
    writing = look[:2] + "1" if case == FIRST else look[:2]
    for length in range(1, min(len(lower), 5) + 1):
        yield f"-{lower[-length:]} {writing}"
    yield f"{lower[:3]}- {writing}"
    if form is None:
        yield f"?{look}"
        yield f"?{lower[-2:]}"
        yield f"?{lower[-3:]}"


@lru_cache(maxsize=4)
def load(language: str = "en") -> Tagger:
    """The tagger of a language, decoded from its weights file on first use.

    >>> load() is load()
    True
    """
    return decode(shipped(f"{language}-tagger"))


def decode(content: bytes) -> Tagger:
    """The tagger that the bytes of a weights file hold.

    Raises `WeightsError` where they are of another kind or version, cut short or changed.
    """
    return _tagger(*sections(content, KIND))


def _tagger(
    tags: bytes,
    sets: bytes,
    forms: bytes,
    form_sets: bytes,
    commonness: bytes,
    others: bytes,
    groups: bytes,
    keys: bytes,
    rows: bytes,
) -> Tagger:
    """The tagger of a file's sections; lists are lines, numbers are decimal, keys of contexts are differences."""
    names = tuple(tags.decode().split())
    choices = [tuple(map(int, line.split())) for line in sets.decode().split("\n")]
    listed = zip(forms.decode().split("\n"), commonness, map(int, form_sets.split()))
    lexicon = Lexicon(
        names,
        {
            form: Form(number, common, choices[choice])
            for number, (form, common, choice) in enumerate(listed, UNKNOWN + 1)
        },
        {look: choices[int(choice)] for look, choice in (line.split("\t") for line in others.decode().split("\n"))},
        {group: number for number, group in enumerate(groups.decode().split("\n"), 1)},
    )
    features, contexts = keys.decode().split("\n\n")
    spelling = features.split("\n")
    width = len(names)
    own = width * len(spelling)
    table = (rows[start : start + width] for start in range(0, own, width))
    return Tagger(
        lexicon,
        dict(zip(spelling, table)),
        Surroundings(array("Q", accumulate(map(int, contexts.split()))), rows[own:], width),
    )
