"""Notes right under the text of a record, without a heading: told from its summary by form or by their marker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_IN_BRACKETS: Final = r"\[(?P<n>\d{1,2})\](?:\s+\S|[\u3400-\u9fff])"
_BRACKETED: Final = regex(_IN_BRACKETS)
_NOTED: Final = regex(rf"{_IN_BRACKETS}|\d{{1,2}}\s[A-Z][a-z]+\s[a-z]|NOTE OF [A-Z]{{2,5}}:")
"""A note under the text, "[2] Ambassador in Oslo.", "2 Possibly his son.": what is under the notes is the page's."""
_COUNTED: Final = regex(r"(?P<n>\d{1,2})\s(?=[A-ZÀ-ÞĀ-Ž“\"])[^\n]{3,300}\.")


def is_note(text: str) -> bool:
    """Say whether a line is a note by its form alone."""
    return _NOTED.match(text) is not None


def is_called_note(text: str, body: Iterable[Paragraph]) -> bool:
    """Say whether a line is a note, "2 Axel Pell, head of the desk.", by its number at a word above it."""
    if is_note(text):
        return True
    match = _COUNTED.fullmatch(text) if text[:1].isdigit() else None
    if match is None:
        return False
    glued = re.compile(rf"[^\W\d_]{{2}}[.,”\"’)]?{match['n']}(?![\d.:])")
    return any(row.text != text and glued.search(row.text) for row in body)


def under_text(body: list[Paragraph]) -> int:
    """Return the row after the text and what states its source, before the notes that end a record's text."""
    end = len(body)
    while end > 1 and is_called_note(body[end - 1].text, body):
        end -= 1
    return end


def strays_before(body: list[Paragraph]) -> int:
    """Return how many rows open a text that are notes of its other version: the text has notes of that number."""
    first = next((i for i, row in enumerate(body) if not _BRACKETED.match(row.text)), len(body))
    numbers = {match["n"] for row in body[first:] if (match := _BRACKETED.match(row.text))}
    return first if all(row.text[1 : row.text.index("]")] in numbers for row in body[:first]) else 0
