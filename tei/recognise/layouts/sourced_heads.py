"""Documents whose source stands between title and text, and lists in which only a description stands below it."""

from __future__ import annotations

import re
from typing import Final

from tei.dates import find_dates
from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import is_enumeration, is_salutation, numbered
from tei.recognise.layouts.rows import Head, Rows, is_title_row
from tei.recognise.layouts.sources import is_source
from tei.recognise.service import classify
from tei.recognise.telling import speaks, tells_of
from tei.recognise.titles import read_title
from tei.regexes import regex

MIN_TOLD: Final = 8
"""Words of the shortest line that can describe a document."""


def is_kind_over_quotation(words: str, following: str) -> bool:
    """Say whether a line is the word for a telegram alone, with its number perhaps, over one in quotation marks."""
    if len(words) > MAX_KIND or following[:1] not in '“"«„' or words[:1].islower():
        return False
    return _KIND_ALONE.fullmatch(words) is not None


_KIND_ALONE: Final = regex(
    r"(?:\(?\d{1,2}[.)]\s?)?(?:(?:cipher|ciphered|code|coded|wireless|private|secret|urgent|open)\s){0,2}"
    r"(?:telegram|wireless message|radiogram|cable|cablegram|despatch|dispatch)"
    r"(?:,?\s(?:no|nr|n°|№)\.?\s?\d{1,5})?[.:]?",
    re.IGNORECASE,
)
MAX_KIND: Final = 60


def is_source_over(rows: Rows, index: int, title: int) -> bool:
    """Say whether a line between title and text says where the document is from: no other document begins below it."""
    if index + 1 >= len(rows.rows) or not rows.is_source(index) or rows.is_source(title):
        return False
    return not (is_enumeration(rows.words(index + 1)) or is_title_row(rows, index + 1))


def is_marking_over(rows: Rows, index: int) -> bool:
    """Say whether a line over such a source gives the document's marking, as briefing books have it: "Confidential"."""
    if index + 1 >= len(rows.rows) or not rows.is_source(index + 1):
        return False
    service = classify(rows.words(index))
    return service is not None and service.type == "marking" and is_source_over(rows, index + 1, index)


def is_noted_heading(rows: Rows, index: int) -> bool:
    """Say whether a heading of an editor stands over a document: its note gives the archive, an address is below."""
    text, words = rows.rows[index].text, rows.words(index)
    if len(words) == len(text) or not may_head(text, rows.words(index + 1)):
        return False
    marker = text[len(words) :].strip("[]() .")
    noted = (rows.text[note.start : note.end] for note in rows.notes if note.n == marker)
    return any(is_source(said, rows.repositories) for said in noted)


def may_head(text: str, following: str) -> bool:
    """Ask in few steps whether a line can be such a heading: a few words with a marker, over an address."""
    if len(text) > MAX_HEADING or text[-1:] not in _MARKER_ENDS or following[-1:] not in _CALL_ENDS:
        return False
    called = is_salutation(following) or _POSTED.match(following) is not None
    return called and text[:1].isupper() and count_words(text) > 1


MAX_HEADING: Final = 110
_MARKER_ENDS: Final = tuple("0123456789])⁰¹²³⁴⁵⁶⁷⁸⁹")
_CALL_ENDS: Final = tuple(",:!.")
_POSTED: Final = regex(
    r"(?:[A-Z][\w’'-]+\s?){1,3}(?:[,.:]|\s?[—–-])\s?(?i:to|for)\s(?:the\s)?(?:[A-Z][\w’'-]*[\s,.!:]+|(?:to|for|the|and)\s){1,9}"
)
"""“Moscow, to Comrade Vetrov, for Comrade Pashin.”"""


def is_described(rows: Rows, head: Head, end: int) -> bool:
    """Say whether what stands under title and source describes the document, as briefing books do, and is not it."""
    words = rows.words(head.title) if head.title is not None else ""
    title = read_title(words[numbered(words) :])
    if not head.sourced and (title.party("to") or find_dates(words)):
        return False
    below = [told for i in range(head.body, end) if count_words(told := rows.words(i)) >= MIN_TOLD]
    return bool(below) and tells_of(below[0], title) and not any(map(speaks, below))


def is_line_of_page(rows: Rows, head: Head, end: int) -> bool:
    """Say whether a few words without a stop stand between two titles: a head of the page, and no text of the first."""
    words = rows.words(head.body)
    if (
        end != head.body + 1
        or words[-1:] in '.!?…:”"'
        or words.isupper()
        or (not words.isascii() and words[:1] >= "\u3400")
    ):
        return False
    return count_words(words) <= MAX_PAGE_LINE and is_title_row(rows, end) and is_title_row(rows, end + 1)


MAX_PAGE_LINE: Final = 8
