"""Messages that a record of no telegram gives whole: handed over in a conversation, or attached to a memorandum.

The record itself is no telegram and stays what stands round them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tei.recognise.layouts.announcing import is_salutation
from tei.recognise.layouts.documents import Document, find_documents
from tei.recognise.layouts.page import Page, Region
from tei.recognise.layouts.record_letters import attachment_at
from tei.recognise.layouts.rows import Rows
from tei.recognise.paragraphs import Paragraph
from tei.recognise.setting import setting_of
from tei.recognise.titles import read_title
from tei.regexes import regex

_MARKS: Final = "“„«\"'‘「 "


def of_conversation(region: Region, page: Page) -> tuple[tuple[Region, ...], tuple[Paragraph, ...]]:
    """Return the messages that stand in a record of no telegram, and the rows of it that stand round them."""
    title = page.capture.text[slice(*region.title_text)] if region.title_text else region.title and region.title.text
    if not title or not read_title(title).other:
        return (), ()
    if at := _attached(region.body):
        below = Region(region.body[at + 1 :], sources=region.sources, site=region.site, kind="telegram")
        return (replace(below, source_start=region.source_start),), region.body[: at + 1]
    if not any(_hands_over(*pair) for pair in pairwise(region.body)):
        return (), ()
    rows = Rows.of(page.capture.text, region.body, (), page.repositories, setting_of(page.capture))
    found = [one for one in find_documents(rows, {}) if _is_message(one)]
    made = tuple(_message(one, rows, region) for one in found)
    taken = {row for one in found for row in range(one.head.body, one.quote.last + 1 if one.quote else one.end)}
    return made, tuple(row for at, row in enumerate(rows.rows) if at not in taken)


def _attached(body: tuple[Paragraph, ...]) -> int:
    """Return where a paper heads the telegram of which it speaks, "[Attachment]" over an address; 0 where none does."""
    at = attachment_at(body)
    if not at or not any(_WIRED.search(row.text) for row in body[:at]):
        return 0
    return at if any(is_salutation(row.text) or row.text.isupper() for row in body[at + 1 : at + MAX_FORM]) else 0


_WIRED: Final = regex(r"\b(?:telegrams?|cables?|ciphergrams?|телеграмм\w{0,3})\b", re.IGNORECASE)
MAX_FORM: Final = 5


def _hands_over(above: Paragraph, row: Paragraph) -> bool:
    return above.text.endswith(":") and is_salutation(row.text.lstrip(_MARKS))


def _is_message(document: Document) -> bool:
    """Say whether what a sentence hands over calls somebody: minutes quote other things too."""
    return bool(document.head.announced) and is_salutation(document.body[0].text.lstrip(_MARKS))


def _message(document: Document, rows: Rows, region: Region) -> Region:
    told = tuple(rows.rows[at] for at in document.head.announced)
    before = (region.site_date,) if region.site_date else ()
    message = Region(document.body, announced=told, before=before, sources=region.sources, site=region.site)
    quote = document.quote
    frame = (rows.rows[quote.first].start, rows.rows[quote.last].end) if quote else None
    return replace(message, source_start=region.source_start, frame=frame)
