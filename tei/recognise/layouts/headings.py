"""Headings: the line that is the document's title, with the number of the document before it taken off."""

from __future__ import annotations

import re
from typing import Final

from tei.dates import find_dates
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.recognise.title_looks import looks_like_title
from tei.recognise.titles import kind_first, read_title
from tei.regexes import regex

_NUMBERED: Final = regex(
    r"(?:document|source|item|exhibit|text)\s[A-Z][.:)]\s+(?=[^\W\d_])|"
    r"(?:(?:document|doc\.?|документ)\s*)?(?:(?:№|No\.?)\s*)?\[?\d{1,4}\]?[.:)]\s+(?=[^\W\d_])|"
    r"(?:№|No\.?)\s?\d{1,5}\s+(?=[\u3400-\u9fff])|"
    r"№\s?\d{1,4}\s+(?=(?-i:(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ]{2}|[А-ЯЁ]{4,}\s(?:[А-ЯЁ]{4}|И\s|ОТ\s)))|"
    r"(?:第?[一二三四五六七八九十百〇零\d]{1,5}[、．.，号號]|[（(〔][一二三四五六七八九十\d]{1,4}[）)〕])\s*(?="
    r"[\u3400-\u9fff])",
    re.IGNORECASE,
)
_CHINESE: Final = regex(r"[\u3400-\u9fff·]{4,30}")
MAX_TITLE: Final = 250
MAX_CHAIN_WORDS: Final = 14
MAX_NAMED_WORDS: Final = 30
"""So many words a heading may have that begins with its kind and an article, "The telegram of …"."""


def title_in(paragraph: Paragraph) -> tuple[int, int] | None:
    """Return the span of a title in a line, None where it is none; "12." before "Telegram from …" is no part of it."""
    text = paragraph.text
    if len(text) > MAX_TITLE or text[-1:] == "=":  # the end of a telegraph tape
        return None
    number = _NUMBERED.match(text)
    start = number.end() if number else 0
    words = text[start:]
    if words[-1:] == "." and words.startswith(("The ", "A ", "An ")) and _TELLS.search(words):
        return None
    if looks_like_title(words) and classify(words) is None:
        return start, len(text)
    return (start, len(text)) if _is_chain(words) else None


def is_title(paragraph: Paragraph) -> bool:
    """Say whether a line is a title."""
    return title_in(paragraph) is not None


def _is_chain(words: str) -> bool:
    """Say whether a short line says who wrote to whom and when, and nothing else, with a full stop."""
    chinese = _CHINESE.fullmatch(words) is not None
    named = words[:4] == "The " and _names_sent(words)
    if not (chinese or words.endswith(".")) or (not named and len(words.split()) > MAX_CHAIN_WORDS):
        return False
    if words[:1].islower():
        return False
    title = read_title(words.rstrip("."))
    if not (title.party("from") and title.party("to")):
        return False
    if chinese:
        return title.kind is not None
    return named or (bool(title.kind or find_dates(words)) and looks_like_title(words.rstrip(".")))


def _names_sent(words: str) -> bool:
    """Say whether a line with a full stop is a heading: "The telegram of …, sent to …, 3 May 1938 (received on …)."."""
    if not kind_first(words[4:]) or len(words.split()) > MAX_NAMED_WORDS:
        return False
    return _DATED_LAST.search(words) is not None and _TELLS.search(words) is None


_DATED_LAST: Final = regex(r"\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}(?:\s\([^()]{3,60}\))?\.$")
_TELLS: Final = regex(
    r"\b(?:was|were|is|are|had|has|have|did|came|went|arrived|reached|gave|said|told|followed|shows?)\b"
)
