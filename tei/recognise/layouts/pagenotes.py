"""Notes that do not wait for the end of the page: at the foot of each leaf, below each telegram, behind each chapter.

Each run of them begins again with the first number or sign, so a number alone says nothing; what ties a note to its
marker is that the marker stands between the run before and this one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tei.capture.numerals import write_number
from tei.model import Footnote
from tei.recognise.features import Extent
from tei.recognise.notes import figures, find_markers, note_of, plain_number
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

FIRST: Final = frozenset(("1", "*", "†", "a"))
SIGNS: Final = ("*", "**", "***", "****", "†", "‡", "§")
ROMAN: Final = tuple(write_number(number, "lowerRoman") for number in range(1, 90))
MIN_MARKED: Final = 0.5
MAX_FIGURES: Final = 4
"""Signs of the longest number of a note."""
MAX_AFTER: Final = 3
"""Numbers at the very end of a page, without markers of their own, are the notes of the whole: then no run counts."""


@dataclass(frozen=True, slots=True)
class Run:
    """Notes that stand together: the first and last of the paragraphs they take, heading included."""

    notes: tuple[Footnote, ...]
    first: int
    last: int


def find_runs(
    text: str,
    paragraphs: Sequence[Paragraph],
    leads: Mapping[int, Footnote],
    raised: Mapping[str, tuple[Extent, ...]],
) -> tuple[Run, ...]:
    """Return the runs of notes whose markers stand between the run before and their own beginning.

    `leads` are the paragraphs that can begin a note, `raised` the superscripts that the file knows.
    """
    runs: list[Run] = []
    floor = 0
    if not any(lead.n in FIRST for lead in leads.values()):
        return ()
    page = _Page(text, paragraphs, raised)
    for first, last in _stretches(leads):
        start = first - 1 if first and is_notes_heading(paragraphs[first - 1].text) else first
        notes = page.marked(range(floor, start), [leads[i] for i in range(first, last + 1)])
        if notes:
            runs.append(Run(notes, start, last))
            floor = last + 1
        elif runs and last >= len(paragraphs) - MAX_AFTER:
            return ()
    return tuple(runs)


def find_counted_on(
    text: str,
    paragraphs: Sequence[Paragraph],
    leads: Mapping[int, Footnote],
    raised: Mapping[str, tuple[Extent, ...]],
) -> tuple[Run, ...]:
    """Return the runs at the foot of leaves whose numbers go on from leaf to leaf, 39 and 40, then 41.

    Each note has its marker between the run before and its own; one such run alone may be anything.
    """
    stretches = list(_numbered_stretches(leads))
    if not any(_goes_on(leads[last], leads[first]) for (_, last), (first, _) in pairwise(stretches)):
        return ()
    page = _Page(text, paragraphs, raised)
    runs: list[Run] = []
    floor = 0
    for first, last in stretches:
        if runs and not _goes_on(runs[-1].notes[-1], leads[first]):
            continue
        if notes := page.marked(range(floor, first), [leads[i] for i in range(first, last + 1)]):
            last += last + 1 < len(paragraphs) and _LEAF_NUMBER.fullmatch(paragraphs[last + 1].text) is not None
            runs.append(Run(notes, first, last))
            floor = last + 1
    return tuple(runs) if len(runs) > 1 else ()


_LEAF_NUMBER: Final = regex(r"[-–—]?\s?\d{1,4}\s?[-–—]?")
"""The number of the leaf, which stands under its notes."""


def _numbered_stretches(leads: Mapping[int, Footnote]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of paragraphs that begin with numbers, one more each."""
    indexes = [index for index in sorted(leads) if leads[index].n.isdecimal()]
    for position, first in enumerate(indexes):
        if position and _is_next(leads, indexes[position - 1], first):
            continue
        last = first
        for index in indexes[position + 1 :]:
            if not _is_next(leads, last, index):
                break
            last = index
        yield first, last


def _is_next(leads: Mapping[int, Footnote], before: int, after: int) -> bool:
    return after == before + 1 and _goes_on(leads[before], leads[after])


def _goes_on(before: Footnote, after: Footnote) -> bool:
    return int(after.n) == int(before.n) + 1


