"""From a reading to a written date: fill in the year that is known from elsewhere and write ISO values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from tei.dates.model import Certainty, Precision, WrittenDate
from tei.dates.reading import Reading
from tei.dates.reckoning import gregorian_from_julian, month_length, next_day
from tei.dates.source import Source

_FAR: Final = 120
"""A day without its year that lies further than this from the anchor, in days, may be of another year."""

_WEEK: Final = 7
"""Days of a range that runs over the end of a month and gives the later month alone."""

_AHEAD: Final = 2
"""A day of the month that is still to come counts as this many times as far: messages speak of what has happened."""

_MONTH_PARTS: Final = {
    **dict.fromkeys(("early", "beginning", "first-third"), (1, 10)),
    **dict.fromkeys(("mid", "second-third"), (11, 20)),
    **dict.fromkeys(("late", "end", "last-third"), (21, 31)),
    "first-week": (1, 7),
    "last-week": (25, 31),
    "first-half": (1, 15),
    "second-half": (16, 31),
}
_YEAR_PARTS: Final = {
    **dict.fromkeys(("early", "first-third"), (1, 4)),
    **dict.fromkeys(("mid", "second-third"), (5, 8)),
    **dict.fromkeys(("late", "last-third"), (9, 12)),
    "beginning": (1, 3),
    "end": (10, 12),
    "first-half": (1, 6),
    "second-half": (7, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
}
_MOSCOW: Final = range(1931, 1981)
"""The years in which the clocks of Moscow were three hours ahead of Greenwich, summer and winter."""


def resolve(source: Source, reading: Reading) -> WrittenDate:
    """Complete a reading with the year or anchor of the search and give it its values."""
    full, unsure = _completed(source, reading)
    supplied = full.year is not None and reading.year is None
    until = _completed(source, full.until)[0] if full.until is not None else None
    if until is not None and until.year is not None and full.year is None:
        full = full._replace(year=until.year)
    if until is not None and supplied and reading.until and reading.until.year is None:
        until = _after(full, until)
    values = _values(full, until, unsure)
    return WrittenDate(
        reading.start,
        reading.end,
        source.text[reading.start : reading.end],
        _precision(full),
        values.when,
        values.not_before,
        values.not_after,
        values.time,
        (reading.time.start, reading.time.end) if reading.time is not None else None,
        values.offset,
        reading.calendar,
        supplied,
        values.ambiguous,
        values.alternative,
        _language(reading),
        _certainty(source, reading),
        values.impossible,
        _weekday_agrees(full),
    )


class _Values(NamedTuple):
    """What a date comes to in ISO: the part of a written date that is reckoned and not read."""

    when: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    time: str | None = None
    offset: str | None = None
    ambiguous: bool = False
    alternative: str | None = None
    impossible: bool = False


def _values(full: Reading, until: Reading | None, unsure: int | None) -> _Values:
    if not _exists(full) or (until is not None and not _exists(until)):
        return _Values(impossible=True)
    if until is not None and _runs_back(full, until):
        return _over_month_end(full, until)
    if until is not None or full.part or full.span_years > 1:
        return _vague(full, until)
    return _exact(full, unsure)


def _runs_back(full: Reading, until: Reading) -> bool:
    """Say whether a range of days in one month ends before it begins: "28–2 March"."""
    same = (full.year, full.month) == (until.year, until.month)
    return same and full.day is not None and until.day is not None and full.day > until.day


def _over_month_end(full: Reading, until: Reading) -> _Values:
    """Take the first day for one of the month before, where the range is then of a week or less; else none is meant."""
    if full.year is None or full.month is None or full.day is None or until.day is None:
        return _Values(impossible=True)
    year, month = (full.year, full.month - 1) if full.month > 1 else (full.year - 1, 12)
    length = month_length(year, month)
    if full.day > length or length - full.day + until.day > _WEEK:
        return _Values(impossible=True)
    return _Values(not_before=_moment(full._replace(year=year, month=month)), not_after=_moment(until))


def _completed(source: Source, reading: Reading) -> tuple[Reading, int | None]:
    """Return the reading with a year as far as it can be known, and the year that it may have instead."""
    unsure = None
    if reading.day_shift is not None and source.anchor is not None:
        year, month, day = next_day(*source.anchor, reading.day_shift)
        reading = reading._replace(year=year, month=month, day=day)
    elif reading.year is None:
        reading, unsure = _with_year(source, reading)
    if reading.old_style and reading.year and reading.month and reading.day and _exists(reading):
        year, month, day = gregorian_from_julian(reading.year, reading.month, reading.day)
        reading = reading._replace(year=year, month=month, day=day)
    return reading, unsure


def _with_year(source: Source, reading: Reading) -> tuple[Reading, int | None]:
    anchor = source.anchor
    if reading.month is None and reading.day is not None:
        return (_with_month(reading, anchor) if anchor is not None else reading), None
    known = source.near
    if known is None:
        return reading, None
    if reading.year_shift is not None:
        return reading._replace(year=known + reading.year_shift), None
    if source.year is not None or anchor is None or reading.month is None:
        return reading._replace(year=known), None
    return _nearest(reading, anchor)


def _nearest(reading: Reading, anchor: tuple[int, int, int]) -> tuple[Reading, int | None]:
    """Choose the year that brings the day nearest to the anchor; far from it, name the second choice as well."""
    centre = date(*anchor).toordinal()

    def distance(year: int) -> int:
        month = reading.month or 1
        day = min(reading.day or 15, month_length(year, month))
        return abs(date(year, month, day).toordinal() - centre)

    near, second = sorted(
        [year for year in (anchor[0] - 1, anchor[0], anchor[0] + 1) if 1 <= year <= 9999], key=distance
    )[:2]
    return reading._replace(year=near), second if distance(near) > _FAR else None


def _with_month(reading: Reading, anchor: tuple[int, int, int]) -> Reading:
    """Find the month of a day: that of "inst.", "ult.", "prox.", else the nearest, rather past than to come."""
    year, month, _ = anchor
    months = [_shifted(year, month, shift) for shift in (0, -1, 1)]
    if reading.month_shift is not None:
        chosen = _shifted(year, month, reading.month_shift)
        return reading._replace(year=chosen[0], month=chosen[1])
    centre, day = date(*anchor).toordinal(), reading.day or 1
    fitting = [each for each in months if day <= month_length(*each)]

    def distance(each: tuple[int, int]) -> int:
        away = date(each[0], each[1], day).toordinal() - centre
        return -away if away <= 0 else away * _AHEAD

    chosen = min(fitting, key=distance)
    return reading._replace(year=chosen[0], month=chosen[1])


def _shifted(year: int, month: int, shift: int) -> tuple[int, int]:
    moved = year * 12 + month - 1 + shift
    return moved // 12, moved % 12 + 1


def _after(first: Reading, until: Reading) -> Reading:
    """Give the end of a range the year of its beginning, or the one after ("30 December – 5 January")."""
    earlier = (until.month or 0, until.day or 0) < (first.month or 0, first.day or 0)
    return until._replace(year=(first.year or 0) + earlier) if first.year is not None else until


def _exists(reading: Reading) -> bool:
    """Say whether the month has such a day; every fourth February has 29 in the old style."""
    if not (reading.month and reading.day):
        return True
    leap = reading.old_style and reading.month == 2 and reading.year is not None and reading.year % 4 == 0
    return reading.day <= (29 if leap else month_length(reading.year, reading.month))


def _precision(reading: Reading) -> Precision:
    if reading.time is not None:
        return reading.time.precision
    return "day" if reading.day is not None else "month" if reading.month is not None else "year"


def _language(reading: Reading) -> str:
    until = reading.until.language if reading.until is not None else ""
    return reading.language or until or (reading.time.language if reading.time is not None else "")


def _certainty(source: Source, reading: Reading) -> Certainty:
    """Return what the words say of the date; a date that brackets enclose is the editor's."""
    if reading.certainty != "certain" or source.low[reading.start - 1 : reading.start] != "[":
        return reading.certainty
    closing = source.low[reading.end : reading.end + 2]
    return "editorial" if closing[:1] == "]" else "questioned" if closing == "?]" else "certain"


