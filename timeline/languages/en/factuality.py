"""How far an English sentence asserts an event: one judgement after the other, the first that speaks decides.

Each judgement names the words that made it; a label shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.languages.en import verbs
from timeline.languages.en.cases import Case, Places, Verdict, first_in, frame_of, verb_of
from timeline.languages.en.clauses import CONDITIONS, Clause, is_inverted
from timeline.languages.en.hedges import (
    ALLEGED,
    ASKING,
    CONDITIONAL_PHRASES,
    CONDITIONAL_WORDS,
    DENYING,
    DISMISSING,
    DUE,
    HEARSAY,
    LOOKING_FOR,
    MARKS_BETWEEN,
    MERELY_POSSIBLE,
    NOBODY,
    PERHAPS,
    PLANNED_NOUNS,
    PLANNING,
    PLANS,
    POSSIBLE_FRAMES,
    POSSIBLE_NOUNS,
    THREATENING,
    TRYING,
    UNTRUE,
    WRONGLY,
)
from timeline.languages.en.negation import is_limit, is_unlike, negated
from timeline.languages.en.phrases import MARKS
from timeline.languages.en.reports import BESIDE, CLAIMS, Told


def judged(case: Case) -> Verdict:
    """How far a sentence asserts an event."""
    for judge in JUDGEMENTS:
        verdict = judge(case)
        if verdict is not None:
            return verdict
    return Verdict(factuality="reported" if case.report is not None else "asserted")


# -- denied ------------------------------------------------------------------------------------------------------------


def _denied(case: Case) -> Verdict | None:
    """Somebody says that it is not so: "denied that", "dismissed a report that", "the rumour that .. is false"."""
    said = case.told.said
    for inner, outer in case.told.frames(case.number):
        if inner.holder is None or (inner.opener is not None and said.words[inner.opener] in BESIDE):
            continue
        claim = said.lemmas[inner.holder] in CLAIMS
        if outer.group.negated:
            if claim and inner.holder in outer.subject:  # "reports that .. are not supported"
                return Verdict(factuality="denied", shown=(*frame_of(inner, outer), *verb_of(outer)))
            continue
        verbs_ = {outer.group.lemma, said.lemmas[inner.holder]}
        if verbs_ & DENYING or (claim and outer.group.lemma in DISMISSING):
            return Verdict(factuality="denied", shown=frame_of(inner, outer))
        if claim or inner.holder in outer.subject:
            untrue = first_in(case, range(outer.group.first, outer.end), UNTRUE)
            if untrue:
                return Verdict(
                    factuality="denied", shown=(*frame_of(inner, outer), *range(outer.group.first, untrue[0] + 1))
                )
        wrong = first_in(case, range(outer.begin, outer.group.head), WRONGLY)
        if wrong:
            return Verdict(factuality="denied", shown=frame_of(inner, outer))
    clause = case.clause
    if clause is not None and clause.opener and said.words[clause.opener] == "that":
        chunk = next((c for c in said.chunks if c.head == clause.opener - 1), None)
        untrue = () if chunk is None else first_in(case, range(chunk.first, chunk.head), UNTRUE)
        if untrue:
            return Verdict(factuality="denied", shown=(*untrue, clause.opener - 1))  # "false reports that"
    return _denied_here(case)


def _denied_here(case: Case) -> Verdict | None:
    """The clause of the event itself says that it is not so: "denied the theft", "the sale was a hoax"."""
    clause, said = case.clause, case.told.said
    if clause is None:
        return None
    if clause.group.head == case.place:
        itself = clause.group.lemma == "deny" and not clause.group.negated
        return Verdict(factuality="denied") if itself else None
    if case.role() == "subject" and case.group is None and clause.group.lemma in DENYING and clause.group.tag == "VBN":
        return Verdict(factuality="denied", shown=verb_of(clause))
    if case.place > clause.group.head and clause.group.lemma in DENYING and not clause.group.negated:
        return Verdict(factuality="denied", shown=verb_of(clause))
    wrong = first_in(case, range(clause.begin, case.place), WRONGLY)
    if wrong:
        return Verdict(factuality="denied", shown=(*wrong, clause.group.head))
    if case.role() == "subject" and not clause.group.negated and clause.group.lemma in ("be", "prove", "turn"):
        untrue = first_in(case, range(clause.group.head, clause.end), UNTRUE)
        if untrue:
            return Verdict(factuality="denied", shown=tuple(range(clause.group.first, untrue[0] + 1)))
    mistake = next((p for p in range(len(said.words) - 1) if said.words[p : p + 2] == ("by", "mistake")), None)
    return None if mistake is None else Verdict(factuality="denied", shown=(mistake, mistake + 1))


# -- asked, conditional ------------------------------------------------------------------------------------------------


def _asked(case: Case) -> Verdict | None:
    """A question, or what somebody wants to know: "whether he was there"."""
    said = case.told.said
    if said.words and said.words[-1] == "?" and not MARKS_BETWEEN.intersection(said.words[case.place : -1]):
        return Verdict(factuality="asked", shown=(len(said.words) - 1,))
    clause = case.clause
    if (
        clause is not None
        and clause.opener is not None
        and said.words[clause.opener] == "whether"
        and clause.parent is None
    ):
        return Verdict(factuality="asked", shown=(clause.opener,))
    for inner, outer in case.told.frames(case.number):
        if inner.opener is None or inner.holder is None:
            continue
        word = said.words[inner.opener]
        asking = bool({outer.group.lemma, said.lemmas[inner.holder]} & ASKING) or _is_unknown(inner, outer, case)
        if word == "whether" or (asking and word in ("if", "when", "how", "why", "where", "who", "what")):
            return Verdict(factuality="asked", shown=(*frame_of(inner, outer), inner.opener))
    return None


def _is_unknown(inner: Clause, outer: Clause, case: Case) -> bool:
    """Whether nobody knows what a clause asks: "want to know when", "nobody knows who"."""
    words, lemmas = case.told.said.words, case.told.said.lemmas
    if inner.holder is None or lemmas[inner.holder] != "know":
        return False
    nobody = any(words[place] in NOBODY or words[place] == "no" for place in outer.subject)
    return words[inner.holder - 1] == "to" or outer.group.negated or nobody


def _conditional(case: Case) -> Verdict | None:
    """It hangs on something: "if it rains", "unless a buyer is found", "would have hit"."""
    said, clause = case.told.said, case.clause
    if clause is None:
        return None
    if clause.opener is not None and said.words[clause.opener] in CONDITIONS:
        return Verdict(factuality="conditional", shown=(clause.opener,))
    for inner, _ in case.told.frames(case.number):
        if inner.opener is not None and said.words[inner.opener] in CONDITIONS:
            return Verdict(factuality="conditional", shown=(inner.opener,))
    if is_inverted(clause.group.first, said):
        return Verdict(factuality="conditional", shown=(clause.group.first,))
    before = (clause.subject[0] if clause.subject and not clause.apart else clause.begin) - 1
    if before >= 0 and is_inverted(before, said):
        return Verdict(factuality="conditional", shown=(before,))
    phrase = _conditional_phrase(case)
    if phrase:
        return Verdict(factuality="conditional", shown=phrase)
    if not clause.finite:
        return None
    condition = next((c for c in case.told.clauses if c is not clause and _is_condition(c, clause, case.told)), None)
    if condition is not None and clause.parent is None and not _is_alternative(condition, case):
        return Verdict(factuality="conditional", shown=tuple(range(condition.start, condition.end)))
    chain = clause.group.auxiliaries
    if (
        "would" in chain
        and "have" in chain
        and case.role() != ""
        or (clause.group.head == case.place and chain[:2] == ("would", "have"))
    ):
        return Verdict(factuality="conditional", shown=verb_of(clause))
    return None


def _is_alternative(condition: Clause, case: Case) -> bool:
    """Whether a condition is that of another time only, behind "or": "on 7 July, | or on 14 July if it rains"."""
    said = case.told.said
    choice = next((p for p in range(condition.start - 1, 0, -1) if said.words[p] == "or"), None)
    if choice is None or not case.own or any(g.head in range(choice, condition.start) for g in said.groups):
        return False
    return max(case.own) < choice and any(place in said.times for place in range(choice, condition.start))


def _conditional_phrase(case: Case) -> Places:
    """The phrase of a condition that is no clause: "in the event of a tie", "subject to approval", "depends on"."""
    said, clause = case.told.said, case.clause
    if clause is None or clause.parent is not None:
        return ()
    if clause.group.lemma in ("depend", "hinge") and not clause.group.negated and case.role() == "subject":
        return tuple(range(clause.group.first, clause.end))
    if CONDITIONAL_WORDS.isdisjoint(said.words):
        return ()
    for start, word in enumerate(said.words):
        for phrase in CONDITIONAL_PHRASES:
            if word == phrase[0] and said.words[start : start + len(phrase)] == phrase and said.tags[start] != "VBD":
                stop = next(
                    (p for p in range(start, len(said.words)) if said.words[p] in MARKS | {","}), len(said.words)
                )
                return tuple(range(start, stop))
    return ()


def _is_condition(clause: Clause, main: Clause, told: Told) -> bool:
    """Whether a clause is the condition of another one in its sentence."""
    opened = clause.opener is not None and told.said.words[clause.opener] in CONDITIONS and clause.parent is None
    if not opened and not is_inverted(clause.group.first, told.said):
        return False
    first, last = sorted((clause.start, main.start))
    if MARKS.intersection(told.said.words[first:last]):
        return False  # "if you are just joining us: .."
    past = main.group.tag == "VBD" or main.group.auxiliaries[:1] in (("was",), ("were",), ("did",))
    if opened and past and verbs.MODALS.isdisjoint(main.group.auxiliaries):
        return False  # "if he was tired, he did not show it"
    between = [c for c in told.clauses if main.group.head < c.start < clause.start and c.finite and c.parent is None]
    return not between


# -- possible, reported, planned ---------------------------------------------------------------------------------------


def _possible(case: Case) -> Verdict | None:
    """It may be so: "may", "could", "perhaps", "threatened to", "a possible sale"."""
    clause, said = case.clause, case.told.said
    chain = _chain(case)
    if MERELY_POSSIBLE.intersection(chain) or "should" in chain and case.group is not None:
        return Verdict(factuality="possible", shown=verb_of(clause) if clause is not None else ())
    told = clause is not None and clause.opener is not None and said.words[clause.opener] == "that"
    if "would" in chain and case.report is None and case.group is not None and not told:
        return Verdict(factuality="possible", shown=verb_of(clause) if clause is not None else ())
    for inner, outer in case.told.frames(case.number):
        doubted = outer.group.lemma == "doubt" or (
            inner.holder is not None and said.lemmas[inner.holder] in POSSIBLE_FRAMES
        )
        if doubted and not outer.group.negated:
            return Verdict(factuality="possible", shown=frame_of(inner, outer))
    opening = first_in(
        case,
        range(0 if clause is None else _segment(clause.begin, said.words), 0 if clause is None else clause.begin),
        PERHAPS,
    )
    if opening and case.group is not None:
        return Verdict(factuality="possible", shown=opening)
    if case.group is None:
        vague = first_in(case, case.modifiers(), POSSIBLE_NOUNS) or first_in(
            case, case.following(), POSSIBLE_NOUNS | PERHAPS
        )
        return Verdict(factuality="possible", shown=vague) if vague else None
    near = range(max(case.group.first - 2, 0), min(case.place + 2, len(said.words)))
    perhaps = first_in(case, near, PERHAPS)
    if perhaps:
        return Verdict(factuality="possible", shown=perhaps)
    if clause is not None and clause.group is not case.group:
        lemmas = {said.lemmas[place] for place in case.between()} | {clause.group.lemma}
        if lemmas & (THREATENING | TRYING):
            return Verdict(factuality="possible", shown=tuple(range(clause.group.first, case.group.first)))
    return None


def _segment(place: int, words: Sequence[str]) -> int:
    """Where the words begin that stand before a clause without a mark between."""
    while place > 0 and words[place - 1] not in MARKS and words[place - 1] not in ("and", "but"):
        place -= 1
    return place


def _reported(case: Case) -> Verdict | None:
    """Somebody's word for it, and more than a plain "X said": "alleged", "is accused of", "is said to have"."""
    clause, said = case.clause, case.told.said
    if case.report is not None and not case.report.plain:
        return Verdict(factuality="reported", shown=case.report.places)
    here = range(len(said.words)) if clause is None else range(max(clause.start - 2, 0), clause.end)
    hearsay = first_in(case, here, HEARSAY)
    if hearsay:
        return Verdict(factuality="reported", shown=hearsay)
    if case.group is not None and case.group.tag == "VBN" and case.group.lemma in ("rumour", "rumor", "allege"):
        return Verdict(factuality="reported")
    if case.group is None:
        alleged = first_in(case, case.modifiers(), ALLEGED)
        if alleged:
            return Verdict(factuality="reported", shown=alleged)
    if clause is None:
        return None
    if (
        case.role() == "object"
        and clause.group.lemma in ("put", "suggest", "describe")
        and {"report", "claim"} & {said.lemmas[place] for place in clause.subject}
    ):
        return Verdict(factuality="reported", shown=clause.subject)
    return None


