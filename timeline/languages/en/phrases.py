"""English noun phrases read from right to left: the subject that ends right before a verb, back to its first word.

"The man who was arrested", "a former treasurer of the trust", "payments made", "his lawyer, Priya Dunmore,".
"""

from __future__ import annotations

from attrs import define, field

from timeline.languages.en import verbs
from timeline.languages.en.verbgroups import is_finite
from timeline.texts.syntax import Chunk, Syntax, VerbGroup

RELATIVES = frozenset("who which that whom whose".split())
COMPLEMENTIZERS = frozenset("that whether how why what when where who which if".split())
CLAUSE_OPENERS = frozenset(
    "because although though while whereas since until till after before once as than so".split()
)
MARKS = frozenset((".", ";", ":", "!", "?", "|", "–", "—", "…", "•"))
OBJECTIVE = frozenset("him me us them himself herself itself themselves".split())  # pronouns that are no subject
NOMINATIVE = frozenset("i he she we they".split())
_NOMINAL_TAGS = frozenset("NN NNS NNP NNPS PRP WP CD DT PDT EX JJS JJR".split())
_IN_CHUNK = frozenset(("CD", "DT", "JJ", "PDT", "PRP$", "RBS", "SYM", "$"))  # what a noun may have before it
_LEADERS = frozenset(
    "neither either both only hardly barely scarcely almost nearly not even just about some at least".split()
)


