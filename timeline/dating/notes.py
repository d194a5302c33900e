"""What a text says about itself: datelines, "Updated ..", the zone of its times, the order of its dates, its language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.calendar.almanac import DAY_SECONDS, Grain
from timeline.calendar.values import Moment
from timeline.calendar.zones import NAMES
from timeline.entries.records import Time
from timeline.languages.pack import Pack
from timeline.linking.mentions import Mention, ReadSentence
from timeline.texts.document import Document

FEW_FUNCTION_WORDS = 0.1  # of all words; English texts have three or four times that share, others next to none
MANY_TAGS = 5
LINE_WORDS = 12  # what is longer and has no full stop is no mere line of a list
_STOPS = frozenset((".", "!", "?"))


def is_dateline(read: ReadSentence, mention: Mention) -> bool:
    """Whether a time belongs to the place and date that open a report: "HARTFORD, Conn., May 2 -", "LONDON (Reuters),
    3 May –"."""
    if read.sentence.kind != "prose" or mention.first == 0 or mention.first > 8:
        return False
    before = read.tokens[: mention.first]
    opened = before[0].form.isupper() and len(before[0].form) > 2
    named = all(not token.form[0].isalpha() or token.form[0].isupper() for token in before)
    behind = _over_agency([word for word in read.words[mention.last + 1 :] if word != ","])
    following = next((word for word in behind if word not in (")", "(")), "")
    return opened and named and following in ("-", "–", "—", "reuters", "ap", "afp")


def _over_agency(behind: Sequence[str]) -> Sequence[str]:
    """The words behind an agency in brackets or strokes: "March 14 (Interstate Press) | -- A second worker"."""
    closer = {"(": ")", "/": "/"}.get(behind[0], "") if behind else ""
    end = next((place for place, word in enumerate(behind[1:AGENCY_WORDS], 1) if word == closer), 0)
    return behind[end + 1 :] if end else behind


AGENCY_WORDS = 8


RELEASE_WORDS = 6  # "PRESS NOTICE - for release on Tuesday": so many words at its head tell when a document may be published


def is_note(read: ReadSentence, pack: Pack) -> bool:
    """Whether a line tells of the document: "Updated 5 May 2023", "© 2023 The Paper"."""
    words = [word for word in read.words[:3] if word[0].isalpha() or word == "©"]
    if not read.mentions or not words:
        return False
    first = read.mentions[0].first
    released = any(read.words[place : place + 2] in pack.signals.releases for place in range(min(first, RELEASE_WORDS)))
    return released or (words[0] in pack.signals.document and first <= 5)


def is_call(read: ReadSentence, pack: Pack) -> bool:
    """Whether a line of a log begins with a mere greeting or cry, and tells what happened after it, if at all: "14.12 Oh dear.
    Vane is out"."""
    if read.stamp is None or len(read.mentions) != 1:
        return False
    said = [word for word in read.words[read.mentions[0].last + 1 :] if word[0].isalnum() or word[0] == "'"]
    return bool(said) and (pack.signals.calls | pack.signals.greetings).issuperset(said)


def is_greeting(read: ReadSentence, pack: Pack) -> bool:
    """Whether a line of a log greets, so that its time is that of nothing told after it: "11:45 Hello. 168 riders have"."""
    return not pack.signals.greetings.isdisjoint(read.words)


def may_tell_zone(read: ReadSentence, pack: Pack) -> bool:
    """Whether a sentence has a word that the zone of all times can follow; so it is kept for dating again."""
    return not pack.signals.zoned.isdisjoint(read.words)


def told_zone(read: ReadSentence, pack: Pack) -> str | None:
    """The zone that a sentence says for all its times: "all times UTC", "(times in EST)"."""
    if not may_tell_zone(read, pack):
        return None
    place = next(place for place, word in enumerate(read.words) if word in pack.signals.zoned)
    after = read.tokens[place + 1 :]
    return next((t.form for t in after[:4] if t.form.lower() in NAMES and t.form.isupper()), None)


_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d\d)")


def told_order(document: Document, sentences: Sequence[ReadSentence]) -> str | None:
    """The order of numeric dates that the unambiguous ones in the text show, None when they show none or both."""
    orders = set()
    for read in sentences:
        for mention in read.mentions:
            for match in _NUMERIC.finditer(document.view, read.tokens[mention.first].start, read.tokens[mention.last].end):
                if int(match[1]) > 12:
                    orders.add("DMY")
                elif int(match[2]) > 12:
                    orders.add("MDY")
    return orders.pop() if len(orders) == 1 else None


def about_document(times: Sequence[Time], anchor: Moment | None) -> tuple[str, ...]:
    """The notes of the times that tell of the document itself, and how far they contradict the anchor, which holds."""
    return tuple(f'about the document: "{_on_one_line(time)}" is {time.value}{_misfit(time, anchor)}' for time in times)


def _misfit(time: Time, anchor: Moment | None) -> str:
    """What to add to the note of a day that is not the anchor's, nor the day before or after."""
    start = None if time.when is None or time.when.grain > Grain.DAY else time.when.start
    if anchor is None or start is None or abs(start.day - anchor.day) <= 1:
        return ""
    return f", but the anchor given is {Moment(anchor.day * DAY_SECONDS)}, which holds"


def about_quotes(times: Sequence[Time], undated: int) -> tuple[str, ...]:
    """The notes of letters that are quoted: the days they were written on, and how many tell none."""
    dated = [f'a quoted letter counts from its own day: "{_on_one_line(time)}" is {time.value}' for time in times]
    if undated:
        dated.append(f"{undated} quoted without a day of their own: what would count from it stays unresolved")
    return tuple(dated)


def about_minutes(meeting: Moment | None) -> tuple[str, ...]:
    """The note of minutes: the day of the meeting, from which what they say is counted."""
    return () if meeting is None else (f"minutes count from the day of their meeting, {Moment(meeting.day * DAY_SECONDS)}",)


def _on_one_line(time: Time) -> str:
    return " ".join(time.text.split())


def about_text(document: Document, sentences: Sequence[ReadSentence], pack: Pack) -> tuple[str, ...]:
    """What the reader should know before trusting any of it: another language, HTML that was read as plain text."""
    found = []
    # lines of a list do without function words in any language; the words of a time are those of the language
    told = [read for read in sentences if read.words and (read.words[-1] in _STOPS or len(read.words) > LINE_WORDS)]
    words = [word for read in told for word in read.words if word[0].isalpha()]
    timed = [(read, place) for read in told for place in read.time_places if read.words[place][0].isalpha()]
    known = sum(map(pack.function_words.__contains__, words))
    known += sum(read.words[place] not in pack.function_words for read, place in timed)
    if len(words) >= 10 and known < FEW_FUNCTION_WORDS * len(words):
        found.append(f"the text does not look like the language {pack.code!r}: few of its words are known")
    if document.offsets is None and len(_TAG.findall(document.view)) >= MANY_TAGS:
        found.append('the text holds HTML tags; markup="html" reads what they show')
    if _FILE.fullmatch(document.view):
        found.append("the text is the name of a file; give extract what the file holds")
    if _ADDRESS.fullmatch(document.view):
        found.append("the text is a web address; give extract what the page holds, nothing is ever fetched")
    return tuple(found)


_FILE = re.compile(r"\s*\S{1,200}\.(?:txt|html?|md|rst|eml|pdf|docx?)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S{1,2000}\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?: [^<>]{0,200})?>", re.IGNORECASE)
