"""One moment at one place of a text: time and date in either order, and ranges of two moments."""

from __future__ import annotations

import re
from typing import Final

from tei.dates.clock import NAMED_TIMES, YEARS_NOT_TIMES, Clock, read_clock
from tei.dates.lexicon import DAY_WORDS, FREE_AFTER, MONTHS, ROMAN, SEASONS, STRONG_TIME_WORDS
from tei.dates.named import read_day_first, read_month_first, read_month_range, read_year_first
from tei.dates.numeric import old_and_new, read_numeric
from tei.dates.qualifiers import lengthen
from tei.dates.reading import Reading
from tei.dates.seasons import read_season
from tei.dates.source import BLANK, DASH, GAP, Source
from tei.dates.years import read_bare_year, read_year
from tei.regexes import regex

_TO_DATE: Final = regex(
    rf"(?:,?{GAP}(?:on|of|am|le){GAP}(?:the{GAP})?|{BLANK}[,/;]{BLANK}|[^\S\n]+{DASH}[^\S\n]+|[—–]|[^\S\n]{{1,3}})(?=[“\"«]?[^\W_])[“\"«]?"
)
_TO_END: Final = regex(
    rf"(?:(?P<dash>{BLANK}{DASH}{BLANK})|(?P<slash>{BLANK}/{BLANK})|(?P<open>{BLANK}\()"
    rf"|{GAP}(?:(?P<and>and|и|und|et)|to|till|until|through|bis|au|по|до){GAP}(?:the{GAP}|about{GAP})?)(?=[^\W_])"
)
_WORD: Final = regex(r"[^\W\d_]+")
_MONTH_YEAR: Final = regex(r"(?<![\w./-])(?P<month>[ivxіх]{1,4})[./](?P<year>1[6-9]\d\d|20\d\d)")
_LOOKALIKES: Final = str.maketrans("іх", "ix")
_FIGURE_NEXT: Final = regex(r"\.?[^\S\n]*\n?[^\S\n]*(?:the\s)?[,\[]?\s?\d")
_YEAR: Final = regex(rf"(\d{{4}})(?:{BLANK}(?:гг?\.|годы|годов|годах)|(?![\w]|[.,:/]\d))")
_THE_DAY: Final = regex(r"(?P<day>[012]?\d|3[01])(?:(?:st|nd|rd|th)\b|-?(?:го|е)?[^\S\n]числа\b)")
_BEFORE_THE_DAY: Final = frozenset(
    ("on the", "by the", "since the", "until the", "till the", "from the", "of the", "dated the", "after the")
)


def read_moments(source: Source, at: int) -> tuple[Reading, ...]:
    """Read the date at `at` with its time and, for a range, its other end; several for a list of days."""
    first = _moment(source, at)
    if not first:
        return ()
    last = lengthen(source, first[-1])
    if len(first) == 2 and source.word_before(at) in ("between", "между"):
        return (first[0]._replace(end=last.end, until=last._replace(start=first[0].start)),)
    if len(first) > 1 or last.until is not None:
        return (*first[:-1], last)
    return (_range(source, last),)


def _moment(source: Source, at: int) -> tuple[Reading, ...]:
    timed = _time_first(source, at)
    return (timed,) if timed is not None else _core(source, at)


def _core(source: Source, at: int) -> tuple[Reading, ...]:
    if not source.low[at].isdecimal():
        return _worded(source, at)
    if source.is_labelled(at):
        return ()
    month = _roman_month(source, at)
    if month is not None:
        return (month,)
    found = read_numeric(source, at) or read_day_first(source, at) or read_year_first(source, at)
    if found:
        return found
    year = read_bare_year(source, at)
    reading = year or _the_day(source, at)
    return (reading,) if reading is not None else ()


def _roman_month(source: Source, at: int) -> Reading | None:
    """Read "XII.1938", a month before its year: nothing stands before the numeral that it could number."""
    if at < 2 or source.low[at - 1] not in "./":
        return None
    match = _MONTH_YEAR.search(source.low, max(0, at - 6), at + 4)
    if match is None or match.start("year") != at or source.low[at + 4 : at + 5].isalnum():
        return None
    number = ROMAN.get(match["month"].translate(_LOOKALIKES))
    written = source.text[match.start() : at - 1]
    if number is None or not written.isupper() or source.is_labelled(match.start()):
        return None
    return Reading(match.start(), at + 4, int(match["year"]), number)


def _worded(source: Source, at: int) -> tuple[Reading, ...]:
    """Read what begins with a word: a month, a season, "today"."""
    match = _WORD.match(source.low, at)
    word = match.group() if match is not None else ""
    if word in MONTHS:
        if (
            MONTHS[word].shy
            and source.text[at].islower()
            and not (source.whole or _FIGURE_NEXT.match(source.low, at + len(word)))
        ):
            return ()
        return read_month_range(source, at) or read_month_first(source, at)
    return read_season(source, at) if word in SEASONS else _day_word(source, at, word)


