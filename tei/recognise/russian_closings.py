"""Closings that Russian books print in the line of the text: «… жду ответа. 3 марта 1917 г. 1872. Ветров.».

Day and hour, the number of the wire and the name stand behind the last sentence, in either order; a name alone only
with its rank, «… жду ответа. Генерал Ветров.».
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_MONTH: Final = (
    r"(?:янв(?:аря)?|фев(?:раля)?|мар(?:та)?|апр(?:еля)?|мая|июн[яь]|июл[яь]|авг(?:уста)?|сен(?:тября)?|окт(?:ября)?|"
    r"нояб?(?:ря)?|дек(?:абря)?)\.?"
)
_DAY: Final = (
    rf"\d{{1,2}}(?:\s?/\s?\d{{1,2}})?(?:\s{_MONTH}(?:\s?(?:1[89]|20)\d\d)?|[./][\dIVX]{{1,4}}(?:[./—–-]\d{{2,4}})?)"
    r"(?:\s?г(?:ода|\.))?(?:[,.]?\s+(?:в\s)?\d{1,2}(?:\s?час(?:ов|а|\.)?|\s?ч\.|[:.]\d\d)(?:\s?\d{1,2}\s?м(?:инут|ин\.|\.))?"
    r"(?:\s(?:утра|дня|вечера|ночи))?)?"
)
_FIGURES: Final = r"\d{1,6}(?:/(?![IVX]+(?!\w))\w{1,6})?"
_NUMBER: Final = rf"(?:№|[НN]р?\.?)\s?{_FIGURES}|\d{_FIGURES}"
_RANK: Final = (
    r"(?:(?:Генерал|Адмирал|Вице-адмирал|Контр-адмирал|Полковник|Подполковник|Капитан|Генерал-[а-яё]{5,10})"
    r"(?:\sот\s(?:инфантерии|кавалерии|артиллерии))?|Ген\.|Адм\.|Полк\.|Главком|Командарм(?:\s\d{1,2})?|Комфронт|"
    r"Предреввоенсовета|Наштаверх|Наштарм|Наркомвоен|Наркомпрод|Наркоминдел|Член\sРВС|Князь|Граф|Великий\sкнязь)"
)
_NAME: Final = r"(?:[А-ЯЁ]\.\s?){0,2}(?:[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?)"
_NO_TOWN: Final = r"(?!\w+(?:ск|град|бург|поль|город)\.)"
_ENDS: Final = r"(?<=[\w»)][.!?…])\s+"
_LAST: Final = rf"(?P<number>№\s?{_FIGURES})"
_CLOSINGS: Final = (
    regex(rf"{_ENDS}(?P<date>{_DAY})[.,]?\s+(?:(?:{_NUMBER})[.,]\s+)(?P<name>(?:{_RANK}\s)?{_NAME})\.?$"),
    regex(rf"{_ENDS}(?P<date>{_DAY})[.,]?\s+(?P<name>{_RANK}\s{_NAME})\.?$"),
    regex(rf"{_ENDS}(?P<name>(?:{_NUMBER})\.\s+(?:{_RANK}\s)?{_NAME})\.?$"),
    regex(rf"{_ENDS}(?P<name>{_RANK}\s{_NAME})(?:\.\s+(?P<date>{_DAY}))?[.,]?(?:\s+{_LAST}\.?)?$"),
    regex(rf"{_ENDS}(?P<name>{_NO_TOWN}{_NAME})\.\s+(?:(?P<date>{_DAY})[.,]?\s+)?{_LAST}\.?$"),
)
_NUMBERED: Final = regex(
    rf"(?:№\s?(?P<signed>{_FIGURES})[.,]?|(?P<number>\d{{2}}{_FIGURES})[.,])\s"
    rf"(?P<name>(?:{_RANK}\s)?{_NAME})\.?"
)
_DATED: Final = regex(rf"(?P<date>{_DAY})[.,]?\s+(?:№\s?)?(?P<number>\d{{1,6}}(?:/\w{{1,6}})?)[.,]?")
MAX_CLOSING: Final = 120
MIN_TEXT: Final = 20


def closing_cuts(text: str) -> tuple[int, ...]:
    """Return where the parts of a closing begin that ends a text in its line: day, name, number; none without one."""
    if text.isascii() or text[-1:] in "!?:;,":
        return ()
    first = max(0, len(text) - MAX_CLOSING)
    for pattern in _CLOSINGS:
        match = pattern.search(text, first)
        if match is not None and match.start() >= MIN_TEXT:
            return tuple(sorted(match.start(part) for part, words in match.groupdict().items() if words))
    return ()


def number_at(text: str) -> tuple[tuple[int, int], tuple[int, int], bool] | None:
    """Return the spans of number and of name or day in a line of a closing that gives both, None for another line.

    The last says whether it is a day: «3 марта 1917 г. 1872.», and not «1872. Генерал Ветров.».
    """
    if len(text) > MAX_CLOSING or text.isascii() or text[:1] not in _BEGINS:
        return None
    if dated := _DATED.fullmatch(text):
        return dated.span("number"), dated.span("date"), True
    signed = _NUMBERED.fullmatch(text)
    return (signed.span("signed" if signed["signed"] else "number"), signed.span("name"), False) if signed else None


_BEGINS: Final = tuple("№123456789")
