"""Rows of a page whose table was drawn with bars behind them: "Telegram from Vetrov |", and a bar alone on its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph

_BAR: Final = "|"
MIN_ROWS: Final = 3
"""So many lines end in a bar where a table was drawn round the page."""


def with_bare_rows(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the rows without a bar that stands at their end and nowhere else in them, and the bars."""
    barred = [row for row in paragraphs if row.text.endswith(_BAR) and row.text.count(_BAR) == 1]
    if len(barred) < MIN_ROWS:
        return tuple(paragraphs), ()
    taken = frozenset(barred)
    rows: list[Paragraph] = []
    for row in paragraphs:
        bare = row.at(0, len(row.text[:-1].rstrip())) if row in taken else row
        if bare.text:
            rows.append(bare)
    return tuple(rows), tuple(row.at(len(row.text) - 1, len(row.text)) for row in barred)
