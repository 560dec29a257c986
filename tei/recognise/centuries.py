"""Years of two figures, “March 9, ’63”: the years that the page writes out say of which century they are."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tei.dates.model import WrittenDate
from tei.regexes import regex

_YEAR: Final = regex(r"(?<![\d/.,-])(1[89]\d\d)(?![\d-])")
NEAR: Final = 15
"""A year written out speaks for a year of two figures that is so near."""


def year_on_page(found: WrittenDate, page: str) -> int | None:
    """Return the year that a date was read with, in the century of the page's own years; None where it has no year.

    A volume of letters of the 1860s writes ’63 over each of them and 1863 now and then: what tells it from 1963.
    """
    when = found.when or found.not_before or ""
    if not when[:4].isdigit() or found.year_supplied:
        return None
    year = int(when[:4])
    if when[:4] in found.text or when[2:4] not in found.text or not 1800 <= year <= 1999:
        return year
    other = year + (100 if year < 1900 else -100)
    years = _written_out(page)
    return max((year, other), key=lambda one: sum(abs(one - written) <= NEAR for written in years))


@lru_cache(maxsize=2)
def _written_out(page: str) -> tuple[int, ...]:
    """Return the years that a page writes out, found once for all its telegrams."""
    return tuple(int(year) for year in _YEAR.findall(page))
