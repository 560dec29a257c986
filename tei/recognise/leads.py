"""What stands in one line with a head: numbers in brackets, "(Telegraphic.)", the stamp of an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.cable import stamp_line
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import Service
from tei.regexes import regex

_NUMBER_CLOSED: Final = regex(r"\[?(?:No|Nr)\.?\s+(?P<number>\d{1,5}[A-Za-z]?)\.?\s?\]")
_TELEGRAPHIC: Final = regex(
    r"[(\[](?:by\s+)?(?:telegraphic|telegraph|telegram|cablegram|t[ée]l[ée]gramme|telegramma?|telegrama)\.?[)\]]\.?"
    r"(?:\s+(?:P|R|En clair)\.)?",
    re.IGNORECASE,
)
_LEAD: Final = regex(
    rf"(?P<lead>{_NUMBER_CLOSED.pattern}|[(\[](?i:telegraphic|by\s+telegraph|telegram|cablegram)\.?[)\]]"
    r"(?:\s+(?:P|R|En clair)\.(?=\s|$))?)\s+(?=\S)"
)
"""What blue books and old volumes set before place and date, in the same line."""
MAX_LEADS: Final = 8
MAX_LEAD: Final = 40


def parted_leads(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Part "No. 212.]" or "(Telegraphic.)" from the place and date, or the text, that stands behind it in its line."""
    for index, paragraph in enumerate(paragraphs[:MAX_LEADS]):
        if paragraph.text[:1] in "[(N" and not lead_alone(paragraph.text) and (lead := _LEAD.match(paragraph.text)):
            pieces = (paragraph.at(0, lead.end("lead")), paragraph.at(lead.end(), len(paragraph.text)))
            return (*paragraphs[:index], *pieces, *paragraphs[index + 1 :])
        if "  " in paragraph.text and (at := _stamp_in(paragraph.text)):
            pieces = (paragraph.at(0, at), paragraph.at(at, len(paragraph.text)))
            return (*paragraphs[:index], *pieces, *paragraphs[index + 1 :])
    return paragraphs


def _stamp_in(text: str) -> int:
    """Return where the stamp begins that stands behind the line of a telegraph office, 0 where none does."""
    at = text.rfind("  ") + 2
    return at if text.isupper() and stamp_line(text[at:].strip()) else 0


def lead_alone(text: str) -> Service | None:
    """Return what "No. 212.]" or "(Telegraphic.) P." is, standing by itself."""
    if text[:1] not in "[(N" or len(text) > MAX_LEAD:
        return None
    if number := _NUMBER_CLOSED.fullmatch(text):
        return Service("number", (("number", *number.span("number")),))
    return Service("other") if _TELEGRAPHIC.fullmatch(text) else None
