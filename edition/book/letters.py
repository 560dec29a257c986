"""A document in a book: a head that says what it is, how it went and where it is kept; its text; its notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree
from markupsafe import Markup

from edition.book.volume import Book, year_of
from edition.book.xhtml import clean, hang_numerals, list_notes, mark_leaves, place_notes, wrapped, written
from edition.corpus.model import Document
from edition.render.fragment import Wording, fragment_tree
from edition.site.calendar import month_of
from edition.site.conveyance import Way, way_of
from edition.site.messages import load_messages
from edition.site.parts import days
from edition.site.plan import Planned
from edition.site.reading import links_of, read_tree
from edition.site.rows import Party, party
from edition.site.surroundings import Related, related
from tei.findings import Finding
from tei.names import TEI_NS
from tei.text import normalise_space, text_of

_LONGEST: Final = 60
"""A marking that is longer than this is no word for a head: it stands in the text."""

_NOTHING: Final = Markup("")

Mark = tuple[str, str]
"""An editorial mark as a document has it, and what it means."""


@dataclass(frozen=True, slots=True)
class Text:
    """What of a document its file says: text and notes as XHTML, and what they hold.

    `marks` are the editorial marks, `leaves` (id, leaf) of the leaf breaks, `markings` what the form says of secrecy.
    """

    text: Markup = _NOTHING
    notes: Markup = _NOTHING
    marks: tuple[Mark, ...] = ()
    leaves: tuple[tuple[str, str], ...] = ()
    markings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterPage:
    """What a document's template is given; `month` is told (`1949-10`) where the document opens one."""

    book: Book
    document: Document
    number: int
    anchor: str
    level: int
    month: str
    ways: tuple[Way, ...]
    authors: tuple[Party, ...]
    responsible: tuple[tuple[str, Party], ...]
    related: tuple[Related, ...]
    kept: tuple[tuple[str, str], ...]
    permalink: str
    text: Text


def letter_page(book: Book, document: Document, level: int, month: str = "") -> LetterPage:
    """Return a document as the book has it, its heading of a level (2 or 3). Raises SourceError."""
    planned = Planned(book.files[document.id], "telegram", document.id, book.lang, "")
    return LetterPage(
        book=book,
        document=document,
        number=book.numbers[document.id],
        anchor=book.anchor(document.id),
        level=level,
        month=month,
        ways=tuple(way_of(book, planned, envelope) for envelope in document.envelopes if envelope.actions),
        authors=() if document.senders else tuple(party(book, name, planned) for name in document.authors),
        responsible=tuple((one.role, party(book, one.name)) for one in document.responsible),
        related=tuple(one for one in related(book, planned, document) if _leads(book, one)),
        kept=tuple((one.citation, book.address("archive", one.repository)) for one in document.holdings),
        permalink=book.on_site(document.id),
        text=_text(book, planned, document, level) if document.body else Text(),
    )


def _leads(book: Book, one: Related) -> bool:
    """Say whether a relation belongs into the book: an article that a document was taken from is only a link."""
    return one.relation != "article" or (one.row is not None and bool(book.lead(one.row.href)))


def _text(book: Book, planned: Planned, document: Document, level: int) -> Text:
    tree = read_tree(document)
    own = book.settings.own
    root, findings = fragment_tree(
        tree,
        path=str(document.path),
        heading_level=level + 1,
        links=links_of(book, planned, tree),
        wording=Wording(book.lang, load_messages(book.lang, own).gettext, views=True),
        own=own,
    )
    anchor = book.anchor(document.id)
    text, notes, _, legend = root
    marks = _marks(legend)
    clean(root, anchor, book.lead)
    leaves: tuple[tuple[str, str], ...] = ()
    if book.single:
        place_notes(text, notes, book.numbers[document.id])
        hang_numerals(text)
    else:
        leaves = mark_leaves(text, anchor)
        list_notes(text, notes)
    listed = written(wrapped(notes, "notes", document.lang), html=book.single) if len(notes) else ""
    shown = written(wrapped(text, "text", document.lang), html=book.single)
    return Text(Markup(shown), Markup(listed), marks, leaves, _markings(tree), findings)


def _marks(legend: etree._Element) -> tuple[Mark, ...]:
    return tuple(zip(map(text_of, legend.iter("dt")), map(text_of, legend.iter("dd")), strict=True))


def _markings(tree: etree._ElementTree) -> tuple[str, ...]:
    """Return what the service matter says of secrecy and haste, each once, as far as it is short."""
    found = tree.getroot().iterfind(f".//{{{TEI_NS}}}ab[@type='marking']")
    words = dict.fromkeys(normalise_space(text_of(one)) for one in found)
    return tuple(text.rstrip(".") for text in words if 0 < len(text) <= _LONGEST)


def opens_month(book: Book, document: Document, before: Document | None) -> str:
    """Return the month that a document opens, empty where it is that of the document before it, or unknown."""
    month = month_of(days(book).get(document.id, ""))
    same = before is not None and month_of(days(book).get(before.id, "")) == month
    return "" if same and before is not None and year_of(before) == year_of(document) else month
