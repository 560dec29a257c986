"""A telegram that a note of the page quotes whole."""

from __future__ import annotations

import re
from typing import Final

from tei.model import Footnote
from tei.recognise.layouts.page import Page, Region
from tei.recognise.layouts.quoted import Quotation, quotation
from tei.recognise.layouts.seams import parted
from tei.recognise.paragraphs import Paragraph

_KIND_IN_ASIDE: Final = re.compile(
    r"\b(?:telegramm?e?|cable|radiogram|cipher(?:ed|gram)?|coded|wire|letter|телеграмм\w*|шифр\w*)\b", re.IGNORECASE
)
_ADDRESSED: Final = re.compile(r"[“„«\"'‘]?(?:to|for|к|для)\s+[A-ZÀ-ÞА-ЯЁ]", re.IGNORECASE)
_CLOSED: Final = re.compile(r"[”»“\"'’]\s*(?P<aside>\(.*\))\s*\.?\s*$", re.DOTALL)
MIN_IN_NOTE: Final = 8


def telegram_in(page: Page, note: Footnote) -> Region | None:
    """Return the telegram that a note quotes whole: addressed, closed by a quotation mark, and then said to be one."""
    text = page.capture.text[note.start : note.end]
    whole = Paragraph(note.start, note.end, text)
    quote = _opened(whole) or _unopened(whole)
    if quote is None or quote.aside is None or sum(len(p.text.split()) for p in quote.inside) < MIN_IN_NOTE:
        return None
    if not _KIND_IN_ASIDE.search(quote.aside.text):
        return None
    return Region(body=parted(quote.inside, (), quoted=True), announced=(quote.aside,), cited=(quote.aside,))


def _opened(note: Paragraph) -> Quotation | None:
    """Return the quotation that a note opens, at its beginning or after a first sentence."""
    for match in re.finditer(r"(?:^|(?<=[.:]\s))[“„«\"]", note.text):
        quote = quotation((note,), 0, match.start())
        if quote and quote.aside:
            return quote
    return None


def _unopened(note: Paragraph) -> Quotation | None:
    """Return a quotation that lost its opening mark: the note begins with an address."""
    if not _ADDRESSED.match(note.text):
        return None
    closed = _CLOSED.search(note.text)
    if closed is None:
        return None
    inside = note.at(0, closed.start())
    return Quotation(0, 0, (inside,), note.at(closed.start("aside"), closed.end("aside")))
