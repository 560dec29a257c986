"""A letter in the midst of argument that no sentence hands over to, or only an editor's heading.

"Dear Lucas," between two paragraphs of argument begins a letter where the paragraph over it speaks of one and a formula
and a name close it.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import is_prose, is_salutation
from tei.recognise.layouts.day_lines import is_place_and_day
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.rows import Head, Rows, is_title_row
from tei.recognise.layouts.sourced_heads import is_noted_heading
from tei.recognise.parties import is_closing
from tei.regexes import regex

_OF_LETTER: Final = regex(r"\b(?:letter|note|reply|answer|message|line|wrote|writes|written|postcard)\b")
MAX_LETTER: Final = 14
MAX_SIGNATURE: Final = 6


def letter_at(rows: Rows, index: int, floor: int) -> Head | None:
    """Return the head of a letter in the midst of argument, at its place and day or at its salutation.

    It needs no word of the page where a heading stands over it whose note says where it is kept.
    """
    if rows.notes and is_noted_heading(rows, index):
        return Head(index, index + 1, title=index)
    at = index + 1 if is_place_and_day(rows.words(index)) or is_date_line(rows.words(index)) else index
    words = rows.words(at)
    if index <= floor or words[-1:] not in (",", ":", "!") or not is_salutation(words):
        return None
    over = rows.words(index - 1)
    if not is_prose(over) and not over.endswith(":"):
        return None
    if _OF_LETTER.search(over) is None or not _is_closed(rows, at):
        return None
    return Head(index - 1, index, announced=(index - 1,))


def _is_closed(rows: Rows, salutation: int) -> bool:
    """Say whether a formula and a name stand a few rows below a salutation, before another salutation."""
    for at in range(salutation + 1, min(salutation + MAX_LETTER, len(rows.rows) - 1)):
        words = rows.words(at)
        if is_salutation(words) or is_title_row(rows, at):
            return False
        if is_closing(words) and 0 < count_words(rows.words(at + 1)) <= MAX_SIGNATURE:
            return True
    return False
