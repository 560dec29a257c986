"""Telegrams of somebody's works in Chinese whose titles name the subject alone: title, day in brackets, address.

「继续观测水位」 over 「（一九三八年六月二日）」 and 「水利局并转陆文舟：」. Such a volume has articles and letters too:
that it was wired, the day in signs, the hour under the name or the words of the text say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tei.dates.telegraph import TELEGRAPH_DATE
from tei.recognise.chinese_lines import addressee
from tei.recognise.counting import is_sign
from tei.recognise.known import nobody
from tei.recognise.layouts.page import is_date_line
from tei.recognise.notes_headings import is_notes_heading
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

SIGNS: Final = regex(
    rf"(?:^|[\s\u3000]){TELEGRAPH_DATE}[。.]?$|[日号號]\s?(?:[上下]午|[早晚])?(?:[一二三四五六七八九十廿\d]{{1,3}}|[子丑寅卯辰巳午未申酉戌亥])[时時]半?$"
)
"""A day told in signs, or a day with its hour, which only wires have under the name: 「三日十九时」."""
_WIRED: Final = regex(
    r"[来去复各两数急]电|电(?:悉|告|示|复|呈|陈|达|令)|[\u3400-\u9fff]电(?=[^\u3400-\u9fff台报话灯影线力]|[敬奉已所])"
)
_STOPS: Final = "。：:；;，,、！!？?”』」"
MAX_TITLE: Final = 40
MIN_TITLE: Final = 4
MAX_SIGNED: Final = 50
MIN_ROWS: Final = 3


def addressed_wires(rows: Sequence[Paragraph]) -> tuple[tuple[int, int], ...]:
    """Return the rows of the titles of such telegrams, and where the text of each ends."""
    heads = [i for i in range(len(rows) - MIN_ROWS) if _is_head(rows, i)]
    found = tuple((first, _end(rows, first, end)) for first, end in pairwise((*heads, len(rows))))
    return tuple((first, end) for first, end in found if end - first > MIN_ROWS and _is_wired(rows, first, end))


def _is_head(rows: Sequence[Paragraph], index: int) -> bool:
    title, day, address = (row.text for row in rows[index : index + MIN_ROWS])
    if day[:1] not in "（(" or "年" not in day or address[-1:] not in ":：" or not is_sign(title[:1]):
        return False
    if not MIN_TITLE <= len(title) <= MAX_TITLE or title[-1] in _STOPS or is_date_line(title):
        return False
    return is_date_line(day) and addressee(address, nobody) is not None


def _end(rows: Sequence[Paragraph], first: int, following: int) -> int:
    """Return where the text of a telegram ends: at the heading of its notes, or before the next title."""
    return next((i for i in range(first + MIN_ROWS, following) if is_notes_heading(rows[i].text)), following)


def _is_wired(rows: Sequence[Paragraph], first: int, end: int) -> bool:
    return any(_said(rows[first : first + MIN_ROWS + 1])) or any(
        len(row.text) <= MAX_SIGNED and SIGNS.search(row.text) for row in rows[end - 2 : end]
    )


def _said(rows: Sequence[Paragraph]) -> Iterator[bool]:
    return (_WIRED.search(row.text) is not None for row in rows)
