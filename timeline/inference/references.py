"""Which time an event hangs on: its own, another of its sentence, one told earlier, or the day of the article.

The reference time of an event is where the reader places it (Reichenbach's R).  It is chosen among the times of the
event's sentence, "now" and "recently" among them, the latest dates told before, the first one of the text, and the
article's day, by a linear model over what the sentence shows of the event, how far and what each time is, and which
events the text itself dates before: narration stays with its time until another is told.  No choice hangs on another
choice, so that a wrong one leads no further astray.  Trained by ``tools/train/references.py`` on temporal dependency
graphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import define, field, frozen

from timeline.calendar.values import Moment
from timeline.dating.sequence import Dated, State
from timeline.entries.records import Event
from timeline.inference.circumstances import shown_of
from timeline.languages.pack import Signals
from timeline.learned.linear import Scorer, rows, scorer
from timeline.learned.weights import shipped
from timeline.linking.mentions import ReadSentence

RECENT = 6  # the latest times told before that an event may hang on
ARTICLE = None  # in place of a time: the day of the article
KINDS = ("article", "here", "earlier")  # of the times that an event may hang on


@frozen(kw_only=True)
class Told:
    """An event to be placed: its sentence and number in it, and what the sentence shows of it."""

    sentence: int
    number: int
    read: ReadSentence
    place: int
    event: Event
    shown: tuple[str, ...] = field(repr=False)
    anchor: Moment | None = None  # what its sentence counts from
    before: Event | None = None  # the event told right before it in its sentence
    own: tuple[Dated, ...] = ()  # the times that date it directly
    near: tuple[Dated, ...] = ()  # the times of its sentence that events can hang on

    @property
    def date(self) -> Dated | None:
        """The first time with a date that dates it directly."""
        return next((dated for dated in self.own if is_dated(dated)), None)


@frozen(kw_only=True)
class Reference:
    """An event with the time that it hangs on, None for the article's day, and the focus: the date of the last dated event."""

    told: Told
    time: Dated | None
    focus: Dated | None = None


@define
class Story:
    """What was told so far, counting from one anchor: the dated times, the latest first, the last event that one dates with
    its date, which is the focus, and what each dates."""

    anchor: Moment | None = None
    latest: list[Dated] = field(factory=list)
    first: Dated | None = None
    dated: Told | None = None
    focus: Dated | None = None
    hanging: dict[int, list[str]] = field(factory=dict)  # by the start of a time, the lemmas of the events
    _sides: dict[int, str] = field(factory=dict)  # by the start of a time

    def tell(self, dated: Dated) -> None:
        """Add a dated time of a sentence that has ended."""
        self.first = self.first or dated
        self.latest.insert(0, dated)
        del self.latest[RECENT:]

    def hang(self, told: Told) -> None:
        """Remember an event, if the text dates it."""
        date = told.date
        if date is not None:
            self.dated, self.focus = told, date
            self.hanging.setdefault(date.time.start, []).append(told.event.lemma)

    def side(self, dated: Dated) -> str:
        """Where a time lies from the anchor, which is looked up once for all events that may hang on it."""
        start = dated.time.start
        if start not in self._sides:
            self._sides[start] = side(dated, self.anchor)
        return self._sides[start]


def told_events(state: State) -> Iterator[Told]:
    """The events of a text in order, without auxiliaries."""
    by_sentence: dict[int, list[Dated]] = {}
    for dated in state.times:
        by_sentence.setdefault(dated.sentence, []).append(dated)
    for sentence, (read, every) in enumerate(zip(state.sentences, state.placed, strict=True)):
        placed = tuple(p for p in every if not p.event.auxiliary)
        near = tuple(dated for dated in by_sentence.get(sentence, ()) if holds(dated)) if placed else ()
        owners = [(dated, dated.attachment.event) for dated in near]
        for number, p in enumerate(placed):
            own = tuple(dated for dated, event in owners if event is not None and _same(event, p.event))
            shown = shown_of(read, placed, number)
            before = placed[number - 1].event if number else None
            yield Told(
                sentence=sentence,
                number=number,
                read=read,
                place=p.place,
                event=p.event,
                shown=shown,
                anchor=state.anchors[sentence],
                before=before,
                own=own,
                near=near,
            )


