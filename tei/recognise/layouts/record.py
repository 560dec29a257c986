"""The record page of a digital archive or catalogue.

Two forms are common. Older pages cite the document with its title in quotation marks and then give the text (`cited`).
Newer ones give date, title, text, abstract, and the source under a heading such as "Document Information"; catalogues
label every line.
"""

from __future__ import annotations

from typing import Final

from tei.recognise.datelines import dateline
from tei.recognise.furniture import Role
from tei.recognise.layouts.cited import citation_of, read_cited
from tei.recognise.layouts.fields import Field, read_field
from tei.recognise.layouts.headings import is_title
from tei.recognise.layouts.matter import Matter, is_prose, sweep
from tei.recognise.layouts.page import Layout, Page, Region, Regions, Score, furnished, is_date_line
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing, salutation_name
from tei.recognise.service import classify
from tei.recognise.titles import Title, read_title

_STRONG: Final = (Field.TITLE, Field.ABSTRACT, Field.TEXT, Field.SOURCE, Field.RIGHTS)
_BACK_ROLES: Final = (Role.RECORD_BEGINS, Role.RIGHTS, Role.CITATION)
_BACK_FIELDS: Final = (Field.SOURCE, Field.RIGHTS, Field.RECORD, Field.ABSTRACT, Field.SITE)
MAX_ABSTRACT: Final = 4
MIN_TELLING: Final = 4
MAX_TITLE_WORDS: Final = 16


def score_record(page: Page) -> Score:
    """Score a page by its headings of citation, text and record, its labelled fields, and menus round them."""
    roles = [role for role in page.roles if role]
    headings = {role for role in roles if role in (Role.CITATION, Role.TEXT_BEGINS, Role.RECORD_BEGINS)}
    fields = {found.field for paragraph in page.paragraphs if (found := read_field(paragraph.text))}
    value = 0.35 * len(headings) + 0.05 * len(roles) + 0.12 * len(fields.intersection(_STRONG)) + 0.02 * len(fields)
    names = ", ".join(sorted(role.value for role in headings)) or "no headings"
    return Score(min(1.0, value), f"{len(roles)} lines of web furniture; {names}; {len(fields)} labelled fields")


def read_record(page: Page) -> Regions:
    """Part a record page into its regions."""
    cited = citation_of(page)
    return read_cited(page, cited) if cited is not None else _read_labelled(page)


def _read_labelled(page: Page) -> Regions:
    start, value = _start_of_text(page)
    front = sweep(page, range(start))
    if value:
        front.furniture.append(page.paragraphs[start].at(0, value))
    end = _end_of_text(page, start, written=value > 0)
    matter = sweep(page, range(end, len(page.paragraphs)), front)
    body = list(page.paragraphs[start:end])
    if value and body:
        body[0] = body[0].at(value, len(body[0].text))
    if not matter.abstract:
        body, matter.abstract = _abstract_after(body, matter)
    _place_loose(matter, body)
    region = Region(tuple(body), matter.title, None, matter.date, tuple(matter.abstract), tuple(matter.sources))
    return furnished("record", page, region, matter.furniture)


def _place_loose(matter: Matter, body: list[Paragraph]) -> None:
    """Give unexplained lines a place: a title where there is none yet, an abstract, else furniture of the page."""
    first = body[0].start if body else 0
    for paragraph in matter.loose:
        if matter.title is None and paragraph.start < first and _can_be_title(paragraph.text, matter):
            matter.title = paragraph
        elif not matter.abstract and is_prose(paragraph.text):
            matter.abstract.append(paragraph)
        else:
            matter.furniture.append(paragraph)


def _start_of_text(page: Page) -> tuple[int, int]:
    """Return the index of the first line of the text, and where in that line it begins after a label."""
    for index, paragraph in enumerate(page.paragraphs):
        labelled = read_field(paragraph.text)
        if labelled and labelled.field is Field.TEXT:
            if not labelled.alone:
                return index, labelled.start
            if _text_follows(page, index):
                return index + 1, 0
        elif page.roles[index] is Role.TEXT_BEGINS and _text_follows(page, index):
            return index + 1, 0
    return _after_head(page), 0


def _text_follows(page: Page, index: int) -> bool:
    return any(role is None for role in page.roles[index + 1 :])


