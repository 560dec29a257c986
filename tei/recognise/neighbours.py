"""Neighbouring rows: which of them belong together, and which the page parts for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.recognise.paragraphs import Paragraph

MAX_OPEN_BRACKET: Final = 4
"""A bracket left open is taken to run on over at most so many further paragraphs: a stamp, a translator's note."""
APART: Final = 99
"""Blank lines that a row is taken to have over it where something else of the page stands between it and the last."""


def adjoins(above: Paragraph, below: Paragraph) -> bool:
    """Say whether nothing else of the page stands between two rows of a telegram, so that they may be one."""
    return below.blank_before < APART or above.end >= below.start


def with_rows_apart(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return rows with their distance from the one above: what the page has between two of them parts them for good."""
    apart = [at for at, (one, other) in enumerate(pairwise(paragraphs), 1) if not _is_blank(text, one.end, other.start)]
    if not apart:
        return tuple(paragraphs)
    rows = list(paragraphs)
    for at in apart:
        rows[at] = replace(rows[at], blank_before=APART)
    return tuple(rows)


def _is_blank(text: str, start: int, end: int) -> bool:
    return start >= end or text[start:end].isspace()


def join_open_brackets(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Join paragraphs over which an editorial bracket runs, so that a stamp of several lines stays one stamp.

    None is joined over something of the page that is not among them, a heading taken out of their midst.
    """
    joined: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        reach = _reach(text, paragraphs, index)
        joined.append(paragraphs[index] if reach == index else _whole(text, paragraphs[index : reach + 1]))
        index = reach + 1
    return tuple(joined)


def _whole(text: str, run: Sequence[Paragraph]) -> Paragraph:
    start, end = run[0].start, run[-1].end
    return Paragraph(start, end, text[start:end], run[0].blank_before)


def _reach(text: str, paragraphs: Sequence[Paragraph], index: int) -> int:
    """Return the index of the paragraph that closes what this one leaves open; the same index where none does."""
    if "[" not in paragraphs[index].text:
        return index
    depth = 0
    for ahead in range(index, min(index + MAX_OPEN_BRACKET + 1, len(paragraphs))):
        if ahead > index and not _is_blank(text, paragraphs[ahead - 1].end, paragraphs[ahead].start):
            break
        for opened, piece in enumerate(paragraphs[ahead].text.split("[")):
            depth = max(depth + (opened > 0) - piece.count("]"), 0)
        if depth == 0:
            return ahead
    return index


def put_together(
    rows: Iterable[Paragraph], join: Callable[[Paragraph, Paragraph], Paragraph | None], most: int = 1
) -> Iterator[Paragraph]:
    """Yield rows, neighbours as one where `join` makes one of them; a row takes up `most` others at the most."""
    held: Paragraph | None = None
    count = 0
    for row in rows:
        made = join(held, row) if held is not None and count < most and adjoins(held, row) else None
        if made is not None:
            held, count = made, count + 1
            continue
        if held is not None:
            yield held
        held, count = row, 0
    if held is not None:
        yield held
