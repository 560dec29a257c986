"""The documents and lists in a TEI file: the file itself, the parts of a teiCorpus, the letters of one body.

A file with one letter is taken as it is. A teiCorpus is taken apart at its TEI elements; what its own header and
standOff say is kept as a list that its documents point into. Of a TEI with several letters and an envelope for each,
every letter becomes a document under the header of all, with its own envelope.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from lxml import etree

from edition.corpus.parsing import read_bytes as read_parts
from edition.exchange.folding import DOCUMENT, decoded
from edition.exchange.scanning import Element, scan
from edition.exchange.splitting import documents_of
from edition.intake.detecting import HEAD, no_p5
from edition.intake.letters.apart import apart
from edition.intake.request import BROKEN, LISTED
from edition.site.plan import File
from tei.archives import Repositories
from tei.authority.reading import line_of
from tei.errors import SourceError
from tei.findings import Finding, Location, Rule, Severity
from tei.names import tei
from tei.xmlfile import parse_bytes, read_bytes

SEVERAL = Rule(
    "IMP121",
    "letters-not-parted",
    Severity.WARNING,
    "The file has several envelopes (correspDesc) and divisions, and nothing says which is that of which, so that it "
    "is taken as one document, under the first envelope.",
    bad='<correspDesc>…</correspDesc> … <div type="letter">…</div>',
    good='<correspDesc corresp="#l1">…</correspDesc> … <div type="letter" xml:id="l1">…</div>',
)
RULES = (SEVERAL,)

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
DEPTH: Final = 4
"""As deep as letters and their envelopes stand: TEI, text, body, div, div."""
_TEI: Final = tei("")
_INHERITED: Final = ("xml:lang", "xml:base", "xml:space")


class Sort(StrEnum):
    """What a piece is: a letter, or lists that letters point into."""

    LETTER = "tei"
    LIST = "authority"


@dataclass(frozen=True, slots=True)
class Piece:
    """A document or list of a file: its bytes, the name that it would like, the line of the source that it begins on.

    `kept` says that its lines are those of the source.
    """

    sort: Sort
    name: str
    data: bytes
    line: int = 1
    kept: bool = True


def pieces_of(path: Path) -> Iterator[Piece | Finding]:
    """Yield what a file holds, in its order; what cannot be read or is no letter is a finding."""
    try:
        data = read_bytes(path)
        root = parse_bytes(data, str(path)).getroot()
    except SourceError as error:
        for one in error.findings:
            yield BROKEN.at(one.location, f"{path.name} was not taken: {one.message}", one.hint)
        return
    if not str(root.tag).startswith(_TEI):
        reason, hint = no_p5(data[:HEAD]) or ("the root element is none of TEI", "leave it out, or convert it")
        yield BROKEN.at(Location(str(path), line_of(root)), f"{path.name} was not taken: {reason}", hint)
        return
    inner = next(root.iterchildren(tei("TEI"), tei("teiCorpus")), None) is not None
    inner = inner and (root.tag != tei("TEI") or root.find(tei("text")) is None)
    read = decoded(data) if inner or _is_several(root) else None
    text = read[0] if read is not None else ""
    scanned = scan(text, depth=DEPTH) if text else None
    if scanned is None:
        yield from _whole(path, data, root)
    elif any(part.name == DOCUMENT for part in scanned.parts):
        yield from _exported(path)
    elif inner:
        yield from _Corpus(path, text, scanned).pieces(root)
    else:
        yield from _several(path, data, text, scanned, root)


def _is_several(root: etree._Element) -> bool:
    return sum(1 for _ in _envelopes(root)) > 1


def _envelopes(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the envelopes of a document."""
    header = root.find(tei("teiHeader"))
    yield from header.iter(tei("correspDesc")) if header is not None else ()


def _whole(path: Path, data: bytes, root: etree._Element) -> Iterator[Piece | Finding]:
    if next(_envelopes(root), None) is not None:
        yield Piece(Sort.LETTER, path.stem, data)
    elif is_list(data, path):
        yield Piece(Sort.LIST, path.stem, data)
    else:
        yield LISTED.at(Location(str(path), 1), "no correspDesc: not taken as a letter", "")


def is_list(data: bytes, path: Path) -> bool:
    """Say whether a file only lists persons, places or organisations."""
    read = read_parts(data, path, "", Repositories(()))
    return bool(read.entries) and not read.parts


def _exported(path: Path) -> Iterator[Piece | Finding]:
    """Yield the documents of a corpus of ours, as the files had them."""
    for one in documents_of(path):
        if isinstance(one, File):
            yield Piece(Sort.LETTER, Path(one.path).stem, one.data, kept=False)
        else:
            yield BROKEN.at(one.location, one.message, one.hint)


