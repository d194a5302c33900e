"""What happened when, in order: text and its date in, a timeline to query out."""

from timeline.articles import Article
from timeline.asking.difference import Difference
from timeline.asking.order import Order
from timeline.calendar.allen import AllenRelation
from timeline.calendar.conventions import Conventions
from timeline.calendar.durations import Duration
from timeline.calendar.values import Moment, Recurrence, When
from timeline.entries.entry import Entry
from timeline.entries.records import Event, Link, Relation, Signal, Time
from timeline.errors import (
    AmbiguousError,
    AnchorError,
    ExportError,
    ExtraError,
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
from timeline.export.frames import arrow_schema, to_arrow, to_pandas, to_parquet, to_polars
from timeline.export.ical import IcalReport, ical_report, to_ical
from timeline.export.json import from_json, to_json
from timeline.export.page.html import to_html, to_svg
from timeline.export.page.timelinejs import to_timelinejs
from timeline.export.records import to_records
from timeline.export.schema import json_schema
from timeline.export.tables import to_csv, to_markdown
from timeline.export.timeml import from_timeml, to_timeml
from timeline.export.timeml.document import TimemlDocument
from timeline.export.timeml.reading import read_timeml
from timeline.export.timeml.writing import write_timeml
from timeline.extractor import Extractor, extract, resolve, times
from timeline.inference.coreference import Candidate, Conflict
from timeline.model import Timeline

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
    "ExtraError",
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
    "TimemlDocument",
    "When",
    "ZoneError",
    "arrow_schema",
    "extract",
    "from_json",
    "from_timeml",
    "ical_report",
    "json_schema",
    "read_timeml",
    "resolve",
    "times",
    "to_arrow",
    "to_csv",
    "to_html",
    "to_ical",
    "to_json",
    "to_markdown",
    "to_pandas",
    "to_parquet",
    "to_polars",
    "to_records",
    "to_svg",
    "to_timelinejs",
    "to_timeml",
    "write_timeml",
]
