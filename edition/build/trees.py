"""Folders of files that are links of one another: taking over, levelling and clearing them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path


def link(source: Path, target: Path) -> None:
    """Put a file in another place too, without its bytes being copied where the file system can do that."""
    try:
        _link(source, target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        _link(source, target)
    except FileExistsError:
        target.unlink()
        _link(source, target)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # no links on this file system, or too many of this file
        shutil.copyfile(source, target)


def move(source: Path, target: Path) -> None:
    """Move a file to where there may be one; folders are made as needed."""
    try:
        os.replace(source, target)  # noqa: PTH105 - Path.replace makes a path of the result, sixty thousand times
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)  # noqa: PTH105


def take_out(folder: Path, paths: Iterable[str]) -> None:
    """Delete files of a folder that may be there, and the folders that are empty then."""
    parents: set[str] = set()
    for path in paths:
        (folder / path).unlink(missing_ok=True)
        parents.add(os.path.dirname(path))  # noqa: PTH120 - a path in the site, not of the system
    for parent in sorted(parents - {""}, reverse=True):
        _prune(folder, parent)


def _prune(folder: Path, parent: str) -> None:
    while parent:
        try:
            (folder / parent).rmdir()
        except OSError:  # not empty, or gone already
            return
        parent = os.path.dirname(parent)  # noqa: PTH120


def level(folder: Path, like: Path, paths: Iterable[str]) -> None:
    """Make a folder as another is, in these paths: a path that ends in `/` is a folder whole."""
    for path in paths:
        if path.endswith("/"):
            clear(folder / path)
            if (like / path).is_dir():
                copy(like / path, folder / path)
        elif (like / path).is_file():
            link(like / path, folder / path)
        else:
            take_out(folder, [path])


def copy(source: Path, target: Path) -> None:
    """Make a folder whose files are those of another."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sizes(source):
        link(source / path, target / path)


def clear(folder: Path) -> None:
    """Delete a folder and all that is in it, where it is there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def sizes(folder: Path) -> Mapping[str, int]:
    """Return the files of a folder by their paths with `/`, and their sizes in bytes."""
    return dict(_sizes(str(folder), ""))


def _sizes(folder: str, before: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{before}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _sizes(entry.path, f"{name}/")
            else:
                yield name, entry.stat(follow_symlinks=False).st_size


def stamps(folder: Path, folders: Iterable[str]) -> dict[str, int]:
    """Return for folders of a tree, by their paths, when a file came or went in each of them last; 0 for none."""
    return {path: _stamp(folder / path) for path in folders}


def _stamp(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0
