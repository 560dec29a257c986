"""Quoted texts of one or several paragraphs: where the quotation marks open and close, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

PAIRS: Final = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", '"': '"', "'": "'", "「": "」", "『": "』", "‹": "›"}
_STRAIGHT: Final = "\"'"
_AFTER_CLOSE: Final = regex(
    r"(?P<quote>[”“»«’\"'」』›]{1,2})\s*(?:\[(?P<n>\d{1,4})\](?P=n)|\[?\d{1,3}\]?|\{\d{1,3}\}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[①-⑳]|[〔［【]\d{1,3}[〕］】]|\[?(?:\*{1,3}|[†‡§])\]?)?\s*[.,;:!。，；：！]?\s*"
    r"(?P<aside>\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])?\s*[.,;]?$"
)
MAX_PARAGRAPHS: Final = 60


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation over paragraphs `first` to `last`: what stands inside the marks, and an aside behind the closing one.

    `first` and `last` count from the paragraph at which the quotation was looked for.
    """

    first: int
    last: int
    inside: tuple[Paragraph, ...]
    aside: Paragraph | None = None


_MIXED: Final = regex(r"“(?P<inside>[^“”\"]+)\"[.,;]?(?:\[?\d{1,3}\]?)?")
"""A paragraph that opens with a printer’s mark and closes with a typist’s."""


def reads_only(text: str) -> bool:
    """Say whether a line does no more than hand over: "The telegram reads:", under the sentence that tells of it."""
    return text[-1:] == ":" and len(text) <= MAX_READS and _READS.fullmatch(text) is not None


_READS: Final = regex(
    r"(?:The|This|His|Her|Its|It)\s(?:(?:[a-z]+\s){0,2}(?:telegram|telegramme|cable|wire|message|letter|text|note)\s)?"
    r"(?:read|reads|ran|runs|said|says)(?:\s[a-z]+){0,3}:"
)
MAX_READS: Final = 60


def opens(text: str) -> bool:
    """Say whether a paragraph begins with an opening quotation mark."""
    return text[:1] in PAIRS


def quotation(paragraphs: Sequence[Paragraph], start: int = 0, at: int = 0) -> Quotation | None:
    """Return the quotation that opens at character `at` of the paragraph, None where nothing opens or closes there."""
    mark = paragraphs[start].text[at : at + 1]
    if mark not in PAIRS or not mark:
        return None
    if mark == "“" and (mixed := _MIXED.fullmatch(paragraphs[start].text, at)):
        inside = paragraphs[start].at(at + 1, mixed.end("inside"))
        return Quotation(start, start, (inside,)) if inside.text else None
    depth = 0
    for index in range(start, min(start + MAX_PARAGRAPHS, len(paragraphs))):
        text = paragraphs[index].text[at if index == start else 0 :]
        depth += _balance(text, mark, again=index > start)
        closing = _closing(text, mark)
        if closing and (depth <= 0 or mark in _STRAIGHT) and len(text[: closing.start()].strip()) > 1:
            return _made(paragraphs, start, index, at, closing)
        if depth <= 0 and mark not in _STRAIGHT:
            return None
    return None


def _balance(text: str, mark: str, *, again: bool) -> int:
    """Return how many quotations of a kind a paragraph leaves open; a mark at its head may only repeat the first."""
    if mark in _STRAIGHT:
        return 0
    closing = PAIRS[mark]
    opened = text.count(mark) - (1 if again and text.startswith(mark) else 0)
    closed = sum(_closes(text, sign) for sign in closing if sign != mark)
    return opened - closed


def _closes(text: str, sign: str) -> int:
    """Count closing marks; an apostrophe inside a word closes nothing."""
    if sign != "’":
        return text.count(sign)
    return len(re.findall(r"’(?!\w)", text)) - len(re.findall(r"s’(?=\s+[a-z])", text))


def _closing(text: str, mark: str) -> re.Match[str] | None:
    match = _AFTER_CLOSE.search(text[-1500:])
    if match is None or not set(match["quote"]) & set(PAIRS[mark]):
        return None
    return _AFTER_CLOSE.search(text, max(0, len(text) - 1500))


def _made(paragraphs: Sequence[Paragraph], start: int, last: int, at: int, closing: re.Match[str]) -> Quotation:
    shift = at if last == start else 0
    end = shift + closing.start("quote")
    inside: list[Paragraph] = []
    for index in range(start, last + 1):
        paragraph = paragraphs[index]
        until = end if index == last else len(paragraph.text)
        again = _repeats(paragraph.text[:until], paragraphs[start].text[at])
        first = at + 1 if index == start else int(again)
        inside.append(paragraph.at(first, until))
    aside = None
    if closing["aside"]:
        aside = paragraphs[last].at(shift + closing.start("aside"), shift + closing.end("aside"))
    return Quotation(start, last, tuple(p for p in inside if p.text), aside)


def _repeats(text: str, mark: str) -> bool:
    """Say whether a paragraph inside a quotation opens with the same mark again, as printers have it."""
    return text.startswith(mark) and text.count(mark) > sum(text.count(sign) for sign in PAIRS[mark] if sign != mark)


def unquoted(row: Paragraph) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the text of a telegram of one paragraph in Chinese, and the quotation marks round it."""
    match = _IN_MARKS.fullmatch(row.text) if row.text[:1] in "“「『" else None
    if match is None:
        return (row,), ()
    return (row.at(*match.span("inner")),), (row.at(0, match.start("inner")), row.at(match.end("inner"), len(row.text)))


_IN_MARKS: Final = regex(r"[“「『](?P<inner>.+?)[”」』][。.]?", re.DOTALL)
