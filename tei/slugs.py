"""Words made safe for ids and file names: ASCII letters and digits with hyphens, Cyrillic romanised by letter."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        (
            *("a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u"),
            *("f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia"),
        ),
        strict=True,
    )
)
_WORD: Final = re.compile(r"[a-z0-9]+")


def romanised(text: str) -> str:
    """Return a text in lower case without diacritics, Cyrillic in Latin letters; other scripts stay as they are."""
    if text.isascii():
        return text.lower()
    latin = "".join(_CYRILLIC.get(character, character) for character in unicodedata.normalize("NFC", text).lower())
    return "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))


def slug(text: str, last: int = 0) -> str:
    """Return a text as ASCII words with hyphens; `last` keeps only so many words; `unknown` where nothing is left."""
    words = _WORD.findall(romanised(text))
    return "-".join(words[-last:]) or "unknown"
