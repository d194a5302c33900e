"""The scripts that write predictions: their format, on small documents of our own."""

from __future__ import annotations

import datetime
import doctest
import importlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import timeline
from timeline import Duration, Entry, Event, Link, Moment, Recurrence, Relation, Time, Timeline, When
from timeline.calendar.almanac import Grain

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
MODULES = (
    *("accuracy", "entries", "event_time", "figures", "gold", "mismatches"),
    *("predict", "prediction", "queries", "splits", "timelines", "timeml_roundtrip"),
)
MONDAY = Moment.of(2023, 9, 18)
TEXT = "The fair ran from Friday to Sunday. It reopens every May for two days."


@pytest.fixture(autouse=True)
def _scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts import each other by their bare names, as they do when they are run."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield
    for name in MODULES:
        sys.modules.pop(name, None)


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


def day(number: int, month: int = 9) -> Moment:
    return Moment.of(2023, month, number)


def time(text: str, type_: str = "DATE", value: str = "2023-09-15", **more: Any) -> Time:
    start = TEXT.index(text)
    return Time(start=start, end=start + len(text), text=text, type=type_, value=value, reason="", **more)


def event(text: str, **more: Any) -> Event:
    start = TEXT.index(text)
    return Event(start=start, end=start + len(text), text=text, lemma=text, group_start=start, group_end=start, **more)


FRIDAY = time("Friday", when=When.filling(day(15), day(16)))
SUNDAY = time("Sunday", value="2023-09-17", when=When.filling(day(17), day(18)))
RANGE = time("Friday to Sunday", value="2023-09-15/2023-09-17", parts=(FRIDAY, SUNDAY))
TWO_DAYS = time("two days", "DURATION", "P2D", duration=Duration.of(2, Grain.DAY))
MAYS = time(
    "every May", "SET", "XXXX-05", quant="EVERY", recurrence=Recurrence(value="XXXX-05", rule="FREQ=YEARLY;BYMONTH=5")
)
RAN, REOPENS = event("ran", class_="OCCURRENCE", tense="PAST", pos="VERB"), event("reopens")


def example(**changes: Any) -> Timeline:
    """The timeline of the example text, by hand."""
    fields: dict[str, Any] = {
        "entries": (Entry(label="the fair ran", event=RAN, time=RANGE, when=When.filling(day(15), day(18))),),
        "hidden": (Entry(label="it reopens", event=REOPENS),),
        "times": (RANGE, MAYS, TWO_DAYS),
        "events": (RAN, REOPENS),
        "links": (Link(time=RANGE, event=RAN, relation=Relation.EXTENT, by="signal"),),
        "anchor": MONDAY,
    }
    return Timeline(**{**fields, **changes})


def test_a_range_gives_its_two_ends_each_with_its_own_interval() -> None:
    """The scorers know no ranges: two timexes stand for one."""
    timexes = module("prediction").prediction("d1", example())["timexes"]
    assert [(TEXT[t["start"] : t["end"]], t["value"], t["interval"]) for t in timexes[:2]] == [
        ("Friday", "2023-09-15", ("2023-09-15", "2023-09-16")),
        ("Sunday", "2023-09-17", ("2023-09-17", "2023-09-18")),
    ]


def test_durations_and_sets_have_no_interval_but_their_own_fields() -> None:
    """A length is an ISO duration, a recurrence a rule."""
    timexes = module("prediction").prediction("d1", example())["timexes"]
    found = {TEXT[t["start"] : t["end"]]: t for t in timexes}
    assert found["two days"]["interval"] is found["every May"]["interval"] is None
    assert found["two days"]["duration"] == "P2D"
    assert (found["every May"]["quant"], found["every May"]["rrule"]) == ("EVERY", "FREQ=YEARLY;BYMONTH=5")


def test_a_link_to_a_range_goes_to_both_ends_first_end_first() -> None:
    """Whoever asks what Sunday dates is told as well."""
    line = module("prediction").prediction("d1", example())
    assert [(link["timex"], link["relation"]) for link in line["links"]] == [
        ((FRIDAY.start, FRIDAY.end), "extent"),
        ((SUNDAY.start, SUNDAY.end), "extent"),
    ]
    assert line["timexes"][1]["events"] == [(RAN.start, RAN.end)]


def test_an_event_has_its_attributes_and_the_interval_of_its_entry() -> None:
    """An undated event has neither interval nor kind."""
    ran, reopens = module("prediction").prediction("d1", example())["events"]
    assert (ran["class"], ran["tense"], ran["pos"]) == ("OCCURRENCE", "PAST", "VERB")
    assert (ran["interval"], ran["kind"]) == (("2023-09-15", "2023-09-18"), "multi")
    assert (reopens["interval"], reopens["kind"], reopens["begin"], reopens["end_point"]) == (None, "none", {}, {})


