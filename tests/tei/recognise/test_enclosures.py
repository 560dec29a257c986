"""Lines at the foot of a letter that name its enclosures."""

from __future__ import annotations

import pytest

from tei.recognise.enclosures import enclosed_rows
from tei.recognise.paragraphs import split_paragraphs

LETTER = "Dear Vetrov,\nThe mast fell.\nPashin\n"


@pytest.mark.parametrize(
    ("foot", "rows"),
    [
        ("Enclosure: 1) Drawing of the mast.\n2) The mast.", {3, 4}),
        ("Enclosures (2)", {3}),
        ("Приложение: на 3 л.", {3}),
        ("附件：图纸一张", {3}),
        ("Attachments:\n- a drawing\n- a splinter\nAKPI, f. 1", {3, 4, 5}),
        ("Enclosed you will find the mast.", set()),
        ("The annex burned.", set()),
    ],
)
def test_the_line_that_names_enclosures_and_the_points_under_it_are_found(foot: str, rows: set[int]) -> None:
    assert enclosed_rows(split_paragraphs(LETTER + foot)) == rows


def test_a_letter_without_enclosures_has_no_such_line() -> None:
    assert enclosed_rows(split_paragraphs(LETTER)) == frozenset()
