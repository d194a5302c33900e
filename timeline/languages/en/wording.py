"""Words of a sentence put together as a label: without times, without loose ends, cut where a phrase ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from timeline.languages.en import verbs
from timeline.languages.en.negation import is_unlike
from timeline.languages.en.nouns import DETERMINERS
from timeline.texts.syntax import Syntax

# prepositions that belong to the verb before them, since the time behind them takes none: "signed on | this morning"
PARTICLES = frozenset(
    (before, first)
    for before in ("on", "in", "at", "off", "up", "over", "to")
    for first in ("last", "next", "yesterday", "today", "tomorrow", "tonight")
) | {("on", "this"), ("up", "this"), ("over", "this")}
SLACK = 8  # what a label may be longer before it is cut
_GLUED = frozenset((",", ".", ";", ":", ")", "?", "!", "'s", "n't", "%"))
_LOOSE_ENDS = frozenset("IN TO DT CC PRP$ WDT WP WRB PDT".split())
_LOOSE_MARKS = frozenset((",", ".", ";", ":", "|", "–", "-", "—", "("))
_HOLDING = frozenset(("(", ")", '"', ":", ";"))  # marks that nothing may be left behind, or between
_LOOSE_STARTS = frozenset("and or but nor however then also so".split())
_EXTREMES = frozenset("record strong weak poor good bad difficult busy best worst disappointing solid".split())
_DISTANT = frozenset("early late soon far recently long".split())  # "as early as | Thursday"
_PORTIONS = frozenset("most much all part rest half remainder".split())  # "most of | 1959"
_POINTING = frozenset("no this that these those all both".split())  # determiners that can stand for a noun
_LIMITING = frozenset("only just even early late shortly".split())  # before a time that is left out
_PRESENT = frozenset(("is", "are"))  # "parents' evenings | are | on 27 March"
_OPENING = frozenset("IN TO DT JJ RB".split())
_CUTS = frozenset("IN TO CC WDT WP WRB".split())


@frozen
class Wording:
    """A sentence, the token numbers that its labels leave out, and those of the times that a label is to tell of."""

    said: Syntax
    dropped: frozenset[int]
    own: frozenset[int] = frozenset()


def worded(places: Sequence[int], wording: Wording) -> str:
    """The words at some places as text, each told once, without what is left out and without loose ends."""
    said, places = wording.said, tuple(dict.fromkeys(places))
    kept = _without_empty(_without_times(places, wording), said)
    while kept and (said.tokens[kept[0]].form in _LOOSE_MARKS or said.words[kept[0]] in _LOOSE_STARTS):
        kept.pop(0)
    if len(kept) > 2 and said.words[kept[0]] == "to" and said.tags[kept[1]][:2] != "VB":
        kept.pop(0)  # "to | shareholders of record"
    while len(kept) > 1 and _is_loose(kept[-1], places, wording):
        kept.pop()
    return _spaced(kept, wording)


def _without_empty(kept: list[int], said: Syntax) -> list[int]:
    """Some places without brackets and quotation marks that nothing stands between any more."""
    if _HOLDING.isdisjoint([said.words[place] for place in kept]):
        return kept
    kept = [p for p, before in zip(kept, (None, *kept)) if not _stands_in_quotes(p, before, kept, said)]
    pairs = {("(", ")"), ('"', '"')}
    empty = {p for a, b in zip(kept, kept[1:]) if (said.words[a], said.words[b]) in pairs for p in (a, b)}
    # "Life drawing: | Thursday |, Guildhall"
    empty |= {a for a, b in zip(kept, kept[1:]) if (said.words[a], said.words[b]) == (",", "(")}
    empty |= {a for a, b in zip(kept, kept[1:]) if (said.words[a], said.words[b]) == (",", ":")}  # "Update, | 9:30 |: .."
    empty |= set(_unpaired(kept, said))
    empty |= {b for a, b in zip(kept, kept[1:]) if said.words[a] in (":", ";", "(") and said.words[b] == ","}
    return [place for place in kept if place not in empty]


def _stands_in_quotes(place: int, before: int | None, kept: Sequence[int], said: Syntax) -> bool:
    """Whether a full stop or comma is all that is left of a quotation: 'home "| within days |."'."""
    opens = before is not None and said.words[before] == '"' and sum(said.words[p] == '"' for p in kept if p < place) % 2
    return bool(opens) and said.words[place] in (".", ",")


def _unpaired(kept: Sequence[int], said: Syntax) -> Iterator[int]:
    """The brackets that are not closed, or were not opened."""
    opened: list[int] = []
    for place in kept:
        if said.words[place] == "(":
            opened.append(place)
        elif said.words[place] == ")" and opened:
            opened.pop()
        elif said.words[place] == ")":
            yield place
    yield from opened


def _is_loose(place: int, places: Sequence[int], wording: Wording) -> bool:
    """Whether a last word leaves its phrase open; a particle that ends its sentence does not ("were called in")."""
    said = wording.said
    if said.words[place] in _LOOSE_MARKS or is_unlike(said, place):
        return True
    if _is_particle(place, said):
        return False
    late = place - 1 in said.times and place - 1 not in wording.dropped  # "three hours late | on Tuesday"
    if place + 1 in wording.dropped and ((said.words[place] in _LIMITING and not late) or said.words[place] in _PRESENT):
        return True
    last = place + 1 >= len(said.words) or (place + 1 not in said.times and not said.words[place + 1][0].isalnum())
    whole = place == places[-1] and last
    return (
        said.tags[place] in _LOOSE_ENDS
        and said.words[place] not in _POINTING
        and not (whole and said.tags[place] == "IN")
    )


def _without_times(places: Sequence[int], wording: Wording) -> list[int]:
    """The places that stay: times go, with a preposition or comma that only led to them."""
    said, dropped = wording.said, wording.dropped
    between = (p for p in places if said.tags[p] == "CC" and p - 1 in dropped and p + 1 in dropped)
    dropped = dropped.union(between)  # "closed today | and | tomorrow"
    kept: list[int] = []
    for number, place in enumerate(places):
        if place not in dropped:
            kept.append(place)
            continue
        following = next((p for p in places[number + 1 :] if p not in dropped), None)
        owner = following is not None and said.tokens[following - 1].form == "'s" and said.tags[following][0] in "VM"
        if place - 1 not in dropped and (owner or _needs(place, following, said)):
            dropped = dropped - set(_run(place, dropped))
            kept.append(place)
            continue
        while kept and kept[-1] == place - 1 and _leads_to(kept[-1], following, said) and not _is_particle(place - 1, said):
            kept.pop()
        if len(kept) > 3 and said.words[kept[-2]] == "as" and said.words[kept[-1]] in _DISTANT:
            del kept[-2:]  # "as early as | Thursday"
        elif len(kept) > 1 and said.words[kept[-1]] == "as" and said.tokens[place].form.lower() in _DISTANT:
            kept.pop()  # "as | recently as last month"
        if number and said.words[places[number - 1]] == "of" and kept and said.words[kept[-1]] in _PORTIONS:
            kept.pop()  # "missed | most of 1959"
            while kept and said.tags[kept[-1]] in ("DT", "IN"):
                kept.pop()  # "was closed | for the rest of 1959"
    return kept


def _run(place: int, dropped: frozenset[int]) -> Iterator[int]:
    while place in dropped:
        yield place
        place += 1


def _needs(place: int, following: int | None, said: Syntax) -> bool:
    """Whether a phrase is no phrase without a time: "not | before June", "has | until May to appeal", "a record | quarter"."""
    if place == 0:
        return following is not None and said.tags[following] in ("VBD", "VBZ") and said.lemmas[following] == "be"
    before, noun = said.words[place - 1], following is not None and said.tags[following][:2] == "NN"
    if said.lemmas[place - 1] == "have" and following is not None and said.words[following] == "to":
        return True
    if said.tags[place - 1] == "CC" and following is not None and said.tags[place - 2 : place - 1] == ("NNP",):
        return said.tags[following][:2] in ("VB", "MD")  # "May and | June were the wettest months"
    if is_unlike(said, place - 1):
        return False
    if before in verbs.NEGATIONS or before in ("beginning", "starting", "ending"):
        return True
    return before in _EXTREMES and place in said.times and not noun


def _leads_to(place: int, following: int | None, said: Syntax) -> bool:
    """Whether a word before a time goes with it: a preposition, or a comma that another follows."""
    if said.words[place] == ",":
        return following is None or said.words[following] == ","
    pointing = said.words[place] in ("this", "that", "the") and place + 1 in said.times
    if is_unlike(said, place):
        return True
    if said.tags[place] not in ("IN", "TO") and not pointing:
        return False
    return following is None or said.tags[following] not in ("NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH")


def _is_particle(place: int, said: Syntax) -> bool:
    """Whether a preposition belongs to the verb before it, since another one follows: "had gone | on | for seven weeks"."""
    tags = said.tags[place - 1 : place + 2]
    if place and place + 1 in said.times and tags[0][:2] == "VB":
        return (said.words[place], said.tokens[place + 1].form.lower()) in PARTICLES
    verb = place - 2 if tags[:1] == ("RB",) else place - 1  # "is | still | on for Friday"
    return tags[1:] == ("IN", "IN") and said.tags[verb][:2] == "VB" and place + 1 not in said.times


def _spaced(kept: Sequence[int], wording: Wording) -> str:
    """The words with the blanks they have in the sentence."""
    said = wording.said
    pieces: list[str] = []
    quotes = sum(said.words[place] == '"' for place in kept)
    last = -1
    for place in kept:
        form = said.tokens[place].form
        if form == '"' and quotes % 2:
            continue  # a quotation is shown whole or without its marks
        if place == 0 and pieces and said.tags[0] not in ("NNP", "NNPS") and form != "I":
            form = form[0].lower() + form[1:]
        owned = place - 1 in wording.dropped and said.tokens[place - 1].form == "'s" and last != place - 1
        if pieces and not (said.tokens[place].glued and last == place - 1) and form not in _GLUED:
            pieces.append(" ")
        if owned and (last < 0 or said.words[last] not in DETERMINERS):
            pieces.append("the ")
        pieces.append(form)
        last = place
    return " ".join("".join(pieces).split())


@frozen(kw_only=True)
class Parts:
    """What a label is made of, by token number: a subject, a verb (or a noun), what follows; a lead with a colon first."""

    lead: tuple[int, ...] = ()
    subject: tuple[int, ...] = ()
    verb: tuple[int, ...] = ()
    rest: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """All of it."""
        return (*self.lead, *self.subject, *self.verb, *self.rest)


def fitted(parts: Parts, must: int, wording: Wording, limit: int) -> str:
    """A label of at most ``limit`` characters, cut at the end of a phrase where it must be; the word at ``must`` stays.

    What follows the verb is cut first, the subject after it; a label without the word at ``must`` begins with its phrase.
    """
    if parts.lead:
        lead = worded(parts.lead, wording)
        rest = evolve(parts, lead=())
        must = must if must in rest.places else min(rest.places, default=must)
        return f"{lead}: {fitted(rest, must, wording, max(limit - len(lead) - 2, limit // 3))}"
    whole = worded(parts.places, wording)
    if len(whole) <= limit + SLACK:
        return whole
    cut = _shortened((*parts.subject, *parts.verb), parts.rest, must, wording, limit)
    for end in range(len(parts.subject) - 1, 0, -1):
        if cut:
            break
        if must not in parts.subject[end:] and _is_cut(parts.subject, end, wording.said):
            cut = _shortened((*parts.subject[:end], *parts.verb), parts.rest, must, wording, limit)
    for start in range(len(parts.rest)):
        if cut or parts.rest[start] > must:
            break
        if _is_cut(parts.rest, start, wording.said):
            cut = _shortened((), parts.rest[start:], must, wording, limit)
    return cut or whole[: whole.rfind(" ", 0, limit)] + "…"


def _shortened(head: Sequence[int], rest: Sequence[int], must: int, wording: Wording, limit: int) -> str | None:
    """Some words with as many of the phrases after them as there is room for, None where there is not enough."""
    for end in range(len(rest), -1, -1):
        if end < len(rest) and not _is_cut(rest, end, wording.said):
            continue
        kept = (*head, *rest[:end])
        if not kept or must not in kept:
            break
        text = worded(kept, wording)
        if len(text) < limit:
            return text + ("…" if end < len(rest) else "")
    return None


def _is_cut(places: Sequence[int], number: int, said: Syntax) -> bool:
    """Whether a phrase begins at a place, outside quotations."""
    place = places[number]
    opens = said.tags[place] in _CUTS or any(group.first == place for group in said.groups)
    if said.words[place] == "of" or not (opens or said.words[place] in (",", ";", '"')):
        return False
    before = said.tags[place - 1] if place else ""
    inside = place in said.times and place - 1 in said.times
    quoted = sum(said.words[p] == '"' for p in places[:number]) % 2
    return not inside and not quoted and before not in _OPENING


def participants(places: Sequence[int], said: Syntax) -> tuple[str, ...]:
    """The names among some words: runs of proper nouns."""
    names: list[list[int]] = []
    for place in places:
        hyphen = said.words[place] == "-" and said.tokens[place].glued and bool(names) and names[-1][-1] == place - 1
        if not hyphen and (said.tags[place] not in ("NNP", "NNPS") or not said.tokens[place].form[0].isupper()):
            continue
        if place in said.times:
            continue
        if names and names[-1][-1] == place - 1:
            names[-1].append(place)
        else:
            names.append([place])
    whole = Wording(said, frozenset())
    return tuple(dict.fromkeys(_spaced(name, whole) for name in names))
