"""Notes between slashes, "/1/", which stand right under the paragraph of their marker and not at the end of the page.

Pages that were made from print in the nineties have them so: marker and note begin alike, and numbers begin again with
each document. A note belongs to the last marker of its number before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.model import Footnote
from tei.recognise.features import told_apart
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LEAD: Final = regex(r"/(?P<n>\d{1,3}|\*{1,3}|[a-z])/\s*(?=\S)")
_MARKER: Final = regex(r"(?<=\S)\s?(?P<whole>/(?P<n>\d{1,3}|\*{1,3}|[a-z])/)(?![\w/])")
MIN_MARKED: Final = 0.5


def slashed_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes of a page that are written so, each with the span of its marker; none where few have one."""
    if "/1/" not in text:
        return ()
    open_: dict[str, tuple[int, int]] = {}
    notes: list[Footnote] = []
    for paragraph in paragraphs:
        lead = _LEAD.match(paragraph.text)
        if lead:
            mark = open_.pop(lead["n"], None)
            start = paragraph.start + lead.end()
            notes.append(Footnote(lead["n"], paragraph.start, start, paragraph.end, "", (mark,) if mark else ()))
        elif "/" in paragraph.text:
            open_ |= {marker["n"]: _shifted(marker, paragraph.start) for marker in _MARKER.finditer(paragraph.text)}
    if sum(bool(note.marks) for note in notes) < MIN_MARKED * len(notes):
        return ()
    return told_apart(notes)


def _shifted(marker: re.Match[str], by: int) -> tuple[int, int]:
    start, end = marker.span("whole")
    return start + by, end + by
