"""Credits: who translated, gave, edited a source, and from which language."""

from __future__ import annotations

import pytest

from tei.recognise.credits import find_credits, is_credit_line, translated_from
from tests.timing import seconds

TRANSLATORS = [
    ("Translated by Ida Fairweather.", ["Ida Fairweather"]),
    ("Translated by: Ida Fairweather", ["Ida Fairweather"]),
    ("Translated from Russian by Ida Fairweather. AKPI, f. 12.", ["Ida Fairweather"]),
    ("Translated from the Russian by Ida Fairweather and Jan de Vries.", ["Ida Fairweather", "Jan de Vries"]),
    ("Translated for the Karsk Papers by Ida Fairweather.", ["Ida Fairweather"]),
    ("Translated from the Russian for the Karsk Papers by I. V. Orlova.", ["I. V. Orlova"]),
    ("Translated into English from the Turkish by Şule İpek", ["Şule İpek"]),
    ("Translation by Ida Fairweather, Jan de Vries, and O. Lind", ["Ida Fairweather", "Jan de Vries", "O. Lind"]),
    ("Translation: Ida Fairweather", ["Ida Fairweather"]),
    ("Translator: Ida Fairweather", ["Ida Fairweather"]),
    ("Translators: Ida Fairweather; Jan Lind", ["Ida Fairweather", "Jan Lind"]),
    ("Trans. by Ida Fairweather", ["Ida Fairweather"]),
    ("Trans. Ida Fairweather (Port: Ice Press, 1961)", ["Ida Fairweather"]),
    ("Tr. by A. B. Fairweather & C. D. Lind", ["A. B. Fairweather", "C. D. Lind"]),
    ("(Translated by Yu. O'Hara)", ["Yu. O'Hara"]),
    ("Translated by Ida Fairweather, Jr.", ["Ida Fairweather, Jr."]),
    ("Translated by Jean-Paul von der Lind", ["Jean-Paul von der Lind"]),
    ("Ida Fairweather, translator", ["Ida Fairweather"]),
    ("Перевод с английского И. Орловой", ["И. Орловой"]),
    ("Перевод: И. В. Орлова", ["И. В. Орлова"]),
    ("Пер. с нем. И. Орловой и О. Линд", ["И. Орловой", "О. Линд"]),
    ("译者：王大明、李小红", ["王大明", "李小红"]),
    ("Translated by 7Brands.", ["7Brands"]),
    ("Translated by 7 clerks.", []),
    ("The cook was translated to a better place.", []),
    ("He provided coal.", []),
    ("Translated from the Russian.", []),
]
OTHERS = [
    (
        "Contributed by Olga Lind and translated by Ida Fairweather.",
        [("contributor", "Olga Lind"), ("translator", "Ida Fairweather")],
    ),
    ("Obtained for the Karsk Papers by Olga Lind", [("contributor", "Olga Lind")]),
    ("Provided by the Institute of Ice", [("contributor", "Institute of Ice")]),
    ("Document courtesy of Olga Lind", [("contributor", "Olga Lind")]),
    (
        "Donated by Olga Lind. Translated by Ida Fairweather.",
        [("contributor", "Olga Lind"), ("translator", "Ida Fairweather")],
    ),
    ("Edited by Olga Lind", [("editor", "Olga Lind")]),
    ("Introduced and annotated by Olga Lind", [("editor", "Olga Lind")]),
    ("Transcription: Olga Lind", [("editor", "Olga Lind")]),
    ("HTML Markup: Olga Lind", [("editor", "Olga Lind")]),
    ("Составитель: О. Линд", [("editor", "О. Линд")]),
]
LANGUAGES = [
    ("Translated from the Russian by Ida Lind", "ru"),
    ("Translated from Turkish by: Ida Lind", "tr"),
    ("Trans. from the German", "de"),
    ("translation from the original Chinese", "zh"),
    ("Translated for the Karsk Papers from Bulgarian by X", "bg"),
    ("Перевод с английского", "en"),
    ("Пер. с кит. О. Линд", "zh"),
    ("Translated by Ida Lind", ""),
    ("Translated from Karsk", ""),
]


@pytest.mark.parametrize(("text", "names"), TRANSLATORS)
def test_translators_are_named_in_many_ways(text: str, names: list[str]) -> None:
    assert [credit.name for credit in find_credits(text)] == names


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_contributors_and_editors_are_told_from_translators(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(credit.role, credit.name) for credit in find_credits(text)] == expected


@pytest.mark.parametrize("text", [text for text, _ in (*TRANSLATORS, *OTHERS)])
def test_the_evidence_is_where_the_name_stands(text: str) -> None:
    for credit in find_credits(text, 100):
        assert text[credit.evidence.start - 100 : credit.evidence.end - 100] == credit.name


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_of_the_original_is_read_where_it_is_said(text: str, language: str) -> None:
    assert translated_from(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "translated " * 400,
        "translated by " + "Ice " * 1000,
        "Tr. " * 1000,
        "I. " * 1500,
        "translated by " + "A. B " * 800,
    ],
)
def test_a_page_of_credits_takes_no_time(text: str) -> None:
    assert seconds(lambda: (find_credits(text), translated_from(text))) < 0.3


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("Obtained by Tobias Renn and translated by Ida Fairweather.", True),
        ("Translated by Ida Fairweather (from Russian)", True),
        ("Contributed by the Karsk Polar Institute.", True),
        ("Translated by Ida Fairweather, the telegram of 3 March reached the society only in May.", False),
        ("Obtained by our men in the night, coal is there again.", False),
        ("The ship was provided by Pavel Vetrov.", False),
    ],
)
def test_a_line_that_only_credits_people_is_told_from_a_sentence(line: str, *, only: bool) -> None:
    """It stands between the fields of a record page and its text, and is no word of the text."""
    assert is_credit_line(line) is only
