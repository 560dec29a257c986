"""Days of the old calendar of China in days of ours: 光緒二十年六月初一日, 光绪乙未年闰五月廿三, 同治元年正月.

Only with the name of the reign, 1821 to 1911: without it nothing says of which year a month is. The months are those of
the new moons and solar terms at Peking, which the table holds; where a new moon fell so near to midnight that the
reckoning of the time may have set it a day before or after, a day of that month is given as the two that it can be.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Final

from tei.dates.reading import Reading
from tei.regexes import regex

_FIRST: Final = 1821
_TABLE: Final = """
    1c0ba4 67b45 2c0d49 16fa95 3a0a95 24052d eaaad 340ab5 1e0daa a9da4 300ea4 1b3d4a 3e0d4a 280a96 12d536
    38055a 200ad5 c96ca 320752 1c0ea5 66d4a 2a064b 14ea97 3a0aab 24055a eab55 340ba9 200752 89b25 2e0b25
    191a4b 3e094d 260aad 12f56a 3805b4 220da9 cbd52 320d92 1c0d25 67a4d 2a0a56 1512b5 3a0ad6 2606d4 eada9
    340ec9 200e92 a8d26 2c052b 174a57 3c095b 280b5a 12d6d4 380754 220749 cb693 300a93 1a052b 46a5b 2a0a6d
    14eb6a 3a0daa 260ba4 10bb49 340d49 1e0a95 8952d 2e052d 160aad 2556a 280daa 14dda4 380ea4 220d4a caa95
    300a97 1a0556 46ab5 2a0ad5 1716d2 3c0752 260ea5 12b64a 36064b 1e0a9b a955a 30056a 1a0b59 45752 2a0752
    14db25
