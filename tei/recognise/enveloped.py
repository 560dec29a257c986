"""Notes of scholars that say first who wrote to whom: "Penrith to Foreign Office, No. 41, 4 November 1931, ibid."."""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_WORD: Final = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁİ](?:\.|[\w-]*[^\W\d_](?:['’](?!s\b)\w+)?))"
_NUMBER: Final = r"(?:[Nn]o\.?|[Nn]r\.?|№)\s?(?P<number>\d[\w/-]*)"
_KIND: Final = (
    r"(?:private|personal|secret|cipher(?:ed)?|coded)?\s?(?:tel|telegram|telegr|cable|wire|letter|des?patch)\b\.?"
)
_BY: Final = (
    r"(?:(?:private|personal|secret|draft|undated|unsent)\s)?(?:letter|telegram|cable|cablegram|wire|note|d[ie]spatch)"
)
_ENVELOPE: Final = regex(
    rf"(?<![\w’'])(?P<sender>{_WORD}(?:\s(?:(?:de|von|van|of)\s)?{_WORD}){{0,3}})"
    rf"(?:,\s+{_BY},?)?\s+to\s+(?:the\s+)?"
    rf"(?P<recipient>{_WORD}(?:\s(?:(?:de|von|van|of)\s)?{_WORD}){{0,3}}),\s+"
    rf"(?:{_KIND},?\s+)?(?:{_NUMBER},?\s+)?(?:(?:of|dated)\s+)?"
    r"(?P<date>\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+\d{4})"
)
_IBID: Final = regex(r"\bibid(?:em)?\b\.?", re.IGNORECASE)
_OWN_NUMBER: Final = regex(
    rf"(?:['’]s|\b[Hh]is|\b[Hh]er|^|[.:]\s|\bsent|\bfollowing|\b[Ii]n)\s?(?:(?:urgent|coded|secret|ciphered|long|short)\s)?"
    rf"(?:[Tt]elegram|[Cc]able|[Cc]ablegram|[Dd]ispatch|[Dd]espatch|[Mm]essage)\s{_NUMBER}"
)
_ANSWERS: Final = regex(r"\b(?:repl|answer|respon|receipt|reference)\w*\b[^.:]{0,24}$")


def envelope_in(text: str) -> re.Match[str] | None:
    """Return the words that say who wrote to whom and when: groups `sender`, `recipient`, `number` and `date`."""
    return _ENVELOPE.search(text) if " to " in text else None


def is_enveloped(text: str) -> bool:
    """Say whether a note begins so: it is the source of what it hangs on."""
    return " to " in text[:90] and _ENVELOPE.match(text) is not None


def repeated(text: str) -> re.Match[str] | None:
    """Return the "ibid." of such a note, which stands behind the envelope."""
    envelope = _ENVELOPE.match(text) if "bid" in text and " to " in text[:90] else None
    return _IBID.search(text, envelope.end()) if envelope else None


def number_told(text: str) -> str:
    """Return the telegram's own number that a sentence handing over says: "Whitcombe's telegram No. 34"; else empty."""
    match = _OWN_NUMBER.search(text) if any(map(str.isdigit, text)) else None
    return match["number"] if match and not _ANSWERS.search(text, 0, match.start()) else ""
