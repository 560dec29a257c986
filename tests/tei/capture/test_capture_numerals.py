"""Numbers as lists and notes show them."""

from __future__ import annotations

import pytest

from tei.capture.numerals import MAX_NUMBER, write_number

FORMS = [
    (4, "lower-roman", "iv"), (1949, "upperRoman", "MCMXLIX"), (26, "lower-alpha", "z"), (28, "lower-alpha", "ab"),
    (28, "upperLetter", "BB"), (2, "upper-alpha", "B"), (29, "russianLower", "аа"), (7, "russianUpper", "Ж"),
    (3, "decimalZero", "03"), (12, "decimal-leading-zero", "12"), (5, "decimalEnclosedCircle", "⑤"),
    (21, "decimalEnclosedCircleChinese", "21"), (20, "chineseCounting", "二十"), (107, "ideographDigital", "一〇七"),
    (11, "ordinal", "11th"), (22, "ordinal", "22nd"), (2, "chicago", "†"), (5, "chicago", "**"), (9, "decimal", "9"),
    (9, "unheard of", "9"), (0, "lowerRoman", "0"), (-2, "lower-alpha", "-2"), (MAX_NUMBER + 1, "upperRoman", "10001"),
    (1, "upper-roman", "I"), (1, "lowerLetter", "a"), (10, "japaneseCounting", "十"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "form", "written"), FORMS)
def test_a_number_is_written_in_its_form(number: int, form: str, written: str) -> None:
    """Where a form ends, figures go on."""
    assert write_number(number, form) == written
