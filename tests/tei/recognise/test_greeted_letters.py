"""Letters that nothing heads but day, place and greeting; what ends them, and what is no greeting."""

from __future__ import annotations

import pytest

from tei.recognise.greetings import greeted_name, greets
from tei.recognise.layouts.announcing import announces, is_title, numbered
from tei.recognise.layouts.greeting_lines import day_line, labels_letter, wire_head
from tei.recognise.layouts.offers import is_offered
from tei.recognise.layouts.other_matter import heads_other
from tei.recognise.paragraphs import Paragraph, split_paragraphs
from tests.tei.recognise.conftest import Recognise, named

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


VOLUME = """12
Tallby
3 May 1938
My dear Lind,
The goat has been seen on the new roof, and it was not alone there.
Yours sincerely,
Axel Pell
Mr. Otto Lind
Severin

13
TELEGRAM
Severin
5 May 1938
Axel Pell
Tallby
Your letter. Leave the goat where it is, and tell me who was with it on the roof.
Lind
"""


def test_the_addressee_of_a_letter_stands_under_its_signature(read: Recognise) -> None:
    letter, wire = read(VOLUME).telegrams
    assert named(letter, "received") == ["Mr. Otto Lind"]
    assert (letter.kind, wire.kind) == ("letter", "telegram")
    assert named(wire, "received") == ["Axel Pell"]


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
        ("Dear Severin Column Archive", 0),
        ("Hello Darling,", 14),
        ("COLONEL: The sledges are counted.", 8),
        ("Colonel Pell counted the sledges.", 0),
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


JOINED = (
    "Karsk, 3 March 1938. Dear Nina, The sun came back on Tuesday, and nobody was up to see it but the dog. "
    "We have coal until May. Your Pavel. Karsk, 19 March 1938. Dear Nina, You ask whether I am warm. "
    "I am warm on one side, and the dog on the other. Your Pavel."
)


def test_letters_that_run_on_in_one_line_are_parted(read: Recognise) -> None:
    first, second = read(JOINED).telegrams
    assert (first.kind, second.kind) == ("letter", "letter")


def test_day_and_address_open_a_wire() -> None:
    rows = split_paragraphs("March 25, 1:40 p.m.\nTo Mayor Tarrant, Tallby\nThe boats leave.")
    day, address = wire_head(rows, 0)
    assert day.service is not None
    assert address.service is not None
    assert (day.service.type, address.service.type) == ("sent", "address")
    assert not wire_head(rows, 1)


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Received from Pashin through our line:", True),
        ("Sent to Pashin today:", True),
        ("To the following he sent cake:", False),
    ],
)
def test_a_diary_logs_without_the_word_for_a_telegram(text: str, follows: bool) -> None:
    assert announces(text, "“The ice holds.”") is follows


def test_what_a_dealer_describes_is_no_title() -> None:
    assert is_offered("Typed Letter Signed, to Dr. Pell, declining")
    assert not is_offered("Letter to Dr. Pell, 3 May 1938")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Director of the Institute to Head of the Station, 21st February, 1938.", True),
        ("The sledges went from the Institute to the Station on 21 February 1938.", False),
    ],
)
def test_parties_and_day_make_a_title_also_with_a_full_stop(text: str, title: bool) -> None:
    assert is_title(text) is title


def test_a_letter_in_brackets_counts_a_title_with_its_day() -> None:
    assert numbered("(a) Director to Head of the Station, 21 February 1938.") == 4
    assert numbered("(a) send a letter to the Station;") == 0
