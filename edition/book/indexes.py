"""Registers at the end of a book: persons, organisations, places, archives, exchanges, by the numbers of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from edition.book.volume import Book, uses
from edition.corpus.model import Archive, Document, Entry, Exchange, Kind, Moment
from edition.site.alphabet import letter_of, order_of
from edition.site.rows import Party, side, sides
from edition.site.shelves import RUN, Piece, Shelf, archive_of, natural, repositories

_ROLES: Final = ("sent", "received", "handled", "mentioned")
_RUN: Final = 3
"""So many numbers in a row are written as a run: 4–6."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A document, or a run of them, by number; the ways lead to the first and to the last."""

    first: int
    href: str
    last: int = 0
    until: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """What an entry has to do with documents in one way."""

    role: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of a register; or another name of one, which leads there (`see`)."""

    name: str
    lang: str
    anchor: str = ""
    span: str = ""
    note: str = ""
    uses: tuple[Use, ...] = ()
    see: Party | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines under a letter, which may be `han` or `other`."""

    letter: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A register; `kind` is person, org or place."""

    book: Book
    kind: str
    anchor: str
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of an archive; `names` has several (type, value) where each holds nothing but the next."""

    names: tuple[tuple[str, str], ...]
    branches: tuple[Branch, ...]
    pieces: tuple[tuple[str, Reference], ...]


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive with its parts, and the documents that tell no part of it."""

    archive: Archive
    anchor: str
    branches: tuple[Branch, ...]
    pieces: tuple[tuple[str, Reference], ...]


@dataclass(frozen=True, slots=True)
class ArchivesPage:
    """All archives that keep documents of the book."""

    book: Book
    anchor: str
    repositories: tuple[Repository, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An exchange: who with whom, how many documents, from when to when, and which."""

    anchor: str
    first: Party
    second: Party
    count: int
    since: Moment
    until: Moment
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ExchangesPage:
    """All exchanges, the longest first."""

    book: Book
    anchor: str
    pairs: tuple[Pair, ...]


def register_page(book: Book, kind: Kind) -> RegisterPage | None:
    """Return a register of what the documents name, None where they name nothing of the kind."""
    entries = [one for one in book.corpus.entries.values() if (str(kind), one.key) in book.anchors and one.kind is kind]
    lines = [line for entry in entries for line in _lines(book, entry)]
    ordered = sorted(lines, key=lambda line: (order_of(line.name, book.lang), line.anchor))
    letters = tuple(
        Letter(letter, tuple(group)) for letter, group in groupby(ordered, key=lambda line: letter_of(line.name))
    )
    anchor = {Kind.PERSON: "persons", Kind.ORGANISATION: "organisations", Kind.PLACE: "places"}[kind]
    return RegisterPage(book, str(kind), anchor, letters) if letters else None


def _lines(book: Book, entry: Entry) -> Iterator[Line]:
    """Yield the line of an entry, and one for each cover name that it is known by."""
    found = uses(book.corpus, entry)
    name = entry.sort if ", " in entry.sort else entry.name
    yield Line(
        name,
        entry.lang,
        book.anchors[str(entry.kind), entry.key],
        entry.span,
        " ".join(entry.notes),
        tuple(Use(role, named) for role in _ROLES if (named := references(book, getattr(found, role)))),
    )
    covers = dict.fromkeys(one.text for one in entry.variants if one.type == "pseudonym" and one.text != entry.name)
    for text in covers:
        yield Line(text, "", see=Party(name, entry.lang, book.address(str(entry.kind), entry.key)))


def references(book: Book, idents: Iterable[str]) -> tuple[Reference, ...]:
    """Return documents by their numbers, three and more in a row as one run."""
    numbers = sorted({book.numbers[ident] for ident in idents if ident in book.numbers})
    found: list[Reference] = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        if len(run) >= _RUN:
            found.append(Reference(run[0], _href(book, run[0]), run[-1], _href(book, run[-1])))
        else:
            found += [Reference(number, _href(book, number)) for number in run]
    return tuple(found)


def _href(book: Book, number: int) -> str:
    return book.address("telegram", book.corpus.documents[number - 1].id)


def archives_page(book: Book) -> ArchivesPage | None:
    """Return the archives as trees, None where no document says where it is kept."""
    found = tuple(
        Repository(
            archive_of(book, key),
            book.anchors["archive", key],
            tuple(_branch(book, shelf) for shelf in tree.shelves if shelf.type != RUN),
            _pieces(book, tree),
        )
        for key, tree in repositories(book).items()
    )
    return ArchivesPage(book, "archives", found) if found else None


def _branch(book: Book, shelf: Shelf) -> Branch:
    names = [(shelf.type, shelf.value)]
    while len(shelf.shelves) == 1 and not shelf.pieces and shelf.shelves[0].type != RUN:
        shelf = shelf.shelves[0]
        names.append((shelf.type, shelf.value))
    parts = tuple(_branch(book, part) for part in shelf.shelves if part.type != RUN)
    return Branch(tuple(names), parts, _pieces(book, shelf))


def _pieces(book: Book, shelf: Shelf) -> tuple[tuple[str, Reference], ...]:
    """Return the documents of a part by their leaves; what the site cut into runs is whole again."""
    pieces: Sequence[Piece] = [*shelf.pieces, *(one for run in shelf.shelves if run.type == RUN for one in run.pieces)]
    ordered = sorted(pieces, key=lambda piece: (natural(piece.leaves), book.numbers[piece.document]))
    return tuple(
        (piece.leaves, Reference(book.numbers[piece.document], book.address("telegram", piece.document)))
        for piece in ordered
    )


def exchanges_page(book: Book) -> ExchangesPage | None:
    """Return the exchanges between two, None where there is none."""
    pairs = tuple(_pair(book, exchange) for exchange in book.corpus.exchanges)
    ordered = sorted(pairs, key=lambda pair: (-pair.count, pair.first.text, pair.second.text))
    return ExchangesPage(book, "exchanges", tuple(ordered)) if ordered else None


def _pair(book: Book, exchange: Exchange) -> Pair:
    planned = book.planned("exchanges", "exchange")
    first, second = sides(exchange)
    dates = [one.date for one in _dated(book, exchange)] or [Moment()]
    return Pair(
        book.anchors["exchange", exchange.key],
        side(book, planned, first),
        side(book, planned, second),
        len(exchange.documents),
        dates[0],
        dates[-1],
        references(book, exchange.documents),
    )


def _dated(book: Book, exchange: Exchange) -> Iterator[Document]:
    found = (book.corpus.by_id[ident] for ident in exchange.documents)
    return (document for document in found if document.date.earliest)