def _same(one: Event, other: Event) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def is_dated(dated: Dated) -> bool:
    """Whether events of any sentence can hang on a time: it has a date, and is neither a note nor a mere comparison."""
    when = dated.time.when
    return when is not None and when.start is not None and when.end is not None and not _is_aside(dated)


def holds(dated: Dated) -> bool:
    """Whether events of its sentence can hang on a time: on "now" and "recently" too, which have no date."""
    return is_dated(dated) or (dated.time.is_reference and not _is_aside(dated))


def _is_aside(dated: Dated) -> bool:
    return dated.note or dated.dateline or dated.attachment.compared


def asked(state: State) -> Iterator[tuple[Told, Story]]:
    """The events of a text in its order, each with what was told before it."""
    coming = [dated for dated in state.times if is_dated(dated)]
    story = Story()
    for told in told_events(state):
        if told.anchor != story.anchor:
            story = Story(told.anchor)  # a quoted letter tells its own story
        while coming and coming[0].sentence < told.sentence:
            story.tell(coming.pop(0))
        yield told, story
        story.hang(told)


def references(state: State, signals: Signals, models: Mapping[str, Scorer]) -> Iterator[Reference]:
    """The reference times of the events of a text, in its order, by a model for each kind of time."""
    for told, story in asked(state):
        choices = candidates(told, story)
        own: dict[str, int] = {}  # what the event by itself says for each kind of time, which all times of the kind share
        scores = []
        for choice in choices:
            kind, names = of_time(told, choice, story, signals)
            if kind not in own:
                own[kind] = models[kind].score(("", *told.shown))
            scores.append(own[kind] + models[kind].score(names))
        yield Reference(told=told, time=choices[scores.index(max(scores))], focus=story.focus)


def candidates(told: Told, story: Story) -> list[Dated | None]:
    """The times that an event may hang on; the day of the article stands first."""
    first = [] if story.first is None or story.first in story.latest else [story.first]
    return [ARTICLE, *told.near, *story.latest, *first]


def features(told: Told, choice: Dated | None, story: Story, signals: Signals) -> list[str]:
    """What speaks for and against an event's hanging on a time, each named behind the kind of the time."""
    kind, names = of_time(told, choice, story, signals)
    return [kind, *_behind(kind, told.shown), *_behind(kind, names)]


def _behind(kind: str, names: Iterable[str]) -> list[str]:
    return [f"{kind} {name}" for name in names]


def of_time(told: Told, choice: Dated | None, story: Story, signals: Signals) -> tuple[str, list[str]]:
    """The kind of a time that an event may hang on, and what the time and its place say, without the event by itself."""
    if choice is None:
        return "article", [*_of_article(told, story), *_of_before(told, choice, story)]
    if choice.sentence == told.sentence:
        kind, names = "here", list(_of_near(told, choice, signals))
    else:
        kind, names = "earlier", list(_of_earlier(told, choice, story))
    return kind, [*names, *_of_date(told, choice, story), *_of_before(told, choice, story)]


def _of_article(told: Told, story: Story) -> Iterator[str]:
    event = told.event
    yield f"times here {min(len(told.near), 2)}"
    yield f"times here {min(len(told.near), 2)} {event.direction} {event.class_ == 'REPORTING'}"
    yield f"own {bool(told.own)}"
    yield f"opening {told.sentence <= 1}"
    yield f"focus {story.side(story.focus) if story.focus is not None else None}"


