"""What an English sentence says did not happen: "did not", "nobody", "failed to", "prevented from", "was called off"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages.en import verbs
from timeline.languages.en.cases import Case, Places, Verdict, first_in, frame_of
from timeline.languages.en.clauses import Clause
from timeline.languages.en.hedges import (
    CLEARING,
    COLLAPSING,
    DOUBTS,
    FAILING,
    HINDERING,
    NOBODY,
    PLANS,
    SCARCELY,
    TRUE,
    TRYING,
    TURNING_DOWN,
    UNDOING,
    UNDONE_NOUNS,
    UNSETTLED,
    UNSUCCESSFUL,
)
from timeline.languages.en.reports import CLAIMS
from timeline.languages.en.verbgroups import is_finite
from timeline.texts.syntax import Syntax, VerbGroup

_SET = verbs.PLANNING | verbs.SET_FOR
_GONE = verbs.CALLED_OFF | UNDOING
_MEANT = TRYING | PLANS
_FAILED = UNDOING | FAILING
_UNSURE = DOUBTS | CLAIMS
_UNDONE = UNDONE_NOUNS | {"no"}


def negated(case: Case) -> Verdict | None:
    """It did not happen: "did not", "nobody", "failed to", "prevented from", "without having", "no evidence that"."""
    clause = case.clause
    if clause is None:
        return _negated_verb(case) or _negated_noun(case)
    plans = _cancelled_plan, _dropped_plan
    for negation in (*plans, _negated_verb, _negated_subject, _negated_above, _negated_noun, _negated_frame):
        verdict = negation(case)
        if verdict is not None:
            return verdict
    return None


def off_then(case: Case) -> Verdict | None:
    """What a time in the subject tells of that does not take place: "the course | on 11 May | has been cancelled"."""
    clause, group, own = case.clause, case.group, case.own
    if clause is None or group is not clause.group or not clause.subject or not own or clause.apart:
        return None
    behind = clause.subject[0] < min(own) and max(own) < group.first
    if not behind or not _calls_off(group, case.told.said.words) or case.told.said.words[min(own) - 1] == ",":
        return None
    return Verdict(factuality="negated", shown=tuple(range(group.first, group.head + 1)), cancelled=True)


def corrects(case: Case) -> tuple[Verdict, int] | None:
    """What two times tell that are set against each other, and where the second ends: "did not resign | on Monday | but |
    on Tuesday" says that it was not on the first and was on the second."""
    said, own = case.told.said, case.own & case.told.said.times
    group = case.group or (None if case.clause is None else case.clause.group)
    if group is None or not own or "but" not in said.words:
        return None
    denied = group.negated or said.words[group.head + 1 : group.head + 2] == ("not",)
    but = next((place for place in range(group.head, len(said.words)) if said.words[place] == "but"), 0)
    first, second = but - 1 - (said.words[but - 1] == ","), but + 1
    while said.tags[second : second + 1] in (("IN",), ("DT",)) and second not in said.times:
        second += 1
    if not denied or first not in said.times or second not in said.times:
        return None
    end = next((place for place in range(second, len(said.words)) if place not in said.times), len(said.words))
    if second in own:
        return Verdict(factuality="planned" if case.event.direction == "future" else "asserted"), end
    return (Verdict(factuality="negated"), end) if first in own else None


def main_of(case: Case) -> Clause | None:
    """The clause that goes on with the subject of what is told between commas: "the dance, | fixed for May, | is off"."""
    clause, place = case.clause, case.place
    if clause is None or clause.apart or not clause.subject:
        return None
    later = (c for c in case.told.clauses if c.finite and not c.apart and c.group.first > place)
    return next((c for c in later if c.subject == clause.subject), None)


def _cancelled_plan(case: Case) -> Verdict | None:
    """A plan told beside a subject that does not take place: "the event scheduled for May has been cancelled"."""
    group, words = case.group, case.told.said.words
    if group is None or group.tag not in ("VBN", "VBD") or group.auxiliaries:
        return None
    if group.lemma not in _SET or (group.tag == "VBD" and main_of(case) is None):
        return None
    for clause in case.told.clauses:
        told = case.place in clause.subject or clause is main_of(case)
        if told and clause.group is not group and _calls_off(clause.group, words):
            off = words[clause.group.head + 1 : clause.group.head + 2] == ("off",)
            shown = tuple(range(clause.group.first, clause.group.head + 1 + off))
            return Verdict(factuality="negated", shown=shown, cancelled=True)
    return None


