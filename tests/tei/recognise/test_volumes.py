"""A volume of a thousand telegrams is one page: what each of them costs must not grow with the others. All invented."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from tei.authority import Authority
from tei.model import Capture, Mark, Recognition
from tei.recognise import Settings
from tei.recognise.layouts.leaf_ends import end_of_letter
from tei.recognise.layouts.page import page_of
from tei.recognise.layouts.registers import is_register
from tei.recognise.marks import Reading, with_notes
from tei.recognise.paragraphs import Paragraph, split_paragraphs

SENTENCES = ("The ice has not moved since Monday.", "Send two barrels of oil with the next boat.", "Both men are well.")


def with_sources(number: int) -> str:
    """A collection: title, salutation, text, signature and source of each telegram."""
    return "\n\n".join(
        f"{n}. Telegram, Head of Station Pavlov to Director Orlov, {n % 28 + 1} March 19{30 + n % 9}\n\n"
        f"To Comrade Orlov.\n\n{SENTENCES[n % 3]} {SENTENCES[n % 2]}\n\nPavlov\n\n"
        f"[Source: RGASPI, f. 558, op. 11, d. {n}, l. 2.]"
        for n in range(1, number + 1)
    )


def with_points(number: int) -> str:
    """A collection whose telegrams have numbered points, which look like notes, and answer each other."""
    return "\n\n".join(
        f"No. {n}. Pavlov to Orlov\n\nKarsk, {n % 28 + 1} March 19{30 + n % 9}\n\nYour {n - 1} received. We ask:\n\n"
        f"1. {SENTENCES[0]}\n\n2. {SENTENCES[1]}\n\nPavlov"
        for n in range(1, number + 1)
    )


def calls(text: str, read: Callable[[str], Recognition]) -> int:
    """How many functions are called to recognise a page, those of Python and those beneath it."""
    counted: Counter[str] = Counter()

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        counted[event] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize("volume", [with_sources, with_points])
def test_four_times_as_many_telegrams_take_four_times_the_work(
    volume: Callable[[int], str], read: Callable[[str], Recognition]
) -> None:
    read(volume(80))
    few, many = calls(volume(20), read), calls(volume(80), read)
    assert len(read(volume(20)).telegrams) == 20
    assert many < 4.6 * few


def test_a_note_inside_a_stretch_of_the_text_is_looked_through_once() -> None:
    text = "The mast fell, says the log [see page 3], on Monday."
    reading = Reading(text, ((0, len(text)), (28, 40)), Authority(), None, "", "en", "page.txt")
    assert reading.masked == (0, text)


def test_a_note_whose_first_marker_is_taken_stands_at_the_next_one() -> None:
    again = Mark(9, 10, "ref", (("type", "note"), ("n", "1"), ("target", "#note-1")), -1, -1)
    made = with_notes((again, replace(again, start=20, end=21)))
    assert [(mark.element, mark.start) for mark in made] == [("note", 9), ("ref", 20)]
    assert dict(made[0].attributes)["xml:id"] == "note-1"


def test_a_row_without_a_sign_ends_no_letter() -> None:
    rows = tuple(Paragraph(at, at, "") for at in range(6))
    assert end_of_letter(rows) == 6


@pytest.mark.parametrize(
    ("row", "tabled"),
    [
        ("{n} | Pavlov | Orlov", True),
        ("{n}\tPavlov\tOrlov", True),
        ("{n} | | Orlov", True),
        ("{n}. Pavlov to Orlov", False),
    ],
)
def test_rows_of_three_cells_make_a_register_even_where_a_cell_is_empty(
    row: str, tabled: bool, settings: Settings
) -> None:
    text = "\n".join(["Telegrams | of | Karsk", *(row.format(n=n) for n in range(1, 6))])
    assert is_register(page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories)) is tabled
