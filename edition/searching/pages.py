"""Records as the small pages that Pagefind indexes: meta and facets in the head, words in the order of their weight.

The body has first what results quote, then a sign that search.js knows, and behind it the words that a record is found
by as well, with little weight; those of each name stand behind the forms that the text has of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from edition.searching.records import Named, Record

END: Final = "⁂"
"""Stands between what results quote and the other words."""

NAME: Final = "⁑"
"""Begins the forms of a name in the text; a second one begins the words of its other forms."""

FORM: Final = "⁏"
"""Stands between two forms."""

EVERY: Final = "ꙮꙮ"
"""A word that every record has and no text: to ask for it finds all, without loading the whole index."""

_LIGHT: Final = "0.2"
_MIDDLING: Final = "0.5"


def page(record: Record, lang: str) -> bytes:
    """Return the page of a record; `lang` is the language whose stemming the index uses."""
    return "".join(_lines(record, lang)).encode()


def _lines(record: Record, lang: str) -> Iterator[str]:
    yield f'<!doctype html><html lang="{escape(lang)}"><head><title>-</title>'
    for name, value in record.meta:
        if value:
            yield f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
    for name, value in record.facets:
        if value:
            yield f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
    date = dict(record.meta).get("date", "")
    if date:
        yield f'<meta data-pagefind-sort="date[content]" content="{escape(date)}">'
    yield f"</head><body data-pagefind-body><p>{escape(record.text)}</p>"
    yield f'<p data-pagefind-weight="{_LIGHT}">{END} {EVERY} {escape(" ".join(record.words))}</p>'
    yield f'<p data-pagefind-weight="{_MIDDLING}">{" ".join(map(_name, record.named))}</p></body></html>'


def _name(named: Named) -> str:
    return escape(f"{NAME} {f' {FORM} '.join(named.forms)} {NAME} {' '.join(named.words)}")
