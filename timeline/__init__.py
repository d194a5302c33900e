"""What happened when, in order: text and its date in, a timeline to query out."""

from timeline.allen import AllenRelation
from timeline.articles import Article
from timeline.conventions import Conventions
from timeline.coreference import Candidate, Conflict
from timeline.difference import Difference
from timeline.durations import Duration
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
    QueryError,
    TextError,
    TimelineError,
    ZoneError,
)
from timeline.export.ical import IcalReport, ical_report, to_ical
from timeline.export.json import from_json, to_json
from timeline.export.records import to_records
from timeline.export.schema import json_schema
from timeline.extractor import Extractor, extract, resolve, times
from timeline.model import Timeline
from timeline.order import Order
from timeline.records import Event, Link, Relation, Signal, Time
from timeline.values import Moment, Recurrence, When

__all__ = [
    "AllenRelation",
    "AmbiguousError",
    "AnchorError",
    "Article",
    "Candidate",
    "Conflict",
    "Conventions",
    "Difference",
    "Duration",
    "Entry",
    "Event",
    "ExportError",
    "Extractor",
    "FormatError",
    "IcalReport",
    "LanguageError",
    "Link",
    "MissingError",
    "Moment",
    "OptionError",
    "Order",
    "PeriodError",
    "QueryError",
    "Recurrence",
    "Relation",
    "Signal",
    "TextError",
    "Time",
    "Timeline",
    "TimelineError",
    "When",
    "ZoneError",
    "extract",
    "from_json",
    "ical_report",
    "json_schema",
    "resolve",
    "times",
    "to_ical",
    "to_json",
    "to_records",
]
