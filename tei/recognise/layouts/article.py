"""An article: telegrams under headings or quoted between argument, with notes at the end that hold their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei.recognise.counting import count_words, is_sign
from tei.recognise.features import raised
from tei.recognise.furniture import Role
from tei.recognise.layouts.announcing import (
    announces,
    diary_owner,
    is_contents,
    is_prose,
    is_salutation,
    is_title,
    numbered,
    opens_minutes,
    tells,
)
from tei.recognise.layouts.assembly import assemble, is_page_furniture
from tei.recognise.layouts.cited import is_requisite
from tei.recognise.layouts.documents import Document, find_documents, is_counted
from tei.recognise.layouts.endnotes import Notes, read_endnotes
from tei.recognise.layouts.inset import telegrams_in
from tei.recognise.layouts.page import Layout, Page, Regions, Score
from tei.recognise.layouts.registers import is_results
from tei.recognise.layouts.rows import Rows, is_title_row
from tei.recognise.service import classify
from tei.recognise.setting import setting_of
from tei.regexes import regex

_BYLINE: Final = regex(
    r"(?i:by|introduced(?: and \w+)? by|von|par|автор:?|сообщил\w*)\s+[A-ZÀ-ÞА-ЯЁ]|"
    r"(?:[A-ZÀ-ÞА-ЯЁ]\.\s?){1,2}[A-ZÀ-ÞА-ЯЁ][\w’-]+$"
)
_AUTHOR: Final = regex(r"[A-ZÀ-ÞА-ЯЁ][\w’-]+(?:\s(?:[A-ZÀ-ÞА-ЯЁ]\.\s?)?[A-ZÀ-ÞА-ЯЁ][\w’-]+){1,2}")
"""A name and nothing else, under the heading of an article."""
OPENING: Final = 6
MAX_HEADS: Final = 8
MIN_ROWS: Final = 6
MIN_SIGNS: Final = 4
"""So many paragraphs at least has an article; in Chinese, where they are long, fewer."""
MIN_ARGUMENT: Final = 2
"""So many paragraphs of running text outside its telegrams make an argument."""
MIN_ARGUMENT_WORDS: Final = 25
MAX_CONTENTS: Final = 12


def score_article(page: Page) -> Score:
    """Score a page by what an article has: running text outside the telegrams, and notes with their sources."""
    if is_record(page):
        return Score(0.0, "the record page of an archive")
    if not _hints(page):
        return Score(0.0, "no heading or sentence hands over to a telegram")
    rows, notes = parted(page)
    documents = documents_of(page, rows)
    if documents and is_results(page):
        return Score(0.0, "a list of results")
    argument = argument_of(rows, documents)
    enough = MIN_ARGUMENT if not _is_signed_work(rows, documents) else 1
    enough = 0 if len(argument) < enough and documents and _is_of_another_kind(rows, documents) else enough
    lacking = not documents and (not notes.notes or _opens_as_telegram(rows))
    if len(argument) < enough or lacking:
        return Score(0.0, f"{len(argument)} paragraphs of argument round {len(documents)} telegrams")
    share = sum(len(rows.rows[i].text) for i in argument) / max(1, sum(len(row.text) for row in rows.rows))
    value = 0.35 + 0.3 * bool(notes.notes) + 0.25 * min(1.0, 2 * share)
    value += 0.05 * min(2, len(documents))
    reason = f"{len(argument)} paragraphs of argument round {len(documents)} telegrams, {len(notes.notes)} notes"
    return Score(min(1.0, value), reason)


def read_article(page: Page) -> Regions:
    """Part an article into its telegrams and what is said round them."""
    rows, notes = parted(page)
    return assemble("article", page, rows, documents_of(page, rows), notes)


def _is_signed_work(rows: Rows, documents: Sequence[Document]) -> bool:
    """Say whether a short page is somebody's article: it names its author, and hands over to what it quotes."""
    handed = any(document.head.announced and document.head.title is None for document in documents)
    handed = handed or (not documents and bool(rows.notes))
    if handed and any(_BYLINE.match(row.text) for row in rows.rows[:4] if len(row.text) <= 80):
        return True
    whole = handed and any(document.body[0].text.lstrip('“„«"')[:1].isupper() for document in documents)
    titled = bool(rows.notes) and (whole or any(document.head.title is not None for document in documents))
    return titled and len(rows.rows) > 1 and _AUTHOR.fullmatch(rows.rows[1].text) is not None


