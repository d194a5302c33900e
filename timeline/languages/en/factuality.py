"""How far an English sentence asserts an event: one judgement after the other, the first that speaks decides.

Each judgement names the words that made it; a label shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from timeline.languages.en import verbs
from timeline.languages.en.clauses import CONDITIONS, Clause, is_inverted
from timeline.languages.en.phrases import MARKS
from timeline.languages.en.reports import CLAIMS, Report, Told
from timeline.records import Event
from timeline.syntax import VerbGroup

Places = tuple[int, ...]

MARKS_BETWEEN = frozenset((";", ":", "–", "—", "-"))  # a question after one asks nothing about what stands before

DENYING = frozenset("deny refute rebut retract recant disown".split())
DISMISSING = frozenset("reject dismiss dispute deny refute rebut retract withdraw".split())
ASKING = frozenset("ask wonder inquire enquire question investigate doubt debate consider establish".split())
DOUBTS = frozenset("evidence sign proof indication record suggestion trace hint".split())
UNTRUE = frozenset(
    "false untrue wrong baseless unfounded fake hoax invention fabrication myth lie nonsense mistaken".split()
)
WRONGLY = frozenset("wrongly falsely mistakenly wrongfully erroneously".split())
NOBODY = frozenset("nobody none neither nothing nowhere nor".split())
SCARCELY = frozenset("nearly almost barely narrowly hardly scarcely".split())
FAILING = frozenset("fail refuse decline forget neglect omit".split())
HINDERING = frozenset("prevent stop bar ban prohibit keep deter dissuade save spare".split())  # ".. from"
UNDOING = frozenset(  # what is done to an event so that it does not take place
    (
        "reject refuse decline cancel postpone abandon scrap shelve ditch block veto ban prevent avoid avert escape thwart "
        "foil suspend drop forgo rule halt miss lack skip axe"
    ).split()
)
TRYING = frozenset("try attempt seek struggle bid effort".split())
UNSUCCESSFUL = frozenset("unsuccessful vain failed futile abortive fruitless".split())
COLLAPSING = frozenset("fail collapse lapse".split())
HEARSAY = frozenset("allegedly reportedly purportedly supposedly apparently ostensibly".split())
ALLEGED = frozenset("alleged purported supposed reported rumoured rumored suspected claimed unconfirmed".split())
MERELY_POSSIBLE = frozenset("may might could can".split())
PERHAPS = frozenset("perhaps possibly maybe probably likely conceivably presumably".split())
THREATENING = frozenset("threaten consider contemplate risk warn fear threat possibility risk option".split())
POSSIBLE_NOUNS = frozenset("possible potential threatened likely feared".split())
PLANNING = verbs.PLANNING | frozenset("order urge ask tell instruct require oblige schedule call mean want due".split())
PLANS = frozenset("plan proposal decision promise pledge order intention hope offer agreement deadline".split())
PLANNED_NOUNS = frozenset("planned proposed scheduled expected upcoming forthcoming future next due".split())
UNDONE_NOUNS = frozenset("cancelled canceled postponed attempted aborted abandoned would-be failed averted".split())


@frozen(kw_only=True)
class Verdict:
    """How far an event is asserted (`entry.FACTUALITIES`), and the token numbers of the words that decide it."""

    factuality: str
    shown: Places = ()
    cancelled: bool = False


@frozen(kw_only=True)
class Case:
    """One event to judge: its place, the clause it stands in, and who says it."""

    event: Event
    place: int
    told: Told
    number: int | None
    report: Report | None

    @property
    def clause(self) -> Clause | None:
        """The innermost clause that the event stands in."""
        return None if self.number is None else self.told.clauses[self.number]

    @property
    def group(self) -> VerbGroup | None:
        """The verb group that the event heads."""
        return next((group for group in self.told.said.groups if group.head == self.place), None)

    def role(self) -> str:
        """What a noun is to the verb of its clause: subject, object, or neither ("")."""
        clause, said = self.clause, self.told.said
        if clause is None:
            return ""
        first = next((c.first for c in said.chunks if c.first <= self.place <= c.head), self.place)
        while first > 1 and said.words[first - 1] == "of":  # "the start of the outage"
            first = next((c.first for c in said.chunks if c.first <= first - 2 <= c.head), first - 1)
        if self.place in clause.subject:
            before = [p for p in clause.subject if p < first and said.tags[p] in ("IN", "TO")]
            return "" if before else "subject"
        return "object" if self.place > clause.group.head and first and said.tags[first - 1] not in ("IN", "TO") else ""

    def between(self) -> range:
        """The tokens from the verb of the clause up to the event's own words."""
        clause, group = self.clause, self.group
        if clause is None or clause.group.head >= self.place:
            return range(0)
        return range(clause.group.head, self.place if group is None else group.first)

    def modifiers(self) -> range:
        """The words before a noun that belong to it."""
        chunk = next((c for c in self.told.said.chunks if c.first <= self.place <= c.head), None)
        return range(0) if chunk is None else range(chunk.first, self.place)


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
        if inner.holder is None:
            continue
        claim = said.lemmas[inner.holder] in CLAIMS
        if outer.group.negated:
            if claim and inner.holder in outer.subject:  # "reports that .. are not supported"
                return Verdict(factuality="denied", shown=(*_frame(inner, outer), *_verb(outer)))
            continue
        if outer.group.lemma in DENYING or (claim and outer.group.lemma in DISMISSING):
            return Verdict(factuality="denied", shown=_frame(inner, outer))
        if claim or inner.holder in outer.subject:
            untrue = _first(case, range(outer.group.first, outer.end), UNTRUE)
            if untrue:
                return Verdict(
                    factuality="denied", shown=(*_frame(inner, outer), *range(outer.group.first, untrue[0] + 1))
                )
        wrong = _first(case, range(outer.begin, outer.group.head), WRONGLY)
        if wrong:
            return Verdict(factuality="denied", shown=_frame(inner, outer))
    return _denied_here(case)


