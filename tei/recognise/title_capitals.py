"""Titles in capitals, whose small words are read as in small letters: "VETROV TO PASHIN", «ВЕТРОВ ПАШИНУ»."""

from __future__ import annotations

from typing import Final

from tei.recognise import russian
from tei.recognise.western_titles import western_cased
from tei.regexes import regex

_SMALL_WORDS: Final = regex(r"\b(?:TO|FROM|OF|BY|VIA|THROUGH|FOR|THE|ON|AND|IN)\b")
MOSTLY: Final = 0.75
NEARLY: Final = 0.9


def in_capitals(text: str) -> bool:
    """Say whether a title is in capitals, perhaps but for a rank or the like: "TO Mr H. FAIRWEATHER", «5-й АРМИИ»."""
    if text.isupper():
        return True
    if text.isascii() and " TO " not in text:
        return False
    letters = [sign for sign in text if sign.isalpha()]
    return sum(map(str.isupper, letters)) > (MOSTLY if text.isascii() else NEARLY) * len(letters)


def cased(text: str) -> str:
    """Return a title in capitals with its small words in small letters, of the same length."""
    if text.isascii():
        french = western_cased(text) if " TO " not in text and (" AU " in text or " AUX " in text) else ""
        return french or _SMALL_WORDS.sub(lambda match: match.group().lower(), text)
    return western_cased(text) or (russian.cased(text) if text.isupper() else russian.cased_words(text))
