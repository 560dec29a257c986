"""Pages of the Foreign Relations of the United States as one copies them. All people invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tei.model import Capture, Recognition
from tei.recognise import Settings
from tei.recognise.layouts import page_of
from tei.recognise.layouts.frus import FRUS
from tei.recognise.paragraphs import split_paragraphs

Read = Callable[[str], Recognition]

PAGE = "\n\n".join(
    (
        "Home›Historical Documents›Foreign Relations of the United States, 1938›Document 17",
        "Foreign Relations of the United States, 1938, The Far North, Volume II",
        "859.91/3: Telegram",
        "The Minister in Norland (Drobot) to the Secretary of State",
        "Port Severin, March 2, 1938—6 p. m.",
        "[Received March 2—9:40 p. m.]",
        "14. The director of the ice office here3 tells me that he has had figures by telegraph every week.",
        "Please instruct.",
        "Drobot",
        "[Page 84]",
        "859.91/4: Telegram",
        "The Secretary of State to the Minister in Norland (Drobot)",
        "Washington, March 5, 1938—6 p. m.",
        "9. Your 14, March 2, 6 p. m. The Department has learned with interest of the figures.4",
        "Hull",
        "3 Invented for this page.↩",
        "4 They are not printed.↩",
        "Contact Us | Share this page",
    )
)


def test_telegram_and_answer_of_a_page_are_two(read: Read) -> None:
    found = read(PAGE)
    assert found.layout == "frus"
    first, second = found.telegrams
    assert first.title == "The Minister in Norland (Drobot) to the Secretary of State"
    assert [telegram.sent and telegram.sent.when for telegram in (first, second)] == [
        "1938-03-02T18:00:00",
        "1938-03-05T18:00:00",
    ]
    assert [telegram.number for telegram in (first, second)] == ["14", "9"]


def test_answer_is_tied_to_the_telegram_by_its_number(read: Read) -> None:
    first, second = read(PAGE).telegrams
    assert [mention.target for mention in second.envelopes[0].mentions] == [first.start]


def test_file_number_is_the_reference_and_the_receipt_is_in_the_envelope(read: Read) -> None:
    first = read(PAGE).telegrams[0]
    assert first.holdings
    received = first.envelopes[0].action("received")
    assert received is not None
    assert received.moment is not None
    assert received.moment.when == "1938-03-02T21:40:00"


def test_notes_of_the_page_are_given_to_the_telegram_that_has_their_marker(read: Read) -> None:
    found = read(PAGE)
    assert [[note.n for note in telegram.body.footnotes] for telegram in found.telegrams] == [["3"], ["4"]]
    assert not [finding for finding in found.findings if finding.rule.startswith("REC9")]


def test_notes_that_lost_their_numbers_are_counted_by_their_arrows(read: Read) -> None:
    text = (
        PAGE.replace("3 Invented", "Invented").replace("4 They", "They").replace("here3", "here1").replace("s.4", "s.2")
    )
    found = read(text)
    assert [[note.n for note in telegram.body.footnotes] for telegram in found.telegrams] == [["1"], ["2"]]


@pytest.mark.parametrize(
    "text",
    [
        "Telegram, Vetrov to Pashin\n\nThe mast is down.\n\nVetrov",
        "858.62/10\n\nMemorandum of Conversation, by the Officer in Charge (Tobin)\n\nMr. Aamodt called.",
    ],
)
def test_other_pages_are_none_of_the_series(text: str, settings: Settings) -> None:
    page = page_of(Capture("p", "p", text, "0"), split_paragraphs(text), settings.repositories)
    assert FRUS.score(page).value == 0
