"""The names that a document is known by, without reading more of it than its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ROOT: Final = re.compile(rb"<(?:[\w.-]+:)?TEI\b[^>]*?\sxml:id\s*=\s*[\"']([^\"']+)[\"']")
_HEAD: Final = 8192


def ids_of(path: Path) -> Iterator[str]:
    """Yield the names that a document has: that of its file, and its own."""
    yield path.stem
    try:
        with path.open("rb") as stream:
            yield from root_id(stream.read(_HEAD))
    except OSError:
        return


def root_id(data: bytes) -> Iterator[str]:
    """Yield the id of the root of a document, if it has one."""
    if found := _ROOT.search(data, 0, _HEAD):
        yield found[1].decode("utf-8", "replace")
