"""The columns of a timeline as a table: their names, types and meanings, the same in every format, with a version."""

from __future__ import annotations

from attrs import frozen

SCHEMA_VERSION = 1  # goes up when a column is renamed, retyped or taken out; a new column at the end leaves it

TEXT, DAY, NUMBER, FLAG = "text", "day", "number", "flag"


@frozen
class Column:
    """One column: its name, the type of its cells, what it says, and whether a cell can be empty."""

    name: str
    type: str
    description: str
    empty: bool = True


COLUMNS = (
    Column("label", TEXT, "what happened, in words of the text", empty=False),
    Column("first_day", DAY, "the most likely first day; empty where open or outside the years 1 to 9999"),
    Column("last_day", DAY, "the most likely last day, included"),
    Column("first_ordinal", NUMBER, "the first day as a number, 1 for 1 January of the year 1; in any year"),
    Column("last_ordinal", NUMBER, "the last day as a number, included"),
    Column("start", TEXT, "the most likely start, ISO 8601, in any year"),
    Column("end", TEXT, "the most likely end, not included"),
    Column("earliest_start", TEXT, "the first bound of the start"),
    Column("latest_start", TEXT, "the last bound of the start"),
    Column("earliest_end", TEXT, "the first bound of the end, not included"),
    Column("latest_end", TEXT, "the last bound of the end, not included"),
    Column("edtf", TEXT, "the dates in EDTF (ISO 8601-2), both ends included, about as `~`"),
    Column("grain", TEXT, "how precisely it was told, from second to millennium"),
    Column("state", TEXT, "within, ongoing, lasting, repeating, inferred, unresolved or nothing", empty=False),
    Column("approximate", FLAG, "whether about, early or the like was said", empty=False),
    Column("duration", TEXT, "how long it lasts, ISO 8601"),
    Column("duration_mod", TEXT, "the TIMEX3 modifier of the duration"),
    Column("rrule", TEXT, "how it repeats, RFC 5545"),
    Column("factuality", TEXT, "asserted, reported, denied, negated, planned, possible, conditional or asked", empty=False),
    Column("attribution", TEXT, "who says so"),
    Column("participants", TEXT, "who takes part, joined by `; `", empty=False),
    Column("certain", FLAG, "false where a query found that the row only may answer it", empty=False),
    Column("inferred", FLAG, "whether the date follows from other dates", empty=False),
    Column("cancelled", FLAG, "whether it was called off", empty=False),
    Column("event", TEXT, "the head word of the event"),
    Column("event_start", NUMBER, "where it begins in the text, in code points"),
    Column("event_end", NUMBER, "where it ends, not included"),
    Column("expression", TEXT, "the words of the time"),
    Column("expression_start", NUMBER, "where they begin in the text, in code points"),
    Column("expression_end", NUMBER, "where they end, not included"),
    Column("timex_type", TEXT, "the TIMEX3 type of the words: DATE, TIME, DURATION or SET"),
    Column("timex_value", TEXT, "their TIMEX3 value"),
    Column("sentence", TEXT, "the sentence that says so", empty=False),
    Column("reason", TEXT, "how the date came about, or what it lacks"),
    Column("source", TEXT, "the id or URL of the article"),
)
NAMES = tuple(column.name for column in COLUMNS)
