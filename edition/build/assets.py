"""Style sheets, scripts and pictures that all pages share; those of the edition's own folder win over ours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from edition.resources import transforms_dir
from edition.site.plan import File

_STATIC: Final = Path("static", "site")
_FOLDER: Final = "assets"
_SHEET: Final = "site.css"
_FIRST: Final = ("variables.css", "base.css")
_LAST: Final = "print.css"
_TOKENS: Final = "variables.css"


def assets(own: Path | None, transforms: Path | None = None) -> tuple[File, ...]:
    """Return the files that all pages share, by name.

    Style sheets become one: the variables, what all pages have, the others by name, the one for print, then those that
    only the edition has. The edition's variables come after ours, so that it need say only what differs; any other file
    of ours gives way to one of the same name.
    """
    ours = _files((transforms or transforms_dir()) / _STATIC)
    theirs = _files(own / _STATIC) if own is not None else {}
    sheets = [name for name in ours if name.endswith(".css")]
    order = sorted(sheets, key=_rank)
    order += [name for name in theirs if name.endswith(".css") and name not in sheets]
    both = {**ours, **theirs}
    pieces = [_sheet(name, ours, both) for name in order]
    made = {_SHEET: b"".join(pieces)} if pieces else {}
    made |= {name: path.read_bytes() for name, path in both.items() if not name.endswith(".css")}
    return tuple(File(f"{_FOLDER}/{name}", made[name]) for name in sorted(made))


def _rank(name: str) -> tuple[int, str]:
    """Return what style sheets of ours are sorted by."""
    if name in _FIRST:
        return _FIRST.index(name), name
    return len(_FIRST) + (name == _LAST), name


def _sheet(name: str, ours: dict[str, Path], both: dict[str, Path]) -> bytes:
    paths = [both[name]] if name != _TOKENS or name not in ours else [*dict.fromkeys((ours[name], both[name]))]
    return b"".join(path.read_bytes().removesuffix(b"\n") + b"\n" for path in paths)


def _files(folder: Path) -> dict[str, Path]:
    """Return the files of a folder by their paths in it; hidden ones are none."""
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: named[name] for name in sorted(named) if not any(part.startswith(".") for part in name.split("/"))}


def digest_of(files: Iterable[File]) -> str:
    """Return a short digest of files: what their addresses end in, so that a browser does not show old ones."""
    digest = hashlib.blake2b(digest_size=4)
    for file in files:
        digest.update(f"{file.path}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return digest.hexdigest()