def _after_head(page: Page) -> int:
    """Return where the text begins on a page that does not say: after menus, date, title and labelled lines."""
    title = date = None
    expected: Field | None = None
    for index, paragraph in enumerate(page.paragraphs):
        text = paragraph.text
        labelled = read_field(text)
        if labelled is not None and not (labelled.field is Field.SITE and classify(text)):
            expected = labelled.field if labelled.alone else None
            title, date = title or labelled.field is Field.TITLE, date or labelled.field is Field.DATE
        elif page.roles[index] is not None or expected is not None:
            expected = None
        elif not date and not title and is_date_line(text):
            date = True
        elif not title and _can_be_title(text, None, dated=bool(date)):
            title = True
        elif title and not date and is_date_line(text) and not _dateline_follows(page, index):
            date = True
        elif title or date or not _title_ahead(page, index):
            return index
    return len(page.paragraphs)


def _dateline_follows(page: Page, index: int) -> bool:
    """Say whether a date below the title is all the date there is: the text's own dateline, not the page's."""
    return not any(is_date_line(paragraph.text) for paragraph in page.paragraphs[index + 1 :])


def _title_ahead(page: Page, index: int) -> bool:
    """Say whether a title is still to come: what stands above it is the site's name or the like."""
    return any(is_title(paragraph) for paragraph in page.paragraphs[index + 1 : index + 4])


def _can_be_title(text: str, matter: Matter | None, *, dated: bool = True) -> bool:
    """On a record page the line after the date is the title unless it plainly is service matter or prose."""
    title = read_title(text)
    if text.startswith("[") or len(text) > 250 or (classify(text) is not None and not title.party("from")):
        return False
    named = title.kind is not None or bool(title.party("from") or title.party("to"))
    if is_title(Paragraph(0, len(text), text)):
        return True
    return dated and matter is None and (named or len(text.split()) <= MAX_TITLE_WORDS)


def _end_of_text(page: Page, start: int, *, written: bool) -> int:
    """Return where the record of the page begins after the text, or the furniture at its end.

    `written` says that the first line holds text, whatever its label.
    """
    end = len(page.paragraphs)
    while end > start and page.roles[end - 1] is not None:
        end -= 1
    for index in range(start + written, end):
        text, role = page.paragraphs[index].text, page.roles[index]
        labelled = read_field(text)
        if role is Role.RECORD_BEGINS:
            return index
        if written and (role in _BACK_ROLES or (labelled and labelled.field in _BACK_FIELDS and not classify(text))):
            return index
        written = written or (role is None and classify(text) is None and labelled is None)
    return end


def _abstract_after(body: list[Paragraph], matter: Matter) -> tuple[list[Paragraph], list[Paragraph]]:
    """Take prose after the end of the telegram for the abstract: after its signature, date or service matter.

    Without such an end only a paragraph that speaks of the sender by the name in the title is taken.
    """
    first = len(body)
    while first > 1 and len(body) - first < MAX_ABSTRACT and _tells(body[first - 1]):
        first -= 1
    if first == len(body):
        return body, []
    if _ends_telegram(body[first - 1], body) and any(map(_is_text, body[: first - 1])):
        return body[:first], body[first:]
    title = read_title(matter.title.text) if matter.title else Title("")
    last = body[-1]
    if any(name in last.text for name in _surnames(title)) and first < len(body):
        return body[:-1], [last]
    return body, []


def _is_text(paragraph: Paragraph) -> bool:
    """Say whether a line before the end is text of the telegram, not its address or date."""
    text = paragraph.text
    if len(text.split()) < MIN_TELLING or classify(text) is not None:
        return False
    return salutation_name(text, _nobody) is None and dateline(text, None, _nobody) is None


def _nobody(_name: str) -> bool:
    return False


def _tells(paragraph: Paragraph) -> bool:
    """Say whether a line is a sentence, as an abstract is made of."""
    text = paragraph.text.rstrip()
    told = len(text.split()) >= MIN_TELLING and text[-1:] in '.!?”"' and text[0] not in "[("
    return told and classify(text) is None and not is_closing(text)


def _ends_telegram(paragraph: Paragraph, body: list[Paragraph]) -> bool:
    """Say whether a line is one that a telegram ends with: service matter, a date, brackets, a name, a formula."""
    text = paragraph.text
    if paragraph is body[0]:
        return False
    if classify(text) is not None or is_date_line(text) or is_closing(text) or (text[0] == "[" and text[-1] == "]"):
        return True
    words = text.rstrip(' .,”"').split()
    return len(words) <= 8 and all(not word[:1].islower() or word in ("of", "the") for word in words)


def _surnames(title: Title) -> list[str]:
    names = (title.party("from"), title.party("to"))
    return [name.split()[-1].strip("[]()’'\"") for name in names if name]


RECORD: Final = Layout("record", score_record, read_record)
