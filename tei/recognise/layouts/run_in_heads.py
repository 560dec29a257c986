"""Headings that run in with the text, “Vetrov to Sabelnikov, Karsk, 1 August 1938: I have your telegram. …”.

A summary in a calendar looks alike, so the text must speak for itself: of me or us, to you.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.dates import find_dates
from tei.recognise.layouts.flattened import parts_of_line
from tei.recognise.layouts.flowing_heads import parts_of_flow
from tei.recognise.paragraphs import Paragraph
from tei.recognise.telling import speaks
from tei.recognise.titles import read_title
from tei.regexes import regex

_HEAD: Final = regex(r"(?P<head>[^\W\d_][^:\n“”«»]{14,130}?\d[^:\n“”«»]{0,24}):\s+(?=[^\W\d_])")
_CITED: Final = regex(
    r"(?<=[а-яё.])\s+(?=\([А-ЯЁ][^()\n]{1,40}?[.,]\s?(?:С|Стр|стр|с)\.\s?\d{1,4}(?:\s?[–—-]\s?\d{1,4})?\.?[)}]$)"
)
"""A signature and the page of a book in one line, «Ветров (ПЛС. С. 81)»."""
_EDIT: Final = regex(r"(?<=\S)\s?(?=\[\s?(?:edit(?: source)?|править[^\]\n]{0,24}|编辑|編輯)\s?\]$)", re.IGNORECASE)
"""Where the link for editors begins behind a heading of a wiki, "Reception[edit]"."""
_NEXT_NOTE: Final = regex(r"(?<=[.!?»]\s)(?:\*{2,4}|\*\s\*)\s?(?=[А-ЯЁA-Z«])")
"""Where the next note begins in a line of them, «* См. док. № 25. ** Посол в Тарне.»."""
MAX_CITED: Final = 80
MIN_TEXT: Final = 30
MIN_SUMMARIES: Final = 3
MAX_AFTER_DATE: Final = 16


def with_heads_apart(rows: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield rows, a heading that runs in with its text as a row of its own, and so the colon behind it."""
    above = ""
    for row in rows:
        end = _head_end(row.text)
        if end and row.text[end + 1 :].lstrip()[:1].isupper() and speaks(row.text[end:]):
            yield row.at(0, end)
            yield row.at(end, end + 1)
            yield row.at(end + 1, len(row.text))
        elif row.text[-1:] == "]" and len(row.text) <= MAX_CITED and (edit := _EDIT.search(row.text)):
            yield row.at(0, edit.start())
            yield row.at(edit.start(), len(row.text))
        elif row.text[-1:] in ")}" and len(row.text) <= MAX_CITED and (cited := _CITED.search(row.text)):
            yield row.at(0, cited.start())
            yield row.at(cited.start(), len(row.text))
        elif row.text[:1] == "*" and (ends := tuple(found.start() for found in _NEXT_NOTE.finditer(row.text))):
            yield from (row.at(*span) for span in pairwise((0, *ends, len(row.text))))
        elif cuts := parts_of_line(row.text) or parts_of_flow(row.text, above) or _glued(row.text):
            parts = (row.at(*span) for span in pairwise((0, *cuts, len(row.text))))
            yield from (part for part in parts if part.text)
        else:
            yield row
        above = row.text


def _glued(text: str) -> tuple[int, ...]:
    """Return where the lines of a head began that a page ran together: «… комиссариат5 мая 1938 г. Лёд стоит»."""
    lead = text[:1]
    if "Archive: " in text[:MAX_HEAD] and (kept := _GLUED_ARCHIVE.search(text, 0, MAX_HEAD)):
        return (kept.start(),)
    if lead == "№":
        match = _GLUED_SENT.fullmatch(text) if len(text) <= MAX_HEAD else None
        return (match.start("sent"), match.start("to")) if match else ()
    if lead in "TF" and text[:6].startswith(("To: ", "From: ")):
        seat = _GLUED_SEAT.fullmatch(text) if len(text) <= MAX_HEAD else None
        return (seat.start("seat"),) if seat else ()
    match = _GLUED_DAY.match(text) if lead in _KINDS_BEGIN else None
    if match is None or not match.end() < len(text):
        return ()
    return match.start("day"), match.end()


_DAY: Final = (
    r"\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\s(?:1[89]|20)\d\d"
)
_GLUED_DAY: Final = regex(
    r"(?:Телеграмма|Письмо|Нота|Радиограмма|Записка|Шифр(?:о)?телеграмма|Послание|Депеша)\s[^\n\d]{20,220}?[А-ЯЁа-яё.)]"
    rf"(?P<day>(?<![\d\s]){_DAY}\s?(?:года|г\.))\s*(?=[\dА-ЯЁ«])"
)
_GLUED_SENT: Final = regex(
    rf"№\s?\d{{1,4}}(?P<sent>(?:Отправлено|Получено)\s(?:на\s\w+\s)?{_DAY}\s?(?:года|г\.))(?P<to>[А-ЯЁ][^\n]{{8,160}})"
)
_GLUED_ARCHIVE: Final = regex(r"(?<=[12]\d{3})(?=Archive:\s[A-Z])")
"""“Vetrov to Pashin, 5 May 1938Archive: AKPI …”: the archive behind the day."""
_GLUED_SEAT: Final = regex(
    r"[TF][a-z]+:\s[^\n]{3,140}?(?<=[a-z])\.\s"
    r"(?P<seat>[A-Z][^\W\d]+(?:[\s-][A-Z][^\W\d]+)?,\s[A-Z][a-z]{2,8}\s\d{1,2}(?:/(?:[A-Z][a-z]{2,8}\s)?\d{1,2})?,\s?1[89]\d\d\.?)"
)
"""“To: A. Pell, Minister of the Ice. Karsk, May 3/16, 1914.”: addressee, place and day in one line."""
_KINDS_BEGIN: Final = frozenset("ТПНРЗШД")
MAX_HEAD: Final = 260


def is_calendar(texts: Sequence[str]) -> bool:
    """Say whether most rows of a page give who wrote to whom, and in a sentence what he said."""
    count = sum(1 for text in texts if _head_end(text) and not speaks(text))
    return count >= MIN_SUMMARIES and 2 * count >= len(texts)


def _head_end(text: str) -> int:
    """Return where the heading ends that a paragraph begins with, before its colon; 0 where there is none."""
    match = _HEAD.match(text) if ": " in text[:160] else None
    if match is None or len(text) - match.end() < MIN_TEXT:
        return 0
    head = match["head"]
    dates = find_dates(head)
    if not dates or len(head) - dates[-1].end > MAX_AFTER_DATE or len(dates[-1].when or "") < len("1938-08"):
        return 0
    title = read_title(head)
    return match.end("head") if title.party("from") and title.party("to") and not title.other else 0
