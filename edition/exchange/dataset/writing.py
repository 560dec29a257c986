"""Rows as CSV (RFC 4180) and JSON Lines, in pieces, so that a table of any length takes little memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Final

from edition.exchange.dataset.schema import Row, Table
from edition.site.plan import File

_PIECE: Final = 1 << 18
"""Characters of a piece of a file."""
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode


class Sheet:
    """A table that is being written; `true` and `false` are those of Table Schema, what is empty has no value."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._text = io.StringIO(newline="")
        self._writer = csv.writer(self._text, lineterminator="\r\n")
        self._lines: list[str] = []
        self._names = [column.name for column in table.columns]
        self._numbers = [column.name for column in table.columns if column.type == "number"]
        self._boolean = [at for at, column in enumerate(table.columns) if column.type == "boolean"]
        self._writer.writerow([column.name for column in table.columns])

    def add(self, rows: Sequence[Row]) -> None:
        """Take rows, in order."""
        self._writer.writerows(map(self._plain, rows) if self._boolean else rows)
        if self.table.lines:
            self._lines += map(self._line, rows)

    def _plain(self, row: Row) -> list[object]:
        cells: list[object] = list(row)
        for at in self._boolean:
            cells[at] = "true" if row[at] else "false"
        return cells

    def _line(self, row: Row) -> str:
        cells: dict[str, str | int | float | None] = dict(zip(self._names, row, strict=True))
        if "" in row:
            cells.update([(name, None) for name, cell in cells.items() if cell == ""])
        for name in self._numbers:
            cells[name] = float(cells[name] or 0) if cells[name] is not None else None
        return _ENCODE(cells) + "\n"

    def pieces(self, *, end: bool = False) -> Iterator[File]:
        """Yield what there is where it is enough for a piece, or all of it at the end."""
        if end or self._text.tell() >= _PIECE:
            yield File(f"csv/{self.table.name}.csv", self._text.getvalue().encode())
            self._text.seek(0)
            self._text.truncate()
            if self.table.lines:
                yield File(f"jsonl/{self.table.name}.jsonl", "".join(self._lines).encode())
                self._lines.clear()
