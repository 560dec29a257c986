"""The templates of a book, filled: those of the site's language and of the edition's own folder, XHTML throughout."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

from edition.book.volume import Book, is_tag, plain
from edition.site.filling import environment

_LEFTWARD: Final = ("ar", "he", "fa", "ur")


def fill(template: str, page: object, book: Book) -> str:
    """Return a template of the book (`letter.html.j2`) with its context, which it knows as `page`.

    Beside what templates of the site know there are `lead` (where a link leads, empty for nowhere) and `tongue` (the
    attributes that say a language).
    """
    made = environment(book.lang, book.settings.own).get_template(f"book/{template}")
    filled = made.render(page=page, lead=book.lead, tongue=tongue, single=book.single)
    return plain(filled)


def tongue(code: str) -> Markup:
    """Return the attributes of an element in a language, in the ways of HTML and of XML; nothing for no code."""
    if not is_tag(code):
        return Markup("")
    turned = Markup(' dir="rtl"') if code[:2].lower() in _LEFTWARD else Markup("")
    return Markup(' lang="{0}" xml:lang="{0}"').format(escape(code)) + turned
