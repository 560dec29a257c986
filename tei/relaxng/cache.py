"""The simple form of a schema in a file, so that the next run need not read the schema again.

The name of a file is a digest of what it depends on: the program's form of schemas and the way of writing it. What
is in it begins with a digest of the rest and with the digests of all files of the schema: a file that is damaged, of
another schema, or older than one of its parts is as good as none. Nothing in it is ever run: it is made of tuples.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable
from typing import Any, Final

from tei.relaxng.normal import Normal

FORM: Final = 2
"""The number of the normal form; a change of it, or of what the checks refuse, makes all older files useless."""

_DIGEST: Final = 32


def digest(data: bytes) -> str:
    """Return the digest of a file's content."""
    return hashlib.sha256(data).hexdigest()


def path_of(folder: str, data: bytes, path: str) -> str:
    """Return the file in which the form of a schema is kept, given the content and the path of its first file."""
    key = f"{FORM} {marshal.version} {path} {digest(data)}"
    return os.path.join(folder, f"relaxng-{digest(key.encode('utf-8', 'surrogatepass'))[:32]}")  # noqa: PTH118


def load(folder: str, data: bytes, path: str, read: Callable[[str], bytes]) -> Normal | None:
    """Return the form of a schema, None where it is not there or not to be trusted."""
    try:
        with open(path_of(folder, data, path), "rb") as stream:  # noqa: PTH123 # pathlib is slow to load
            kept = stream.read()
        if hashlib.sha256(kept[_DIGEST:]).digest() != kept[:_DIGEST]:
            return None
        start, defines, elements, files, digests = marshal.loads(kept[_DIGEST:])
        for part, known in zip(files[1:], digests, strict=True):
            if digest(read(part)) != known:
                return None
    except Exception:  # whatever is wrong with a cache, it is only a cache
        return None
    return Normal(start, defines, elements, files)


def store(folder: str, data: bytes, path: str, schema: Normal, read: Callable[[str], bytes]) -> None:
    """Keep the form of a schema; where that cannot be done, nothing is kept."""
    from tei.errors import TeiError
    from tei.files import write_atomic

    try:
        digests = [digest(read(part)) for part in schema.files[1:]]
        body = marshal.dumps((schema.start, schema.defines, schema.elements, schema.files, digests))
        _write(write_atomic, path_of(folder, data, path), hashlib.sha256(body).digest() + body)
    except (TeiError, OSError, ValueError):
        return


def _write(write: Callable[[Any, bytes], None], path: str, data: bytes) -> None:
    from pathlib import Path

    write(Path(path), data)
