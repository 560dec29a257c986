"""The edition with the addresses that its parts have in a book; what the book does not hold leads to the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from edition.corpus.model import Corpus, Document, Entry, Kind, Uses
from edition.site.calendar import month_of
from edition.site.parts import UNDATED, days
from edition.site.plan import Planned, Settings, Site
from edition.site.shelves import repositories

EPUB_NS: Final = "http://www.idpf.org/2007/ops"
WHOLE: Final = "book.html"
"""The one file of a book that is not cut into chapters."""

SINGLY: Final = 1000
"""The most documents that have a file each; of more, those of a month share files."""

_TOGETHER: Final = 40
"""The most documents that share a file: some 200 kB, which every reading system takes."""

_REGISTERS: Final = {
    "person": "persons",
    "org": "organisations",
    "place": "places",
    "archive": "archives",
    "exchange": "exchanges",
}
_SAFE: Final = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNNAMED: Final = "Letters"
_TAG: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*|x(?:-[A-Za-z0-9]{1,8})+")


@dataclass(frozen=True, slots=True, eq=False)
class Book(Site):
    """A site whose pages are chapters. `single` says that they are one file, else each has its own (an e-book).

    `numbers` are those of the documents, from 1, in order of time; `files` the file of each document; `anchors` the ids
    of entries, archives and exchanges, by their kind and key, of those that the registers of the book have.
    """

    single: bool = False
    numbers: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    anchors: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language of the book's own words."""
        return self.settings.languages[0]

    def address(self, kind: str, subject: str = "", lang: str = "") -> str:
        """Return the place of a part in the book, the address on the site for what the book does not have."""
        if kind in ("telegram", "telegrams") and subject in self.files:
            return f"{self.files[subject]}#{self.anchor(subject)}"
        if (kind, subject) in self.anchors:
            anchor = self.anchors[kind, subject]
            return f"{self.file(_REGISTERS.get(kind, anchor))}#{anchor}"
        return Site.address(self, kind, subject, lang)

    def file(self, name: str) -> str:
        """Return the file of a chapter."""
        return WHOLE if self.single else f"{name}.xhtml"

    def anchor(self, ident: str) -> str:
        """Return the id that a document has in the book."""
        return f"d{self.numbers[ident]}"

    def on_site(self, ident: str) -> str:
        """Return the web address of a document on the edition's site, empty where the edition has none."""
        return self.canonical(Site.address(self, "telegram", ident))

    def planned(self, name: str, kind: str, subject: str = "") -> Planned:
        """Return a chapter as the modules of the site know a page."""
        return Planned(self.file(name), kind, subject, self.lang, "")

    def lead(self, href: str) -> str:
        """Return where a link leads: a place in the book, the site, the web; empty where there is no such place."""
        path, mark, fragment = href.partition("#")
        if path in _chapters(self):
            return f"#{fragment}" if self.single else href
        if _leaves(path):
            return web_link(href)
        return web_link(f"{self.canonical(unquote(path))}{mark}{fragment}") if path and self.settings.url else ""


@lru_cache(maxsize=2)
def _chapters(book: Book) -> frozenset[str]:
    """Return the files of a book."""
    named = ["title", "imprint", "about", *_REGISTERS.values()]
    named += [anchor for (kind, _), anchor in book.anchors.items() if kind == "year"]
    return frozenset((*book.files.values(), *(book.file(name) for name in named)))


def open_book(corpus: Corpus, settings: Settings, *, single: bool) -> Book:
    """Return an edition as a book: in one file, or in one for each chapter and document."""
    named = replace(settings, title=plain(settings.title).strip() or settings.id or _UNNAMED)
    site = Site(corpus, named)
    numbers = {document.id: number for number, document in enumerate(corpus.documents, 1)}
    files = dict.fromkeys(numbers, WHOLE) if single else dict(_files(site, corpus.documents))
    return Book(corpus, named, "", single, numbers, files, _anchors(site, numbers))


def _files(site: Site, documents: tuple[Document, ...]) -> Iterator[tuple[str, str]]:
    """Yield the file of each document, the name of a month's first document standing for those that share it."""
    width = len(str(len(documents)))
    if len(documents) <= SINGLY:
        for number, document in enumerate(documents, 1):
            yield document.id, f"d{number:0{width}}.xhtml"
        return
    number = 0
    for _, group in groupby(documents, key=lambda one: (one.date.year, month_of(days(site).get(one.id, "")))):
        for place, document in enumerate(group):
            number += 1
            first = number - place % _TOGETHER
            yield document.id, f"d{first:0{width}}.xhtml"


def _anchors(site: Site, numbers: Mapping[str, int]) -> dict[tuple[str, str], str]:
    """Return the ids of what the registers have: entries that a document has to do with, archives, exchanges."""
    corpus = site.corpus
    found: dict[tuple[str, str], str] = {}
    for kind in Kind:
        named = (entry for entry in corpus.entries.values() if entry.kind is kind)
        keys = sorted(entry.key for entry in named if any(ident in numbers for ident in uses(corpus, entry).all))
        found |= {(str(kind), key): f"{kind}-{number}" for number, key in enumerate(keys, 1)}
    found |= {("archive", key): f"archive-{number}" for number, key in enumerate(repositories(site), 1)}
    listed = dict.fromkeys(year_of(document) for document in corpus.documents)
    found |= {("year", year): f"year-{number}" for number, year in enumerate(listed, 1)}
    return found | {
        ("exchange", exchange.key): f"exchange-{number}" for number, exchange in enumerate(corpus.exchanges, 1)
    }


def uses(corpus: Corpus, entry: Entry) -> Uses:
    """Return the documents that an entry has to do with."""
    return corpus.uses.get((entry.kind, entry.key), Uses())


def year_of(document: Document) -> str:
    """Return the year that a document stands under, `undated` where none is known."""
    return document.date.year or UNDATED


def _leaves(path: str) -> bool:
    """Say whether an address is one of the web, or tries to be."""
    try:
        return bool(urlsplit(path).scheme)
    except ValueError:
        return True


def web_link(href: str) -> str:
    """Return a link to the web or by mail as a URL that is valid (RFC 3986), empty where it can be none."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return _escaped(href.strip()) if "@" in parts.path else ""
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[^\s/?#\[\]\\<>\"^`{|}%]+", parts.netloc):
        return ""
    host = parts.netloc if parts.netloc.isascii() else _ascii_host(parts.netloc)
    rest = href.strip()[len(parts.scheme) + 3 + len(parts.netloc) :].replace("[", "%5B").replace("]", "%5D")
    path, mark, fragment = rest.partition("#")
    return _escaped(f"{parts.scheme}://{host}{path}{mark}{fragment.replace('#', '%23')}") if host else ""


def _escaped(url: str) -> str:
    return _SAFE.sub(lambda found: quote(found[0]), _PERCENT.sub("%25", url))


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ""


def plain(text: str) -> str:
    """Return a text without the characters that XML cannot hold: edition.toml can, by their numbers."""
    return _NOT_XML.sub("", text)


def is_tag(code: str) -> bool:
    """Say whether a code can be the tag of a language (BCP 47)."""
    return _TAG.fullmatch(code) is not None
