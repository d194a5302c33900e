"""A timeline goes into JSON and comes back whole, or is refused with one clear error."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import samples
from timeline import (
    Duration,
    FormatError,
    Link,
    Moment,
    OptionError,
    Relation,
    TextError,
    Time,
    Timeline,
    When,
    extract,
    from_json,
    release,
    to_json,
    to_records,
)
from timeline.calendar.almanac import Grain
from timeline.export.json import MEANINGS
from timeline.grammar import meanings

SEEDS = Path(__file__).parent.parent / "seeds"


@given(samples.timelines())
def test_a_timeline_comes_back_equal(tl: Timeline) -> None:
    """Nothing is lost on the way to JSON and back."""
    assert from_json(to_json(tl)) == tl


@settings(max_examples=25)
@given(samples.timelines(), st.integers(0, 4))
def test_indented_json_says_the_same(tl: Timeline, indent: int) -> None:
    """Line breaks and indentation change nothing."""
    assert from_json(to_json(tl, indent=indent)) == tl


@settings(max_examples=25)
@given(samples.timelines())
def test_the_text_is_the_same_every_time(tl: Timeline) -> None:
    """What came back is written with the same characters."""
    assert to_json(from_json(to_json(tl))) == to_json(tl)


FACES = "\U0001f600 Ada met Bob on \U0001f600 Friday \U0001f600\U0001f600. They will meet from Monday to Thursday."


def units(text: str, first: int, last: int) -> str:
    """What a browser's ``text.slice(first, last)`` gives."""
    return text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le")


def test_offsets_for_browsers_point_at_the_words() -> None:
    """In units of UTF-16 every mention stands where its words stand, and the timeline comes back as it was."""
    tl = extract(FACES, anchor="2023-09-18")
    text = to_json(tl, offsets="utf16", text=FACES)
    stored = json.loads(text)
    parts = [part for time in stored["times"] for part in time.get("parts", ())]
    for mention in (*stored["times"], *stored["events"], *parts):
        assert units(FACES, mention["start"], mention["end"]) == mention["text"]
    assert stored["offsets"] == {"unit": "utf16", "wide": [place for place, char in enumerate(FACES) if ord(char) > 65535]}
    assert from_json(text) == tl


@settings(max_examples=40)
@given(samples.timelines(), st.text(alphabet="a\U0001f600\uffff", max_size=200))
def test_offsets_in_other_units_come_back_equal(tl: Timeline, text: str) -> None:
    """Whatever the text, nothing is lost."""
    tl = evolve(tl, text_hash="")
    assert from_json(to_json(tl, offsets="utf16", text=text)) == tl


def test_offsets_in_other_units_need_the_text() -> None:
    """Without it, with another one, or with several, nobody can count; and there are no other units."""
    tl = extract(FACES, anchor="2023-09-18", source="a")
    with pytest.raises(OptionError, match="needs text="):
        to_json(tl, offsets="utf16")
    with pytest.raises(OptionError, match="not the text"):
        to_json(tl, offsets="utf16", text=FACES + "x")
    with pytest.raises(OptionError, match="expected 'codepoints' or 'utf16'"):
        to_json(tl, offsets="utf8", text=FACES)  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="by_source"):
        to_json(tl | extract(FACES, anchor="2023-09-18", source="b"), offsets="utf16", text=FACES)


@pytest.mark.parametrize("told", [7, {"unit": "utf8", "wide": []}, {"unit": "utf16", "wide": [2, 1]}, {"unit": "utf16"}])
def test_a_file_with_strange_offsets_is_refused(told: Any) -> None:
    """Misread offsets would point at other words."""
    stored = json.loads(to_json(extract(FACES, anchor="2023-09-18")))
    with pytest.raises(FormatError, match="offsets"):
        from_json(json.dumps({**stored, "offsets": told}))


def test_a_file_names_what_wrote_it() -> None:
    """The release and its weights are told, and a file of another release reads the same."""
    stored = json.loads(to_json(Timeline(entries=())))
    assert stored["written_by"] == {"timeline": release.version(), "weights": release.weights()}
    other = {**stored, "written_by": {"timeline": "9.9.9", "weights": "00000000"}}
    assert from_json(json.dumps(other)) == Timeline(entries=())


@pytest.mark.parametrize("name", sorted(path.stem for path in SEEDS.glob("*.txt")))
def test_a_real_article_comes_back_equal(name: str) -> None:
    """What is extracted, with all its meanings, links and undated events, is written and read."""
    tl = extract((SEEDS / f"{name}.txt").read_text(encoding="utf-8"), anchor="2023-09-18", tz="Europe/Berlin")
    assert from_json(to_json(tl)) == tl


