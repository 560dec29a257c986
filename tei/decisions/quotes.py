"""Words that an editor quotes from the page are found again, however the quotation marks and the spaces were typed."""

from __future__ import annotations

from bisect import bisect_left
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from tei.regexes import regex

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞", '"'),
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": ".",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)
_RUN: Final = regex(r"\s+|-{2,}|\.{2,}")
_BEHIND: Final = regex(r"(?:[^\w\s\[(（【「『“„«]|\[\d{1,3}\](?!\w))*(?:(?<=\W)\d{1,3}(?![\w.]))?")
_WORDS: Final = regex(r"\w+")
_PLAIN_LETTER: Final = regex(r"[^\W_\u3040-\u9fff\uac00-\ud7af]")


class Passages:
    """The text of a page, ready to be searched for quotations."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, quote: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
        """Return the spans at which a quotation stands, capitals as written where that finds any."""
        last = len(self.text) if end is None else end
        wanted = folded(quote)[0].strip()
        found = self._search(self._folded[0], wanted) or self._search(_small(self._folded[0]), _small(wanted))
        return tuple(span for span in found if start <= span[0] and span[1] <= last)

    @cached_property
    def _folded(self) -> tuple[str, tuple[int, ...]]:
        return folded(self.text)

    def _search(self, words: str, wanted: str) -> list[tuple[int, int]]:
        places, at = self._folded[1], words.find(wanted) if wanted else -1
        found: list[tuple[int, int]] = []
        while at >= 0:
            found.append((places[at], self._behind(places[at + len(wanted) - 1])))
            at = words.find(wanted, at + max(1, len(wanted)))
        return found

    def _behind(self, last: int) -> int:
        """Return where a quotation ends whose last character begins at an offset: "..." is one character there."""
        run = _RUN.match(self.text, last)
        return run.end() if run and not run.group().isspace() else last + 1

    def line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return a span with its first and last word completed, and with the stops and the marker behind it."""
        while start and _letters(self.text, start - 1) and _letters(self.text, start):
            start -= 1
        while end < len(self.text) and _letters(self.text, end - 1) and _letters(self.text, end):
            end += 1
        behind = _BEHIND.match(self.text, end)
        return start, behind.end() if behind else end

    def is_whole(self, start: int, end: int) -> bool:
        """Say whether a span begins and ends with whole words."""
        return not (start and _letters(self.text, start - 1) and _letters(self.text, start)) and not (
            end < len(self.text) and _letters(self.text, end - 1) and _letters(self.text, end)
        )

    def is_line(self, start: int, end: int) -> bool:
        """Say whether a span stands on a line by itself, marks of punctuation aside."""
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        after = self.text[end : (self.text.find("\n", end) + 1 or len(self.text) + 1) - 1]
        return not any(map(str.isalnum, before + after))

    def nearest(self, quote: str) -> tuple[int, str] | None:
        """Return the passage that is most like a quotation, and its line; None where nothing is much like it."""
        wanted = [word.lower() for word in _WORDS.findall(quote)]
        marks = list(_WORDS.finditer(self.text))
        if not wanted or not marks:
            return None
        best, at = 0.0, 0
        known = set(wanted)
        matcher = SequenceMatcher(b=" ".join(wanted), autojunk=False)
        for index in _candidates([mark.group().lower() for mark in marks], wanted, known):
            words = " ".join(mark.group().lower() for mark in marks[index : index + len(wanted)])
            matcher.set_seq1(words)
            if matcher.real_quick_ratio() > best and (ratio := matcher.ratio()) > best:
                best, at = ratio, index
        if best < 0.6:
            return None
        start, end = marks[at].start(), marks[min(at + len(wanted), len(marks)) - 1].end()
        return self.line(start), " ".join(self.text[start:end].split())


MAX_CANDIDATES: Final = 2000


def _candidates(words: list[str], wanted: list[str], known: set[str]) -> list[int]:
    """Return where a passage like the wanted one may begin: where its words come thickest."""
    places = [index for index, word in enumerate(words) if word in known]
    starts = {max(0, index - ahead) for index in places for ahead in range(min(len(wanted), 12))}
    scored = sorted(starts or set(range(len(words))))
    if len(scored) <= MAX_CANDIDATES:
        return scored
    width = len(wanted)
    return sorted(scored, key=lambda one: bisect_left(places, one) - bisect_left(places, one + width))[:MAX_CANDIDATES]


def _small(text: str) -> str:
    """Return a text in small letters, each where it was: a few letters have two in the other case."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _letters(text: str, offset: int) -> bool:
    return _PLAIN_LETTER.match(text, offset) is not None


def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text with white space, quotation marks and dashes made alike, and where each character stood."""
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for match in _RUN.finditer(text):
        _copy(text, position, match.start(), pieces, places)
        run = match.group()
        pieces.append(" " if run.isspace() else run[0])
        places.append(match.start())
        position = match.end()
    _copy(text, position, len(text), pieces, places)
    return "".join(pieces), tuple(places)


def _copy(text: str, start: int, end: int, pieces: list[str], places: list[int]) -> None:
    made = text[start:end].translate(_ALIKE)
    pieces.append(made)
    if len(made) == end - start:
        places.extend(range(start, end))
    else:
        places.extend(at for at in range(start, end) if text[at].translate(_ALIKE))
