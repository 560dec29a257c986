"""Telegrams in the running line that no marks set off: "received the following telegram: ALL SAFE. LIND He smiled.".

One in capitals ends where they end. Of others only what explicitly hands over counts, "it reads:", "the following
cable:"; such a text goes on to the end of the paragraph, or to the first sentence that turns to it from outside.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import is_strong
from tei.recognise.layouts.told_quotes import names_telegram, reads_so, tells_of_wire
from tei.recognise.layouts.voices import TURNED, voice
from tei.recognise.paragraphs import Paragraph
from tei.recognise.sentences import next_sentences
from tei.regexes import regex

_COLON: Final = regex(r"(?<=[a-z\d)\]]):(?:\s?[—–-]{1,2})?\s+(?=[A-Z\d])")
_CAPITALS: Final = regex(
    r"(?:[^\sa-zà-þ]*[A-Z\d][^\sa-zà-þ]*(?:\s+[&—–-])?\s+){3,200}[^\sa-zà-þ]*[A-Z\d][^\sa-zà-þ]*(?=\s|$)"
)
_LOOSE: Final = regex(r"\s(?:A|I)$")
_EXPLICIT: Final = regex(
    r"\b(?:reads?|ran|runs|as\sfollows|worded|the\sfollowing\s(?:\w+\s){0,2}(?:telegram|telegramme|cable|cablegram|wire|message)"
    r"(?:\s(?:from|to|on|by|dated)\s[^:]{2,60})?|this\s(?:\w+\s)?(?:telegram|cable|wire)(?:\s(?:from|to)\s[^:]{2,60})?)$"
)
MIN_WORDS: Final = 5
MAX_NUMBERS: Final = 0.3


def may_run(text: str) -> bool:
    """Ask in few steps whether a paragraph can hand over to what goes on in its line."""
    return ": " in text or ":—" in text or ":-" in text


def running_in(row: Paragraph, above: str) -> tuple[Paragraph, Paragraph] | None:
    """Return the words that hand over to a telegram in the line, and its text; None where there is none."""
    for colon in _COLON.finditer(row.text):
        starts = next_sentences(row.text, 0, colon.start())
        start = starts[-1] if starts else 0
        lead = row.text[start : colon.start()]
        before = row.text[:start] or above
        if not (
            tells_of_wire(lead)
            or (is_strong(lead) and _EXPLICIT.search(lead))
            or (reads_so(f"{lead}:") and (tells_of_wire(lead) or names_telegram(before)))
        ):
            continue
        end = _end(row.text, colon.end(), lead)
        if end > colon.end() and count_words(row.text[colon.end() : end]) >= MIN_WORDS:
            return row.at(start, colon.start() + 1), row.at(colon.end(), end)
    return None


def _end(text: str, start: int, lead: str) -> int:
    capitals = _CAPITALS.match(text, start)
    if capitals is not None:
        words = capitals.group().split()
        if sum(any(map(str.isalpha, word)) for word in words) < len(words) * (1 - MAX_NUMBERS):
            return start
        loose = _LOOSE.search(text, start, capitals.end()) if capitals.end() < len(text) else None
        return loose.start() if loose else capitals.end()
    if _EXPLICIT.search(lead) is None:
        return start
    bounds = [start, *next_sentences(text, start), len(text)]
    for begin, end in pairwise(bounds):
        if voice(text[begin:end].strip()) <= -TURNED:
            return begin
    return len(text)
