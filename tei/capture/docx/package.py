"""A .docx as what it is, a ZIP of XML parts: opened only when it is safe, read only as far as is asked.

Guarded are the number of parts, their names, their sizes together and each by itself as it is unpacked (headers lie),
and how far they were packed; encryption is recognised. Macros and embedded programs are never looked at. The standard
library and the one parser of XML suffice for this; a library for writing Word files would know less of its notes,
changes and numbering, and guard less.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tei.capture.docx.names import attribute
from tei.capture.kind import PASSWORD, UNSUPPORTED
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.xmlfile import parse_bytes

BROKEN_PART = Rule(
    "CAP112",
    "broken-part",
    Severity.ERROR,
    "A part of the document is missing or damaged. What could still be read might lack words or notes unseen, so none "
    "of it is taken.",
)
UNSAFE = Rule(
    "CAP115",
    "unsafe-archive",
    Severity.ERROR,
    "The document unpacks to far more than any letter holds, or its parts have names that lead out of it. Such files "
    "are made to do harm; it was not unpacked.",
)
RULES = (BROKEN_PART, UNSAFE)

MAX_PARTS: Final = 5_000
MAX_UNPACKED: Final = 512 * 2**20
"""All parts together, pictures with them, in bytes."""
MAX_PART: Final = 96 * 2**20
MAX_RATIO: Final = 200
"""Unpacked by packed size; deflate can do a thousand, real XML does not come to a hundred."""
_SMALL: Final = 16 * 2**20
"""A part that unpacks to less does no harm, however far it was packed: forms repeat themselves."""
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError),
    *(struct.error, OverflowError, KeyError, IndexError),
)


@dataclass(frozen=True)
class Package:
    """The parts of a document, by name without leading slash; `path` is what findings call the file."""

    path: str
    archive: zipfile.ZipFile

    @cached_property
    def names(self) -> dict[str, str]:
        """The parts by their names in small letters, as they are compared (ECMA-376-2, 6.2.2)."""
        return {name.lower(): name for name in self.archive.namelist()}

    def read(self, name: str) -> etree._Element:
        """Return the root of an XML part; raises SourceError where it is missing, damaged or too large."""
        known = self.names.get(name.lower())
        if known is None:
            raise SourceError(self._broken(f"the part {name} is missing"))
        try:
            with self.archive.open(known) as stream:
                data = stream.read(MAX_PART + 1)
        except _DAMAGE as error:
            raise SourceError(self._broken(f"the part {name} is damaged: {error}")) from None
        if len(data) > MAX_PART:
            raise SourceError(_unsafe(self.path, f"the part {name} is larger than {MAX_PART // 2**20} MiB"))
        try:
            return parse_bytes(data, self.path).getroot()
        except SourceError as error:
            raise SourceError(self._broken(f"the part {name} is damaged: {error}")) from None

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to: id → (kind, the name of the part or the address outside)."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels.lower() not in self.names:
            return {}
        found = {}
        for relation in self.read(rels):
            target, kind = relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[relation.get("Id", "")] = (kind, target)
        return found

    def _broken(self, message: str) -> Finding:
        hint = "open it in a word processor, let it mend the file, and save it again"
        return BROKEN_PART.at(Location(self.path), message, hint)


def open_package(data: bytes, path: str) -> Package:
    """Open a document; raises SourceError where it is no ZIP, unsafe, encrypted, or no Word document."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _DAMAGE as error:
        hint = "copy or download it again: it may have been cut short"
        raise SourceError(BROKEN_PART.at(Location(path), f"the file is a damaged archive: {error}", hint)) from None
    _guard(entries, path)
    package = Package(path, archive)
    if any(entry.flag_bits & 1 for entry in entries):
        hint = "save it without a password"
        raise SourceError(PASSWORD.at(Location(path), "the document is encrypted with a password", hint))
    return package


def main_part(package: Package) -> str:
    """Return the name of the part with the text; raises SourceError where the archive is no Word document."""
    for kind, target in package.relations("").values():
        if kind == "officeDocument":
            if target.startswith(("xl/", "ppt/")):
                break
            return target
    if "word/document.xml" in package.names:
        return "word/document.xml"
    hint = "open it in the program that wrote it and save it as .docx"
    raise SourceError(UNSUPPORTED.at(Location(package.path), "the archive holds no Word document", hint))


def _guard(entries: list[zipfile.ZipInfo], path: str) -> None:
    if len(entries) > MAX_PARTS:
        raise SourceError(_unsafe(path, f"the archive has {len(entries)} parts"))
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        if ".." in parts or entry.filename.startswith(("/", "\\")) or ":" in parts[0]:
            raise SourceError(_unsafe(path, f"the part {entry.filename[:80]!r} leads out of the archive"))
        if entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            ratio = entry.file_size // max(entry.compress_size, 1)
            raise SourceError(_unsafe(path, f"the part {entry.filename[:80]!r} is packed {ratio} times"))
    total = sum(entry.file_size for entry in entries)
    if total > MAX_UNPACKED:
        raise SourceError(_unsafe(path, f"the archive unpacks to {total // 2**20} MiB"))


def _unsafe(path: str, message: str) -> Finding:
    return UNSAFE.at(Location(path), message, "get the document again from where it comes from")


def related(relations: dict[str, tuple[str, str]], kind: str) -> list[str]:
    """Return the parts of a kind that a part refers to, in order of their ids."""
    return [target for _, (found, target) in sorted(relations.items()) if found == kind]


def relation_id(element: etree._Element) -> str:
    """Return the id of the relation that an element names (r:id)."""
    return attribute(element, "id", relationship=True)
