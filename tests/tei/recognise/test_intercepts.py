"""Forms of services that read other people's telegrams: their rows, and where one of several on a page begins."""

from __future__ import annotations

import pytest

from tei.recognise.layouts.parting import addressed_starts
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.service import classify

TWO = """From: Severin
To: Tarn
The kettle has been found.

M1312
Reissue
From: Tarn
To: Severin
It was where it had been left.
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Purple (Urgent)", "other"),
        ("(Purple)", "other"),
        ("#908 (To be handled in government code)", "number"),
        ("No.: 1583 12 Nov. 1938", "sent"),
        ("Army 25853          Trans. 12/7/38 (S)", "other"),
        ("JD-1: 7136    (M) Navy trans. 6 Dec. 1938 (S-TT)", "other"),
        ("Reissue (T1352)", "other"),
    ],
)
def test_a_row_of_such_a_form_is_service_matter(line: str, kind: str) -> None:
    service = classify(line)
    assert service is not None
    assert service.type == kind


@pytest.mark.parametrize("line", ["Purple curtains hung over the stove.", "Red (and blue) paint", "25 barrels came"])
def test_a_line_of_text_is_no_row_of_such_a_form(line: str) -> None:
    assert classify(line) is None


def test_a_form_begins_where_it_is_counted_over_from_and_to() -> None:
    rows = split_paragraphs(TWO)
    assert [rows[at].text for at in addressed_starts(rows)] == ["From: Severin", "M1312"]


def test_one_form_alone_is_not_parted() -> None:
    assert not addressed_starts(split_paragraphs(TWO.partition("\n\n")[0]))