def _planned(case: Case) -> Verdict | None:
    """It is meant to be: "will", "plans to", "was ordered to", "please reply", "is due"."""
    clause, said = case.clause, case.told.said
    told_of = case.group is not None or case.event.governor is not None or case.role() != ""
    if (case.event.direction == "future" and told_of) or "would" in _chain(case):
        return Verdict(factuality="planned", shown=verb_of(clause) if clause is not None and case.group is None else ())
    if case.group is not None and "IMP" in (case.group.tag, clause.group.tag if clause is not None else ""):
        return Verdict(factuality="planned")
    if case.group is not None and _means_to(case):
        return Verdict(factuality="planned")
    if case.group is not None and case.group.lemma in ("expect", "propose", "await") and case.event.tense == "PRESENT":
        return Verdict(factuality="planned")
    if case.group is None:
        planned = first_in(case, case.modifiers(), PLANNED_NOUNS) or first_in(case, case.following(), DUE)
        if planned:
            return Verdict(factuality="planned", shown=planned)
        if (
            clause is not None
            and clause.group.lemma in LOOKING_FOR
            and {"for", "on"}
            & {said.words[place] for place in range(clause.group.head + 1, min(clause.group.head + 2, case.place))}
        ):
            return Verdict(factuality="planned", shown=(*clause.subject, *verb_of(clause)))
        if (
            clause is not None
            and case.role() == "object"
            and clause.group.lemma in ("plan", "schedule", "propose", "expect", "demand", "promise", "pledge", "order")
        ):
            return Verdict(factuality="planned", shown=verb_of(clause))
        return None
    before = said.words[case.group.first - 2 : case.group.first]
    if before[1:] == ("to",) and (before[0] in verbs.BE or (clause is not None and clause.group is case.group)):
        return Verdict(factuality="planned", shown=(case.group.first - 1,))  # "is to rule", "training to be completed"
    if clause is not None and clause.group is not case.group and case.group.tag in ("TO", "VB"):
        lemmas = {said.lemmas[place] for place in case.between()} | {clause.group.lemma}
        if lemmas & (PLANNING | PLANS):
            return Verdict(factuality="planned", shown=tuple(range(clause.group.first, case.place)))
    return None


