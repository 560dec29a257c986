"""The note whose marker stands at the end of a row: whether there is one, what it says, whether it is a source."""

from __future__ import annotations

from tei.recognise.enveloped import is_enveloped
from tei.recognise.layouts.endnotes import without_marker
from tei.recognise.layouts.other_matter import is_ibid
from tei.recognise.layouts.rows import Rows
from tei.recognise.layouts.sources import is_source


def is_marked(rows: Rows, index: int) -> bool:
    """Say whether a row ends in the marker of a note."""
    row = rows.rows[index]
    if not rows.notes or row.text[-1:].isalpha():
        return False
    bare = rows.bare[index]
    return len(bare.text) < len(row.text) or len(without_marker(rows.text, row, rows.notes).text) < len(row.text)


def notes_at(rows: Rows, index: int) -> tuple[str, ...]:
    """Return the words of the notes that the marker at the end of a row can mean."""
    if not is_marked(rows, index):
        return ()
    row = rows.rows[index]
    marker = row.text[len(without_marker(rows.text, row, rows.notes).text) :].strip("[](){}〔〕［］【】 .:”»\"’'")
    return tuple(rows.text[note.start : note.end] for note in rows.notes if note.n == marker)


def is_sourced(rows: Rows, index: int) -> bool:
    """Say whether a row ends in the marker of a note that says where its text comes from."""
    return any(
        is_enveloped(text) or is_ibid(text) or is_source(text, rows.repositories) for text in notes_at(rows, index)
    )
