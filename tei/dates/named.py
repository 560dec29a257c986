"""Dates with the month in words: 23 October 1949, October 23rd, 2–5 May, April 1949."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tei.dates.days import Day, read_days
from tei.dates.lexicon import BULGARIAN_AFTER_DAY, DAY_IN_WORDS, MONTHS, NAMES_TOO, PART_WORDS, PREPOSITIONS, Month
from tei.dates.reading import Reading
from tei.dates.reckoning import gregorian_from_julian
from tei.dates.source import BLANK, DASH, GAP, Source
from tei.dates.years import YEARS, Year, read_year
from tei.regexes import regex

_MONTH: Final = regex(r"[^\W\d_]{3,12}")
_TO_MONTH: Final = regex(
    rf"(?:(?P<dot>\.{BLANK})|{GAP}(?:(?:day{GAP})?of{GAP}|de{GAP}|числа{GAP})?|(?P<tight>[-/.–]|))(?=[^\W\d_])"
)
_TO_BOXED: Final = regex(rf"{GAP}\[(?=[^\W\d_])")
_BOX_END: Final = regex(rf"{BLANK}\??{BLANK}\]")
"""A month that the editor supplied, "29 [October]", with the year or without."""
_DOUBTED: Final = regex(rf"{BLANK}\[\d\d?{BLANK}\?\]{GAP}(?=[^\W\d_])")
"""Another day that the editor thinks of, "27 [26?] October"."""
_TO_DAY: Final = regex(rf"(?:{GAP}(?:the{GAP})?|(?P<tight>[-/.])|(?P<dot>\.))(?=\d)")
_DAY_SUPPLIED: Final = regex(rf"{GAP}\[(?P<day>\d\d?)(?:st|nd|rd|th)?\]")
_YEAR_FIRST: Final = regex(rf"(?P<year>\d{{4}})(?:{BLANK}(?:г\.|года?|m\.))?,?{GAP}")
_TO_NAME: Final = regex(rf"(?:{BLANK}{DASH}{BLANK}|{GAP}(?:to|till|through|bis|по){GAP})(?=[^\W\d_])")
_MARKED_DAY: Final = regex(r"(?P<day>[12]\d|3[01]|[1-9])(?P<marker>\d{1,3})(?!\d)")
_YEAR_GLUED: Final = regex(r"1[6-9]\d\d(?![\d.,:/-]\d|\d)")
"""A year without a blank before it, “September 29,1864”."""
_OPENED: Final = ("«", '"', "“", "„")
_CLOSED: Final = ("»", '"', "”", "“")
_TELEGRAPH: Final = 1800
"""No telegram has an earlier year; in documents known to be older, years are left as they stand."""
_PRONOUNS: Final = frozenset(("i", "he", "she", "we", "they", "you", "it", "who", "which", "that", "and", "not"))


class _Name(NamedTuple):
    """A month's name at its place; `end` is after the dot of an abbreviation."""

    month: Month
    word: str
    end: int
    capital: bool
    upper: bool

    @property
    def number(self) -> int:
        return self.month.number


def read_day_first(source: Source, at: int) -> tuple[Reading, ...]:
    """Read "23 October 1949" and its kin from the day at `at`; several readings for a list of days."""
    days = read_days(source, at)
    if len(days) == 1:
        days = (_unquoted(source, days[0]),)
    while days:
        between = _TO_MONTH.match(source.low, days[-1].end)
        name = _name(source, between.end()) if between is not None else None
        if between is not None and name is not None:
            return _day_first(source, days, between, name)
        if len(days) == 1 and source.low.find("[", days[0].end, days[0].end + 3) >= 0:
            return _edited(source, days)
        days = days[:-1] if len(days) > 1 and days[-1].join != "list" else ()
    return ()


