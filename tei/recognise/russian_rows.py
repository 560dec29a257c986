"""Lines of volumes in Russian that hold number, place and day: each is a line by itself in a form.

«№ 0154, г. Карск        3 мая 1938 г. 14 час. 30 мин.» and «Карск, 3 мая 1938 г. № 0154».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_NUMBER: Final = r"№\s?\d[\w/.-]{0,14}(?<![.,])"
_SEATED: Final = r"(?:г\.\s?|С\.-)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?"
_MONTH: Final = "(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-яё]*"
_DAY: Final = rf"\d{{1,2}}(?:\s?[(/⁄]\s?\d{{1,2}}\)?)?\s{_MONTH}\.?\s(?:1[89]|20)\d\d\s?(?:г\b\.?|года)"
_NUMBER_FIRST: Final = regex(rf"{_NUMBER}[.,]?\s+(?={_SEATED}[.,]?\s+{_DAY}(?:[.,]?\s[^\n]{{0,30}})?$)")
_NUMBER_LAST: Final = regex(rf"{_SEATED}[.,]?\s+{_DAY}[.,]?\s+(?={_NUMBER}\.?$)")
MAX_ROW: Final = 130


def with_numbers_apart(text: str, rows: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the rows of a page, the number in a line with place and day as a row of its own."""
    if "№" not in text:
        return iter(rows)
    return (part for row in rows for part in _parted(row))


def _parted(row: Paragraph) -> Iterator[Paragraph]:
    text = row.text
    match = None
    if "№" in text and 16 < len(text) <= MAX_ROW:
        match = _NUMBER_FIRST.match(text) if text[0] == "№" else _NUMBER_LAST.match(text)
    if match is not None:
        yield row.at(0, match.end())
        row = replace(row.at(match.end(), len(text)), blank_before=0)
    yield row
