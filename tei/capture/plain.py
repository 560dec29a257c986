"""Plain-text captures: what one gets by copying a page into a text file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from tei.capture import charset as charset_
from tei.capture import frontmatter, kind
from tei.capture.charset import Decoded, decode, looks_binary, utf16_without_mark
from tei.capture.flat import readable
from tei.capture.frontmatter import blank, read_front_matter
from tei.capture.kind import BINARY, Kind, check_kind
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
    text = without_doubled_blanks(without_margins(readable(decoded.text)))
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


def without_margins(text: str) -> str:
    """Return a text without blanks at the ends of its lines, and without the margin that all of them begin with.

    Text that a program laid out as on paper has both. What is left of an indent is more than its neighbours have.
    """
    if " \n" in text or "\t\n" in text:
        text = _AT_LINE_END.sub("", text)
    if not text.lstrip("\n").startswith(" "):
        return text
    lines = text.split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "\n".join([line[margin:] for line in lines]) if margin else text


_AT_LINE_END: Final = regex(r"[ \t]+$", re.MULTILINE)


def without_doubled_blanks(text: str) -> str:
    """Return a text with one blank between words where most words of it are parted by two, as some scanners write.

    A table or a form has wide gaps in a few places only, where they part its columns: they stay.
    """
    doubled = text.count("  ")
    if doubled < MIN_DOUBLED or 3 * doubled < text.count(" "):
        return text
    gaps = len(_DOUBLED.findall(text))
    return _DOUBLED.sub(" ", text) if gaps >= MIN_DOUBLED and gaps > 2 * len(_SINGLE.findall(text)) else text


MIN_DOUBLED: Final = 40
_DOUBLED: Final = regex(r"(?<=\S)  (?=\S)")
_SINGLE: Final = regex(r"(?<=\S) (?=\S)")


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