@pytest.mark.parametrize(
    "moment",
    [
        Moment.of(2023, 9, 18),
        Moment.of(2023, 9, 18, 15, 30, 5, offset=-14_400),
        Moment.of(2023, 9, 18, offset=0),
        Moment.of(-43, 3, 15),
        Moment.of(12_000, 1, 1),
        Moment.of(1890, 1, 1, 12, offset=1_172),
        Moment(10**18),
    ],
)
def test_a_moment_of_any_age_comes_back(moment: Moment) -> None:
    """Years before Christ, far futures and odd offsets are kept to the second."""
    tl = samples.timeline_of(anchor=moment)
    assert from_json(to_json(tl)).anchor == moment


def test_a_common_moment_is_written_as_people_write_it() -> None:
    """A day is a date, not a count of seconds."""
    assert json.loads(to_json(samples.seed_like()))["anchor"] == "2023-09-18"


def test_a_duration_is_written_in_its_units() -> None:
    """About three weeks stay three weeks, approximately."""
    tl = samples.timeline_of(samples.entry(duration=Duration.of(3, Grain.WEEK, "APPROX")))
    assert json.loads(to_json(tl))["entries"][0]["duration"] == {"amounts": [["week", 3]], "mod": "APPROX"}


def test_entries_share_their_mentions_again() -> None:
    """What was one mention for the timeline, a link and an entry is one again."""
    time, event = samples.mention("Monday"), samples.event("talks", 10)
    link = Link(time=time, event=event, relation=Relation.WITHIN, by="signal")
    row = samples.entry(time=time, event=event, links=(link,))
    tl = from_json(to_json(samples.timeline_of(row, times=(time,), events=(event,), links=(link,))))
    assert tl[0].time is tl.times[0] is tl.links[0].time is tl[0].links[0].time


def test_the_table_of_meanings_is_whole() -> None:
    """Every meaning there is can be written and read."""
    known = [cls for _, cls in inspect.getmembers(meanings, inspect.isclass) if issubclass(cls, meanings.Meaning)]
    assert set(MEANINGS) == set(known) - {meanings.Meaning}


def test_half_a_surrogate_pair_can_be_written_to_a_file() -> None:
    """A broken character of the text breaks no file."""
    tl = samples.timeline_of(samples.entry("talks \ud800"))
    assert from_json(to_json(tl).encode("utf-8").decode("utf-8")) == tl


def _document(change: Callable[[dict[str, Any]], object]) -> str:
    time = samples.mention("Monday", when=samples.TALKS, meaning=meanings.Date(weekday=0))
    document = json.loads(to_json(samples.timeline_of(samples.entry(time=time), times=(time,))))
    change(document)
    return json.dumps(document)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "cannot read the timeline"),
        ("{", "cannot read the timeline"),
        ("[]", '"format": "timeline"'),
        ("null", '"format": "timeline"'),
        ("NaN", "NaN is not JSON"),
        ('{"format": "other"}', '"format": "timeline"'),
        ('{"format": "timeline", "version": 99}', "version is 99, expected 1"),
        ('{"format": "timeline", "version": 1}', "it has no 'entries'"),
        ("[" * 100_000, "nested too deeply"),
        ("1" * 10_000, "cannot read the timeline"),
    ],
)
def test_what_is_no_timeline_is_refused(text: str, told: str) -> None:
    """Other JSON, and what is none, is refused with a reason."""
    with pytest.raises(FormatError, match=told):
        from_json(text)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d["entries"][0].update(label=5), r"entries\[0\].label: expected str, got 5"),
        (lambda d: d["entries"][0].update(certain=1), r"entries\[0\].certain: expected bool, got 1"),
        (lambda d: d["entries"][0].update(time=7), r"entries\[0\].time: expected the number of one of 1 times, got 7"),
        (lambda d: d["entries"][0].update(event=-1), r"entries\[0\].event: expected the number of one of 1 events"),
        (lambda d: d["entries"][0].update(colour="red"), r"entries\[0\]: there is no field 'colour'"),
        (lambda d: d["entries"][0].pop("label"), r"entries\[0\]: it has no 'label'"),
        (lambda d: d["entries"][0].update(factuality="true"), "factuality is 'true', expected one of asserted"),
        (lambda d: d["entries"][0].update(recurrence={"value": "P1W", "rule": "daily"}), "cannot repeat by 'daily'"),
        (lambda d: d["entries"][0].update(duration={"amounts": [["eon", 1]]}), "expected one of second, minute"),
        (
            lambda d: d["entries"][0].update(duration={"amounts": [["day", "1/0"]]}),
            "expected a whole number or a fraction",
        ),
        (lambda d: d["entries"][0].update(duration={"amounts": [["day"]]}), "expected 2 items, got 1"),
        (
            lambda d: d["entries"][0]["when"].update(earliest_start="soon"),
            "expected a date or date and time, got 'soon'",
        ),
        (lambda d: d["entries"][0]["when"].update(earliest_start="2023-12-31"), "bounds are out of order"),
        (lambda d: d["entries"][0]["when"].update(min_duration=10**30), "cannot read the timeline"),
        (lambda d: d["times"][0].update(start=-1), "there is no span from -1 to 6"),
        (lambda d: d["times"][0]["meaning"].update({"is": "Timeline"}), "there is no Meaning called 'Timeline'"),
        (lambda d: d["times"][0]["meaning"].update({"is": None}), "there is no Meaning called None"),
        (lambda d: d["times"][0].update(parts=[0]), r"times\[0\].parts\[0\]: expected an object, got 0"),
        (lambda d: d.update(times={}), "times: expected a list"),
        (lambda d: d.update(anchor=20230918), "anchor: expected a date or date and time, got 20230918"),
        (lambda d: d.update(conventions={"domain": "fiction"}), "domain is 'fiction'"),
        (lambda d: d["conventions"].update(part_hours={}), "conventions.part_hours: expected an object with the parts"),
        (lambda d: d.update(notes="none"), "notes: expected a list"),
    ],
)
def test_a_broken_timeline_is_refused(change: Callable[[dict[str, Any]], object], told: str) -> None:
    """The place and what would be right are told."""
    with pytest.raises(FormatError, match=told):
        from_json(_document(change))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(samples.timelines(), st.data())
