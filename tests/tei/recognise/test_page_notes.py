"""Notes at the foot of leaves, below telegrams and behind chapters; running heads; how a page is set. All invented."""

from __future__ import annotations

import pytest

from tei.model import Capture
from tei.recognise.layouts.endnotes import read_endnotes
from tei.recognise.layouts.runningheads import running_heads
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.setting import setting_of


def marked(text: str) -> list[tuple[str, str, str]]:
    """Each note of a text: its id, its words, what stands right before its marker."""
    notes = read_endnotes(text, split_paragraphs(text)).notes
    return [
        (
            note.key,
            text[note.start : note.end],
            text[max(0, note.marks[0][0] - 4) : note.marks[0][0]] if note.marks else "",
        )
        for note in notes
    ]


@pytest.mark.parametrize("signs", [("*", "**"), ("1", "2"), ("†", "‡")])
def test_notes_may_count_anew_below_each_telegram(signs: tuple[str, str]) -> None:
    one, two = signs
    lead = f"{one}. " if one.isdigit() else f"{one} "
    text = (
        f"The mast{one} is down.\n\n{lead}Of pine.\n\nThe flag{one} is red and the nail{two} is bent.\n\n"
        f"{lead}A flag.\n\n{two}{lead[len(one) :]}A nail."
    )
    keys, words, before = zip(*marked(text), strict=True)
    assert words == ("Of pine.", "A flag.", "A nail.")
    assert before == ("mast", "flag", "nail")
    assert len(set(keys)) == 3


def test_points_of_a_telegram_are_no_notes_of_the_text_before_them() -> None:
    text = (
        "The mast1 and the nail2 are gone.3\n\n1. Send a mast.\n\n2. Send a nail.\n\nThe flag4 stands.\n\n"
        "1. Pine.\n\n2. Iron.\n\n3. On Monday.\n\n4. Red."
    )
    notes = read_endnotes(text, split_paragraphs(text))
    assert [text[note.start : note.end] for note in notes.notes] == ["Pine.", "Iron.", "On Monday.", "Red."]


def test_a_sign_without_a_marker_is_a_note_of_its_run() -> None:
    text = "The mast* is down.\n\n* Of pine.\n\n** From the draft.\n\nThe flag* too.\n\n* Red."
    assert [words for _, words, _ in marked(text)] == ["Of pine.", "From the draft.", "Red."]


def test_roman_numerals_as_word_counts_endnotes_are_found_glued_to_words() -> None:
    text = (
        "It fell on Monday.i So says Vetrov.ii\n\nThe nail is in the museumiii and rusts.iv\n\nNotes\n\n"
        "i See the log.\n\nii In a letter.\n\niii Room 3.\n\niv Visibly."
    )
    assert [before for _, _, before in marked(text)] == ["day.", "rov.", "seum", "sts."]


def test_a_letter_at_the_end_of_a_name_is_no_numeral() -> None:
    text = "Vetrov and Zhitkovi fell.i\n\nThe mast too.\n\nNotes\n\ni See the log.\n\nii No."
    notes = read_endnotes(text, split_paragraphs(text)).notes
    assert [note.marks for note in notes] == [((25, 26),), ()]


OPENING = ["Heat and Light", "Edited by Tobias Renn", "The stove smokes.", "The lamp smokes.", "So does the cook."]
BOOK = OPENING + ["Text of the page."] * 5


@pytest.mark.parametrize(
    ("row", "is_head"),
    [
        ("HEAT AND LIGHT      12", True),
        ("12 | Heat and Light", True),
        ("Coal arrived      12", False),
        ("No. 12", False),
        ("Comrade Vetrov,", False),
    ],
)
def test_the_title_of_the_book_over_a_leaf_is_a_running_head(row: str, is_head: bool) -> None:
    rows = split_paragraphs("\n\n".join([*BOOK, row, "Text that goes on."]))
    assert (len(BOOK) in running_heads(rows)) is is_head


def test_a_bare_number_beside_a_running_head_belongs_to_it() -> None:
    rows = split_paragraphs("\n\n".join([*BOOK, "14", "HEAT AND LIGHT", "Text that goes on.", "3"]))
    assert {rows[i].text for i in running_heads(rows)} == {"14", "HEAT AND LIGHT"}


def test_a_short_page_has_no_running_heads() -> None:
    assert not running_heads(split_paragraphs("Heat and Light\n\nHEAT AND LIGHT   3"))


def test_lines_moved_in_are_set_off_unless_most_of_the_page_is() -> None:
    text = (
        "He wired to the captain and to the Desk:\n\n    Wait for us.\n    Vetrov\n\nThe captain waited for a week.\n"
    )
    rows = split_paragraphs(text)
    setting = setting_of(Capture("p", "p", text, "0"))
    assert [setting.quote(row, loose=True) != 0 for row in rows] == [False, True, True, False]
    assert [setting.quote(row) for row in rows] == [0, 0, 0, 0]
    moved = "\n".join(f"    {line}" for line in text.splitlines())
    assert setting_of(Capture("p", "p", moved, "0")).indents == ()
