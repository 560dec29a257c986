"""Where the parts of a schema come from: files beside it, what a catalog says, and nothing from the network."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

MAX_SCHEMA: Final = 64 * 1024 * 1024
"""The largest file of a schema, in bytes, that is read without asking twice."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")

Catalog = Callable[[str], str | None]
"""What stands for an address: the path of a file, None where the catalog does not know it."""


def read_file(path: str) -> bytes:
    """Return the content of a file. Raises SourceError with the finding that says why not."""
    size = _size(path)
    if size is not None:
        try:
            with open(path, "rb") as stream:  # noqa: PTH123 # pathlib takes longer to load than a small schema to read
                return stream.read()
        except (OSError, ValueError):
            pass
    # Whatever is wrong with it is said by the one module that reads XML; it is loaded only now, as it takes lxml along.
    from pathlib import Path

    from tei.xmlfile import read_bytes

    return read_bytes(Path(path))


def _size(path: str) -> int | None:
    """Return the size of a file in bytes, None where it is no file that can be read whole."""
    try:
        found = os.stat(path)  # noqa: PTH116 # as above
    except (OSError, ValueError):
        return None
    return found.st_size if found.st_size <= MAX_SCHEMA and not os.path.isdir(path) else None  # noqa: PTH112 # as above


@dataclass(frozen=True, slots=True)
class Sources:
    """How the parts of a schema are found and read."""

    read: Callable[[str], bytes] = read_file
    catalog: Catalog | None = None

    def locate(self, href: str, base: str) -> str:
        """Return the path that `href`, written in the file `base`, stands for. Raises SourceError for the network."""
        found = self.catalog(href) if self.catalog is not None else None
        if found is not None:
            return found
        from urllib.parse import unquote, urlsplit

        if href.startswith("file:"):
            return unquote(urlsplit(href).path)
        if _SCHEME.match(href) or href.startswith("//"):
            raise NotAFileError(href)
        return os.path.normpath(os.path.join(os.path.dirname(base), unquote(href)))  # noqa: PTH118, PTH120 # as above


class NotAFileError(Exception):
    """The address leads to the network."""
