"""A teiCorpus taken apart into its documents: one that `tei export corpus` wrote to the very files it was made of.

A corpus of another project becomes a file for each TEI element, under its id, with the namespaces that it had from the
elements round it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from edition.exchange.folding import DOCUMENT, decoded, encoded, restored, shared_of, written_from
from edition.exchange.scanning import Element, is_tei, scan
from edition.site.plan import File
from tei.errors import SourceError
from tei.files import write_atomic
from tei.findings import Finding, Location, Rule, Severity
from tei.xmlfile import parse_bytes, read_bytes

NOT_SPLIT = Rule(
    "EXP106",
    "cannot-be-split",
    Severity.ERROR,
    "The file, or a document in it, cannot be taken apart: it is no teiCorpus of the TEI namespace, or a document in "
    "it leans on a part that the corpus does not hold (any more), or it would go outside of the folder, or to where "
    "another document is written. The other documents are written.",
)
RULES = (NOT_SPLIT,)
_SAFE: Final = re.compile(r"[^\w.-]+")
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'


def split(path: Path, output: Path) -> tuple[Finding, ...]:
    """Write the documents of a teiCorpus into a folder; what cannot be taken out is a finding. Raises OutputError."""
    found = []
    for one in documents_of(path):
        if isinstance(one, Finding):
            found.append(one)
        else:
            write_atomic(output / one.path, one.data)
    return tuple(found)


def documents_of(path: Path) -> Iterator[File | Finding]:
    """Yield the documents of a teiCorpus as files, and what cannot be taken out of it."""
    try:
        data = read_bytes(path)
        parse_bytes(data, str(path))
    except SourceError as error:
        yield from error.findings
        return
    read = decoded(data)
    root = scan(read[0]) if read is not None else None
    if read is None or root is None or not is_tei(root, "teiCorpus"):
        yield NOT_SPLIT.at(Location(str(path)), "this is no teiCorpus", "name a file whose root element is teiCorpus")
        return
    yield from _Splitting(read[0], path).files(root)


class _Splitting:
    """One corpus while it is taken apart."""

    def __init__(self, text: str, path: Path) -> None:
        self._text, self._path = text, path
        self._shared: Mapping[str, str] = {}
        self._ids: dict[str, str] = {}
        self._taken: set[str] = set()

    def files(self, root: Element) -> Iterator[File | Finding]:
        """Yield the documents in order."""
        self._shared = shared_of(self._text, root)
        self._ids = dict(self._identified(root))
        for instruction, element in _documents(root):
            yield self._ours(instruction, element) if instruction is not None else self._theirs(element, root)

    def _identified(self, root: Element) -> Iterator[tuple[str, str]]:
        for instruction, element in _documents(root):
            if instruction is not None and (ident := element.values().get("xml:id")):
                yield ident, written_from(instruction.attributes).file

    def _ours(self, instruction: Element, element: Element) -> File | Finding:
        written = written_from(instruction.attributes)
        if not _is_inside(written.file):
            return self._refused(element, f"{written.file or 'a document'} is no path inside of a folder")
        try:
            words = restored(self._text[element.start : element.end], written, self._shared, self._ids)
            return self._file(written.file, encoded(words, written), element)
        except KeyError as error:
            return self._refused(element, f"{written.file} leans on {error.args[0]}, which the corpus does not hold")
        except (UnicodeError, LookupError):
            return self._refused(element, f"{written.file} cannot be written as {written.encoding}")

    def _theirs(self, element: Element, root: Element) -> File | Finding:
        """Return a document of another project, with what the corpus declares for it."""
        values = element.values()
        tag = self._text[element.start : element.inner]
        for name, value in root.values().items():
            if name not in values and (name.startswith("xmlns") or name in ("xml:lang", "xml:base", "xml:space")):
                tag = tag.replace(f"<{element.name}", f'<{element.name} {name}="{value.replace(chr(34), "&quot;")}"', 1)
        stem = _SAFE.sub("-", values.get("xml:id") or f"{self._path.stem}-{len(self._taken) + 1}").strip(".-")
        words = tag + self._text[element.inner : element.end]
        return self._file(f"{stem or 'document'}.xml", f"{_DECLARATION}{words}\n".encode(), element)

    def _file(self, name: str, data: bytes, element: Element) -> File | Finding:
        if name.casefold() in self._taken:
            return self._refused(element, f"there is a document {name} already")
        self._taken.add(name.casefold())
        return File(name, data)

    def _refused(self, element: Element, message: str) -> Finding:
        line = self._text.count("\n", 0, element.start) + 1
        return NOT_SPLIT.at(Location(str(self._path), line, 1), message, "mend the corpus, or make it again")


def _documents(root: Element) -> Iterator[tuple[Element | None, Element]]:
    """Yield each document with the instruction before it."""
    instruction = None
    for part in root.parts:
        if part.name == DOCUMENT:
            instruction = part
        elif part.name.rpartition(":")[2] in ("TEI", "teiCorpus"):
            yield instruction, part
            instruction = None


def _is_inside(file: str) -> bool:
    path = PurePosixPath(file)
    return (
        file not in ("", ".")
        and not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in file
        and ":" not in file
    )