def test_an_open_side_of_an_event_is_null() -> None:
    """What is not known is not made up."""
    entry = Entry(label="the fair ran", event=RAN, when=When.inside(None, day(18)))
    assert module("prediction").prediction("d1", example(entries=(entry,)))["events"][0]["interval"] == (
        None,
        "2023-09-18",
    )


def test_the_verb_that_carries_a_noun_shares_its_time() -> None:
    """In "held talks" the noun heads the entry, and both happen together."""
    noun = event("fair", governor=(RAN.start, RAN.end))
    entry = Entry(label="the fair", event=noun, when=When.filling(day(15), day(18)))
    events = module("prediction").prediction("d1", example(entries=(entry,), events=(noun, RAN)))["events"]
    assert events[0]["interval"] == events[1]["interval"] == ("2023-09-15", "2023-09-18")


def test_infer_gives_every_event_one_reference() -> None:
    """Direct links stand first; an event without one hangs on the time of its entry, else on the article date."""
    taken_over = Entry(label="it reopens", event=REOPENS, time=MAYS, inferred=True)
    prediction = module("prediction").prediction
    assert prediction("d1", example(), infer=True)["links"][2:] == [
        {"timex": "DCT", "event": (REOPENS.start, REOPENS.end), "relation": "reference"}
    ]
    assert prediction("d1", example(hidden=(taken_over,)), infer=True)["links"][2]["timex"] == (MAYS.start, MAYS.end)


def test_without_an_article_date_no_event_hangs_on_it() -> None:
    """Nothing is guessed about a document without a date."""
    assert len(module("prediction").prediction("d1", example(anchor=None), infer=True)["links"]) == 2


def test_timexes_never_overlap() -> None:
    """Of two that do, the earlier stays, and of two that start together the longer; links to the other go with it."""
    clash = Link(time=time("May"), event=REOPENS, relation=Relation.WITHIN, by="signal")
    line = module("prediction").prediction("d1", example(times=(time("May"), MAYS, RANGE, SUNDAY), links=(clash,)))
    spans = [(t["start"], t["end"]) for t in line["timexes"]]
    assert spans == [(t.start, t.end) for t in (FRIDAY, SUNDAY, MAYS)]
    assert line["links"] == []


def test_every_timex_has_a_value() -> None:
    """Even one whose value stayed empty."""
    assert module("prediction").prediction("d1", example(times=(time("May", value=""),)))["timexes"][0]["value"]


def test_a_prediction_is_json() -> None:
    """What is written is read back, spans as lists."""
    line = module("prediction").prediction("d1", example())
    assert json.loads(json.dumps(line))["links"][0]["event"] == [RAN.start, RAN.end]


ONE_DAY = datetime.timedelta(days=1)
EVENT_TIMES = [
    (When.filling(day(15), day(16)), "single", {"exact": "2023-09-15"}, {"exact": "2023-09-15"}),
    (When.filling(Moment.of(2023, 9, 15, 14), Moment.of(2023, 9, 15, 15)), "single", {"exact": "2023-09-15"}, None),
    (When.inside(day(16), day(18)), "single", {"after": "2023-09-16", "before": "2023-09-18"}, None),
    (When.inside(day(2), day(5)), "single", {"after": "2023-09-02", "before": "2023-09-04"}, None),
    (When.inside(day(1, 2), day(1, 3)), "single", {"after": "2023-02-01", "before": "2023-02-28"}, None),
    (When.inside(day(1, 8), day(1)), "single", {"after": "2023-08-01", "before": "2023-08-28"}, None),
    (When.inside(day(1, 7), day(1)), "single", {"after": "2023-07-01", "before": "2023-08-31"}, None),
    (When.inside(None, MONDAY), "single", {"before": "2023-09-18"}, None),
    (When.inside(None, day(19)), "single", {"before": "2023-09-18"}, None),
    (When.inside(day(19), None), "single", {"after": "2023-09-18"}, None),
    (When.inside(MONDAY, None), "single", {"after": "2023-09-18"}, None),
    (When.inside(None, day(8)), "single", {"before": "2023-09-08"}, None),
    (When.filling(day(15), day(18)), "multi", {"exact": "2023-09-15"}, {"exact": "2023-09-17"}),
    (
        When(earliest_start=day(15), latest_start=day(15), earliest_end=day(19), ongoing=True),
        "multi",
        {"exact": "2023-09-15"},
        {"after": "2023-09-18"},
    ),
    (When(latest_start=MONDAY, earliest_end=day(19)), "multi", {"before": "2023-09-18"}, {"after": "2023-09-18"}),
    (When(latest_start=day(10), latest_end=day(14)), "multi", {"before": "2023-09-10"}, {"before": "2023-09-14"}),
    (
        When(earliest_start=day(4), latest_start=day(6), earliest_end=day(11), latest_end=day(13)),
        "multi",
        {"after": "2023-09-04", "before": "2023-09-06"},
        {"after": "2023-09-10", "before": "2023-09-12"},
    ),
    (When(latest_start=day(10), max_duration=ONE_DAY, latest_end=day(11)), "single", {"before": "2023-09-11"}, None),
    (When(latest_end=day(14)), "multi", {}, {"before": "2023-09-14"}),
    (When(), "none", {}, {}),
]


