"""What is known of when events were, in the order of how precise it is: limits between their starts and ends, in words.

Each piece of evidence names the words of the text that decide, and says how firm it is: what is said is reported when it is
refused, what is usual gives way in silence.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain
from timeline.calendar.conventions import Conventions
from timeline.calendar.values import Moment
from timeline.dating.sequence import Dated, State
from timeline.entries.entry import Entry
from timeline.entries.records import Event, Sequel
from timeline.inference.references import Reference, Told, is_dated, side
from timeline.inference.sequels import followed
from timeline.inference.stance import Frame, Stance
from timeline.languages.pack import Pack

LAST_SECOND = DAY_SECONDS - 1


class Firmness(enum.Enum):
    """Whether evidence is said by the text or merely usual."""

    SAID = "said"
    USUAL = "usual"


@frozen
class Side:
    """The start or the end of the event with a number."""

    subject: int
    end: bool


@frozen
class Limit:
    """``later`` lies at most so many seconds after ``earlier``; None is the origin of wall time."""

    later: Side | None
    earlier: Side | None
    most: int


@frozen(kw_only=True)
class Evidence:
    """Some limits, the rows that they are about, and the words for them.

    ``time`` is the time they come from, ``otherwise`` what holds where they are refused.
    """

    limits: tuple[Limit, ...]
    rows: tuple[int, ...]
    words: str
    firmness: Firmness = Firmness.SAID
    time: Dated | None = None
    otherwise: Evidence | None = None


@frozen(kw_only=True)
class Subject:
    """A row whose event is in the network: the time it hangs on, and its stance to the anchor."""

    row: int
    entry: Entry
    event: Event
    reference: Reference
    stance: Stance

    @property
    def anchor(self) -> Moment | None:
        """What its sentence counts from."""
        return self.reference.told.anchor

    @property
    def lasting(self) -> bool:
        """Whether the event goes on for more than a day: by its words, or since it goes on at the anchor."""
        undated = self.reference.time is None or self.reference.time.time.when is None
        return self.stance.lasting or (undated and self.stance.frame is Frame.ONGOING)


def evidence(
    subjects: Sequence[Subject], state: State, pack: Pack, conventions: Conventions
) -> Iterator[Evidence]:
    """All evidence on some events, the most precise first."""
    for number, subject in enumerate(subjects):
        yield from _said(number, subject)
        yield from _lengths(number, subject, conventions)
    undated = [(number, subject) for number, subject in enumerate(subjects) if not subject.entry.dated]
    orders = list(_told_by_each_other(subjects, state, pack))
    yield from orders
    for number, subject in undated:
        if subject.anchor is not None:
            yield from _of_tense(number, subject, subject.anchor)
    yield from _repeated(subjects, pack)
    apart = _apart(orders, subjects)
    for number, subject in undated:
        yield from _placed(number, subject, apart.get(subject.row, ()), conventions.domain)
        if not subject.lasting and subject.entry.duration is None:
            short = Limit(Side(number, True), Side(number, False), DAY_SECONDS)
            yield Evidence(limits=(short,), rows=(subject.row,), words="", firmness=Firmness.USUAL)


def _apart(orders: Sequence[Evidence], subjects: Sequence[Subject]) -> dict[int, list[Dated]]:
    """By row, the times of the events that it is told to be before or after, which are not its own."""
    own = {subject.row: subject.reference.told.own for subject in subjects}
    apart: dict[int, list[Dated]] = {}
    for order in orders:
        if len(order.limits) == 1:
            first, second = order.rows
            apart.setdefault(first, []).extend(own[second])
            apart.setdefault(second, []).extend(own[first])
    return apart


def _placed(number: int, subject: Subject, apart: Sequence[Dated], domain: str) -> Iterator[Evidence]:
    """Where an event lies by the time that it hangs on, else by the anchor."""
    anchor = subject.anchor
    by_anchor = None if anchor is None else _of_stance(number, subject, anchor)
    time = subject.reference.time
    told = subject.reference.told
    if time is not None and is_of_a_report(time, told) and told.event.direction == "past" and is_dated(time):
        yield evolve(_before_report(number, subject, time), otherwise=by_anchor)
    elif time is not None and by_anchor is not None and not _is_its_day(time, subject, domain):
        yield evolve(by_anchor, time=time)
    elif time is not None and time.time.when is not None and not any(time is other for other in apart):
        yield evolve(_of_reference(number, subject, time), otherwise=by_anchor)
    elif subject.reference.focus is not None and _is_past_perfect(subject.event):
        yield evolve(_before_focus(number, subject, subject.reference.focus), otherwise=by_anchor)
    elif by_anchor is not None and by_anchor.limits:
        yield by_anchor


def _is_its_day(time: Dated, subject: Subject, domain: str) -> bool:
    """Whether the time that an event hangs on bounds it; else the story is at that time, and tense alone tells when it was.

    News leaves a date behind with the next sentence: of the times that are carried further, or to a noun, or into another
    paragraph, most are not those of the event.  Stories stay with them.
    """
    told, anchor = subject.reference.told, subject.anchor
    if time.time.when is None:  # "now", "recently"
        return False
    if subject.lasting and anchor is not None and side(time, anchor) in ("today", "around"):
        return False  # it goes on at the anchor
    if is_of_a_report(time, told):
        return False
    if time.sentence == told.sentence or domain == "narrative" or _is_past_perfect(told.event):
        return True
    beside = told.sentence - time.sentence == 1 and time.passage.read.sentence.block == told.read.sentence.block
    return beside and told.event.pos == "VERB"


def is_of_a_report(time: Dated, told: Told) -> bool:
    """Whether a time is that of saying something, which is no time of what is said: "said on Friday that they had voted"."""
    says = time.attachment.event
    return (
        says is not None
        and says.class_ == "REPORTING"
        and told.event.class_ != "REPORTING"
        and time.sentence == told.sentence
    )


def not_before(number: int, wall: int, *, end: bool = False) -> Limit:
    """The start (or end) of an event lies at or after a moment."""
    return Limit(None, Side(number, end), -wall)


def not_after(number: int, wall: int, *, end: bool = False) -> Limit:
    """The start (or end) of an event lies at or before a moment."""
    return Limit(Side(number, end), None, wall)


def _said(number: int, subject: Subject) -> Iterator[Evidence]:
    """The dates that the text says, and that nothing ends before it starts."""
    start, end = Side(number, False), Side(number, True)
    yield Evidence(limits=(Limit(start, end, -1),), rows=(subject.row,), words="")
    when = subject.entry.when
    limits = [
        None if when.earliest_start is None else not_before(number, when.earliest_start.wall),
        None if when.latest_start is None else not_after(number, when.latest_start.wall),
        None if when.earliest_end is None else not_before(number, when.earliest_end.wall, end=True),
        None if when.latest_end is None else not_after(number, when.latest_end.wall, end=True),
    ]
    known = tuple(limit for limit in limits if limit is not None)
    if known:
        said = subject.entry.time
        by = f', said by "{" ".join(said.text.split())}"' if said is not None else ""
        yield Evidence(limits=known, rows=(subject.row,), words=f'"{subject.event.text}" is dated {when}{by}')


def _lengths(number: int, subject: Subject, conventions: Conventions) -> Iterator[Evidence]:
    """The least and greatest length that the text says of an event without a date."""
    duration = subject.entry.duration
    if duration is None or subject.entry.dated:
        return
    start, end = Side(number, False), Side(number, True)
    low, high = duration.limits(conventions)
    limits = [*([] if low is None else [Limit(start, end, -low)]), *([] if high is None else [Limit(end, start, high)])]
    yield Evidence(limits=tuple(limits), rows=(subject.row,), words=f"it lasted {duration}")


# -- events by each other ----------------------------------------------------------------------------------------------


def _told_by_each_other(subjects: Sequence[Subject], state: State, pack: Pack) -> Iterator[Evidence]:
    """What connectives tell of two events of a sentence."""
    place = {(s.event.start, s.event.end): number for number, s in enumerate(subjects)}
    carried = {s.event.governor: number for number, s in enumerate(subjects) if s.event.governor is not None}
    for read, placed in zip(state.sentences, state.placed, strict=True):
        for pair in followed(read, placed, pack) if len(placed) > 1 else ():
            first = _number(pair.first, place, carried)
            second = _number(pair.second, place, carried)
            if first is not None and second is not None and first != second:
                yield Evidence(
                    limits=_ordered(first, second, pair.sequel),
                    rows=(subjects[first].row, subjects[second].row),
                    words=f'"{pair.words}" puts "{pair.first.text}" {pair.sequel.value} "{pair.second.text}"',
                )


def _number(
    event: Event, place: Mapping[tuple[int, int], int], carried: Mapping[tuple[int, int], int]
) -> int | None:
    span = event.start, event.end
    return place.get(span, carried.get(span))


def _ordered(first: int, second: int, sequel: Sequel) -> tuple[Limit, ...]:
    """The limits of an order; what is told after an event that goes on may begin while it does."""
    start, end = (Side(first, False), Side(first, True)), (Side(second, False), Side(second, True))
    match sequel:
        case Sequel.AFTER:
            return (Limit(end[1], start[0], 0),)
        case Sequel.BEFORE:
            return (Limit(start[1], end[0], 0),)
        case Sequel.DURING:
            return Limit(end[0], start[0], 0), Limit(start[1], end[1], 0)
        case Sequel.SAME:
            return tuple(limit for a, b in zip(start, end, strict=True) for limit in (Limit(a, b, 0), Limit(b, a, 0)))
    return Limit(start[0], end[1], 0), Limit(end[0], start[1], 0)


def _repeated(subjects: Sequence[Subject], pack: Pack) -> Iterator[Evidence]:
    """Later mentions of a noun whose head and modifiers agree with an earlier one: they are of one event."""
    seen: dict[str, list[tuple[int, frozenset[str]]]] = {}
    for number, subject in enumerate(subjects):
        if subject.event.pos != "NOUN":
            continue
        head = pack.synonyms.get(subject.event.lemma, subject.event.lemma)
        definite, modifiers = _named(subject.reference.told, pack)
        before = seen.setdefault(head, [])
        same = next((n for n, others in reversed(before) if modifiers <= others or others <= modifiers), None)
        if definite and same is not None and subjects[same].entry.dated and not subject.entry.dated:
            said = subjects[same].event.text
            yield Evidence(
                limits=tuple(
                    limit
                    for end in (False, True)
                    for limit in (Limit(Side(number, end), Side(same, end), 0), Limit(Side(same, end), Side(number, end), 0))
                ),
                rows=(subject.row, subjects[same].row),
                words=f'"{subject.event.text}" takes up "{said}"',
                firmness=Firmness.USUAL,
            )
        before.append((number, modifiers))


def _named(told: Told, pack: Pack) -> tuple[bool, frozenset[str]]:
    """Whether a noun is told as known ("the talks"), and the words that modify it."""
    chunk = next((c for c in told.read.syntax.chunks if c.first <= told.place <= c.head), None)
    if chunk is None:
        return False, frozenset()
    words = told.read.syntax.words[chunk.first : told.place]
    tags = told.read.syntax.tags[chunk.first : told.place]
    known = bool(words) and words[0] in pack.sequels.definite
    return known, frozenset(word for word, tag in zip(words, tags, strict=True) if tag[:2] in ("JJ", "NN", "CD", "VB"))


# -- events by the anchor and by times ---------------------------------------------------------------------------------


def _of_tense(number: int, subject: Subject, anchor: Moment) -> Iterator[Evidence]:
    """What is past had begun, and if it is short was over, by the end of the anchor's day; what is to come had not begun."""
    today = anchor.day * DAY_SECONDS
    words, event = subject.stance.reason, subject.event
    if event.direction == "future":
        yield Evidence(limits=(not_before(number, today),), rows=(subject.row,), words=words)
    elif event.direction == "past":
        over = not subject.lasting or (event.tense == "PAST" and event.pos == "VERB")
        limit = not_after(number, today + DAY_SECONDS, end=True) if over else not_after(number, today + LAST_SECOND)
        yield Evidence(limits=(limit,), rows=(subject.row,), words=words)


