"""The days of a written date: 23, 23rd, 23-го, 2–5, 2 to 5, 10, 11 and 14, 5/18, 6 (19)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tei.dates.source import BLANK, DASH, GAP, Source
from tei.regexes import regex

_MARK: Final = r"(?:(?:st|nd|rd|th|er|-?(?:го|ого|е|ое|и|ви|ри|ти|ми|му|ому))(?!\w)|[º°])"
_FIRST: Final = regex(rf"(?P<day>[012]?\d|3[01])(?!\d)(?P<mark>{_MARK})?+")
_NEXT: Final = regex(
    rf"""(?:(?P<range>{BLANK}{DASH}{BLANK}|{GAP}(?:to|till|until|through|bis|au|al|по|на|до){GAP}(?:the{GAP})?)
      |(?P<slash>{BLANK}/{BLANK})
      |(?P<comma>,{BLANK})(?![^\W\d_])
      |(?P<list>,?{GAP}(?:and|or|und|et|и|или|y|e|&){GAP}(?:the{GAP})?))
    (?P<day>[012]?\d|3[01])(?!\d)(?P<mark>{_MARK})?+""",
    re.VERBOSE,
)
_OTHER_STYLE: Final = regex(rf"{BLANK}\((?P<day>[012]?\d|3[01])\)(?!\d)")
"""The same day in the other style, "March 6 (19), 1917"."""
_APART: Final = range(11, 14)
"""So many days are the two calendars apart from 1700 to 2100."""
_MOST: Final = 8


class Day(NamedTuple):
    """One day of a month with its place; `join` says how it is joined to the one before it."""

    start: int
    end: int
    number: int
    marked: bool
    join: str = ""


def read_days(source: Source, at: int) -> tuple[Day, ...]:
    """Read the days that begin at `at`; a row with commas alone is cut after its first ("10, 11 divisions")."""
    match = _FIRST.match(source.low, at)
    if match is None or match["day"] in ("0", "00"):
        return ()
    days = [Day(at, match.end(), int(match["day"]), match["mark"] is not None)]
    other = _OTHER_STYLE.match(source.low, match.end())
    if other is not None and abs(int(other["day"]) - days[0].number) in _APART:
        return (*days, Day(other.start("day"), other.end(), int(other["day"]), marked=False, join="styles"))
    while len(days) < _MOST:
        match = _NEXT.match(source.low, days[-1].end)
        if match is None or match["day"] in ("0", "00"):
            break
        join = match.lastgroup if match.lastgroup in ("range", "slash", "comma", "list") else _join(match)
        days.append(Day(match.start("day"), match.end(), int(match["day"]), match["mark"] is not None, join))
    return tuple(days)


def _join(match: re.Match[str]) -> str:
    return next(name for name in ("range", "slash", "comma", "list") if match[name] is not None)
