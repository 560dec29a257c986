"""Notes at the end of a telegram that go on in a second paragraph: "[1] Sent by wire." / "So was the next."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tei.model import Footnote, Mark
from tei.recognise.notes import find_footnotes
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_BRACKETED: Final = regex(r"\[\d{1,2}\]\s")
_MARKS: Final = '“"«„‘'
MAX_FURTHER: Final = 2
MIN_FURTHER: Final = 60
"""So many signs has a paragraph that goes on with a note: shorter ones are lines of a docket."""


def footnotes_of(text: str, paragraphs: Sequence[Paragraph], told: Sequence[Footnote] = ()) -> tuple[Footnote, ...]:
    """Return the notes at the end of a telegram as `find_footnotes` does, and those of several paragraphs.

    `told` are notes that the page gives elsewhere: a line with the number of one of them that goes on with the points
    of the text is such a point.
    """
    notes = find_footnotes(text, paragraphs)
    if told and notes and _is_point(text, paragraphs[: len(paragraphs) - len(notes)], notes[0], told):
        return ()
    if notes or "[" not in text:
        return notes
    last = next((i for i in range(len(paragraphs) - 1, 0, -1) if _BRACKETED.match(paragraphs[i].text)), 0)
    further = paragraphs[last + 1 :] if last else ()
    if not 0 < len(further) <= MAX_FURTHER:
        return ()
    quotes = paragraphs[last].text.rstrip()[-1:] == ":"  # what the note quotes may be short
    if any(len(row.text) < MIN_FURTHER and not (quotes and row.text[0] in _MARKS) for row in further):
        return ()
    notes = find_footnotes(text, paragraphs[: last + 1])
    if not notes:
        return ()
    tail = tuple(Footnote("", row.end, row.end, row.end) for row in further)
    return (*notes[:-1], replace(notes[-1], end=further[-1].end), *tail)


def uncalled(notes: Sequence[Footnote], marks: Sequence[Mark]) -> tuple[Footnote, ...]:
    """Return the notes that no mark of the text has: they hang on the whole telegram, so that no words are lost."""
    called = {value for mark in marks for name, value in mark.attributes if name == "xml:id"}
    return tuple(note for note in notes if note.n and note.start < note.end and note.key not in called)


def _is_point(text: str, before: Sequence[Paragraph], note: Footnote, told: Sequence[Footnote]) -> bool:
    """Say whether a note is the point "4. …" of the text that "3. …" stands over, note 4 being elsewhere."""
    if not note.n.isdigit() or not text.startswith(f"{note.n}. ", note.lead):
        return False
    over = f"{int(note.n) - 1}. "
    return any(note.n == other.n for other in told) and any(row.text.startswith(over) for row in before[-2:])
