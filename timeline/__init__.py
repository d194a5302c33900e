"""What happened when, in order: text and its date in, a timeline to query out."""

from timeline.conventions import Conventions
from timeline.entry import Entry
from timeline.errors import (
    AmbiguousError,
    AnchorError,
    ExportError,
    FormatError,
    LanguageError,
    MissingError,
    OptionError,
    PeriodError,
    TextError,
    TimelineError,
    ZoneError,
)
from timeline.model import Timeline
from timeline.records import Event, Link, Relation, Signal, Time
from timeline.values import Duration, Moment, Recurrence, When

__all__ = [
    "AmbiguousError",
    "AnchorError",
    "Conventions",
    "Duration",
    "Entry",
    "Event",
    "ExportError",
    "FormatError",
    "LanguageError",
    "Link",
    "MissingError",
    "Moment",
    "OptionError",
    "PeriodError",
    "Recurrence",
    "Relation",
    "Signal",
    "TextError",
    "Time",
    "Timeline",
    "TimelineError",
    "When",
    "ZoneError",
]
