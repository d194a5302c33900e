"""Whole articles, each beside the timeline that a careful reader gets from it; adding one is adding two files.

``seeds/NAME.txt`` is the article, ``seeds/NAME.json`` what to expect:

- ``anchor`` (null: none is given) and ``source``; ``tz``, ``language`` and ``domain`` where they are not the usual ones;
- ``entries``: every row in the order of the listing, and no other.  A row may leave a field out that it does not settle:
  ``event`` its head word (null: a time without an event), ``label_has`` words of the label, ``expression`` the words of the
  time, ``signal`` the word that ties it to the event, ``value`` and ``mod`` as TIMEX3 has them (a range: an EDTF interval),
  ``edtf`` the row's own dates, ``state`` the word printed beside them, ``duration``, ``rrule``, ``factuality``, and
  ``reason_has`` a word of the reason why it has no date;
- ``groups``: the titles of the dated rows in groups, each of which certainly began before the next, within which nobody knows;
- ``holds``: a relation, two rows by title, and whether it holds: yes, no or maybe;
- ``queries``: queries with the titles of the rows that answer them, in order;
- ``absent``: what a hasty reader would take for a time or a date: a phrase must not be mentioned, a date not be listed.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

import timeline
from timeline.asking.table import state
from timeline.calendar import edtf

SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = tuple(sorted(path.stem for path in SEEDS.glob("*.txt")))

# Known misses: "article: event or expression", "article: order" or "article: nothing else" -> why.
# Each is a strict expected failure, so one that begins to pass must be taken out.
MISSES: MappingProxyType[str, str] = MappingProxyType({})

ARTICLE_FIELDS = frozenset("anchor source tz language domain entries groups holds queries absent".split())
ROW_FIELDS = frozenset(
    "event label_has expression signal value mod edtf state duration rrule factuality reason_has".split(),
)
STATES = frozenset(("", "within", "ongoing", "lasting", "repeating", "unresolved"))

Row = dict[str, Any]


def article(name: str) -> str:
    return (SEEDS / f"{name}.txt").read_text(encoding="utf-8")


@functools.cache
def expected(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((SEEDS / f"{name}.json").read_text(encoding="utf-8"))
    return read


@functools.cache
def extracted(name: str) -> timeline.Timeline:
    said = expected(name)
    options: dict[str, Any] = {key: said[key] for key in ("source", "tz", "language") if key in said}
    if "domain" in said:
        options["conventions"] = timeline.Conventions(domain=said["domain"])
    return timeline.extract(article(name), anchor=said["anchor"], **options)


def title(row: Row) -> str:
    return str(row.get("event") or row["expression"])


def case(name: str, what: str, *values: object) -> Any:
    key = f"{name}: {what}"
    reason = MISSES.get(key)
    marks = [] if reason is None else [pytest.mark.xfail(reason=reason, strict=True)]
    return pytest.param(name, *values, id=key, marks=marks)


ROWS = [case(name, title(row), row) for name in NAMES for row in expected(name)["entries"]]


def plain(text: str) -> str:
    """Words as they are compared: without line breaks and typographic quotes, in one case."""
    return " ".join(text.replace("’", "'").split()).casefold()


def answers(entry: timeline.Entry, row: Row) -> bool:
    """Whether an entry is the one that a row is about: the same event, dated by the same words."""
    if "event" in row and (entry.event.text if entry.event else None) != row["event"]:
        return False
    if "expression" in row and (entry.time is None or plain(entry.time.text) != plain(row["expression"])):
        return False
    return "event" in row or all(plain(words) in plain(entry.label) for words in row["label_has"])


def got(entry: timeline.Entry, row: Row) -> Row:
    """What an entry says in the fields that a row settles."""
    time = entry.time
    fields: Row = {
        "event": None if entry.event is None else entry.event.text,
        "label_has": [words for words in row["label_has"] if plain(words) in plain(entry.label)] or entry.label,
        "expression": time and plain(time.text),
        "signal": time and time.signal and time.signal.text.casefold(),
        "value": time and time.value,
        "mod": time and time.mod,
        "edtf": str(entry.when),
        "state": state(entry),
        "duration": entry.duration and str(entry.duration),
        "rrule": entry.recurrence and entry.recurrence.rule,
        "factuality": entry.factuality,
        "reason_has": (
            row.get("reason_has") if time and row.get("reason_has", "") in time.reason else time and time.reason
        ),
    }
    return {key: fields[key] for key in row}


def lowered(row: Row) -> Row:
    return {key: plain(value) if key in ("expression", "signal") else value for key, value in row.items()}


def test_every_known_miss_is_a_case() -> None:
    """A miss that names no case would be forgotten."""
    checks = ("nothing else", "order", "traps", "labels")
    cases = {f"{name}: {check}" for name in NAMES for check in checks}
    cases |= {f"{name}: {title(row)}" for name in NAMES for row in expected(name)["entries"]}
    assert set(MISSES) <= cases


def test_there_are_seeds() -> None:
    """The articles are where the tests look for them, each with its expected timeline."""
    assert NAMES and all((SEEDS / f"{name}.json").exists() for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_an_expected_timeline_is_well_formed(name: str) -> None:
    """A misspelt field or word would make an expectation that no timeline can meet, or that any can."""
    said, text = expected(name), plain(article(name))
    assert set(said) <= ARTICLE_FIELDS and {"anchor", "source", "entries", "absent"} <= set(said)
    for row in said["entries"]:
        assert set(row) <= ROW_FIELDS and {"label_has", "edtf", "state"} <= set(row), row
        assert row["label_has"] and row["state"] in STATES, row
        assert plain(row.get("expression", "")) in text and plain(row.get("signal", "")) in text, row
        assert all(word in text for words in row["label_has"] for word in plain(words).split()), row
        assert bool(row["edtf"]) == (row["state"] in ("", "within", "ongoing")), row
    assert len({title(row) for row in said["entries"]}) == len(said["entries"]), "two rows have one title"


@pytest.mark.parametrize("name", NAMES)
def test_expected_rows_stand_in_order_of_their_start(name: str) -> None:
    """The expected rows are listed as a timeline lists them: by start, those without a date last."""
    dates = [row["edtf"] for row in expected(name)["entries"]]
    # the start of an approximate stretch is its middle, which comes after its earliest start
    starts = [edtf.read(date).start for date in dates if date and "~" not in date]
    assert starts == sorted(starts, key=lambda start: start or 0)
    assert dates == [date for date in dates if date] + [date for date in dates if not date]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_a_row_is_what_a_careful_reader_gets(name: str, row: Row) -> None:
    """The event that the text tells stands on the timeline with its own time, and as sure as the text says."""
    tl = extracted(name)
    found = [entry for entry in tl if answers(entry, row)]
    assert len(found) == 1, f"{len(found)} rows answer to {title(row)!r} in\n{tl}"
    said, wanted = got(found[0], row), lowered(row)
    assert {key: (said[key], wanted[key]) for key in row if said[key] != wanted[key]} == {}


@pytest.mark.parametrize("name", [case(name, "nothing else") for name in NAMES])
def test_no_other_row_stands_beside(name: str) -> None:
    """What the text does not date is not on its timeline."""
    rows = expected(name)["entries"]
    others = [entry for entry in extracted(name) if not any(answers(entry, row) for row in rows)]
    assert [f"{entry.when} {entry.label} ({entry.time and entry.time.text})" for entry in others] == []


@pytest.mark.parametrize("name", [case(name, "order") for name in NAMES])
def test_rows_are_listed_in_the_expected_order(name: str) -> None:
    """The rows come in order of start, then of end, then of their place in the text."""
    rows = expected(name)["entries"]
    listed = [next((title(row) for row in rows if answers(entry, row)), None) for entry in extracted(name)]
    assert [name for name in listed if name is not None] == [title(row) for row in rows]


def titled(name: str, entries: Iterable[timeline.Entry]) -> list[str | None]:
    rows = expected(name)["entries"]
    return [next((title(row) for row in rows if answers(entry, row)), None) for entry in entries]


def by_title(name: str, wanted: str) -> timeline.Entry:
    tl = extracted(name)
    return next(entry for entry, found in zip(tl, titled(name, tl), strict=True) if found == wanted)


def listed(field: str) -> list[Any]:
    return [pytest.param(name, item, id=f"{name}: {item}") for name in NAMES for item in expected(name).get(field, ())]


@pytest.mark.parametrize("name", [name for name in NAMES if "groups" in expected(name)])
def test_what_nobody_can_tell_apart_stands_in_one_group(name: str) -> None:
    """A group certainly began before the next one."""
    assert [titled(name, group) for group in extracted(name).order] == expected(name)["groups"]


@pytest.mark.parametrize(("name", "item"), listed("holds"))
def test_a_relation_holds_as_far_as_the_article_tells(name: str, item: list[str]) -> None:
    """Yes or no where the text leaves no doubt, else maybe."""
    relation, first, second, answer = item
    assert extracted(name).holds(relation, by_title(name, first), by_title(name, second)) == answer


@pytest.mark.parametrize(("name", "query"), listed("queries"))
def test_a_query_has_the_expected_answers(name: str, query: str) -> None:
    """All rows that answer it, in order, and no other."""
    assert titled(name, extracted(name).query(query)) == expected(name)["queries"][query]


@pytest.mark.parametrize("name", [case(name, "traps") for name in NAMES])
def test_a_hasty_readers_times_are_absent(name: str) -> None:
    """No word that only looks like a time is taken for one, and no row has the date of a wrong reading."""
    tl = extracted(name)
    phrases = {plain(time.text) for time in tl.times}
    dates = [f"{entry.when} {entry.time.value if entry.time else ''}" for entry in tl]
    for trap in expected(name)["absent"]:
        assert plain(trap) not in phrases
        assert not any(trap in date for date in dates), trap


@pytest.mark.parametrize("name", NAMES)
def test_every_mention_is_a_slice_of_the_article(name: str) -> None:
    """Spans are offsets into the text that the caller gave."""
    text, tl = article(name), extracted(name)
    spans = [(mention.start, mention.end, mention.text) for mention in tl.times]
    spans += [(mention.start, mention.end, mention.text) for mention in tl.events]
    assert [span for span in spans if text[span[0] : span[1]] != span[2]] == []


@pytest.mark.parametrize("name", [case(name, "labels") for name in NAMES])
def test_a_label_does_not_repeat_the_time(name: str) -> None:
    """The time stands in its own column, not in the label too."""
    labels = [(entry.label, entry.time.text) for entry in extracted(name) if entry.time is not None]
    assert [pair for pair in labels if plain(pair[1]) in plain(pair[0])] == []