def _means_to(case: Case) -> bool:
    """Whether a verb tells what somebody meant to do, and not whether it was done: "had hoped to play on Friday"."""
    group, words = case.group, case.told.said.words
    if group is None or words[group.head + 1 : group.head + 2] != ("to",):
        return False
    past_perfect = group.auxiliaries[:1] == ("had",) and group.lemma in ("hope", "plan", "intend", "mean", "want", "expect")
    return past_perfect or (group.lemma in ("suppose", "mean") and group.tag == "VBN" and bool(group.auxiliaries))


STAYING = frozenset("stay remain keep be".split())


def _kept(case: Case) -> Verdict | None:
    """A state that is to go on: "the road will stay closed"."""
    clause, group = case.clause, case.group
    if clause is None or group is None or group.tag != "VBN" or case.role() != "object":
        return None
    ahead = clause.group.lemma in STAYING and verbs.FUTURE_MODALS.intersection(_chain(case))
    return Verdict(factuality="planned", shown=verb_of(clause)) if ahead else None


JUDGEMENTS: tuple[Callable[[Case], Verdict | None], ...] = (
    _denied,
    _asked,
    _conditional,
    negated,
    _possible,
    _reported,
    _planned,
    _kept,
)


def _chain(case: Case) -> tuple[str, ...]:
    """The auxiliaries that an event stands under: its own, or those of the verb whose subject or object it is."""
    if case.group is not None and (case.group.auxiliaries or case.clause is None or case.clause.group is case.group):
        return case.group.auxiliaries
    clause = case.clause
    if clause is None or (case.group is None and case.role() == "" and case.event.governor is None):
        return ()
    return clause.group.auxiliaries


_DENYING = verbs.NEGATIONS | NOBODY | {"no"}


def stance(told: Told) -> str:
    """How far a sentence asserts what it says as a whole."""
    words, groups = told.said.words, told.said.groups
    if words and words[-1] == "?":
        return "asked"
    denying = (place for place, word in enumerate(words) if word in _DENYING)
    if any(not is_limit(words, place) and not is_unlike(told.said, place) for place in denying):
        return "negated"
    if CONDITIONS.intersection(words):
        return "conditional"
    if any(group.auxiliaries[:2] == ("would", "have") for group in groups):
        return "conditional"  # "she would have been a hundred"
    chains = [word for group in groups for word in group.auxiliaries]
    if any(word in MERELY_POSSIBLE for word in chains) or (POSSIBLE_NOUNS | POSSIBLE_FRAMES).intersection(words):
        return "possible"
    return "planned" if any(word in verbs.FUTURE_MODALS for word in chains) else "asserted"
