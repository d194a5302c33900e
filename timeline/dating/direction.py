"""Whether a time lies before or after the anchor, as far as its sentence tells: by its signal, event, and neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dating.reading import FUTURE, LATER, PAST, SOONER
from timeline.entries.records import Event, Relation
from timeline.grammar.meanings import Range, Repeat
from timeline.languages.pack import Signals
from timeline.linking.attach import BOUND
from timeline.linking.mentions import ReadSentence
from timeline.linking.relations import leads_line
from timeline.linking.scenes import Attachment, Placed
from timeline.linking.sharing import WHEN
from timeline.texts.syntax import VerbGroup

Direction = tuple["str | None", str]  # past, future or not told, and the words that tell
NOT_TOLD: Direction = (None, "")
GOVERNED = 5  # words between a verb and the bare infinitive under it
ARRANGED = 6  # words between a present that goes on and the day for which it is arranged: "is flying to Rome on"
SOONER_WORDS = 3  # words before a range in which "forward" says that its second time is the earlier one
REACH = 2  # words between a verb and a time that it surely dates: "resigned on", "was arrested there on"


def direction_of(
    attachment: Attachment, read: ReadSentence, placed: Sequence[Placed], signals: Signals
) -> Direction:
    """Past or future: of the words around a time, else of its event, else of the nearest verb that tells."""
    if attachment.relation is Relation.SINCE:
        return PAST, read.words[attachment.signal[0]] if attachment.signal else ""
    if attachment.phrase is not None and attachment.by == BOUND:
        return PAST, read.words[attachment.phrase.stop]  # "our letter | of 1 August"
    ahead = _awaited(attachment, read, placed, signals)
    if ahead is not None:
        return ahead
    if attachment.event is None:
        return NOT_TOLD if leads_line(read, attachment.mention) else _nearest(attachment, read, placed, signals)
    owned = _owned(attachment, attachment.event, read, placed, signals)
    if owned is not None:
        return owned
    governor = _governor(attachment.event, placed) or _plan(attachment.event, attachment, placed)
    if governor is not None:
        return governor.direction, governor.shown_by
    if attachment.event.direction is None and attachment.event.tense == "PRESPART":
        before = [p for p in placed if p.place < attachment.mention.first]
        told = _nearest(attachment, read, before, signals)  # a clause about the verb before: "rose, climbing from 20 in March"
        return told if told[0] is not None else _nearest(attachment, read, placed, signals)
    opening = _telling_verb(attachment.event, placed)
    if _is_opening(opening, read, placed):
        return FUTURE, opening.text
    if attachment.event.direction is None and _timetabled(attachment.event, attachment, read, placed, signals):
        return FUTURE, attachment.event.text
    if attachment.event.direction is None and _is_so_then(attachment, read, placed):
        return FUTURE, "a present"
    deadline = attachment.relation in (Relation.BY, Relation.BEFORE) and attachment.event.class_ != "REPORTING"
    if deadline and attachment.event.direction is None and attachment.event.tense == "PRESENT":
        return FUTURE, f"{attachment.event.text} .. by"  # "he wants us out by the 30th"
    return attachment.event.direction, attachment.event.shown_by


def _is_so_then(attachment: Attachment, read: ReadSentence, placed: Sequence[Placed]) -> bool:
    """Whether a present copula tells what will be on a day behind it: "it | is her birthday on Saturday"."""
    mention, event = attachment.mention, attachment.event
    if mention.meaning.kind not in DAYS or (event is not None and event.pos == "VERB" and not event.auxiliary):
        return False
    verb = _verb_before(attachment, placed)
    if verb is None or (verb.event.group_start == verb.event.start and read.syntax.tags[verb.place] == "VBG"):
        return False  # "denied | being | there on Monday", not "is being"
    return verb.event.auxiliary and verb.event.tense == "PRESENT" and verb.event.aspect == "NONE"


def _governor(event: Event, placed: Sequence[Placed]) -> Event | None:
    """The verb that tells when a form without a tense is: "made him | resign", "will let him | go", "will stay | closed"."""
    place = next((p.place for p in placed if p.event is event), 0)
    if event.tense == "PASTPART":
        return next((p.event for p in placed if p.place == place - 1 and p.event.direction == FUTURE), None)
    bare = event.pos == "VERB" and event.tense == "INFINITIVE" and event.direction is None and event.group_start == event.start
    near = range(max(0, place - GOVERNED), place if bare else 0)
    before = [p.event for p in placed if p.place in near and p.event.pos == "VERB"]
    return before[-1] if before and before[-1].direction is not None else None


def _plan(event: Event, attachment: Attachment, placed: Sequence[Placed]) -> Event | None:
    """The plan between a verb and a time, which is to be then: "agreed | to raise | fees from 1 September"."""
    place = next((p.place for p in placed if p.event is event), attachment.mention.first)
    inside = [p.event for p in placed if place < p.place < attachment.mention.first and p.event.pos == "VERB"]
    planned = bool(inside) and event.pos == "VERB" and inside[-1].tense == "INFINITIVE" and inside[-1].direction == FUTURE
    return inside[-1] if planned else None


def _telling_verb(event: Event, placed: Sequence[Placed]) -> Event:
    """The verb that shows when a noun is, else the event itself."""
    verbs = (p.event for p in placed if event.pos == "NOUN" and p.event.pos == "VERB" and p.event.shown_by == event.shown_by)
    return next(verbs, event)


def _is_opening(event: Event, read: ReadSentence, placed: Sequence[Placed]) -> bool:
    """Whether a bare past form is the state of a timetable: "closed Mondays", "open daily from ten, closed on 25 December"."""
    bare = event.pos == "VERB" and event.tense in ("PAST", "PASTPART") and event.group_start == event.start
    place = next((p.place for p in placed if p.event is event), 0) if bare else 0
    if not bare or (place and read.words[place - 1][0].isalnum()):
        return False  # it has a subject
    return any(isinstance(mention.meaning, Repeat) for mention in read.mentions)


def _timetabled(
    event: Event, attachment: Attachment, read: ReadSentence, placed: Sequence[Placed], signals: Signals
) -> bool:
    """Whether a present stands before its day, as in a timetable: "the trial continues on Monday", "she is coming Friday"."""
    if event.pos != "VERB" or event.tense != "PRESENT" or event.class_ == "REPORTING":
        return False
    place = next((p.place for p in placed if p.event is event), attachment.mention.last)
    pronoun = read.syntax.tags[place + 1 : place + 2] == ("PRP",)  # "proofs reach us on Friday"
    apart = attachment.mention.first - place - pronoun
    arranged = event.aspect == "PROGRESSIVE" or (event.lemma in signals.having and apart > REACH)
    if arranged and attachment.mention.meaning.kind in DAYS and attachment.relation is Relation.WITHIN:
        return 0 < apart <= ARRANGED
    return event.aspect == "NONE" and 0 < apart <= REACH


BOOKED = frozenset("WEEKDAY WEEKEND DAY DATED_CLOCK DATED_PART SELECT_DAY RANGE".split())
LONGER = frozenset(("MONTH", "PERIOD"))  # "I have booked it for August", but "was called for May" may be over
DAYS = frozenset(("WEEKDAY", "WEEKEND", "DAY", "DATED_CLOCK", "DATED_PART"))


def _is_subject(attachment: Attachment, read: ReadSentence, placed: Sequence[Placed], signals: Signals) -> bool:
    """Whether a day opens its sentence as the subject of a present: "Monday at 10 | is fine", "Tuesday | suits me"."""
    mention = attachment.mention
    before = (word for word in read.words[: mention.first] if word[0].isalnum())
    if mention.meaning.kind not in DAYS or not signals.joiners.issuperset(before):
        return False
    verb = next((p.event for p in placed if p.place == mention.last + 1), None)
    return verb is not None and verb.pos == "VERB" and verb.tense == "PRESENT" and verb.direction != PAST


def _is_condition(attachment: Attachment, event: Event, placed: Sequence[Placed]) -> bool:
    """Whether a perfect with a limit says what decides of what is to come: "who have not paid by 5 May | will be fined"."""
    if attachment.relation not in (Relation.BY, Relation.BEFORE) or not event.perfect or event.tense != "PRESENT":
        return False
    behind = (p.event for p in placed if p.place > attachment.mention.last and p.event.pos == "VERB")
    return any(other.direction == FUTURE for other in behind)


def _awaited(
    attachment: Attachment, read: ReadSentence, placed: Sequence[Placed], signals: Signals
) -> Direction | None:
    """A time that is still to come whatever verb tells it: "as soon as Tuesday", "payable Jan. 3", "gave him until noon"."""
    mention, event = attachment.mention, attachment.event
    for length in (3, 2, 1):
        words = read.words[max(0, mention.first - length) : mention.first]
        if words in signals.awaited:
            return FUTURE, " ".join(words)
    effect = signals.effect.intersection(read.words[max(0, mention.first - 2) : mention.first])
    if effect:
        weekday = mention.meaning.kind == "WEEKDAY"
        return (FUTURE, min(effect)) if weekday else NOT_TOLD  # the nearest: "effective 1 February"
    if _is_subject(attachment, read, placed, signals):
        return FUTURE, read.words[mention.last + 1]
    if event is None:
        return None
    # a perfect takes no past time: "the course on 11 May has been cancelled", "has cancelled all sailings on Friday"
    given_up = next((p.event for p in placed if _gives_up(p.event, signals)), None)
    of_it = given_up is event or (given_up is not None and event.pos == "NOUN" and event.shown_by == given_up.shown_by)
    if given_up is not None and of_it and mention.first > 1 and mention.meaning.kind in DAYS:
        return FUTURE, given_up.text
    then = _told_when(attachment)
    if then is not None and then.direction == FUTURE:
        return FUTURE, then.shown_by  # "until 6 July, when she will appear"
    if _is_condition(attachment, event, placed):
        return FUTURE, event.shown_by
    return _set_for(attachment, event, read, placed, signals)


def _gives_up(event: Event, signals: Signals) -> bool:
    """Whether a verb in the perfect tells of a plan that it is given up, or set for another time."""
    return event.lemma in signals.shifting | signals.cancelling and event.perfect and event.tense == "PRESENT"


def _set_for(
    attachment: Attachment, event: Event, read: ReadSentence, placed: Sequence[Placed], signals: Signals
) -> Direction | None:
    """A time that a verb sets for another event: "issued for Thursday", "gave him until noon", "was moved to 5 July"."""
    mention = attachment.mention
    leads = signals.covering | signals.origins if isinstance(mention.meaning, Range) else signals.covering
    told_for = leads.intersection(read.words[mention.first - 1 : mention.first])
    verb = _verb_before(attachment, placed) if told_for else None
    if verb is not None and verb.event.lemma in signals.booking and not _is_over(attachment, placed):
        if mention.meaning.kind in (BOOKED | LONGER if verb.event.perfect else BOOKED):
            return FUTURE, f"{verb.event.text} .. {read.words[mention.first - 1]}"  # "a warning has been issued for Thursday"
    if attachment.relation is Relation.UNTIL and (event.lemma in signals.granting or _has_lasted(event)):
        return FUTURE, f"{event.text} .. until"
    if event.lemma in signals.shifting and signals.targets.intersection(read.words[mention.first - 1 : mention.first]):
        return FUTURE, f"{event.text} {read.words[mention.first - 1]}"  # "has been moved to 5 July"
    if event.lemma in signals.shifting and event.perfect and event.tense == "PRESENT" and isinstance(mention.meaning, Range):
        return FUTURE, event.text  # "has been moved from Tuesday to Thursday"
    if event.lemma in signals.shifting and isinstance(mention.meaning, Range):
        if signals.origins.intersection(read.words[mention.first - 1 : mention.first]):
            return FUTURE, f"{event.text} .. {read.words[mention.first - 1]}"  # "was moved from 5 to 12 July"
    return None


def _verb_before(attachment: Attachment, placed: Sequence[Placed]) -> Placed | None:
    """The last verb before a time."""
    verbs = (p for p in reversed(placed) if p.place < attachment.mention.first and p.event.pos == "VERB")
    return next(verbs, None)


def _is_over(attachment: Attachment, placed: Sequence[Placed]) -> bool:
    """Whether a past behind a time tells what came of what was set for it: "the drill arranged for the 3rd | had been
    called off"."""
    behind = (p.event for p in placed if p.place > attachment.mention.last and p.event.class_ != "REPORTING")
    return any(PAST in (event.direction, event.tense.lower()) for event in behind)


