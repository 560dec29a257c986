"""An article: telegrams under headings or quoted between argument, with notes at the end that hold their sources."""

from __future__ import annotations

from typing import Final

from tei.recognise.furniture import Role
from tei.recognise.layouts.announcing import announces, is_prose, is_title, numbered
from tei.recognise.layouts.assembly import assemble, is_page_furniture
from tei.recognise.layouts.documents import Document, find_documents
from tei.recognise.layouts.endnotes import Notes, read_endnotes
from tei.recognise.layouts.page import Layout, Page, Regions, Score
from tei.recognise.layouts.rows import Rows
from tei.recognise.service import classify

MIN_ARGUMENT: Final = 2
"""So many paragraphs of running text outside its telegrams make an argument."""
MIN_ARGUMENT_WORDS: Final = 25


def score_article(page: Page) -> Score:
    """Score a page by what an article has: running text outside the telegrams, and notes with their sources."""
    if is_record(page):
        return Score(0.0, "the record page of an archive")
    if not _hints(page):
        return Score(0.0, "no heading or sentence hands over to a telegram")
    rows, notes = parted(page)
    documents = find_documents(rows)
    argument = argument_of(rows, documents)
    if len(argument) < MIN_ARGUMENT or (not documents and not notes.notes):
        return Score(0.0, f"{len(argument)} paragraphs of argument round {len(documents)} telegrams")
    share = sum(len(rows.rows[i].text) for i in argument) / max(1, sum(len(row.text) for row in rows.rows))
    value = 0.35 + 0.3 * bool(notes.notes) + 0.25 * min(1.0, 2 * share)
    value += 0.05 * min(2, len(documents))
    reason = f"{len(argument)} paragraphs of argument round {len(documents)} telegrams, {len(notes.notes)} notes"
    return Score(min(1.0, value), reason)


def read_article(page: Page) -> Regions:
    """Part an article into its telegrams and what is said round them."""
    rows, notes = parted(page)
    return assemble("article", page, rows, find_documents(rows), notes)


def is_record(page: Page) -> bool:
    """Say whether the page's own furniture says that it is the record of one document."""
    return page.first(Role.RECORD_BEGINS) is not None or page.first(Role.CITATION) is not None


def _hints(page: Page) -> bool:
    """Look for one line that can hand over to a telegram, cheaply: most pages have none, or one at the top."""
    paragraphs = page.paragraphs
    if len(paragraphs) < 6:
        return False
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        text = paragraph.text
        if index > 1 and len(text) <= 250 and is_title(text[numbered(text) :]):
            return True
        if index > 0 and announces(text, following):
            return True
    return False


def parted(page: Page) -> tuple[Rows, Notes]:
    """Part the notes and the furniture of a page from the rows among which telegrams are looked for."""
    text = page.capture.text
    notes = read_endnotes(text, page.paragraphs)
    kept = (i for i in range(len(page.paragraphs)) if not notes.within(i) and not is_page_furniture(page, i))
    return Rows.of(text, [page.paragraphs[i] for i in kept], notes.notes, page.repositories), notes


def argument_of(rows: Rows, documents: tuple[Document, ...]) -> list[int]:
    """Return the rows of running text that no document holds, its announcement apart."""
    taken: set[int] = set()
    for document in documents:
        taken.update(range(document.head.first, document.end))
    return [i for i in range(len(rows.rows)) if i not in taken and is_argument(rows.rows[i].text)]


def is_argument(text: str) -> bool:
    """Say whether a paragraph is somebody's running text about something."""
    return is_prose(text) and len(text.split()) >= MIN_ARGUMENT_WORDS and classify(text) is None


ARTICLE: Final = Layout("article", score_article, read_article)
"""Articles with telegrams between the argument."""
