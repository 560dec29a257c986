"""Quotations in the line of a paragraph: where each opens and closes, and what stands before and behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei.recognise.counting import count_words, is_sign
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import PAIRS
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import next_sentences
from tei.regexes import regex

_OPENING: Final = regex(
    r"[“„«「](?=\S|\s[A-ZÀ-ÞА-ЯЁ])|(?:(?<=[\s(\[:–—-])|^)[\"‘'](?=[^\s\"'’])|(?:(?<=[:—-])|(?<=[:—-]\s))\"(?=\s[A-Z])"
)
_ENDS: Final = regex(r"[”»“\"」’']\s?(?:\[?\d{1,3}\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*{1,3})?\s?(?:[.;]|$|\s*\(|\s+[A-ZА-ЯЁ])")
MAX_INLINE: Final = 4000
MAX_DAY: Final = 32
MAX_BEHIND: Final = 240
MIN_INLINE: Final = 4
MIN_SIGNS: Final = 12
"""Words, and in Chinese signs, of the shortest telegram that running text quotes whole."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in marks in the line of a paragraph, as offsets of its text: `start` is where their sentence begins."""

    row: Paragraph
    start: int
    opened: int
    closed: int

    @property
    def lead(self) -> str:
        """The words of the sentence before the opening mark."""
        return self.row.text[self.start : self.opened - 1].strip()

    @property
    def inside(self) -> str:
        """The words between the marks."""
        return self.row.text[self.opened : self.closed].strip()

    @property
    def behind(self) -> str:
        """What follows the closing mark, as far as it can still speak of the quotation."""
        return self.row.text[self.closed + 1 : self.closed + 1 + MAX_BEHIND]

    def is_whole(self) -> bool:
        """Say whether the words are a text of their own and not a phrase: begun and ended as sentences are."""
        inside = self.inside
        begins = inside[:1].isupper() or inside[:1].isdigit() or inside[:1] in "[…." or is_sign(inside[:1])
        ends = inside[-1:] in ".!?…]-—。！？" or _ENDS.match(self.row.text, self.closed) is not None
        long = sum(map(is_sign, inside)) >= MIN_SIGNS if is_sign(inside[:1]) else count_words(inside) >= MIN_INLINE
        return long and begins and ends


def next_quote(row: Paragraph, at: int, floor: int) -> Quote | None:
    """Return the next words in marks behind an offset; their sentence begins behind `floor` at the earliest."""
    for match in _OPENING.finditer(row.text, at):
        closed = close_of(row.text, match.end())
        if closed is not None:
            return Quote(row, _sentence_start(row.text, match.start(), floor), match.end(), closed)
    return None


def quotes_in(row: Paragraph) -> Iterator[Quote]:
    """Yield the words in marks of a paragraph, those inside others left out."""
    at = 0
    while quote := next_quote(row, at, 0):
        yield quote
        at = quote.closed + 1


def close_of(text: str, start: int) -> int | None:
    """Return where the quotation closes that opens before an offset; quotations inside it close first."""
    mark = text[start - 1]
    if mark == "“" and "”" not in text[start : start + MAX_INLINE]:
        end = text.find('"', start, start + MAX_INLINE)
        return end if end > 0 else None
    depth = 1
    for index in range(start, min(len(text), start + MAX_INLINE)):
        sign = text[index]
        if sign in PAIRS[mark] and (sign not in "’'" or not text[index + 1 : index + 2].isalpha()):
            depth -= 1
        elif sign == mark and mark not in PAIRS[mark]:
            depth += 1
        if depth == 0:
            return index
    return None


def _sentence_start(text: str, mark: int, floor: int) -> int:
    stops = next_sentences(text, floor, mark)
    if len(stops) == 1 and stops[0] <= MAX_DAY and is_date_line(text[: stops[0]].rstrip(" .:")):
        return floor  # the day over an entry of a chronology
    return stops[-1] if stops else floor
