"""Credits that a sentence gives, and the language in which a source says that a document is."""

from __future__ import annotations

import pytest

from tei.recognise.credits import find_credits, language_stated


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The papers were collected by Ida Fairweather, who also translated them.", ("translator", "Ida Fairweather")),
        ("They are quoted after Ida Fairweather’s translation.", ("translator", "Ida Fairweather")),
        ("Diary of a winter. English by Ida Fairweather.", ("translator", "Ida Fairweather")),
        ("Translation Ida Fairweather. Source: a cupboard", ("translator", "Ida Fairweather")),
        ("Предоставила Ida Fairweather.", ("contributor", "Ida Fairweather")),
        ("第9页。萧慕白提供。", ("contributor", "萧慕白")),
        ("（罗致远译）", ("translator", "罗致远")),
    ],
)
def test_a_name_is_credited_where_a_sentence_says_so(text: str, credit: tuple[str, str]) -> None:
    assert [(one.role, one.name) for one in find_credits(text)] == [credit]


@pytest.mark.parametrize("text", ["The Institute translated the book.", "Translation Bureau. Files", "译文"])
def test_a_body_or_no_name_is_not_credited(text: str) -> None:
    assert find_credits(text) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("AKPI, l. 8. In Swedish.", "sv"),
        ("Original in French; a copy", "fr"),
        ("Подлинник на английском языке.", "en"),
        ("Л. 5. На немецком яз.", "de"),
        ("Kept in Leningrad. In Stockholm.", ""),
        ("Printed in English translation", ""),
        ("", ""),
    ],
)
def test_a_source_states_the_language(text: str, language: str) -> None:
    assert language_stated(text) == language
