"""Sentences that tell of the past alone, as their words show at a glance, without an analysis.

Half the sentences of news that hold a bare weekday or month do.  A past stands in them ("said", "was", "met"), and no word
that could look ahead: no "will" or "would", no "to" behind what plans, no verb of things that are set beforehand.
Telling that takes a look at each word; tagging a sentence and finding the event of its time takes a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.languages.en import verbs
from timeline.texts.document import Token


def _forms(lemmas: Iterable[str], *tags: str) -> frozenset[str]:
    """The forms of some verbs that can have one of some tags, with the lemmas themselves."""
    wanted = frozenset(lemmas)
    return wanted | {form for form, has in verbs.FORMS.items() for tag in tags if has.get(tag) in wanted}


# Pasts that are no participles, and next to never anything else.
PASTS = frozenset(
    """
    was were did had said told arose became began blew broke came chose drew drove fell flew forbade forgot forgave froze
    gave got grew knew overtook overthrew ran rode rose sang sank shook shrank spoke stole swore threw took tore
    underwent undertook went withdrew woke wore wrote
    """.split()
)
_SHORT = _forms(verbs.SET_FOR | verbs.AWAITED | verbs.CALLED_OFF, "VBN") | _forms(verbs.SCHEDULED, "VBG")
# Pasts that may be participles, which tell of the past too: "the accord signed on Friday".
_PARTICIPLES = (
    frozenset(form for form, tags in verbs.FORMS.items() if "VBD" in tags and not tags.keys() & {"VB", "VBZ"})
    - _SHORT
    - frozenset("based born found left limited saw united".split())
)
_PRONOUNS = frozenset("he she it they we i you who which that".split())
_NOUN_OPENERS = frozenset("the a an this that these those his her its their our my your no any of".split())
# Words after which a participle is an adjective, or goes with a verb that may look ahead.
_NO_SUBJECTS = _NOUN_OPENERS | frozenset("more very most so be been being get getting to and or as not".split())
# Words that look ahead, or may.
_AHEAD = (
    verbs.MODALS - {"may"}  # the month as well
    | _forms(("schedule", "plan", "postpone", "reschedule"), "VBZ", "VBD", "VBN", "VBG")
    | frozenset(
        "if unless please let lets tomorrow tonight upcoming next due payable effective maturing expiring soon".split()
    )
)
_IS = frozenset("is are am 'm 're".split())
_OPEN = frozenset("on at in for to".split())  # "the concert is | on Friday"
_PLANNING = _forms(verbs.PLANNING, "VBZ", "VBD", "VBN", "VBG") | verbs.PROSPECTIVE | _IS | {"has", "have", "'ve", "'s"}
_TIMETABLE = _forms(verbs.SCHEDULED, "VBP", "VBZ")  # "the court meets on Friday"
_NOUN_OPENERS_OR_TO = _NOUN_OPENERS | {"to", "'s"}
_PRESENTS = frozenset(form for form, tags in verbs.FORMS.items() if "VBZ" in tags or "VB" in tags) - PASTS
_BASES = frozenset(form for form, tags in verbs.FORMS.items() if "VB" in tags)  # first in a sentence: "Submit your orders"
_LIMITS = frozenset("by until till to before since".split())  # right before a time: it may lie apart from what is told
_REACH = 2  # words before a time in which a present puts it in a timetable: "which reopens on Friday"

_EITHER = PASTS | _PARTICIPLES
_DOUBTFUL = _TIMETABLE | _IS | {"to", "may", "'s", "that", "be"}
_MANDATING = _forms(verbs.MANDATING, "VBZ", "VBD", "VBN", "VBG") | verbs.MANDATES
_BOOKED = _forms(verbs.BOOKING, "VBD", "VBN") | {"warning", "warnings", "forecast", "plans", "tickets"}
_MOVED = _forms(("move", "postpone", "reschedule", "shift", "push", "defer", "put"), "VBD", "VBN")
_GIVEN_UP = _MOVED | _forms(verbs.CALLED_OFF, "VBN")
_PERFECT = frozenset(("has", "have", "'ve"))
# Without one of these words a sentence has no reporting verb.
REPORTING = _forms(verbs.REPORTING | {"inform", "indicate", "cite", "quote"}, "VBZ", "VBD", "VBN", "VBG")
# Without one of these words nothing is said to end.
ENDED = _forms(verbs.ENDING, "VBZ", "VBD", "VBN", "VBG")


def glance(tokens: Sequence[Token], words: Sequence[str], first: int) -> str | None:
    """The word nearest before a time, by its first token, that shows it to be past; None where that takes more than a glance.

    >>> from timeline.texts.document import tokenize
    >>> from timeline.texts.stops import Orthography
    >>> def past(text: str) -> str | None:
    ...     tokens = tokenize(text, 0, len(text), Orthography())
    ...     words = [token.form.lower() for token in tokens]
    ...     return glance(tokens, words, words.index("friday"))
    >>> past("Talks broke down on Friday, the minister said."), past("He said they would meet on Friday.")
    ('broke', None)
    """
    if not _PERFECT.isdisjoint(words) and not _GIVEN_UP.isdisjoint(words):
        return None  # "the game on Friday has been cancelled"
    if not _AHEAD.isdisjoint(words) or words[0] in _BASES or _may_be_apart(words, first):
        return None
    if not _DOUBTFUL.isdisjoint(words) and any(
        _is_ahead(tokens, words, place, first) for place, word in enumerate(words) if word in _DOUBTFUL
    ):
        return None
    known = _EITHER if _IS.isdisjoint(words) else PASTS  # what "is closed" is so now
    pasts = [p for p, word in enumerate(words) if word in known and _is_past(words, p) and not _is_aside(words, p, first)]
    pasts = [p for p in pasts if p < first or (p > first and tokens[p].form != "Sat")]  # "on sat night"
    shown = [place for place in pasts if place < first][-1:] or pasts[:1]
    if shown and not _APART.isdisjoint(words[shown[0] : first]):
        return None  # "the printers rang: | proofs reach us on Friday"
    return tokens[shown[0]].form if shown else None


def _is_past(words: Sequence[str], place: int) -> bool:
    """Whether a word that can be a past is one, and no adjective."""
    before = words[place - 1] if place else ""
    return words[place] in PASTS or (before not in _NO_SUBJECTS and before[:1].isalpha())


def _is_aside(words: Sequence[str], place: int, first: int) -> bool:
    """Whether a past stands in a clause about a noun that is closed before the time: ", who last won in August, travel"."""
    if "," not in words[place + 1 : first]:
        return False
    opened = [p for p in range(place) if words[p] in _RELATIVE and p and words[p - 1] == ","]
    return bool(opened) and "," not in words[opened[-1] : place]


_APART = frozenset((":", ";"))
_RELATIVE = frozenset("who which whose whom where".split())


def _is_ahead(tokens: Sequence[Token], words: Sequence[str], place: int, first: int) -> bool:
    """Whether a word that may look ahead does so among its neighbours."""
    word, before, after = words[place], words[place - 1] if place else "", words[place + 1 : place + 2]
    if word in _IS:
        return place + 1 == first or not _OPEN.isdisjoint(after) or not _SHORT.isdisjoint(words)
    if word == "'s":
        return not _SHORT.isdisjoint(words)  # "'s leaving"
    if word == "to":
        return before in _PLANNING or (place > 0 and tokens[place - 1].form[0].isupper())
    if word == "that":
        return before in _MANDATING  # "proposed that the fair be held"
    if word == "be":
        return before != "to"
    if word == "may":
        return tokens[place].form == word
    return before not in _NOUN_OPENERS_OR_TO


def _may_be_apart(words: Sequence[str], first: int) -> bool:
    """Whether the words right before a time may part it from what is told: "by Friday", "which reopens on Friday"."""
    if first and (words[first - 1] in _LIMITS or (words[first - 1] == "of" and words[first - 2] == "ahead")):
        return True
    set_for = first and words[first - 1] in ("for", "from") and not (_BOOKED | _MOVED).isdisjoint(words[:first])
    if set_for and (PASTS - REPORTING).isdisjoint(words[first:]):
        return True
    for place in range(max(0, first - _REACH), first):
        word = words[place]
        if word in verbs.ONLY_VERBS or word in _IS:
            return True
        if place and word in _PRESENTS and words[place - 1] in _PRONOUNS:
            return True
    return False
