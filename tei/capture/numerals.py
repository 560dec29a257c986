"""Numbers as lists and notes show them: figures, letters of two alphabets, Roman, Chinese, in circles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters that count in Russian lists: not ё, й, ъ, ы, ь."""
_CHINESE: Final = "〇一二三四五六七八九"
MAX_NUMBER: Final = 10_000
"""Above it a number is written in figures, whatever the form: nobody counts so far in letters."""


def roman(number: int) -> str:
    """Return a positive number in small Roman figures."""
    written = ""
    for value, figures in _ROMAN:
        count, number = divmod(number, value)
        written += figures * count
    return written


def alphabetic(number: int, letters: str) -> str:
    """Return a positive number as browsers write it in letters: a … z, aa, ab … (CSS Counter Styles, alphabetic)."""
    written = ""
    while number > 0:
        number, index = divmod(number - 1, len(letters))
        written = letters[index] + written
    return written


def repeated(number: int, letters: str) -> str:
    """Return a positive number as word processors write it in letters: a … z, aa, bb … (ISO 29500-1, 17.18.59)."""
    count, index = divmod(number - 1, len(letters))
    return letters[index] * (count + 1)


def chinese(number: int) -> str:
    """Return a number below 100 in Chinese, others figure by figure."""
    tens, ones = divmod(number, 10)
    if number >= 100 or number < 1:
        return "".join(_CHINESE[int(figure)] for figure in str(number))
    return ("" if tens < 2 else _CHINESE[tens]) + ("十" if tens else "") + (_CHINESE[ones] if ones else "")


def circled(number: int) -> str:
    """Return a number in a circle, as far as there are such signs (1 to 20), else in figures."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def ordinal(number: int) -> str:
    """Return an English ordinal in figures: 1st, 2nd, 3rd, 11th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


_FORMS: Final[Mapping[str, Callable[[int], str]]] = {
    "lower-roman": roman,
    "upper-roman": lambda number: roman(number).upper(),
    "lower-alpha": lambda number: alphabetic(number, _LATIN),
    "upper-alpha": lambda number: alphabetic(number, _LATIN).upper(),
    "decimal-leading-zero": lambda number: f"{number:02}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lambda number: repeated(number, _LATIN),
    "upperLetter": lambda number: repeated(number, _LATIN).upper(),
    "russianLower": lambda number: repeated(number, _RUSSIAN),
    "russianUpper": lambda number: repeated(number, _RUSSIAN).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "ideographDigital": chinese,
    "japaneseCounting": chinese,
    "ordinal": ordinal,
    "chicago": lambda number: repeated(number, "*†‡§"),
}


def write_number(number: int, form: str) -> str:
    """Return a number in a form of CSS or of WordprocessingML (`ST_NumberFormat`); figures where the form has none."""
    write = _FORMS.get(form)
    return write(number) if write and 1 <= number <= MAX_NUMBER else str(number)
