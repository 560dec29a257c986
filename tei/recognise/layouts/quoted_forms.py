"""Telegrams that a book quotes with their forms, and with no sentence before them that hands over: «Телеграмма № 12 …».

The mark opens over the line of the form or over the address, and closes behind the signature, some lines below.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise import russian
from tei.recognise.known import nobody
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import PAIRS, quotation
from tei.recognise.layouts.rows import Head, Rows
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.recognise.signing import signature_name
from tei.regexes import regex

MIN_LINES: Final = 3
MAX_LINE: Final = 110
MAX_SIGNED: Final = 60


def opens_form(text: str) -> bool:
    """Say whether a line opens a quotation with the line of a form, «Телеграмма № 12 от …», or with an address."""
    if text[:1] not in PAIRS or text[1:].isascii() or len(text) > MAX_LINE or text[-1:] in '»”"':
        return False
    inner = text[1:]
    service = classify(inner)
    if service is not None:
        return service.type == "number" and inner[:1].isupper()
    if russian.is_office(inner) or russian.addressee(inner, nobody, nobody) is not None:
        return True
    place, _, office = inner.partition(", ")
    return _PLACED.fullmatch(inner) is not None or (place.isalpha() and russian.is_office(office))


_PLACED: Final = regex(
    r"[А-ЯЁ][\w-]+[.,]\s+(?:[А-ЯЁ][^.,:;!?\n]{2,50}[.,]\s+)?(?:[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё-]+(?:у|ю|ому|ему|ой)[.,:!]?"
)
"""A town, perhaps an office, and a name in the dative, «Карск, Институт льда, Пашину.»."""


def is_quoted_form(rows: Rows, head: Head) -> bool:
    """Say whether a document was found by the form that its quotation opens with."""
    return head.title is None and opens_form(rows.words(head.body))


def quoted_form_at(rows: Rows, index: int) -> Head | None:
    """Return the head of a telegram whose form a quotation opens with at a row, None where it ends unsigned."""
    if not opens_form(rows.words(index)) or not _is_signed(rows.rows, index):
        return None
    return Head(index, index, quoted=True)


def _is_signed(rows: Sequence[Paragraph], index: int) -> bool:
    quote = quotation(rows, index)
    if quote is None or len(quote.inside) < MIN_LINES or len(quote.inside[-1].text) > MAX_SIGNED:
        return False
    last = quote.inside[-1].text
    last = quote.inside[-2].text if is_date_line(last) and len(quote.inside) > MIN_LINES else last
    return signature_name(last[_number(last) :].rstrip(" ."), nobody, last=True) is not None


def _number(text: str) -> int:
    match = _NUMBER.match(text)
    return match.end() if match else 0


_NUMBER: Final = regex(r"№\s?\d{1,5}(?:/\w{1,5})?\.?\s+")
"""The number under which an agent or a post reports, in the line of the signature: «№ 87 Ветров»."""
