"""English labels: the clause around an event's head without its time, and how far the sentence asserts it."""

from __future__ import annotations

from attrs import evolve, frozen

from timeline.entries.labels import Telling
from timeline.entries.records import Event
from timeline.languages.en import verbs
from timeline.languages.en.cases import Case, Verdict, case_of
from timeline.languages.en.clauses import Clause, clause_spans, find_clauses, is_inverted
from timeline.languages.en.factuality import judged, stance
from timeline.languages.en.negation import corrects, main_of, off_then
from timeline.languages.en.reports import Report, Told, is_beside, said_by
from timeline.languages.en.shares import gapped, share
from timeline.languages.en.wording import Parts, Wording, fitted, participants, worded
from timeline.texts.syntax import ClauseSpan, Syntax

MAX_LABEL = 80
TITLES = frozenset(
    "minister president secretary chancellor premier senator judge mayor governor general director".split()
)
_UNTOLD = frozenset("a an the his her their its my our".split())  # a noun by itself does without them
MIN_LABEL = 50  # what a label keeps beside long words in brackets
_PLAIN = Verdict(factuality="asserted")
_UNCERTAIN_PLAIN = frozenset(("planned", "possible", "conditional", "asked"))


@frozen
class EnglishTeller:
    """One sentence, ready to tell its events (`timeline.entries.labels.Teller`)."""

    told: Told

    def clauses(self) -> tuple[ClauseSpan, ...]:
        """Where the clauses of the sentence stand, in the order of their verbs."""
        return clause_spans(self.told.clauses, self.told.said)

    def tell(
        self, event: Event, place: int, times: frozenset[int], own: frozenset[int] | None = None
    ) -> Telling:
        """How the sentence tells one of its events, by the token number of its head, leaving out some times; of a
        coordination what ``own`` dates, else what any of the times does."""
        return tell(event, place, self.told, times, times if own is None else own)

    def line(self, start: int, end: int, times: frozenset[int], own: frozenset[int] = frozenset()) -> str:
        """The words from one token up to another, without some times, as a label; of a coordination what ``own`` dates."""
        wording = Wording(self.told.said, times)
        said = self.told.said
        clause = self._apart(own) if (start, end) == (0, len(said.words)) else None
        if clause is not None:
            wording = Wording(said, times.difference(clause.subject) if said.times.issuperset(clause.subject) else times)
            return fitted(_clause(clause, _PLAIN, evolve(wording, own=own)), clause.group.head, wording, MAX_LABEL)
        places = share(range(start, end), own & said.times, said)
        return fitted(Parts(rest=places), places[0] if places else start, wording, MAX_LABEL)

    def _apart(self, own: frozenset[int]) -> Clause | None:
        """The clause of a time that its sentence is not alone in: "May was wet, | but July was dry"."""
        free = [clause for clause in self.told.clauses if clause.finite and clause.parent is None and clause.opener is None]
        here = [clause for clause in free if own and clause.begin <= min(own) < clause.end and clause.subject]
        return here[-1] if len(free) > 1 and here else None

    def stance(self) -> str:
        """How far the sentence asserts what it says, where no event of it is told."""
        return stance(self.told)


def teller(syntax: Syntax) -> EnglishTeller:
    """A sentence made ready for labels."""
    return EnglishTeller(Told(said=syntax, clauses=find_clauses(syntax)))


