"""Files that are too large to be held in memory: a RELAX NG grammar reads them in pieces, and nothing else can.

A tree takes several times the size of its file, so that rules and XML Schema have a limit (tei.xmlfile); the grammar
keeps what is open and no more, however long a text or a file is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.relaxng.stream import root_of
from tei.validate.documents import Document
from tei.validate.facade import Validator
from tei.validate.problems import READ_IN_PIECES
from tei.xmlfile import MAX_BYTES, TOO_LARGE

_HEAD: Final = 1 << 16
_ANY: Final = 1 << 62
_TAG: Final = re.compile(rb"<(?:\"[^\"]*+\"|'[^']*+'|[^<>\"'])++>")


def is_large(path: str) -> bool:
    """Tell whether a file is larger than what is read into memory; one that is not there is not."""
    try:
        return Path(path).stat().st_size > MAX_BYTES
    except (OSError, ValueError):
        return False


def check_large(path: str, validators: Iterable[Validator]) -> tuple[Finding, ...]:
    """Return what the grammars among `validators` find in a large file, and a note that nothing else was looked at.

    Without a grammar that reads in pieces, the finding is that the file is too large.
    """
    streaming = [one.streaming for one in validators if one.streaming is not None]
    size = f"the file is larger than {MAX_BYTES // 2**20} MiB"
    if not streaming:
        hint = "split it, or check it against a RELAX NG grammar, which reads it in pieces"
        return (TOO_LARGE.at(Location(path), size, hint),)
    found = {one: None for schema in streaming for one in schema.validate_file(path, max_bytes=_ANY)}
    message = f"{size}: it was read in pieces, against its grammar alone, and no rules were run"
    return tuple(sorted((READ_IN_PIECES.at(Location(path), message, "split it to have it checked as a whole"), *found)))


def head_of(path: str) -> Document | None:
    """Return a file up to its root, which is left empty, so that it can be asked which schemas it names.

    None where it does not begin as a document does, or its root is not there soon.
    """
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(_HEAD)
        begun = root_of(data)
        tag = _TAG.match(data, begun) if begun is not None else None
        return Document.read(data[:begun] + tag[0].rstrip(b"/>") + b"/>", path) if tag else None
    except (OSError, SourceError):
        return None
