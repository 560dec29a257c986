"""Dates of a volume: its own ISO values where they are dates, else what the words say."""

from __future__ import annotations

from typing import Final

from lxml import etree

from edition.intake.frus.plain import plain_of
from tei.dates import WrittenDate, parse_date
from tei.regexes import regex

_VALUE: Final = regex(
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?"
    r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?"
)
_TIME_WITHOUT_SECONDS: Final = regex(r"(?P<start>.*T\d\d:\d\d)(?P<end>(?:Z|[+-]\d\d:\d\d)?)")
_MONTHS: Final = {"02": 29, "04": 30, "06": 30, "09": 30, "11": 30}
_PAIRS: Final = (("notBefore", "notAfter"), ("from", "to"))


def value_of(written: str | None) -> str:
    """Return an ISO date with or without a time as TEI has it, "" where the value of the volume is none."""
    value = (written or "").strip()
    if not _VALUE.fullmatch(value):
        return ""
    day = value[8:10]
    if day and int(day) > _last_day(value[:4], value[5:7]):
        return ""
    short = _TIME_WITHOUT_SECONDS.fullmatch(value)
    return f"{short['start']}:00{short['end']}" if short else value


def _last_day(year: str, month: str) -> int:
    if month == "02":
        number = int(year)
        return 29 if number % 4 == 0 and (number % 100 or number % 400 == 0) else 28
    return _MONTHS.get(month, 31)


def date_attributes(date: etree._Element) -> dict[str, str]:
    """Return the value of a date for an element of ours; nothing where neither markup nor words give any."""
    when = value_of(date.get("when"))
    if when:
        return {"when": when}
    for first, last in _PAIRS:
        start, end = value_of(date.get(first)), value_of(date.get(last))
        if start and end and start[:10] > end[:10]:
            continue
        if start or end:
            return {key: value for key, value in ((first, start), (last, end)) if value}
    return attributes_of(parse_date(plain_of(date).text)) if len(date) < 20 else {}


def attributes_of(found: WrittenDate | None) -> dict[str, str]:
    """Return a date that was read in words as attributes; nothing without a year."""
    if found is None or found.impossible:
        return {}
    if found.when:
        return {"when": found.when} if not found.when.startswith("-") else {}
    bounds = {"notBefore": found.not_before, "notAfter": found.not_after}
    if any(value and value.startswith("-") for value in bounds.values()):
        return {}
    return {key: value for key, value in bounds.items() if value}


def day_of(attributes: dict[str, str]) -> str:
    """Return the day, month or year of a date's attributes, for titles and order."""
    return next(
        (attributes[key][:10] for key in ("when", "notBefore", "from", "notAfter", "to") if attributes.get(key)), ""
    )