"""
"""A year each: days from 20 January to its first day, its leap month, and a bit for each month of thirty days."""
_BEFORE_MIDNIGHT: Final = frozenset((
    (1823, 4), (1828, 12), (1831, 3), (1842, 10), (1849, 9), (1856, 11), (1861, 10), (1862, 13), (1869, 4), (1887, 3),
    (1897, 7), (1906, 4),
))  # fmt: skip
_BEHIND_MIDNIGHT: Final = frozenset((
    (1822, 4), (1825, 2), (1838, 5), (1841, 10), (1841, 13), (1843, 4), (1844, 3), (1845, 6), (1848, 12), (1857, 8),
    (1865, 10), (1874, 6), (1881, 11), (1888, 2), (1888, 5), (1890, 8), (1891, 5), (1893, 1), (1908, 6), (1910, 12),
))  # fmt: skip
"""Months, by their place in the year, whose new moon was within twenty minutes of midnight."""
_ERAS: Final = {
    "道光": 1820, "咸豐": 1850, "咸丰": 1850, "同治": 1861, "光緒": 1874, "光绪": 1874, "宣統": 1908, "宣统": 1908,
}  # fmt: skip
_LAST: Final = {"道光": 30, "咸豐": 11, "咸丰": 11, "同治": 13, "光緒": 34, "光绪": 34, "宣統": 3, "宣统": 3}
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_CYCLE: Final = 1804
"""A first year, 甲子, of the cycle of sixty."""
_SIGNS: Final = "[一二三四五六七八九十廿卄卅]"
LUNAR: Final = regex(
    rf"(?P<era>{'|'.join(_ERAS)})(?:(?P<year>元|{_SIGNS}{{1,3}}|\d{{1,2}})年|(?P<cycle>[{_STEMS}][{_BRANCHES}])年?)"
    r"(?:[（(][^（）()\n]{1,12}[）)])?"
    rf"(?:[^\S\n]?(?P<leap>[閏闰])?(?P<month>正|冬|臘|腊|{_SIGNS}{{1,2}}|\d{{1,2}})月"
    rf"(?:[^\S\n]?(?P<day>初[一二三四五六七八九十]|{_SIGNS}{{1,3}}|\d{{1,2}})日?)?)?"
    rf"(?:(?<=日)[^\S\n]?[{_BRANCHES}](?:[刻時时正初末]|(?=[發发到])))?"
)
_NAMED: Final = {"元": 1, "正": 1, "冬": 11, "臘": 12, "腊": 12}
_UNITS: Final = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}


def read_lunar(text: str, at: int) -> Reading | None:
    """Read the date of a reign that begins at a place, None where its year, month or day does not exist."""
    match = LUNAR.match(text, at)
    year = _year(match) if match else None
    if match is None or year is None:
        return None
    month = _value(match["month"]) if match["month"] else None
    day = _value(match["day"]) if match["day"] else None
    span = _span(year, month, day, leap=bool(match["leap"]))
    if span is None:
        return None
    first, last = span
    until = Reading(at, match.end(), last.year, last.month, last.day, language="zh") if first != last else None
    return Reading(at, match.end(), first.year, first.month, first.day, until=until, language="zh")


_ALONE: Final = regex(
    rf"[閏闰]?(?:[正冬臘腊]|{_SIGNS}{{1,2}})月(?:初[一二三四五六七八九十]|[廿卄卅][一二三四五六七八九]?|{_SIGNS}{{1,3}}(?=日?[{_BRANCHES}]刻))日?"
    rf"(?:[{_BRANCHES}]刻)?|[閏闰](?:{_SIGNS}{{1,2}})月{_SIGNS}{{1,3}}日?"
)


def is_day_without_year(text: str) -> bool:
    """Say whether words are a month and day of the old calendar and nothing else, 九月初五, 閏五月廿三日.

    Without the year nobody knows which day of ours that is.
    """
    return "月" in text[:4] and _ALONE.fullmatch(text) is not None


def _year(match: re.Match[str]) -> int | None:
    start, last = _ERAS[match["era"]], _LAST[match["era"]]
    if match["year"]:
        value = _value(match["year"])
        return start + value if 0 < value <= last else None
    signs = match["cycle"]
    wanted = (_STEMS.index(signs[0]), _BRANCHES.index(signs[1]))
    years = range(start + 1, start + last + 1)
    return next((year for year in years if ((year - _CYCLE) % 10, (year - _CYCLE) % 12) == wanted), None)


def _value(signs: str) -> int:
    """Return the value of figures or signs up to 39: 初九, 廿三, 二十一, 12."""
    if signs in _NAMED:
        return _NAMED[signs]
    if signs.isdecimal():
        return int(signs)
    tens = {"廿": 20, "卄": 20, "卅": 30}
    value = 0
    for sign in signs.removeprefix("初"):
        value = max(value, 1) * 10 if sign == "十" else value + (tens.get(sign) or _UNITS[sign])
    return value


def _span(year: int, month: int | None, day: int | None, *, leap: bool) -> tuple[date, date] | None:
    """Return the first and the last day of ours that a year, a month or a day of the old calendar can be."""
    months = _months(year)
    if month is None:
        return months[0][1], months[-1][1] + timedelta(days=months[-1][2] - 1)
    place = next((i for i, (key, _, _) in enumerate(months) if key == (month, leap)), None)
    if place is None or (day is not None and not 1 <= day <= months[place][2]):
        return None
    _, first, length = months[place]
    if day is None:
        return first, first + timedelta(days=length - 1)
    found = first + timedelta(days=day - 1)
    key = (year, place + 1)
    return found - timedelta(days=key in _BEHIND_MIDNIGHT), found + timedelta(days=key in _BEFORE_MIDNIGHT)


@cache
def _months(year: int) -> tuple[tuple[tuple[int, bool], date, int], ...]:
    """Return the months of a year, each with its number, whether it is the leap month, first day and length."""
    packed = int(_TABLE.split()[year - _FIRST], 16)
    leap, first = packed >> 13 & 15, date(year, 1, 20) + timedelta(days=packed >> 17)
    keys = [(number, False) for number in range(1, 13)]
    if leap:
        keys.insert(leap, (leap, True))
    months = []
    for at, key in enumerate(keys):
        length = 29 + (packed >> at & 1)
        months.append((key, first, length))
        first += timedelta(days=length)
    return tuple(months)
