"""English verb groups: a verb with its auxiliaries ("has not been seen", "is set to engage")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.en import verbs
from timeline.languages.en.nouns import CONJUNCTIONS, DETERMINERS, EVENT_NOUNS, PREPOSITIONS, PRONOUNS
from timeline.syntax import VerbGroup
from timeline.text import Token


def find_verb_groups(words: Sequence[str], tokens: Sequence[Token]) -> list[VerbGroup]:
    """The verb groups of a sentence, from lower-case words and their tokens."""
    groups: list[VerbGroup] = []
    place = 0
    while place < len(words):
        group = _chain(words, place) or _simple(words, tokens, place, groups)
        if group is None:
            place += 1
            continue
        groups.append(group)
        place = max(group.head, place) + 1
    return groups


def _is_auxiliary(word: str) -> bool:
    return word in verbs.BE or word in verbs.HAVE or word in verbs.DO or word in verbs.MODALS


def _is_adverb(word: str) -> bool:
    return word in verbs.NEGATIONS or (word.endswith("ly") and word not in _NO_ADVERBS) or word in _ADVERBS


_NO_ADVERBS = frozenset(
    "family ally rally reply supply assembly monopoly anomaly italy july fly bully belly jelly emily apply".split()
)


_ADVERBS = frozenset(
    "also already just still only now then once ever again even so yet always often soon further later first".split()
)


def _chain(words: Sequence[str], place: int) -> VerbGroup | None:
    """An auxiliary and what follows it: "has also not been seen", "is set to engage"."""
    if not (_is_auxiliary(words[place]) or (words[place] == "'s" and _is_has_or_is(words, place))):
        return None
    first, negated, prospective = place, False, None
    chain: list[str] = []
    while place < len(words):
        word = words[place]
        if _is_auxiliary(word) or (word == "'s" and not chain):
            chain.append(word)
        elif word in verbs.NEGATIONS:
            negated = True
        elif word in verbs.PROSPECTIVE and words[place + 1 : place + 2] == ("to",) and chain:
            prospective = f"{chain[-1]} {word} to"
            place += 1
        elif not _is_adverb(word):
            break
        place += 1
    tags = verbs.verb_tags(words[place]) if place < len(words) else {}
    tag = _tag_after(chain, tags, prospective)
    if tag is None:
        head = max(i for i in range(first, place) if words[i] == chain[-1])
        return VerbGroup(
            first=first,
            head=head,
            lemma=_aux_lemma(chain[-1]),
            tag="AUX",
            auxiliaries=tuple(chain[:-1] or chain),
            negated=negated,
        )
    return VerbGroup(
        first=first,
        head=place,
        lemma=tags[tag],
        tag=tag,
        auxiliaries=tuple(chain),
        negated=negated,
        prospective=prospective,
    )


def _is_has_or_is(words: Sequence[str], place: int) -> bool:
    """Whether 's is a verb: what follows is a participle or an adverb, not a noun."""
    following = words[place + 1] if place + 1 < len(words) else ""
    return (
        following in verbs.NEGATIONS
        or following == "been"
        or (place > 0 and words[place - 1] in PRONOUNS and following.endswith("ing"))
    )


def _aux_lemma(word: str) -> str:
    return (
        "be"
        if word in verbs.BE or word == "'s"
        else "have" if word in verbs.HAVE else "do" if word in verbs.DO else word
    )


def _tag_after(chain: Sequence[str], tags: object, prospective: str | None) -> str | None:
    """The tag that a verb has after an auxiliary, None when what follows is no verb of that form."""
    assert isinstance(tags, dict) or hasattr(tags, "keys")
    if prospective:
        wanted: tuple[str, ...] = ("VB",)
    elif chain[-1] in verbs.BE or chain[-1] == "'s":
        wanted = ("VBN", "VBG")
    elif chain[-1] in verbs.HAVE:
        wanted = ("VBN",)
    else:
        wanted = ("VB",)
    return next((tag for tag in wanted if tag in tags), None)  # type: ignore[operator]


