"""The language of a text, short or mixed, and that of its original."""

from __future__ import annotations

from typing import Literal

import pytest

from tei.archives import find
from tei.model import Certainty, Credit, Holding, Printed
from tei.recognise.languages import language_of, original_language
from tests.timing import seconds

TEXTS = [
    ("The ship is late and the coal is gone.", "en"),
    ("Please send coal.", "en"),
    ("To Comrade Vetrov", "en"),
    ("The station [станция] at Karsk is cold.", "en"),
    ("We are at 气象站 and it is cold.", "en"),
    ("Корабль опаздывает, уголь кончился.", "ru"),
    ("Ждём угля.", "ru"),
    ("Что делать?", "ru"),
    ("Кораблю — уголь (coal).", "ru"),
    ("Корабль опаздываетъ, уголь весь вышелъ, нѣтъ и дровъ.", "ru"),
    ("Корабът закъснява, въглищата свършиха. Какво да правим?", "bg"),
    ("Той ще дойде със шейна през зимата.", "bg"),
    ("Не знам кога ще пристигне корабът с въглищата, но трябва да чакаме.", "bg"),
    ("Корабель запізнюється, вугілля скінчилося.", "uk"),
    ("Брод касни, нема више угља и ми чекамо његов долазак.", "sr"),
    ("Хөлөг онгоц хоцорч байна, нүүрс дууссан.", "mn"),
    ("船晚了，煤没了。", "zh"),
    ("船が遅れています。石炭はありません。", "ja"),
    ("배가 늦습니다. 석탄이 없습니다.", "ko"),
    ("Das Schiff ist nicht da und wir warten auf die Kohle.", "de"),
    ("Le navire est en retard et nous attendons le charbon dans la station.", "fr"),
    ("Gemi geç kaldı ve kömür bitti, bu kış çok soğuk.", "tr"),
    ("El barco no llega y se acaba el carbón de la estación.", "es"),
    ("Statek się spóźnia, nie ma węgla i jest zimno na stacji.", "pl"),
    ("A hajó késik, és nem jött meg a szén, hogy fűtsünk.", "hu"),
    ("Korabl' ne prishel, i u nas net uglia. Prosim soobshchit', chto delat' s sobakami.", "ru-Latn"),
    ("Karsk 1938", "und"),
    ("", "und"),
    ("12345", "und"),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_a_text_is_known_by_its_script_and_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def printed(place: str = "", title: str = "", kind: Literal["printed", "translation"] = "printed") -> Printed:
    return Printed(type=kind, text="x", place=place, title=title)


ORIGINALS = [
    (printed("Moscow"), "ru"),
    (printed("М."), "ru"),
    (printed("М.; Л."), "ru"),
    (printed("Moscow–Leningrad"), "ru"),
    (printed("Sofia"), "bg"),
    (printed("Beijing"), "zh"),
    (printed("Berlin and Leipzig"), "de"),
    (printed("", "Льды и туманы"), "ru"),
    (printed("", "Vospominaniia zimovshchika"), "ru"),
    (printed("", "Novye tumany i sovetskaia stantsiia"), "ru"),
    (printed("Port", "Ice and Fog"), ""),
    (printed("Moscow", kind="translation"), ""),
]


@pytest.mark.parametrize(("source", "language"), ORIGINALS)
def test_a_printed_original_tells_its_language_by_place_and_title(source: Printed, language: str) -> None:
    people = (Credit("translator", "Ida Lind", "translated by"),)
    assert original_language("", (), (source,), people, "en")[0] == language


def test_what_the_source_says_goes_before_all_else() -> None:
    found = original_language("Translated from the Turkish by Ida Lind", (), (printed("Moscow"),), (), "en")
    assert found == ("tr", Certainty.HIGH)


def test_the_country_of_the_archive_tells_the_language_of_its_papers() -> None:
    hit = find("RGASPI, f. 12, op. 3, d. 47, l. 20")[0]
    holding = Holding(hit.reference, "x")
    assert original_language("", (holding,), (), (), "en") == ("ru", Certainty.MEDIUM)


def test_without_any_sign_of_a_translation_the_text_is_the_original() -> None:
    assert original_language("", (), (), (), "en") == ("en", Certainty.LOW)
    assert original_language("", (), (), (), "und") == ("", Certainty.LOW)


def test_a_long_text_takes_little_time() -> None:
    texts = ("Корабль опаздывает ъъъ " * 4000, "the ship is late " * 4000)
    assert seconds(lambda: [language_of(text) for text in texts]) < 0.6
