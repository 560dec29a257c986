"""Workbooks of Excel (.xlsx, ECMA-376): one sheet as rows, days as ISO 8601 whatever they look like on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from lxml import etree

from edition.intake.table.delimited import Line, Sheet, sheet_from
from edition.intake.table.rules import BROKEN_TABLE, NOT_TAKEN
from tei.capture.docx.package import Package, open_package
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.regexes import regex
from tei.xmlfile import read_bytes

SUFFIXES: Final = (".xlsx", ".xlsm")
_CELL: Final = regex(r"([A-Z]{1,3})(\d+)")
_QUOTED: Final = regex(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
_DATED: Final = regex(
    r"[dmyh]",
)
_BUILT_IN: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of formats that are dates in every workbook (ECMA-376-1, 18.8.30)."""
_EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
_FIRST: Final = 61
"""1 March 1900: the first day from which the count of Excel is right."""


@dataclass(frozen=True, slots=True)
class _Workbook:
    """What cells are read by: texts that they share, the formats that are dates, where days are counted from."""

    shared: Sequence[str]
    dated: Sequence[bool]
    epoch: datetime


def workbook_of(path: Path, *, sheet: str = "", header: int | None = None) -> tuple[Sheet, tuple[Finding, ...]]:
    """Return a sheet of a workbook, the first unless one is named, and which are left out. Raises SourceError."""
    package = open_package(read_bytes(path), str(path))
    main = next((target for kind, target in package.relations("").values() if kind == "officeDocument"), "")
    if not main.startswith("xl/"):
        raise SourceError(_wrong(path, "the archive holds no workbook", "save it again as a workbook or as CSV UTF-8"))
    book = package.read(main)
    targets = package.relations(main)
    sheets = {one.get("name", ""): targets.get(_id_of(one), ("", ""))[1] for one in book.iter("{*}sheet")}
    chosen = sheet or next(iter(sheets), "")
    if not sheets.get(chosen):
        raise SourceError(_wrong(path, f"there is no sheet {chosen!r}", f"the sheets are {', '.join(sheets)}"))
    reading = _Workbook(_shared(package, main), _dated(package, main), _EPOCHS[_counts_from_1904(book)])
    rows = package.read(sheets[chosen])
    made = replace(sheet_from(path, lambda: _lines(rows, reading), header), sparse=True)
    rest = [name for name in sheets if name != chosen]
    hint = 'name the one that is wanted in the mapping: sheet = "…" under [table]'
    told = NOT_TAKEN.at(Location(str(path)), f"the sheet {chosen!r} is read; not taken: {', '.join(rest)}", hint)
    return made, (told,) if rest else ()


def _wrong(path: Path, message: str, hint: str) -> Finding:
    return BROKEN_TABLE.at(Location(str(path)), message, hint)


def _id_of(sheet: etree._Element) -> str:
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")


def _counts_from_1904(book: etree._Element) -> bool:
    properties = next(book.iter("{*}workbookPr"), None)
    return properties is not None and properties.get("date1904", "") in ("1", "true")


def _part(package: Package, main: str, kind: str) -> etree._Element | None:
    target = next((target for one, target in package.relations(main).values() if one == kind), "")
    return package.read(target) if target else None


def _shared(package: Package, main: str) -> list[str]:
    """Return the texts that cells share; readings of signs beside them are left out."""
    root = _part(package, main, "sharedStrings")
    return [_text(one) for one in root.iterchildren("{*}si")] if root is not None else []


def _text(element: etree._Element) -> str:
    found = (one for one in element.iter("{*}t") if not any(up.tag.endswith("}rPh") for up in one.iterancestors()))
    return "".join(one.text or "" for one in found)


def _dated(package: Package, main: str) -> list[bool]:
    """Say of each style of cells whether it shows a date."""
    root = _part(package, main, "styles")
    if root is None:
        return []
    own = {one.get("numFmtId"): _is_date(one.get("formatCode", "")) for one in root.iter("{*}numFmt")}
    styles = root.find("{*}cellXfs")
    ids = [one.get("numFmtId", "0") for one in styles] if styles is not None else []
    return [own[id_] if id_ in own else id_.isdecimal() and int(id_) in _BUILT_IN for id_ in ids]


def _is_date(code: str) -> bool:
    """Say whether a format has days, months, years or hours, outside of what it quotes."""
    return _DATED.search(_QUOTED.sub("", code).lower().replace("general", "")) is not None


def _lines(root: etree._Element, reading: _Workbook) -> Iterator[Line]:
    """Yield the rows of a sheet with their numbers; a sheet leaves out what is empty."""
    number = 0
    for row in root.iter("{*}row"):
        told = row.get("r", "")
        number = int(told) if told.isdecimal() else number + 1
        cells: list[str] = []
        for cell in row.iterchildren("{*}c"):
            place = _CELL.fullmatch(cell.get("r", ""))
            at = _column(place[1]) if place else len(cells)
            cells += [""] * (at + 1 - len(cells))
            cells[at] = _value(cell, reading)
        if cells:
            yield number, 0, cells


def _column(letters: str) -> int:
    """Return the number of a column from 0: A, B … Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: etree._Element, reading: _Workbook) -> str:
    """Return what a cell shows, as far as it can be told without the program that wrote it."""
    type_, value = cell.get("t", "n"), cell.findtext("{*}v") or ""
    if type_ == "s":
        return reading.shared[int(value)] if value.isdecimal() and int(value) < len(reading.shared) else ""
    if type_ == "inlineStr":
        return _text(cell)
    if type_ == "b":
        return "true" if value == "1" else "false"
    if type_ != "n":
        return "" if type_ == "e" else value
    style = cell.get("s", "")
    dated = style.isdecimal() and int(style) < len(reading.dated) and reading.dated[int(style)]
    return _number(value, reading.epoch if dated else None)


def _number(value: str, epoch: datetime | None) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    if epoch is None or (epoch == _EPOCHS[False] and number < _FIRST) or number > 2_958_465:
        return str(int(number)) if number.is_integer() else repr(number)
    moment = epoch + timedelta(minutes=round(number * 24 * 60))
    return moment.date().isoformat() if number.is_integer() else moment.isoformat(sep=" ", timespec="minutes")