def _edited(source: Source, days: tuple[Day, ...]) -> tuple[Reading, ...]:
    """Read a day whose month the editor supplied, or beside which another day stands in doubt."""
    doubted = _DOUBTED.match(source.low, days[0].end)
    between = doubted or _TO_BOXED.match(source.low, days[0].end)
    name = _name(source, between.end()) if between is not None else None
    if name is None or not name.capital:
        return ()
    year = read_year(source, name.end)
    read = _complete(days, name, year, name.end)
    if doubted is not None:
        return tuple(one._replace(certainty="questioned") for one in read)
    closed = _BOX_END.match(source.low, read[-1].end)
    return tuple(one._replace(end=closed.end(), certainty="editorial") for one in read) if closed is not None else ()


def _unquoted(source: Source, day: Day) -> Day:
    """Take in the quotation marks of a form filled in by hand: «12» марта."""
    quoted = source.low[max(0, day.start - 1) : day.start] in _OPENED and source.low[day.end : day.end + 1] in _CLOSED
    return day._replace(start=day.start - 1, end=day.end + 1) if quoted else day


def _day_first(source: Source, days: tuple[Day, ...], between: re.Match[str], name: _Name) -> tuple[Reading, ...]:
    year = read_year(source, name.end)
    dotted = between["dot"] is not None
    if dotted and name.month.language == "en" and not _is_dotted_day(source, days[0].start, year):
        return ()
    if between["tight"] == "" and (year is None or name.month.whole):
        return ()
    if name.month.shy and not (name.capital or source.whole) and year is None:
        return ()
    if all(day.join in ("", "comma") for day in days) and len(days) > 1:
        return ()
    if year is None and source.is_counted(name.end):
        return ()
    return _complete(days, name, year, name.end)


def read_month_first(source: Source, at: int) -> tuple[Reading, ...]:
    """Read "October 23, 1949", "October 1949", "in October" from the month at `at`."""
    name = _name(source, at)
    if name is None:
        return ()
    between = _TO_DAY.match(source.low, name.end)
    days = read_days(source, between.end()) if between is not None else ()
    days = _trimmed(source, days)
    if days and not _is_verb(source, at, name):
        year = read_year(source, days[-1].end)
        if year is None and source.is_counted(days[-1].end):
            return _lone(source, at, name)
        if year is not None or name.capital or source.whole or not name.month.shy:
            return _complete(days, name, year, days[-1].end, start=at)
    return _bracketed(source, at, name) or _with_marker(source, at, name, between) or _month_year(source, at, name)


def _bracketed(source: Source, at: int, name: _Name) -> tuple[Reading, ...]:
    """Read "March [12], 1938", a day that the editor supplied; without a year after it [12] is a note."""
    match = _DAY_SUPPLIED.match(source.low, name.end)
    year = read_year(source, match.end()) if match is not None else None
    if match is None or year is None or year.value is None or not 1 <= int(match["day"]) <= 31:
        return ()
    day = Reading(at, match.end(), None, name.number, int(match["day"]), language=name.month.language)
    return (year.complete(day._replace(certainty="editorial")),)


def _trimmed(source: Source, days: tuple[Day, ...]) -> tuple[Day, ...]:
    """Cut a row of days where it stops being one: at a comma without "and" or year, at a figure that goes on."""
    while days and not _is_day_end(source, days[-1].end):
        days = days[:-1]
    has_list = any(day.join == "list" for day in days)
    if not has_list and any(day.join == "comma" for day in days):
        year = read_year(source, days[-1].end)
        if year is None or year.value is None:
            keep = next(index for index, day in enumerate(days) if day.join == "comma")
            return days[:keep]
    while days and days[-1].join == "list" and source.is_counted(days[-1].end):
        days = days[:-1]
    return days


def _is_day_end(source: Source, end: int) -> bool:
    low = source.low
    if end >= len(low):
        return True
    after = low[end]
    if after == "[":
        return not low[end + 1 : end + 2].isdigit()
    if after == "," and _YEAR_GLUED.match(low, end + 1):
        return True
    return not (after.isalnum() or (after in ".:,/-–" and end + 1 < len(low) and low[end + 1].isdigit()))


