"""Reports, surveys, orders and records among the wires of a volume are told by the word that heads them."""

from __future__ import annotations

import pytest

from tei.recognise.russian_papers import is_counted_paper, is_paper
from tei.recognise.titles import read_title


@pytest.mark.parametrize(
    "heading",
    [
        "ДОКЛАД НАЧАЛЬНИКА СТАНЦИИ КАРСК",
        "Спецсводка радиоотдела о слышимости",
        "Разведывательная сводка отряда",
        "Докладная записка П. А. Ветрова А. Пашину о печах",
        "Боевое донесение № 5 штаба отряда",
        "Запись переговоров по существу печей",
    ],
)
def test_heading_of_a_report_is_no_title_of_a_telegram(heading: str) -> None:
    assert is_paper(heading)
    assert read_title(heading).other


@pytest.mark.parametrize(
    "heading",
    [
        "Телеграмма П. А. Ветрова А. Пашину",
        "Доклад Ветрова по прямому проводу",
        "Приказание штаба отряда начальнику станции",
        "Секретное донесение посланника в Тарне министру",
        "Указание начальника станции",
        "Report on the mast",
    ],
)
def test_what_was_wired_or_sent_by_an_envoy_stays_one_of_ours(heading: str) -> None:
    assert not is_paper(heading)


def test_number_of_a_volume_may_stand_before_the_word() -> None:
    assert is_counted_paper("№ 311. Донесение штаба отряда в институт")
    assert not is_counted_paper("№ 311. Телеграмма штаба отряда в институт")
