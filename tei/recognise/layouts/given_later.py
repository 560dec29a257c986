"""Telegrams that a page says it gives, before it says more of them: "The following is the text of …", prose, “…”.

The quotation some paragraphs below is what was promised, where nothing else stands in marks before it.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.announcing import gives_words, is_prose
from tei.recognise.layouts.quoted import opens, quotation
from tei.recognise.layouts.rows import Head, Rows

MAX_BETWEEN: Final = 2


def given_at(rows: Rows, index: int) -> Head | None:
    """Return the head of the quotation below, where a paragraph says that the words of a telegram follow."""
    if rows.words(index)[-1:] != "." or not gives_words(rows.words(index)):
        return None
    at = index + 1
    while at <= index + MAX_BETWEEN and is_prose(rows.words(at)) and not opens(rows.words(at)):
        at += 1
    if not opens(rows.words(at)) or quotation(rows.rows, at) is None:
        return None
    return Head(index, at, announced=(index,), quoted=True)
