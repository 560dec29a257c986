"""Which files a corpus is made of: those that are named, and the XML files of folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from edition.aside import LISTS, PROPOSALS, REJECTED, SITE, is_aside

_ASIDE: Final = (REJECTED, PROPOSALS, LISTS)


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files meant by paths, each once, in order of path.

    A folder stands for the XML files in it and below; hidden ones, what an encoding run has laid aside, and those that
    a site offers are not taken.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _below(path) if path.is_dir() else (path,):
            found.setdefault(str(file), file)
    return tuple(found[name] for name in sorted(found))


def _below(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        if SITE in names:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        parent = Path(base)
        may_be_aside = parent.name in _ASIDE
        for name in names:
            if name[-4:].lower() == ".xml" and not name.startswith("."):
                file = parent / name
                if not (may_be_aside and is_aside(file, folder)):
                    yield file
