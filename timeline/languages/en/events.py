"""English events: the words that the models of `spotting` take for events, with tense, aspect, polarity and modality."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from timeline.entries.records import Event
from timeline.languages.en import verbs
from timeline.languages.en.cues import scene
from timeline.languages.en.nouns import SUBORDINATORS
from timeline.languages.en.spotting import Models, load, spot
from timeline.languages.en.verbgroups import is_subjunctive
from timeline.texts.document import Document, Sentence, Token
from timeline.texts.syntax import Syntax, VerbGroup

PAST, FUTURE = "past", "future"
_AHEAD = verbs.SET_FOR | verbs.AWAITED | verbs.CALLED_OFF
_NOT_FUTURE = verbs.MODALS - verbs.FUTURE_MODALS
PARTS = {"J": "ADJECTIVE", "V": "VERB"}  # of an event without a verb group, by the first letter of its tag


def find_events(document: Document, sentence: Sentence, syntax: Syntax) -> tuple[Event, ...]:
    """The events of a sentence, in order; the words of times are none."""
    return found_with(load(), document, sentence, syntax)


def found_with(models: Models, document: Document, sentence: Sentence, syntax: Syntax) -> tuple[Event, ...]:
    """The events of a sentence by some models; a verb group that is no event stays as an ``auxiliary``, for its tense."""
    tokens, words, groups = syntax.tokens, syntax.words, syntax.groups
    said = scene(syntax, sentence.kind, models.senses)
    classes = spot(said, models)
    held = {group.first - 1 for group in groups if _takes_place(group, words)}
    verbal = []
    for group in groups:
        event = _verb_event(group, tokens, document, sentence, classes.pop(group.head, None))
        if is_subjunctive(group, words, syntax.lemmas):
            event = evolve(event, direction=FUTURE, shown_by=" ".join(words[group.first : group.head + 1]))
        verbal.append(_conditional(event, group, words))
    for place in held.difference(classes):
        if syntax.tags[place] in ("NN", "NNS", "NNP", "NNPS"):
            classes[place] = "OCCURRENCE"
    nominal = [_noun_event(place, class_, syntax, document) for place, class_ in classes.items()]
    return tuple(sorted((*verbal, *nominal), key=lambda event: event.start))


RELATIVES = frozenset(("who", "which", "that"))
ANTECEDENT = 3  # words from a noun to the verb of its relative clause: "the concert, which opens"


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
        group.lemma == "take" and words[group.head + 1 : group.head + 2] == ("place",)
    )


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
        failed = chain[0] == "could" and group.negated  # "could not be reached on Tuesday"
        return PAST if "have" in chain or failed else FUTURE
    if chain and chain[0] in ("is", "are", "'s") and group.tag == "VBN" and group.lemma in _AHEAD:
        return FUTURE  # "is expected in May", "is cancelled"
    if chain and (
        chain[0] in ("was", "were", "had", "did") or (chain[0] in verbs.HAVE and _is_perfect(group))
    ):
        return PAST
    if group.tag == "VBD" or (group.tag == "VBN" and not chain and group.lemma not in verbs.SET_FOR):
        return PAST
    if group.tag == "IMP":
        return FUTURE
    if group.tag in ("VBZ", "VBP") and group.lemma in verbs.SCHEDULED:
        return FUTURE
    if group.tag == "VBZ" and sentence.kind == "heading":
        return PAST
    if chain and chain[-1] in verbs.BE and chain[-1] != "been" and group.tag == "VBG":
        return FUTURE if group.lemma in verbs.SCHEDULED else None
    return None


def _is_perfect(group: VerbGroup) -> bool:
    """Whether a form of have stands before a participle, not alone: "has been", but "has three months to appeal"."""
    return group.tag == "VBN" or (group.tag == "AUX" and group.first < group.head)


def _tense(group: VerbGroup) -> tuple[str, str]:
    """The TimeML tense and aspect of a verb group."""
    chain = [word for word in group.auxiliaries if word not in verbs.MODALS]
    perfect = any(word in verbs.HAVE for word in chain) and (group.tag == "VBG" or _is_perfect(group))
    progressive = group.tag == "VBG" and bool(chain)
    aspect = {(False, False): "NONE", (True, False): "PERFECTIVE", (False, True): "PROGRESSIVE"}.get(
        (perfect, progressive), "PERFECTIVE_PROGRESSIVE"
    )
    if any(word in verbs.FUTURE_MODALS for word in group.auxiliaries):
        return "FUTURE", aspect
    if group.tag in ("TO", "VBG") and not chain:
        return ("INFINITIVE" if group.tag == "TO" else "PRESPART"), aspect
    if group.tag == "VBN" and not group.auxiliaries:
        return "PASTPART", aspect
    first = group.auxiliaries[0] if group.auxiliaries else ""
    if first in ("was", "were", "had", "did") or group.tag == "VBD":
        return "PAST", aspect
    if first in verbs.MODALS:
        return "NONE", aspect
    return "PRESENT", aspect


def _verb_event(
    group: VerbGroup, tokens: Sequence[Token], document: Document, sentence: Sentence, class_: str | None = None
) -> Event:
    """An event that is told by a verb group; without a class the group is no event but keeps its tense."""
    tense, aspect = _tense(group)
    modality = next((word for word in group.auxiliaries if word in _NOT_FUTURE), group.prospective)
    start, end = document.span(tokens[group.head].start, tokens[group.head].end)
    group_start, group_end = document.span(tokens[group.first].start, tokens[group.head].end)
    direction = _direction(group, sentence)
    shown = " ".join(token.form for token in tokens[group.first : group.head + 1])
    return Event(
        start=start,
        end=end,
        text=document.source[start:end],
        lemma=group.lemma,
        class_=class_ or "OCCURRENCE",
        auxiliary=class_ is None,
        pos="VERB",
        tense=tense,
        aspect=aspect,
        polarity="NEG" if group.negated else "POS",
        modality=modality,
        group_start=group_start,
        group_end=group_end,
        direction=direction,
        shown_by=shown if direction else "",
        looks_ahead=group.lemma in verbs.LOOKING_AHEAD,
        punctual=group.lemma in verbs.PUNCTUAL and "been" not in group.auxiliaries,
    )


def _noun_event(place: int, class_: str, syntax: Syntax, document: Document) -> Event:
    """An event that is told by a noun, or by an adjective or participle."""
    tokens = syntax.tokens
    start, end = document.span(tokens[place].start, tokens[place].end)
    return Event(
        start=start,
        end=end,
        text=document.source[start:end],
        lemma=syntax.lemmas[place],
        class_=class_,
        pos=PARTS.get(syntax.tags[place][0], "NOUN"),
        group_start=start,
        group_end=end,
        **_told_of_noun(place, syntax, document),
    )


def _told_of_noun(place: int, syntax: Syntax, document: Document) -> dict[str, Any]:
    """What the verbs around a noun tell of its event: tense, direction and the like."""
    words, groups, tokens = syntax.words, syntax.groups, syntax.tokens
    light = _light_verb(place, words, groups)
    if light is not None:
        carrier = _verb_event(light, tokens, document, Sentence(0, 0, 0))
        return {
            "governor": (carrier.start, carrier.end),
            "tense": carrier.tense,
            "aspect": carrier.aspect,
            "polarity": carrier.polarity,
            "modality": carrier.modality,
            "direction": carrier.direction,
            "shown_by": carrier.shown_by,
        }
    standing = _standing_verb(place, syntax)
    if standing is not None:
        told = _verb_event(standing, tokens, document, Sentence(0, 0, 0))
        return {"tense": told.tense, "aspect": told.aspect, "direction": told.direction, "shown_by": told.shown_by}
    direction, shown = _noun_direction(place, words, groups, tokens, document)
    if direction == FUTURE and _is_inner(place, syntax):
        return {}  # "an inquiry into the clashes of 6 May will be opened"
    return {"direction": direction, "shown_by": shown}


def _standing_verb(place: int, syntax: Syntax) -> VerbGroup | None:
    """The perfect of be whose state a noun is or is in: "have been on strike", "the lift has been out of order"."""
    for group in syntax.groups:
        if group.tag != "AUX" or group.lemma != "be" or not verbs.HAVE.keys() & set(group.auxiliaries):
            continue
        between = syntax.tags[group.head + 1 : place]
        if group.head < place <= group.head + 4 and all(tag in ("IN", "DT", "JJ", "RB") for tag in between):
            return group
        if place == group.first - 1:
            return group
    return None


def _is_inner(place: int, syntax: Syntax) -> bool:
    """Whether a noun stands in the phrase of another noun: "an inquiry into the clashes"."""
    first = next((chunk.first for chunk in syntax.chunks if chunk.first <= place <= chunk.head), place)
    return first > 1 and syntax.tags[first - 1] == "IN" and syntax.tags[first - 2] in ("NN", "NNS")


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


def _of_another(group: VerbGroup, place: int, words: Sequence[str]) -> bool:
    """Whether a present tells in its relative clause of another noun: "Monday's talks with the rebels, who hold the town"."""
    relative = group.tag in ("VBZ", "VBP") and words[group.first - 1 : group.first] and words[group.first - 1] in RELATIVES
    return bool(relative) and group.first - place > ANTECEDENT


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
        if following.lemma in verbs.CALLED_OFF and following.auxiliaries and following.auxiliaries[0] in ("is", "are"):
            return FUTURE, " ".join(words[following.first : following.head + 1])  # only what is to come "is cancelled"
        return None, ""
    if following is not None and following.tag == "AUX" and words[following.head] in ("is", "are", "'s"):
        if words[following.head + 1 : following.head + 2] and words[following.head + 1] in ("on", "at", "in", "#"):
            return FUTURE, words[following.head]  # "the closing concert is on Sunday"
    told = [
        (abs(g.head - place), _direction(g, Sentence(0, 0, 0)), g)
        for g in groups
        if g.tag not in ("TO", "VBG") and not _of_another(g, place, words)
    ]
    for _, direction, group in sorted(told, key=lambda item: item[0]):
        if direction is not None:
            return direction, " ".join(token.form for token in tokens[group.first : group.head + 1])
    return None, ""
