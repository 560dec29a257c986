"""Closings that Russian books print in the line of the text."""

import pytest

from tei.recognise.russian_closings import closing_cuts, number_at

SAID = "Держу трубу и жду угля. "


@pytest.mark.parametrize(
    ("closing", "parts"),
    [
        ("3 мая 1938 г., 9 час. 40 мин. 1204. Ветров.", ["3 мая 1938 г., 9 час. 40 мин. 1204. ", "Ветров."]),
        ("№ 12/ог. Капитан Ветров", ["№ 12/ог. Капитан Ветров"]),
        ("Капитан Ветров. 3 мая. № 1914.", ["Капитан Ветров. ", "3 мая. ", "№ 1914."]),
        ("Генерал-адъютант Гурко.", ["Генерал-адъютант Гурко."]),
    ],
)
def test_day_number_and_name_behind_the_last_sentence_are_parted(closing: str, parts: list[str]) -> None:
    text = SAID + closing
    cuts = closing_cuts(text)
    assert [text[a:b] for a, b in zip(cuts, (*cuts[1:], len(text)), strict=True)] == parts


@pytest.mark.parametrize(
    "text",
    [
        SAID + "5 мая Карск.",
        SAID + "Карск. 5 мая. № 15.",
        "На пристани меня встретил капитан Ветров.",
        "Капитан Ветров.",
    ],
)
def test_a_place_with_its_day_and_a_name_in_a_sentence_close_nothing(text: str) -> None:
    assert closing_cuts(text) == ()


def test_a_number_before_a_name_is_told_from_a_day_with_its_month_in_roman_figures() -> None:
    assert number_at("1204. Ветров") == ((0, 4), (6, 12), False)
    assert number_at("3 мая 1938 г. 1204.") == ((14, 18), (0, 13), True)
    assert number_at("14/V. Ветров") is None
