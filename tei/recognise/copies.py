"""Recipients of copies as an editor tells them: "2 copies were given to Vetrov, one each to Tumanova and Kashin"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tei.regexes import regex

_TOLD: Final = regex(
    r"\b(?:copies|copy)\b[^.;:]{0,80}?\b(?:given|provided|sent|went|distributed|addressed|made|passed|delivered|went)\b",
    re.IGNORECASE,
)
_COUNT: Final = {"one": 1, "a": 1, "two": 2, "twice": 2, "three": 3, "four": 4, "once": 1, "single": 1}
_COUNTED: Final = regex(r"\b(?P<count>\d|one|two|three|four)\s+(?:copies|copy)\b|\b(?:one|a copy)\s+each\b", re.I)
_TO: Final = regex(r"\bto\s+(?P<names>[A-ZÀ-ÞА-ЯЁ].*?)(?=[,;]?\s+(?:and\s+)?(?:one|two|three|four|"
                        r"\d)\s+(?:each|cop)|"
                        r"\s*[).;]|$)", re.DOTALL)  # fmt: skip
_SPLIT: Final = regex(r",?\s+and(?:\s+to)?\s+|,\s*(?:to\s+)?")
_OFTEN: Final = regex(r"\s+(?P<often>twice|once(?: each)?|three times)$", re.IGNORECASE)
_NAME: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w.’' -]{1,40}$")
_OF_ORIGINAL: Final = regex(
    r"\bcop(?:y|ies)\s+(?:was\s+|were\s+)?(?:obtained|courtesy|on file|made available|held)\b", re.I
)
"""What a citation says of the copy that a project has: nobody of the time got it."""
MAX_NAMES: Final = 30


def copies_told(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the names to whom copies went, each as often as he got one; none where no copies are told."""
    told = _TOLD.search(text)
    if told is None or _OF_ORIGINAL.search(text):
        return ()
    return tuple(_names(text, told.start()))[:MAX_NAMES]


def _names(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in _TO.finditer(text, start):
        times = _times(text, match.start())
        at = match.start("names")
        for piece in _pieces(match["names"]):
            first = text.index(piece, at)
            at = first + len(piece)
            often = _OFTEN.search(piece)
            name = piece[: often.start()] if often else piece
            count = _COUNT.get(often["often"].split()[0].lower(), 3) if often else times
            if _NAME.fullmatch(name):
                yield from [(first, first + len(name))] * count


def _pieces(names: str) -> Iterator[str]:
    yield from (piece.strip() for piece in _SPLIT.split(names) if piece.strip())


def _times(text: str, before: int) -> int:
    """Return how many copies the words before a list of names give to each."""
    counts = list(_COUNTED.finditer(text, max(0, before - 90), before))
    if not counts or counts[-1]["count"] is None:
        return 1
    word = counts[-1]["count"].lower()
    return int(word) if word.isdigit() else _COUNT.get(word, 1)
