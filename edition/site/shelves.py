"""The holdings of a corpus as trees: repository, fond, opis, delo, leaves, or whatever parts an archive has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from edition.corpus.model import Archive
from edition.corpus.ties import keeper_of, kept_at
from edition.site.parts import LIMIT
from edition.site.plan import Site

_FIGURES: Final = re.compile(r"(\d+)")
_UNSAFE: Final = re.compile(r"(?:[^\w.]|_)+")

RUN: Final = "run"
"""The type of a part that no archive has: a run of the documents of a file that has too many for one page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document in a file: its leaves there, and the reference in words."""

    leaves: str
    document: str
    citation: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """A repository (`type` empty) or a part of one. `count` is how many documents are in it and in its parts.

    `subject` is what its own page is addressed by, empty where the page of a larger part shows it; `anchor` is its id
    on the page that shows it.
    """

    type: str
    value: str
    anchor: str
    shelves: tuple[Shelf, ...] = ()
    pieces: tuple[Piece, ...] = ()
    count: int = 0
    subject: str = ""

    def walk(self) -> Iterator[Shelf]:
        """Yield this and every part of it, in order."""
        yield self
        for shelf in self.shelves:
            yield from shelf.walk()

    def documents(self) -> Iterator[str]:
        """Yield the ids of the documents in it."""
        for shelf in self.walk():
            yield from (piece.document for piece in shelf.pieces)


@dataclass(slots=True)
class _Growing:
    """A shelf while documents are put on it."""

    shelves: dict[tuple[str, str], _Growing] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)


@lru_cache(maxsize=1)
def repositories(site: Site) -> dict[str, Shelf]:
    """Return the tree of each repository by its key, in order of the names of the repositories."""
    trees: dict[str, _Growing] = {}
    for document in site.corpus.documents:
        for repository, parts, leaves, _, citation in kept_at(document):
            _put(trees.setdefault(repository, _Growing()), parts, Piece(leaves, document.id, citation))
    found = {key: _grown(tree, "", key, "") for key, tree in trees.items() if key}
    names = {key: archive_of(site, key).name.casefold() for key in found}
    return {key: _with_pages(found[key], key) for key in sorted(found, key=lambda key: (names[key], key))}


@lru_cache(maxsize=1)
def pages(site: Site) -> dict[str, tuple[str, Shelf]]:
    """Return what each page of the archives shows, by its subject: the repository's key and the shelf."""
    return {
        shelf.subject: (key, shelf)
        for key, tree in repositories(site).items()
        for shelf in tree.walk()
        if shelf.subject
    }


def archive_of(site: Site, key: str) -> Archive:
    """Return a repository; one without an entry has the name that the references give it."""
    if key in site.corpus.archives:
        return site.corpus.archives[key]
    return _named(site).get(key) or Archive(key, key)


@lru_cache(maxsize=1)
def _named(site: Site) -> dict[str, Archive]:
    found: dict[str, Archive] = {}
    for document in site.corpus.documents:
        for one in keeper_of(document):
            if one.repository not in found:
                found[one.repository] = Archive(
                    one.repository, one.name or one.repository, "", one.settlement, one.country
                )
    return found


def _put(shelf: _Growing, parts: Iterable[tuple[str, str]], piece: Piece) -> None:
    for part in parts:
        if part not in shelf.shelves:
            shelf.shelves[part] = _Growing()
        shelf = shelf.shelves[part]
    shelf.pieces.append(piece)


def _grown(tree: _Growing, type_: str, value: str, anchor: str) -> Shelf:
    taken: dict[str, int] = {}
    shelves = []
    for part in sorted(tree.shelves, key=lambda part: (natural(part[1]), part[0])):
        name = _UNSAFE.sub("-", part[1]).strip("-.") or part[0]
        taken[name.casefold()] = number = taken.get(name.casefold(), 0) + 1
        name = name if number == 1 else f"{name}~{number}"
        shelves.append(_grown(tree.shelves[part], *part, f"{anchor}_{name}" if anchor else name))
    pieces = tuple(sorted(tree.pieces, key=lambda piece: natural(piece.leaves)))
    count = len(pieces) + sum(shelf.count for shelf in shelves)
    if len(pieces) > LIMIT:
        return Shelf(type_, value, anchor, (*shelves, *_runs(pieces, anchor)), (), count)
    return Shelf(type_, value, anchor, tuple(shelves), pieces, count)


def _runs(pieces: tuple[Piece, ...], anchor: str) -> Iterator[Shelf]:
    """Yield the documents of a file that has too many for one page in runs: "1–400", "401–800"."""
    for start in range(0, len(pieces), LIMIT):
        run = pieces[start : start + LIMIT]
        name = f"run-{start // LIMIT + 1}"
        value = f"{start + 1}–{start + len(run)}"
        yield Shelf(RUN, value, f"{anchor}_{name}" if anchor else name, (), run, len(run))


def _with_pages(shelf: Shelf, key: str) -> Shelf:
    """Give a repository a page, and the parts of whatever is too much for one page a page each."""
    subject = f"{key}~{shelf.anchor}" if shelf.anchor else key
    if shelf.count <= LIMIT:
        return replace(shelf, subject=subject)
    return replace(shelf, subject=subject, shelves=tuple(_with_pages(part, key) for part in shelf.shelves))


def natural(value: str) -> tuple[tuple[int, int | str], ...]:
    """Return what to sort a shelfmark by: figures by their number, 9 before 10 before 10a."""
    pieces = _FIGURES.split(value.casefold())
    return tuple((0, int(piece)) if piece.isdecimal() else (1, piece) for piece in pieces if piece)
