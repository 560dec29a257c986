"""The one place where XML is parsed: entities, DTD loading and the network are off, depth and size are bounded.

A document type declaration is refused, whether or not it declares entities: no TEI document of an edition needs one,
and it is the way in of entity expansion and of external entities (XXE).
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Final

from lxml import etree

from tei.errors import SourceError
from tei.findings import Location, Rule, Severity

MAX_BYTES: Final = 512 * 1024 * 1024
MAX_DEPTH: Final = 250

NOT_FOUND = Rule(
    "XML101",
    "file-not-found",
    Severity.ERROR,
    "The file does not exist or cannot be opened, so nothing can be said about it.",
)
NOT_WELL_FORMED = Rule(
    "XML102",
    "not-well-formed",
    Severity.ERROR,
    "The file is not XML: a tag is not closed, an ampersand stands alone, a quotation mark is missing. "
    "Nothing else can be checked until it is.",
    bad="<p>Telegram & reply</p>",
    good="<p>Telegram &amp; reply</p>",
)
DOCTYPE = Rule(
    "XML103",
    "doctype-refused",
    Severity.ERROR,
    "A document type declaration can pull in other files and blow up memory; TEI P5 has no need of one.",
    bad='<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI/>',
    good="<TEI/>",
)
TOO_LARGE = Rule(
    "XML104",
    "too-large-or-deep",
    Severity.ERROR,
    "The file is larger or nests deeper than any edition needs; it is refused before it can exhaust memory.",
)
RULES = (NOT_FOUND, NOT_WELL_FORMED, DOCTYPE, TOO_LARGE)

_DOCTYPE = re.compile(rb"<!DOCTYPE")
# A declaration where XML has it, after comments and instructions alone; possessive, so that it cannot run wild.
_PROLOGUE = re.compile(rb"(?:\xef\xbb\xbf)?+(?:\s++|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.DOTALL)
_LIBXML_PLACE = re.compile(r",? ?line \d+, column \d+.*$", re.DOTALL)


def parser(*, remove_comments: bool = False) -> etree.XMLParser:
    """Return a parser with every door shut; `huge_tree` only lifts libxml2's own limits, ours stand in their place."""
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=True,
        collect_ids=False,
        remove_comments=remove_comments,
    )


def read_bytes(path: Path) -> bytes:
    """Return the content of `path`; raises SourceError with a finding where it cannot be read."""
    place = Location(str(path))
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SourceError(NOT_FOUND.at(place, "this is a folder, not a file", "name a file inside it"))
        if found.st_size > MAX_BYTES:
            raise SourceError(TOO_LARGE.at(place, f"the file is larger than {MAX_BYTES // 2**20} MiB", "split it"))
        with path.open("rb", buffering=0) as file:
            return file.read()
    except FileNotFoundError:
        raise SourceError(NOT_FOUND.at(place, "there is no such file", "check the path")) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        reason = getattr(error, "strerror", None) or error
        raise SourceError(NOT_FOUND.at(place, f"cannot be opened: {reason}", "check the path")) from error


def parse_file(path: Path) -> etree._ElementTree:
    """Parse an XML file; raises SourceError where it is missing, malformed, unsafe or too large."""
    return parse_bytes(read_bytes(path), str(path))


def parse_bytes(data: bytes, path: str = "") -> etree._ElementTree:
    """Parse XML from memory; `path` is what findings call it. Raises SourceError."""
    if len(data) > MAX_BYTES:
        raise SourceError(TOO_LARGE.at(Location(path), f"the file is larger than {MAX_BYTES // 2**20} MiB", "split it"))
    if not data.strip():
        raise SourceError(NOT_WELL_FORMED.at(Location(path, 1, 1), "the file is empty", "restore it from a copy"))
    try:
        root = etree.fromstring(data, parser(), base_url=path)
    except (etree.XMLSyntaxError, ValueError) as error:
        if _PROLOGUE.match(data):  # its declarations are what failed, or what made the rest fail
            raise _doctype(data, path) from None
        line, column = getattr(error, "position", (1, 0))
        reason = _LIBXML_PLACE.sub("", str(error))
        raise _malformed(data, reason, Location(path, max(line, 1), max(column, 0))) from None
    tree = root.getroottree()
    _guard(tree, data, path)
    return tree


def _malformed(data: bytes, reason: str, place: Location) -> SourceError:
    """Return the error for a file that is not XML, with what will have gone wrong."""
    if "xcessive depth" in reason:
        return SourceError(TOO_LARGE.at(place, f"elements nest deeper than {MAX_DEPTH} levels", "nest them less"))
    # Imported where it is used: most files are XML.
    from tei.malformed import cause

    found = cause(data, reason)
    return SourceError(NOT_WELL_FORMED.at(place, f"not well-formed XML: {found.message}", found.hint))


def _guard(tree: etree._ElementTree, data: bytes, path: str) -> None:
    if tree.docinfo.internalDTD is not None:
        raise _doctype(data, path)
    deep = tree.getroot().xpath(f"(//*[count(ancestor::*) = {MAX_DEPTH}])[1]") if _maybe_deep(data) else []
    if isinstance(deep, list) and deep and isinstance(deep[0], etree._Element):
        line = deep[0].sourceline or 0
        raise SourceError(TOO_LARGE.at(Location(path, line), f"elements nest deeper than {MAX_DEPTH} levels"))


def _doctype(data: bytes, path: str) -> SourceError:
    """Return the error for a document type declaration, with its line."""
    found = _DOCTYPE.search(data)
    line = data.count(b"\n", 0, found.start()) + 1 if found else 1
    message = "a document type declaration (<!DOCTYPE …>) is not accepted"
    hint = "delete the declaration and write out what its entities stood for"
    return SourceError(DOCTYPE.at(Location(path, line, 1), message, hint))


def _maybe_deep(data: bytes) -> bool:
    """Only a file with at least MAX_DEPTH end tags can nest that deep: a cheap test before the dear one."""
    return data.count(b"</") + data.count(b"/>") >= MAX_DEPTH
