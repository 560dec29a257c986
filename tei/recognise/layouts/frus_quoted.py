"""A telegram that a note of the series quotes whole: "In telegram 360 to Oslo, the Department replied: “…”".

The words before the quotation say that a telegram follows, or by which channel somebody replied, and a colon opens it;
it takes the rest of the note, a file number in parentheses aside. What is only told, or quoted by a phrase in a
sentence, is no telegram.
"""

from __future__ import annotations

import re
from typing import Final

from tei.model import Footnote
from tei.recognise.layouts.page import Page, Region
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_QUOTED: Final = regex(
    r"(?P<lead>(?:[^“”\n]{0,120}?\b(?:telegraphed|cabled|wired|(?:replied|answered|responded|reported)\s(?:back\s)?"
    r"(?:by|in|via|through|over)\s[^“”:\n]{0,60}?(?:channel|backchannel|cable|wire|radio))\b[^“”:\n]{0,60}|"
    r"[^“”\n]{0,300}?\b(?:telegrams?|cables?|messages?|airgrams?|radiograms?|despatch|note|letter|reply)\b"
    r"[^“”\n]{0,200}?\b(?:replied|answered|responded|read|reads|reading|as follows|following|in full|text)\b"
    r"[^“”:\n]{0,60})):\s*[“\"](?P<text>[A-Z(\[\d][^“”\"]{12,4000}?[.!?…)\]])[”\"]\s*(?P<file>\((?:[^()\n]|\([^()\n]{1,30}\)){3,240}\))?\s*\.?",
)
_NUMBER: Final = regex(
    r"\b(?:telegram|cable|message|airgram|despatch|circular|"
    r"radiogram)\s+(?:no\.\s*)?(?P<number>[A-Z]?[a-z]{0,7}\s?\d{1,5})\b",
    re.IGNORECASE,
)
_LETTER: Final = regex(r"\b(?:letter|airgram|despatch)\b", re.IGNORECASE)
_NOTE: Final = regex(r"\bnote\b", re.IGNORECASE)


def quoted_in(page: Page, note: Footnote) -> Region | None:
    """Return the telegram that a note quotes whole, None where it quotes none."""
    text = page.capture.text[note.start : note.end]
    match = _QUOTED.fullmatch(text.strip())
    if match is None:
        return None
    at = note.start + len(text) - len(text.lstrip())
    lead = _part(match, "lead", at)
    number = _NUMBER.search(lead.text)
    kind = "letter" if _LETTER.search(lead.text) else "note" if _NOTE.search(lead.text) and not number else "telegram"
    file = (_part(match, "file", at),) if match["file"] else ()
    return Region(
        body=(_part(match, "text", at),),
        announced=(lead,),
        cited=file,
        kind=kind,
        number_at=(lead.start + number.start("number"), lead.start + number.end("number")) if number else None,
    )


def _part(match: re.Match[str], name: str, at: int) -> Paragraph:
    start, end = match.span(name)
    return Paragraph(at + start, at + end, match[name])
