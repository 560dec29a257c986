"""Documents that begin without a title: at their salutation, behind the source of the one before, or one of several."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.counting import is_sign
from tei.recognise.layouts.announcing import is_rule, is_salutation
from tei.recognise.layouts.day_lines import is_place_and_day
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.quoted import opens, quotation
from tei.recognise.layouts.rows import Head, Rows
from tei.recognise.russian_papers import is_counted_paper
from tei.recognise.service import classify
from tei.recognise.titles import read_title
from tei.regexes import regex

_SEVERAL: Final = regex(r"\b(?:telegrams|cables|letters|messages|телеграммы|письма|шифровки)\b", re.IGNORECASE)


_MAILED: Final = regex(r"(?:Date|Sent):\s[A-Z][a-z]{2,8},\s[\w ,]{6,24}\s\d{1,2}:\d\d")
MAX_MAIL: Final = 5


def is_mailed(words: str) -> bool:
    """Say whether a line is of the head of an e-mail, "Date: Tue, 9 Mar 1999 11:04:12 -0500"."""
    return words[:1] in ("D", "S") and _MAILED.match(words) is not None


def opens_document(words: str) -> bool:
    """Say whether a line is the first of a document that nothing names: an address, service matter, place and date."""
    return is_salutation(words) or classify(words) is not None or is_place_and_day(words)


def unnamed_at(rows: Rows, index: int, floor: int) -> Head | None:
    """Begin a document without title where nothing but a date stands between its salutation and what was before."""
    words = rows.words(index)
    if (
        not opens_document(words)
        or is_counted_paper(words)
        or _counts_other(words, rows.words(index + 1))
        or any(is_mailed(rows.words(at)) for at in range(index, index + MAX_MAIL))
    ):
        return None
    first = index
    while first > floor and is_date_line(rows.words(first - 1)):
        first -= 1
    if first > floor and (is_remark_on(rows.words(first - 1)) or _heads_record(rows.words(first - 1))):
        return None
    after_source = first == 0 or rows.is_source(first - 1) or is_rule(rows.words(first - 1))
    dated = index - 1 if first < index else None
    return Head(first, index, date=dated) if after_source or first < index else None


def _counts_other(words: str, below: str) -> bool:
    """Say whether a line is the number of a paper that is none of ours, whose heading stands under it."""
    service = classify(words)
    return service is not None and service.type == "number" and bool(below) and read_title(below).other


def is_remark_on(words: str) -> bool:
    """Say whether a line heads what somebody wrote on another's paper, 「对…报告的批语」: no document that was sent."""
    return words[-1:] in "语語示注註词詞" and len(words) <= MAX_REMARK and read_title(words).other


def _heads_record(words: str) -> bool:
    """Say whether a line in Chinese heads the record of a talk, under which its day and its marking stand."""
    return is_sign(words[:1]) and len(words) <= MAX_REMARK and read_title(words).other


MAX_REMARK: Final = 70


def another_at(rows: Rows, index: int, said: tuple[int, ...], last: tuple[int, ...] = ()) -> Head | None:
    """Begin the next of several that one sentence, `said`, announced: it is addressed as the first one is.

    Under a quotation in Cyrillic, which the sentence in `last` announced, its translation may stand.
    """
    if last and is_other_script(rows, index):
        return Head(index, index, announced=last, quoted=True)
    quoted = opens(rows.words(index)) and opens(rows.words(index - 1)) and quotation(rows.rows, index) is not None
    if not said or not (quoted or is_salutation(rows.words(index))):
        return None
    return Head(index, index, announced=said, quoted=quoted) if _SEVERAL.search(rows.said(said[-1])) else None


def is_other_script(rows: Rows, index: int) -> bool:
    """Say whether a quotation stands right under another one in Cyrillic: the page's own translation of it."""
    words, above = rows.words(index), rows.words(index - 1)
    if not (opens(words) and opens(above)) or _CYRILLIC.search(words[:MAX_LETTERS]):
        return False
    return _CYRILLIC.match(above[1:2]) is not None


_CYRILLIC: Final = regex("[А-Яа-яЁё]")
MAX_LETTERS: Final = 40
