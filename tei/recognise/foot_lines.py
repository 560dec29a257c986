"""The addressee at the foot of a letter in lines of his own: "His Excellency" / "A. Pell" / "Minister of Fisheries"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.neighbours import adjoins
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised, is_closing
from tei.recognise.parts import joined
from tei.regexes import regex

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


def under_signature(paragraphs: Sequence[Paragraph], last: int) -> tuple[int, Paragraph, tuple[int, int]] | None:
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


def _block(
    rows: Sequence[Paragraph], first: int, name: tuple[int, int]
) -> tuple[int, Paragraph, tuple[int, int]] | None:
    if not all(map(adjoins, rows, rows[1:])):
        return None
    if not all(len(row.text) <= MAX_LINE and is_capitalised(row.text.rstrip(" .,")) for row in rows[1:]):
        return None
    whole = rows[0]
    for row in rows[1:]:
        whole = joined(whole, row)
    return first, whole, name


def excellency(paragraphs: Sequence[Paragraph], last: int) -> tuple[int, Paragraph, tuple[int, int]] | None:
    """Return the first line of the foot, all of it, and where the name stands in it; None where it is none."""
    for first in range(last - 1, max(last - MAX_LINES, 0), -1):
        text = paragraphs[first].text
        if len(text) <= MAX_LINE and _STYLE.fullmatch(text.rstrip(" ,:")):
            under = paragraphs[first + 1]
            name = under.start - paragraphs[first].start
            return _block(paragraphs[first : last + 1], first, (name, name + len(under.text.rstrip(" ,."))))
    return None
