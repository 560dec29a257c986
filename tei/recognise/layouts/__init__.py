"""Families of pages. Each scores a capture and says why; the best one reads it."""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.article import ARTICLE
from tei.recognise.layouts.cipher import CIPHER
from tei.recognise.layouts.compilation import COMPILATION
from tei.recognise.layouts.department import DEPARTMENT
from tei.recognise.layouts.dispatches import DISPATCHES
from tei.recognise.layouts.edited_letters import LETTERS
from tei.recognise.layouts.frus import FRUS
from tei.recognise.layouts.greeted import GREETED
from tei.recognise.layouts.incoming import INCOMING
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, page_of
from tei.recognise.layouts.papers import PAPERS
from tei.recognise.layouts.plain import PLAIN
from tei.recognise.layouts.record import RECORD
from tei.recognise.layouts.summary import SUMMARY
from tei.recognise.layouts.swiss import SWISS
from tei.recognise.layouts.teletype import TELETYPE
from tei.recognise.layouts.wiki_library import LIBRARY
from tei.recognise.layouts.works import WORKS

__all__ = ["LAYOUTS", "Layout", "Page", "Region", "Regions", "Score", "best_layout", "page_of"]

LAYOUTS: Final = (
    SWISS,
    LIBRARY,
    RECORD,
    FRUS,
    CIPHER,
    TELETYPE,
    INCOMING,
    DEPARTMENT,
    PAPERS,
    LETTERS,
    DISPATCHES,
    GREETED,
    WORKS,
    SUMMARY,
    ARTICLE,
    COMPILATION,
    PLAIN,
)
"""All families, in order of preference where scores are equal."""
_CERTAIN: Final = 1.0
"""No family scores a page higher."""


def best_layout(page: Page) -> tuple[Layout, Score]:
    """Return the family that fits a page best, and its score; after a certain one no other is asked."""
    best: tuple[Layout, Score] | None = None
    for layout in LAYOUTS:
        score = layout.score(page)
        if best is None or score.value > best[1].value:
            best = layout, score
        if best[1].value >= _CERTAIN:
            break
    assert best is not None
    return best
