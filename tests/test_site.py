"""The documentation as a site: built with warnings as errors, complete, and readable without a network."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import timeline

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
# what a browser loads by itself, as against what a reader may follow
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("object", "data")}


class Page(HTMLParser):
    """What a page loads, where it leads, and the places in it that one can be led to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.places: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is None:
                continue
            if (tag, name) in LOADED:
                self.loads.append(value)
            elif (tag, name) == ("a", "href"):
                self.leads.append(value)
            elif name == "id":
                self.places.add(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` builds it."""
    if "CI" not in os.environ:
        pytest.importorskip("sphinx")
        pytest.importorskip("furo")
    out = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "--keep-going",
        "-n",
        "-q",
        "-E",
        "-d",
        f"{out}/trees",
        str(DOCS),
        f"{out}/html",
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=ROOT)
    assert (run.returncode, run.stderr) == (0, "")
    return out / "html"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(site.rglob("*.html"))}


def test_nothing_is_loaded_from_elsewhere(site: Path, pages: dict[Path, Page]) -> None:
    """No font, style, script or picture comes over a network."""
    loaded = [(path.name, place) for path, page in pages.items() for place in page.loads if urlsplit(place).netloc]
    for path in sorted(site.rglob("*.css")):
        found = re.findall(r"(?:url\(|@import)\s*['\"]?((?:https?:)?//[^'\")]+)", path.read_text(encoding="utf-8"))
        loaded += [(path.name, place) for place in found]
    assert loaded == []


def test_no_link_inside_is_broken(site: Path, pages: dict[Path, Page]) -> None:
    """A link from page to page leads to a file that is there, and to a place in it that is there."""
    broken = []
    for path, page in pages.items():
        for link in (*page.leads, *page.loads):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            there = target in pages and (not parts.fragment or unquote(parts.fragment) in pages[target].places)
            if not there and not (target.is_file() and target not in pages):
                broken.append((path.name, link))
    # the pages of the search and the index are made by Sphinx and lead to the top of themselves
    assert [pair for pair in broken if pair[1] not in ("#", "#top")] == []


def test_every_public_name_is_in_the_reference() -> None:
    """What can be imported from `timeline` has its docstring on the page of public names, once."""
    source = (DOCS / "api.md").read_text(encoding="utf-8")
    named = re.findall(r"^\.\. auto(?:function|class|exception):: (\w+)$", source, re.MULTILINE)
    assert sorted(named) == sorted(timeline.__all__)


@pytest.mark.parametrize("name", sorted(timeline.__all__))
def test_a_public_name_has_an_example(name: str) -> None:
    """The docstring shows it at work; the suite runs all docstrings."""
    assert ">>> " in (inspect.getdoc(getattr(timeline, name)) or "")


# -- examples ----------------------------------------------------------------------------------------------------------

# what stands in fences: directives of the site, and what is no Python
NO_PYTHON = ("console", "html", "json", "sh", "sql", "text", "toml", "xml", "{")
WRITTEN = ("README.md", *sorted(f"docs/{path.name}" for path in DOCS.glob("*.md")))
FENCE = re.compile(r"^(?P<fence>```+|:::+)(?P<language>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", WRITTEN)
def test_every_python_example_is_run(name: str) -> None:
    """Code that imports or calls the package stands as an interpreter session, which the suite runs as a doctest.

    Shell commands, drawings and what stands in a fence with another language are no Python.
    """
    text = (ROOT / name).read_text(encoding="utf-8")
    fences = [found["language"].strip() for found in FENCE.finditer(text)]
    assert [language for language in fences if not language.startswith(NO_PYTHON)] == [], "write it as an indented session"
    unfenced = FENCE.sub("", text)
    loose = [
        line
        for block in re.findall(r"(?:^    .*\n|^\n)+", unfenced, re.MULTILINE)
        if ">>> " not in block
        for line in block.splitlines()
        if re.match(r"\s+(import \w|from [\w.]+ import |\w+ = timeline\.|print\(|with open\()", line)
    ]
    assert loose == []
