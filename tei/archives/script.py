"""Two alphabets on one line: a text made comparable without losing where each character stood.

Archival references mix Latin and Cyrillic letters, sometimes inside one word ("Oп." with a Latin O), and come through
copying with no-break spaces, soft hyphens and letters taken apart into base and accent. `Canvas` holds a text in two
readable forms of equal length: `plain` (NFC, simple spaces, dashes and quotation marks) for values, and `skeleton`
(lower case, each Cyrillic look-alike replaced by its Latin twin) for matching labels and names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from tei.regexes import regex

TWINS: Final = dict(zip("авекмнорстухіјѕһь", "abekmhopctyxijshь", strict=True))
"""Cyrillic letters that look like a Latin one, in lower case; a few only do so as capitals (В, Н, Т)."""

_SIMPLER: Final = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
        ),
        **dict.fromkeys("\r\v\f\u0085\u2028\u2029", "\n"),
        **dict.fromkeys("‐‑‒–—―−﹣-", "-"),
        **dict.fromkeys("’‘ʹʼ′`´＇", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("\uff0d\uff5e\u301c~", "-"),
        "\t": " ",
        "İ": "I",
        "ı": "i",
        "，": ",",
        "；": ";",
        "：": ":",
        "（": "(",
        "）": ")",
        "。": ".",
    }
)
_DROPPED: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNEVEN: Final = regex("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_BROKEN: Final = regex(r"(?<=[A-ZА-Я])-\n(?=[A-ZА-Я])")
"""Where the initials of an archive are parted by the end of a line."""
_CLUSTER: Final = regex(".[\u0300-\u036f]*", re.DOTALL)
_SPECIAL: Final = regex(r"[^\x20-\x7e\n\u0400-\u045f]|[`~]")

_LATIN: Final = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)),
    "ё": "e",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
    "є": "ie",
    "і": "i",
    "ї": "i",
    "ґ": "g",
    "ў": "u",
    "ј": "j",
}
_CYRILLIC: Final = {_LATIN[letter]: letter for letter in "абвгдезиклмнопрстуф"}


@dataclass(frozen=True, slots=True)
class Canvas:
    """A text in its two comparable forms, with the place of each character in the text as it was given."""

    text: str
    plain: str
    skeleton: str
    _places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the given text of `plain[start:end]`; accents dropped after the end belong to it."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end] if end > start else self._places[start]

    def written(self, start: int, end: int) -> str:
        """Return the characters of the given text that stand behind `plain[start:end]`."""
        first, last = self.span(start, end)
        return self.text[first:last].rstrip(_DROPPED)


def canvas(text: str) -> Canvas:
    """Lay out `text` for reading; linear in its length, and nearly free for plain ASCII."""
    if "-\n" in text and _BROKEN.search(text):
        return _uneven(_BROKEN.sub("\u00ad\u00ad", text), text)
    if text.isascii() and "\t" not in text and "\r" not in text and "`" not in text:
        return Canvas(text, text, text.lower())
    if _UNEVEN.search(text):
        return _uneven(text)
    plain = text.translate(_SIMPLER) if _SPECIAL.search(text) else text
    return Canvas(text, plain, skeleton(plain))


def _uneven(text: str, given: str = "") -> Canvas:
    """Lay out a text whose letters come with separate accents, or that holds invisible characters."""
    letters: list[str] = []
    places: list[int] = []
    for match in _CLUSTER.finditer(text):
        composed = unicodedata.normalize("NFC", match.group())[:1].translate(_SIMPLER)
        if composed in _DROPPED:
            continue
        letters.append(composed)
        places.append(match.start())
    plain = "".join(letters)
    return Canvas(given or text, plain, skeleton(plain), (*places, len(text)))


def skeleton(plain: str) -> str:
    """Return `plain` in lower case with Latin letters for their Cyrillic twins; its length does not change."""
    lowered = plain.lower() if plain.isascii() else plain.replace("İ", "I").lower()
    if not lowered.isascii():
        for cyrillic, latin in TWINS.items():
            lowered = lowered.replace(cyrillic, latin)
    return lowered


def pattern(expression: str) -> str:
    """Return a regular expression, written with true Cyrillic letters, as it must be to match a skeleton."""
    for cyrillic, latin in TWINS.items():
        expression = expression.replace(cyrillic, latin)
    return expression


def is_cyrillic(text: str) -> bool:
    """Tell whether `text` has a Cyrillic letter."""
    return any("\u0400" <= letter <= "\u052f" for letter in text)


def is_mixed(word: str) -> bool:
    """Tell whether one word has letters of both alphabets, which no language writes."""
    return is_cyrillic(word) and any(letter.isascii() and letter.isalpha() for letter in word)


def to_latin(text: str) -> str:
    """Romanise Cyrillic letters in the way of the Library of Congress without diacritics; the rest stays."""
    if text.isascii():
        return text
    written = []
    for letter in text:
        latin = _LATIN.get(letter.lower(), letter)
        written.append(latin.capitalize() if letter.isupper() and latin else latin)
    return "".join(written)


def to_cyrillic(text: str) -> str:
    """Write single Latin letters of a shelf mark in Cyrillic ("R-9478" → "Р-9478"); a letter with no one twin stays."""
    written = "".join(_cyrillic_letter(letter) for letter in text)
    return written if to_latin(written) == text else text


def _cyrillic_letter(letter: str) -> str:
    twin = _CYRILLIC.get(letter.lower(), letter)
    return twin.upper() if letter.isupper() else twin


def settle(word: str, *, cyrillic: bool) -> str:
    """Write a word of mixed alphabets in the one that it is meant in."""
    if cyrillic:
        back = {latin: letter for letter, latin in TWINS.items() if letter in "авекмнорстух"}
    else:
        back = {letter: latin for letter, latin in TWINS.items() if letter != "ь"}
    return "".join(back.get(c, c) if c.islower() else back.get(c.lower(), c).upper() for c in word)


def fold(value: str) -> str:
    """Return the comparable form of a value: Latin, lower case, without the accidents of spacing and punctuation."""
    latin = to_latin(unicodedata.normalize("NFC", value).translate(_SIMPLER)).lower()
    latin = re.sub(r"['\"’“”,;:()\[\]{}]+", " ", latin).replace("/", "_")
    latin = re.sub(r"(?<=[a-z_ ])\.|\.(?=\s|$)", " ", latin)
    latin = re.sub(r"[\s\-]+", "-", latin).strip("-._")
    return re.sub(r"^([a-z]{1,2})(?=\d)", r"\1-", latin)
