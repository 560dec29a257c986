"""Months as weeks of days, with how many documents each day has: what a calendar shows (ISO 8601 weeks, from Monday).

Days are those of the Gregorian calendar, as TEI's att.datable has them; years outside 1–9999 have no calendar.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH: Final = re.compile(r"\d{4}-\d\d")
_WEEKS: Final = calendar.Calendar(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: `number` 0 for a cell that is of another month; `iso` names the day, `href` leads to it.

    `strength` is 1 to 4 for a day with documents: how many it has beside the fullest day of the year.
    """

    number: int
    iso: str = ""
    count: int = 0
    href: str = ""
    strength: int = 0


@dataclass(frozen=True, slots=True)
class Month:
    """A month: `number` 1 to 12, weeks of seven days, and how many documents it has, those of no certain day too."""

    number: int
    iso: str
    weeks: tuple[tuple[Day, ...], ...]
    count: int = 0
    href: str = ""


def month_of(day: str) -> str:
    """Return the month of an ISO date (`1949-01`), empty where the date is of a year alone."""
    return day[:7] if _MONTH.match(day) else ""


def is_day(day: str) -> bool:
    """Say whether an ISO date is of a day, not of a month or year."""
    return bool(_DAY.fullmatch(day))


def months_of(year: str, days: Iterable[str], hrefs: dict[str, str]) -> tuple[Month, ...]:
    """Return the twelve months of a year. `days` are dates, one for each document; `hrefs` lead to days and months."""
    if not (re.fullmatch(r"\d{4}", year) and year != "0000"):
        return ()
    listed = tuple(days)
    per_day, per_month = Counter(listed), Counter(map(month_of, listed))
    most = max((count for day, count in per_day.items() if is_day(day)), default=1)
    return tuple(_month(int(year), number, per_day, per_month, hrefs, most) for number in range(1, 13))


def _month(
    year: int, number: int, per_day: Counter[str], per_month: Counter[str], hrefs: dict[str, str], most: int
) -> Month:
    iso = f"{year:04}-{number:02}"
    weeks = tuple(
        tuple(_day(iso, day, per_day, hrefs, most) for day in week) for week in _WEEKS.monthdayscalendar(year, number)
    )
    return Month(number, iso, weeks, per_month[iso], hrefs.get(iso, ""))


def _day(month: str, number: int, per_day: Counter[str], hrefs: dict[str, str], most: int) -> Day:
    if not number:
        return Day(0)
    iso = f"{month}-{number:02}"
    return Day(number, iso, per_day[iso], hrefs.get(iso, ""), strength(per_day[iso], most))


def strength(count: int, most: int) -> int:
    """Return how strongly a number is shown beside the greatest one: 0 for none, 1 to 4 for some."""
    return -(-4 * count // most) if most else 0
