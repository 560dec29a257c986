"""The addresses of things: that of their page in the edition, with a fragment that tells the thing from the page."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from edition.corpus.model import Corpus, Document, Kind, Name
from edition.exchange.rdf.terms import Iri, iri
from edition.exchange.request import Request
from edition.site.plan import Settings, Site


@dataclass(frozen=True, slots=True, eq=False)
class Addresses:
    """Makes addresses, all of them beginning with `base`; `pages` are those that were made, by kind and subject."""

    site: Site
    base: str
    pages: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, request: Request) -> Addresses:
        """Return the addresses of an edition; without a site they begin with a name-based UUID and lead nowhere."""
        settings = request.settings
        nowhere = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, settings.id or settings.title)}/"
        return cls(Site(request.corpus, settings), settings.url or nowhere)

    @property
    def corpus(self) -> Corpus:
        """The documents and entries."""
        return self.site.corpus

    @property
    def settings(self) -> Settings:
        """The words of the title page."""
        return self.site.settings

    def edition(self) -> Iri:
        """Return the address of the edition as a whole."""
        return iri(f"{self.base}#edition")

    def document(self, document: Document, fragment: str = "letter") -> Iri:
        """Return the address of a document, or of a thing that belongs to it."""
        kind = "context" if document.kind == "context" else "telegram"
        return Iri(f"{self._page(kind, document.id)}#{fragment}")

    def entry(self, kind: Kind, key: str) -> Iri:
        """Return the address of a person, an organisation, a place."""
        return Iri(f"{self._page(kind, key)}#{kind}")

    def archive(self, key: str) -> Iri:
        """Return the address of an archive."""
        return Iri(f"{self._page('archive', key)}#archive")

    def type_(self, *words: str) -> Iri:
        """Return the address of a type of activity or document: sent, transmitted-via."""
        return iri(f"{self.base}#type-{'-'.join(filter(None, words)).replace(' ', '-')}")

    def name(self, name: Name) -> Iri | None:
        """Return the address of whom a name stands for, None where nothing says it."""
        return self.entry(name.kind, name.key) if (name.kind, name.key) in self.corpus.entries else None

    def page(self, document: Document) -> Iri | None:
        """Return the address of the page of a document, None for an edition without a site."""
        return iri(self.document(document).address.partition("#")[0]) if self.settings.url else None

    def _page(self, kind: str, subject: str) -> str:
        known = self.pages.get((kind, subject))
        if known is None:
            known = self.pages[kind, subject] = iri(f"{self.base}{self.site.address(kind, subject)}").address
        return known
