"""The first and the last day that a date can mean: what programs compute with, beside the date as it stands.

Days are those of the Gregorian calendar and of the years 1 to 9999, which every program knows (ISO 8601); a date
outside them has no days here, and a day that no calendar has (31 February) none either.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

from edition.corpus.model import Moment
from tei.regexes import regex

_DATE = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


def first_day(moment: Moment) -> str:
    """Return the first day that is possible, as YYYY-MM-DD; empty where only the last is known."""
    return span(moment.when or moment.not_before)[0]


def last_day(moment: Moment) -> str:
    """Return the last day that is possible, as YYYY-MM-DD; empty where only the first is known."""
    return span(moment.when or moment.not_after)[1]


@lru_cache(maxsize=4096)
def span(iso: str) -> tuple[str, str]:
    """Return the first and the last day of a year, a month or a day; both empty for what is none."""
    found = _DATE.fullmatch(iso)
    if not found or found[1] == "0000":
        return "", ""
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return "", ""
    return first.isoformat(), last.isoformat()
