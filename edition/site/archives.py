"""The archives as a tree, and what is edited of each file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from edition.corpus.model import Archive
from edition.corpus.ties import kept_at
from edition.site.filling import fill
from edition.site.frame import Frame, make_frame
from edition.site.plan import File, Link, Planned, Site, relative
from edition.site.planning import digest_of, digest_of_lines, in_each_language
from edition.site.rows import Row, row
from edition.site.shelves import Piece, Shelf, archive_of, natural, pages, repositories

_OUTLINED: Final = 120
"""The most parts of a repository that the page of all repositories shows; of more it shows the largest."""


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A document in a file with its leaves."""

    leaves: str
    row: Row


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of a repository: its types (fond, opis, delo …) and values, what it holds, and the way to it elsewhere.

    `names` has more than one (type, value) where the larger part holds nothing but the smaller one. `count` is of
    documents. `href` is empty where the page shows the part itself.
    """

    names: tuple[tuple[str, str], ...]
    id: str
    count: int
    branches: tuple[Branch, ...]
    pieces: tuple[PieceLine, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on the page of all: its tree down to the files, each a way into the repository's page."""

    archive: Archive
    href: str
    count: int
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class ArchivesPage:
    """All repositories; `without` is how many documents say nothing of where they are kept."""

    frame: Frame
    repositories: tuple[Repository, ...]
    count: int
    without: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way down to a part of a repository."""

    type: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """A repository, or a part of one (`steps`) that has too much for the page of the whole."""

    frame: Frame
    archive: Archive
    steps: tuple[Step, ...]
    count: int
    branches: tuple[Branch, ...]
    pieces: tuple[PieceLine, ...]


def plan(site: Site) -> Iterator[Planned]:
    """Yield the page of all archives, one for each, and one for each part of an archive that has too much."""
    trees = repositories(site)
    counts = [[(shelf.anchor, shelf.count) for shelf in tree.walk()] for tree in trees.values()]
    known = [archive_of(site, key) for key in trees]
    yield from in_each_language(site, "archive", "", digest_of(known, counts, _without(site)))
    for subject, (key, shelf) in pages(site).items():
        yield from in_each_language(site, "archive", subject, _digest(site, key, shelf))


def make(site: Site, planned: Planned) -> Iterator[File]:
    """Yield the page of all archives, of one, or of a part."""
    own = site.settings.own
    if planned.subject:
        yield File(planned.path, fill("archive.html.j2", _archive(site, planned), planned.lang, own))
    else:
        yield File(planned.path, fill("archives.html.j2", _archives(site, planned), planned.lang, own))


def _digest(site: Site, key: str, shelf: Shelf) -> str:
    """Return the digest of a page: a shelf that has pages for its parts shows only how many those hold."""
    below = [(part.anchor, part.count) for part in shelf.walk() if part.subject]
    shown = (piece.document for piece in shelf.pieces) if below[1:] else shelf.documents()
    return digest_of_lines(site, shown, archive_of(site, key), below, [part.anchor for part in shelf.walk()])


def _without(site: Site) -> int:
    return sum(not any(kept[0] for kept in kept_at(document)) for document in site.corpus.documents)


def _archives(site: Site, planned: Planned) -> ArchivesPage:
    return ArchivesPage(
        frame=make_frame(site, planned, "", section="archives"),
        repositories=tuple(_repository(site, planned, key, tree) for key, tree in repositories(site).items()),
        count=sum(tree.count for tree in repositories(site).values()),
        without=_without(site),
    )


def _repository(site: Site, planned: Planned, key: str, tree: Shelf) -> Repository:
    href = _href(site, planned, tree.subject)
    deep = sum(1 for _ in tree.walk()) <= _OUTLINED
    branches = tuple(_outline(site, planned, shelf, href, deep) for shelf in tree.shelves)
    return Repository(archive_of(site, key), href, tree.count, branches)


def _outline(site: Site, planned: Planned, shelf: Shelf, href: str, deep: bool) -> Branch:
    """Return a part as the page of all archives shows it: without its documents, `deep` down to the files."""
    names, shelf = _only_child(shelf)
    page = _href(site, planned, shelf.subject) if shelf.subject else ""
    parts = shelf.shelves if deep else ()
    branches = tuple(_outline(site, planned, part, page or href, deep) for part in parts)
    return Branch(names, "", shelf.count, branches, (), page or f"{href}#{shelf.anchor}")


def _only_child(shelf: Shelf) -> tuple[tuple[tuple[str, str], ...], Shelf]:
    """Go down as long as a part holds nothing but one smaller part; return the names on the way and where it ends."""
    names = [(shelf.type, shelf.value)]
    while len(shelf.shelves) == 1 and not shelf.pieces and not shelf.subject:
        shelf = shelf.shelves[0]
        names.append((shelf.type, shelf.value))
    return tuple(names), shelf


def _archive(site: Site, planned: Planned) -> ArchivePage:
    key, shelf = pages(site)[planned.subject]
    archive = archive_of(site, key)
    steps = _steps(site, planned, key, shelf)
    trail = (Link(archive.name, _href(site, planned, key)),)
    return ArchivePage(
        frame=make_frame(site, planned, archive.name, section="archives", trail=trail if steps else ()),
        archive=archive,
        steps=steps,
        count=shelf.count,
        branches=tuple(_branch(site, planned, part) for part in shelf.shelves),
        pieces=_pieces(site, planned, shelf.pieces),
    )


def _branch(site: Site, planned: Planned, shelf: Shelf) -> Branch:
    if shelf.subject:
        href = _href(site, planned, shelf.subject)
        return Branch(((shelf.type, shelf.value),), shelf.anchor, shelf.count, (), (), href)
    names, shelf = _only_child(shelf)
    branches = tuple(_branch(site, planned, part) for part in shelf.shelves)
    pieces = _pieces(site, planned, shelf.pieces)
    return Branch(names, shelf.anchor, shelf.count, branches, pieces)


def _pieces(site: Site, planned: Planned, pieces: tuple[Piece, ...]) -> tuple[PieceLine, ...]:
    by_id = site.corpus.by_id
    ordered = sorted(pieces, key=lambda piece: (natural(piece.leaves), by_id[piece.document].order))
    return tuple(PieceLine(piece.leaves, row(site, planned, by_id[piece.document])) for piece in ordered)


def _steps(site: Site, planned: Planned, key: str, shelf: Shelf) -> tuple[Step, ...]:
    """Return the parts from the repository down to the one shown, those above it with the way to their pages."""
    found = []
    tree = repositories(site)[key]
    while tree.anchor != shelf.anchor:
        tree = next(part for part in tree.shelves if f"{shelf.anchor}_".startswith(f"{part.anchor}_"))
        found.append(Step(tree.type, tree.value, _href(site, planned, tree.subject)))
    return tuple(found)


def _href(site: Site, planned: Planned, subject: str) -> str:
    return relative(planned.path, site.address("archive", subject, planned.lang))
