"""Notes under a rule, "_____", as web archives set them: "1 Sent by cipher from Karsk." and no stop behind the number.

They count from 1 under each rule, and each has its marker above it, glued to a word, a stop or a date: "…ice1",
"8/IV. 38.1". Without the markers such lines are the page's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.model import Footnote
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_RULE: Final = regex(r"[_—–-]{5,}")
_LEAD: Final = regex(r"(?P<n>\d{1,3})\s+(?=[^\s|])")
_MARKER: Final = regex(r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?»”\")\]…]))(?P<n>\d{1,3})(?=[\s.,;:!?»”\")\]]|$)")


def ruled_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes of a page that stand under its rules, each with the span of its marker."""
    if "_____" not in text and "—————" not in text and "-----" not in text:
        return ()
    return tuple(_notes(paragraphs))


def _notes(paragraphs: Sequence[Paragraph]) -> Iterator[Footnote]:
    floor = 0
    for index, row in enumerate(paragraphs):
        if row.text[:5] not in ("_____", "—————", "–––––", "-----") or _RULE.fullmatch(row.text) is None:
            continue
        listed = tuple(_listed(paragraphs, index + 1))
        places = _places(paragraphs[floor:index], {n for _, n, _ in listed})
        if listed and 2 * len(places) >= len(listed):
            for note, n, start in listed:
                yield Footnote(n, note.start, note.start + start, note.end, "", (places[n],) if n in places else ())
            floor = index + 1 + len(listed)


def _listed(paragraphs: Sequence[Paragraph], first: int) -> Iterator[tuple[Paragraph, str, int]]:
    """Yield the rows from one on that are numbered 1, 2, 3 …, with their numbers and where their text begins."""
    for number, row in enumerate(paragraphs[first:], 1):
        lead = _LEAD.match(row.text)
        if lead is None or lead["n"] != str(number):
            return
        yield row, lead["n"], lead.end()


def _places(rows: Sequence[Paragraph], numbers: set[str]) -> dict[str, tuple[int, int]]:
    """Return where the markers of these numbers stand, those glued to a word before those behind a stop."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        for match in _marks(row.text) if numbers and any(map(str.isdigit, row.text)) else ():
            if match["n"] in numbers:
                found.setdefault(match["n"], (row.start + match.start(), row.start + match.end()))
    return found


def _marks(text: str) -> Iterator[re.Match[str]]:
    return _MARKER.finditer(text)