def _weekday_agrees(full: Reading) -> bool | None:
    if full.weekday is None or full.year is None or full.month is None or full.day is None or not _exists(full):
        return None
    return date(full.year, full.month, full.day).weekday() == full.weekday


def _exact(full: Reading, unsure: int | None) -> _Values:
    other = _other(full, unsure)
    return _Values(
        _moment(full),
        time=full.time.when if full.time is not None else None,
        offset=_offset(full),
        ambiguous=other is not None,
        alternative=other,
    )


def _other(full: Reading, unsure: int | None) -> str | None:
    """Return the second reading of an ambiguous date, None where there is none."""
    if unsure is not None:
        return _moment(full._replace(year=unsure))
    if full.other is not None:
        year, month, day = full.other
        return _moment(full._replace(year=year, month=month, day=day))
    time = full.time
    if time is None or full.year is None:
        return None
    if time.next_day and not time.text[:1].isdigit():
        return _moment(full._replace(time=replace(time, next_day=False)))
    return _moment(full._replace(time=replace(time, when=time.alternative))) if time.alternative else None


def _moment(reading: Reading) -> str | None:
    """Return the value as @when takes it; the time is left out where the day is not wholly known."""
    if reading.year is None or reading.month is None or reading.day is None or reading.time is None:
        return _iso(reading.year, reading.month, reading.day)
    year, month, day = reading.year, reading.month, reading.day
    if reading.time.next_day:
        year, month, day = next_day(year, month, day)
    clock = reading.time.when[:8] + (_offset(reading) or "")
    return f"{_iso(year, month, day)}T{clock}"


