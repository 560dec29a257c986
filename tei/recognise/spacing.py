"""Whether a converter spaced the lines of a page out, so that a blank line stands behind every one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

MIN_LINES: Final = 12
MIN_LINE: Final = 45
"""Characters of the shortest line that can fill its place."""
SPACED: Final = 0.85
FLOWING: Final = 0.25
"""Such a page has so many lines after a blank one, and in so many a sentence goes on."""


def is_spaced_out(lines: Sequence[str], blanks: Sequence[int]) -> bool:
    """Say whether lines were wrapped, and each was then set apart; `blanks` are the blank lines before each."""
    if len(lines) < MIN_LINES or sum(blank > 0 for blank in blanks) < SPACED * (len(lines) - 1):
        return False
    full = (pair for pair in pairwise(lines) if len(pair[0]) >= MIN_LINE)
    return sum(one[-1] not in ".!?:]" and after[0].islower() for one, after in full) >= FLOWING * len(lines)
