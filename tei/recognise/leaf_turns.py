"""Where a leaf of the source ends in a copy: its number, alone on a line, with the running head that stands beside it.

Within a sentence it is a page break in the paragraph that goes on behind it; between paragraphs it is furniture. A
number that stands alone may as well count documents, points or notes, so that its neighbours must speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.model import Mark, Owner
from tei.regexes import regex

Line = tuple[int, int] | None
_LONE: Final = regex(
    r"^[ \t]*(?:[-–—]\s?(?P<dashed>\d{1,4})\s?[-–—]|"
    r"(?:Page|page|p\.|Стр\.|стр\.|С\.|с\.)\s(?P<page>\d{1,4})(?:\s(?:of|из)\s\d{1,4})?|"
    r"(?P<first>\d{1,3})\s(?:of|из|/)\s(?P<all>\d{1,3})|"
    r"(?P<bare>\d{1,4})(?:/\d{1,4})?|(?P<sheet>https?://\S+\s+\d{1,4}/\d{1,4}))[ \t]*$",
    re.MULTILINE,
)
_HEAD: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ0-9 ,.:’'&–-]{5,60}")
"""What stands over the leaves of a book, in capitals."""
_SHEET: Final = regex(r"https?://\S+\s+\d{1,4}/\d{1,4}")
_PRINTED: Final = regex(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?(?:\s+\S[^\n]{0,150})?")
"""What a browser prints under and over each sheet: address and count, day and hour with the title of the page."""
_OF_ALL: Final = regex(r"(?P<n>\d{1,3})\s(?:/|of|из)\s(?P<all>\d{1,3})")
MIN_BEFORE, MIN_PARAGRAPH, MIN_LEAF, NEAR = 30, 60, 10, 4
FIRST_ROWS: Final = 3


def leaf_turns(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the stretches between two lines of a sentence that hold the number of a leaf, and this number.

    Where a note of that number stands on the page, its marker lost its place in the line: that is no leaf.
    """
    turns = tuple(_turns(text, 0, len(text), within=False))
    called = frozenset(match["n"] for match in _NOTE.finditer(text)) if turns else frozenset()
    return tuple(turn for turn in turns if turn[2] not in called)


_NOTE: Final = regex(r"^[ \t]*\[?(?P<n>\d{1,4})(?:[.)\]]|[ \t])[ \t]*\S", re.MULTILINE)


def _turns(text: str, start: int, end: int, *, within: bool) -> Iterator[tuple[int, int, str]]:
    """Yield where leaves end in a stretch of text; `within` a block, what counts sheets does so by itself."""
    for match in _LONE.finditer(text, start, end):
        first, last = match.span()
        before, after = _line_before(text, first, start), _line_after(text, last, end)
        if before is None or after is None:
            continue
        counts = within and (match["sheet"] or match["all"]) is not None
        ways: list[tuple[Line, int, int, Line]] = [(before, first, last, after)]
        if _HEAD.fullmatch(text, *before):
            ways.append((_line_before(text, before[0], start), before[0], last, after))
        if _HEAD.fullmatch(text, *after) or _PRINTED.fullmatch(text, *after):
            ways.insert(0, (before, first, after[1], _line_after(text, after[1], end)))
        for over, one, other, under in ways:
            if over and under and (counts or _goes_on(text[slice(*over)], text[slice(*under)])):
                number = match["dashed"] or match["page"] or match["first"] or match["bare"] or ""
                words = text[one:other]
                yield other - len(words.lstrip()), one + len(words.rstrip()), number
                break


def _line_before(text: str, at: int, start: int) -> Line:
    """Return the last line with words before a place."""
    while at > start and text[at - 1].isspace():
        at -= 1
    return (max(text.rfind("\n", start, at) + 1, start), at) if at > start else None


def _line_after(text: str, at: int, end: int) -> Line:
    """Return the next line with words behind a place."""
    while at < end and text[at].isspace():
        at += 1
    last = text.find("\n", at, end)
    return (at, last if last >= 0 else end) if at < end else None


def _goes_on(before: str, after: str) -> bool:
    """Say whether a sentence goes on from a line to another, which is no item of a list."""
    if len(before) < MIN_BEFORE or not after[:1].islower() or ")" in after[:4] or "." in after[:3]:
        return False
    return before[-1].isalnum() or before[-1] in ",-–—)"


def turn_marks(text: str, leaves: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Yield the page breaks within the blocks of a text."""
    for start, end in leaves:
        if text.count("\n", start, end) > 1:
            for first, last, number in _turns(text, start, end, within=True):
                yield Mark(first, last, "pb", (("n", number),) if number else (), first, first, Owner.METADATA)


def between_paragraphs(rows: Sequence[str]) -> frozenset[int]:
    """Return the rows that are the number of a leaf between two paragraphs, and count nothing else."""
    sheets = {at for at, row in enumerate(rows) if row[:4] == "http" and _SHEET.fullmatch(row)}
    if sheets:
        sheets |= {at for at, row in enumerate(rows) if row[:1].isdigit() and _PRINTED.fullmatch(row)}
    return frozenset((*sheets, *_counting_leaves(rows)))


def _counting_leaves(rows: Sequence[str]) -> Iterator[int]:
    lone = [at for at, row in enumerate(rows) if len(row) <= NEAR and row.isdecimal()]
    apart = (at for at in lone if not any(other != at and abs(other - at) <= NEAR for other in lone))
    for at in apart:
        if 0 < at < len(rows) - 1 and int(rows[at]) >= MIN_LEAF and _ends(rows[at - 1]):
            after = rows[at + 1]
            if _LISTED.match(after) or (len(after) >= MIN_PARAGRAPH and _ends(after)):
                yield at
    for at, row in enumerate(rows[FIRST_ROWS:], FIRST_ROWS):
        if row[:1].isdigit() and (match := _OF_ALL.fullmatch(row)) and int(match["n"]) <= int(match["all"]):
            yield at


def _ends(row: str) -> bool:
    return row.rstrip(_CLOSING)[-1:] in _STOPS


_STOPS: Final = frozenset(".!?…:;")
_CLOSING: Final = '”"’»)]'
_LISTED: Final = regex(r"[a-zа-я]\)\s")
