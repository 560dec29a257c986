"""Where a document is kept, as its page says it: the reference in full, and the way to its place in the archives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from edition.corpus.model import Document, Holding
from edition.corpus.ties import kept_at
from edition.site.plan import Planned, Site, relative
from edition.site.shelves import Shelf, archive_of, repositories


@dataclass(frozen=True, slots=True)
class Kept:
    """A holding: the repository in full, its place, the parts of the reference (type, value), the way to its file."""

    name: str
    place: str
    parts: tuple[tuple[str, str], ...]
    leaves: str
    citation: str
    href: str
    repository_href: str


def holdings_of(site: Site, planned: Planned, document: Document) -> tuple[Kept, ...]:
    """Return the places where a document is kept, the one that the text was taken from first."""
    return tuple(_kept(site, planned, document, holding) for holding in document.holdings)


def _kept(site: Site, planned: Planned, document: Document, holding: Holding) -> Kept:
    archive = archive_of(site, holding.repository)
    place = ", ".join(filter(None, (holding.settlement or archive.settlement, holding.country or archive.country)))
    page, anchor = _shelves(site).get((document.id, holding.citation), (holding.repository, ""))
    known = holding.repository in repositories(site)
    address = site.address("archive", page, planned.lang) + (f"#{anchor}" if anchor else "")
    return Kept(
        archive.name or holding.name,
        place,
        holding.parts,
        holding.leaves,
        holding.citation,
        relative(planned.path, address) if known else "",
        relative(planned.path, site.address("archive", holding.repository, planned.lang)) if known else "",
    )


def places_kept(site: Site, documents: Iterable[Document]) -> Iterator[str]:
    """Yield for each document what `holdings_of` takes from elsewhere: names of archives, ways into them."""
    shelves = _shelves(site)
    archives = {key: archive_of(site, key) for key in repositories(site)}
    marks = {key: archive.mark or repr(archive) for key, archive in archives.items()}
    for document in documents:
        found = []
        for repository, _, _, _, citation in kept_at(document):
            page, anchor = shelves.get((document.id, citation), ("", ""))
            found.append(f"{marks.get(repository, '')} {page} {anchor}")
        yield "|".join(found)


@lru_cache(maxsize=1)
def _shelves(site: Site) -> dict[tuple[str, str], tuple[str, str]]:
    """Return for (document, citation) the page of the archives that shows it, and the id of its file there."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for key, tree in repositories(site).items():
        _walk(tree, tree.subject or key, found)
    return found


def _walk(shelf: Shelf, page: str, found: dict[tuple[str, str], tuple[str, str]]) -> None:
    page = shelf.subject or page
    for piece in shelf.pieces:
        found[piece.document, piece.citation] = (page, "" if shelf.subject else shelf.anchor)
    for part in shelf.shelves:
        _walk(part, page, found)
