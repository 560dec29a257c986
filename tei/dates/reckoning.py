"""Arithmetic of the calendar: which days exist, old style to new, what a value of a given precision spans."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from tei.dates.model import WrittenDate
from tei.regexes import regex

TWO_DIGIT_PIVOT: Final = 90
"""Two-digit years from here on are of the 1800s, those before of the 1900s: the window 1890–1989 fits the telegraph."""

_VALUE: Final = regex(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?)?)?\Z", re.ASCII
)


def full_year(two_digits: int, near: int | None = None) -> int:
    """Return the four-digit year of `two_digits`: nearest to `near` if that is given, else in the window 1890–1989."""
    if near is None:
        return two_digits + (1800 if two_digits >= TWO_DIGIT_PIVOT else 1900)
    century = near - near % 100
    return min((century + shift + two_digits for shift in (-100, 0, 100)), key=lambda year: abs(year - near))


def month_length(year: int | None, month: int) -> int:
    """Return the number of days of a month; February has 29 where the year is not known."""
    if month == 2:
        leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def gregorian_from_julian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Convert a Julian date to a Gregorian one, through the Julian day number; 29 February 1900 is a Julian day."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    found = date.fromordinal(number - 1721425)
    return found.year, found.month, found.day


def next_day(year: int, month: int, day: int, days: int = 1) -> tuple[int, int, int]:
    """Return the date that is `days` after (or, negative, before) the one given."""
    moved = date(year, month, day) + timedelta(days=days)
    return moved.year, moved.month, moved.day


def earliest(when: WrittenDate | str) -> datetime | None:
    """Return the first second that a value can mean, by the clock it was written by; None where the year is unknown.

    The offset is not applied: two offices' clocks are compared as they were written.
    """
    match = _VALUE.match(_bound(when, first=True))
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups())
    return _moment(year, month or 1, day or 1, hour or 0, minute or 0, second or 0)


def latest(when: WrittenDate | str) -> datetime | None:
    """Return the last second that a value can mean, by the clock it was written by; None where the year is unknown."""
    match = _VALUE.match(_bound(when, first=False))
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups())
    month = month or 12
    if hour is None:
        hour, minute, second = 23, 59, 59
    last = day or (month_length(year, month) if month <= 12 else 31)
    return _moment(year, month, last, hour, minute or 0, second or 0)


def days_between(first: WrittenDate | str, second: WrittenDate | str) -> int | None:
    """Return the days from `first` to `second`: 0 where they can be one day, negative where `second` is surely earlier.

    What is imprecise counts in its favour, so that a rule built on this never accuses a month of being too late.
    """
    bounds = earliest(first), latest(first), earliest(second), latest(second)
    if None in bounds:
        return None
    first_from, first_to, second_from, second_to = (bound.date() for bound in bounds if bound is not None)
    if second_from > first_to:
        return (second_from - first_to).days
    return -(first_from - second_to).days if first_from > second_to else 0


def across_new_year(when: str, near: str) -> str:
    """Return a day whose year was supplied in the year that it is nearer to, where the turn of a year lies between.

    “Your message of December 31” in a telegram of 1 January speaks of the year before, “on 9 January” in one of
    28 December of the next.
    """
    try:
        days = (date.fromisoformat(when[:10]) - date.fromisoformat(near[:10])).days
        if days > OVER_BEFORE:
            return date(int(when[:4]) - 1, int(when[5:7]), int(when[8:10])).isoformat() + when[10:]
        if days < -OVER_AHEAD:
            return date(int(when[:4]) + 1, int(when[5:7]), int(when[8:10])).isoformat() + when[10:]
    except ValueError:
        return when
    return when


OVER_BEFORE: Final = 270
"""More days ahead of what speaks of it a day without a year is one of the year before."""
OVER_AHEAD: Final = 340
"""More days behind, it is one of the next year: what lies so far back would be given its year."""


def _bound(when: WrittenDate | str, *, first: bool) -> str:
    if isinstance(when, str):
        return when
    return when.when or (when.not_before if first else when.not_after) or ""


def _moment(year: int | None, month: int, day: int, hour: int, minute: int, second: int) -> datetime | None:
    try:
        return datetime(year or 0, month, day, hour, minute, second)
    except ValueError:
        return None