class _Corpus:
    """A teiCorpus, or a TEI that holds TEI elements, while it is taken apart."""

    def __init__(self, path: Path, text: str, scanned: Element) -> None:
        self._path, self._text, self._root = path, text, scanned
        self._number = 0

    def pieces(self, root: etree._Element) -> Iterator[Piece | Finding]:
        yield from self._inside(self._root, root, {})

    def _inside(self, holder: Element, element: etree._Element, given: dict[str, str]) -> Iterator[Piece | Finding]:
        given = given | {
            name: value
            for name, value in holder.values().items()
            if name in _INHERITED or name.partition(":")[0] == "xmlns"
        }
        yield from self._rest(holder, given)
        parsed = iter([one for one in element if isinstance(one.tag, str)])
        for part in holder.elements():
            child = next(parsed)
            if child.tag == tei("TEI"):
                yield self._document(part, child, given)
            elif child.tag == tei("teiCorpus"):
                inner = scan(self._text, part.start, DEPTH)
                yield from self._inside(inner or part, child, given)

    def _document(self, part: Element, child: etree._Element, given: dict[str, str]) -> Piece | Finding:
        self._number += 1
        line = self._text.count("\n", 0, part.start) + 1
        if next(_envelopes(child), None) is None:
            named = part.values().get("xml:id") or f"document {self._number}"
            return LISTED.at(Location(str(self._path), line), f"{named} has no correspDesc: not taken as a letter", "")
        name = part.values().get("xml:id") or f"{self._path.stem}-{self._number}"
        words = with_attributes(self._text, part, given)
        return Piece(Sort.LETTER, name, f"{DECLARATION}{words}\n".encode(), line - 1)

    def _rest(self, root: Element, given: dict[str, str]) -> Iterator[Piece]:
        """Yield what a corpus says for all of its documents, where they can point into it."""
        parts = [part for part in root.elements() if part.name.rpartition(":")[2] in ("teiHeader", "standOff")]
        words = "\n".join(self._text[part.start : part.end] for part in parts)
        if "xml:id" not in words:
            return
        tag = root.name.rpartition(":")[0]
        tag = f"{tag}:" if tag else ""
        if not any(part.name.endswith("standOff") for part in parts):
            words += f"\n<{tag}text><{tag}body><{tag}p/></{tag}body></{tag}text>"
        own = {"xml:id": ident} if (ident := root.values().get("xml:id")) else {}
        start = written_tag(f"{tag}TEI", given | own)
        line = self._text.count("\n", 0, root.start) + 1
        data = f"{DECLARATION}{start}\n{words}\n</{tag}TEI>\n".encode()
        yield Piece(Sort.LIST, self._path.stem, data, line, kept=False)


def with_attributes(text: str, element: Element, given: dict[str, str]) -> str:
    """Return the words of an element with attributes that it had from the elements round it."""
    values = element.values()
    added = {name: value for name, value in given.items() if name not in values}
    tag = text[element.start : element.inner]
    head = f"<{element.name}"
    return written_tag(element.name, added)[:-1] + tag[len(head) :] + text[element.inner : element.end]


def written_tag(name: str, values: dict[str, str]) -> str:
    """Return a start tag; values are as they were written."""
    written = "".join(f' {key}="{value.replace(chr(34), "&quot;")}"' for key, value in values.items())
    return f"<{name}{written}>"


def _several(path: Path, data: bytes, text: str, scanned: Element, root: etree._Element) -> Iterator[Piece | Finding]:
    """Yield the letters of a file that has several, each under its envelope; all of it where they cannot be parted."""
    parted = apart(text, scanned)
    if parted is None:
        yield from _whole(path, data, root)
        envelopes = list(_envelopes(root))
        if not all(one.get("corresp") for one in envelopes):
            message = f"{len(envelopes)} envelopes, and nothing says which is that of which letter: taken as one"
            yield SEVERAL.at(Location(str(path), 1), message, "point from each correspDesc to its div with @corresp")
        return
    for number, letter in enumerate(parted.letters, 1):
        name = letter.ident or f"{path.stem}-{number}"
        yield Piece(Sort.LETTER, name, f"{DECLARATION}{letter.words}\n".encode(), letter.line, kept=False)
    if "xml:id" in parted.rest:
        yield Piece(Sort.LIST, path.stem, f"{DECLARATION}{parted.rest}\n".encode(), kept=False)
    if parted.others:
        parts = "1 part" if parted.others == 1 else f"{parted.others} parts"
        yield LISTED.at(Location(str(path), 1), f"{parts} of the text beside the letters", "")
