"""Letters that nothing heads but day, place and greeting; what ends them, and what is no greeting."""

from __future__ import annotations

import pytest

from tei.recognise.greetings import greeted_name, greets
from tei.recognise.layouts.greeting_lines import day_line, labels_letter
from tei.recognise.layouts.other_matter import heads_other
from tei.recognise.paragraphs import Paragraph
from tests.tei.recognise.conftest import Recognise

LETTERS = """Tallby, 3 May 1838
Dear Uncle,
The roof is where it was. We are under it, and so is the goat.
Your nephew
Axel

Tallby, 9 May 1838
My very dear Uncle,
The goat is on it now. We are looking for a ladder and for a volunteer.
Your nephew
Axel
"""


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Dear Father", 11),
        ("My ever dear husband,", 21),
        ("DEAREST,", 8),
        ("Dear Mr. Pell:", 14),
        ("Sir,—I have counted the sledges.", 5),
        ("MY DEAREST UNCLE,—I have counted the sledges.", 18),
        ("Dear Sir, It is my duty to count the sledges.", 9),
        ("Sir Rowland Pell to the Director", 0),
        ("Dear friends of the station have counted the sledges.", 0),
        ("The sledges are counted.", 0),
    ],
)
def test_a_greeting_is_known_by_its_form(text: str, end: int) -> None:
    assert greets(text) == end


def test_a_greeting_names_by_its_last_word() -> None:
    text = "My ever dear husband,"
    span = greeted_name(text)
    assert span is not None
    assert text[slice(*span)] == "husband"


@pytest.mark.parametrize(
    "text",
    [
        "Camp near Tallby, June 3rd 1838",
        "Mt. Tallby Tuesday eve Jan 20th/38",
        "Wednesday Eve",
        "Port Severin [Estria] July 4th 1838",
    ],
)
def test_place_and_day_of_a_letter_are_read_as_people_write_them(text: str) -> None:
    assert day_line(Paragraph(0, len(text), text)) is not None


@pytest.mark.parametrize(
    "text", ["On 3 May 1838 the mast fell over.", "Received 3 May 1838", "The 3d of May 1838 it fell"]
)
def test_a_sentence_with_a_day_is_no_head_of_a_letter(text: str) -> None:
    assert day_line(Paragraph(0, len(text), text)) is None


def test_letters_without_titles_are_parted_at_their_heads(read: Recognise) -> None:
    first, second = read(LETTERS).telegrams
    assert (first.kind, second.kind) == ("letter", "letter")
    sent, received = first.envelopes[0].action("sent"), second.envelopes[0].action("received")
    assert sent is not None
    assert received is not None
    assert (sent.names[0].text, received.names[0].text) == ("Axel", "Uncle")


def test_a_number_in_brackets_counts_a_letter() -> None:
    assert labels_letter("[Letter 2]")
    assert not labels_letter("Letter 2 was lost")


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Memorandum by Mr. Pell.", True),
        ("SOURCE 4: “What I saw”, a newspaper", True),
        ("Diary of Amos Pell: Monday, August 1, 1838", True),
        ("Report from the mast at once.", False),
        ("Telegram from Mr. Pell to the Director", False),
    ],
)
def test_a_paper_of_another_kind_is_known_by_its_heading(text: str, heads: bool) -> None:
    assert heads_other(text) is heads
