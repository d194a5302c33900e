"""English verb groups: a verb with its auxiliaries ("has not been seen", "is set to engage"), from the tags of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from timeline.languages.en import verbs
from timeline.languages.en.lemmas import lemma
from timeline.languages.en.nouns import DETERMINERS, PREPOSITIONS
from timeline.texts.syntax import VerbGroup


@frozen
class Tagged:
    """The words of a sentence in small letters ("#" for times), as they are written, and their tags."""

    words: Sequence[str]
    forms: Sequence[str]
    tags: Sequence[str]


@frozen(kw_only=True)
class Chain:
    """Auxiliaries in a row, and the token number after them and the adverbs among them."""

    words: tuple[str, ...]
    last: int
    end: int
    negated: bool
    prospective: str | None


def find_verb_groups(said: Tagged) -> list[VerbGroup]:
    """The verb groups of a sentence, in order."""
    groups: list[VerbGroup] = []
    place = 0
    while place < len(said.words):
        group = None
        if is_auxiliary(said, place):
            group = _with_auxiliaries(said, place)
        elif said.tags[place].startswith("VB"):
            group = _alone(said, place, groups)
        if group is not None:
            groups.append(group)
            place = max(place, group.head)
        place += 1
    return groups


def is_auxiliary(said: Tagged, place: int) -> bool:
    """Whether a word is a modal or a form of be, have or do."""
    word, tag = said.words[place], said.tags[place]
    if word in verbs.MODALS:
        return tag == "MD" or (tag[:2] != "NN" and word not in _ALSO_NOUNS)
    if word == "'s":
        return tag == "VBZ"
    return word in _FORMS and tag[:2] != "NN"


_FORMS = frozenset((*verbs.BE, *verbs.HAVE, *verbs.DO))
_ALSO_NOUNS = frozenset(("may", "might", "must", "can", "will"))
_ADVERBS = frozenset(
    "also already just still only now then once ever again even so yet always often soon further later first last".split()
)


def _is_adverb(said: Tagged, place: int) -> bool:
    if said.words[place] == "last":  # "was last seen", but "will last | two days"
        return place + 1 < len(said.tags) and said.tags[place + 1].startswith("VB")
    return said.tags[place] in ("RB", "RBR", "RBS") or said.words[place] in _ADVERBS


def _chain(said: Tagged, place: int) -> Chain:
    """The auxiliaries from a place on, with negations and adverbs among them: "has also not been", "is set to"."""
    chain: list[str] = []
    negated, prospective, last = False, None, place
    while place < len(said.words):
        word = said.words[place]
        if is_auxiliary(said, place):
            chain.append(word)
            last = place
        elif word in verbs.NEGATIONS:
            negated = True
        elif word in verbs.PROSPECTIVE and said.words[place + 1 : place + 2] == ("to",) and prospective is None:
            prospective = f"{chain[-1]} {word} to"
            place += 1
        elif not _is_adverb(said, place):
            break
        place += 1
    return Chain(words=tuple(chain), last=last, end=place, negated=negated, prospective=prospective)


def _with_auxiliaries(said: Tagged, first: int) -> VerbGroup:
    chain = _chain(said, first)
    head = chain.end
    tag = _tag_after(chain, said, head)
    late = _is_late(said, first)
    if tag is None and (said.words[-1] == "?" or late) and not chain.prospective:
        head = _behind_subject(said, chain.end)
        tag = _tag_after(chain, said, head)
    if tag is None:
        return VerbGroup(
            first=first,
            head=chain.last,
            lemma=_auxiliary_lemma(chain.words[-1]),
            tag="AUX",
            auxiliaries=chain.words[:-1] or chain.words,
            negated=chain.negated,
        )
    return VerbGroup(
        first=first,
        head=head,
        lemma=lemma(said.words[head], tag),
        tag=tag,
        auxiliaries=chain.words,
        negated=chain.negated or late,
        prospective=chain.prospective,
    )


def _is_late(said: Tagged, first: int) -> bool:
    """Whether a sentence begins with what something waited for, so that its subject follows its auxiliary: "not until Friday
    | did the ministers agree"."""
    opens = tuple(said.words[:2]) in (("not", "until"), ("not", "till"), ("not", "before"))
    return opens and not any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in said.tags[:first])


def _auxiliary_lemma(word: str) -> str:
    if word in verbs.BE or word == "'s":
        return "be"
    return "have" if word in verbs.HAVE else "do" if word in verbs.DO else word


def _tag_after(chain: Chain, said: Tagged, place: int) -> str | None:
    """The tag that a word has as the verb of some auxiliaries, None when it is none."""
    if place >= len(said.words) or said.tags[place][:2] != "VB":
        return None
    tag = said.tags[place]
    if chain.prospective is not None and chain.words[-1] not in ("be", "have"):
        return "VB" if tag in ("VB", "VBP") else None
    before = chain.words[-1]
    if before in verbs.BE or before == "'s":
        return {"VBN": "VBN", "VBD": "VBN", "VBG": "VBG"}.get(tag)
    if before in verbs.HAVE:
        return "VBN" if tag in ("VBN", "VBD") else None
    return "VB" if tag in ("VB", "VBP") else None


def _behind_subject(said: Tagged, place: int) -> int:
    """The place behind a subject of at most eight words: "did | the foreign minister | resign?"."""
    end = min(len(said.words), place + 8)
    while place < end and said.tags[place][:2] in ("DT", "PR", "NN", "JJ", "CD", "PO"):
        place += 1
    return place


