"""The text under reading with what is known about it, and the questions that every reader asks of its surroundings."""

from __future__ import annotations

import re
from typing import Final

from tei.dates.lexicon import COUNTED, FREE_AFTER, LABELS, NUMBERED, STRONG_TIME_WORDS
from tei.dates.model import Order
from tei.dates.reckoning import full_year
from tei.regexes import regex
from tei.values import value

BLANK: Final = r"[^\S\n]*+\n?[^\S\n]*+"
"""White space with at most one line break: a wrapped line goes on, a new paragraph does not."""
GAP: Final = r"(?:[^\S\n]++\n?[^\S\n]*+|\n[^\S\n]*+)"
"""The same, not empty."""
DASH: Final = r"[-‐‑–—−]"

_WINDOW: Final = 48
_WHOLE_DAY: Final = regex(r"\d\d?\.\d\d?\.(?:1[6-9]|20)?\d\d(?!\d)")
"""No file has such a number."""
_WORD: Final = regex(r"[^\s(\[«“\"]+")
_OPENING: Final = '([«“"'
_NEXT: Final = regex(r"[^\S\n]?([^\W\d_]+(?:\.[^\W\d_]+)*|%)")
_GLUED_BEFORE: Final = frozenset(".,/:-‐‑–—−")
_SIGNS_BEFORE: Final = frozenset("$£€#№§+=<>_*^~@&")


_FEDERAL: Final = ("d. f., ", "d.f., ", "d. f. ")
"""“Mexico, D. F., 23 October”: the letters are of the place, and no folio."""


@value()
class Source:
    """A text, its lower case (of equal length), and the arguments of the search.

    `whole` is true where the text is known to be one date or time, so that no context is asked for.
    """

    text: str
    low: str
    year: int | None = None
    order: Order | None = None
    anchor: tuple[int, int, int] | None = None
    whole: bool = False

    @property
    def near(self) -> int | None:
        """The year that the text is known to be of, from either argument."""
        return self.year or (self.anchor[0] if self.anchor is not None else None)

    def century(self, two_digits: int) -> int:
        """Return the full year of a two-digit one, near the year that is known."""
        return full_year(two_digits, self.near)

    def words_before(self, at: int, floor: int = 0) -> list[re.Match[str]]:
        """Return the last words before `at` (at most four), not reaching back over `floor`."""
        return list(_WORD.finditer(self.low, max(floor, at - _WINDOW), at))[-4:]

    def word_before(self, at: int) -> str:
        """Return the word before `at`, without the comma or colon that follows it; empty where a sentence ends."""
        words = self.low[max(0, at - _WINDOW) : at].rsplit(maxsplit=1)
        if not words:
            return ""
        word = words[-1].lstrip(_OPENING)
        return word.rstrip(",:;—–-") if word else ""

    def word_after(self, at: int) -> str:
        """Return the word that follows on the same line, in lower case; empty where a figure or punctuation does."""
        match = _NEXT.match(self.low, at)
        return match.group(1) if match else ""

    def is_loose(self, at: int, joined: int = -1) -> bool:
        """Say whether a number can begin at `at`: it is no part of a longer figure, of a word, or of a sum of money.

        A figure glued to something that was already read up to `joined` begins there all the same.
        """
        if at == 0:
            return True
        before = self.low[at - 1]
        if before.isalnum() or before in _SIGNS_BEFORE:
            return False
        return not (before in _GLUED_BEFORE and at > 1 and at - 1 != joined and self.low[at - 2].isdigit())

    def is_labelled(self, at: int, *, strict: bool = True) -> bool:
        """Say whether the number at `at` is the number of a page, volume, file or (not `strict`) telegram."""
        word = self.word_before(at)
        if word == "f." and self.low.endswith(_FEDERAL, 0, at):
            return False
        if word == "d." and _WHOLE_DAY.match(self.low, at):  # "G. D. 14.2.37"
            return False
        return word in LABELS or (not strict and word in NUMBERED)

    def is_counted(self, at: int) -> bool:
        """Say whether the number that ends at `at` counts men, tons or hours."""
        return self.word_after(at) in COUNTED or self.low.startswith("%", at)

    def is_free(self, at: int) -> bool:
        """Say whether what ends at `at` stands by itself: no noun follows that it could count."""
        word = self.word_after(at)
        if not word or word in FREE_AFTER or word in STRONG_TIME_WORDS:
            return True
        return self.text[at : at + 2].strip()[:1].isupper() and word not in COUNTED


def source(
    text: str,
    year: int | None = None,
    order: Order | None = None,
    anchor: tuple[int, int, int] | None = None,
    *,
    whole: bool = False,
) -> Source:
    """Prepare a text: `İ` is the one letter whose lower case is longer than itself."""
    return Source(text, text.replace("İ", "i").replace("⁄", "/").lower(), year, order, anchor, whole)
