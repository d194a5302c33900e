"""What becomes of annotated documents that are written as TimeML, read, and written again.

    python benchmarks/timeml_roundtrip.py ../shared/bench

Each annotated document is rendered as TimeML, with every attribute that its line has.  Then it is checked that

- a document written, inline and with the tags behind the text, reads back equal: texts, tags, places, attributes, links;
- the line made of what was read is the line of the corpus, so that nothing was lost on the way there either;
- what was read and written again is the same to the byte;
- its timeline, written as TimeML and read, is equal to itself in all its times, events, links and rows.

Documents are counted, never shown, so the unseen ones count too.  Exits with 1 when one does not survive.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from timeline import Timeline, TimemlDocument, from_timeml, read_timeml, to_timeml, write_timeml
from timeline.export.timeml.document import Section, Tag

Line = Mapping[str, Any]
CORPORA = ("timebank", "aquaint")
PLACE = ("start", "end", "text")
INSTANCE = ("eiid", "tense", "aspect", "polarity", "modality", "pos")
LINKS = {"slinks": "SLINK", "alinks": "ALINK"}


def as_timeml(line: Line) -> TimemlDocument:
    """A line of a corpus as a TimeML document; what is None there is no attribute here."""
    creation = {"tid": line["dct_tid"], "type": "DATE", "value": line["dct"], "functionInDocument": "CREATION_TIME"}
    sections = [Section("DOCID", line["id"])]
    sections.append(Section("DCT", line["dct_text"], [Tag("TIMEX3", creation, 0, len(line["dct_text"]))]))
    if line["title"] is not None:
        sections.append(Section("TITLE", line["title"]))
    tags = [_tag("TIMEX3", timex) for timex in line["timexes"]]
    tags += [_tag("EVENT", {name: event[name] for name in (*PLACE, "eid", "class")}) for event in line["events"]]
    tags += [_tag("SIGNAL", signal) for signal in line["signals"]]
    sections.append(Section("TEXT", line["text"], tags))
    links = [tag for event in line["events"] for tag in _instances(event)]
    links += [_tlink(link) for link in line["tlinks"]]
    links += [Tag(name, _attributes(link)) for key, name in LINKS.items() for link in line[key]]
    return TimemlDocument(sections, links)


def _attributes(record: Line) -> dict[str, str]:
    return {name: value for name, value in record.items() if value is not None and name not in PLACE}


def _tag(name: str, record: Line) -> Tag:
    return Tag(name, _attributes(record), record["start"], record["end"])


def _instances(event: Line) -> Iterable[Tag]:
    for instance in event.get("instances", (event,)):
        attributes = _attributes({name: instance[name] for name in INSTANCE})
        yield Tag("MAKEINSTANCE", {"eventID": event["eid"], **attributes})


def _tlink(link: Line) -> Tag:
    source = "timeID" if link["source_eid"] is None else "eventInstanceID"
    target = "relatedToTime" if link["target_eid"] is None else "relatedToEventInstance"
    ends = {source: link["source"], target: link["target"], "origin": link["origin"]}
    return Tag("TLINK", _attributes({"lid": link["lid"], "relType": link["relType"], **ends}))


def as_line(document: TimemlDocument) -> dict[str, Any]:
    """A TimeML document in the form of the corpora, for comparing: the inverse of `as_timeml`."""
    parts = {section.name: section for section in document.sections}
    creation = document.created
    assert creation is not None
    placed = {name: [tag for tag in document.tags if tag.name == name] for name in ("TIMEX3", "EVENT", "SIGNAL")}
    links: dict[str, list[Mapping[str, str]]] = {}
    for tag in document.links:
        links.setdefault(tag.name, []).append(tag.attributes)
    return {
        "id": document.ident,
        "dct": creation.get("value"),
        "dct_tid": creation.get("tid"),
        "dct_text": parts["DCT"].text,
        "title": parts["TITLE"].text if "TITLE" in parts else None,
        "text": document.text,
        **{name: [_record(tag, document.text) for tag in tags] for name, tags in placed.items()},
        **{name: [dict(link) for link in found] for name, found in links.items()},
    }


def _record(tag: Tag, text: str) -> dict[str, Any]:
    return {**tag.attributes, "start": tag.start, "end": tag.end, "text": text[tag.start : tag.end]}


def told(line: Line) -> dict[str, Any]:
    """What a line of a corpus says, in the form that `as_line` gives; links in the names of TimeML."""
    ordered = {
        name: sorted(({k: v for k, v in record.items() if v is not None} for record in line[key]), key=_by_place)
        for name, key in (("TIMEX3", "timexes"), ("SIGNAL", "signals"))
    }
    events = [{name: event[name] for name in (*PLACE, "eid", "class")} for event in line["events"]]
    links = {
        "MAKEINSTANCE": [dict(tag.attributes) for event in line["events"] for tag in _instances(event)],
        "TLINK": [dict(_tlink(link).attributes) for link in line["tlinks"]],
        **{name: [_attributes(link) for link in line[key]] for key, name in LINKS.items()},
    }
    plain = {name: line[name] for name in ("id", "dct", "dct_tid", "dct_text", "title", "text")}
    links = {name: found for name, found in links.items() if found}
    return {**plain, **ordered, "EVENT": sorted(events, key=_by_place), **links}


def _by_place(record: Line) -> tuple[int, int]:
    return record["start"], -record["end"]


def lost(line: Line, counts: Counter[str]) -> list[str]:
    """What of a document does not survive, in words; and what it has, counted."""
    document = as_timeml(line)
    written = write_timeml(document)
    read = read_timeml(written)
    checks = {
        "reads back equal": read == document,
        "reads back equal with its tags behind the text": read_timeml(write_timeml(document, inline=False)) == document,
        "says what the line says": as_line(read) == told(line),
        "is written again to the byte": write_timeml(read) == written,
        "has a timeline that survives": _survives(from_timeml(read), line["text"], counts),
    }
    counts.update(documents=1, characters=len(line["text"]))
    for tag in (*document.tags, *document.links):
        counts[tag.name] += 1
        counts["attributes"] += len(tag.attributes)
    return [check for check, holds in checks.items() if not holds]


def _survives(tl: Timeline, text: str, counts: Counter[str]) -> bool:
    counts["times of timelines"] += len(tl.times)
    counts["times of timelines, resolved"] += sum(time.resolved for time in tl.times)
    counts["links of timelines"] += len(tl.links)
    counts["rows of timelines"] += len(tl)
    return from_timeml(to_timeml(tl, text)) == tl


def main() -> int:
    """Run the command line; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    failed = 0
    for corpus in CORPORA:
        counts: Counter[str] = Counter()
        for text in (parser.parse_args().bench / "data" / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines():
            line = json.loads(text)
            for check in lost(line, counts):
                failed += 1
                print(f"{corpus} {line['id']}: not so: it {check}")
        print(f"{corpus}: " + ", ".join(f"{count:,} {name}" for name, count in counts.items()))
    print("every document survives" if not failed else f"{failed} checks failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
