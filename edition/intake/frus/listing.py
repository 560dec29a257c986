"""What of a volume makes no document: a table with a row for each part, so that every word of it can be found."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import Final

from lxml import etree

from edition.intake.frus.listed import Lists
from edition.intake.frus.plain import line_of, plain_of
from edition.intake.frus.volumes import Volume
from edition.intake.frus.words import words_of
from tei.names import XML_ID, tei

_COLUMNS: Final = ("file", "line", "id", "what", "number", "title", "page", "words", "address")
_STRUCTURE: Final = frozenset(map(tei, ("text", "front", "body", "back", "group")))
_DIV: Final = tei("div")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a volume that makes no document: `what` it is, and where it stands."""

    file: str
    line: int
    id: str
    what: str
    number: str
    title: str
    page: str
    words: int
    address: str


def table_of(parts: Iterable[Part]) -> bytes:
    """Return the table as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(astuple(part) for part in parts)
    return stream.getvalue().encode()


def summary(parts: Iterable[Part]) -> str:
    """Return how many parts of what kind there are: "12 memorandum, 3 editorial note"."""
    counted = Counter(part.what for part in parts)
    return ", ".join(
        f"{number} {what}" for what, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def part_of(element: etree._Element, what: str, words: int, volume: Volume, file: str, page: str = "") -> Part:
    """Return the row of a document that is not taken, or of another part."""
    head = element.find(tei("head"))
    ident = str(element.get(XML_ID) or "")
    title = plain_of(head).text if head is not None else ""
    address = f"{volume.address}/{ident}" if ident else volume.address
    return Part(file, line_of(element), ident, what, element.get("n") or "", title, page, words, address)


def rest_of(volume: Volume, documents: Mapping[etree._Element, str], lists: Lists, file: str) -> Iterator[Part]:
    """Yield what stands outside the documents: title page, preface, lists, headings of chapters, index."""
    for text in volume.root.iterchildren():
        if isinstance(text.tag, str) and text.tag != tei("teiHeader"):
            yield from _parts(text, volume, documents, lists, file)


def _parts(
    element: etree._Element, volume: Volume, documents: Mapping[etree._Element, str], lists: Lists, file: str
) -> Iterator[Part]:
    if element in documents:
        return
    holds = element.tag in _STRUCTURE or any(one in documents for one in element.iter(_DIV))
    if not holds:
        words = len(words_of([element]))
        if words:
            yield part_of(element, _what(element, lists), words, volume, file)
        return
    inner = [one for one in element if isinstance(one.tag, str) and (one.tag == _DIV or one.tag in _STRUCTURE)]
    own = len(words_of([element], inner))
    if own and element.tag == _DIV:
        yield part_of(element, f"heading of a {element.get('type') or 'division'}", own, volume, file)
    elif own:
        yield from _loose(element, inner, volume, lists, file)
    for one in inner:
        yield from _parts(one, volume, documents, lists, file)


def _loose(
    element: etree._Element, inner: list[etree._Element], volume: Volume, lists: Lists, file: str
) -> Iterator[Part]:
    for one in element:
        if isinstance(one.tag, str) and one not in inner:
            words = len(words_of([one]))
            if words:
                yield part_of(one, _what(one, lists), words, volume, file)


def _what(element: etree._Element, lists: Lists) -> str:
    if element in lists.taken:
        return f"{element.get('subtype') or element.get(XML_ID) or 'list'} (authority list)"
    name = etree.QName(element).localname
    if name == "titlePage":
        return "title page"
    return (element.get("subtype") or element.get("type") or element.get(XML_ID) or name).replace("-", " ")
