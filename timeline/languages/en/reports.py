"""Who says what an English sentence says: "prosecutors allege that ..", "..., police said", "according to the log"."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from timeline.languages.en import verbs
from timeline.languages.en.clauses import Clause
from timeline.languages.en.phrases import MARKS
from timeline.texts.syntax import Syntax

PLAIN = frozenset("say tell report announce state add note reveal disclose inform".split())
SAYING = verbs.REPORTING | frozenset(
    "maintain claim find rule boast contend concede assert conclude inform assure learn hear dismiss reject dispute refute "
    "retract rumour rumor believe think suspect fear hope ask wonder decline want know promise threaten demand vow".split()
)
ACCUSING = frozenset("accuse suspect charge indict".split())
SAID_TO = frozenset("say allege believe think report rumour rumor understand hold know".split())
CLAIMS = frozenset(
    "claim allegation report rumour rumor accusation suggestion charge assertion story belief speculation suspicion tale "
    "legend myth theory notion impression".split()
)

# What opens a clause that tells when or why somebody denied, instead of what was denied.
_TELLING = SAYING | CLAIMS
BESIDE = frozenset("when while after before as since because until although though".split())
DENIALS = frozenset("deny dispute reject refute dismiss".split())


@frozen(kw_only=True)
class Report:
    """The words that say whose word an event is, the lemma of their verb ("" for none); ``plain`` is a mere "X said"."""

    places: tuple[int, ...]
    lemma: str = ""
    plain: bool = False


@frozen(kw_only=True)
class Told:
    """A sentence with its clauses, to tell events from."""

    said: Syntax
    clauses: tuple[Clause, ...]

    def clause_at(self, place: int) -> int | None:
        """The number of the innermost clause that a token stands in."""
        best = None
        for number, clause in enumerate(self.clauses):
            aside = clause.group.head == place and self.said.words[clause.group.first - 1] == ","
            if aside and clause.subject and clause.begin == clause.subject[0]:
                return number  # "her memoir, | published in 1995, | has never .."
            if clause.begin <= place < clause.end and (best is None or clause.begin >= self.clauses[best].begin):
                best = number
        return best

    def frames(self, number: int | None) -> Iterator[tuple[Clause, Clause]]:
        """A clause with the one that holds it, and so on outwards."""
        while number is not None:
            inner = self.clauses[number]
            number = inner.parent
            if number is not None:
                yield inner, self.clauses[number]


def report_of(number: int | None, place: int, told: Told) -> Report | None:
    """Who says the event at a place in a clause, None where the text itself does."""
    for inner, outer in told.frames(number):
        framed = _framed(inner, outer, told.said)
        if framed is not None:
            return framed
    clause = None if number is None else told.clauses[number]
    own = None if clause is None else _above(clause, place, told.said) or _claimed(clause, told.said)
    return own or _beside(number, place, told) or _according(told.said)


def _above(clause: Clause, place: int, said: Syntax) -> Report | None:
    """A report or accusation in the clause of the event itself: "is said to have left", "accuses him of stealing"."""
    head = clause.group.head
    if place <= head:
        return None
    for other in (head, head + 1):
        accused = said.lemmas[other] in ACCUSING or said.words[other] == "accused"
        if other < place and accused and {"of", "with"} & set(said.words[other + 1 : place]):
            return Report(places=(*clause.subject, *range(clause.group.first, other + 1)), lemma="accuse")
    to = next(
        (group.first - 1 for group in said.groups if group.head == place and said.words[group.first - 1] == "to"), 0
    )
    if (
        to > head and said.lemmas[to - 1] in SAID_TO and said.tags[to - 1] in ("VBN", "VBD")
    ):  # "rebels said to have shelled"
        return Report(places=(to - 1, to), lemma=said.lemmas[to - 1])
    if clause.group.lemma in ("claim", "profess", "purport") and said.words[head + 1] == "to" and to:
        return Report(places=(*clause.subject, *range(clause.group.first, head + 1)), lemma="claim")
    if clause.group.lemma in SAID_TO and clause.group.tag == "VBN" and said.words[head + 1] == "to":
        if any(group.head == place for group in said.groups):
            return Report(places=(*clause.subject, *range(clause.group.first, head + 1)), lemma=clause.group.lemma)
    return None


def _claimed(clause: Clause, said: Syntax) -> Report | None:
    """The claim that a clause spells out where no verb says what became of it: "the old claim that a train fell"."""
    if clause.parent is not None or not clause.opener or said.words[clause.opener] != "that":
        return None
    chunk = next((c for c in said.chunks if c.head == clause.opener - 1 and said.lemmas[c.head] in CLAIMS), None)
    return (
        None
        if chunk is None
        else Report(places=tuple(range(chunk.first, chunk.head + 1)), lemma=said.lemmas[chunk.head])
    )


def _framed(inner: Clause, outer: Clause, said: Syntax) -> Report | None:
    """The report that a clause hangs on: "police said", "he denied reports", "it is alleged"."""
    holder = inner.holder
    if holder is None or said.words[inner.opener or 0] in ("who", "which", "whose") and inner.opener is not None:
        return None
    lemmas = {outer.group.lemma, said.lemmas[holder]}
    if lemmas & DENIALS and inner.opener is not None and said.words[inner.opener] in BESIDE:
        return None  # "denied it when she gave evidence"
    if outer.group.lemma == "have" and said.words[holder] == "it":
        lemmas.add("say")  # "legend has it that"
    if not lemmas & _TELLING:
        return None
    if holder < outer.group.first:  # "the rumour that she resigned"
        places = tuple(place for place in outer.subject if place <= holder)
        return Report(places=places, lemma=said.lemmas[holder])
    places = (*outer.subject, *range(outer.group.first, holder + 1))
    plain = outer.group.lemma in PLAIN and not outer.group.negated and said.lemmas[holder] not in CLAIMS
    return Report(places=places, lemma=outer.group.lemma, plain=plain)


def _beside(number: int | None, place: int, told: Told) -> Report | None:
    """A report that stands beside what it reports: "the shop has closed, police said", '"..," said the mayor'."""
    outermost = number
    for _, outer in told.frames(number):
        outermost = told.clauses.index(outer)
    for other, clause in enumerate(told.clauses):
        if other in (number, outermost) or not is_beside(other, told) or clause.begin < place < clause.end:
            continue
        if any(word in (";", ":") for word in told.said.words[slice(*sorted((place, clause.group.head)))]):
            continue
        follows = outermost is not None and told.clauses[outermost].start > clause.group.head
        if follows and told.clauses[outermost or 0].opener is not None:
            continue  # "the strike is off, the union said, after managers withdrew the rota"
        lemma = clause.group.lemma
        return Report(places=said_by(clause, told.said), lemma=lemma, plain=lemma in PLAIN and not clause.group.negated)
    return None


def is_beside(number: int, told: Told) -> bool:
    """Whether a clause is a report set off from what it reports, by a comma or a quotation mark."""
    clause, words = told.clauses[number], told.said.words
    if clause.group.lemma not in verbs.REPORTING or not clause.finite or clause.opener is not None:
        return False
    before = words[clause.start - 1] if clause.start else ""
    if before not in (",", '"', "–", "-", "—") or any(inner.parent == number for inner in told.clauses):
        return False
    if clause.apart or not clause.subject:
        return any(chunk.first == clause.group.head + 1 for chunk in told.said.chunks)
    rest = [
        p for p in range(clause.group.head + 1, clause.end) if p not in told.said.times and told.said.tags[p] != "IN"
    ]
    return len(rest) <= 4


def said_by(clause: Clause, said: Syntax) -> tuple[int, ...]:
    """The words of a report that stands beside what it reports, its subject first."""
    head = clause.group.head
    chunk = next((c for c in said.chunks if c.first == head + 1 and c.head not in said.times), None)
    after = () if chunk is None else tuple(range(chunk.first, chunk.head + 1))
    if clause.apart or not clause.subject:
        return (*after, head)
    return (*clause.subject, *range(clause.group.first, head + 1), *(after if clause.group.lemma == "tell" else ()))


def _according(said: Syntax) -> Report | None:
    """The source that a sentence names: "according to the railway's log"."""
    if "account" not in said.words and "according" not in said.words:
        return None
    by = next(
        (p for p in range(len(said.words)) if said.words[p] == "by" and "account" in said.words[p + 1 : p + 4]), None
    )
    if by is not None:
        return Report(places=tuple(range(by, said.words.index("account", by) + 1)))
    for place in range(len(said.words) - 2):
        if said.words[place : place + 2] == ("according", "to"):
            end = place + 2
            while end < len(said.words) and said.words[end] not in MARKS and said.words[end] not in (",", ")"):
                end += 1
            return Report(places=tuple(range(place, end)), plain=False)
    return None
