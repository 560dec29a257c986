"""The order of names in a register, and the letter that each stands under, in any script.

Case, accents and marks before the first letter do not count; Ё stands with Е, Й after И. Chinese names stand in the
order of Unicode, which is that of radicals and strokes (UAX #38), under one heading: a register of a few hundred names
would have nearly as many first signs as names. The scripts come in the order that readers of a language expect.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

HAN: Final = "han"
OTHER: Final = "other"

_HAN: Final = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_LATIN: Final = re.compile("[a-z]")
_ORDERS: Final = {"ru": "clho", "zh": "hlco"}
_SHORT_I: Final = {"й": "и\uffff", "Й": "и\uffff"}
"""Й is a letter of its own, after И; as И with a breve it would stand among the words of И."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return a name as it is sorted: without case, accents, and marks before the first letter."""
    text = "".join(_SHORT_I.get(char, char) for char in unicodedata.normalize("NFC", name))
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return re.sub(r"^[\W_]+", "", plain.casefold()) or plain.casefold()


def letter_of(name: str) -> str:
    """Return the heading of a name: a capital letter, `han` for Chinese signs, `other` for figures and the rest."""
    folded = fold(name)
    first = folded[:1]
    if _HAN.match(first):
        return HAN
    if not first.isalpha():
        return OTHER
    return "Й" if folded.startswith("и\uffff") else first.upper()[:1]


def order_of(name: str, lang: str) -> tuple[int, str, str]:
    """Return what to sort a name by for readers of a language: its script's place, its letters, and then the name."""
    folded = fold(name)
    return (_ORDERS.get(lang.partition("-")[0], "lcho").index(_script(folded)), folded, name)


def _script(folded: str) -> str:
    first = folded[:1]
    if _HAN.match(first):
        return "h"
    if _CYRILLIC.match(first):
        return "c"
    return "l" if _LATIN.match(first) else "o"
