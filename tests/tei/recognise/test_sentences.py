"""Where the sentences of prose begin."""

from __future__ import annotations

import pytest

from tei.recognise.sentences import last_sentence, next_sentences


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The lamp is out. He wired:", "He wired:"),
        ("He asked Capt. Pell. Messrs. Lind and Renn wired:", "Messrs. Lind and Renn wired:"),
        ("It was signed by A. P. Pashin.", "It was signed by A. P. Pashin."),
        ("So it stayed.[12] He wired:", "He wired:"),
        ("So it stayed.(3) “Take nails”, he wired:", "“Take nails”, he wired:"),
        ("Лампа погасла. Он телеграфировал:", "Он телеграфировал:"),
        ("at 3.15 Moscow time", "at 3.15 Moscow time"),
    ],
)
def test_the_last_sentence_begins_behind_a_full_stop_and_its_note(text: str, last: str) -> None:
    assert last_sentence(text) == last


def test_sentences_are_looked_for_within_a_stretch() -> None:
    text = "One is out. Two are lit. None is green."
    assert next_sentences(text) == [12, 25]
    assert next_sentences(text, 0, 24) == [12]
