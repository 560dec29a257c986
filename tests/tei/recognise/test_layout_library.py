"""Pages of the free libraries: what is the library's own, and what the text's; people and stations are invented."""

from __future__ import annotations

from tei.model import Capture, Owner
from tei.recognise import Settings, recognise

PAGE = """Телеграмма П. А. Ветрова К. П. Сабельникову 14 ноября 1938 года

Материал из Викитеки — свободной библиотеки

← Письмо А. Г. Пашину | Телеграмма К. П. Сабельникову
автор Павел Ветров | Записка И. Тумановой →

Дата создания: 14 ноября 1938. Источник: РГАСПИ. Ф. 558. Оп. 11. Д. 746. Л. 31.

Телеграмма

14 ноября 1938 г. Шифром

Карск, Сабельникову.

Ваше предложение о новых бочках получил. Думаю, что мыть их сейчас нечем.

Ветров

Навигация
"""


def test_the_head_of_a_library_ends_where_the_text_of_the_telegram_begins(settings: Settings) -> None:
    """Day and address of the telegram are no lines of the library, and of the library's own no word is left over."""
    found = recognise(Capture("page.txt", "page", PAGE, "0" * 64), settings)
    (telegram,) = found.telegrams
    assert telegram.sent is not None
    assert telegram.sent.when == "1938-11-14"
    assert [holding.reference.key for holding in telegram.holdings] == ["rgaspi/558/11/746/31"]
    text = "".join(PAGE[span.start : span.end] for span in found.spans if span.owner is Owner.TEXT)
    assert "Шифром" in text
    assert "Карск, Сабельникову" in text
    assert "Записка" not in text
    assert not [finding for finding in found.findings if finding.rule == "REC901"]
