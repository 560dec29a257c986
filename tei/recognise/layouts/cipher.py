"""The ciphered form: department and markings, numbers, times, "To whom", "For whom", signature, copies.

All of it is the telegram's own, so that the whole page is its text: nothing on a form is a heading of the page. A page
may hold several forms, each begun by the same printed lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tei.recognise.furniture import Role
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score
from tei.recognise.layouts.sources import is_labelled_source, is_source
from tei.recognise.paragraphs import Paragraph

_SIGNS: Final = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("marking", r"\W*(?:top|strictly)\s+secret\b.{0,60}|совершенно секретно.{0,40}|строго секретно.{0,40}"),
        ("no copies", r".{0,60}\b(?:mak[il]ng|taking) (?:of )?cop[il]es\b.{0,30}\bproh[il]b[il]ted\b.{0,60}|"
                      r".{0,40}\bforbidden to (?:make|take) copies\b.{0,40}|.{0,20}сн(?:ятие|имать) копи.{0,30}"),
        ("form", r"(?:.{0,30}\b)?(?:ciphered|cipher|cypher|coded|encoded)\s+(?:telegram|cable|message)\b.{0,40}|"
                 r"ciphergram.{0,30}|шифр(?:ованная )?(?:о?телеграмма|овка).{0,30}"),
        ("special number", r"spec(?:ial|\.)?\s*(?:no|n[°ºo]|№|number)\.?\s*\d.{0,60}|спец\w*\.?\s*№.{0,30}"),
        ("issuing number", r"(?:.{0,40}\b)?(?:issuing|outgoing|out\.?)\s*(?:no|n[°ºo]|№|number)\.?\s*\d.{0,40}|"
                           r"исх\w*\.?\s*№.{0,30}"),
        ("times", r"(?:sent|received|rec['’]d|dispatched|deciphered)\b\W.{0,70}\d.{0,60}"),
        ("destination", r"destination\s*[:.–—-].{1,60}|(?:by cable )?(?:to|from)\s+(?-i:[A-Z]{4,}).{0,20}|"
                        r"куда\s*:.{1,40}"),
        ("to whom", r"to whom\s*[:.–—-]?\s.{1,90}|кому\s*:.{1,60}"),
        ("for whom", r"(?:.{0,60}\s)?for whom\s*[:.–—-]?\s.{1,90}|для кого\s*:.{1,60}"),
        ("fulfilment", r"(?:telegraph|cable|report|wire)\s+(?:the\s+)?(?:fulfil+ment|execution).{0,40}|"
                       r"исполнение телеграфьте.{0,20}"),
        ("copies", r"(?:.{0,40}\b)?(?:\d+|two|three|four|five|six)\s+copies\b.{0,80}|(?:copies|distribution|"
                   r"distributed)\s*[:.].{0,200}|"
                   r"made \d+ cop.{0,80}|рассылка.{0,80}"),
        ("department", r"(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|eighth|tenth|"
                       r"special)\s+department\b.{0,60}|"
                       r"department\s+\d{1,2}\b.{0,40}|\d{1,2}(?:-й)? отдел.{0,40}"),
        ("handling", r"(?:deciphered|enciphered|decoded|printed|typed|verified)(?:\s+by)?\b\W.{0,80}"),
    )
)  # fmt: skip
_TABLE: Final = re.compile(r"[^|\n]+\|[^|\n]*\|[^|\n]*\|")
_HEAD_SIGNS: Final = frozenset(("marking", "no copies", "form"))
MAX_LINE: Final = 260
MAX_LEAVES: Final = 4
ENOUGH: Final = 4
"""A form shows at least so many of its signs."""


def score_cipher(page: Page) -> Score:
    """Score a page by the lines of the form: numbers, times, parties, markings, copies."""
    if page.first(Role.RECORD_BEGINS) is not None or page.first(Role.CITATION) is not None:
        return Score(0.0, "the record page of an archive")
    counts = Counter(name for paragraph in page.paragraphs if (name := sign_of(paragraph.text)))
    if sum(_TABLE.match(paragraph.text) is not None for paragraph in page.paragraphs) > 2:
        return Score(0.0, "a table of telegrams and no telegram")
    found = sorted(counts)
    if len(found) < ENOUGH:
        return Score(0.05 * len(found), f"{len(found)} signs of a ciphered form")
    return Score(min(1.0, 0.3 + 0.1 * len(found)), "a ciphered form: " + ", ".join(found))


def sign_of(text: str) -> str:
    """Return which line of the form a line is, empty where it is none."""
    if len(text) > MAX_LINE:
        return ""
    return next((name for name, pattern in _SIGNS if pattern.fullmatch(text)), "")


def read_cipher(page: Page) -> Regions:
    """Part a page into its forms; lines that state the source stand after the last."""
    rows = [i for i in range(len(page.paragraphs)) if page.roles[i] is None]
    sources = _sources(page, rows)
    kept = [i for i in rows if i not in sources]
    starts = _starts(page, kept)
    regions: list[Region] = []
    for number, first in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(page.paragraphs)
        body = tuple(page.paragraphs[i] for i in kept if first <= i < end)
        regions.append(Region(body=body, sources=tuple(page.paragraphs[i] for i in sources)))
    context = tuple(page.paragraphs[i] for i in kept if starts and i < starts[0])
    furniture = tuple(p for p, role in zip(page.paragraphs, page.roles, strict=True) if role is not None)
    return Regions("cipher", tuple(regions), furniture, context if regions else tuple(page.paragraphs[i] for i in kept))


def _sources(page: Page, rows: Sequence[int]) -> list[int]:
    """Return the rows at the end that say where the form is kept."""
    found: list[int] = []
    for index in reversed(rows):
        text = page.paragraphs[index].text
        if sign_of(text) or not (is_source(text, page.repositories) or is_labelled_source(text)):
            break
        found.insert(0, index)
        if len(found) == MAX_LEAVES:
            break
    return found


def _starts(page: Page, kept: Sequence[int]) -> list[int]:
    """Return the rows at which forms begin: one, unless its printed head comes again."""
    heads = [i for i in kept if sign_of(page.paragraphs[i].text) in _HEAD_SIGNS]
    if not kept:
        return []
    groups: list[int] = []
    last = None
    for index in heads:
        if last is None or _text_between(page, last, index):
            groups.append(index)
        last = index
    if len(groups) < 2:
        return [kept[0]]
    return [
        kept[0] if number == 0 and not _is_caption(page, kept[0]) else _up(page, kept, first)
        for number, first in enumerate(groups)
    ]


def _text_between(page: Page, first: int, second: int) -> bool:
    """Say whether the numbers or the message of a form stand between two of its head lines."""
    return sum(bool(sign_of(page.paragraphs[i].text)) for i in range(first + 1, second)) >= 2 and any(
        len(page.paragraphs[i].text.split()) > 12 for i in range(first + 1, second)
    )


def _up(page: Page, kept: Sequence[int], first: int) -> int:
    """Take a stamp or letterhead in brackets right above the head to its form."""
    position = kept.index(first)
    while position and page.paragraphs[kept[position - 1]].text.startswith("["):
        position -= 1
    return kept[position]


def _is_caption(page: Page, index: int) -> bool:
    """Say whether the first line speaks of the forms and is none of theirs."""
    row: Paragraph = page.paragraphs[index]
    return (
        not sign_of(row.text)
        and not row.text.startswith("[")
        and len(page.paragraphs) > index + 1
        and (page.paragraphs[index + 1].blank_before > 0 and row.text[:1].isupper() and not row.text.isupper())
    )


CIPHER: Final = Layout("cipher", score_cipher, read_cipher)
"""Ciphered forms."""
