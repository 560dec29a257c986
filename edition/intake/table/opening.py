"""A file as a table: its kind by its name, its character set, its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from edition.intake.table.charset import charset_of
from edition.intake.table.delimited import Sheet, sheet_of
from edition.intake.table.jsonfile import Objects, objects_of
from edition.intake.table.mapping import Plan
from edition.intake.table.rows import Row
from edition.intake.table.workbook import SUFFIXES, workbook_of
from tei.findings import Finding

JSON: tuple[str, ...] = (".json", ".jsonl", ".ndjson")


class Rows(Protocol):
    """What rows can be read from, as often as they are wanted."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows. Raises SourceError where the file breaks off."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was opened, and what is to be said of how it was read."""

    rows: Sheet | Objects
    findings: tuple[Finding, ...] = ()

    @property
    def is_json(self) -> bool:
        """Whether columns are keys of objects, which one row has and the next has not."""
        return isinstance(self.rows, Objects)

    def knows(self, column: str) -> bool:
        """Say whether a column of that name can be meant."""
        return self.is_json or column in self.rows.places  # type: ignore[union-attr] # a sheet


def open_table(path: Path, plan: Plan | None = None) -> Table:
    """Open a table; raises SourceError where it cannot be read."""
    if path.suffix.lower() in SUFFIXES:
        sheet, findings = workbook_of(path, sheet=plan.sheet if plan else "", header=plan.header if plan else None)
        return Table(sheet, findings)
    charset, findings = charset_of(path, plan.charset if plan else "")
    if path.suffix.lower() in JSON:
        return Table(objects_of(path, charset, plan.records if plan else None), findings)
    delimiter, header = (plan.delimiter, plan.header) if plan else ("", None)
    return Table(sheet_of(path, charset, delimiter=delimiter, header=header), findings)
