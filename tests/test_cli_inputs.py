"""What the command line reads: folders, pages, JSON lines, stored timelines, and the days that files tell."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

import timeline
from tests.shell_examples import called
from timeline.cli.documents import day_in_name
from timeline.cli.files import File

DAY = ("--anchor", "2023-09-18")
TEXT = "The ministers met on Friday.\n"


def rows(*arguments: str, given: str = "", code: int = 0) -> list[tuple[str, str | None]]:
    """The day and the source of each row that `timeline` writes."""
    result = called([*arguments, "--to", "records"], given.encode())
    assert result.exit_code == code, result.stderr
    records = map(json.loads, result.stdout.splitlines())
    return [(record["first_day"], record["source"]) for record in records]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(name: str, text: str = TEXT) -> str:
    """The name of a file with a text."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


# -- folders -----------------------------------------------------------------------------------------------------------


def test_a_folder_stands_for_its_texts(folder: Path) -> None:
    """Those in it and below, in order of name; other files and hidden ones are passed over."""
    for name in ("b.txt", "a/z.md", "a/y.HTML", "c.jpg", ".hidden.txt", ".git/x.txt", "d/e/f.text"):
        written(f"news/{name}")
    (folder / "news" / "loop").symlink_to(folder / "news")
    found = rows("extract", "news", *DAY)
    names = ["a/y.HTML", "a/z.md", "b.txt", "d/e/f.text"]
    assert found == [("2023-09-15", str(Path("news") / name)) for name in names]


def test_the_order_of_files_changes_nothing() -> None:
    """The merged timeline is the same."""
    names = [written("b.txt"), written("a.txt", "They left on Monday.")]
    assert called(["extract", *names, *DAY]).stdout == called(["extract", *names[::-1], *DAY]).stdout


def test_a_file_given_twice_is_read_as_one() -> None:
    """The same article of the same name is one article."""
    assert rows("extract", written("a.txt"), "a.txt", *DAY) == [("2023-09-15", "a.txt")]


# -- markup ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "options", "shown"),
    [
        ("a.html", (), "The ministers met"),
        ("a.txt", ("--markup", "HTML"), "The ministers met"),
        ("a.html", ("--markup", "none"), "1999"),
        ("a.txt", (), "1999"),
    ],
)
def test_pages_are_read_as_pages(name: str, options: Sequence[str], shown: str) -> None:
    """By the ending of the name, or as the option says."""
    written(name, "<script>1 May 1999</script><p>The <b>ministers</b> met on Friday.</p>")
    result = called(["extract", name, *options, *DAY])
    assert shown in result.stdout and ("1999" in result.stdout) == (shown == "1999")


# -- the day of an article ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-09-18-talks.txt", "2023-09-18"),
        ("news/20230918_talks.txt", "2023-09-18"),
        ("talks.2023-09-18.txt", "2023-09-18"),
        ("2023-09-18 (copy of 2023-09-18).txt", "2023-09-18"),
        ("2023-09-18/talks.txt", None),  # the day of a folder is none of the file
        ("2023-13-01.txt", None),
        ("2023-0918.txt", None),
        ("120230918.txt", None),
        ("2023-09-18 to 2023-09-20.txt", None),
        ("talks.txt", None),
    ],
)
def test_a_day_in_a_name(name: str, day: str | None) -> None:
    """Written as ISO 8601 has it, with hyphens or without, once."""
    found = day_in_name(File(name))
    assert (str(found) if isinstance(found, datetime.date) else None) == day


def test_each_file_has_its_own_day() -> None:
    """Files without one take the day that is given for all, if any."""
    names = [written(name, "They left on Friday.") for name in ("2023-09-18.txt", "2022-01-03.txt", "x.txt")]
    assert [day for day, _ in rows("extract", *names, "--anchor-from", "name", *DAY)] == [
        "2021-12-31",
        "2023-09-15",
        "2023-09-15",
    ]
    assert [day for day, _ in rows("extract", *names, "--anchor-from", "name", code=1)] == ["2021-12-31", "2023-09-15"]


def test_the_day_of_the_last_change() -> None:
    """In UTC, or in the zone that is given: half past one in UTC is the evening before in New York."""
    moment = datetime.datetime(2023, 9, 18, 1, 30, tzinfo=datetime.timezone.utc).timestamp()
    os.utime(written("a.txt", "The ministers met today.\n"), (moment, moment))
    assert rows("extract", "a.txt", "--anchor-from", "mtime")[0][0] == "2023-09-18"
    assert rows("extract", "a.txt", "--anchor-from", "mtime", "--tz", "America/New_York")[0][0] == "2023-09-17"


