"""Forms among the documents of a page: “To: …” and “From: …” under each other, a word of the form over them."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.layouts.rows import Rows
from tei.recognise.layouts.unnamed_heads import is_mailed
from tei.recognise.service import classify
from tei.regexes import regex

_FORM_LINE: Final = regex(
    r"(?:to|from|subject|date|re|ref|copy|cc|via|classification|priority)\s*[:：]\s*\S", re.IGNORECASE
)
MAX_OVER_FORM: Final = 3
MAX_LINES: Final = 5
MAX_TITLE_LINE: Final = 120


def opens_as_form(rows: Rows, index: int) -> bool:
    """Say whether the head of a form begins here, "To: …" and "From: …" under each other, a word or two over it."""
    at = index
    while at < index + MAX_OVER_FORM and at + 1 < len(rows.rows) and _is_word_of_form(rows.words(at)):
        at += 1
    if any(
        rows.words(i).startswith(("Date: ", "Sent: ")) and is_mailed(rows.words(i)) for i in range(at, at + MAX_LINES)
    ):
        return False
    leads = [
        rows.words(i).partition(":")[0].strip().lower() for i in range(at, at + 3) if _FORM_LINE.match(rows.words(i))
    ]
    return "to" in leads and "from" in leads


def _is_word_of_form(words: str) -> bool:
    """Say whether a line over "To: …" is the form's own: "TELEGRAM", "Top secret"."""
    service = classify(words) if words and len(words) <= MAX_TITLE_LINE else None
    return service is not None and service.type in ("other", "number", "marking", "precedence")
