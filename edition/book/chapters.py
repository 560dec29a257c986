"""What a book has, in its order: what stands before the documents, a chapter for each year, the registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from edition.book.filling import fill
from edition.book.front import FrontPage
from edition.book.indexes import archives_page, exchanges_page, register_page
from edition.book.letters import LetterPage, letter_page, opens_month
from edition.book.volume import Book, year_of
from edition.corpus.model import Document, Kind
from edition.site.calendar import month_of
from edition.site.parts import UNDATED, days
from edition.site.rows import Row, rows

FRONT: Final = ("title", "imprint", "about")
_MANY: Final = 24
"""A year of more documents than this has its months told apart."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the book: `name` is its id, and its file without suffix; `kind` year or the name again.

    Of a year, `subject` is the year, `iso` the same but empty for what is undated; `months` says that it is parted.
    """

    name: str
    kind: str
    subject: str = ""
    iso: str = ""
    months: bool = False
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """The chapters that a book has, with the registers filled already: markup by the name of the chapter."""

    chapters: tuple[Chapter, ...]
    registers: dict[str, str]


@dataclass(frozen=True, slots=True)
class YearPage:
    """The opening of a year; `rows` list its documents by number where the book has pages for that."""

    book: Book
    chapter: Chapter
    rows: tuple[tuple[int, Row], ...]


def shape_of(book: Book) -> Shape:
    """Return what the book has; registers that nothing would stand in are left out."""
    pages = {
        "exchanges": ("exchanges.html.j2", exchanges_page(book)),
        "persons": ("register.html.j2", register_page(book, Kind.PERSON)),
        "organisations": ("register.html.j2", register_page(book, Kind.ORGANISATION)),
        "places": ("register.html.j2", register_page(book, Kind.PLACE)),
        "archives": ("archives.html.j2", archives_page(book)),
    }
    registers = {name: fill(template, page, book) for name, (template, page) in pages.items() if page is not None}
    chapters = (Chapter("about", "about"), *_years(book), *(Chapter(name, name) for name in registers))
    return Shape(chapters, registers)


def _years(book: Book) -> Iterator[Chapter]:
    known = days(book)
    for year, group in groupby(book.corpus.documents, key=year_of):
        documents = tuple(group)
        months = {month_of(known.get(one.id, "")) for one in documents}
        parted = len(documents) > _MANY and len(months) > 1
        iso = "" if year == UNDATED else year
        yield Chapter(book.anchors["year", year], "year", year, iso, parted, documents)


def front_markup(name: str, page: FrontPage) -> str:
    """Return the title page, the imprint or the principles."""
    return fill(f"{name}.html.j2", page, page.book)


def year_markup(book: Book, chapter: Chapter) -> str:
    """Return the opening of a year; in an e-book it lists the documents, as the contents do in print."""
    planned = book.planned(chapter.name, "year", chapter.subject)
    listed = () if book.single else rows(book, planned, (one.id for one in chapter.documents))
    numbered = tuple((book.numbers[row.id], row) for row in listed)
    return fill("year.html.j2", YearPage(book, chapter, numbered), book)


def letters(book: Book, chapter: Chapter) -> Iterator[tuple[LetterPage, str]]:
    """Yield the documents of a year with their markup, read one by one. Raises SourceError."""
    before: Document | None = None
    level = 3 if chapter.months else 2
    for document in chapter.documents:
        month = opens_month(book, document, before) if chapter.months else ""
        page = letter_page(book, document, level, month)
        yield page, fill("letter.html.j2", page, book)
        before = document
