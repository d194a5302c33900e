"""Reading WordNet 3.0's database (Debian package ``wordnet-base``) for what the event weights are distilled from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import define, frozen

LEXICOGRAPHERS = (
    "adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body noun.cognition "
    "noun.communication noun.event noun.feeling noun.food noun.group noun.location noun.motive noun.object noun.person "
    "noun.phenomenon noun.plant noun.possession noun.process noun.quantity noun.relation noun.shape noun.state "
    "noun.substance noun.time verb.body verb.change verb.cognition verb.communication verb.competition verb.consumption "
    "verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession verb.social verb.stative "
    "verb.weather adj.ppl"
).split()
EVENTFUL = frozenset(
    f"noun.{name}"
    for name in "act attribute cognition communication event feeling group phenomenon possession process relation state".split()
)
SENSES = 2  # of each word that are looked at, the commonest first


@frozen
class Synset:
    """A sense: the lexicographer file it stands in, and what it points to (sign, synset, part of speech)."""

    file: str
    pointers: tuple[tuple[str, str, str], ...]


@define(slots=False)
class Part:
    """The nouns or the verbs of WordNet."""

    directory: Path
    name: str  # noun, verb

    @cached_property
    def synsets(self) -> Mapping[str, Synset]:
        """The senses by their offsets."""
        found = {}
        for fields in _lines(self.directory / f"data.{self.name}"):
            size = int(fields[3], 16)
            rest = fields[4 + 2 * size :]
            pointers = [rest[1 + 4 * number : 5 + 4 * number] for number in range(int(rest[0]))]
            file = LEXICOGRAPHERS[int(fields[1])]
            found[fields[0]] = Synset(file, tuple((sign, target, part) for sign, target, part, _ in pointers))
        return found

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The senses of each word, the commonest first; words are single and in small letters."""
        found = {}
        for fields in _lines(self.directory / f"index.{self.name}"):
            if fields[0].isalpha() and len(fields[0]) > 1:
                found[fields[0]] = tuple(fields[-int(fields[2]) :])
        return found

    @cached_property
    def attested(self) -> frozenset[str]:
        """The words that occur in WordNet's own tagged texts."""
        number = {"noun": "1", "verb": "2"}[self.name]
        with (self.directory / "cntlist.rev").open(encoding="latin-1") as lines:
            keys = [line.split(" ", 1)[0].split("%") for line in lines]
        return frozenset(word for word, rest in keys if rest[0] == number)

    def code(self, word: str) -> str:
        """The lexicographer file of a word's commonest sense."""
        return self.synsets[self.words[word][0]].file

    def kept(self) -> Iterator[str]:
        """The words of the table: verbs, and the nouns that are attested or can be eventful."""
        for word, senses in self.words.items():
            files = {self.synsets[sense].file for sense in senses[:SENSES]}
            if self.name == "verb" or word in self.attested or files & EVENTFUL:
                yield word

    def features(self, word: str, other: Part) -> list[str]:
        """What WordNet knows of a word: what its senses are kinds of, and which verbs or nouns they derive from."""
        found = []
        for rank, sense in enumerate(self.words[word][:SENSES]):
            found += [f"{self.name} {rank} {above}" for above in sorted(self._above((sense,)))]
            pointers = self.synsets[sense].pointers
            derived = {other.synsets[target].file for sign, target, part in pointers if sign == "+" and part == other.name[0]}
            found += [f"{self.name} {rank} +{file}" for file in sorted(derived) or ["-"]]
            found.append(f"{self.name} {rank} ={self.synsets[sense].file}")
        return found

    def _above(self, senses: Iterable[str]) -> set[str]:
        found: set[str] = set()
        waiting = list(senses)
        while waiting:
            sense = waiting.pop()
            if sense not in found:
                found.add(sense)
                pointers = self.synsets[sense].pointers
                waiting += [target for sign, target, part in pointers if sign in ("@", "@i") and part == self.name[0]]
        return found


def _lines(path: Path) -> Iterator[list[str]]:
    """The fields of the lines of a file, without its notice and the definitions."""
    with path.open(encoding="latin-1") as lines:
        for line in lines:
            if not line.startswith("  "):
                yield line.split(" | ")[0].split()
