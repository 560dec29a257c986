"""The lines above the text of a record page: menus, date, title, labelled fields, thanks, an abstract.

Where a page does not say where its text begins, it begins behind these.
"""

from __future__ import annotations

import re
from itertools import pairwise, starmap
from typing import Final

from tei.recognise.credits import is_credit_line
from tei.recognise.datelines import dateline
from tei.recognise.furniture import Role, is_language_name
from tei.recognise.known import nobody
from tei.recognise.layouts.fields import Field, Labelled, read_field
from tei.recognise.layouts.headings import is_title
from tei.recognise.layouts.matter import Matter, is_catalogued, is_prose
from tei.recognise.layouts.notes_of_site import is_thanks
from tei.recognise.layouts.page import Page, is_date_line
from tei.recognise.layouts.sources import CITATION, is_source, names_archive
from tei.recognise.paragraphs import Paragraph
from tei.recognise.parties import is_closing, salutation_name
from tei.recognise.service import classify
from tei.recognise.titles import MAX_TITLE, read_title
from tei.regexes import regex

_BULLET: Final = regex(r"[•◦▪‣·●]\s*\S")
_NUMBERED: Final = regex(r"[A-Z]{4,}|\W|\d|N[oº°r]", re.ASCII)
"""What a line of a form begins with, "CABLE Nº 612"; as a title a page has "Ciphered Telegram No. 457"."""
_GLUED: Final = regex(
    r"(?:(?:download|cite|citation|share|print|e-?mail|save|pdf|tweet|export|like|view|copy|link)[\s|·•]*){2,}", re.I
)
"""Buttons that were copied into one line, with or without the spaces between them."""
_ASIDE: Final = regex(r"(?<=[.!?”\"])\s\([^()\n]{3,30}\)$")
"""What catalogues put behind a summary: "(see also)", "(full text)"."""
_DATED: Final = regex(r"\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4},?\s[A-Z][\w’'-]+[”\"]")
"""“16 July 1952, Oslo””, the end of a letter that is quoted."""
_POSTSCRIPT: Final = regex(r"(?:P\.?\s?){1,2}S\b\.?|Postscript\b|П\.?\s?С\.|З\.?\s?Ы\.", re.IGNORECASE)
MAX_FIELDS: Final = 10
MIN_HEADER: Final = 3
MAX_HEADER: Final = 24
"""So many short lines, menus and the name of the site, may stand over the title."""
MIN_TELLING: Final = 4
MAX_TITLE_WORDS: Final = 16
MAX_DATE: Final = 40


def start_of_text(page: Page) -> tuple[int, int]:
    """Return the index of the first line of the text, and where in that line it begins after a label."""
    for index, paragraph in enumerate(page.paragraphs):
        labelled = read_field(paragraph.text)
        if labelled and labelled.field is Field.TEXT:
            if not labelled.alone:
                return index, labelled.start
            if _text_follows(page, index):
                return _past_roles(page, index + 1), 0
        elif page.roles[index] is Role.TEXT_BEGINS and _text_follows(page, index):
            return _past_roles(page, index + 1), 0
    return _after_head(page), 0


def _past_roles(page: Page, index: int) -> int:
    while index < len(page.roles) and page.roles[index] is not None:
        index += 1
    return index


def _text_follows(page: Page, index: int) -> bool:
    return any(role is None for role in page.roles[index + 1 :])


def _after_head(page: Page) -> int:
    """Return where the text begins on a page that does not say: after menus, date, title and labelled lines."""
    title = date = None
    expected: Labelled | None = None
    for index, paragraph in enumerate(page.paragraphs):
        text = paragraph.text
        labelled = read_field(text) or (_label_among(page, index) if title else None)
        if labelled is not None and not (labelled.field is Field.SITE and classify(text)):
            expected = labelled if labelled.alone else None
            title, date = title or labelled.field is Field.TITLE, date or labelled.field is Field.DATE
        elif not index and tells(paragraph) and _dated_title(page, 1):
            continue
        elif _is_of_the_site(page, index) or (title and _is_above_text(page, index, dated=bool(date))):
            expected = None
        elif expected is not None:
            again = (expected.party and is_catalogued(text)) or (expected.field is Field.SOURCE and text.endswith("-"))
            expected = expected if again else None
        elif not date and not title and is_date_line(text):
            date = True
        elif not title and (can_be_title(text, None, dated=bool(date)) or (date and over_thanks(page, index))):
            title = True
        elif (
            title
            and not date
            and is_date_line(text)
            and (not _dateline_follows(page, index) or _is_sourced(page, index))
        ):
            date = True
        elif title or (date and not _title_ahead(page, index)) or not _title_ahead(page, index, MAX_HEADER):
            return index
    return len(page.paragraphs)


