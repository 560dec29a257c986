"""How long after another a telegram went, in the page's words: "four days later", "the next day"."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Final

from tei.model import Basis, Certainty, Moment
from tei.regexes import regex

_NUMBERS: Final = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_DAYS: Final = regex(
    rf"\b(?P<days>{'|'.join(_NUMBERS[1:])}|\d{{1,2}})\s+days?\s+(?:later|after(?!\s(?:the|his|her|its|their|a|that|this|an)\s))",
    re.IGNORECASE,
)
_NEXT: Final = regex(
    r"\b(?:(?:the\s)?(?:next|following)\s(?:day|morning|evening|afternoon)|the\sday\safter)\b", re.IGNORECASE
)
_GOT: Final = regex(r"\b(?:had|received|got|reached)\b", re.IGNORECASE)
_LATER: Final = regex(r"\b(?:weeks?|months?|fortnight|years?)\s+(?:later|after)\b|\bsome\sdays\slater\b", re.IGNORECASE)


def days_later(text: str) -> int | None:
    """Return after how many days a sentence puts a telegram, 0 where it says nothing, None for longer and unsure."""
    if text[-1:] == "：" or any(word in text for word in ("день", "дня", "дней")):
        return _foreign_days(text)
    if "later" not in text and "after" not in text and "next " not in text and "following " not in text:
        return 0
    if match := _DAYS.search(text):
        if _GOT.search(text, match.end()):
            return None
        word = match["days"].lower()
        return int(word) if word.isdigit() else _NUMBERS.index(word)
    if _LATER.search(text):
        return None
    return 1 if _NEXT.search(text) else 0


def said_later(text: str) -> int | None:
    """Return after how many days a sentence says that a telegram went, None where it says nothing or is unsure."""
    days = days_later(text)
    return days if days != 0 or _SAME_DAY.search(text) else None


_SAME_DAY: Final = regex(
    r"\b(?:(?:the|that)\ssame|that(?:\svery)?)\s(?:day|morning|afternoon|evening|night)\b|\b(?:within|in)\s(?:the|an)\shour\b|"
    r"\b(?:an|two|three|four|a\sfew)\shours?\slater\b|\bв\sтот\sже\s(?:день|вечер)\b|[同当當即][日天]",
    re.IGNORECASE,
)


def _foreign_days(text: str) -> int | None:
    """Return the same of a sentence in Chinese or Russian."""
    if match := _RUSSIAN_DAYS.search(text):
        return _RUSSIAN_NUMBERS[match["days"].lower()[:3]]
    if _SOME_DAYS.search(text):
        return None
    return 1 if _NEXT_DAY.search(text) else 0


_RUSSIAN_NUMBERS: Final = {"ден": 1, "два": 2, "три": 3, "чет": 4, "пят": 5, "шес": 6, "сем": 7, "нед": 7}
_RUSSIAN_DAYS: Final = regex(
    r"\b(?:через|спустя)\s(?P<days>день(?=\b)|(?:два|три|четыре|пять|шесть|семь)(?=\sдн)|неделю)", re.IGNORECASE
)
_NEXT_DAY: Final = regex(r"[次翌]日|[第]二[天日]|隔[天日]|на (?:следующий|другой) день", re.IGNORECASE)
_SOME_DAYS: Final = regex(
    r"[数几数兩两三四五六七八九十][天日月]后|[旬月年]后|через \w+ (?:дн|недел|месяц)", re.IGNORECASE
)


def days_from(moment: Moment, days: int) -> Moment:
    """Return the moment so many days later, or earlier; one without a whole day as it is."""
    if not days:
        return moment
    try:
        day = datetime.date.fromisoformat(moment.when[:10]) + datetime.timedelta(days=days)
    except ValueError:
        return moment
    evidence = replace(moment.evidence, certainty=Certainty.MEDIUM, basis=Basis.CONJECTURE)
    return replace(moment, when=day.isoformat(), evidence=evidence)