def _dropped_plan(case: Case) -> Verdict | None:
    """What a plan was for that was given up: "the plan to close the school has been dropped"."""
    group, said = case.group, case.told.said
    if group is None or group.tag not in ("TO", "VB") or case.clause is None or case.place not in case.clause.subject:
        return None
    outer = case.clause.group
    planned = any(said.lemmas[place] in PLANS for place in case.clause.subject if place < case.place)
    gone = outer.tag == "VBN" and outer.lemma in _GONE and not outer.negated
    if not planned or not gone:
        return None
    return Verdict(factuality="negated", shown=tuple(range(outer.first, outer.head + 1)), cancelled=True)


def _negated_verb(case: Case) -> Verdict | None:
    group, said = case.group, case.told.said
    if group is None:
        return None
    if (group.negated or case.event.polarity == "NEG") and group.lemma not in ("forget", "fail"):
        if said.words[group.head - 1] != "only" and said.words[group.first : group.head + 2].count("only") == 0:
            return Verdict(factuality="negated", shown=_negations(group, said.words))
    object_tags = ("DT", "PRP$", "PRP", "JJ", "NN", "NNS", "NNP", "TO")
    refused = group.lemma in ("refuse", "decline", "fail") and not group.negated and group.tag != "VBN"
    if refused and said.tags[group.head + 1 : group.head + 2] and said.tags[group.head + 1] in object_tags:
        return Verdict(factuality="negated")
    scarce = [p for p in (group.first - 1, group.head - 1) if p >= 0 and said.words[p] in SCARCELY]
    if scarce:
        return Verdict(factuality="negated", shown=(scarce[0],))
    nothing = said.words[group.head + 1 : group.head + 2] in (("no",), ("nothing",), ("nobody",), ("neither",), ("none",))
    if nothing and not is_limit(said.words, group.head + 1):
        return Verdict(factuality="negated", shown=(group.head + 1,))
    for back in range(group.first - 1, max(-1, group.first - 5), -1):
        if said.words[back] == "without" or said.words[back : back + 2] in _INSTEAD:
            return (
                Verdict(factuality="negated", shown=(back,))
                if group.tag == "VBG" or "having" in group.auxiliaries
                else None
            )
        if said.words[back] in (",", ";"):
            break
    was_to = said.words[group.first - 2 : group.first] in (("was", "to"), ("were", "to"))
    if group.auxiliaries[:1] == ("had",) and group.prospective is not None:
        return Verdict(factuality="negated", shown=tuple(range(group.first, group.head + 1)))  # "had been due to open"
    if was_to and group.auxiliaries[:1] == ("have",):
        return Verdict(
            factuality="negated", shown=tuple(range(group.first - 2, group.head + 1))
        )  # "was to have opened"
    return None


_INSTEAD = frozenset((("instead", "of"), ("rather", "than"), ("far", "from"), ("short", "of")))


def is_limit(words: Sequence[str], place: int) -> bool:
    """Whether a "no" or "not" only sets a limit: "no later than Friday", "no fewer than 300", "no matter what".

    >>> is_limit("must arrive no later than Friday".split(), 2), is_limit("there is no later train".split(), 2)
    (True, False)
    """
    than = len(words) > place + 2 and words[place + 1] in _COMPARED and words[place + 2] == "than"
    return words[place] in ("no", "not") and (than or words[place + 1 : place + 2] in (("matter",), ["matter"]))


_COMPARED = frozenset("later earlier sooner more less fewer longer".split())


def is_unlike(said: Syntax, place: int) -> bool:
    """Whether a "not" only sets a time against the one before it: "is on Friday, | not | on Thursday"."""
    behind = place + 1 + (said.tags[place + 1 : place + 2] == ("IN",))
    return said.words[place] == "not" and place > 1 and {place - 2, behind} <= said.times and said.words[place - 1] == ","


