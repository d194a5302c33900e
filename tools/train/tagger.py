"""Train the English tagger and write its weights file.

    python tools/train/tagger.py BENCH [-o timeline/data/en-tagger.bin] [--check]

BENCH is the directory with data/ud_ewt_train.tsv.gz and data/news_silver_tagged.tsv.gz.  The same data give
the same file, byte for byte, whatever the machine, the order of its dictionaries or the version of Python (only
another zlib may pack the same bytes another way: --check compares what is packed).  Nothing is drawn by chance:
sentences are shuffled by the hash of their number.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen
from corpora import Sentence, held_out, newswire, retokenised, treebank, without

from timeline.learned.tagging import (
    EDGE,
    KIND,
    NEUTRAL,
    UNKNOWN,
    Form,
    Lexicon,
    Reading,
    Tagger,
    context_keys,
    decode,
    shape,
    written,
)
from timeline.learned.weights import pack as joined
from timeline.learned.weights import payload as held
from timeline.learned.weights import write

HERE = Path(__file__).resolve().parents[2]


@frozen(kw_only=True)
class Plan:
    """What is trained on, and how; the defaults are those of the file that is shipped."""

    share: float = 0.5  # of the newswire
    copies: int = 2  # of each sentence of EWT
    epochs: int = 6
    margin: int = 15
    sentences: int = 3  # in which a form or feature must occur
    pairs: int = 4  # the same for features of two words
    rare: int = 60  # a form seen less often may have tags that it was not seen with
    scale: float = 5.0  # a weight's unit, when it is made a byte
    least: int = 1  # rows whose weights are all smaller are left out
    lower: int = 10  # of 100 sentences, how many are also shown in small letters
    capitals: int = 4  # in capitals
    title: int = 6  # like a title
    hidden: int = 0  # of 100 rare words, how many are shown as if unknown
    without: frozenset[int] = frozenset()


@frozen
class Shown:
    """A sentence as it is shown to the learner: words, tags, and the number of the sentence that it is made from."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    source: int
    base: bool  # as it stands in the corpus: only these are counted for the lexicon


# -- what is shown -----------------------------------------------------------------------------------------------------


def shown(ewt: Sequence[Sentence], news: Sequence[Sentence], plan: Plan) -> list[Shown]:
    """The sentences to train on, with their copies in other writing and other tokens."""
    found: list[Shown] = []
    for source, sentence in enumerate([*ewt, *news]):
        if source >= len(ewt) and chance(f"share {source}") >= 1000 * plan.share:
            continue
        made = _made(sentence, source, plan)
        found += made
        if source < len(ewt):
            found += made[:1] * (plan.copies - 1)
    return found


def _made(sentence: Sentence, source: int, plan: Plan) -> list[Shown]:
    words, tags = zip(*sentence)
    made = [Shown(words, tags, source, True)]
    again = retokenised(sentence)
    if again != sentence:
        made.append(Shown(*zip(*again), source, True))
    last = made[-1]
    draw = chance(f"case {source}") / 10
    if draw < plan.lower:
        made.append(Shown(tuple(word.lower() for word in last.words), last.tags, source, False))
    elif draw < plan.lower + plan.capitals:
        made.append(Shown(tuple(word.upper() for word in last.words), last.tags, source, False))
    elif draw < plan.lower + plan.capitals + plan.title and len(words) > 3:
        made.append(Shown(tuple(word[:1].upper() + word[1:] for word in last.words), last.tags, source, False))
    return made


