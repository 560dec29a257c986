"""Plain-text captures: what one gets by copying a page into a text file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Final

from tei.capture.charset import decode, looks_binary
from tei.errors import SourceError
from tei.findings import Location, Rule, Severity
from tei.model import Capture
from tei.slugs import romanised
from tei.xmlfile import read_bytes

EMPTY = Rule(
    "CAP101", "empty-capture", Severity.ERROR, "The captured file holds no text, so there is nothing to encode."
)
BINARY = Rule(
    "CAP102",
    "binary-file",
    Severity.ERROR,
    "The file is not text: a picture, a PDF or an office document. What it shows has to be copied out as text first.",
)
UNKNOWN_CHARSET = Rule(
    "CAP103",
    "unknown-charset",
    Severity.ERROR,
    "The bytes are not UTF-8 and nothing says which character set they are in. A wrong guess would corrupt names "
    "silently, so none is made.",
    bad="tei encode letter.txt",
    good="tei encode letter.txt --charset windows-1251",
)
RULES = (EMPTY, BINARY, UNKNOWN_CHARSET)

_LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NOT_XML: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_OBJECT: Final = re.compile("[\u00ad\u200b\ufeff]")


def capture_plain(path: Path, *, charset: str | None = None) -> Capture:
    """Read a plain-text file; raises SourceError when it is missing, empty, binary or in an unknown character set."""
    data = read_bytes(path)
    place = Location(str(path), 1, 1)
    if not data.strip():
        raise SourceError(EMPTY.at(place, "the file is empty", "capture the page again"))
    if charset is None and looks_binary(data):
        raise SourceError(BINARY.at(place, "the file is binary, not text", "save the page as plain text (UTF-8)"))
    text, name = _decoded(data, charset, place)
    text = readable(text)
    if not text.strip():
        raise SourceError(EMPTY.at(place, "the file holds only white space", "capture the page again"))
    return Capture(str(path), capture_name(path), text, hashlib.sha256(data).hexdigest(), name)


def _decoded(data: bytes, charset: str | None, place: Location) -> tuple[str, str]:
    try:
        return decode(data, charset)
    except LookupError:
        message = f"no character set is called {charset!r}"
        raise SourceError(UNKNOWN_CHARSET.at(place, message, "try utf-8, windows-1251, koi8-r, gb18030")) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {data[error.start]:#04x} is not {error.encoding.upper()}"
        hint = "name the character set: --charset windows-1251 (or koi8-r, gb18030, cp1252 …)"
        raise SourceError(UNKNOWN_CHARSET.at(Location(place.path, line), message, hint)) from None


def readable(text: str) -> str:
    """Return text as XML can hold it: one kind of line end, NFC, nothing invisible, U+FFFD for what XML forbids."""
    text = _LINE_END.sub("\n", text)
    text = _OBJECT.sub("", text)
    return unicodedata.normalize("NFC", _NOT_XML.sub("\ufffd", text))


def capture_name(path: Path) -> str:
    """Return the name by which ids and the lock know a capture: the file's name without ending, safe in an xml:id."""
    return re.sub(r"[^a-z0-9_.-]+", "-", romanised(path.stem)).strip("-._") or "capture"
