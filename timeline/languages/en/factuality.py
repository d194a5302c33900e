"""How far an English sentence asserts an event: denials, negations, conditions, questions, plans, reports, cancellations."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from timeline.languages.en import verbs
from timeline.languages.en.nouns import SUBORDINATORS
from timeline.records import Event
from timeline.syntax import VerbGroup
from timeline.text import Token

PLAIN_REPORTS = frozenset(("say", "tell", "report", "announce", "state", "add", "note"))
POSSIBLE = frozenset(("may", "might", "could", "would", "should"))
NOBODY = frozenset(("nobody", "none", "neither", "nothing"))
FAILING = frozenset("fail refuse decline forget neglect".split())
REJECTING = frozenset("reject dismiss refute dispute rebut deny".split())
CLAIMS = frozenset(
    "claim claims allegation allegations report reports rumour rumours rumor rumors accusation suggestion charge".split()
)
DOUBTS = frozenset("evidence sign signs proof indication".split())
UNTRUE = frozenset("false untrue wrong baseless unfounded fake".split())
HEARSAY = frozenset("allegedly reportedly purportedly supposedly apparently".split())


@frozen(kw_only=True)
class Phrase:
    """A sentence to tell events from: tokens, lower-case words, verb groups, and the token numbers that tell times."""

    tokens: Sequence[Token]
    words: list[str]
    groups: Sequence[VerbGroup]
    times: frozenset[int]  # the tokens of times and of their signals


def judged(event: Event, place: int, own: VerbGroup | None, report: VerbGroup | None, said: Phrase) -> tuple[str, str]:
    """How far an event is asserted (`entry.FACTUALITIES`), and the words that a label must show for it."""
    denied = _denied(place, report, said)
    if denied is not None:
        return "denied", denied
    if said.words and said.words[-1] == "?":
        return "asked", ""
    if any(word in ("if", "unless") for word in said.words[:place]):
        return "conditional", ""
    if event.modality in POSSIBLE:
        return "possible", ""
    if event.polarity == "NEG" or _negated(place, own, said):
        return "negated", ""
    if report is not None and report.lemma not in PLAIN_REPORTS:
        return "reported", ""
    hearsay = next((word for word in said.words if word in HEARSAY), None) or _accusation(place, said)
    if hearsay is not None:
        return "reported", ""
    if event.direction == "future":
        return "planned", ""
    return ("reported" if report is not None else "asserted"), ""


def stance(said: Phrase) -> str:
    """How far a sentence asserts what it says as a whole."""
    if said.words and said.words[-1] == "?":
        return "asked"
    if any(word in verbs.NEGATIONS or word in NOBODY for word in said.words):
        return "negated"
    if "if" in said.words or "unless" in said.words:
        return "conditional"
    chains = [word for group in said.groups for word in group.auxiliaries]
    if any(word in POSSIBLE for word in chains):
        return "possible"
    return "planned" if any(word in verbs.FUTURE_MODALS for word in chains) else "asserted"


def called_off(place: int, said: Phrase) -> str:
    """What became of an event that a verb after it calls off: "cancelled", "not cancelled", nothing."""
    for group in said.groups:
        if group.first <= place or group.tag != "VBN" or not group.auxiliaries:
            continue
        between = said.words[place + 1 : group.first]
        if any(word in (";", "and", "but") for word in between):
            return ""
        off = said.words[group.head + 1 : group.head + 2] == ["off"]
        if group.lemma in verbs.CALLED_OFF or (group.lemma == "call" and off):
            return ("not " if group.negated else "") + said.words[group.head] + (" off" if off else "")
    return ""


def _denied(place: int, report: VerbGroup | None, said: Phrase) -> str | None:
    """The words that deny an event: "denied that", "rejected the claim that", "no evidence that", "the rumour "
    "that .. is false"."""
    if report is not None and report.lemma == "deny":
        return ""
    before, after = said.words[:place], said.words[place:]
    if "that" not in before:
        return None
    that = len(before) - 1 - before[::-1].index("that")
    head = before[that - 1] if that else ""
    if head in DOUBTS and "no" in before[max(0, that - 4) : that]:
        return f"no {head}"
    if head in CLAIMS:
        rejecting = next((g for g in said.groups if g.head < that and g.lemma in REJECTING), None)
        if rejecting is not None:
            return f"{head} {said.words[rejecting.head]}"
        untrue = next((word for word in after if word in UNTRUE), None)
        return None if untrue is None else f"{head} said to be {untrue}"
    return None


def _negated(place: int, own: VerbGroup | None, said: Phrase) -> bool:
    """Whether an event is negated by its subject, by "almost", or by the verb it stands under ("failed to", "
    ""does not plan to")."""
    start = place if own is None else own.first
    clause = _clause_before(start, said)
    if any(word in NOBODY for word in clause) or any(clause[i : i + 2] == ["no", "one"] for i in range(len(clause))):
        return True
    if clause[-1:] in (["almost"], ["nearly"]):
        return True
    under = [g for g in said.groups if g.head < start and start - g.head <= len(clause) + 1]
    nominal = own is None or own.tag in ("TO", "VBG")
    return nominal and any(group.lemma in FAILING or (group.negated and own is not None) for group in under)


def _clause_before(start: int, said: Phrase) -> list[str]:
    """The words before a place back to the start of its clause."""
    begin = start
    while (
        begin > 0
        and said.words[begin - 1] not in (",", ";", ":", "–", "(", ")")
        and said.words[begin - 1] not in SUBORDINATORS
    ):
        begin -= 1
    return said.words[begin:start]


def _accusation(place: int, said: Phrase) -> str | None:
    """An accusation that an event stands under: "is accused of stealing", "charged with murder"."""
    for group in said.groups:
        if group.head < place and group.lemma in ("accuse", "suspect", "charge"):
            if said.words[group.head + 1 : group.head + 2] in (["of"], ["with"]):
                return group.lemma
    return None
