"""Where a sheet of a cable ends, and where a letter ends before its enclosures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.recognise.known import nobody
from tei.recognise.layouts.teletype_heads import CLASS, leaf_of
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing
from tei.recognise.signing import signature_name
from tei.regexes import regex


def sheet_ends(rows: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield what is printed where one sheet ends and the next begins: "SECRET", "PAGE 02", "STATE 193812"."""
    at = MIN_SHEET - 1
    while at < len(rows):
        leaf = leaf_of(rows, at) if CLASS.fullmatch(rows[at].text) else 0
        yield from rows[at : at + leaf]
        at += leaf or 1


MIN_SHEET: Final = 6
"""Rows of the shortest sheet."""


def end_of_letter(rows: tuple[Paragraph, ...]) -> int:
    """Return where the enclosures of a letter begin: a page is marked to break behind its closing formula and name."""
    for index in range(MIN_LETTER, len(rows) - 1):
        if rows[index].text[:1] not in ("<", "[") or not _LEAF_ENDS.fullmatch(rows[index].text):
            continue
        over = rows[max(0, index - MAX_END) : index]
        signed = (
            signature_name(below.text, nobody, last=True) for above, below in pairwise(over) if is_closing(above.text)
        )
        if any(signed):
            return index
    return len(rows)


_LEAF_ENDS: Final = regex(r"(?:<<?|\[)\s*(?:page|leaf) break[^<>\[\]]{0,40}(?:>>?|\])", re.IGNORECASE)
MIN_LETTER: Final = 3
MAX_END: Final = 8
