"""Headings of volumes that name addressee, subject and day: 「致陸文舟告水位電（註一） 民國二十七年一月三日」."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei.dates import find_dates
from tei.recognise.chinese_titles import recipient_before_subject
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_WHOLE_DAY: Final = regex(r"[（(]((?:一[八九]|1[89])[^（）()\n]{2,3}年[^（）()\n]{1,4}月[^（）()\n]{1,5}日)[）)]")
"""The day of our calendar beside one of the old: 「民前三年二月十一日（一九○九年三月二日）」."""
_HEAD: Final = regex(
    r"(?P<title>(?P<lead>[^。：:；;，\s]{0,24}?)(?P<sign>致|復|覆|复|上|呈|答|與|批|勸|劝|促|請|请|諭|谕|命|囑|嘱|賀|贺|唁|謝|谢|責|责)(?P<to>[^。：:；;\s]{2,60}?)"
    r"(?P<kind>[電电]文?|通[電电]|函|書|信))(?:[（(][^（）()\n]{1,8}[）)])?(?:[（(][註注][一二三四五六七八九十]{1,2}[）)])?"
    r"\s+(?P<date>(?:中[華华])?(?:民[國国]|民前|[1-2]\d{3}年|一九)[^。，；;\n]{3,44}?)(?:[（(][註注][一二三四五六七八九十]{1,2}[）)])?"
)
MAX_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Head:
    """A heading that names addressee, subject and day, with the row it stands in."""

    index: int
    title: tuple[int, int]
    to: tuple[int, int]
    date: tuple[int, int]
    kind: str
    dated: int


def find_heads(rows: Sequence[Paragraph]) -> tuple[Head, ...]:
    """Return the headings of a page in order."""
    found = (_head(i, row.text) or _over_its_date(rows, i) for i, row in enumerate(rows))
    return tuple(head for head in found if head)


def _over_its_date(rows: Sequence[Paragraph], index: int) -> Head | None:
    """Read a heading whose date stands in the line under it."""
    above, below = rows[index].text, rows[index + 1].text if index + 1 < len(rows) else ""
    if max(len(above), len(below)) > MAX_TITLE or below[:1] not in _DATE_BEGINS or above[:1] not in _HEAD_BEGINS:
        return None
    head = _head(index, f"{above}\n{below}")
    width = len(above) + 1
    if head is None or head.date[0] < width:
        return None
    return replace(head, date=(head.date[0] - width, head.date[1] - width), dated=index + 1)


_DATE_BEGINS: Final = frozenset("中民12一")
_HEAD_BEGINS: Final = frozenset("致復覆复上呈答與批勸劝促請请諭谕命囑嘱賀贺唁謝谢責责")


def _head(index: int, text: str) -> Head | None:
    if not 10 < len(text) <= 160 or ("民" not in text and "年" not in text):
        return None
    match = _HEAD.fullmatch(text)
    if match is None or not find_dates(match["date"]):
        return None
    to = recipient_before_subject(match["to"])
    day = _WHOLE_DAY.search(text, *match.span("date"))
    kind = "telegram" if match["kind"][-1:] in "電电" or match["kind"][:1] in "電电" else "letter"
    start = match.start("to")
    date = day.span(1) if day else match.span("date")
    return Head(index, match.span("title"), (start, start + to), date, kind, index)
