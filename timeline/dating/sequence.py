"""Dating the mentions of a text in order: each time gets its event, its tense, its focus, and so its value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period
from timeline.calendar.values import Moment
from timeline.dating.focus import Narration, entered, moved
from timeline.dating.mention_times import range_time, readings, signal_of, time_of
from timeline.dating.notes import (
    about_document,
    about_minutes,
    about_quotes,
    is_call,
    is_dateline,
    is_greeting,
    is_note,
    told_order,
    told_zone,
)
from timeline.dating.passages import Passage
from timeline.dating.reading import PAST, Context, Focus, Telling
from timeline.dating.speakers import Speakers
from timeline.dating.spells import begun, ended
from timeline.entries.records import Event, Link, Relation, Time
from timeline.grammar.meanings import Range, bare_weekday
from timeline.linking.clauses import is_unlike
from timeline.linking.mentions import ReadSentence
from timeline.linking.relations import relation_of
from timeline.linking.scenes import Attachment, Placed
from timeline.texts.document import Document
from timeline.texts.logs import LogDays, runs_back


@frozen(kw_only=True)
class Dated:
    """A mention with its time: the sentence it stands in, which of its mentions it is, and what kind of line it is."""

    sentence: int
    passage: Passage
    number: int
    time: Time
    heading: bool = False  # a date alone on its line: the focus of the lines below
    note: bool = False  # about the document itself: "Updated 5 May", "© 2023"
    dateline: bool = False
    quoted: bool = False  # in the header of a quoted letter
    context: Context | None = None  # what the time was resolved against, where that was asked for
    opens: bool = False  # a stamp alone on its line: it dates the sentence below

    @property
    def attachment(self) -> Attachment:
        """What the mention is attached to; a dateline dates nothing."""
        attachment = self.passage.attachment(self.number)
        return evolve(attachment, event=None) if self.dateline and attachment.event is not None else attachment


@frozen(kw_only=True)
class State:
    """All dated mentions of a text, the links between times and events, and notes for the reader."""

    times: tuple[Dated, ...]
    links: tuple[Link, ...]
    notes: tuple[str, ...]
    passages: tuple[Passage, ...]
    anchors: tuple[Moment | None, ...]  # what each sentence counts from: the text's anchor, or that of a quoted letter

    @property
    def sentences(self) -> tuple[ReadSentence, ...]:
        """All sentences of the text with how they are built."""
        return tuple(passage.analysed for passage in self.passages)

    @property
    def placed(self) -> tuple[tuple[Placed, ...], ...]:
        """The events of each sentence."""
        return tuple(passage.placed for passage in self.passages)


def date_all(document: Document, passages: Sequence[Passage], context: Context) -> State:
    """The times of a text in the order of their sentences, with all that a timeline needs beside them."""
    speakers = _speakers(document, passages, context)
    times = tuple(_date_each(document, passages, speakers))
    return State(
        times=times,
        links=_links(times, passages),
        notes=(
            *about_document([dated.time for dated in times if dated.note and not dated.quoted], context.anchor),
            *about_quotes([dated.time for dated in times if dated.quoted], speakers.undated),
            *about_minutes(speakers.meeting),
        ),
        anchors=tuple(speakers.of(passage.read.sentence).context.anchor for passage in passages),
        passages=tuple(passages),
    )


def date_times(
    document: Document, passages: Sequence[Passage], context: Context, *, trace: bool = False
) -> Iterator[Dated]:
    """The times of a text in the order of their sentences; tense and focus are looked for only where they matter.

    With ``trace`` they are looked for everywhere and kept, so that each time can be resolved again by itself.
    """
    yield from _date_each(document, passages, _speakers(document, passages, context), trace=trace)


def _speakers(document: Document, passages: Sequence[Passage], context: Context) -> Speakers:
    order = context.date_order or told_order(document, [passage.read for passage in passages])
    return Speakers(document.voices, evolve(context, date_order=order))


def _date_each(
    document: Document, passages: Sequence[Passage], speakers: Speakers, *, trace: bool = False
) -> Iterator[Dated]:
    anchor = speakers.own.context.anchor
    back = runs_back(document.stamps)
    days = LogDays(None if anchor is None else anchor.day)
    for place, passage in enumerate(passages):
        read = passage.read
        speaker = speakers.of(read.sentence)
        zone = told_zone(read, passage.pack)
        if zone is not None:
            speaker.context = evolve(speaker.context, zone=zone)
        if not read.mentions:
            continue
        following = passages[place + 1].read if place + 1 < len(passages) else None
        line = _line(passage, following)
        anew = read.stamp is not None and read.stamp.anew  # a line that tells its weekday tells its own day
        day = days.of(read.stamp, read.sentence.block) if read.stamp is not None and not anew else None
        written = days.written(read.sentence.block)
        own = speaker.context if written is None else evolve(speaker.context, anchor=Moment(written * DAY_SECONDS))
        for number, mention in enumerate(read.mentions):
            told = speakers.told_at(read.tokens[mention.first].start)
            letter = told is not None and not told.minutes
            dateline = is_dateline(read, mention) or letter
            stamped = _log_focus(day, read) if number == 0 and day is not None else None
            here = _context(passage, number, own, speaker.narration, dateline=dateline, stamped=stamped)
            if back and line.heading and bare_weekday(mention.meaning) is not None:
                here = evolve(here, show=lambda: (PAST, "the order of the lines"))  # "Friday" above older lines of a log
            here = here.settled() if trace else here
            time = _date(document, passage, number, here, speaker.narration, dateline=dateline, stamped=stamped)
            titled = place < TITLE_LINES and is_title(passage, following, time, speaker.context.anchor)
            heading = line.heading or titled
            if read.stamp is None and not line.note and number == 0 and (day_told := _day_told(time)) is not None:
                days.dated(day_told, heading)
            if anew and number == 0 and (day_told := _day_told(time)) is not None:
                days.begun(day_told)
                own = evolve(own, anchor=Moment(day_told * DAY_SECONDS))
            if told is not None:
                speakers.date(told, time)
            yield Dated(
                sentence=place,
                passage=passage,
                number=number,
                time=time,
                heading=heading and not dateline,
                note=line.note or dateline,
                dateline=dateline,
                quoted=letter and told is not None and not told.owns_text,
                context=here if trace else None,
                opens=heading and line.opens,
            )


@frozen(kw_only=True)
class Line:
    """What a sentence is beside the others, which its times share, in the words of `Dated`."""

    heading: bool
    note: bool
    opens: bool


def _line(passage: Passage, following: ReadSentence | None) -> Line:
    read, pack = passage.read, passage.pack
    alone = following is not None and stands_alone(read) and _ends_line(read, following)
    goes_on = following is not None and following.stamp is None and following.sentence.block == read.sentence.block
    called = is_call(read, pack)
    by_itself = called and (is_greeting(read, pack) or (following is not None and bool(following.mentions)))
    return Line(
        heading=alone or called or (goes_on and _names_place(passage)),
        note=is_note(read, pack),
        opens=goes_on and not by_itself and read.stamp is not None,
    )


def _log_focus(day: int, read: ReadSentence) -> Focus:
    """What the stamp of a line of a log counts from."""
    halves = read.stamp is not None and read.stamp.halves
    return Focus(period=Period.of_day(day), text="of the log", block=read.sentence.block, stamped=True, halves=halves)


def _day_told(time: Time) -> int | None:
    """The day that a time tells, where it tells one: of a range the first."""
    first = time.parts[0] if time.parts else time
    if first.when is None or first.when.start is None or first.when.grain > Grain.DAY or "day" in first.assumed:
        return None
    return first.when.start.day


TITLE_LINES = 4  # lines at the head of a text that may be its title
TITLE_DAYS = 7  # as old as the day of a title is at most


def is_title(passage: Passage, following: ReadSentence | None, time: Time, anchor: Moment | None) -> bool:
    """Whether a line names the document and its day, and tells nothing: "Duty log, Marram pool, 7 February 2024"."""
    read, start = passage.read, None if time.when is None else time.when.start
    alone = len(read.mentions) == 1 and following is not None and _ends_line(read, following)
    if not alone or read.stamp is not None or anchor is None or start is None or read.words[-1] in (".", "!", "?", ":"):
        return False
    days = time.when is not None and time.when.grain == Grain.DAY and not time.assumed
    stated = days and (not time.parts or _is_night(time))
    (mention,) = read.mentions
    edge = mention.last == len(read.words) - 1 or mention.first == 0
    events = any(not placed.event.auxiliary for placed in passage.placed)
    return stated and edge and not events and 0 <= anchor.day - start.day <= TITLE_DAYS


def _is_night(time: Time) -> bool:
    """Whether a time is two days in a row, as a shift through the night is headed: "Sat 15 / Sun 16 July"."""
    first, last = (None if part.when is None else part.when.start for part in (time.parts[0], time.parts[-1]))
    return first is not None and last is not None and last.day == first.day + 1


def stands_alone(read: ReadSentence) -> bool:
    """Whether a line is nothing but one time, perhaps with its weekday or a mark around it."""
    if len(read.mentions) != 1:
        return False
    mention = read.mentions[0]
    others = (*read.words[: mention.first], *read.words[mention.last + 1 :])
    return not any(word[0].isalnum() for word in others)


def _ends_line(read: ReadSentence, following: ReadSentence) -> bool:
    """Whether nothing follows on the line of a sentence, as it does in "Friday at 6. Free."."""
    return read.words[-1] not in (".", "!", "?") or following.sentence.block != read.sentence.block


PLACE_WORDS = 5


def _names_place(passage: Passage) -> bool:
    """Whether a line of a log says where before it says what: "8:10 a.m. Route 9. Caller reports a moose." """
    read = passage.read
    if read.stamp is None:
        return False
    (mention, *others) = read.mentions
    *named, stop = range(mention.last + 1, len(read.words)) or [-1]
    if others or not named or len(named) > PLACE_WORDS or read.words[stop] != ".":
        return False
    return all(passage.analysed.syntax.tags[place] in ("NNP", "CD") for place in named)


def _context(
    passage: Passage, number: int, context: Context, narration: Narration, *, dateline: bool, stamped: Focus | None
) -> Context:
    """What a mention is resolved against; a dateline has no tense, a stamp has a focus of its own."""
    block = passage.read.sentence.block
    return Context(
        anchor=context.anchor,
        conventions=context.conventions,
        date_order=context.date_order,
        tz=context.tz,
        zone=context.zone,
        tell=Telling if dateline else lambda: passage.telling(number),
        show=None if dateline else lambda: passage.direction(number),
        recall=narration.focus if dateline else lambda: stamped or entered(narration.focus(), block),
        stories=narration.stories,
        quarters=narration.quarters,
        months=narration.quarters and passage.months_reported(number),
    )


def _date(
    document: Document,
    passage: Passage,
    number: int,
    context: Context,
    narration: Narration,
    *,
    dateline: bool,
    stamped: Focus | None,
) -> Time:
    """The time of one mention; the narration goes on from it, but for a dateline."""
    read, mention, signals = passage.read, passage.read.mentions[number], passage.pack.signals
    block = read.sentence.block
    relation, signal = relation_of(read, mention, signals)
    said = signal_of(document, read, signal)
    shown = "" if signal is None else read.words[signal[0]]
    bound = shown in signals.ahead and signals.binders.intersection(read.words[mention.last + 1 : mention.last + 2])
    leads = Relation.LASTS if bound else relation  # "in two weeks of talks" leads to no day
    found = readings(mention.meaning, leads, shown, context, signals)
    if len(found) > 1:
        time = range_time(document, read, mention, found[0], found[1], said)
    else:
        first = begun(mention.meaning, found[0], passage, number, context)
        found = (ended(mention.meaning, first, passage, number, context),)
        time = time_of(document, read, mention, found[0], said, context.conventions.southern)
    if not dateline and not is_unlike(read, mention, signal, signals):
        meaning = mention.meaning.first if isinstance(mention.meaning, Range) else mention.meaning
        told = found[0] if found[0].period is not None else found[-1]  # a length up to a day tells the day
        narration.later(
            told,
            context.anchor,
            lambda focus: moved(stamped or entered(focus, block), meaning, told, time, passage, number, context),
        )
    return time


def _links(times: Sequence[Dated], passages: Sequence[Passage]) -> tuple[Link, ...]:
    opened = ((dated, _opened(passages[dated.sentence + 1])) for dated in times if dated.opens)
    return (
        *(link for dated in times if not dated.note and not dated.heading for link in _links_of(dated)),
        *(Link(time=dated.time, event=event, relation=Relation.WITHIN, by=OPENING) for dated, event in opened if event),
    )


OPENING = "alone on the line above"


def _opened(below: Passage) -> Event | None:
    """The event that a stamp on the line above dates: the first finite verb, unless that has a time of its own."""
    finite = (placed.event for placed in below.placed if placed.event.pos == "VERB" and not placed.event.auxiliary)
    event = next((event for event in finite if event.tense not in ("INFINITIVE", "PRESPART")), None)
    return None if any(attachment.event is event for attachment in below.attachments) else event


def _moves(dated: Dated, event: Event) -> bool:
    """Whether an event says of another that it will be at a time instead: "adjourned until 5 May", "put off until May"."""
    signals, read = dated.passage.pack.signals, dated.passage.read
    place = next((p.place for p in dated.passage.placed if p.event is event), 0)
    away = signals.away.intersection(read.words[place + 1 : dated.attachment.mention.first])
    return event.lemma in signals.postponing or (event.lemma in signals.shifting and bool(away))


def _links_of(dated: Dated) -> Iterator[Link]:
    """The links of a time to its events; of "postponed from 5 to 12 October" only the new date counts.

    "Moved between March and June" tells when something was moved, and no new date.
    """
    attachment, signals = dated.attachment, dated.passage.pack.signals
    if attachment.event is None:
        return
    time, relation = dated.time, attachment.relation
    shown = "" if time.signal is None else time.signal.text.casefold()
    if time.parts and attachment.event.lemma in signals.shifting and shown in signals.origins:
        time, relation = time.parts[-1], Relation.WITHIN
    if relation is Relation.UNTIL and _moves(dated, attachment.event):
        relation = Relation.WITHIN
    first = Link(
        time=time,
        event=attachment.event,
        relation=relation,
        signal=None if attachment.signal is None else dated.time.signal,
        by=attachment.by,
        evidence=attachment.evidence,
    )
    yield first
    for share in attachment.also:
        yield evolve(
            first,
            event=share.event,
            relation=relation if share.relation is attachment.relation else share.relation,
            by=share.by,
            evidence=(f'shared with "{first.event.text}"',),
        )
