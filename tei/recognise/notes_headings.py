"""Headings over the notes of a page: "Notes", «Примечания», 注释."""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_HEADING: Final = regex(
    r"(?:(?:foot|end)?notes?(?: and references)?|references|notes? (?:to|on) (?:the )?(?:text|article|documents?|"
    r"letters?|telegrams?|chapter \w+|introduction)|(?:translator[’']s |editor[’']s )?comments?|"
    r"примечани[ея](?:\s+и\s+комментарии)?|комментарии|сноски|anmerkungen|fu(?:ss|ß)noten|"
    r"notes? de (?:bas de page|fin|l[’']éditeur)|przypisy|dipnotlar|notlar|"
    r"[注註]\s*[释釋解]|[脚腳尾附]\s?[注註])\s*[:.：]?"
    r"(?:\s?\[\s?(?:edit(?: source)?|править[^\]\n]{0,24}|编辑|編輯|"
    r"bearbeiten[^\]\n]{0,24}|modifier[^\]\n]{0,24})\s?\])?",
    re.IGNORECASE,
)
_FIRST: Final = frozenset("fnrtecпксadpFNRTECПКСADP注註脚腳尾附ſ")
"""What such a heading begins with."""


def is_notes_heading(text: str) -> bool:
    """Say whether a line is the heading of notes, in the brackets of Chinese pages too: 「【注释】」."""
    if text[:1] in "【〔" and text[-1:] in "】〕":
        text = text[1:-1]
    return len(text) < 60 and text[:1] in _FIRST and _HEADING.fullmatch(text) is not None
