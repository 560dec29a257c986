"""Where the title of a plain page stands: under what its site has over it, or far down, under the page's own words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import takewhile
from typing import Final

from tei.archives import Repositories
from tei.dates import find_dates
from tei.recognise import russian
from tei.recognise.chains import is_dashed
from tei.recognise.counting import count_words
from tei.recognise.layouts.announcing import is_salutation
from tei.recognise.layouts.day_lines import is_place_and_day
from tei.recognise.layouts.department_rows import is_marking
from tei.recognise.layouts.edges import MAX_ABOVE
from tei.recognise.layouts.headings import is_title, title_in
from tei.recognise.layouts.matter import is_prose
from tei.recognise.layouts.notes_of_site import is_crumbs
from tei.recognise.layouts.page import is_date_line
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.recognise.telling import speaks
from tei.recognise.titles import read_title
from tei.regexes import regex

MAX_HEADS: Final = 8
MAX_TITLE: Final = 200
MAX_LATE: Final = 20
MIN_PROSE_OF_PAGE: Final = 20
DOCUMENT_NUMBER: Final = regex(
    r"\[?(?:document|doc\.?|item|документ|док\.?|文件)\s*(?:N[º°o]\.?|№|No\.?|#)?\s*\d{1,4}\]?[.:]?|"
    r"\[?\d{1,4}\]?[.)]?|№\s*\d{1,4}\.?|"
    r"第[\d一二三四五六七八九十百]{1,5}[号號]?|[（(〔]?[一二三四五六七八九十百\d]{1,4}[）)〕、]?",
    re.IGNORECASE,
)
_SENTENCE_END: Final = regex(r"[.!?…:;,。！？：；，][”\"’')\]」』]*$")


def title_at(rows: tuple[Paragraph, ...], repositories: Repositories) -> int:
    """Return the index of the title, 0 where there is none: what stands above it names a series, a file, a document."""
    served = 0
    for index, row in enumerate(rows[: MAX_HEADS + 1]):
        served += classify(row.text) is not None or _is_of_page(row.text)
        if is_title(row) and (index - served <= MAX_ABOVE):
            return index
        if index - served > MAX_ABOVE or not _can_stand_above(row.text, repositories):
            return 0
    return 0


def _is_of_page(text: str) -> bool:
    """Say whether a line over a title counts the document, «Документ №211», or leads through the site."""
    return (len(text) > MIN_COUNTED and DOCUMENT_NUMBER.fullmatch(text) is not None) or is_crumbs(text)


def late_title(rows: tuple[Paragraph, ...], repositories: Repositories, headings: Container[int] = ()) -> int:
    """Return the row of the one title on a page that begins with words of its own, as a page of search results does.

    The title names the kind, both parties and a day, and prose stands under it; or day and salutation do. Where a
    heading of the page (`headings` are the places where they begin) names both parties, place and day need no more.
    """
    if title_in(rows[title_at(rows, repositories)]):
        return 0
    told = any(map(_is_prose_of_page, rows[:MAX_LATE]))
    short = (i for i, row in enumerate(rows[:MAX_LATE]) if len(row.text) <= MAX_LATE_TITLE)
    named = [
        i
        for i in short
        if (told and _names_all(rows[i]))
        or _is_over_letter(rows[i : i + MAX_OPENER], given=i > 0 and _gives_document(rows[i - 1].text))
        or _is_over_source(rows[i : i + MIN_OPENER], repositories)
        or (rows[i].start in headings and _is_over_place(rows[i : i + MAX_OPENER]))
    ]
    if len(named) != 1 or named[0] + 1 >= len(rows):
        return 0
    at = named[0]
    while at > 1 and (service := classify(rows[at - 1].text)) and service.type in _OF_FORM:
        at -= 1
    return at


MAX_LATE_TITLE: Final = 250
_OF_FORM: Final = ("marking", "precedence", "other", "copy")
"""What a form has over the title that an editor set under it: "TOP SECRET", "Not to be copied"."""


def late_seat(rows: tuple[Paragraph, ...], repositories: Repositories) -> int:
    """Return the row of an envoy's address under lines of another paper, as a decision has its telegram under it."""
    at = next((i for i, row in enumerate(rows[:MAX_LATE]) if row.text.isupper() and russian.is_seat(row.text)), 0)
    if not at or title_in(rows[title_at(rows, repositories)]):
        return 0
    return 0 if any(classify(row.text) is not None or is_source(row.text, repositories) for row in rows[:at]) else at


