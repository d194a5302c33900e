"""The documentation says what the code does: tables made from it are current, and its examples hold."""

from __future__ import annotations

import datetime
import doctest
import importlib.util
import inspect
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import attrs
import pytest

import timeline
from tests.shell_examples import Shell, differs, sessions
from timeline import Entry, Event, Moment, Time, Timeline, When
from timeline.asking.table import state
from timeline.calendar.values import date_of

ROOT = Path(__file__).parent.parent
ANCHOR = "2023-09-18"
NO_FIGURES = frozenset(("3.10", "3.8"))  # versions
OBJECTS = (Timeline, Entry, When, Time, Event)


def loaded(path: Path) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sys.path.insert(0, str(ROOT / "tools"))  # the scripts import each other by their bare names
WRITER = loaded(ROOT / "tools" / "write_docs.py")
TABLES = loaded(ROOT / "tools" / "figure_tables.py")
MARKDOWN = loaded(ROOT / "tools" / "markdown_tables.py")
COMMAND_TABLES = loaded(ROOT / "tools" / "command_tables.py")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def rows(name: str, header: str) -> Iterator[list[str]]:
    """The rows of the table of a page that has this header, as cells."""
    lines = page(name).splitlines()
    for line in lines[lines.index(header) + 2 :]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def codes(cell: str) -> list[str]:
    """The code spans of a cell."""
    return re.findall("`([^`]+)`", cell)


# -- what is made from the code ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WRITER.PAGES)
def test_a_made_part_is_what_the_code_says(name: str) -> None:
    """After a change to rules, conventions or signatures, tools/write_docs.py writes the tables anew."""
    assert page(name) == WRITER.filled(page(name)), "out of date: run python tools/write_docs.py"


@pytest.mark.parametrize("name", WRITER.FILES)
def test_a_made_file_is_what_the_code_makes(name: str) -> None:
    """So are the published schema and the drawing of the seed article."""
    assert page(name) == WRITER.FILES[name](), "out of date: run python tools/write_docs.py"


@pytest.mark.parametrize("part", WRITER.PARTS_OF_PAGES)
def test_a_made_part_stands_on_one_page(part: str) -> None:
    """Every table that the script can make is somewhere, once."""
    assert sum(page(name).count(f"made by tools/write_docs.py: {part} -->") for name in WRITER.PAGES) == 1


def test_examples_in_the_scripts_hold() -> None:
    """The examples in their docstrings are true."""
    assert [doctest.testmod(script).failed for script in (WRITER, TABLES, MARKDOWN, COMMAND_TABLES)] == [0] * 4


def test_the_signature_table_has_every_public_function() -> None:
    """A function that can be imported can be found on the page of reference."""
    public = {getattr(timeline, name) for name in timeline.__all__ if inspect.isfunction(getattr(timeline, name))}
    assert public <= set(WRITER.FUNCTIONS)


def test_the_reference_has_every_public_member_of_a_timeline() -> None:
    """A newcomer finds all of it on one page, each in one table and in a running example."""
    public = {name for name in dir(Timeline) if not name.startswith("_")} | {f.name for f in attrs.fields(Timeline)}
    shown = [name for names in WRITER.MEMBERS.values() for name in names]
    assert sorted(shown) == sorted(public)
    examples = "\n".join(line for line in page("docs/reference.md").splitlines() if line.startswith("    >>> "))
    fields = set(WRITER.MEMBERS["holdings"])
    assert [name for name in shown if name not in fields and f".{name}" not in examples] == []


@pytest.mark.parametrize("name", sorted(path.stem for path in TABLES.RESULTS.glob("*.json")))
def test_a_file_of_results_says_how_it_was_made(name: str) -> None:
    """Figures stand with the command that makes them and the day they were made."""
    results = TABLES.results(name)
    assert results["command"] and datetime.date.fromisoformat(results["date"]) and results["figures"]


def told_figures() -> set[str]:
    """Every number of the files of results, as pages round it."""
    told: set[str] = set()
    waiting: list[object] = [TABLES.results(path.stem)["figures"] for path in TABLES.RESULTS.glob("*.json")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (list, dict)):
            waiting += value.values() if isinstance(value, dict) else value
        elif isinstance(value, (int, float)):
            told |= {f"{value:.1f}", f"{value:g}"}
    return told


@pytest.mark.parametrize("name", ["README.md", "docs/accuracy.md", "docs/limits.md", "docs/performance.md"])
def test_a_figure_in_a_sentence_is_one_of_the_results(name: str) -> None:
    """What is said between the tables says no figure that no command made."""
    by_hand = re.sub(r"`[^`]*`", "", WRITER.MARKED.sub("", page(name)))
    figures = set(re.findall(r"(?<![\w.])\d+\.\d+(?![\w.]|\.\d)", by_hand))
    assert figures - told_figures() - NO_FIGURES == set()


# -- what is written by hand -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thing", OBJECTS, ids=lambda thing: thing.__name__)
def test_attributes_named_in_the_reference_exist(thing: type) -> None:
    """The table of the main attributes names no attribute that is not there."""
    told = dict(rows("docs/reference.md", "| object | its main attributes |"))[f"`{thing.__name__}`"]
    there = {*(field.name for field in attrs.fields(thing)), *dir(thing)}
    assert set(codes(told)) - {"str"} <= there


