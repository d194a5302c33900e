"""Reports that may be of one event, and reports of one event that contradict each other: candidates, with score and reason.

Two entries are compared when their heads have one lemma or are told to be synonyms by the language; what they share of
time and participants makes the score.  Nothing is ever fused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from timeline.calendar.almanac import DAY_SECONDS, weekday
from timeline.calendar.bounds import ES, LE, edges, overlapping
from timeline.entries.entry import Entry
from timeline.entries.names import WORD
from timeline.grammar.meanings import Date

WIDEST = 31 * DAY_SECONDS  # what lies somewhere in more than a month is no report of the same event by its time alone
APART = 7 * DAY_SECONDS  # reports further apart than a week are of two events
HEAD, SYNONYM, SAME_DAY, OVERLAP, SHARED = 0.4, 0.3, 0.3, 0.2, 0.3
LEAST = 0.65  # one lemma and one day, or somebody in common as well


@frozen(kw_only=True)
class Candidate:
    """Entries that may report one event, how much speaks for it (0 to 1), and what.

    >>> import timeline
    >>> one = timeline.extract("Ana Silva resigned on Friday.", anchor="2023-09-18", source="daily")
    >>> two = timeline.extract("Ana Silva resigned last week.", anchor="2023-09-18", source="weekly")
    >>> print((one | two).candidates[0])
    0.90  "resign"; overlapping: 2023-09-11/2023-09-17, 2023-09-15; both name Ana Silva
      2023-09-11/2023-09-17  Ana Silva resigned  [weekly]
      2023-09-15  Ana Silva resigned  [daily]
    """

    entries: tuple[Entry, ...]
    score: float
    reason: str

    def __str__(self) -> str:
        lines = [f"  {entry.when}  {entry.label}  [{entry.source}]" for entry in self.entries]
        return "\n".join([f"{self.score:.2f}  {self.reason}", *lines])


@frozen(kw_only=True)
class Conflict:
    """A contradiction: its kind, the entries that cannot both be right, the sentences behind them, and why.

    ``kind`` is "dates" (one event on two days in one article), "reports" (two articles give one event different
    days, a candidate), "weekday" (the weekday said is not that of the date) or "order" (evidence that was
    refused since it would have closed a contradiction).

    >>> import timeline
    >>> tl = timeline.extract("They met on Friday, 3 May 2023.", anchor=None)
    >>> print(tl.conflicts[0])
    weekday: "Friday, 3 May 2023": 2023-05-03 is another day of the week
      "They met on Friday, 3 May 2023."
    """

    kind: str
    entries: tuple[Entry, ...] = ()
    sentences: tuple[str, ...] = ()
    reason: str

    def __str__(self) -> str:
        return "\n".join([f"{self.kind}: {self.reason}", *(f'  "{sentence}"' for sentence in self.sentences)])


def candidates(entries: Iterable[Entry], synonyms: Mapping[str, str]) -> tuple[Candidate, ...]:
    """The groups of entries of different sources that may report one event, the likeliest first."""
    found = []
    for same in _by_head(entries, synonyms):
        scores = {pair: score for pair in _near(same) if (score := _score(*(same[n] for n in pair))) >= LEAST}
        for group in _connected(scores):
            members = frozenset(group)
            inner = {pair: score for pair, score in scores.items() if pair[0] in members}
            found.append(_candidate([same[n] for n in group], [(same[a], same[b]) for a, b in inner], inner.values()))
    return tuple(sorted(found, key=lambda c: (-c.score, c.entries[0].order, c.entries[0].source or "")))


def conflicts(entries: Iterable[Entry], synonyms: Mapping[str, str]) -> Iterator[Conflict]:
    """The contradictions that the entries themselves show."""
    told = tuple(entries)
    yield from (conflict for entry in told for conflict in _misnamed(entry))
    for same in _by_head(told, synonyms):
        for a, b in ((same[n], same[m]) for n, m in _near(same, apart=APART, one_source=True)):
            if overlapping(a.when, b.when) or not _shared(a, b):
                continue
            one_article = a.source == b.source
            if one_article and not any(entry.event is not None and entry.event.punctual for entry in (a, b)):
                continue  # what can happen twice does
            kind = "dates" if one_article else "reports"
            yield Conflict(
                kind=kind,
                entries=(a, b),
                sentences=tuple(dict.fromkeys((a.sentence, b.sentence))),
                reason=f"{_heads((a, b))} of {_shared(a, b)[0]}: {a.when} and {b.when} cannot both be right"
                + ("" if one_article else ", if it is one event"),
            )


def _misnamed(entry: Entry) -> Iterator[Conflict]:
    for time in entry.times:
        meaning, when = time.meaning, time.when
        if not isinstance(meaning, Date) or meaning.weekday is None or when is None or when.days != 1 or when.start is None:
            continue
        if weekday(when.start.day) != meaning.weekday:
            reason = f'"{" ".join(time.text.split())}": {time.value} is another day of the week'
            yield Conflict(kind="weekday", entries=(entry,), sentences=(entry.sentence,), reason=reason)


def _by_head(entries: Iterable[Entry], synonyms: Mapping[str, str]) -> Iterator[list[Entry]]:
    """The dated entries of events whose heads mean the same; what is merely said is no event of its own here."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.event is None or not entry.dated or entry.event.class_ == "REPORTING" or entry.inferred:
            continue
        if entry.factuality in ("asserted", "reported", "planned"):
            groups.setdefault(synonyms.get(entry.event.lemma, entry.event.lemma), []).append(entry)
    return (group for group in groups.values() if len(group) > 1)


