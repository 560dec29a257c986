"""Which files a corpus is made of: those that are named, and the XML files of folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from edition.aside import IMPORTED, LISTS, PROPOSALS, REJECTED, SITE, is_aside

Stamp = tuple[int, int]
"""Time of the last change in nanoseconds, and size in bytes."""

_ASIDE: Final = (REJECTED, PROPOSALS, LISTS)
_OF_IMPORT: Final = ("tei", LISTS)
"""The folders of an import that hold documents and lists; the others hold what they were made of."""


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files meant by paths, each once, in order of path.

    A folder stands for the XML files in it and below; hidden ones, what an encoding run has laid aside, and those that
    a site offers are not taken.
    """
    return tuple(map(Path, stamped_files(paths)))


def stamped_files(paths: Iterable[Path]) -> dict[str, Stamp | None]:
    """Return the same files by name, each with its stamp, None where there is none to be had.

    No path is made of a name: there are ten thousand, of which a run looks into few.
    """
    found: dict[str, Stamp | None] = {}
    for path in paths:
        if path.is_dir():
            base = str(path)
            for entry in _below("" if base == "." else os.path.join(base, ""), base, path):  # noqa: PTH118 - a name
                found.setdefault(*entry)
        else:
            found.setdefault(str(path), stamp_of(path))
    return {name: found[name] for name in sorted(found)}


def _below(prefix: str, folder: str, top: Path) -> Iterator[tuple[str, Stamp | None]]:
    """Yield the files of a folder and below; `prefix` is what their names begin with."""
    try:
        with os.scandir(folder) as scanned:
            entries = list(scanned)
    except OSError:
        return
    names = {entry.name for entry in entries if not entry.is_dir()}
    if SITE in names:
        return
    may_be_aside = Path(folder).name in _ASIDE
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink() and (IMPORTED not in names or entry.name in _OF_IMPORT):
                yield from _below(f"{name}{os.sep}", entry.path, top)
        elif name[-4:].lower() == ".xml" and not (may_be_aside and is_aside(Path(name), top)):
            yield name, _stamp(entry)


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        found = entry.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def stamp_of(path: Path) -> Stamp | None:
    """Return time and size of a file, None where there is none to be had."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
