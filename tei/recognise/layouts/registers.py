"""Registers: a table or list that counts telegrams and holds none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.layouts.page import Page
from tei.regexes import regex

_HEADING: Final = regex(
    r"(?:the\s+)?(?:[\w'’]+\s+){0,3}?(?:register|registry|list|index|inventory|journal|log|log-?book|table|schedule|"
    r"calendar|checklist|record book)\s+(?:of|for|no)\b[^.!?]{0,120}|"
    r"(?:реестр|журнал|опись|перечень|список|указатель|книга)\s+[^.!?]{3,120}|[^。]{0,20}(?:目录|登记簿|登記簿|一览表|一覽表)[^。]{0,20}",
    re.IGNORECASE,
)
_TABLED: Final = regex(r"(?:[^|\t\n]*?\S[^|\t\n]*?(?:\s*\|\s*|\t+\s*|\s{3,})){2,}\S[^\n]*")
_ENTRY: Final = regex(r"\W?\d{1,5}[\w/.-]{0,6}[.):|\s]")
_LABELLED: Final = regex(r"[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20}){0,2}\s*[:：]")
MIN_ROWS: Final = 3
MAX_HEADING: Final = 140
MAX_ROW: Final = 200


def is_register(page: Page) -> bool:
    """Say whether a page is a register: three rows of figures and names, side by side or under the name of a list."""
    headed = any(_is_heading(paragraph.text) for paragraph in page.paragraphs[:12])
    if not headed and not any(sign in page.capture.text for sign in ("|", "\t", "   ")):
        return False
    lines = [line.strip() for line in page.capture.text.splitlines()]
    rows = [line for line in lines if 0 < len(line) <= MAX_ROW and _ENTRY.match(line)]
    if headed:
        return len(rows) >= MIN_ROWS and not _are_points(rows)
    return sum(_TABLED.fullmatch(row) is not None for row in rows) >= MIN_ROWS


def _is_heading(text: str) -> bool:
    return len(text) <= MAX_HEADING and _HEADING.match(text) is not None and _LABELLED.match(text) is None


def _are_points(rows: Sequence[str]) -> bool:
    """Say whether the numbered lines are points of a text, and no entries: they are sentences, or few beside prose."""
    sentences = sum(row.endswith((".", "!", "?", ";")) and len(row.split()) > 8 for row in rows)
    return 2 * sentences > len(rows)
