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
from tei.recognise.parts import joined
from tei.regexes import regex

_RULE: Final = regex(r"[_—–-]{5,}|_")
_LEAD: Final = regex(r"(?P<n>\d{1,3})\s+(?=[^\s|])")
_MARKER: Final = regex(r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?»”\")\]…]))(?P<n>\d{1,3})(?=[\s.,;:!?»”\")\]]|$)")


_BRACKETED: Final = regex(r"(?<=\S)\s\[(?P<n>\d{1,3})\]")
Listed = tuple[Paragraph, str, int]


def ruled_notes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
    """Return the notes of a page that stand under its rules, each with the span of its marker."""
    if "_____" not in text and "—————" not in text and "-----" not in text and "\n_\n" not in text:
        return ()
    return tuple(_notes(paragraphs))


def _notes(paragraphs: Sequence[Paragraph]) -> Iterator[Footnote]:
    floor = 0
    for index, row in enumerate(paragraphs):
        if not _is_rule(row):
            continue
        listed = tuple(_listed(paragraphs, index + 1))
        listed = _with_rest(listed, paragraphs, index + 1) if len(row.text) == 1 else listed
        places = _places(paragraphs[floor:index], {n for _, n, _ in listed})
        if listed and 2 * len(places) >= len(listed):
            for note, n, start in listed:
                yield Footnote(n, note.start, note.start + start, note.end, "", (places[n],) if n in places else ())
            floor = _behind(paragraphs, index + 1, listed)


def _with_rest(listed: tuple[Listed, ...], paragraphs: Sequence[Paragraph], first: int) -> tuple[Listed, ...]:
    """Let the last note run on to a rule of one stroke that closes the notes a line or two below it."""
    after = _behind(paragraphs, first, listed)
    rule = next((at for at in range(after, min(after + MAX_REST + 1, len(paragraphs))) if _is_rule(paragraphs[at])), 0)
    if not listed or rule <= after:
        return listed
    last, number, start = listed[-1]
    return (*listed[:-1], (joined(last, paragraphs[rule - 1]), number, start))


def _behind(paragraphs: Sequence[Paragraph], first: int, listed: Sequence[Listed]) -> int:
    end = listed[-1][0].end if listed else 0
    return next((at for at in range(first, len(paragraphs)) if paragraphs[at].start >= end), len(paragraphs))


def _is_rule(row: Paragraph) -> bool:
    return row.text[:5] in _RULES and _RULE.fullmatch(row.text) is not None


_RULES: Final = ("_____", "—————", "–––––", "-----", "_")
MAX_REST: Final = 2


def _listed(paragraphs: Sequence[Paragraph], first: int) -> Iterator[Listed]:
    """Yield the rows from one on that are numbered 1, 2, 3 …, with their numbers and where their text begins.

    A row right under a note that has no stop yet goes on with it.
    """
    held: Listed | None = None
    number = 1
    for row in paragraphs[first:]:
        lead = _LEAD.match(row.text)
        if lead and lead["n"] == str(number):
            if held:
                yield held
            held, number = (row, lead["n"], lead.end()), number + 1
        elif held and not row.blank_before and held[0].text[-1:] not in _STOPS:
            held = (joined(held[0], row), *held[1:])
        else:
            break
    if held:
        yield held


_STOPS: Final = tuple('.!?…:”"»)]')


def _places(rows: Sequence[Paragraph], numbers: set[str]) -> dict[str, tuple[int, int]]:
    """Return where the markers of these numbers stand, those glued to a word before those behind a stop."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        for match in _marks(row.text) if numbers and any(map(str.isdigit, row.text)) else ():
            if match["n"] in numbers:
                found.setdefault(match["n"], (row.start + _start(match), row.start + match.end()))
    return found


def _start(match: re.Match[str]) -> int:
    return match.start() + match[0][0].isspace()


def _marks(text: str) -> Iterator[re.Match[str]]:
    return (_BRACKETED if "[" in text and _BRACKETED.search(text) else _MARKER).finditer(text)