def _gives_document(text: str) -> bool:
    """Say whether a line says that a document follows: the word for it, or the number under which a volume has it."""
    return text.strip(".:") in _GIVEN or (len(text) > MIN_COUNTED and DOCUMENT_NUMBER.fullmatch(text) is not None)


MIN_COUNTED: Final = 3
_GIVEN: Final = frozenset(("DOCUMENT", "Document", "TEXT", "Text", "THE LETTER", "THE TELEGRAM", "Full text"))
"""What a page writes over the one document it gives."""


def _is_over_letter(rows: Sequence[Paragraph], *, given: bool) -> bool:
    """Say whether a title names kind and both parties, and a date and a salutation stand under it.

    `given`: the page says over the title that the document follows, which needs no salutation then, nor does a
    telegram over whose text place and day stand, or the day and a marking.
    """
    below = [row.text for row in rows[1:]]
    if len(rows) < MIN_OPENER or not (is_place_and_day(below[0]) or is_date_line(below[0])):
        return False
    title = read_title(rows[0].text) if title_in(rows[0]) else None
    if title is not None and title.kind == "telegram" and title.parties and is_marking(below[1]):
        return True
    if title is None or not (title.party("from") and title.party("to")):
        return False
    if title.kind is None:
        return is_dashed(title.text)
    wired = title.kind == "telegram" and is_place_and_day(below[0]) and any(map(is_prose, below[1:]))
    return given or wired or (len(rows) >= MAX_OPENER and any(map(is_salutation, below)))


def _is_over_place(rows: Sequence[Paragraph]) -> bool:
    """Say whether a title names both parties, and place and day stand under it, short lines between them."""
    title = read_title(rows[0].text) if title_in(rows[0]) else None
    if title is None or title.other or not (title.party("from") and title.party("to")):
        return False
    short = takewhile(lambda row: len(row.text) <= MAX_PLACE, rows[1:])
    return any(is_place_and_day(row.text) or is_date_line(row.text) for row in short)


MAX_PLACE: Final = 70


def _is_over_source(rows: Sequence[Paragraph], repositories: Repositories) -> bool:
    """Say whether a line names both parties and the day, and the archive stands under it by its label."""
    if len(rows) < MIN_OPENER or not rows[1].text.startswith(_ARCHIVE) or not is_source(rows[1].text, repositories):
        return False
    title = read_title(rows[0].text) if title_in(rows[0]) else None
    return title is not None and bool(title.party("from") and title.party("to") and find_dates(rows[0].text))


_ARCHIVE: Final = ("Archive: ", "Source: ", "Архив: ", "Источник: ")
MIN_OPENER: Final = 3
MAX_OPENER: Final = 4


def _is_prose_of_page(row: Paragraph) -> bool:
    """Say whether a paragraph is running text, as pages have it over what they show."""
    return count_words(row.text) >= MIN_PROSE_OF_PAGE


def _names_all(row: Paragraph) -> bool:
    span = title_in(row) if any(map(str.isdigit, row.text)) else None
    if span is None:
        return False
    title = read_title(row.text[slice(*span)])
    return title.kind == "telegram" and bool(title.party("from") and title.party("to") and find_dates(row.text))


def _can_stand_above(text: str, repositories: Repositories) -> bool:
    if DOCUMENT_NUMBER.fullmatch(text) or is_date_line(text) or is_source(text, repositories):
        return True
    service = classify(text)
    if service is not None and service.type in ("received", "sent"):
        return True
    if count_words(text) > 14 or _SENTENCE_END.search(text):
        return False
    return service is None or service.type != "address"


def subject_and_day(row: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """Part the line under a title that says what the telegram is on, and its day: "On the Coal of Karsk 5 May 1938"."""
    if not row.text.startswith(ON) or len(row.text) > MAX_SUBJECT or ". " in row.text or speaks(row.text):
        return None
    dates = find_dates(row.text)
    if not dates or dates[-1].end < len(row.text) or len(dates[-1].when or "") < len("1938-05-05"):
        return None
    said = row.at(0, dates[-1].start)
    return (said, row.at(dates[-1].start, len(row.text))) if len(said.text.split()) >= MIN_SUBJECT else None


ON: Final = ("On ", "Regarding ", "Concerning ", "About ")
MAX_SUBJECT: Final = 300
MIN_SUBJECT: Final = 3
