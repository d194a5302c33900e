"""What an entry can be, beside when it was: the predicates behind the properties of a timeline and the words of its query
language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.entries.entry import FACTUALITIES, Entry
from timeline.errors import OptionError

Predicate = Callable[[Entry], bool]
CLASSES = ("OCCURRENCE", "STATE", "REPORTING", "ASPECTUAL", "PERCEPTION", "I_ACTION", "I_STATE")


def is_unresolved(entry: Entry) -> bool:
    """Whether an entry has a time that could not be dated, and no length or repetition instead."""
    timeless = entry.dated or entry.duration is not None or entry.recurrence is not None
    return not timeless and bool(entry.times) and not entry.is_reference


def is_undated(entry: Entry) -> bool:
    """Whether an entry is an event that no time dates.

    >>> is_undated(Entry(label="talks"))
    True
    """
    return not entry.dated and not entry.times


KINDS: Mapping[str, Predicate] = MappingProxyType(
    {
        "planned": lambda entry: entry.factuality == "planned",
        "negated": lambda entry: entry.factuality in ("negated", "denied"),
        "ongoing": lambda entry: entry.when.ongoing,
        "durations": lambda entry: entry.duration is not None,
        "recurring": lambda entry: entry.recurrence is not None,
        "unresolved": is_unresolved,
        "undated": is_undated,
        "references": lambda entry: entry.is_reference,
    }
)


def of_class(name: str) -> Predicate:
    """Whether an entry's event has a TimeML class; `OptionError` for a name that is none."""
    wanted = name.upper() if isinstance(name, str) else name
    if wanted not in CLASSES:
        raise OptionError(f"there is no event class {name!r}, expected one of {', '.join(CLASSES)}")
    return lambda entry: entry.event is not None and entry.event.class_ == wanted


def of_factuality(name: str) -> Predicate:
    """Whether an entry is asserted, reported, denied and so on; `OptionError` for a name that is none."""
    wanted = name.lower() if isinstance(name, str) else name
    if wanted not in FACTUALITIES:
        raise OptionError(f"there is no factuality {name!r}, expected one of {', '.join(FACTUALITIES)}")
    return lambda entry: entry.factuality == wanted


def from_source(source: str) -> Predicate:
    """Whether an entry is told by an article."""
    return lambda entry: entry.source == source


def mentioning(word: str) -> Predicate:
    """Whether an entry's label, event or time holds a word, in any case; `OptionError` for what is no word."""
    if not isinstance(word, str) or not word.strip():
        raise OptionError(f"expected a word, got {word!r}")
    wanted = word.casefold()

    def holds(entry: Entry) -> bool:
        said = (entry.label, *(time.text for time in entry.times), entry.event.lemma if entry.event else "")
        return any(wanted in text.casefold() for text in said)

    return holds
