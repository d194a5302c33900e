"""The first English event finder: verb groups, and event nouns from a closed table.

It stands behind the interface that a trained classifier will use (`timeline.languages.pack.EventFinder`).
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from timeline.languages.en import verbs
from timeline.languages.en.nouns import EVENT_NOUNS, SUBORDINATORS
from timeline.records import Event
from timeline.syntax import Syntax, VerbGroup
from timeline.text import Document, Sentence, Token

PAST, FUTURE = "past", "future"


def find_events(document: Document, sentence: Sentence, syntax: Syntax) -> tuple[Event, ...]:
    """The events of a sentence, in order; the words of times are none."""
    tokens, words, groups = syntax.tokens, syntax.words, syntax.groups
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
        group.lemma == "take" and words[group.head + 1 : group.head + 2] == ("place",)
    )


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
    if group.tag == "VBD" or (group.tag == "VBN" and not chain and group.lemma not in verbs.SET_FOR):
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
    if group.tag == "VBN" and not group.auxiliaries:
        return "PASTPART", aspect
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
