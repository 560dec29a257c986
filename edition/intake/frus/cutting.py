"""A volume that is not well-formed is cut at the divisions of its documents, so that those that are whole can be read.

What is cut out is replaced by its line breaks, so that every line keeps its number. Only start and end tags of
divisions are looked for, each in its own document: a broken one spoils none of the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from edition.intake.frus.findings import CUT
from edition.intake.frus.plain import FRUS_NS
from edition.intake.request import BROKEN
from tei.errors import SourceError
from tei.findings import Finding, Location
from tei.names import TEI_NS, XML_ID
from tei.xmlfile import NOT_WELL_FORMED, parse_bytes

_ROOT: Final = re.compile(rb"<(?:\w+:)?TEI\b[^<>]*>")
_DOCUMENT: Final = re.compile(rb"<div\b[^<>]*?\btype\s*=\s*[\"']document[\"'][^<>]*>")
_SECTION: Final = re.compile(rb"<div\b[^<>]*?\btype\s*=\s*[\"']section[\"'][^<>]*>")
_DIVISION: Final = re.compile(rb"<div\b[^<>]*?(?P<empty>/)?>|(?P<end></div\s*>)")
_HEADER: Final = re.compile(rb"<teiHeader\b.*?</teiHeader\s*>", re.DOTALL)
_PAGE: Final = re.compile(rb"<pb\b[^<>]*/>")
_IDENT: Final = re.compile(rb"\bxml:id\s*=\s*[\"']([^\"'<>]{1,100})[\"']")
_BETWEEN: Final = re.compile(
    rb"(?:\s+|<pb\b[^<>]*/>|<!--.*?-->)*+(?:</?div\b|</(?:body|text|front|back)\b|<(?:back|body)\b|\Z)", re.DOTALL
)
_PLAIN_ROOT: Final = f'<TEI xmlns="{TEI_NS}" xmlns:frus="{FRUS_NS}">'.encode()


@dataclass(frozen=True, slots=True)
class Broken:
    """A document that could not be read: its id, the line where it begins, and what is wrong with it."""

    id: str
    line: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Opened:
    """A volume that was read: its tree, and what is to be said of what could not be."""

    root: etree._Element
    findings: tuple[Finding, ...] = ()
    broken: tuple[Broken, ...] = ()
    lost: frozenset[str] = frozenset()
    """Ids of what could not be read."""


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int


def open_volume(data: bytes, path: str) -> Opened:
    """Parse a volume, cut at its documents where it is not well-formed. Raises SourceError where none can be read."""
    try:
        return Opened(parse_bytes(data, path).getroot())
    except SourceError as error:
        fault = error.findings[0]
        if fault.rule != NOT_WELL_FORMED.code or not _DOCUMENT.search(data):
            raise
        return _salvaged(data, path, fault)


def _salvaged(data: bytes, path: str, fault: Finding) -> Opened:
    """Return the volume of those parts that are whole."""
    found = _ROOT.search(data)
    root = found.group() if found else _PLAIN_ROOT
    kept: list[_Cut] = []
    header = _HEADER.search(data)
    if header and _fault(header.group(), root, path) is None:
        kept.append(_Cut(*header.span()))
    documents, broken = _documents(data, root, path)
    if not documents:
        raise SourceError(fault)
    kept += documents
    kept += _sections(data, root, path, documents)
    kept = _pages(data, sorted(kept, key=lambda cut: cut.start))
    tree = parse_bytes(_joined(data, root, kept), path)
    every = len(documents) + len(broken)
    message = f"the volume is {fault.message}; {len(documents)} of its {every} documents are whole"
    said = (CUT.at(fault.location, message, fault.hint), *(one.finding for one in broken))
    return Opened(tree.getroot(), said, broken, _lost(data, tree.getroot()))


def _lost(data: bytes, root: etree._Element) -> frozenset[str]:
    """Return the ids that the file has and the tree of what is whole has not."""
    there = {str(one.get(XML_ID)) for one in root.iter() if one.get(XML_ID)}
    return frozenset(found[1].decode("utf-8", "replace") for found in _IDENT.finditer(data)) - there


def _joined(data: bytes, root: bytes, kept: list[_Cut]) -> bytes:
    """Return the parts that are kept, each on the lines where it stood."""
    pieces, at = [root.replace(b"\n", b" ")], 0
    for cut in kept:
        pieces += [b"\n" * data.count(b"\n", at, cut.start), data[cut.start : cut.end]]
        at = cut.end
    return b"".join((*pieces, b"</TEI>"))


def _fault(part: bytes, root: bytes, path: str, line: int = 1) -> Finding | None:
    """Return why a part that begins on a line cannot be read; None where it can."""
    try:
        parse_bytes(root.replace(b"\n", b" ") + b"\n" * (line - 1) + part + b"</TEI>", path)
    except SourceError as error:
        return error.findings[0]
    return None


def _documents(data: bytes, root: bytes, path: str) -> tuple[list[_Cut], tuple[Broken, ...]]:
    """Return the documents that are whole, and a finding for each that is not."""
    starts = [found.start() for found in _DOCUMENT.finditer(data)]
    whole: list[_Cut] = []
    broken: list[Broken] = []
    for start, limit in zip(starts, (*starts[1:], len(data)), strict=True):
        end = _end_of(data, start, limit)
        part = data[start:end] if end else data[start:limit]
        fault = _fault(part, root, path)
        if end and fault is None and _BETWEEN.match(data, end, limit):
            whole.append(_Cut(start, end))
            continue
        line = data.count(b"\n", 0, start) + 1
        told = _fault(part, root, path, line) if fault else None
        broken.append(_broken(part, line, told, path, closed=bool(end)))
    return whole, tuple(broken)


def _broken(part: bytes, line: int, fault: Finding | None, path: str, *, closed: bool) -> Broken:
    ident = _IDENT.search(part[:2000])
    name = ident[1].decode("utf-8", "replace") if ident else "a document"
    place, hint = Location(path, line), "add the </div> or other end tag that is missing"
    said = "its division has no end, or that of something in it has none"
    if closed and fault is not None:
        said, hint, place = fault.message, fault.hint, fault.location
    elif closed:
        said, hint = "words stand behind the end of its division", "take out the </div> that is too much"
    finding = BROKEN.at(place, f"{name} is not read: {said}", hint)
    return Broken(name, line, finding)


def _end_of(data: bytes, start: int, limit: int) -> int:
    """Return where the division that begins at `start` ends, 0 where it does not before `limit`."""
    depth = 0
    for found in _DIVISION.finditer(data, start, limit):
        if found["end"]:
            depth -= 1
        elif not found["empty"]:
            depth += 1
        if depth == 0:
            return found.end()
    return 0


def _sections(data: bytes, root: bytes, path: str, documents: list[_Cut]) -> list[_Cut]:
    """Return the sections outside documents that are whole: among them are the lists of persons and terms."""
    found: list[_Cut] = []
    floor = 0
    for one in _SECTION.finditer(data):
        inside = any(cut.start <= one.start() < cut.end for cut in documents)
        end = 0 if inside or one.start() < floor else _end_of(data, one.start(), len(data))
        part = data[one.start() : end]
        if end and not _DOCUMENT.search(part) and _fault(part, root, path) is None:
            found.append(_Cut(one.start(), end))
            floor = end
    return found


def _pages(data: bytes, kept: list[_Cut]) -> list[_Cut]:
    """Return the parts that are kept, with the page breaks between them."""
    every: list[_Cut] = []
    at = 0
    for cut in (*kept, _Cut(len(data), len(data))):
        if cut.start < at:
            continue
        every += [_Cut(*page.span()) for page in _PAGE.finditer(data, at, cut.start)]
        if cut.end > cut.start:
            every.append(cut)
        at = cut.end
    return every
