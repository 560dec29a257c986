"""Service matter that runs on in one line, stands over a title, or names people by their offices."""

from __future__ import annotations

import pytest

from tei.authority import Authority
from tei.recognise import Settings
from tei.recognise.cells import in_cells
from tei.recognise.naming import bearer_in
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tests.tei.recognise.conftest import Recognise


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (
            "Deciphered 21.II.1943 at 7 hrs. Made in 6 copies. Akimova.",
            ["Deciphered 21.II.1943 at 7 hrs.", "Made in 6 copies. Akimova."],
        ),
        (
            "Sent: 1, 2 – Cde. Marusin; 3 – Cde. Subotnik; 4 – file.",
            ["Sent:", "1, 2 – Cde. Marusin;", "3 – Cde. Subotnik;", "4 – file."],
        ),
        ("Dispatched 14.VIII.1951, 18.30 hrs. Cipher clerk: Raeva", None),
        ("Top secret. Making copies is prohibited.", ["Top secret. Making copies is prohibited."]),
        ("Received your telegram. We shall answer tomorrow.", ["Received your telegram. We shall answer tomorrow."]),
        (
            "Mr. Hartwell          D. 11.20 a.m. 3rd February, 1947.",
            ["Mr. Hartwell", "D. 11.20 a.m. 3rd February, 1947."],
        ),
    ],
)
def test_sentences_of_service_matter_are_cells_of_their_own(line: str, cells: list[str] | None) -> None:
    found = [cell.text.strip() for cell in in_cells([Paragraph(0, len(line), line)])]
    assert found == (cells or ["Dispatched 14.VIII.1951, 18.30 hrs.", "Cipher clerk: Raeva"])


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("Nr. 811 vom 4.7.", "number"),
        ("Nos 123 à 125", "number"),
        ("Cable number: (61) Ding Dian 205", "number"),
        ("Incoming Cable, Foreign Ministry", "other"),
        ("Auf Drahterlaß Nr. 702", "reference"),
        ("Ankunft: 12. Mai 22.40 Uhr", "received"),
        ("Très urgent. Secret.", "precedence"),
        ("Streng geheim!", "marking"),
        ("Urgent! Secret!", "precedence"),
        ("Making of copies prohibited", "marking"),
        ("25 copies, aar.", "copies"),
    ],
)
def test_lines_of_other_forms_are_service_matter(line: str, type_: str) -> None:
    service = classify(line, year=1949)
    assert service is not None
    assert service.type in (type_, "marking" if type_ == "precedence" else type_)


@pytest.mark.parametrize("line", ["No. 12 and 13 were lost", "Secret talks went on", "Copies of it went home with us"])
def test_prose_with_the_same_words_is_none(line: str) -> None:
    assert classify(line) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Deputy Minister of Trade, A. Pell", "A. Pell"),
        ("Soviet Ambassador in Karsk T. Lobov", "T. Lobov"),
        ("A. Pell, Consul in Aden", "A. Pell"),
        ("State Committee, Comrade MARUSIN", "MARUSIN"),
        ("Minister of Trade and Industry", ""),
        ("Ambassador in Norland", ""),
    ],
)
def test_office_is_no_part_of_the_name_that_goes_with_it(settings: Settings, words: str, name: str) -> None:
    authority: Authority = settings.authority
    found = bearer_in(words, authority)
    assert (words[slice(*found)] if found else "") == name


def test_markings_and_place_may_stand_over_the_title(read: Recognise) -> None:
    text = (
        "Top Secret\n\nLetter, Karsk station to the Institute (copy)\n\nKarsk, 3 May 1938\n\nDear Comrades,\n\n"
        "The ice holds. We ask for two new lamps.\n\nWith greetings,\nHead of the station\n/-/ P. Gurko\n"
    )
    (letter,) = read(text).telegrams
    assert (letter.kind, letter.title) == (
        "letter",
        "Letter, Karsk station to the Institute (copy)",
    )
    sent = letter.envelopes[0].action("sent")
    assert sent is not None
    assert (sent.names[0].text, sent.moment and sent.moment.when) == ("P. Gurko", "1938-05-03")


def test_letter_book_gives_its_owner_the_other_part(read: Recognise) -> None:
    text = (
        "From the Letter-Book of Captain R. Tarbuck\n\nTelegrams sent and received\n\n"
        "[1] To Lieut. Marsh, Outpost 3. — 2 Feb. 1898\n\nSend back the two mules at once. How is the well?\n\n"
        "TARBUCK\n\n[2] From Marsh. Rec’d 3 Feb. 1898, 11.15 a.m.\n\n"
        "Mules left this morning. Well gives forty gallons a day.\n"
    )
    first, second = read(text).telegrams
    sent, received = second.envelopes[0].action("sent"), second.envelopes[0].action("received")
    assert sent is not None
    assert received is not None
    assert sent.names[0].text == "Marsh"
    assert "Tarbuck" in received.names[0].text
    assert received.moment is not None
    assert received.moment.when.startswith("1898-02-03T11:15")
    assert first.envelopes[0].action("received") is not None


def test_decrypt_has_notes_under_roman_numerals(read: Recognise) -> None:
    text = (
        "From: KARSK\nTo: LENINGRAD\nNo.: 336\n\n18 May 1938\n\nTo SEVER[i].\n\nThe tanker has come. LAMPA[ii] was met "
        "and has the drawings.\n\nGAGARA\n\nComments:\n[i] SEVER: the director.\n[ii] LAMPA: not identified.\n"
    )
    (telegram,) = read(text).telegrams
    assert [note.n for note in telegram.body.footnotes if note.n] == ["i", "ii"]
    sent = telegram.envelopes[0].action("sent")
    assert sent is not None
    assert sent.moment is not None
    assert sent.moment.when == "1938-05-18"
