"""Bounds of a date behind its month or year: «в сентябре, не ранее 2, 1919 г.», «1919 г., не позднее 1 мая».

Editors of Russian volumes write so of what they date themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tei.dates.lexicon import MONTHS
from tei.dates.model import Certainty
from tei.dates.reading import Reading
from tei.dates.source import Source
from tei.regexes import regex

_HOW: Final = r"(?P<how>не\s(?:ранее|раньше|позднее|позже)|ранее|раньше|позднее|позже)"
_IN_MONTH: Final = regex(
    rf"(?<![^\W\d_])(?P<month>[а-я]{{3,8}}),?\s{_HOW}\s(?P<day>\d{{1,2}})(?:-?го)?,?\s(?P<year>\d{{4}})(?!\d)(?:\s?г\.?)?"
)
_IN_YEAR: Final = regex(
    rf"(?<!\d)(?P<year>\d{{4}})(?:\s?г(?:\.|оду?а?\b)?)?,\s{_HOW}\s(?P<day>\d{{1,2}})(?:-?го)?\s(?P<month>[а-я]{{3,8}})"
)
_NOT_BEFORE: Final = ("не ранее", "не раньше", "позднее", "позже")


def read_bounds(source: Source) -> Iterator[Reading]:
    """Yield the days that are the first or the last of which an editor thinks."""
    if not any(word in source.low for word in ("ранее ", "раньше ", "позднее ", "позже ")):
        return
    for pattern in (_IN_MONTH, _IN_YEAR):
        for match in pattern.finditer(source.low):
            month, day = MONTHS.get(match["month"]), int(match["day"])
            if month is not None and 1 <= day <= 31:
                before = " ".join(match["how"].split()) in _NOT_BEFORE
                how: Certainty = "not-before" if before else "not-after"
                year = int(match["year"])
                yield Reading(match.start(), match.end(), year, month.number, day, certainty=how, language="ru")
