"""Dates in figures: 1949-10-23, 23.10.49, 10/14/50, 13/5-50, 16.XII.1947, 29/IX — 34 г., 281605Z OCT 50."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from tei.dates.lexicon import MONTHS, ROMAN
from tei.dates.model import Precision, WrittenTime
from tei.dates.reading import Reading
from tei.dates.reckoning import gregorian_from_julian
from tei.dates.source import BLANK, DASH, Source
from tei.dates.years import read_year
from tei.regexes import regex

_END: Final = r"(?![^\W\d_г]|\d|[./:,]\d|[–—-]\d(?!\d?[./]))"
_YEAR_WORD: Final = rf"(?P<word>{BLANK}(?:гг?\.|гг?(?!\w)|года?(?!\w)|р\.))?"
_ISO: Final = regex(
    r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])(?P<clock>(?=[t ]\d\d:\d\d))?)?"
    r"(?![^\W\d_t]|\d|[./:,–—-]\d)"
)
_ISO_CLOCK: Final = regex(r"(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(z|[+-]\d\d:\d\d)?(?![\w:])")
_ARABIC: Final = regex(
    rf"(?:(?P<from>\d\d?){DASH})?(?P<a>\d\d?)(?P<one>[./]|{DASH})(?P<space>[^\S\n])?(?P<b>\d\d?)"
    rf"(?P<two>[./]|{DASH}|(?<=\d)[^\S\n](?=\d{{4}}))[^\S\n]?(?P<c>\d{{4}}|\d\d)(?!\d){_YEAR_WORD}{_END}"
)
_ROMAN_LETTERS: Final = "ivxіх"
_ROMAN_NAME: Final = f"[{_ROMAN_LETTERS}]{{1,4}}"
_ROMAN: Final = regex(
    rf"(?:(?P<from>\d\d?){BLANK}{DASH}{BLANK})?(?P<a>\d\d?)(?P<one>[./]|{DASH}|[^\S\n])[^\S\n]?(?P<b>{_ROMAN_NAME})"
    rf"(?P<rest>(?:{BLANK}(?:[./]|{DASH}){BLANK}|[^\S\n])(?P<c>\d{{4}}|\d\d)(?!\d)(?!{BLANK}ч(?:ас|\.|\s)){_YEAR_WORD}{_END})?(?!\w)"
)
_HOUR_BEHIND: Final = regex(rf"\.?{BLANK}\d\d?{BLANK}ч(?:ас|\.|\s)")
_YEAR_LED: Final = regex(rf"(?P<a>\d{{4}})(?P<one>[./])(?P<b>\d\d?)(?P=one)(?P<c>\d\d?){_END}")
_PARTIAL: Final = regex(rf"(?P<a>\d\d?)[./](?P<b>\d\d?){_END}")
_GROUP: Final = regex(
    rf"(?P<day>[0-3]\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<zone>[a-ik-z]?)(?!\w)"
    rf"(?:{BLANK}(?P<month>[^\W\d_]{{3,9}})\.?(?!\w)(?:{BLANK}(?P<year>\d{{4}}|\d\d)(?!\d))?)?"
)
_FIGURES: Final = regex(r"\d+")
GROUP: Final = 6
"""Figures of a date-time group, behind which the month may stand."""
_LOOKALIKES: Final = str.maketrans("іх", "ix")


def read_numeric(source: Source, at: int) -> tuple[Reading, ...]:
    """Read the date in figures that begins at `at`."""
    figures = _FIGURES.match(source.low, at)
    if figures is not None and source.low.startswith(" tháng", figures.end()):
        found = _vietnamese(source, at)
        return (found,) if found is not None else ()
    if figures is None or (figures.end() - at != GROUP and _stands_apart(source.low, figures.end())):
        return ()
    for reader in _READERS.get(figures.end() - at, ()):
        found = reader(source, at)
        if found is not None:
            return (found,)
    return ()


def _stands_apart(low: str, end: int) -> bool:
    """Say whether a word stands after the figures that end here, as after most: a Roman month is the one exception."""
    return low[end : end + 1].isspace() and low[end + 1 : end + 2].isalpha() and low[end + 1] not in _ROMAN_LETTERS


def _iso(source: Source, at: int) -> Reading | None:
    match = _ISO.match(source.low, at)
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    if match["day"] is None:
        two_years = month > year % 100
        if not 1000 <= year <= 2100:
            return None
        return Reading(at, match.end(), year, month, other=(year, None, None) if two_years else None)
    if match["clock"] is None:
        return Reading(at, match.end(), year, month, int(match["day"]))
    return _iso_clock(source, match, Reading(at, match.end("day"), year, month, int(match["day"])))


def _iso_clock(source: Source, match: re.Match[str], reading: Reading) -> Reading:
    clock = _ISO_CLOCK.match(source.low, match.end() + 1)
    if clock is None or int(clock[1]) > 24 or int(clock[2]) > 59 or int(clock[3] or 0) > 59:
        return reading
    offset = clock[4].upper() if clock[4] else None
    hour = int(clock[1])
    when = f"{hour % 24:02}:{clock[2]}:{clock[3] or '00'}{offset or ''}"
    words = source.text[clock.start() : clock.end()]
    precision: Precision = "second" if clock[3] else "minute"
    time = WrittenTime(
        clock.start(),
        clock.end(),
        words,
        when,
        precision,
        offset,
        next_day=hour == 24,
    )
    return reading._replace(end=clock.end(), time=time)


def _arabic(source: Source, at: int) -> Reading | None:
    match = _ARABIC.match(source.low, at)
    if match is None or not _consistent(match):
        return None
    year = int(match["c"])
    if len(match["c"]) == 2:
        year = source.century(year)
    elif not 1000 <= year <= 2100:
        return None
    first, second = int(match["a"]), int(match["b"])
    dotted = match["one"] == "."
    reading = _ordered(source, first, second, dotted=dotted or (match["one"] == "/" and match["two"] != "/"))
    if reading is None:
        return None
    found = reading._replace(start=at, end=match.end(), year=year, language="ru" if match["word"] else "")
    if found.other is not None:
        found = found._replace(other=(year, *found.other[1:]))
    return _from_day(match, found)


def _consistent(match: re.Match[str]) -> bool:
    """Say whether the signs between the figures belong together: 1.2.49, 1/2/49, 1-2-49, 1/2-49, 1/2 1949, 1/2.1949."""
    one, two = match["one"], match["two"]
    if match["space"] and one != ".":
        return False
    if two.isspace():
        return one == "/"
    if one == two or (one == "/" and two == "." and len(match["c"]) == 4):
        return True
    return one not in ".-" and two not in "./" if one == "/" else one not in "./" and two not in "./"


def _ordered(source: Source, first: int, second: int, *, dotted: bool) -> Reading | None:
    """Decide which figure is the day; dots and the form 13/5-50 mean day first unless there is no such month."""
    day_first = 1 <= first <= 31 and 1 <= second <= 12
    month_first = 1 <= first <= 12 and 1 <= second <= 31
    if source.order is None and dotted:
        month_first = month_first and second > 12
    if source.order == "mdy" and month_first:
        day_first = False
    if not day_first and not month_first:
        return None
    day, month = (first, second) if day_first else (second, first)
    unsure = day_first and month_first and source.order is None and first != second
    return Reading(0, 0, None, month, day, other=(None, first, second) if unsure else None)


def _from_day(match: re.Match[str], reading: Reading) -> Reading | None:
    """Read the first day of "23–25.10.49"."""
    if match["from"] is None:
        return reading
    first = int(match["from"])
    if not 1 <= first < (reading.day or 0):
        return None
    return reading._replace(day=first, other=None, until=reading._replace(other=None))


def _roman(source: Source, at: int) -> Reading | None:
    match = _ROMAN.match(source.low, at)
    if match is None:
        return None
    month = ROMAN.get(match["b"].translate(_LOOKALIKES))
    written = source.text[match.start("b") : match.end("b")]
    spaced = match["one"].isspace()
    if month is None or not 1 <= int(match["a"]) <= 31 or (spaced and not (written.isupper() and match["c"])):
        return None
    reading = Reading(at, match.end("b"), None, month, int(match["a"]))
    if match["rest"]:
        year = int(match["c"]) if len(match["c"]) == 4 else source.century(int(match["c"]))
        reading = reading._replace(end=match.end("rest"), year=year, language="ru" if match["word"] else "")
    elif not (written.isupper() and _is_tight(match)):
        return None
    else:
        later = read_year(source, reading.end)
        reading = later.complete(reading) if later is not None else reading
    return _from_day(match, reading)


def _is_tight(match: re.Match[str]) -> bool:
    """Say whether day and Roman month without a year are written as one word: 29/IX, 29.IX, 5.V; "1.I" is a point."""
    size = match.end("b") - match.start("b")
    tight = match["one"] == "." and match.start("b") == match.end("one")
    return (
        match["one"] == "/"
        or _HOUR_BEHIND.match(match.string, match.end("b")) is not None
        or (tight and (size > 1 or match["b"].translate(_LOOKALIKES) in "vx"))
    )


_VIETNAMESE_MONTHS: Final = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_VIETNAMESE: Final = regex(
    rf"(?P<day>\d\d?) tháng (?P<month>\d\d?|mười (?:một|hai)|{'|'.join(m for m in _VIETNAMESE_MONTHS if ' ' not in m)})"
    rf"(?:,?(?: năm)? (?P<year>\d{{4}}))?{_END}"
)


def _vietnamese(source: Source, at: int) -> Reading | None:
    """Read "3 tháng 5 năm 1938", "3 tháng Năm 1938", day and month each with its word."""
    match = _VIETNAMESE.match(source.low, at)
    month = (_VIETNAMESE_MONTHS.get(match["month"]) or int(match["month"])) if match else 0
    if match is None or not (1 <= int(match["day"]) <= 31 and 1 <= month <= 12):
        return None
    year = int(match["year"]) if match["year"] else None
    return Reading(at, match.end(), year, month, int(match["day"]), language="vi")


def _year_led(source: Source, at: int) -> Reading | None:
    """Read "1949.10.23" and "1949/10/23"."""
    match = _YEAR_LED.match(source.low, at)
    if match is None or not 1600 <= int(match["a"]) <= 2100:
        return None
    month, day = int(match["b"]), int(match["c"])
    return Reading(at, match.end(), int(match["a"]), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _partial(source: Source, at: int) -> Reading | None:
    """Read "23.10" and "23/10": only where the text is known to be a date, or says "this year" after it."""
    match = _PARTIAL.match(source.low, at)
    if match is None:
        return None
    reading = _ordered(source, int(match["a"]), int(match["b"]), dotted="." in match.group())
    if reading is None:
        return None
    reading = reading._replace(start=at, end=match.end())
    year = read_year(source, match.end())
    if year is not None and year.certainty == "relative":
        return year.complete(reading)
    return reading if source.whole else None


def _group(source: Source, at: int) -> Reading | None:
    """Read a date-time group of military telegraphy (ACP 121): day, hour, minute, zone letter, then month and year.

    Without a letter it is the hour of the place, and both month and year stand behind it: "241100 Sep 45".
    """
    match = _GROUP.match(source.low, at)
    if match is None or not 1 <= int(match["day"]) <= 31:
        return None
    month = MONTHS.get(match["month"]) if match["month"] else None
    if (match["zone"] != "z" and month is None) or not (match["zone"] or match["year"]):
        return None
    offset = _zone(match["zone"]) if match["zone"] else ""
    time = WrittenTime(
        match.start("hour"),
        match.end("zone"),
        source.text[match.start("hour") : match.end("zone")],
        f"{match['hour']}:{match['minute']}:00{offset}",
        "minute",
        offset,
    )
    reading = Reading(at, match.end("zone"), day=int(match["day"]), time=time)
    if month is None:
        return reading
    year = None
    if match["year"]:
        year = int(match["year"]) if len(match["year"]) == 4 else _year_of_group(source, int(match["year"]))
    end = match.end("year") if match["year"] else match.end("month")
    return reading._replace(end=end, year=year, month=month.number, language=month.language)


FIRST_GROUPS: Final = 1930
"""Nobody wrote date-time groups before; two digits that would say so are of the century after."""


def _year_of_group(source: Source, two_digits: int) -> int:
    year = source.century(two_digits)
    return year + 100 if year < FIRST_GROUPS and (source.near or FIRST_GROUPS) >= FIRST_GROUPS else year


def _zone(letter: str) -> str:
    """Return the offset of a zone letter: A–M without J east of Greenwich, N–Y west of it."""
    if letter == "z":
        return "Z"
    if letter <= "m":
        hours = "abcdefghiklm".index(letter) + 1
        return f"+{hours:02}:00"
    return f"-{'nopqrstuvwxy'.index(letter) + 1:02}:00"


def old_and_new(first: Reading, second: Reading) -> Reading | None:
    """Join "25 October/7 November 1917", or "13 марта (28 февраля) 1915", to the one day that both name."""
    year = second.year or first.year or 1901
    for old, new in ((first, second), (second, first)):
        if old.month is None or old.day is None or new.month is None or new.day is None:
            return None
        try:
            found = gregorian_from_julian(old.year or year - (old.month > new.month), old.month, old.day)
        except ValueError:
            continue
        if found[1:] == (new.month, new.day):
            return new._replace(start=first.start, end=second.end, year=new.year or old.year, calendar="julian")
    return None


_SHORT: Final = (_arabic, _roman, _partial)
_READERS: Final[Mapping[int, tuple[Callable[[Source, int], Reading | None], ...]]] = {
    1: _SHORT,
    2: _SHORT,
    4: (_iso, _year_led),
    GROUP: (_group,),
}
"""Which forms begin with how many figures, those that tell most before others."""
