"""The first English event finder: verb groups and event nouns from closed tables.

It stands behind the interface that a trained tagger and classifier will use (`timeline.languages.pack.EventFinder`).
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from timeline.languages.en import verbs
from timeline.languages.en.nouns import (
    CONJUNCTIONS,
    DETERMINERS,
    EVENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from timeline.records import Event
from timeline.text import Document, Sentence, Token

PAST, FUTURE = "past", "future"


@frozen(kw_only=True)
class VerbGroup:
    """A verb with its auxiliaries: token numbers, both ends included."""

    first: int
    head: int
    lemma: str
    tag: str
    auxiliaries: tuple[str, ...] = ()
    negated: bool = False
    prospective: str | None = None  # "set to", "plans to": the words that turn it to the future


def find_events(
    document: Document, sentence: Sentence, tokens: Sequence[Token], times: frozenset[int]
) -> tuple[Event, ...]:
    """The events of a sentence, in order; the words of times are none."""
    words = masked(tokens, times)
    groups = find_verb_groups(words, tokens)
    found = [_conditional(_verb_event(group, tokens, document, sentence), group, words) for group in groups]
    heads = {group.head for group in groups}
    held = {group.first - 1 for group in groups if _takes_place(group, words)}
    for place, word in enumerate(words):
        if (
            place not in heads
            and (word in EVENT_NOUNS or (place in held and word[0].isalpha()))
            and _is_noun(words, place)
        ):
            found.append(_noun_event(place, words, groups, tokens, document))
    return tuple(sorted(found, key=lambda event: event.start))


def _conditional(event: Event, group: VerbGroup, words: Sequence[str]) -> Event:
    """A present after "if" tells of what may come: "if it rains on Sunday"."""
    clause = words[max(0, group.first - 6) : group.first]
    if (
        event.direction is None
        and event.tense == "PRESENT"
        and "if" in clause
        and "," not in clause[clause.index("if") :]
    ):
        return evolve(event, direction=FUTURE, shown_by="if")
    return event


def _takes_place(group: VerbGroup, words: Sequence[str]) -> bool:
    """Whether a verb group says of its subject that it is an event: "takes place", "will be held"."""
    return (group.lemma == "hold" and group.tag == "VBN") or (
        group.lemma == "take" and words[group.head + 1 : group.head + 2] == ["place"]
    )


def masked(tokens: Sequence[Token], times: frozenset[int]) -> list[str]:
    """The lower-case words of a sentence, with a mark in place of those that tell times ("May", "the march of 1930")."""
    return ["#" if place in times else token.form.lower() for place, token in enumerate(tokens)]


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
        elif word in verbs.PROSPECTIVE and words[place + 1 : place + 2] == ["to"] and chain:
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
        return words[place + 1 : place + 2] == ["to"] or (
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


def _is_noun(words: Sequence[str], place: int) -> bool:
    before = words[place - 1] if place else ""
    return before not in ("to", "will", "would", "can", "could", "may", "might", "must", "should", "n't")


def _direction(group: VerbGroup, sentence: Sentence) -> str | None:
    """Past or future, as far as a verb group tells."""
    chain = group.auxiliaries
    if chain[:1] == ("had",):
        return PAST  # "had been due to expire"
    if (
        group.prospective
        or any(word in verbs.FUTURE_MODALS for word in chain)
        or group.lemma in ("schedule", "plan", "postpone", "reschedule")
    ):
        return FUTURE
    if any(word in verbs.MODALS for word in chain):
        return PAST if "have" in chain else FUTURE
    if chain and (
        chain[0] in ("was", "were", "had", "did") or (chain[0] in verbs.HAVE and group.tag in ("VBN", "AUX"))
    ):
        return PAST
    if group.tag == "VBD" or (group.tag == "AUX" and group.lemma in ("was", "were")):
        return PAST
    if group.tag == "IMP":
        return FUTURE
    if group.tag in ("VBZ", "VBP") and group.lemma in verbs.SCHEDULED:
        return FUTURE
    if group.tag == "VBZ" and sentence.kind == "heading":
        return PAST
    if chain and chain[-1] in verbs.BE and group.tag == "VBG":
        return FUTURE if group.lemma in verbs.SCHEDULED else None
    return None


def _tense(group: VerbGroup) -> tuple[str, str]:
    """The TimeML tense and aspect of a verb group."""
    chain = [word for word in group.auxiliaries if word not in verbs.MODALS]
    perfect = any(word in verbs.HAVE for word in chain) and group.tag in ("VBN", "VBG", "AUX")
    progressive = group.tag == "VBG" and bool(chain)
    aspect = {(False, False): "NONE", (True, False): "PERFECTIVE", (False, True): "PROGRESSIVE"}.get(
        (perfect, progressive), "PERFECTIVE_PROGRESSIVE"
    )
    if any(word in verbs.FUTURE_MODALS for word in group.auxiliaries):
        return "FUTURE", aspect
    if group.tag in ("TO", "VBG") and not chain:
        return ("INFINITIVE" if group.tag == "TO" else "PRESPART"), aspect
    first = group.auxiliaries[0] if group.auxiliaries else ""
    if first in ("was", "were", "had", "did") or group.tag == "VBD":
        return "PAST", aspect
    if first in verbs.MODALS:
        return "NONE", aspect
    return "PRESENT", aspect


def _verb_event(group: VerbGroup, tokens: Sequence[Token], document: Document, sentence: Sentence) -> Event:
    tense, aspect = _tense(group)
    modality = next(
        (word for word in group.auxiliaries if word in verbs.MODALS - verbs.FUTURE_MODALS), group.prospective
    )
    start, end = document.span(tokens[group.head].start, tokens[group.head].end)
    group_start, group_end = document.span(tokens[group.first].start, tokens[group.head].end)
    direction = _direction(group, sentence)
    shown = " ".join(token.form for token in tokens[group.first : group.head + 1])
    return Event(
        start=start,
        end=end,
        text=document.source[start:end],
        lemma=group.lemma,
        class_="STATE" if group.tag == "AUX" else verbs.verb_class(group.lemma),
        pos="VERB",
        tense=tense,
        aspect=aspect,
        polarity="NEG" if group.negated else "POS",
        modality=modality,
        group_start=group_start,
        group_end=group_end,
        direction=direction,
        shown_by=shown if direction else "",
        auxiliary=group.tag == "AUX",
        looks_ahead=group.lemma in verbs.LOOKING_AHEAD,
        punctual=group.lemma in verbs.PUNCTUAL and "been" not in group.auxiliaries,
    )


def _noun_event(
    place: int, words: Sequence[str], groups: Sequence[VerbGroup], tokens: Sequence[Token], document: Document
) -> Event:
    start, end = document.span(tokens[place].start, tokens[place].end)
    event = Event(
        start=start,
        end=end,
        text=document.source[start:end],
        lemma=EVENT_NOUNS.get(words[place], words[place]),
        group_start=start,
        group_end=end,
    )
    light = _light_verb(place, words, groups)
    if light is not None:
        carrier = _verb_event(light, tokens, document, Sentence(0, 0, 0))
        return evolve(
            event,
            governor=(carrier.start, carrier.end),
            tense=carrier.tense,
            aspect=carrier.aspect,
            polarity=carrier.polarity,
            modality=carrier.modality,
            direction=carrier.direction,
            shown_by=carrier.shown_by,
        )
    direction, shown = _noun_direction(place, words, groups, tokens, document)
    return evolve(event, direction=direction, shown_by=shown)


def _light_verb(place: int, words: Sequence[str], groups: Sequence[VerbGroup]) -> VerbGroup | None:
    """The light verb that carries a noun: "engage in strategic consultations", "held talks", "the sale will be held"."""
    for group in reversed(groups):
        if group.head < place and group.lemma in verbs.LIGHT:
            between = words[group.head + 1 : place]
            if len(between) <= 5 and not any(
                w in SUBORDINATORS or w in ("of", "with", "after", "before", ",") for w in between
            ):
                return group
    following = next((group for group in groups if group.first > place), None)
    if following is None or not (_takes_place(following, words) or _is_set_for(following)):
        return None
    between = words[place + 1 : following.first]
    return following if len(between) <= 6 and not any(w in SUBORDINATORS or w == "," for w in between) else None


def _is_set_for(group: VerbGroup) -> bool:
    """Whether a participle says of its noun when it is to be: "the talk planned for 9 October"."""
    return group.lemma in verbs.SET_FOR and not group.auxiliaries and group.tag in ("VBD", "VBN")


def _noun_direction(
    place: int, words: Sequence[str], groups: Sequence[VerbGroup], tokens: Sequence[Token], document: Document
) -> tuple[str | None, str]:
    """Past or future of an event that a noun tells: from "after" before it, else from the nearest verb."""
    heads = {group.head for group in groups}
    for back in range(place - 1, -1, -1):
        if back in heads or words[back] in SUBORDINATORS:
            break
        if words[back] in ("after", "following", "since"):
            future = [g for g in groups if g.head < back and _direction(g, Sentence(0, 0, 0)) == FUTURE]
            return (None, "") if future else (PAST, words[back])
    following = next((g for g in groups if g.first > place), None)
    if following is not None and following.lemma in verbs.SCHEDULING and following.tag == "VBN":
        return None, ""
    if following is not None and following.tag == "AUX" and words[following.head] in ("is", "are", "'s"):
        if words[following.head + 1 : following.head + 2] and words[following.head + 1] in ("on", "at", "in", "#"):
            return FUTURE, words[following.head]  # "the closing concert is on Sunday"
    told = [(abs(g.head - place), _direction(g, Sentence(0, 0, 0)), g) for g in groups if g.tag not in ("TO", "VBG")]
    for _, direction, group in sorted(told, key=lambda item: item[0]):
        if direction is not None:
            return direction, " ".join(token.form for token in tokens[group.first : group.head + 1])
    return None, ""