@pytest.mark.parametrize(("when", "kind", "begin", "end_point"), EVENT_TIMES)
def test_event_times_are_written_as_the_annotators_wrote_them(
    when: When, kind: str, begin: dict[str, str], end_point: dict[str, str] | None
) -> None:
    """A single day has one point for both ends."""
    expected = {"kind": kind, "begin": begin, "end_point": begin if end_point is None else end_point}
    assert module("event_time").event_time(when, MONDAY.day) == expected


@pytest.mark.parametrize(
    ("kind", "begin", "end_point"),
    [
        ("single", {"exact": "2023-09-17"}, {"exact": "2023-09-17"}),
        ("single", {"before": "2023-09-18"}, {"before": "2023-09-18"}),
        ("single", {"after": "2023-02-01", "before": "2023-02-28"}, {"after": "2023-02-01", "before": "2023-02-28"}),
        ("multi", {"before": "2023-09-18"}, {"after": "2023-09-18"}),
        ("multi", {"after": "2023-09-18"}, {"after": "2023-09-18"}),
        ("multi", {"after": "2023-09-01", "before": "2023-09-12"}, {"before": "2023-09-18"}),
        ("multi", {"exact": "2023-09-15"}, {"exact": "2023-09-17"}),
        ("multi", {"before": "2023-09-10"}, {}),
    ],
)
def test_event_times_survive_the_way_through_bounds(
    kind: str, begin: dict[str, str], end_point: dict[str, str]
) -> None:
    """What the annotators wrote, read as bounds and written again, is the same."""
    when = module("gold").gold_when(kind, begin, end_point)
    assert module("event_time").event_time(when, MONDAY.day) == {"kind": kind, "begin": begin, "end_point": end_point}


def test_annotations_pass_through_the_writer_unchanged() -> None:
    """The check behind --gold-through."""
    timex = {"tid": "t1", "start": 18, "end": 24, "text": "Friday", "type": "DATE", "value": "2023-09-15"}
    mention = {"eid": "e1", "start": 9, "end": 12, "text": "ran", "class": "OCCURRENCE", "tense": "PAST"}
    document = {"id": "d1", "text": TEXT, "dct": "2023-09-18", "timexes": [timex], "events": [mention]}
    happened = [{**mention, "kind": "single", "begin": {"exact": "2023-09-15"}, "end_point": {"exact": "2023-09-15"}}]
    tl = module("gold").gold_timeline(document, [(timex, mention)], happened)
    line = module("prediction").prediction("d1", tl)
    assert (line["timexes"][0]["value"], line["events"][0]["tense"]) == ("2023-09-15", "PAST")
    assert (line["links"][0]["timex"], line["links"][0]["event"]) == ((18, 24), (9, 12))
    assert line["events"][0]["begin"] == {"exact": "2023-09-15"}


class FakeExtractor:
    """Stands in for the library; it returns the example and notes how it was asked."""

    asked: list[dict[str, Any]] = []

    def __init__(self, **options: Any) -> None:
        self.options = options

    def extract(self, text: str, **arguments: Any) -> Timeline:
        """The example, whatever the text."""
        self.asked.append({"text": text, **arguments, **self.options})
        return example()


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of two documents, the second without a date, to be read by the stand-in."""
    monkeypatch.setattr(timeline, "Extractor", FakeExtractor, raising=False)
    monkeypatch.setattr(FakeExtractor, "asked", [])
    timexes = [{"start": 18, "end": 24}]
    documents = [
        {
            "id": "d1",
            "dct": "2023-09-18",
            "text": TEXT,
            "timexes": timexes,
            "events": [],
            "sentences": [[0, 35], [36, 70]],
        },
        {"id": "d2", "text": TEXT, "timexes": [], "events": []},
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    return path


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """The lines that the script prints."""
    monkeypatch.setattr(sys, "argv", ["predict.py", *arguments])
    module("predict").main()
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_predict_writes_a_line_for_each_document(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the keys that the scorers read."""
    lines = run(monkeypatch, capsys, str(corpus))
    assert [line["id"] for line in lines] == ["d1", "d2"]
    assert lines[0].keys() == {"id", "timexes", "events", "links"}
    assert [asked["anchor"] for asked in FakeExtractor.asked] == ["2023-09-18", None]


