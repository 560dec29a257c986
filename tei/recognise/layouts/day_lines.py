"""Lines of a page that say when, and where: a day, a time of day, a place and a day."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from tei.dates import find_dates, parse_time
from tei.recognise.counting import count_words, is_sign
from tei.recognise.layouts.page import is_date_line
from tei.regexes import regex

_CLOCK: Final = regex(
    r"(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?:\s*(?:hours|hrs|h|[ap]\.?\s?m\.?))?|\d{4}\s*(?:hours|hrs)|"
    r"\d{1,2}\s*[ap]\.?\s?m\.?|\d{1,2}(?:[:.]\d{2})?\s?(?:h|Uhr|heures)\.?(?:\s?\d{2})?)",
    re.IGNORECASE,
)
_PLACE_BEFORE: Final = regex(
    r"(?:гг?\.?\s)?[А-ЯЁ][а-яё-]+\s—\s[А-ЯЁ][\w-]+,?\s|"
    r"[A-ZÀ-ÞА-ЯЁ][\w.’' -]{1,40}(?:,\s[A-ZÀ-Þ][\w.’' -]{1,20})?,\s*(?:(?:the|den|le)\s+)?"
)
MAX_CLOCK: Final = 20


def is_day(text: str) -> bool:
    """Say whether a line under a title is its date; in brackets a few words may stand by it, "[3 May, before noon]"."""
    return is_date_line(text) or (text[:1] in "[(（〔" and text[-1:] in "])）〕" and len(text) <= 60 and is_dated(text))


def is_clock(text: str) -> bool:
    """Say whether a line is a time of day and nothing else, as stands under a date."""
    if len(text) > MAX_CLOCK:
        return False
    return _CLOCK.fullmatch(text.strip("[]() .")) is not None or ("ч" in text and parse_time(text) is not None)


def is_place_and_day(text: str) -> bool:
    """Say whether a line is a place and a date, with a time or without: "Karsk, 6 February 1938, 0:40"."""
    if not 8 <= len(text) <= 70 or not ("," in text or " — " in text) or text[:1].isdigit():
        return False
    found = find_dates(text)
    if not found or _PLACE_BEFORE.fullmatch(text[: found[0].start]) is None:
        return False
    rest = text[found[-1].end :].strip(" .,;[]()–—-")
    return not rest or _CLOCK.fullmatch(rest) is not None


def is_dated(text: str) -> bool:
    """Say whether a short line has a day in it, or several that stand by themselves."""
    found = find_dates(text)
    if len(found) > 1 and is_sign(text[1:2]):  # the days of several under one title: （三月五日、四月二日）
        between = [text[: found[0].start], text[found[-1].end :], *(text[a.end : b.start] for a, b in pairwise(found))]
        return not any(map(str.isalnum, "".join(between)))
    return bool(found) and count_words(text) <= 6
