"""Where the editor's decisions stand: beside their capture, or for a whole folder of captures in SOURCE.toml.

For `karsk-07.txt` that is `karsk-07.toml` or `karsk-07.txt.toml`. What `SOURCE.toml` says above its first table holds
for every capture of the folder; the tables that have the name of a capture hold for that one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from tei.capture import SUFFIXES
from tei.decisions import FOLDER_SHEET, Sheet, read_sheet
from tei.decisions.rules import NOT_TOML, ORPHAN, WRONG_VALUE
from tei.decisions.vocabulary import FACTS, PAGE, TABLES, WHERE
from tei.errors import SourceError, TeiError
from tei.findings import Finding, Location
from tei.xmlfile import read_bytes

SUFFIX: Final = ".toml"
_OTHERS: Final = frozenset(("edition.toml", "pyproject.toml", FOLDER_SHEET))
"""TOML files that are no decisions of one capture."""


@dataclass(slots=True)
class _Folder:
    """The captures and decisions of one folder by their names, and its SOURCE.toml once it was read."""

    captures: frozenset[str]
    sheets: frozenset[str]
    shared: Sheet | None = None
    refused: bool = False


@dataclass(slots=True)
class Shelf:
    """The decisions of a run's captures, each folder looked through once."""

    _folders: dict[Path, _Folder] = field(default_factory=dict)

    def sheets_of(self, path: Path) -> tuple[Sheet, ...]:
        """Return what is decided of a capture, the most general first.

        Raises SourceError where a file of decisions cannot be read; one that many captures share says so once.
        """
        folder = self._folder(path.parent)
        if not folder.sheets:
            return ()
        shared = self._shared(path.parent, folder)
        names = dict.fromkeys((path.stem + SUFFIX, path.name + SUFFIX))
        own = (_read(path.parent / name) for name in names if name in folder.sheets and name not in _OTHERS)
        return (*_parts(shared, path.name), *own)

    def _folder(self, path: Path) -> _Folder:
        if path not in self._folders:
            names = _names(path)
            captures = frozenset(name for name in names if name.lower().endswith(tuple(SUFFIXES)))
            self._folders[path] = _Folder(captures, frozenset(name for name in names if name.endswith(SUFFIX)))
        return self._folders[path]

    def _shared(self, path: Path, folder: _Folder) -> Sheet | None:
        if FOLDER_SHEET not in folder.sheets:
            return None
        if folder.refused:
            raise SourceError
        if folder.shared is None:
            folder.refused = True
            sheet = _read(path / FOLDER_SHEET)
            wrong = tuple(_wrong(sheet, folder))
            if wrong:
                raise SourceError(*wrong)
            folder.shared, folder.refused = sheet, False
        return folder.shared

    def orphans(self) -> Iterator[Finding]:
        """Yield a finding for each file or table of decisions whose capture is not there."""
        for path, folder in sorted(self._folders.items()):
            if not folder.sheets:
                continue
            bases = {Path(name).stem for name in folder.captures} | folder.captures
            for name in sorted(folder.sheets - _OTHERS):
                base = name.removesuffix(SUFFIX)
                if base not in bases and _decides(path / name):
                    yield _orphan(Location(str(path / name), 1, 1), base, bases)
            if folder.shared is not None:
                for name in folder.shared.data:
                    if name not in folder.captures and _is_file(folder.shared, name):
                        yield _orphan(folder.shared.place(name), name, folder.captures)


def _names(path: Path) -> list[str]:
    try:
        return os.listdir(path)  # noqa: PTH208 - ten thousand paths are not needed for their names
    except OSError:
        return []


def _read(path: Path) -> Sheet:
    try:
        return read_sheet(read_bytes(path).decode("utf-8-sig"), str(path))
    except UnicodeDecodeError:
        message = "the file is not UTF-8 text"
        raise SourceError(NOT_TOML.at(Location(str(path), 1, 1), message, "save it as UTF-8")) from None


def _parts(shared: Sheet | None, name: str) -> Iterator[Sheet]:
    """Yield what a folder's decisions say of all captures, and what they say of one."""
    if shared is not None:
        yield shared.without(frozenset(key for key in shared.data if _is_file(shared, key)))
        if isinstance(shared.data.get(name), dict):
            yield shared.inside(name)


def _is_file(sheet: Sheet, key: str) -> bool:
    """Say whether a key of SOURCE.toml is the name of a capture."""
    return isinstance(sheet.data[key], dict) and key not in (*FACTS, *PAGE, *TABLES)


def _wrong(sheet: Sheet, folder: _Folder) -> Iterator[Finding]:
    """Yield a finding for what can hold for one capture only, where the folder has several."""
    if len(folder.captures) > 1:
        example = sorted(folder.captures)[0]
        for key in sheet.data:
            if key in TABLES or key in WHERE:
                message = f"{key} is about one page, and this folder has {len(folder.captures)} captures"
                hint = f'say which: [["{example}".{key}]]; or write {Path(example).stem}{SUFFIX} beside it'
                yield WRONG_VALUE.at(sheet.place(key), message, hint)


def _decides(path: Path) -> bool:
    """Say whether a TOML file holds decisions, and not the settings of something else."""
    try:
        return any(key in _read(path).data for key in (*FACTS, *TABLES, *WHERE))
    except TeiError:
        return False


def _orphan(place: Location, name: str, captures: frozenset[str] | set[str]) -> Finding:
    near = get_close_matches(name, captures, 1, 0.6)
    hint = f"did you mean {near[0]}?" if near else "give it the name of its capture, or take it out"
    return ORPHAN.at(place, f"there is no capture {name} for these decisions", hint)
