"""What a copyist broke over lines is one: the name of a body that signs, a heading and its addressee."""

from __future__ import annotations

import pytest

from tei.recognise.broken_headings import with_whole_headings
from tei.recognise.chinese_lines import addressee, inline_addressee, is_broken_signature
from tei.recognise.chinese_names import name_spans
from tei.recognise.known import nobody
from tei.recognise.paragraphs import split_paragraphs
from tei.recognise.russian import read_parties


@pytest.mark.parametrize(
    ("above", "below", "broken"),
    [
        ("云河各站代表庆祝北堤合龙与水渠通", "水大会筹备委员会", True),
        ("云河水利局", "双雁县政府", False),
        ("南闸水尺换妥，读数逐日电告", "水大会筹备委员会", False),
    ],
)
def test_a_body_signs_in_two_lines(above: str, below: str, broken: bool) -> None:
    """Two bodies one under the other are two, and a sentence is no name."""
    assert is_broken_signature(above, below) is broken


def test_two_full_names_written_together_are_two() -> None:
    """A name of six signs that only write sounds is one."""
    assert name_spans("罗致平陆文舟") == ((0, 3), (3, 6))
    assert name_spans("班达尔尼克诺") == ((0, 6),)


def test_two_are_addressed_in_one_line() -> None:
    """Alone or before the text, each with his colon."""
    line = "云河水利局方局长：水利部沈部长："
    assert addressee(line, nobody) == (0, len(line) - 1)
    found = inline_addressee("方局长钧鉴：水利部沈部长勋鉴：水位已退。", nobody)
    assert found is not None
    assert found[0] == len("方局长钧鉴：水利部沈部长勋鉴：")


@pytest.mark.parametrize(
    "text",
    [
        "ЛИЧНО И СЕКРЕТНО ОТ ПРЕМЬЕРА А. ВЕТРОВА\n\nПРЕЗИДЕНТУ г-ну Д. ПЕЛЛУ",
        "ДИРЕКТИВА СТАВКИ № 88\n\nКОМАНДУЮЩЕМУ ВОЙСКАМИ 2-го ЛЕДОВОГО ФРОНТА\n\nП.А. ВЕТРОВУ",
    ],
)
def test_a_heading_and_its_addressee_are_one(text: str) -> None:
    """A rank or the end of a numeral in small letters parts nothing."""
    assert len(with_whole_headings(text, split_paragraphs(text))) == 1


def test_an_envoy_sits_at_a_town_and_a_book_tells_of_its_hero() -> None:
    """«посла в Тарне» is the sender alone; «П. Ветров - Карск в воспоминаниях» names nobody's correspondent."""
    words = "посланника в Тарне"
    assert list(read_parties(words, 0, len(words), kind_named=True)) == [("from", (0, len(words)))]
    book = "Павел Ветров - Сабельников в воспоминаниях зимовщиков"
    assert not list(read_parties(book, 0, len(book), kind_named=False))
