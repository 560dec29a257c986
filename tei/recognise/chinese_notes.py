"""Notes counted in Chinese, 「(註一)」, as volumes of Taiwan set them: markers in the text, the notes under it.

They count from one under each document, so that a marker belongs to the next note of its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei.dates.chinese import number_in
from tei.model import Footnote
from tei.recognise.features import told_apart
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_MARK: Final = regex(r"[（(〔\[][註注]\s?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})[）)〕\]]")


def chinese_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes of a page that are marked so, each with the span of its marker; none without a marker."""
    if not any(map(text.__contains__, ("註一", "注一", "註1", "注1"))):
        return ()
    return told_apart(_notes(paragraphs))


def _notes(paragraphs: Sequence[Paragraph]) -> Iterator[Footnote]:
    open_: dict[str, tuple[int, int]] = {}
    for row in paragraphs:
        lead = _MARK.match(row.text)
        lead = lead if lead and lead.end() < len(row.text) else None
        mark = open_.pop(lead["n"], None) if lead else None
        if lead and mark:
            start = row.start + lead.end()
            start += len(row.text[lead.end() :]) - len(row.text[lead.end() :].lstrip(" :：.　"))
            yield Footnote(str(number_in(lead["n"])), row.start, min(start, row.end), row.end, "", (mark,))
            continue
        for marker in _MARK.finditer(row.text, 1 if row.text[:1] in "（(〔[" else 0):
            open_.setdefault(marker["n"], (row.start + marker.start(), row.start + marker.end()))
