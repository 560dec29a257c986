"""Whether a converter spaced the lines of a page out, and whether one line of a short page goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tei.regexes import regex

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
    return sum(breaks_off(one, after) for one, after in full) >= FLOWING * len(lines)


def breaks_off(line: str, after: str) -> bool:
    """Say whether a sentence goes on from a line to the next."""
    return line[-1:] not in ".!?:]" and after[:1].islower()


def flows_over(line: str, after: str) -> bool:
    """Say whether a sentence fills its line and goes on in the next, in a page of too few lines to show a width.

    It goes on in small letters, or behind a word that ends none: "… may be convened on" / "25 February …".
    """
    if not MIN_FLOWING <= len(line) <= MAX_FLOWING or line[-1] in '.!?:;…|”"»':
        return False
    if after.partition(" ")[0] in _BEGINS_FORM:
        return False
    if line.rsplit(" ", 1)[-1] in _NO_END:
        return True
    return _GOES_ON.match(after) is not None and (line[-1] == "," or line[-1].isalnum() or line[-1] in ")]-–")


def wrapped_runs(lines: Sequence[str], blanks: Sequence[int]) -> frozenset[int]:
    """Return the lines that go on the one before, in blocks wrapped more narrowly than their page.

    Such lines are about as long as each other, and sentences run over most of their ends.
    """
    going: set[int] = set()
    first = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or blanks[at] or not _fills(lines[first:at], lines[at - 1]):
            if at - first > MIN_RUN and _runs_over(lines[first:at]):
                going.update(range(first + 1, at))
            first = at
    return frozenset(going)


def _fills(run: Sequence[str], line: str) -> bool:
    """Say whether a line may fill its place among those above it."""
    return MIN_WIDTH <= len(line) <= MAX_WIDTH and len(line) >= FILLED * max(map(len, run[-MAX_BEFORE:]))


def _runs_over(run: Sequence[str]) -> bool:
    ends = sum(one[-1] not in ".!?:;]" and after[0].islower() for one, after in pairwise(run))
    longest = max(map(len, run))
    return ends >= MIN_ENDS and 2 * ends >= len(run) - 1 and all(len(line) >= FILLED * longest for line in run[:-1])


MIN_RUN, MIN_ENDS, MAX_BEFORE = 4, 3, 8
MIN_WIDTH, MAX_WIDTH, FILLED = 30, 110, 0.7
"""A block has so many lines and so many ends that a sentence runs over, its lines so many characters."""

MIN_FLOWING: Final = 60
MAX_FLOWING: Final = 125
_NO_END: Final = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or",
     "but", "that", "this", "his", "her", "their", "our", "its", "your", "my", "as", "into", "about")
)  # fmt: skip
_BEGINS_FORM: Final = frozenset(
    ("to", "by", "from", "for", "via", "sent", "received", "secret", "confidential", "priority", "top", "urgent",
     "restricted", "niact", "copy", "cc", "no", "plain", "unclassified", "immediate", "incoming", "outgoing")
)  # fmt: skip
"""In small letters they may begin a line of a form or an address."""
_GOES_ON: Final = regex(r"[a-z]{2,}(?![\w.)])|a\s[a-z]|\[[a-z][^\]:\n]{1,40}\](?:[.,;]|\s[a-z])")
"""A word in small letters that is no letter of a list, or one that the editor supplied."""


def filled_width(lines: Sequence[str], blanks: Sequence[int]) -> int:
    """Return the width at which a page of short lines was wrapped by a program, 0 where nothing shows that it was.

    No line is longer but an address or two; where sentences run over a line's end, the next word would not have fitted.
    """
    longest = sorted((len(line) for line in lines if " " in line), reverse=True)
    pairs = [pair for pair in zip(lines, lines[1:], blanks[1:], strict=False) if not pair[2]]
    for width in dict.fromkeys(longest[: 1 + len(longest) // OUTLIERS]):
        if width not in WIDTHS:
            continue
        broken = [pair for pair in pairs if 2 * len(pair[0]) > width >= len(pair[0]) and _runs_on(*pair[:2])]
        over = sum(is_filled(line, after, width) for line, after, _ in broken)
        least = (MIN_OVER if width >= MIN_FLOWING else MIN_NARROW) + MIN_OVER * sum(one > width for one in longest)
        if over >= least and over >= OVER * len(broken):
            return next((one for one in USUAL if width <= one and _all_filled(broken, one)), width)
    return 0


def _all_filled(broken: Sequence[tuple[str, str, int]], width: int) -> bool:
    return all(is_filled(line, after, width) for line, after, _ in broken)


def _runs_on(line: str, after: str) -> bool:
    """Say whether a sentence goes on from a line to the next, and not to the next item of a list, “b) …”."""
    return breaks_off(line, after) and ")" not in after[:4] and "." not in after[:3]


def is_filled(line: str, after: str, width: int) -> bool:
    """Say whether the first word of the next line would not have fitted into a line."""
    return len(line) + 1 + len(after.partition(" ")[0]) > width


WIDTHS: Final = range(40, 126)
OUTLIERS: Final = 12
"""One line in so many may be longer than the width of a page."""
USUAL: Final = (60, 65, 70, 72, 76, 78, 80, 100)
"""Widths that programs wrap at: lines of a short page may all fall short of it."""
MIN_OVER, MIN_NARROW, OVER = 2, 3, 0.85
"""So many full lines at least break off within a sentence, and so many of those that break off are full."""