def _is_verb(source: Source, at: int, name: _Name) -> bool:
    """Say whether MAY 5 in a text of capitals is a verb: a pronoun stands before it."""
    return name.upper and name.month.shy and source.word_before(at) in _PRONOUNS


def _with_marker(source: Source, at: int, name: _Name, between: re.Match[str] | None) -> tuple[Reading, ...]:
    """Read "December 1726" as the 17th with note 26 glued to it, where the year is none of the telegraph's."""
    match = _MARKED_DAY.match(source.low, between.end()) if between is not None else None
    if match is None or not name.month.whole or not name.capital or source.whole:
        return ()
    if source.near is not None and source.near < _TELEGRAPH:
        return ()
    figures = int(match["day"] + match["marker"])
    if figures in range(_TELEGRAPH, 2101) or figures < 1000:
        return ()
    if not _is_day_end(source, match.end()):
        return ()
    other = (figures, name.number, None) if figures in YEARS else None
    return (
        Reading(at, match.end("day"), None, name.number, int(match["day"]), other=other, language=name.month.language),
    )


def _month_year(source: Source, at: int, name: _Name) -> tuple[Reading, ...]:
    year = read_year(source, name.end, after_day=False)
    if year is None or year.month_shift is not None:
        return _lone(source, at, name)
    if name.month.shy and not (name.capital or source.whole) and source.word_before(at) not in PREPOSITIONS:
        return ()
    return (year.complete(Reading(at, name.end, None, name.number, language=name.month.language)),)


def _lone(source: Source, at: int, name: _Name) -> tuple[Reading, ...]:
    """Read a month alone: a capital in English, and a preposition before what is also a name or a verb."""
    reading = Reading(at, name.end, None, name.number, language=name.month.language)
    if source.whole:
        return (reading,)
    word = source.word_before(at)
    known = name.month.whole and (name.capital or name.month.language not in ("en", "de"))
    if not known or not (word in PREPOSITIONS or word in DAY_IN_WORDS or _is_part(source, at)):
        return () if not known or not _is_plain(source, at, name) else (reading,)
    return () if word in ("to", "and", "for", "between") and name.month.shy else (reading,)


def _is_part(source: Source, at: int) -> bool:
    return source.low[max(0, at - 4) : at] == "mid-" or source.word_before(at) in PART_WORDS


def _is_plain(source: Source, at: int, name: _Name) -> bool:
    """Say whether a month needs no preposition: an English name that is nothing else, with no proper name after it."""
    spelled = source.low[at : at + 9]
    if name.month.language != "en" or any(spelled.startswith(other) for other in NAMES_TOO):
        return False
    return not source.text[name.end : name.end + 2].strip()[:1].isupper()


def _complete(days: tuple[Day, ...], name: _Name, year: Year | None, end: int, start: int = -1) -> tuple[Reading, ...]:
    """Build the readings of a day, a range of days, an old and a new style day, or a list of days."""
    begin = days[0].start if start < 0 else start
    language = _language(name, day_first=start < 0)
    base = Reading(begin, max(end, name.end), None, name.number, days[0].number, language=language)
    if year is not None:
        base = year.complete(base)
    return _rows(base, days)


def _rows(base: Reading, days: tuple[Day, ...]) -> tuple[Reading, ...]:
    """Give every day or range of a list its place: the month goes with the first or last, the year with the last."""
    if len(days) == 1:
        return (base,)
    rows: list[list[Day]] = []
    for day in days:
        if day.join in ("range", "slash", "styles"):
            rows[-1].append(day)
        else:
            rows.append([day])
    last = len(rows) - 1
    return tuple(
        _row(
            base._replace(
                start=row[0].start if index else base.start,
                end=base.end if index == last else row[-1].end,
                day=row[0].number,
            ),
            row,
        )
        for index, row in enumerate(rows)
    )


