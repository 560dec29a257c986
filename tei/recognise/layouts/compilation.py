"""A collection or a diary: telegrams and letters one after another, each with its heading and its source."""

from __future__ import annotations

from typing import Final

from tei.recognise.layouts.article import argument_of, documents_of, is_record, parted
from tei.recognise.layouts.assembly import assemble
from tei.recognise.layouts.diaries import diary_owner
from tei.recognise.layouts.documents import Document
from tei.recognise.layouts.page import Layout, Page, Regions, Score
from tei.recognise.layouts.registers import is_results
from tei.recognise.layouts.rows import Rows

MIN_DOCUMENTS: Final = 2
MIN_PARAGRAPHS: Final = 6


def score_compilation(page: Page) -> Score:
    """Score a page by its documents: two or more, headed or announced, with a source line each."""
    if len(page.paragraphs) < MIN_PARAGRAPHS or is_record(page):
        return Score(0.0, "a single document")
    rows, notes = parted(page)
    documents = _documents(page, rows)
    if len(documents) < MIN_DOCUMENTS:
        return Score(0.0, f"{len(documents)} documents")
    if is_results(page):
        return Score(0.0, "a list of results")
    sourced = sum(bool(document.sources) for document in documents)
    titled = sum(document.head.title is not None for document in documents)
    argument = argument_of(rows, documents)
    value = 0.5 + 0.3 * sourced / len(documents) + 0.15 * titled / len(documents)
    value += 0.2 * any(diary_owner(row.text) is not None for row in rows.rows[:6] if len(row.text) <= 90)
    value -= 0.1 * max(0, len(argument) - len(documents)) + 0.1 * bool(notes.notes and not sourced)
    return Score(
        max(0.25, min(1.0, value)),
        f"{len(documents)} documents, {sourced} with a source line, {len(argument)} paragraphs between them",
    )


def read_compilation(page: Page) -> Regions:
    """Part a collection into its documents and the words between them."""
    rows, notes = parted(page)
    return assemble("compilation", page, rows, _documents(page, rows), notes)


def _documents(page: Page, rows: Rows) -> tuple[Document, ...]:
    """Return the documents; one that nothing names counts only with a source, or between others."""
    found = documents_of(page, rows, unnamed=True)
    named = sum(bool(d.head.announced or d.head.labels or d.sources) or d.head.title is not None for d in found)
    return found if named >= MIN_DOCUMENTS else ()


COMPILATION: Final = Layout("compilation", score_compilation, read_compilation)
"""Collections of documents and diaries."""
