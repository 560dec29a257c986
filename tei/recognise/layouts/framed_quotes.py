"""A telegram in quotation marks whose address stands over the marks, and whose signature stands under them.

Lieut. General Pell / “I have seen your telegram. …” / A. Lind: writers of pages set only the text in marks, and leave
its first and last lines outside. What a sentence hands over to is then all three.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.known import nobody
from tei.recognise.layouts.quoted import Quotation, opens, quotation
from tei.recognise.layouts.rows import Head, Rows, is_named, is_title_row
from tei.recognise.signing import signature_name
from tei.regexes import regex

_ADDRESS: Final = regex(r"(?:(?:[A-ZÀ-Þ\d][\w.’'&-]*|of|the|to|at|for|and|de|von)[,.:;]?\s?){1,10}[:,.]?")
_SIGNED: Final = regex(r"(?:[—–-]{1,2}\s?)?(?P<name>[^—–\n]{2,50}?)[.,]?")
MAX_ADDRESS: Final = 80
MAX_NAME: Final = 5


def framed(rows: Rows, head: Head) -> Quotation | None:
    """Return the quotation below a sentence that hands over, with an address over it and a name under it."""
    if head.title is not None or not head.announced:
        return None
    over = not opens(rows.words(head.body))
    at = head.body + over
    if over and not (_is_address(rows.words(head.body)) and opens(rows.words(at))):
        return None
    quote = quotation(rows.rows, at)
    if quote is None or quote.aside is not None:
        return quote if not over else None
    signed = _is_signed(rows, head, quote.last + 1, over=over)
    inside = (*rows.rows[head.body : at], *quote.inside, *rows.rows[quote.last + 1 : quote.last + 1 + signed])
    return replace(quote, first=head.body, last=quote.last + signed, inside=inside)


def _is_address(words: str) -> bool:
    return len(words) <= MAX_ADDRESS and words[-1:] not in ".!?" and _ADDRESS.fullmatch(words) is not None


def _is_signed(rows: Rows, head: Head, index: int, *, over: bool) -> bool:
    """Say whether the row under the marks is the name of him who sent the telegram, as the page's sentence says."""
    match = _SIGNED.fullmatch(rows.words(index))
    if match is None or count_words(match["name"]) > MAX_NAME or is_title_row(rows, index):
        return False
    name = match["name"]
    return signature_name(name, nobody, last=True) is not None and (over or is_named(rows, head, name))