def tell(event: Event, place: int, told: Told, times: frozenset[int], own: frozenset[int]) -> Telling:
    """How a sentence tells one of its events, by the token number of its head."""
    case = case_of(event, place, told, own)
    report = case.report
    verdict = off_then(case) or judged(case)
    corrected = corrects(case)
    if corrected is not None:
        verdict, times = corrected[0], frozenset()  # "did not resign on Monday but on Tuesday" is told whole
    if verdict.factuality == "negated" and _is_limit(times, told.said):
        times = frozenset()  # "will not open until Monday" says that it opens then
    if not verdict.cancelled and _set_aside(case) is not None:
        times = frozenset()  # "the opening, set for 1 July, .." tells no more than that
    if case.clause is not None and told.said.times.issuperset(case.clause.subject):
        times = times.difference(case.clause.subject)  # "May and June were good"
    wording = Wording(told.said, times, own & times)
    parts = _in_brackets(case, wording) or _parts(case, verdict, wording)
    if corrected is not None and case.clause is not None:
        parts = evolve(_clause(case.clause, verdict, wording), rest=tuple(range(case.clause.group.head + 1, corrected[1])))
    marks = _marks(verdict, report, frozenset((*parts.places, *_carrier(case, parts))), wording)
    must = place if place in parts.places else min(parts.places, default=place)
    label = fitted(parts, must, wording, max(MAX_LABEL - sum(len(mark) + 3 for mark in marks), MIN_LABEL))
    if verdict.factuality == "asked" and told.said.words[-1] == "?":
        label += "?"
    clause = case.clause
    kept = parts.places if clause is None else (*clause.subject, *range(clause.group.first, clause.end))
    return Telling(
        label=" ".join((label or event.text, *(f"({mark})" for mark in marks))),
        attribution=None if report is None else worded(report.places, Wording(told.said, told.said.times)) or None,
        factuality=verdict.factuality,
        participants=participants(kept, told.said),
        cancelled=verdict.cancelled,
        calls_off=event.lemma in verbs.CALLED_OFF and event.perfect and event.tense == "PRESENT" and event.polarity == "POS",
    )


def _is_limit(times: frozenset[int], said: Syntax) -> bool:
    return bool(times) and said.words[min(times)] in ("until", "till", "before")


def _parts(case: Case, verdict: Verdict, wording: Wording) -> Parts:
    """The words of a label: the clause of its event, or the phrase of a noun that says enough by itself."""
    clause, event = case.clause, case.event
    if clause is None:
        phrase = _noun_phrase(case)
        return _set_to(case) or _widened(phrase, phrase, case, wording)
    whole = _whole(case, clause, verdict, wording)
    leaves_out = case.group is clause.group or (clause.group.lemma == "be" and case.place > clause.group.head)
    meant = gapped(clause.group, wording.own, wording.said) if leaves_out else ()
    if meant:  # "the meeting is on 23 June and | the concert | on the 24th"
        return Parts(verb=tuple(place for place in meant if place != clause.group.head or clause.group.lemma != "be"))
    if case.group is not None:
        planned = _plan(case, clause, verdict, wording)
        if planned is not None:
            return planned
        if case.place == clause.group.head and is_beside(case.number or 0, case.told):
            return _reporting(case, clause, wording)
        key = (
            range(0, clause.begin - 1) if clause.begin > 1 and wording.said.words[clause.begin - 1] == ":" else range(0)
        )
        if not clause.subject and 0 < len(key) <= 6:
            return evolve(whole, lead=tuple(key))  # "hotel: booked"
        if clause.group is case.group and whole.subject and _is_bare(clause, whole, wording):
            return Parts(subject=whole.subject)  # "parents' evenings | are | on 27 March"
        return whole if case.place in whole.places else _set_to(case) or Parts(verb=(case.place,))
    phrase = _noun_phrase(case)
    if event.pos == "ADJECTIVE" and clause.finite and case.place in whole.places:
        return whole  # "he was | due | to marry"
    told = _existing(case, clause, whole) or _edge(case, phrase, wording)
    if told is not None:
        return told
    plain = verdict.factuality in ("asserted", "reported") and event.governor is None
    enough = sum(place not in wording.dropped for place in phrase.places) > 1 or (
        case.role() == "" and not _is_plain(case, clause)
    )
    shown = bool(verdict.shown) and set(verdict.shown) <= set(phrase.places)
    copula = case.place < clause.group.first and _is_bare(clause, whole, wording)  # "the concert is on Sunday"
    if (plain and enough) or shown or copula or case.place not in whole.places:
        return phrase if shown or copula else _widened(phrase, whole, case, wording)
    if event.governor is not None and len(worded(whole.places, wording)) > MAX_LABEL:
        return Parts(lead=_name(whole.subject, wording.said), verb=phrase.verb, rest=phrase.rest)
    return whole