def _negations(group: VerbGroup, words: Sequence[str]) -> Places:
    """The words that negate a verb group, with the one right before it."""
    return tuple(place for place in range(max(group.first - 1, 0), group.head + 1) if words[place] in verbs.NEGATIONS)


def _negated_subject(case: Case) -> Verdict | None:
    clause, said = case.clause, case.told.said
    if (
        clause is None
        or not clause.subject
        or (case.group is None and case.role() == "" and case.place < clause.group.head)
    ):
        return None
    lead = [said.words[place] for place in clause.subject[:3]]
    if lead[:2] in (["no", "fewer"], ["no", "less"], ["no", "more"], ["no", "doubt"]):
        return None
    if (
        (NOBODY | {"no"}).intersection(lead[:1])
        or lead[:2] in (["not", "one"], ["not", "a"], ["no", "one"])
        or lead[0] in SCARCELY
    ):
        return Verdict(factuality="negated", shown=clause.subject[:2])
    return None


def _negated_above(case: Case) -> Verdict | None:
    """The verb or noun that it stands under says so: "failed to reach", "was prevented from paying", "no plans to cut"."""
    clause, group, said = case.clause, case.group, case.told.said
    if clause is None or group is None or clause.group is group:
        return None
    if case.place in clause.subject:
        return _undone(case, clause) if said.words[group.first - 1] == "to" else None
    lemmas = {said.lemmas[place]: place for place in case.between()}
    lemmas[clause.group.lemma] = clause.group.head
    under = tuple(range(clause.group.first, case.place))
    if clause.group.negated and clause.group.lemma in FAILING:
        return None  # "don't forget to bring"
    if said.words[group.first - 2 : group.first] == ("yet", "to"):
        return Verdict(factuality="negated", shown=(group.first - 2, group.first - 1))
    if clause.group.negated and not is_finite(group, said.words):
        return Verdict(factuality="negated", shown=under)
    found = lemmas.keys() & FAILING or (
        lemmas.keys() & HINDERING if "from" in said.words[clause.group.head : case.place] else set()
    )
    found = found or lemmas.keys() & (UNDOING & verbs.CALLED_OFF)
    if not found and "of" in said.words[clause.group.head : case.place]:
        found = lemmas.keys() & CLEARING
    if not found and _turns_down(clause.group, said.words):
        found = {clause.group.lemma}
    if not found and "short" in lemmas and "stop" in lemmas:
        found = {"stop"}
    if not found and {"no", "nothing"} & set(said.words[place] for place in case.between()):
        found = {clause.group.lemma}
    perfect = clause.group.auxiliaries == ("had",) and clause.group.lemma in verbs.PLANNING | {"mean"}
    if found or perfect:
        return Verdict(factuality="negated", shown=under)
    return None


def _turns_down(group: VerbGroup, words: Sequence[str]) -> bool:
    """Whether a verb with its particle keeps something from taking place: "turned | down"."""
    return any((group.lemma, word) in TURNING_DOWN for word in words[group.head + 1 : group.head + 2])


def _undone(case: Case, clause: Clause) -> Verdict | None:
    """A subject that came to nothing: "an attempt to refloat the barge was unsuccessful", "the talks failed"."""
    after = range(clause.group.head, clause.end)
    bad = first_in(case, after, UNSUCCESSFUL)
    if clause.group.lemma == "come" and not bad:
        bad = first_in(case, after, frozenset(("nothing", "naught", "nought")))
    if bad or clause.group.lemma in COLLAPSING or _turns_down(clause.group, case.told.said.words):
        return Verdict(
            factuality="negated", shown=tuple(range(clause.group.first, (bad or (clause.group.head,))[0] + 1))
        )
    return None


def _negated_noun(case: Case) -> Verdict | None:
    clause = case.clause
    if case.group is not None:
        return None
    undone = first_in(case, case.modifiers(), _UNDONE)
    if undone:
        return Verdict(factuality="negated", shown=undone)
    gone = called_off(case)
    if gone is not None or clause is None:
        return gone
    return _negated_near(case, clause) or _negated_role(case, clause)


