"""Timelines made by hand, and hypothesis strategies for generated ones."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from timeline import (
    Conventions,
    Duration,
    Entry,
    Event,
    Link,
    Moment,
    Recurrence,
    Relation,
    Signal,
    Time,
    Timeline,
    When,
)
from timeline.calendar.almanac import Grain
from timeline.entries.entry import FACTUALITIES
from timeline.grammar import meanings as m

ANCHOR = Moment.of(2023, 9, 18)
TALKS = When.filling(Moment.of(2023, 9, 18), Moment.of(2023, 9, 22))
WEEKEND = When.filling(Moment.of(2023, 9, 16), Moment.of(2023, 9, 18), grain=Grain.WEEKEND)
ABSENCE = When(
    earliest_start=Moment.of(2023, 8, 25),
    latest_start=Moment.of(2023, 8, 31),
    earliest_end=Moment.of(2023, 9, 19),
    approximate=True,
    ongoing=True,
)


def event(text: str, start: int = 0, **other: Any) -> Event:
    """An event mention of one word."""
    spans = {"start": start, "end": start + len(text), "group_start": start, "group_end": start + len(text)}
    return Event(text=text, **{"lemma": text, **spans, **other})


def mention(text: str, start: int = 0, **other: Any) -> Time:
    """A time mention."""
    known = {"type": "DATE", "value": "2023", "reason": "said"}
    return Time(start=start, end=start + len(text), text=text, **{**known, **other})


def entry(label: str = "talks", when: When = TALKS, **other: Any) -> Entry:
    """An entry whose event is the last word of its label."""
    known = {"event": event(label.split()[-1]), "sentence": f"There were {label}."}
    return Entry(label=label, when=when, **{**known, **other})


def timeline_of(*entries: Entry, **other: Any) -> Timeline:
    """A timeline of an article with a date."""
    return Timeline(entries=entries, **{"anchor": ANCHOR, "source": "https://example.org/1", **other})


def seed_like() -> Timeline:
    """The dated entries of the seed article."""
    return timeline_of(
        entry(
            "Li Shangfu not seen", ABSENCE, factuality="negated", event=event("seen", 80, lemma="see", polarity="NEG")
        ),
        entry("meetings", WEEKEND, event=event("meetings", 40, lemma="meeting")),
        entry(
            "strategic consultations",
            TALKS,
            event=event("consultations", 10, lemma="consultation"),
            factuality="planned",
        ),
    )


T = TypeVar("T")


def some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A value or None."""
    return st.none() | strategy


texts = st.text(max_size=12)
fractions = st.fractions(max_denominator=1000)
grains = st.sampled_from(Grain)
moments = st.builds(
    Moment,
    st.integers(-(10**11), 10**12) | st.integers(-1000, 10**6).map(lambda day: day * 86_400) | st.integers(),
    some(st.integers(-50_400, 50_400)),
)
RULES = ("FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYDAY=1SU", "FREQ=DAILY;COUNT=3", "FREQ=YEARLY;UNTIL=20300101")
durations = st.builds(
    Duration, st.lists(st.tuples(grains, some(fractions)), min_size=1, max_size=3).map(tuple), some(texts)
)
recurrences = st.builds(
    Recurrence,
    value=texts,
    quant=some(texts),
    freq=some(texts),
    rule=some(st.sampled_from(RULES)),
)
lengths = st.timedeltas()


def _when(starts: list[Moment], window: bool, ongoing: bool, approximate: bool, grain: Grain, length: Any) -> When:
    low, high, first, last = starts
    return When(
        earliest_start=low,
        latest_start=high,
        earliest_end=first,
        latest_end=last,
        max_duration=length,
        grain=grain,
        window=window,
        ongoing=ongoing,
        approximate=approximate,
    )


def _sorted(bounds: list[Moment]) -> list[Moment]:
    return sorted(bounds, key=lambda bound: bound.wall)


any_whens = st.builds(
    _when,
    st.lists(moments, min_size=4, max_size=4).map(_sorted),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    grains,
    some(lengths),
)
open_whens = st.builds(When, earliest_start=moments, grain=grains, zone=some(texts)) | st.builds(
    When, latest_end=moments
)
near = st.builds(
    lambda day, length, naive: When.filling(
        Moment(day * 3_600, None if naive else 0),
        Moment((day + length) * 3_600, None if naive else 0),
        grain=Grain.HOUR,
    ),
    st.integers(738_000 * 24, 739_000 * 24),
    st.integers(1, 2_000),
    st.booleans(),
)
whens = any_whens | open_whens | near | st.just(When()) | st.sampled_from((TALKS, WEEKEND, ABSENCE))

