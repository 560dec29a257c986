"""The older record page: site date, abstract, a citation with the title in quotation marks, then the text."""

from __future__ import annotations

import re
from typing import Final

from tei.recognise.furniture import MORE, Role, is_language_name
from tei.recognise.layouts.edges import is_source_label
from tei.recognise.layouts.fields import Field, read_field
from tei.recognise.layouts.matter import Matter, is_prose, sweep
from tei.recognise.layouts.notes_of_site import is_site_talk
from tei.recognise.layouts.page import Page, Region, Regions, furnished, is_date_line
from tei.recognise.layouts.record_heads import tells
from tei.recognise.layouts.sources import CITATION, QUOTES, is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.telling import tells_of
from tei.recognise.titles import Title, read_title
from tei.regexes import regex

MAX_ABOVE: Final = 2
"""So many lines may stand over a citation that opens a page."""
MAX_TOLD: Final = 3
_BACK_FIELDS: Final = (Field.SOURCE, Field.RECORD, Field.RIGHTS)
"""Labels on a line of their own that only the record of a document has: they end its text."""
_SITE: Final = regex(
    r"(?P<date>[^,]{0,40}\d{4}),\s*(?P<site>[^,\d][^,:]{3,120})(?:,\s|\.\s|$)|"
    r"(?P<date2>[A-Z]\w+ \d{1,2}, \d{4}),\s*(?P<site2>[^,\d][^,:]{3,120})(?:,\s|\.\s|$)"
)
MAX_TITLED: Final = 12


def is_requisite(page: Page) -> bool:
    """Say whether the title of one telegram stands over the fields of a Russian record, «Реквизиты»."""
    if "Реквизиты" not in page.capture.text:
        return False
    rows = page.paragraphs
    at = [i for i, row in enumerate(rows) if row.text.rstrip(":") == "Реквизиты"]
    return len(at) == 1 and 0 < at[0] <= MAX_TITLED and bool(read_title(rows[at[0] - 1].text).party("to"))


def citation_of(page: Page) -> int | None:
    """Return the index of the paragraph that cites the document with its title in quotation marks.

    It stands under the heading of the citation or over that of the text; one that names a source goes before others.
    Without such headings it opens the page, and its title names the parties.
    """
    text_begins = page.last(Role.TEXT_BEGINS)
    found = [
        index
        for index, paragraph in enumerate(page.paragraphs)
        if paragraph.text.startswith(QUOTES)
        and (match := CITATION.match(paragraph.text))
        and len(match["rest"]) > 12
        and re.search(r"\d{4}", match["rest"])
    ]
    if not found:
        return None
    if page.first(Role.CITATION) is None and text_begins is None and not _opens_page(page, found[0]):
        return None
    sourced = [index for index in found if is_source(page.paragraphs[index].text, page.repositories)]
    return (sourced or found)[0]


def _opens_page(page: Page, index: int) -> bool:
    match = CITATION.match(page.paragraphs[index].text)
    if match is None or index > MAX_ABOVE or not is_source(match["rest"], page.repositories):
        return False
    title = read_title(match["title"])
    return title.kind is not None and bool(title.party("from") and title.party("to"))


def read_cited(page: Page, cited: int) -> Regions:
    """Part a page whose citation stands at `cited`, before the text or after it."""
    begins = page.last(Role.TEXT_BEGINS)
    begins = _scan_begins(page) if begins is None else begins
    heading = page.first(Role.CITATION)
    before = heading is not None and heading < cited and _is_text(page, 0, heading) and not _is_text(page, cited + 1)
    over = begins + 1 if heading is not None and begins is not None and begins < heading else 0
    before = before or (
        over > 0 and heading is not None and any(is_prose(row.text) for row in page.paragraphs[over:heading])
    )
    start, end = _text_before(page, heading or 0, over) if before else _text_after(page, cited, begins)
    first = heading + 1 if heading is not None and heading < cited else cited
    front = range(start) if before else range(first, cited)
    under = tuple(
        row for row in page.paragraphs[end - 1 : end] if before and end > start + 1 and is_source_label(row.text)
    )
    end -= len(under)
    abstract, labels = _abstract(page, front)
    if not abstract and not before and first > cited - 1 and heading is not None:
        abstract = _told_above(page, heading)
    telling = start < end and begins is None and not before and not abstract
    if telling and tells_of(page.paragraphs[start].text, _title_of(page, cited)):
        abstract, start = (page.paragraphs[start],), start + 1
    between = sweep(page, range(cited + 1, start)) if start > cited else Matter()
    if not abstract and (told := between.abstract or (_told_between(between) if begins is not None else [])):
        abstract = tuple(told)
        labels += tuple(row for row in between.furniture if read_field(row.text))
    dates = [
        i for i in range(start if before else first) if page.roles[i] is None and is_date_line(page.paragraphs[i].text)
    ]
    citation = page.paragraphs[cited]
    match = CITATION.match(citation.text)
    assert match is not None
    site = _SITE.match(match["rest"])
    named = (site["site"] or site["site2"]).strip() if site else ""
    site = None if named.isupper() and len(named.split()) == 1 else site  # the abbreviation of an archive
    region = Region(
        body=page.paragraphs[start:end],
        title_text=(citation.start + match.start("title"), citation.start + match.end("title")),
        site_date=page.paragraphs[dates[0]] if dates else _own_date(citation, match, site),
        abstract=abstract,
        sources=(*under, citation, *between.sources),
        source_start=citation.start + match.start("rest") + (site.end() if site else 0),
        site=named if site else "",
    )
    return furnished("record", page, region, labels)


