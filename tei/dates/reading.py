"""A date half understood: what the words say, before the arguments of the search complete it."""

from __future__ import annotations

from typing import NamedTuple

from tei.dates.model import Calendar, Certainty, WrittenTime


class Reading(NamedTuple):
    """The parts of one written date with their place.

    A tuple, since every step of the reading makes another of it, and one of so many fields is made in a third of the
    time of a frozen dataclass.

    `year_shift` and `month_shift` are the words "last year", "ultimo"; `part` is a stretch of the month or year such as
    "early", or a season; `until` the other end of a range; `other` the second reading (year, month, day) of an
    ambiguous date; `day_shift` is set for "today". `weekday` counts from Monday, 0.
    `old_style` days are Julian and still to be converted; `span_years` is 10 for a decade; `next_year` is set for the
    winter of 1949–50.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: WrittenTime | None = None
    until: Reading | None = None
    part: str = ""
    other: tuple[int | None, int | None, int | None] | None = None
    calendar: Calendar = "gregorian"
    certainty: Certainty = "certain"
    language: str = ""
    year_shift: int | None = None
    month_shift: int | None = None
    day_shift: int | None = None
    weekday: int | None = None
    span_years: int = 1
    next_year: bool = False
    old_style: bool = False
