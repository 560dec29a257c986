"""Time along a line: where a date stands on it, into which bins many dates fall, and where the ticks are.

Time is counted in days of the proleptic Gregorian calendar; a month or year alone stands at its beginning. Years
outside 1–9999 stand nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MOST_BINS: Final = 240
_MOST_TICKS: Final = 9
_FEW: Final = 10
"""Of fewer dates than these none is far from the others."""
_MONTH_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""Months from a tick to the next: whole years from the fifth on."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale: `iso` is a day, a month or a year, whatever the step is."""

    x: float
    iso: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Days `first` to `last` (as `date.toordinal`) drawn from `left` to `right`."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Return where a day stands; the middle where there is only one."""
        span = self.last - self.first
        part = (day - self.first) / span if span else 0.5
        return round(self.left + part * (self.right - self.left), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Return at most nine marks at whole months or years, days where the time is shorter than two months."""
        if self.last - self.first < 2 * 31:
            step = max(1, -(-(self.last - self.first) // (_MOST_TICKS - 2)))
            days = range(self.first, self.last + 1, step)
            return tuple(Tick(self.x(day), date.fromordinal(day).isoformat()) for day in days)
        first, last = _month_number(self.first), _month_number(self.last)
        step = next((step for step in _MONTH_STEPS if (last - first) // step < _MOST_TICKS), _MONTH_STEPS[-1])
        months = (month for month in range(first - first % step, last + 1, step) if month >= 12)
        placed = ((month, _first_day(month)) for month in months)
        return tuple(Tick(self.x(day), _iso(month, step)) for month, day in placed if self.first <= day <= self.last)


@dataclass(frozen=True, slots=True)
class Bin:
    """A month or a run of years that dates are counted in: its first and last days, and its words.

    `iso` is a month or a year; `until` is the last year of a run of years, else empty.
    """

    first: int
    last: int
    iso: str
    until: str = ""


def ordinal(iso: str) -> int | None:
    """Return the number of a day, the first of a month or of a year; None for what is no date of the calendar."""
    found = _DATE.match(iso)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)).toordinal()
    except ValueError:
        return None


def main_span(days: Iterable[int]) -> tuple[int, int]:
    """Return the first and last days of the time that a drawing shows.

    A few dates far from all others, a charter quoted among telegrams or a slip of the pen, would press the rest into a
    corner: up to one in fifty at either end is left out where it is three times as far as the others are apart.
    """
    ordered = sorted(days)
    if len(ordered) < _FEW:
        return (ordered[0], ordered[-1]) if ordered else (0, 0)
    spare = max(1, len(ordered) // 50)
    core_first, core_last = ordered[spare], ordered[-spare - 1]
    near = 3 * max(365, core_last - core_first)
    return (
        next(day for day in ordered if core_first - day <= near),
        next(day for day in reversed(ordered) if day - core_last <= near),
    )


def months_in_bin(first: int, last: int) -> int:
    """Return how many months a bin has so that a time has at most 240 bins: one, or whole years."""
    months = _month_number(last) - _month_number(first) + 1
    return next((step for step in (1, 12, 60, 120, 600, 1200) if months / step <= _MOST_BINS), 12000)


def bin_of(day: int, months: int, iso: str = "") -> Bin:
    """Return the bin of so many months that a day falls in.

    `iso` is the date where the day is only the first of a year: it stands in the first month, under the year's name.
    """
    start = _month_number(day) // months * months
    first, following = max(start, 12), min(start + months, 12 * 9999)
    until = f"{(following - 1) // 12:04}" if months > 12 else ""
    name = iso[:4] if months == 1 and len(iso) == 4 else _iso(first, months)
    return Bin(_first_day(first), _first_day(following) - 1, name, until)


def _month_number(day: int) -> int:
    found = date.fromordinal(day)
    return 12 * found.year + found.month - 1


def _first_day(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal()


def _iso(month: int, step: int) -> str:
    return f"{month // 12:04}" if step >= 12 else f"{month // 12:04}-{month % 12 + 1:02}"
