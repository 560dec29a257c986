"""Numbers of documents in a printed volume, over their headings: “(4175) No. 88.”, “№ 3.”, “[Inclosure.]”."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.russian_chains import russian_parties
from tei.regexes import regex

COUNT: Final = regex(
    r"(?:\(?\d{3,6}\)?\s*)?(?:(?:No|Nr|N[°º]|№|Doc(?:ument)?)\.?\s*)\[?(?P<n>\d{1,4})\]?\.?\*?|(?P<bare>\d{1,4})\.?|"
    r"[(\[]?(?:In|En)closures?(?:\s\d{1,2})?(?:,?\sin\sNo\.\s\d{1,4})?\.?[)\]]?",
    re.IGNORECASE,
)
"""“(4175) No. 88.”: the register of the ministry, and the number in the volume."""


FILED: Final = regex(
    r"(?:(?P<bare>[A-Z]{2,6}/\d[\w./-]{2,30})|No\.?\s?(?P<n>\d{1,4})\s{1,4}(?P<file>[A-Z]{2,8}(?:\s[A-Z]{2,8}){0,2}[\s/][^\n]{2,60}))"
)
"""“No. 391  KNA DPA Secretary’s Files A53”, “DPA/50242-40”: the number in the volume, and where a document is kept."""


def file_of(text: str) -> tuple[int, int] | None:
    """Return the span of the file in a line that has nothing but it and the number of a document; None without one."""
    match = FILED.fullmatch(text) if (text[:2].isalpha() and "/" in text) or text.startswith("No") else None
    return match.span("bare" if match["bare"] else "file") if match else None


def counts(text: str) -> bool:
    """Say whether a line over a heading is the number of the document in its series."""
    return COUNT.fullmatch(text) is not None or file_of(text) is not None


def ordinal_of(text: str) -> str:
    """Return the number that such a line gives, nothing where it gives none."""
    if filed := FILED.fullmatch(text) if text.startswith("No") else None:
        return filed["n"] or ""
    count = COUNT.fullmatch(text)
    return (count["n"] or count["bare"] or "") if count else ""


def count_of(text: str) -> int:
    """Return the number of a document in its volume that is a line of its own, «№ 3.», 0 where a line is none."""
    match = COUNT.fullmatch(text) if len(text) <= MAX_COUNT and text[:1] in "№NnDd(" else None
    return int(match["n"]) if match and match["n"] else 0


MAX_COUNT: Final = 16


def number_of(text: str) -> int:
    """Return the number of a document that a line is, or that stands before its parties in Russian; else 0."""
    led = _LED.match(text) if text[:1].isdigit() and not text.isascii() else None
    return int(led["n"]) if led and russian_parties(text[led.end() :]) else count_of(text)


_LED: Final = regex(r"(?P<n>\d{1,4})\.\s+(?=[А-ЯЁ])")
