"""Italics that plain texts give by underscores."""

from __future__ import annotations

import pytest

from tei.capture.underlined import with_italics


def test_underscores_in_pairs_are_italics() -> None:
    """Words between underscores lose them, and the places of the words are known."""
    text, features = with_italics("_Tarn to Pell_.\nThe _Polynya_ is late.\n", 0)
    assert text == "Tarn to Pell.\nThe Polynya is late.\n"
    assert [text[feature.start : feature.end] for feature in features] == ["Tarn to Pell", "Polynya"]


def test_text_before_the_start_keeps_its_underscores() -> None:
    """What an editor wrote at the head of a file is left alone."""
    text, features = with_italics("sent_from = 1\n_One_ and _two_.", 14)
    assert text == "sent_from = 1\nOne and two."
    assert [feature.start for feature in features] == [14, 22]


@pytest.mark.parametrize("text", ["Name: ____ and _one_ _two_", "file_name_x of _Polynya_", "_One_ alone", "no signs"])
def test_other_underscores_are_the_texts_own(text: str) -> None:
    """Blanks to fill in, names of files and a single pair stay as they are."""
    assert with_italics(text, 0) == (text, ())