def _denied_here(case: Case) -> Verdict | None:
    """The clause of the event itself says that it is not so: "denied the theft", "the sale was a hoax"."""
    clause, said = case.clause, case.told.said
    if clause is None or clause.group.head == case.place:
        return None
    if case.place > clause.group.head and clause.group.lemma in DENYING and not clause.group.negated:
        return Verdict(factuality="denied", shown=_verb(clause))
    wrong = _first(case, range(clause.begin, case.place), WRONGLY)
    if wrong:
        return Verdict(factuality="denied", shown=(*wrong, clause.group.head))
    if case.role() == "subject" and not clause.group.negated and clause.group.lemma in ("be", "prove", "turn"):
        untrue = _first(case, range(clause.group.head, clause.end), UNTRUE)
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
        asking = (
            bool({outer.group.lemma, said.lemmas[inner.holder]} & ASKING)
            or "know" in said.words[inner.holder : inner.opener]
        )
        if word == "whether" or (asking and word in ("if", "when", "how", "why", "where", "who", "what")):
            return Verdict(factuality="asked", shown=(*_frame(inner, outer), inner.opener))
    return None


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
    if clause.begin and is_inverted(clause.begin - 1, said):
        return Verdict(factuality="conditional", shown=(clause.begin - 1,))
    if not clause.finite:
        return None
    condition = next((c for c in case.told.clauses if c is not clause and _is_condition(c, clause, case.told)), None)
    if condition is not None and clause.parent is None:
        return Verdict(factuality="conditional", shown=tuple(range(condition.start, condition.end)))
    chain = clause.group.auxiliaries
    if (
        "would" in chain
        and "have" in chain
        and case.role() != ""
        or (clause.group.head == case.place and chain[:2] == ("would", "have"))
    ):
        return Verdict(factuality="conditional", shown=_verb(clause))
    return None


