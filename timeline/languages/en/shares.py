"""What of a coordination belongs to one of its times: "lays off 35 people in the spring and another 20 on 1 December"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.texts.syntax import Syntax, VerbGroup

JOINING = frozenset("and or but against versus".split())
_VERBAL = frozenset("RP TO VB VBN VBG EX VBD VBZ VBP MD".split())  # "lays | off", "there | were"
_MARKS = frozenset((".", ":", "''", "``"))
_UNTOLD = _MARKS | frozenset(("IN", "TO", "RB", "CC", "DT", ","))


def share(places: Sequence[int], own: frozenset[int], said: Syntax) -> tuple[int, ...]:
    """Of the words after a verb those that belong to the times at ``own``; all of them where nothing is coordinated.

    A second part stands for the first ("another 20 | people"), one without a noun of its own adds to it ("again | in May").
    """
    parts = list(_parts(places, said))
    holding = [number for number, part in enumerate(parts) if own.intersection(part)]
    if len(parts) < 2 or len(holding) != 1:
        return tuple(places)
    first, kept = parts[0], parts[holding[0]]
    if kept is first:
        return first
    told = [place for place in kept if place not in said.times and said.tags[place] not in _UNTOLD]
    if not any(said.tags[place][:2] in ("NN", "CD", "PR") or said.tags[place] == "$" for place in told):
        return (*_untimed(first, said), *kept)
    verbal = next((number for number, place in enumerate(first) if said.tags[place] not in _VERBAL), 0)
    after = kept.index(told[-1]) + 1
    return (*first[:verbal], *kept[:after], *_noun(first, told, said), *kept[after:])


def _parts(places: Sequence[int], said: Syntax) -> Iterator[tuple[int, ...]]:
    """The coordinated parts of some words, each with a time at its end, without the words between."""
    start = 0
    for number, place in enumerate(places):
        if _joins(place, said) and number > start and _ends_in_time(places[start:number], said):
            if _is_part(places[number + 1 :], said):
                yield tuple(places[start:number])
                start = number + 1
    yield tuple(places[start:])


def _joins(place: int, said: Syntax) -> bool:
    """Whether a part may begin behind a word: behind a comma one that begins with a noun ("3m in 2010, | 4m")."""
    begins = said.tags[place + 1 : place + 2] and said.tags[place + 1] in ("CD", "$", "NN", "NNS", "NNP", "DT")
    return said.words[place] in JOINING or (said.words[place] == "," and bool(begins) and place + 1 not in said.times)


def _ends_in_time(places: Sequence[int], said: Syntax) -> bool:
    last = places[-1] if said.words[places[-1]] != "," else places[-2] if len(places) > 1 else -1
    return last in said.times


def _is_part(places: Sequence[int], said: Syntax) -> bool:
    """Whether words lead up to a time, with no verb on the way."""
    heads = {group.head for group in said.groups}
    for number, place in enumerate(places):
        if place in said.times:
            return number > 0
        if place in heads or said.words[place] in (",", ";", ":", "(", "–"):
            return False
    return False


def _untimed(places: Sequence[int], said: Syntax) -> tuple[int, ...]:
    """Some words without their times and the prepositions that lead to them."""
    return tuple(
        place
        for place in places
        if place not in said.times and not (place + 1 in said.times and said.tags[place] in ("IN", "TO"))
    )


def _noun(first: Sequence[int], told: Sequence[int], said: Syntax) -> tuple[int, ...]:
    """The noun that a bare number of a later part leaves out, from the first part: "44 | falls"."""
    if said.tags[told[-1]] not in ("CD", "JJ") or any(said.tags[place][:2] == "NN" for place in told):
        return ()
    number = next((place for place in first if said.tags[place] == "CD" and place not in said.times), None)
    chunk = next((c for c in said.chunks if number is not None and c.first <= number < c.head), None)
    return () if chunk is None or number is None else tuple(range(number + 1, chunk.head + 1))


def gapped(group: VerbGroup, own: frozenset[int], said: Syntax) -> tuple[int, ...]:
    """The subject of a time whose verb is left out, and the verb that is meant: "Alice joined in 2019, | Bob | in 2021".

    Without the verb where that has an object, which may be what is replaced ("visited Rome in 1990, | Paris | in 1991").
    """
    time = min(own & said.times, default=0)
    joins = (place for place in range(time - 1, group.head, -1) if said.words[place] in (",", ";", "and"))
    join = next((place for place in joins if place - 1 in said.times), None)
    if join is None:
        return ()
    told = _untimed(range(join + 1, time), said)
    verbal = any(other.first in told for other in said.groups)
    noun = bool(told) and said.tags[told[0]] in ("NN", "NNS", "NNP", "NNPS", "DT", "PRP", "PRP$")
    if verbal or not (noun or (told and said.words[told[0]] in ("that", "those"))):
        return ()
    if not _untimed(range(group.head + 1, join), said):
        return (*told, *range(group.first, group.head + 1))
    return told if said.words[join] != "and" else ()