def _whole(case: Case, clause: Clause, verdict: Verdict, wording: Wording) -> Parts:
    """The clause of an event, with its subject in full where the event is in it: "nothing | entered | was affected"."""
    whole = _clause(clause, verdict, wording)
    return whole if case.place in whole.places or case.place not in clause.subject else evolve(whole, subject=clause.subject)


def _existing(case: Case, clause: Clause, whole: Parts) -> Parts | None:
    """The clause that says no more than that a noun is: "there were | 31 falls | in May"."""
    there = clause.group.lemma == "be" and case.told.said.words[clause.group.first - 1] == "there"
    return whole if there and case.place in whole.places else None


def _edge(case: Case, phrase: Parts, wording: Wording) -> Parts | None:
    """A noun up to which, or from which, its clause goes on, which is no label of it then: "was mayor until | her death"."""
    said, first = wording.said, _with_determiner(phrase.places[0], wording.said)
    bound = first > 0 and said.words[first - 1] in _EDGES and case.clause is not None and case.clause.group.head < first
    return Parts(verb=tuple(range(first, phrase.verb[-1] + 1)), rest=phrase.rest) if bound else None


def _with_determiner(first: int, said: Syntax) -> int:
    """The first word of a noun with the article, the owner and the adjectives before it."""
    while first > 0 and said.tags[first - 1] in ("DT", "PRP$", "JJ") and first - 1 not in said.times:
        first -= 1
    return first


_EDGES = frozenset("until till since after before".split())


def _plan(case: Case, clause: Clause, verdict: Verdict, wording: Wording) -> Parts | None:
    """A participle that tells no more than what a time was set for, with what came of it where that was called off."""
    outer = next((c for c in case.told.clauses if c.finite and c.subject[-1:] == (case.place,)), None)
    if outer is not None and _is_set_for(outer.subject, wording.said):
        return _clause(outer, verdict, wording)  # "the event | scheduled | for June has been cancelled"
    main = _set_aside(case)
    if main is None or verdict.cancelled:
        return None if main is None else _clause(main, verdict, wording)
    return Parts(subject=main.subject, verb=tuple(range(main.subject[-1] + 1, clause.end)))


def _set_aside(case: Case) -> Clause | None:
    """The main clause around a plan between commas: "the dance, | fixed for 16 March, | is cancelled"."""
    main = main_of(case) if case.group is not None else None
    return main if main is not None and _is_set_for((*main.subject[:1], case.place), case.told.said) else None


def _in_brackets(case: Case, wording: Wording) -> Parts | None:
    """What stands in brackets with a time of its own: "revenue fell to 61.3m (2007: 63.9m)" gives "revenue: 63.9m"."""
    said, time = wording.said, min(wording.own & wording.said.times, default=0)
    start = next((p for p in range(time, -1, -1) if said.words[p] in ("(", ")")), 0)
    end = next((p for p in range(time, len(said.words)) if said.words[p] in ("(", ")")), 0)
    if said.words[start] != "(" or not end or case.clause is None:
        return None
    if start < case.place < end:
        lead = _before_bracket(case, start)
        return Parts(lead=lead, verb=tuple(range(start + 1, end))) if lead else None
    told = Parts(lead=case.clause.subject, rest=tuple(range(start + 1, end)))
    says = any(said.tags[place] in ("CD", "$", "NN", "NNS") for place in told.rest if place not in said.times)
    return told if says else None


def _before_bracket(case: Case, start: int) -> tuple[int, ...]:
    """What a participle in brackets is said of: "the museum opens (closed 2020-21)", "shortlisted (not awarded in 2010)"."""
    clause = case.clause
    outer = next((c for c in reversed(case.told.clauses) if c.group.head < start), None)
    own = clause is None or (clause.subject and clause.subject[0] > start)
    if own or outer is None or case.group is None or case.group.tag not in ("VBN", "VBD") or case.group.auxiliaries:
        return ()
    lead = outer.subject or tuple(range(outer.begin, start))
    return () if [case.told.said.tags[place] for place in lead] == ["PRP"] else lead


