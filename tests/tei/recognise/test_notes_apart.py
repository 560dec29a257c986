"""Notes whose markers stand by themselves, and notes that a copyist broke."""

from __future__ import annotations

import pytest

from tei.recognise.layouts.record_notes import is_called_note
from tei.recognise.notes import find_footnotes
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.ruled_notes import ruled_notes
from tests.tei.recognise.conftest import Recognise

FORM = "To: VETROV{}\n\nThe ice holds, and the dog has looked up twice in the night.\n\n[1] Head of the station."


def test_a_figure_behind_a_name_is_the_marker_of_a_note_in_brackets() -> None:
    """Raised figures that a page lost stand a space apart."""
    text = FORM.format(" 1")
    (note,) = find_footnotes(text, split_paragraphs(text))
    assert [text[slice(*place)] for place in note.marks] == ["1"]


@pytest.mark.parametrize("behind", ["", " copy 1", " 1 May", " 1\n\nFor Pell 1"])
def test_other_figures_are_no_markers(behind: str) -> None:
    """What counts copies, begins a date or stands twice is none, so that nothing is a note."""
    text = FORM.format(behind)
    assert find_footnotes(text, split_paragraphs(text)) == ()


def test_a_note_without_its_marker_stands_among_those_that_have_one() -> None:
    """Counted from 1 without stops, they are notes and no points."""
    text = "The barman\n\nheard it from Pell2 and from the dog, who had looked up twice.\n\n1 Or Berman.\n2 Amos Pell."
    assert [note.n for note in find_footnotes(text, split_paragraphs(text))] == ["1", "2"]


def test_a_note_under_a_rule_goes_on_in_a_line_right_below() -> None:
    """Until a stop ends it."""
    text = "The map1 is wet.\n\n_____\n\n1 Lent to the Navy in\n1936 and returned.\n\nThe dog looks up.\n"
    (note,) = ruled_notes(text, split_paragraphs(text))
    assert text[note.start : note.end] == "Lent to the Navy in\n1936 and returned."


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("2 Axel Pell, head of the desk.", True),
        ("[3] Ambassador in Oslo.", True),
        ("4 Axel Pell, head of the desk.", False),
        ("2 boats are on the way.", False),
    ],
)
def test_note_under_a_record_is_told_by_its_number_at_a_word(text: str, called: bool) -> None:
    assert is_called_note(text, split_paragraphs("To: GURKO1\nPell2\nThe ice holds.")) == called


def test_two_notes_of_one_number_are_two(read: Recognise) -> None:
    page = "\n".join(
        (
            "Cablegram 44, Vetrov to Pell, 5 January 1938",
            "SECRET IMMEDIATE",
            "Your telegram No. 31. [1] The Institute has read the press statement [2] on walruses tonight.",
            "方局长：米尚足，盐罄已半月。测量员以江中石苔代盐，味可，色不可。请速发盐。陆文舟。(2)",
            "2. You will observe that it speaks of officials and not of a walrus. Care has been taken so far.",
            "_",
            "1 See Document 9.",
            "2 The Institute made it in Cablegram 43 to Pell, sent on 5 January.",
        )
    )
    (telegram,) = read(page).telegrams
    notes = [dict(mark.attributes)["xml:id"] for mark in telegram.body.marks if mark.element == "note"]
    assert sorted(notes) == ["note-1", "note-2", "note-2.2"]
