"""What a catalogue page says before and after the text: title, date, abstract, source, and the page's own furniture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tei.recognise.furniture import Role
from tei.recognise.layouts.fields import MANY, Field, read_field
from tei.recognise.layouts.headings import title_in
from tei.recognise.layouts.page import Page, is_date_line
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph

_OF_ROLE: Final = {Role.CITATION: Field.SOURCE}
MIN_ABSTRACT_WORDS: Final = 8


@dataclass(slots=True)
class Matter:
    """What was gathered from the lines round a text, each line once; `loose` are those that nothing explains."""

    title: Paragraph | None = None
    date: Paragraph | None = None
    abstract: list[Paragraph] = field(default_factory=list)
    sources: list[Paragraph] = field(default_factory=list)
    furniture: list[Paragraph] = field(default_factory=list)
    loose: list[Paragraph] = field(default_factory=list)


def sweep(page: Page, indices: Iterable[int], matter: Matter | None = None) -> Matter:
    """Sort lines by their labels, by the heading that they stand under, or by what they are.

    A heading is valid for the next line; abstract, source and rights notice may run on until another heading comes.
    """
    matter = matter or Matter()
    section: Field | None = None
    for index in indices:
        paragraph, role = page.paragraphs[index], page.roles[index]
        labelled = read_field(paragraph.text)
        if labelled is not None and not labelled.alone:
            _take(matter, labelled.field, paragraph, labelled.start)
            section = labelled.field if labelled.field in MANY else None
        elif labelled is not None:
            section = labelled.field
            (matter.sources if section is Field.RECORD else matter.furniture).append(paragraph)
        elif role is not None:
            section = _OF_ROLE.get(role)
            matter.furniture.append(paragraph)
        elif section is not None and _fits(section, paragraph, page):
            _take(matter, section, paragraph, 0)
            section = section if section in MANY else None
        else:
            section = None
            _guess(matter, paragraph, page)
    return matter


def _fits(section: Field, paragraph: Paragraph, page: Page) -> bool:
    if section is Field.DATE:
        return is_date_line(paragraph.text)
    if section is Field.ABSTRACT:
        return title_in(paragraph) is None and not is_source(paragraph.text, page.repositories)
    return True


def _take(matter: Matter, kind: Field, paragraph: Paragraph, start: int) -> None:
    """Put a value where it belongs; a second title or date is no title or date."""
    value = paragraph.at(start, len(paragraph.text))
    if start:
        matter.furniture.append(paragraph.at(0, start))
    if kind is Field.TITLE and matter.title is None:
        matter.title = value
    elif kind is Field.DATE and matter.date is None:
        matter.date = value
    elif kind is Field.ABSTRACT:
        matter.abstract.append(value)
    elif kind in (Field.SOURCE, Field.RECORD):
        _keep_whole(matter, paragraph, start)
    else:
        matter.furniture.append(value)


def _keep_whole(matter: Matter, paragraph: Paragraph, start: int) -> None:
    """Keep a source with its label: "Translator: …" is a credit by it."""
    if start:
        matter.furniture.pop()
    matter.sources.append(paragraph)


def _guess(matter: Matter, paragraph: Paragraph, page: Page) -> None:
    """Say what an unlabelled line is: date, title, source; else it is loose."""
    text = paragraph.text
    if matter.date is None and is_date_line(text):
        matter.date = paragraph
    elif matter.title is None and (span := title_in(paragraph)) is not None:
        matter.title = paragraph.at(*span)
        if span[0]:
            matter.furniture.append(paragraph.at(0, span[0]))
    elif is_source(text, page.repositories):
        matter.sources.append(paragraph)
    else:
        matter.loose.append(paragraph)


def is_prose(text: str) -> bool:
    """Say whether a line is long enough to be an abstract and begins as one."""
    return len(text.split()) >= MIN_ABSTRACT_WORDS and not text.startswith(("[", "("))
