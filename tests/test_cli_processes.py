"""The command line as a process of its own: interrupts, pipes, completion, what it loads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

import timeline

PROGRAM = (sys.executable, "-m", "timeline")
DAY = ("--anchor", "2023-09-18")
UNIX = pytest.mark.skipif(os.name == "nt", reason="signals, pipes and full devices are those of Unix")
SOURCE = str(Path(timeline.__file__).parent.parent)


def started(*arguments: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    """A running program, that of the source under test in any folder."""
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": SOURCE, **(env or {})},
    )


def printed(*arguments: str, env: Mapping[str, str] | None = None) -> str:
    """What a program prints that must succeed."""
    process = started(*arguments, env=env)
    out, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, b"")
    return out.decode()


def articles(folder: Path, count: int, more: str = "") -> Path:
    """A folder with many articles."""
    news = folder / "news"
    news.mkdir()
    for number in range(count):
        (news / f"{number:04}.txt").write_text(f"The ministers met on Friday in hall {number}. {more}\n", encoding="utf-8")
    return news


@UNIX
@pytest.mark.parametrize("old", ["what stood there", None])
def test_an_interrupt_leaves_whole_files_only(tmp_path: Path, old: str | None) -> None:
    """Ctrl-C in the middle of writing: the old file still stands, the unfinished one is gone, and nothing is a traceback."""
    many = articles(tmp_path, 2_000)
    target = many.parent / "out.jsonl"
    if old is not None:
        target.write_text(old, encoding="utf-8")
    process = started("extract", str(many), *DAY, "-o", str(target))
    until = time.monotonic() + 60
    while not [*many.parent.glob(".timeline-*.part")] and time.monotonic() < until:
        time.sleep(0.02)
    assert process.poll() is None, "it was done before it could be interrupted"
    process.send_signal(signal.SIGINT)
    out, told = process.communicate(timeout=60)
    assert (process.returncode, out, told) == (130, b"", b"\ntimeline: interrupted\n")
    assert (target.read_text(encoding="utf-8") if target.exists() else None) == old
    assert {*many.parent.iterdir()} == {many, *([target] if old is not None else [])}


@UNIX
def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    """`timeline ... | head -1` tells nothing."""
    with started("extract", str(articles(tmp_path, 100)), *DAY, "--to", "jsonl") as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline().startswith(b'{"format": "timeline"')
        process.stdout.close()
        assert (process.stderr.read(), process.wait(60)) == (b"", 1)


@UNIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """In one line, for standard output and for a file."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "rules"], stdout=full, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": SOURCE}, timeout=60
        )
    assert (done.returncode, done.stderr) == (1, b"Error: cannot write standard output: No space left on device\n")


@UNIX
def test_closed_streams_are_told() -> None:
    """A job without standard input or output gets a message."""
    command = " ".join((sys.executable, "-m timeline extract --anchor 2023-09-18 <&- >&-"))
    done = subprocess.run(
        ["sh", "-c", command], stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": SOURCE}, timeout=60
    )
    assert (done.returncode, done.stderr) == (1, b"timeline: cannot read standard input: it is closed\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_can_be_generated(shell: str) -> None:
    """The page on the command line tells how to load what this prints."""
    source = printed(env={"_TIMELINE_COMPLETE": f"{shell}_source"})
    assert "_TIMELINE_COMPLETE" in source and f"{shell}_complete" in source


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("timeline ex", {"explain", "extract"}),
        ("timeline extract --anchor-from ", {"name", "mtime"}),
        ("timeline query --to ic", {"ical"}),
        ("timeline extract --tz europe/be", {"Europe/Belfast", "Europe/Belgrade", "Europe/Berlin"}),
        ("timeline extract --fis", {"--fiscal-year-start"}),
    ],
)
def test_completion_offers(words: str, offered: set[str]) -> None:
    """Subcommands, options, choices and zones."""
    count = len(words.split()) - (0 if words.endswith(" ") else 1)
    env = {"_TIMELINE_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(count)}
    assert {line.partition(",")[2] for line in printed(env=env).splitlines()} == offered


# opening weights ends the program at once
LIGHT = """
import os, sys
sys.addaudithook(lambda name, args: name == "open" and str(args[0]).endswith(".bin") and os._exit(9))
from timeline.cli import main
try:
    main(sys.argv[1:], prog_name="timeline")
finally:
    print(sorted({"icalendar", "dateparser", "holidays", "numpy", "jinja2"} & set(sys.modules)), file=sys.stderr)
"""


def light(*arguments: str) -> tuple[int, bytes]:
    """How a program ends that may read no weights, and the packages that it loaded without need."""
    env = {**os.environ, "PYTHONPATH": SOURCE}
    done = subprocess.run([sys.executable, "-c", LIGHT, *arguments], capture_output=True, env=env, timeout=60)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("rules",), ("rules", "next", "Friday"), ("extract", "-h"), ("resolve", "1 May 2020")],
)
def test_what_needs_no_weights_reads_none(arguments: tuple[str, ...]) -> None:
    """Help, rules and single phrases load no model and no calendar, so that they answer at once."""
    assert light(*arguments) == (0, b"[]\n")


def test_reading_weights_is_noticed(tmp_path: Path) -> None:
    """The test above can fail."""
    path = tmp_path / "talks.txt"
    path.write_text("The ministers met on Friday.", encoding="utf-8")
    assert light("extract", str(path), *DAY)[0] == 9


@UNIX
@pytest.mark.parametrize(("options", "drawn"), [((), True), (("-q",), False)])
def test_long_work_draws_a_progress_bar_on_a_terminal(tmp_path: Path, options: tuple[str, ...], drawn: bool) -> None:
    """On standard error, and only there; problems come after it, each on a line."""
    import pty

    many = articles(tmp_path, 20, "x" * 20_000)
    main_end, other_end = pty.openpty()
    command = [*PROGRAM, "extract", str(many), "missing.txt", *DAY, "--to", "records", *options]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=other_end, env={**os.environ, "PYTHONPATH": SOURCE}, timeout=60
    )
    os.close(other_end)
    told = b""
    with suppress(OSError), open(main_end, "rb", buffering=0) as terminal:  # its end is an error
        while part := terminal.read(4_096):
            told += part
    assert (done.returncode, done.stdout.count(b"\n")) == (1, 20)
    assert (b"reading" in told and b"100%" in told) == drawn
    assert told.splitlines()[-1].startswith(b"timeline: cannot read 'missing.txt'")