def _is_condition(clause: Clause, main: Clause, told: Told) -> bool:
    """Whether a clause is the condition of another one in its sentence."""
    opened = clause.opener is not None and told.said.words[clause.opener] in CONDITIONS and clause.parent is None
    if not opened and not is_inverted(clause.group.first, told.said):
        return False
    first, last = sorted((clause.start, main.start))
    if MARKS.intersection(told.said.words[first:last]):
        return False  # "if you are just joining us: .."
    between = [c for c in told.clauses if main.group.head < c.start < clause.start and c.finite and c.parent is None]
    return not between


# -- negated -----------------------------------------------------------------------------------------------------------


def _negated(case: Case) -> Verdict | None:
    """It did not happen: "did not", "nobody", "failed to", "prevented from", "without having", "no evidence that"."""
    clause = case.clause
    if clause is None:
        return _negated_noun(case)
    for negation in (_negated_verb, _negated_subject, _negated_above, _negated_noun, _negated_frame):
        verdict = negation(case)
        if verdict is not None:
            return verdict
    return None


def _negated_verb(case: Case) -> Verdict | None:
    group, said = case.group, case.told.said
    if group is None:
        return None
    if (group.negated or case.event.polarity == "NEG") and group.lemma not in ("forget", "fail"):
        if said.words[group.head - 1] != "only" and said.words[group.first : group.head + 2].count("only") == 0:
            return Verdict(factuality="negated", shown=_negations(group, said.words))
    scarce = [p for p in (group.first - 1, group.head - 1) if p >= 0 and said.words[p] in SCARCELY]
    if scarce:
        return Verdict(factuality="negated", shown=(scarce[0],))
    if said.words[group.head + 1 : group.head + 2] in (("no",), ("nothing",), ("nobody",), ("neither",), ("none",)):
        return Verdict(factuality="negated", shown=(group.head + 1,))
    for back in range(group.first - 1, max(-1, group.first - 5), -1):
        if said.words[back] == "without" or said.words[back : back + 2] in (("instead", "of"), ("rather", "than")):
            return (
                Verdict(factuality="negated", shown=(back,))
                if group.tag == "VBG" or "having" in group.auxiliaries
                else None
            )
        if said.words[back] in (",", ";"):
            break
    if group.auxiliaries[:1] in (("was",), ("were",)) and said.words[group.first + 1 : group.head] == ("to", "have"):
        return Verdict(factuality="negated", shown=tuple(range(group.first, group.head + 1)))  # "was to have opened"
    return None


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
    if clause.group.negated and group.tag in ("TO", "VBG", "VB"):
        return Verdict(factuality="negated", shown=under)
    found = lemmas.keys() & FAILING or (
        lemmas.keys() & HINDERING if "from" in said.words[clause.group.head : case.place] else set()
    )
    found = found or lemmas.keys() & (UNDOING & verbs.CALLED_OFF)
    if not found and "short" in lemmas and "stop" in lemmas:
        found = {"stop"}
    if not found and {"no", "nothing"} & set(said.words[place] for place in case.between()):
        found = {clause.group.lemma}
    perfect = clause.group.auxiliaries == ("had",) and clause.group.lemma in verbs.PLANNING | {"mean"}
    if found or perfect:
        return Verdict(factuality="negated", shown=under)
    return None


def _undone(case: Case, clause: Clause) -> Verdict | None:
    """A subject that came to nothing: "an attempt to refloat the barge was unsuccessful", "the talks failed"."""
    bad = _first(case, range(clause.group.head, clause.end), UNSUCCESSFUL)
    if bad or clause.group.lemma in COLLAPSING:
        return Verdict(
            factuality="negated", shown=tuple(range(clause.group.first, (bad or (clause.group.head,))[0] + 1))
        )
    return None


