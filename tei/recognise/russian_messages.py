"""Headings of the messages of heads of government in Russian: marking, who wrote, to whom, without the word telegram.

«ЛИЧНО И СТРОГО СЕКРЕТНО ОТ ПРЕМЬЕРА А. ВЕТРОВА ПРЕЗИДЕНТУ г-ну Д. ПЕЛЛУ», «СЕКРЕТНОЕ ПОСЛАНИЕ ДЛЯ МАРШАЛА ВЕТРОВА ОТ
г-на ПЕЛЛА», «ПРЕМЬЕР-МИНИСТР МАРШАЛУ ВЕТРОВУ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise import russian
from tei.regexes import regex

Span = tuple[int, int]
Party = tuple[str, Span]

_MARKING: Final = (
    r"(?:(?:лично|строго|весьма|совершенно|секретно|срочно|доверительно|конфиденциально|сугубо|особо|"
    r"(?:лич|секрет|сроч|довери|конфиден|совершенно|устн|ответн|нов|втор)[а-яё]*(?:ое|ая|ый|ой)|и|не\sподлежит\sоглашению)"
    r"[,.]?\s+)"
)
_KIND: Final = (
    r"(?:послани[ея]|ответ(?:а|ное\sпослание)?|сообщени[ея]|телеграмм[аы]|письм[оа]|обращени[ея]|шифротелеграмм[аы]|"
    r"записк[аи])\s+"
)
_HEADING: Final = regex(rf"(?:{_MARKING}){{0,8}}(?:{_KIND})?(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_FOR_FROM: Final = regex(r"(?:для|на\s+имя)\s+(?P<to>\S.+?)\s+от\s+(?P<from>\S.+)", re.IGNORECASE | re.DOTALL)
_TO_FROM: Final = regex(r"(?P<to>[^\n]+?(?:у|ю|ому|ему))\s+от\s+(?P<from>\S.+)", re.IGNORECASE | re.DOTALL)
_FROM: Final = regex(r"от\s+", re.IGNORECASE)
_LEADS: Final = frozenset(
    ("лично", "личное", "строго", "секретно", "секретное", "весьма", "совершенно", "срочно", "срочное", "от",
     "послание", "премьер", "премьер-министр", "президент", "маршал", "доверительно", "конфиденциально", "ответ",
     "для", "ответное")
)  # fmt: skip
MAX_HEADING: Final = 220


def may_be_heading(text: str) -> bool:
    """Ask in few steps whether a line can be such a heading: it begins with a marking, a message or an office."""
    return not text.isascii() and len(text) <= MAX_HEADING and text.split(None, 1)[0].lower().strip(",.") in _LEADS


def read_heading(text: str) -> tuple[Party, ...]:
    """Return the parties of a heading of a message, none where a line is no such heading: both must be named."""
    if not may_be_heading(text) or not _is_heading(text):
        return ()
    match = _HEADING.fullmatch(text)
    if match is None:
        return ()
    start = match.start("rest")
    found = dict(_parties(text, start))
    return tuple(found.items()) if {"from", "to"} <= found.keys() else ()


def _is_heading(text: str) -> bool:
    """Say whether most words are in capitals, as headings of these volumes are."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.8 * len(letters) and text[-1:] not in ",:;!?"


def _parties(text: str, start: int) -> Iterator[Party]:
    for pattern in (_FOR_FROM, _TO_FROM):
        turned = pattern.fullmatch(text, start)
        if turned and (pattern is _FOR_FROM or not _FROM.match(text, start)):
            yield from ((role, turned.span(role)) for role in ("to", "from"))
            return
    lead = _FROM.match(text, start)
    start = lead.end() if lead else start
    cased = text[:start] + russian.cased_words(text[start:])
    found = list(russian.read_parties(cased, start, len(text.rstrip(" .*")), kind_named=True))
    yield from found