def _label_among(page: Page, index: int) -> Labelled | None:
    """Return a short line with a colon as a label nobody knows, where its value and a label of a catalogue follow."""
    text = page.paragraphs[index].text
    below = page.paragraphs[index + 1 : index + 3]
    if text[-1] not in ":：" or len(text.split()) > MAX_LABEL_WORDS or len(below) < 2 or len(below[0].text) > MAX_TITLE:
        return None
    known = read_field(below[1].text)
    return Labelled(Field.SITE, len(text), alone=True) if known is not None and known.alone else None


MAX_LABEL_WORDS: Final = 4


def _is_stranger(page: Page, index: int) -> bool:
    """Say whether a line that nothing explains stands over the page's buttons, and a form under these.

    What a site says of its donors and rights between title and text is put in many ways.
    """
    rows = page.paragraphs
    button = next((at for at in range(index + 1, min(index + MAX_STRANGERS, len(rows))) if _is_button(page, at)), 0)
    if not button or not all(map(_may_be_of_site, rows[index:button])):
        return False
    below = next((at for at in range(button, len(rows)) if not _is_button(page, at)), len(rows))
    return any(_opens_document(row.text) for row in rows[below : below + MIN_FORM])


def _is_button(page: Page, index: int) -> bool:
    return page.roles[index] is not Role.BLANK and _is_of_the_site(page, index)


def _may_be_of_site(row: Paragraph) -> bool:
    """Say whether nothing in a line is of a telegram: no service matter, no day, no greeting, no title."""
    text = row.text
    own = _opens_document(text) or is_date_line(text) or is_title(row)
    return not own and len(text) <= MAX_STRANGE and not text.isupper()


def _opens_document(text: str) -> bool:
    return classify(text) is not None or salutation_name(text, nobody) is not None


MAX_STRANGERS, MAX_STRANGE, MIN_FORM = 3, 300, 3
MIN_NUMBER: Final = 3
"""A number of fewer figures alone over the text is that of the page, or counts something of the site."""


def _is_of_the_site(page: Page, index: int) -> bool:
    """Say whether a line above the text is a menu, thanks to a donor, or the citation of the whole document."""
    text = page.paragraphs[index].text
    if is_language_name(text) or (len(text) < MIN_NUMBER and text.isdecimal()):
        return True
    return page.roles[index] is not None or is_thanks(text) or bool(_GLUED.fullmatch(text)) or _is_cited(page, text)


def _is_above_text(page: Page, index: int, *, dated: bool) -> bool:
    """Say whether a line under the title is of a catalogue's list, names the archive, or tells what follows."""
    if dated and _is_archive_under_date(page, index):
        return True
    if is_credit_line(page.paragraphs[index].text):
        return True
    if _BULLET.match(page.paragraphs[index].text) or _heads_bullets(page, index):
        return True
    return _is_abstract_above(page, index) or _is_stranger(page, index)


def _is_cited(page: Page, text: str) -> bool:
    """Say whether a line cites the document as a whole, with its title in quotation marks and its source."""
    return text[0] in '“"«' and CITATION.match(text) is not None and is_source(text, page.repositories)


def _is_abstract_above(page: Page, index: int) -> bool:
    """Say whether prose under the title tells what follows: the telegram itself begins under it, as forms do."""
    text = page.paragraphs[index].text
    if not tells(page.paragraphs[index]) or not is_prose(text) or salutation_name(text, nobody):
        return False
    after = next((i for i in range(index + 1, len(page.paragraphs)) if page.roles[i] is None), None)
    if after is None:
        return False
    following = page.paragraphs[after].text
    if _is_catalogue_before_text(page, after):
        return True
    return classify(following) is not None or salutation_name(following, nobody) is not None


