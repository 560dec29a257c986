"""Pages that a reader or a program copied as Markdown: its marks are taken off, so that they read as on the screen.

Headings behind “#”, links, escapes by a backslash, emphasis and block quotations of CommonMark, and the notes of its
extensions, “[^1]”. The number of a note that is a link stays in brackets, which makes it a marker.
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
_LEAD: Final = regex(r"^(?:> ?)*(?:#{1,6} +)?", re.MULTILINE)
_BREAK: Final = regex(r"\\$", re.MULTILINE)
_STRONG: Final = regex(r"(?<![\w*\\])\*\*(?P<words>[^\s*](?:[^*\n]{0,300}[^\s*\\])?)\*\*(?![\w*])")
_EMPHASIS: Final = regex(r"(?<![\w*\\])\*(?P<words>[^\s*](?:[^*\n]{0,300}[^\s*\\])?)\*(?![\w*])")
_ESCAPE: Final = regex(r"\\(?P<sign>[!-/:-@\[-`{-~])")


def without_markdown(text: str, start: int) -> str:
    """Return a text from `start` on as it reads without the marks of Markdown; the text itself where it has none."""
    if (
        not any(map(text.__contains__, ("](", "\\", "**", "[^")))
        or sum(sign.search(text, start) is not None for sign in _SIGNS) < MIN_SIGNS
    ):
        return text
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
