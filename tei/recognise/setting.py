"""How a page sets its paragraphs: which are headings, which stand set off from the rest as quotations do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tei.model import Capture, Feature, FeatureKind
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

Extent = tuple[int, int]

_MOVED_IN: Final = regex(r"(?:^(?:[ \t]{3,}|\t)\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
MOST: Final = 0.9
"""What takes so much of a page is the page's frame and sets nothing off."""
HALF: Final = 0.5
"""A page with so much of it moved in is set so from first to last."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The headings of a page, the passages that its form marks as quotations, and those that are only moved in."""

    headings: tuple[Feature, ...] = ()
    quotes: tuple[Extent, ...] = ()
    indents: tuple[Extent, ...] = ()

    def level(self, paragraph: Paragraph) -> int:
        """Return the level of a heading, 1 for the title of the whole, 0 for a paragraph that is none."""
        if not self.headings:
            return 0
        index = bisect_right(self.headings, paragraph.start, key=_start) - 1
        here = self.headings[index] if index >= 0 else None
        if here is None or here.end < paragraph.end:
            return 0
        return int(here.value) if here.value.isdigit() else 1

    def quote(self, paragraph: Paragraph, *, loose: bool = False) -> int:
        """Return a number for the quotation in which a paragraph stands, 0 where it stands in none.

        `loose`: being moved in is enough, as it is where the words before hand over to a telegram.
        """
        return _holder(self.quotes, paragraph) or (-_holder(self.indents, paragraph) if loose else 0)


def _start(feature: Feature) -> int:
    return feature.start


def _first(extent: Extent) -> int:
    return extent[0]


def _holder(extents: tuple[Extent, ...], paragraph: Paragraph) -> int:
    index = bisect_right(extents, paragraph.start, key=_first) - 1 if extents else -1
    return index + 1 if index >= 0 and paragraph.start < extents[index][1] else 0


def setting_of(capture: Capture) -> Setting:
    """Return how a capture is set; neighbouring quoted paragraphs are one quotation."""
    if not capture.features:
        return Setting(indents=_of_lines(capture.text))
    quotes = ((one.start, one.end) for one in capture.features if one.kind is FeatureKind.QUOTE)
    moved = ((one.start, one.end) for one in capture.features if "indent" in dict(one.attributes))
    return Setting(
        capture.featured(FeatureKind.HEADING),
        tuple(_joined(capture.text, quotes, MOST)),
        tuple(_joined(capture.text, moved, HALF)),
    )


def _joined(text: str, extents: Iterable[Extent], most: float) -> Iterator[Extent]:
    joined: list[Extent] = []
    for start, end in extents:
        if joined and (start < joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    if sum(end - start for start, end in joined) < most * len(text):
        yield from joined


def _of_lines(text: str) -> tuple[Extent, ...]:
    """Return the passages of a plain text whose lines are moved in, one by one where blank lines part them."""
    if "\n   " not in text and "\n\t" not in text:
        return ()
    return tuple(_joined(text, (match.span() for match in _MOVED_IN.finditer(text)), HALF))
