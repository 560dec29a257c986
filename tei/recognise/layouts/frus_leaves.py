"""Notes at the foot of a printed leaf of the series: they serve every document that stands above them on it.

“14 Not printed.” has no stop behind its number, so that it is no point of a telegram; each note counts one more than
the note before it, and goes on in further lines where the print was broken. The documents of the leaf call them in
turn: the note of the first stands under the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tei.model import Footnote
from tei.recognise.layouts.endnotes import markers
from tei.recognise.layouts.page import Page
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LEAD: Final = regex(r"(?P<n>\d{1,3})\s+(?=[A-Z“\"(\[])(?![A-Z]+ (?:FOREIGN|\d))")
MAX_ROWS: Final = 5
"""So many lines has a note at the most."""
Run = tuple[tuple[Footnote, ...], int, int]
NO_RUN: Final[Run] = ((), -1, -1)


def foot_of_leaf(page: Page, floor: int, end: int, apparatus: Sequence[bool], since: int) -> Run:
    """Return the notes before row `end`, not above row `floor`, and the rows they take.

    Half of them at least, and the first, have their markers in the rows from `since` on.
    """
    rows = page.paragraphs
    leads = [
        (i, match) for i in range(floor, end) if (match := _LEAD.match(rows[i].text)) and not rows[i].text.isupper()
    ]
    if not leads:
        return NO_RUN
    run = leads[-1:]
    for i, match in reversed(leads[:-1]):
        if int(match["n"]) != int(run[0][1]["n"]) - 1 or run[0][0] - i > MAX_ROWS:
            break
        run.insert(0, (i, match))
    last = end
    while last > run[-1][0] + 1 and apparatus[last - 1]:
        last -= 1
    if last - run[-1][0] > MAX_ROWS:
        return NO_RUN
    stops = [*(i for i, _ in run[1:]), last]
    notes = tuple(
        Footnote(match["n"], rows[i].start, rows[i].start + match.end(), rows[stop - 1].end)
        for (i, match), stop in zip(run, stops, strict=True)
    )
    called = markers(page.capture.text, rows[since : run[0][0]], notes)
    if notes[0].key not in called or 2 * len(called.keys() & {note.key for note in notes}) < len(notes):
        return NO_RUN
    return notes, run[0][0], last - 1


def lent_notes(
    page: Page, title: Paragraph, body: Sequence[Paragraph], notes: Sequence[Footnote]
) -> tuple[tuple[Footnote, ...], tuple[Footnote, ...]]:
    """Return the notes of a leaf that a document above their own calls, in its text and in its title."""
    if not notes:
        return (), ()
    places, titled = markers(page.capture.text, body, notes), markers(page.capture.text, (title,), notes)
    own = tuple(note for note in notes if note.key in places)
    return own, tuple(note for note in notes if note.key in titled and note.key not in places)