def with_roman(text: str, paragraphs: Sequence[Paragraph], leads: Mapping[int, Footnote]) -> dict[int, Footnote]:
    """Give the notes under Roman numerals, as Word counts endnotes, their markers: "Vetrovii", "the floe.iv".

    A letter at the end of a word is a letter; a numeral of one sign counts only behind a stop, and each only behind the
    one before it.
    """
    made = dict(leads)
    chain = [i for i in sorted(leads) if leads[i].n in ROMAN]
    first = next((i for i in chain if leads[i].n == "i"), -1)
    position, limit = 0, paragraphs[first].start if first >= 0 else 0
    for expected, index in enumerate(i for i in chain if i >= first >= 0):
        n = leads[index].n
        if expected >= len(ROMAN) or n != ROMAN[expected]:
            break
        behind = r"[.,;:!?”»\"’)\]]" if len(n) == 1 else r"[^\W\d_]|[.,;:!?”»\"’)\]]"
        match = re.compile(rf"(?<={behind}){n}(?![\w’'])").search(text, position, limit)
        if match:
            made[index] = replace(leads[index], marks=(match.span(),))
            position = match.end()
    return made


def _stretches(leads: Mapping[int, Footnote]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of paragraphs that count on from a first number or sign."""
    first = last = -1
    for index in sorted(leads):
        if first >= 0 and index == last + 1 and _counts_on(leads[last].n, leads[index].n):
            last = index
            continue
        if first >= 0:
            yield first, last
        first = last = index if leads[index].n in FIRST else -1
    if first >= 0:
        yield first, last


def _counts_on(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    if before in SIGNS and after in SIGNS:
        return SIGNS.index(after) > SIGNS.index(before)
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1


class _Page:
    """The rows of a page, and in which of them a number or sign stands: a volume has points like notes on each page."""

    def __init__(self, text: str, rows: Sequence[Paragraph], raised: Mapping[str, tuple[Extent, ...]]) -> None:
        self._text, self._rows, self._raised = text, rows, raised
        self._places: dict[str, list[int]] = {}
        self._read: dict[tuple[int, tuple[tuple[str, bool], ...]], tuple[tuple[str, Extent], ...]] = {}
        for index, row in enumerate(rows):
            for number in {n for found in figures(text, row.start, row.end) for n in _numbers(found)}:
                self._places.setdefault(number, []).append(index)

    def _holding(self, note: Footnote, within: range) -> list[int]:
        """Return the rows in which the marker of a note can stand."""
        places = self._places.get(note.n, [])
        return places[bisect_left(places, within.start) : bisect_left(places, within.stop)]

    def marked(self, within: range, notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
        """Return the notes with their markers; none where the text before them has too few.

        Signs are nothing but notes, so half of them will do; numbers may be points, so each of them must have its
        marker, and the one that has the fewest rows to stand in is looked for first.
        """
        if not within:
            return ()
        rows = self._rows[within.start : within.stop]
        tied = [replace(note, marks=_raised(self._raised.get(note.n, ()), rows)) for note in notes]
        known = {note.n: list(note.marks) for note in tied}
        least = 1.0 if notes[0].n.isalnum() else MIN_MARKED
        sought = tuple(note for note in tied if not note.marks)
        done: set[int] = set()
        for note in sorted(sought, key=lambda note: len(self._holding(note, within))):
            for index in self._holding(note, within):
                if index not in done:
                    done.add(index)
                    for n, place in self._markers(index, sought):
                        known[n].append(place)
            if least == 1.0 and not known[note.n]:
                return ()
        found = sum(bool(marks) for marks in known.values())
        if not found or found < least * len(notes):
            return ()
        return tuple(replace(note, marks=tuple(sorted(known[note.n]))) for note in tied)

    def _markers(self, index: int, notes: tuple[Footnote, ...]) -> tuple[tuple[str, Extent], ...]:
        """Return the markers of a row by the numbers of their notes, read once for notes of the same numbers."""
        asked = (index, tuple((note.n, self._text[note.lead] in "(（") for note in notes))
        if asked not in self._read:
            row, numbers = self._rows[index], {note.key: note.n for note in notes}
            marks = find_markers(self._text, row.start, row.end, notes)
            found = ((numbers.get(note_of(mark), ""), (mark.start, mark.end)) for mark in marks)
            self._read[asked] = tuple((n, place) for n, place in found if n)
        return self._read[asked]


def _numbers(found: re.Match[str]) -> Iterator[str]:
    """Yield what a run of figures or signs may be the marker of: a number glued to a year is the end of the run."""
    number = plain_number(found.group())
    yield from (number[at:] for at in range(max(0, len(number) - MAX_FIGURES), len(number)))


def _raised(spans: Sequence[Extent], rows: Sequence[Paragraph]) -> tuple[Extent, ...]:
    first, last = rows[0].start, rows[-1].end
    return tuple(span for span in spans if first < span[0] and span[1] <= last)
