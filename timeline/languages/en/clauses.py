"""English clauses: what belongs to a verb, from its subject on the left to the end of its phrase on the right.

There is no parse.  A subject is found leftwards from its verb, over relative clauses and appositions; complements are
found rightwards, up to where another clause begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from timeline.languages.en import verbs
from timeline.languages.en.phrases import CLAUSE_OPENERS, COMPLEMENTIZERS, MARKS, NOMINATIVE, OBJECTIVE, RELATIVES, Phrases
from timeline.languages.en.verbgroups import is_finite
from timeline.texts.syntax import ClauseSpan, Syntax, VerbGroup

CONDITIONS = frozenset("if unless provided providing".split())
TAKES_CLAUSE = (
    verbs.REPORTING
    | verbs.I_STATE
    | verbs.PERCEPTION
    | frozenset(
        (
            "maintain claim find rule show learn ask wonder inform assure boast concede deem prove discover conclude agree "
            "decide promise vow dismiss reject dispute refute retract assert announce mean remember forget notify realise "
            "realize threaten demand propose recommend judge doubt"
        ).split()
    )
)
CONTENT_NOUNS = frozenset(  # "the claim that it fell" leaves nothing out, "the letter that he wrote" its object
    (
        "claim allegation report rumour rumor accusation suggestion charge assertion story tale legend myth theory notion "
        "impression belief suspicion speculation evidence sign "
        "proof indication fact news idea hope fear warning statement announcement decision view theory possibility chance"
    ).split()
)
ASKS = frozenset("ask wonder know see say doubt establish determine check decide investigate unclear".split())
_SUBORDINATE_TAGS = frozenset("WDT WP WRB WP$".split())
_COORDINATORS = frozenset("and or but nor yet then".split())
_BOUNDS = MARKS | _COORDINATORS
_BEFORE_SUBJECTS = _BOUNDS | CLAUSE_OPENERS | COMPLEMENTIZERS | {","}
_SUBORDINATORS = CLAUSE_OPENERS | COMPLEMENTIZERS
_SAYING_CONTENT = CONTENT_NOUNS | TAKES_CLAUSE
_EMBEDDED = RELATIVES | {"whether", "how", "why", "what"}


@frozen(kw_only=True)
class Clause:
    """A verb group with its subject and what follows it, by token number; ``end`` is the first token after it.

    ``opener`` is the word that makes it a part of another clause ("that", "who", "if"), ``parent`` the number of that clause
    and ``holder`` the token that it hangs on.  ``apart`` tells that its subject stands in another clause, ``borrowed`` are
    auxiliaries that do ("was detained and | released"), ``fronted`` is its object where that stands before it ("a letter
    that | he wrote").
    """

    group: VerbGroup
    subject: tuple[int, ...] = ()
    opener: int | None = None
    begin: int = 0  # its first token, without the opener
    end: int = 0
    finite: bool = True
    apart: bool = False
    borrowed: tuple[int, ...] = ()
    fronted: tuple[int, ...] = ()
    parent: int | None = None
    holder: int | None = None

    @property
    def start(self) -> int:
        """Its first token, the opener included."""
        return self.begin if self.opener is None else min(self.begin, self.opener)


def find_clauses(said: Syntax) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their verbs."""
    phrases = Phrases(said)
    found: list[Clause] = []
    for group in said.groups:
        clause = _clause(group, found, phrases)
        if clause is None:
            continue
        if clause.opener is not None:
            phrases.openers[group.head] = clause.opener
        _adopt(clause, found, said)
        found.append(clause)
    for number in range(len(found) - 1, -1, -1):  # from the right, so that what a clause holds is known before it
        _close(number, found, phrases)
    return tuple(_with_late_subjects(found, said))


def clause_spans(clauses: Sequence[Clause], said: Syntax) -> tuple[ClauseSpan, ...]:
    """Where the clauses of a sentence stand, in the order of their verbs."""
    spans = []
    for number, c in enumerate(clauses):
        subject = () if c.apart or said.times.issuperset(c.subject) else c.subject
        spans.append(ClauseSpan(_opening(c, said), c.end, c.group.head, subject, _holders(number, clauses), c.finite))
    return tuple(spans)


def _opening(clause: Clause, said: Syntax) -> int:
    """The first token of a clause, a time in front of it included: "22 wickets fell; | yesterday it was three"."""
    comma = clause.start > 0 and said.words[clause.start - 1] == ","
    if comma and clause.opener == clause.start:
        return clause.start  # "in 2010, | when the mine closed, .."
    start = place = clause.start - comma
    while place > 0 and (place - 1 in said.times or (place < start and said.tags[place - 1] in ("IN", "TO", "DT"))):
        place -= 1
    joined = place > 1 and said.words[place - 1] == "," and said.words[place - 2] in _COORDINATORS  # "and, | in 1984, refused"
    set_off = joined or place == 0 or said.words[place - 1] in _BOUNDS
    shared = place > 1 and said.words[place - 1] in _COORDINATORS and place - 2 in said.times  # "today and tomorrow, he says"
    return place if set_off and not shared and place < start else clause.start


def _holders(number: int, clauses: Sequence[Clause]) -> tuple[int, ...]:
    parent = clauses[number].parent
    return (number,) if parent is None else (number, *_holders(parent, clauses))


def _clause(group: VerbGroup, before: Sequence[Clause], phrases: Phrases) -> Clause | None:
    """The clause of a verb group with its subject, None for a verb inside the clause of another."""
    said = phrases.said
    place = phrases.over_adverbs(
        group.first - 1 - (group.negated and said.words[group.first - 1] in ("not", "n't", "never"))
    )
    if said.words[max(place - 1, 0) : place + 1] == ("more", "than"):
        place -= 2  # "sales | more than doubled"
    place = _over_set_off_time(place, phrases)
    last = said.words[place] if place >= 0 else ""
    if last == "to" and group.tag == "VBN" and group.auxiliaries and said.words[place - 1] == ",":
        return Clause(group=group, subject=phrases.before(place - 2), begin=group.first, finite=False)  # ", to be paid"
    if _is_beside(group, place, before, phrases):
        return Clause(group=evolve(group, tag="VBN"), begin=group.first, finite=False)
    if last == "," and _goes_on_listing(group, before, said):
        group = evolve(group, tag="VBD")
    return _with_subject(group, place, before, phrases)


def _over_set_off_time(comma: int, phrases: Phrases) -> int:
    """The coordinator before a time between commas: "was a councillor | and, in 1984, | refused"."""
    words = phrases.said.words
    if comma < 3 or words[comma] != ",":
        return comma
    start = phrases.over_adverbs(comma - 1)
    return start - 1 if comma - 1 > start > 1 and words[start] == "," and words[start - 1] in _COORDINATORS else comma


def _with_subject(group: VerbGroup, place: int, before: Sequence[Clause], phrases: Phrases) -> Clause | None:
    """The clause of a verb group whose subject ends at a place, or stands among its auxiliaries."""
    said, finite = phrases.said, is_finite(group, phrases.said.words)
    last = said.words[place] if place >= 0 else ""
    time = _time_as_subject(group, phrases) if finite else ()
    if time:
        return _with_opener(group, time, finite, phrases)
    if last in OBJECTIVE or not (finite or _stands_apart(group, place, before, phrases)):
        return None
    inner = next((c for c in said.chunks if group.first < c.first and c.head < group.head), None)
    if inner is not None:  # "did the minister resign?"
        return Clause(group=group, subject=tuple(range(inner.first, inner.head + 1)), begin=group.first)
    inverted = next((c for c in said.chunks if c.first == group.first + 1), None)
    if inverted is not None and is_inverted(group.first, said):  # "had he not been there"
        return Clause(group=group, begin=group.first)
    verb = phrases.heads.get(place - 1)
    if last in ("it", "you") and not group.auxiliaries and group.tag != "VBZ" and verb is not None:
        if verb.lemma not in TAKES_CLAUSE:
            return None  # "left it unopened"
    set_off = last == "," and phrases.aside(place) is not None
    listed = group.tag == "VBN" and _is_listed(group, before, said)
    resumed = last == ";" and _is_bare_past(group) and bool(before) and _is_bare_past(before[-1].group)
    if resumed or last in _COORDINATORS or (last == "," and (listed or (not set_off and (finite or group.tag == "VBG")))):
        shared = _shared(group, finite, before, said)
        if shared is not None:
            return shared
    if group.tag in ("TO", "VBN") and last == "to":
        place -= 1
    cleft = last == "that" and said.words[place - 1] == ","  # "it was Ostrava, not Brno, that flooded"
    if finite and last in RELATIVES and (said.tags[place] != "DT" or cleft):
        return Clause(group=group, subject=_antecedent(place, phrases), opener=place, begin=group.first)
    if set_off:
        over = phrases.before(phrases.over_aside(place))
        relative = phrases.opens_relative((phrases.aside(place) or (0, 0))[0])  # what is told in it is no subject
        subject = over or (() if relative else phrases.before(place - 1))
        finite = finite or (bool(over) and group.tag == "VBN")
    else:
        subject = phrases.before(place - (last == ",")) or _whoever(place, before, said)
    return _with_opener(group, subject, finite, phrases)


def _time_as_subject(group: VerbGroup, phrases: Phrases) -> tuple[int, ...]:
    """The bare time that is itself the subject of "be": "sales fell, but | May and June | were good"."""
    said, first = phrases.said, group.first
    owner = first > 1 and said.tokens[first - 1].form == "'s" and phrases.is_time(first - 2)
    first -= owner  # "last year's | was rained off"
    while first > 0 and (
        phrases.is_time(first - 1) or (first < group.first and said.tags[first - 1] == "CC" and phrases.is_time(first - 2))
    ):
        first -= 1
    if owner:
        return tuple(range(first, group.first))
    if first == group.first or group.lemma != "be" or said.tokens[first].form.lower() in _ADVERBIAL:
        return ()
    opens = first == 0 or said.words[first - 1] in _BEFORE_SUBJECTS
    return tuple(range(first, group.first)) if opens else ()


_ADVERBIAL = frozenset("last this next earlier later yesterday today tomorrow tonight early late".split())


def _is_beside(group: VerbGroup, place: int, before: Sequence[Clause], phrases: Phrases) -> bool:
    """Whether what looks like a past only adds to the clause before it, from which nothing sets it off: "appeared at the
    court on Monday | charged with theft"."""
    said = phrases.said
    subject = phrases.before(place)
    if group.tag != "VBD" or group.auxiliaries or not before or not before[-1].finite or not subject:
        return False
    between = range(before[-1].group.head + 1, group.first)
    marks = any(said.tags[p] in ("CC", ",", ":", "WDT", "WP", "WRB") or said.words[p] in ("that", '"') for p in between)
    lead = said.words[subject[0] - 1]
    return not marks and said.tags[subject[0] - 1] == "IN" and lead not in _SUBORDINATORS and lead not in CONDITIONS


def _antecedent(pronoun: int, phrases: Phrases) -> tuple[int, ...]:
    """What a relative pronoun stands for, with what it is said of: "the man | who", "the printers, most of | whom"."""
    words = phrases.said.words
    part: tuple[int, ...] = ()
    place = pronoun - 1
    if pronoun > 1 and words[place] == "of":
        part = (*phrases.before(place - 1), place)
        place = part[0] - 1
    if place > 0 and words[place] == ",":
        place = place - 1 if _is_speaker(place - 1, phrases) else phrases.over_aside(place)
    antecedent = phrases.before(place)
    by = max((p for p in antecedent if words[p] == "by"), default=0)
    if any(group.head in antecedent and group.head < by for group in phrases.said.groups):
        antecedent = tuple(p for p in antecedent if p > by)  # "a camp set up by protesters, | who"
    return (*part, *antecedent) if antecedent else (pronoun,)


def _is_speaker(place: int, phrases: Phrases) -> bool:
    """Whether a name ends at a place that stands behind its verb of saying: '.. ", said | Alana Voss |, who'."""
    chunk, words = phrases.chunks.get(place), phrases.said.words
    verb = None if chunk is None else phrases.heads.get(chunk.first - 1)
    return verb is not None and verb.lemma in verbs.REPORTING and words[verb.first - 1] in (",", '"')


def _with_opener(group: VerbGroup, subject: tuple[int, ...], finite: bool, phrases: Phrases) -> Clause:
    """A clause with the word that opens it before its subject, and the object that a relative pronoun stands for."""
    said = phrases.said
    first = subject[0] if subject else group.first
    if finite and len(subject) > 1 and said.tags[subject[0]] == "WP" and said.tags[subject[1]] == "IN":  # "who as captain won"
        return Clause(group=group, subject=_antecedent(first, phrases), opener=first, begin=group.first)
    if subject and said.words[first] == "that" and len(subject) > 1 and _announces(first - 1, said):
        opener: int | None = first
        subject = subject[1:]
    else:
        opener = _opener(first - 1, phrases)
    fronted: tuple[int, ...] = ()
    if opener is not None and subject and said.words[opener] in ("that", "which", "whom", "who") and opener > 0:
        antecedent = phrases.before(opener - 1)
        content = any(said.lemmas[place] in _SAYING_CONTENT for place in antecedent)
        content = content or not verbs.BE.keys().isdisjoint(group.auxiliaries) or _is_told(antecedent, phrases)
        common = said.tags[opener - 1] in ("NN", "NNS") and said.tags[group.head + 1 : group.head + 2] not in (
            ("RP",),
            ("DT",),
        )
        fronted = antecedent if common and not content else ()
        if said.words[opener - 1 : opener + 1] == (",", "whom"):
            fronted = _antecedent(opener, phrases)  # "Elspeth, | whom he married"
    chunk = phrases.chunks.get(first - 1)
    if opener is None and chunk is not None and said.tags[chunk.first] == "WP$":
        opener, fronted = chunk.first, tuple(range(chunk.first + 1, chunk.head + 1))  # "whose mosses | she catalogued"
    if opener is not None and group.tag == "VBN" and not group.auxiliaries and _verb_awaits(group, said):
        return Clause(group=group, subject=subject, begin=group.first, finite=False)  # "that | a shelter destroyed by .. is"
    if opener is None and finite and _is_contact(group, subject, phrases):
        opener, fronted = first, phrases.before(first - 1)  # "a post | he held"
    finite = finite or (opener is not None and group.tag == "VBN")
    begin = subject[0] if subject and finite else group.first
    return Clause(group=group, subject=subject, opener=opener, begin=begin, finite=finite, fronted=fronted)


def _is_contact(group: VerbGroup, subject: Sequence[int], phrases: Phrases) -> bool:
    """Whether a clause hangs on the noun right before its subject, its object, without a word between: "a post | he held"."""
    said, place = phrases.said, subject[0] - 1 if subject else -1
    chunk = phrases.chunks.get(place)
    if chunk is None or said.words[subject[0]] not in NOMINATIVE or len(subject) > 1 or said.tags[place] not in ("NN", "NNS"):
        return False
    behind = next((p for p in range(group.head + 1, len(said.words)) if p not in said.times), len(said.words))
    passive = group.lemma == "be" or not verbs.BE.keys().isdisjoint(group.auxiliaries)
    if passive or phrases.is_time(place) or behind in phrases.chunks or said.tags[behind : behind + 1] == ("TO",):
        return False
    if said.lemmas[place] in CONTENT_NOUNS | _MANNER:
        return False
    start = phrases.before(place)[0]
    lead = said.tags[start - 1] if start else ""
    fronted = lead in ("IN", "TO") and (start == 1 or said.words[start - 2] in _BEFORE_SUBJECTS)  # "in that match | he scored"
    verb = max((head for head in phrases.heads if head < start), default=None)
    clausal = verb is not None and phrases.heads[verb].lemma in (TAKES_CLAUSE | _TELLING) - {"find", "show"}
    return not fronted and not clausal and (lead != "" or start == 0)


_MANNER = frozenset("way manner reason place time moment day occasion".split())


def _is_told(noun: Sequence[int], phrases: Phrases) -> bool:
    """Whether a noun before "that" is who is told something: "reminded | members | that the strike had gone on"."""
    verb = phrases.heads.get(noun[0] - 1) if noun else None
    return verb is not None and verb.lemma in _TELLING


_TELLING = frozenset("tell remind inform assure warn notify advise persuade convince promise teach show".split())


def is_inverted(place: int, said: Syntax) -> bool:
    """Whether a word makes a condition by standing before its subject: "should the river rise", "had he not been there"."""
    if said.words[place] not in ("should", "had", "were") or said.words[-1] == "?":
        return False
    opens = place == 0 or said.words[place - 1] == "," or any(group.head == place - 1 for group in said.groups)
    subject = next((chunk for chunk in said.chunks if chunk.first == place + 1), None)
    if not opens or subject is None or said.words[place] != "had":
        return opens and subject is not None
    verb = next((group.head for group in said.groups if group.head > subject.head), subject.head)
    apart = {",", *MARKS}.intersection(said.words[subject.head : verb])
    return verb > subject.head and not apart  # "who died in 2020, | had | three children" is none


def _verb_awaits(participle: VerbGroup, said: Syntax) -> bool:
    """Whether a finite verb follows a participle without a mark or joint between, whose subject the participle belongs to."""
    following = next((group for group in said.groups if group.first > participle.head), None)
    if following is None or not is_finite(following, said.words) or (following.tag == "VBN" and not following.auxiliaries):
        return False
    between = range(participle.head + 1, following.first)
    apart = _SUBORDINATE_TAGS | {",", ":", "CC", "PRP"}
    return not any(said.tags[p] in apart or said.words[p] in _SUBORDINATORS for p in between)


def _announces(place: int, said: Syntax) -> bool:
    return place >= 0 and (said.lemmas[place] in TAKES_CLAUSE or said.lemmas[place] in CONTENT_NOUNS)


def _opener(place: int, phrases: Phrases) -> int | None:
    """The word at a place that makes what follows it a part of another clause."""
    said = phrases.said
    place = phrases.over_adverbs(place)
    if place < 0:
        return None
    word, tag = said.words[place], said.tags[place]
    if word == "that" and place and said.words[place - 1] in CONDITIONS:
        return place - 1  # "provided that"
    if word in CONDITIONS or tag in _SUBORDINATE_TAGS or (tag == "IN" and word in _SUBORDINATORS):
        return place
    return place if word == "that" and tag != "DT" else None


def _stands_apart(group: VerbGroup, place: int, before: Sequence[Clause], phrases: Phrases) -> bool:
    """Whether a verb that is not finite has a clause of its own: "payments made", "Brandt to call", ", saying that"."""
    said = phrases.said
    to = place >= 0 and said.words[place] == "to"
    if group.tag == "TO" or (to and group.auxiliaries):
        headline = not any(clause.finite for clause in before) and phrases.is_nominal(place - 1 if to else place)
        return (
            headline
            and said.lemmas[group.first - 2] not in verbs.PLANNING | {"attempt"}
            and not _verb_follows(group, said)
        )
    chunk = phrases.chunks.get(group.head)
    if chunk is not None and chunk.first < group.head < chunk.head and said.tags[place] not in ("NN", "NNS", ","):
        return False  # "his first | paid | job"
    if group.tag == "VBG" and place in (0, 1) and said.tags[place] == "IN":
        return True  # "after resigning, he ..", "instead of resigning, he .."
    if (
        group.tag not in ("VBN", "VBG", "VB")
        or group.auxiliaries
        or said.words[group.head + 1 : group.head + 2] == ("that",)
    ):
        return group.tag == "VBN" and not group.auxiliaries and group.lemma != "provide"
    if place < 0 or said.words[place] in (",", "but", ";"):
        return True
    if said.words[place] in ("and", "or"):
        return group.tag == "VBN" or bool(before and before[-1].group.tag == group.tag)
    return phrases.is_nominal(place) and said.tags[place] not in ("PRP$", "DT")


def _verb_follows(group: VerbGroup, said: Syntax) -> bool:
    """Whether a finite verb comes later, so that an infinitive is no headline of its own: "an attempt to flee failed"."""
    return any(other.first > group.head and is_finite(other, said.words) for other in said.groups)


def _is_listed(group: VerbGroup, before: Sequence[Clause], said: Syntax) -> bool:
    """Whether a participle after a comma goes on a list: "was awarded .., | cancelled .. and revived"."""
    passive = bool(before) and before[-1].group.tag == "VBN" and bool(before[-1].group.auxiliaries)
    return passive and any(
        other.first > group.head and other.tag == "VBN" and said.words[other.first - 1] in ("and", "or")
        for other in said.groups
        if not other.auxiliaries
    )


def _shared(group: VerbGroup, finite: bool, before: Sequence[Clause], said: Syntax) -> Clause | None:
    """A clause that takes its subject from the one before: "he retired and died", "was detained and released"."""
    other = next((clause for clause in reversed(before) if clause.finite or not finite), None)
    if other is None:
        return None
    main = next((clause for clause in before if clause.finite and clause.opener is None), None)
    if main is not None and other.opener is not None and _resumes(group, main, other, said):
        other = main  # "recalled that papers had been mislaid, | and asked"
    participle = group.tag == "VBN" or (group.tag == "VBD" and _lacks_object(group, said))
    passive = participle and (other.group.tag == "VBN" or bool(other.borrowed)) and not group.auxiliaries
    own = range(other.group.first, other.group.head) if other.group.auxiliaries else other.borrowed
    borrowed = own if passive else ()
    if other.group.negated and said.words[group.first - 1] == "nor":
        borrowed = range(other.group.first, other.group.head)
    return Clause(
        group=group, subject=other.subject, begin=group.first, finite=finite, apart=True, borrowed=tuple(borrowed)
    )


def _lacks_object(group: VerbGroup, said: Syntax) -> bool:
    """Whether a past of a verb that needs an object has none, so that it is a passive: "was arrested and | charged"."""
    place = group.head + 1
    object_ = any(chunk.first == place and place not in said.times for chunk in said.chunks)
    tries = group.lemma == "try" and said.words[place : place + 1] == ("to",)
    open_ = tries or said.tags[place : place + 1] in (("RP",), ("PRP",))
    return group.lemma in verbs.TRANSITIVE and not object_ and not open_


def _goes_on_listing(group: VerbGroup, before: Sequence[Clause], said: Syntax) -> bool:
    """Whether a participle after a comma is a past in a list: "they married, | divorced and remarried"."""
    if group.tag != "VBN" or not before or before[-1].group.tag != "VBD" or before[-1].group.auxiliaries:
        return False
    later = (other for other in said.groups if other.first > group.head and _is_bare_past(other))
    return any(said.words[other.first - 1] in ("and", "or") for other in later)


def _is_bare_past(group: VerbGroup) -> bool:
    return group.tag in ("VBN", "VBD") and not group.auxiliaries


def _resumes(group: VerbGroup, main: Clause, inner: Clause, said: Syntax) -> bool:
    """Whether a verb behind a comma goes on with the main clause, whose form it has, and not with the clause inside it."""
    comma = said.words[group.first - 2 : group.first - 1] == (",",)
    alike = (main.group.tag, main.group.auxiliaries) == (group.tag, group.auxiliaries)
    return comma and alike and (inner.group.tag, inner.group.auxiliaries) != (group.tag, group.auxiliaries)


def _whoever(place: int, before: Sequence[Clause], said: Syntax) -> tuple[int, ...]:
    """A clause that is the subject of the next verb: "whoever wins | must present"."""
    if not before or before[-1].group.head != place or not before[-1].subject:
        return ()
    first = before[-1].subject[0]
    return tuple(range(first, place + 1)) if said.words[first] in ("what", "whoever", "whatever", "whichever") else ()


def _adopt(clause: Clause, found: list[Clause], said: Syntax) -> None:
    """Tell the clauses inside a subject that they hang on it: "the rumour that she resigned | is false"."""
    if not clause.subject or clause.apart:
        return
    for number, inner in enumerate(found):
        if (
            inner.opener is not None
            and clause.subject[0] < inner.opener < clause.subject[-1] + 1
            and inner.parent is None
        ):
            nouns = [place for place in clause.subject if place < inner.opener and said.lemmas[place] in CONTENT_NOUNS]
            holder = nouns[0] if nouns else inner.opener - 1
            found[number] = evolve(inner, parent=len(found), holder=holder, end=clause.subject[-1] + 1)


def _with_late_subjects(found: Sequence[Clause], said: Syntax) -> list[Clause]:
    """The clauses, with the subject that a participle at the start of its sentence takes from the next one."""
    if len(found) > 1 and not found[0].finite and not found[0].subject and found[0].end < len(said.words):
        following = found[1]
        if (
            said.words[found[0].end] == ","
            and following.finite
            and following.opener is None
            and following.begin > found[0].end
            and MARKS.isdisjoint(said.words[found[0].end : following.begin])
        ):
            return [evolve(found[0], subject=(*following.subject, found[0].end), apart=True), *found[1:]]
    return list(found)


# -- ends --------------------------------------------------------------------------------------------------------------


def _close(number: int, found: list[Clause], phrases: Phrases) -> None:
    """Give a clause its end, and the clauses that it holds their parent."""
    clause, words = found[number], phrases.said.words
    starts = {
        other.start: place for place, other in enumerate(found) if place > number and other.start > clause.group.head
    }
    limit = clause.end or len(words)  # the clause of a noun in a subject ends with that
    later = (c.group.first for c in found[number + 1 :] if c.finite and c.start <= clause.group.head < c.group.first)
    limit = min((limit, *later))
    place = clause.group.head + 1
    while place < limit:
        inner = starts.get(place)
        if inner is not None:
            holder = _holder(place, clause, phrases)
            if not _takes(clause, found[inner], phrases.said):
                break
            if not found[inner].apart:
                found[inner] = evolve(found[inner], parent=number, holder=holder)
            place = max(found[inner].end, place + 1)
        elif words[place] in ("(", '"'):
            place = _closed(place, words)
        elif words[place] == "," and _parenthesis(place, starts, found, words) is not None:
            place = _parenthesis(place, starts, found, words) or limit
        elif _stops(place, clause, starts, found, phrases):
            break
        else:
            place += 1
    found[number] = evolve(clause, end=min(place, limit))


def _parenthesis(comma: int, starts: dict[int, int], found: Sequence[Clause], words: Sequence[str]) -> int | None:
    """The place after a report set off by commas inside a phrase: "had no plans, it said in July, | to cut"."""
    inner = found[starts[comma + 1]] if comma + 1 in starts else None
    if inner is None or inner.group.lemma not in verbs.REPORTING or words[inner.end : inner.end + 1] != (",",):
        return None
    return (
        inner.end + 1
        if words[inner.end + 1 : inner.end + 2] in (("to",), ("of",), ("in",), ("for",), ("that",))
        else None
    )


def _stops(place: int, clause: Clause, starts: dict[int, int], found: Sequence[Clause], phrases: Phrases) -> bool:
    """Whether a clause ends before a word that is inside no other clause."""
    said, word = phrases.said, phrases.said.words[place]
    if word == "–" and said.tags[place - 1] == "CD" and said.tags[place + 1 : place + 2] == ("CD",):
        return False  # "chapters 1–6"
    if word in MARKS or word == ")" or (word == "-" and said.tags[place] == ":"):
        return True
    if word == ",":
        return not _goes_on(place, clause, starts, phrases)
    if word == "but":
        following = next((c for c in found if c.subject[:1] == (place + 1,)), None)
        if following is not None and not said.times.isdisjoint(range(place, following.end)):
            return True  # "can't come on Tuesday | but her deputy accepted yesterday"
        return place + 1 not in starts and _opens(place, starts, phrases)
    if word == "nor" and clause.group.negated:
        return False
    return word in _COORDINATORS and _opens(place, starts, phrases)


def _opens(place: int, starts: dict[int, int], phrases: Phrases) -> bool:
    """Whether another clause begins right after a word: "and | he left", "and then | left"."""
    said = phrases.said
    place += 1
    while place < len(said.words) and place not in starts:
        if place not in said.times and said.tags[place] not in ("RB", "IN", "MD"):
            return False
        place += 1
    return place in starts


def _holder(place: int, clause: Clause, phrases: Phrases) -> int:
    """The word right before a clause, over times: what it hangs on."""
    back = place - 1
    while back > clause.group.head and (
        phrases.is_time(back)
        or phrases.said.words[back] in (",", '"')
        or (phrases.is_time(back + 1) and phrases.said.tags[back] == "IN")
    ):
        back -= 1
    return back


def _takes(clause: Clause, inner: Clause, said: Syntax) -> bool:
    """Whether a clause goes on into another one that begins inside it."""
    opener = said.words[inner.opener] if inner.opener is not None else ""
    before = said.words[inner.start - 1]
    if inner.apart or before in _COORDINATORS or (opener in CONDITIONS and opener != "if"):
        return inner.apart and (before == "but" or (before == "nor" and clause.group.negated))
    if before == ",":
        return opener == "that" and clause.group.lemma in TAKES_CLAUSE
    takes = clause.group.lemma in TAKES_CLAUSE or said.lemmas[inner.start - 1] in TAKES_CLAUSE
    if opener == "if":
        return bool({clause.group.lemma, said.lemmas[inner.start - 1]} & ASKS)
    if opener in COMPLEMENTIZERS:
        return (
            takes or opener in _EMBEDDED or said.lemmas[inner.start - 1] == "know"
        )
    return not inner.finite or (takes and opener == "")


def _closed(place: int, words: Sequence[str]) -> int:
    """The place after a bracket or quotation that opens at a place; the end of the sentence if it never closes."""
    closer = ")" if words[place] == "(" else '"'
    return next((later + 1 for later in range(place + 1, len(words)) if words[later] == closer), len(words))


def _goes_on(comma: int, clause: Clause, starts: dict[int, int], phrases: Phrases) -> bool:
    """Whether a clause goes on after a comma: in a list, or around a time ("was, on Monday, sentenced")."""
    said, place = phrases.said, comma + 1
    if comma == clause.group.head + 1 and clause.group.lemma not in verbs.REPORTING:
        return place in said.times or place + 1 in said.times
    while place < len(said.words) and (place in phrases.chunks or said.words[place] in (",", "of", "in", "from")):
        if place in starts:
            return False
        place += 1
    joins = said.words[place : place + 1] in (("and",), ("or",)) and place > comma + 1
    return joins and not _opens(place, starts, phrases) and place + 1 in phrases.chunks