def chance(name: str) -> int:
    """A number below 1000 that looks drawn and is always the same."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % 1000


# -- the lexicon -------------------------------------------------------------------------------------------------------

# A form seen a few times with one of these tags may well have the others.
KIN = {
    "JJ": "NN NNP RB", "JJR": "RBR", "JJS": "RBS", "RBR": "JJR", "RBS": "JJS",
    "NN": "JJ NNP VB VBP", "NNP": "JJ NN NNPS", "NNPS": "NNP NNS", "NNS": "NNPS VBZ",
    "VB": "NN VBP", "VBD": "JJ VBN", "VBG": "JJ NN", "VBN": "JJ VBD", "VBP": "NN VB", "VBZ": "NNS",
}  # fmt: skip


def lexicon(sentences: Iterable[Shown], plan: Plan) -> Lexicon:
    """The forms that occur in enough sentences, with the tags they can have."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, set[int]] = defaultdict(set)
    for sentence in sentences:
        if sentence.base:
            for (word, _), tag in zip(written(sentence.words), sentence.tags):
                seen[word][tag] += 1
                places[word].add(sentence.source)
    tags = tuple(sorted({tag for counts in seen.values() for tag in counts}))
    known = sorted(word for word in seen if len(places[word]) >= plan.sentences)
    forms = {}
    for number, word in enumerate(known, UNKNOWN + 1):
        total = sum(seen[word].values())
        forms[word] = Form(number, total.bit_length(), tuple(tags.index(tag) for tag in _possible(seen[word], plan)))
    bare = Lexicon(tags, forms, {"": (), "name": _numbers(tags, ("NNP", "NNPS"))}, {})
    return _with_groups(evolve(bare, others=_others(sentences, bare)), sentences, plan)


def _possible(counts: Counter[str], plan: Plan) -> list[str]:
    total = sum(counts.values())
    often = {tag for tag, count in counts.items() if count >= 0.005 * total and (count > 1 or total < 8)}
    if total < plan.rare:
        often.update(kin for tag in list(often) for kin in KIN.get(tag, "").split())
    most, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return [most] if total >= 50 and count >= 0.995 * total else sorted(often or counts)


def _numbers(tags: Sequence[str], names: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted(tags.index(name) for name in names))