def _negated_noun(case: Case) -> Verdict | None:
    clause, said = case.clause, case.told.said
    if case.group is not None:
        return None
    undone = _first(case, case.modifiers(), UNDONE_NOUNS | {"no"})
    if undone:
        return Verdict(factuality="negated", shown=undone)
    gone = called_off(case)
    if gone is not None:
        return gone
    aware = _first(case, case.between(), frozenset(("unaware", "without")))
    if aware and clause is not None:
        return Verdict(factuality="negated", shown=(*clause.subject, *range(clause.group.first, case.place)))
    if clause is None or case.role() == "":
        return None
    if case.role() == "subject":
        if said.words[clause.group.first - 1] in SCARCELY:
            return Verdict(factuality="negated", shown=(clause.group.first - 1,))
        verdict = _undone(case, clause) if TRYING & {said.lemmas[case.place]} else None
        if verdict is not None:
            return verdict
    under = case.event.governor is not None or case.role() in ("subject", "object")
    if clause.group.negated and under:
        return Verdict(factuality="negated", shown=_negations(clause.group, said.words))
    heads = {clause.group.lemma} | {g.lemma for g in said.groups if g.head in case.between()}
    if case.role() == "object" and heads & (UNDOING | FAILING):
        return Verdict(factuality="negated", shown=tuple(range(clause.group.first, case.place)))
    return None


def _negated_frame(case: Case) -> Verdict | None:
    """What it hangs on is denied existence or belief: "there is no evidence that", "did not believe that"."""
    said = case.told.said
    for inner, outer in case.told.frames(case.number):
        if inner.holder is None or inner.opener is None or said.words[inner.opener] in ("who", "which"):
            continue
        none = "no" in said.words[max(outer.begin, inner.holder - 3) : inner.holder] or outer.group.negated
        if none and (
            said.lemmas[inner.holder] in DOUBTS | CLAIMS
            or outer.group.lemma in ("believe", "think", "expect", "confirm")
        ):
            return Verdict(factuality="negated", shown=_frame(inner, outer))
    return None


def called_off(case: Case) -> Verdict | None:
    """What became of an event that its clause calls off: "has been cancelled", "was called off", "put off"."""
    clause, said = case.clause, case.told.said
    for group in said.groups:
        if group.first <= case.place or group.tag != "VBN" or (clause is not None and group.head > clause.end):
            continue
        off = said.words[group.head + 1 : group.head + 2] == ("off",)
        gone = group.lemma in verbs.CALLED_OFF | UNDOING or (group.lemma in ("call", "put", "rain") and off)
        if not gone or (clause is not None and clause.group is not group) or case.role() != "subject":
            continue
        return Verdict(
            factuality="planned" if group.negated else "negated",
            shown=tuple(range(group.first, group.head + 1 + off)),
            cancelled=not group.negated,
        )
    return None


# -- possible, reported, planned ---------------------------------------------------------------------------------------


def _possible(case: Case) -> Verdict | None:
    """It may be so: "may", "could", "perhaps", "threatened to", "a possible sale"."""
    clause, said = case.clause, case.told.said
    chain = _chain(case)
    if MERELY_POSSIBLE.intersection(chain) or "should" in chain and case.group is not None:
        return Verdict(factuality="possible", shown=_verb(clause) if clause is not None else ())
    if "would" in chain and case.report is None and case.group is not None:
        return Verdict(factuality="possible", shown=_verb(clause) if clause is not None else ())
    if case.group is None:
        vague = _first(case, case.modifiers(), POSSIBLE_NOUNS)
        return Verdict(factuality="possible", shown=vague) if vague else None
    near = range(max(case.group.first - 2, 0), case.place)
    perhaps = _first(case, near, PERHAPS)
    if perhaps:
        return Verdict(factuality="possible", shown=perhaps)
    if clause is not None and clause.group is not case.group:
        lemmas = {said.lemmas[place] for place in case.between()} | {clause.group.lemma}
        if lemmas & (THREATENING | TRYING):
            return Verdict(factuality="possible", shown=tuple(range(clause.group.first, case.group.first)))
    return None


