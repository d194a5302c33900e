"""What a calendar knows an event by: UIDs that stay the same while an article is corrected."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence

from timeline.entries.entry import Entry
from timeline.export.ical.plain import encodable


def uids(entries: Sequence[Entry], names: Sequence[str], corrected: frozenset[str] = frozenset()) -> list[str]:
    """The UIDs of entries, whose articles have these names: numbered among equals in the order of the text.

    A UID is a UUID of version 5 (RFC 9562) out of the article's name, the head word, the time words and the number, and of
    nothing that a correction changes: no date, no offset, no figure, and no word of ``corrected``, such as "friday".

    >>> row = Entry(label="talks")
    >>> len(set(uids([row, row], ["a", "a"])))
    2
    """
    made = [""] * len(entries)
    seen: Counter[tuple[str, str, str]] = Counter()
    for number in sorted(range(len(entries)), key=lambda number: _in_text(entries[number])):
        key = (names[number], *_identity(entries[number], corrected))
        seen[key] += 1
        space = uuid.uuid5(uuid.NAMESPACE_URL, encodable(key[0]))
        made[number] = str(uuid.uuid5(space, encodable("\n".join((*key[1:], str(seen[key]))))))
    return made


def _in_text(entry: Entry) -> tuple[int, int]:
    return entry.place, entry.time.start if entry.time is not None else 0


def _identity(entry: Entry, corrected: frozenset[str]) -> tuple[str, str]:
    """What an entry is known by over the revisions of an article: its head word and time words, never a number."""
    said = entry.time.text if entry.time is not None else ""
    head = entry.event.lemma if entry.event is not None else entry.label
    words = (word for word in _wordy(said).split() if _bare(word) not in corrected)
    return _wordy(head), " ".join(words)


def _wordy(text: str) -> str:
    return " ".join(word for word in text.casefold().split() if not any(character.isdigit() for character in word))


def _bare(word: str) -> str:
    """A word without the marks at its ends, and an abbreviation without its full stops: "march," is march, "p.m." pm."""
    return word.strip(",;:()").replace(".", "")
