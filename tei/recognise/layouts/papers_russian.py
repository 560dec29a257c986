"""What stands under the headings of Russian volumes of diplomatic papers: form, number, how urgent it was.

«№ 3.», «Посланник в Тарне Министру Иностранных Дел.», «Тарн, 12 июля 1913 г.», «(Телеграмма).» in the official books
of 1914; «№ 17. Министр иностранных дел посланнику в Тарне Линду. / Телеграмма № 88. / 15/28 июля 1913 г.» in the
series of the twenties and thirties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_FORM: Final = regex(
    r"\(?(?P<form>(?:(?:секретн|весьма\sсекретн|совершенно\sсекретн|шифрованн|доверительн|срочн|циркулярн|личн|частн)\w{2,3}\s)*"
    r"(?:(?P<telegram>(?:шифр)?телеграмма|телеграфно|по\sтелеграфу|радиограмма)|(?P<letter>депеша|письмо|донесение|рапорт|отношение)|"
    r"(?P<other>нота|записка|памятная\sзаписка|меморандум|запись)))[.)]{0,2}"
    r"(?P<number>(?:,?\s*№\s?\d{1,5}(?:/\d{1,4})?)?)[.)]{0,2}(?:\s(?P<place>[А-ЯЁ][^\n]*\d{4}[^\n]*))?\.?(?:\s?\[\d{1,3}\])?",
    re.IGNORECASE,
)
_HASTE: Final = regex(
    r"\(?(?:(?:весьма|очень|крайне|строго|совершенно)\s)?(?:срочн|секретн|лично|доверительн|копи[яи]\s(?:в|посл|посланник)|сообщ[а-я]+\s(?:в|посл))"
    r"[^\n]{0,60}[.)]{0,2}",
    re.IGNORECASE,
)
MAX_LINE: Final = 110


def has_russian_trace(text: str) -> bool:
    """Ask in few steps whether a page can be of such a volume: it names a form in a line of its own."""
    if "№ " in text and "елеграмма " in text and _OVER_NUMBER.search(text):
        return True
    return ("елеграмм" in text or "епеша" in text or "исьмо" in text or "елеграфно" in text) and _TRACE.search(
        text
    ) is not None


_OVER_NUMBER: Final = regex(
    r"елеграмма [^\n]{8,150}\n\s*(?:№ \d{1,5}[.,] \d{1,2} [а-я]|"
    r"(?:С\.-)?[А-ЯЁ][^\n\d.,]{1,30}[.,] \d{1,2} [^\n]{8,40} № \d)"
)
_TRACE: Final = regex(
    r"^[ \t]*\(?(?:(?:[Сс]екретн|[Шш]ифрованн|[Дд]оверительн|[Вв]есьма|[Сс]рочн)\S*\s(?:секретная\s)?)?"
    r"(?:[Тт]елеграмма|[Дд]епеша|[Пп]исьмо|Телеграфно)[.)]{0,2}(?:\s*№\s?\d+\S*)?[.)]{0,2}(?:\[\d{1,3}\])?[ \t]*"
    r"(?:[А-ЯЁ][^\n]{4,40})?$",
    re.MULTILINE,
)


def russian_form(text: str) -> re.Match[str] | None:
    """Return what a line says of form and number, «Телеграмма № 88.», None where it says nothing."""
    if len(text) > MAX_LINE or text.isascii():
        return None
    if text[0] == "№":
        return _NUMBERED_DAY.fullmatch(text)
    return (_DAY_NUMBERED.fullmatch(text) if " № " in text else None) or _FORM.fullmatch(text)


_NUMBERED_DAY: Final = regex(r"№\s?(?P<n>\d{1,5}(?:/\d{1,4})?)[.,]?\s+(?P<place>\d{1,2}\s[^\n]*\d{4}[^\n]{0,12})")
"""«№ 72. 23 января / 5 февраля 1915 г.»: the number and the day of both calendars in one line."""


_DAY_NUMBERED: Final = regex(
    r"(?P<place>(?:С\.-)?[А-ЯЁ][^\n\d.,]{1,30}[.,]\s\d{1,2}\s[^\n№]*\d{4}(?:\s?г(?:ода)?\.?)?),?\s№\s?(?P<n>\d{1,5}(?:/\d{1,4})?)\.?"
)
"""«Тарна. 23 сентября (6 октября) 1912 г. № 782.»: place, day and number in one line."""


def is_over_number(text: str, below: Sequence[Paragraph]) -> bool:
    """Say whether a heading names a telegram by itself, «Секретная телеграмма консула …», over its number and day."""
    if "елеграмма " not in text or not below or "№" not in below[0].text[:MAX_LINE]:
        return False
    numbered = _NUMBERED_DAY if below[0].text[0] == "№" else _DAY_NUMBERED
    return _TELEGRAM_OF.match(text) is not None and numbered.fullmatch(below[0].text) is not None


_TELEGRAM_OF: Final = regex(r"(?:[А-ЯЁ][а-яё]+ая\s){0,2}[Тт]елеграмма\s[А-Яа-яё]")


def is_form_alone(text: str) -> bool:
    """Say whether a line is the form and nothing else, «(Телеграмма).», “Tel.”."""
    closed = text[:1] == "(" and text.rstrip(".")[-1:] == ")"
    return text == "Tel." or (closed and _ALONE.fullmatch(text) is not None)


_ALONE: Final = regex(r"\((?:[Сс]екретная\s)?(?:[Тт]елеграмма|[Дд]епеша|[Пп]исьмо|[Пп]о\sтелеграфу)\.?\)\.?")


def is_haste(text: str) -> bool:
    """Say whether a line between heading and text says how to treat the telegram, or who got copies."""
    return len(text) <= MAX_LINE and _HASTE.fullmatch(text) is not None
