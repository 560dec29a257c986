"""Cables of American posts whose sheets were read by machine into one line, without stops.

“… SECRET PAGE 01 OSLO 00231 01 OF 02 … O R 121530Z JAN 74 FM AMEMBASSY OSLO TO SECSTATE WASHDC 4410 S E C R E T
SECTION 1 OF 2 OSLO 0231 E O 11652 GDS TAGS PFOR NO SUBJECT … REF STATE 1203 1 THE ICE … 2 …”: each line of the sheet is
a line again, cut before the words that can stand at its head only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

MIN_FLAT: Final = 300
"""Characters of the shortest line that can hold a cable with its head."""
_GROUP: Final = r"(?:[A-Z]{1,2}\s){1,4}\d{6}Z\s[A-Z]{3}\s\d{2}(?:\s[A-Z\d-]{2,8}(?=\sFM\s))?"
_HEAD: Final = regex(rf"\s(?P<group>{_GROUP})\s(?P<from>FM\s[A-Z][A-Z ]{{3,40}}?)\s(?P<to>TO\s(?=[A-Z]{{3}}))")
_CLASS: Final = (
    r"(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|TOP SECRET|SECRET|LIMITED OFFICIAL USE|"
    r"(?:[A-Z] ){4,}[A-Z](?:\s{1,4}(?:[A-Z] ){2,}[A-Z])?)"
)
_CLASSED: Final = regex(
    rf"\s(?P<class>{_CLASS}\s(?:(?:FINAL\s)?SECTION\s\w+\sOF\s\w+\s)?[A-Z][A-Z ]{{2,30}}?\s\d{{3,6}})(?=\s)"
)
_LABELS: Final = regex(
    r"\s(?=INFO\s(?:AM|US|SEC|[A-Z]+\s(?:IMMEDIATE|PRIORITY))|E\s?O\s1\d{4}\s|TAGS\s[A-Z]{2}|SUBJ(?:ECT)?\s|REFS?\s[A-Z\d]|"
    r"(?:FOR|PASS)\s(?:THE\s)?(?:SECRETARY|PRESIDENT|AMBASSADOR|ASSISTANT)\b)"
)
_POINT: Final = regex(r"\s(?=(?P<n>\d{1,2})\s(?:[A-Z]{2,}|A|I)\s)")
_ONE_CLASS: Final = regex(_CLASS)
_LEAF: Final = regex(rf"\s(?:{_CLASS}\s){{0,2}}(?=PAGE\s\d{{2}}\s[A-Z][A-Z ]*\s\d{{4,6}}\s)")
_LEAF_LINE: Final = regex(r"PAGE\s\d{2}\s[A-Z][A-Z ]*?\s\d{4,6}(?:\s\d{1,2}\sOF\s\d{1,2})?(?:\s\d{6}Z)?\s")
_END: Final = regex(rf"\s(?P<name>[A-Z]{{3,16}})\s(?P<class>{_CLASS})\s(?=NNNN\b)")
_STAMP: Final = regex(
    r"(?<!\S)[A-Z][a-z]+\s[A-Z]\s[A-Z][a-z]+\sDeclassified\sReleased\s[A-Za-z ]{5,60}\d{1,2}\s[A-Z][a-z]+\s\d{4}(?!\S)"
)


_SITE: Final = regex(r"Message (?:Attributes|Text)\s")


def is_flat(text: str) -> bool:
    """Say whether a line holds the head of a cable and more."""
    return len(text) >= MIN_FLAT and "Z " in text and " FM " in text and _HEAD.search(text) is not None


def lines_of(row: Paragraph) -> tuple[Paragraph, ...]:
    """Return the lines that a row was on the sheet, which hold all its words."""
    cuts = {0, len(row.text), *_cuts(row.text)}
    lines = (row.at(*span) for span in pairwise(sorted(cuts)))
    return tuple(Paragraph(line.start, line.end, line.text, 1) for line in lines if line.text)


def _cuts(text: str) -> Iterator[int]:
    heads = list(_HEAD.finditer(text))
    for stamp in _STAMP.finditer(text):
        yield from stamp.span()
    last = 0
    for head, end in zip(heads, (*(after.start() for after in heads[1:]), len(text)), strict=True):
        yield from _over(text, last, head.start())
        last = end
        yield from (head.start("group"), head.start("from"), head.start("to"))
        classed = _CLASSED.search(text, head.end(), end)
        start = classed.end() if classed else head.end()
        if classed:
            yield from classed.span("class")
        yield from _below(text, head.end(), start, end)


def _over(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where what the office's machine printed over a cable began, and the words of the site before it."""
    if site := _SITE.search(text, start, end):
        yield site.end()
    yield from _leaves(text, start, end)


def _leaves(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the lines over the leaves began: the class, once or twice, and “PAGE 02 …”."""
    for leaf in _LEAF.finditer(text, start, end):
        yield from (leaf.start(), leaf.end())
        yield from (one.start() for one in _ONE_CLASS.finditer(text, leaf.start(), leaf.end()))
        if line := _LEAF_LINE.match(text, leaf.end(), end):
            yield line.end()


def _below(text: str, posts: int, start: int, end: int) -> Iterator[int]:
    """Yield where the lines of posts and labels, the points and the leaves of a cable began."""
    first = next((found.start() for found in _POINT.finditer(text, start, end) if found["n"] == "1"), end)
    yield from (found.start() for found in _LABELS.finditer(text, posts, min(first + 1, end)))
    count = 0
    for found in _POINT.finditer(text, first, end):
        if int(found["n"]) == count + 1:
            count += 1
            yield found.start()
    yield from _leaves(text, start, end)
    if close := _END.search(text, start, end):
        yield from (close.start("name"), *close.span("class"))


def sheet_lines(rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return rows, those that hold a cable in one line as the lines of its sheet."""
    return tuple(line for row in rows for line in (lines_of(row) if is_flat(row.text) else (row,)))
