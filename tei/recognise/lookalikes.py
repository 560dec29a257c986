"""Letters of the other alphabet in a word: a scan writes «CEKPETHO» and «Oп.» with Latin letters that look the same.

Recognition reads such words in the alphabet of the page. Each letter is replaced by one letter, so that all places
stay what they are, and the text of the documents is taken from the capture as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from tei.dates.lexicon import ENGLISH_MONTHS
from tei.model import OwnedSpan
from tei.regexes import regex
from tei.text import may_be_cyrillic

_LATIN: Final = "ABCEHKMOPTXYaceopxy"
_CYRILLIC: Final = "АВСЕНКМОРТХУасеорху"
_TO_CYRILLIC: Final = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN: Final = str.maketrans(_CYRILLIC, _LATIN)
_MIXED: Final = regex(r"[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]|(?<!\w)[ABCEHKMOPTX]\.\s?(?:[A-ZА-ЯЁ]\.\s?)?[А-ЯЁ][а-яё]")
_FIGURE_INITIAL: Final = regex(
    r"(?<!\w)(?<!\d\.\s)(?<!\d\.)(?P<before>[А-ЯЁ]\.[^\S\n]?)3(?=\.[^\S\n]?(?!Опис|Дел|Пап|Лис|Карт|Кор|Том|Кни|Час|Лл|Един)[А-ЯЁ][а-яё]{2})"
)
"""«Я. 3. Ветрову»: the figure that a scan has for the letter «З» of an initial.

«Ф. 3. Опись 1», «Д. 45. Л. 3. Подлинник» have a number."""
_STRAY_POINT: Final = regex(r"(?<=[а-яё]) \.(?=1[89]\d\d\s?г)")
"""«14 декабря .1928 г.»: a speck that a scan took for a full stop."""
_STROKE_FOR_ONE: Final = regex(r"(?<=[а-я]{3} )[/|!lI](?=9\d\d\s?г)")
"""«9 ноября /920 г.»: a stroke that a scan has for the figure."""
_STROKES: Final = (" /9", " |9", " !9", " l9", " I9")
_OLD_LETTERS: Final = str.maketrans("ѣіѳѵѢІѲѴ", "еифиЕИФИ")
_N_FOR_NUMBER: Final = regex(r"(?<![\w.])N(?:[eеoоoº°] ?|[23З] )?(?=\s?\d)")
"""«N 88», «Ne 88», «No 88»: letters for the sign that typewriters and old character sets do not have, and what scans
make of it, on a page in Cyrillic."""
_QUESTION_FOR_NUMBER: Final = regex(r"(?:(?<=^)|(?<=\n)|(?<=[а-яё(«] )|(?<=[А-ЯЁ] ))\?(?=\s?\d)")
"""«Телеграмма ? 88»: what old character sets made of the sign."""
_MONTH: Final = (
    rf"(?:{ENGLISH_MONTHS})\b|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[яьа]\b"
)
_DAY_BEFORE: Final = regex(rf"(?<![\w.,/-])(?:[1-3][lIOО]|[lI]\d|\d[lI])(?=(?:st|nd|rd|th)?,?\s(?i:{_MONTH}))")
_DAY_AFTER: Final = regex(rf"\b(?P<month>(?i:{ENGLISH_MONTHS})\s)(?P<day>[1-3][lIOО]|[lI]\d)(?=(?:st|nd|rd|th)?(?!\w))")
_YEAR: Final = regex(r"(?<![\w/])(?:[lI](?:[789][\dlIOО]{2})|1[789](?:[lIOО][\dlIOО]|\d[lIOО]))(?!\w)")
_FIGURED: Final = regex(r"\d[lIOО](?!\w)|(?<!\w)[lI]\d")
"""“April l7”, “1O May”, “193O”: letters that a typist or a scan has for figures, where a day or a year stands."""
_FIGURES: Final = str.maketrans("lIOО", "1100")
_POINTS: Final = "・‧∙"
_POINT_IN_NAME: Final = regex(r"(?<=[\u3400-\u9fff])[・‧∙](?=[\u3400-\u9fff])")
"""The point between the parts of a foreign name in Chinese, as other character sets have it."""
_HALF: Final = str.maketrans(",:;!?.", "，：；！？。")
_HALF_MARK: Final = regex(r"(?<=[\u3400-\u9fff\])）」》”〕])[,:;!?]|(?<=[\u3400-\u9fff])\.(?=\s|$)")
_HAN: Final = regex(r"[\u3400-\u9fff]")
_WORDS: Final = regex(r"[^\W\d_\u3400-\u9fff]{2,}")
"""Marks of half width, as converters and typists set them behind the signs of Chinese: 「林罗刘:本日电悉,望照办.」"""
_IN_CYRILLIC: Final = regex(r"[^\W\d_]+")
_LETTERS: Final = regex(r"[A-Za-z]")
_SIGNS: Final = regex(r"[А-яЁё]")
_ROMAN: Final = regex(r"[IVXLCDM]+")
_MOSTLY: Final = 5
"""One alphabet is the page's when it has so many times the letters of the other."""


