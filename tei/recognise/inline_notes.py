"""Notes that stand in the text where their marker was: "{{* See doc. 12.}}", as data bases write the notes of books."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tei.model import Attributes, Mark, Owner
from tei.regexes import regex

_NOTE: Final = regex(r"\{\{\s*(?P<n>\*{1,5}|\d{1,3}|[a-zа-я](?=[).]))?[).]?\s*(?P<words>[^{}]*?)\s*\}\}")


def inline_notes(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Mark]:
    """Yield a footnote for each note in double braces; notes without a sign of their own are counted."""
    count = 0
    for start, end in spans:
        if text.find("{{", start, end) < 0:
            continue
        for match in _NOTE.finditer(text, start, end):
            if not match["words"]:
                continue
            count += 1
            n = match["n"] or str(count)
            told: Attributes = (("type", "footnote"), ("n", n), ("place", "foot"), ("xml:id", f"note-in-text-{count}"))
            yield Mark(match.start(), match.end(), "note", told, *match.span("words"), Owner.NOTE)
