"""Numbers of leaves that a copy has between lines: within a sentence, between paragraphs, and what only looks alike."""

from __future__ import annotations

import pytest

from tei.recognise.leaf_turns import between_paragraphs, leaf_turns
from tei.recognise.paragraphs import split_paragraphs

BEFORE = "The kite has come back with the mail that the ship had"
AFTER = "left on the floe. Nobody has read it."
WHOLE = "Nobody has read the mail, for the goat was the first to find it on the floe."


@pytest.mark.parametrize(
    ("turn", "number"),
    [
        ("151", "151"),
        ("— 151 —", "151"),
        ("Page 3 of 9", "3"),
        ("151\n\nTHE YEARS OF THE STATION", "151"),
        ("THE YEARS OF THE STATION\n\n151", "151"),
        ("https://example.org/karsk 3/9\n11/3/26, 4:15 PM Karsk", ""),
    ],
)
def test_a_paragraph_goes_on_behind_the_number_of_a_leaf(turn: str, number: str) -> None:
    text = f"{BEFORE}\n\n{turn}\n\n{AFTER}"
    assert [text[start:end] for start, end, _ in leaf_turns(text)] == [turn]
    assert [n for _, _, n in leaf_turns(text)] == [number]
    assert [row.text for row in split_paragraphs(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        f"{WHOLE}\n\n12\n\n{WHOLE}",
        f"{BEFORE}\n\n2\n\na) left on the floe",
        f"{BEFORE}\n\n2\n\n{AFTER}\n\n2 A floe of the year before.",
        "To\n12\nof them",
    ],
)
def test_a_number_that_breaks_no_sentence_or_calls_a_note_turns_no_leaf(text: str) -> None:
    assert leaf_turns(text) == ()


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((WHOLE, "151", WHOLE), {1}),
        ((WHOLE, "151", "a) who took it;"), {1}),
        ((WHOLE, "3", WHOLE), set()),
        ((WHOLE, "117", "TELEGRAM TO A. PASHIN"), set()),
        (("12", WHOLE, "13", WHOLE, "14", WHOLE), set()),
        ((WHOLE, "https://example.org/karsk 3/9", "11/3/26, 4:15 PM Karsk", "Vetrov"), {1, 2}),
        ((WHOLE, WHOLE, WHOLE, "3 / 9", "Vetrov"), {3}),
    ],
)
def test_a_number_between_paragraphs_counts_leaves_where_it_can_count_nothing_else(
    rows: tuple[str, ...], found: set[int]
) -> None:
    assert between_paragraphs(rows) == found
