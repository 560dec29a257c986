"""The cells of a form: what stands on one line, or runs over two, and how it is parted. All people invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei.recognise.cells import in_cells, without_bars
from tei.recognise.labels import LABELS, ROLES, is_label, leads, pattern, phrases, role_of
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.service import classify
from tests.timing import seconds

CELLS = [
    ("Strictly secret\t\t\tCopy No. 3", ["Strictly secret", "Copy No. 3"]),
    ("From  KARSK      Received  16 h. 05 m.  5 May 1938", ["From  KARSK", "Received  16 h. 05 m.  5 May 1938"]),
    ("Incoming No. 511     Special section, Radio Section", ["Incoming No. 511", "Special section, Radio Section"]),
    ("Spec. No 304 Out. No 77/611", ["Spec. No 304", "Out. No 77/611"]),
    ("To whom  SABELNIKOV For whom  also ZHITKOV", ["To whom  SABELNIKOV", "For whom  also ZHITKOV"]),
    ("FROM: MOSCOW TO: FOREIGN OFFICE", ["FROM: MOSCOW", "TO: FOREIGN OFFICE"]),
    (
        "Received 5 May 1938, 2 hours; sent the same day, 4 hours",
        ["Received 5 May 1938, 2 hours;", "sent the same day, 4 hours"],
    ),
    (
        "From KARSK received at 22 hours 10 minutes on 1 March 1938",
        ["From KARSK", "received at 22 hours 10 minutes on 1 March 1938"],
    ),
    ("Made 4 cop. Decoded 6.IV 10.05 Belyaev", ["Made 4 cop.", "Decoded 6.IV 10.05 Belyaev"]),
    (
        "Received: 3.IV.1938, 17-20. Deciphered: 3.IV, 18-05, Gusakova.",
        ["Received: 3.IV.1938, 17-20.", "Deciphered: 3.IV, 18-05, Gusakova."],
    ),
    ("Copies: 1. Sabelnikov. 2. Zhitkov. 3. File.", ["Copies:", "1. Sabelnikov.", "2. Zhitkov.", "3. File."]),
    ("Distributed  I Sabelnikov  2 Zhitkov", ["Distributed", "I Sabelnikov", "2 Zhitkov"]),
    ("Printed in 2 copies: 1 – to Vetrov; 2 – burned.", ["Printed in 2 copies:", "1 – to Vetrov;", "2 – burned."]),
    ("Printed   12.XII   18.10   Sukhova     6 copies", ["Printed   12.XII   18.10   Sukhova", "6 copies"]),
    ("To whom:\nVETROV\nSpecial No.\n1127", ["To whom:\nVETROV", "Special No.\n1127"]),
    ("Deciphered by:\nBelyaev", ["Deciphered by:\nBelyaev"]),
    ("Deciphered | 14.3.38, 22:40 | Ostapova", ["Deciphered | 14.3.38, 22:40 | Ostapova"]),
    ("No. 6  to file", ["No. 6  to file"]),
    ("6.11 / 18.05 / from LENINGRAD", ["6.11 / 18.05 /", "from LENINGRAD"]),
]


@pytest.mark.parametrize(("text", "cells"), CELLS)
def test_line_of_a_form_is_parted_where_the_next_label_begins(text: str, cells: list[str]) -> None:
    assert [cell.text for cell in in_cells(split_paragraphs(text))] == cells


PROSE = [
    "I received your telegram and sent an answer at once.",
    "Received with thanks your parcel; sent the felt by sledge to Tumanova, who was glad of it.",
    "The copies are: one for me; two for nobody.",
    "To whom it may concern",
    "Copies of the photographs will follow.",
    "From here one sees the ice; to whom shall we tell it?",
    "Print it. Type it. Check it. 1. First. 2. Second.",
    "Time | and tide | wait",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not_parted(text: str) -> None:
    assert [cell.text for cell in in_cells(split_paragraphs(text))] == [text]


def test_lines_of_a_scan_leave_the_text_between_them_whole() -> None:
    text = "TOP SECRET\nSpecial No. 5\nThe ice came on Monday and with it\nthe bear.\nDeciphered 6.IV 10.05 Belyaev"
    (whole,) = (split_paragraphs("x")[0].__class__(0, len(text), text),)
    cells = [cell.text for cell in in_cells((whole,))]
    assert cells == [
        "TOP SECRET",
        "Special No. 5",
        "The ice came on Monday and with it\nthe bear.",
        "Deciphered 6.IV 10.05 Belyaev",
    ]


def test_bracket_over_several_lines_stays_one() -> None:
    text = "[stamp: Special No. 5\nTop Secret]"
    (whole,) = (split_paragraphs("x")[0].__class__(0, len(text), text),)
    assert [cell.text for cell in in_cells((whole,))] == [text]


def test_bars_of_a_table_are_taken_off_the_cells_and_kept_apart() -> None:
    cells, bars = without_bars(in_cells(split_paragraphs("Top Secret | Copy No. 3 |")))
    assert [cell.text for cell in cells] == ["Top Secret", "Copy No. 3"]
    assert [bar.text for bar in bars] == ["|", "|"]


@given(st.text(alphabet="ToSpecial No.5|;: \t\nRcvdABC123", max_size=120))
def test_no_character_is_lost_between_cells(text: str) -> None:
    rows = split_paragraphs(text)
    cells = in_cells(rows)
    assert "".join("".join(cell.text.split()) for cell in cells) == "".join("".join(row.text.split()) for row in rows)
    assert all(text[cell.start : cell.end] == cell.text for cell in cells)


@pytest.mark.parametrize(
    "text", ["To whom: " * 20, "1. A " * 60, "a | " * 70, "Copies: " + "1 – x; " * 40, "; sent" * 40]
)
def test_no_line_takes_long_to_part(text: str) -> None:
    assert seconds(lambda: in_cells(split_paragraphs(text))) < 0.1


@pytest.mark.parametrize(
    ("words", "said"),
    [("To whom:", True), ("SPECIAL N°", True), ("Issuing No.", True), ("Deciphered by:", True), ("Куда", True),
     ("Top secret", False), ("Distribution:", False), ("Vetrov", False), ("", False)],
)  # fmt: skip
def test_label_that_waits_for_its_value_is_known(words: str, said: bool) -> None:
    assert is_label(words) is said


@pytest.mark.parametrize(
    ("words", "role"),
    [("To  whom", "to"), ("FM", "from"), ("Destination", "destination"), ("для кого", "for"), ("via", "via"),
     ("By cable from", "origin"), ("Ice", "")],
)  # fmt: skip
def test_label_of_a_party_has_a_role(words: str, role: str) -> None:
    assert role_of(words) == role
    assert not role or role in ROLES


def test_every_key_of_the_labels_has_phrases_in_english_and_first_words() -> None:
    for key, languages in LABELS.items():
        assert {"en", "ru", "zh"} <= set(languages) <= {"en", "ru", "zh", "fr", "de", "mul"}
        assert languages["en"]
        assert leads(key)
        assert pattern(key).startswith("(?:")
        assert all(phrase == phrase.lower() for phrase in phrases(key))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("C I P H E R   T E L E G R A M", "other"),
        ("T O P   S E C R E T", "marking"),
        ("MAKlNG COPIES IS PROHlBITED", "marking"),
        ("T0P SECRET", "marking"),
        ("Top Secret · Making copies is prohibited · To be returned within 24 hours", "marking"),
        ("It is forbidden to make copies", "marking"),
        ("CIPHER TELEGRAM No. | 3118", "number"),
        ("6.IV.38 No 304", "number"),
        ("Copies printed | 2 |", "copies"),
        ("Zn. 4 copies", "copies"),
        ("Copies to: Sabelnikov, Zhitkov", "distribution"),
        ("Distribution: Sabelnikov, Zhitkov, file", "distribution"),
        ("Enciphered by: Sukhova", "enciphered"),
        ("Telegraph the fulfi11ment — struck out", "instruction"),
        ("Deliver at any hour.", "instruction"),
        ("8th Department of the Northern Routes Desk", "other"),
        ("Department 8", "other"),
        ("Cypher/OTP", "other"),
        ("WESTERN UNION", "other"),
        ("CHECK 42", "other"),
        ("FM: STATION KARSK", "address"),
        ("DESTINATION KARSK", "address"),
        ("For whom: to be handed to TUMANOVA", "address"),
        ("By cable from KARSK", "address"),
        ("From Moscow to Foreign Office", "address"),
        ("RECEIVED AT 60 BROAD STREET, NEW YORK", "received"),
        ("TIME: 0840", "sent"),
        ("Unclas", "marking"),
    ],
)
def test_wording_of_the_form_is_known_in_every_dress(text: str, type_: str) -> None:
    found = classify(text, year=1938)
    assert found is not None
    assert found.type == type_
