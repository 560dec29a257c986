"""The source that a page states between the title and the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from tei.archives import Repositories
from tei.recognise.credits import is_credit_line
from tei.recognise.layouts.edges import is_source_label
from tei.recognise.layouts.sources import is_source
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex


def sources_in_head(rows: Sequence[Paragraph], repositories: Repositories) -> tuple[Paragraph, ...]:
    """Return the lines of source and translator in a head of labelled lines, "From: …", "Date: …", "Archive: …"."""
    head = tuple(takewhile(lambda row: _LABELLED.fullmatch(row.text), rows[:MAX_HEAD]))
    if not any(row.text.startswith(_PARTIES) for row in head) or len(head) == len(rows):
        return ()
    return tuple(row for row in head if _SOURCE.match(row.text) and _says_where(row, repositories))


def _says_where(row: Paragraph, repositories: Repositories) -> bool:
    return is_credit_line(row.text) or is_source(row.text, repositories)


_PARTIES: Final = ("From", "To", "Sender", "Recip", "Address", "От", "Кому", "Отправ", "Получ", "Адресат")
_SOURCE: Final = regex(r"(?:Source|Archive|Translat|Contribut|Obtained|Citation|Reference|Источник|Архив|Перев|Шифр)")
_LABELLED: Final = regex(r"[A-ZА-ЯЁ][\w-]{1,15}(?:\s[\w-]{1,12}){0,2}(?:\(s\))?\s?:\s\S[^\n]{0,200}")
MAX_HEAD: Final = 12


def stated_source(rows: Sequence[Paragraph], repositories: Repositories) -> tuple[Paragraph, ...]:
    """Return the source that stands by its label between a title and the text: "[Source: People's Daily, …]"."""
    if len(rows) > MIN_STATED and len(rows[0].text) <= MAX_IMPRINT and _IMPRINT.fullmatch(rows[0].text):
        return (rows[0],)
    if len(rows) < MIN_STATED or not (is_source_label(rows[0].text) or rows[0].text.startswith(_ARCHIVE)):
        return ()
    return (rows[0],) if is_source(rows[0].text, repositories) else ()


_ARCHIVE: Final = ("Archive: ", "Архив: ")
MIN_STATED: Final = 2
MAX_IMPRINT: Final = 90
_IMPRINT: Final = regex(
    r"(?:The\s)?[“\"«]?[A-Z\d][^.;:!?\n]{2,50}\b(?:Publishing House|Publishers|Publications|Press|Verlag)\b"
    r"[^.;:!?\n]{0,30}?(?:1[89]|20)\d\d\.?"
)
"""The imprint of the pamphlet that a letter is taken from, under its title: "“North” Publishing House Oslo, 1978"."""
