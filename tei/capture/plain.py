"""Plain-text captures: what one gets by copying a page into a text file."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from tei.capture import charset as charset_
from tei.capture import frontmatter, kind
from tei.capture.charset import Decoded, decode, looks_binary, utf16_without_mark
from tei.capture.flat import readable
from tei.capture.frontmatter import blank, read_front_matter
from tei.capture.kind import BINARY, Kind, check_kind
from tei.capture.margins import laid_out_anew
from tei.capture.markdown import without_markdown
from tei.capture.underlined import with_italics
from tei.errors import SourceError
from tei.findings import Location, Rule, Severity
from tei.model import Capture, Feature, FeatureKind
from tei.regexes import regex
from tei.slugs import romanised
from tei.xmlfile import read_bytes

EMPTY = Rule(
    "CAP101", "empty-capture", Severity.ERROR, "The captured file holds no text, so there is nothing to encode."
)
RULES = (EMPTY, *kind.RULES, *charset_.RULES, *frontmatter.RULES)

__all__ = ["EMPTY", "RULES", "capture_name", "capture_plain", "file_bytes", "nonempty", "readable", "text_of"]


def capture_plain(path: Path, *, charset: str | None = None) -> Capture:
    """Read a plain-text file with what an editor wrote at its head.

    Raises SourceError when it is missing, empty, in another form, in no sure character set, or its head is no TOML.
    """
    data = file_bytes(path, Kind.TEXT)
    decoded = text_of(data, str(path), charset)
    text = laid_out_anew(readable(decoded.text))
    given, end = read_front_matter(text, str(path))
    head = text[text.find("\n") + 1 : text.rfind("\n", 0, end) + 1] if given else ""
    text = blank(text, end)
    nonempty(text, str(path))
    text, italics = with_italics(without_markdown(text, end), end)
    features = ((Feature(0, end, FeatureKind.FRONT_MATTER),) if end else ()) + italics
    return Capture(
        str(path),
        capture_name(path),
        text,
        hashlib.sha256(data).hexdigest(),
        decoded.charset,
        guess=decoded.guess,
        features=features,
        given=given,
        head=head,
        findings=decoded.findings,
    )


def file_bytes(path: Path, wanted: Kind) -> bytes:
    """Return what a file holds; raises SourceError where it holds nothing or what its name does not say."""
    data = read_bytes(path)
    if not data.strip():
        raise SourceError(EMPTY.at(Location(str(path), 1, 1), "the file is empty", "capture the page again"))
    check_kind(data, str(path), wanted)
    return data


def text_of(data: bytes, path: str, charset: str | None, declared: str = "") -> Decoded:
    """Return bytes as text, see `decode`; raises SourceError, with CAP102 where they are no text at all."""
    if charset is None and looks_binary(data):
        wide = utf16_without_mark(data)
        if wide is None:
            hint = "save the page as plain text (UTF-8)"
            raise SourceError(BINARY.at(Location(path, 1, 1), "the file is binary, not text", hint))
        return decode_wide(data, path, wide)
    return decode(data, path, charset, declared)


def decode_wide(data: bytes, path: str, name: str) -> Decoded:
    """Return UTF-16 without byte order mark as text, with the notice that it was found by its letters."""
    found = charset_.GUESSED.at(
        Location(path, 1, 1), f"read as {name} (guessed: there is no byte order mark)", f"to be sure: --charset {name}"
    )
    return Decoded(data.decode(name), name, "guessed 0.99", (found,))


def nonempty(text: str, path: str) -> None:
    """Raise SourceError where a text has no word."""
    if not text.strip():
        raise SourceError(EMPTY.at(Location(path, 1, 1), "the file holds only white space", "capture the page again"))


_UNSAFE: Final = regex(r"[^a-z0-9_.-]+")


def capture_name(path: Path) -> str:
    """Return the name by which ids and the lock know a capture: the file's name without ending, safe in an xml:id."""
    return _UNSAFE.sub("-", romanised(path.stem)).strip("-._") or "capture"