leaf_meanings = st.one_of(
    st.builds(m.Number, some(fractions), some(texts)),
    st.builds(m.Date, year=some(st.integers()), month=some(st.integers(1, 12)), weekday=some(st.integers(0, 6))),
    st.builds(
        m.NumericDate, first=st.integers(1, 12), second=st.integers(1, 12), year=st.integers(), short=st.booleans()
    ),
    st.builds(m.Unit, grain=grains, number=st.integers(), fiscal=st.booleans()),
    st.builds(m.Holiday, texts, some(st.integers())),
    st.builds(m.Clock, hour=st.integers(0, 23), minute=some(st.integers(0, 59)), half=some(texts), zone=some(texts)),
    st.builds(m.DayPart, texts),
    st.builds(m.Weekend),
    st.builds(m.Shift, grains, st.integers(), st.sampled_from(m.Base)),
    st.builds(m.Stretch, durations, st.sampled_from((-1, 1)), st.sampled_from(m.Base)),
    st.builds(m.Length, durations),
    st.builds(m.Repeat, recurrences, some(st.builds(m.Clock, hour=st.integers(0, 23)))),
    st.builds(m.Refers, texts),
)


def _larger(inner: st.SearchStrategy[m.Meaning]) -> st.SearchStrategy[m.Meaning]:
    return st.one_of(
        st.builds(m.Select, inner, st.integers(-1, 1)),
        st.builds(m.Offset, durations, st.sampled_from((-1, 1)), of=some(inner)),
        st.builds(m.Within, inner, inner),
        st.builds(m.Nth, count=st.integers(), grain=grains, outer=inner, weekday=some(st.integers(0, 6))),
        st.builds(m.Modified, inner, texts),
        st.builds(m.Range, inner, inner),
    )


all_meanings = st.recursive(leaf_meanings, _larger, max_leaves=4)


def _mention(text: str, start: int, others: dict[str, Any]) -> Time:
    return mention(text, start, **others)


signals = st.builds(
    lambda text, start: Signal(start=start, end=start + len(text), text=text), texts, st.integers(0, 99)
)


def mentions(parts: st.SearchStrategy[tuple[Time, ...]] | None = None) -> st.SearchStrategy[Time]:
    """Time mentions of any kind."""
    others: dict[str, st.SearchStrategy[Any]] = {
        "value": texts,
        "mod": some(texts),
        "when": some(whens),
        "duration": some(durations),
        "recurrence": some(recurrences),
        "resolved": st.booleans(),
        "assumed": st.lists(texts, max_size=2).map(tuple),
        "meaning": some(all_meanings),
        "signal": some(signals),
        "parts": st.just(()) if parts is None else parts,
    }
    return st.builds(_mention, texts, st.integers(0, 10_000), st.fixed_dictionaries({}, optional=others))


pairs = st.tuples(st.integers(0, 9), st.integers(0, 9))
events = st.builds(event, texts, st.integers(0, 10_000), modality=some(texts), governor=some(pairs))


@st.composite
def entries(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Entry:
    """Entries of any kind, dated or not, with their links."""
    time, happening = draw(some(mentions())), draw(some(events))
    made = Entry(
        label=draw(texts),
        when=draw(whens),
        duration=draw(some(durations)),
        recurrence=draw(some(recurrences)),
        event=happening,
        time=time,
        sentence=draw(texts),
        source=draw(some(texts)),
        certain=draw(st.booleans()),
        inferred=draw(st.booleans()),
        attribution=draw(some(texts)),
        factuality=draw(st.sampled_from(FACTUALITIES)),
        participants=draw(st.lists(texts, max_size=2).map(tuple)),
    )
    if time is None or happening is None:
        return made
    relation = draw(st.sampled_from(Relation))
    link = Link(time=time, event=happening, relation=relation, signal=draw(some(signals)), by=draw(texts))
    return evolve(made, links=(link,))


@st.composite
def timelines(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Timeline:
    """Timelines whose tables hold some of what their entries hold, and more."""
    rows = tuple(draw(st.lists(entries(), max_size=3)))
    parts = st.lists(mentions(), max_size=2).map(tuple)
    return Timeline(
        entries=rows,
        hidden=tuple(draw(st.lists(entries(), max_size=1))),
        times=tuple(row.time for row in rows[:2] if row.time is not None)
        + tuple(draw(st.lists(mentions(parts), max_size=1))),
        events=tuple(row.event for row in rows[:1] if row.event is not None),
        links=tuple(link for row in rows[:1] for link in row.links),
        notes=tuple(draw(st.lists(texts, max_size=2))),
        anchor=draw(some(moments)),
        source=draw(some(texts)),
        conventions=Conventions(about_share=Fraction(1, 7), date_order=draw(st.sampled_from((None, "DMY")))),
        text_hash=draw(texts),
    )