def _span(entry: Entry) -> tuple[int, int] | None:
    """First and last second of an entry that is not spread over more than a month."""
    known = edges(entry.when)
    start, end = known[ES], known[LE]
    if start is None or end is None or end.wall - start.wall > WIDEST:
        return None
    return start.wall, end.wall


def _near(entries: Sequence[Entry], *, apart: int = 0, one_source: bool = False) -> Iterator[tuple[int, int]]:
    """The pairs of entries, by number, of different sources that overlap, or are not further apart than so many seconds."""
    spans = sorted((span, number) for number, entry in enumerate(entries) if (span := _span(entry)) is not None)
    open_: list[tuple[int, int]] = []  # ends and numbers of those that still reach what comes
    for (start, end), number in spans:
        open_ = [(last, other) for last, other in open_ if last + apart > start]
        for _, other in open_:
            if one_source or entries[other].source != entries[number].source:
                yield (other, number) if _listing(entries[other]) <= _listing(entries[number]) else (number, other)
        open_.append((end, number))


def _listing(entry: Entry) -> tuple[bool, float, float, int, str]:
    return *entry.order, entry.source or ""


def _score(a: Entry, b: Entry) -> float:
    """How much speaks for one event: heads, days, participants; 0 where all named participants differ."""
    assert a.event is not None and b.event is not None
    head = HEAD if a.event.lemma == b.event.lemma else SYNONYM
    one_day = a.when.days == b.when.days == 1 and a.when.first_day == b.when.first_day
    time = SAME_DAY if one_day else OVERLAP if overlapping(a.when, b.when) else 0.0
    shared, fewer = _shared(a, b), min(len(a.participants), len(b.participants))
    if fewer and not shared:
        return 0.0
    return round(head + time + (SHARED * min(1.0, len(shared) / max(1, fewer)) if shared else 0.0), 2)


def _shared(a: Entry, b: Entry) -> list[str]:
    """The participants of the one that the other names too, among its participants or elsewhere in its sentence."""
    return [
        *(name for name in a.participants if not _named(b).isdisjoint(_words(name))),
        *(name for name in b.participants if not a.participants and not _named(a).isdisjoint(_words(name))),
    ]


def _named(entry: Entry) -> set[str]:
    return {word for text in (entry.sentence, *entry.participants) for word in _words(text)}


def _words(name: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(name) if len(word) > 2 and word[0].isupper()]


def _connected(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The groups of numbers that pairs connect."""
    group_of: dict[int, list[int]] = {}
    for a, b in pairs:
        first, second = group_of.setdefault(a, [a]), group_of.setdefault(b, [b])
        if first is not second:
            first += second
            group_of.update((number, first) for number in second)
    return [group for number, group in group_of.items() if group[0] == number]


def _candidate(entries: list[Entry], pairs: Sequence[tuple[Entry, Entry]], scores: Collection[float]) -> Candidate:
    entries.sort(key=_listing)
    shared = list(dict.fromkeys(name for a, b in pairs for name in _shared(a, b)))
    times = list(dict.fromkeys(str(entry.when) for entry in entries))
    time = f"all on {times[0]}" if len(times) == 1 else "overlapping: " + ", ".join(times)
    who = f"; both name {', '.join(shared)}" if shared else ""
    score = round(sum(scores) / len(scores), 2)
    return Candidate(entries=tuple(entries), score=score, reason=f"{_heads(entries)}; {time}{who}")


def _heads(entries: Iterable[Entry]) -> str:
    heads = dict.fromkeys(entry.event.lemma for entry in entries if entry.event is not None)
    return "/".join(f'"{head}"' for head in heads)
