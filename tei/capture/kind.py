"""What a file is by its first bytes, whatever its name says: files are misnamed, and saved in forms nobody can read."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from tei.errors import SourceError
from tei.findings import Location, Rule, Severity

BINARY = Rule(
    "CAP102",
    "binary-file",
    Severity.ERROR,
    "The file is not text: a picture, a PDF or an office document. What it shows has to be copied out as text first.",
)
MISNAMED = Rule(
    "CAP110",
    "misnamed-file",
    Severity.ERROR,
    "The name of the file says one form and its content is another. Read as what it is not, its markup would become "
    "words of the telegram.",
    bad="letter.txt with a saved web page in it",
    good="letter.html",
)
UNSUPPORTED = Rule(
    "CAP114",
    "unsupported-form",
    Severity.ERROR,
    "The file is in a form that is not read: an old Word file, OpenDocument, RTF, a web archive, XML. The program that "
    "wrote it can save it in one that is.",
    good="letter.docx",
)
PASSWORD = Rule(
    "CAP111",
    "password",
    Severity.ERROR,
    "The document is encrypted with a password, so its words cannot be read. Passwords are never asked for or guessed.",
)
RULES = (BINARY, MISNAMED, UNSUPPORTED, PASSWORD)


class Kind(StrEnum):
    """The forms that are read; the value is the ending by which files of it should be called."""

    TEXT = ".txt"
    HTML = ".html"
    DOCX = ".docx"


_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML: Final = re.compile(
    rb"(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<!--(?>.*?-->)|<\?xml[^>]{0,200}\?>)*+<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MHTML: Final = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM\0", b"RIFF", b"AT&TFORM")
_WIDE: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def check_kind(data: bytes, path: str, kind: Kind) -> None:
    """Raise SourceError where the bytes show that a file is no `kind`; the finding says what it is and what to do."""
    place = Location(path, 1, 1)
    if data.startswith(_OLE):
        raise _old_office(data, place)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if kind is not Kind.DOCX:
            raise _packed(data, place)
        return
    if data.startswith(b"%PDF-"):
        raise SourceError(BINARY.at(place, "the file is a PDF", "copy its text into a text file (UTF-8)"))
    if data.startswith(b"{\\rtf"):
        raise SourceError(UNSUPPORTED.at(place, "the file is RTF", "open it in a word processor and save it as .docx"))
    if data.startswith(_PICTURES):
        raise SourceError(BINARY.at(place, "the file is binary, a picture", "transcribe it into a text file (UTF-8)"))
    _check_markup(data, place, kind)
    if kind is Kind.DOCX:
        raise SourceError(MISNAMED.at(place, "the file is no Word document", "name it .txt if it is plain text"))


def _check_markup(data: bytes, place: Location, kind: Kind) -> None:
    head = _head(data)
    if _MHTML.match(head):
        hint = "save the page again as “Web page, HTML only”"
        raise SourceError(UNSUPPORTED.at(place, "the file is a web archive (MHTML)", hint))
    if kind is not Kind.HTML and _HTML.match(head):
        raise SourceError(MISNAMED.at(place, "the file is a saved web page (HTML)", "name it .html"))
    if kind is Kind.TEXT and head.lstrip().startswith(b"<?xml"):
        hint = "a TEI file is not captured: validate it (tei validate)"
        raise SourceError(UNSUPPORTED.at(place, "the file is XML", hint))


def _head(data: bytes) -> bytes:
    wide = next((name for mark, name in _WIDE.items() if data.startswith(mark)), None)
    return data[2:8192].decode(wide, "ignore").encode() if wide else data[:8192].removeprefix(b"\xef\xbb\xbf")


def _old_office(data: bytes, place: Location) -> SourceError:
    """Return the error for a file in Microsoft's compound form: an encrypted .docx, or the .doc of before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        hint = "open it with its password and save it without one"
        return SourceError(PASSWORD.at(place, "the document is encrypted with a password", hint))
    hint = "open it in a word processor and save it as .docx"
    return SourceError(UNSUPPORTED.at(place, "the file is an old Word or Office file (.doc)", hint))


def _packed(data: bytes, place: Location) -> SourceError:
    """Return the error for a ZIP that is not called .docx; the names of its parts stand readable near its head."""
    if b"word/document" in data:
        return SourceError(MISNAMED.at(place, "the file is a Word document", "name it .docx"))
    if b"application/vnd.oasis.opendocument" in data[:200]:
        hint = "open it in a word processor and save it as .docx"
        return SourceError(UNSUPPORTED.at(place, "the file is an OpenDocument file (.odt)", hint))
    return SourceError(BINARY.at(place, "the file is a ZIP archive", "unpack it and name the files in it"))
