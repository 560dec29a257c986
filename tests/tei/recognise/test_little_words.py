"""Titles in further languages name both sides; a sentence with the same words is none. All names are invented."""

from __future__ import annotations

import pytest

from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    ("title", "sender", "recipient"),
    [
        (
            "Depesza kierownika stacji Wietrowa do dyrektora Instytutu Paszyna",
            "kierownika stacji Wietrowa",
            "dyrektora Instytutu Paszyna",
        ),
        ("Telegramă a căpitanului Neagu către Institutul Polar", "căpitanului Neagu", "Institutul Polar"),
        ("Телеграма от Ветров до Пашин", "Ветров", "Пашин"),
        (
            "Телеграма начальника станції Вєтрова директорові Пашину",
            "начальника станції Вєтрова",
            "директорові Пашину",
        ),
        ("Телеграм посланика Лукића министру Марићу", "посланика Лукића", "министру Марићу"),
        ("Telegram poslanika Lukića ministru Mariću", "poslanika Lukića", "ministru Mariću"),
        ("Telegrama del capitán Luna al Instituto Polar", "capitán Luna", "Instituto Polar"),
        ("Điện của Đài trưởng Lân gửi Viện Địa cực", "Đài trưởng Lân", "Viện Địa cực"),
        ("Điện tín từ Lân gửi Viện Địa cực", "Lân", "Viện Địa cực"),
        ("카르스크 기지장이 극지연구소에게 보낸 전보", "카르스크 기지장", "극지연구소"),
        ("河野所長より沢井艦長宛電報", "河野所長", "沢井艦長"),
    ],
)
def test_title_names_both_sides_in_its_own_language(title: str, sender: str, recipient: str) -> None:
    read = read_title(title)
    assert looks_like_title(title)
    assert (read.party("from"), read.party("to")) == (sender, recipient)


@pytest.mark.parametrize(
    "text",
    [
        "Telegram dotarł do nas dopiero w nocy.",
        "Телеграмата пристигна до обед.",
        "Телеграмма дошла до станции к вечеру.",
        "Telegram reached the station at noon.",
    ],
)
def test_sentence_about_a_telegram_names_no_sides(text: str) -> None:
    read = read_title(text)
    assert not (read.party("from") and read.party("to"))


def test_hours_and_minutes_in_a_title_are_no_number() -> None:
    assert read_title("ВЕТРОВ — ПАШИНУ, 20/V-38 г., 9 ч. 05 м.").number == ""