def _reported(case: Case) -> Verdict | None:
    """Somebody's word for it, and more than a plain "X said": "alleged", "is accused of", "is said to have"."""
    clause, said = case.clause, case.told.said
    if case.report is not None and not case.report.plain:
        return Verdict(factuality="reported", shown=case.report.places)
    hearsay = _first(case, range(len(said.words)), HEARSAY)
    if hearsay:
        return Verdict(factuality="reported", shown=hearsay)
    if case.group is None:
        alleged = _first(case, case.modifiers(), ALLEGED)
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
    if (case.event.direction == "future" and told_of) or ("would" in _chain(case) and case.report is not None):
        return Verdict(factuality="planned", shown=_verb(clause) if clause is not None and case.group is None else ())
    if case.group is not None and "IMP" in (case.group.tag, clause.group.tag if clause is not None else ""):
        return Verdict(factuality="planned")
    if case.group is not None and case.group.lemma in ("expect", "propose", "await") and case.event.tense == "PRESENT":
        return Verdict(factuality="planned")
    if case.group is None:
        planned = _first(case, case.modifiers(), PLANNED_NOUNS)
        if planned:
            return Verdict(factuality="planned", shown=planned)
        if (
            clause is not None
            and case.role() == "object"
            and clause.group.lemma in ("plan", "schedule", "propose", "expect", "demand")
        ):
            return Verdict(factuality="planned", shown=_verb(clause))
        return None
    if clause is not None and clause.group is not case.group and case.group.tag in ("TO", "VB"):
        lemmas = {said.lemmas[place] for place in case.between()} | {clause.group.lemma}
        if lemmas & (PLANNING | PLANS):
            return Verdict(factuality="planned", shown=tuple(range(clause.group.first, case.place)))
    return None


JUDGEMENTS: tuple[Callable[[Case], Verdict | None], ...] = (
    _denied,
    _asked,
    _conditional,
    _negated,
    _possible,
    _reported,
    _planned,
)


def _chain(case: Case) -> tuple[str, ...]:
    """The auxiliaries that an event stands under: its own, or those of the verb whose subject or object it is."""
    if case.group is not None and (case.group.auxiliaries or case.clause is None or case.clause.group is case.group):
        return case.group.auxiliaries
    clause = case.clause
    if clause is None or (case.group is None and case.role() == "" and case.event.governor is None):
        return ()
    return clause.group.auxiliaries


def _verb(clause: Clause) -> Places:
    return tuple(range(clause.group.first, clause.group.head + 1))


def _frame(inner: Clause, outer: Clause) -> Places:
    """The words from the subject of a clause up to what another clause hangs on."""
    holder = inner.holder if inner.holder is not None else outer.group.head
    if holder < outer.group.first:
        return tuple(place for place in outer.subject if place <= holder)
    return (*outer.subject, *range(outer.group.first, holder + 1))


def _first(case: Case, places: range, table: frozenset[str]) -> Places:
    """The first of some places whose word is in a table, as a tuple of one; none for none."""
    words = case.told.said.words
    return next(((place,) for place in places if words[place] in table), ())


def stance(told: Told) -> str:
    """How far a sentence asserts what it says as a whole."""
    words, groups = told.said.words, told.said.groups
    if words and words[-1] == "?":
        return "asked"
    if any(word in verbs.NEGATIONS or word in NOBODY or word == "no" for word in words):
        return "negated"
    if CONDITIONS.intersection(words):
        return "conditional"
    chains = [word for group in groups for word in group.auxiliaries]
    if any(word in MERELY_POSSIBLE for word in chains) or POSSIBLE_NOUNS.intersection(words):
        return "possible"
    return "planned" if any(word in verbs.FUTURE_MODALS for word in chains) else "asserted"
