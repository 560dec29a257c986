"""What a catalogue page says before and after the text: title, date, abstract, source, and the page's own furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from tei.recognise.counting import count_words
from tei.recognise.furniture import Role
from tei.recognise.layouts.fields import MANY, Field, read_field
from tei.recognise.layouts.headings import title_in
from tei.recognise.layouts.page import Page, is_date_line
from tei.recognise.layouts.sources import is_source, names_archive
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_LIFE: Final = regex(r"[\s,]*[(\[]?(?:b\.\s*|born\s+|c\.\s*)?\d{4}\??\s*(?:[-–—]\s*(?:\d{4}\??)?)?[)\]]?\.?$")
_CATALOGUED: Final = regex(r"(?:[•◦▪‣·●*]\s*)?[^\W\d_][\w’' .-]{1,40},\s[^\W\d_][^\n]{1,60}")
_CREDIT: Final = regex(
    r"(?:translat(?:or|ion)s?(?: credits?)?|translated by|translation by|contribut(?:or|ed by)s?|transcrib(?:er|ed by)|"
    r"editors?|переводчик|перевод|译者)(?:\(s\))?\s*[:：]?",
    re.IGNORECASE,
)
_RELATED: Final = regex(r"(?:related|similar) (?:documents|items)|see also", re.IGNORECASE)
"""What follows such a heading are other documents, up to one of those that head the record of the page's own."""
_OF_PAGE: Final = (Role.RECORD_BEGINS, Role.RIGHTS, Role.CITATION)
_BOXED: Final = regex(
    r"(?:[^\n.]{0,80}\b)?(?:box|folder|carton|reel|container)\s+(?:no\.\s*)?[\dA-Z][\w-]*\b[^\n.]{0,60}\.?", re.I
)
MAX_NAME_WORDS: Final = 12
_OF_ROLE: Final = {Role.CITATION: Field.SOURCE}
MIN_ABSTRACT_WORDS: Final = 8


@dataclass(slots=True)
class Matter:
    """What was gathered from the lines round a text, each line once; `loose` are those that nothing explains.

    `named` are the parties that a catalogue gives in fields of their own, `silent` the lines that do so.
    """

    title: Paragraph | None = None
    date: Paragraph | None = None
    abstract: list[Paragraph] = field(default_factory=list)
    sources: list[Paragraph] = field(default_factory=list)
    furniture: list[Paragraph] = field(default_factory=list)
    named: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    silent: list[Paragraph] = field(default_factory=list)
    loose: list[Paragraph] = field(default_factory=list)


def sweep(page: Page, indices: Iterable[int], matter: Matter | None = None) -> Matter:
    """Sort lines by their labels, by the heading that they stand under, or by what they are.

    A heading is valid for the next line; abstract, source and rights notice may run on until another heading comes.
    """
    matter = matter or Matter()
    section: Field | None = None
    party = ""
    label: Paragraph | None = None
    related = False
    for index in indices:
        paragraph, role = page.paragraphs[index], page.roles[index]
        related = related and role not in _OF_PAGE
        if related:
            matter.furniture.append(paragraph)
            continue
        labelled = read_field(paragraph.text)
        if labelled is not None and not labelled.alone:
            _take(matter, labelled.field, paragraph, labelled.start)
            _name(matter, labelled.party, paragraph, labelled.start)
            section = labelled.field if labelled.field in MANY and not _CREDITED.match(paragraph.text) else None
        elif labelled is not None and _RELATED.match(paragraph.text):
            related = True
            matter.furniture.append(paragraph)
        elif labelled is not None:
            section, party, label = labelled.field, labelled.party, paragraph
            told = section is Field.RECORD and not party and _has_value(page, index)
            (matter.sources if told else matter.furniture).append(paragraph)
        elif role is not None:
            section = _OF_ROLE.get(role)
            matter.furniture.append(paragraph)
        elif section is not None and _fits(section, paragraph, page):
            if party and section is Field.RECORD:
                matter.silent.append(paragraph)
            else:
                _take(matter, section, _credited(matter, label, paragraph), 0)
            label = None
            _name(matter, party if section is Field.RECORD else "", paragraph, 0)
            again = party and section is Field.RECORD and is_catalogued(paragraph.text)
            section = section if section in MANY or again else None
        else:
            section = None
            _guess(matter, paragraph, page)
    return matter


_CREDITED: Final = regex(
    r"(?:translat(?:ed|ion)\s+by|translators?|contribut(?:ed\s+by|ors?))\s*[:：]\s*\S", re.IGNORECASE
)
"""Who translated the text is told in one line, under which the page may go on with something else."""


def _has_value(page: Page, index: int) -> bool:
    """Say whether a value stands under a label that is alone on its line: "Author(s):" may be empty."""
    if index + 1 >= len(page.paragraphs) or page.roles[index + 1] is not None:
        return False
    return read_field(page.paragraphs[index + 1].text) is None


def _credited(matter: Matter, label: Paragraph | None, value: Paragraph) -> Paragraph:
    """Return a value with the label over it where that says what somebody did: "Translation Credits", then a name."""
    if label is None or not _CREDIT.fullmatch(label.text) or label not in matter.furniture:
        return value
    matter.furniture.remove(label)
    bare = label.text.rstrip(" :：")
    gap = value.start - label.start - len(bare) - 1
    return Paragraph(label.start, value.end, f"{bare}:{' ' * max(gap, 0)}{value.text}", label.blank_before)


def _name(matter: Matter, party: str, paragraph: Paragraph, start: int) -> None:
    """Keep who wrote or got the document, without the years of his life: "Surname, Given name, 1895-1978"."""
    words = _LIFE.sub("", paragraph.text[start:]).rstrip(" ,.;").lstrip("•◦▪‣·●* ")
    if party and words and len(words.split()) <= MAX_NAME_WORDS:
        begin = paragraph.start + paragraph.text.index(words, start)
        matter.named.append((party, (begin, begin + len(words))))


def is_catalogued(text: str) -> bool:
    """Say whether a line is a name as catalogues have it, "Surname, Given name, 1895-1978"."""
    return len(text) <= 110 and _CATALOGUED.fullmatch(text) is not None


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
    elif is_source(text, page.repositories) or _is_place_of_keeping(text, matter):
        matter.sources.append(paragraph)
    else:
        matter.loose.append(paragraph)


def _is_place_of_keeping(text: str, matter: Matter) -> bool:
    """Say whether a line names box or folder, or the archive alone where title and date stand over it."""
    if matter.title and matter.date and names_archive(text):
        return True
    return len(text) <= 120 and _BOXED.fullmatch(text) is not None


def is_prose(text: str) -> bool:
    """Say whether a line is long enough to be an abstract and begins as one."""
    return count_words(text) >= MIN_ABSTRACT_WORDS and not text.startswith(("[", "("))