def _others(sentences: Iterable[Shown], bare: Lexicon) -> dict[str, tuple[int, ...]]:
    """The tags that words outside the lexicon have, by how they are written."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for (word, case), tag in zip(written(sentence.words), sentence.tags):
            if not bare._known(word, shape(word), case):
                seen[shape(word)][tag] += 1
    others = {}
    for look, counts in sorted(seen.items()):
        others[look] = _numbers(bare.tags, [tag for tag, count in counts.items() if count >= 3] or counts)
    everything = _numbers(bare.tags, {bare.tags[tag] for tags in others.values() for tag in tags})
    return {**others, "": everything, "name": bare.others["name"]}


def _with_groups(lexicon: Lexicon, sentences: Iterable[Shown], plan: Plan) -> Lexicon:
    """The lexicon with the classes of words that occur in enough sentences: by their possible tags, or look and ending."""
    places: dict[str, set[int]] = defaultdict(set)
    for sentence in sentences:
        for word, case in written(sentence.words):
            reading = lexicon.reading(word, case)
            name = f"{shape(word)} {word[-2:].lower()}" if reading.number == UNKNOWN else " ".join(map(str, reading.tags))
            if len(places[name]) < plan.sentences:
                places[name].add(sentence.source)
    names = sorted(name for name, sources in places.items() if len(sources) >= plan.sentences)
    return evolve(lexicon, groups={name: number for number, name in enumerate(names, 1)})


# -- learning ----------------------------------------------------------------------------------------------------------

Feature = TypeVar("Feature", str, int)
Weights = list[int]  # for each tag its weight, then for each tag the sum of its changes times their steps


@frozen
class Prepared:
    """A sentence ready to learn from."""

    numbers: tuple[int, ...]
    groups: tuple[int, ...]
    readings: tuple[tuple[tuple[int, ...], list[Weights]], ...]  # possible tags, rows of the features without context
    gold: tuple[int, ...]


class Learner:
    """An averaged perceptron with a margin, which follows its own tags from left to right."""

    def __init__(self, lexicon: Lexicon, plan: Plan) -> None:
        self.lexicon, self.plan = lexicon, plan
        self.edge = len(lexicon.tags)
        self.spelling: dict[str, Weights] = {}
        self.context: dict[int, Weights] = {}
        self.steps = 0
        self._readings: dict[tuple[str, int], Reading] = {}

    def prepare(self, sentences: Sequence[Shown]) -> list[Prepared]:
        """The sentences as numbers, once the features that occur in enough of them are known."""
        numbered = [self._numbered(sentence) for sentence in sentences]
        width = 2 * self.edge
        for feature in self._frequent(sentences, numbered):
            (self.spelling if isinstance(feature, str) else self.context)[feature] = [0] * width  # type: ignore[index]
        own = {}
        for key, reading in self._readings.items():
            own[key] = reading.tags, [self.spelling[name] for name in reading.features if name in self.spelling]
        prepared = []
        for sentence, (numbers, groups, gold) in zip(sentences, numbered):
            readings = tuple(own[key] for key in written(sentence.words))
            prepared.append(Prepared(numbers, groups, readings, gold))
        return prepared

    def _numbered(self, sentence: Shown) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        readings = []
        for key in written(sentence.words):
            if key not in self._readings:
                self._readings[key] = self.lexicon.reading(*key)
            readings.append(self._readings[key])
        numbers = (EDGE, EDGE, *[reading.number for reading in readings], EDGE, EDGE)
        gold = tuple(self.lexicon.tags.index(tag) for tag in sentence.tags)
        return numbers, (*[reading.group for reading in readings], 0, 0), gold

    def _frequent(self, sentences: Sequence[Shown], numbered: Sequence[tuple[tuple[int, ...], ...]]) -> Iterator[str | int]:
        """The features that occur in enough sentences, copies of one sentence counting once."""
        counts: Counter[str | int] = Counter()
        source, found = -1, set[str | int]()
        for sentence, (numbers, groups, gold) in zip(sentences, numbered):
            if sentence.source != source:
                counts.update(found)
                source, found = sentence.source, set()
            tags = [self.edge, self.edge]
            for place, key in enumerate(written(sentence.words)):
                reading = self._readings[key]
                if len(reading.tags) > 1:
                    found.update(reading.features)
                    found.update(context_keys(numbers, groups, tags, place))
                tags.append(gold[place])
        counts.update(found)
        for feature, count in counts.items():
            pair = isinstance(feature, int) and feature >> 40 in (11, 12, 13, 9, 4, 5)
            if isinstance(feature, int) and feature >> 40 in self.plan.without:
                continue
            if count >= (self.plan.pairs if pair else self.plan.sentences):
                yield feature

    def learn(self, sentences: Sequence[Prepared], epoch: int) -> float:
        """One pass through the sentences; the share of weighed words that were wrong."""
        order = sorted(range(len(sentences)), key=lambda number: hashlib.sha256(f"{epoch} {number}".encode()).digest())
        wrong = weighed = 0
        for number in order:
            missed, seen = self._learn(sentences[number])
            wrong += missed
            weighed += seen
        return wrong / weighed

    def _learn(self, sentence: Prepared) -> tuple[int, int]:
        tags = [self.edge, self.edge]
        wrong = weighed = 0
        find = self.context.get
        for place, (choices, own) in enumerate(sentence.readings):
            if len(choices) == 1:
                tags.append(choices[0])
                continue
            gold = sentence.gold[place]
            keys = context_keys(sentence.numbers, sentence.groups, tags, place)
            rows = own + [row for row in map(find, keys) if row is not None]
            best, rival, right = self._choose(choices, rows, gold)
            weighed += 1
            wrong += best != gold
            tags.append(best)
            if right is not None and (best != gold or rival is not None):
                self._update(rows, gold, best if best != gold else rival)
        return wrong, weighed

    def _choose(self, choices: Sequence[int], rows: Sequence[Weights], gold: int) -> tuple[int, int | None, int | None]:
        """The best tag, the best other than the right one when it comes too near, and the right one's score."""
        scores = []
        for tag in choices:
            score = 0
            for row in rows:
                score += row[tag]
            scores.append(score)
        top = max(scores)
        best = choices[scores.index(top)]
        if gold not in choices:
            return best, None, None
        if best != gold:
            return best, None, top
        others = [(score, -tag) for score, tag in zip(scores, choices) if tag != gold]
        near, tag = max(others)
        return best, (-tag if top - near < self.plan.margin else None), top

    def _update(self, rows: Iterable[Weights], gold: int, wrong: int | None) -> None:
        assert wrong is not None
        self.steps += 1
        step, edge = self.steps, self.edge
        for row in rows:
            row[gold] += 1
            row[wrong] -= 1
            row[edge + gold] += step
            row[edge + wrong] -= step

    def averaged(self) -> tuple[dict[str, bytes], dict[int, bytes]]:
        """The features whose averaged weights, as bytes, are not all small."""
        return self._bytes(self.spelling), self._bytes(self.context)

    def _bytes(self, table: Mapping[Feature, Weights]) -> dict[Feature, bytes]:
        kept = {}
        for feature in sorted(table):
            row = table[feature]
            means = [weight - late / (self.steps + 1) for weight, late in zip(row, row[self.edge :])]
            weights = [round(mean * self.plan.scale) for mean in means]
            if max(map(abs, weights)) >= self.plan.least:
                kept[feature] = bytes(NEUTRAL + max(-127, min(127, weight)) for weight in weights)
        return kept


