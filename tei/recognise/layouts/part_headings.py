"""Headings of the parts of an article that are one word."""

from __future__ import annotations

import re
from typing import Final

from tei.regexes import regex

_PARTS: Final = regex(
    r"abstract|introduction|background|conclusions?|epilogue|prologue|acknowledge?ments|summary|preface|postscript|"
    r"afterword|foreword|appendix|documents|discussion|reception|aftermath|legacy|text|overview|"
    r"введение|предисловие|послесловие|заключение|выводы|документы|приложение|"
    r"引言|前言|结语|結語|导言|導言|附录|附錄|einleitung|schluss|introducción|conclusión",
    re.IGNORECASE,
)
MAX_PART: Final = 20


def is_part_heading(text: str) -> bool:
    """Say whether a line is the heading of a part in one word: "Introduction", "Conclusion"."""
    return len(text) <= MAX_PART and _PARTS.fullmatch(text.rstrip(":.")) is not None
