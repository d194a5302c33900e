"""Why an entry has the time it has: in words that name the words of the text, and as data that can be replayed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from timeline.anchoring import Settings
from timeline.calendar.timex3 import interval_value
from timeline.calendar.values import Moment, When
from timeline.dating.compose import bounded, compose
from timeline.dating.mention_times import own_when, range_when, readings
from timeline.dating.reading import Focus, Reading, Telling
from timeline.dating.sequence import Dated, date_times
from timeline.draft import Draft, reread
from timeline.entries.entry import Entry
from timeline.entries.records import Link, Relation, Time
from timeline.errors import OptionError
from timeline.grammar.meanings import Meaning
from timeline.languages import load
from timeline.linking.relations import relation_of
from timeline.texts.markup import visible


@frozen(kw_only=True)
class Resolution:
    """How one time of a text got its value: the mention with its meaning, and all that it was resolved against.

    ``telling`` is the tense with the words that showed it, ``focus`` the time narrated before, ``signal`` the
    word before the mention, ``shows`` the relation that it shows, ``relation`` what the time says of its event; ``anchor`` is
    that of the text, or of the letter quoted in it.
    """

    time: Time
    signal: str
    shows: Relation
    relation: Relation
    anchor: Moment | None
    telling: Telling
    focus: Focus
    date_order: str | None
    zone: str | None

    def replay(self, settings: Settings) -> Time:
        """The mention with the value that resolving its meaning again gives."""
        context = evolve(
            settings.context(self.anchor),
            date_order=self.date_order,
            zone=self.zone,
            tell=lambda: self.telling,
            recall=lambda: self.focus,
        )
        if self.time.meaning is None:
            raise OptionError(f"{self.time.text!r} has no meaning that could be resolved again")
        found = readings(self.time.meaning, self.shows, self.signal, context, load(settings.language).signals)
        return _replayed(self.time, found, self.time.meaning, context.conventions.southern)


def _replayed(time: Time, found: tuple[Reading, ...], meaning: Meaning, southern: bool) -> Time:
    if len(found) == 1:
        return _valued(time, found[0], southern)
    return evolve(
        time,
        value=interval_value(found[0].value, found[1].value),
        when=range_when(meaning, found[0], found[1]),
        parts=tuple(_valued(part, reading, southern) for part, reading in zip(time.parts, found, strict=True)),
    )


def _valued(time: Time, reading: Reading, southern: bool) -> Time:
    return evolve(
        time,
        value=reading.value,
        when=own_when(reading, southern),
        duration=reading.duration,
        recurrence=reading.recurrence,
    )


@frozen(kw_only=True)
class Derivation:
    """The whole way from the words of a text to the time of an entry, as data."""

    entry: Entry
    anchor: Moment | None
    settings: Settings
    resolutions: tuple[Resolution, ...] = ()

    def replay(self) -> When:
        """The time of the entry, made again from the meanings of its mentions.

        Raises `OptionError` where the text was not kept, or the date was inferred from other entries.
        """
        if self.entry.inferred or (self.entry.times and not self.resolutions):
            raise OptionError("this time cannot be replayed by itself: it was inferred, or the sentences were not kept")
        again = {r.time: r.replay(self.settings) for r in self.resolutions}
        again |= {part: new for r in self.resolutions for part, new in zip(r.time.parts, again[r.time].parts, strict=True)}
        if self.entry.event is not None:
            links = tuple(evolve(link, time=again[link.time]) for link in self.entry.links)
            anchor = self.resolutions[0].anchor if self.resolutions else self.anchor
            return compose(self.entry.event, links, anchor, self.settings.conventions).when
        alone = next((r for r in self.resolutions if r.time == self.entry.time), None)
        if alone is None or again[alone.time].when is None:
            return When()
        return bounded(alone.relation, again[alone.time], None, alone.anchor)[0]


@frozen(kw_only=True)
class Explanation:
    """The steps from the words of the text to an entry's time; printing it gives one step a line.

    ``derivation`` is the same as records, ``derivation.replay()`` the time made again from them, ``data`` the same as plain
    values for JSON.
    """

    steps: tuple[str, ...]
    derivation: Derivation

    def __str__(self) -> str:
        return "\n".join(self.steps)

    @property
    def data(self) -> dict[str, Any]:
        """The derivation as plain lists, dicts and strings."""
        entry, anchor = self.derivation.entry, self.derivation.anchor
        known = {r.time: r for r in self.derivation.resolutions}
        return {
            "label": entry.label,
            "when": str(entry.when) or None,
            "anchor": None if anchor is None else str(anchor),
            "times": [_time_data(time, known.get(time)) for time in entry.times],
            "links": [_link_data(link) for link in entry.links],
            "reason": entry.reason,
            "inferred": entry.inferred,
        }


def _time_data(time: Time, resolution: Resolution | None) -> dict[str, Any]:
    told: dict[str, Any] = {}
    if resolution is not None:
        focus = resolution.focus
        told = {
            "tense": resolution.telling.direction,
            "shown_by": resolution.telling.shown_by.strip('"') or None,
            "focus": focus.text if focus.period is not None else None,
        }
    return {
        "expression": time.text,
        "start": time.start,
        "end": time.end,
        "rules": list(time.rules),
        "meaning": None if time.meaning is None else str(time.meaning),
        **told,
        "value": time.value,
        "mod": time.mod,
        "assumed": list(time.assumed),
        "alternatives": list(time.alternatives),
        "reason": time.reason,
    }


def _link_data(link: Link) -> dict[str, Any]:
    return {
        "time": link.time.text,
        "event": link.event.text,
        "relation": link.relation.value,
        "signal": None if link.signal is None else link.signal.text,
        "by": link.by,
    }


def explain(entry: Entry, anchor: Moment | None, settings: Settings, draft: Draft | None) -> Explanation:
    """The explanation of an entry.

    >>> print(explain(Entry(label="talks"), None, Settings(), None))
    talks: no time
    no time dates this event
    """
    found = () if draft is None or not entry.times else tuple(_resolutions(entry, draft, settings, anchor))
    derivation = Derivation(entry=entry, anchor=anchor, settings=settings, resolutions=found)
    return Explanation(steps=tuple(steps(entry, anchor)), derivation=derivation)


def _resolutions(entry: Entry, draft: Draft, settings: Settings, anchor: Moment | None) -> Iterator[Resolution]:
    """The resolutions of the times of an entry, found by dating the text once more and looking on."""
    spans = {(time.start, time.end) for time in entry.times}
    document, passages = reread(draft, load(settings.language))
    for dated in date_times(document, passages, settings.context(anchor), trace=True):
        parts = {(part.start, part.end) for part in dated.time.parts}
        if (dated.time.start, dated.time.end) in spans or parts & spans:
            yield _resolution(dated)


def _resolution(dated: Dated) -> Resolution:
    context, attachment = dated.context, dated.attachment
    assert context is not None  # it was asked for
    shows, shown = relation_of(dated.passage.read, attachment.mention, dated.passage.pack.signals)
    return Resolution(
        time=dated.time,
        signal="" if shown is None else dated.passage.read.words[shown[0]],
        shows=shows,
        relation=attachment.relation,
        anchor=context.anchor,
        telling=context.tell(),
        focus=context.recall(),
        date_order=context.date_order,
        zone=context.zone,
    )


def steps(entry: Entry, anchor: Moment | None) -> Iterator[str]:
    """The steps of an explanation, one line each: what the words say, what dates the event, what was assumed."""
    yield f"{entry.label}: {str(entry.when) or entry.duration or 'no time'}"
    if anchor is not None:
        yield f"the anchor is {anchor}"
    for time in entry.times:
        yield from _time_steps(time)
    for link in entry.links:
        yield _link_step(link)
    if entry.reason:
        yield entry.reason
    if not entry.times:
        yield "no time dates this event"


def _time_steps(time: Time) -> Iterator[str]:
    said = visible(time.text)
    yield f'"{said}" is {time.value}' + (f" ({time.mod})" if time.mod else "") + f": {time.reason}"
    if time.rules:
        yield f"  read by: {', '.join(time.rules)}"
    if time.assumed:
        yield f"  assumed, not said: {', '.join(time.assumed)}"
    if time.alternatives:
        yield f"  the other reading: {', '.join(time.alternatives)}"
    for part in time.parts:
        yield from ("  " + step for step in _time_steps(part))


def _link_step(link: Link) -> str:
    said = visible(link.time.text)
    shown = f'"{link.signal.text}" shows' if link.signal is not None else "no signal; taken as"
    decided = f", decided by {'; '.join(link.evidence)}" if link.evidence else ""
    return f'"{said}" dates "{link.event.text}": {shown} {link.relation.value} (proposed by: {link.by}{decided})'
