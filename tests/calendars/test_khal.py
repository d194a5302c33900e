"""khal, a calendar program for the terminal, takes a calendar into its folder of files, shows it, and takes the corrected one.

It runs as its users run it, in a process of its own, with a home and a configuration that hold nothing but what is said here.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calendars.corrected import published, republished
from tests.calendars.reading import uids
from timeline import Timeline, extract, to_ical

ROOT = Path(__file__).parent.parent.parent
CONFIG = """\
[calendars]
[[news]]
path = {home}/news
[sqlite]
path = {home}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Dublin
default_timezone = Europe/Dublin
unicode_symbols = False
[default]
default_calendar = news
"""


class Khal:
    """khal with an empty calendar of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        (home / "news").mkdir()
        (home / "config").write_text(CONFIG.format(home=home), encoding="utf-8")

    def __call__(self, *arguments: str) -> str:
        """What khal prints."""
        home = str(self.home)
        environment = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "PATH": ""}
        command = [sys.executable, "-m", "khal", "--no-color", "-c", f"{home}/config", *arguments]
        environment |= {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", env=environment, cwd=home, timeout=120, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def take(self, tl: Timeline) -> None:
        """Imports the calendar of a timeline."""
        file = self.home / "calendar.ics"
        file.write_bytes(to_ical(tl))
        self("import", "--batch", "-a", "news", str(file))

    def files(self) -> set[str]:
        """The names of the files in its folder, one for each event; what it writes beside and leaves is no event."""
        return {path.stem for path in (self.home / "news").glob("*.ics")}

    def listed(self, first: str, length: str) -> list[str]:
        """Day by day what takes place."""
        shown = self("list", first, length, "--format", "{start-end-time-style} {title}", "--day-format", "{date}")
        return [line.rstrip() for line in shown.splitlines()]


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


def test_khal_shows_an_article_and_takes_the_corrected_one(khal: Khal) -> None:
    """Times, days and repetitions stand where the article has them, in local time, also after the clocks were set back.

    The corrected article gives the same files, the new hour, and nothing twice.
    """
    khal.take(published())
    before = khal.files()
    assert before == set(uids(published()))
    assert khal.listed("2023-10-03", "1d") == ["2023-10-03", "<-> The road will be closed", "19:00-20:00 The choir meets"]
    assert khal.listed("2023-10-31", "1d") == ["2023-10-31", "19:00-20:00 The choir meets"]
    khal.take(republished())
    assert khal.files() == before
    council = "16:00-17:00 The town council will meet to vote on the bridge"  # khal gives an hour to what has no length
    assert khal.listed("2023-09-27", "5d") == ["2023-09-29", council]


def test_khal_shows_what_the_documentation_shows(khal: Khal) -> None:
    """The commands of the page and what they print, for the calendar that stands beside the article."""
    page = (ROOT / "docs" / "calendars.md").read_text(encoding="utf-8").split("## In khal")[1].split("\n## ")[0]
    told = [line.removeprefix("    ") for line in page.splitlines() if line.startswith("    ")]
    commands = [shlex.split(line)[1:] for line in told if line.startswith("khal ")]
    shutil.copy(ROOT / "seeds" / "wang-yi-visits-moscow.ics", khal.home)
    printed = [line.rstrip() for command in commands for line in khal(*command).splitlines()]
    assert len(commands) == 2
    assert printed == told[len(commands) :]


def test_a_source_names_no_file(khal: Khal) -> None:
    """A name that climbs out of a folder, or holds what a shell reads, stays a text in the event."""
    khal.take(extract("They met on 2 May 2024.", anchor="2024-05-03", source="../../evil; rm -rf $HOME"))
    assert len(khal.files()) == 1
    assert sorted(path.name for path in khal.home.iterdir()) == ["calendar.ics", "config", "khal.db", "news"]
