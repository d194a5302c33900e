"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click import Option
from click.testing import Result

import timeline
from tests.calendars.checker import complaints
from tests.shell_examples import called
from timeline.cli import main
from timeline.cli.formats import FORMATS

NEWS = "The ministers met on Friday.\n"
LATER = "The court will hear the case on Thursday.\n"
ANCHOR = ("--anchor", "2023-09-18")


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    """The result of `timeline extract`, of which no mistake of a user may be a traceback."""
    return called(["extract", *arguments], text.encode() if isinstance(text, str) else text)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two articles in files."""
    paths = (tmp_path / "one.txt", tmp_path / "two.txt")
    for path, text in zip(paths, (NEWS, LATER), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


def table(text: str) -> str:
    """The table that the library prints of a text."""
    return f"{timeline.extract(text, anchor='2023-09-18')}\n"


# -- what it prints ----------------------------------------------------------------------------------------------------


def test_a_file_gives_its_table(files: tuple[str, str]) -> None:
    """The main job: one article, one table."""
    result = run(files[0], *ANCHOR)
    assert (result.exit_code, result.stdout) == (0, table(NEWS))


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_without_a_file_standard_input_is_read(arguments: Sequence[str]) -> None:
    """An article can come through a pipe."""
    assert run(*arguments, *ANCHOR, text=NEWS).stdout == table(NEWS)


def test_several_files_make_one_table(files: tuple[str, str]) -> None:
    """Each row has the file that it comes from."""
    rows = run(*files, *ANCHOR).stdout.splitlines()
    assert [row.endswith(f"[{name}]") for row, name in zip(rows, files, strict=True)] == [True, True]


def test_json_is_one_timeline(files: tuple[str, str]) -> None:
    """Several articles are merged, one stays what it is; the library reads both back."""
    both = timeline.from_json(run(*files, *ANCHOR, "--to", "json").stdout)
    parts = [timeline.extract(t, anchor="2023-09-18", source=f) for t, f in zip((NEWS, LATER), files, strict=True)]
    assert both == timeline.Timeline.merge(parts)
    assert timeline.from_json(run(files[0], *ANCHOR, "--to", "json").stdout) == timeline.extract(NEWS, anchor="2023-09-18")


def test_json_lines_are_one_timeline_a_line(files: tuple[str, str]) -> None:
    """Articles are not merged."""
    lines = run(*files, *ANCHOR, "--to", "jsonl").stdout.splitlines()
    assert [timeline.from_json(line) for line in lines] == [
        timeline.extract(t, anchor="2023-09-18") for t in (NEWS, LATER)
    ]


def test_records_are_what_the_library_makes(files: tuple[str, str]) -> None:
    """One flat object a line."""
    tl = timeline.extract(NEWS, anchor="2023-09-18")
    lines = run(files[0], *ANCHOR, "--to", "records").stdout.splitlines()
    assert [json.loads(line) for line in lines] == timeline.to_records(tl)


@pytest.mark.parametrize(
    ("form", "make"),
    [
        ("csv", lambda tl: timeline.to_csv(tl).encode()),
        ("md", lambda tl: f"{timeline.to_markdown(tl)}\n".encode()),
        ("parquet", timeline.to_parquet),
        ("html", lambda tl: f"{timeline.to_html(tl, NEWS)}\n".encode()),
        ("timeml", lambda tl: timeline.to_timeml(tl, NEWS).encode()),
        ("svg", lambda tl: timeline.to_svg(tl).encode()),
    ],
)
def test_a_table_is_what_the_library_makes(
    form: str, make: Callable[[timeline.Timeline], bytes], files: tuple[str, str], tmp_path: Path
) -> None:
    """Byte by byte, by the name of the format and by the ending of the file."""
    wanted = make(timeline.extract(NEWS, anchor="2023-09-18"))
    assert run(files[0], *ANCHOR, "--to", form).stdout_bytes == wanted
    target = tmp_path / f"out{FORMATS[form].endings[0].upper()}"
    assert (run(files[0], *ANCHOR, "-o", str(target)).exit_code, target.read_bytes()) == (0, wanted)


def test_every_format_is_written(files: tuple[str, str], tmp_path: Path) -> None:
    """Of one article and of several, to a file and to standard output the same."""
    for name, form in FORMATS.items():
        for chosen in (files, files[:1])[name == "timeml" :]:  # TimeML is of one article
            target = tmp_path / "out"
            assert run(*chosen, *ANCHOR, "--to", name, "-q", "-o", str(target)).exit_code == 0
            result = run(*chosen, *ANCHOR, "--to", name.upper(), "-q")
            assert target.read_bytes() == result.stdout_bytes != b"", form


def test_a_calendar_is_what_the_library_makes(files: tuple[str, str]) -> None:
    """The bytes of a calendar reach standard output unchanged."""
    tl = timeline.extract(NEWS, anchor="2023-09-18", source="here")
    assert run(files[0], *ANCHOR, "--to", "ical", "--source", "here").stdout_bytes == timeline.to_ical(tl)


def test_several_files_make_one_calendar(files: tuple[str, str]) -> None:
    """A calendar program imports one file."""
    data = run(*files, *ANCHOR, "--to", "ical").stdout_bytes
    assert (complaints(data), data.count(b"BEGIN:VEVENT")) == ([], 2)


def test_the_same_article_twice_makes_a_sound_calendar(files: tuple[str, str]) -> None:
    """UIDs are unique in a calendar, whatever it is made of."""
    assert complaints(run(files[0], files[0], *ANCHOR, "--to", "ical").stdout_bytes) == []


def test_what_a_calendar_leaves_out_is_told(tmp_path: Path) -> None:
    """Standard error lists it, standard output stays a calendar."""
    result = run(*ANCHOR, "--to", "ical", text=NEWS + "The club was founded in 1921. War was fought from 1914 to 1918.\n")
    assert "timeline: left out: " in result.stderr and "--max-span 1826 takes it in" in result.stderr
    assert complaints(result.stdout_bytes) == []


def test_the_output_can_go_to_a_file(files: tuple[str, str], tmp_path: Path) -> None:
    """With -o nothing is printed."""
    target = tmp_path / "out.txt"
    result = run(files[0], *ANCHOR, "-o", str(target))
    assert (result.output, target.read_text(encoding="utf-8")) == ("", table(NEWS))


def test_html_is_read_with_markup() -> None:
    """Tags and scripts are no text."""
    result = run(
        *ANCHOR, "--markup", "html", text="<script>12 May 1999</script><p>The ministers met on <b>Friday</b>.</p>"
    )
    assert result.stdout.startswith("2023-09-15")
    assert "1999" not in result.stdout


def test_the_zone_decides_the_day_of_the_anchor() -> None:
    """Half past one in UTC is the evening before in New York."""
    result = run("--anchor", "2023-09-19T01:30Z", "--tz", "America/New_York", text="The ministers met today.\n")
    assert result.stdout.startswith("2023-09-18")


def test_a_text_may_have_no_anchor() -> None:
    """A biography has its own dates; relative ones stay unresolved."""
    result = run("--anchor", "none", text="The club was founded on 3 May 1921.\n")
    assert result.stdout.startswith("1921-05-03")


def test_a_text_without_a_time_is_no_mistake() -> None:
    """Nothing found is an answer."""
    result = run(*ANCHOR, text="Nobody knows.\n")
    assert (result.exit_code, "no dated entries" in result.stdout) == (0, True)


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    """Old files are read as what they are."""
    path = tmp_path / "old.txt"
    path.write_bytes("Der Minister René Müller met the press on Friday.\n".encode("cp1252"))
    assert "René Müller" in run(str(path), *ANCHOR, "--encoding", "cp1252").stdout


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """Files from Windows give the same table."""
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbf" + NEWS.encode())
    assert run(str(path), *ANCHOR).stdout == table(NEWS)


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of Unix")
def test_a_link_and_a_mode_survive(files: tuple[str, str], tmp_path: Path) -> None:
    """What is written over stays where it is, for whom it is."""
    target, link = tmp_path / "real" / "out.txt", tmp_path / "link.txt"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    link.symlink_to(target)
    assert run(files[0], *ANCHOR, "-o", str(link)).exit_code == 0
    assert (link.is_symlink(), target.read_text(encoding="utf-8"), target.stat().st_mode & 0o777) == (True, table(NEWS), 0o600)


@pytest.mark.skipif(os.name == "nt", reason="devices are those of Unix")
def test_a_device_is_written_to(files: tuple[str, str]) -> None:
    """Nothing is put in its place; /dev/stdout is standard output."""
    null = Path("/dev/null")
    assert (run(files[0], *ANCHOR, "--to", "json", "-o", str(null)).exit_code, null.is_char_device()) == (0, True)
    assert run(files[0], *ANCHOR, "-o", "/dev/stdout").stdout == run(files[0], *ANCHOR, "-o", "-").stdout == table(NEWS)


# -- mistakes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Missing option '--anchor'"),
        (("--anchor", "yesterday"), "the clock is never read: write the day"),
        (("--anchor", "2023-02-30"), "2023-02-30"),
        ((*ANCHOR, "--tz", "Mars/Base"), "there is no time zone 'Mars/Base'"),
        ((*ANCHOR, "--language", "tlh"), "tlh"),
        ((*ANCHOR, "--to", "pdf"), "'pdf' is not one of 'table', 'json'"),
        ((*ANCHOR, "--markup", "tex"), "'tex' is not"),
        ((*ANCHOR, "--encoding", "morse"), "there is no text encoding 'morse'"),
        ((*ANCHOR, "--encoding", "rot13"), "there is no text encoding 'rot13'"),
        ((*ANCHOR, "--wrong"), "No such option"),
        ((*ANCHOR, "--source", "x", "-", "a.txt"), "--source names one article, and there are 2 files"),
        ((*ANCHOR, "-", "-"), "standard input (-) can be read only once"),
    ],
)
def test_a_wrong_call_ends_with_2(arguments: Sequence[str], told: str) -> None:
    """What was wrong is told, and nothing is printed."""
    result = run(*arguments, text=NEWS)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in " ".join(result.stderr.split())


def test_a_missing_file_ends_with_1(tmp_path: Path) -> None:
    """The name is told."""
    result = run(str(tmp_path / "missing.txt"), *ANCHOR)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "missing.txt" in result.stderr


def test_a_directory_ends_with_1(tmp_path: Path) -> None:
    """A directory is no article."""
    assert run(str(tmp_path), *ANCHOR).exit_code == 1


@pytest.mark.parametrize("data", [b"met on Friday \xff", "met on Friday".encode("utf-16")])
def test_bytes_that_are_no_text_end_with_1(data: bytes) -> None:
    """The first wrong byte is told, and how to name the encoding."""
    result = run(*ANCHOR, text=data)
    assert result.exit_code == 1
    assert "timeline: cannot read standard input: it is no utf-8 (byte 0xff at offset" in result.stderr
    assert "--encoding" in result.stderr


def test_one_bad_file_does_not_lose_the_others(files: tuple[str, str], tmp_path: Path) -> None:
    """What can be read is written, what cannot be is told, and the exit code says so."""
    result = run(str(tmp_path / "missing.txt"), files[0], *ANCHOR)
    assert (result.exit_code, result.stdout) == (1, table(NEWS))
    assert "missing.txt" in result.stderr


def test_an_output_that_cannot_be_written_ends_with_1(files: tuple[str, str], tmp_path: Path) -> None:
    """A directory that is not there is told."""
    result = run(files[0], *ANCHOR, "-o", str(tmp_path / "no" / "out.txt"))
    assert (result.exit_code, "cannot write" in result.stderr) == (1, True)


def test_an_empty_calendar_ends_with_1() -> None:
    """A text without dates makes no calendar, and says so."""
    result = run(*ANCHOR, "--to", "ical", text="Nobody knows.\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing to export" in result.stderr


@pytest.mark.parametrize("name", main.commands)
def test_the_help_has_headings(name: str) -> None:
    """Every option stands once, under a heading, and no argument among them; examples of the command stand at the end."""
    shown = called([name, "--help"]).stdout
    headings = re.findall(r"^([A-Z]\w+):$", shown, re.MULTILINE)
    assert len(headings) == len(set(headings)) > 1 and headings[-1] == "Options"
    options = [option.opts[-1] for option in main.commands[name].params if isinstance(option, Option)]
    told = re.findall(r"^  (?:-\w, )?(--[\w-]+)", shown, re.MULTILINE)
    assert sorted(told) == sorted((*options, "--help")) and "\n  [" not in shown
    assert f"timeline {name} " in shown.rpartition("Examples:")[2]


# -- the program itself ------------------------------------------------------------------------------------------------


def test_the_version_is_told() -> None:
    """It is that of the installed distribution."""
    result = called(["--version"])
    assert (result.exit_code, result.stdout.split()[0]) == (0, "timeline")


def test_the_package_can_be_run() -> None:
    """`python -m timeline` is the same program; it speaks UTF-8 in any locale."""
    command = [sys.executable, "-m", "timeline", "extract", *ANCHOR, "--to", "json"]
    environment = {"PYTHONIOENCODING": "ascii", "PATH": "", "PYTHONPATH": str(Path(timeline.__file__).parent.parent)}
    article = "Müller met “the press” on Friday.\n"
    done = subprocess.run(command, input=article.encode(), capture_output=True, env=environment, timeout=60, check=True)
    assert json.loads(done.stdout)["entries"][0]["sentence"] == article.strip()


def test_conventions_can_be_given() -> None:
    """The order of numeric dates and the start of fiscal years, in any case."""
    assert run(*ANCHOR, "--date-order", "mdy", text="It opened on 3/4/2022.").stdout.startswith("2022-03-04 ")
    assert run(*ANCHOR, "--date-order", "DMY", text="It opened on 3/4/2022.").stdout.startswith("2022-04-03 ")
    told = run(*ANCHOR, "--fiscal-year-start", "10", text="Sales rose in fiscal 2022.").stdout
    assert told.startswith("2021-10-01/2022-09-30 ")


def test_a_calendar_takes_in_what_is_asked_for() -> None:
    """What the report advises can be done: windows, and what is denied."""
    text = "The bridge closed on 5 May 2022. It opened in 1904."
    without, with_windows = (run(*ANCHOR, "--to", "ical", *more, text=text) for more in ((), ("--include", "windows")))
    assert "--include windows takes it in" in without.stderr and "windows" not in with_windows.stderr
    assert without.stdout.count("BEGIN:VEVENT") + 1 == with_windows.stdout.count("BEGIN:VEVENT")
