"""Words with letters of the other alphabet are read in that of the page; every place stays what it is."""

from __future__ import annotations

import pytest

from tei.recognise.lookalikes import as_written, settled

PAGE = "Полынья выйдет пятого, примите её хорошо, но коротко. "


@pytest.mark.parametrize(
    ("scanned", "read"),
    [
        ("COB. CEKPETHO, Oп. 4", "СОВ. СЕКРЕТНО, Оп. 4"),
        ("AKПИ, Ф. 12", "АКПИ, Ф. 12"),
        ("Oп. 4, том XI, USA", "Оп. 4, том XI, USA"),
    ],
)
def test_a_scan_of_a_russian_page_is_read_in_cyrillic(scanned: str, read: str) -> None:
    """Roman numerals and words that Cyrillic cannot write stay Latin."""
    assert settled(PAGE * 3 + scanned) == PAGE * 3 + read


def test_a_latin_page_is_read_in_latin() -> None:
    assert settled("The ice at Karsk is thick, Cоmrade Vetrov.") == "The ice at Karsk is thick, Comrade Vetrov."


@pytest.mark.parametrize("text", ["", "COB", "Vetrov — Ветров", PAGE + "COB", "Aб " + "Vetrov Ветров " * 9])
def test_a_page_without_such_words_or_of_two_alphabets_is_left(text: str) -> None:
    assert settled(text) == text


def test_marks_of_half_width_are_read_as_those_of_chinese_and_kept_as_written() -> None:
    written = "陆方唐[1]:换尺的电报想已看到,旧尺请先留下."
    read = settled(written)
    assert read == "陆方唐[1]：换尺的电报想已看到，旧尺请先留下。"
    assert as_written("换尺的电报想已看到，", read, written) == "换尺的电报想已看到,"


def test_half_width_marks_of_an_english_page_stay() -> None:
    text = "Fang Jinghe 方景和, head of the water office, wrote to Lu Wenzhou 陆文舟: the gauge stands."
    assert settled(text) == text


@pytest.mark.parametrize(
    ("scanned", "read"),
    [
        ("Karsk, 1O May 193O", "Karsk, 10 May 1930"),
        ("May l2, l938", "May 12, 1938"),
        ("Карск, З1 мая. Карск, 3О мая 193О г.", "Карск, З1 мая. Карск, 30 мая 1930 г."),
        ("He had 4O men and said: May I go?", "He had 4O men and said: May I go?"),
    ],
)
def test_letters_are_read_as_figures_where_a_day_or_a_year_stands(scanned: str, read: str) -> None:
    assert settled(scanned) == read


def test_two_hyphens_behind_a_day_are_read_as_a_dash() -> None:
    assert settled("Karsk, May 3, 1938--5 p. m. -- Vetrov") == "Karsk, May 3, 1938— 5 p. m. -- Vetrov"


@pytest.mark.parametrize("written", ["N 88", "Ne 88", "No 88", "N° 88"])
def test_letters_are_read_as_the_sign_for_a_number_in_a_russian_page(written: str) -> None:
    assert settled(PAGE * 3 + written) == PAGE * 3 + "№ 88".replace(" ", " " * (len(written) - 3))
