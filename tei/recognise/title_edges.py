"""What hangs on the ends of a party in a title and is none of it: hours, numbers, the letter that is answered.

"Telegram from the Embassy in Oslo, 2 p.m., Sunday", "Coded Message N 600/sh Vetrov to Pashin", "Lind's Reply to
Pashin's Letter", "Telegram No. 12, May 3, 1938, Vetrov to Pashin". Read last, so that other readings go before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.recognise.chains import Party
from tei.recognise.kinds import ANY_KIND
from tei.regexes import regex

_HOUR: Final = regex(
    r",\s+(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\.?|noon|midnight|hours|hrs)|noon|midnight)(?![^\W\d_])",
    re.IGNORECASE,
)
_LEVEL: Final = regex(r"(?:(?:top|most|strictly)\s+)?(?:secret|confidential)", re.IGNORECASE)
_NUMBERED: Final = regex(r"(?:(?:N|No\.?|Nr\.?|№|#)\s?)\d[\w./-]*,?\s+(?=[A-ZÀ-ÞА-ЯЁ])")
_BEHIND_KIND: Final = regex(rf"(?:{ANY_KIND})\s+N\s?(?P<number>\d[\w/-]*)(?!\w)", re.IGNORECASE)
_THEN_FROM: Final = regex(r"\s+No\.?\s?\d[\w/-]*,?\s+from\s+(?P<from>[A-ZÀ-ÞА-ЯЁ][^,;:\n]{1,60})")
_OF_SEVERAL: Final = regex(rf"(?:{ANY_KIND})s?\s+(?:from|by|of)\s+(?=(?-i:[A-ZÀ-Þ]))", re.IGNORECASE)
_ANSWERED: Final = regex(
    rf"[’']s?\s+(?:(?:(?:first|second|last|previous)\s+)?(?:{ANY_KIND}|request|inquiry|proposal|question)s?)$",
    re.IGNORECASE,
)
_TOWN: Final = r"[А-ЯЁ][а-яё-]+(?:\s[А-ЯЁ][а-яё-]+)?"
_CARRIED: Final = regex(rf"(?<=\w)\s+из\s+(?P<from>{_TOWN})(?:\s+во?\s+(?P<to>{_TOWN}))?$")
"""«Телеграмма Ветрова Пашину из Карска в Тарн»: whence and where to."""
_DATED: Final = regex(
    rf"(?:{ANY_KIND})[^,\n]{{0,30}},\s+(?:\d{{1,2}}\s[A-Z][a-z]{{2,8}}|[A-Z][a-z]{{2,8}}\s\d{{1,2}}),?\s(?:1[89]|20)\d\d[,:]\s+"
    r"(?P<from>(?-i:[A-ZÀ-ÞА-ЯЁ])[^,;:\n]{1,60}?)\s+to\s+(?P<to>(?-i:[A-ZÀ-ÞА-ЯЁ])[^,;:\n]{1,80}?)(?=[,;:]|$)",
    re.IGNORECASE,
)


def without_edges(text: str, parties: tuple[Party, ...], end: int) -> Iterator[Party]:
    """Yield the parties of a title without what hangs on their ends; those behind a date where none was read."""
    if not parties:
        dated = _DATED.match(text, 0, end) if " to " in text and ", " in text else None
        yield from ((role, dated.span(role)) for role in ("from", "to") if dated)
        return
    for role, (first, last) in parties:
        if role == "place" and _LEVEL.fullmatch(text, first, last):
            continue
        if role == "from" and (led := _NUMBERED.match(text, first, last) or _OF_SEVERAL.match(text, first, last)):
            first = led.end()
        if "," in text[first:last] and (hour := _HOUR.search(text, first, last)) and hour.start() > first:
            last = hour.start()
        if role == "to" and text.endswith(" No", first, last) and (then := _THEN_FROM.match(text, last - 3, end)):
            last -= 3
            yield "from", then.span("from")
        if " из " in text[first:last] and (carried := _CARRIED.search(text, first, last)):
            last = carried.start()
            yield from ((f"place_{side}", carried.span(side)) for side in ("from", "to") if carried[side])
        if role == "to" and "s " in text[first:last] and (letter := _ANSWERED.search(text, first, last)):
            last = letter.start()
        yield role, (first, last)


def number_behind_kind(text: str) -> str:
    """Return the number behind a Latin N, which Russian offices write for №: "Coded Message N 600/sh"."""
    match = _BEHIND_KIND.search(text) if " N" in text else None
    return match["number"].rstrip("/-") if match else ""


def after_day(text: str, start: int) -> int:
    """Return where the parties of a title begin whose kind and day stand first, else `start`.

    “Text of Telegram dated October 26, 1938 from Pell to Lind”: the day between kind and parties is no party.
    """
    dated = _DATED_FROM.match(text, start) if " dated " in text and " from " in text else None
    return dated.end() if dated else start


_DATED_FROM: Final = regex(
    r"(?:(?:full\s)?text\sof\s(?:the\s|an?\s)?)?(?:(?:secret|cipher|urgent|personal)\s)?"
    r"(?:telegram|cable|cablegram|letter|message|wire)\s(?:no\.?\s?[\w/-]{1,12},?\s)?dated\s(?:the\s)?"
    r"(?:[a-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[a-z]{3,9}),?\s\d{4},?\s(?=from\s)",
    re.IGNORECASE,
)