def _simple(words: Sequence[str], tokens: Sequence[Token], place: int, groups: Sequence[VerbGroup]) -> VerbGroup | None:
    """A verb without an auxiliary: a past, a present after its subject, an infinitive, a participle after a comma."""
    tags = verbs.verb_tags(words[place])
    if not tags and _is_infinitive(words, place):
        tags = {"VB": words[place]}
    if not tags:
        return None
    before = words[place - 1] if place else ""
    if before == "to" and "VB" in tags:
        planning = (
            groups[-1] if groups and groups[-1].head == place - 2 and groups[-1].lemma in verbs.PLANNING else None
        )
        alone = not groups and place > 1 and tokens[place - 2].form[0].isupper()  # "Brandt to call the supplier"
        outlook = alone or (
            place > 1
            and words[place - 2] in verbs.PROSPECTIVE
            and words[place - 2] not in ("likely", "certain", "sure", "ready")
        )
        prospective = f"{words[place - 2]} to" if planning or outlook else None
        return VerbGroup(first=place, head=place, lemma=tags["VB"], tag="TO", prospective=prospective)
    if "VBD" in tags and _can_have_subject(words, tokens, place):
        return VerbGroup(first=place, head=place, lemma=tags["VBD"], tag="VBD", negated=before in verbs.NEGATIONS)
    if (
        "VBZ" in tags
        and _after_subject(words, tokens, place)
        and (words[place] not in EVENT_NOUNS or _verb_context(words, place))
    ):
        return VerbGroup(first=place, head=place, lemma=tags["VBZ"], tag="VBZ")
    if "VB" in tags and (
        before in ("they", "we", "i", "you", "who") or (not before and words[place] not in EVENT_NOUNS)
    ):
        return VerbGroup(first=place, head=place, lemma=tags["VB"], tag="VBP" if before else "IMP")
    if "VB" in tags and before == "please":
        return VerbGroup(first=place, head=place, lemma=tags["VB"], tag="IMP")
    if "VB" in tags and _is_plural(before) and _present_after_plural(words, place, tags["VB"]):
        return VerbGroup(first=place, head=place, lemma=tags["VB"], tag="VBP")
    if "VBG" in tags and _is_participle(words, place, groups):
        return VerbGroup(first=place, head=place, lemma=tags["VBG"], tag="VBG")
    return None


def _is_infinitive(words: Sequence[str], place: int) -> bool:
    """Whether an unknown word is a verb by its place: "to honor the dead"."""
    following = words[place + 1] if place + 1 < len(words) else "."
    return place > 0 and words[place - 1] == "to" and words[place].isalpha() and following in DETERMINERS


def _is_participle(words: Sequence[str], place: int, groups: Sequence[VerbGroup]) -> bool:
    """Whether an -ing form opens a participle clause: ", killing its driver and closing the line"."""
    before = words[place - 1] if place else ""
    following = words[place + 1] if place + 1 < len(words) else "."
    if before == "and" and not any(group.tag == "VBG" for group in groups):
        return False
    if before not in ("", ",", "by", "after", "before", "while", "when", "since", "and"):
        return False
    return words[place] not in EVENT_NOUNS or following in DETERMINERS


def _can_have_subject(words: Sequence[str], tokens: Sequence[Token], place: int) -> bool:
    """Whether a past form can be a finite verb here: not right after a determiner, a preposition or an auxiliary."""
    before = place - 1
    while before >= 0 and (_is_adverb(words[before]) or words[before] == ","):
        before -= 1
    if before < 0:
        return False
    word = words[before]
    if word in PRONOUNS and word not in ("this", "these", "those"):
        return True
    following = words[place + 1] if place + 1 < len(words) else "."
    compound = before > 0 and words[before - 1] == "-" and tokens[before].glued  # "a passer-by called"
    if (
        word in DETERMINERS
        or (word in PREPOSITIONS and not compound)
        or word in verbs.BE
        or word in verbs.HAVE
        or word == "'s"
    ):
        return False
    if "VB" in verbs.verb_tags(words[place]) and not tokens[before].form[0].isupper() and word not in PRONOUNS:
        return following in DETERMINERS  # cut, shed, hit: as often a noun
    # "the company based in Paris": a participle before its preposition, unless the verb is a known one
    return words[place] in verbs.FORMS or following in DETERMINERS or tokens[place].form.islower()


def _after_subject(words: Sequence[str], tokens: Sequence[Token], place: int) -> bool:
    before = place - 1
    while before >= 0 and _is_adverb(words[before]):
        before -= 1
    if before < 0:
        return False
    word = words[before]
    if word in CONJUNCTIONS:
        return words[place + 1 : place + 2] == ("to",) or (
            words[place] not in EVENT_NOUNS and _verb_context(words, place)
        )
    if word in DETERMINERS - PRONOUNS or word in PREPOSITIONS or word == "'s" or not word[0].isalpha():
        return word in (",", ")") and words[place] not in EVENT_NOUNS
    following = words[place + 1] if place + 1 < len(words) else "."
    closed = not following[0].isalpha() or following in PREPOSITIONS or following in DETERMINERS
    return (
        word in PRONOUNS
        or tokens[before].form[0].isupper()
        or word not in verbs.FORMS
        or (closed and words[place] not in EVENT_NOUNS)
    )


_AFTER_VERBS = frozenset("in on at to for with after before until from through by #".split())


def _present_after_plural(words: Sequence[str], place: int, lemma: str) -> bool:
    """Whether a base form after a plural is its verb: "volunteers meet at", "prosecutors allege"."""
    if words[place] in EVENT_NOUNS:
        return False
    return _verb_context(words, place) or verbs.verb_class(lemma) in ("REPORTING", "I_STATE")


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in verbs.FORMS


def _verb_context(words: Sequence[str], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else "."
    return following in DETERMINERS or following in _AFTER_VERBS
