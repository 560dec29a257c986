"""Lines of place and date: "Karsk, 3 May 1938", "6 p. m.", and the place on a line of its own."""

from __future__ import annotations

import re
from typing import Final

from tei.dates import find_dates
from tei.dates.lunar import is_day_without_year
from tei.recognise.known import Known
from tei.recognise.parties import is_capitalised
from tei.recognise.service import classify
from tei.regexes import regex

MAX_DATELINE: Final = 90
_AFTER: Final = " \n\t\u3000.,;:”\"’'»)]’[(）〕】，。；："
_BEFORE: Final = " \n\t\u3000([“\"'‘.,:–—-（〔【，：于於_”"
_CAN_DATE: Final = regex(
    r"\d|[〇一二三四五六七八九十]|day\b|noon|midnight|\b(?:end|beginning|middle) of\b", re.IGNORECASE
)
_NO_PLACE: Final = regex(
    r"\b(?:to|for|from|by|dated?|of|and|или|от|к|telegram|cable|letter|received|sent|completed|processed|typed|no|re|today|yesterday|tomorrow|tonight|"
    r"сегодня|вчера)\b|№",
    re.IGNORECASE,
)
_SMALL_WORD: Final = regex(r"(?:[\s,]+(?:the|on|at|this|le|den|am|el|il|dne|dnia))+\s*$", re.IGNORECASE)
_AT: Final = regex(r"^(?:[于於在]|写于|寫於|发自|發自)\s*(?=[\u3400-\u9fff])")
_BEFORE_PLACE: Final = regex(r"(?:г|гор|ст|пос|пл|о-в)\.\s?(?=[А-ЯЁ])")
"""What stands before the name of a place in Russian: city, station, settlement, island."""
_PER: Final = regex(
    r"(?:,?\s*ore\s+\d{1,2}(?:[.,:]\d{2})?)?\s*\((?:per|perv|part|reçu|recibido|eingegangen)\b[^()\n]{0,40}\)\.?|,?\s*ore\s+\d{1,2}(?:[.,:]\d{2})?"
)
"""What Italian volumes set behind the date: the hour, and when the telegram came, "ore 21,30 (per. ore 8 del 4)"."""
_HOUR_ALONE: Final = regex(r"\d{1,2}\sч(?:ас)?(?:\.|\w{0,2})?\s\d{1,2}\sмин(?:\.|ут\w?)?")
"""«01 ч 10 мин» under the date of a directive."""
_STREET: Final = regex(
    r"\d{1,4}[a-z]?,?\s(?:[A-Z][\w’'.-]*\s){1,3}(?:Street|St\.|Road|Square|Avenue|Place|Lane|Gate|Gardens|"
    r"Terrace|Row)(?!\w)"
)
_DIGIT: Final = regex(r"\d")
_MARKER: Final = regex(
    r"(?<=[.\w])\s?(?:\[\d{1,3}\]|\*{1,3}|\(\*{1,3}\))$|^\s?(?:г\.|года)?\s?(?:\[\d{1,3}\]|\*{1,3})$"
)
"""The marker of a note behind a dateline, «18 мая 1938 г.[1]»."""
_YEAR_WORDS: Final = frozenset(
    ("morning", "afternoon", "evening", "night", "noon", "midnight", "late at night", "утром", "вечером", "ночью",
     "днём", "днем", "发", "發", "到", "收",
     "晚", "夜", "晨", "早", "午", "夜晚", "晚上", "深夜", "早晨", "凌晨", "上午", "中午", "下午", "傍晚",
     "г", "года", "year", "г.", "年", "moscow time", "local time", "moscow",
     "time", "hours", "hrs", "h")
)  # fmt: skip

Spans = tuple[tuple[int, int] | None, tuple[int, int]]


def dateline(text: str, year: int | None, known_place: Known) -> Spans | None:
    """Return the spans of place (or None) and date when a line is a dateline, None otherwise.

    A place before the date must be a known one, or be parted from it by a comma; after the date it must be known.
    """
    if len(text) > MAX_DATELINE or (_DIGIT.search(text) is None and _CAN_DATE.search(text) is None):
        return None
    found = find_dates(text, year=year)
    if not found:
        bare = text.strip(_AFTER)
        alone = is_day_without_year(bare) or (" ч" in bare and _HOUR_ALONE.fullmatch(bare))
        return (None, (text.index(bare), text.index(bare) + len(bare))) if alone else None
    start, end = found[0].start, found[-1].end
    behind = _MARKER.sub("", text[end:])
    behind = "" if behind in ("0", "o", "O") and text[end - 1] in "日号號" else behind  # a scan's 「①」
    behind = "" if _APART.fullmatch(behind) and _ROMAN_DAY.fullmatch(text, start, end) else behind
    rest, before = _AT.sub("", _PER.sub("", behind).strip(_AFTER)), _SMALL_WORD.sub("", text[:start]).strip(_BEFORE)
    before = _bare(_DAYTIME.sub("", before) if " of" in before else before)
    if text[0] == "[" and _UNREAD.fullmatch(text[:start].strip()):
        before = ""
    before = before if "[" in before or "(" in before else before.rstrip("]) ,")
    if between := _BETWEEN.fullmatch(before):
        before = between["place"]
        return (text.index(before), text.index(before) + len(before)), (start, end)
    if rest and rest.lower() not in _YEAR_WORDS and not _is_marking(rest):
        return _place_after(text, rest, before, (start, end), known_place)
    if not before:
        return None, (start, end)
    separated = _SMALL_WORD.sub(",", text[:start]).rstrip().endswith((",", ".", ":", "–", "—")) or "\n" in text[:start]
    if is_place(before, known_place) or (separated and _may_be_place(before)) or _is_wired(text, before):
        return (text.index(before), text.index(before) + len(before)), (start, end)
    return None


