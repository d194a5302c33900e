"""What users of the command line do wrong, and what they are told: the exit code, and words that help."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

import timeline
from tests.shell_examples import called
from timeline.cli.formats import FORMATS

DAY = ("--anchor", "2023-09-18")
FILES: dict[str, bytes] = {
    "talks.txt": b"The ministers met on Friday.\n",
    "empty.txt": b"",
    "letter.pdf": b"%PDF-1.4 \x93\x8c",
    "report.docx": b"PK\x03\x04\x14",
    "noise.txt": bytes(range(128, 256)) * 20,
    "wide.txt": "They met on Friday.".encode("utf-16"),
    "wide-le.txt": "They met on Friday.".encode("utf-16-le"),
    "old.txt": "The café closed on Friday.".encode("cp1252"),
    "-dash.txt": b"They met on Friday.\n",
    "broken.json": b'{"format": "timeline", "version": 2',
    "other.json": b'{"name": "x", "version": 1}',
    "future.json": b'{"format": "timeline", "version": 99}',
    "deep.json": b"[" * 100_000,
    "talks.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "news.jsonl": b'{"anchor": "2023-09-18", "text": "They met on Friday."}\n',
}


class Mistake(NamedTuple):
    """A call, how it ends, and words of the message; the message is one line after the two on how to get help."""

    arguments: Sequence[str]
    code: int
    told: str


MISTAKES = (
    # a slip of the pen
    Mistake(("extrct", "talks.txt"), 2, "No such command 'extrct'; did you mean 'extract'?"),
    Mistake(("talks.txt", *DAY), 2, "No such command 'talks.txt'; did you mean: timeline extract 'talks.txt'?"),
    Mistake(("frobnicate",), 2, "No such command 'frobnicate'"),
    Mistake(("extract", "talks.txt", "--anchr", "2023-09-18"), 2, "--anchor"),
    Mistake(("extract", "talks.txt", *DAY, "--to", "icla"), 2, "'icla' is not one of 'table', 'json', "),
    Mistake(("extract", "talks.txt", *DAY, "--to", "icla"), 2, "did you mean 'ical'?"),
    Mistake(("extract", "talks.txt", *DAY, "--to", "ics"), 2, "did you mean 'ical'?"),
    Mistake(("extract", "talks.txt", *DAY, "--to", "Markdown"), 2, "did you mean 'md'?"),
    Mistake(("extract", "talks.txt", *DAY, "--domain", "news "), 2, "did you mean 'news'?"),
    Mistake(("extract", "talk.txt", *DAY), 1, "cannot read 'talk.txt': No such file or directory; did you mean 'talks.txt'"),
    Mistake(("extract", "folder/../old.text", *DAY), 1, "did you mean 'folder/../old.txt'"),
    Mistake(("extract", "talks.txt", *DAY, "--tz", "Europe/berlin"), 2, "did you mean 'Europe/Berlin'?"),
    Mistake(("extract", "talks.txt", *DAY, "--tz", "Berlin"), 2, "did you mean 'Europe/Berlin'?"),
    Mistake(("extract", "talks.txt", *DAY, "--tz", "America/NewYork"), 2, "'America/New_York'"),
    # what other programs call it
    Mistake(("extract", "talks.txt", *DAY, "--format", "json"), 2, "No such option '--format'; did you mean '--to'?"),
    Mistake(("extract", "talks.txt", "--date", "2023-09-18"), 2, "No such option '--date'; did you mean '--anchor'?"),
    Mistake(("resolve", "-3", "days", *DAY), 2, "Words that begin with a dash stand behind --."),
    Mistake(("help",), 2, "did you mean: timeline --help?"),
    Mistake(("extract", "talks.txt", *DAY, "--to", "html", "-o", "x.pdf"), 2, "no format is written as .pdf"),
    Mistake(("extract", "They met on Friday.", *DAY), 1, "a text by itself comes on standard input"),
    Mistake(("extract", "https://example.org/a", *DAY), 1, "nothing is ever fetched"),
    # the anchor
    Mistake(("extract", "talks.txt"), 2, "Missing option '--anchor': the day the text was published, such as"),
    Mistake(("extract", "talks.txt", "--anchor"), 2, "'--anchor' requires an argument"),
    Mistake(("extract", "talks.txt", "--anchor", "today"), 2, 'write the day, or "$(date +%F)" for today'),
    Mistake(("extract", "talks.txt", "--anchor", "2023-02-30"), 2, "'2023-02-30' is no date of the calendar"),
    Mistake(("extract", "talks.txt", "--anchor", "2023-09"), 2, "is no full date: expected one such as 2023-09-18 or"),
    Mistake(("extract", "talks.txt", "--anchor", "03/04/2023"), 2, "can be read in two ways"),
    Mistake(("extract", "talks.txt", "--anchor-from", "name"), 1, "its name holds no date such as 2023-09-18; --anchor"),
    Mistake(("extract", "-", "--anchor-from", "mtime"), 1, "standard input has no day of change; --anchor"),
    Mistake(("query", "during 2023", "talks.txt"), 1, "'talks.txt': no anchor: --anchor gives the day"),
    # what is read
    Mistake(("extract", "empty.txt", *DAY), 0, "'empty.txt' is empty"),
    Mistake(("extract", "letter.pdf", *DAY), 1, "it is a PDF document: convert it to text first"),
    Mistake(("extract", "report.docx", *DAY), 1, "as office documents are: save it as text first"),
    Mistake(("extract", "noise.txt", *DAY), 1, "'noise.txt': it is no utf-8 (byte 0x80 at offset 0); --encoding"),
    Mistake(("extract", "old.txt", *DAY), 1, "byte 0xe9 at offset 7); --encoding names another encoding, such as cp1252"),
    Mistake(("extract", "wide.txt", *DAY), 1, "--encoding utf-16 reads it"),
    Mistake(("extract", "wide-le.txt", *DAY), 1, "a null byte at offset 1: it is binary, or in another --encoding"),
    Mistake(("extract", "folder", *DAY), 1, "nothing to read in the folder 'folder': no name in it ends in .txt"),
    Mistake(("extract", "-dash.txt", *DAY), 2, "The file is written './-dash.txt'."),
    Mistake(("extract", "talks.json", *DAY), 1, "'talks.json': a stored timeline and no text; timeline query"),
    Mistake(("query", "during 2023", "broken.json"), 1, "cannot read 'broken.json': it is no JSON"),
    Mistake(("extract", "broken.json", *DAY), 1, "cannot read 'broken.json': it is no JSON"),
    Mistake(("query", "during 2023", "other.json"), 1, "'other.json': no stored timeline, and no \"text\": it has \"name\","),
    Mistake(("query", "during 2023", "future.json"), 1, "a later release of timeline may read it"),
    Mistake(("query", "during 2023", "deep.json"), 1, "it is no JSON (it is nested too deeply)"),
    Mistake(("extract", "-", "-", *DAY), 2, "standard input (-) can be read only once"),
    Mistake(("extract", "talks.txt", "news.jsonl", *DAY, "--source", "x"), 2, "--source names one article"),
    Mistake(("extract", "talks.ics", *DAY), 1, "'talks.ics': it is no text, and no timeline; store one as .json to read it"),
    Mistake(("query", "planned", "talks.ics"), 1, "'talks.ics': it is no text, and no timeline; store one as .json"),
    # what is written
    Mistake(("extract", "talks.txt", *DAY, "-o", "folder"), 1, "it is a folder; name a file in it, such as 'folder/"),
    Mistake(("extract", "talks.txt", *DAY, "-o", "no/talks.ics"), 1, "there is no folder 'no'"),
    Mistake(("extract", "talks.txt", *DAY, "-o", "talks.xlsx"), 2, "no format ends in '.xlsx': --to names one of"),
    Mistake(("extract", "talks.txt", *DAY, "-o", "talks.txt"), 2, "is also an input, which is never overwritten"),
    Mistake(("extract", "folder/..", *DAY, "-o", "talks.txt"), 2, "is also an input, which is never overwritten"),
    Mistake(("merge", "talks.json", "-o", "talks.json"), 2, "is also an input, which is never overwritten"),
    Mistake(("extract", "empty.txt", *DAY, "--to", "ical"), 1, "nothing to export: no entry has a place in a calendar"),
    Mistake(("extract", "talks.txt", *DAY, "--to", "csv", "--include", "windows"), 2, "--include is for a calendar: --to"),
    Mistake(("extract", "talks.txt", *DAY, "--no-quotes"), 2, "--no-quotes is for a calendar: --to ical"),
    Mistake(("query", "during 2023", "talks.json", "--to", "timeml"), 2, "TimeML holds the text: it is written of one"),
    Mistake(("extract", "talks.txt", "news.jsonl", *DAY, "--to", "timeml"), 2, "TimeML holds the text"),
    # options
    Mistake(("extract", "talks.txt", *DAY, "--fiscal-year-start", "13"), 2, "13 is not in the range 1<=x<=12"),
    Mistake(("extract", "talks.txt", *DAY, "--fiscal-year-start", "May"), 2, "'May' is no number, expected a whole one from"),
    Mistake(("extract", "talks.txt", *DAY, "--to", "ical", "--max-span", "30d"), 2, "'30d' is no number, expected a"),
    Mistake(("extract", "talks.txt", *DAY, "--country", "Germany"), 2, "expected an ISO 3166 code such as 'US' or 'GB-ENG'"),
    Mistake(("extract", "talks.txt", *DAY, "--language", "fr"), 2, "'fr' is not one of 'en', "),
    Mistake(("extract", "talks.txt", *DAY, "--encoding", "utf-9"), 2, "there is no text encoding 'utf-9'"),
    # questions
    Mistake(("query", "during 2023 and planed", "talks.json"), 2, "column 17: there is no question 'planed'; did you mean"),
    Mistake(("query", "during Friday", "talks.json"), 2, "column 8: cannot read 'Friday'"),
    Mistake(("query", "Durign 2023", "talks.json"), 2, "did you mean 'during'?"),
    Mistake(("query", "talks.json", "during 2023"), 2, "'talks.json' is a file: the query comes first"),
    Mistake(("query", "before 1950", "talks.json"), 3, "nothing answers the query"),
    Mistake(("explain", "talks.json", "7"), 2, "there is no row 7: numbers go from 1 to 1"),
    Mistake(("explain", "talks.json", "resigned"), 3, "no entry answers to 'resigned'"),
    Mistake(("query", "resigned", "talks.json"), 2, "no question 'resigned'; to look for the word: mentioning resigned"),
    Mistake(("explain", "met", "talks.json"), 2, "'talks.json' is a file: the file comes first, then the word or row"),
    Mistake(("explain", "talks.json"), 2, "Missing argument 'WORD|ROW'"),
    Mistake(("merge",), 2, "Missing argument"),
    Mistake(("resolve", "next Friday"), 3, "it counts from a day, which --anchor gives"),
    Mistake(("resolve", "3/4/2023"), 3, "--date-order tells which (2023-04-03 or 2023-03-04)"),
    Mistake(("resolve", "wensday"), 3, "'wensday' is no word of time; 'wednesday' is"),
    Mistake(("rules", "zyzzyva"), 3, "no rule knows 'zyzzyva'"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files, a stored timeline and an empty folder, which is the current one."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    tl = timeline.extract(FILES["talks.txt"].decode(), anchor="2023-09-18")
    (tmp_path / "talks.json").write_text(timeline.to_json(tl), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("mistake", MISTAKES, ids=[f"{' '.join(m.arguments)[:60]}" for m in MISTAKES])
def test_a_mistake_is_told_so_that_it_can_be_mended(mistake: Mistake, folder: Path) -> None:
    """The code says what kind it is, the message what to do, standard output stays empty, and no file is touched."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    result = called([*mistake.arguments], b"")
    told = " ".join(result.stderr.split())
    assert (result.exit_code, " ".join(mistake.told.split()) in told) == (mistake.code, True), told
    assert result.stdout == ("no dated entries\n" if mistake.code == 0 else "")
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_wrong_query_is_shown_with_the_place() -> None:
    """A caret stands under the word."""
    shown = called(["query", "during 2023 and planed", "talks.json"]).stderr.splitlines()[-2:]
    assert shown[0][shown[1].index("^") :].startswith("planed")


