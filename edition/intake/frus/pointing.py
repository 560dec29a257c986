"""Where the references of a volume lead: to documents of ours, else to the pages of the Office of the Historian."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from lxml import etree

from edition.intake.frus.mixed import text_behind
from tei.names import TEI_NS, XML_ID, tei
from tei.regexes import regex

SITE: Final = "https://history.state.gov/historicaldocuments/"
PICTURES: Final = "https://static.history.state.gov/frus/"
_PB: Final = tei("pb")
_VOLUME: Final = regex(r"frus[\w-]+")
_WEB: Final = regex(r"(?:https?|mailto):[^\s<>\"{}|\\^`]+")
_FACS: Final = regex(r"[\w-]+")
_NOTE_ID: Final = regex(r"d\d+\w?fn\d+")
_PAGE: Final = regex(r"pg_\w+")


@dataclass(frozen=True, slots=True)
class Target:
    """The pointer of a reference, and what kind of thing it leads to."""

    target: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the ids of a volume stand: the document that each is in ("" for none), and the documents of each page.

    `begins` are the documents that begin on a page, `within` the one that goes on there, `begun` the page on which a
    document begins.
    """

    holder: Mapping[str, str]
    begins: Mapping[str, tuple[str, ...]]
    within: Mapping[str, str]
    begun: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pointers:
    """Leads from a reference of the volume to what it means.

    `files` are the ids that the imported documents have, by those that they have in the volume.
    """

    volume: str
    files: Mapping[str, str]
    places: Places

    def address(self, ident: str = "") -> str:
        """Return the address of the volume, or of something in it, at the Office of the Historian."""
        return f"{SITE}{self.volume}/{quote(ident)}" if ident else f"{SITE}{self.volume}"

    def picture(self, facs: str) -> str:
        """Return the address of the picture of a page, "" where its name is none."""
        if _WEB.fullmatch(facs):
            return facs
        return f"{PICTURES}{self.volume}/medium/{facs}.png" if _FACS.fullmatch(facs) else ""

    def figure(self, url: str) -> str:
        """Return the address of a picture printed in the volume."""
        if _WEB.fullmatch(url):
            return url
        return f"{PICTURES}{self.volume}/{quote(url)}.png" if _FACS.fullmatch(url) else ""

    def lead(self, written: str, document: str) -> Target | None:
        """Return where a reference in a document leads; None where that is nowhere."""
        found = [self._one(each, document) for each in written.split()]
        if not found or any(one is None for one in found):
            return None
        first = found[0]
        assert first is not None
        return Target(" ".join(one.target for one in found if one), first.type)

    def _one(self, written: str, document: str) -> Target | None:
        if _WEB.fullmatch(written):
            return Target(written, "web")
        volume, _, ident = written.partition("#")
        volume = volume.removesuffix(".xml")
        if volume and volume != self.volume:
            if not _VOLUME.fullmatch(volume):
                return None
            return Target(f"{SITE}{volume}/{quote(_entry(ident))}" if ident else f"{SITE}{volume}", "bibl")
        return self._here(ident, document) if ident else Target(self.address(), "bibl")

    def _here(self, ident: str, document: str) -> Target | None:
        """Return where an id of this volume is."""
        if ident in self.files:
            return Target(f"{self.files[ident]}.xml", "telegram")
        if ident not in self.places.holder:
            return Target(self.address(ident), "bibl") if _PAGE.fullmatch(ident) else None
        if ident in self.places.begins or ident in self.places.within:
            return self._page(ident, document)
        holder = self.places.holder[ident]
        if holder == document:
            return Target(f"#{ident}")
        if holder in self.files:
            return Target(f"{self.files[holder]}.xml#{ident}", "document")
        where = holder or _entry(ident)
        return Target(self.address(where) + (f"#{quote(ident)}" if holder and holder != ident else ""), "bibl")

    def _page(self, ident: str, document: str) -> Target:
        """Return what a page number means: the one document that begins there, else the one that goes on there."""
        begins = self.places.begins.get(ident, ())
        if len(begins) == 1 and begins[0] in self.files:
            return Target(f"{self.files[begins[0]]}.xml", "telegram")
        within = self.places.within.get(ident, "")
        if not begins and within == document:
            return Target(f"#{ident}")
        if not begins and within in self.files:
            return Target(f"{self.files[within]}.xml#{ident}", "document")
        return Target(self.address(ident), "bibl")


def _entry(ident: str) -> str:
    """Return the part of an address that an id stands for; a note is on the page of its document."""
    return ident.partition("fn")[0] if _NOTE_ID.fullmatch(ident) else ident


def places_of(root: etree._Element, documents: Mapping[etree._Element, str], lost: Iterable[str] = ()) -> Places:
    """Note where the ids and the pages of a volume are; a document begins on the last page before its first words.

    `lost` are ids of what could not be read: they are there, and only the Office of the Historian has them.
    """
    holder: dict[str, str] = dict.fromkeys(lost, "")
    begins: dict[str, list[str]] = {}
    within: dict[str, str] = {}
    page = ""
    for element in _identified(root):
        document = _document_of(element, documents)
        ident = str(element.get(XML_ID) or "")
        if ident and not holder.get(ident):
            holder[ident] = document
        if element.tag == _PB and ident:
            page = ident
            begins.setdefault(page, [])
            if document and not _leads(element, documents):
                within[page] = document
            elif document:
                _begin(document, page, begins)
        elif element in documents and page and not _led(element):
            _begin(document, page, begins)
    begun: dict[str, tuple[str, ...]] = {}
    for key, found in begins.items():
        for document in found:
            begun[document] = (*begun.get(document, ()), key)
    return Places(holder, {key: tuple(found) for key, found in begins.items()}, within, begun)


_IDENTIFIED: Final = etree.XPath("//*[@xml:id or (self::t:div and @type = 'document')]", namespaces={"t": TEI_NS})


def _identified(root: etree._Element) -> list[etree._Element]:
    found = _IDENTIFIED(root)
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


def _document_of(element: etree._Element, documents: Mapping[etree._Element, str]) -> str:
    """Return the document that an element is, or is in."""
    at: etree._Element | None = element
    while at is not None:
        if at in documents:
            return documents[at]
        at = at.getparent()
    return ""


def _leads(page: etree._Element, documents: Mapping[etree._Element, str]) -> bool:
    """Say whether a page break stands before the first words of its document."""
    parent = page.getparent()
    if parent is None or parent not in documents or (parent.text or "").strip():
        return False
    return all(one.tag == _PB and not text_behind(one).strip() for one in page.itersiblings(preceding=True))


def _led(document: etree._Element) -> bool:
    """Say whether a document begins with a page break of its own."""
    return len(document) > 0 and document[0].tag == _PB and not (document.text or "").strip()


def _begin(document: str, page: str, begins: dict[str, list[str]]) -> None:
    found = begins.setdefault(page, [])
    if document not in found:
        found.append(document)
