"""What a letter says of its enclosures at its foot: "Enclosure: 1) Report on the mast." and the points that go on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tei.recognise.paragraphs import Paragraph
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
