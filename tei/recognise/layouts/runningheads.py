"""Running heads: the title of a book or journal that stands over each leaf, with the number of the leaf beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tei.recognise.counting import is_sign
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import read_title
from tei.regexes import regex

_WITH_NUMBER: Final = regex(
    r"\[?\d{1,4}\]?(?:\s{2,}|\t|\s*[|·•]\s*)\S[^\n]*|[^\n]*\S(?:\s{2,}|\t|\s*[|·•]\s*)\[?\d{1,4}\]?"
)
_NUMBER: Final = regex(r"[-–—\[(]?\s?\d{1,4}\s?[-–—\])]?")
MAX_HEAD: Final = 80
MIN_ROWS: Final = 10
MIN_LETTERS: Final = 8
MIN_LEAVES: Final = 2
_LEAF: Final = regex(
    r"[=\-–—*#_~\s]{2,}(?:第\s?\d{1,4}\s?[页頁]|(?:[Pp]age|[Pp]\.|[Сс]тр(?:\.|аница)|[Сс]\.|Seite|S\.)\s?\d{1,4}|\d{1,4})"
    r"(?:\s(?:of|из|von|/)\s?\d{1,4})?[=\-–—*#_~\s]{2,}"
)
"""The line that a program puts between two leaves of a scan: “===== Page 12 =====”."""
MAX_OVER_LEAF: Final = 24
FIRST_ROWS: Final = 5
"""The title that a running head repeats stands among so many rows at the head of the page."""


def running_heads(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the rows that only repeat a title at the head of a leaf, with bare page numbers beside them."""
    facing = _facing(paragraphs)
    if len(paragraphs) < MIN_ROWS:
        return facing
    short = {i: p.text for i, p in enumerate(paragraphs) if len(p.text) <= MAX_HEAD and "\n" not in p.text}
    numbered = {i for i, text in short.items() if text[-1:].isdigit() or text[:1].isdigit() or text[:1] == "["}
    numbered = {i for i in numbered if _with_number(short[i]) and _key(short[i])}
    keys = Counter(_key(short[i]) for i in numbered)
    titles = {key for i, text in short.items() if i < FIRST_ROWS and len(key := _key(text)) >= MIN_LETTERS}
    heads = {i for i in numbered if keys[_key(short[i])] > 1 or _key(short[i]) in titles}
    beside = {i for i, text in short.items() if _NUMBER.fullmatch(text)}
    alone = (i for i in short if i >= FIRST_ROWS and {i - 1, i + 1} & beside and _key(short[i]) in titles)
    heads |= {i for i in alone if not _names_parties(short[i])}
    return facing | frozenset(heads | {i for head in heads for i in (head - 1, head + 1) if i in beside})


def _facing(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the heads of facing leaves, "212 THE CONSUL" and "THE SUMMER OF 1938 213": their numbers count on."""
    found = [
        (i, match)
        for i, row in enumerate(paragraphs)
        if (row.text[0].isdigit() or row.text[-1].isdigit()) and (match := _FACING.fullmatch(row.text))
    ]
    numbers = [int(match["left"] or match["right"]) for _, match in found]
    rising = len(numbers) > 1 and all(0 < after - before <= MAX_APART for before, after in pairwise(numbers))
    sides = {bool(match["left"]) for _, match in found}
    return frozenset(i for i, _ in found) if rising and len(sides) > 1 else frozenset()


_FACING: Final = regex(
    r"(?P<left>\d{1,4})\s+[A-ZÀ-Þ][A-ZÀ-Þ0-9 ,:’'&-]{5,60}|"
    r"(?!(?:DOCUMENT|TELEGRAM|LETTER|CHAPTER|APPENDIX|PART|No)\b)[A-ZÀ-Þ][A-ZÀ-Þ0-9 ,:’'&-]{5,60}?\s+(?P<right>\d{1,4})"
)
MAX_APART: Final = 3
"""Leaves without a head may lie between."""


def _with_number(text: str) -> bool:
    """Say whether a line has a number at either end, set off from the rest by more than a space."""
    apart = not text.isprintable() or ("  " in text and "№" not in text) or any(sign in text for sign in "|·•")
    return apart and _WITH_NUMBER.fullmatch(text) is not None


_RULES: Final = frozenset("=-–—*#_~")


def leaf_rows(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the rows between leaves of a scan, and under them what stands over each leaf: its heading, its number."""
    marks = [
        i
        for i, p in enumerate(paragraphs)
        if p.text[:1] in _RULES and len(p.text) <= MAX_HEAD and _LEAF.fullmatch(p.text)
    ]
    if len(marks) < MIN_LEAVES:
        return frozenset()
    found = set(marks)
    for mark in marks:
        for index in range(mark + 1, min(mark + 3, len(paragraphs))):
            if not _is_over_leaf(paragraphs[index].text):
                break
            found.add(index)
    return frozenset(found)


def _is_over_leaf(text: str) -> bool:
    """Say whether the first line of a leaf is the number or the heading that books print over it."""
    if _NUMBER.fullmatch(text):
        return True
    return (
        len(text) <= MAX_OVER_LEAF
        and "\n" not in text
        and (text[-1].isalpha() or _ends_in_brackets(text))
        and not text[0].islower()
        and read_title(text).kind is None
        and not _names_parties(text)
    )


def _ends_in_brackets(text: str) -> bool:
    """Say whether a heading in Chinese ends in brackets, 「雙雁通信集(1938.5-8)」: a day told there is a document's."""
    return text[-1] in ")）" and is_sign(text[0]) and not any(sign in text for sign in "日号號")


def _names_parties(text: str) -> bool:
    """Say whether a line names who wrote to whom: under numbers, "Vetrov to Pashin" heads telegram after telegram."""
    title = read_title(text)
    return bool(title.party("from") and title.party("to"))


def _key(text: str) -> str:
    """Return the letters of a line, by which one running head is known from another."""
    return "".join(filter(str.isalpha, text)).casefold()
