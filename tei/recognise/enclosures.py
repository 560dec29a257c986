"""What stands at the foot over several lines: "Enclosure: 1) Report on the mast." and its points, a note by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import joined
from tei.recognise.service import Service
from tei.regexes import regex

MAX_FOOT: Final = 20
"""Lines at the end of a letter among which enclosures are looked for."""
_LED: Final = regex(
    r"[\[(]?(?:enclosures?|enclosed|encls?|attachments?|attached|annex(?:es)?|приложени[ея]|anlagen?|annexes?|附件|附)"
    r"(?:\s*\(\d{1,2}\))?(?:\s*[:：.]|\s+(?=\d)|\s*[\])]?$)",
    re.IGNORECASE,
)
_POINT: Final = regex(r"(?:\(?\d{1,2}[.)]|\(?[a-zа-я]\)|[-–—•])\s*\S", re.IGNORECASE)
_FIRST: Final = frozenset("EeAaПп附[(")


def enclosed_rows(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return which paragraphs at the end name what was enclosed: the line that says so, and its points below."""
    first = max(1, len(paragraphs) - MAX_FOOT)
    for index in range(len(paragraphs) - 1, first - 1, -1):
        text = paragraphs[index].text
        if text[:1] in _FIRST and _LED.match(text):
            last = index + 1
            while last < len(paragraphs) and _POINT.match(paragraphs[last].text):
                last += 1
            return frozenset(range(index, last))
    return frozenset()


def noted_over_lines(paragraphs: Sequence[Paragraph]) -> tuple[int, Paragraph] | None:
    """Return a note of the sheet that goes over several lines to the last one, and the first of them.

    "[handwritten: A. Pell" / "3 May" / "Authenticated: T. Lind]" is one bracket.
    """
    last = paragraphs[-1].text
    if last[-1:] != "]" or last.count("]") <= last.count("["):
        return None
    for index in range(len(paragraphs) - 2, max(0, len(paragraphs) - MAX_NOTED), -1):
        text = paragraphs[index].text
        if text[:1] == "[" and BY_HAND.match(text):
            rows = paragraphs[index:]
            signs = "".join(row.text for row in rows)
            return (index, reduce(joined, rows)) if signs.count("[") == signs.count("]") else None
    return None


BY_HAND: Final = regex(
    r"\[(?:handwritten|hand-written|stamp(?:ed)?|in\s+handwriting|от руки|рукописн)[^\[\]\n]{0,60}:", re.IGNORECASE
)
MAX_NOTED: Final = 12


def remark_of(text: str) -> Service | None:
    """Return what a remark behind a bracket is, "[Stamp:] No 14 of May", "[handwritten:] to the file"."""
    remark = _REMARK.match(text) if text[:1] == "[" else None
    return Service("stamp" if remark["stamp"] else "annotation") if remark else None


_REMARK: Final = regex(
    r"\[[^\]\n]{0,20}(?:резолюци|помет|пометк|надпис|приписк|(?P<stamp>штамп|печать|stamp|seal)|handwritten|note|"
    r"remark|resolution|minute|"
    r"marginal)[^\]\n]{0,40}:\s?\]\s*\S",
    re.IGNORECASE,
)
"""What somebody wrote on the form, after a bracket that says so: «[резолюция:] В дело»."""
