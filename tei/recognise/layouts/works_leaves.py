"""What stands over the leaves of an English volume of works, and figures between its lines: no words of a document.

“151” over “NOTE TO A. PELL OR O. LIND. OCTOBER 10, 1938” is the number of a leaf and what is told on it, in the midst
of a sentence; the author's name stands over the other leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_MONTH: Final = r"(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
_OVER: Final = regex(
    rf"[A-ZÀ-Þ][^a-z\n]{{6,120}}[.,]\s+(?:(?:BEFORE|AFTER|NOT|LATER|EARLIER|THAN|BETWEEN|EARLY|LATE|ON|OR|IN)\s+)*"
    rf"(?:{_MONTH}\s+(?:\d{{1,2}}\D[^a-z\n]{{0,24}})?|\d{{1,2}}\s+{_MONTH}\s+)1\s?[89]\s?\d\s?\d\.?"
)
_AUTHOR: Final = regex(r"(?:[A-Z]\.\s*){1,2}[A-Z]{3,20}")
_NUMBER: Final = regex(r"\d{1,4}")


def leaf_heads(rows: Sequence[Paragraph]) -> frozenset[int]:
    """Return the rows over the leaves, each with the number of its leaf beside it."""
    found: set[int] = set()
    for i, row in enumerate(rows):
        if not row.text.isupper() or not (_OVER.fullmatch(row.text) or _AUTHOR.fullmatch(row.text)):
            continue
        beside = next((at for at in (i - 1, i + 1) if 0 <= at < len(rows) and _NUMBER.fullmatch(rows[at].text)), None)
        if beside is not None and not _is_counted(rows, i):
            found |= {i, beside}
    return frozenset(found)


def _is_counted(rows: Sequence[Paragraph], at: int) -> bool:
    """Say whether a document ends over the number of a line: the line is then the heading of the next one."""
    return at < MIN_ABOVE or rows[at - MIN_ABOVE].text[-1:] in '.!?:”"' or rows[at - MIN_ABOVE].text.isupper()


MIN_ABOVE: Final = 2


def lone_figures(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the rows of a text that are nothing but figures: the marker of a note that a scanner set apart."""
    return tuple(row for row in rows if _NUMBER.fullmatch(row.text))
