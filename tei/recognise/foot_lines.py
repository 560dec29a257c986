"""The addressee at the foot of a letter in lines of his own: "His Excellency" / "A. Pell" / "Minister of Fisheries"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_capitalised
from tei.recognise.parts import joined
from tei.regexes import regex

_STYLE: Final = regex(
    r"(?:To\s+)?(?:His|Her|Your)\s+(?:Excellency|Highness|Majesty)|The\s+(?:Honou?rable|Right\s+Honou?rable)",
    re.IGNORECASE,
)
MAX_LINES: Final = 4
MAX_LINE: Final = 90


def excellency(paragraphs: Sequence[Paragraph], last: int) -> tuple[int, Paragraph, tuple[int, int]] | None:
    """Return the first line of the foot, all of it, and where the name stands in it; None where it is none."""
    for first in range(last - 1, max(last - MAX_LINES, 0), -1):
        text = paragraphs[first].text
        if len(text) <= MAX_LINE and _STYLE.fullmatch(text.rstrip(" ,:")):
            rows = paragraphs[first + 1 : last + 1]
            if not all(len(row.text) <= MAX_LINE and is_capitalised(row.text) for row in rows):
                return None
            whole = paragraphs[first]
            for row in rows:
                whole = joined(whole, row)
            name = rows[0].start - whole.start
            return first, whole, (name, name + len(rows[0].text.rstrip(" ,.")))
    return None
