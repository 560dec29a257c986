"""Headings of the messages of heads of government in Russian: marking, who wrote, to whom, without the word telegram.

«ЛИЧНО И СТРОГО СЕКРЕТНО ОТ ПРЕМЬЕРА А. ВЕТРОВА ПРЕЗИДЕНТУ г-ну Д. ПЕЛЛУ», «СЕКРЕТНОЕ ПОСЛАНИЕ ДЛЯ МАРШАЛА ВЕТРОВА ОТ
г-на ПЕЛЛА», «ПРЕМЬЕР-МИНИСТР МАРШАЛУ ВЕТРОВУ», «Д. ПЕЛЛ А. ВЕТРОВУ*»; of an office «Посланник в Тарне Министру Дел».
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
_OFFICIAL: Final = regex(
    rf"(?:{_MARKING}){{1,8}}(?:{_KIND})?"
    r"(?:(?:от|для)\s+(?:премьер|президент|маршал|генералиссимус|председател|министр|господин|г-н)|"
    r"(?-i:ПРЕМЬЕР|ПРЕЗИДЕНТ|МАРШАЛ))",
    re.IGNORECASE,
)
"""How such a heading begins in small letters, as catalogues have it: «Секретно и лично от премьера А. Ветрова …»."""
_DAY_BEHIND: Final = regex(r"[.,]\s+\d{1,2}\s[а-я]{3,8}\s(?:1[89]|20)\d\d\s?(?:г\.?|года)?\.?$")
_LEADS: Final = frozenset(
    ("лично", "личное", "строго", "секретно", "секретное", "весьма", "совершенно", "срочно", "срочное", "от",
     "послание", "премьер", "премьер-министр", "президент", "маршал", "доверительно", "конфиденциально", "ответ",
     "для", "ответное")
)  # fmt: skip
_NAME: Final = r"(?:г-н[ау]?\s)?(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][А-ЯЁа-яё-]+"
_NAMES: Final = regex(
    rf"(?P<from>{_NAME})\s+(?P<to>{_NAME}(?<=[уюУЮйЙиИоОеЕ]))(?:\s?\*{{1,3}}|\s?\d{{1,2}})?"
    r"(?:[.,]?\s+(?:лично|строго|секретно|и|срочно|весьма|доверительно|конфиденциально)){0,6}\.?",
    re.IGNORECASE,
)
"""Sender and addressee by their initials, «Д. ПЕЛЛ А. ВЕТРОВУ*», with a marking behind them perhaps."""
_DATIVE: Final = ("у", "ю")
MAX_NAMES: Final = 90
MAX_HEADING: Final = 220


def may_be_heading(text: str) -> bool:
    """Ask in few steps whether a line can be such a heading: it begins with a marking, a message or an office."""
    return not text.isascii() and len(text) <= MAX_HEADING and text.split(None, 1)[0].lower().strip(",.") in _LEADS


def read_heading(text: str) -> tuple[Party, ...]:
    """Return the parties of a heading of a message, none where a line is no such heading: both must be named."""
    if text[1:2] == "." and text[0].isupper():
        return _by_initials(text)
    if " — " in text or " – " in text:
        return _of_house(text)
    if not may_be_heading(text) or not _is_heading(text):
        return ()
    match = _HEADING.fullmatch(text)
    if match is None:
        return ()
    start = match.start("rest")
    day = _DAY_BEHIND.search(text)
    found = dict(_parties(text[: day.start()] if day else text, start))
    return tuple(found.items()) if {"from", "to"} <= found.keys() else ()


def _by_initials(text: str) -> tuple[Party, ...]:
    """Return who wrote to whom by their initials; one of the names must show its case, «К. ЛИНДИ А. ВЕТРОВУ»."""
    match = _NAMES.fullmatch(text) if len(text) <= MAX_NAMES and not text.isascii() else None
    if match is None:
        return ()
    sender, recipient = (match[role].lower() for role in ("from", "to"))
    if sender.endswith(_DATIVE) or not (recipient.endswith(_DATIVE) or match["to"].isupper()):
        return ()
    return ("from", match.span("from")), ("to", match.span("to"))


def _of_house(text: str) -> tuple[Party, ...]:
    """Return who of a ruling house wrote to whom, «Николай II — Александре Федоровне»; one is known by his number."""
    match = _HOUSE.fullmatch(text) if len(text) <= MAX_NAMES else None
    if match is None or not (match["number"] or match["number2"]):
        return ()
    return ("from", match.span("from")), ("to", match.span("to"))


_HOUSE: Final = regex(
    r"(?P<from>[А-ЯЁ][а-яё]+(?:\s[А-ЯЁ][а-яё]+)?(?P<number>\s[IVX]{1,4})?)\s[—–]\s"
    r"(?P<to>[А-ЯЁ][а-яё]+[уюеи](?:\s[А-ЯЁ][а-яё]+[уюе])?(?P<number2>\s[IVX]{1,4})?)\.?"
)


def _is_heading(text: str) -> bool:
    """Say whether most words are in capitals, as headings of these volumes are, or an office follows a marking."""
    if _OFFICIAL.match(text):
        return True
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