def _set_to(case: Case) -> Parts | None:
    """What is said of a noun beside it that it is to do: "the trial, | due to start | on Monday, has been delayed"."""
    group, said = case.group, case.told.said
    first = case.place if group is None else group.first
    if said.words[first - 1] != "to" or said.words[first - 2] not in verbs.PROSPECTIVE:
        return None
    start = first - 2
    holder = start - 1 - (said.words[start - 1] == ",")
    chunk = next((c for c in said.chunks if c.head == holder), None)
    if chunk is None:
        return None
    return Parts(subject=tuple(range(chunk.first, holder + 1)), verb=tuple(range(start, case.place + 1)))


def _widened(phrase: Parts, whole: Parts, case: Case, wording: Wording) -> Parts:
    """A noun by itself with what it belongs to: "minutes of | the meeting", "fish lost in | the storm", "her | life"."""
    if " " in worded(phrase.places, wording) or case.group is not None:
        return phrase
    said, first = wording.said, _with_determiner(phrase.places[0], wording.said)
    owned = Parts(verb=tuple(range(first, phrase.verb[-1] + 1)), rest=phrase.rest)
    before = said.words[first - 1] if first > 0 else ""
    holder = next((c for c in said.chunks if c.first <= first - 2 <= c.head), None)
    if before in _HOLDING and holder is not None and holder.head not in said.times:
        return evolve(owned, subject=tuple(range(holder.first, first)))
    clause = case.clause
    planned = clause is not None and clause.parent is None and clause.opener is None and clause.group.auxiliaries == ("will",)
    if before in _CIRCUMSTANCE and clause is not None and (planned or _is_plain(case, clause)):
        if case.place in whole.places:
            return whole
        if first == 1:  # "in an interview | he said .."
            return Parts(subject=(0, *owned.places, *whole.subject), verb=whole.verb, rest=whole.rest)
    return owned if said.tags[first] == "PRP$" else phrase


_HOLDING = frozenset("of on for about into against between".split())
_CIRCUMSTANCE = frozenset("in at during".split())


def _reporting(case: Case, clause: Clause, wording: Wording) -> Parts:
    """A report with what it reports: "the union said: nurses will not strike"."""
    told = case.told
    main = next(
        (c for c in told.clauses if c is not clause and c.finite and c.parent is None and c.opener is None), None
    )
    lead = said_by(clause, told.said)
    if main is None:
        return Parts(verb=lead)
    parts = _clause(main, Verdict(factuality="asserted"), wording)
    return evolve(parts, lead=lead)


def _carrier(case: Case, parts: Parts) -> range:
    """The light verb that a label with a colon stands for: "Wang Yi: consultations" needs no "is set to engage in"."""
    clause = case.clause
    planned = parts.lead and clause is not None and case.event.governor is not None and not clause.group.negated
    return range(clause.group.first, clause.group.head + 1) if planned and clause is not None else range(0)


def _name(subject: tuple[int, ...], said: Syntax) -> tuple[int, ...]:
    """A person's name without the title before it, where a subject ends with one."""
    titles = [place for place in subject if said.words[place] in TITLES]
    name = tuple(place for place in subject if titles and place > titles[-1])
    return name if name and all(said.tags[place] == "NNP" for place in name) else subject


def _is_plain(case: Case, clause: Clause) -> bool:
    """Whether a clause is a mere fact, which tells more than one noun of it: "we lost fish in the storm"."""
    group = clause.group
    modal = group.prospective is not None or not verbs.MODALS.isdisjoint(group.auxiliaries)
    free = clause.parent is None and clause.opener is None and case.report is None
    return free and not modal and not group.negated and group.tag not in ("IMP", "TO")


def _is_bare(clause: Clause, parts: Parts, wording: Wording) -> bool:
    return clause.group.lemma == "be" and not clause.group.negated and worded(parts.rest, wording) == ""


