"""Lines between a form and a text that begins with its number, day and hour: what it is about, marks of the files.

"Coal for the station. Oil for the lamps." / "600.(24h)" / "46 — SUNDAY – 21hs15 – Two ships …".
"""

from __future__ import annotations

from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parts import ServiceLine
from tei.recognise.service import Service
from tei.regexes import regex

NUMBERED: Final = regex(
    r"(?P<number>\d{1,4})\s*[–—-]\s*(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\s*[–—-]\s*"
    r"(?:\d{3,4}\s?h(?:rs|ours|s)?|\d{1,2}hs(?:\d\d)?)\.?\s*[–—-]\.?\s"
)
"""“346 – FRIDAY – 1800hs – …”"""
MAX_ABOVE: Final = 4
MAX_LENGTH: Final = 140
MIN_WORDS: Final = 2


def lines_above(rows: tuple[Paragraph, ...]) -> tuple[ServiceLine, ...]:
    """Return the short lines over the paragraph that begins with number, day and hour; none where none begins so."""
    for at, row in enumerate(rows[: MAX_ABOVE + 1]):
        if row.text[:1].isdigit() and NUMBERED.match(row.text):
            return tuple(map(_line, rows[:at]))
        if len(row.text) > MAX_LENGTH:
            break
    return ()


def _line(row: Paragraph) -> ServiceLine:
    told = row.text[:1].isupper() and count_words(row.text) >= MIN_WORDS
    return ServiceLine(row, Service("subject", (("rest", 0, len(row.text)),)) if told else Service("other"))