# -- JSON lines --------------------------------------------------------------------------------------------------------

LINES = """\ufeff
{"id": "a", "anchor": "2023-09-18", "text": "They met on Friday.", "title": "Talks"}\r
{"source": "https://example.org/b", "anchor": "18 September 2023", "text": "They left on Thursday."}

{"id": 7, "text": "He resigned on Wednesday."}
{"text": "The club was founded on 3 May 1921.", "anchor": null}
"""


def test_json_lines_tell_texts_days_and_names() -> None:
    """By a field, else by the option, else by the file and the line; an empty line and a mark at the start are nothing."""
    wanted = [
        ("1921-05-03", "news.jsonl:6"),
        ("2023-09-13", "7"),
        ("2023-09-14", "https://example.org/b"),
        ("2023-09-15", "a"),
    ]
    assert rows("extract", written("news.jsonl", LINES), *DAY) == wanted
    assert rows("extract", "--jsonl", *DAY, given=LINES)[1:] == wanted[1:]


def test_one_document_may_stand_in_a_file_of_json() -> None:
    """It brings its own day, and several are shown how they would be read."""
    line = '{"id": "a",\n "anchor": "2023-09-18",\n "text": "They met on Friday."}\n'
    assert rows("extract", written("a.json", line)) == [("2023-09-15", "a")]
    told = called(["extract", written("b.json", f"[{line}]")]).stderr
    assert "'b.json': expected an object" in told and "one a line, in a .jsonl file" in told


def test_json_lines_are_known_again_by_calendars() -> None:
    """An id is what the UIDs hang on."""
    line = '{"id": "a", "anchor": "2023-09-18", "text": "They met on Friday."}\n'
    made = timeline.to_ical(timeline.extract("They met on Friday.", anchor="2023-09-18", source="a"))
    assert called(["extract", "--jsonl", "--to", "ical"], line.encode()).stdout_bytes == made


# -- stored timelines --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("indent", [None, 2])
def test_stored_timelines_are_read_back(indent: int | None) -> None:
    """On one line or on many; from a file of any name, and from standard input."""
    tl = timeline.extract(TEXT, anchor="2023-09-18", source="x")
    data = timeline.to_json(tl, indent=indent)
    for name in ("a.json", "a.txt"):
        assert rows("query", "during 2023", written(name, data)) == [("2023-09-15", "x")]
    assert rows("query", "during 2023", given=data) == [("2023-09-15", "x")]
    assert timeline.from_json(called(["merge", "a.json"]).stdout) == tl


def test_annotated_texts_are_read_back() -> None:
    """What --to timeml writes is asked and merged; what is none is told."""
    assert called(["extract", written("a.txt"), *DAY, "-o", "a.tml"]).exit_code == 0
    assert rows("query", "during 2023-09", "a.tml") == [("2023-09-15", None)]
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><TimeML><TEXT>&b;</TEXT></TimeML>'
    result = called(["merge", written("b.tml", bomb), "a.tml", "--to", "table"])
    assert (result.exit_code, result.stdout[:11]) == (1, "2023-09-15 ")
    assert "timeline: 'b.tml': cannot read the TimeML: it has a document type" in result.stderr


def test_lines_of_timelines_are_read_back() -> None:
    """What --to jsonl writes is asked, merged, and made into every other format."""
    written("a.txt")
    written("b.txt", "They left on Thursday.")
    assert called(["extract", "a.txt", "b.txt", *DAY, "-o", "all.jsonl"]).exit_code == 0
    assert rows("query", "during 2023-09-15", "all.jsonl") == [("2023-09-15", None)]
    assert rows("merge", "all.jsonl") == [("2023-09-14", "all.jsonl:2"), ("2023-09-15", "all.jsonl:1")]


def test_a_pipe_of_commands() -> None:
    """What one writes the next one reads."""
    given = called(["extract", *DAY, "--to", "json"], TEXT.encode()).stdout
    again = called(["query", "during 2023", "--to", "json"], given.encode()).stdout
    assert called(["explain", "-", "met"], again.encode()).stdout.startswith("The ministers met: 2023-09-15\n")