def _of_near(told: Told, choice: Dated, signals: Signals) -> Iterator[str]:
    """Where a time of the sentence stands from the event."""
    mention = choice.attachment.mention
    before = mention.last < told.place
    between = told.read.words[mention.last + 1 : told.place] if before else told.read.words[told.place + 1 : mention.first]
    walls = sum(word in signals.boundaries for word in between)
    marks = sum(not word[0].isalnum() for word in between)
    others = sum(
        min(told.place, mention.last) < other.attachment.mention.first < max(told.place, mention.first)
        for other in told.near
    )
    yield f"ahead {before}"
    yield f"words {_step(len(between), (0, 1, 2, 4, 7, 11, 16))} {before}"
    yield f"walls {min(walls, 2)} {before}"
    yield f"marks {min(marks, 2)} {before}"
    yield f"others {min(others, 2)}"
    yield f"own {choice in told.own} {bool(told.own)}"
    yield f"by {choice.attachment.by}" if choice in told.own else "not linked"
    yield f"relation {choice.attachment.relation.value}"
    yield f"times here {min(len(told.near), 3)}"
    yield f"opens {not any(word[0].isalnum() for word in told.read.words[: mention.first])}"


def _of_earlier(told: Told, choice: Dated, story: Story) -> Iterator[str]:
    """How far back a time was told, and what it dates."""
    hanging = story.hanging.get(choice.time.start, ())
    rank = next((rank for rank, dated in enumerate(story.latest) if dated is choice), RECENT)
    form = "noun" if told.event.pos == "NOUN" else "verb"
    yield f"sentences {_step(told.sentence - choice.sentence, (1, 2, 3, 5, 8, 12))}"
    yield f"rank {min(rank, 4)}"
    yield f"paragraph {choice.passage.read.sentence.block == told.read.sentence.block}"
    yield f"first {choice is story.first}"
    yield f"heading {choice.heading}"
    yield f"times here {min(len(told.near), 2)}"
    yield f"again {told.event.lemma in hanging} {form}"
    yield f"hanging {_step(len(hanging), (0, 1, 2, 4, 8, 16))}"
    yield f"relation {choice.attachment.relation.value}"


def _of_date(told: Told, choice: Dated, story: Story) -> Iterator[str]:
    event, where = told.event, story.side(choice)
    yield f"on {where}"
    if choice.time.when is not None:
        grain = choice.time.when.grain.name
        yield f"grain {grain}"
        yield f"on {where} {grain}"
    yield f"on {where} {event.direction}"
    yield f"on {where} {event.tense} {event.aspect}"


def _of_before(told: Told, choice: Dated | None, story: Story) -> Iterator[str]:
    """Whether the last event that the text dates has the same date."""
    before, event = story.dated, told.event
    if before is None:
        yield "nothing before"
    elif story.focus is choice:
        yield "same"
        yield f"same here {before.sentence == told.sentence}"
        yield f"same {before.event.tense} {event.tense}"
        yield f"same {event.tense} {event.aspect}"
        yield f"same {event.class_}"
        yield f"same {event.pos}"


def side(dated: Dated, anchor: Moment | None) -> str:
    """Where a time lies from the day of the article: that day, around it, ahead, or how far in the past; or its reference."""
    when = dated.time.when
    if dated.time.is_reference:
        return dated.time.value
    if anchor is None or when is None or when.start is None or when.end is None:
        return "unknown"
    if when.start.day > anchor.day:
        return "ahead"
    if when.end.last_day >= anchor.day:
        return "today" if when.start.day == anchor.day == when.end.last_day else "around"
    return f"past {_step(anchor.day - when.end.last_day, (7, 60, 400))}"


def _step(number: int, steps: Sequence[int]) -> str:
    """The first of some steps that a number does not exceed."""
    for step in steps:
        if number <= step:
            return f"<={step}"
    return "more"


def by_kind(model: Scorer) -> dict[str, Scorer]:
    """A model taken apart: for each kind of time, the weights of the names behind it, and of the kind itself behind ""."""
    weights: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    for feature, weight in model.weights.items():
        kind, _, name = feature.partition(" ")
        weights[kind][name] = weight
    return {kind: Scorer(kind, weights[kind]) for kind in KINDS}


@lru_cache(maxsize=4)
def load(language: str = "en") -> Mapping[str, Scorer]:
    """The models of a language by the kind of time, read from its weights file on first use.

    >>> load() is load()
    True
    """
    return by_kind(scorer(rows(shipped(f"{language}-references"))[0]))
