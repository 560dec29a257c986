"""A data package (Frictionless Data Package 1.0): its tables, found by their description, and their rows.

Rows of a table are asked for by the document or entry that they are of. They lie in a store on the disk while the
documents are made, so that memory stays flat whatever the order of the rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from edition.intake.table.delimited import records
from edition.intake.table.rules import BROKEN_TABLE
from tei.errors import SourceError
from tei.findings import Location

_LOT: Final = 2000
_LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a description; the tables are files of their own."""


class Row(dict[str, str]):
    """A row by the names of its columns; a column that is not there is empty."""

    def __missing__(self, name: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A table of the package."""

    name: str
    path: Path
    delimiter: str = ","
    charset: str = "utf-8-sig"

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows, each with its line. Raises SourceError."""
        columns: list[str] = []
        for _, line, cells in records(self.path, self.charset, self.delimiter, 0):
            if columns:
                yield line, Row(zip(columns, cells, strict=False))
            else:
                columns = [cell.strip() for cell in cells]


@dataclass(frozen=True, slots=True)
class Package:
    """A data package: what it says of itself, and its tables by name."""

    path: Path
    title: str
    tables: Mapping[str, Resource]


def read_package(path: Path) -> Package:
    """Read the description of a package. Raises SourceError where it is none, or a table is not in its folder."""
    place = Location(str(path), 1)
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError(BROKEN_TABLE.at(place, "the description of the package is too large", "check the file"))
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
        resources = [_resource(one, path) for one in data["resources"] if one.get("path")]
    except SourceError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = f"this is no description of a data package: {error}"
        raise SourceError(BROKEN_TABLE.at(place, message, "export the data set again")) from None
    return Package(path, str(data.get("title", "")), {one.name: one for one in resources if one is not None})


def _resource(described: Mapping[str, Any], package: Path) -> Resource | None:
    """Return a table, None for a resource that is no delimited file beside the description."""
    path = described["path"]
    if not isinstance(path, str) or not path.lower().endswith((".csv", ".tsv", ".tab")) or "://" in path:
        return None
    folder = package.parent.resolve()
    found = (folder / PurePosixPath(path)).resolve()
    if not found.is_relative_to(folder):
        message = f"the table {path} is outside of the folder of the package"
        raise SourceError(BROKEN_TABLE.at(Location(str(package), 1), message, "lay it into the folder"))
    dialect = described.get("dialect") or {}
    delimiter = dialect.get("delimiter", "\t" if path.lower().endswith((".tsv", ".tab")) else ",")
    charset = str(described.get("encoding") or "utf-8")
    plain = "utf-8-sig" if charset.lower().replace("-", "") == "utf8" else charset
    return Resource(str(described.get("name") or found.stem), found, str(delimiter), plain)


class Shelf:
    """Rows by what they are of: a temporary database, taken away with the run."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("PRAGMA journal_mode=OFF")
        self._database.execute("PRAGMA synchronous=OFF")
        self._names: dict[str, str] = {}

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def put(self, table: Resource, owner: str, wanted: Callable[[Row], bool] = bool) -> None:
        """Take the rows of a table that are wanted; the column `owner` says what each is of. Raises SourceError."""
        name = f"t{len(self._names)}"
        self._database.execute(f"CREATE TABLE {name} (owner TEXT, cells TEXT)")
        insert = f"INSERT INTO {name} VALUES (?, ?)"
        lot: list[tuple[str, str]] = []
        for _, row in table.rows():
            if not wanted(row):
                continue
            lot.append((row[owner], json.dumps(row, ensure_ascii=False)))
            if len(lot) >= _LOT:
                self._database.executemany(insert, lot)
                lot.clear()
        self._database.executemany(insert, lot)
        self._database.execute(f"CREATE INDEX i{name} ON {name} (owner)")
        self._names[table.name] = name

    def of(self, table: str, owner: str) -> list[Row]:
        """Return the rows of a table that are of something, in the order of the file; none of a table not there."""
        name = self._names.get(table)
        if name is None:
            return []
        found = self._database.execute(f"SELECT cells FROM {name} WHERE owner = ? ORDER BY rowid", (owner,))
        return [Row(json.loads(cells)) for (cells,) in found]
