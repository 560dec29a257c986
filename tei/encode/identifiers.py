"""Ids of documents, made from date, sender and recipient alone, so that they never depend on order in the source."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from tei.model import Name, Telegram

_CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        ("a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
         "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia"),
        strict=True,
    )
)  # fmt: skip
_BRACKETED: Final = re.compile(r"\s*[\[(][^\])]*[\])]")
_WORD: Final = re.compile(r"[a-z0-9]+")


def document_id(telegram: Telegram) -> str:
    """Return the id that a telegram would like to have: `t1949-01-10-mao-stalin`; `unknown` for a party not named."""
    day = telegram.sent.day.lstrip("-") if telegram.sent else ""
    parties = (telegram.party("sent"), telegram.party("received"))
    return "-".join([f"t{day or 'undated'}", *(_party(name) for name in parties)])


def _party(name: Name | None) -> str:
    if name is None:
        return "unknown"
    return slug(name.ref) if name.ref else slug(_BRACKETED.sub("", name.text) or name.text, last=2)


def slug(text: str, last: int = 0) -> str:
    """Return a text as ASCII words with hyphens, safe in ids and file names; `last` keeps only so many words."""
    romanised = "".join(_CYRILLIC.get(character, character) for character in text.lower())
    folded = unicodedata.normalize("NFKD", romanised)
    words = _WORD.findall("".join(character for character in folded if character.isascii()))
    return "-".join(words[-last:]) or "unknown"
