"""Tables: CSV that spreadsheets can open safely, Markdown, and data frames in which no date is lost."""

from __future__ import annotations

import csv
import datetime
import importlib
import io
import os
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

import timeline
from tests import samples
from tests.test_seeds import NAMES, extracted
from timeline import Timeline, When, to_csv, to_markdown, to_records
from timeline.errors import ExtraError
from timeline.export.columns import COLUMNS, DAY, FLAG
from timeline.export.columns import NAMES as COLUMN_NAMES
from timeline.export.columns import NUMBER, SCHEMA_VERSION, TEXT


def package(name: str) -> Any:
    """A package that frames need; only where nobody counts on the whole suite may it be missing."""
    return importlib.import_module(name) if "CI" in os.environ else pytest.importorskip(name)


def rows_of(text: str) -> list[list[str]]:
    """What a reader of CSV makes of a text."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def labelled(label: str) -> Timeline:
    return samples.timeline_of(samples.entry(label, event=None))


# -- columns -----------------------------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(samples.timelines())
def test_every_record_fills_the_columns(tl: Timeline) -> None:
    """The table of columns names the keys in their order, their types, and which of them are never empty."""
    types = {TEXT: str, DAY: str, NUMBER: int, FLAG: bool}
    for record in to_records(tl):
        assert tuple(record) == COLUMN_NAMES
        for column in COLUMNS:
            cell = record[column.name]
            assert column.empty if cell is None else type(cell) is types[column.type], column.name


# -- CSV ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_csv_table_reads_back_as_its_records(name: str) -> None:
    """Every cell is the text of the record's value; nothing and the empty text look the same."""
    tl = extracted(name)
    header, *rows = rows_of(to_csv(tl, guard=False))
    wanted = [
        ["" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell) for cell in record.values()]
        for record in to_records(tl)
    ]
    assert (tuple(header), rows) == (COLUMN_NAMES, wanted)


@settings(max_examples=100)
@given(samples.timelines())
def test_csv_keeps_to_rfc_4180(tl: Timeline) -> None:
    """Lines end in CRLF, all rows have as many cells, and what stands outside of quotes is neither control nor quote."""
    text = to_csv(tl)
    text.encode("utf-8")
    assert text.endswith("\r\n")
    assert {len(row) for row in rows_of(text)} == {len(COLUMNS)}
    bare = "".join(text.split('"')[::2])
    assert all(char >= " " or char in "\r\n\t" for char in bare)
    assert bare.count("\r") == bare.count("\n") == bare.count("\r\n") == 1 + len(tl)


@pytest.mark.parametrize("first", list("=+-@\t\r\n") + ["＝", "＋", "－", "＠"])
def test_no_text_can_be_taken_for_a_formula(first: str) -> None:
    """What a spreadsheet would run begins with an apostrophe, which it shows as text."""
    label = f'{first}HYPERLINK("http://x.example";"open")'
    assert rows_of(to_csv(labelled(label)))[1][0] == f"'{label}"
    assert rows_of(to_csv(labelled(label), guard=False))[1][0] == label


@settings(max_examples=100)
@given(samples.timelines())
def test_no_cell_of_a_guarded_table_begins_a_formula(tl: Timeline) -> None:
    """Whatever a text or a caller's source says; the one kind of cell that begins with a minus is a number."""
    kinds = [column.type for column in COLUMNS]
    for row in rows_of(to_csv(tl))[1:]:
        for cell, kind in zip(row, kinds, strict=True):
            assert cell[:1] not in ("=", "+", "@", "\t", "\r", "\n"), cell
            assert cell[:1] != "-" or (kind == NUMBER and int(cell) < 0), cell


def test_a_guarded_text_stays_the_same_where_there_is_no_danger() -> None:
    """An equals sign inside a text is a character like any other."""
    assert rows_of(to_csv(labelled("2 + 2 = 4, he said")))[1][0] == "2 + 2 = 4, he said"


def test_what_utf8_cannot_hold_is_replaced() -> None:
    """Halves of surrogate pairs and control characters are no reason to fail."""
    assert rows_of(to_csv(labelled("half \ud800 and \x00 nothing?")))[1][0] == "half \ufffd and \ufffd nothing?"


# -- Markdown ----------------------------------------------------------------------------------------------------------


def test_a_markdown_table_shows_what_a_printed_one_shows() -> None:
    """The same time, word, label and expression."""
    first = to_markdown(extracted("wang-yi-visits-moscow")).splitlines()[2]
    assert first == (
        "| 2023-01-01/2023-09-17 | within | Wang Yi's return to the position of Foreign Minister | earlier this year |"
    )


@pytest.mark.parametrize(
    "label", ["a | b", "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](y)", "`code` *and* _so_ on", "\\|"]
)
def test_a_text_brings_no_markup_into_a_markdown_table(label: str) -> None:
    """Each character that Markdown could read is escaped; the row keeps its four cells."""
    line = to_markdown(labelled(label)).splitlines()[2]
    assert line.replace("\\\\", "").replace("\\|", "").count("|") == 5
    escaped = line.split("| ", 3)[3].rsplit(" |", 2)[0]
    assert all(escaped[place - 1] == "\\" for place, char in enumerate(escaped) if char in "`*_[]<>|")