def test_predict_hands_its_options_on(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Given mentions, domain, language and inference reach the library."""
    run(monkeypatch, capsys, str(corpus), "--gold", "times", "--domain", "narrative", "--language", "en-US", "--infer")
    asked = FakeExtractor.asked[0]
    assert asked["times"] == [(18, 24)] and "events" not in asked
    assert (asked["conventions"].domain, asked["language"], asked["infer"]) == ("narrative", "en-US", True)


def test_predict_writes_entity_timelines(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a target: the events of the sentences that name it, by date."""
    targets = tmp_path / "targets.jsonl"
    targets.write_text(json.dumps({"set": "s", "entity": "fair", "docs": ["d1"]}) + "\n", encoding="utf-8")
    [line] = run(monkeypatch, capsys, str(corpus), "--infer", "--timelines", str(targets))
    assert (line["set"], line["entity"]) == ("s", "fair")
    assert line["entries"] == [
        {"order": 1, "date": "2023-09", "mentions": [{"doc": "d1", "start": RAN.start, "end": RAN.end}]}
    ]


def test_predict_refuses_an_unknown_kind_of_mention(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A typing mistake does not silently find everything itself."""
    with pytest.raises(SystemExit):
        run(monkeypatch, capsys, str(corpus), "--gold", "timexes")


def test_dates_of_one_order_and_none() -> None:
    """Mentions of one date share an order; those without a date have none."""
    mentions = [{"doc": "d1", "start": start, "end": start + 1} for start in range(4)]
    dated = list(zip(("2023-09-18", "XXXX-XX-XX", "2023", "2023-09-18"), mentions))
    rows = module("timelines").in_order(dated)
    assert [(row["order"], row["date"]) for row in rows] == [
        (0, "XXXX-XX-XX"),
        (1, "2023"),
        (2, "2023-09-18"),
        (2, "2023-09-18"),
    ]


@pytest.mark.parametrize(
    ("entity", "named"), [("Ada Brook", [0, 2]), ("Northern Rail Group", [1]), ("rail", [1]), ("Ada", [0])]
)
def test_sentences_that_name_an_entity(entity: str, named: list[int]) -> None:
    """By the name, the last word of a person's, an acronym, in any sentence."""
    sentences = ["Ada Brook resigned.", "The NRG said so on the rail.", "Brook is 50."]
    text = "\n".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    found = module("timelines").naming(entity, {"text": text})
    assert [starts.index(start) for start, _ in found] == named


def test_a_quarter_of_the_documents_is_unseen_for_good() -> None:
    """The choice depends on the name alone, and twins go together."""
    unseen = module("splits").is_unseen
    chosen = [name for name in map("document {}".format, range(400)) if unseen(name)]
    assert 70 < len(chosen) < 130 and chosen[:3] == ["document 0", "document 4", "document 13"]
    assert all(unseen(twin) == unseen(first) for twin, first in module("splits").TWINS.items())


def test_the_table_is_printed_in_columns_and_in_markdown() -> None:
    """A figure that is no question is a dash."""
    row = module("figures").Row
    table = [row("timex", "news", "strict F1", 81.25, 80.0), row("links", "news", "accuracy", 100.0, None)]
    assert list(module("accuracy").plain(table)) == [
        "task   corpus  measure    whole  unseen",
        "timex  news    strict F1   81.2    80.0",
        "",
        "links  news    accuracy   100.0       -",
    ]
    assert list(module("accuracy").markdown(table))[-1] == "| links | news | accuracy | 100.0 | - |"


def test_a_mismatch_shows_both_sides_and_the_words_around() -> None:
    """One line tells what was annotated, what was found, and where."""
    document = {"id": "d1", "dct": "2023-09-18", "text": TEXT}
    gold = {"start": 18, "end": 24, "type": "DATE", "value": "2023-09-15", "mod": None}
    found = {**gold, "value": "2023-09-22"}
    case = module("mismatches").Mismatch("value", document, gold, found)
    assert case.line == (
        "d1 (2023-09-18 Mon)  value  [Friday] DATE 2023-09-15  ->  [Friday] DATE 2023-09-22"
        "   …The fair ran from [Friday] to Sunday. It reopens every May for two days.…"
    )


@pytest.mark.parametrize(
    ("gold", "found", "sort"),
    [
        ("2023-Q1", "2023", "0000-Q0 -> 0000"),
        ("2023-09-15", "2022-09-22", "0000-00-00: another first and third field"),
    ],
)
def test_wrong_values_are_counted_by_how_they_differ(gold: str, found: str, sort: str) -> None:
    """By their shapes, and by the fields that differ where the shapes are alike."""
    assert module("mismatches")._value_sort(gold, found) == sort


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_the_scripts(name: str) -> None:
    """Every example in a docstring runs."""
    assert doctest.testmod(module(name)).failed == 0


def test_the_large_timeline_is_the_same_every_time_and_answers_as_a_scan_does(capsys: pytest.CaptureFixture[str]) -> None:
    """The generator is seeded and in listing order; the index and the linear scan of the benchmark agree."""
    queries = module("queries")
    made = list(queries.entries(400, seed=3))
    assert made == list(queries.entries(400, seed=3)) == sorted(made, key=lambda entry: entry.order)
    assert 0 < sum(entry.when.latest_end is None for entry in made) < 60
    tl = Timeline(entries=tuple(made))
    counts = {way: count for way, _, _, count in queries.others(queries.bounds(tl), 1)}
    assert counts["linear scan"] == len(tl.overlapping(queries.DAY)) > 0
    queries.ask(tl, 1)
    assert "overlapping one day" in capsys.readouterr().out


# -- TimeML ------------------------------------------------------------------------------------------------------------


def annotated() -> dict[str, Any]:
    """A document in the form of the corpora, with attributes that a timeline has no place for."""
    text = "\nThe fair ran on Friday & closed."
    event = {"class": "OCCURRENCE", "tense": "PAST", "aspect": "NONE", "polarity": None, "modality": "", "pos": "VERB"}
    timex = dict.fromkeys(("mod", "quant", "freq", "beginPoint", "endPoint", "anchorTimeID", "functionInDocument"))
    ends = {"source": "ei1", "source_eid": "e1", "origin": "USER"}
    return {
        "id": "d1", "dct": "2023-09-18", "dct_tid": "t0", "dct_text": "09/18/2023", "title": "The <fair>", "text": text,
        "timexes": [
            {**timex, "tid": "t1", "start": 17, "end": 23, "text": "Friday", "type": "DATE", "value": "2023-09-15",
             "temporalFunction": "true", "quant": ""},
        ],
        "events": [
            {"eid": "e1", "eiid": "ei1", "start": 10, "end": 13, "text": "ran", **event},
            {"eid": "e2", "eiid": "ei2", "start": 26, "end": 32, "text": "closed", **event,
             "instances": [{"eiid": "ei2", **event}, {"eiid": "ei3", **event, "tense": "NONE"}]},
        ],
        "signals": [{"sid": "s1", "start": 14, "end": 16, "text": "on"}],
        "tlinks": [
            {"lid": "l1", "relType": "IS_INCLUDED", "target": "t1", "target_eid": None, **ends},
            {"lid": "l2", "relType": "BEFORE", "target": "ei2", "target_eid": "e2", **ends},
        ],
        "slinks": [{"lid": "l3", "relType": "MODAL", "eventInstanceID": "ei1", "subordinatedEventInstance": "ei2"}],
        "alinks": [],
    }  # fmt: skip


def test_an_annotated_document_survives_timeml() -> None:
    """With all its attributes, also those of links between events."""
    counts: Counter[str] = Counter()
    assert module("timeml_roundtrip").lost(annotated(), counts) == []
    assert (counts["documents"], counts["TLINK"], counts["MAKEINSTANCE"], counts["links of timelines"]) == (1, 2, 3, 1)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("timexes", 0, "quant"), None), (("timexes", 0, "start"), 16), (("events", 1, "class"), "STATE"),
        (("events", 0, "modality"), None), (("tlinks", 1, "origin"), None), (("slinks", 0, "relType"), "FACTIVE"),
        (("signals", 0, "sid"), "s2"), (("title",), "The fair"), (("text",), "\nThe fair ran on Friday & closed. "),
    ],
)  # fmt: skip
def test_a_loss_on_the_way_through_timeml_is_seen(path: tuple[Any, ...], value: object) -> None:
    """A document that differs in one attribute, place or character is not the same line."""
    roundtrip, line = module("timeml_roundtrip"), annotated()
    place: Any = line
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert roundtrip.as_line(roundtrip.as_timeml(line)) != roundtrip.told(annotated())
