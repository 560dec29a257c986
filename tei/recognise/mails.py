"""Texts that are none of ours: e-mails with the heads that programs write, forms to be filled in, pages of code."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.parts import Division
from tei.regexes import regex

_MAILED: Final = regex(
    r"(?:MIME-Version|Message-ID|Content-(?:Type|Transfer-Encoding)|X-[a-z][\w-]{2,24}|Return-Path|Delivered-To):\s|"
    r"(?:Date|Sent):\s[a-z]{2,8},\s[\w ,]{6,24}\s\d{1,2}:\d\d|"
    r"(?:From|To|Cc|Bcc|Sender|Reply-To)\s?:[^\n@]{0,80}@[\w-]{1,60}\.\w",
    re.IGNORECASE,
)
"""A line of the head of an e-mail (RFC 5322, RFC 2045)."""
_MARKED_UP: Final = regex(r"```|\|?\s?:?-{3,}:?\s?\|")
"""What fences code off in Markdown, or rules a table."""
_TO_FILL_IN: Final = regex(
    r"[\[<{](?:(?:the|insert|your|sender|recipient|addressee|employer|company|manager|hiring manager|customer|client|"
    r"contact|first|last|full|job)(?:[’']?s)?[’']?\s){1,3}(?:name|address|title|position|phone|e-?mail|company|city)s?\b",
    re.IGNORECASE,
)
"""What a form of a letter leaves open, “Dear [Recipient's Name],”."""
MAX_HEAD: Final = 24
"""Among so many rows stands the head of a message."""


def is_foreign_to_wires(division: Division) -> bool:
    """Say whether a text is an e-mail or a form to be filled in, or what a program shows, by its lines."""
    rows = [line.paragraph.text for line in division.preamble] + [line.paragraph.text for line in division.opener]
    rows += [row.text for row in division.message[:MAX_HEAD]] + [line.paragraph.text for line in division.closer]
    rows += [line.paragraph.text for line in division.docket]
    lines = [line.strip() for row in rows for line in row.split("\n")]
    if any(_MAILED.match(line) for line in lines if ":" in line):
        return True
    if any(_MARKED_UP.match(line) for line in lines if "```" in line or "--" in line):
        return True
    return any(_TO_FILL_IN.search(row) for row in rows if "[" in row or "<" in row or "{" in row)