def settled(text: str) -> str:
    """Return a text of the same length in which no word mixes Latin and Cyrillic; most texts are returned as they are.

    In a Cyrillic page a whole word of Latin look-alikes is read as Cyrillic too, Roman numerals apart.
    """
    if _FIGURED.search(text):
        text = _DAY_BEFORE.sub(_figures, text)
        text = _DAY_AFTER.sub(lambda match: match["month"] + match["day"].translate(_FIGURES), text)
        text = _YEAR.sub(_figures, text)
    if "--" in text:
        text = _TWO_HYPHENS.sub("— ", text)
    text = text.replace("鑑：", "鑒：") if "鑑：" in text else text
    if not text.isascii() and any(point in text for point in _POINTS):
        text = _POINT_IN_NAME.sub("·", text)
    if not text.isascii() and _HALF_MARK.search(text) and len(_HAN.findall(text)) > _MOSTLY * len(_WORDS.findall(text)):
        text = _HALF_MARK.sub(lambda match: match.group().translate(_HALF), text)
    if text.isascii() or not may_be_cyrillic(text) or _SIGNS.search(text) is None:
        return text
    text = text.replace("Ѵ", "V") if "Ѵ" in text else text
    text = _FIGURE_INITIAL.sub(r"\g<before>З", text) if ". 3." in text or ".3." in text else text
    text = _STROKE_FOR_ONE.sub("1", text) if any(map(text.__contains__, _STROKES)) else text
    text = text.translate(_OLD_LETTERS) if "ѣ" in text else text
    text = _STRAY_POINT.sub("  ", text) if " .1" in text else text
    text = text.replace(" -- ", " —  ") if " -- " in text else text
    if (
        "N" in text
        and _N_FOR_NUMBER.search(text)
        and len(_SIGNS.findall(text)) >= _MOSTLY * len(_LETTERS.findall(text))
    ):
        text = _N_FOR_NUMBER.sub(lambda match: "№".ljust(len(match.group())), text)
    if "?" in text and "№" not in text:
        text = _QUESTION_FOR_NUMBER.sub("№", text)
    if _MIXED.search(text) is None:
        return text
    cyrillic, latin = len(_SIGNS.findall(text)), len(_LETTERS.findall(text))
    if cyrillic >= _MOSTLY * latin:
        return _IN_CYRILLIC.sub(_cyrillic, text)
    return _IN_CYRILLIC.sub(_latin, text) if latin >= _MOSTLY * cyrillic else text


def with_whole_dashes(spans: Sequence[OwnedSpan], written: str) -> Iterator[OwnedSpan]:
    """Yield what owns the first of two hyphens, read as one dash, with the second where nothing owns that."""
    for span, after in zip_longest(spans, spans[1:]):
        end = span.end
        apart = written.startswith("-", end) and written[end - 1] == "-" and (after is None or after.start > end)
        yield replace(span, end=end + 1) if apart else span


def _figures(match: re.Match[str]) -> str:
    return match.group().translate(_FIGURES)


_TWO_HYPHENS: Final = regex(r"(?:(?<=\d)|(?<=\d[.a-z])|(?<=\d[a-z]\.))--(?=\d|noon\b|midnight\b|\s?[A-Z])")
"""What typists and plain texts have for a dash behind a day or number, “May 3, 1938--5 p. m.”, “No. 5.--Tarn”."""


def as_written(words: str, read: str, written: str) -> str:
    """Return words that stand in a text as it was read, as they stand in it as it was written; spaces stay single."""
    at = read.find(words) if words else -1
    if at < 0:
        return words
    signs = written[at : at + len(words)]
    return "".join(one if other.isspace() else other for one, other in zip(words, signs, strict=True))


def _cyrillic(match: re.Match[str]) -> str:
    word = match.group()
    if not (set(_LATIN) & set(word)) or _ROMAN.fullmatch(word):
        return word
    read = word.translate(_TO_CYRILLIC)
    return read if _LETTERS.search(read) is None else word


def _latin(match: re.Match[str]) -> str:
    word = match.group()
    if _SIGNS.search(word) is None or _LETTERS.search(word) is None:
        return word
    read = word.translate(_TO_LATIN)
    return read if _SIGNS.search(read) is None else word