@define
class Phrases:
    """The noun phrases of one sentence; ``openers`` has the opener of each clause found so far, by the head of its verb."""

    said: Syntax
    openers: dict[int, int] = field(factory=dict)
    heads: dict[int, VerbGroup] = field(init=False)
    firsts: frozenset[int] = field(init=False)
    chunks: dict[int, Chunk] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.heads = {group.head: group for group in self.said.groups}
        self.firsts = frozenset(group.first for group in self.said.groups)
        self.chunks = {place: chunk for chunk in self.said.chunks for place in range(chunk.first, chunk.head + 1)}

    def before(self, place: int) -> tuple[int, ...]:
        """The noun phrase that ends at a place, none where there is no noun."""
        while self.is_time(place) and place - 1 in self.openers:
            place -= 1
        last, start = place, place + 1
        inner = self.over_adverbs(place)
        if inner in self.heads and inner in self.openers:
            place = self._over_verb(self.heads[inner])  # "the house she bought in May | burned down"
        while place >= 0:
            first = self.noun(place)
            if first is None:
                break
            start = first
            place = self._joined(first - 1)
        start = self._behind_object(start, last)
        while 0 < start <= last and self._leads(start) and start - 1 not in self.said.times:
            start -= 1
        return tuple(range(start, last + 1))

    def _behind_object(self, start: int, last: int) -> int:
        """The start of a noun phrase behind the object of a verb: "kept the rocket in its hangar and | the count was off"."""
        verb = self.heads.get(start - 1)
        joins = [place for place in range(start, last) if self.said.tags[place] == "CC"]
        clausal = verb is not None and verb.lemma in verbs.REPORTING | verbs.I_STATE | verbs.PERCEPTION
        if verb is None or clausal or not joins or not is_finite(verb, self.said.words):
            return start
        return joins[-1] + 1

    def _leads(self, start: int) -> bool:
        """Whether the word before a noun phrase belongs to it: "only | two men", "at | least ten", but "at | Leeds"."""
        word, following = self.said.words[start - 1], self.said.words[start]
        return word in _LEADERS and (word != "at" or following in ("least", "most"))

    def is_nominal(self, place: int) -> bool:
        """Whether a word is a noun, a pronoun or a number, or inside a noun chunk."""
        said = self.said
        if place < 0:
            return False
        if place in self.heads:  # "shelling | resumed"
            return self.heads[place].tag == "VBG" and place in self.firsts and place + 1 in self.firsts
        if place in self.chunks or said.tags[place] in _NOMINAL_TAGS:
            return True
        if said.tags[place] == "JJ":  # "Fed | meets"
            return place + 1 in self.firsts
        return (
            place > 1 and said.words[place - 1] == "-" and said.tokens[place].glued and self.is_nominal(place - 2)
        )  # "passer-by"

    def is_time(self, place: int) -> bool:
        """Whether a word tells a time by itself, not inside the phrase of another noun ("the Monday meeting")."""
        if place not in self.said.times or place not in self.chunks:
            return place in self.said.times
        chunk, tags = self.chunks[place], self.said.tags
        end = next((p for p in range(chunk.first, chunk.head + 1) if p not in self.said.times), chunk.head + 1)
        counted = place < end and chunk.first > 0 and tags[chunk.first - 1] == "IN" and tags[end : end + 1] == ("CD",)
        return chunk.head in self.said.times or counted  # "in 2003 | two papers"

    def over_adverbs(self, place: int) -> int:
        """The place before adverbs, times and brackets."""
        said = self.said
        while place >= 0:
            if said.words[place] == ")":
                place = next((p for p in range(place, -1, -1) if said.words[p] == "("), 0) - 1
            elif (
                self.is_time(place)
                or (said.tags[place] in ("RB", "RBR") and said.words[place] not in ("not", "n't", "more"))
                or said.words[place] == "please"
                or (said.tags[place] == "IN" and self.is_time(place + 1))
                or (said.tags[place] == "CC" and self.is_time(place + 1) and self._is_time_phrase(place - 1))
            ):
                place -= 1
            else:
                break
        return place

    def _is_time_phrase(self, place: int) -> bool:
        """Whether a time ends at a place that another is joined to, "May | and June were wet", but "grew | and last year
        fell", "left in May 1885 | and the next year returned"."""
        if place < 0 or not (self.is_time(place) or self.said.tags[place] == self.said.tags[place + 2] == "NNP"):
            return False
        return not any(group.head < place and is_finite(group, self.said.words) for group in self.said.groups)

    def aside(self, comma: int) -> tuple[int, int] | None:
        """What stands between two commas and only adds to the noun before: its first token and the comma before it."""
        words, start = self.said.words, comma - 1
        while start >= 0 and words[start] != "," and words[start] not in MARKS:
            start -= 1
        if start <= 0 or words[start] != ",":
            return None
        first = start + 1
        while self.said.tags[first] == "RB":
            first += 1
        if self.said.tags[first] == "CC" and words[first] != "both":
            return None  # "it was burnt, | and the plague, which .."
        inside = [group for group in self.said.groups if first <= group.head < comma and is_finite(group, words)]
        opened = self.opens_relative(first) or words[first] in ("where", "when", "according")
        if opened or self.said.tags[first] in ("VBN", "VBG", "JJ"):
            return first, start
        says = next((group for group in self.said.groups if group.head == comma - 1), inside[-1] if inside else None)
        report = says is not None and bool(inside) and says.lemma in verbs.REPORTING and says.head >= comma - 4
        return (first, start) if report or not inside else None

    def opens_relative(self, place: int) -> bool:
        """Whether a relative clause begins at a place: "who left", "to whom he had been married"."""
        words = self.said.words[place : place + 2]
        return words[0] in RELATIVES or (self.said.tags[place] == "IN" and words[-1] in ("whom", "which", "whose"))

    def over_aside(self, comma: int) -> int:
        """The end of the subject of a verb that a comma precedes: over what is set off by commas, or a name set off."""
        aside = self.aside(comma)
        if aside is None:
            return comma - 1
        first, start = aside
        before = self.over_adverbs(start - 1)
        if self.said.words[before] == "," and before > 0:
            return self.over_aside(before)  # "his navigator, Karel Brandt, who kept silent,"
        if self.said.tags[before] == "CD" and self.said.words[before - 1] == ",":
            return self.over_aside(start)  # "Priya Shah, 44, of Leeds,"
        tags = self.said.tags[first:comma]
        name = bool(tags) and tags[0] != "IN" and all(tag in ("NNP", "NNPS", "HYPH", "FW", "IN") for tag in tags)
        plain = before in self.chunks and self.said.tags[self.chunks[before].head] not in ("NNP", "NNPS")
        return comma - 1 if name and 1 <= comma - first <= 5 and (plain or comma - first > 1) else before

    def noun(self, place: int) -> int | None:
        """The first word of the noun that ends at a place, with times and a participle after it."""
        said = self.said
        while place >= 0 and (
            self.is_time(place)
            or (self.is_time(place + 1) and said.tags[place] in ("IN", "CC", "TO") and said.words[place] != "and")
            or said.words[place] in ('"', "`", ")")
        ):
            place = self.over_adverbs(place) if said.words[place] == ")" else place - 1
        if not self.is_nominal(place):
            place = self._over_participle(place)
        if not self.is_nominal(place):
            return None
        return self._first_of_chunk(place)

    def _over_participle(self, place: int) -> int:
        """The noun that a participle after it belongs to: "volumes harvested | rose", "tests carried out | found"."""
        back = place - 1 if place > 0 and self.said.tags[place] == "RP" else place
        group = self.heads.get(back)
        if group is None or group.auxiliaries or group.tag not in ("VBN", "VBG", "VBD") or not group.first:
            return place
        back = group.first - 1
        return back - (back >= 0 and self.said.words[back] == ",")

    def _first_of_chunk(self, place: int) -> int:
        said = self.said
        start = self.chunks[place].first if place in self.chunks else place
        time = start
        while start < place and start in said.times:
            start += 1  # "in 2003 | two papers"
        named = said.tags[time] == "DT" or said.tokens[time + 1].form == "-"
        if named and said.tags[start] in ("NN", "NNS") and (not time or said.tags[time - 1] != "IN"):
            start = time  # "| the autumn term | starts"
        verb = max((p for p in range(start, place) if p in self.heads), default=None)
        if verb is not None:
            if verb == start and self.said.tags[verb] == "VBG" and self._modifies(verb):
                return start  # "swimming lessons | run"
            return verb + 1  # "saying | staff"
        while start > 0 and start - 1 not in said.times and start - 1 not in self.heads:
            hyphened = said.words[start] == "-" or (said.words[start - 1] == "-" and said.tokens[start].glued)
            if not hyphened and said.tags[start - 1] not in _IN_CHUNK:
                break
            start -= 1
        if said.tags[place] in ("CD", "VBG") and start == place and place > 0 and place - 1 in self.chunks:
            return self._first_of_chunk(place - 1)  # "pump 3", "goods working"
        return start

    def _modifies(self, gerund: int) -> bool:
        """Whether a word in -ing stands right before a noun that is the subject, at the start of a sentence or clause."""
        said = self.said
        opens = gerund == 0 or said.words[gerund - 1] in MARKS or said.tags[gerund - 1] == "CC"
        return opens and said.tags[gerund + 1] in ("NN", "NNS") and gerund + 2 in self.firsts

    def _joined(self, place: int) -> int:
        """The end of the noun that a phrase ending before a place hangs on, -1 for none."""
        if place < 1:
            return -1
        said, word, tag = self.said, self.said.words[place], self.said.tags[place]
        if word == "/":
            return place - 1 if self.is_nominal(place - 1) else -1  # "winds of 140 km/h"
        if word == '"':
            return self._joined(place - 1)  # 'the recording of "Slow Ferry"'
        group = self.heads.get(place)
        if group is not None:
            return self._over_verb(group)
        if tag == "CC" and word in ("and", "or", "nor", "&"):
            return place - 1 if self.is_nominal(place - 1) and self._is_list(place) else -1
        if tag not in ("IN", "TO") or word in COMPLEMENTIZERS or self._opens_clause(place):
            return -1
        back = place - 1
        while back > 0 and (said.tags[back] in ("RP", "RB") or said.words[back] == "because"):
            back -= 1
        while back > 0 and (self.is_time(back) or (self.is_time(back + 1) and said.tags[back] == "IN")):
            if word == "to":
                return -1  # "said goodbye last month | to the porter"
            back -= 1
        if said.tags[back] == "RP":
            back -= 1
        verb = self.heads.get(back)
        if verb is not None:
            return self._over_verb(verb, passive=word == "by")
        return back if self.is_nominal(back) and said.tags[back] != "PRP" else -1

    def _over_verb(self, group: VerbGroup, passive: bool = False) -> int:
        """The noun that a verb inside its phrase belongs to: "attempt to refloat", "people registered", "man who robbed"."""
        opener = self.openers.get(group.head)
        if opener is None and group.tag == "VBG" and group.first > 1 and self.said.tags[group.first - 1] == "IN":
            return self._joined(group.first - 1)  # "a man accused of | killing his wife"
        contact = opener is not None and self.said.words[opener] in NOMINATIVE  # "the house | she bought"
        if opener is not None and opener > 0 and (contact or self.said.words[opener] in RELATIVES):
            back = opener - 1 - (self.said.words[opener - 1] == ",")
        elif opener is None and (not is_finite(group, self.said.words) or (passive and group.tag == "VBD")):
            back = group.first - 1 - (self.said.words[group.first - 1] == "to")
        else:
            return -1
        return back if self.is_nominal(back) else -1

    def _opens_clause(self, place: int) -> bool:
        """Whether a preposition before a subject opens its clause, so that the one before has a verb: "after | it rained"."""
        said = self.said
        if said.words[place] not in CLAUSE_OPENERS:
            return False
        for back in range(place - 1, -1, -1):
            group = self.heads.get(back)
            if group is not None and is_finite(group, said.words):
                return True
            if said.words[back] in MARKS or (said.words[back] in COMPLEMENTIZERS and said.tags[back] != "DT"):
                return False
        return False

    def _is_list(self, place: int) -> bool:
        """Whether "and" joins two nouns of one phrase, not the object of one verb and the subject of the next."""
        first = self.noun(place - 1)
        if first is None or first == 0:
            return first == 0
        if self.said.words[place + 1] in NOMINATIVE and self.said.tags[first - 1] == "IN":
            return False  # "for that man and | I won't wait"
        group = self.heads.get(first - 1)
        return group is None or not is_finite(group, self.said.words) or group.lemma in verbs.REPORTING
