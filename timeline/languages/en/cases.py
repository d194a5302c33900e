"""One event of an English sentence to judge: what it stands under, and the verdict with the words that decide it."""

from __future__ import annotations

from attrs import frozen

from timeline.entries.records import Event
from timeline.languages.en.clauses import Clause
from timeline.languages.en.reports import Report, Told, report_of
from timeline.texts.syntax import VerbGroup

Places = tuple[int, ...]


@frozen(kw_only=True)
class Verdict:
    """How far an event is asserted (`entry.FACTUALITIES`), and the token numbers of the words that decide it."""

    factuality: str
    shown: Places = ()
    cancelled: bool = False


@frozen(kw_only=True)
class Case:
    """One event to judge: its place, the innermost clause it stands in, the verb group that it heads, and who says it."""

    event: Event
    place: int
    told: Told
    number: int | None  # of the clause
    clause: Clause | None
    group: VerbGroup | None
    report: Report | None
    own: frozenset[int] = frozenset()  # the token numbers of its times

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

    def following(self) -> range:
        """The word right after a noun."""
        return range(self.place + 1, min(self.place + 2, len(self.told.said.words)))

    def modifiers(self) -> range:
        """The words before a noun that belong to it."""
        chunk = next((c for c in self.told.said.chunks if c.first <= self.place <= c.head), None)
        return range(0) if chunk is None else range(chunk.first, self.place)


def case_of(event: Event, place: int, told: Told, own: frozenset[int] = frozenset()) -> Case:
    """The case of an event, by the token number of its head."""
    number = told.clause_at(place)
    return Case(
        event=event,
        place=place,
        told=told,
        number=number,
        clause=None if number is None else told.clauses[number],
        group=next((group for group in told.said.groups if group.head == place), None),
        report=report_of(number, place, told),
        own=own,
    )


def verb_of(clause: Clause) -> Places:
    """The words of the verb of a clause."""
    return tuple(range(clause.group.first, clause.group.head + 1))


def frame_of(inner: Clause, outer: Clause) -> Places:
    """The words from the subject of a clause up to what another clause hangs on."""
    holder = inner.holder if inner.holder is not None else outer.group.head
    if holder < outer.group.first:
        return tuple(place for place in outer.subject if place <= holder)
    return (*outer.subject, *range(outer.group.first, holder + 1))


def first_in(case: Case, places: range, table: frozenset[str]) -> Places:
    """The first of some places whose word is in a table, as a tuple of one; none for none."""
    words = case.told.said.words
    if table.isdisjoint(words[places.start : places.stop]):
        return ()
    return next(((place,) for place in places if words[place] in table), ())
