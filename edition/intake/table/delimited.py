"""Delimited files (CSV of RFC 4180 and what spreadsheets make of it), a row at a time.

The number of a row is the one that a spreadsheet shows: the header is a row, and so is an empty one.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from edition.intake.table.charset import opened
from edition.intake.table.rows import Cells
from edition.intake.table.rules import BROKEN_TABLE
from tei.errors import SourceError
from tei.findings import Finding, Location

DELIMITERS: Final = (",", ";", "\t", "|")
_LONGEST: Final = 1 << 26
"""Characters of a cell; more is a quotation mark that was never closed."""
_HEAD: Final = 200
"""Rows by which the delimiter and the header are found."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a delimited file is to be read: `header` is the number of its row, 0 where no row names the columns."""

    path: Path
    charset: str
    delimiter: str
    skipped: int
    header: int
    columns: tuple[str, ...]
    width: int

    @property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """The cells that each name means: that of a column, “Name[2]”, and “#3” for the third of all."""
        found: dict[str, tuple[int, ...]] = {}
        for at, name in enumerate(self.columns):
            if name:
                found[name] = (*found.get(name, ()), at)
        numbered = {
            f"{name}[{number}]": (at,)
            for name, every in tuple(found.items())
            for number, at in enumerate(every, 1)
            if len(every) > 1
        }
        return {f"#{at + 1}": (at,) for at in range(self.width)} | numbered | found

    def rows(self) -> Iterator[Cells]:
        """Yield the rows that are not empty. Raises SourceError where a quotation mark is never closed."""
        places = self.places
        for number, line, cells in records(self.path, self.charset, self.delimiter, self.skipped):
            if number <= self.header or not any(cell.strip() for cell in cells):
                continue
            extra = sum(1 for cell in cells[self.width :] if cell.strip())
            yield Cells(number, line, cells, places, max(0, self.width - len(cells)), extra)


def sheet_of(path: Path, charset: str, *, delimiter: str = "", header: int | None = None) -> Sheet:
    """Return how a file is to be read; what is not told is found from its first rows."""
    named = _named_delimiter(path, charset)
    chosen = delimiter or named or _delimiter_of(path, charset)
    skipped = 1 if named else 0
    head = list(islice(records(path, charset, chosen, skipped, whole=False), _HEAD))
    width = max((len(cells) for _, _, cells in head), default=0)
    at = _header_of(head) if header is None else header
    names = next((cells for number, _, cells in head if number == at), [])
    columns = tuple(" ".join(name.split()) for name in names)
    while columns and not columns[-1]:
        columns = columns[:-1]
    return Sheet(path, charset, chosen, skipped, at, columns, len(columns) if at else width)


def _named_delimiter(path: Path, charset: str) -> str:
    """Return the delimiter that Excel names in a line of its own, “sep=;”."""
    with opened(path, charset) as stream:
        first = stream.readline(16).strip('\r\n\ufeff"')
    return first[4:5] if first.lower().startswith("sep=") and len(first) == len("sep=;") else ""


def _delimiter_of(path: Path, charset: str) -> str:
    """Return the delimiter by which most rows have the same number of cells, the most cells of several such."""
    best, score = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        widths = Counter(len(cells) for _, _, cells in islice(records(path, charset, delimiter, 0, whole=False), _HEAD))
        width, times = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(0, 0))
        reached = (round(times / max(1, widths.total()), 1), width) if width > 1 else (0.0, 0)
        if reached > score:
            best, score = delimiter, reached
    return best


def _header_of(head: Sequence[tuple[int, int, list[str]]]) -> int:
    """Return the number of the row that names the columns: the first with two names, since titles stand above it."""
    full = (number for number, _, cells in head if sum(1 for cell in cells if cell.strip()) > 1)
    return next(full, head[0][0] if head else 0)


def records(
    path: Path, charset: str, delimiter: str, skipped: int, *, whole: bool = True
) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the number, the line and the cells of each row, empty ones left out.

    `whole` has the end of the file looked at: a quotation mark that is open there took all that follows it into one
    cell. Raises SourceError.
    """
    csv.field_size_limit(_LONGEST)
    with opened(path, charset) as stream:
        lines = _Lines(islice(stream, skipped, None))
        reader = csv.reader(lines, delimiter=delimiter)
        number, last = 0, list[str]()
        try:
            for cells in reader:
                number += 1
                last, lines.begun = lines.begun, []
                if cells:
                    yield number, skipped + reader.line_num - len(last) + 1, cells
        except csv.Error as error:
            raise SourceError(_unclosed(path, skipped + reader.line_num, str(error))) from None
        if whole and number and _is_open(last, delimiter):
            line = skipped + reader.line_num - len(last) + 1
            raise SourceError(_unclosed(path, line, "a quotation mark is opened and never closed"))


class _Lines:
    """The lines of a file, with those of the row that is being read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.begun: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines).replace("\0", "\ufffd")
        self.begun.append(line)
        return line


def _is_open(lines: Sequence[str], delimiter: str) -> bool:
    """Say whether a row ends inside of quotation marks."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _unclosed(path: Path, line: int, message: str) -> Finding:
    hint = "put a quotation mark at the end of that cell, and export the table again"
    return BROKEN_TABLE.at(Location(str(path), line), message, hint)
