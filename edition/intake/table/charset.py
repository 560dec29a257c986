"""In which character set a table is, found without holding it in memory, and its text line by line."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from tei.capture.charset import LABELS, decode, looks_binary, marked_charset, utf16_without_mark
from tei.capture.kind import BINARY
from tei.capture.plain import EMPTY
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.xmlfile import NOT_FOUND

_CHUNK: Final = 1 << 18
_SAMPLE: Final = 1 << 16
_HINT: Final = 'name it in the mapping: charset = "windows-1251" under [table]'


def charset_of(path: Path, named: str = "") -> tuple[str, tuple[Finding, ...]]:
    """Return the character set of a file, named by the user or found, and what is to be said of a guess.

    Raises SourceError for an empty or binary file, and where no set is sure.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_SAMPLE)
            if not head.strip():
                raise SourceError(EMPTY.at(Location(str(path), 1), "the file is empty", "export the table again"))
            if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
                raise SourceError(workbook(path))
            if named:
                return _known(path, named), ()
            if marked := marked_charset(head):
                return ("utf-8-sig" if marked == "utf-8" else marked), ()
            if looks_binary(head):
                return _wide(path, head)
            stream.seek(0)
            sample = _not_utf8(stream)
    except OSError as error:
        raise SourceError(NOT_FOUND.at(Location(str(path)), f"cannot be read: {error.strerror or error}")) from error
    return _guessed(path, sample) if sample else ("utf-8", ())


def workbook(path: Path) -> Finding:
    """Say what is to be done with a workbook."""
    hint = "in the spreadsheet: File → Save as → CSV UTF-8 (comma delimited), and import that file"
    return BINARY.at(Location(str(path)), "this is a workbook of a spreadsheet, not a CSV file", hint)


def _known(path: Path, named: str) -> str:
    name = LABELS.get(named.strip().lower(), named.strip()) if "16" not in named else named.strip()
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        hint = 'try "utf-8", "windows-1251", "utf-16"'
        raise SourceError(BINARY.at(Location(str(path)), f"no character set is called {named!r}", hint)) from None
    return "utf-8-sig" if found == "utf-8" else found


def _wide(path: Path, head: bytes) -> tuple[str, tuple[Finding, ...]]:
    name = utf16_without_mark(head[: len(head) // 2 * 2])
    if name is None:
        raise SourceError(BINARY.at(Location(str(path)), "the file is binary, not a table", "export the table as CSV"))
    return name, ()


def _not_utf8(stream: BinaryIO) -> bytes:
    """Return the lines from where a file stops being UTF-8; nothing where it is that to its end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = b""
    while True:
        chunk = stream.read(_CHUNK)
        try:
            decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            data = before + chunk + stream.read(_SAMPLE)
            wrong = next(at for at, byte in enumerate(data) if byte > 0x7F)
            start = data.rfind(b"\n", 0, wrong) + 1
            return data[start : start + _SAMPLE]
        if not chunk:
            return b""
        before = chunk[-4096:]


def _guessed(path: Path, sample: bytes) -> tuple[str, tuple[Finding, ...]]:
    try:
        decoded = decode(sample, str(path))
    except SourceError as error:
        (found,) = error.findings
        raise SourceError(replace(found, location=Location(str(path)), hint=_HINT)) from None
    said = (replace(each, location=Location(str(path)), hint=f"if that is wrong, {_HINT}") for each in decoded.findings)
    return decoded.charset, tuple(said)


@contextmanager
def opened(path: Path, charset: str) -> Iterator[TextIO]:
    """Open a table as text, line ends as they are. Raises SourceError where its bytes are not in the set."""
    try:
        with path.open(encoding=charset, newline="") as stream:
            yield stream
    except UnicodeDecodeError as error:
        message = f"byte {error.object[error.start]:#04x} is not {error.encoding.upper()}"
        raise SourceError(BINARY.at(Location(str(path)), message, _HINT)) from None
    except OSError as error:
        raise SourceError(NOT_FOUND.at(Location(str(path)), f"cannot be read: {error.strerror or error}")) from error
