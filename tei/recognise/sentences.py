"""Where the sentences of a page's own prose begin: behind a full stop, the marker of a note at it left to the sentence.

A title that is cut short ("Capt. Pell", "Messrs. Lind and Renn") ends no sentence, and neither does an initial.
"""

from __future__ import annotations

from typing import Final

from tei.regexes import regex

_BEGINS: Final = (
    r"(?:He|She|They|It|The|This|That|These|His|Her|Their|In|On|At|By|But|And|Two|Three|A|An|After|Before|When|Then|From|To|"
    r"There|Only|Not|No|Nor|Yet|Meanwhile|That|One|As|For|With|Within|Nevertheless|However)\b"
)
"""Words that begin an author's sentence behind words in marks: “… past mending.” He wired …"""
_STOP: Final = regex(
    r"(?:(?<=[a-zа-яё)\d”\"’»]{2}[.!?])|(?<=[a-z\d]\.\))|(?<=[a-zа-яё\d][.!?][”\"’'»])(?=\[?\^?\d{1,3}\]?\s|\s"
    + _BEGINS
    + r"))"
    r"(?<!Messrs\.)(?<!Mrs\.)(?<!Capt\.)(?<!Col\.)(?<!Gen\.)"
    r"(?:\[?\^?\d{1,3}\]?|\(\d{1,3}\))?\s+(?=[A-ZÀ-ÞА-ЯЁ“‘«]|\d{1,2}\s(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\s)"
)


def next_sentences(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Return where each sentence but the first begins, within a stretch of a text."""
    return [match.end() for match in _STOP.finditer(text, start, len(text) if end is None else end)]


def last_sentence(text: str) -> str:
    """Return the last sentence of a text, all of it where it is one."""
    starts = next_sentences(text)
    return text[starts[-1] :] if starts else text
