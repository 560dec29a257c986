"""Word documents (.docx): text with notes, numerals, emphasis, tables, changes and comments, in flat form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from tei.capture.docx import changes as changes_
from tei.capture.docx import package as package_
from tei.capture.docx.blocks import Blocks
from tei.capture.docx.changes import Changes, refuse_undecided
from tei.capture.docx.inline import Inline
from tei.capture.docx.names import child, descendants, name_of
from tei.capture.docx.notes import Notes, notes_of
from tei.capture.docx.numbering import read_numbering
from tei.capture.docx.package import BROKEN_PART, Package, main_part, open_package, related, relation_id
from tei.capture.docx.styles import read_styles
from tei.capture.flat import Flat
from tei.capture.kind import Kind
from tei.capture.plain import EMPTY, capture_name, file_bytes
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.model import Attributes, Capture

NOT_READ = Rule(
    "CAP116",
    "part-not-read",
    Severity.WARNING,
    "The document shows something that could not be read: a sign of an unknown symbol font, another document put into "
    "it, a note that is not there. The rest was read; look at these places.",
)
HIDDEN = Rule(
    "CAP117",
    "hidden-text",
    Severity.INFO,
    "The document has words formatted as hidden, which it neither shows nor prints. They were left out.",
)
RULES = (*package_.RULES, *changes_.RULES, NOT_READ, HIDDEN)

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOTES: Final = ("footnote", "endnote", "comment")
_CORE: Final = {"title": "title", "creator": "author", "created": "date", "subject": "subject", "language": "language",
                "description": "description", "identifier": "identifier"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a document that hold words, and what they refer to."""

    body: etree._Element
    notes: dict[str, etree._Element]
    headers: dict[str, list[etree._Element]]
    relations: dict[str, dict[str, tuple[str, str]]]

    def with_words(self) -> Iterator[etree._Element]:
        yield self.body
        yield from self.notes.values()
        yield from (part for parts in self.headers.values() for part in parts)


def capture_docx(path: Path, *, changes: str | None = None) -> Capture:
    """Read a Word document; `changes` is accept, reject or encode.

    Raises SourceError where the file is missing, no Word document, encrypted, damaged or unsafe, and where it has
    tracked changes and `changes` does not say what becomes of them.
    """
    data = file_bytes(path, Kind.DOCX)
    package = open_package(data, str(path))
    name = main_part(package)
    relations = package.relations(name)
    parts = _parts(package, name, relations)
    if changes is None:
        refuse_undecided(parts.with_words(), str(path))
    try:
        blocks, flat = _write(package, parts, relations, Changes(changes or "accept"))
    except RecursionError:
        message = "the document nests deeper than can be read"
        raise SourceError(BROKEN_PART.at(Location(str(path)), message, "save it again from a word processor")) from None
    text, features = flat.finish()
    if not text.strip():
        raise SourceError(EMPTY.at(Location(str(path)), "the document shows no words", "is the text in a picture?"))
    inline = blocks.inline
    dropped = (("hidden words", inline.hidden),) if inline.hidden else ()
    findings = tuple(_notices(blocks, str(path)))
    digest = hashlib.sha256(data).hexdigest()
    return Capture(
        str(path), capture_name(path), text, digest, "utf-8", MEDIA_TYPE, "declared", features,
        _metadata(package), dropped=dropped, findings=findings,
    )  # fmt: skip


def _parts(package: Package, name: str, relations: dict[str, tuple[str, str]]) -> _Parts:
    root = package.read(name)
    body = child(root, "body")
    if name_of(root) != "document" or body is None:
        message = f"the part {name} is no Word document"
        raise SourceError(BROKEN_PART.at(Location(package.path), message, "save it again from a word processor"))
    notes, own = {}, {"": relations}
    for kind in _NOTES:
        for part in related(relations, f"{kind}s")[:1]:
            notes[kind], own[kind] = package.read(part), package.relations(part)
    return _Parts(body, notes, _headers(package, body, relations), own)


def _headers(
    package: Package, body: etree._Element, relations: dict[str, tuple[str, str]]
) -> dict[str, list[etree._Element]]:
    """Return the headers and footers that pages show, each once: two sections may share one, or repeat its words."""
    found: dict[str, list[etree._Element]] = {"header": [], "footer": []}
    seen: set[tuple[str, str]] = set()
    for reference in descendants(body, "headerReference", "footerReference"):
        kind, part = relations.get(relation_id(reference), ("", ""))
        if kind not in found:
            continue
        root = package.read(part)
        words = "".join(one.text or "" for one in descendants(root, "t")).strip()
        if words and (kind, words) not in seen:
            seen.add((kind, words))
            found[kind].append(root)
    return found


def _write(
    package: Package, parts: _Parts, relations: dict[str, tuple[str, str]], changes: Changes
) -> tuple[Blocks, Flat]:
    def optional(kind: str) -> etree._Element | None:
        return next((package.read(part) for part in related(relations, kind)), None)

    flat, settings = Flat(), optional("settings")
    known = {kind: notes_of(parts.notes.get(kind), kind) for kind in _NOTES}
    notes = Notes(known, {kind: _counting(kind, settings, parts.body) for kind in ("footnote", "endnote")})
    inline = Inline(flat, read_styles(optional("styles")), changes, notes, relations)
    blocks = Blocks(flat, inline, read_numbering(optional("numbering")))
    blocks.write_furniture(parts.headers["header"], "header")
    blocks.write(parts.body)
    notes.end_ranges(flat)
    blocks.write_furniture(parts.headers["footer"], "footer")
    for kind in _NOTES:
        blocks.write_notes(kind, parts.relations.get(kind, {}))
        notes.end_ranges(flat)
    return blocks, flat


def _counting(kind: str, settings: etree._Element | None, body: etree._Element) -> etree._Element | None:
    """Return how notes of a kind are counted: as the last section says, else as the document does."""
    own = child(body, "sectPr", f"{kind}Pr")
    return own if own is not None and len(own) else child(settings, f"{kind}Pr")


def _notices(blocks: Blocks, path: str) -> Iterator[Finding]:
    inline, place = blocks.inline, Location(path)
    if inline.unknown:
        message = f"signs of a symbol font that are not known: {', '.join(sorted(inline.unknown))}"
        yield NOT_READ.at(place, message, "each is U+FFFD in the text: put the sign there")
    if inline.notes.lost:
        message = f"notes that are not in the document: {', '.join(inline.notes.lost[:5])}"
        yield NOT_READ.at(place, message, "look in the original for what they said")
    if blocks.skipped:
        yield NOT_READ.at(place, "another document is put into this one", "open it, copy its text in, and save it")
    if inline.hidden:
        message = f"{inline.hidden} words formatted as hidden were left out"
        yield HIDDEN.at(place, message, "if they are needed, show them", words=inline.hidden)


def _metadata(package: Package) -> Attributes:
    """Return what the document says of itself (Dublin Core, ECMA-376-2, clause 11)."""
    parts = related(package.relations(""), "core-properties")
    found: dict[str, str] = {}
    for part in parts[:1]:
        for element in package.read(part):
            key = _CORE.get(etree.QName(element).localname) if isinstance(element.tag, str) else None
            if key and (element.text or "").strip():
                found.setdefault(key, " ".join((element.text or "").split()))
    return tuple(found.items())
