"""The mapping of a table as values: which column is which field, and how what stands in it is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.intake.table.rows import Row


@dataclass(frozen=True, slots=True)
class Reading:
    """How the values of one field are read from a row.

    `columns` are taken in order; `separator` parts several values in one cell, empty where a cell is one; `constant` is
    what holds where the columns are empty; `values` gives for what is written what is meant; `dates` is the form of
    dates, `kind` person, org or place where the column says nothing else.
    """

    columns: tuple[str, ...] = ()
    separator: str = ""
    constant: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    dates: str = ""
    kind: str = ""

    def of(self, row: Row) -> tuple[str, ...]:
        """Return the values in a row, as they are meant."""
        cells = [cell for column in self.columns for cell in row.values(column)]
        if self.separator:
            cells = [part for cell in cells for part in cell.split(self.separator) if part.strip()]
        if not cells:
            return self.constant
        if not self.values:
            return tuple(cells)
        meant = (self.values.get(" ".join(cell.split()).casefold(), cell) for cell in cells)
        return tuple(cell for cell in meant if cell)


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole mapping.

    `recognise` gives the text to the recogniser; else `paragraphs` says what parts them: a blank line, each line, or
    nothing. `charset`, `delimiter`, `header`, `records` and `sheet` are of the table itself, None or empty where they
    are found.
    """

    fields: Mapping[str, Reading]
    charset: str = ""
    delimiter: str = ""
    header: int | None = None
    records: str | None = None
    sheet: str = ""
    recognise: bool = False
    paragraphs: str = "blank"
    language: str = ""
    text: bytes = b""
    path: str = ""

    def all(self, name: str, row: Row) -> tuple[str, ...]:
        """Return all values of a field in a row."""
        reading = self.fields.get(name)
        return reading.of(row) if reading is not None else ()

    def one(self, name: str, row: Row) -> str:
        """Return the first value of a field in a row, empty where there is none."""
        return next(iter(self.all(name, row)), "")
