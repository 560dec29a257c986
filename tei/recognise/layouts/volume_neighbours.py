"""The document of a printed volume among what a page shows of its neighbours: the end of one, the beginning of another.

Pages of students' libraries cut a volume by length. «197. Телеграмма …» may stand under the record of a talk and over
«198. Нота …»; what is neither telegram nor letter is left to the page.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tei.recognise.layouts.announcing import is_title, numbered
from tei.recognise.layouts.page import is_date_line
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

Rows = tuple[Paragraph, ...]
_NUMBERED: Final = regex(
    r"\d{1,3}\.\s(?:Речь|Нота|Вербальная|Памятная|Запись|Беседа|Соглашение|Договор|Протокол|Сообщение|Постановление|Декрет|"
    r"Декларация|Заявление|Обращение|Меморандум|Коммюнике|Интервью|Доклад|Отчет|Приказ|Резолюция|Обмен|Письмо|Телеграмма|"
    r"Радиограмма|Из\s|Послание|Ответ|Конвенция|Статья)[^\n]{12,}"
)
_PRINTED: Final = ("по арх", "по газ", "по сб", "по копии")


def own_document(text: str, rows: Rows) -> tuple[Rows, Rows]:
    """Return the rows of the one telegram or letter of such a page, and those of its neighbours."""
    if not any(word in text for word in _PRINTED):
        return rows, ()
    cuts = [i for i in range(1, len(rows)) if _begins(rows, i)]
    if not cuts:
        return rows, ()
    edges = [0, *cuts, len(rows)]
    parts = [(start, end) for start, end in pairwise(edges) if start < end]
    ours = [(start, end) for start, end in parts if is_title(rows[start].text[numbered(rows[start].text) :])]
    if len(ours) != 1:
        return rows, ()
    start, end = ours[0]
    return rows[start:end], (*rows[:start], *rows[end:])


def _begins(rows: Rows, index: int) -> bool:
    """Say whether a row is the numbered heading of a document: a date stands under it, or it names who and whom."""
    text = rows[index].text
    if not text[:1].isdigit() or _NUMBERED.fullmatch(text) is None:
        return False
    dated = index + 1 < len(rows) and is_date_line(rows[index + 1].text)
    return dated or index + 1 == len(rows) or is_title(text[numbered(text) :])
