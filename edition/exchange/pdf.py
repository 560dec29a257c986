"""A printed book (PDF): notes at the foot of the page, running heads, contents and registers.

Set by WeasyPrint (extra `pdf`) from the same parts as the e-book. The page is 170 × 240 mm unless the edition's own
style sheet (own/static/book/print.css) says otherwise; the letters are those of the machine that sets it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from typing import Any, Final

from markupsafe import Markup

from edition.book.chapters import FRONT, Shape, front_markup, letters, shape_of, year_markup
from edition.book.contents import ContentsPage, contents
from edition.book.filling import fill
from edition.book.front import FrontPage, front_page, modified
from edition.book.glyphs import missing_glyphs, no_glyph
from edition.book.letters import Mark
from edition.book.sheets import sheet
from edition.book.volume import Book, open_book
from edition.exchange.request import NO_LIBRARY, Request, left_out
from edition.site.plan import File
from tei.errors import OutputError
from tei.findings import Finding, Location

SUFFIX: Final = ".pdf"
_VARIANT: Final = "pdf/ua-1"


@dataclass(frozen=True, slots=True)
class BookPage:
    """What the template of the whole is given: the pieces in their order, and when the edition was changed last."""

    book: Book
    front: FrontPage
    modified: str
    pieces: tuple[Markup, ...]


def export(request: Request) -> Iterator[File | Finding]:
    """Yield the one file, and what it shows otherwise. Raises OutputError where WeasyPrint is not installed."""
    weasyprint = _library()
    book = open_book(request.corpus, request.settings, single=True)
    shape, marks, pieces = shape_of(book), dict[Mark, None](), list[str]()
    for chapter in shape.chapters:
        if chapter.kind != "year":
            continue
        pieces.append(year_markup(book, chapter))
        for page, markup in letters(book, chapter):
            yield from page.text.findings
            marks |= dict.fromkeys(page.text.marks)
            pieces.append(markup)
    html = _whole(book, shape, front_page(book, marks), pieces)
    with missing_glyphs() as missing:
        data = _set(weasyprint, html, sheet("print.css", request.settings.own).decode())
    yield from (no_glyph(char, request.config) for char in sorted(missing))
    yield from (
        left_out(article, "the article, which stands round the documents,") for article in request.corpus.context
    )
    yield File(f"{request.settings.id or 'edition'}.pdf", data)


def _library() -> Any:
    try:
        return import_module("weasyprint")
    except (ImportError, OSError):  # OSError: the library is there, Pango is not.
        hint = 'install it: pip install "tei-edition[pdf]"; it needs Pango, which every Linux has a package of'
        finding = NO_LIBRARY.at(Location(""), "a printed book needs WeasyPrint, which is not installed", hint)
        raise OutputError(finding) from None


def _whole(book: Book, shape: Shape, front: FrontPage, pieces: list[str]) -> str:
    listed = fill("contents.html.j2", ContentsPage(book, contents(book, shape)), book)
    before = [fill("half-title.html.j2", front, book), *(front_markup(name, front) for name in FRONT)]
    before.insert(3, listed)
    ordered = tuple(Markup(piece) for piece in (*before, *pieces, *shape.registers.values()))
    return fill("book.html.j2", BookPage(book, front, modified(book), ordered), book)


def _set(weasyprint: Any, html: str, css: str) -> bytes:
    """Set the book; its identifier is a digest of what is set, since a random one would differ each time."""
    digest = sha256(html.encode() + css.encode()).hexdigest()[:32].encode()
    nothing = weasyprint.URLFetcher(allowed_protocols=())  # A book is made of what the edition has.
    style = weasyprint.CSS(string=css, url_fetcher=nothing)
    document = weasyprint.HTML(string=html, url_fetcher=nothing).render(
        stylesheets=[style], pdf_variant=_VARIANT, pdf_identifier=digest
    )
    return bytes(document.write_pdf(pdf_variant=_VARIANT, pdf_identifier=digest))