def set_anew(attachment: Attachment, read: ReadSentence, signals: Signals) -> str | None:
    """Whether something is moved from one time to another, and which way: "brought | forward | from Friday to Thursday"."""
    mention, event = attachment.mention, attachment.event
    if not isinstance(mention.meaning, Range) or event is None or event.lemma not in signals.shifting:
        return None
    words = read.words[max(0, mention.first - SOONER_WORDS) : mention.first]
    if not words or words[-1] not in signals.origins:
        return None
    return LATER if signals.sooner.isdisjoint(words) else SOONER


def _told_when(attachment: Attachment) -> Event | None:
    """The event that a clause about the time tells: "until May, when he | left"."""
    return next((share.event for share in attachment.also if share.by == WHEN), None)


def _has_lasted(event: Event) -> bool:
    """Whether an event is told in a perfect that leads up to now, so that a limit of it lies ahead: "has been shut until"."""
    return event.perfect and event.tense == "PRESENT" and event.polarity == "POS"


def _owned(
    attachment: Attachment, event: Event, read: ReadSentence, placed: Sequence[Placed], signals: Signals
) -> Direction | None:
    """A time before its noun: "Tuesday's ruling" is over, even where the verb before it looks ahead."""
    behind = read.words[attachment.mention.last + 1 : attachment.mention.last + 2]
    if not signals.possessives.intersection(behind):
        return None
    noun = next((chunk.head for chunk in read.syntax.chunks if chunk.first <= attachment.mention.last < chunk.head), None)
    verb = next((group for group in read.syntax.groups if noun is not None and group.first == noun + 1), None)
    if noun is not None and read.syntax.lemmas[noun] in signals.scheduled and verb is not None and _is_present(verb, read):
        return FUTURE, read.words[verb.head]  # "Saturday's match | is on"
    if event.direction is None:
        return PAST, behind[0]  # "December's figures"
    if event.pos != "NOUN" or event.direction != FUTURE or event.lemma in signals.scheduled:
        return None
    verbs = [p for p in placed if p.event.shown_by == event.shown_by and p.event.pos == "VERB"]
    object_of = any(verb.place < attachment.mention.first for verb in verbs)
    return (PAST, f"{behind[0]} {event.text}") if object_of else None


