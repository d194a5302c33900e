"""What speaks for an English word being an event, and for which class: names of features for a linear model.

Each feature is a short string: a letter or two for what is looked at, then what was found there.  They are the same at
training and at reading, and are made for one word at a time from the `Syntax` of its sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import frozen

from timeline.languages.en import verbs
from timeline.languages.en.nouns import EVENT_NOUNS, THINGS
from timeline.languages.en.senses import Senses
from timeline.texts.syntax import Chunk, Syntax, VerbGroup

CANDIDATES = frozenset("VB VBD VBG VBN VBP VBZ NN NNS JJ JJR JJS".split())
FRAMES = frozenset("of in on to for by with between against".split())
EDGES = ("", "")


class Word(NamedTuple):
    """A word by itself: in small letters, its tag, lemma and sense, whether it has a capital, and the kind of its sentence."""

    word: str
    tag: str
    lemma: str
    code: str
    capital: bool
    kind: str


@frozen(kw_only=True)
class Scene:
    """A sentence with what its words need to know of each other, by token number."""

    syntax: Syntax
    kind: str  # of the sentence: prose, heading, item, row
    senses: Senses
    words: tuple[str, ...]  # with two edges at both ends, as `tags`
    tags: tuple[str, ...]
    codes: tuple[str, ...]  # the sense of each word
    groups: tuple[VerbGroup | None, ...]  # the verb group that a word is the head of
    chunks: tuple[Chunk | None, ...]  # the noun chunk that a word stands in
    before: tuple[VerbGroup | None, ...]  # the last verb group whose head stands before a word
    after: tuple[VerbGroup | None, ...]  # the first verb group that begins behind it

    def candidates(self) -> list[int]:
        """The words that can be events."""
        return [
            place
            for place, (tag, lemma) in enumerate(zip(self.syntax.tags, self.syntax.lemmas))
            if tag in CANDIDATES and place not in self.syntax.times and not (tag[0] == "N" and lemma in THINGS)
        ]


def scene(syntax: Syntax, kind: str, senses: Senses) -> Scene:
    """A sentence made ready for the cues of its words."""
    size = len(syntax.tokens)
    groups: list[VerbGroup | None] = [None] * size
    chunks: list[Chunk | None] = [None] * size
    before: list[VerbGroup | None] = [None] * size
    after: list[VerbGroup | None] = [None] * size
    start = 0
    for group in syntax.groups:
        groups[group.head] = group
        for place in range(start, group.first):
            after[place] = group
        start = max(start, group.first)
    for group, following in zip(syntax.groups, (*syntax.groups[1:], None)):
        for place in range(group.head + 1, size if following is None else following.head + 1):
            before[place] = group
    for chunk in syntax.chunks:
        for place in range(chunk.first, chunk.head + 1):
            chunks[place] = chunk
    return Scene(
        syntax=syntax,
        kind=kind,
        senses=senses,
        words=(*EDGES, *syntax.words, *EDGES),
        tags=(*EDGES, *syntax.tags, *EDGES),
        codes=tuple(senses.code(lemma, tag) for lemma, tag in zip(syntax.lemmas, syntax.tags)),
        groups=tuple(groups),
        chunks=tuple(chunks),
        before=tuple(before),
        after=tuple(after),
    )


def cues(said: Scene, place: int) -> list[str]:
    """The features of one word: its own, those of its neighbours, and those of the phrase it heads or stands in."""
    return [*of_word(*word_at(said, place)), *of_context(said, place)]


def of_context(said: Scene, place: int) -> list[str]:
    """The features of what stands around a word."""
    features = _around(said, place)
    group = said.groups[place]
    part = said.syntax.tags[place][0]
    if group is not None:
        features += _verbal(said, place, group)
    elif part == "V":
        features.append(f"ng {said.syntax.tags[place]} {said.tags[place + 1]} {said.tags[place + 3]}")
    if part != "V":
        features += _nominal(said, place)
    return features


def word_at(said: Scene, place: int) -> Word:
    """A word by itself."""
    syntax = said.syntax
    capital = syntax.tokens[place].form[:1].isupper()
    return Word(syntax.words[place], syntax.tags[place], syntax.lemmas[place], said.codes[place], capital, said.kind)


def of_word(word: str, tag: str, lemma: str, code: str, capital: bool, kind: str) -> list[str]:
    """The features of a word by itself: tag, lemma, endings, sense."""
    part = tag[0]
    return [
        f"b {tag}",
        f"l {lemma} {part}",
        f"lt {lemma} {tag}",
        f"s2 {word[-2:]} {tag}",
        f"s3 {word[-3:]} {part}",
        f"s4 {word[-4:]} {part}",
        f"s5 {word[-5:]} {part}",
        f"p {word[:3]} {part}",
        f"c {capital} {tag}",
        f"k {kind} {part}",
        f"x {code} {part}",
        f"w {verbs.verb_class(lemma) if part == 'V' else lemma in EVENT_NOUNS} {tag}",
    ]


def _around(said: Scene, place: int) -> list[str]:
    """The two words on either side, and whether one of them tells a time."""
    tag, lemma, code = said.syntax.tags[place], said.syntax.lemmas[place], said.codes[place]
    part = tag[0]
    earlier, before, _, after, later = said.words[place : place + 5]
    earlier_tag, before_tag, _, after_tag, later_tag = said.tags[place : place + 5]
    told = "a" if before == "#" else ""
    told += "b" if after == "#" else "c" if later == "#" and len(after) < 8 else ""
    return [
        f"-t {before_tag} {tag}",
        f"+t {after_tag} {tag}",
        f"-tt {earlier_tag} {before_tag} {part}",
        f"+tt {after_tag} {later_tag} {part}",
        f"-w {before} {part}",
        f"+w {after} {part}",
        f"-ww {earlier} {before} {part}",
        f"+ww {after} {later} {part}",
        f"-2 {earlier} {part}",
        f"+2 {later} {part}",
        f"l- {lemma} {before}",
        f"l+ {lemma} {after}",
        f"x-t {code} {tag} {before_tag}",
        f"x+t {code} {tag} {after_tag}",
        f"x+ {code} {after}",
        f"x- {code} {before}",
        f"# {told} {part}",
        f"#x {told} {code}",
    ]


def _verbal(said: Scene, place: int, group: VerbGroup) -> list[str]:
    """The verb group that a word heads: auxiliaries, the verbs before and after it, subject and object."""
    lemma, code, lemmas = said.syntax.lemmas[place], said.codes[place], said.syntax.lemmas
    chain = "_".join(group.auxiliaries)
    features = [
        f"g {group.tag}",
        f"ga {chain}",
        f"gat {chain} {group.tag}",
        f"gl {lemma} {group.tag}",
        f"gn {group.negated}",
        f"gp {group.prospective}",
    ]
    above, below = said.before[place], said.after[place]
    if above is not None:
        gap = group.first - above.head
        features += [
            f"u {above.lemma} {group.tag}",
            f"ud {min(5, gap)} {group.tag}",
            f"uu {above.lemma} {group.tag} {min(3, gap)}",
        ]
    else:
        features.append(f"u- {group.tag}")
    if below is not None:
        features += [f"n {below.tag} {min(4, below.first - place)} {group.tag}", f"nl {lemma} {below.tag}"]
    else:
        features.append(f"n- {group.tag}")
    subject = said.chunks[group.first - 1] if group.first else None
    if subject is not None:
        features += [f"j {lemmas[subject.head]}", f"jt {said.syntax.tags[subject.head]} {group.tag}"]
    else:
        features.append(f"j- {said.words[group.first + 1]} {group.tag}")
    object_ = said.chunks[place + 1] if place + 1 < len(said.chunks) else None
    if object_ is not None:
        features += [
            f"o {lemmas[object_.head]}",
            f"ol {lemma} {said.syntax.tags[object_.head]}",
            f"ox {code} {said.codes[object_.head]}",
        ]
    else:
        features.append(f"o- {code} {said.words[place + 3]}")
    return features


def _nominal(said: Scene, place: int) -> list[str]:
    """The noun phrase that a word heads or stands in: determiner, preposition, modifiers, verbs that govern or follow it."""
    tag, lemma, code = said.syntax.tags[place], said.syntax.lemmas[place], said.codes[place]
    chunk = said.chunks[place]
    first, head = chunk or (place, place)
    rank = "-" if chunk is None else "h" if head == place else "m"
    determiner = _determiner(said.syntax, first, place)
    preposition = said.words[first + 1]
    features = [
        f"r {rank} {tag}",
        f"d {determiner} {rank}",
        f"dx {determiner} {code} {rank}",
        f"e {preposition} {rank}",
        f"ex {preposition} {code}",
        f"de {determiner} {preposition} {tag}",
        f"z {min(4, head - first)} {place - first} {tag[0]}",
        f"lr {lemma} {rank}",
        f"ld {lemma} {determiner}",
        f"wr {lemma in EVENT_NOUNS} {rank}",
    ]
    features += _inside(said, place, first, head, determiner)
    return features + _governed(said, place, first, head, determiner)


def _determiner(syntax: Syntax, first: int, place: int) -> str:
    if syntax.tags[first] in ("DT", "PRP$", "WDT", "PDT"):
        return syntax.words[first]
    return "'s" if "POS" in syntax.tags[first:place] else "-"


def _inside(said: Scene, place: int, first: int, head: int, determiner: str) -> list[str]:
    """A head with its modifiers and what follows it, or a modifier with its head."""
    code, lemmas = said.codes[place], said.syntax.lemmas
    if head != place:
        return [f"h {lemmas[head]}", f"hx {said.codes[head]} {code}", f"ht {said.tags[place + 3]} {code}"]
    after = said.words[place + 3]
    frame = after if after in FRAMES else "-"
    features = [f"of {frame} {determiner}", f"ox {after} {code}", f"od {after} {determiner} {code}"]
    if place > first:
        modifier = said.syntax.tags[place - 1]
        features += [f"m {lemmas[place - 1]}", f"mt {modifier} {code}", f"mx {said.codes[place - 1]} {code}"]
    return features


def _governed(said: Scene, place: int, first: int, head: int, determiner: str) -> list[str]:
    """The verb that a noun phrase is the object of ("held talks", "engage in talks"), and the one it is the subject of."""
    code = said.codes[place]
    above, below = said.before[place], said.after[place]
    features = []
    gap = -1 if above is None else first - above.head - 1
    if above is None:
        features.append("v-")
    elif gap == 0:
        features += [f"v {above.lemma}", f"vx {above.lemma} {code}", f"vd {above.lemma} {determiner}"]
    elif gap == 1:
        features += [f"ve {above.lemma} {said.words[first + 1]}", f"vex {code} {said.words[first + 1]}"]
    else:
        features.append("v+")
    if below is not None and head == place:
        if below.first == place + 1:
            features += [f"y {below.lemma} {below.tag}", f"yx {below.lemma} {code}"]
        elif below.first < place + 7:
            features.append(f"y+ {below.lemma}")
    return features


def neighbours(said: Scene, places: Sequence[int], number: int) -> list[str]:
    """What the events next to one in its sentence tell of its class: "plans to | open", "said that .. | had left"."""
    tags, lemmas = said.syntax.tags, said.syntax.lemmas
    place = places[number]
    features = []
    for way, other in (("<", number - 1), (">", number + 1)):
        if not 0 <= other < len(places):
            features += [f"E{way}", f"E{way} {lemmas[place]}", f"Et{way} {tags[place]}"]
            continue
        beside = places[other]
        distance = abs(beside - place)
        gap = distance if distance < 3 else 4 if distance < 5 else 7 if distance < 8 else 9
        features += [
            f"Eg{way} {gap} {tags[beside]}",
            f"El{way} {lemmas[place]} {tags[beside]}",
            f"Et{way} {tags[place]} {gap} {tags[beside]}",
            f"Eo{way} {lemmas[beside]} {tags[place]}",
            f"Ed{way} {lemmas[place]} {gap}",
        ]
    return features
