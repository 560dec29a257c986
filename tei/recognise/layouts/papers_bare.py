"""Headings of a printed series that give nothing but number, parties and day: New Zealand’s documents of the war.

“39 / The Director of the Institute to the Head of the Station / 3 June 1938”; a web page gives number and parties once
more in its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.known import nobody
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import salutation_name
from tei.recognise.service import classify
from tei.regexes import regex

_DAY: Final = regex(r"(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2},?)\s(?:1[89]|20)\d\d\.?")
_OFFICES: Final = regex(
    r"(?:The|General|Major-General|Lieutenant-General|Mr\.?|Sir)\s[^\n]{3,90}\sto\s(?:the|General|Mr\.?|Sir)\s"
)
_TITLED: Final = regex(r"\d{1,4}[a-z]?\s[—–-]\s")
_HOUR: Final = regex(r"\d{1,2}[.:]\d\d\s*[AP]\.?M\.?", re.IGNORECASE)
_HANDLED: Final = frozenset(("precedence", "marking", "received"))
MAX_DAY: Final = 30
MAX_HOUR: Final = 12
MAX_HANDLED: Final = 60


def is_bare(rows: Sequence[Paragraph], index: int, *, counted: bool) -> bool:
    """Say whether the row under the parties of a numbered document is its day and nothing else: “3 June 1938”.

    A document is numbered by a row over its parties, or in the title of its page: “39 — The Director to the Station”.
    """
    if index >= len(rows) or len(rows[index].text) > MAX_DAY or not _DAY.fullmatch(rows[index].text):
        return False
    if counted:
        return _OFFICES.match(rows[index - 1].text) is not None
    above = rows[index - 2].text if index > 1 else ""
    return above.endswith(rows[index - 1].text) and _TITLED.match(above) is not None


def is_hour(text: str) -> bool:
    """Say whether a line is the hour of the day over it and nothing else: “3:50 P.M.”."""
    return text[:1].isdigit() and len(text) <= MAX_HOUR and _HOUR.fullmatch(text) is not None


def is_handling(text: str) -> bool:
    """Say whether a line between form and text says how urgent or secret a document is, or when it came."""
    if is_hour(text):
        return True
    if len(text) > MAX_HANDLED or not (text.isupper() or text.startswith("Received ")):
        return False
    service = classify(text)
    return service is not None and service.type in _HANDLED


def is_greeting(text: str) -> bool:
    """Say whether a line over place and day greets as despatches do, “Sir,—”."""
    return len(text) <= MAX_DAY and _GREETING.fullmatch(text) is not None


_GREETING: Final = regex(r"(?:Sir|My Lord|My Lords|Gentlemen|Your Excellency|Madam)[,.]?\s?[—–-]{0,2}")


def is_saluted(rows: Sequence[Paragraph], index: int) -> bool:
    """Say whether the text of a document begins as a letter does."""
    return index < len(rows) and salutation_name(rows[index].text, nobody) is not None


def form_behind(text: str) -> re.Match[str] | None:
    """Return what a line says of the form behind place and day: “Tarn, May 3 (16), 1938. (Telegram.)”."""
    return _BEHIND.fullmatch(text) if text[-1:] in ")]." and "Tele" in text else None


_BEHIND: Final = regex(
    r"(?P<place>[A-Z][^\n()]*(?:\(\d{1,2}\)[^\n()]*)?\d{4}\.?)\s(?P<bare>[(\[]Tele(?:graphic|gram)\.?[)\]])\.?"
)
