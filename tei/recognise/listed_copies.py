"""Copies counted, “Three copies made”, and listed: “1 – Vetrov” is service matter only where such a list stands."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.form_rows import Form
from tei.recognise.form_words import NUMBER_SIGN
from tei.recognise.labels import pattern
from tei.regexes import regex

COUNTED_COPIES: Final = Form(
    "copies",
    (),
    r"(?:in\s+)?(?:\w+|\d+)\s+cop(?:y|ies)\s+(?:were\s+|was\s+)?(?:printed|made|typed|prepared|issued|distributed)\b"
    r"(?:[^\n]*?\sN[º°o]\.?\s?(?P<number>\d+)\.?|[^\n]*)|(?:[^\W\d_]{1,4}\.\s+)?(?:in\s+)?(?:\d{1,2}|two|three|four|five|six|seven|eight)\s+copies[.:]?"
    r"(?:[,.]?\s+[a-zA-Z]{1,4}(?:[./-][a-zA-Z]{1,4})?\.?)?|"
    r"(?:в\s+)?(?:\w+|\d+)\s+экз\w*\.?(?:\s+[^\n]{0,60})?",
)
"""“Three copies made”: the one form that begins with any word."""

LISTED_COPY: Final = regex(
    r"(?P<copy>\d{1,2}(?:\s?[-–,]\s?\d{1,2})*)(?:[.):]\s+|\s*[–—-]\s+|\s+to\s+)(?P<rest>[^\W\d_][^\n]*)"
)
"""A line of the list under “Distribution:”, which is one only there."""

LOOSELY_LISTED: Final = regex(
    rf"(?:(?:{pattern('copy')}\s*)?(?:{NUMBER_SIGN}\s*)?(?P<copy>\d{{1,2}}(?!-[^\W\d_]{{1,2}}\b)(?:\s?[-–,]\s?\d{{1,2}})*|"
    rf"[Il])(?:\s*[.):–—-]+|"
    rf"(?=\s))\s*(?:to\s+|for\s+)?)"
    r"(?P<rest>(?:[^\W\d_\[]|\d{1,2}(?:(?:st|nd|rd|th)\s|(?:-?й)?\s(?=(?:отдел|department|section)\b)))[^\n]*)",
    re.IGNORECASE,
)
"""A line or piece that stands among others of such a list: the figure alone tells it, a 1 may be read as I."""
