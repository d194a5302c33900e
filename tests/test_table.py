"""How a timeline looks: in a terminal of any width, in a notebook, and in a debugger."""

from __future__ import annotations

import html.parser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests import samples
from timeline import Entry, Timeline
from timeline.asking.table import LEAST_WIDTH, columns, shortened

MONDAY = samples.mention("Monday")
LONG = samples.entry("a very long label about the talks that went on and on and on", samples.TALKS, time=MONDAY)
WIDE = samples.entry("外相がモスクワで会談した", samples.WEEKEND)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_table_fits_into_the_terminal(width: int) -> None:
    """Labels are cut, dates and the words of the time never."""
    lines = Timeline(entries=(WIDE, LONG)).table(width).splitlines()
    assert all(columns(line) <= width for line in lines)
    assert lines[1].startswith("2023-09-18/2023-09-21") and lines[1].endswith('"Monday"')


def test_wide_characters_take_two_columns() -> None:
    """The columns of the table stand below each other."""
    tl = Timeline(entries=tuple(samples.entry(label, time=MONDAY) for label in ("会議", "meeting")))
    first, second = tl.table().splitlines()
    assert columns(first.partition('"')[0]) == columns(second.partition('"')[0])


@given(st.text(st.characters(categories=("Cc", "Cf", "Cs", "Lu")), max_size=12))
def test_no_control_character_of_a_text_reaches_a_terminal(said: str) -> None:
    """Neither a label nor a source can move the cursor, ring the bell or turn the line around, and all can be encoded."""
    entries = tuple(samples.entry(f"talks{said}{number}", time=MONDAY) for number in (1, 2))
    lines = Timeline(entries=entries).table().split("\n")
    assert len(lines) == 2 and not set("".join(lines)) & set("\x00\x07\x1b\r\x85\x9b\u202e\u2066")
    assert "".join(lines).encode("utf-8")


def test_a_very_narrow_terminal_still_shows_something() -> None:
    """Then the lines are longer than it."""
    assert LONG.label[: LEAST_WIDTH - 1].rstrip() in Timeline(entries=(LONG,)).table(10)


@given(st.text(max_size=30), st.integers(2, 20))
def test_a_cut_label_is_no_wider(label: str, width: int) -> None:
    """Whatever its characters are."""
    assert columns(shortened(label, width)) <= max(width, 1)
    assert shortened(label, 60) == label


def test_a_repr_is_short() -> None:
    """It names what tells timelines apart, not a thousand entries."""
    tl = samples.timeline_of(*[samples.entry()] * 1000)
    assert repr(tl) == "<Timeline: 1000 entries, source https://example.org/1, anchor 2023-09-18>"
    assert repr(Timeline(entries=(Entry(label="x"),))) == "<Timeline: 1 entry>"


class Tags(html.parser.HTMLParser):
    """The tags and texts of a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.attributes: list[object] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_notebook_shows_a_table_without_scripts() -> None:
    """Whatever the text says, it is text."""
    nasty = '<script>alert("x")</script> & <b onclick=x>talks</b>'
    tl = Timeline(entries=(samples.entry(nasty, event=samples.event("talks"), source="<i>"),), hidden=(Entry(label="x"),))
    shown = Tags(tl._repr_html_())
    assert shown.tags == {"table", "tr", "th", "td", "p"} and not shown.attributes
    assert nasty in shown.texts and "not shown: 1 undated event" in shown.texts


def test_a_notebook_shows_no_million_rows() -> None:
    """What is left out is counted."""
    shown = Tags(Timeline(entries=(LONG,) * 1000)._repr_html_())
    assert "and 800 more" in shown.texts


def test_a_merged_timeline_shows_its_sources() -> None:
    """In a column of its own."""
    parts = [timeline.extract("They met on Friday.", anchor="2023-09-18", source=name) for name in ("x", "y")]
    merged = parts[0] | parts[1]
    assert [line.rpartition(" ")[2] for line in str(merged).splitlines()] == ["[x]", "[y]"]
    assert "<td>x</td>" in merged._repr_html_()


def test_what_is_shown_is_not_counted_as_hidden() -> None:
    """The undated entries themselves end with no line about undated entries."""
    tl = timeline.extract("They met on Friday. A crowd gathered.", anchor="2023-09-18")
    assert str(tl).endswith("not shown: 1 undated event")
    assert "not shown" not in str(tl.undated)
