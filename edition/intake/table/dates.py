"""Dates of a column: in the form that the mapping declares, as Excel counts days, or as they are written.

A form is day, month and year in their order with what stands between: "dd.mm.yyyy", "mm/dd/yyyy", "yyyy-mm-dd",
"yyyymmdd", with "hh:mm" behind it where there are hours. "excel" counts days from 1900 (29 February 1900, which never
was, counts as one, as in Excel), "excel-1904" from 1904; "written" leaves all to the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from tei.dates import Order, WrittenDate, parse_date

_PARTS: Final = {"d": r"\d{1,2}", "m": r"\d{1,2}", "y": r"\d{4}"}
_FORM: Final = re.compile(r"([dmy])\1*")
_TOLD: Final = ("excel", "excel-1904", "written", "dmy", "mdy", "ymd")
_CLOCK: Final = re.compile(r"(?:[T ,]+(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?)?(Z|[+-]\d\d:\d\d)?")
_SERIAL: Final = re.compile(r"\d{1,5}(?:[.,]\d+)?")
_UNDATED: Final = re.compile(
    r"[\[(]?(?:n\.? ?d\.?|no date|undated|unknown|s\.? ?d\.?|sans date|o\.? ?D\.?|ohne datum|undatiert|б\.? ?д\.?|"
    r"без даты|не датировано|无日期|日期不明|[-–—?])[\])]?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_SPAN: Final = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)\s*/\s*(\d{4}(?:-\d\d(?:-\d\d)?)?)")
_EPOCHS: Final = {"excel": date(1899, 12, 30), "excel-1904": date(1904, 1, 1)}
_EARLIEST_SERIAL: Final = 61
"""1 March 1900; a smaller number in a column of dates is a day or a year."""


@dataclass(frozen=True, slots=True)
class Read:
    """A date as it was read: as written, ISO 8601 values, how sure it is, and what is doubtful about it."""

    text: str
    when: str = ""
    not_before: str = ""
    not_after: str = ""
    certainty: str = "high"
    doubt: str = ""
    hint: str = ""


def is_form(form: str) -> bool:
    """Say whether a form of dates can be used."""
    return form in _TOLD or _pattern(form) is not None


@lru_cache(maxsize=32)
def _pattern(form: str) -> re.Pattern[str] | None:
    """Return the pattern of a form; None where it has not each of day, month and year once."""
    plain = re.sub(r"[ T,]*hh:mm(:ss)?$", "", form.strip().lower())
    letters = [found[0][0] for found in _FORM.finditer(plain)]
    if sorted(letters) != ["d", "m", "y"] or re.search(r"[^\W\d_]", _FORM.sub("", plain)):
        return None
    tight = plain.isalpha()
    pieces: list[str] = []
    at = 0
    for found in _FORM.finditer(plain):
        digits = rf"\d{{{len(found[0])}}}" if tight or found[0] == "yy" else _PARTS[found[0][0]]
        pieces += (re.escape(plain[at : found.start()]), f"(?P<{found[0][0]}>{digits})")
        at = found.end()
    return re.compile("".join((*pieces, re.escape(plain[at:]))))


def read_date(text: str, form: str = "") -> Read:
    """Return a date that stands in a cell; what is doubtful is said, and then nothing is claimed beyond doubt."""
    words = " ".join(text.split())
    if _UNDATED.fullmatch(words):
        return Read(words)
    if form in _EPOCHS and _SERIAL.fullmatch(words):
        return _year(words) if _YEAR.fullmatch(words) else _serial(words, _EPOCHS[form])
    if span := _SPAN.fullmatch(words):
        return _span(words, *span.groups())
    if pattern := _pattern(form):
        found = pattern.match(words)
        clock = _CLOCK.fullmatch(words, found.end()) if found else None
        if found and clock:
            return _formed(words, found, clock)
    return _written(words, form)


def _formed(words: str, found: re.Match[str], clock: re.Match[str]) -> Read:
    year = int(found["y"])
    short = len(found["y"]) == 2  # as "yy" says
    try:
        day = date(year + 1900 if short else year, int(found["m"]), int(found["d"])).isoformat()
        time = _time(clock)
    except ValueError:
        return Read(words, doubt=f"{words} is no day of the calendar", hint="correct the date in the table")
    return Read(words, f"{day}{time}")


def _time(clock: re.Match[str]) -> str:
    """Return the hour as ISO has it; raises ValueError for one that no day has."""
    if clock[1] is None:
        return ""
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    datetime(2000, 1, 1, hour, minute, second)  # only its form is asked for
    return f"T{hour:02}:{minute:02}:{second:02}{clock[4] or ''}"


def _serial(words: str, epoch: date) -> Read:
    number = float(words.replace(",", "."))
    days = int(number)
    if epoch == _EPOCHS["excel"] and days < _EARLIEST_SERIAL:
        hint = "write the date in words, for a spreadsheet counts no days before 1900"
        return Read(words, doubt=f"{words} is no day by Excel's count", hint=hint)
    day = epoch + timedelta(days=days)
    minutes = round((number - days) * 24 * 60)
    if not minutes:
        return Read(day.isoformat(), day.isoformat())
    moment = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # of no zone
    return Read(moment.isoformat(sep=" ", timespec="minutes"), moment.isoformat(timespec="seconds"))


def _year(words: str) -> Read:
    """Take a number that may be a year for one: a day of 1904 to 1905 is what Excel would have for it."""
    hint = "write the whole date, or leave it if the year is all that is known"
    return Read(words, words, certainty="medium", doubt=f"{words} is a year, or a day counted by Excel", hint=hint)


def _span(words: str, first: str, last: str) -> Read:
    """Read two dates with a stroke between them, as ISO 8601 writes a span of time."""
    try:
        days = [date.fromisoformat(f"{one}-01-01"[:10]) for one in (first, last)]
    except ValueError:
        return Read(words, doubt=f"{words} is no day of the calendar", hint="correct the date in the table")
    if days[0] > days[1]:
        return Read(words, doubt=f"{words} ends before it begins", hint="write the earlier date first")
    return Read(words, not_before=first, not_after=last)


def _written(words: str, form: str) -> Read:
    """Read a date that is not in the declared form, or of which none is declared."""
    declared = bool(form) and form != "written"
    found = parse_date(words, order=_order(form))
    if found is None and _SERIAL.fullmatch(words) and _is_days(words):
        read = _serial(words, _EPOCHS["excel"])
        doubt = f"{words} is no date as one writes it; as days counted by Excel it is {read.text}"
        return Read(read.text, read.when, certainty="low", doubt=doubt, hint='if it is that: dates = "excel"')
    if found is None or not (found.when or found.not_before or found.not_after) or found.year_supplied:
        impossible = found is not None and found.impossible
        what = "is no day of the calendar" if impossible else "cannot be read as a date with its year"
        return Read(words, doubt=f"{words} {what}", hint="correct it, or leave it if it is meant so")
    if found.ambiguous and found.when and found.alternative:
        return _of_two(words, found, found.when, found.alternative)
    if (found.when or found.not_before or "").startswith("-"):
        return Read(words, doubt=f"{words} has no year", hint="add the year")
    doubt = f"{words} is not in the form {form}" if declared and _is_figures(words) and not _is_iso(words) else ""
    sure = "medium" if doubt else "high" if found.certainty == "certain" else "medium"
    hint = f"it was read as {found.when or found.not_before}; correct it where that is wrong" if doubt else ""
    return Read(words, found.when or "", found.not_before or "", found.not_after or "", sure, doubt, hint)


def _of_two(words: str, found: WrittenDate, when: str, other: str) -> Read:
    first, last = sorted((when, other))
    hint = 'say which figure is the day: dates = "dd.mm.yyyy" or dates = "mm/dd/yyyy"'
    return Read(words, "", first, last, "low", f"{found.text} may be {first} or {last}", hint)


def _is_days(words: str) -> bool:
    """Say whether a number is one that Excel would have for a day of the years 1900 to 2100, and no year itself."""
    number = float(words.replace(",", "."))
    return 2101 < number < 73_415  # 31 December 2100


def _is_figures(words: str) -> bool:
    return not any(sign.isalpha() for sign in words)


def _is_iso(words: str) -> bool:
    return re.match(r"\d{4}(-\d\d(-\d\d)?)?", words) is not None


def _order(form: str) -> Order | None:
    letters = "".join(found[0][0] for found in _FORM.finditer(form)) if form not in ("", "written") else ""
    return "dmy" if letters.startswith("dm") else "mdy" if letters.startswith("md") else None
