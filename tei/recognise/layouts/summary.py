"""A document as lists of records copy it: what it is about in a sentence, its date, its title, and then the text."""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.below_text import trailing_sources
from tei.recognise.layouts.headings import is_title
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.record_heads import tells
from tei.recognise.layouts.record_letters import parted
from tei.recognise.paragraphs import Paragraph
from tei.recognise.titles import read_title

MIN_ROWS: Final = 5
MIN_TOLD: Final = 6
MAX_SUMMARY: Final = 3


def score_summary(page: Page) -> Score:
    """Score a page by its first lines: sentences, a date, a title that names the kind of document."""
    head = _head(page)
    if head is None:
        return Score(0.0, "no summary, date and title at its head")
    return Score(0.97, "a summary, a date and a title stand over the text")


def _head(page: Page) -> tuple[int, int] | None:
    """Return the rows of the date and of the title, None where the page begins otherwise."""
    rows = [row for row, role in zip(page.paragraphs, page.roles, strict=True) if role is None]
    if len(rows) < MIN_ROWS or len(rows) != len(page.paragraphs):
        return None
    for date in range(1, MAX_SUMMARY + 1):
        if is_date_line(rows[date].text) and _is_titled(rows[date + 1]):
            told = rows[:date]
            return (date, date + 1) if all(map(_is_told, told)) else None
    return None


def _is_told(row: Paragraph) -> bool:
    return tells(row) and len(row.text.split()) >= MIN_TOLD and not is_title(row)


def _is_titled(row: Paragraph) -> bool:
    if not is_title(row):
        return False
    title = read_title(row.text)
    return title.kind is not None and bool(title.party("from") or title.party("to"))


def read_summary(page: Page) -> Regions:
    """Part a page into summary, date, title, text, and the source under it; one that has none of these is context."""
    head = _head(page)
    if head is None:
        return Regions("summary", context=page.paragraphs)
    date, title = head
    rest = page.paragraphs[title + 1 :]
    sources = trailing_sources(rest, page.repositories)
    body = tuple(row for row in rest if row not in sources)
    region = Region(body, page.paragraphs[title], None, page.paragraphs[date], page.paragraphs[:date], sources)
    return Regions("summary", parted(region))


SUMMARY: Final = Layout("summary", score_summary, read_summary)
"""Documents under their summary, date and title."""
