"""The record page of a digital archive, in its two usual forms.

Old form: site date, then a citation block (abstract, and the citation with the title in quotation marks), then the
text, then messages of the file viewer. New form: site date, title, text, abstract, "Document Information" with source.
"""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.furniture import Role
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, is_date_line
from tei.recognise.layouts.sources import CITATION, is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.service import classify
from tei.recognise.titles import read_title

_SITE: Final = re.compile(
    r"(?P<date>[^,]*\d{4}),\s*(?P<site>[^,\d][^,:]{3,120})(?:,\s|\.\s|$)|"
    r"(?P<date2>[A-Z]\w+ \d{1,2}, \d{4}),\s*(?P<site2>[^,\d][^,:]{3,120})(?:,\s|\.\s|$)"
)
MIN_ABSTRACT_WORDS: Final = 8


def score_record(page: Page) -> Score:
    """Score a page by the furniture of record pages: headings of citation, text and record, and menus round them."""
    roles = [role for role in page.roles if role]
    headings = {role for role in roles if role in (Role.CITATION, Role.TEXT_BEGINS, Role.RECORD_BEGINS)}
    value = min(1.0, 0.35 * len(headings) + 0.05 * len(roles))
    names = ", ".join(sorted(role.value for role in headings)) or "no headings"
    return Score(value, f"{len(roles)} lines of web furniture; {names}")


def read_record(page: Page) -> Regions:
    """Part a record page into its regions."""
    cited = _citation(page)
    return _old_form(page, cited) if cited is not None else _new_form(page)


def _citation(page: Page) -> int | None:
    """Return the index of the paragraph that cites the document with its title in quotation marks."""
    text_begins = page.last(Role.TEXT_BEGINS)
    heading = page.first(Role.CITATION)
    for index, paragraph in enumerate(page.paragraphs[: text_begins if text_begins is not None else None]):
        match = CITATION.match(paragraph.text)
        if (
            match
            and (heading is None or index > heading)
            and len(match["rest"]) > 12
            and re.search(r"\d{4}", match["rest"])
        ):
            return index
    return None


def _old_form(page: Page, cited: int) -> Regions:
    begins = page.last(Role.TEXT_BEGINS)
    start = begins if begins is not None and begins > cited else _run_of_furniture(page, cited + 1) - 1
    end = _end_of_text(page, start + 1)
    heading = page.first(Role.CITATION)
    first = heading + 1 if heading is not None and heading < cited else cited
    abstract = tuple(p for p, role in _between(page, first, cited) if role is None and not is_date_line(p.text))
    match = CITATION.match(page.paragraphs[cited].text)
    assert match is not None
    base = page.paragraphs[cited].start
    site = _SITE.match(match["rest"])
    name = (site["site"] or site["site2"]).strip() if site else ""
    source_start = base + match.start("rest") + (site.end() if site else 0)
    dates = [i for i in range(first) if page.roles[i] is None and is_date_line(page.paragraphs[i].text)]
    site_date = page.paragraphs[dates[0]] if dates else None
    region = Region(
        body=page.paragraphs[start + 1 : end],
        title_text=(base + match.start("title"), base + match.end("title")),
        site_date=site_date,
        abstract=abstract,
        sources=(page.paragraphs[cited],),
        source_start=source_start,
        site=name,
    )
    used = {*region.body, *abstract, page.paragraphs[cited], site_date}
    return _regions(page, region, used)


def _new_form(page: Page) -> Regions:
    record = page.last(Role.RECORD_BEGINS)
    begins = page.first(Role.TEXT_BEGINS)
    top = _run_of_furniture(page, 0)
    site_date = title = None
    start = top
    for index in range(top, min(top + 8, len(page.paragraphs))):
        paragraph = page.paragraphs[index]
        if page.roles[index] is not None:
            continue
        if site_date is None and title is None and is_date_line(paragraph.text):
            site_date, start = paragraph, index + 1
        elif title is None and _can_be_title(paragraph.text):
            title, start = paragraph, index + 1
        else:
            break
        if site_date and title:
            break
    start = max(start, begins + 1 if begins is not None else 0)
    end = record if record is not None and record > start else _end_of_text(page, start)
    sources = tuple(
        p
        for p, role in _between(page, end, len(page.paragraphs))
        if role is None and is_source(p.text, page.repositories)
    )
    end, abstract = _abstract_before(page, start, end)
    before = tuple(
        p for p, role in _between(page, top, start) if role is None and p not in (title, site_date) and begins
    )
    region = Region(page.paragraphs[start:end], title, None, site_date, abstract or before, sources)
    return _regions(page, region, {*region.body, title, site_date, *region.abstract, *sources})


def _can_be_title(text: str) -> bool:
    """On a record page the line after the date is the title unless it plainly is service matter or prose."""
    title = read_title(text)
    named = title.kind is not None or bool(title.party("from") or title.party("to"))
    return (
        len(text) <= 250
        and not text.startswith("[")
        and (classify(text) is None or bool(title.party("from")))
        and (named or len(text.split()) <= 16)
    )


def _abstract_before(page: Page, start: int, end: int) -> tuple[int, tuple[Paragraph, ...]]:
    """Take the last paragraph before the record heading as the abstract when it is prose after the text's end."""
    while end > start and page.roles[end - 1] is not None:
        end -= 1
    if end - start < 2:
        return end, ()
    last = page.paragraphs[end - 1]
    if len(last.text.split()) < MIN_ABSTRACT_WORDS or classify(last.text) or last.text.startswith("["):
        return end, ()
    return end - 1, (last,)


def _between(page: Page, start: int, end: int) -> list[tuple[Paragraph, Role | None]]:
    return list(zip(page.paragraphs[start:end], page.roles[start:end], strict=True))


def _run_of_furniture(page: Page, start: int) -> int:
    while start < len(page.roles) and page.roles[start] is not None:
        start += 1
    return start


def _end_of_text(page: Page, start: int) -> int:
    """Return where the trailing furniture begins: the last line that is none ends the text."""
    end = len(page.paragraphs)
    while end > start and page.roles[end - 1] is not None:
        end -= 1
    record = next((i for i in range(start, end) if page.roles[i] in (Role.RECORD_BEGINS, Role.RIGHTS)), end)
    return min(end, record)


def _regions(page: Page, region: Region, used: set[Paragraph | None]) -> Regions:
    """Call furniture what no region took and what stands with the page's own apparatus; the rest is context."""
    body_end = region.body[-1].end if region.body else 0
    body_start = region.body[0].start if region.body else 0
    furniture: list[Paragraph] = []
    context: list[Paragraph] = []
    for paragraph, role in zip(page.paragraphs, page.roles, strict=True):
        if paragraph in used:
            continue
        apparatus = paragraph.start >= body_end or paragraph.end <= body_start
        (furniture if role is not None or apparatus else context).append(paragraph)
    telegrams = (region,) if region.body else ()
    return Regions("record", telegrams, tuple(furniture), tuple(context))


RECORD: Final = Layout("record", score_record, read_record)