@pytest.mark.parametrize(
    ("package", "extra", "option", "code"),
    [("holidays", "holidays", ("--country", "FR"), 2), ("pyarrow", "arrow", ("--to", "parquet"), 1)],
)
def test_an_extra_that_is_not_installed_is_named(
    package: str, extra: str, option: Sequence[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message holds the command that installs it."""
    monkeypatch.setitem(sys.modules, package, None)
    result = called(["extract", "talks.txt", *DAY, *option])
    assert (result.exit_code, f"(the extra '{extra}' names it): pip install {package}" in result.stderr) == (code, True)


# -- hostile names and texts -------------------------------------------------------------------------------------------

EVIL = "evil\x1b[2J\nname\u202e.txt"


def test_a_file_name_writes_nothing_on_the_terminal(folder: Path) -> None:
    """Control characters of a name are escaped in messages, in tables and in what is stored."""
    (folder / EVIL).write_bytes(FILES["talks.txt"])
    for arguments in ((EVIL, "missing" + EVIL, "talks.txt", *DAY), (".", *DAY), (EVIL, *DAY, "-o", f"no{EVIL}/x")):
        result = called(["extract", *arguments])
        assert not {"\x1b", "\u202e"} & set(result.stdout + result.stderr)
        assert all(line.startswith("timeline: ") or "rror" in line for line in result.stderr.splitlines())


def test_a_text_writes_nothing_on_the_terminal() -> None:
    """Neither do control characters of a text, or of an id in JSON lines."""
    line = '{"id": "a\\u001b[2J", "anchor": "2023-09-18", "text": "The \\u001b[31mministers\\u0007 met on Friday."}\n'
    other = line.replace("a\\u001b", "b\\u001b").replace("ministers", "kings")
    result = called(["extract", "--jsonl"], (line + other).encode())
    assert len(result.stdout.splitlines()) == 2 and not {"\x1b", "\x07"} & set(result.stdout + result.stderr)


def test_a_long_line_is_read() -> None:
    """Ten megabytes on one line of JSON, and a word of one in a text, are no trouble."""
    long = "x" * 10_000_000
    line = f'{{"anchor": "2023-09-18", "text": "They met on Friday.", "page": "{long}"}}\n'
    assert called(["extract", "--jsonl"], line.encode()).stdout.startswith("2023-09-15 ")
    assert called(["extract", *DAY], f"They met on Friday. {long[:1_000_000]}".encode()).stdout.startswith("2023-09-15 ")
    assert called(["extract", "--jsonl"], b"[" * 10_000_000).exit_code == 1


LINES = (
    (b"not json", "line 2: no JSON (Expecting value at column 1)"),
    (b"[1]", 'line 2: expected an object such as {"text": '),
    (b"{}", 'line 2: no stored timeline, and no "text": it is empty'),
    (b'{"txt": "x", "date": "y"}', 'line 2: no stored timeline, and no "text": it has "txt", "date"'),
    (b'{"text": 7}', 'line 2: no stored timeline, and no "text": it is no string'),
    (b'{"text": "They met."}', "line 2: no anchor: --anchor gives the day it was published"),
    (b'{"text": "They met.", "date": "2023-09-18"}', 'line 2: no anchor: it has "date", expected "anchor"'),
    (b'{"text": "They met.", "anchor": "Friday"}', "line 2: anchor 'Friday' is no full date"),
    (b'{"text": "They met.", "anchor": 20230918}', 'line 2: "anchor" is 20230918, expected a string'),
    (b'{"text": "They met.", "anchor": null, "id": [1]}', 'line 2: "id" is [1], expected a string or a number'),
    (b'{"text": "They m\xffet."}', "line 2: no UTF-8 (byte 0xff at offset 16 of the line)"),
    (b'{"text": "They met.", "anchor": "2023-09-18", "id": "a"}', "line 2: left out, since another article has the source"),
    (b'{"format": "timeline", "version": 2}', "line 2: a stored timeline and no text"),
)


@pytest.mark.parametrize(("line", "told"), LINES)
def test_a_wrong_line_loses_no_other(line: bytes, told: str) -> None:
    """It is told by its number; the lines before and after it are read."""
    good = [f'{{"id": "{name}", "anchor": "2023-09-18", "text": "They met on {day}."}}'.encode() for name, day in
            (("a", "Friday"), ("b", "Thursday"))]  # fmt: skip
    result = called(["extract", "--jsonl"], b"\n".join((good[0], line, good[1], b"")))
    assert (result.exit_code, told in result.stderr) == (1, True), result.stderr
    assert [row[:10] for row in result.stdout.splitlines()] == ["2023-09-14", "2023-09-15"]


@pytest.mark.parametrize("name", FORMATS)
def test_no_text_breaks_a_format(name: str) -> None:
    """Halves of characters, null bytes and markup in a text or an id are written as UTF-8, or left out."""
    text = "The \\ud800 <b>ministers</b>\\u0000 & =cmd() met \\u202e on Friday\\udfff, ]]>."
    lines = [f'{{"id": "{source}", "anchor": "2023-09-18", "text": "{text}"}}\n' for source in ("a\\ud800", "=b\\n<i>")]
    if name == "timeml":  # XML cannot hold some of it, which is told
        result = called(["extract", "--jsonl", "--to", name], lines[0].encode())
        assert (result.exit_code, result.stdout, result.stderr[:7]) == (1, "", "Error: ")
        return
    for given in (lines, lines[:1]):
        result = called(["extract", "--jsonl", "--to", name, "-q"], "".join(given).encode())
        assert (result.exit_code, result.stderr) == (0, "")
        assert FORMATS[name].binary or result.stdout_bytes.decode("utf-8").strip()
