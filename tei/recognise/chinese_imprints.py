"""Printed sources as books in Chinese cite them: 《书名》第二卷，青岛：极光出版社，1959年版，第31—32页."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from tei.dates.chinese import number_in
from tei.model import Certainty, Evidence, Printed
from tei.regexes import regex

_FIGURES: Final = "0-9０-９〇零○一二三四五六七八九十百"
_BOOK: Final = regex(
    rf"(?:(?P<people>[^\s，,。；;：:《》（）()]{{2,24}}?)(?:等)?(?:主?[编編著辑輯]|编著|選編|选编|編輯|编辑|整理)?[:：]?\s*)?"
    rf"《(?P<title>[^《》\n]{{2,80}})》"
    rf"(?:\s*[（(]?第\s*(?P<volume>[{_FIGURES}]{{1,4}})\s*[卷册冊辑輯集][）)]?|\s*[（(]?(?P<book>[上中下])[册冊卷]?[）)]?)?"
    rf"(?:[，,\s]*[（(]?(?P<place>[\u3400-\u9fff]{{2,5}})[:：])?"
    rf"(?:[，,\s]*(?P<publisher>[^\s，,。；;《》（）()0-9０-９]{{2,24}}?))?"
    rf"[，,\s]*(?P<year>[{_FIGURES}]{{4}})\s*年(?:\s*第?\s*(?P<issue>[{_FIGURES}]{{1,3}})\s*期)?(?:第[一二三四]版|[{_FIGURES}]{{1,2}}月)?(?:版|出版|刊)?[）)]?"
    rf"(?:[，,\s]*第?\s*(?P<first>[{_FIGURES}]{{1,4}})(?:\s*[-–—~～至]\s*(?P<last>[{_FIGURES}]{{1,4}}))?\s*[页頁])?"
)
_REPRINT: Final = regex(r"(?:又?见|參見|参见|转引自|原载|原載|另见)[:：]?\s*$")


def find_chinese_printed(text: str, offset: int, *, archived: bool) -> Iterator[Printed]:
    """Yield the books that a citation in Chinese names; a title without a year is no imprint."""
    if "《" not in text:
        return
    for match in _BOOK.finditer(text):
        yield _printed(text, match, offset, archived)


def _printed(text: str, match: re.Match[str], offset: int, archived: bool) -> Printed:
    reprint = archived or _REPRINT.search(text, 0, match.start()) is not None
    type_: Literal["printed", "reprint"] = "reprint" if reprint else "printed"
    people = (match["people"] or "").strip()
    edited = bool(people) and text[match.end("people") : match.start("title")].strip("《 ：:").startswith(
        ("主", "编", "編", "选", "選", "整", "辑")
    )
    first = _number(match["first"])
    start = match.start("people") if people else match.start("title") - 1
    return Printed(
        type_,
        text[start : match.end()],
        authors=(people,) if people and not edited else (),
        editors=(people,) if edited else (),
        title=match["title"],
        volume=_number(match["volume"]) or (match["book"] or ""),
        place=match["place"] or "",
        publisher=match["publisher"] or "",
        year=_number(match["year"]),
        pages=((first, _number(match["last"]) or first),) if first else (),
        evidence=Evidence("printed", offset + start, offset + match.end(), Certainty.HIGH),
    )


def _number(signs: str | None) -> str:
    return str(number_in(signs) or signs) if signs else ""