def _clause(clause: Clause, verdict: Verdict, wording: Wording) -> Parts:
    """The subject, the verb and what follows it."""
    said, group = wording.said, clause.group
    start = clause.subject[0] if clause.subject and not clause.apart else clause.begin
    before = start - 1 if start and (said.tags[start - 1][0] not in "VN" or is_inverted(start - 1, said)) else None
    opener = tuple(place for place in (before, clause.opener) if place is not None and place in verdict.shown)[:1]
    if verdict.factuality == "asked" and said.words[-1] == "?" and clause.parent is None and start <= 3:
        opener = tuple(range(start))  # "what if | the reactor fails"
    if said.words[0] == "not" and group.negated and group.first < min(clause.subject, default=0):
        opener = tuple(range(start))  # "not until Friday | did the ministers agree"
    subject = tuple(place for place in clause.subject if not group.first <= place <= group.head)
    participle = len(subject) > 1 and said.tags[subject[-1]] in ("VBN", "VBD") and said.tags[subject[-2]] != "PRP"
    if _is_set_for(subject, said) or (participle and _is_timed(subject[-1], said, wording.own)):
        subject = subject[:-1]  # "the pipe | reported | in April was repaired"
    if len(subject) > 1 and said.tags[subject[0]] == "WDT":
        subject = subject[1:]  # "which | the owner had taught"
    modal = any(word in verbs.MODALS for word in group.auxiliaries) or group.prospective is not None
    # "has not been seen" can be told as "not seen"; "was assaulted" without its auxiliary would turn things round
    named = [said.tags[place] for place in subject] != ["PRP"]  # "it not seen" is no English
    passive = group.tag == "VBN" and "been" in group.auxiliaries and group.negated and not modal and named
    first = group.first - 1 if said.words[group.first - 1] == "to" else _first_adverb(group.first, said)
    if not clause.finite and group.tag == "VBG" and first in (1, 2) and said.tags[first - 1] == "IN":
        first = 0  # "instead of | resigning"
    elif clause.apart and not clause.finite and said.words[first - 1] == ",":
        first -= 1  # "the baron, | writing to the empress"
    chain = tuple(place for place in range(first, group.head + 1) if not _is_dropped(said.words[place], passive))
    rest = share(_outside_brackets(group.head + 1, _before_but(clause, wording), said), wording.own & said.times, said)
    rest = _resumed(clause, wording) or rest
    if clause.apart:  # "a monument was planned but | not | built"
        return Parts(subject=subject, verb=(*clause.borrowed, *opener, *chain), rest=rest)
    if clause.fronted:
        stranded = bool(rest) and said.tags[rest[-1]] == "IN"
        rest = (*rest, *clause.fronted) if stranded else (*clause.fronted, *rest)
    return Parts(subject=(*opener, *subject), verb=(*clause.borrowed, *chain), rest=rest)


def _resumed(clause: Clause, wording: Wording) -> tuple[int, ...]:
    """What goes on with a clause behind what interrupts it, with the time to tell of: "served in Malta, where he was
    wounded, and | in Cyprus | from 1964"."""
    said, own = wording.said, min(wording.own, default=0)
    comma = next((place for place in range(own - 1, clause.end - 1, -1) if said.words[place] == ","), len(said.words))
    if own <= clause.end or said.tags[comma + 1 : comma + 3] not in (("CC", "IN"), ("CC", "TO")):
        return ()
    end = next((place for place in range(own, len(said.words)) if said.tags[place] in (",", ":", ".", "CC")), len(said.words))
    resumed = range(comma + 2, end)  # ", and in 1960 | to Rome"
    told = [place for place in resumed if place not in said.times and said.tags[place] != "IN"]
    behind = next((place for place in resumed if place > own and place not in said.times), None)
    apart = behind is not None and said.tags[behind] not in ("IN", "TO")  # ", and in 1960 | the mayor left"
    return () if not told or apart or any(said.tags[place][0] in "VM" for place in resumed) else tuple(resumed)


def _is_set_for(subject: tuple[int, ...], said: Syntax) -> bool:
    """Whether a subject ends in a participle that tells no more than its time: "the match | planned | for Sunday"."""
    if len(subject) < 2 or said.lemmas[subject[-1]] not in verbs.SET_FOR or said.tags[subject[-1]] not in ("VBN", "VBD"):
        return False
    return _is_timed(subject[-1], said)


def _is_timed(place: int, said: Syntax, own: frozenset[int] = frozenset()) -> bool:
    """Whether a time follows a word, with or without a preposition, that is not the one to tell of: "planned | for Sunday"."""
    time = place + 1 + (place + 1 not in said.times and said.tags[place + 1 : place + 2] == ("IN",))
    return time in said.times and time not in own


