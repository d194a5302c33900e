"""Tables of the documentation that show one time in each notation: TIMEX3, EDTF, iCalendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from icalendar import Calendar
from markdown_tables import code, table

import timeline
from timeline import Entry, ExportError, Timeline

ANCHOR = "2023-09-18"
SAID = (
    "They met on Friday.",
    "They met on 5 May 2023 at 3 p.m.",
    "They met on 5 May 2023 at 3 p.m. GMT.",
    "They met over the weekend.",
    "The fair will run from Monday to Thursday.",
    "They met in May.",
    "They met in early September.",
    "He returned earlier this year.",
    "They met last summer.",
    "They met in the third quarter.",
    "They lived there in the 1990s.",
    "They lived there in the 18th century.",
    "He has not been seen for about three weeks.",
    "They have talked since Friday.",
    "He will pay by Friday.",
    "He left before Friday.",
    "They talked for more than two years.",
    "They met last night.",
    "They meet every Monday at 9 a.m.",
    "They meet twice a week.",
    "They met on 3/4/2023.",
    "Caesar died in 44 BC.",
    "They have quarrelled in recent years.",
)


def rows() -> Iterator[Sequence[str]]:
    """A row for each sentence: what was said, and the same in each notation."""
    for said in SAID:
        tl = timeline.extract(said, anchor=ANCHOR)
        entry = tl[0] if len(tl) else tl.references[0]
        yield code(said), timex(entry), code(str(entry.when)) if entry.dated else "–", calendar(tl, entry)


def timex(entry: Entry) -> str:
    """Type, value and modifiers of an entry's time, as TIMEX3 attributes."""
    time = entry.time
    if time is None:
        return "–"
    more = {"mod": time.mod, "quant": time.quant, "freq": time.freq}
    written = [f'{name}="{value}"' for name, value in (("type", time.type), ("value", time.value), *more.items()) if value]
    return code(" ".join(written))


def calendar(tl: Timeline, entry: Entry) -> str:
    """The lines of an entry in a calendar, or why it is in none."""
    try:
        event = Calendar.from_ical(timeline.to_ical(tl, include="windows")).walk("VEVENT")[0]
    except ExportError:
        left = timeline.ical_report(tl, include="windows").skipped
        return f"none: {left[0].reason}" if left else "none: it has no date"
    lines = event.to_ical().decode().replace("\r\n ", "").splitlines()
    kept = [line for line in lines if line.startswith(("DTSTART", "DTEND", "RRULE", "STATUS"))]
    return "<br>".join(map(code, kept))


def notations() -> str:
    """The table: what was said, TIMEX3, EDTF, iCalendar."""
    return table(("said on Monday 18 September 2023", "TIMEX3", "EDTF", "iCalendar"), rows())
