"""The addressee at the foot of a letter in lines of his own: "His Excellency" / "A. Pell" / "Minister of Fisheries"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.neighbours import adjoins
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised, is_closing, is_office
from tei.recognise.parts import joined
from tei.regexes import regex

Foot = tuple[int, Paragraph, tuple[int, int]]
"""The first line of what stands at the foot, all of it as one, and where the name stands in it."""
_STYLE: Final = regex(
    r"(?:To\s+)?(?:His|Her|Your)\s+(?:Excellency|Highness|Majesty)|The\s+(?:Honou?rable|Right\s+Honou?rable)",
    re.IGNORECASE,
)
MAX_LINES: Final = 4
MAX_LINE: Final = 90


_TITLED: Final = regex(
    r"(?:To,?\s+)?(?:The\s+)?(?P<name>(?:Rt\.?\s)?(?:Hon(?:[’']?ble|ourable|\.)|Shri|Shrimati|Smt\.|Sjt\.|Sri|Mr|Mrs|Miss|Mme|M|"
    r"Dr|Prof|Sir|Lord|Lady|Pandit|Sardar|Maulana|Begum|Capt|Captain|Col|Colonel|Maj|Major|Gen|General|Lt|Lieut)\b\.?\s"
    r"[A-Z][^\n:;!?]{2,60}?)[.,]?"
)
"""Whom a letter names at its foot, with his title, under formula and signature: "Shri R. K. Lind"."""


def addressee_at(paragraphs: Sequence[Paragraph], index: int) -> Foot | None:
    """Read the addressee that old letters name at the foot, "Hon. Ada Fairweather,", and his office below."""
    text = paragraphs[index].text
    if len(text) > MAX_FOOT or index < 1:
        return None
    if foot := excellency(paragraphs, index):
        return foot
    if match := _FOOT.fullmatch(text):
        return index, paragraphs[index], match.span(match.lastgroup or 0)
    if foot := under_signature(paragraphs, index):
        return foot
    above = paragraphs[index - 1]
    goes_on = text[:1].isupper() and ("&c" in text or is_office(text) or (text[-1:] == "." and len(text.split()) <= 8))
    if index < 2 or not goes_on or not above.text.endswith(",") or not adjoins(above, paragraphs[index]):
        return None
    if match := _FOOT.fullmatch(above.text) or _HOLDER.fullmatch(above.text):
        return index - 1, joined(above, paragraphs[index]), match.span(match.lastgroup or 0)
    return None


_FOOT: Final = regex(
    r"(?:(?:To\s+)?(?:The\s+|the\s+)?(?:Right\s+|Rt\.\s+)?(?:Hon(?:orable|ourable|[’']?ble)?\.?|His\s+Excellency)\s+"
    r"(?P<name>(?:the\s)?[A-Z][^\n,]{2,60}?)(?:,\s[^\n]{0,95})?|(?P<esquire>[A-Z][^\n,]{2,50}?)[,.]\s+Esq(?:\.|"
    r"uire)?|(?P<titled>(?:M|Mr|Mons|Se[ñn]or|Sir|Lord|Baron|Count|General)\.?\s+[A-Z][^\n,]{1,50}?)(?=,\s*(?:&c|etc)\.))"
    r"(?:,?\s*(?:&c|etc)\.){0,4}[.,]?"
)
"""“Hon. Ada Fairweather,”, “A. Fairweather, Esq., &c., &c.”"""
_HOLDER: Final = regex(
    r"The\s+(?P<holder>(?:[A-Z][a-z]+\s+){0,2}(?:President|Minister|Secretary(?:\s+of\s+[^\n,]{3,30})?)),"
)
"""“The President,” over where he is: alone at the foot, an office is whom the letter is for."""
MAX_FOOT: Final = 150


def under_signature(paragraphs: Sequence[Paragraph], last: int) -> Foot | None:
    """Return the addressee under the signature of a letter as `excellency` does, his title in the line of his name."""
    for first in range(last, max(last - MAX_LINES, 1), -1):
        match = _TITLED.fullmatch(paragraphs[first].text) if len(paragraphs[first].text) <= MAX_LINE else None
        if match is None:
            continue
        if not any(is_closing(paragraphs[at].text) for at in range(max(0, first - MAX_SIGNED), first - 1)):
            return None
        return _block(paragraphs[first : last + 1], first, match.span("name"))
    return None


MAX_SIGNED: Final = 3
"""Lines from the formula to the addressee: the formula, who signs, and his office."""


def _block(rows: Sequence[Paragraph], first: int, name: tuple[int, int]) -> Foot | None:
    if not all(map(adjoins, rows, rows[1:])):
        return None
    if not all(len(row.text) <= MAX_LINE and is_capitalised(row.text.rstrip(" .,")) for row in rows[1:]):
        return None
    whole = rows[0]
    for row in rows[1:]:
        whole = joined(whole, row)
    return first, whole, name


def excellency(paragraphs: Sequence[Paragraph], last: int) -> Foot | None:
    """Return the first line of the foot, all of it, and where the name stands in it; None where it is none."""
    for first in range(last - 1, max(last - MAX_LINES, 0), -1):
        text = paragraphs[first].text
        if len(text) <= MAX_LINE and _STYLE.fullmatch(text.rstrip(" ,:")):
            under = paragraphs[first + 1]
            name = under.start - paragraphs[first].start
            return _block(paragraphs[first : last + 1], first, (name, name + len(under.text.rstrip(" ,."))))
    return None