def _alone(said: Tagged, place: int, groups: Sequence[VerbGroup]) -> VerbGroup | None:
    """A verb without an auxiliary: a past, a present, an infinitive, an imperative, a participle."""
    word, tag = said.words[place], said.tags[place]
    before = said.words[place - 1] if place else ""
    negated = before in verbs.NEGATIONS
    if tag == "VBN" and _has_object(said, place):
        tag = "VBD"
    base = lemma(word, tag)
    if tag in ("VB", "VBP") and (before == "to" or (negated and place > 1 and said.words[place - 2] == "to")):
        return VerbGroup(
            first=place, head=place, lemma=base, tag="TO", negated=negated, prospective=_outlook(said, place, groups)
        )
    if tag == "VB" or (tag == "VBP" and before == ""):
        imperative = _is_imperative(said, place, groups)
        return VerbGroup(first=place, head=place, lemma=base, tag="IMP" if imperative else "TO", negated=negated)
    if tag in ("VBN", "VBG") and _is_modifier(said, place):
        return None
    return VerbGroup(first=place, head=place, lemma=base, tag=tag, negated=negated)


def _is_imperative(said: Tagged, place: int, groups: Sequence[VerbGroup]) -> bool:
    """Whether a bare verb opens its clause: "Submit your orders", "please reply", "sign and return the form"."""
    before = said.words[place - 1] if place else ""
    if before in ("'s", "us") and place > 1 and said.words[place - 2] in ("let", "lets"):
        return True  # "Let's meet on Friday"
    if before in ("and", "or", ","):
        return not groups or groups[-1].tag == "IMP"
    return before in ("please", "not") or not any(word[0].isalnum() for word in said.words[:place])


def _outlook(said: Tagged, place: int, groups: Sequence[VerbGroup]) -> str | None:
    """The words that turn an infinitive to the future: "plans to", "Brandt to call the supplier", "a bill due to pass"."""
    word = said.words[place - 2] if place > 1 else ""
    planning = bool(groups) and groups[-1].head == place - 2 and groups[-1].lemma in verbs.PLANNING
    alone = not groups and place > 1 and said.forms[place - 2][0].isupper()
    due = word in verbs.PROSPECTIVE and word not in ("likely", "certain", "sure", "ready")
    # "he is to arrive", "we have to leave"
    bound = word in ("is", "are", "am", "has", "have") and bool(groups) and groups[-1].head == place - 2
    return f"{word} to" if planning or alone or due or bound else None


def _has_object(said: Tagged, place: int) -> bool:
    """Whether what was tagged as a participle is a past, between a subject and an object: "a fire destroyed most of it"."""
    before = said.tags[place - 1] if place else ""
    following = said.tags[place + 1] if place + 1 < len(said.words) else "."
    return before in _SUBJECTS and following in _OBJECTS and lemma(said.words[place], "VBN") not in _TWO_OBJECTS


_SUBJECTS = frozenset("NN NNS NNP NNPS PRP WDT WP".split())
_OBJECTS = frozenset("DT PDT PRP PRP$ JJS".split())
# Verbs whose participle may have an object too: "the man given the job", "a town called the pearl".
_TWO_OBJECTS = frozenset(
    "give offer award pay send tell show grant ask deny name call elect appoint consider make teach lend sell".split()
)
_NOMINAL = frozenset("NN NNS NNP NNPS JJ".split())


def _is_modifier(said: Tagged, place: int) -> bool:
    """Whether a participle is an adjective or a noun: "the planned talks", "a growing market", "the closing"."""
    before = said.words[place - 1] if place else ""
    tag = said.tags[place - 1] if place else ""
    following = said.tags[place + 1] if place + 1 < len(said.words) else "."
    if said.words[place + 1 : place + 2] == ("#",):
        following = "."  # a time is no noun that it modifies: "the ruling, announced Wednesday"
    if before in DETERMINERS and tag in ("DT", "PRP$", "WP$", "PDT"):
        return True
    if following not in _NOMINAL:
        return before == "-" or tag in ("POS", "PRP$")
    if said.tags[place] == "VBG":
        return tag in ("JJ", "POS", "CD", "HYPH") or (before in PREPOSITIONS and before not in _OPENS_CLAUSE)
    return tag in ("JJ", "POS", "CD", "HYPH", "IN", ",", "CC", "RB", "VBD", "VBZ", "VBP", "VB") or place == 0


_OPENS_CLAUSE = frozenset("by after before while when since without of from in for on".split())


def is_subjunctive(group: VerbGroup, words: Sequence[str], lemmas: Sequence[str]) -> bool:
    """Whether a bare verb tells what was asked for: "proposed that the fair be held", "demanded that he resign"."""
    bare = group.auxiliaries[:1] == ("be",) or (group.tag == "TO" and not group.auxiliaries)
    before = words[group.first - 1] if group.first else ""
    if not bare or before == "to" or before in verbs.MODALS:
        return False
    clause = range(max(0, group.first - _SUBJECT), group.first)
    for place in reversed(clause):
        if words[place] == "that" and place:
            return not {*lemmas[max(0, place - 3) : place]}.isdisjoint(verbs.MANDATING | verbs.MANDATES)
        if words[place] in (",", ";", ":") or words[place] in verbs.MODALS:
            return False
    return False


_SUBJECT = 12  # words between "that" and its verb


def is_finite(group: VerbGroup, words: Sequence[str]) -> bool:
    """Whether a verb group can be the verb of a sentence; a bare participle and an infinitive are none."""
    if group.auxiliaries:
        to = group.first > 0 and words[group.first - 1] == "to"
        return not to and group.auxiliaries[0] not in ("having", "being", "be", "been")
    return group.tag in ("VBD", "VBZ", "VBP", "IMP", "AUX")
