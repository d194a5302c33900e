"""Full stops: which of them end a sentence, by what a language pack tells about them."""

from __future__ import annotations

import re

from attrs import frozen

from timeline.texts.letters import MailWords


@frozen
class Orthography:
    """What a language pack tells about full stops and letters: abbreviations, words that open a sentence after one, the
    words around quoted letters, the letter that makes a decade of a year, what firms are called by behind their name, the
    halves of the day, what can follow one in its time, and what leads to a time."""

    abbreviations: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    mail: MailWords | None = None
    decade: str | None = None
    suffixes: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    behind_halves: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()


_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+\Z|\d+\Z")
_MONEY = re.compile(r"[$£€¥]\d[\d,.]*(?:[kmKM]|bn)\Z")
_LOCAL = re.compile(r"\s*(?:\w+\s){1,2}time\b")  # "7 p.m. New York time"
_DASH = re.compile(r"[^\S\n]+[-–—]+[^\S\n]+(?P<next>\w+)")  # "9 a.m. - 6 p.m.", "Mon. – Fri."
_OPENER = re.compile(r"\s+[\"'“‘(\[`*_]*(?P<next>\w+)")


def ends_sentence(view: str, start: int, stop: re.Match[str], end: int, spelling: Orthography) -> bool:
    """Whether a stop, found in a stretch that begins at ``start`` and stops at ``end``, ends a sentence."""
    opener = _OPENER.match(view, stop.end(), end)
    if opener is None:
        dash = _DASH.match(view, stop.end(), end)
        joined = dash is not None and _goes_on(dash["next"], spelling)
        return not (joined and _is_short(view, max(start, stop.start() - 24), stop, spelling))
    if opener["next"][0].islower():
        return False
    if stop[0] != ".":
        return True
    word = _LAST_WORD.search(view, max(start, stop.start() - 24), stop.start())
    if word is None:
        return True
    form = word[0].lower()
    if _MONEY.search(view, max(start, stop.start() - 16), stop.start()):
        return True  # "for $5m. The council agreed": no initial
    if "." in form:  # U.S., p.m.: a name may follow, so only a word that opens sentences tells
        local = _LOCAL.match(view, stop.end(), end) is not None
        told = view[max(start, stop.start() - REACH) : stop.start()]
        anew = form in spelling.halves and not local and _begins_anew(told, opener["next"], spelling)
        return anew or opener["next"] in spelling.openers
    if len(form) == 1 and form.isalpha():  # an initial, unless it makes a decade of a year: the 1840s
        return form == spelling.decade and view[word.start() - 1 : word.start()] == "0"
    if form in spelling.suffixes:  # behind the name of a firm, which may go on: "Acme Inc. Chairman Lee"
        return opener["next"] in spelling.openers
    return form not in spelling.abbreviations


def _goes_on(word: str, spelling: Orthography) -> bool:
    """Whether a word behind a dash can be the end of a range: a figure, a weekday, a month; "noon", for it is small."""
    return not word[0].isupper() or word.lower() in spelling.behind_halves


def _is_short(view: str, start: int, stop: re.Match[str], spelling: Orthography) -> bool:
    """Whether a full stop is that of an abbreviation or of half a day, which a range goes on from."""
    word = _LAST_WORD.search(view, start, stop.start())
    return stop[0] == "." and word is not None and word[0].lower() in spelling.abbreviations | spelling.halves


REACH = 200  # characters before "p.m." that tell whether they are more than a time


def _begins_anew(said: str, word: str, spelling: Orthography) -> bool:
    """Whether a sentence begins behind "p.m.": not inside a time ("7 p.m. Tuesday", "3:32 p.m. (2032 GMT)"), nor behind a
    mere time ("On 5 May at 7 p.m. Smith said")."""
    inside = word.lower() in spelling.behind_halves or not word[0].isupper()
    return not inside and any(w not in spelling.leads for w in re.findall(r"\b[^\W\d_]{2,}", said) if w.islower())