def _of_reference(number: int, subject: Subject, time: Dated) -> Evidence:
    """An event falls inside the time that it hangs on, or goes on over it; a past perfect lies before it."""
    when = time.time.when
    assert when is not None and when.start is not None and when.end is not None
    start, end = when.start.wall, when.end.wall
    said = f'the time of "{" ".join(time.time.text.split())}"'
    here = time.sentence == subject.reference.told.sentence
    limits: tuple[Limit, ...]
    if _is_past_perfect(subject.event) and not here:
        return evolve(_before_focus(number, subject, time), time=time)
    if subject.lasting and when.grain <= Grain.DAY:
        limits = not_after(number, end - 1), not_before(number, start + 1, end=True)
        words = f"it goes on over {said}"
    else:
        limits = not_before(number, start), not_after(number, end, end=True)
        words = f"it is told of {said}" + (" in its sentence" if here else ", which the story stays with")
    return Evidence(limits=limits, rows=(subject.row,), words=words, firmness=Firmness.USUAL, time=time)


def _is_past_perfect(event: Event) -> bool:
    return event.tense == "PAST" and event.perfect


def _before_focus(number: int, subject: Subject, focus: Dated) -> Evidence:
    """A past perfect lies before the time that the story is at."""
    assert focus.time.when is not None and focus.time.when.end is not None
    return Evidence(
        limits=(not_after(number, focus.time.when.end.wall, end=True),),
        rows=(subject.row,),
        words=f'the past perfect "{subject.event.shown_by}" lies before the time of "{" ".join(focus.time.text.split())}"',
        firmness=Firmness.USUAL,
    )


