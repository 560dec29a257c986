"""Registers: a table or list that counts telegrams and holds none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.recognise.layouts.other_matter import is_contents
from tei.recognise.layouts.page import Page, is_date_line
from tei.recognise.layouts.run_in_heads import is_calendar
from tei.recognise.telling import speaks, sums_up, tells_of
from tei.recognise.titles import read_title
from tei.regexes import regex

_HEADING: Final = regex(
    r"(?:the\s+)?(?:[\w'’]+\s+){0,3}?(?:register|registry|list|index|inventory|journal|log|log-?book|table|schedule|"
    r"calendar|checklist|record book)\s+(?:of|for|no)\b[^.!?]{0,120}|"
    r"(?:реестр|журнал|опись|перечень|список|указатель|книга)\s+[^.!?]{3,120}|[^。]{0,20}(?:目录|登记簿|登記簿|一览表|一覽表)[^。]{0,20}",
    re.IGNORECASE,
)
_BETWEEN: Final = regex(r"\s*\|\s*|\t+\s*|\s{3,}")
"""What parts the cells of a row: a rule, a tab, a wide gap."""
_ENTRY: Final = regex(r"\W?\d{1,5}[\w/.-]{0,6}[.):|\s]")
_LABELLED: Final = regex(r"[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20}){0,2}\s*[:：]")
_BULLET: Final = regex(r"^[•◦▪‣·●*-]\s+")
_COUNTED: Final = regex(
    r"(?:results?:?\s*|documents?:?\s*|showing\s+)?\d{1,5}\s*(?:[-–]|to)\s*\d{1,5}\s+of\s+\d{1,6}(?:\s+\w+)?|results?:?|"
    r"search (?:results|in)(?:\s.{0,40})?|\d{1,6}\s+(?:results|documents|items)(?:\s.{0,40})?|результаты "
    r"поиска.{0,60}|检索结果.{0,20}",
    re.IGNORECASE,
)
MIN_COUNTED: Final = 2
MIN_LISTED: Final = 4
MAX_ENTRY: Final = 5
MAX_ABOVE: Final = 12
MAX_DATE: Final = 48
MIN_ROWS: Final = 3
MIN_CELLS: Final = 3
MIN_CUT: Final = 80
MAX_HEADING: Final = 140
MAX_ROW: Final = 200


def is_results(page: Page) -> bool:
    """Say whether a page lists what was found in a catalogue: date, title and what it tells, again and again.

    Two such entries do where a line counts the results, else there must be more.
    """
    if "results" in page.worked_out:
        return bool(page.worked_out["results"])
    rows = [_BULLET.sub("", row.text) for row in page.paragraphs]
    papers = "rom and to whom" in page.capture.text and any(map(_is_papers, rows))
    if (
        papers
        or any(_SHOWN.match(text) for text in rows[:MAX_SHOWN])
        or _is_cut_off(rows)
        or is_calendar(rows)
        or _sums_up(rows)
        or _is_paged(rows)
        or _is_table_of_contents(rows)
    ):
        page.worked_out["results"] = True
        return True
    starts = [
        i for i, text in enumerate(rows[:-1]) if len(text) <= MAX_DATE and is_date_line(text) and _titles(rows[i + 1])
    ]
    told = sum(i + 2 < len(rows) and tells_of(rows[i + 2], read_title(rows[i + 1])) for i in starts)
    gaps = [after - start for start, after in pairwise(starts)]
    counted = any(_COUNTED.fullmatch(text) for text in rows[:MAX_ABOVE])
    enough = MIN_COUNTED if counted else MIN_LISTED
    found = len(starts) >= enough and all(gap <= MAX_ENTRY for gap in gaps) and (counted or 2 * told >= len(starts))
    page.worked_out["results"] = found
    return found


_SHOWN: Final = regex(r"(?:Showing|Displaying)(?: items| results)?:? \d+ ?(?:[-–—]|to) ?\d+ of \d|Matching items: \d")
"""What a catalogue says over what it found: “Showing 1 - 25 of 51”."""
MAX_SHOWN: Final = 40


def _is_cut_off(rows: Sequence[str]) -> bool:
    """Say whether a page gives only the first words of what it lists: title, date, and a paragraph that breaks off."""
    cut = sum(text.endswith(("...", "…", "...’", "…’")) and len(text) >= MIN_CUT for text in rows)
    return cut >= MIN_ROWS and 2 * MIN_ROWS * cut >= len(rows) and 2 * cut >= sum(len(text) >= MIN_CUT for text in rows)


def _sums_up(rows: Sequence[str]) -> bool:
    """Say whether a page counts who wrote to whom and when, and sums up under each what he said, never in his words."""
    starts = [i for i, text in enumerate(rows) if len(text) <= MAX_HEADING and _COUNTED_TITLE.match(text)]
    starts = [i for i in starts if find_dates(rows[i]) and _names_both(rows[i].partition(" ")[2])]
    if len(starts) < MIN_LISTED:
        return False
    under = [" ".join(rows[start + 1 : after]) for start, after in pairwise((*starts, starts[-1] + 2))]
    brief = all(0 < len(text.split()) <= MAX_SUMMARY and not speaks(text) for text in under)
    return brief and 4 * sum(map(sums_up, under)) >= len(under)


def _is_paged(rows: Sequence[str]) -> bool:
    """Say whether a page is the list of documents of a volume: day, title, a line on each, and its page in a row."""
    if not any(len(text) <= MAX_DATE and _LIST_HEAD.fullmatch(text) for text in rows[:MAX_ABOVE]):
        return False
    pages = [i for i, text in enumerate(rows) if len(text) <= MAX_PAGE and text.isdecimal()]
    pages = [i for i in pages if len(rows[i]) < MAX_PAGE or not _YEAR_ALONE.match(rows[i])]
    if len(pages) < MIN_LISTED or any(int(rows[a]) > int(rows[b]) for a, b in pairwise(pages)):
        return False
    between = [rows[a + 1 : b] for a, b in pairwise(pages)]
    brief = sum(len(" ".join(texts).split()) <= MAX_SUMMARY and not any(map(speaks, texts)) for texts in between)
    return 4 * brief >= 3 * len(between)


def _is_table_of_contents(rows: Sequence[str]) -> bool:
    """Say whether under the word for it stands nothing but counted titles, and the headings of their parts."""
    head = next((i for i, text in enumerate(rows) if is_contents(text)), len(rows))
    below = rows[head + 1 :]
    others = [text for text in below if len(text) > MAX_HEADING or not _COUNTED_TITLE.match(text)]
    brief = all(len(text) <= MAX_HEADING and text[-1:] not in _STOPS for text in others)
    return brief and len(below) - len(others) >= max(MIN_LISTED, len(others)) and len(set(below)) == len(below)


_STOPS: Final = frozenset('.!?:,”"')


_LIST_HEAD: Final = regex(
    r"(?:(?:analytical|chronological|numerical|annotated|complete|full|general)\s+)?(?:list|table|index|summary)\s+of\s+"
    r"(?:the\s+)?(?:documents|papers|contents|telegrams|letters|despatches|dispatches|correspondence|messages)|"
    r"contents|page",
    re.IGNORECASE,
)
_YEAR_ALONE: Final = regex(r"1[6-9]\d\d|20\d\d")
MAX_PAGE: Final = 4


def _names_both(text: str) -> bool:
    title = read_title(text)
    return bool(title.party("from") and title.party("to"))


_COUNTED_TITLE: Final = regex(r"\d{1,3}[.)]\s[A-Z]")
MAX_SUMMARY: Final = 70


def _is_papers(text: str) -> bool:
    """Say whether a row heads the list of papers in front of a volume: “No. | From and to whom. | Date. | Subject.”."""
    return len(text) <= MAX_DATE + MAX_DATE and _PAPERS.match(text) is not None


_PAPERS: Final = regex(r"(?:No\.[\s|]*)?From and to whom\.?[\s|]*Date")


def _titles(text: str) -> bool:
    """Say whether a line under a date can be the title of an entry."""
    return len(text) <= MAX_HEADING + MAX_DATE and text[-1:] not in ".:;,!?" and len(text.split()) > 1


def is_register(page: Page) -> bool:
    """Say whether a page is a register: three rows of figures and names, side by side or under the name of a list."""
    if is_results(page):
        return True
    headed = any(_is_heading(paragraph.text) for paragraph in page.paragraphs[:12])
    if not headed and not any(sign in page.capture.text for sign in ("|", "\t", "   ")):
        return False
    lines = [line.strip() for line in page.capture.text.splitlines()]
    rows = [line for line in lines if 0 < len(line) <= MAX_ROW and _ENTRY.match(line)]
    if headed:
        return len(rows) >= MIN_ROWS and not _are_points(rows)
    return sum(len(_BETWEEN.split(row.strip("| \t"))) >= MIN_CELLS for row in rows) >= MIN_ROWS


def _is_heading(text: str) -> bool:
    return len(text) <= MAX_HEADING and _HEADING.match(text) is not None and _LABELLED.match(text) is None


def _are_points(rows: Sequence[str]) -> bool:
    """Say whether the numbered lines are points of a text, and no entries: they are sentences, or few beside prose."""
    sentences = sum(row.endswith((".", "!", "?", ";")) and len(row.split()) > 8 for row in rows)
    return 2 * sentences > len(rows)
