"""How an English sentence is built: tags, lemmas, verb groups and noun chunks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.languages.en import verbs
from timeline.languages.en.lemmas import lemma
from timeline.languages.en.nouns import SUBORDINATORS
from timeline.languages.en.verbgroups import Tagged, find_verb_groups
from timeline.languages.en.verbs import verb_tags
from timeline.learned.tagging import load
from timeline.texts.document import Token
from timeline.texts.syntax import Chunk, Syntax


def analyse(tokens: Sequence[Token], times: frozenset[int]) -> Syntax:
    """A sentence as it is built, by the tagger of the package."""
    return syntax_of(tokens, times, load().tag([token.form for token in tokens]))


def syntax_of(
    tokens: Sequence[Token], times: frozenset[int], tags: list[str], chunks: Sequence[Chunk] | None = None
) -> Syntax:
    """A sentence as it is built, from its tags and, where somebody knows better, its noun chunks.

    What tells a time is no verb ("in May", "the march of 1930").
    """
    forms = [token.form for token in tokens]
    words = [form.lower() for form in forms]
    tags = _mended(tokens, words, tags)
    lemmas = [lemma(word, tag) for word, tag in zip(words, tags)]
    for place in times:
        words[place] = "#"
        tags[place] = tags[place] if tags[place][0] not in "VM" else "NNP"
    shown = tuple(words)
    return Syntax(
        tokens=tuple(tokens),
        words=shown,
        tags=tuple(tags),
        lemmas=tuple(lemmas),
        groups=tuple(find_verb_groups(Tagged(shown, forms, tags))),
        chunks=tuple(noun_chunks(tags) if chunks is None else chunks),
        times=times,
    )


def _mended(tokens: Sequence[Token], words: Sequence[str], tags: list[str]) -> list[str]:
    """The tags with what the tagger cannot know mended.

    What cannot be a plural is a verb, and the word before it none then ("the shed reopens"); of two finite verbs in a row
    the first is a noun ("an audit of falls begins"); a noun is not followed by a determiner ("acquitted of poisoning her
    partner"); a hyphen between blanks is a dash.
    """
    for place in [place for place, tag in enumerate(tags) if tag in _MENDED or words[place] == "-"]:
        tag = tags[place] = _possible(place, tokens, words, tags)
        says = words[place] in _SAYS and words[place + 1 : place + 2] == ["that"]
        if tag == "NNS" and (says or words[place] in verbs.ONLY_VERBS):
            tags[place] = "VBZ"
            if place > 1 and tags[place - 1] == "VBD":
                tags[place - 1] = "NN"
        elif (
            place
            and tag in verbs.FINITE
            and _is_noun(tags[place - 1], words[place - 1], tags[place - 2] if place > 1 else "DT")
        ):
            tags[place - 1] = "NNS" if words[place - 1].endswith("s") else "NN"
        elif tag == "VBZ" and place > 1 and tags[place - 1] == "CD" and tags[place + 1 : place + 2] == ["IN"]:
            if tags[place - 2] in ("EX", "VBD", "VBZ", "VBP"):
                tags[place] = "NNS"  # "there were 31 falls in December"
        elif tag == "VB" and _is_finite(place, words, tags):
            tags[place] = "VBP"
        elif tag in ("VBD", "VBN"):
            tags[place] = _past(place, words, tags)
        elif words[place] == "'s" and tag == "VBZ" and _owns(place, words, tags):
            tags[place] = "POS"  # "at St Anne's on Friday"
        elif tag in ("NN", "NNS"):
            tags[place] = _noun(place, words, tags)
        elif words[place] == "-" and not tokens[place].glued and place + 1 < len(tags) and not tokens[place + 1].glued:
            tags[place] = ":"
    return tags


_MENDED = frozenset("VB VBD VBG VBN VBP VBZ MD NN NNS".split())  # tags that may be wrong


def _possible(place: int, tokens: Sequence[Token], words: Sequence[str], tags: Sequence[str]) -> str:
    """The tag of a word, but another where it cannot have that: "£1.3 | m", "founded in 1911 and | rebuilt"."""
    tag = tags[place]
    if tag[0] == "V" and place and tags[place - 1] == "CD" and tokens[place].glued:
        return "NN"
    if tag in ("VB", "VBP") and verb_tags(words[place]).keys().isdisjoint(("VB", "VBP")) and "VBN" in verb_tags(words[place]):
        return "VBN" if "VBN" in tags[:place] else "VBD"
    if words[place] == "order" and "to" == words[place - 1] and not {"call", "called", "calls"}.isdisjoint(words[:place]):
        return "NN"  # "called the meeting to order"
    return "VBD" if tag == "MD" and words[place] not in verbs.MODALS and "VBD" in verb_tags(words[place]) else tag


_SAYS = frozenset("disputes finds shows rules notes states hears".split())  # before "that" they are verbs, not plurals


def _resumes(place: int, words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a word behind a clause about the subject is the verb that the sentence lacks: "Rovers, who last won in May, |
    travel to Hull"."""
    if words[place - 1] != "," or "VB" not in verb_tags(words[place]) or tags[place + 1 : place + 2] not in _BEHIND_VERB:
        return False
    opened = next((p for p in range(place - 2, 1, -1) if words[p] in ("who", "which") and words[p - 1] == ","), None)
    if opened is None or "," in words[opened : place - 1] or "," in words[: opened - 1]:
        return False
    return not any(tag in verbs.FINITE or tag == "MD" for tag in (*tags[: opened - 1], *tags[place:]))


def _ends_whose(place: int, words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether what is tagged as a plural is the verb that a clause with "whose" lacks: "whose contract | ends | in 2027"."""
    opened = next((p for p in range(place - 2, max(-1, place - 5), -1) if words[p] == "whose"), None)
    if opened is None or tags[place - 1] not in _NOUNS or tags[place + 1 : place + 2] not in (["IN"], ["RP"]):
        return False
    end = next((p for p in range(place, len(words)) if words[p] == ","), len(words))
    lacking = not any(tag in verbs.FINITE or tag == "MD" for tag in tags[opened:end])
    return lacking and "VBZ" in verb_tags(words[place])


_BEHIND_VERB = (["TO"], ["IN"], ["DT"], ["PRP$"], ["NNP"])
_TAKES_BASE = verbs.MODALS | frozenset(  # words that a bare infinitive can follow
    "do does did let lets make makes made help helps helped see saw hear heard watch have has had please".split()
)


def _is_finite(place: int, words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether what is tagged as the base of a verb has a subject, or goes on with a finite verb: "schools in Marram | stay |
    closed", "we leave on Friday and | get | back"."""
    before = tags[:place]
    if not place or "TO" in before or "MD" in before or not _TAKES_BASE.isdisjoint(words[:place]):
        return False
    plural = before[-1] == "NNS" or before[-3:] == ["NNS", "IN", "NNP"]
    return plural or (before[-1] == "CC" and "VBP" in before)


def _noun(place: int, words: Sequence[str], tags: Sequence[str]) -> str:
    """The tag of what is tagged as a noun."""
    if tags[place] == "NNS":
        return "VBZ" if _ends_whose(place, words, tags) else "NNS"
    if words[place].endswith("ing") and _is_gerund(place, tags):
        return "VBG"
    return "VBP" if words[place] in verbs.FORMS and _resumes(place, words, tags) else "NN"


def _is_gerund(place: int, tags: Sequence[str]) -> bool:
    """Whether what is tagged as a noun has an object, as no noun has: "of poisoning | her partner"."""
    return tags[place - 1] == "IN" and tags[place + 1 : place + 2] in (["DT"], ["PRP$"], ["PRP"])


def _past(place: int, words: Sequence[str], tags: Sequence[str]) -> str:
    """The tag of what is tagged as a past or its participle, one of which is easily taken for the other."""
    if tags[place] == "VBD":
        return "VBN" if _is_participle(place, words, tags) else "VBD"
    if words[place - 1] == "to" and words[place] == lemma(words[place], "VBN"):
        return "VB"  # "was due to wed"
    return "VBD" if _goes_on(place, words, tags) else "VBN"


def _is_participle(place: int, words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether what is tagged as a past belongs to a noun: "his first paid job", "of stopped clocks", "largest ever built"."""
    if tags[max(place - 2, 0) : place + 2] == ["PRP$", "JJ", "VBD", "NN"] or words[place - 1] == "ever":
        return True
    if words[place - 1 : place + 2 : 2] == [",", "by"]:
        return True  # "the charity, founded by two nurses,"
    return words[place - 1] == "of" and tags[place + 1 : place + 2] in (["NN"], ["NNS"])


def _goes_on(place: int, words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether what is tagged as a participle is one of the pasts of a list: "the ship left Hull, called at Leith and sank"."""
    if words[place - 1] != "," or words[place + 1 : place + 2] == ["by"] or "VBD" not in tags[:place]:
        return False
    following = next((p for p in range(place + 1, len(tags)) if tags[p] in ("CC", ",", ".")), len(tags) - 1)
    return tags[following : following + 2] == ["CC", "VBD"] and "VBD" in verb_tags(words[place])


def _owns(place: int, words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether the name before "'s" stands behind a preposition, so that it is no subject."""
    first = place - 1
    while first > 0 and tags[first] in ("NNP", "NNPS"):
        first -= 1
    return first < place - 1 and tags[first] == "IN" and words[first] not in SUBORDINATORS


def _is_noun(tag: str, word: str, before: str) -> bool:
    """Whether what is tagged as a verb right before a finite verb is none: nothing but auxiliaries stand there."""
    auxiliary = word in verbs.BE or word in verbs.HAVE or word in verbs.DO
    return tag in ("VBZ", "VBD", "VBN") and not auxiliary and before in ("DT", "JJ", "NN", "HYPH", "PRP$", "IN", "WDT")


_MODIFIERS = frozenset("DT PDT PRP$ WDT WP$ JJ JJR JJS CD VBN VBG NN NNS NNP NNPS POS HYPH AFX # $ FW ADD".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_PRONOUNS = frozenset(("PRP", "WP"))
_OPENERS = frozenset("DT PDT PRP$ WDT WP$".split())


def noun_chunks(tags: Sequence[str]) -> Iterator[Chunk]:
    """The noun chunks of a sentence, from its tags.

    >>> list(noun_chunks("DT JJ NN VBD DT NN IN PRP".split()))
    [Chunk(first=0, head=2), Chunk(first=4, head=5), Chunk(first=7, head=7)]
    """
    first = head = None
    for place, tag in enumerate((*tags, "")):
        if tag not in _MODIFIERS or (head is not None and tag in _OPENERS):
            if first is not None and head is not None:
                yield Chunk(first, head)
            first = head = None
        if tag in _MODIFIERS:
            first = place if first is None else first
            head = place if tag in _NOUNS else head
        elif tag in _PRONOUNS:
            yield Chunk(place, place)