def _is_catalogue_before_text(page: Page, index: int) -> bool:
    """Say whether fields of the parties begin here, with their names, and a salutation or form stands behind them."""
    labelled = read_field(page.paragraphs[index].text)
    if labelled is None or not labelled.party:
        return False
    rest = [i for i in range(index, min(index + MAX_FIELDS, len(page.paragraphs))) if page.roles[i] is None]
    rows = [page.paragraphs[i].text for i in rest]
    rows = [text for text in rows if not (_BULLET.match(text) or read_field(text) or is_catalogued(text))]
    return bool(rows) and (salutation_name(rows[0], nobody) is not None or classify(rows[0]) is not None)


def _heads_bullets(page: Page, index: int) -> bool:
    """Say whether a line is the heading of a list of a catalogue, "Associated Places:" over bullets."""
    rows = page.paragraphs
    if index + 1 >= len(rows) or not _BULLET.match(rows[index + 1].text):
        return False
    return rows[index].text.endswith((":", "：")) and len(rows[index].text.split()) <= 6


def _is_sourced(page: Page, index: int) -> bool:
    """Say whether the page's own words of source or content stand right under a date, which is the page's then."""
    if _is_archive_under_date(page, index + 1):
        return True
    labelled = read_field(page.paragraphs[index + 1].text) if index + 1 < len(page.paragraphs) else None
    return labelled is not None and labelled.field in (Field.SOURCE, Field.ABSTRACT)


def _is_archive_under_date(page: Page, index: int) -> bool:
    """Say whether a line is the name of an archive and stands under a date, with text below it."""
    rows = page.paragraphs
    return 0 < index < len(rows) - 1 and names_archive(rows[index].text) and is_date_line(rows[index - 1].text)


def has_dated_title(page: Page) -> bool:
    """Say whether a page begins with a date and under it who wrote to whom, as a record does, and this only once.

    What else tells of a record stands at the end of its page, which is often left out when it is copied.
    """
    rows = [row for row, role in zip(page.paragraphs, page.roles, strict=True) if role is None]
    rows = rows[1:] if len(rows) > 1 and len(rows[1].text) <= MAX_DATE < len(rows[0].text) and tells(rows[0]) else rows
    return len(rows) > 3 and _is_dated_title(*rows[:2]) and not any(starmap(_is_dated_title, pairwise(rows[2:])))


def _is_dated_title(date: Paragraph, below: Paragraph) -> bool:
    if len(date.text) > MAX_DATE or not is_date_line(date.text):
        return False
    if len(below.text) > MAX_TITLE or below.text.endswith((".", ":")):
        return False
    title = read_title(below.text)
    both = bool(title.party("from") and title.party("to"))
    return (title.kind in ("telegram", "letter") and bool(title.parties)) or (title.kind == "note" and both)


def has_thanked_title(page: Page) -> bool:
    """Say whether a page begins with a date, a title of any kind, and thanks to who paid for the translation."""
    rows = [row for row, role in zip(page.paragraphs, page.roles, strict=True) if role is None][: MIN_HEADER + 1]
    rows = (rows[1:] if rows and tells(rows[0]) else rows)[:MIN_HEADER]
    return len(rows) == MIN_HEADER and is_date_line(rows[0].text) and is_thanks(rows[2].text)


def is_form_label(page: Page, start: int, index: int) -> bool:
    """Say whether a label that catalogues have too stands empty on the form over a letter: "File" over its text."""
    rows = page.paragraphs
    if rows[index].text.rstrip(" :").lower() not in _OF_FORMS or any(
        len(r.text) >= MIN_LONG for r in rows[start:index]
    ):
        return False
    below = range(index + 1, min(index + MAX_BELOW, len(rows)))
    return any(page.roles[at] is None and len(rows[at].text) >= 2 * MIN_LONG for at in below)


_OF_FORMS: Final = frozenset(("file", "subject", "expediente", "reference"))
MIN_LONG: Final = 100
MAX_BELOW: Final = 7


def titled_over_archive(page: Page) -> bool:
    """Say whether who wrote to whom, the day and an archive's name stand over a text, as exhibitions have it, once."""
    rows = page.paragraphs
    found = [index for index in range(2, len(rows) - 1) if _is_archive_under_date(page, index)]
    if len(found) != 1 or found[0] > MAX_HEADER:
        return False
    title = read_title(rows[found[0] - 2].text)
    return title.kind in ("telegram", "letter", "note") and bool(title.party("from") and title.party("to"))


