"""A timeline as a data frame: Arrow, Parquet, pandas and polars, each loaded when it is first asked for.

All have the columns of `timeline.export.columns`.  Days are calendar dates, not nanoseconds, so no year between 1 and 9999
is out of reach; what lies outside is told by the day numbers and by the EDTF and ISO 8601 columns.
"""

from __future__ import annotations

import datetime
import importlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from timeline.errors import ExtraError
from timeline.export.columns import COLUMNS, DAY, FLAG, NUMBER, SCHEMA_VERSION, TEXT
from timeline.export.records import to_records
from timeline.export.tables import storable
from timeline.model import Timeline

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

LARGEST = 2**63 - 1  # the number of a day billions of years away has no place in a column
EXTRAS = MappingProxyType({"pandas": "pandas", "polars": "polars", "pyarrow": "arrow"})


def _package(name: str, asked: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        extra = EXTRAS[package]
        told = f"{asked} needs the package {package!r} (the extra {extra!r} names it): pip install {package}"
        raise ExtraError(told) from None


def _cells(tl: Timeline) -> dict[str, list[Any]]:
    """The cells of each column: days as dates, and no text that UTF-8 cannot hold."""
    records = to_records(tl)
    return {column.name: [_cell(record[column.name], column.type) for record in records] for column in COLUMNS}


def _cell(value: Any, kind: str) -> Any:
    if value is None or (kind == NUMBER and not -LARGEST <= value <= LARGEST):
        return None
    return datetime.date.fromisoformat(value) if kind == DAY else storable(value) if kind == TEXT else value


def arrow_schema() -> pyarrow.Schema:
    """The Arrow schema of every table that is written, with its version as metadata under ``timeline.schema_version``.

    Each field tells under ``description`` what it holds.  Raises `ExtraError` when pyarrow is not installed.

    >>> schema = arrow_schema()
    >>> schema.field("first_day").type, schema.metadata[b"timeline.schema_version"]
    (DataType(date32[day]), b'1')
    """
    pa = _package("pyarrow", "arrow_schema")
    types = {TEXT: pa.string(), DAY: pa.date32(), NUMBER: pa.int64(), FLAG: pa.bool_()}
    fields = [
        pa.field(column.name, types[column.type], nullable=column.empty, metadata={"description": column.description})
        for column in COLUMNS
    ]
    schema: pyarrow.Schema = pa.schema(fields, metadata={"timeline.schema_version": str(SCHEMA_VERSION)})
    return schema


def to_arrow(tl: Timeline) -> pyarrow.Table:
    """The entries as an Arrow table of the schema that `arrow_schema` gives, also where there are none.

    Raises `ExtraError` when pyarrow is not installed.

    >>> from timeline.calendar.values import When
    >>> from timeline.entries.entry import Entry
    >>> talks = Entry(label="talks", when=When.read("2023-09-18/2023-09-21"))
    >>> to_arrow(Timeline(entries=(talks,)))["first_day"].to_pylist()
    [datetime.date(2023, 9, 18)]
    """
    pa = _package("pyarrow", "to_arrow")
    table: pyarrow.Table = pa.table(_cells(tl), schema=arrow_schema())
    return table


def to_parquet(tl: Timeline) -> bytes:
    """The bytes of a Parquet file of that Arrow table, its schema and version included; any number of them stack.

    Raises `ExtraError` when pyarrow is not installed.

    >>> to_parquet(Timeline(entries=()))[:4]
    b'PAR1'
    """
    pa, parquet = _package("pyarrow", "to_parquet"), _package("pyarrow.parquet", "to_parquet")
    sink = pa.BufferOutputStream()
    parquet.write_table(to_arrow(tl), sink)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def to_pandas(tl: Timeline) -> pandas.DataFrame:
    """The entries as a pandas data frame.

    Days are `datetime.date` objects in columns of type object, since the nanoseconds of a pandas timestamp end in 1677 and
    2262; numbers are nullable integers, texts nullable strings.  Raises `ExtraError` when pandas is not installed.

    >>> from timeline.calendar.values import When
    >>> from timeline.entries.entry import Entry
    >>> frame = to_pandas(Timeline(entries=(Entry(label="Magna Carta", when=When.read("1215-06-15")),)))
    >>> frame.loc[0, "first_day"], int(frame.loc[0, "first_ordinal"])
    (datetime.date(1215, 6, 15), 443570)
    """
    pd = _package("pandas", "to_pandas")
    types = {TEXT: "string", DAY: "object", NUMBER: "Int64", FLAG: "bool"}
    cells = _cells(tl)
    frame: pandas.DataFrame = pd.DataFrame({c.name: pd.Series(cells[c.name], dtype=types[c.type]) for c in COLUMNS})
    return frame


def to_polars(tl: Timeline) -> polars.DataFrame:
    """The entries as a polars data frame, days as dates.

    Raises `ExtraError` when polars is not installed.

    >>> to_polars(Timeline(entries=())).schema["first_ordinal"]
    Int64
    """
    pl = _package("polars", "to_polars")
    types = {TEXT: pl.String, DAY: pl.Date, NUMBER: pl.Int64, FLAG: pl.Boolean}
    frame: polars.DataFrame = pl.DataFrame(_cells(tl), schema={column.name: types[column.type] for column in COLUMNS})
    return frame