def _before_report(number: int, subject: Subject, time: Dated) -> Evidence:
    """A past that somebody reports at a time was over by then, or had begun if it goes on."""
    assert time.time.when is not None and time.time.when.end is not None
    end = time.time.when.end.wall
    limit = not_after(number, end - 1) if subject.lasting else not_after(number, end, end=True)
    words = f'"{subject.event.text}" is past in what was said at the time of "{" ".join(time.time.text.split())}"'
    return Evidence(limits=(limit,), rows=(subject.row,), words=words, firmness=Firmness.USUAL, time=time)


def _of_stance(number: int, subject: Subject, anchor: Moment) -> Evidence:
    """Where an event that hangs on the article's day lies from it."""
    today, told = anchor.day * DAY_SECONDS, subject.stance
    tomorrow = today + DAY_SECONDS
    limits: tuple[Limit, ...]
    match told.frame:
        case Frame.ON:
            limits = not_before(number, today), not_after(number, tomorrow, end=True)
        case Frame.BEFORE:
            limits = (not_after(number, tomorrow, end=True),)
        case Frame.AFTER:
            limits = (not_before(number, today),)
        case Frame.UNKNOWN:
            limits = ()
        case _ if subject.lasting:
            limits = not_after(number, tomorrow - 1), not_before(number, tomorrow, end=True)
        case _:
            limits = not_before(number, today), not_after(number, tomorrow, end=True)
    return Evidence(limits=limits, rows=(subject.row,), words=told.reason, firmness=Firmness.USUAL)
