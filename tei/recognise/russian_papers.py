"""Papers in Russian and Ukrainian that are no telegram, by the word that heads them: «ДОКЛАД …», «Спецсводка …».

Reports, surveys, orders and records stand among the wires of a volume, signed, dated and with a source as these are.
"""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_PAPER: Final = regex(
    r"(?:(?:из|проект|копия|текст)\s+)?(?:(?:сов(?:\.|ершенно)|кратк|сводн|итогов|оперативн|разведывательн|агентурн|политическ|боев|внеочередн|"
    r"специальн|секретн|информационн|аналитическ|обзорн|стенографическ|месячн|годов|дополнительн|коротк|таємн)[а-яёії]{0,5}\s+){0,3}"
    r"(?:[а-яё]{0,8}сводк[аиу]|(?:спец|полит|опер)[а-яё]{0,6}(?:сообщени|донесени)[еяй]|"
    r"(?:(?<=вое\s)|(?<=кое\s)|(?<=рное\s)|(?<=тельное\s))донесени[ея]|донесени[ея](?=\s(?:штаба|командир|командующ|начальник|разведыват|агент|комдив|комбриг|политотдел|военком|комиссар))|доклад[аы]?|(?:докладн|служебн|объяснительн|памятн|пояснительн|доповідн)[а-яё]{2}\s+записк[аи]|"
    r"справк[аи]|рапорт[аы]?|отч[её]т[аы]?|обзор[аы]?|приказ[аы]?|указ[аы]?|меморандум[аы]?|ориентировк[аи]|ведомост[ьи]|листовк[аи]|"
    r"воззвани[ея]|акт[аы]?|"
    r"запис[ьи]\s+(?:[а-яё]+\s+){0,3}(?:бесед|переговор|разговор)[а-яё]{0,2}|дневник[аи]?|показани[ея]|"
    r"зведення|довідк[аи]|постанов[аи]|звіт[уи]?|наказ[уи]?|спецповідомлення|доповід[ьі])"
    r"(?![\w-])",
    re.IGNORECASE,
)
_WIRED: Final = regex(r"по\s+(?:прямому|телеграф|бодо|радио|аппарат)|шифр", re.IGNORECASE)


_COUNTED: Final = regex(r"№\s?\d{1,4}\.?\s+")
"""The number that a volume gives a document, in the line of its heading."""


def is_counted_paper(text: str) -> bool:
    """Say whether a line is the number of a document and the heading of such a paper: «№ 311. Донесение штаба …»."""
    match = _COUNTED.match(text) if text[:1] == "№" else None
    return match is not None and is_paper(text, match.end())


def is_paper(text: str, start: int = 0) -> bool:
    """Say whether a heading calls what stands under it a report, a survey, an order or a record that nobody wired."""
    if text.isascii() or _PAPER.match(text, start) is None:
        return False
    return _WIRED.search(text, start) is None