def test_a_changed_value_is_read_or_refused(tl: Timeline, data: st.DataObject) -> None:
    """Whatever stands in place of a value, there is a timeline or a `FormatError`."""
    document = json.loads(to_json(tl))
    place, key = _places(document)[data.draw(st.integers(0, len(_places(document)) - 1))]
    place[key] = data.draw(json_values)
    try:
        changed = from_json(json.dumps(document))
    except FormatError:
        return
    assert isinstance(changed, Timeline)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every key of every object and list in a JSON value."""
    items = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [place for key, item in items for place in ((value, key), *_places(item))]


@given(st.text() | json_values.map(json.dumps))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Arbitrary text ends in a `FormatError`."""
    with pytest.raises(FormatError):
        from_json(text)


def test_what_is_no_text_is_a_type_error() -> None:
    """Bytes are not decoded by guess."""
    with pytest.raises(TextError, match="expected a JSON string, got bytes"):
        from_json(b"{}")  # type: ignore[arg-type]


# -- records -----------------------------------------------------------------------------------------------------------


def test_records_have_days_with_both_ends_included() -> None:
    """The days are those that are printed; the exclusive end stands beside them."""
    record = to_records(samples.timeline_of(samples.entry()))[0]
    assert [record[name] for name in ("first_day", "last_day", "start", "end", "edtf")] == [
        "2023-09-18",
        "2023-09-21",
        "2023-09-18",
        "2023-09-22",
        "2023-09-18/2023-09-21",
    ]


@settings(max_examples=25)
@given(samples.timelines())
def test_records_always_have_the_same_keys(tl: Timeline) -> None:
    """Rows make a table: the columns never depend on what was said."""
    keys = list(to_records(samples.timeline_of(samples.entry()))[0])
    assert all(list(record) == keys for record in to_records(tl))


@settings(max_examples=25)
@given(samples.timelines())
def test_records_are_flat(tl: Timeline) -> None:
    """Every cell is a string, a number, a truth value or nothing."""
    cells = [cell for record in to_records(tl) for cell in record.values()]
    assert all(cell is None or isinstance(cell, (str, int, bool)) for cell in cells)


def test_records_name_the_source_of_the_timeline() -> None:
    """An entry without a source of its own has that of the article."""
    assert to_records(samples.timeline_of(samples.entry()))[0]["source"] == "https://example.org/1"


def test_records_keep_dates_before_christ() -> None:
    """What no calendar day can say is still told in ISO 8601."""
    record = to_records(samples.timeline_of(samples.entry(when=When.read("-0043-03-15"))))[0]
    assert (record["first_day"], record["start"]) == (None, "-0043-03-15")


def test_records_have_no_end_where_none_is_known() -> None:
    """An open end is None, not a far date."""
    record = to_records(samples.timeline_of(samples.entry(when=When.read("2023-09-18/.."))))[0]
    assert (record["end"], record["edtf"]) == (None, "2023-09-18/..")


def test_a_record_of_an_unresolved_time_tells_why() -> None:
    """The reason takes the place of the date."""
    time: Time = samples.mention("3/4/2023", resolved=False, reason="ambiguous: date_order")
    record = to_records(samples.timeline_of(samples.entry(when=When(), time=time)))[0]
    assert (record["state"], record["reason"]) == ("unresolved", "ambiguous: date_order")


def test_a_selection_can_be_exported() -> None:
    """Entries that a query has picked keep their mentions in JSON."""
    tl = samples.seed_like()
    picked = evolve(tl, entries=tl.entries[:1])
    assert from_json(to_json(picked)) == picked
