"""What stands between and under the leaves of books: page marks of a scan, notes under a rule, figures of a leaf."""

from __future__ import annotations

import pytest

from tei.recognise.layouts.runningheads import leaf_rows
from tei.recognise.lookalikes import settled
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.ruled_notes import ruled_notes
from tests.tei.recognise.conftest import Recognise


def test_lines_between_leaves_are_no_text() -> None:
    text = "The stove\nis cold.\n\n===== Page 12 =====\nTHE STOVE BOOK\nStill cold.\n\n--- 13 ---\nAnd cold again.\n"
    rows = split_paragraphs(text)
    taken = [rows[i].text for i in sorted(leaf_rows(rows))]
    assert taken[0] == "===== Page 12 ====="
    assert "--- 13 ---" in taken
    assert not any("cold" in row for row in taken)


def test_one_such_line_is_the_writers_own() -> None:
    assert leaf_rows(split_paragraphs("One.\n\n--- 13 ---\n\nTwo.\n")) == frozenset()


def test_notes_under_each_rule_count_anew() -> None:
    text = (
        "The lamp is out.1 The cook knows it2.\n\n_____________\n\n1 It went out at noon.\n\n2 He was asked.\n\n"
        "The lamp burns.1\n\n_____________\n\n1 Since two.\n"
    )
    notes = ruled_notes(text, split_paragraphs(text))
    assert [(note.n, text[note.start : note.end]) for note in notes] == [
        ("1", "It went out at noon."),
        ("2", "He was asked."),
        ("1", "Since two."),
    ]


@pytest.mark.parametrize(
    "text",
    ["The lamp is out.\n\n_____________\n\n1 It went out.\n", "The lamp is out.1\n\n1 It went out.\n", "Nothing."],
)
def test_without_marker_or_rule_there_is_no_note(text: str) -> None:
    assert ruled_notes(text, split_paragraphs(text)) == ()


def test_short_rules_close_notes_of_markers_in_brackets() -> None:
    """One stroke is a rule where a page lost its lines; the last note runs on to the second, and points are text."""
    text = (
        "1. The lamp is out. [1]\n2. The cook, it seems [2], knows it.\n_\n1 It went out.\n2 He was asked, p.\n"
        "54.\n_\nAKPI 12"
    )
    notes = ruled_notes(text, split_paragraphs(text))
    assert [(note.n, text[note.start : note.end]) for note in notes] == [
        ("1", "It went out."),
        ("2", "He was asked, p.\n54."),
    ]
    assert [text[slice(*note.marks[0])] for note in notes] == ["[1]", "[2]"]


LISTED = "\n".join(
    f"{n}. HARDWICK TO MELLOR\n{n} March 1948\nCablegram {70 + n}, CANBERRA, {n} March 1948. Kindly ask the pilots "
    "whether anybody has heard the bell upon the rock since Tuesday, and..."
    for n in range(1, 6)
)


def test_first_words_of_telegrams_are_an_index(read: Recognise) -> None:
    found = read(LISTED)
    assert found.telegrams == ()
    assert read(LISTED.replace("and...", "and tell me.")).telegrams


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("Я. 3. Ветрову", "Я. З. Ветрову"),
        ("Д. 45. Л. 3. Подлинник", "Д. 45. Л. 3. Подлинник"),
        ("Ф. 3. Опись 1", "Ф. 3. Опись 1"),
    ],
)
def test_leaf_three_is_no_initial(line: str, plain: str) -> None:
    assert settled(line) == plain
