"""How long a text is in words, also where no space stands between them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tei.regexes import regex

_SIGNS: Final = regex(r"[\u3400-\u9fff\u3040-\u30ff]")
SIGNS_PER_WORD: Final = 2
"""A Chinese word has about two signs, so that a threshold in words holds for both kinds of writing."""


@lru_cache(maxsize=1024)  # a page with several documents asks the same of a line dozens of times
def count_words(text: str) -> int:
    """Return how many words a text has: what white space parts, and one for every two Chinese or Japanese signs."""
    spaced = len(text.split())
    if text.isascii() or _SIGNS.search(text) is None:
        return spaced
    signs = len(_SIGNS.findall(text))
    return spaced if signs < SIGNS_PER_WORD else max(spaced, spaced // 2 + signs // SIGNS_PER_WORD)


def is_sign(letter: str) -> bool:
    """Say whether a character is one of those that Chinese is written with, which have no capitals."""
    return "\u3400" <= letter <= "\u9fff"
