"""Where a document on a page of several ends: at its source, at the next one, or where the page's own words go on."""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.announcing import (
    announces,
    diary_owner,
    is_enumeration,
    is_heading,
    is_prose,
    is_remark,
    is_rule,
    is_salutation,
)
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.rows import Head, Rows, is_title_row, named_in, names_of
from tei.recognise.parties import is_closing, is_office, signature_name
from tei.recognise.service import classify

MIN_TEXT: Final = 8
"""Words of the shortest line that is the document's text and no line of its opener."""


def is_title_or_lead(rows: Rows, index: int) -> bool:
    """Say whether a row opens something new: a title, a number, the label of a diary."""
    words = rows.words(index)
    return is_title_row(rows, index) or is_enumeration(words) or diary_owner(words) is not None


def ends_before(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a document has ended when this row is reached."""
    words = rows.words(index)
    if index == head.body:
        return False
    if is_title_or_lead(rows, index) or is_rule(words) or rows.is_source(index):
        return True
    closed = _closed(rows, head, index)
    if is_remark(words):
        return closed
    if closed and not _belongs_to_end(rows, head, index):
        return True
    if is_heading(words) and not _is_signature(rows, head, index):
        return _before_argument(rows, index) and index - head.body >= 1 and not is_salutation(words)
    return closed and announces(rows.said(index), rows.words(index + 1))


def _before_argument(rows: Rows, index: int) -> bool:
    """Say whether a heading is followed by running text or by another document, as a section's heading is."""
    following = rows.words(index + 1)
    return is_prose(following) or is_title_row(rows, index + 1)


def _closed(rows: Rows, head: Head, index: int) -> bool:
    """Say whether signature or final date stand before a row; what stands before any text is an opener's."""
    start = _first_text(rows, head, index)
    return any(_closes(rows, head, at) for at in range(max(start + 1, index - 4), index))


def _first_text(rows: Rows, head: Head, limit: int) -> int:
    for index in range(head.body, limit):
        if len(rows.words(index).split()) >= MIN_TEXT and classify(rows.words(index)) is None:
            return index
    return limit


def _closes(rows: Rows, head: Head, index: int) -> bool:
    return is_date_line(rows.words(index)) or _is_signature(rows, head, index)


def _belongs_to_end(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row after signature or date is still the telegram's: more of the same, an office, a docket."""
    words = rows.words(index)
    if words[:2].upper() in ("PS", "P.") or words.startswith("["):
        return True
    return bool(
        _closes(rows, head, index)
        or is_closing(words)
        or is_office(words)
        or classify(words)
        or _short(words, rows, index)
    )


def _short(words: str, rows: Rows, index: int) -> bool:
    """Say whether a row is a line such as a second signature: a few words, and no running text after it."""
    return len(words.split()) <= 4 and not is_prose(rows.words(index + 1)) and not is_title_or_lead(rows, index + 1)


def _is_signature(rows: Rows, head: Head, index: int) -> bool:
    """Say whether a row signs: a name of the heading, a name under a closing formula or over a date, a last line."""
    words = rows.words(index).rstrip(" .,")
    if not 0 < len(words.split()) <= 6 or words[-1:] in "?!:;":
        return False
    if signature_name(words, _nobody, last=True) is None:
        return False
    above = rows.words(index - 1) if index > head.body else ""
    below = rows.words(index + 1)
    if is_closing(above) or is_date_line(below) or not below or is_office(below):
        return True
    return (
        bool(names_of(words) & named_in(rows, head)) or rows.is_source(index + 1) or is_title_or_lead(rows, index + 1)
    )


def _nobody(_: str) -> bool:
    return False
