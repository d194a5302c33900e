"""Train the English event weights and write their files.

    python tools/train/events_en.py BENCH [--wordnet /usr/share/wordnet] [-o timeline/data] [--check]

BENCH is the directory with data/timebank.jsonl and data/aquaint.jsonl; the nine documents of keep_out_of_training.txt are
left out.  WordNet comes from Debian's package ``wordnet-base``.  The same data give the same files, byte for byte (``--check``
compares).  ``benchmarks/event_folds.py`` cross-validates with the functions of this module.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from logistic import Pace, binary, several
from wordnet import Part

from timeline.dating.given import with_times
from timeline.languages import load
from timeline.languages.en.cues import Scene, cues, neighbours, scene
from timeline.languages.en.senses import Sense, Senses, encode
from timeline.languages.en.spotting import CLASSES, Models
from timeline.languages.pack import Pack
from timeline.learned.linear import KIND, Classifier, Scorer, packed
from timeline.learned.weights import pack, payload, write
from timeline.linking.mentions import ReadSentence
from timeline.texts.document import read, tokenize

HERE = Path(__file__).resolve().parents[2]
Document = dict[str, Any]
Gold = list[tuple[int, int, str]]  # start, end, class

FOLDS = 5
TWINS = {"APW20000115.0209": "APW20000107.0088", "XIE19990313.0229": "XIE19990313.0031"}  # one text under two names
DOCUMENTS = 3  # in which a feature must occur
SCALE = 24.0  # a unit of the log odds, when it is made a byte
LEAN = 0.4  # how far, in log odds, the scale is tipped towards finding an event
EVENTS = Pace(epochs=10, rate=0.1, decay=3e-4)
KINDS = Pace(epochs=10, rate=0.1, decay=1e-3)


@frozen
class Item:
    """A word that can be an event: where, its features, those that tell its class only, those of WordNet, its class if it is one."""

    document: str
    features: tuple[str, ...]
    beside: tuple[str, ...]
    known: tuple[str, ...]
    label: str | None


# -- what is learned from ----------------------------------------------------------------------------------------------


def documents(bench: Path) -> list[Document]:
    """The annotated documents that may be learned from."""
    data = bench / "data"
    held_out = set((data / "keep_out_of_training.txt").read_text(encoding="utf-8").split())
    found = []
    for name in ("timebank", "aquaint"):
        with (data / f"{name}.jsonl").open(encoding="utf-8") as lines:
            found += [{**document, "corpus": name} for document in map(json.loads, lines) if document["id"] not in held_out]
    return found


class Dictionary:
    """WordNet, as far as it is looked at."""

    def __init__(self, directory: Path) -> None:
        self.nouns, self.verbs = Part(directory, "noun"), Part(directory, "verb")
        self.kept = {"N": frozenset(self.nouns.kept()), "V": frozenset(self.verbs.kept())}

    def senses(self) -> Senses:
        """The codes of the words, without weights yet."""
        tables = []
        for part in (self.nouns, self.verbs):
            kept = self.kept[part.name[0].upper()]
            tables.append({"-": Sense("-", ()), **{word: Sense(part.code(word), ()) for word in sorted(kept)}})
        return Senses(*tables)

    def features(self, lemma: str, tag: str) -> list[str]:
        """What is known of a lemma with a tag."""
        part = tag[0] if tag in ("NN", "NNS") or tag[:2] == "VB" else ""
        if not part:
            return []
        if lemma not in self.kept[part]:
            return [f"unknown {part}"]
        own, other = (self.nouns, self.verbs) if part == "N" else (self.verbs, self.nouns)
        return own.features(lemma, other)


def fold(document: str) -> int:
    """The fold of a document, by the hash of its name; twin texts share it."""
    return int(hashlib.sha256(f"fold {TWINS.get(document, document)}".encode()).hexdigest(), 16) % FOLDS


def items(texts: Iterable[Document], dictionary: Dictionary, english: Pack | None = None) -> Iterator[Item]:
    """All words of the documents that can be events, as a language pack builds their sentences."""
    senses = dictionary.senses()
    for text in texts:
        gold = [(event["start"], event["end"], event["class"]) for event in text["events"]]
        for said in scenes(text, senses, english or load("en")):
            yield from _items(said, text["id"], gold, dictionary)


def scenes(text: Document, senses: Senses, english: Pack) -> Iterator[Scene]:
    """The sentences of a text, as they are built, with the annotated times in them: what the rules of time read plays no
    part, so that no change of theirs changes the weights."""
    document = read(text["text"], None, english.spelling)
    plain = []
    for sentence in document.sentences:
        tokens = tokenize(document.view, sentence.start, sentence.end, english.spelling)
        if tokens:
            plain.append(ReadSentence(sentence, tokens, tuple(token.form.lower() for token in tokens), ()))
    spans = [(time["start"], time["end"]) for time in text["timexes"] if time["start"] < time["end"]]
    for found in with_times(document, plain, spans):
        yield scene(english.analyse(found.tokens, found.time_places), found.sentence.kind, senses)


def _items(said: Scene, name: str, gold: Gold, dictionary: Dictionary) -> Iterator[Item]:
    places = said.candidates()
    tokens = said.syntax.tokens
    labels = {}
    for start, end, label in gold:
        touched = [place for place in places if tokens[place].start < end and start < tokens[place].end]
        if touched:
            labels[touched[-1]] = label
    events = [place for place in places if place in labels]
    for place in places:
        lemma, tag = said.syntax.lemmas[place], said.syntax.tags[place]
        beside = neighbours(said, events, events.index(place)) if place in labels else []
        known = dictionary.features(lemma, tag)
        yield Item(name, tuple(cues(said, place)), tuple(beside), tuple(known), labels.get(place))


# -- learning ----------------------------------------------------------------------------------------------------------


def vocabulary(rows: Sequence[tuple[str, Sequence[str]]]) -> dict[str, int]:
    """The numbers of the features that occur in enough documents."""
    places: dict[str, set[str]] = defaultdict(set)
    for name, features in rows:
        for feature in features:
            if len(places[feature]) < DOCUMENTS:
                places[feature].add(name)
    return {feature: number for number, feature in enumerate(sorted(f for f in places if len(places[f]) >= DOCUMENTS))}


def numbered(features: Sequence[str], numbers: dict[str, int]) -> list[int]:
    return sorted({numbers[feature] for feature in features if feature in numbers})


def train(found: Sequence[Item], dictionary: Dictionary) -> Models:
    """The models that the items teach."""
    rows = [(item.document, (*item.features, *("~" + name for name in item.known))) for item in found]
    numbers = vocabulary(rows)
    shown = [numbered(features, numbers) for _, features in rows]
    scores = binary(shown, [item.label is not None for item in found], len(numbers), EVENTS)
    happened = [item for item in found if item.label is not None]
    rows = [(item.document, (*item.features, *item.beside, *("~" + name for name in item.known))) for item in happened]
    kinds = vocabulary(rows)
    shown = [numbered(features, kinds) for _, features in rows]
    weights = several(shown, [CLASSES.index(item.label or "") for item in happened], len(CLASSES), len(kinds), KINDS)
    event = {name: scores[number] for name, number in numbers.items()}
    classes = {name: [row[number] for row in weights] for name, number in kinds.items()}
    return Models(
        event=Scorer("event", _whole({name: (_leaning(name, weight),) for name, weight in event.items() if name[0] != "~"})),
        kind=Classifier(CLASSES, _whole({name: row for name, row in classes.items() if name[0] != "~"})),
        senses=distilled(dictionary, event, classes),
    )


def _leaning(name: str, weight: float) -> float:
    return weight + LEAN if name.startswith("b ") else weight


def _whole(weights: dict[str, Any]) -> dict[str, Any]:
    """Weights as whole numbers, without the features that do not count."""
    kept = {}
    for name, row in weights.items():
        whole = tuple(max(-127, min(127, round(weight * SCALE))) for weight in row)
        if any(whole):
            kept[name] = whole[0] if len(whole) == 1 else whole
    return kept


def distilled(dictionary: Dictionary, event: dict[str, float], classes: dict[str, list[float]]) -> Senses:
    """The table of senses: what WordNet knows of each word, added up."""
    nothing = [0.0] * len(CLASSES)
    tables = []
    for tag, table in (("NN", dictionary.senses().nouns), ("VB", dictionary.senses().verbs)):
        filled = {}
        for word, sense in table.items():
            names = ["~" + name for name in dictionary.features(word, tag)]
            sums = [sum(event.get(name, 0.0) for name in names)]
            sums += [sum(classes.get(name, nothing)[place] for name in names) for place in range(len(CLASSES))]
            filled[word] = Sense(sense.code, tuple(max(-127, min(127, 4 * round(total * SCALE / 4))) for total in sums))
        tables.append(filled)
    return Senses(*tables)


# -- the files ---------------------------------------------------------------------------------------------------------


def holds_the_same(one: bytes, other: bytes) -> bool:
    """Whether two weights files hold the same; other versions of zlib write it in other bytes."""
    kinds = [content.split(b" ", 2)[1].decode() for content in (one, other)]
    return kinds[0] == kinds[1] and payload(one, kinds[0]) == payload(other, kinds[1])


def files(models: Models) -> dict[str, bytes]:
    """The weights files, by their names."""
    event = {name: (weight,) for name, weight in models.event.weights.items()}
    sections = [*packed((models.event.name,), event), *packed(models.kind.names, models.kind.weights)]
    return {"en-events.bin": write(KIND, pack(sections)), "en-senses.bin": encode(models.senses)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("bench", type=Path, help="the directory with data/")
    parser.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("-o", "--output", type=Path, default=HERE / "timeline/data")
    parser.add_argument("--check", action="store_true", help="compare with the files instead of writing them")
    arguments = parser.parse_args()
    dictionary = Dictionary(arguments.wordnet)
    found = list(items(documents(arguments.bench), dictionary))
    print(f"{len(found)} words, {sum(item.label is not None for item in found)} events", flush=True)
    for name, content in files(train(found, dictionary)).items():
        path = arguments.output / name
        if not arguments.check:
            path.write_bytes(content)
            print(f"{name}: {len(content)} bytes")
        elif not holds_the_same(path.read_bytes(), content):
            raise SystemExit(f"{name} holds something else")


if __name__ == "__main__":
    main()
