"""The tables of the data set as Apache Parquet, typed and compressed: for pandas, R, DuckDB and Spark.

A format of its own, so that `tei export dataset` gives the same files on every machine. Needs pyarrow (extra
`parquet`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from typing import Any, Final

from edition.exchange.dataset.rows import batches
from edition.exchange.dataset.schema import TABLES, Column, Row, Table
from edition.exchange.request import NO_LIBRARY, Request
from edition.site.plan import File
from tei.errors import OutputError
from tei.findings import Finding, Location

SUFFIX: Final = ""
_ROWS: Final = 1 << 15
"""Rows of a row group: what readers take into memory at once."""


def export(request: Request) -> Iterator[File | Finding]:
    """Yield a file for each table, in pieces. Raises OutputError where pyarrow is not installed."""
    arrow = _library()
    sheets = {table.name: _Sheet(arrow, table) for table in TABLES}
    for one in batches(request):
        if isinstance(one, Finding):
            yield one
            continue
        table, rows = one
        yield from sheets[table.name].add(rows)
    for sheet in sheets.values():
        yield from sheet.close()


def _library() -> Any:
    try:
        import_module("pyarrow.parquet")
    except ImportError:
        hint = 'install it: pip install "tei-edition[parquet]"'
        raise OutputError(NO_LIBRARY.at(Location(""), "Parquet needs pyarrow, which is not installed", hint)) from None
    return import_module("pyarrow")


class _Sink:
    """A file that pyarrow writes into, and that gives away what was written."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Take a piece."""
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Keep what there is: it is fetched by `taken`."""

    def close(self) -> None:
        """Stay open for `taken`."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


class _Sheet:
    """A table that is being written, one row group after the other."""

    def __init__(self, arrow: Any, table: Table) -> None:
        self._arrow, self._table = arrow, table
        self._schema = arrow.schema([_field(arrow, column) for column in table.columns])
        self._sink = _Sink()
        target = arrow.PythonFile(self._sink, mode="w")
        self._writer = arrow.parquet.ParquetWriter(target, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, rows: Sequence[Row]) -> Iterator[File]:
        """Take rows, and yield a piece of the file where there are enough."""
        self._rows += rows
        if len(self._rows) >= _ROWS:
            self._group()
            yield self._file()

    def close(self) -> Iterator[File]:
        """Yield the end of the file."""
        if self._rows:
            self._group()
        self._writer.close()
        yield self._file()

    def _group(self) -> None:
        cells = zip(*self._rows, strict=True)
        arrays = [
            self._arrow.array(_typed(column, values), type=field.type)
            for column, field, values in zip(self._table.columns, self._schema, cells, strict=True)
        ]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def _file(self) -> File:
        return File(f"{self._table.name}.parquet", self._sink.taken())


def _field(arrow: Any, column: Column) -> Any:
    types = {"integer": arrow.int64(), "boolean": arrow.bool_(), "number": arrow.float64(), "date": arrow.date32()}
    kind = types.get(column.type, arrow.string())
    return arrow.field(column.name, kind, nullable=not column.required, metadata={"description": column.description})


def _typed(column: Column, values: Sequence[Any]) -> list[Any]:
    """Return the cells of a column as pyarrow takes them: what is empty has no value."""
    if column.type == "number":
        return [float(value) if value else None for value in values]
    if column.type == "date":
        return [date.fromisoformat(value) if value else None for value in values]
    return [None if value == "" else value for value in values]
