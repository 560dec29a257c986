"""An office in the dative addresses a telegram, over one line or several, for one addressee or more."""

from __future__ import annotations

import pytest

from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.parts import Knowledge
from tei.recognise.russian_addresses import address_rows

KNOWN = Knowledge(None, lambda _: False, lambda name: name == "Карск")
TEXT = "Уголь отправлен вчера, мешки прошу вернуть пустыми."


def _names(lines: str) -> list[str]:
    rows = address_rows(split_paragraphs(f"{lines}\n\n{TEXT}"), 0, (), KNOWN)
    return [row.paragraph.text[slice(*row.line.name)] for row in rows if row.line and row.line.name]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("НАЧАЛЬНИКУ РАДИООТДЕЛА\n\nПОЛЯРНОГО ИНСТИТУТА", ["НАЧАЛЬНИКУ РАДИООТДЕЛА\n\nПОЛЯРНОГО ИНСТИТУТА"]),
        (
            "Командующему 2-м отрядом\nгенералу Ветрову\nЧлену совета Пашину",
            ["генералу Ветрову", "Члену совета Пашину"],
        ),
        ("Карск\nНачальнику станции\nтов. Ветрову", ["Ветрову"]),
        ("Всем начальникам станций", ["Всем начальникам станций"]),
        ("Начальнику сообщите, что печь дымит", []),
        ("Печь сложена в 1931 году", []),
    ],
)
def test_lines_in_the_dative_name_who_is_addressed(lines: str, names: list[str]) -> None:
    found = _names(lines)
    assert [name.removeprefix("тов. ") for name in found] == names


def test_place_over_the_office_is_where_the_telegram_goes() -> None:
    paragraphs = split_paragraphs(f"Карск\nНачальнику станции\nтов. Ветрову\n\n{TEXT}")
    (row,) = address_rows(paragraphs, 0, (), KNOWN)
    assert row.line is not None
    assert row.line.place == (0, len("Карск"))
