"""The heading of a web page that joins the lines under it: «№ 61 Отправлено 5 мая 1938 года ПРЕЗИДЕНТУ …» in one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph

MIN_SIGNS: Final = 24
MAX_LENGTH: Final = 300
MAX_BETWEEN: Final = 3
"""Lines of the site that may stand between such a heading and what it joins."""
MAX_JOINED: Final = 5


def joined_heading(paragraphs: Sequence[Paragraph]) -> tuple[tuple[int, int], ...]:
    """Return the span of the first line of a page, where the lines below it, two or more, say the same one by one."""
    if len(paragraphs) < MAX_BETWEEN or len(paragraphs[0].text) > MAX_LENGTH:
        return ()
    whole = _folded(paragraphs[0].text)
    if len(whole) < MIN_SIGNS:
        return ()
    for first in range(1, min(2 + MAX_BETWEEN, len(paragraphs))):
        rest = whole
        for count, row in enumerate(paragraphs[first : first + MAX_JOINED], start=1):
            signs = _folded(row.text) if len(row.text) <= MAX_LENGTH else ""
            if not signs or not rest.startswith(signs):
                break
            rest = rest[len(signs) :]
            if not rest and count > 1:
                return ((paragraphs[0].start, paragraphs[0].end),)
    return ()


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
