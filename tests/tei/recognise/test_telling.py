"""Words that tell of a telegram from outside, and a telegram's own."""

from __future__ import annotations

import pytest

from tei.recognise.telling import tells_of
from tei.recognise.titles import read_title

TITLE = read_title("Telegram from Vetrov to Sabelnikov")


@pytest.mark.parametrize(
    "text",
    [
        "Vetrov reports that the ice has broken.",
        "Vetrov and Tumanova ask for boards.",
        "This telegram concerns the second stove.",
        "Telegram on the loss of the second stove.",
        "Sabelnikov then replies to Vetrov.",
    ],
)
def test_sentence_about_the_sender_or_the_document_tells(text: str) -> None:
    assert tells_of(text, TITLE) == (text != "Vetrov and Tumanova ask for boards.")


@pytest.mark.parametrize(
    "text",
    ["I report that the ice has broken.", "Morozkin reports ice.", "Ice reports follow.", "Send boards at once."],
)
def test_sentence_of_a_telegram_does_not(text: str) -> None:
    assert not tells_of(text, TITLE)