def _time_first(source: Source, at: int) -> Reading | None:
    """Read "2300 23 October 1949": a time that a day follows."""
    clock = read_clock(source, at) if source.low[at].isdecimal() or source.low.startswith(NAMED_TIMES, at) else None
    between = _TO_DATE.match(source.low, clock.time.end) if clock is not None else None
    if clock is None or between is None or source.is_labelled(at, strict=False):
        return None
    found = _core(source, between.end())
    if len(found) != 1 or found[0].time is not None or not _is_dated(source, clock, found[0]):
        return None
    return found[0]._replace(start=at, time=clock.time)


def _is_dated(source: Source, clock: Clock, reading: Reading) -> bool:
    """Say whether `reading` is the day of a time before it; 1949 before a day without a year is a year."""
    if reading.day_shift is not None:
        return True
    if reading.day is None:
        return False
    if clock.figures not in YEARS_NOT_TIMES or reading.year is not None:
        return True
    return source.word_before(clock.time.start) in STRONG_TIME_WORDS or not 1900 <= clock.figures <= 1999


def _range(source: Source, first: Reading) -> Reading:
    between = _TO_END.match(source.low, first.end)
    if between is None:
        return first
    if between["and"] and source.word_before(first.start) not in ("between", "между"):
        return first
    found = _end_year(source, first, between.end()) or _moment(source, between.end())
    if len(found) != 1 or found[0].until is not None:
        return first
    second = lengthen(source, found[0])
    if between["open"] or between["slash"]:
        return _both_styles(source, first, second, opened=between["open"] is not None)
    return _joined(first, second) if _may_join(first, second) else first


def _end_year(source: Source, first: Reading, at: int) -> tuple[Reading, ...]:
    """Read the second year of "1893–1954"."""
    match = _YEAR.match(source.low, at) if first.month is None and first.year is not None else None
    if match is None or not (first.year or 0) <= int(match[1]) <= 2100:
        return ()
    return (Reading(at, match.end(), int(match[1])),)


def _may_join(first: Reading, second: Reading) -> bool:
    if second.day_shift is not None or second.year_shift is not None or first.part or second.part:
        return False
    if first.day is not None and second.day is None:
        return False
    if first.month is None and first.day is None:
        return second.year is not None and (second.month is None or second.year >= (first.year or 0))
    if first.year is not None and second.year is not None:
        return _order(first) <= _order(second)
    return second.year is not None or second.day is not None or first.year is None


def _order(reading: Reading) -> tuple[int, int, int]:
    return reading.year or 0, reading.month or 0, reading.day or 0


def _joined(first: Reading, second: Reading) -> Reading:
    """Make one range of two moments and let each have the year of the other."""
    later = (first.month or 0, first.day or 0) <= (second.month or 0, second.day or 0)
    if first.year is None and second.year is not None:
        first = first._replace(year=second.year if later else second.year - 1)
    elif second.year is None and first.year is not None:
        second = second._replace(year=first.year if later else first.year + 1)
    language = first.language or second.language
    return first._replace(end=second.end, until=second, language=language)


def _both_styles(source: Source, first: Reading, second: Reading, *, opened: bool) -> Reading:
    """Read "25 October (7 November) 1917", where the year may stand after the parenthesis."""
    end = second.end
    if opened:
        if not source.low.startswith(")", end):
            return first
        end += 1
        if second.year is None and first.year is None:
            match = re.compile(rf",?{BLANK}(\d{{4}})(?:{BLANK}г(?:\.|ода))?(?![\w])").match(source.low, end)
            if match is not None:
                second, end = second._replace(year=int(match[1])), match.end()
    found = old_and_new(first, second)
    return found._replace(end=end) if found is not None else first


def _the_day(source: Source, at: int) -> Reading | None:
    """Read "on the 5th" and "5-го числа" where an anchor tells the month; what a noun follows is its number."""
    match = _THE_DAY.match(source.low, at)
    if match is None or not 1 <= int(match["day"]) <= 31:
        return None
    reading = Reading(at, match.end(), day=int(match["day"]), certainty="relative")
    shift = read_year(source, match.end())
    if shift is not None and shift.month_shift is not None:
        return shift.complete(reading)
    if source.whole:
        return reading
    spoken = (
        "числа" in match.group() or " ".join(word.group() for word in source.words_before(at)[-2:]) in _BEFORE_THE_DAY
    )
    after = source.word_after(match.end())
    return reading if source.anchor is not None and spoken and (not after or after in FREE_AFTER) else None


def _day_word(source: Source, at: int, word: str) -> tuple[Reading, ...]:
    """Read "today" and its kin where there is a day to count from."""
    shift = DAY_WORDS.get(word)
    if source.anchor is None or shift is None:
        return ()
    language = "en" if word.isascii() else "ru"
    return (Reading(at, at + len(word), day_shift=shift, certainty="relative", language=language),)
