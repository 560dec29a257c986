"""What stands under the headings of Russian volumes of diplomatic papers: form, number, how urgent it was.

«№ 3.», «Посланник в Тарне Министру Иностранных Дел.», «Тарн, 12 июля 1913 г.», «(Телеграмма).» in the official books
of 1914; «№ 17. Министр иностранных дел посланнику в Тарне Линду. / Телеграмма № 88. / 15/28 июля 1913 г.» in the
series of the twenties and thirties.
"""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_FORM: Final = regex(
    r"\(?(?P<form>(?:(?:секретн|весьма\sсекретн|совершенно\sсекретн|шифрованн|доверительн|срочн|циркулярн|личн|частн)\w{2,3}\s)*"
    r"(?:(?P<telegram>(?:шифр)?телеграмма|телеграфно|по\sтелеграфу|радиограмма)|(?P<letter>депеша|письмо|донесение|рапорт|отношение)|"
    r"(?P<other>нота|записка|памятная\sзаписка|меморандум|запись)))[.)]{0,2}"
    r"(?P<number>(?:,?\s*№\s?\d{1,5}(?:/\d{1,4})?)?)[.)]{0,2}(?:\s(?P<place>[А-ЯЁ][^\n]*\d{4}[^\n]*))?\.?",
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
    return ("елеграмм" in text or "епеша" in text or "исьмо" in text or "елеграфно" in text) and _TRACE.search(
        text
    ) is not None


_TRACE: Final = regex(
    r"^[ \t]*\(?(?:(?:[Сс]екретн|[Шш]ифрованн|[Дд]оверительн|[Вв]есьма|[Сс]рочн)\S*\s(?:секретная\s)?)?"
    r"(?:[Тт]елеграмма|[Дд]епеша|[Пп]исьмо|Телеграфно)[.)]{0,2}(?:\s*№\s?\d+\S*)?[.)]{0,2}[ \t]*"
    r"(?:[А-ЯЁ][^\n]{4,40})?$",
    re.MULTILINE,
)


def russian_form(text: str) -> re.Match[str] | None:
    """Return what a line says of form and number, «Телеграмма № 88.», None where it says nothing."""
    return _FORM.fullmatch(text) if len(text) <= MAX_LINE and not text.isascii() else None


def is_form_alone(text: str) -> bool:
    """Say whether a line is the form and nothing else, «(Телеграмма).», “Tel.”."""
    closed = text[:1] == "(" and text.rstrip(".")[-1:] == ")"
    return text == "Tel." or (closed and _ALONE.fullmatch(text) is not None)


_ALONE: Final = regex(r"\((?:[Сс]екретная\s)?(?:[Тт]елеграмма|[Дд]епеша|[Пп]исьмо|[Пп]о\sтелеграфу)\.?\)\.?")


def is_haste(text: str) -> bool:
    """Say whether a line between heading and text says how to treat the telegram, or who got copies."""
    return len(text) <= MAX_LINE and _HASTE.fullmatch(text) is not None
