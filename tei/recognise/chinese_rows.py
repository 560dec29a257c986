"""Lines of volumes in Chinese that hold two things: who writes to whom and the day, whence a telegram came and when.

「沈明遠致羅致平1938年7月31日收到」 is a heading and the line of service under it, 「發自雙岩1938年7月31日12時收到」 the
place and the hour; 「（雙岩7月31日下午3時40分發　下午9時20分收到）」 when it went and when it came. Each is read as it
would be on lines of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tei.recognise.chinese_titles import read_chinese_title
from tei.recognise.paragraphs import Paragraph
from tei.regexes import regex

_DAY: Final = r"(?:1[89]|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号號]"
_DONE: Final = r"(?:收到|发出|發出|收|发|發)"
_HEADING: Final = regex(rf"(?P<title>[\u3400-\u9fff·、]{{5,40}}?)\s*(?P<day>{_DAY}(?:{_DONE})?[。.]?)")
_FROM: Final = regex(
    rf"(?P<from>[发發]自\s?[\u3400-\u9fff·]{{2,8}}?)\s*(?P<day>{_DAY}[^\n，。；]{{0,16}}?{_DONE}[^\n，。；]{{0,6}})"
)
_WENT_AND_CAME: Final = regex(
    r"[（(][^（）()\n]{0,10}?\d{1,2}[月日号號][^（）()\n]{2,24}?[发發発][出电電]?[\s,，、；;\u3000]+"
    r"(?P<day>[^（）()\n]{2,24}?(?:收到|到|收|着)[）)])"
)
BULLETS: Final = "▲△▼●○◎◇◆"
_BULLETED: Final = regex(
    rf"[{BULLETS}]\s?[\u3400-\u9fff]{{2,16}}?[来來]?[电電][\s\u3000]+(?=(?P<day>[\u3400-\u9fff])[^\n。：:]{{1,80}}[鉴鑒][:：])"
)
"""How newspapers set a wire, its heading in the same line: 「▲雲河沈局長電　雙岩羅站長鑒：…」."""
_HANDED: Final = ("发自", "發自")
_TO: Final = "致給给復复覆"
MAX_ROW: Final = 64


def with_days_apart(text: str, rows: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the rows of a page, such a line as two; most pages have none."""
    timed = "年" in text and (any(sign in text for sign in _TO) or any(word in text for word in _HANDED))
    if not timed and not ("鑒" in text and any(bullet in text for bullet in BULLETS)):
        return iter(rows)
    return (part for row in rows for part in _parted(row))


def _parted(row: Paragraph) -> Iterator[Paragraph]:
    cut = _cut(row.text) if 10 < len(row.text) <= MAX_ROW and "年" in row.text else 0
    if row.text[0] in BULLETS and (bulleted := _BULLETED.match(row.text)):
        cut = bulleted.start("day")
    if cut:
        yield row.at(0, cut)
        row = replace(row.at(cut, len(row.text)), blank_before=0)
    yield row


def _cut(text: str) -> int:
    """Return where the second of two things begins in a line, 0 where it holds one."""
    if text[0] in "（(":
        both = _WENT_AND_CAME.fullmatch(text)
        return both.start("day") if both else 0
    if text.startswith(_HANDED):
        match = _FROM.fullmatch(text)
        return match.start("day") if match else 0
    match = _HEADING.fullmatch(text) if any(sign in text for sign in _TO) else None
    if match is None:
        return 0
    title = read_chinese_title(match["title"])
    return match.start("day") if {"from", "to"} <= {role for role, _ in title.parties} else 0
