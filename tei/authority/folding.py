"""Fold the accidents of writing out of a text for matching, and keep the way back to its own offsets.

Case, diacritics, ё, kinds of apostrophe, hyphen and space, a line break inside a name, soft hyphens: none of these
makes another name. A hyphen between letters folds to a space ("Kai-shek" and "Kai shek" are one); a dash between
spaces and an empty line stay, so that no name reaches across them.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from tei.authority.simplified import simplified
from tei.regexes import regex
from tei.values import value

_DELETED: Final = "\x00"
_APOSTROPHES: Final = "'’‘ʼʻ`´′＇ʹ"
_DASHES: Final = "-‐‑‒–—−﹣－"
_LETTERS: Final = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ß": "s", "æ": "a", "œ": "o"}
_SIMPLIFIED: Final = simplified()
_UNUSUAL: Final = regex("[^\n -_a-~][^\n -_a-~]*")  # one that begins with a set is searched for in half the time
_RUN: Final = regex("[ \n\x00-](?:(?<! )[ \n\x00-]*|[ \n\x00-]+)")  # more than one space, or one of the others


def _fold_char(char: str) -> str:
    """Fold one character to exactly one, so that offsets stay; what is to go becomes a placeholder."""
    if char in _APOSTROPHES:
        return "'"
    if char in _DASHES:
        return "-"
    if char.isspace():
        return _DELETED if char == "\r" else " "
    if unicodedata.category(char) in ("Mn", "Cf", "Cc"):
        return _DELETED
    if "\u2e80" <= char < "\uf900" or char > "\uffff":  # CJK has no case; decomposing would tear Hangul apart
        return _SIMPLIFIED.get(char, char)
    lower = char.lower()[0]
    return _LETTERS.get(lower) or unicodedata.normalize("NFKD", lower)[0]


class _Table(dict[int, str]):
    """A translation table that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


_TABLE: Final = _Table()


@value()
class Folded:
    """A folded text; `origin` leads from its offsets to those of the text it was made from."""

    text: str
    breaks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """Return the offset in the original text of the character at `offset` of the folded one."""
        if not self.breaks:
            return offset
        place = bisect_right(self.breaks, offset)
        return offset + self.shifts[place - 1] if place else offset


def _meaning(run: str) -> str:
    """Say what a run of spaces, line breaks, hyphens and placeholders stands for in matching."""
    seen = run.replace(_DELETED, "")
    if not seen:
        return ""
    if seen.count("\n") > 1:
        return "\n"
    hyphen_inside_a_name = seen[0] == "-" and "-" not in seen[1:] and (len(seen) == 1 or seen[1] == "\n")
    return "-" if "-" in seen and not hyphen_inside_a_name else " "


def _even(text: str) -> str:
    """Fold every character to one: plain ASCII in one go, the rest by the table."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text.lower()
    return _UNUSUAL.sub(_translate, text).lower()


def _translate(found: re.Match[str]) -> str:
    return found[0].translate(_TABLE)


def fold(text: str) -> Folded:
    """Fold a text of any length and remember where each character stood."""
    even = _even(text)
    pieces: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    done = length = shift = 0
    for found in _RUN.finditer(even):
        start, end = found.span()
        meaning = _meaning(found[0])
        pieces += (even[done:start], meaning)
        length += start - done + len(meaning)
        done = end
        if lost := end - start - len(meaning):
            shift += lost
            breaks.append(length)
            shifts.append(shift)
    pieces.append(even[done:])
    return Folded("".join(pieces), tuple(breaks), tuple(shifts))


@lru_cache(maxsize=1 << 14)  # the names of the lists, and those of pages, which are asked about again and again
def fold_form(form: str) -> str:
    """Fold a name of a list: the same folding without the way back."""
    even = _even(form)
    if "-" in even or "  " in even or "\n" in even or _DELETED in even:
        even = _RUN.sub(lambda found: _meaning(found[0]), even)
    return even.strip()
