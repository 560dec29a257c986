"""An e-book (EPUB 3.3): the edition with contents, notes beside the text, registers, for every reader of such books.

    package    what the e-book says of itself, its files, their order
    container  the ZIP archive that holds them

Documents are read, made and packed one by one. The marks that they use are gathered on the way, so that the chapter
before them, which explains the marks, is made at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup

from edition.book.chapters import FRONT, Shape, front_markup, letters, shape_of, year_markup
from edition.book.contents import ContentsPage, contents, lists_letters
from edition.book.filling import fill
from edition.book.front import FrontPage, front_page
from edition.book.letters import LetterPage, Mark
from edition.book.sheets import cover, sheet
from edition.book.volume import Book, open_book
from edition.exchange.epub.container import PACKAGE, Container
from edition.exchange.epub.package import Item, package
from edition.exchange.request import Request, left_out
from edition.site.plan import File
from tei.findings import Finding

SUFFIX: Final = ".epub"
_NAV: Final = "nav.xhtml"
_SHEET: Final = "book.css"


@dataclass(frozen=True, slots=True)
class XhtmlPage:
    """A file of the e-book: its kind for the style sheet, front-, body- or backmatter, what it shows.

    `title` is the name of a chapter, the year that it is of, or the title of a document.
    """

    book: Book
    title: str
    kind: str
    matter: str
    markup: Markup


@dataclass(slots=True)
class _Gathered:
    """What is learnt of the documents while they are written."""

    items: list[Item] = field(default_factory=list)
    marks: dict[Mark, None] = field(default_factory=dict)
    leaves: list[tuple[str, int, str]] = field(default_factory=list)


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the one file, and what could not be shown as it is. Raises SourceError for a document that went bad."""
    book = open_book(request.corpus, request.settings, single=False)
    shape, packed, known = shape_of(book), Container(), _Gathered()
    for chapter in shape.chapters:
        if chapter.kind == "year":
            _write(
                packed,
                known,
                XhtmlPage(book, chapter.iso, "year", "bodymatter", Markup(year_markup(book, chapter))),
                book.file(chapter.name),
            )
            yield from _write_letters(packed, known, book, letters(book, chapter))
    for name, markup in shape.registers.items():
        _write(packed, known, XhtmlPage(book, name, "register", "backmatter", Markup(markup)), book.file(name))
    page = front_page(book, known.marks)
    _finish(packed, known, _write_front(packed, page), page, shape)
    yield from (
        left_out(article, "the article, which stands round the documents,") for article in request.corpus.context
    )
    yield File(f"{request.settings.id or 'edition'}.epub", packed.close())


def _write_letters(
    packed: Container, known: _Gathered, book: Book, made: Iterator[tuple[LetterPage, str]]
) -> Iterator[Finding]:
    """Write documents, those that share a file together; yield what could not be shown as it is."""
    file, pieces, title = "", list[str](), ""
    for page, markup in made:
        yield from page.text.findings
        known.marks |= dict.fromkeys(page.text.marks)
        if book.files[page.document.id] != file:
            _write_file(packed, known, book, file, title, pieces)
            file, pieces, title = book.files[page.document.id], [], page.document.title or page.document.id
        pieces.append(markup)
        known.leaves += [(f"{file}#{ident}", page.number, leaf) for ident, leaf in page.text.leaves]
    _write_file(packed, known, book, file, title, pieces)


def _write_file(packed: Container, known: _Gathered, book: Book, file: str, title: str, pieces: list[str]) -> None:
    if pieces:
        _write(packed, known, XhtmlPage(book, title, "letters", "bodymatter", Markup("\n".join(pieces))), file)


def _write(packed: Container, known: _Gathered, page: XhtmlPage, file: str) -> None:
    packed.add(file, fill("chapter.xhtml.j2", page, page.book).lstrip().encode())
    known.items.append(Item(file))


def _write_front(packed: Container, page: FrontPage) -> list[Item]:
    known = _Gathered()
    for name in FRONT:
        title = name if name == "about" else page.title
        made = XhtmlPage(page.book, title, name, "frontmatter", Markup(front_markup(name, page)))
        _write(packed, known, made, page.book.file(name))
    return known.items


def _finish(packed: Container, known: _Gathered, front: list[Item], page: FrontPage, shape: Shape) -> None:
    """Write the navigation, the style sheet and the package."""
    book = page.book
    nodes = contents(book, shape, letters=lists_letters(book))
    listed = ContentsPage(book, nodes, leaves=tuple(known.leaves))
    packed.add(_NAV, fill("nav.xhtml.j2", listed, book).lstrip().encode())
    packed.add(_SHEET, sheet("epub.css", book.settings.own))
    title, imprint, *others = front
    ordered = [title, imprint, Item(_NAV, properties="nav"), *others, *known.items]
    items = [*ordered, Item(_SHEET, "text/css", spine=False)]
    if (picture := cover(book.settings.own)) is not None:
        name, media, data = picture
        packed.add(name, data)
        items.append(Item(name, media, "cover-image", spine=False))
    packed.add(PACKAGE, package(page, items, leaves=bool(known.leaves)))
