"""Where on a plain page the document begins and ends: furniture, headings of the site, its catalogue and its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tei.archives import Repositories
from tei.dates import find_dates
from tei.recognise.furniture import Role, furniture_role
from tei.recognise.layouts.announcing import is_enumeration
from tei.recognise.layouts.headings import is_title, title_in
from tei.recognise.layouts.matter import is_prose
from tei.recognise.layouts.notes_of_site import is_comments, is_crumbs
from tei.recognise.layouts.page import Page, is_date_line
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph
from tei.recognise.russian_papers import is_counted_paper
from tei.recognise.service import classify
from tei.recognise.titles import read_title
from tei.regexes import regex

_SOURCE_LABEL: Final = regex(
    r"[\[(]?\s*(?:sources?|archival source|источник|出处|来源|"
    r"(?:печатается|публикуется|воспроизв(?:одится|еден[оа]?))\s+по\s+изданию)\s*[:：]",
    re.IGNORECASE,
)
_CATALOGUED: Final = ("Дата:", "Date:", "Страна", "Метки:", "Тема:")
"""How a page goes on with the labels of its catalogue."""
_NOTED: Final = regex(r"\d{1,3}(?:[.)\]]|\s+[A-ZА-ЯЁ])")
_LABEL_BEGINS: Final = frozenset("SsAaИиПпВв出来[( ")
MAX_ABOVE: Final = 4


def is_source_label(text: str) -> bool:
    """Say whether a line begins with the label of a source: "Source: …", «Печатается по изданию: …»."""
    return text[:1] in _LABEL_BEGINS and _SOURCE_LABEL.match(text) is not None


def after_heading(rows: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Leave out what stands over a title that comes twice: the heading of the page, and its notices."""
    first = title_in(rows[0])
    if not first:
        return rows
    for index in range(1, min(MAX_ABOVE + 1, len(rows) - 1)):
        again = title_in(rows[index])
        if again and _repeats(rows[index].text[slice(*again)], rows[0].text[slice(*first)]):
            below = sum(len(row.text) for row in rows[index + 1 :])
            return rows[index:] if below > sum(len(row.text) for row in rows[1:index]) else rows
    return rows[_told_in_full(rows) :]


def _told_in_full(rows: tuple[Paragraph, ...]) -> int:
    """Return the row of a title that tells in full what the first named in brief: its kind, both parties, the day."""
    if read_title(rows[0].text).kind is not None:
        return 0
    for index in range(2, min(MAX_ABOVE + 1, len(rows) - 2)):
        text = rows[index].text
        if len(text) <= MAX_TITLE and is_date_line(rows[index + 1].text) and is_title(rows[index]):
            title = read_title(text)
            whole = title.kind and title.party("from") and title.party("to") and is_prose(rows[index + 2].text)
            return index if whole and not any(map(_is_of_text, rows[1:index])) else 0
    return 0


def _is_of_text(row: Paragraph) -> bool:
    """Say whether a row is part of a document: running text, a day, a line of service."""
    if furniture_role(row.text) is not None:
        return False
    return is_prose(row.text) or classify(row.text) is not None


MAX_TITLE: Final = 200


def _repeats(again: str, first: str) -> bool:
    """Say whether a title comes again below the heading of its page, which may have the day behind it."""
    one, other = again.casefold().rstrip(" ."), first.casefold().rstrip(" .")
    return one == other or (len(one) > MIN_REPEATED and other.startswith(one) and bool(find_dates(other[len(one) :])))


MIN_REPEATED: Final = 24


def end_of_document(rows: tuple[Paragraph, ...], repositories: Repositories) -> int:
    """Return where the page goes on in its own words, behind the line that says by its label what the source is.

    What readers say below it is no part of a document either.
    """
    said = next((at for at, row in enumerate(rows) if at and is_comments(row.text)), len(rows))
    return min(said, _after_source(rows, repositories), _next_counted(rows))


def _next_counted(rows: tuple[Paragraph, ...]) -> int:
    """Return where the next document of a Russian volume begins, «27. Запись беседы …» over its day."""
    for at in range(3, len(rows) - 1):
        text = rows[at].text
        if text[:1] == "№" and is_counted_paper(text):
            return at
        if text[:1].isdigit() and len(text) <= MAX_COUNTED and _COUNTED.match(text) and is_date_line(rows[at + 1].text):
            return at
    return len(rows)