_ROMAN_DAY: Final = regex(r"\d{1,2}\s?[./]\s?[IVXХІ]{1,4}\s?[./–—-]\s?(?:1[89]\d\d|20\d\d|\d\d)")
"""A day with its month in Roman numerals, as Russian offices write it, “4/IX-20”."""
_APART: Final = regex(r"\s(?:g\.?\s?)?\d{0,2}")
"""The marker of a note apart from such a day, perhaps behind the first letter of «года»: “2/X-38 g 4”."""
_BETWEEN: Final = regex(
    r"(?:гг?\.?\s)?(?P<place>[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+)?)\s[–—-]\s(?:г\.\s)?[А-ЯЁ][а-яё]+(?:[\s-][А-ЯЁ][а-яё-]+)?"
)
"""«г. Карск — Порт-Северин»: whence and where to, as an edition gives it over the day."""
_DAYTIME: Final = regex(
    r"(?:^|,?\s+)(?:(?:in|on|at|during|by)\s+)?(?:the\s+)?(?:(?:early|late)\s+)?"
    r"(?:morning|afternoon|evening|night|noon|hours?)\s+of(?:\s+the)?$",
    re.IGNORECASE,
)
"""“In the early morning of the 31st of July”."""
_UNREAD: Final = regex(
    r"\[(?:the\s+)?(?:date|day|number|illegible|unreadable|blank|left blank|no (?:date|day))[^\[\]]{0,40}\]",
    re.IGNORECASE,
)
"""Before month and year: "[day not filled in] August 1949"."""


def _is_wired(text: str, before: str) -> bool:
    """Say whether place and date stand as telegraph offices write them, "ABERDEEN 11 MAY 1931 4.10 PM"."""
    return text.isupper() and _WIRED.fullmatch(before) is not None and _YEAR.search(text) is not None


_WIRED: Final = regex(
    r"(?!(?:RECEIVED|SENT|DATED|DATE|FROM|ON|THE|FOR|TO|BY|OF|TELEGRAM|CABLE|COPY|ISSUED|FILED)\b)[A-ZÀ-ÞА-ЯЁ]{3,}"
    r"(?:\s[A-ZÀ-ÞА-ЯЁ]{2,}){0,2}"
)
_YEAR: Final = regex(r"\b(?:1[89]|20)\d\d\b")


def _is_marking(text: str) -> bool:
    """Say whether words behind a date mark the telegram as secret or urgent: «27 мая 1938 г. Секретно»."""
    service = classify(text)
    return service is not None and service.type not in ("address", "number")


def _place_after(text: str, rest: str, before: str, date: tuple[int, int], known_place: Known) -> Spans | None:
    at_town = rest[-1:] > "\u3400" and _AT_TOWN.fullmatch(text, date[1]) is not None
    if before or not (at_town or is_place(rest, known_place)):
        return None
    start = text.index(rest, date[1])
    return (start, start + len(rest)), date


_AT_TOWN: Final = regex(r"\s*[于於][\u3400-\u9fff]{2,8}\s*")
"""Behind a day at the end of a text, 「五月六日于白石」: a town whatever it is called."""


def _bare(place: str) -> str:
    """Return a place without what Russian sets before its name."""
    return _BEFORE_PLACE.sub("", place) if "." in place and not place.isascii() else place


def is_place(text: str, known_place: Known) -> bool:
    """Say whether words are a known place, with what is written after it: "Elizavetin [Port Severin]"."""
    text = _bare(text)
    if (
        len(text) > 60
        or "," in text
        or text[:1].islower()
        or len(text.split()) > 6
        or _NO_PLACE.search(text)
        or _DIGIT.search(text)
    ):
        return False
    return known_place(text)


def is_town_over_day(text: str, following: str) -> bool:
    """Say whether one word in Cyrillic stands over a whole date, as volumes set whence a telegram came: «Карск».

    A name in the dative or a word of the form over a date is none.
    """
    if len(text) > MAX_TOWN or _TOWN.fullmatch(text) is None or classify(text) is not None:
        return False
    found = find_dates(following)
    return bool(found) and found[0].start == 0 and len(found[0].when or "") >= len("1938-01-10")


_TOWN: Final = regex(r"(?:г\.\s|ст\.\s)?[А-ЯЁ][а-яё]{2,15}(?<![уюой])(?:-[А-ЯЁ][а-яё]{2,12}|\s[А-ЯЁ][а-яё]{2,12})?")
MAX_TOWN: Final = 32


def _may_be_place(text: str) -> bool:
    return (
        (not any(map(str.isdigit, text)) or _STREET.match(text) is not None)
        and len(text.split()) <= 6
        and text.count("(") == text.count(")")  # “Ada Pell. (The Tarn Times, 3 May 1938)”
        and is_capitalised_start(text)
        and _NO_PLACE.search(text) is None
        and (len(text) > MAX_INITIALS or _INITIALS.fullmatch(text) is None)
    )


_INITIALS: Final = regex(r"(?:[A-Z]\.\s?){1,3}[A-Z]?")
"""“E. A. C. July 28.” is a clerk and the day of his minute."""
MAX_INITIALS: Final = 9


def is_capitalised_start(text: str) -> bool:
    """Say whether the first word and most others are capitalised, as in "On board the Polynya"."""
    words = text.split()
    return not text[:1].islower() and sum(map(is_capitalised, words)) * 2 >= len(words)
