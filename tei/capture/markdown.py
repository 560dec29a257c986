"""Pages that a reader or a program copied as Markdown: its marks are taken off, so that they read as on the screen.

Headings behind “#”, links, escapes by a backslash, emphasis and block quotations of CommonMark, and the notes of its
extensions, “[^1]”. The number of a note that is a link stays in brackets, which makes it a marker. Lines that “>”
marks as quoted, which mail does too, are moved in instead; where the whole page is quoted, they begin at the margin.
"""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_SIGNS: Final = tuple(
    regex(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} +\S",
        r"\]\((?:https?://|mailto:|[#/])[^\s()]*(?: \"[^\"\n]*\")?\)",
        r"(?<!\\)\\[.\[\]*_#+()!>-]",
        r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])",
        r"\[\^\d{1,3}\]",
    )
)
MIN_SIGNS: Final = 2
"""A page must have marks of so many kinds: “#”, “*” and brackets also stand in plain text."""
_IMAGE: Final = regex(r"!\[[^\[\]\n]*\]\([^()\s]*(?: \"[^\"\n]*\")?\)")
_NUMBER_LINK: Final = regex(r"\[(?:\\?\[)?(?:\^)?(?P<n>\d{1,3})(?:\\?\])?\]\([^()\s]*(?: \"[^\"\n]*\")?\)")
_LINK: Final = regex(r"\[(?P<text>[^\[\]\n]{0,300})\]\((?:https?:|mailto:|[#/])[^()\s]*(?: \"[^\"\n]*\")?\)")
_NOTE: Final = regex(r"\[\^(?P<n>\d{1,3})\](?P<colon>:)?")
_LEAD: Final = regex(r"^(?:#{1,6} +)?", re.MULTILINE)
_BREAK: Final = regex(r"\\$", re.MULTILINE)
_STRONG: Final = regex(r"(?<![\w*\\])\*\*(?P<words>[^\s*](?:[^*\n]{0,300}[^\s*\\])?)\*\*(?![\w*])")
_EMPHASIS: Final = regex(r"(?<![\w*\\])\*(?P<words>[^\s*](?:[^*\n]{0,300}[^\s*\\])?)\*(?![\w*])")
_ESCAPE: Final = regex(r"\\(?P<sign>[!-/:-@\[-`{-~])")
_QUOTED: Final = regex(r"^>(?:[> ]*>)? ?", re.MULTILINE)
_SURELY_QUOTED: Final = regex(r"^>(?:[> ]*>)? ?(?:[^\n]{60}|[^\n]*\n>)", re.MULTILINE)
"""Two lines of a quotation, or a long one: “> Home” is a way through a menu."""
_MOVED_IN: Final = "    "
_LINE: Final = regex(r"^[> ]*\S", re.MULTILINE)


def without_markdown(text: str, start: int) -> str:
    """Return a text from `start` on as it reads without the marks of Markdown; the text itself where it has none."""
    marked = any(map(text.__contains__, ("](", "\\", "**", "[^"))) and (
        sum(sign.search(text, start) is not None for sign in _SIGNS) >= MIN_SIGNS
    )
    if "\n>" in text or text.startswith(">", start):
        text = _without_quoting(text, start, marked)
    return _without_marks(text, start) if marked else text


def _without_quoting(text: str, start: int, marked: bool) -> str:
    if not marked and _SURELY_QUOTED.search(text, start) is None:
        return text
    lines = list(_LINE.finditer(text, start))
    whole = all(text[line.start()] == ">" for line in lines)
    return text[:start] + _QUOTED.sub("" if whole else _MOVED_IN, text[start:])


def _without_marks(text: str, start: int) -> str:
    rest = text[start:]
    for pattern, by in (
        (_LEAD, ""),
        (_IMAGE, ""),
        (_NUMBER_LINK, r"[\g<n>]"),
        (_LINK, r"\g<text>"),
        (_NOTE, r"[\g<n>]"),
        (_BREAK, ""),
        (_STRONG, r"\g<words>"),
        (_EMPHASIS, r"\g<words>"),
        (_ESCAPE, r"\g<sign>"),
    ):
        rest = pattern.sub(by, rest)
    return text[:start] + rest
