"""Tables of metadata and texts, as archives and spreadsheets give them: CSV, Excel, JSON, mapped by TOML.

The table is read twice, a row at a time: first names are gathered and everything is checked that concerns the whole,
then the documents are written. So memory stays flat, and lists of names are complete before the first document.

    charset  rows  delimited  jsonfile  opening     the file, as rows of columns
    fields  mapping  mapfile  proposing             which column is which field
    dates  languages  kinds  shelf  people          what stands in a cell
    letter  paragraphs  documents                   a row as a document
    taking                                          the whole
    dataset                                         the package of our own export, read back
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from edition.intake.request import Order
from edition.site.plan import File
from tei.errors import SourceError
from tei.findings import Finding

OWN: Final = True
_HEAD: Final = 1 << 16
_BLANK: Final = b"\xef\xbb\xbf \t\r\n"
_ZIPPED: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin: as a ZIP archive, or as Excel before 2007."""
_EXCEL: Final = (".xlsx", ".xlsm")
_WORKBOOKS: Final = (".xls", ".ods", ".numbers")
_SUFFIXES: Final = (".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson")


def suits(path: Path, head: bytes) -> bool:
    """Say whether a file is a table, by the ending of its name and its beginning.

    Raises SourceError for the workbook of a spreadsheet, which can be saved as one.
    """
    if path.suffix.lower() in _EXCEL:
        return head.startswith(_ZIPPED[0])
    if path.suffix.lower() in _WORKBOOKS or (path.suffix.lower() in _SUFFIXES and head.startswith(_ZIPPED)):
        from edition.intake.table.charset import workbook

        raise SourceError(workbook(path))
    if path.suffix.lower() not in _SUFFIXES:
        return False
    start = head.lstrip(_BLANK)
    if path.suffix.lower() in (".json", ".jsonl", ".ndjson"):
        return start[:1] in (b"{", b"[") or head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return not start.startswith((b"<", b"%PDF"))


def take(order: Order) -> Iterator[File | Finding]:
    """Yield the documents, lists and findings of a table."""
    with order.path.open("rb") as stream:
        head = stream.read(_HEAD)
    if order.path.suffix.lower() == ".json" and b'"resources"' in head and head.strip(_BLANK)[:1] == b"{":
        from edition.intake.table.packages import take_package

        return take_package(order)
    from edition.intake.table.taking import take_table

    return take_table(order)
