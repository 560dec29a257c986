"""The table of contents: years, months where a year has many documents, documents; then the registers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from edition.book.chapters import Chapter, Shape
from edition.book.volume import SINGLY, Book
from edition.corpus.model import Document
from edition.site.calendar import month_of
from edition.site.parts import days
from edition.site.plan import Planned
from edition.site.rows import Row, row

_YEAR: Final = "year"
_MONTH: Final = "month"
_LETTER: Final = "letter"


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the contents with those below it: `kind` is year, month, letter or the name of a chapter.

    `iso` is the year or month, empty for what is undated; `row` the document, `number` its number.
    """

    kind: str
    href: str
    iso: str = ""
    number: int = 0
    row: Row | None = None
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsPage:
    """What the contents and the navigation of an e-book are given; `leaves` are (href, number, leaf)."""

    book: Book
    nodes: tuple[Node, ...]
    leaves: tuple[tuple[str, int, str], ...] = ()


def contents(book: Book, shape: Shape, *, letters: bool = True) -> tuple[Node, ...]:
    """Return the contents of a book; without `letters` they go down to months only."""
    planned = book.planned("contents", "contents")
    found: list[Node] = []
    for chapter in shape.chapters:
        if chapter.kind == _YEAR:
            nodes = tuple(_of_year(book, planned, chapter, letters))
            found.append(Node(_YEAR, book.address(_YEAR, chapter.subject), chapter.iso, nodes=nodes))
        else:
            found.append(Node(chapter.kind, f"{book.file(chapter.name)}#{chapter.name}"))
    return tuple(found)


def _of_year(book: Book, planned: Planned, year: Chapter, letters: bool) -> Iterator[Node]:
    if not year.months:
        if letters:
            yield from _letters(book, planned, year.documents)
        return
    for month, group in groupby(year.documents, key=lambda one: month_of(days(book).get(one.id, ""))):
        members = tuple(group)
        nodes = tuple(_letters(book, planned, members)) if letters else ()
        yield Node(_MONTH, book.address("telegram", members[0].id), month, nodes=nodes)


def _letters(book: Book, planned: Planned, documents: Sequence[Document]) -> Iterator[Node]:
    for document in documents:
        href = book.address("telegram", document.id)
        yield Node(_LETTER, href, "", book.numbers[document.id], row(book, planned, document))


def lists_letters(book: Book) -> bool:
    """Say whether the navigation of an e-book lists every document: of very many the pages of the years do."""
    return len(book.numbers) <= SINGLY
