"""Writes what the library says today of the articles whose results a patch release must not change.

    python tools/store_results.py            # rewrites tests/stored/results.tsv
    python tools/store_results.py --check    # shows what differs, and exits with 1 when anything does

The articles are those in ``seeds/`` and the open ones of the entry score in ``tests/articles`` (not those in ``held``).
A line is a row of a default timeline: the article, its dates, its label, and a hash of all that a user can store of it (TIMEX3
value and modifier, state, factuality, who says it).  The last line of an article is a hash of the ids of its calendar.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from icalendar import Calendar

import timeline
from timeline import Conventions, Entry, Timeline

ROOT = Path(__file__).resolve().parent.parent
STORED = ROOT / "tests" / "stored" / "results.tsv"
FOLDERS = ("seeds", "tests/articles", "tests/articles/more", "tests/articles/later")


def lines() -> Iterator[str]:
    """The lines of the file."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.txt")):
            tl, name = read(path), f"{folder}/{path.stem}"
            yield from ("\t".join((name, str(entry.when), entry.label, seal(entry))) for entry in tl)
            yield "\t".join((name, "", "calendar", ids(tl)))


def read(path: Path) -> Timeline:
    """The default timeline of an article, under the anchor and the options that stand beside it."""
    said = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    options = {key: said[key] for key in ("source", "tz", "language") if key in said}
    conventions = Conventions(domain=said["domain"]) if "domain" in said else Conventions()
    text = path.read_text(encoding="utf-8")
    return timeline.extract(text, anchor=said["anchor"], conventions=conventions, **options)


def seal(entry: Entry) -> str:
    """A hash of what a user can store of a row, beside its dates and its label."""
    time = entry.time
    value = None if time is None else (time.text, time.type, time.value, time.mod, time.quant, time.freq)
    rule = entry.recurrence and entry.recurrence.rule
    kept = (value, str(entry.duration), rule, entry.when.window, entry.when.ongoing, entry.factuality, entry.attribution)
    return digest((*kept, entry.cancelled))


def ids(tl: Timeline) -> str:
    """A hash of the ids of the events in a calendar of the timeline."""
    calendar = Calendar.from_ical(timeline.to_ical(tl, include="windows", empty=True))
    return digest([str(event["UID"]) for event in calendar.walk("VEVENT")])


def digest(value: object) -> str:
    """Eight hexadecimal digits of a value as it prints."""
    return hashlib.sha256(repr(value).encode("utf-8")).hexdigest()[:8]


def difference() -> list[str]:
    """What differs between the stored lines and those of today, as lines of a unified diff without its heading."""
    stored = STORED.read_text(encoding="utf-8").splitlines() if STORED.exists() else []
    return list(difflib.unified_diff(stored, list(lines()), lineterm="", n=0))[2:]


def main(arguments: Sequence[str]) -> int:
    """Rewrites the file, or checks it; the exit code."""
    if "--check" in arguments:
        changed = difference()
        print("\n".join(changed))
        return 1 if changed else 0
    STORED.write_text("\n".join(lines()) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
