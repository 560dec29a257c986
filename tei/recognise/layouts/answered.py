"""What an article hands over to without the word for a telegram: an answer to the one before, a letter in its prose.

"His answer went out two days later:" counts where the page has given a document already. "Dear Lucas," between two
paragraphs of argument begins a letter where the paragraph over it speaks of one and a formula and a name close it.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import is_place_and_day, is_prose, is_salutation
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import opens
from tei.recognise.layouts.rows import Head, Rows, is_title_row
from tei.recognise.parties import is_closing
from tei.recognise.sentences import last_sentence
from tei.recognise.telling import speaks
from tei.recognise.titles import read_title
from tei.regexes import regex

_HANDED: Final = regex(
    r"(?:\b(?:answer|reply|response|rejoinder|message|telegram|telegramme|cable|cablegram|wire|note|letter)\b[^:]{0,160}?"
    r"\b(?:came|went|arrived|reached|followed|is|was|ran|runs|reads?|sent|passed|dated|left|said|says)\b|"
    r"\b(?:sent|wrote|wires?|wired|cabled|telegraphed|replied|answered|responded|returned)\b)[^:]{0,160}:$"
)
_ELSEWHERE: Final = regex(
    r"\b(?:diary|diaries|memoirs?|minuted|journal|book|novel|article|newspaper|column|song|poem|speech|report(?:ed)?|"
    r"margin|historian|biographer|reasons?|questions?|things?|ways?|points?|examples?|following (?:list|table))\b"
)
_OF_LETTER: Final = regex(r"\b(?:letter|note|reply|answer|message|line|wrote|writes|written|postcard)\b")
MAX_APART: Final = 12
MAX_LETTER: Final = 14
MAX_SIGNATURE: Final = 6
MIN_LEAD: Final = 5
MAX_LEAD: Final = 160


def answered_at(rows: Rows, index: int, end: int) -> Head | None:
    """Return the head of a text that a sentence hands over behind another document, which ended before row `end`."""
    said = rows.said(index)
    if not (end > 0 and index - end <= MAX_APART and said.endswith(":")):
        return None
    words = count_words(said)
    if not MIN_LEAD <= words <= MAX_LEAD or is_salutation(said):
        return None
    if is_title_row(rows, index) or _is_heading(rows, index + 1):
        return None
    last = last_sentence(said)
    if speaks(last) or _HANDED.search(last) is None or _ELSEWHERE.search(last):
        return None
    following = rows.words(index + 1)
    if not following[:1].strip("“„«\"'‘[").isupper() and not opens(following):
        return None
    return Head(index, index + 1, announced=(index,), quoted=opens(following))


def _is_heading(rows: Rows, index: int) -> bool:
    """Say whether a row is a title, and no first sentence such as "Telegram of Pell received."."""
    words = rows.words(index)
    return is_title_row(rows, index) and not (words[-1:] == "." and not read_title(words).party("to"))


def letter_at(rows: Rows, index: int, floor: int) -> Head | None:
    """Return the head of a letter in the midst of argument, at its place and day or at its salutation."""
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