def test_a_line_break_does_not_end_a_markdown_row() -> None:
    """A label in two lines is one cell."""
    assert len(to_markdown(labelled("two\nlines\r\nand a\x0bthird")).splitlines()) == 3


def test_a_merged_markdown_table_names_the_sources() -> None:
    """As the printed one does."""
    merged = Timeline.merge(map(extracted, NAMES[:2]))
    assert to_markdown(merged).splitlines()[0] == "| when | | what | words | source |"
    assert all(line.endswith((f"{NAMES[0]} |", f"{NAMES[1]} |")) for line in to_markdown(merged).splitlines()[2:])


# -- data frames -------------------------------------------------------------------------------------------------------

OLD = (("the ides of March", "-0043-03-15"), ("Magna Carta", "1215-06-15"), ("the far end", "9999-12-31"))
FRAMES = {"pyarrow": timeline.to_arrow, "pandas": timeline.to_pandas, "polars": timeline.to_polars}


def old_timeline() -> Timeline:
    """Dates that no nanoseconds can count."""
    return samples.timeline_of(*(samples.entry(label, When.read(date)) for label, date in OLD))


def lists(frame: Any) -> dict[str, list[Any]]:
    """A frame of any kind as lists, nothing as None."""
    if hasattr(frame, "to_pydict"):
        return dict(frame.to_pydict())
    if hasattr(frame, "to_dicts"):
        return {name: frame[name].to_list() for name in frame.columns}
    return {name: [None if missing else cell for cell, missing in zip(frame[name], frame[name].isna(), strict=True)]
            for name in frame.columns}  # fmt: skip


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_holds_the_records(name: str) -> None:
    """Cell for cell, days as dates."""
    package(name)
    tl = extracted("clara-wexford")
    found = lists(FRAMES[name](tl))
    days = [column.name for column in COLUMNS if column.type == DAY]
    for column in COLUMNS:
        wanted = [record[column.name] for record in to_records(tl)]
        if column.name in days:
            wanted = [None if day is None else datetime.date.fromisoformat(day) for day in wanted]
        assert found[column.name] == wanted, column.name


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_keeps_dates_beyond_nanoseconds(name: str) -> None:
    """Years from 1 to 9999 are dates; the others are told by their number and their text."""
    package(name)
    found = lists(FRAMES[name](old_timeline()))
    assert found["first_day"] == [None, datetime.date(1215, 6, 15), datetime.date(9999, 12, 31)]
    assert found["last_day"] == found["first_day"]
    assert found["first_ordinal"] == [-15997, 443570, 3652059]
    assert found["edtf"] == [date for _, date in OLD]


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_frame_has_all_columns_with_their_types(name: str) -> None:
    """So that frames of many articles stack, whether or not one has entries."""
    package(name)
    empty, full = FRAMES[name](Timeline(entries=())), FRAMES[name](old_timeline())
    if name == "pyarrow":
        assert empty.schema.equals(full.schema, check_metadata=True)
    else:
        assert list(empty.columns) == list(COLUMN_NAMES)
        assert list(empty.dtypes) == list(full.dtypes)


@pytest.mark.parametrize("name", FRAMES)
@settings(max_examples=25)
@given(tl=samples.timelines())
def test_a_frame_can_be_made_of_any_timeline(name: str, tl: Timeline) -> None:
    """Texts that no encoding holds and days that no number holds are no reason to fail."""
    package(name)
    assert len(lists(FRAMES[name](tl))["label"]) == len(tl)


def test_the_arrow_schema_tells_its_version_and_its_columns() -> None:
    """A reader can see what it has before it."""
    package("pyarrow")
    schema = timeline.arrow_schema()
    assert schema.metadata == {b"timeline.schema_version": str(SCHEMA_VERSION).encode()}
    described = [(field.name, field.nullable, field.metadata[b"description"].decode()) for field in schema]
    assert described == [(column.name, column.empty, column.description) for column in COLUMNS]


def test_a_parquet_file_keeps_table_and_version() -> None:
    """What is written is what Arrow has, metadata and old dates included."""
    pa, parquet = package("pyarrow"), package("pyarrow.parquet")
    table = parquet.read_table(pa.BufferReader(timeline.to_parquet(old_timeline())))
    assert table.schema.equals(timeline.arrow_schema(), check_metadata=True)
    assert table.equals(timeline.to_arrow(old_timeline()))


def test_parquet_is_the_same_every_time() -> None:
    """The same bytes for the same timeline."""
    package("pyarrow")
    assert timeline.to_parquet(old_timeline()) == timeline.to_parquet(old_timeline())


ASKED: tuple[tuple[str, str, Callable[[Timeline], object]], ...] = (
    ("pyarrow", "arrow", timeline.to_arrow),
    ("pyarrow", "arrow", timeline.to_parquet),
    ("pandas", "pandas", timeline.to_pandas),
    ("polars", "polars", timeline.to_polars),
)


@pytest.mark.parametrize(("name", "extra", "asked"), ASKED)
def test_a_missing_package_is_named_with_its_extra(
    name: str, extra: str, asked: Callable[[Timeline], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is the command to run."""
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ExtraError, match=rf"needs the package '{name}' \(the extra '{extra}' names it\): pip install {name}"):
        asked(old_timeline())