def _offset(reading: Reading) -> str | None:
    time = reading.time
    if time is None:
        return None
    moscow = "oscow" in time.text.lower() or "моск" in time.text.lower() or "мск" in time.text.lower()
    return None if moscow and reading.year not in _MOSCOW else time.offset


def _iso(year: int | None, month: int | None, day: int | None) -> str | None:
    if year is None:
        if month is None:
            return f"---{day:02}" if day is not None else None
        return f"--{month:02}" if day is None else f"--{month:02}-{day:02}"
    if month is None or day is None:
        return "-".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)))
    return f"{year:04}-{month:02}-{day:02}"


def _vague(full: Reading, until: Reading | None) -> _Values:
    """Give a range, a part of a month or year, a season or a decade its two bounds."""
    if until is not None:
        return _Values(not_before=_moment(full), not_after=_moment(until))
    if full.span_years > 1 and full.year is not None:
        return _Values(not_before=_iso(full.year, None, None), not_after=_iso(full.year + 9, None, None))
    if full.part == "night" and full.year and full.month and full.day:
        before = next_day(full.year, full.month, full.day, -1)
        return _Values(not_before=_iso(*before), not_after=_moment(full))
    if full.month is not None:
        return _month_part(full)
    if full.year is None:
        return _Values()
    if full.part in ("first-week", "last-week"):
        return _Values(when=_moment(full))
    if full.part == "winter":
        return _winter(full.year, next_year=full.next_year)
    first, last = _YEAR_PARTS[full.part]
    return _Values(
        not_before=_iso(full.year, first, 1),
        not_after=_iso(full.year, last, month_length(full.year, last)),
    )


def _month_part(full: Reading) -> _Values:
    if full.part not in _MONTH_PARTS or full.month is None:
        return _Values(when=_moment(full))
    first, last = _MONTH_PARTS[full.part]
    last = min(last, month_length(full.year, full.month))
    return _Values(not_before=_iso(full.year, full.month, first), not_after=_iso(full.year, full.month, last))


def _winter(year: int, *, next_year: bool) -> _Values:
    """Bound a winter: "of 1949–50" is one, "of 1949" may be the one before or after."""
    start = year if next_year else year - 1
    return _Values(
        not_before=_iso(start, 12, 1),
        not_after=_iso(year + 1, 2, month_length(year + 1, 2)),
        ambiguous=not next_year,
    )