def _before_but(clause: Clause, wording: Wording) -> int:
    """The end of a clause, before a "but" whose verb has a time of its own: "was arrested in June | but freed in July"."""
    said = wording.said
    for place in range(clause.group.head + 1, clause.end):
        rest = range(place + 1, clause.end)
        if said.words[place] == "but" and not clause.group.negated and wording.own and max(wording.own) < place:
            own_verb = any(group.first in rest for group in said.groups)
            return place if own_verb and said.times.intersection(rest) else clause.end
    return clause.end


def _first_adverb(first: int, said: Syntax) -> int:
    """The first of the adverbs right before a verb: "narrowly | missed"."""
    while (
        first > 0
        and first - 1 not in said.times
        and (said.tags[first - 1] in ("RB", "RBR") or said.words[first - 1] == "please")
    ):
        first -= 1
    return first - 2 if said.words[max(first - 2, 0) : first] == ("more", "than") else first


def _is_dropped(word: str, passive: bool) -> bool:
    """Whether a label does without a word of its verb: "also" always, the auxiliaries of a negated passive."""
    return word == "also" or (passive and (word in verbs.BE or word in verbs.HAVE or word == "'s"))


def _outside_brackets(start: int, end: int, said: Syntax) -> tuple[int, ...]:
    kept: list[int] = []
    depth = 0
    for place in range(start, end):
        depth += said.words[place] == "("
        if not depth:
            kept.append(place)
        depth -= said.words[place] == ")" and depth > 0
    return tuple(kept)


def _noun_phrase(case: Case) -> Parts:
    """A noun with its modifiers, and the phrases after it."""
    said, place, clause = case.told.said, case.place, case.clause
    chunk = next((c for c in said.chunks if c.first <= place <= c.head), None)
    before = next((c for c in said.chunks if c.head == place - 1), None)
    first = place if chunk is None else chunk.first
    if chunk is None and before is not None and place - 1 not in said.times:
        first = before.first  # "school bookings | open"
    first = max((p + 1 for p in range(first, place) if any(g.head == p for g in said.groups)), default=first)
    while first > 1 and said.words[first - 1] == "-" and said.tokens[first].glued:
        first -= 2  # "so-called"
    while first < place and said.words[first] in _UNTOLD:
        first += 1
    end = len(said.words) if clause is None else clause.group.first if place < clause.group.first else clause.end
    if chunk is not None and chunk.head > place:
        end = max(end, chunk.head + 1)
    stop = place + 1
    starts = {c.start for c in case.told.clauses}
    while (
        stop < end and stop not in starts and said.words[stop] not in (",", ";", ":", "(", '"', ".", "–", "|", "!", "?")
    ):
        stop += 1
    while stop > place + 1 and said.tags[stop - 1] in ("RB", "MD", "CC", "IN", "TO"):
        stop -= 1
    return Parts(verb=tuple(range(first, place + 1)), rest=tuple(range(place + 1, stop)))


_MERE = frozenset(("will", "be", "is", "are", "'ll", "'s", "to"))  # verbs that say no more than that something is to be


def _marks(verdict: Verdict, report: Report | None, kept: frozenset[int], wording: Wording) -> list[str]:
    """What a label shows in brackets: the words that decide how far it is asserted, and who says it."""
    said = wording.said
    whole = Wording(said, said.times)
    marks: list[str] = []
    shown = [place for place in verdict.shown if said.words[place] != "?"]
    mere = verdict.factuality == "planned" and all(said.words[place] in _MERE for place in shown)
    if set(shown) - kept - wording.dropped and not mere:
        rest = [place for place in shown if place not in kept] if verdict.factuality == "asked" else shown
        marks.append(worded(rest, Wording(said, frozenset())))
    if report is not None and not set(report.places) & set(shown) and set(report.places) - kept:
        if not report.plain or verdict.factuality in _UNCERTAIN_PLAIN:
            marks.append(worded(report.places, whole))
    return [mark for mark in marks if mark]