_COUNTED: Final = regex(
    r"\d{1,3}\.\s(?:Запись|Нота|Памятная|Письмо|Телеграмма|Меморандум|Сообщение|Заявление|Протокол|Соглашение|Обмен)\s[а-яА-ЯЁ]"
)
MAX_COUNTED: Final = 240


def _after_source(rows: tuple[Paragraph, ...], repositories: Repositories) -> int:
    for index in range(2, len(rows) - 1):
        text = rows[index].text
        if (is_source_label(text) or _CITED.fullmatch(text)) and is_source(text, repositories):
            over = is_date_line(rows[index - 1].text) and not any(is_prose(row.text) for row in rows[:index])
            if over or is_title(rows[index - 1]):
                continue  # it stands over the text
            if _other_begins(rows, index + 1):
                return index + 1
            rest = tuple(row for row in rows[index + 1 :] if not row.text.startswith(_CATALOGUED))
            more = (is_title(row) or is_source(row.text, repositories) or classify(row.text) for row in rest)
            return len(rows) if any(more) or any(map(_is_noted, rest)) else index + 1
    return len(rows)


def _other_begins(rows: tuple[Paragraph, ...], at: int) -> bool:
    """Say whether under a source the next paper of a dossier begins, "Document No. 8" / "Record of Conversation …"."""
    at += is_enumeration(rows[at].text)
    return at < len(rows) and len(rows[at].text) <= MAX_COUNTED and read_title(rows[at].text).other


_CITED: Final = regex(r"\((?=[^\n]{0,200}\b(?:opis|op\.|оп\.|Оп\.|[Tt]ranslated))[^\n]{20,400}\)\.?")
"""A reference in parentheses by itself, "(RGASPI, fond 558, opis 11, …; translated by A. Pell)"."""


def _is_noted(row: Paragraph) -> bool:
    """Say whether a line is a note, which belongs to the document above it."""
    return row.text[:1] in "[*†‡¹²³⁴⁵" or (row.text[:1].isdigit() and _NOTED.match(row.text) is not None)


def _before_footer(page: Page) -> int:
    """Return where the foot of a web page begins: behind its navigation nothing but a few short lines of the site."""
    end = len(page.paragraphs)
    menu = next((i for i in range(end - 1, max(0, end - MAX_FOOTER) - 1, -1) if page.roles[i] is not None), end)
    while menu and menu < end and page.roles[menu - 1] is not None:
        menu -= 1
    below = [row for i, row in enumerate(page.paragraphs) if i > menu and page.roles[i] is None]
    if not any(_OF_SITE.search(row.text) for row in page.paragraphs[menu:]):
        return end
    told = any(is_prose(row.text) or is_source(row.text, page.repositories) or find_dates(row.text) for row in below)
    return end if told or menu < MIN_ABOVE_FOOTER else menu


_OF_SITE: Final = regex(r"©|https?:|www\.|\S@\S|\.(?:ru|com|org|net|cn|tw)\b")
MAX_FOOTER: Final = 10
MIN_ABOVE_FOOTER: Final = 4


def trim(page: Page) -> tuple[int, int]:
    """Return the first row of a page that is no furniture at its head, and the row at which its foot begins."""
    start, end = 0, _before_footer(page)
    while start < end and (page.roles[start] is not None or is_crumbs(page.paragraphs[start].text)):
        start += 1
    while end > start and (page.roles[end - 1] is not None or is_crumbs(page.paragraphs[end - 1].text)):
        end -= 1
    return start, end


def is_counter(text: str, role: Role | None) -> bool:
    """Say whether a line of the site between title and text counts its visitors, «Дата добавления: …; просмотров»."""
    return role is Role.MENU and text[-1].isdigit() and not text.isascii()


def author_of(above: Sequence[Paragraph]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield whose works a page is taken from as it says over the title: he wrote what names no other sender."""
    for row in above:
        match = _WORKS_OF.fullmatch(row.text) if "of " in row.text else None
        if match and not title_in(row):
            yield "from", (row.start + match.start("name"), row.start + match.end("name"))
            return


_WORKS_OF: Final = regex(
    r"(?:(?:the\s+)?(?:selected|collected|complete|military|private|early|unpublished)\s+){1,2}"
    r"(?:works|writings|letters|telegrams|papers|correspondence|documents)\s+of\s+"
    r"(?P<name>(?-i:[A-Z])[\w.’'-]+(?:\s[\w.’'-]+){0,3})(?:,?\s+vol[^\n]{0,20})?",
    re.IGNORECASE,
)
