"""Headings of messages that a copyist broke in lines: «ЛИЧНОЕ ПОСЛАНИЕ ПРЕМЬЕРА А. ВЕТРОВА» / «ПРЕЗИДЕНТУ Д. ПЕЛЛУ»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.recognise.russian_messages import may_be_heading, read_heading

MAX_LINE: Final = 120
MAX_LINES: Final = 3


def with_whole_headings(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the lines of such a heading put together."""
    if not any(word in text for word in ("ПОСЛАНИ", "ЛИЧНО", "СЕКРЕТН", "ПРЕМЬЕР")):
        return tuple(paragraphs)
    return tuple(_joined(text, paragraphs))


def _joined(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    index = 0
    while index < len(paragraphs):
        width = _width(text, paragraphs, index)
        first, last = paragraphs[index], paragraphs[index + width - 1]
        words = text[first.start : last.end].replace("\n", " ")
        yield first if width == 1 else Paragraph(first.start, last.end, words, first.blank_before)
        index += width


def _width(text: str, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return over how many lines a heading goes that begins here: 1 where it is whole, or no heading."""
    first = paragraphs[index]
    if len(first.text) > MAX_LINE or not may_be_heading(first.text) or read_heading(first.text):
        return 1
    for width in range(2, min(MAX_LINES, len(paragraphs) - index) + 1):
        last = paragraphs[index + width - 1]
        if last.blank_before or len(last.text) > MAX_LINE:
            return 1
        if read_heading(" ".join(text[first.start : last.end].split())):
            return width
    return 1