def _is_of_another_kind(rows: Rows, documents: Sequence[Document]) -> bool:
    """Say whether a page is minutes or a diary by its first lines, in which telegrams are handed over and quoted."""
    if not all(document.head.announced and document.quote for document in documents):
        return False
    heads = [row.text for row in rows.rows[:MAX_HEADS] if len(row.text) <= 90]
    return any(diary_owner(text) is not None or opens_minutes(text) for text in heads)


def _opens_as_telegram(rows: Rows) -> bool:
    """Say whether a page without a document of its own begins as a telegram does: what it quotes is quoted there."""
    return any(is_salutation(row.text) or is_title_row(rows, at) for at, row in enumerate(rows.bare[:OPENING]))


def is_record(page: Page) -> bool:
    """Say whether the page's own furniture says that it is the record of one document."""
    return page.first(Role.RECORD_BEGINS) is not None or page.first(Role.CITATION) is not None or is_requisite(page)


def _hints(page: Page) -> bool:
    """Look for one line that can hand over to a telegram, cheaply: most pages have none, or one at the top."""
    paragraphs = page.paragraphs
    if len(paragraphs) < (MIN_SIGNS if is_sign(paragraphs[0].text[:1] if paragraphs else "") else MIN_ROWS):
        return False
    setting = setting_of(page.capture)
    set_off = bool(setting.quotes or setting.indents)
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        text = paragraph.text
        if index > 1 and len(text) <= 250 and is_title(text[numbered(text) :]):
            return True
        if is_counted(text, following):
            return True
        if index > 0 and (announces(text, following) or next(telegrams_in(paragraph), None)):
            return True
        if set_off and index + 1 < len(paragraphs) and setting.quote(paragraphs[index + 1], loose=True) and tells(text):
            return True
    return False


def documents_of(page: Page, rows: Rows, *, unnamed: bool = False) -> tuple[Document, ...]:
    """Return the documents of a page, looked for once."""
    key = f"documents, {unnamed=}"
    if key not in page.worked_out:
        read = page.worked_out.setdefault("documents by their heads", {})
        found = find_documents(rows, read, unnamed=unnamed)
        listed = any(is_contents(row.text) for row in page.paragraphs[:MAX_CONTENTS])
        page.worked_out[key] = tuple(one for one in found if not _is_of_contents(one)) if listed else found
    documents: tuple[Document, ...] = page.worked_out[key]
    return documents


def _is_of_contents(document: Document) -> bool:
    """Say whether a title stands in a table of contents: under it come several lines, none of which is a sentence."""
    texts = [row.text for row in document.body]
    return len(texts) > 1 and not document.sources and not any(_STOPPED.search(text) for text in texts[:-1])


_STOPPED: Final = regex(r"[.!?:…»”\"。：][)\]\d]*$|^\d{1,2}[\s.]")


def parted(page: Page) -> tuple[Rows, Notes]:
    """Part the notes and the furniture of a page, once, from the rows among which telegrams are looked for."""
    if "parted" not in page.worked_out:
        page.worked_out["parted"] = _parted(page)
    found: tuple[Rows, Notes] = page.worked_out["parted"]
    return found


def _parted(page: Page) -> tuple[Rows, Notes]:
    text = page.capture.text
    notes = read_endnotes(text, page.paragraphs, raised(page.capture)) if not page.notes else Notes()
    notes = replace(notes, notes=(*notes.notes, *page.notes))
    kept = [i for i in range(len(page.paragraphs)) if not notes.within(i) and not is_page_furniture(page, i)]
    rows = Rows.of(text, [page.paragraphs[i] for i in kept], notes.notes, page.repositories, setting_of(page.capture))
    return replace(rows, footed=frozenset(_footed(kept, notes))) if notes.taken else rows, notes


def _footed(kept: Sequence[int], notes: Notes) -> Iterator[int]:
    """Yield the rows before which notes stand."""
    yield from (row for row, index in enumerate(kept) if index - 1 in notes.taken)


def argument_of(rows: Rows, documents: tuple[Document, ...]) -> list[int]:
    """Return the rows of running text that no document holds; what announces one may be such a row."""
    taken: set[int] = set()
    for document in documents:
        taken.update(range(document.head.first, document.end))
        taken.difference_update(document.head.announced)
    return [i for i in range(len(rows.rows)) if i not in taken and is_argument(rows.rows[i].text)]


def is_argument(text: str) -> bool:
    """Say whether a paragraph is somebody's running text about something."""
    return is_prose(text) and count_words(text) >= MIN_ARGUMENT_WORDS and classify(text) is None


ARTICLE: Final = Layout("article", score_article, read_article)
"""Articles with telegrams between the argument."""
