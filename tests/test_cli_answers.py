"""What the command line answers: queries, reasons, single phrases, rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import timeline
from tests.shell_examples import called
from timeline.languages import load

DAY = ("--anchor", "2023-09-18")
TEXT = "The ministers met on Friday. The mayor resigned in 2022. They will meet again in May 2024. A crowd gathered."


@pytest.fixture(autouse=True)
def tl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> timeline.Timeline:
    """A timeline that is stored in the current folder as talks.json, and its text as talks.txt."""
    monkeypatch.chdir(tmp_path)
    made = timeline.extract(TEXT, anchor="2023-09-18")
    Path("talks.json").write_text(timeline.to_json(made), encoding="utf-8")
    Path("talks.txt").write_text(TEXT, encoding="utf-8")
    return made


# -- query -------------------------------------------------------------------------------------------------------------

QUERIES = ("during 2023-09", "before 2022-06", "planned or about mayor", "not certainly before 2023", "undated")


@pytest.mark.parametrize("question", QUERIES)
def test_a_query_is_that_of_the_library(question: str, tl: timeline.Timeline) -> None:
    """Of a stored timeline and of a text; what may answer is marked."""
    wanted = f"{tl.query(question)}\n"
    assert called(["query", question, "talks.json"]).stdout == wanted
    assert called(["query", question, "talks.txt", *DAY]).stdout == wanted


def test_what_may_answer_is_marked(tl: timeline.Timeline) -> None:
    """With --certain it is left out."""
    assert "? The mayor resigned" in called(["query", "before 2022-06", "talks.json"]).stdout
    result = called(["query", "--certain", "before 2022-06", "talks.json"])
    assert (result.exit_code, result.stdout, result.stderr) == (3, "", "timeline: nothing answers the query\n")


def test_an_answer_of_nothing_leaves_no_file() -> None:
    """Neither a new one nor a change of one that is there; quietly there is only the code."""
    result = called(["query", "before 1900", "talks.json", "-q", "-o", "none.json"])
    assert (result.exit_code, result.output, Path("none.json").exists()) == (3, "", False)


def test_several_timelines_are_asked_as_one(tl: timeline.Timeline) -> None:
    """Each row has the source that it comes from."""
    Path("more.jsonl").write_text('{"id": "b", "anchor": "2023-09-18", "text": "They met on Friday."}', encoding="utf-8")
    shown = called(["query", "during 2023-09", "talks.json", "more.jsonl"]).stdout.splitlines()
    assert sorted(line.rpartition("  ")[2] for line in shown) == ["[b]", "[talks.json]"]


# -- explain -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", ["2", "met", "MET", "meet", "The ministers met"])
def test_a_row_is_named_by_number_or_word(named: str, tl: timeline.Timeline) -> None:
    """Numbers begin with 1, as people count; a word stands for every row that holds it."""
    shown = called(["explain", "talks.json", named]).stdout
    assert f"{tl.why(1)}\n" == shown or shown.startswith(f"{tl.why(1)}\n\n")


def test_all_rows_of_a_word_are_told(tl: timeline.Timeline) -> None:
    """Divided by an empty line; what has no date has a reason too."""
    assert called(["explain", "talks.txt", "the", *DAY]).stdout == f"{tl.why(0)}\n\n{tl.why(1)}\n"
    assert called(["explain", "talks.json", "gathered"]).stdout == f"{tl.why('gathered')}\n"


def test_reasons_are_data_too(tl: timeline.Timeline) -> None:
    """The same as the library gives."""
    assert json.loads(called(["explain", "talks.json", "2", "--to", "json"]).stdout) == tl.why(1).data


def test_a_word_that_no_row_has_is_answered_with_the_rows() -> None:
    """Numbered, so that one can be named."""
    told = called(["explain", "talks.json", "ministerz"]).stderr
    assert "closest: " in told and "row 2: 2023-09-15 The ministers met" in told


# -- resolve -----------------------------------------------------------------------------------------------------------

PHRASES = (
    ("next Friday", "2023-09-29"),
    ("since Friday", "2023-09-15/2023-09-18"),
    ("three weeks", "P3W"),
    ("every Monday", "FREQ=WEEKLY;BYDAY=MO"),
    ("last summer", "2023-22"),
    ("recently", "PAST_REF"),
    ("44 BC", "-0043"),
    ("from Monday to Thursday", "2023-09-18/2023-09-21"),
)


@pytest.mark.parametrize(("phrase", "value"), PHRASES)
def test_a_phrase_is_resolved(phrase: str, value: str) -> None:
    """In one word or in several, alone or with its reasons."""
    quiet = called(["resolve", "-q", phrase, *DAY])
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, f"{value}\n", "")
    shown = called(["resolve", *phrase.split(), *DAY]).stdout.splitlines()
    time = timeline.resolve(phrase, anchor="2023-09-18")
    assert shown[:2] == [value, f"  {time.reason}"] and shown[-1] == f"  read by: {', '.join(time.rules)}"


def test_a_phrase_is_data_too() -> None:
    """Resolved or not; only the code and standard error tell that it is not."""
    told = json.loads(called(["resolve", "next", "Friday", *DAY, "--to", "json"]).stdout)
    assert (told["edtf"], told["first_day"], told["alternatives"]) == ("2023-09-29", "2023-09-29", ["2023-09-22"])
    result = called(["resolve", "3/4/2023", "--to", "json"])
    assert (result.exit_code, json.loads(result.stdout)["alternatives"]) == (3, ["2023-04-03", "2023-03-04"])


def test_options_shape_a_phrase() -> None:
    """Tense, conventions and zone."""
    assert called(["resolve", "-q", "Friday", "--tense", "PAST", *DAY]).stdout == "2023-09-15\n"
    assert called(["resolve", "-q", "3/4/2023", "--date-order", "dmy"]).stdout == "2023-04-03\n"
    assert called(["resolve", "-q", "fiscal 2022", "--fiscal-year-start", "10"]).stdout == "2021-10-01/2022-09-30\n"


# -- rules -------------------------------------------------------------------------------------------------------------


def test_every_rule_is_listed() -> None:
    """One a line, by its name, with what it reads."""
    found = [rule for layer in load("en").grammar.layers for rule in layer]
    lines = called(["rules"]).stdout.splitlines()
    assert len(lines) == len(found) and all(line.startswith(rule.name) for line, rule in zip(lines, found, strict=True))


def test_a_phrase_is_told_with_the_rules_that_read_it() -> None:
    """All times in it, each with its value."""
    lines = called(["rules", "they met on Friday and will meet", "next", "May"]).stdout.splitlines()
    assert '"Friday" = 2023-09-22' in lines and '"next May" = 2024-05' in lines
    lines = called(["rules", "from", "Monday", "to", "Thursday"]).stdout.splitlines()
    assert lines[:2] == ['"Monday to Thursday" = 2023-09-18/2023-09-21', "  read by: weekday, from to"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("wensday", "\"wensday\" is not read: 'wensday' is no word of time; 'wednesday' is"),
        ("25:00", "a day has no time 25:00"),
        ("may", '"may" is read on request only (latent)'),
        ("you may go", "in phrases that they do not read:"),
        ("weekday", "rule weekday\n  pattern: "),
        ("fortnight", "in phrases that rules read:\n"),
    ],
)
def test_what_is_almost_read_is_told(words: str, told: str) -> None:
    """With what is wrong with it, or where else it comes up."""
    result = called(["rules", *words.split()])
    assert (result.exit_code, told in result.stdout) == (0, True), result.stdout
