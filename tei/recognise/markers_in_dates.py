"""Markers of notes that are glued to a date, as in "July 19493"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from tei.regexes import regex

_DATE_BEFORE: Final = regex(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?$",
    re.IGNORECASE,
)


_YEAR_BEFORE: Final = regex(
    r"(?:\b(?:in|of|since|by|until|from)|(?<!telegram)(?<!cable)(?<!number)[^\W\d_]{2}[a-zа-яё]) $"
)
"""A word that a year can follow; the number of a cable stands behind capitals, "STATE 193812"."""


_MARKED_BEFORE: Final = regex(r"(?<!\d)(?:1[789]|20)\d\d\d{1,2}(?: \d{1,2})? $")
"""A year with the marker of a note, behind which another stands at the end of the line: “1938” with “2 3”."""
GLUED_AFTER: Final = regex(r"(?![\w%°/:.,-]*\d|\w|[-–]\w)")


def marker_in_date(text: str, match: re.Match[str], before: str, known: Collection[str]) -> int | None:
    """Find the marker glued to a date: "July 19493" has note 3, "December 1726" note 26 where there is one."""
    figures = match.group()
    if figures in known and _MARKED_BEFORE.search(before) and text[match.end() : match.end() + 1] in ("", "\n"):
        return match.start()
    impossible = len(figures) == 2 and int(figures) > 31 and figures[1] in known
    if (len(figures) < 3 and not impossible) or GLUED_AFTER.match(text, match.end()) is None:
        return None
    year = re.match(r"(?:1[89]|20)\d\d", figures)
    if year and 5 <= len(figures) <= 6:
        dated = _DATE_BEFORE.search(before) or _YEAR_BEFORE.search(before)
        return match.start() + 4 if dated or figures[4:] in known else None
    if year or len(figures) > 4 or _DATE_BEFORE.search(before) is None:
        return None
    days = [at for at in (2, 1) if 1 <= int(figures[:at]) <= 31 and figures[at] != "0"]
    at = next((at for at in days if figures[at:] in known or _within(figures[at:], known)), None)
    return match.start() + at if at else None


def _within(n: str, known: Collection[str]) -> bool:
    """Say whether a number stands among those of the notes at hand, or goes on from them: its own note was lost."""
    numbers = [int(one) for one in known if one.isdigit()]
    return len(n) > 1 and len(numbers) > 1 and min(numbers) < int(n) <= max(numbers) + 2