def _is_present(verb: VerbGroup, read: ReadSentence) -> bool:
    return read.syntax.tags[verb.first] in ("VBZ", "VBP")


def _nearest(attachment: Attachment, read: ReadSentence, placed: Sequence[Placed], signals: Signals) -> Direction:
    """What the nearest event tells."""
    first, last = attachment.mention.first, attachment.mention.last
    placed = [p for p in placed if not first <= p.place <= last]  # "sat night"
    told = [(abs(p.place - first), p.event) for p in placed if p.event.direction is not None]
    if not told:
        ahead = (p.event for p in placed if p.event.auxiliary and _timetabled(p.event, attachment, read, placed, signals))
        told_by = next((event.text for event in ahead), "a present" if _is_so_then(attachment, read, placed) else None)
        return NOT_TOLD if told_by is None else (FUTURE, told_by)  # "the state dinner is on Friday"
    event = min(told, key=lambda item: item[0])[1]
    return event.direction, event.shown_by


def may_look_ahead(
    attachment: Attachment, read: ReadSentence, placed: Sequence[Placed], signals: Signals
) -> bool:
    """Whether a day or month that has just begun to be near may be meant whatever the tense: all but right behind a
    finite past verb ("resigned on 5 October")."""
    if attachment.phrase is not None and attachment.by == BOUND:
        return False  # what is written bears a date that is over
    then = _told_when(attachment)
    if then is not None and then.direction == PAST:
        return False  # "until May, when he left"
    event = attachment.event
    if event is None or event.looks_ahead or event.pos != "VERB" or event.direction != PAST or event.class_ == "REPORTING":
        return True
    if event.tense not in ("PAST", "PRESENT"):
        return True
    place = next((p.place for p in placed if p.event is event), attachment.mention.last)
    return not 0 < _first_of_row(attachment.mention.first, read, signals) - place <= REACH


def _first_of_row(place: int, read: ReadSentence, signals: Signals) -> int:
    """Where the first of some times in a row begins: "met on | 3, 17 and 24 May"."""
    start = place
    while start and read.words[start - 1] in signals.joiners:
        start -= 1
    before = next((m for m in read.mentions if m.last == start - 1), None) if start < place else None
    return place if before is None else _first_of_row(before.first, read, signals)
