"""Where an article hands over to a telegram, and where its own words go on, is weighed from several signs."""

from __future__ import annotations

import pytest

from tei.recognise.layouts.handing import may_hand_over, tells_of_else
from tei.recognise.layouts.inset import telegrams_in
from tei.recognise.layouts.voices import voice
from tei.recognise.paragraphs import Paragraph


@pytest.mark.parametrize(
    "words",
    [
        "Please send coal and two lamps before the ice closes.",
        "Harbour frozen. Ship cannot sail before March.",
        "COAL LOW STOP SEND SHIP STOP VETROV",
        "I have received your telegram and shall lay it before the council.",
    ],
)
def test_what_is_spoken_to_somebody_or_wired_is_rather_a_message(words: str) -> None:
    assert voice(words) > 0


@pytest.mark.parametrize(
    "words",
    [
        "The telegram was read aloud in the mess, and nobody thought of answering it before Sunday.",
        "He had asked for coal twice before, and both times the institute sent him figures instead.",
        "Historians have read it as a complaint (1961), p. 14.",
    ],
)
def test_what_tells_of_the_telegram_or_its_sender_is_rather_argument(words: str) -> None:
    assert voice(words) < 0


def test_an_author_who_tells_of_himself_is_not_taken_for_a_sender() -> None:
    words = "I carried it up the stairs, and I waited until the old man had found his glasses and read it."
    assert voice(words) > 0 > voice(words, personal=True)


@pytest.mark.parametrize(
    "said",
    [
        "The telegram lay on the table. Carrow wrote in his diary that evening:",
        "According to the Governor:",
        "When the clerk was asked what the file contained, he replied:",
        "We find another story, told by a man who had sent a telegram himself:",
    ],
)
def test_a_diary_a_speech_or_a_story_is_no_telegram(said: str) -> None:
    assert tells_of_else(said)


def test_an_answer_that_ran_so_hands_over() -> None:
    assert may_hand_over("The answer came before dinner:", "Wait.")
    assert not may_hand_over("The answer was no.", "He went home and said nothing to anybody.")


def _quoted(text: str) -> list[str]:
    return [region.body[0].text for region in telegrams_in(Paragraph(0, len(text), text))]


def test_a_wire_quoted_behind_a_full_stop_is_found() -> None:
    assert _quoted('Severin replied at midnight. "Ship leaves Thursday. Keep line open."') == [
        "Ship leaves Thursday. Keep line open."
    ]
    assert _quoted('Thole answered at last. "The sea," he used to say, "is a bad clerk."') == []
