"""A new edition: files that build at once, with everything in them that an editor will want to change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from edition.resources import transforms_dir
from tei.errors import OutputError
from tei.files import CANNOT_WRITE, write_atomic
from tei.findings import Location, Rule, Severity
from tei.slugs import slug

NOT_EMPTY = Rule(
    "SIT131",
    "folder-not-empty",
    Severity.ERROR,
    "A new edition is begun in a folder of its own; in this one there are files already, and none of them is touched.",
    bad="tei new .",
    good="tei new my-edition",
)
RULES = (NOT_EMPTY,)

_SKELETON: Final = "skeleton"
_HIDDEN: Final = "dot."
"""What stands for the dot in front of a name: so that the files are seen, and packed, as any others."""
_UNNAMED: Final = "An edition of telegrams"


def start(folder: Path, title: str = "") -> tuple[Path, ...]:
    """Write a new edition into a folder that is not there or empty; return its files.

    Raises OutputError where the folder holds anything, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        place = Location(str(folder))
        raise OutputError(NOT_EMPTY.at(place, "there is something here already", "name a folder that is not there yet"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror or error}"
        raise OutputError(CANNOT_WRITE.at(Location(str(folder)), message, "choose another")) from error
    name = slug(folder.resolve().name)
    ident = name if name[:1].isalpha() else f"edition-{name}"
    made = []
    for path, text in _files():
        write_atomic(folder / path, _filled(path, text, title or _UNNAMED, ident).encode())
        made.append(folder / path)
    return tuple(made)


def _files() -> Iterator[tuple[str, str]]:
    """Yield the files of the skeleton: where each goes, and its text."""
    root = transforms_dir() / _SKELETON
    for path in sorted(one for one in root.rglob("*") if one.is_file()):
        parts = [f".{part.removeprefix(_HIDDEN)}" if part.startswith(_HIDDEN) else part for part in _parts(root, path)]
        yield "/".join(parts), path.read_text(encoding="utf-8")


def _parts(root: Path, path: Path) -> tuple[str, ...]:
    return path.relative_to(root).parts


def _filled(path: str, text: str, title: str, ident: str) -> str:
    """Return a file with title and id written as its kind writes them."""
    if path.endswith(".toml"):
        title = json.dumps(title, ensure_ascii=False)[1:-1]  # a basic string of TOML has the escapes of JSON
    elif path.endswith(".xml"):
        title = escape(title, quote=False)
    return text.replace("@TITLE@", title).replace("@ID@", ident)