# -- the file ----------------------------------------------------------------------------------------------------------


def pack(lexicon: Lexicon, spelling: Mapping[str, bytes], context: Mapping[int, bytes]) -> bytes:
    """What a weights file holds before it is compressed: sections, each behind its length."""
    sets = sorted({form.tags for form in lexicon.forms.values()} | set(lexicon.others.values()))
    place = {tags: number for number, tags in enumerate(sets)}
    forms = sorted(lexicon.forms.items(), key=lambda item: item[1].number)
    keys = list(context)
    differences = [key - before for key, before in zip(keys, [0, *keys])]
    sections = (
        " ".join(lexicon.tags).encode(),
        "\n".join(" ".join(map(str, tags)) for tags in sets).encode(),
        "\n".join(form for form, _ in forms).encode(),
        " ".join(str(place[form.tags]) for _, form in forms).encode(),
        bytes(form.commonness for _, form in forms),
        "\n".join(f"{look}\t{place[tags]}" for look, tags in sorted(lexicon.others.items())).encode(),
        "\n".join(name for name, _ in sorted(lexicon.groups.items(), key=lambda item: item[1])).encode(),
        ("\n".join(spelling) + "\n\n" + " ".join(map(str, differences))).encode(),
        b"".join([*spelling.values(), *context.values()]),
    )
    return joined(sections)


# -- the run -----------------------------------------------------------------------------------------------------------


def train(ewt: Sequence[Sentence], news: Sequence[Sentence], plan: Plan) -> bytes:
    """What the weights file holds, learned from the sentences."""
    sentences = shown(ewt, news, plan)
    learner = Learner(lexicon(sentences, plan), plan)
    prepared = learner.prepare(sentences)
    features = len(learner.spelling) + len(learner.context)
    print(f"{len(prepared)} sentences, {len(learner.lexicon.forms)} forms, {features} features")
    for epoch in range(plan.epochs):
        print(f"pass {epoch + 1}: {100 * learner.learn(prepared, epoch):.2f}% of the weighed words wrong", flush=True)
    return pack(learner.lexicon, *learner.averaged())


def split(news: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The newswire to learn from, and every twentieth sentence, by chance, to measure on."""
    drawn = [chance(f"held out {number}") < 50 for number in range(len(news))]
    return [s for s, out in zip(news, drawn) if not out], [s for s, out in zip(news, drawn) if out]


def accuracy(tagger: Tagger, sentences: Iterable[Sentence]) -> float:
    """The share of words, in per cent, that get the tag of the corpus."""
    right = words = 0
    for sentence in sentences:
        tags = tagger.tag([word for word, _ in sentence])
        right += sum(tag == gold for tag, (_, gold) in zip(tags, sentence))
        words += len(tags)
    return 100 * right / words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", type=Path, help="the directory with data/")
    parser.add_argument("-o", "--output", type=Path, default=HERE / "timeline/data/en-tagger.bin")
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    arguments = parser.parse_args()
    news, unseen = split(without(newswire(arguments.bench), held_out(arguments.bench)))
    payload = train(treebank(arguments.bench, "ud_ewt_train"), news, Plan())
    content = write(KIND, payload)
    tagger = decode(content)
    print(f"EWT dev {accuracy(tagger, treebank(arguments.bench, 'ud_ewt_dev')):.2f}")
    print(f"newswire held out {accuracy(tagger, unseen):.2f}")
    if not arguments.check:
        arguments.output.write_bytes(content)
        print(f"{arguments.output.name}: {len(content)} bytes")
    elif held(arguments.output.read_bytes(), KIND) != payload:
        raise SystemExit(f"{arguments.output.name} holds something else")


if __name__ == "__main__":
    main()