def _row(base: Reading, row: list[Day]) -> Reading:
    """Make a range of the days of a row, or one day of an old and a new style figure."""
    if len(row) == 1:
        return base
    if row[1].join == "styles" and base.month is not None:
        old, new = sorted((row[0].number, row[1].number))
        julian = gregorian_from_julian(base.year or 1901, base.month, old)[1:] == (base.month, new)
        return base._replace(day=new, calendar="julian") if julian else base
    if row[1].join == "slash" and len(row) == 2 and base.month is not None:
        year, (old, new) = base.year or 1901, sorted((row[0].number, row[1].number))
        if gregorian_from_julian(year, base.month, old)[1:] == (base.month, new):
            return base._replace(day=new, calendar="julian")
    return base._replace(until=base._replace(day=row[-1].number))


def read_month_range(source: Source, at: int) -> tuple[Reading, ...]:
    """Read "March–May 1949" and "from March to May": two months of which the second has the year or neither has."""
    first = _name(source, at)
    between = _TO_NAME.match(source.low, first.end) if first is not None else None
    second = _name(source, between.end()) if between is not None else None
    if first is None or second is None or first.capital != second.capital:
        return ()
    year = read_year(source, second.end, after_day=False)
    if year is None and not source.whole and source.word_before(at) not in PREPOSITIONS:
        return ()
    reading = Reading(at, second.end, None, first.number, language=first.month.language)
    reading = year.complete(reading) if year is not None and year.month_shift is None else reading
    until = reading._replace(month=second.number)
    back = reading.year is not None and first.number > second.number
    return (reading._replace(year=(reading.year or 0) - 1 if back else reading.year, until=until),)


def read_year_first(source: Source, at: int) -> tuple[Reading, ...]:
    """Read "1949 October 23" and "1949, 23 October"."""
    match = _YEAR_FIRST.match(source.low, at)
    if match is None or not 1600 <= int(match["year"]) <= 2100:
        return ()
    begin = match.end()
    found = read_day_first(source, begin) if source.low[begin : begin + 1].isdigit() else ()
    if not found:
        name = _name(source, begin)
        found = read_month_first(source, begin) if name is not None and name.capital else ()
    if len(found) != 1 or found[0].year is not None or found[0].day is None or found[0].certainty == "relative":
        return ()
    return (found[0]._replace(start=at, year=int(match["year"])),)


_RIVER: Final = "rio de "
"""Behind it stands no month: Rio de Janeiro."""


def _name(source: Source, at: int) -> _Name | None:
    match = _MONTH.match(source.low, at)
    month = MONTHS.get(match.group()) if match is not None else None
    if match is None or month is None or (match[0] == "janeiro" and source.low.endswith(_RIVER, 0, at)):
        return None
    end = match.end()
    if source.low[end : end + 1].isalnum() and not source.low[end : end + 1].isdigit():
        return None
    written = source.text[at:end]
    dot = not month.whole and source.low.startswith(".", end)
    return _Name(month, match.group(), end + dot, written[0].isupper(), written.isupper() and len(written) > 1)


def _language(name: _Name, *, day_first: bool) -> str:
    if day_first and name.word in BULGARIAN_AFTER_DAY:
        return "bg"
    return "fr" if name.word == "mai" and not name.capital else name.month.language


def _is_dotted_day(source: Source, at: int, year: Year | None) -> bool:
    """Say whether "1. April 1949" is a day: not where "1." may be the number of a point at the head of a line."""
    if year is None:
        return source.whole or "uhr" in source.low[at : at + 34]
    if "uhr" in source.low[year.end : year.end + 20]:
        return True
    return source.whole or not _begins_line(source, at) or source.low[year.end : year.end + 1] in ("", "\n")


def _begins_line(source: Source, at: int) -> bool:
    return at == 0 or source.low[max(0, at - 3) : at].strip(" \t") in ("", "\n")
