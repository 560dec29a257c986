"""What programs set round the words of a plain text is taken off, and what parts columns stays."""

from __future__ import annotations

import pytest

from tei.capture.flat import readable
from tei.capture.margins import laid_out_anew

LINES = (
    "Telegram, Vetrov to Pashin",
    "Karsk, 5 May 1938",
    "",
    "The kite has come back with the",
    "mail that the ship had left on",
    "the floe. Nobody has read it, for",
    "the goat was first.",
    "Send a second bag and a lock.",
    "10 May will do, or the day on",
    "which the ice lets you pass.",
    "Vetrov",
)
PAGE = "\n".join(LINES)


def test_numbers_beside_every_line_are_no_words_of_the_page() -> None:
    numbered = "\n".join(f"{at:>3}  {line}" for at, line in enumerate(LINES, 1))
    assert laid_out_anew(numbered).split("\n\n") == PAGE.split("\n\n")


def test_lines_are_counted_with_the_blank_ones_or_without_them() -> None:
    told = iter(range(1, 99))
    assert laid_out_anew("\n".join(f"{next(told)} {line}" if line else "" for line in LINES)) == PAGE


@pytest.mark.parametrize("room", ["", "     "])
def test_numbers_may_stand_beside_every_fifth_line_only(room: str) -> None:
    numbered = "\n".join(f"{at:<5}{line}" if at % 5 == 0 else room + line for at, line in enumerate(LINES, 1))
    assert laid_out_anew(numbered.replace("5    the", "5 the")) == PAGE


@pytest.mark.parametrize(
    "text",
    [
        "1 Vetrov\n2 Pashin\n3 Amos Pell\n4 Ada Lind",
        "Telegrams of May\n5 May 1938\nVetrov\n10 May 1938\nPashin\n15 May 1938",
        "10 sledges\n5 goats\n20 men\n25 dogs",
    ],
)
def test_a_list_and_days_keep_their_numbers(text: str) -> None:
    assert laid_out_anew(text) == text


def test_a_justified_text_has_one_blank_between_words() -> None:
    assert laid_out_anew("The  kite has  come back  with the  mail that  the ship left.").count("  ") == 0


def test_a_typist_sets_two_blanks_behind_each_sentence() -> None:
    assert laid_out_anew("It snows.  Send coal.  The goat is well.") == "It snows. Send coal. The goat is well."


def test_gaps_between_columns_stay() -> None:
    form = "From  KARSK    Received  16 h. 05 m.\nTo  PASHIN\nThe kite has come back with the mail."
    assert laid_out_anew(form) == form


def test_ligatures_are_letters_and_marks_of_direction_are_nothing() -> None:
    assert readable("con\ufb01dential o\ufb03ce 5\u2060–\u20607 \u200e(May)") == "confidential office 5–7 (May)"