def _negated_near(case: Case, clause: Clause) -> Verdict | None:
    """What stands before a noun keeps it from being: "unaware of", "turned down", "was cleared of"."""
    said = case.told.said
    aware = first_in(case, case.between(), frozenset(("unaware", "without")))
    if aware:
        return Verdict(factuality="negated", shown=(*clause.subject, *range(clause.group.first, case.place)))
    under_of = clause.group.lemma in CLEARING and "of" in said.words[clause.group.head : case.place]
    if clause.group.head < case.place and (under_of or _turns_down(clause.group, said.words)):
        return Verdict(factuality="negated", shown=tuple(range(clause.group.first, case.place)))
    return None


def _negated_role(case: Case, clause: Clause) -> Verdict | None:
    """The verb whose subject or object a noun is says that it was not: "rejected the merger", "an attempt failed"."""
    said = case.told.said
    if case.role() == "":
        return None
    if case.role() == "subject":
        if said.words[clause.group.first - 1] in SCARCELY:
            return Verdict(factuality="negated", shown=(clause.group.first - 1,))
        verdict = _undone(case, clause) if said.lemmas[case.place] in _MEANT else None
        if verdict is not None:
            return verdict
    if clause.group.negated:
        return Verdict(factuality="negated", shown=_negations(clause.group, said.words))
    heads = {clause.group.lemma} | {g.lemma for g in said.groups if g.head in case.between()}
    if case.role() == "object" and heads & _FAILED:
        return Verdict(factuality="negated", shown=tuple(range(clause.group.first, case.place)))
    return None


def _negated_frame(case: Case) -> Verdict | None:
    """What it hangs on is denied existence or belief: "there is no evidence that", "did not believe that"."""
    said = case.told.said
    for inner, outer in case.told.frames(case.number):
        if inner.holder is None or inner.opener is None or said.words[inner.opener] in ("who", "which"):
            continue
        none = "no" in said.words[max(outer.begin, inner.holder - 3) : inner.holder] or outer.group.negated
        if none and said.words[inner.holder] in TRUE:
            return Verdict(factuality="negated", shown=frame_of(inner, outer))
        if none and (said.lemmas[inner.holder] in _UNSURE or outer.group.lemma in UNSETTLED):
            return Verdict(factuality="negated", shown=frame_of(inner, outer))
    return None


def called_off(case: Case) -> Verdict | None:
    """What became of an event that its clause calls off: "has been cancelled", "was called off", "put off"."""
    clause, said = case.clause, case.told.said
    for group in said.groups:
        if group.first <= case.place or (clause is not None and group.head > clause.end):
            continue
        if group.tag != "VBN" and not _is_off(group, said.words):
            continue
        off = said.words[group.head + 1 : group.head + 2] == ("off",)
        gone = group.lemma in _GONE or (off and (group.lemma in PARTICLE_OFF or group.lemma == "be"))
        if not gone or (clause is not None and clause.group is not group) or case.role() != "subject":
            continue
        return Verdict(
            factuality="planned" if group.negated else "negated",
            shown=tuple(range(group.first, group.head + 1 + off)),
            cancelled=not group.negated,
        )
    return None


PARTICLE_OFF = frozenset(("call", "put", "rain"))


def _calls_off(group: VerbGroup, words: Sequence[str]) -> bool:
    """Whether a verb says in the passive that its subject does not take place."""
    off = group.lemma in PARTICLE_OFF and words[group.head + 1 : group.head + 2] == ("off",)
    passive = group.tag == "VBN" and (group.lemma in verbs.CALLED_OFF or off)
    return not group.negated and (passive or _is_off(group, words))


def _is_off(group: VerbGroup, words: Sequence[str]) -> bool:
    """Whether a verb says that its subject is off, which does not say of what: "the concert | is off"."""
    if group.lemma != "be" or words[group.head + 1 : group.head + 2] != ("off",):
        return False
    behind = words[group.head + 2 : group.head + 3]
    return not behind or not behind[0][0].isalnum() or behind[0] in ("because", "due", "as", "and", "but", "after")