def titled_over_fields(page: Page) -> bool:
    """Say whether who wrote to whom stands over its day and over a labelled source or summary, and this once."""
    titles = set()
    for index, row in enumerate(page.paragraphs):
        labelled = read_field(row.text)
        if labelled is not None and not labelled.alone and labelled.field in (Field.SOURCE, Field.ABSTRACT):
            titles.add(_title_over(page, index))
    titles.discard(None)
    return len(titles) == 1


def _title_over(page: Page, index: int) -> int | None:
    """Return the title over a run of dates and labelled lines that the line at `index` belongs to, if it is dated."""
    rows = page.paragraphs
    dated = index + 1 < len(rows) and _is_dated_label(rows[index + 1].text)
    while 0 < index <= MAX_HEADER:
        index -= 1
        text = rows[index].text
        if _is_dated_label(text) or is_date_line(text):
            dated = True
        elif read_field(text) is None:
            title = read_title(text) if dated else None
            return index if title and title.kind in ("telegram", "letter", "note") and title.parties else None
    return None


def _is_dated_label(text: str) -> bool:
    labelled = read_field(text)
    return labelled is not None and labelled.field is Field.DATE and not labelled.alone


def _dateline_follows(page: Page, index: int) -> bool:
    """Say whether a date below the title is all the date there is: the text's own dateline, not the page's."""
    return not any(is_date_line(paragraph.text) for paragraph in page.paragraphs[index + 1 :])


def _title_ahead(page: Page, index: int, reach: int = 3) -> bool:
    """Say whether a title is still to come: what stands above it, line for line, is the site's name or the like."""
    for at in range(index, min(index + reach + 1, len(page.paragraphs))):
        row = page.paragraphs[at]
        if at > index and (is_title(row) or _dated_title(page, at)):
            return True
        if at - index >= MIN_HEADER and not (page.roles[at] or is_date_line(row.text) or len(row.text.split()) <= 6):
            return False
    return False


def _dated_title(page: Page, at: int) -> bool:
    """Say whether a date stands here and a line under it that names the kind of document."""
    rows = page.paragraphs
    if at + 1 >= len(rows) or not is_date_line(rows[at].text):
        return False
    if over_thanks(page, at + 1):
        return True
    return read_title(rows[at + 1].text).kind is not None and can_be_title(rows[at + 1].text, None)


def over_thanks(page: Page, at: int) -> bool:
    """Say whether the line below thanks who paid for the translation: what stands over it is the title."""
    rows = page.paragraphs
    return at + 1 < len(rows) and len(rows[at].text) <= MAX_TITLE and is_thanks(rows[at + 1].text)


def can_be_title(text: str, matter: Matter | None, *, dated: bool = True) -> bool:
    """On a record page the line after the date is the title unless it plainly is service matter or prose."""
    title = read_title(text)
    if text.startswith("[") or len(text) > 250:
        return False
    if classify(text) is not None and not title.party("from"):
        return (
            dated
            and title.kind is not None
            and bool(title.number)
            and not text.isupper()
            and _NUMBERED.match(text) is None
        )
    named = title.kind is not None or bool(title.party("from") or title.party("to"))
    if is_title(Paragraph(0, len(text), text)):
        return True
    if matter is not None:
        return dated and title.kind is not None and bool(title.parties)
    return dated and (named or len(text.split()) <= MAX_TITLE_WORDS)


def tells(paragraph: Paragraph) -> bool:
    """Say whether a line is a sentence, as an abstract is made of."""
    text = paragraph.text.rstrip()
    if _POSTSCRIPT.match(text) or text[:8] in ("Spravka:", "Справка:"):
        return False
    if text[0].isdigit() and ((text[-1] in '”"' and _DATED.fullmatch(text)) or dateline(text, None, nobody)):
        return False
    if text.endswith(")"):
        text = _ASIDE.sub("", text)
    if text[0] in "(0123456789" and _POINT.match(text):
        return False
    if text[0] in '"“' and text.count("”") + text.count('"') < 1 + (text[0] == '"'):
        return False
    told = len(text.split()) >= MIN_TELLING and text[-1:] in '.!?”"' and text[0] not in "[("
    return told and classify(text) is None and not is_closing(text)


_POINT: Final = regex(r"\(?\d{1,2}[.)]\s")