def _scan_begins(page: Page) -> int | None:
    """Return where "Scan of Original Document" stands alone over the text that was read off the scan."""
    last = len(page.paragraphs) - 1
    rows = (i for i in reversed(range(last)) if page.roles[i] is Role.MENU)
    return next((i for i in rows if page.paragraphs[i].text[:7].lower() == "scan of"), None)


def _title_of(page: Page, cited: int) -> Title:
    match = CITATION.match(page.paragraphs[cited].text)
    return read_title(match["title"] if match else "")


def _own_date(citation: Paragraph, match: re.Match[str], site: re.Match[str] | None) -> Paragraph | None:
    """Return the date that the citation itself gives after the title, where the page has no line for it."""
    if site is None:
        return None
    start, end = site.span("date" if site["date"] else "date2")
    date = citation.at(match.start("rest") + start, match.start("rest") + end)
    return date if is_date_line(date.text) else None


def _abstract(page: Page, indices: range) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the lines of the abstract among those before the citation, and labels before it."""
    abstract: list[Paragraph] = []
    labels: list[Paragraph] = []
    for index in indices:
        paragraph = page.paragraphs[index]
        labelled = read_field(paragraph.text)
        if labelled is not None and labelled.alone:
            labels.append(paragraph)
        elif labelled is not None:
            labels.append(paragraph.at(0, labelled.start))
            abstract.append(paragraph.at(labelled.start, len(paragraph.text)))
        elif page.roles[index] is None and not is_date_line(paragraph.text) and not CITATION.match(paragraph.text):
            abstract.append(paragraph)
    return tuple(abstract), tuple(labels)


def _told_between(between: Matter) -> list[Paragraph]:
    """Return the summary that lost its label: prose between the citation and the heading of the text."""
    told = [row for row in between.loose if is_prose(row.text) and tells(row) and not is_site_talk(row.text)]
    return told if len(told) <= MAX_TOLD else []


def _told_above(page: Page, heading: int) -> tuple[Paragraph, ...]:
    """Return the abstract that stands between date or title and the heading of the citation, as newer pages have it."""
    dated = next((i for i in range(heading) if is_date_line(page.paragraphs[i].text)), None)
    if dated is None:
        return ()
    rows = (page.paragraphs[i] for i in range(dated + 1, heading) if page.roles[i] is None)
    told = [row for row in rows if tells(row) and is_prose(row.text) and not is_site_talk(row.text)]
    return tuple(told) if len(told) <= MAX_TOLD else ()


def _is_text(page: Page, start: int, end: int | None = None) -> bool:
    return any(role is None for role in page.roles[start:end])


def _text_after(page: Page, cited: int, begins: int | None) -> tuple[int, int]:
    start = _past_furniture(page, (begins if begins is not None and begins > cited else cited) + 1)
    return start, _end_of_text(page, start)


def _text_before(page: Page, heading: int, start: int = 0) -> tuple[int, int]:
    """Return the text of a page that cites it at its end: after title, date, abstract, the heading of the text."""
    while start < heading and (page.roles[start] is not None or _is_front(page, start)):
        start += 1
    return start, heading


def _is_front(page: Page, index: int) -> bool:
    text = page.paragraphs[index].text
    under_label = index > 0 and (above := read_field(page.paragraphs[index - 1].text)) is not None and above.alone
    return under_label or is_date_line(text) or CITATION.match(text) is not None or read_field(text) is not None


def _past_furniture(page: Page, start: int) -> int:
    while start < len(page.roles) and (page.roles[start] is not None or is_language_name(page.paragraphs[start].text)):
        start += 1
    return start


def _end_of_text(page: Page, start: int) -> int:
    """Return where the trailing furniture begins: the last line that is none ends the text."""
    end = len(page.paragraphs)
    while end > start and (page.roles[end - 1] is not None or is_site_talk(page.paragraphs[end - 1].text)):
        end -= 1
    return next((i for i in range(start + 1, end) if _begins_record(page, i)), end)


def _begins_record(page: Page, index: int) -> bool:
    """Say whether the page's own matter begins with a line: a heading of the record, "Related Documents", a label."""
    role, text = page.roles[index], page.paragraphs[index].text
    if role is not None:
        return role in (Role.RECORD_BEGINS, Role.RIGHTS) or (role is Role.MENU and MORE.fullmatch(text) is not None)
    labelled = read_field(text)
    return labelled is not None and labelled.alone and labelled.field in _BACK_FIELDS
