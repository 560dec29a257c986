"""Dates in the words of a language: ISO 8601 of any precision, bounds, times with their offset, doubt.

The pattern of a date is that of CLDR for the language; the words of bounds and doubt are messages. Bounds stand in the
form that archives use ("not before … , not after …"), for it asks the same case of every date in Russian.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton

from edition.corpus.model import Moment

_ISO: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:T(?P<time>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
)
_TIME: Final = re.compile(r"(?P<time>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?")

Say = Callable[[str], str]


def date_in_words(moment: Moment, locale: Locale, gettext: Say) -> str:
    """Return a moment in words; what is no ISO 8601 is returned as it is written."""
    spoken = _spoken(moment, locale, gettext)
    if not spoken:
        return moment.text or moment.earliest
    if moment.evidence == "conjecture":
        return gettext("presumably {date}").format(date=spoken)
    if moment.certainty == "medium":
        return gettext("probably {date}").format(date=spoken)
    if moment.certainty in ("low", "unknown"):
        return gettext("perhaps {date}").format(date=spoken)
    return spoken


def _spoken(moment: Moment, locale: Locale, gettext: Say) -> str:
    if moment.when:
        return iso_in_words(moment.when, locale)
    first = iso_in_words(moment.not_before, locale, whole=True)
    last = iso_in_words(moment.not_after, locale, whole=True)
    if first and last:
        if first == last:
            return iso_in_words(moment.not_before, locale)
        return gettext("between {first} and {last}").format(first=first, last=last)
    if first:
        return gettext("not before {date}").format(date=first)
    return gettext("not after {date}").format(date=last) if last else ""


@lru_cache(maxsize=4096)
def iso_in_words(iso: str, locale: Locale, *, whole: bool = False) -> str:
    """Return ISO 8601 in words, empty where it is none; `whole` puts a month into the case of a whole date."""
    if found := _TIME.fullmatch(iso):
        return _clock(found["time"], found["zone"])
    found = _ISO.fullmatch(iso)
    if not found or found["year"] == "0000":
        return ""
    year, month, day = (int(found[name] or 1) for name in ("year", "month", "day"))
    try:
        value = date(year, month, day)
    except ValueError:
        return ""
    if found["day"]:
        spoken = format_date(value, "long", locale=locale)
    elif found["month"]:
        spoken = _month(value, locale, whole=whole)
    else:
        spoken = _year(value, locale)
    spoken = spoken.replace("\u202f", "\u00a0")  # Versions of CLDR differ in the space before "г.".
    clock = _clock(found["time"], found["zone"])
    return f"{spoken}, {clock}" if clock and locale.language != "zh" else f"{spoken} {clock}".rstrip()


def _month(value: date, locale: Locale, *, whole: bool) -> str:
    pattern = str(locale.datetime_skeletons["yMMMM"])
    return format_date(value, pattern.replace("LLLL", "MMMM") if whole else pattern, locale=locale)


def _year(value: date, locale: Locale) -> str:
    """Return the year as the language writes it inside a date: "1949 г." in Russian, "1949年" in Chinese."""
    if locale.language == "ru":
        return f"{value.year}\u00a0г."
    return str(format_skeleton("y", value, locale=locale))


def _clock(time: str | None, zone: str | None) -> str:
    if not time:
        return ""
    if not zone:
        return time
    if zone in ("Z", "+00:00", "-00:00"):
        return f"{time} (UTC)"
    hours, minutes = zone[1:].split(":")
    offset = f"{int(hours)}" + (f":{minutes}" if minutes != "00" else "")
    return f"{time} (UTC{'+' if zone[0] == '+' else '−'}{offset})"


@lru_cache(maxsize=1024)
def day_and_month(iso: str, locale: Locale) -> str:
    """Return a day without its year, a month without one, and what is neither as it is."""
    found = _ISO.fullmatch(iso.partition("T")[0])
    if not found or not found["month"]:
        return iso
    try:
        value = date(int(found["year"]) or 4, int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return iso
    return str(
        format_skeleton("MMMMd", value, locale=locale) if found["day"] else format_date(value, "LLLL", locale=locale)
    )
