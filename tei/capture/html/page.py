"""What a saved page says of itself: its character set, title, address, date, author, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.capture.html.tree import Element, Page
from tei.model import Attributes

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_SAVED_FROM: Final = re.compile(r"\s*saved from url=\(\d+\)(\S+)")
_KEYS: Final = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title"),
    "author": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author"),
    "date": ("citation_publication_date", "citation_date", "dc.date", "dcterms.date", "dcterms.created", "date",
             "article:published_time", "datepublished"),
    "publisher": ("citation_publisher", "dc.publisher", "dcterms.publisher", "og:site_name"),
    "source": ("dc.source", "dcterms.source"),
    "identifier": ("dc.identifier", "dcterms.identifier", "citation_doi"),
    "rights": ("dc.rights", "dcterms.rights", "copyright"),
    "description": ("description", "dc.description", "dcterms.description", "og:description"),
}  # fmt: skip
"""The names under which pages give these in <meta>: Dublin Core, Highwire, Open Graph; the first found is taken."""


def declared_charset(data: bytes) -> str:
    """Return the character set that a page declares in <meta> or its XML declaration, empty where it does not."""
    match = _CHARSET.search(data[:16384])
    return (match[1] or match[2]).decode("ascii", "ignore") if match else ""


def read_metadata(page: Page) -> Attributes:
    """Return what the page says of itself, a pair for each thing said."""
    elements = list(page.root.elements())
    said: dict[str, str] = {}
    for element in elements:
        if element.tag == "meta":
            name = element.get("name") or element.get("property") or element.get("itemprop")
            said.setdefault(name.lower(), " ".join(element.get("content").split()))
    return tuple((key, value) for key, value in _pairs(page, elements, said) if value)


def _pairs(page: Page, elements: list[Element], said: dict[str, str]) -> Iterator[tuple[str, str]]:
    title = next((element.text() for element in elements if element.tag == "title"), "")
    yield "title", title or _first(said, "title")
    links = (one.get("href").strip() for one in elements if one.tag == "link" and "canonical" in one.words())
    saved = (match[1] for comment in page.comments if (match := _SAVED_FROM.match(comment)))
    yield "url", next(links, "") or said.get("og:url", "") or next(saved, "")
    yield "language", next((language_of(one) for one in elements if one.tag == "html"), "")
    for key in _KEYS:
        if key != "title":
            yield key, _first(said, key)


def _first(said: dict[str, str], key: str) -> str:
    return next((said[name] for name in _KEYS[key] if said.get(name)), "")


def language_of(element: Element) -> str:
    """Return the language an element says its words are in, empty where it does not."""
    return (element.get("lang") or element.get("xml:lang")).strip()
