"""Telegrams that a page's words tie to the one before."""

from __future__ import annotations

import pytest

from tei.recognise.intervals import said_later
from tei.recognise.sequels import goes_again
from tests.tei.recognise.conftest import Recognise

STORY = """The Stove at Karsk

On 3 May 1938 Captain Morozkin telegraphed to Lind: "Stove has gone over the side with the cook. Send another." Two \
days later he added: "Cook is back. Stove is not."

Lind replied the same evening: "Stove follows. Keep the cook."

The stove came in August, and the historians of the coast have argued about it ever since. The cook wrote a book.
"""


def test_one_more_telegram_goes_between_the_same_two_and_its_answer_back(read: Recognise) -> None:
    names = [(one.party("sent"), one.party("received")) for one in read(STORY).telegrams]
    assert [(a and a.text, b and b.text) for a, b in names] == [
        ("Captain Morozkin", "Lind"),
        ("Captain Morozkin", "Lind"),
        ("Lind", "Captain Morozkin"),
    ]


def test_its_day_is_counted_from_that_of_the_one_before(read: Recognise) -> None:
    days = [one.sent.day if one.sent else "" for one in read(STORY).telegrams]
    assert days == ["1938-05-03", "1938-05-05", "1938-05-05"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two days later he added:", 2),
        ("The next day Lind answered:", 1),
        ("Lind replied the same evening:", 0),
        ("Lind wired back within the hour:", 0),
        ("Some weeks later Lind wrote:", None),
        ("Lind wrote:", None),
        ("Ответ пришёл через три дня. Линд сообщал:", 3),
        ("В тот же день Линд ответил:", 0),
    ],
)
def test_a_sentence_says_how_long_after_or_nothing(text: str, days: int | None) -> None:
    assert said_later(text) == days


def test_a_second_telegram_is_one_more_and_a_second_thought_is_none() -> None:
    assert goes_again("He sent another telegram to Tarn:")
    assert goes_again("On 6 April Lind wired again to Pell:")
    assert not goes_again("Lind had a second thought about the stove:")
