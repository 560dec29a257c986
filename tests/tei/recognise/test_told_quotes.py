"""What a sentence says of the words that it goes over into behind a comma."""

from __future__ import annotations

import pytest

from tei.recognise.defining import defined_parties, described_parties
from tei.recognise.layouts.inset import telegrams_in
from tei.recognise.layouts.told_quotes import tells_of_letter, tells_of_wire
from tei.recognise.paragraphs import Paragraph

LONG = "word " * 50


@pytest.mark.parametrize(
    ("lead", "wire"),
    [
        ("Thole telegraphed to Inspector Wiborg,", True),
        ("The message read,", True),
        ("His cable to the office ran as follows,", True),
        ("Thole said of the telegram,", False),
        ("The telegram was a joke and, as Wiborg put it,", False),
    ],
)
def test_a_comma_hands_over_where_somebody_telegraphed(lead: str, wire: bool) -> None:
    assert tells_of_wire(lead) is wire


@pytest.mark.parametrize(
    ("lead", "inside", "letter"),
    [
        ("Thole wrote to him,", LONG, True),
        ("Mrs. Wiborg wrote somewhat more plainly to Mrs. Thole:", LONG, True),
        ("Thole wrote to Wiborg on 3 March,", LONG, True),
        ("Thole wrote to him,", "The cats are yours.", False),
        ("As Thole wrote in his memoirs,", LONG, False),
    ],
)
def test_a_letter_counts_where_much_of_it_is_given(lead: str, inside: str, letter: bool) -> None:
    assert tells_of_letter(lead, inside) is letter


def test_the_first_sentence_of_a_page_may_say_who_sent_its_telegram() -> None:
    text = "The Karsk telegram was a message sent by Captain Thole to the inspector Harald Wiborg on 4 May 1938."
    assert [(role, text[slice(*span)]) for role, span in defined_parties(text, 0)] == [
        ("from", "Captain Thole"),
        ("to", "Harald Wiborg"),
    ]
    assert defined_parties("The Karsk telegram was a message of 1938.", 0) == ()


def test_a_library_describes_a_telegram_with_both_sides() -> None:
    text = "My eye fell on a telegram sent from Ada C. M. Lind to Otto B. Pell, dated 1 May 1938."
    assert [text[slice(*span)] for _, span in described_parties(text, 0)] == ["Ada C. M. Lind", "Otto B. Pell"]
    assert described_parties("A telegram came to Otto Pell.", 0) == ()


def _found(text: str, above: str = "", *, wired: bool = False) -> list[list[str]]:
    row = Paragraph(0, len(text), text)
    return [[part.text for part in region.body] for region in telegrams_in(row, above, wired=wired)]


@pytest.mark.parametrize(
    ("text", "above", "told"),
    [
        (
            "It read: “Barge adrift. Send a tug.”",
            "Thole alerted the pilots by telegram.",
            ["Barge adrift. Send a tug."],
        ),
        ("It read: “Barge adrift. Send a tug.”", "Thole found a telegram in the old book.", []),
        ("“Turn back at once,” he wired to Lind. “No lights.”", "", ["Turn back at once,", "No lights."]),
        ("At four came the telegram “Barge lost, all safe here.”", "", ["Barge lost, all safe here."]),
        ("A telegram came, and he told a reporter: “It is a fine day for me.”", "", []),
        (
            "Lind received the following cable: ALL SAFE ON ORLAN. SEND TEA. GURKO He smiled.",
            "",
            ["ALL SAFE ON ORLAN. SEND TEA.", "GURKO"],
        ),
    ],
)
def test_a_telegram_in_the_line_is_told_by_what_stands_round_it(text: str, above: str, told: list[str]) -> None:
    assert [part for parts in _found(text, above) for part in parts] == told


def test_a_message_is_a_telegram_where_the_page_is_about_telegraphy() -> None:
    text = "Thole’s message, sent by the lamp, was “Lower light gone. Send dogs.”"
    assert _found(text) == []
    assert _found(text, wired=True) == [["Lower light gone. Send dogs."]]
