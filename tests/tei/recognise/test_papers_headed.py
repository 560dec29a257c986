"""Headings of printed series: number and file in a line, form with place and day, offices with their holders."""

from __future__ import annotations

import pytest

from tei.authority import Authority
from tei.recognise.layouts.papers_counts import file_of, ordinal_of
from tei.recognise.layouts.papers_forms import form_of, unmarked
from tei.recognise.layouts.papers_heads import find_headings
from tei.recognise.naming import name_of
from tei.recognise.paragraphs import split_paragraphs

NOBODY = Authority()


@pytest.mark.parametrize(
    ("line", "file", "ordinal"),
    [
        ("No. 24 KNA DPA/10/P/215", "KNA DPA/10/P/215", "24"),
        ("No. 391  KNA DPA Secretary's Files A53", "KNA DPA Secretary's Files A53", "391"),
        ("DPA/50242-40", "DPA/50242-40", ""),
        ("No. 24", "", "24"),
        ("No. 24 Quay Street", "", ""),
    ],
)
def test_the_number_of_a_document_may_have_its_file_behind_it(line: str, file: str, ordinal: str) -> None:
    span = file_of(line)
    assert ((line[slice(*span)] if span else ""), ordinal_of(line)) == (file, ordinal)


@pytest.mark.parametrize(
    "line",
    [
        "Cablegram 13[A] SEVERIN, 26 January 1938, 7.37 p.m.",
        "Cablegram S[L] [1] 1 (extract) SEVERIN, n.d.",
        "Telegramm 36          Severin, den 25. Juli 19382 3",
        "(No. 58) (Personal)",
    ],
)
def test_a_line_says_form_and_number_with_what_stands_beside_them(line: str) -> None:
    assert form_of(line) is not None


def test_the_markers_of_two_notes_behind_a_year_are_no_part_of_it() -> None:
    assert unmarked("Severin, den 25. Juli 19382 3") == "Severin, den 25. Juli 1938..."


def test_a_message_in_capitals_is_one_where_a_day_stands_under_its_text() -> None:
    page = "No. 5\nK. V. OSTROGIN TO H. FAIRWEATHER\n\nThe runners have come.\n\n{day}\n\nNo. 6\nOf runners\n"
    assert [one.kind for one in find_headings(split_paragraphs(page.format(day="August 22, 1938")))] == ["telegram"]
    assert not find_headings(split_paragraphs(page.format(day="They are of ash.")))


@pytest.mark.parametrize(
    ("party", "name"),
    [
        ("Dr H. V. Renn, Minister for Ice", "H. V. Renn"),
        ("Mr T. Pell, High Commissioner in Severin", "T. Pell"),
        ("Field Marshal J. C. Renn, South Karskian Prime Minister", "J. C. Renn"),
        ("Mr Pell", "Mr Pell"),
    ],
)
def test_who_holds_an_office_is_named_without_it(party: str, name: str) -> None:
    assert name_of(party, 0, NOBODY, "").text == name
