"""English labels: the clause around an event's head without its time, and how far the sentence asserts it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from timeline.labels import Telling
from timeline.languages.en import verbs
from timeline.languages.en.factuality import PLAIN_REPORTS, Phrase, called_off, judged, stance
from timeline.languages.en.nouns import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from timeline.records import Event
from timeline.syntax import Syntax, VerbGroup

MAX_LABEL = 80
SUBJECTS = frozenset("i we he she they".split())  # a label that ends with one has run into the next clause
_STOPS = frozenset((",", ";", ":", "–", "(", ")", "."))


@frozen
class EnglishTeller:
    """One sentence, ready to tell its events (`timeline.labels.Teller`)."""

    said: Phrase

    def tell(self, event: Event, place: int) -> Telling:
        """How the sentence tells one of its events, by the token number of its head."""
        return tell(event, place, self.said)

    def line(self, start: int, end: int) -> str:
        """The words from one token up to another, without times, as a label."""
        return rest_of_line(start, end, self.said)

    def stance(self) -> str:
        """How far the sentence asserts what it says, where no event of it is told."""
        return stance(self.said)


def teller(syntax: Syntax, times: frozenset[int]) -> EnglishTeller:
    """A sentence made ready for labels, which leave out ``times``: the tokens of times and of their signals."""
    words = [token.form.lower() for token in syntax.tokens]
    return EnglishTeller(Phrase(tokens=syntax.tokens, words=words, groups=syntax.groups, times=times))


def tell(event: Event, place: int, said: Phrase) -> Telling:
    """How a sentence tells one of its events, by the token number of its head."""
    group = next((g for g in said.groups if g.head == place), None)
    report = _report(place, group, said) or _trailing_report(place, group, said)
    reporting = None if report is None else report[0]
    factuality, mark = judged(event, place, group, reporting, said)
    kept = _clause(group, said) if group is not None else _noun_phrase(place, said)
    before = [g for g in said.groups if g.head < place]
    if group is None and factuality == "negated" and before:
        kept = _clause(before[-1], said)  # "failed to reach a deal", "nobody came to the meeting": never just the noun
    gone = called_off(place, said)
    label = (_text(kept, said) or event.text) + (f" {gone}" if gone and group is None else "")
    attribution = _according_to(said)
    if attribution is not None and factuality == "asserted":
        factuality = "reported"
    if report is not None:
        attribution = _text(report[1], said)
        if factuality == "denied" or report[0].lemma not in PLAIN_REPORTS:
            mark = attribution
    return Telling(
        label=f"{label} ({mark})" if mark else label,
        attribution=attribution,
        factuality=factuality,
        participants=_participants(kept, said),
        cancelled=bool(gone) and not gone.startswith("not "),
    )


def rest_of_line(start: int, end: int, said: Phrase) -> str:
    """The words of a line from one token to another, without times, as a label."""
    kept = [place for place in range(start, end) if place not in said.times]
    while kept and not said.words[kept[0]][0].isalnum() and said.words[kept[0]] not in ('"', "("):
        kept.pop(0)
    while kept and said.words[kept[-1]] in (".", ",", ";", ":", "|", "–", "-"):
        kept.pop()
    return _text(kept, said)


def _clause(group: VerbGroup, said: Phrase) -> list[int]:
    """The subject, the verb and what follows it, up to the end of the clause."""
    subject = _subject(group.first, said, under=group.tag == "TO") or _shared_subject(group, said)
    modal = any(word in verbs.MODALS for word in group.auxiliaries) or group.prospective is not None
    # "has not been seen" can be told as "not seen"; "was assaulted" without its auxiliary would turn things round
    passive = group.tag == "VBN" and any(word in verbs.BE for word in group.auxiliaries) and group.negated and not modal
    chain = [
        place
        for place in range(group.first, group.head + 1)
        if place == group.head or said.words[place] in verbs.NEGATIONS or not _is_dropped(said.words[place], passive)
    ]
    right = _reported(group, said) if group.lemma in verbs.REPORTING else []
    return [*subject, *chain, *(right or _right(group.head + 1, said, nominal=False))]


def _reported(group: VerbGroup, said: Phrase) -> list[int]:
    """What a report tells, up to the end of its clause: "that six people were in custody"."""
    start = group.head + 1
    while start < len(said.words) and start in said.times:
        start += 1
    if (
        start >= len(said.words)
        or said.words[start] in (",", "(", '"')
        or not any(g.first > start for g in said.groups)
    ):
        return []
    kept: list[int] = []
    boundary = 0
    for place in range(start, len(said.words)):
        if said.words[place] in (".", ";", ":", "!", "?", '"', "|", "–"):
            break
        if place in said.times:
            continue
        if said.words[place] in PREPOSITIONS or said.words[place] in CONJUNCTIONS or said.words[place] == ",":
            boundary = len(kept)
        kept.append(place)
        if len(_text(kept, said)) > MAX_LABEL - 20:
            kept = kept[:boundary] if boundary else kept
            break
    while kept and (
        said.words[kept[-1]] in SUBJECTS
        or said.words[kept[-1]] in PREPOSITIONS
        or said.words[kept[-1]] in CONJUNCTIONS
        or said.words[kept[-1]] in (",", "that")
    ):
        kept.pop()
    return kept if len(kept) > 1 else []


def _shared_subject(group: VerbGroup, said: Phrase) -> list[int]:
    """The subject of the verb before, for one that follows it after "and" ("he retired and died")."""
    before = [g for g in said.groups if g.head < group.first and g.tag not in ("TO", "VBG")]
    if not before or said.words[group.first - 1] not in CONJUNCTIONS:
        return []
    return _subject(before[-1].first, said)


def _is_dropped(word: str, passive: bool) -> bool:
    """Whether a label can do without an auxiliary: not without a modal or a denial, and only in a passive without be
    and have."""
    if word in verbs.MODALS:
        return False
    if passive and (word in verbs.BE or word in verbs.HAVE or word == "'s"):
        return True
    return word in ("also", "already", "just", "still", "now", "then")


def _subject(first: int, said: Phrase, under: bool = False) -> list[int]:
    """The words before a verb group that belong to its clause, with the verb that an infinitive stands under
    ("expects .. to reach")."""
    place = first - 1
    passed = False
    if place >= 0 and said.words[place] == ",":
        return _apposed(place, said)
    kept: list[int] = []
    while place >= 0 and said.words[place] not in _STOPS and said.words[place] not in SUBORDINATORS:
        if any(
            group.head == place and (group.tag not in ("TO", "VBG", "VBN") or group.auxiliaries)
            for group in said.groups
        ):
            if not under or passed:
                if kept and said.words[kept[0]] in CONJUNCTIONS:
                    kept.pop(0)
                break
            passed = True
            if said.words[group_first(place, said) - 1] in CONJUNCTIONS:
                return [*_coordinated(place, said), *range(group_first(place, said), first)]
        kept.insert(0, place)
        place -= 1
    return _trimmed(kept, said)


def group_first(head: int, said: Phrase) -> int:
    """The first token of the verb group with that head."""
    return next(group.first for group in said.groups if group.head == head)


def _coordinated(head: int, said: Phrase) -> list[int]:
    return _shared_subject(next(group for group in said.groups if group.head == head), said)


def _apposed(comma: int, said: Phrase) -> list[int]:
    """The subject before a comma: the name set off by it ("the minister, Li Shangfu, has ..")."""
    start = comma - 1
    while start >= 0 and said.words[start] not in _STOPS:
        start -= 1
    inner = list(range(start + 1, comma))
    if inner and len(inner) <= 5 and all(said.tokens[place].form[0].isupper() for place in inner):
        return inner
    outer = start - 1
    while outer >= 0 and said.words[outer] not in _STOPS:
        outer -= 1
    return _trimmed(list(range(outer + 1, start)), said) if start > 0 else inner


def _trimmed(places: list[int], said: Phrase) -> list[int]:
    """The words of a subject without times, and without what only joins it to the text before."""
    kept = [place for place in places if place not in said.times]
    while kept and (
        said.words[kept[0]] in CONJUNCTIONS
        or not said.words[kept[0]][0].isalnum()
        or said.words[kept[0]] in ("however", "then", "also")
    ):
        kept.pop(0)
    return kept


def _noun_phrase(head: int, said: Phrase) -> list[int]:
    """The modifiers before a noun and the phrases after it."""
    heads = {group.head for group in said.groups}
    start = head
    while start > 0:
        word = said.words[start - 1]
        if (
            start - 1 in heads
            or word in PREPOSITIONS
            or word in CONJUNCTIONS
            or word in SUBORDINATORS
            or word in _STOPS
            or word in ("to", '"')
        ):
            break
        start -= 1
    while start < head and (said.words[start] in DETERMINERS or start in said.times):
        start += 1
    before = [place for place in range(start, head + 1) if place not in said.times]
    return before + _right(head + 1, said, nominal=True)


def _right(start: int, said: Phrase, nominal: bool) -> list[int]:
    """What follows a head, up to the end of its phrase, cut at a phrase boundary when it grows too long."""
    firsts = {group.first: group for group in said.groups}
    kept: list[int] = []
    boundary = 0
    for place in range(start, len(said.words)):
        word = said.words[place]
        group = firsts.get(place)
        if word in (".", ",", ";", ":", "–", "(", ")", "|", "!", "?") or (
            word in SUBORDINATORS and not _is_determiner(place, start, said)
        ):
            break
        if group is not None and (group.tag not in ("TO", "VBG") if not nominal else True) and place not in said.times:
            break
        if place in said.times:
            continue
        if word in PREPOSITIONS or word in CONJUNCTIONS:
            boundary = len(kept)
        kept.append(place)
        if len(_text(kept, said)) > MAX_LABEL - 20 and boundary:
            return kept[:boundary]
    while kept and (
        said.words[kept[-1]] in SUBJECTS
        or said.words[kept[-1]] in PREPOSITIONS
        or said.words[kept[-1]] in CONJUNCTIONS
        or said.words[kept[-1]] in DETERMINERS
    ):
        kept.pop()
    return kept


def _is_determiner(place: int, start: int, said: Phrase) -> bool:
    """Whether "that" or "as" opens no clause: "closed that factory", "described the talks as candid"."""
    if said.words[place] == "as":
        return True
    before = verbs.verb_tags(said.words[place - 1])
    reporting = any(verbs.verb_class(lemma) in ("REPORTING", "I_STATE", "PERCEPTION") for lemma in before.values())
    return said.words[place] == "that" and place == start and not reporting


def _text(places: Sequence[int], said: Phrase) -> str:
    """The words at some places as text, with the blanks they have in the sentence."""
    pieces: list[str] = []
    last = -1
    for place in places:
        token = said.tokens[place]
        glued = token.glued and last == place - 1
        glued = glued or (said.words[place] in (",", ".", ";", ":", ")", "?", "!"))
        hyphen = last == place - 1 and last >= 0 and said.tokens[last].form == "-"
        if pieces and not glued and not (hyphen and said.tokens[last].glued):
            pieces.append(" ")
        pieces.append(token.form)
        last = place
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def _report(place: int, own: VerbGroup | None, said: Phrase) -> tuple[VerbGroup, list[int]] | None:
    """The verb that reports an event, with its subject: "prosecutors allege", "he denied that"."""
    for group in said.groups:
        if group is own or group.lemma not in verbs.REPORTING or group.head >= place:
            continue
        between = said.words[group.head + 1 : place]
        if any(word in (";", ":", "–") for word in between) or (
            own is not None and own.tag == "VBG" and "," in between
        ):
            continue
        if (
            own is None
            and not any(g.head > group.head and g.head < place for g in said.groups)
            and group.lemma != "deny"
        ):
            continue
        return group, [*_subject(group.first, said), *range(group.first, group.head + 1)]
    return None


def _trailing_report(place: int, own: VerbGroup | None, said: Phrase) -> tuple[VerbGroup, list[int]] | None:
    """A report that closes the sentence: ", police said on Sunday"."""
    last = said.groups[-1] if said.groups else None
    if (
        last is None
        or last is own
        or last.lemma not in verbs.REPORTING
        or last.head <= place
        or last.tag in ("TO", "VBG")
    ):
        return None
    subject = _subject(last.first, said)
    rest = [p for p in range(last.head + 1, len(said.words)) if p not in said.times and said.words[p][0].isalnum()]
    if not subject or said.words[subject[0] - 1] != "," or rest:
        return None
    return last, [*subject, *range(last.first, last.head + 1)]


def _according_to(said: Phrase) -> str | None:
    """The source that a sentence names: "according to the railway's log"."""
    for place in range(len(said.words) - 2):
        if said.words[place : place + 2] == ["according", "to"]:
            end = place + 2
            while end < len(said.words) and said.words[end] not in _STOPS and end not in said.times:
                end += 1
            return _text(list(range(place, end)), said)
    return None


def _participants(kept: Sequence[int], said: Phrase) -> tuple[str, ...]:
    """The capitalised name chunks among some words."""
    names: list[list[int]] = []
    for place in kept:
        if not said.tokens[place].form[0].isupper() or said.words[place] in DETERMINERS or said.words[place] == "i":
            continue
        if names and names[-1][-1] == place - 1:
            names[-1].append(place)
        else:
            names.append([place])
    return tuple(dict.fromkeys(_text(name, said) for name in names))
