"""Notes that a reader of e-books opens where their marker stands, «Ветров»[114]114», and closes with «[Закрыть]».

A copy of such a page has the note between the two, in the midst of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei.model import Footnote
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_MARKER: Final = regex(r"\[(?P<n>\d{1,4})\](?P=n)$")
CLOSE: Final = "[Закрыть]"
MAX_NOTE: Final = 6
"""Rows of the longest note."""


def closed_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes of a page that are closed so, each with the span of its marker."""
    return tuple(_notes(paragraphs)) if CLOSE in text else ()


def _notes(paragraphs: Sequence[Paragraph]) -> Iterator[Footnote]:
    for at, row in enumerate(paragraphs[:-2]):
        marker = _MARKER.search(row.text) if row.text[-1].isdecimal() else None
        if marker is None:
            continue
        reach = range(at + 2, min(at + 2 + MAX_NOTE, len(paragraphs)))
        close = next((i for i in reach if paragraphs[i].text.startswith(CLOSE)), None)
        if close is not None:
            first, last = paragraphs[at + 1], paragraphs[close - 1]
            mark = (row.start + marker.start(), row.end)
            yield Footnote(marker["n"], first.start, first.start, last.end, "", (mark,))
