"""The volume of a series that a page is from, as its own heading names it: title, volume, part, document number.

"Foreign Relations of the United States, 1949, The Far East: China, Volume VIII", in whatever case and order of volume
and area; the heading has no imprint, by which citations of books are found (tei.recognise.imprints).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tei.model import Evidence, Printed
from tei.regexes import regex

_NAME: Final = r"(?:(?:papers relating to the )?foreign relations of the united states|foreign relations(?=,\s*\d{4}))"
_HEADING: Final = regex(
    rf"(?P<title>{_NAME}(?![\w])[^\n›»]{{0,200}}?)(?:[,.]?\s*\bvol(?:ume|\.)?\s*(?P<volume>[IVXLC]+|\d{{1,3}})\b"
    r"(?:,?\s*\bp(?:ar)?t\.?\s*(?P<book>\d{1,2}|[IVX]+)\b)?(?:,\s*(?P<subtitle>[^\n›»]{3,120}?))?)?\s*[.]?",
    re.IGNORECASE,
)
_CRUMBS: Final = regex(r"\s*[›»>|·]\s*")
_DOCUMENT: Final = regex(r"document\s+(?P<n>\d{1,4}[a-z]?)", re.IGNORECASE)
NEEDLE: Final = "foreign relations"
MAX_HEADING: Final = 300


def is_series(text: str) -> bool:
    """Say whether a line names the series and the volume, alone or at the end of a trail "Home › …"."""
    return len(text) <= MAX_HEADING and NEEDLE in text.lower() and read_series(text) is not None


def read_series(text: str, offset: int = 0) -> Printed | None:
    """Return the volume that a line names; `offset` is where the line stands in the capture."""
    at = 0
    for crumb in _CRUMBS.split(text):
        at = text.index(crumb, at)
        match = _HEADING.fullmatch(crumb) if NEEDLE in crumb.lower() else None
        if match and (any(map(str.isdigit, crumb)) or len(crumb.split()) <= 8):
            return _printed(match, offset + at, document_in(text[at + len(crumb) :]))
    return None


def document_in(text: str) -> str:
    """Return the number of the document that a trail ends in: "… › Document 211"."""
    match = _DOCUMENT.fullmatch(_CRUMBS.split(text)[-1].strip())
    return match["n"] if match else ""


def with_document(printed: Printed | None, number: str, evidence: Evidence) -> tuple[Printed, ...]:
    """Return the printed source of one document: the volume, where it is known, and its number there."""
    if printed is None:
        return (Printed("printed", "", document=number, evidence=evidence),) if number else ()
    return (replace(printed, document=number or printed.document),)


def _printed(match: re.Match[str], start: int, document: str) -> Printed:
    return Printed(
        "printed",
        match.group(),
        title=match["title"].strip(" ,.;:"),
        volume=match["volume"] or "",
        book=match["book"] or "",
        volume_title=(match["subtitle"] or "").strip(" ,."),
        document=document,
        evidence=Evidence("series", start, start + len(match.group())),
    )
