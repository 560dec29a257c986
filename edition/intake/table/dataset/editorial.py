"""What an editor put into a text, and words of other languages: read back from the words of a data set.

A data set says of each word why it was added and in which language it is; what stands between brackets there was
`supplied` or a `gap`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from edition.intake.table.dataset.package import Row
from edition.intake.table.dataset.values import Text

_REASONS: Final = frozenset(("identification", "sense", "original", "editorial", "conjecture", "translation"))


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a part: `added` is why the editor put them there, `lang` their language where it is another."""

    part: str
    start: int
    end: int
    added: str = ""
    lang: str = ""


def is_telling(row: Row) -> bool:
    """Say whether a word may tell more than its text does."""
    return bool(row["added"] or row["lang"])


def editorial_spans(rows: Iterable[Row], texts: Sequence[Text], lang: str) -> Iterator[Span]:
    """Yield what was added, brackets included, and what is in another language than its part."""
    parts = {text.part: text for text in texts}
    words = [row for row in rows if row["part"] in parts]
    for (part, added, _), group in groupby(words, lambda row: (row["part"], row["added"], _element(row))):
        if added in _REASONS or added == "gap":
            yield _bracketed(part, added, list(group), parts[part].text)
    for (part, other), group in groupby(words, lambda row: (row["part"], row["lang"])):
        if other and other != (parts[part].lang or lang):
            found = list(group)
            yield Span(part, int(found[0]["start"]), int(found[-1]["end"]), lang=other)


def _element(row: Row) -> str:
    """Return the element that was added, or that a word is in: what is inside of it belongs to it."""
    steps = row["path"].split("/")
    at = next((at for at, step in enumerate(steps) if step.startswith(("tei:supplied", "tei:gap"))), len(steps))
    return "/".join(steps[: at + 1])


def _bracketed(part: str, added: str, words: Sequence[Row], text: str) -> Span:
    """Return a span with the brackets round it, and the signs between these and its words."""
    start, end = int(words[0]["start"]), int(words[-1]["end"])
    opening = text.rfind("[", 0, start + 1)
    closing = text.find("]", end - 1)
    line = text.rfind("\n", 0, start)
    if opening > line and closing >= 0 and not any(sign.isalnum() for sign in text[opening:start] + text[end:closing]):
        start, end = opening, closing + 1
    return Span(part, start, end, added)
