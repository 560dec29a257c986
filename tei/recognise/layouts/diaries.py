"""Labels of diaries: “From the diary of Vetrov”, «Из записных книжек Пашина»."""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_DIARY: Final = regex(
    r"(?:from|extracts? from|excerpts? from|из)\s+(?:the\s+|his\s+|her\s+)?(?:(?P<owner>[^\n:]{2,60}?)(?:['’]s?)?\s+)?"
    r"(?:diar(?:y|ies)|journal|notebooks?|log-?book|(?:letter|copy|message|telegram|cable)[- ]?books?|дневник\w*|"
    r"тетрад\w*)(?:\s+of\s+(?P<owner2>[^\n:]{2,60}?))?\s*[:.]?|"
    r"(?:the\s+)?(?:diary|journal)\s+(?:of|entry by)\s+(?P<owner3>[^\n:]{2,60}?)\s*[:.]?|"
    r"(?:(?:отрывки\s+)?из\s+)?(?:дневник\w*|записн\w+\s+книж\w+)\s+(?P<owner4>[А-ЯЁ][^\n:]{2,60}?)\s*[:.]?|"
    r"(?P<owner5>[A-ZÀ-ÞА-ЯЁ][^\n:]{2,40}?)[.,:]\s+(?:из\s+)?(?:записные книжки|дневники?|diar(?:y|ies)|notebooks|"
    r"journals?)\.?",
    re.IGNORECASE,
)
_OWNERS: Final = ("owner", "owner2", "owner3", "owner4", "owner5")


def diary_owner(text: str) -> tuple[int, int] | None:
    """Return the span of the owner's name when a line is the label of a diary; an empty span when it names nobody."""
    match = _DIARY.fullmatch(text) if len(text) <= 90 else None
    if match is None:
        return None
    name = next((name for name in _OWNERS if match[name]), None)
    return match.span(name) if name else (0, 0)
