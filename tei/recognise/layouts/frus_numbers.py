"""Notes that a page of the series counts anew: the site numbers those of each page from 1, its text keeps the book's.

“… as Pell-Farrow42 asked …” with one note below, “1. A forwarder.”: the first marker belongs to the first
note, however either is numbered. That is sure only where one row of markers is as long as the list of notes. Volumes of
1961 to 1963 begin with 0, at the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.model import Footnote
from tei.recognise.features import told_apart
from tei.recognise.layouts.page import Page
from tei.recognise.notes import find_markers
from tei.regexes import regex

_GLUED: Final = regex(
    r"(?:(?<=[^\W\d_])|(?<=[^\W\d_]\s)(?=\d{1,3}$)|(?<=[^\W_][.,;)\]”’])|(?<=[^\W\d_]:))(?P<n>\d{1,3})(?=[\s.,;:)\]”’]|$)"
)
"""Figures behind a word or its stop, “the ship’s 1010.89 Department”, “Pell-Farrow42 asked”, or at a heading’s end."""

Span = tuple[int, int]


def counted_anew(page: Page, notes: Sequence[Footnote], first: int, last: int) -> tuple[Footnote, ...] | None:
    """Return the notes with the numbers and places of their markers in rows `first` to `last`, None if none fit."""
    if not notes or [note.n for note in notes] != [str(n) for n in range(1, len(notes) + 1)]:
        return None
    for found in (_markers(page, first, last), _glued(page, first, last)):
        zero = range(len(notes))
        runs = [run for n in found if n > 1 and _in_order(found, run := range(n, n + len(notes)))]
        runs = [zero] if 0 in found and _in_order(found, zero) else runs
        if len(runs) == 1:
            return tuple(replace(note, n=str(n), marks=(found[n],)) for note, n in zip(notes, runs[0], strict=True))
    return _of_leaves(page, notes, first, last)


def _of_leaves(page: Page, notes: Sequence[Footnote], first: int, last: int) -> tuple[Footnote, ...] | None:
    """Return notes whose markers begin anew on each leaf, 1, 1, 2: as many as the list has, in its order."""
    text, rows = page.capture.text, page.paragraphs[first:last]
    marks = [mark for row in rows for mark in find_markers(text, row.start, row.end, notes)]
    numbers = [dict(mark.attributes)["n"] for mark in marks]
    if len(marks) != len(notes) or not all(map(str.isdigit, numbers)):
        return None
    counted = [0, *map(int, numbers)]
    if len(set(numbers)) == len(numbers) or any(n not in (1, before + 1) for before, n in pairwise(counted)):
        return None
    found = zip(notes, marks, numbers, strict=True)
    return told_apart(replace(note, n=n, marks=((mark.start, mark.end),)) for note, mark, n in found)


def _in_order(found: Mapping[int, Span], run: range) -> bool:
    """Say whether there is a marker for each number of a run, one behind the other."""
    spans = [found[n] for n in run if n in found]
    return len(spans) == len(run) and spans == sorted(spans)


def _markers(page: Page, first: int, last: int) -> dict[int, Span]:
    """Return where the markers of the rows stand, by their numbers."""
    text, rows = page.capture.text, page.paragraphs[first:last]
    marks = (mark for row in rows for mark in find_markers(text, row.start, row.end))
    found: dict[int, Span] = {}
    for mark in marks:
        number = dict(mark.attributes)["n"]
        if number.isdigit():
            found.setdefault(int(number), (mark.start, mark.end))
    return found


def _glued(page: Page, first: int, last: int) -> dict[int, Span]:
    found = dict(_markers(page, first, last))
    for number, span in _figures(page, first, last):
        found.setdefault(number, span)
    return found


def _figures(page: Page, first: int, last: int) -> Iterator[tuple[int, Span]]:
    for row in page.paragraphs[first:last]:
        for match in _GLUED.finditer(row.text):
            yield int(match["n"]), (row.start + match.start(), row.start + match.end())
