"""Delimited files (CSV of RFC 4180 and what spreadsheets make of it), a row at a time.

The number of a row is the one that a spreadsheet shows: the header is a row, and so is an empty one.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from edition.intake.table.charset import opened
from edition.intake.table.rows import Cells
from edition.intake.table.rules import BROKEN_TABLE
from tei.errors import SourceError
from tei.findings import Finding, Location

Line = tuple[int, int, list[str]]
"""The number of a row, the line of the file that it begins in (0 where there is none), and its cells."""
DELIMITERS: Final = (",", ";", "\t", "|")
_LONGEST: Final = 1 << 26
"""Characters of a cell; more is a quotation mark that was never closed."""
_HEAD: Final = 200
"""Rows by which the delimiter and the header are found."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a sheet of rows is to be read: `header` is the number of its row, 0 where no row names the columns.

    `lines` gives its rows anew each time: the number, the line in the file, and the cells of each. `sparse` says that
    cells at the end of a row may be left out.
    """

    path: Path
    lines: Callable[[], Iterator[Line]]
    header: int
    columns: tuple[str, ...]
    width: int
    sparse: bool = False

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
        for number, line, cells in self.lines():
            if number <= self.header or not any(cell.strip() for cell in cells):
                continue
            extra = sum(1 for cell in cells[self.width :] if cell.strip())
            missing = 0 if self.sparse else max(0, self.width - len(cells))
            yield Cells(number, line, cells, places, missing, extra)


def sheet_of(path: Path, charset: str, *, delimiter: str = "", header: int | None = None) -> Sheet:
    """Return how a file is to be read; what is not told is found from its first rows."""
    named = _named_delimiter(path, charset)
    chosen = delimiter or named or _delimiter_of(path, charset)
    skipped = 1 if named else 0
    head = islice(records(path, charset, chosen, skipped, whole=False), _HEAD)
    return _sheet(path, lambda: records(path, charset, chosen, skipped), list(head), header)


def sheet_from(path: Path, lines: Callable[[], Iterator[Line]], header: int | None = None) -> Sheet:
    """Return how rows are to be read that are no delimited file's."""
    return _sheet(path, lines, list(islice(lines(), _HEAD)), header)


def _sheet(path: Path, lines: Callable[[], Iterator[Line]], head: Sequence[Line], header: int | None) -> Sheet:
    width = max((len(cells) for _, _, cells in head), default=0)
    at = _header_of(head) if header is None else header
    names = next((cells for number, _, cells in head if number == at), [])
    columns = tuple(" ".join(name.split()) for name in names)
    while columns and not columns[-1]:
        columns = columns[:-1]
    return Sheet(path, lines, at, columns, len(columns) if at else width)


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


def _header_of(head: Sequence[Line]) -> int:
    """Return the number of the row that names the columns: the first with two names, since titles stand above it."""
    full = (number for number, _, cells in head if sum(1 for cell in cells if cell.strip()) > 1)
    return next(full, head[0][0] if head else 0)


def records(path: Path, charset: str, delimiter: str, skipped: int, *, whole: bool = True) -> Iterator[Line]:
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
