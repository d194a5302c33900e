"""What speaks for an English event being dated by a time: the words between, the signal, the word itself, its place."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.en.nouns import SUBORDINATORS
from timeline.languages.en.verbs import verb_class
from timeline.learned.ranking import Question

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
LIMITS = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 99)  # distances in words are told apart up to these
MARKS = {",": ",", ";": ":", ":": ":", "–": ":", "-": ":", "(": "(", ")": "(", "[": "(", "]": "(", '"': "q"}
SYMBOLS = {
    **dict.fromkeys(FINITE, "V"), "VBN": "n", "VBG": "g", "VB": "v", "TO": "t", "''": "q", "``": "q", "CC": "C",
    **dict.fromkeys(("WDT", "WP", "WP$", "WRB"), "W"),
    **dict.fromkeys(("NN", "NNS", "NNP", "NNPS", "CD", "$", "PRP", "EX"), "N"),
}  # fmt: skip
CLAUSES = SUBORDINATORS | {"since", "after", "before", "until"}
ONCE = frozenset("NVTO")  # symbols of which a row counts as one


def features(question: Question) -> list[list[str]]:
    """The names of the features of each event of a question; `timeline.learned.ranking` adds up their weights."""
    symbols = [_symbol(question, place) for place in range(len(question.syntax.words))]
    surroundings = _surroundings(question)
    return [_features(question, number, symbols, surroundings) for number in range(len(question.events))]


def _symbol(question: Question, place: int) -> str:
    """The part that a word plays in the path from an event to a time, empty for one that plays none."""
    word, tag = question.syntax.words[place], question.syntax.tags[place]
    if word == "#":
        return "T"
    if word in MARKS:
        return MARKS[word] if tag != "HYPH" else ""
    if tag == "IN":
        return "S" if word in CLAUSES else "O" if word == "of" else "P"
    return SYMBOLS.get(tag, "")


def _path(symbols: Sequence[str], start: int, end: int) -> str:
    path = ""
    for symbol in symbols[start:end]:
        if symbol and not (symbol in ONCE and path[-1:] == symbol):
            path += symbol
    return path


def _sort(tag: str) -> str:
    return "V" if tag[0] == "V" or tag == "MD" else "N" if tag[0] == "N" else "O"


def _surroundings(question: Question) -> list[str]:
    """What is true of the time itself, whichever event it dates."""
    words, tags = question.syntax.words, question.syntax.tags
    before = tags[question.start - 1] if question.start else "^"
    after = question.last + 1
    signal = question.signal or ("none," if before in (",", "^") else "none")
    opens = not any(word[0].isalnum() for word in words[: question.start])
    ends = not any(word[0].isalnum() for word in words[after:])
    return [
        f"s{signal}",
        f"tkind {question.kind}",
        f"tnext {words[after] if after < len(words) else '$'}",
        f"tnext tag {tags[after] if after < len(tags) else '$'}",
        f"tbefore {before}",
        *(["tends"] if ends else []),
        *(["topens"] if opens else []),
    ]


def _features(question: Question, number: int, symbols: Sequence[str], surroundings: Sequence[str]) -> list[str]:
    words, tags = question.syntax.words, question.syntax.tags
    place = question.events[number]
    side = "<" if place < question.first else ">" if place > question.last else "="
    start, end = question.between(place)
    path = _path(symbols, start, end)
    nearer = [event for event in question.events if start <= event < end]
    word, sort = words[place], _sort(tags[place])
    what = side + sort + ("R" if verb_class(question.syntax.lemmas[place]) == "REPORTING" and sort == "V" else "")
    side_sort, apart, crossed = side + sort, _bucket(end - start), min(len(nearer), 3)
    found = [f"{fact} {what} {crossed}" for fact in surroundings]
    found += [f"{fact} {side_sort}" for fact in surroundings]
    found += [
        f"o{what}",
        f"o{side}{tags[place]}",
        f"o{side_sort} {crossed}",
        f"o{side} {crossed}",
        f"o{side} {min(number, 3)} {min(len(question.events) - number, 4)}",
        f"oalone {len(question.events) == 1}",
        f"p{side} {apart}",
        f"p{side_sort} {apart}",
        f"p{what}|{path[-4:] if side == '<' else path[:4]}",
        f"p{what}:{path[:3] if side == '<' else path[-3:]}",
        f"w{word}",
        f"w{side}{word}",
        f"b{side_sort} {tags[place - 1] if place else '^'}",
        f"b{side_sort} +{tags[place + 1] if place + 1 < len(tags) else '$'}",
        f"b{side_sort} {words[place - 1] if place else '^'}",
    ]
    if len(path) <= 5:
        found.append(f"p{what}={path}")
    found += [f"p{side_sort}[{symbol}" for symbol in set(path)]
    found += [f"p{side}{symbol}{min(path.count(symbol), 3)}" for symbol in ",SWC:q(V"]
    if nearer and side != "=":
        found += _chain(question, place, side_sort, nearer, symbols)
    if side == "<" and number:
        found += _governor(question, place, side_sort, question.events[number - 1], symbols)
    return found


def _bucket(distance: int) -> int:
    return next(limit for limit in LIMITS if distance <= limit or limit == LIMITS[-1])


def _chain(question: Question, place: int, side_sort: str, nearer: Sequence[int], symbols: Sequence[str]) -> list[str]:
    """How an event leads on to the next one on the way to the time: "agreed | to | sell", "had | a | loss"."""
    words, tags = question.syntax.words, question.syntax.tags
    first = side_sort[0] == "<"
    next_ = nearer[0] if first else nearer[-1]
    to_next = _path(symbols, place + 1, next_) if first else _path(symbols, next_ + 1, place)
    rest = _path(symbols, next_ + 1, question.start) if first else _path(symbols, question.last + 1, next_)
    kind = tags[next_][:2]
    return [
        f"o{side_sort}{kind}|{to_next[:4]}",
        f"o{side_sort}{kind} {min(len(nearer), 2)}",
        f"w{side_sort[0]}{words[place]}|{kind}",
        f"w{side_sort}{kind}{words[next_]}",
        f"s{question.signal} {side_sort}{kind}|{to_next[:2]}",
        f"p{side_sort}{kind}|{rest}|{to_next[:3]}",
    ]


def _governor(question: Question, place: int, side_sort: str, before: int, symbols: Sequence[str]) -> list[str]:
    """What stands before an event that stands before its time: the event that may govern it."""
    path = _path(symbols, before + 1, place)
    kind = question.syntax.tags[before][:2]
    return [
        f"b{side_sort}{kind}|{path[:4]}",
        f"w{side_sort}{question.syntax.words[before]}|{path[:2]}",
        f"s{question.signal} {side_sort}{kind}|{path[:3]}",
    ]
