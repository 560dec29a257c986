"""A telegram by itself: perhaps a heading, then the telegram, then perhaps a line that says where it is kept."""

from __future__ import annotations

from typing import Final

from tei.archives import Repositories
from tei.recognise.division import only_brackets
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.sources import is_labelled_source, is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.recognise.titles import looks_like_title

MAX_HEAD: Final = 4
MAX_TAIL: Final = 6


def score_plain(page: Page) -> Score:
    """Fit any page a little: this family is for everything that no other knows."""
    return Score(0.2, f"{len(page.paragraphs)} paragraphs and no form that another family knows")


def read_plain(page: Page) -> Regions:
    """Part a plain page: furniture at both ends, a heading, the telegram, its source."""
    start, end = _trim(page)
    rows = page.paragraphs[start:end]
    title, site_date, head = _head(rows)
    rest = rows[head:]
    sources = _tail(rest, page.repositories)
    body = tuple(row for row in rest if row not in sources)
    region = Region(body, title, None, site_date, (), sources)
    furniture = (*page.paragraphs[:start], *page.paragraphs[end:])
    return Regions("plain", (region,) if body else (), furniture, rows if not body else ())


def _trim(page: Page) -> tuple[int, int]:
    start, end = 0, len(page.paragraphs)
    while start < end and page.roles[start] is not None:
        start += 1
    while end > start and page.roles[end - 1] is not None:
        end -= 1
    return start, end


def _head(rows: tuple[Paragraph, ...]) -> tuple[Paragraph | None, Paragraph | None, int]:
    """Return the title, a date line of the page and where the telegram begins.

    A date above or right below a title is the page's; a date without a title is the telegram's own dateline.
    """
    title = date = None
    index = 0
    while index < min(MAX_HEAD, len(rows) - 1):
        text = rows[index].text
        if title is None and looks_like_title(text) and not classify(text):
            title = rows[index]
        elif date is None and is_date_line(text) and (title is not None or _title_follows(rows, index)):
            date = rows[index]
        else:
            break
        index += 1
    return title, date, index


def _title_follows(rows: tuple[Paragraph, ...], index: int) -> bool:
    return index + 1 < len(rows) and looks_like_title(rows[index + 1].text) and not classify(rows[index + 1].text)


def _tail(rows: tuple[Paragraph, ...], repositories: Repositories) -> tuple[Paragraph, ...]:
    """Return the source lines at the end; editors' notes in brackets may stand among them and stay with the text."""
    sources: list[Paragraph] = []
    for row in reversed(rows[max(1, len(rows) - MAX_TAIL) :]):
        if is_source(row.text, repositories) or is_labelled_source(row.text):
            sources.insert(0, row)
        elif not only_brackets(row.text):
            break
    return tuple(sources)


PLAIN: Final = Layout("plain", score_plain, read_plain)