def understood() -> Iterator[tuple[str, str]]:
    for _, examples in rows("docs/reads.md", "| kind | examples |"):
        yield from re.findall("`([^`]+)` → `([^`]+)`", examples)


@pytest.mark.parametrize(("said", "wanted"), [pytest.param(*pair, id=pair[0]) for pair in understood()])
def test_what_the_page_says_is_read(said: str, wanted: str) -> None:
    """The last time in the words is dated as the page of what is read has it."""
    time = timeline.times(said, anchor=ANCHOR)[-1]
    rule = time.recurrence.rule if time.recurrence is not None else None
    got = time.reason if not time.resolved else str(time.when) if time.when is not None else rule or time.value
    assert got == wanted


@pytest.mark.parametrize("mod", ["APPROX", "MORE_THAN"])
def test_modifiers_on_the_page_are_those_of_the_words(mod: str) -> None:
    """A modifier behind a length is the one that the time has."""
    told = re.findall(rf"`([^`]+)` → `[^`]+` \({mod}\)", page("docs/reads.md"))
    assert [timeline.times(said, anchor=ANCHOR)[0].mod for said in told] == [mod]


EVENTS = [pytest.param(*cells, id=cells[0]) for cells in rows("docs/reads.md", "| said | the event | |")]


@pytest.mark.parametrize(("said", "dates", "told"), EVENTS)
def test_what_the_page_says_of_events(said: str, dates: str, told: str) -> None:
    """The event has the dates, and lies in them, as the page has it."""
    (entry,) = (entry for entry in timeline.extract(codes(said)[0], anchor=ANCHOR) if entry.dated)
    assert str(entry.when) == codes(dates)[0]
    filled = "all of it" if entry.when.start is not None else "the start is not known"
    assert told.startswith({"within": "within it", "ongoing": "ongoing", "": filled}[state(entry)])


WRONG = [pytest.param(*cells[:2], id=cells[0]) for cells in rows("docs/limits.md", "| said | row today | what is right |")]


@pytest.mark.parametrize(("said", "row"), WRONG)
def test_what_is_told_to_be_wrong_is_wrong(said: str, row: str) -> None:
    """A row on the page of limits comes out as it says: what is mended is taken out of the table."""
    dates, label = codes(row)
    assert (dates, label) in [(str(entry.when), entry.label) for entry in timeline.extract(codes(said)[0], anchor=ANCHOR)]


BOUNDS_HEADER = "| said | start between | end between | holds | dates |"
BOUNDS = [pytest.param(*cells, id=cells[0]) for cells in rows("docs/design.md", BOUNDS_HEADER)]


def day(moment: Moment | None, end: bool = False) -> str:
    return "open" if moment is None else str(date_of(moment.last_day if end else moment.day))


@pytest.mark.parametrize(("said", "start", "end", "holds", "dates"), BOUNDS)
def test_the_bounds_on_the_design_page(said: str, start: str, end: str, holds: str, dates: str) -> None:
    """The four bounds of a When are those of the table."""
    (entry,) = (entry for entry in timeline.extract(codes(said)[0], anchor=ANCHOR) if entry.dated)
    when = entry.when
    known = when.start is not None and when.end is not None
    assert f"{day(when.earliest_start)} .. {day(when.latest_start)}" == codes(start)[0]
    assert f"{day(when.earliest_end, end=True)} .. {day(when.latest_end, end=True)}" == codes(end)[0]
    assert str(when) == codes(dates)[0]
    assert holds == ("window" if when.window else "ongoing" if when.ongoing else "extent" if known else "open")


PAGES_OUTSIDE = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "benchmarks/README.md")
ALL_PAGES = (*PAGES_OUTSIDE, *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
LINKS = [(name, link) for name in ALL_PAGES for link in re.findall(r"\]\(([^)#:]+)\)", page(name))]


@pytest.mark.parametrize(("name", "link"), LINKS)
def test_a_link_between_pages_leads_somewhere(name: str, link: str) -> None:
    """No page names a file that is not there."""
    assert (ROOT / name).parent.joinpath(link).exists()


# -- shell sessions ----------------------------------------------------------------------------------------------------

WITH_SESSIONS = [name for name in ALL_PAGES if any(sessions(page(name)))]


@pytest.mark.parametrize("name", WITH_SESSIONS)
def test_a_shell_session_prints_what_the_page_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commands of a page are run one after the other, in a folder that holds the seed articles."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    shell = Shell()
    wrong = [differs(example, shell.run(example.command)) for example in sessions(page(name))]
    assert [told for told in wrong if told] == []


def test_a_wrong_session_is_noticed() -> None:
    """The test above can fail."""
    (example,) = sessions("```console\n$ timeline resolve 2019\n2020\n```\n")
    assert "expected:\n2020\nprinted:\n2019\n" in differs(example, Shell().run(example.command))


def test_the_first_command_of_the_readme_prints_the_table_of_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its last part is run as it stands there."""
    monkeypatch.chdir(ROOT)
    (command,) = re.findall(r"&& try/bin/(timeline .*)$", page("README.md"), re.MULTILINE)
    for line in Shell().run(command).splitlines()[:-1]:  # the last one counts what is not shown
        assert f"    {line}\n" in page("README.md")
