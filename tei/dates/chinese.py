"""Dates of East Asia: 1949年10月23日, 一九四九年一月十日, 民国三十八年, 十月上旬, with times as 下午六时, 23时40分.

The signs for year, month and day mark the parts, so one pattern reads them all; Korean 년 월 일 come along for nothing.
"""

from __future__ import annotations

import re
from typing import Final

from tei.dates.clock import read_clock
from tei.dates.lunar import LUNAR, read_lunar
from tei.dates.model import Precision, WrittenTime
from tei.dates.reading import Reading
from tei.dates.source import Source
from tei.regexes import regex
from tei.values import value

_DIGITS: Final = {
    sign: value
    for value, signs in enumerate(("〇零○", "一元", "二", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
_DIGITS.update({"两": 2, "兩": 2, "正": 1})
_TENS: Final = {"十": 10, "廿": 20, "卄": 20, "卅": 30}
_REPUBLIC: Final = 1911
_LAST_OF_REPUBLIC: Final = 38
_ERAS: Final = {
    "民国": 1911,
    "民國": 1911,
    "中华民国": 1911,
    "中華民國": 1911,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
}
_NUMBER: Final = r"(?:[0-9０-９]{1,4}|[〇零○一元二三四五六七八九两兩正十廿卄卅]{1,5})"
_YEAR_WORDS: Final = {"今年": 0, "本年": 0, "去年": -1, "明年": 1}
_MONTH_WORDS: Final = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
_ANY: Final = "年月日号號时點点時旬년월일시夜午"
_CLOCK_SIGNS: Final = (
    rf"(?:(?P<half>上午|下午|午前|午后|午後|晚上|晚|夜|凌晨|清晨|早晨|早上|早|中午|오전|오후)[^\S\n]?)?"
    rf"(?P<hour>{_NUMBER})[^\S\n]?[时時点點시](?:钟|鐘|正|整)?"
    rf"(?:[^\S\n]?(?:(?P<minute>{_NUMBER})[^\S\n]?[分분]|(?P<semi>半)))?(?:[^\S\n]?(?P<second>{_NUMBER})[^\S\n]?秒)?"
)
_CLOCK: Final = regex(_CLOCK_SIGNS)
_DATE: Final = regex(
    rf"(?:(?P<ofyear>今年|本年|去年|明年)[^\S\n]?)?"
    rf"(?:(?P<era>(?:中华|中華)?(?:民国|民國)|昭和|大正|明治)?[^\S\n]?(?P<year>{_NUMBER})[^\S\n]?(?:[年년]|[牟车車](?=\d{{1,2}}月))[^\S\n]{{0,6}}"
    rf"(?:[（(](?:即|公元|西元)?{_NUMBER}年?[）)](?={_NUMBER}[^\S\n]?月))?)?"
    rf"(?:(?P<month>{_NUMBER})[^\S\n]?[月월](?:份)?[^\S\n]?(?:初(?P<early>[一二三四五六七八九十])[日号號]?|(?P<part>上旬|中旬|下旬|初|底|末|中)|"
    rf"(?P<day>{_NUMBER})[^\S\n]?(?:[日号號일]|(?<=[0-9])[eh曰](?![0-9a-z])))?)?"
    rf"(?P<yearpart>年初|年底|年末|初|底|末)?"
)
_OF_MONTH: Final = regex(rf"(?P<word>本月|上个?月|下个?月)[^\S\n]?(?P<day>{_NUMBER})[^\S\n]?[日号號]")
_START: Final = regex(
    rf"(?:本月|[上下]个?月)(?=[^\S\n]?{_NUMBER})"
    rf"|(?:道光|咸[豐丰]|同治|光[緒绪]|宣[統统])(?=[元甲一二三四五六七八九十廿卄卅\d乙丙丁戊己庚辛壬癸])"
    rf"|(?:(?:中华|中華)?(?:民国|民國)|昭和|大正|明治|[今本去明]年|(?<![0-9０-９.,]){_NUMBER})(?=[^\n]{{0,6}}?["
    rf"年月년월])"
)
_PARTS: Final = {
    **dict.fromkeys(("上旬",), "first-third"),
    **dict.fromkeys(("中旬", "中"), "second-third"),
    **dict.fromkeys(("下旬",), "last-third"),
    **dict.fromkeys(("初", "年初"), "beginning"),
    **dict.fromkeys(("底", "末", "年底", "年末"), "end"),
}
_DAY_ALONE: Final = regex(
    rf"[\s（(]*(?P<day>{_NUMBER})[^\S\n]?日[^\S\n]?(?:{_CLOCK_SIGNS}|[子丑寅卯辰巳午未申酉戌亥][时時])?[\s）)。.]*"
)
_DOUBLE_HOUR: Final = regex(r"[^\S\n]?[子丑寅卯辰巳午未申酉戌亥][时時](?:正|初|末)?")
MAX_ALONE: Final = 16
_AFTERNOON: Final = frozenset(("下午", "午后", "午後", "晚上", "晚", "夜", "오후"))
_TIME_START: Final = regex(
    rf"(?:上午|下午|午前|午后|午後|晚上|晚|夜|凌晨|清晨|早晨|早上|早|中午|오전|오후)|"
    rf"(?<![0-9０-９.,:]){_NUMBER}(?=[^\S\n]?[时時点點시])"
)


_REIGNS: Final = frozenset("道咸同光宣")


def number(signs: str) -> int | None:
    """Return the value of a numeral: 23, 二十三, 廿三, 一九四九; None where the signs make none.

    >>> number("三十八"), number("廿三"), number("一九四九")
    (38, 23, 1949)
    """
    if signs[0].isdigit() and signs.isdecimal():
        return int(signs)
    if not any(sign in _TENS for sign in signs):
        return int("".join(str(_DIGITS[sign]) for sign in signs))
    value, pending = 0, 0
    for sign in signs:
        if sign in _TENS:
            if value:
                return None
            value, pending = _TENS[sign] * (pending or 1), 0
        elif pending:
            return None
        else:
            pending = _DIGITS[sign]
    return value + pending


def number_in(text: str) -> int | None:
    """Return the number that signs or figures of any width give and nothing else, None where they give none.

    >>> number_in("一七"), number_in("１２"), number_in("甲三")
    (17, 12, None)
    """
    if text.isdecimal():
        return int(text)
    known = all(sign in _DIGITS or sign in _TENS for sign in text)
    return number(text) if text and known else None


@value()
class Found:
    """What stands in a text in these signs: dates, and times that belong to none."""

    dates: tuple[Reading, ...] = ()
    times: tuple[WrittenTime, ...] = ()


def read_signs(source: Source) -> Found:
    """Read every date and time that is written with the signs for year, month, day and hour."""
    if source.low.isascii() or not any(map(source.low.__contains__, _ANY)):
        return Found()
    alone = _DAY_ALONE.fullmatch(source.low) if len(source.low) <= MAX_ALONE else None
    if alone is not None and _in_range(number(alone["day"]), alone["day"], 31):
        return Found((_day_alone(source, alone),))
    dates: list[Reading] = []
    end = 0
    for start in _START.finditer(source.low):
        if start.start() < end:
            continue
        if start.group()[0] in _REIGNS and (of_reign := LUNAR.match(source.low, start.start())):
            end = of_reign.end()
            dates += [lunar] if (lunar := read_lunar(source.low, start.start())) else []
            continue
        reading = _date(source, start.start())
        if reading is not None:
            dates.append(reading)
            end = reading.end
    taken = [(reading.start, reading.end) for reading in dates]
    return Found(tuple(dates), _times(source, taken))


def _date(source: Source, at: int) -> Reading | None:
    of_month = _OF_MONTH.match(source.low, at)
    if of_month is not None:
        return _of_month(source, of_month)
    match = _DATE.match(source.low, at)
    if match is None or match.end() == at or (match["year"] is None and match["month"] is None):
        return None
    if match["month"] and not match["year"] and _of_old_calendar(source.low, match):
        return None
    year = _year(match, source.near)
    month = number(match["month"]) if match["month"] else None
    written = match["day"] or match["early"]
    day = number(written) if written else None
    if match["year"] and year is None:
        return None
    if not _in_range(month, match["month"], 12) or not _in_range(day, written, 31):
        return None
    part = _PARTS.get(match["part"] or match["yearpart"] or "", "")
    if part and match["yearpart"] and month is not None:
        part = ""
    words = match.group().rstrip()
    reading = Reading(at, at + len(words), year, month, day, part=part, language=_language(match))
    if year is not None and not match["era"] and source.near is None and (number(match["year"]) or 0) < 100:
        reading = reading._replace(certainty="questioned")
    if match["ofyear"] and year is None:
        reading = reading._replace(year_shift=_YEAR_WORDS[match["ofyear"]], certainty="relative")
    return _with_clock(source, reading) if day is not None else reading


def _of_old_calendar(text: str, match: re.Match[str]) -> bool:
    """Say whether a month and day without a year are those of the old calendar, 六月初一日, 閏五月廿三, 三月四日辰刻.

    Which day of ours that is depends on the year, and newspapers of the Republic wrote 廿三日 for days of ours.
    """
    if match["early"] or match["month"] == "正" or text[match.start("month") - 1 : match.start("month")] in _LEAP:
        return True
    return _OLD_DAY.match(text, match.end()) is not None


_LEAP: Final = ("閏", "闰")
_OLD_DAY: Final = regex(r"(?<=月)[廿卄卅][一二三四五六七八九]?(?![日號号])|(?<=日)[^\S\n]?[子丑寅卯辰巳午未申酉戌亥]刻")
"""What tells the old calendar behind the month, a day without its sign, and behind the day, the double hour."""


def _of_month(source: Source, match: re.Match[str]) -> Reading | None:
    """Read "本月12日", a day of this month, of the last or of the next."""
    day = number(match["day"])
    if not _in_range(day, match["day"], 31):
        return None
    shift = _MONTH_WORDS[match["word"]]
    reading = Reading(match.start(), match.end(), day=day, month_shift=shift, certainty="relative", language="zh")
    return _with_clock(source, reading)


def _day_alone(source: Source, match: re.Match[str]) -> Reading:
    """Read a line that is a day and its hour and no more, 十日二十四时: the month is that of the lines round it."""
    start, end = match.start("day"), source.low.index("日", match.end("day")) + 1
    reading = Reading(start, end, day=number(match["day"]), certainty="relative", language="zh")
    return _with_clock(source, reading)


def _in_range(value: int | None, written: str | None, most: int) -> bool:
    return not written or (value is not None and 1 <= value <= most)


def _year(match: re.Match[str], near: int | None) -> int | None:
    """Return the year; one of three or fewer figures needs its era, or a year that is known and that it agrees with."""
    if not match["year"]:
        return None
    value = number(match["year"])
    if value is None:
        return None
    if not match["era"] and near and match["day"] and abs(_REPUBLIC + value - near) <= 1:
        return _REPUBLIC + value
    if not match["era"] and near is None and match["day"] and 1 <= value <= _LAST_OF_REPUBLIC and _in_words(match):
        return _REPUBLIC + value
    if match["era"]:
        return _ERAS[match["era"]] + value if value < 100 else None
    if 900 <= value <= 999 and match["day"] and not _in_words(match):
        return 1000 + value  # 「950年11月17日」: a scan has lost the first figure
    return value if 1000 <= value <= 2100 else None


def _in_words(match: re.Match[str]) -> bool:
    return not any(sign.isdecimal() for sign in match["year"])


def _language(match: re.Match[str]) -> str:
    words = match.group()
    if any(sign in words for sign in "년월일"):
        return "ko"
    return "ja" if match["era"] in ("昭和", "大正", "明治") else "zh"


def _with_clock(source: Source, reading: Reading) -> Reading:
    at = reading.end
    while source.low[at : at + 1] in (" ", " ", ",", "，", "、") and at - reading.end < 2:
        at += 1
    time = _clock(source, _CLOCK.match(source.low, at))
    if time is None:
        figures = read_clock(source, at)
        time = figures.time if figures is not None and figures.strong else None
    if time is None:
        double = _DOUBLE_HOUR.match(source.low, reading.end)
        return reading._replace(end=double.end()) if double is not None else reading
    return reading._replace(end=time.end, time=time)


def _clock(source: Source, match: re.Match[str] | None) -> WrittenTime | None:
    if match is None:
        return None
    hour = number(match["hour"])
    minute = 30 if match["semi"] else number(match["minute"]) if match["minute"] else 0
    second = number(match["second"]) if match["second"] else 0
    if hour is None or hour > 24 or minute is None or minute > 59 or second is None or second > 59:
        return None
    half = match["half"]
    if half in ("夜", "晚", "晚上") and hour == 12:
        hour = 24
    if half in _AFTERNOON and hour < 12 and not (half in ("夜", "晚", "晚上") and hour < 5):
        hour += 12
    start = match.start("half") if half else match.start("hour")
    precision: Precision = "second" if match["second"] else "minute" if match["minute"] or match["semi"] else "hour"
    return WrittenTime(
        start,
        match.end(),
        source.text[start : match.end()],
        f"{hour % 24:02}:{minute:02}:{second:02}",
        precision,
        language="ko" if match.group()[-1] in "시분" else "zh",
        next_day=hour == 24,
    )


def _times(source: Source, taken: list[tuple[int, int]]) -> tuple[WrittenTime, ...]:
    found: list[WrittenTime] = []
    spans = iter(taken)
    span = next(spans, None)
    end = 0
    for start in _TIME_START.finditer(source.low):
        at = start.start()
        while span is not None and span[1] <= at:
            span = next(spans, None)
        if at < end or (span is not None and span[0] <= at):
            continue
        match = _CLOCK.match(source.low, at)
        if match is not None and not match["half"] and not match["minute"] and not source.whole:
            continue
        time = _clock(source, match)
        if time is not None:
            found.append(time)
            end = time.end
    return tuple(found)
